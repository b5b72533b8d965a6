// Reading the fields of one struct by their names, from the attributes of an object or the items of
// a dict.
#pragma once

#include <nanobind/nanobind.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "batch.hpp"
#include "messages/lists.hpp"
#include "text_value.hpp"

namespace allot::python {

// Returns: the names of the struct's fields as Python's strings, which live for ever.
template <HasFields S>
const std::vector<PyObject*>& field_names() {
  static const auto* const names = [] {
    auto* made = new std::vector<PyObject*>;
    S sample{};
    S::fields(sample, [&](std::string_view name, auto&) {
      made->push_back(PyUnicode_InternFromString(std::string(name).c_str()));
    });
    return made;
  }();
  return *names;
}

// The names under which times are given in nanoseconds, in the order of the fields; null where a
// field is no time.
template <HasFields S>
const std::vector<PyObject*>& field_names_in_ns() {
  static const auto* const names = [] {
    auto* made = new std::vector<PyObject*>;
    S sample{};
    S::fields(sample, [&](const Field& field, auto&) {
      const std::string name = std::string(field.name) + "_ns";
      const bool is_time = field.form == FieldForm::time;
      made->push_back(is_time ? PyUnicode_InternFromString(name.c_str()) : nullptr);
    });
    return made;
  }();
  return *names;
}

// Where the values of one struct come from.
class Source {
 public:
  // A mapping's items, or an object's attributes.
  Source(nb::handle from, const Where& where);

  // Returns: the value of this name; nothing when there is none.
  nb::object value(PyObject* name);
  // Errors:   raises InvalidArgument when there is an item of another name.
  void expect_only(const std::vector<PyObject*>& known, const std::vector<PyObject*>& in_ns) const;
  // Requires: value() was called for all of `known`. As expect_only(), at the cost of a count.
  void expect_no_more(const std::vector<PyObject*>& known,
                      const std::vector<PyObject*>& in_ns) const {
    if (is_items() && PyDict_Size(items_.ptr()) != found_) expect_only(known, in_ns);
  }

  [[nodiscard]] bool is_items() const noexcept { return items_.is_valid(); }

 private:
  nb::object object_;
  nb::object items_;  // a dict; absent when the values are attributes
  Py_ssize_t found_{0};
  const Where& where_;
};

// Returns: whether the value is one that a mapping's items stand for.
bool is_mapping(nb::handle value);

// Returns: the items of what is given for a list; raises InvalidArgument when it is none.
nb::object items_of(nb::handle value, const Where& where, const char* wanted, bool is_bytes);

// Whether Python has to be given the field. A command_key is made from the number of its line by
// those who read files; Python has no lines.
template <class T>
bool is_needed(const Field& field) {
  return field.needed || std::is_same_v<T, CommandKey> || (is_list<T> && field.added == 0);
}

template <HasFields S>
void read_fields(Source& source, const Where& where, Batch& batch, S& into);

template <class E>
std::vector<E> read_items(nb::handle given, const Field& field, const Where& where, Batch& batch) {
  constexpr bool is_bytes = std::is_same_v<E, std::uint8_t>;
  const char* wanted = is_bytes ? "bytes" : "a list of integers";
  if constexpr (HasFields<E>) {
    wanted = std::is_same_v<E, OrderLine> ? "a list of allot.Line" : "a list of allot.Attribute";
  }
  const nb::object items = items_of(given, Where(where, field.name), wanted, is_bytes);
  const Py_ssize_t size = PySequence_Size(items.ptr());
  std::vector<E> read(static_cast<std::size_t>(size));
  for (Py_ssize_t i = 0; i < size; ++i) {
    const Where here(where, field.name, static_cast<std::size_t>(i));
    const nb::object item = nb::borrow(PyList_GetItem(items.ptr(), i));
    if (!item.is_valid()) throw nb::python_error();
    if constexpr (HasFields<E>) {
      Source source(item, here);
      read_fields(source, here, batch, read[static_cast<std::size_t>(i)]);
    } else {
      read_value(item, field, here, read[static_cast<std::size_t>(i)]);
    }
  }
  return read;
}

template <HasFields S>
void read_fields(Source& source, const Where& where, Batch& batch, S& into) {
  const std::vector<PyObject*>& names = field_names<S>();
  const std::vector<PyObject*>& names_in_ns = field_names_in_ns<S>();
  std::size_t at = 0;
  const auto refuse_missing = [&](const Field& field) {
    // One that is misspelt tells more than one that is missing.
    source.expect_only(names, names_in_ns);
    raise("InvalidArgument", Where(where, field.name).text() + " is missing; it is needed" +
                                 (field.unless.empty() ? "" : ", or " + std::string(field.unless)));
  };
  std::optional<Field> missing;  // what a field behind it may stand for
  S::fields(into, [&]<class T>(const Field& field, T& target) {
    PyObject* const in_ns = names_in_ns[at];
    const nb::object value = source.value(names[at++]);
    if constexpr (std::is_same_v<T, std::int64_t>) {
      const nb::object given =
          in_ns != nullptr && source.is_items() ? source.value(in_ns) : nb::object();
      if (given.is_valid() && !given.is_none()) {
        const bool has_text = value.is_valid() && !value.is_none();
        const std::string name = std::string(field.name) + "_ns";
        if (has_text) read_value(value, field, Where(where, field.name), target);
        read_time_in_ns(given, Field{.name = name}, Where(where, name), has_text, target);
        return;
      }
    }
    if (!value.is_valid() || value.is_none()) {
      if (!is_needed<T>(field)) return;
      if (field.unless.empty()) refuse_missing(field);
      missing = field;
      return;
    }
    if (missing && missing->unless == field.name) missing.reset();
    if constexpr (is_list<T>) {
      target = batch.lists.keep(
          read_items<std::remove_const_t<typename T::element_type>>(value, field, where, batch));
    } else {
      read_value(value, field, Where(where, field.name), target);
    }
  });
  if (missing) refuse_missing(*missing);
  source.expect_no_more(names, names_in_ns);
}

}  // namespace allot::python
