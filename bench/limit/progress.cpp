#include "limit/progress.hpp"

#include <unistd.h>

#include <cstdio>

namespace allot::bench {

using namespace std::chrono_literals;

Progress::Progress()
    : terminal_(::isatty(STDERR_FILENO) == 1),
      pause_(terminal_ ? Clock::duration(200ms) : Clock::duration(10s)),
      next_(Clock::now() + (terminal_ ? Clock::duration::zero() : pause_)) {}

Progress::~Progress() {
  if (terminal_) std::fputs("\r\x1b[K", stderr);
}

void Progress::say(const std::string& text) {
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + pause_;
  std::fprintf(stderr, terminal_ ? "\r%s\x1b[K" : "%s\n", text.c_str());
}

}  // namespace allot::bench
