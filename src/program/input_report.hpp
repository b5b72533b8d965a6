// What is said of an input as a whole: lines taken, refused, repeated, bad; times that went back,
// gaps that were crossed; where each happened first.
#pragma once

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/event.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot::program {

class InputReport {
 public:
  // `message`: what is wrong, with the line.
  void note_bad_line(std::uint64_t line, const std::string& message) { bad_.note(line, message); }
  // Effects: counts a line's command with what it was answered, and whether it left something
  //          undone that its writer has to see to. `events`: those of its step.
  void note_decided(std::uint64_t line, const Command& command, const Answer& answer,
                    std::span<const Event> events);
  // `from`: the time that stands, 0 before the first command; `to`: a line's.
  void note_time(std::uint64_t line, TimeNs from, TimeNs to) noexcept;
  // Effects: counts a line's time when it is so early that it may be a number of another unit.
  void note_unit(std::uint64_t line, TimeNs time) noexcept;
  // What a line was in an input, or a log, of which no line had a time before.
  enum class Untimed { held, first_time, first_time_that_ended };
  // Effects: counts a line that held goods until a deadline in 1970, or the first with a time, by
  //          which such holds had ended, if there were any.
  void note_untimed(std::uint64_t line, Untimed what) noexcept {
    untimed_[static_cast<std::size_t>(what)].note(line);
  }
  // Effects: this many lines were in the log already, and were not read.
  void note_known(std::uint64_t lines) noexcept { known_ = lines; }

  [[nodiscard]] std::uint64_t bad_lines() const noexcept { return bad_.count; }
  // Returns: how many lines are bad, or left something undone that their writer has to see to.
  [[nodiscard]] std::uint64_t left_undone() const noexcept {
    return bad_.count + not_taken_.lines.count + in_question_.count;
  }
  [[nodiscard]] bool all_taken() const noexcept { return left_undone() == 0; }
  // Returns: whether something happened that add_to() counts by this name.
  [[nodiscard]] bool has(std::string_view kind) const noexcept;
  // Returns: those names.
  [[nodiscard]] static std::vector<std::string> kinds();

  // Effects: says on stderr what became of the lines of `input`, and where each kind of thing that
  //          single lines of output do not show at a look happened first. `bad_lines`: those too,
  //          which is of use where they did not end it.
  void tell(const std::string& input, bool bad_lines) const;
  // Effects: adds the counts.
  void add_to(nlohmann::ordered_json& summary) const;

 private:
  struct Happened {
    std::uint64_t count{};
    std::uint64_t first_line{};
    void note(std::uint64_t line) noexcept {
      if (count++ == 0) first_line = line;
    }
  };
  // The same, with what was said of the first.
  struct Said : Happened {
    std::string first;
    void note(std::uint64_t line, std::string_view text) {
      if (count == 0) first = text;
      Happened::note(line);
    }
  };
  struct Kind;
  struct Refusals {
    Reason reason;
    Happened lines;
  };
  static const Kind table[];

  [[nodiscard]] std::string overview() const;
  [[nodiscard]] std::uint64_t refused() const noexcept;
  [[nodiscard]] std::uint64_t times_in_doubt() const noexcept;

  std::uint64_t known_{};
  std::uint64_t taken_{};
  Said bad_;
  Refusals not_taken_{};            // with the reason of the first
  std::vector<Refusals> refusals_;  // in the order of their first lines
  Happened in_question_;            // sales that may have been recorded before
  Said amiss_;                      // facts that are not as they should be
  Happened duplicates_;
  Happened raised_;                  // times before the one that stood
  Happened gaps_;                    // of more than a day
  std::array<Happened, 3> untimed_;  // by Untimed
  std::int64_t longest_gap_ns_{};
  std::array<Happened, 3> in_doubt_;  // times that may be seconds, milliseconds, microseconds
};

// Returns: the error of a time that is more than max_step_ns after `now`, the one that stands.
[[nodiscard]] std::string gap_too_long(TimeNs now, TimeNs time, std::int64_t max_step_ns);
// Returns: the error of a time that no log can have.
[[nodiscard]] std::string time_out_of_range();

}  // namespace allot::program
