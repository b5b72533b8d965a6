// Ctrl-C as something to be asked for, so that what was begun ends in good order.
#pragma once

namespace allot::program {

// While it lives the first SIGINT or SIGTERM is noted; a second one ends the process. One at a
// time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  [[nodiscard]] static bool came() noexcept;
};

}  // namespace allot::program
