#include "program/input_report.hpp"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <variant>

#include "allot/messages/command_type.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "json/counted.hpp"
#include "json/scalar_text.hpp"
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

// Returns: what is wrong with what was recorded, as the event says it; empty when nothing is.
std::string_view amiss(const Event& event) {
  switch (event.type) {
    case EventType::shipment_exception:
    case EventType::return_exception:
    case EventType::parcel_unassigned:
    case EventType::payment_unassigned: return reason_text(event.reason).name;
    case EventType::news_kept: return event_name(event.type);
    case EventType::authorised:
    case EventType::captured:
    case EventType::refunded:
    case EventType::reversed:
    case EventType::charged_back:
    case EventType::voided:
      // Told again, it was taken the first time.
      if (event.reason == Reason::ok || event.reason == Reason::payment_known) return {};
      return reason_text(event.reason).name;
    default: return {};
  }
}

// A stretch of time for people, who need no more of one than its days and hours.
std::string in_days(std::int64_t nanoseconds) {
  const auto hours = static_cast<std::uint64_t>(nanoseconds / (day_ns / 24));
  const std::string days = json::counted(hours / 24, "day");
  return hours % 24 == 0 ? days : days + ' ' + json::counted(hours % 24, "hour");
}

}  // namespace

struct InputReport::Kind {
  std::string_view name;
  std::uint64_t (*count)(const InputReport&) noexcept;
};

const InputReport::Kind InputReport::table[] = {
    {"refused", [](const InputReport& r) noexcept { return r.refused(); }},
    {"not_taken", [](const InputReport& r) noexcept { return r.not_taken_.lines.count; }},
    {"sales_in_question", [](const InputReport& r) noexcept { return r.in_question_.count; }},
    {"facts_in_question", [](const InputReport& r) noexcept { return r.amiss_.count; }},
    {"bad_lines", [](const InputReport& r) noexcept { return r.bad_.count; }},
    {"duplicates", [](const InputReport& r) noexcept { return r.duplicates_.count; }},
    {"gaps_crossed", [](const InputReport& r) noexcept { return r.gaps_.count; }},
    {"times_raised", [](const InputReport& r) noexcept { return r.raised_.count; }},
    {"times_in_doubt", [](const InputReport& r) noexcept { return r.times_in_doubt(); }},
};

std::vector<std::string> InputReport::kinds() {
  std::vector<std::string> names;
  for (const Kind& kind : table) names.emplace_back(kind.name);
  return names;
}

bool InputReport::has(std::string_view kind) const noexcept {
  return std::ranges::any_of(
      table, [&](const Kind& each) { return each.name == kind && each.count(*this) != 0; });
}

void InputReport::note_decided(std::uint64_t line, const Command& command, const Answer& answer,
                               std::span<const Event> events) {
  const bool in_question = std::ranges::any_of(
      events, [](const Event& event) { return event.type == EventType::sale_maybe_known; });
  if (answer.duplicate) {
    duplicates_.note(line);
  } else if (in_question) {
    in_question_.note(line);
  } else if (answer.reason == Reason::ok) {
    ++taken_;
  } else {
    const auto known = std::ranges::find(refusals_, answer.reason, &Refusals::reason);
    Refusals& of_reason =
        known != refusals_.end() ? *known : refusals_.emplace_back(Refusals{answer.reason, {}});
    of_reason.lines.note(line);
  }
  for (const Event& event : events) {
    const std::string_view why = amiss(event);
    if (why.empty()) continue;
    amiss_.note(line, why);
    break;
  }
  if (!is_not_taken(command, answer.reason)) return;
  if (not_taken_.lines.count == 0) not_taken_.reason = answer.reason;
  not_taken_.lines.note(line);
}

void InputReport::note_time(std::uint64_t line, TimeNs from, TimeNs to) noexcept {
  if (from == 0) return;
  if (to < from) raised_.note(line);
  if (to - from <= day_ns) return;
  gaps_.note(line);
  longest_gap_ns_ = std::max(longest_gap_ns_, to - from);
}

// Of a shop's life, 2000 to 2100, each unit has numbers that no other one has there.
void InputReport::note_unit(std::uint64_t line, TimeNs time) noexcept {
  constexpr std::int64_t first_s = 946'684'800;
  constexpr std::int64_t end_s = 4'102'444'800;
  std::int64_t in_a_second = 1;
  for (Happened& unit : in_doubt_) {
    if (time >= first_s * in_a_second && time < end_s * in_a_second) unit.note(line);
    in_a_second *= 1'000;
  }
}

std::uint64_t InputReport::times_in_doubt() const noexcept {
  return in_doubt_[0].count + in_doubt_[1].count + in_doubt_[2].count;
}

std::uint64_t InputReport::refused() const noexcept {
  std::uint64_t refused = 0;
  for (const Refusals& of_reason : refusals_) refused += of_reason.lines.count;
  return refused;
}

std::string InputReport::overview() const {
  std::string text = json::counted(taken_, "line") + " taken";
  const auto add = [&text](std::uint64_t count, const char* what) {
    if (count != 0) text += ", " + json::grouped(count) + what;
  };
  add(refused(), " refused");
  add(in_question_.count, " in question");
  add(duplicates_.count, duplicates_.count == 1 ? " duplicate" : " duplicates");
  add(bad_.count, " bad");
  add(known_, " known before");
  return text;
}

void InputReport::tell(const std::string& input, bool bad_lines) const {
  if (taken_ + refused() + in_question_.count + duplicates_.count + bad_.count == 0) return;
  std::cerr << "allot apply: " << input << ": " << overview() << '\n';
  const auto say = [](const Happened& what, const std::string& text) {
    if (what.count == 0) return;
    std::cerr << "  " << text << (what.count == 1 ? ": line " : "; first: line ") << what.first_line
              << '\n';
  };
  for (const Refusals& of_reason : refusals_) {
    say(of_reason.lines, json::grouped(of_reason.lines.count) + " refused, " +
                             std::string(reason_text(of_reason.reason).name));
  }
  say(duplicates_, json::counted(duplicates_.count, "duplicate") + " of what is in the log");
  say(gaps_, json::counted(gaps_.count, "gap") + " of more than a day" +
                 (gaps_.count == 1 ? " of " : ", the longest of ") + in_days(longest_gap_ns_));
  const auto& [held, timed, ended] = untimed_;
  if (timed.count == 0) {
    say(held, json::counted(held.count, "line") +
                  " held goods before any line had a time, which is in 1970");
  }
  if (ended.count != 0) {
    std::cerr << "  line " << ended.first_line
              << " is the first with a time: by then what was held before it had expired\n";
  } else if (held.count != 0 && timed.count == 0) {
    std::cerr << "  The first line with a time will end what they hold\n";
  }
  if (ended.count != 0 || (held.count != 0 && timed.count == 0)) {
    std::cerr << "  Give every line its \"time\", such as \"2026-11-27T08:00:00Z\"\n";
  }
  say(raised_,
      json::counted(raised_.count, "time") + " before the one that stood, taken at the later");
  constexpr std::array<const char*, 3> units{"seconds", "milliseconds", "microseconds"};
  for (std::size_t i = 0; i < units.size(); ++i) {
    say(in_doubt_[i], json::counted(in_doubt_[i].count, "time") + " that would be " + units[i] +
                          " since 1970, taken as nanoseconds");
  }
  if (not_taken_.lines.count != 0) {
    const ReasonText& why = reason_text(not_taken_.reason);
    std::cerr << "  " << json::counted(not_taken_.lines.count, "line") << " could not be taken"
              << (not_taken_.lines.count == 1 ? ": line " : "; first: line ")
              << not_taken_.lines.first_line << ": " << why.name << ": " << why.text << '\n';
  }
  if (amiss_.count != 0) {
    std::cerr << "  " << json::counted(amiss_.count, "fact")
              << " in question, recorded all the same"
              << (amiss_.count == 1 ? ": line " : "; first: line ") << amiss_.first_line << ": "
              << amiss_.first << '\n';
  }
  if (in_question_.count != 0) {
    say(in_question_, json::counted(in_question_.count, "sale") +
                          " may have been recorded before, and took nothing");
    std::cerr << "  Make sure, and import what is new again with \"known_new\": true\n";
  }
  if (bad_lines && bad_.count != 0) {
    std::cerr << "  " << json::counted(bad_.count, "bad line") << " left out"
              << (bad_.count == 1 ? ": " : "; first: ") << bad_.first << '\n';
  }
}

void InputReport::add_to(nlohmann::ordered_json& summary) const {
  summary["taken"] = taken_;
  summary["known_before"] = known_;
  nlohmann::ordered_json refusals = nlohmann::ordered_json::array();
  for (const Refusals& of_reason : refusals_) {
    refusals.push_back({{"reason", reason_text(of_reason.reason).name},
                        {"count", of_reason.lines.count},
                        {"first_line", of_reason.lines.first_line}});
  }
  summary["refusals"] = std::move(refusals);
  const auto add = [&summary](const char* name, const char* line_name, const Happened& what) {
    summary[name] = what.count;
    if (what.count != 0) summary[line_name] = what.first_line;
  };
  add("not_taken", "first_not_taken_line", not_taken_.lines);
  add("sales_in_question", "first_sale_in_question_line", in_question_);
  add("facts_in_question", "first_fact_in_question_line", amiss_);
  add("duplicates", "first_duplicate_line", duplicates_);
  add("gaps_crossed", "first_gap_line", gaps_);
  summary["longest_gap_ns"] = longest_gap_ns_;
  add("times_raised", "first_raised_line", raised_);
  add("untimed_holds", "first_untimed_hold_line", untimed_[0]);
  summary["times_in_doubt"] = times_in_doubt();
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
