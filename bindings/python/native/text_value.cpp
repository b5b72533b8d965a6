#include "text_value.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include "command_types.hpp"
#include "json/field_reader.hpp"
#include "key_number.hpp"
#include "read.hpp"

namespace allot::python {
namespace {

template <class T>
constexpr bool is_id = false;
template <class Tag>
constexpr bool is_id<Id<Tag>> = true;

// Visits one field after the other and reads the text into the one that has this name.
class TextReader {
 public:
  TextReader(std::string_view field, std::string_view text, const std::string& where)
      : field_(field), text_(text), where_(where) {}

  template <class T>
  void operator()(std::string_view name, T& into) {
    if (name != field_) return;
    if constexpr (is_id<T>) {
      refuse('"' + std::string(text_) + "\" is a code; give the id, which a DEFINED event tells");
    } else if constexpr (std::is_same_v<T, Code>) {
      value_ = nb::str(text_.data(), text_.size());
    } else {
      read(name, into);
      value_ = number(into);
    }
  }

  nb::object take() {
    if (!value_.is_valid()) refuse("no such field");
    return std::move(value_);
  }

 private:
  [[noreturn]] void refuse(const std::string& cause) {
    raise("InvalidArgument", where_ + ": " + cause);
  }

  template <class T>
  void read(std::string_view name, T& into) {
    json::Value text;
    text.kind = json::Value::Kind::text;
    text.text = text_;
    json::Value object;
    object.kind = json::Value::Kind::object;
    object.members.push_back({std::string(name), std::move(text)});
    const json::NoNames no_names;
    std::vector<OrderLine> no_lines;
    json::FieldReader reader(object, no_names, no_lines);
    reader(name, into);
    if (const std::optional<json::Fault> fault = reader.finish()) refuse(fault->cause);
  }

  template <class T>
  static nb::object number(const T& from) {
    if constexpr (std::is_enum_v<T>) {
      return nb::int_(static_cast<unsigned>(from));
    } else {
      return nb::int_(from);
    }
  }
  template <class Tag>
  static nb::object number(const Key<Tag>& from) {
    return key_number(from);
  }
  static nb::object number(std::span<const OrderLine>) { return nb::list(); }

  std::string_view field_;
  std::string_view text_;
  const std::string& where_;
  nb::object value_;
};

}  // namespace

nb::object text_value(const std::string& command, const std::string& field, nb::str text,
                      const std::string& where) {
  TextReader read(field, utf8_of(text, where), where);
  if (field == "time") {
    TimeNs time{};
    read("time", time);
  } else if (command == "line") {
    OrderLine line;
    OrderLine::fields(line, read);
  } else {
    for_command_named(command, [&]<class C>(std::type_identity<C>) {
      C fields_of;
      C::fields(fields_of, read);
    });
  }
  return read.take();
}

}  // namespace allot::python
