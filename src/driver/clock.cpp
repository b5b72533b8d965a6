#include "allot/driver/clock.hpp"

#include <chrono>

namespace allot {

TimeNs SystemClock::now() noexcept {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count();
}

}  // namespace allot
