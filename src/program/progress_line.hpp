// How far long work has come, with the time that is left: one line on stderr that is drawn over and
// over, from the first second on. Nothing where stderr is no terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace allot::program {

// Returns: "reading the log   43%  12 s left", in at most `columns` characters.
[[nodiscard]] std::string progress_text(const std::string& what, std::optional<double> done,
                                        std::chrono::duration<double> elapsed, std::size_t columns);

class ProgressLine {
 public:
  // `shown`: false where something else is drawn on the same terminal.
  explicit ProgressLine(std::string what, bool shown = true);
  ~ProgressLine() { wipe(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // `done`: from 0 to 1, nothing where it is not known. Cost: a look at the clock.
  void show(std::optional<double> done);
  // Effects: takes the line off the terminal.
  void wipe();

 private:
  using Clock = std::chrono::steady_clock;

  std::string what_;
  bool shown_;
  Clock::time_point begun_{Clock::now()};
  std::optional<Clock::time_point> known_since_;  // when it was first known how much is done
  Clock::time_point drawn_at_{begun_};
  bool drawn_{};
};

}  // namespace allot::program
