#include "program/log_progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "program/terminal.hpp"

namespace allot::program {
namespace {

std::optional<double> share(std::uint64_t done, std::uint64_t all) {
  if (all == 0) return std::nullopt;
  return std::min(1.0, static_cast<double>(done) / static_cast<double>(all));
}

}  // namespace

bool LogProgress::reads(PartDone part) {
  line_.begin("reading the log");
  return line_.goes_on(share(part.done, part.all));
}

bool LogProgress::walks(const inspection::WalkProgress& progress) {
  last_ = progress;
  if (progress.part == inspection::WalkProgress::Part::searching) {
    return reads({progress.done, progress.all});
  }
  line_.begin("deciding again");
  return line_.goes_on(share(progress.done, progress.all));
}

void LogProgress::makes_room_for_output() {
  if (std::exchange(has_made_room_, true)) return;
  if (is_terminal(STDOUT_FILENO)) line_.end();
}

std::string LogProgress::how_far() const {
  if (last_.part == inspection::WalkProgress::Part::searching) {
    return "interrupted while the log was read";
  }
  return "interrupted behind sequence " + std::to_string(last_.done) +
         (last_.all == 0 ? "" : " of " + std::to_string(last_.all));
}

}  // namespace allot::program
