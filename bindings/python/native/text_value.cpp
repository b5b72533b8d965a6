#include "text_value.hpp"

namespace allot::python {

std::int64_t read_nanoseconds(nb::handle value, FieldForm form, const Where& where) {
  const bool is_time = form == FieldForm::time;
  const nb::object read =
      nb::module_::import_("allot.values").attr(is_time ? "time_ns" : "duration_ns")(value);
  if (!read.is_none()) return read_integer<std::int64_t>(read, where);
  const nb::object number = exact_integer(value);
  if (number.is_valid()) return read_integer<std::int64_t>(number, where);
  if (is_time && nb::cast<bool>(nb::module_::import_("allot.values").attr("is_naive")(value))) {
    raise_value(where, value,
                "a datetime that knows its time zone, such as "
                "value.replace(tzinfo=datetime.timezone.utc)");
  }
  const auto wanted = nb::cast<nb::str>(
      nb::module_::import_("allot.values").attr(is_time ? "TIME_FORMS" : "DURATION_FORMS"));
  raise_value(where, value, wanted.c_str());
}

std::int64_t duration_of_text(const nb::str& text, const std::string& name) {
  std::int64_t nanoseconds{};
  read_text(text, Field{.name = name, .form = FieldForm::duration}, Where(name), nanoseconds);
  return nanoseconds;
}

}  // namespace allot::python
