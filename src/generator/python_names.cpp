// bindings/python/allot/names.py and reasons.py: choices, flags, types of events, and reasons as
// enums.
#include <sstream>

#include "generator/python_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

using namespace python;

void print_members(std::ostream& out, const std::vector<Choice>& values) {
  for (const Choice& value : values) {
    out << "    " << upper(value.name) << " = " << value.number << '\n'
        << docstring(value.comment, 4);
  }
}

void print_list(std::ostream& out, const ChoiceList& list, std::string_view name,
                std::string_view base) {
  out << "\n\nclass " << name << '(' << base << "):\n" << docstring(list.comment, 4) << '\n';
  print_members(out, list.values);
}

void print_event_types(std::ostream& out, const Description& description) {
  out << "\n\nclass EventType(IntEnum):\n"
         "    \"\"\"What an event says; its class in allot.events has the fields.\"\"\"\n\n";
  for (const EventMessage& event : description.events) {
    out << "    " << upper(event.name) << " = " << event.number << '\n'
        << docstring(event.note.empty() ? event.comment : event.note, 4);
  }
}

// Returns: the text between quotes, in as many pieces as lines of 100 columns take.
std::string long_text(const std::string& text) {
  constexpr std::size_t most = 88;
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = text.size();
    if (to - from > most) to = text.rfind(' ', from + most) + 1;
    out += (from == 0 ? "        " : "\n        ") + quoted(text.substr(from, to - from));
    from = to;
  }
  return out;
}

constexpr std::string_view reason_members = R"(
    advice: str
    """What kind of thing a caller can do: none, permanent, retry or fix."""
    text: str
    """What is the case."""
    to_do: str
    """What to do about it."""

    def __new__(cls, number: int, advice: str, text: str, to_do: str) -> CLASS:
        member = int.__new__(cls, number)
        member._value_ = number
        member.advice = advice
        member.text = text
        member.to_do = to_do
        return member

)";

void print_reasons(std::ostream& out, const std::string& name, const std::string& comment,
                   const std::vector<ReasonMessage>& reasons) {
  std::string members(reason_members);
  members.replace(members.find("CLASS"), 5, name);
  out << "\n\nclass " << name << "(IntEnum):\n" << docstring(comment, 4) << members;
  for (const ReasonMessage& reason : reasons) {
    out << "    " << upper(reason.name) << " = (" << reason.number << ", " << quoted(reason.advice)
        << ",\n"
        << long_text(reason.text) << ",\n"
        << long_text(reason.to_do) << ")\n";
  }
}

}  // namespace

GeneratedFile write_python_names(const Description& description) {
  std::ostringstream out;
  out << made_from
      << "\"\"\"The numbered names that commands, events and answers use. Numbers are never reused."
         "\"\"\"\n\nfrom __future__ import annotations\n\nfrom enum import IntEnum, IntFlag\n\n"
         "from allot.reasons import Reason, StatusCode\n\n__all__ = [\n";
  for (const ChoiceList& list : description.choices) out << "    " << quoted(list.name) << ",\n";
  for (const ChoiceList& list : description.flags) {
    out << "    " << quoted(singular(list.name)) << ",\n";
  }
  for (const ChoiceList& list : description.settings) out << "    " << quoted(list.name) << ",\n";
  out << "    \"EventType\",\n    \"Reason\",\n    \"StatusCode\",\n]\n";
  for (const ChoiceList& list : description.choices) print_list(out, list, list.name, "IntEnum");
  for (const ChoiceList& list : description.flags) {
    print_list(out, list, singular(list.name), "IntFlag");
  }
  for (const ChoiceList& list : description.settings) print_list(out, list, list.name, "IntEnum");
  print_event_types(out, description);
  return {"bindings/python/allot/names.py", out.str()};
}

GeneratedFile write_python_reasons(const Description& description) {
  std::ostringstream out;
  out << made_from
      << "\"\"\"Why something was refused or failed. Numbers are never reused.\"\"\"\n\n"
         "from __future__ import annotations\n\nfrom enum import IntEnum\n\n"
         "__all__ = [\n    \"Reason\",\n    \"StatusCode\",\n]\n";
  print_reasons(out, "Reason", description.reason_comment, description.reasons);
  print_reasons(out, "StatusCode", description.status_comment, description.statuses);
  return {"bindings/python/allot/reasons.py", out.str()};
}

}  // namespace allot::schema
