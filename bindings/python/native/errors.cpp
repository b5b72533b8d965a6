#include "errors.hpp"

namespace nb = nanobind;

namespace allot::python {
namespace {

nb::object class_named(const char* name) { return nb::module_::import_("allot.errors").attr(name); }

// A message may name a file whose name is not UTF-8; Python escapes such bytes this way.
nb::object text_of(const std::string& message) {
  const auto size = static_cast<Py_ssize_t>(message.size());
  return nb::steal(PyUnicode_DecodeUTF8(message.data(), size, "surrogateescape"));
}

}  // namespace

void raise(const char* class_name, const std::string& message) {
  const nb::object type = class_named(class_name);
  const nb::object text = text_of(message);
  if (text.is_valid()) PyErr_SetObject(type.ptr(), text.ptr());
  throw nb::python_error();
}

void clear_error_of_value() {
  if (PyErr_ExceptionMatches(PyExc_Exception) == 0 ||
      PyErr_ExceptionMatches(PyExc_MemoryError) != 0) {
    throw nb::python_error();
  }
  PyErr_Clear();
}

void raise_named(nb::python_error& error, const std::string& where) {
  const bool other = error.matches(PyExc_Exception) && !error.matches(PyExc_MemoryError) &&
                     !error.matches(class_named("Error"));
  if (!other) throw std::move(error);
  const nb::object value = nb::borrow(error.value());
  const nb::object shown = nb::module_::import_("allot.arguments").attr("shown")(value);
  const nb::object made = class_named("InvalidArgument")(
      text_of(where + " cannot be read: " + nb::cast<nb::str>(shown).c_str()));
  made.attr("__cause__") = value;
  PyErr_SetObject(made.type().ptr(), made.ptr());
  throw nb::python_error();
}

void raise_if_failed(const Status& status) {
  switch (status.code()) {
    case StatusCode::ok: return;
    case StatusCode::invalid_argument: raise("InvalidArgument", status.message());
    case StatusCode::not_found: raise("NotFound", status.message());
    case StatusCode::corrupt: raise("Corrupt", status.message());
    case StatusCode::io_error: raise("IoError", status.message());
    case StatusCode::storage_full: raise("StorageFull", status.message());
    case StatusCode::unsupported: raise("Unsupported", status.message());
    case StatusCode::poisoned: raise("Poisoned", status.message());
    case StatusCode::other_process: raise("OtherProcess", status.message());
    case StatusCode::truncated: raise("Truncated", status.message());
  }
}

}  // namespace allot::python
