// How far long work has come, with the time that is left: one line on stderr that is drawn over and
// over, from the first second on. Nothing where stderr is no terminal.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <optional>
#include <string>
#include <thread>

namespace allot::program {

// Returns: "12 s left", "3 min left".
[[nodiscard]] std::string left_text(double seconds);

// `left`: seconds, when it can be told; else how long it has taken is said.
// Returns: "reading the log   43%  12 s left", in at most `columns` characters.
[[nodiscard]] std::string progress_text(const std::string& what, std::optional<double> done,
                                        std::optional<double> left,
                                        std::chrono::duration<double> elapsed, std::size_t columns);

// A thread of its own draws it, so that time also goes on where the work waits, or is at something
// of which nobody knows how far it is. One at a time.
class ProgressLine {
 public:
  // `shown`: false where something else is drawn on the same terminal.
  explicit ProgressLine(std::string what, bool shown = true);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Effects: another part of the work begins, unless it is at that already. `from`: how much of it
  //          was done before.
  void begin(const std::string& what, double from = 0);
  // `done`: from 0 to 1, nothing where it is not known. Cost: a look at the clock.
  void show(std::optional<double> done);
  // Effects: the same. Returns: whether to go on, which is until Ctrl-C (Interruption).
  [[nodiscard]] bool goes_on(std::optional<double> done);
  // Effects: takes the line off the terminal, until show() is called again.
  void wipe();

  // Effects: takes it off for good: something else is drawn on the terminal from now on.
  void end();

  // Effects: wipes the line that stands there, if one does, for a whole line of text; it is drawn
  //          again below. Any thread.
  static void make_way();

 private:
  using Clock = std::chrono::steady_clock;

  void run();
  // All of these with the terminal locked.
  void draw_if_due(std::chrono::milliseconds pause);
  void take_off();
  void begin_part(double from);
  [[nodiscard]] std::optional<double> seconds_left(Clock::time_point now) const;

  std::string what_;
  bool shown_;
  const Clock::time_point begun_{Clock::now()};
  Clock::time_point part_begun_{begun_};
  std::optional<double> done_;
  Clock::time_point counted_since_{begun_};  // when `from_` was done
  double from_{};
  Clock::time_point drawn_at_{begun_};
  bool drawn_{};
  bool drawn_done_{};  // with how much is done
  bool wanted_{true};
  bool over_{};
  bool ends_{};
  std::condition_variable end_;
  std::thread thread_;  // where it is shown
};

}  // namespace allot::program
