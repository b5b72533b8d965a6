#include "cel/value.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <type_traits>

namespace allot::cel {
namespace {

constexpr std::array<std::string_view, 14> error_names{
    "",
    "no_such_field",
    "no_such_key",
    "no_such_overload",
    "overflow",
    "divide_by_zero",
    "index_out_of_range",
    "out_of_range",
    "invalid_argument",
    "undeclared",
    "duplicate_key",
    "unsupported",
    "too_large",
    "work_exhausted",
};

std::strong_ordering numbers(std::int64_t a, std::uint64_t b) noexcept {
  if (a < 0) return std::strong_ordering::less;
  return static_cast<std::uint64_t>(a) <=> b;
}

std::strong_ordering texts(std::string_view a, std::string_view b, Work& work) {
  work.spend(steps_for(std::min(a.size(), b.size())));
  // char_traits<char> compares as unsigned char.
  return a.compare(b) <=> 0;
}

bool equal_lists(const Values& a, const Values& b, Work& work) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!work.spend(1) || !equal(a[i], b[i], work)) return false;
  }
  return true;
}

bool equal_maps(const Map& a, const Map& b, Work& work) {
  if (a.entries.size() != b.entries.size()) return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    const auto& [key, value] = a.entries[i];
    if (!work.spend(1) || key_order(key, b.entries[i].first, work) != 0) return false;
    if (!equal(value, b.entries[i].second, work)) return false;
  }
  return true;
}

bool equal_records(const Record& a, const Record& b, Work& work) {
  if (a.type != b.type || a.fields.size() != b.fields.size()) return false;
  for (std::size_t i = 0; i < a.fields.size(); ++i) {
    const Record::Field& one = a.fields[i];
    const Record::Field& other = b.fields[i];
    if (!work.spend(1) || one.set != other.set) return false;
    if (one.set && !equal(one.value, other.value, work)) return false;
  }
  return true;
}

// The position of a key's type in the order of keys; int and uint share one.
int key_rank(const Value& value) noexcept {
  if (value.as<bool>() != nullptr) return 0;
  if (value.as<std::int64_t>() != nullptr || value.as<std::uint64_t>() != nullptr) return 1;
  return 2;
}

}  // namespace

std::string_view name_of(ErrorCode code) noexcept {
  const auto number = static_cast<std::size_t>(code);
  return number < error_names.size() ? error_names[number] : std::string_view{};
}

Value Value::text(std::string text) { return Text(std::make_shared<std::string>(std::move(text))); }
Value Value::bytes(std::string bytes) {
  return Bytes{std::make_shared<std::string>(std::move(bytes))};
}
Value Value::type(std::string_view name) { return TypeName{std::make_shared<std::string>(name)}; }
Value Value::list(Values values) { return List{std::make_shared<Values>(std::move(values))}; }

Value Value::set(Values values) {
  Work work(~std::uint64_t{0});
  std::sort(values.begin(), values.end(),
            [&work](const Value& a, const Value& b) { return orders(a, b, work) < 0; });
  const auto same = [&work](const Value& a, const Value& b) { return equal(a, b, work); };
  values.erase(std::unique(values.begin(), values.end(), same), values.end());
  return Set{std::make_shared<Values>(std::move(values))};
}

bool equal(const Value& a, const Value& b, Work& work) {
  if (const auto* list = a.as<List>()) {
    const auto* other = b.as<List>();
    return other != nullptr && equal_lists(*list->values, *other->values, work);
  }
  if (const auto* set = a.as<Set>()) {
    const auto* other = b.as<Set>();
    return other != nullptr && equal_lists(*set->values, *other->values, work);
  }
  if (const auto* set = a.as<BorrowedSet>()) {
    const auto* other = b.as<BorrowedSet>();
    return other != nullptr && set->tokens == other->tokens;
  }
  if (const auto* map = a.as<MapRef>()) {
    const auto* other = b.as<MapRef>();
    return other != nullptr && equal_maps(*map->map, *other->map, work);
  }
  if (const auto* record = a.as<RecordRef>()) {
    const auto* other = b.as<RecordRef>();
    return other != nullptr && equal_records(*record->record, *other->record, work);
  }
  if (const auto* type = a.as<TypeName>()) {
    const auto* other = b.as<TypeName>();
    return other != nullptr && *type->name == *other->name;
  }
  if (a.as<Null>() != nullptr) return b.as<Null>() != nullptr;
  if (const auto* text = a.as<Text>()) {
    const auto* other = b.as<Text>();
    // Texts of other lengths are told apart by that.
    return other != nullptr && (*text)->size() == (*other)->size() &&
           texts(**text, **other, work) == 0;
  }
  return orders(a, b, work) == 0;
}

std::partial_ordering orders(const Value& a, const Value& b, Work& work) {
  if (const auto* number = a.as<std::int64_t>()) {
    if (const auto* other = b.as<std::uint64_t>()) return numbers(*number, *other);
  }
  if (const auto* number = a.as<std::uint64_t>()) {
    if (const auto* other = b.as<std::int64_t>()) return 0 <=> numbers(*other, *number);
  }
  return std::visit(
      [&b, &work](const auto& held) -> std::partial_ordering {
        using T = std::remove_cvref_t<decltype(held)>;
        const T* other = b.as<T>();
        if (other == nullptr) return std::partial_ordering::unordered;
        if constexpr (std::is_same_v<T, Text>) {
          return texts(*held, **other, work);
        } else if constexpr (std::is_same_v<T, Bytes>) {
          return texts(*held.bytes, *other->bytes, work);
        } else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::int64_t> ||
                             std::is_same_v<T, std::uint64_t> || std::is_same_v<T, Timestamp> ||
                             std::is_same_v<T, Duration>) {
          return held <=> *other;
        } else {
          return std::partial_ordering::unordered;
        }
      },
      a.held());
}

bool can_be_key(const Value& value) noexcept {
  return value.as<bool>() != nullptr || value.as<std::int64_t>() != nullptr ||
         value.as<std::uint64_t>() != nullptr || value.as<Text>() != nullptr;
}

std::strong_ordering key_order(const Value& a, const Value& b, Work& work) {
  if (const auto by_rank = key_rank(a) <=> key_rank(b); by_rank != 0) return by_rank;
  const std::partial_ordering found = orders(a, b, work);
  if (found < 0) return std::strong_ordering::less;
  return found > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::string type_name_of(const Value& value) {
  static constexpr std::array<std::string_view, std::variant_size_v<Value::Held>> names{
      "null_type",
      "bool",
      "int",
      "uint",
      "string",
      "bytes",
      "google.protobuf.Timestamp",
      "google.protobuf.Duration",
      "type",
      "list",
      "map",
      "set",
      "",
      "error",
      "set"};
  if (const auto* record = value.as<RecordRef>()) return record->record->type;
  return std::string(names[value.held().index()]);
}

namespace {

// Bytes show nothing above ASCII, which need not be UTF-8 there.
std::string quoted(std::string_view text, bool ascii) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20U || byte == 0x7FU || (ascii && byte > 0x7FU)) {
      out += "\\x";
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string shown_list(const Values& values) {
  std::string out;
  for (const Value& value : values) out += (out.empty() ? "" : ", ") + shown(value);
  return "[" + out + "]";
}

std::string shown_map(const Map& map) {
  std::string out;
  for (const auto& [key, value] : map.entries) {
    out += (out.empty() ? "" : ", ") + shown(key) + ": " + shown(value);
  }
  return "{" + out + "}";
}

std::string shown_record(const Record& record) {
  std::string out;
  for (const Record::Field& field : record.fields) {
    if (field.set) out += (out.empty() ? "" : ", ") + field.name + ": " + shown(field.value);
  }
  return record.type + "{" + out + "}";
}

struct Shown {
  std::string operator()(Null /*null*/) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(std::uint64_t value) const { return std::to_string(value) + "u"; }
  std::string operator()(const Text& text) const { return quoted(*text, false); }
  std::string operator()(const Bytes& bytes) const { return "b" + quoted(*bytes.bytes, true); }
  std::string operator()(const Timestamp& time) const {
    return "timestamp(\"" + text_of(time) + "\")";
  }
  std::string operator()(const Duration& duration) const {
    return "duration(\"" + text_of(duration) + "\")";
  }
  std::string operator()(const TypeName& type) const { return *type.name; }
  std::string operator()(const List& list) const { return shown_list(*list.values); }
  std::string operator()(const Set& set) const { return "set" + shown_list(*set.values); }
  std::string operator()(const MapRef& map) const { return shown_map(*map.map); }
  std::string operator()(const RecordRef& record) const { return shown_record(*record.record); }
  std::string operator()(const BorrowedSet& set) const {
    return "set of " + std::to_string(set.tokens->size());
  }
  std::string operator()(const Error& error) const {
    return "error " + std::string(name_of(error.code));
  }
};

}  // namespace

std::string shown(const Value& value) { return std::visit(Shown{}, value.held()); }

}  // namespace allot::cel
