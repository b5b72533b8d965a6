#include "commands.hpp"

#include <nanobind/stl/string.h>

#include <variant>

#include "allot/messages/command.hpp"
#include "allot/messages/command_type.hpp"
#include "fields.hpp"
#include "host_command.hpp"
#include "json/encode.hpp"
#include "key_number.hpp"

#include <nlohmann/json.hpp>

namespace allot::python {
namespace {

Command read_body(std::string_view name, Source& source, const Where& where, Batch& batch) {
  Command command;
  for_command_named(name, [&]<class C>(std::type_identity<C>) {
    C read;
    read_fields(source, where, batch, read);
    command = read;
  });
  return command;
}

// The field `time` beside a dict's command, or of a dataclass.
constexpr Field time_field{.name = "time", .form = FieldForm::time};
constexpr Field time_ns_field{.name = "time_ns"};
TimeNs read_time(nb::handle value, const Where& where) {
  TimeNs time{};
  if (value.is_valid() && !value.is_none()) {
    read_value(value, time_field, Where(where, time_field.name), time);
  }
  return time;
}

// The parts of {"place": {...}, "time": "1970-01-01T00:00:00Z", "time_ns": 0}.
struct DictParts {
  nb::object name;
  nb::object body;
  nb::object time;
  nb::object time_ns;
};

// Python's half of the reader takes what is not plainly right, and says what is wrong with it.
DictParts parts_of(nb::handle from, const Where& where) {
  static PyObject* const time = PyUnicode_InternFromString("time");
  DictParts parts;
  if (PyDict_CheckExact(from.ptr())) {
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    for (Py_ssize_t at = 0; PyDict_Next(from.ptr(), &at, &key, &value) != 0;) {
      const bool is_time = PyUnicode_Check(key) && PyUnicode_Compare(key, time) == 0;
      (is_time ? parts.time : parts.body) = nb::borrow(value);
      if (!is_time) parts.name = nb::borrow(key);
    }
    const bool plain = parts.name.is_valid() && PyUnicode_Check(parts.name.ptr()) &&
                       PyDict_Size(from.ptr()) == (parts.time.is_valid() ? 2 : 1) &&
                       PyDict_CheckExact(parts.body.ptr()) &&
                       PyDict_Contains(parts.body.ptr(), time) == 0 &&
                       for_command_named(utf8_of(parts.name, where), [](auto) {});
    if (plain) return parts;
  }
  const auto read = nb::cast<nb::tuple>(
      nb::module_::import_("allot.json_form").attr("parts")(from, where.text()));
  return {read[0], read[1], read[2], read[3]};
}

Submission read_dict(nb::handle from, const Where& where, Batch& batch) {
  const DictParts parts = parts_of(from, where);
  Source source(parts.body, where);
  Submission submission;
  submission.command = read_body(utf8_of(parts.name, where), source, where, batch);
  submission.time = read_time(parts.time, where);
  if (parts.time_ns.is_valid() && !parts.time_ns.is_none()) {
    read_time_in_ns(parts.time_ns, time_ns_field, Where(where, time_ns_field.name),
                    !parts.time.is_none(), submission.time);
  }
  return submission;
}

Submission read_dataclass(nb::handle from, const Where& where, Batch& batch) {
  static PyObject* const command = PyUnicode_InternFromString("command");
  static PyObject* const time = PyUnicode_InternFromString("time");
  Source source(from, where);
  const nb::object name = source.value(command);
  const bool named = name.is_valid() && nb::isinstance<nb::str>(name);
  const std::string_view text = named ? utf8_of(name, where) : std::string_view{};
  if (!for_command_named(text, [](auto) {})) {
    raise_value(where, from, "a command such as allot.Place(...) or a dict");
  }
  Submission submission;
  submission.command = read_body(text, source, where, batch);
  submission.time = read_time(source.value(time), where);
  return submission;
}

Submission read_command(nb::handle from, nb::handle base, const Where& where, Batch& batch) {
  try {
    const int is_ours = PyObject_IsInstance(from.ptr(), base.ptr());
    if (is_ours < 0) throw nb::python_error();
    return is_ours == 1 ? read_dataclass(from, where, batch) : read_dict(from, where, batch);
  } catch (nb::python_error& error) {
    raise_named(error, where.text());
  }
}

// Reads a text into the field of this name, and gives the number that it became.
class TextReader {
 public:
  TextReader(std::string_view field, const nb::str& text, const Where& where)
      : field_(field), text_(text), where_(where) {}

  template <class T>
  void operator()(const Field& field, T& into) {
    if constexpr (!is_list<T>) {
      if (field.name != field_) return;
      read_value(text_, field, where_, into);
      value = number(into);
    }
  }

  nb::object value{nb::none()};

 private:
  static nb::object number(const Code& from) {
    return nb::str(from.text().data(), from.text().size());
  }
  template <class Tag>
  static nb::object number(const Key<Tag>& from) {
    return key_number(from);
  }
  template <class Tag>
  static nb::object number(const Id<Tag>& from) {
    return nb::int_(from.value);
  }
  template <class T>
    requires std::is_enum_v<T>
  static nb::object number(T from) {
    return nb::int_(static_cast<unsigned>(from));
  }
  template <std::integral T>
  static nb::object number(T from) {
    return nb::int_(from);
  }

  std::string_view field_;
  const nb::str& text_;
  const Where& where_;
};

}  // namespace

Batch read_commands(const nb::list& commands, std::size_t first) {
  const nb::object base = nb::module_::import_("allot.command_base").attr("Command");
  Batch batch;
  batch.commands.reserve(commands.size());
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const Where where("commands", first + i);
    batch.commands.push_back(read_command(nb::object(commands[i]), base, where, batch));
  }
  return batch;
}

nb::object text_value(const std::string& command, const std::string& list, const std::string& field,
                      nb::str text, const std::string& where) {
  const Where named(where);
  TextReader read(field, text, named);
  TimeNs time{};
  if (list.empty()) read(time_field, time);
  for_command_named(command, [&]<class C>(std::type_identity<C>) {
    C sample;
    if (list.empty()) {
      C::fields(sample, read);
      return;
    }
    C::fields(sample, [&]<class T>(const Field& of, T&) {
      if constexpr (is_list<T>) {
        using Item = std::remove_const_t<typename T::element_type>;
        Item item{};
        if (of.name != list) return;
        if constexpr (HasFields<Item>) {
          Item::fields(item, read);
        } else {
          read(of, item);
        }
      }
    });
  });
  return read.value;
}

nb::dict command_fields() {
  nb::dict result;
  const auto add = [&]<class C>(std::type_identity<C>) {
    nb::list names;
    C command;
    C::fields(command, [&](std::string_view name, auto&) {
      names.append(nb::str(name.data(), name.size()));
    });
    const auto number = static_cast<unsigned>(command_type_of<C>);
    result[nb::str(C::name.data(), C::name.size())] = nb::make_tuple(number, nb::tuple(names));
  };
  [&]<class... C>(std::type_identity<std::variant<C...>>) {
    (add(std::type_identity<C>{}), ...);
  }(std::type_identity<Command>{});
  return result;
}

nb::list json_lines(const Batch& batch) {
  nb::list lines;
  const json::NoNames no_names;
  for (const Submission& submission : batch.commands) {
    auto line = json::encode(submission.command, no_names);
    if (submission.time != 0) json::put_time(line, "time", submission.time, {});
    const std::string text = json::line_text(line);
    lines.append(nb::str(text.data(), text.size()));
  }
  return lines;
}

}  // namespace allot::python
