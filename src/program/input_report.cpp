#include "program/input_report.hpp"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <variant>

#include "allot/messages/command_type.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "json/scalar_text.hpp"
#include "program/counted.hpp"
#include "sequencing/sequencer.hpp"

namespace allot::program {
namespace {

constexpr std::int64_t day_ns = 86'400'000'000'000;

// A request that is refused for the state of things got its answer, but not one that is malformed
// or names what is not there (the reasons of intake that say "fix"). What has happened, and what
// the shop is, has to be recorded, and was not where it was refused; a host that sends a fact again
// with its command_key is told `duplicate` and the answer of then.
bool is_not_taken(const Command& command, Reason reason) {
  if (reason == Reason::ok) return false;
  const bool of_intake = static_cast<unsigned>(reason) < 2'000;
  if (of_intake && reason_text(reason).advice == Advice::fix) return true;
  return std::visit([]<class C>(const C&) { return is_fact<C> || C::type < Receive::type; },
                    command);
}

// A stretch of time for people, who need no more of one than its days and hours.
std::string in_days(std::int64_t nanoseconds) {
  const auto hours = static_cast<std::uint64_t>(nanoseconds / (day_ns / 24));
  const std::string days = counted(hours / 24, "day");
  return hours % 24 == 0 ? days : days + ' ' + counted(hours % 24, "hour");
}

}  // namespace

void InputReport::note_decided(const LineReader& line, const Command& command, Reason reason) {
  if (!is_not_taken(command, reason) || not_taken_++ != 0) return;
  const ReasonText& why = reason_text(reason);
  first_not_taken_ = line.name() + ':' + std::to_string(line.line()) + ": " +
                     std::string(why.name) + ": " + std::string(why.text);
}

void InputReport::note_time(TimeNs from, TimeNs to) noexcept {
  if (from == 0) return;
  if (to < from) {
    ++raised_;
    return;
  }
  if (to - from <= day_ns) return;
  ++gaps_;
  longest_gap_ns_ = std::max(longest_gap_ns_, to - from);
}

void InputReport::tell(bool bad_lines) const {
  if (bad_lines && bad_lines_ != 0) {
    std::cerr << "allot apply: " << counted(bad_lines_, "bad line")
              << (bad_lines_ == 1 ? " was" : " were") << " left out; the first: " << first_bad_
              << '\n';
  }
  if (gaps_ != 0) {
    std::cerr << "allot apply: crossed " << counted(gaps_, "gap")
              << " of more than a day, the longest of " << in_days(longest_gap_ns_) << '\n';
  }
  if (raised_ != 0) {
    std::cerr << "allot apply: " << counted(raised_, "line")
              << " had a time before the one that stood; "
              << (raised_ == 1 ? "it was" : "they were") << " taken at the later\n";
  }
  if (not_taken_ != 0) {
    std::cerr << "allot apply: " << counted(not_taken_, "line")
              << " could not be taken; the first: " << first_not_taken_ << '\n';
  }
}

void InputReport::add_to(nlohmann::ordered_json& summary) const {
  summary["not_taken"] = not_taken_;
  summary["gaps_crossed"] = gaps_;
  summary["longest_gap_ns"] = longest_gap_ns_;
  summary["times_raised"] = raised_;
}

std::string gap_too_long(TimeNs now, TimeNs time, std::int64_t max_step_ns) {
  return "the time " + json::time_text(time) + " is " + in_days(time - now) + " after " +
         json::time_text(now) + ", the time before it, and max_step_ns is " +
         json::duration_text(max_step_ns) + "; correct it, or cross such gaps with --cross-gaps";
}

std::string time_out_of_range() {
  return "the time lies outside 1970-01-01T00:00:00Z to " + json::time_text(time_max_ns);
}

}  // namespace allot::program
