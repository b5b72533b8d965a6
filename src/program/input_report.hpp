// What is said of an input as a whole: lines that are bad or could not be taken, times that went
// back, gaps that were crossed.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"
#include "program/line_reader.hpp"

namespace allot::program {

class InputReport {
 public:
  // `message`: what is wrong, with the line.
  void note_bad_line(const std::string& message) {
    if (bad_lines_++ == 0) first_bad_ = message;
  }
  // Effects: counts a line's command, decided with this reason, if it left something undone that
  // its
  //          writer has to see to.
  void note_decided(const LineReader& line, const Command& command, Reason reason);
  // `from`: the time that stands, 0 before the first command; `to`: a line's.
  void note_time(TimeNs from, TimeNs to) noexcept;

  [[nodiscard]] std::uint64_t bad_lines() const noexcept { return bad_lines_; }
  [[nodiscard]] bool all_taken() const noexcept { return bad_lines_ == 0 && not_taken_ == 0; }

  // Effects: says on stderr what single lines of output do not show at a look. `bad_lines`: those
  //          too, which is of use where they did not end it.
  void tell(bool bad_lines) const;
  // Effects: adds the counts.
  void add_to(nlohmann::ordered_json& summary) const;

 private:
  std::uint64_t bad_lines_{};
  std::string first_bad_;
  std::uint64_t not_taken_{};
  std::string first_not_taken_;
  std::uint64_t raised_{};  // times before the one that stood
  std::uint64_t gaps_{};    // of more than a day
  std::int64_t longest_gap_ns_{};
};

// Returns: the error of a time that is more than max_step_ns after `now`, the one that stands.
[[nodiscard]] std::string gap_too_long(TimeNs now, TimeNs time, std::int64_t max_step_ns);
// Returns: the error of a time that no log can have.
[[nodiscard]] std::string time_out_of_range();

}  // namespace allot::program
