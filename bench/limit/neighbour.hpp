// Work on the other processor while a floor is timed on the deciding one.
//
// Where the two processors are two threads of one core, whoever works on the other takes part of
// the core away. The engine's two-thread rows always have somebody there; so must the floor that
// they are held against. The work is a floor again, over tables that fit the cache of one core: it
// keeps the core busy and leaves the memory alone.
//
// Threads: one of its own, begun when the constructor returns, ended when the destructor does.
// Ownership: borrows the floor, which nobody else may touch meanwhile.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

#include "limit/floor.hpp"

namespace allot::bench {

class Neighbour {
 public:
  Neighbour(Floor& floor, std::int32_t cpu);

 private:
  std::atomic<bool> begun_{false};
  std::jthread thread_;  // last: it uses what stands above, and is asked to stop and joined first
};

}  // namespace allot::bench
