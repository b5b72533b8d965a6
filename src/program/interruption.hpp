// Ctrl-C as something to be asked for, so that what was begun ends in good order.
#pragma once

namespace allot::program {

// While it lives the first SIGINT, SIGTERM or SIGHUP is noted, and cuts short what waits; a later
// one ends the process. One in the same moment does not count, because some callers signal a
// process and then its whole group. One at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  // Returns: whether one came while the last of these lived. Any thread.
  [[nodiscard]] static bool came() noexcept;
};

}  // namespace allot::program
