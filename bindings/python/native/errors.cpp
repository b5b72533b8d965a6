#include "errors.hpp"

#include <nanobind/nanobind.h>

namespace nb = nanobind;

namespace allot::python {

void raise(const char* class_name, const std::string& message) {
  const nb::object type = nb::module_::import_("allot.errors").attr(class_name);
  PyErr_SetObject(type.ptr(), nb::str(message.c_str(), message.size()).ptr());
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
