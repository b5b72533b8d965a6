#include "program/live_line.hpp"

#include <absl/strings/str_format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <string_view>
#include <vector>

#include "json/share.hpp"
#include "program/progress_line.hpp"
#include "program/terminal.hpp"

namespace allot::program {
namespace {

std::string_view phase_name(SimulationProgress::Phase phase) noexcept {
  switch (phase) {
    case SimulationProgress::Phase::reading: return "reading";
    case SimulationProgress::Phase::virtual_time: return "virtual time";
    case SimulationProgress::Phase::live: return "live";
    case SimulationProgress::Phase::replaying: return "replaying";
  }
  return "";
}

std::string duration(std::uint64_t ns) {
  if (ns < 10'000) return absl::StrFormat("%d ns", ns);
  if (ns < 10'000'000) return absl::StrFormat("%.1f us", static_cast<double>(ns) / 1e3);
  if (ns < 10'000'000'000) return absl::StrFormat("%.1f ms", static_cast<double>(ns) / 1e6);
  return absl::StrFormat("%.1f s", static_cast<double>(ns) / 1e9);
}

std::string rate(double per_second) {
  if (per_second < 1e4) return absl::StrFormat("%4.0f orders/s", per_second);
  if (per_second < 1e7) return absl::StrFormat("%4.0f k orders/s", per_second / 1e3);
  return absl::StrFormat("%4.1f M orders/s", per_second / 1e6);
}

}  // namespace

std::string live_line(const SimulationProgress& now, std::size_t columns) {
  // What stands left is said first; what stands right is given up first.
  std::vector<std::string> parts;
  if (now.done) parts.push_back(absl::StrFormat("%3.0f%%", *now.done * 100));
  parts.push_back(absl::StrFormat("%4.1f s", now.elapsed_s));
  // Of what is done, or takes no second, nobody has to be told when it ends.
  if (now.left_s && *now.left_s >= 0.5) parts.push_back(left_text(*now.left_s));
  if (!now.file.empty()) parts.push_back(now.file);
  const bool decides = now.phase == SimulationProgress::Phase::virtual_time ||
                       now.phase == SimulationProgress::Phase::live;
  if (decides) {
    parts.push_back(rate(now.orders_per_second));
    // As in the summary: what is not all never reads as 100 %.
    const auto fill = static_cast<std::uint64_t>(now.fill_rate * 1e6 + 1e-3);
    const std::uint64_t tenths = json::tenths_of(fill, 1'000'000);
    parts.push_back(absl::StrFormat("fill %d.%d%%", tenths / 10, tenths % 10));
    parts.push_back("p99 " + duration(now.p99_ns));
    parts.push_back(absl::StrFormat("refused %d", now.refused));
    parts.push_back(absl::StrFormat("queue %d", now.queue_depth));
  }
  std::string line(phase_name(now.phase));
  line.resize(std::max<std::size_t>(line.size(), 12), ' ');
  for (const std::string& part : parts) {
    if (line.size() + 2 + part.size() > columns) break;
    line += "  " + part;
  }
  line.resize(std::min(line.size(), columns));
  return line;
}

LiveLine::LiveLine() : terminal_(is_terminal(STDERR_FILENO)) {}

void LiveLine::show(const SimulationProgress& now) {
  // Without a terminal a line a second is enough, and one when all orders are answered; of what
  // takes less than a second nobody has to be told how far it is.
  if (!terminal_ && now.elapsed_s < 1) return;
  const bool is_new = !shown_ || now.phase != phase_;
  const bool is_done = now.done.value_or(0) >= 1 && (is_new || last_done_ < 1);
  const bool due = terminal_ || is_new || is_done || now.elapsed_s - last_s_ >= 1;
  if (!due) return;
  if (is_new) end_line();
  shown_ = true;
  phase_ = now.phase;
  last_s_ = now.elapsed_s;
  last_done_ = now.done.value_or(0);
  if (!terminal_) {
    std::cerr << live_line(now, columns_max) << '\n';
    return;
  }
  // A character in the last column would break the line on some terminals. Spaces wipe what stood
  // there longer, also where no control sequence is known.
  const std::size_t columns = terminal_columns(STDERR_FILENO);
  std::string line = '\r' + live_line(now, columns - 1);
  line.resize(columns, ' ');
  std::cerr << line << std::flush;
  open_line_ = true;
}

void LiveLine::end_line() {
  if (open_line_) std::cerr << '\n';
  open_line_ = false;
}

}  // namespace allot::program
