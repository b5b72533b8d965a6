// Reads the fields of one JSON object into the fields of one struct, as its `fields` visitor names
// them. The first fault stays; what follows it is not read.
#pragma once

#include <concepts>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "allot/messages/command.hpp"
#include "json/enum_names.hpp"
#include "json/kept_lists.hpp"
#include "json/names.hpp"
#include "json/scalar_text.hpp"
#include "json/value.hpp"
#include "messages/lists.hpp"

namespace allot::json {

// Returns: the bytes that a text of base64 stands for; nothing for what is none.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> bytes_of(const Value& value);
// Returns: what stands for the text of an attribute's name; nothing where it is given otherwise.
[[nodiscard]] std::optional<Token> token_of_name(const Field& field, const Value& value);

class FieldReader {
 public:
  // `path` is put before field names in messages, such as "lines[2].".
  // Lists are put into `lists`, and the struct borrows them. `elsewhere`: fields that the object
  // may have and that are read otherwise.
  FieldReader(const Value& object, const Names& names, KeptLists& lists, std::string path = {},
              std::vector<std::string_view> elsewhere = {})
      : object_(object),
        names_(names),
        lists_(lists),
        path_(std::move(path)),
        known_(std::move(elsewhere)) {}

  // The visitor's call: reads the field of this name.
  template <class T>
  void operator()(const Field& field, T& target) {
    known_.push_back(field.name);
    if constexpr (std::same_as<T, std::int64_t>) {
      if (field.form == FieldForm::time) return read_time(field, target);
    }
    // All that is missing is told at once.
    if (fault_ && missing_.empty()) return;
    const Value* value = object_.member(field.name);
    if (value != nullptr && fault_) return;
    if (value == nullptr) {
      if (!field.needed) return;
      if (!field.unless.empty() && object_.member(field.unless) != nullptr) return;
      return refuse_missing(field);
    }
    read(field, *value, target);
  }

  // Call after all fields. Returns: the first fault, or that the object has a field of another
  // name, and which was meant.
  [[nodiscard]] std::optional<Fault> finish();

 private:
  // Returns: "; the fields are A, B".
  [[nodiscard]] std::string known_fields() const;
  void refuse(const Field& field, std::string cause);
  void refuse_missing(const Field& field);
  void refuse_kind(const Field& field, const Value& value, std::string_view wanted);

  void read(const Field& field, const Value& value, bool& target);
  void read(const Field& field, const Value& value, Code& target);

  template <class E>
  void read(const Field& field, const Value& value, std::span<const E>& target) {
    if constexpr (std::same_as<E, std::uint8_t>) {
      std::optional<std::vector<std::uint8_t>> bytes = bytes_of(value);
      if (!bytes) return refuse_kind(field, value, "its bytes as base64 text, with padding");
      target = lists_.keep(std::move(*bytes));
      return;
    }
    if (value.kind != Value::Kind::array) {
      return refuse_kind(field, value, "an array of " + std::string(field.name));
    }
    std::vector<E> elements(value.items.size());
    for (std::size_t i = 0; i < elements.size() && !fault_; ++i) {
      const std::string here = path_ + std::string(field.name) + '[' + std::to_string(i) + ']';
      read_element(field, value.items[i], here, elements[i]);
    }
    target = lists_.keep(std::move(elements));
  }
  template <class E>
  void read_element(const Field& field, const Value& value, const std::string& here, E& element) {
    if constexpr (HasFields<E>) {
      if (value.kind != Value::Kind::object) {
        fault_ = Fault{here, std::string(describe(value.kind)) + "; give an object with " +
                                 needed_fields<E>()};
        return;
      }
      FieldReader reader(value, names_, lists_, here + '.');
      E::fields(element, reader);
      fault_ = reader.finish();
    } else {
      Field alone = field;
      alone.name = std::string_view(here).substr(path_.size());
      read(alone, value, element);
    }
  }
  // Returns: "sku, quantity and price".
  template <class E>
  [[nodiscard]] static std::string needed_fields() {
    std::vector<std::string_view> names;
    const E sample{};
    E::fields(sample, [&names](const Field& field, const auto&) {
      if (field.needed) names.push_back(field.name);
    });
    return list_text(names);
  }

  template <class Tag>
  void read(const Field& field, const Value& value, Id<Tag>& target) {
    read_id(field, value, id_kind(target), target.value);
  }
  template <class Tag>
  void read(const Field& field, const Value& value, Key<Tag>& target) {
    read_key(field, value, target.high, target.low);
  }
  template <class E>
    requires std::is_enum_v<E>
  void read(const Field& field, const Value& value, E& target) {
    const auto choice = value.kind == Value::Kind::text ? enum_value<E>(value.text) : std::nullopt;
    if (!choice) {
      return refuse(field, unknown_choice(value, enum_names<E>) + "; use " + enum_choices<E>());
    }
    target = *choice;
  }
  template <std::integral T>
  void read(const Field& field, const Value& value, T& target) {
    if constexpr (std::same_as<T, Token>) {
      if (const std::optional<Token> named = token_of_name(field, value)) {
        target = *named;
        return;
      }
    }
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::uint64_t high = std::numeric_limits<std::uint64_t>::max();
    if constexpr (!std::same_as<T, std::int64_t>) {
      low = static_cast<std::int64_t>(std::numeric_limits<T>::min());
    }
    if constexpr (!std::same_as<T, std::uint64_t>) {
      high = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
    }
    const std::optional<std::uint64_t> bits =
        read_integer(field, value, low, high, std::same_as<T, std::uint64_t>);
    if (bits) target = static_cast<T>(*bits);
  }

  [[nodiscard]] static std::string list_text(const std::vector<std::string_view>& names);
  [[nodiscard]] static std::string unknown_choice(const Value& value,
                                                  std::span<const std::string_view> choices);
  void read_id(const Field& field, const Value& value, NameKind kind, std::uint32_t& target);
  void read_key(const Field& field, const Value& value, std::uint64_t& high, std::uint64_t& low);
  [[nodiscard]] std::optional<std::uint64_t> read_integer(const Field& field, const Value& value,
                                                          std::int64_t low, std::uint64_t high,
                                                          bool takes_key_text);
  // Reads a time under its name, under NAME_ns, or under both, which then have to agree.
  void read_time(const Field& field, std::int64_t& target);
  [[nodiscard]] std::optional<std::int64_t> read_text_form(const Field& field, const Value& value);

  const Value& object_;
  const Names& names_;
  KeptLists& lists_;
  std::string path_;
  std::vector<std::string_view> known_;
  std::vector<std::string> times_in_ns_;  // names that stand beside those of times
  std::optional<Fault> fault_;
  std::vector<std::string_view> missing_;  // if the fault is that fields are not there, which
};

}  // namespace allot::json
