// bindings/python/allot/names.py: choices, flags, types of events and reasons as enums.
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

constexpr std::string_view reason_members = R"(
    advice: str
    """What a caller can do: none, permanent, retry or fix."""
    text: str
    """What it means, in a sentence."""

    def __new__(cls, number: int, advice: str, text: str) -> Reason:
        reason = int.__new__(cls, number)
        reason._value_ = number
        reason.advice = advice
        reason.text = text
        return reason

)";

void print_reasons(std::ostream& out, const Description& description) {
  out << "\n\nclass Reason(IntEnum):\n" << docstring(description.reason_comment, 4);
  out << reason_members;
  for (const ReasonMessage& reason : description.reasons) {
    const std::string head = "    " + upper(reason.name) + " = (" + std::to_string(reason.number) +
                             ", " + quoted(reason.advice) + ',';
    const std::string text = quoted(reason.text);
    const bool fits = head.size() + text.size() + 2 <= 100;
    out << head << (fits ? " " : "\n        ") << text << ")\n";
  }
}

}  // namespace

GeneratedFile write_python_names(const Description& description) {
  std::ostringstream out;
  out << made_from
      << "\"\"\"The numbered names that commands, events and answers use. Numbers are never reused."
         "\"\"\"\n\nfrom __future__ import annotations\n\nfrom enum import IntEnum, IntFlag\n\n"
         "__all__ = [\n";
  for (const ChoiceList& list : description.choices) out << "    " << quoted(list.name) << ",\n";
  for (const ChoiceList& list : description.flags) {
    out << "    " << quoted(singular(list.name)) << ",\n";
  }
  out << "    \"EventType\",\n    \"Reason\",\n]\n";
  for (const ChoiceList& list : description.choices) print_list(out, list, list.name, "IntEnum");
  for (const ChoiceList& list : description.flags) {
    print_list(out, list, singular(list.name), "IntFlag");
  }
  print_event_types(out, description);
  print_reasons(out, description);
  return {"bindings/python/allot/names.py", out.str()};
}

}  // namespace allot::schema
