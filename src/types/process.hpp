// Which process this is. A child of fork has a copy of all memory and none of the threads, so what
// one process opened is of no use in another; whoever opens something remembers who it was.
//
// Threads: any. Errors: none. Cost: asking is one load of a line that is never written.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "allot/types/status.hpp"

namespace allot {

class ProcessMark {
 public:
  // Remembers the process that it is called in.
  ProcessMark() noexcept : number_(number_of_this_process()), process_(id_of_this_process()) {}

  // Returns: whether this is still that process, and no child that it made by fork.
  [[nodiscard]] bool here() const noexcept { return is_here(number_); }
  // Returns: other_process, with what to do. Requires: not here(). `what` was opened by the process
  //          that is remembered, such as "this engine".
  [[nodiscard]] Status refusal(const std::string& what) const;

  // The same for who keeps only the number, which is not 0 and which no process before in this line
  // of forks had.
  [[nodiscard]] static std::uint64_t number_of_this_process() noexcept;
  // Requires: a number that number_of_this_process() gave.
  [[nodiscard]] static bool is_here(std::uint64_t number) noexcept {
    return number == page_->load(std::memory_order_relaxed);
  }

 private:
  [[nodiscard]] static std::int64_t id_of_this_process() noexcept;

  // 0 in a child until somebody remembers that one.
  static std::atomic<std::uint64_t>* page_;

  std::uint64_t number_;
  std::int64_t process_;
};

}  // namespace allot
