#include "program/progress_line.hpp"

#include <absl/strings/str_format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "program/terminal.hpp"

namespace allot::program {
namespace {

std::string left_text(double seconds) {
  if (seconds < 90) return absl::StrFormat("%d s left", static_cast<int>(seconds + 0.5));
  return absl::StrFormat("%d min left", static_cast<int>(seconds / 60 + 0.5));
}

}  // namespace

std::string progress_text(const std::string& what, std::optional<double> done,
                          std::chrono::duration<double> elapsed, std::size_t columns) {
  std::string text = what;
  if (done) absl::StrAppendFormat(&text, "  %3.0f%%", *done * 100);
  // Too little is known of the first hundredth to say how long the rest takes.
  if (done && *done > 0.01) {
    text += "  " + left_text(elapsed.count() / *done * (1 - *done));
  } else {
    absl::StrAppendFormat(&text, "  %.0f s", elapsed.count());
  }
  text.resize(std::min(text.size(), columns));
  return text;
}

ProgressLine::ProgressLine(std::string what, bool shown)
    : what_(std::move(what)), shown_(shown && is_terminal(STDERR_FILENO)) {}

void ProgressLine::show(std::optional<double> done) {
  constexpr std::chrono::seconds first_shown{1};
  constexpr std::chrono::milliseconds pause{100};
  if (!shown_) return;
  const Clock::time_point now = Clock::now();
  if (done && !known_since_) known_since_ = now;
  if (now - begun_ < first_shown || (drawn_ && now - drawn_at_ < pause)) return;
  drawn_at_ = now;
  drawn_ = true;
  // A character in the last column would break the line on some terminals.
  const std::size_t columns = terminal_columns(STDERR_FILENO);
  std::string line =
      '\r' + progress_text(what_, done, now - known_since_.value_or(begun_), columns - 1);
  line.resize(columns, ' ');
  std::cerr << line << std::flush;
}

void ProgressLine::wipe() {
  if (!std::exchange(drawn_, false)) return;
  std::cerr << '\r' + std::string(terminal_columns(STDERR_FILENO) - 1, ' ') + '\r' << std::flush;
}

}  // namespace allot::program
