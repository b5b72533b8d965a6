#include "program/progress_line.hpp"

#include <absl/strings/str_format.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>

#include "files/quiet_thread.hpp"
#include "program/interruption.hpp"
#include "program/terminal.hpp"

namespace allot::program {
namespace {

constexpr std::chrono::seconds first_shown{1};
constexpr std::chrono::milliseconds pause_of_work{100};
constexpr std::chrono::milliseconds pause_of_clock{250};

// There is one terminal, and one line on it.
std::mutex terminal;
ProgressLine* line_there = nullptr;

// Not by std::cerr, in which the thread that works may be writing.
void put(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

std::string left_text(double seconds) {
  if (seconds < 90) return absl::StrFormat("%d s left", static_cast<int>(seconds + 0.5));
  return absl::StrFormat("%.0f min left", seconds / 60);
}

std::string progress_text(const std::string& what, std::optional<double> done,
                          std::optional<double> left, std::chrono::duration<double> elapsed,
                          std::size_t columns) {
  std::string text = what;
  // Rounded down: all of it is done at the end only.
  if (done) absl::StrAppendFormat(&text, "  %3d%%", static_cast<int>(*done * 100));
  text += "  " + (left ? left_text(*left) : absl::StrFormat("%.0f s", elapsed.count()));
  text.resize(std::min(text.size(), columns));
  return text;
}

ProgressLine::ProgressLine(std::string what, bool shown)
    : what_(std::move(what)), shown_(shown && is_terminal(STDERR_FILENO)) {
  if (!shown_) return;
  thread_ = files::quiet_thread([this] { run(); });
  if (!thread_.joinable()) shown_ = false;
}

ProgressLine::~ProgressLine() {
  if (!shown_) return;
  {
    const std::lock_guard lock(terminal);
    take_off();
    ends_ = true;
  }
  end_.notify_one();
  thread_.join();
}

void ProgressLine::run() {
  std::unique_lock lock(terminal);
  while (!end_.wait_for(lock, pause_of_work, [this] { return ends_; })) {
    if (wanted_) draw_if_due(pause_of_clock);
  }
}

void ProgressLine::begin(const std::string& what, double from) {
  const std::lock_guard lock(terminal);
  if (what == what_) return;
  what_ = what;
  begin_part(from);
}

void ProgressLine::begin_part(double from) {
  part_begun_ = counted_since_ = Clock::now();
  from_ = from;
  done_.reset();
}

void ProgressLine::show(std::optional<double> done) {
  if (!shown_) return;
  const std::lock_guard lock(terminal);
  wanted_ = true;
  // What was done is done: less of it is of another reading.
  if (done && done_ && *done < *done_) begin_part(0);
  done_ = done;
  if (!done) counted_since_ = Clock::now();
  // That it can be told is news.
  draw_if_due(done && !drawn_done_ ? std::chrono::milliseconds(0) : pause_of_work);
}

bool ProgressLine::goes_on(std::optional<double> done) {
  show(done);
  return !Interruption::came();
}

// Too little is known of the first hundredth to say how long the rest takes.
std::optional<double> ProgressLine::seconds_left(Clock::time_point now) const {
  if (!done_ || *done_ - from_ <= 0.01) return std::nullopt;
  const std::chrono::duration<double> taken = now - counted_since_;
  return taken.count() / (*done_ - from_) * (1 - *done_);
}

void ProgressLine::draw_if_due(std::chrono::milliseconds pause) {
  const Clock::time_point now = Clock::now();
  if (over_ || now - begun_ < first_shown || (drawn_ && now - drawn_at_ < pause)) return;
  drawn_at_ = now;
  drawn_ = true;
  drawn_done_ = done_.has_value();
  line_there = this;
  // A character in the last column would break the line on some terminals.
  const std::size_t columns = terminal_columns(STDERR_FILENO);
  std::string line =
      '\r' + progress_text(what_, done_, seconds_left(now), now - part_begun_, columns - 1);
  line.resize(columns, ' ');
  put(line);
}

void ProgressLine::take_off() {
  if (!std::exchange(drawn_, false)) return;
  line_there = nullptr;
  put('\r' + std::string(terminal_columns(STDERR_FILENO) - 1, ' ') + '\r');
}

void ProgressLine::wipe() {
  const std::lock_guard lock(terminal);
  wanted_ = false;
  take_off();
}

void ProgressLine::end() {
  const std::lock_guard lock(terminal);
  over_ = true;
  take_off();
}

void ProgressLine::make_way() {
  const std::lock_guard lock(terminal);
  if (line_there != nullptr) line_there->take_off();
}

}  // namespace allot::program
