// Python values into fields of fixed width. A value that does not fit raises InvalidArgument with
// the name of the field and its range; nothing is rounded, cut or taken for what it only looks
// like.
#pragma once

#include <nanobind/nanobind.h>

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"
#include "command_types.hpp"
#include "errors.hpp"
#include "where.hpp"

namespace allot::python {

namespace nb = nanobind;

[[noreturn]] void raise_value(const Where& where, nb::handle value, const std::string& wanted);

// Requires: `text` is a str, and stays one for as long as the result is used.
std::string_view utf8_of(nb::handle text, const Where& where);

// Returns: the int that the value is, through __index__; nothing when it is none. True and members
//          of enums are none: they are integers to Python, but stand for something else.
nb::object exact_integer(nb::handle value);

// Returns: whether the value is True or False, also NumPy's.
bool is_truth(nb::handle value);

// Returns: the class of this name in the module, which stays for as long as the process.
PyObject* lasting_class(const char* module, std::string_view name);

// Returns: whether the value is a member of the enum.
template <class E>
bool is_choice(nb::handle value) {
  if (PyLong_CheckExact(value.ptr())) return false;
  static PyObject* const choices = lasting_class("allot", ChoiceOf<E>::name);
  return reinterpret_cast<PyObject*>(Py_TYPE(value.ptr())) == choices;
}

// Requires: low and high fit T. `wanted` is put before the range in messages.
template <std::integral T>
T read_integer(nb::handle value, const Where& where, const char* wanted = "",
               T low = std::numeric_limits<T>::min(), T high = std::numeric_limits<T>::max()) {
  const auto range = [&] { return std::to_string(low) + " to " + std::to_string(high); };
  const nb::object number = exact_integer(value);
  if (!number.is_valid()) raise_value(where, value, wanted + ("an integer, " + range()));
  if constexpr (std::is_same_v<T, std::uint64_t>) {
    const std::uint64_t read = PyLong_AsUnsignedLongLong(number.ptr());
    if (PyErr_Occurred() == nullptr && read >= low && read <= high) return read;
  } else {
    const std::int64_t read = PyLong_AsLongLong(number.ptr());
    const bool fits = read >= std::int64_t{low} && read <= std::int64_t{high};
    if (PyErr_Occurred() == nullptr && fits) return static_cast<T>(read);
  }
  PyErr_Clear();
  raise_value(where, value, wanted + range());
}

// Effects: reads the two halves of an integer of 128 bits. Returns: whether the value is one.
bool read_halves(nb::handle value, std::uint64_t& high, std::uint64_t& low);

template <class Tag>
void read_field(nb::handle value, const Where& where, Key<Tag>& into) {
  if (read_halves(value, into.high, into.low)) return;
  raise_value(where, value, "an integer, 0 to 2**128-1, or such a number as text");
}

template <class Tag>
void read_field(nb::handle value, const Where& where, Id<Tag>& into) {
  into.value = read_integer<std::uint32_t>(value, where);
}

inline void read_field(nb::handle value, const Where& where, bool& into) {
  if (is_truth(value)) {
    into = PyObject_IsTrue(value.ptr()) == 1;
  } else {
    into = read_integer<std::uint8_t>(value, where, "True, False or ", 0, 1) != 0;
  }
}

template <std::integral T>
void read_field(nb::handle value, const Where& where, T& into) {
  into = read_integer<T>(value, where);
}

template <class E>
  requires std::is_enum_v<E>
void read_field(nb::handle value, const Where& where, E& into) {
  if (is_choice<E>(value)) {
    into = static_cast<E>(PyLong_AsLong(value.ptr()));
    return;
  }
  static const std::string wanted = "an allot." + std::string(ChoiceOf<E>::name) + " or ";
  into = static_cast<E>(
      read_integer<std::uint8_t>(value, where, wanted.c_str(), 0, ChoiceOf<E>::last));
}

// A code that is too long or holds a NUL becomes one that the engine refuses as code_invalid: that
// is an answer, not an error.
inline void read_field(nb::handle value, const Where& where, Code& into) {
  if (!nb::isinstance<nb::str>(value)) raise_value(where, value, "a str");
  into = Code::given(utf8_of(value, where));
}

}  // namespace allot::python
