// Values of a field that are no integers: texts, in the forms of the JSON lines ("15m",
// "backorder", "hex:...", a time), read by the reader that `allot apply` uses so that both mean the
// same; and Python's and NumPy's times and durations.
#pragma once

#include <nanobind/nanobind.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "allot/messages/field.hpp"
#include "json/field_reader.hpp"
#include "read.hpp"

namespace allot::python {

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

// Effects: reads what the text stands for. Codes in place of ids are refused: what gives a code its
//          id may stand in the same batch, undecided.
template <class T>
void read_text(nb::handle value, const Field& field, const Where& where, T& into) {
  const std::string_view text = utf8_of(value, where);
  if constexpr (is_id<T>) {
    raise("InvalidArgument", where.text() + ": \"" + std::string(text) +
                                 "\" is a code; give the id, which a DEFINED event tells");
  } else {
    json::Value string;
    string.kind = json::Value::Kind::text;
    string.text = text;
    json::Value object;
    object.kind = json::Value::Kind::object;
    object.members.push_back({std::string(field.name), std::move(string)});
    const json::NoNames no_names;
    json::KeptLists no_lists;
    json::FieldReader reader(object, no_names, no_lists);
    reader(field, into);
    if (const std::optional<json::Fault> fault = reader.finish()) {
      raise("InvalidArgument", where.text() + ": " + fault->cause);
    }
  }
}

// Returns: the nanoseconds of a datetime with its time zone, a timedelta or one of NumPy's, where
//          the field is a time or a duration; else raises InvalidArgument.
std::int64_t read_nanoseconds(nb::handle value, FieldForm form, const Where& where);

// Returns: nanoseconds of a duration in words, "15m"; raises InvalidArgument, naming `name`.
std::int64_t duration_of_text(const nb::str& text, const std::string& name);

// Effects: reads a field from whatever may stand for it.
template <class T>
void read_value(nb::handle value, const Field& field, const Where& where, T& into) {
  if constexpr (std::is_same_v<T, Code>) {
    read_field(value, where, into);
  } else if (nb::isinstance<nb::str>(value)) {
    read_text(value, field, where, into);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    const bool is_time = field.form == FieldForm::time || field.form == FieldForm::duration;
    into = is_time && !PyLong_Check(value.ptr()) ? read_nanoseconds(value, field.form, where)
                                                 : read_integer<std::int64_t>(value, where);
  } else {
    read_field(value, where, into);
  }
}

// Effects: reads a time from NAME_ns, which JSON prints beside its text. Where both were given they
//          have to agree. `field`: of NAME_ns. Requires: `into` holds what the text said, if any.
inline void read_time_in_ns(nb::handle value, const Field& field, const Where& where, bool has_text,
                            std::int64_t& into) {
  std::int64_t nanoseconds{};
  read_value(value, field, where, nanoseconds);
  if (has_text && nanoseconds != into) {
    raise("InvalidArgument", where.text() + " is another time than the one beside it");
  }
  into = nanoseconds;
}

}  // namespace allot::python
