#include "read.hpp"

namespace allot::python {
namespace {

bool is_enum_member(nb::handle value) {
  static PyObject* const type = lasting_class("enum", "Enum");
  const int is = PyObject_IsInstance(value.ptr(), type);
  if (is < 0) throw nb::python_error();
  return is == 1;
}

}  // namespace

PyObject* lasting_class(const char* module, std::string_view name) {
  return nb::object(nb::module_::import_(module).attr(std::string(name).c_str())).release().ptr();
}

void raise_value(const Where& where, nb::handle value, const std::string& wanted) {
  // Not each value has a repr: integers of more than 4,300 digits have none.
  const nb::object shown = nb::module_::import_("allot.arguments").attr("shown")(value);
  raise("InvalidArgument",
        where.text() + " is " + nb::cast<nb::str>(shown).c_str() + "; must be " + wanted);
}

std::string_view utf8_of(nb::handle text, const Where& where) {
  Py_ssize_t size = 0;
  const char* const chars = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (chars == nullptr) {
    PyErr_Clear();
    raise_value(where, text, "text that UTF-8 can hold");
  }
  return {chars, static_cast<std::size_t>(size)};
}

bool is_truth(nb::handle value) {
  if (PyBool_Check(value.ptr())) return true;
  if (PyLong_CheckExact(value.ptr())) return false;
  const nb::object type = nb::borrow(value.type());
  const nb::object name = type.attr("__name__");
  const bool named = nb::str("bool").equal(name) || nb::str("bool_").equal(name);
  return named && nb::str("numpy").equal(type.attr("__module__"));
}

nb::object exact_integer(nb::handle value) {
  if (PyLong_CheckExact(value.ptr())) return nb::borrow(value);
  if (is_truth(value) || is_enum_member(value)) return {};
  nb::object number = nb::steal(PyNumber_Index(value.ptr()));
  if (!number.is_valid()) clear_error_of_value();
  return number;
}

bool read_halves(nb::handle value, std::uint64_t& high, std::uint64_t& low) {
  const nb::object number = exact_integer(value);
  if (!number.is_valid()) return false;
  high = 0;
  low = PyLong_AsUnsignedLongLong(number.ptr());
  if (PyErr_Occurred() == nullptr) return true;
  PyErr_Clear();
  const nb::object upper = number >> nb::int_(64);
  high = PyLong_AsUnsignedLongLong(upper.ptr());
  if (PyErr_Occurred() == nullptr) {
    low = PyLong_AsUnsignedLongLong((number - (upper << nb::int_(64))).ptr());
    if (PyErr_Occurred() == nullptr) return true;
  }
  PyErr_Clear();
  return false;
}

}  // namespace allot::python
