#include "fields.hpp"

namespace allot::python {

bool is_mapping(nb::handle value) {
  if (PyDict_Check(value.ptr())) return true;
  if (PyLong_Check(value.ptr()) || PyUnicode_Check(value.ptr())) return false;
  const nb::object mapping = nb::module_::import_("collections.abc").attr("Mapping");
  const int is = PyObject_IsInstance(value.ptr(), mapping.ptr());
  if (is < 0) throw nb::python_error();
  return is == 1;
}

Source::Source(nb::handle from, const Where& where) : object_(nb::borrow(from)), where_(where) {
  if (PyDict_CheckExact(from.ptr())) {
    items_ = object_;
  } else if (is_mapping(from)) {
    // Of another kind of mapping each value is asked for once.
    nb::dict copied;
    for (const nb::handle key : from) copied[key] = from[key];
    items_ = std::move(copied);
  }
}

nb::object Source::value(PyObject* name) {
  if (!is_items()) {
    nb::object value = nb::steal(PyObject_GetAttr(object_.ptr(), name));
    if (!value.is_valid()) {
      if (PyErr_ExceptionMatches(PyExc_AttributeError) == 0) throw nb::python_error();
      PyErr_Clear();
    }
    return value;
  }
  PyObject* const value = PyDict_GetItemWithError(items_.ptr(), name);
  if (value == nullptr) {
    if (PyErr_Occurred() != nullptr) throw nb::python_error();
    return {};
  }
  ++found_;
  return nb::borrow(value);
}

void Source::expect_only(const std::vector<PyObject*>& known,
                         const std::vector<PyObject*>& in_ns) const {
  if (!is_items()) return;
  nb::list names;
  for (PyObject* const name : known) names.append(nb::borrow(name));
  for (PyObject* const name : in_ns) {
    if (name != nullptr) names.append(nb::borrow(name));
  }
  const nb::object text =
      nb::module_::import_("allot.arguments").attr("unknown_names")(items_, names);
  if (text.is_none()) return;
  raise("InvalidArgument", where_.text() + nb::cast<nb::str>(text).c_str());
}

nb::object items_of(nb::handle value, const Where& where, const char* wanted, bool is_bytes) {
  if (PyList_CheckExact(value.ptr())) return nb::borrow(value);
  const bool is_text = PyUnicode_Check(value.ptr()) || (PyBytes_Check(value.ptr()) && !is_bytes);
  if (is_text || PySequence_Check(value.ptr()) == 0 || is_mapping(value)) {
    raise_value(where, value, wanted);
  }
  nb::object items = nb::steal(PySequence_List(value.ptr()));
  if (!items.is_valid()) {
    nb::python_error error;
    raise_named(error, where.text());
  }
  return items;
}

}  // namespace allot::python
