#include "errors.hpp"

#include <nanobind/nanobind.h>

namespace nb = nanobind;

namespace allot::python {

void raise(const char* class_name, const std::string& message) {
  const nb::object type = nb::module_::import_("allot.errors").attr(class_name);
  // A message may name a file whose name is not UTF-8; Python escapes such bytes this way.
  const auto size = static_cast<Py_ssize_t>(message.size());
  const nb::object text = nb::steal(PyUnicode_DecodeUTF8(message.data(), size, "surrogateescape"));
  if (text.is_valid()) PyErr_SetObject(type.ptr(), text.ptr());
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
  }
}

}  // namespace allot::python
