// A core that breaks where a test wants it to, and the live engine around it.
#pragma once

#include <atomic>
#include <stdexcept>

#include "allot/core/core.hpp"
#include "driver/log_run.hpp"
#include "driver/shard.hpp"

namespace allot {
namespace test {

// The step of a place breaks when its order_key has one of these high halves.
constexpr std::uint64_t poison_high = 0xBAD;     // a failed check
constexpr std::uint64_t exception_high = 0xBAE;  // an exception
constexpr std::uint64_t unknown_high = 0xBAF;    // something that is no exception
constexpr std::uint64_t later_high = 0xBB0;      // a failed check, while breaks_later
inline std::atomic<bool> breaks_later{false};

class BreakingCore : public Core {
 public:
  using Core::Core;
  Answer apply(const Sequenced& in, Outcome& out) {
    const auto* place = std::get_if<Place>(&in.command);
    const std::uint64_t high = place != nullptr ? place->order_key.high : 0;
    ALLOT_CHECK(high != poison_high);
    ALLOT_CHECK(high != later_high || !breaks_later);
    if (high == exception_high) throw std::runtime_error("nothing left");
    if (high == unknown_high) throw 7;
    return Core::apply(in, out);
  }
};

}  // namespace test

extern template class Driver<test::BreakingCore>;
extern template class LogRunner<test::BreakingCore>;
extern template class Pipeline<test::BreakingCore>;
extern template class Shard<test::BreakingCore>;

}  // namespace allot
