// Python values into fields of fixed width. A value that does not fit raises InvalidArgument with
// the name of the field and its range.
#pragma once

#include <nanobind/nanobind.h>

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"
#include "errors.hpp"

namespace allot::python {

namespace nb = nanobind;

[[noreturn]] inline void raise_value(std::string_view where, nb::handle value,
                                     const std::string& wanted) {
  // Not each value has a repr: integers of more than 4,300 digits have none.
  std::string shown;
  const nb::object text = nb::steal(PyObject_Repr(value.ptr()));
  const char* const chars =
      text.is_valid() ? PyUnicode_AsUTF8AndSize(text.ptr(), nullptr) : nullptr;
  if (chars == nullptr) {
    PyErr_Clear();
    shown = "an " + std::string(nb::inst_name(value).c_str()) + " that cannot be shown";
  } else {
    shown = chars;
  }
  raise("InvalidArgument", std::string(where) + " is " + shown + "; must be " + wanted);
}

// Requires: `text` is a str, and stays one for as long as the result is used.
inline std::string_view utf8_of(nb::handle text, std::string_view where) {
  Py_ssize_t size = 0;
  const char* const chars = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (chars == nullptr) {
    PyErr_Clear();
    raise_value(where, text, "text that UTF-8 can hold");
  }
  return {chars, static_cast<std::size_t>(size)};
}

// Requires: low and high fit T.
template <std::integral T>
T read_integer(nb::handle value, std::string_view where, T low = std::numeric_limits<T>::min(),
               T high = std::numeric_limits<T>::max()) {
  const auto wanted = [&] { return std::to_string(low) + " to " + std::to_string(high); };
  // IntEnum, bool and NumPy's integers are all taken through __index__; floats are not.
  const nb::object index = nb::steal(PyNumber_Index(value.ptr()));
  if (!index.is_valid()) {
    PyErr_Clear();
    raise_value(where, value, "an integer, " + wanted());
  }
  if constexpr (std::is_same_v<T, std::uint64_t>) {
    const std::uint64_t number = PyLong_AsUnsignedLongLong(index.ptr());
    if (PyErr_Occurred() == nullptr && number >= low && number <= high) return number;
  } else {
    const std::int64_t number = PyLong_AsLongLong(index.ptr());
    const bool fits = number >= std::int64_t{low} && number <= std::int64_t{high};
    if (PyErr_Occurred() == nullptr && fits) return static_cast<T>(number);
  }
  PyErr_Clear();
  raise_value(where, value, wanted());
}

template <class Tag>
void read_field(nb::handle value, std::string_view where, Key<Tag>& into) {
  const nb::object index = nb::steal(PyNumber_Index(value.ptr()));
  if (index.is_valid()) {
    into.high = 0;
    into.low = PyLong_AsUnsignedLongLong(index.ptr());
    if (PyErr_Occurred() == nullptr) return;
    PyErr_Clear();
    const nb::object high = index >> nb::int_(64);
    into.high = PyLong_AsUnsignedLongLong(high.ptr());
    if (PyErr_Occurred() == nullptr) {
      into.low = PyLong_AsUnsignedLongLong((index - (high << nb::int_(64))).ptr());
      if (PyErr_Occurred() == nullptr) return;
    }
  }
  PyErr_Clear();
  raise_value(where, value, "an integer, 0 to 2**128-1");
}

template <class Tag>
void read_field(nb::handle value, std::string_view where, Id<Tag>& into) {
  into.value = read_integer<std::uint32_t>(value, where);
}

inline void read_field(nb::handle value, std::string_view where, bool& into) {
  into = read_integer<std::uint8_t>(value, where, 0, 1) != 0;
}

template <std::integral T>
void read_field(nb::handle value, std::string_view where, T& into) {
  into = read_integer<T>(value, where);
}

// A code that is empty, too long or holds a NUL becomes the empty one, which the engine refuses as
// code_invalid: that is an answer, not an error.
inline void read_field(nb::handle value, std::string_view where, Code& into) {
  if (!nb::isinstance<nb::str>(value)) raise_value(where, value, "a str");
  into = Code::from(utf8_of(value, where)).value_or(Code{});
}

}  // namespace allot::python
