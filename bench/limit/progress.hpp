// What a run of minutes says while it goes on, and how long it puts up with an unfit machine.
//
// Threads: one. Errors: none; where nothing can be written to standard error, nothing is said.
#pragma once

#include <chrono>
#include <string>

namespace allot::bench {

// On a terminal one line that is written over, elsewhere a line every ten seconds; standard error,
// so that a report on standard output stays whole.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Effects: shows `text`, unless the last one was shown a moment ago.
  void say(const std::string& text);

 private:
  using Clock = std::chrono::steady_clock;

  bool terminal_;
  Clock::duration pause_;  // between two texts
  Clock::time_point next_;
};

// Time that may pass in all without anything being measured that counts.
class Patience {
 public:
  explicit Patience(std::chrono::seconds in_all) noexcept : left_(in_all) {}

  void spend(std::chrono::steady_clock::duration spent) noexcept { left_ -= spent; }
  [[nodiscard]] bool over() const noexcept { return left_ <= left_.zero(); }
  [[nodiscard]] std::chrono::seconds left() const noexcept {
    return std::chrono::duration_cast<std::chrono::seconds>(over() ? left_.zero() : left_);
  }

 private:
  std::chrono::steady_clock::duration left_;
};

}  // namespace allot::bench
