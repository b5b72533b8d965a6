// Values of expressions, errors among them.
//
// A copy of a value shares its text, list, map or record, which never changes. There is no
// floating-point value. Threads: any may read.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "cel/times.hpp"

namespace allot::cel {

struct Null {
  friend constexpr bool operator==(Null, Null) noexcept = default;
};

struct Bytes {
  std::shared_ptr<const std::string> bytes;
};

// What `type(x)` and names of types stand for.
struct TypeName {
  std::shared_ptr<const std::string> name;
};

// Why an expression has no value. Numbers are kept: records name them.
enum class ErrorCode : std::uint8_t {
  no_such_field = 1,     // an optional field that is not set, or one that no struct has
  no_such_key = 2,       // a map has no such key
  no_such_overload = 3,  // nothing is defined for values of these types
  overflow = 4,          // the result does not fit
  divide_by_zero = 5,    // also the rest of a division by zero
  index_out_of_range = 6,
  out_of_range = 7,      // a conversion has no such result
  invalid_argument = 8,  // a text that is no number, time, duration, zone or UTF-8
  undeclared = 9,        // nothing has this name
  duplicate_key = 10,    // a map was written with a key twice
  unsupported = 11,      // messages, regular expressions, named zones
  too_large = 12,        // a text or list that is longer than Work allows
  work_exhausted = 13,   // it took more steps than Work allows
};

// Returns: the name, such as "divide_by_zero".
[[nodiscard]] std::string_view name_of(ErrorCode code) noexcept;

struct Error {
  ErrorCode code{};
  std::uint32_t place{};  // byte of the source where it came up

  friend constexpr bool operator==(const Error&, const Error&) noexcept = default;
};

class Value;
struct Map;
struct Record;
using Values = std::vector<Value>;
struct List {
  std::shared_ptr<const Values> values;
};
// Without order for the rule that asks; kept in order so that a look-up takes few steps.
struct Set {
  std::shared_ptr<const Values> values;
};
// Tokens that whoever evaluates keeps: more than a constant should hold, or such as change while
// the expression stays. Threads: those of the set that is borrowed.
class TokenSet {
 public:
  TokenSet() = default;
  TokenSet(const TokenSet&) = delete;
  TokenSet& operator=(const TokenSet&) = delete;
  virtual ~TokenSet() = default;

  [[nodiscard]] virtual bool contains(std::uint64_t token) const noexcept = 0;
  [[nodiscard]] virtual std::size_t size() const noexcept = 0;
};
// A set of uint, as an expression sees it.
struct BorrowedSet {
  const TokenSet* tokens{};  // never null in a value
};
struct MapRef {
  std::shared_ptr<const Map> map;
};
struct RecordRef {
  std::shared_ptr<const Record> record;
};
using Text = std::shared_ptr<const std::string>;

template <class T, class Variant>
inline constexpr bool is_one_of = false;
template <class T, class... Others>
inline constexpr bool is_one_of<T, std::variant<Others...>> = (std::is_same_v<T, Others> || ...);

class Value {
 public:
  using Held = std::variant<Null, bool, std::int64_t, std::uint64_t, Text, Bytes, Timestamp,
                            Duration, TypeName, List, MapRef, Set, RecordRef, Error, BorrowedSet>;

  Value() = default;
  template <class T>
    requires is_one_of<T, Held>
  Value(T held) : held_(std::in_place_type<T>, std::move(held)) {}  // NOLINT: implicit by design

  [[nodiscard]] static Value text(std::string text);
  [[nodiscard]] static Value bytes(std::string bytes);
  [[nodiscard]] static Value type(std::string_view name);
  [[nodiscard]] static Value list(Values values);
  // The values may come in any order, and twice.
  // Requires: values of one of the types that can be compared (orders()).
  [[nodiscard]] static Value set(Values values);

  template <class T>
  [[nodiscard]] const T* as() const noexcept {
    return std::get_if<T>(&held_);
  }
  [[nodiscard]] bool is_error() const noexcept { return as<Error>() != nullptr; }
  [[nodiscard]] const Held& held() const noexcept { return held_; }

 private:
  Held held_;
};

struct Map {
  std::vector<std::pair<Value, Value>> entries;  // by key; see key_order()
};

// Of a declared struct: one value for each field, in the order of the declaration.
struct Record {
  std::string type;
  struct Field {
    std::string name;
    Value value;
    bool set{true};
  };
  std::vector<Field> fields;
};

// How much an expression may do. Whoever spends more than there is gets an error, so that no
// expression runs for long or fills the memory, whatever it says.
class Work {
 public:
  static constexpr std::uint64_t steps_default = 1'000'000;
  static constexpr std::size_t size_max = 1'000'000;  // bytes of a text, elements of a list

  explicit Work(std::uint64_t steps = steps_default) noexcept : left_(steps), given_(steps) {}

  // Returns: false when there is not so much left; then and later.
  bool spend(std::uint64_t steps) noexcept {
    if (left_ < steps) exhausted_ = true;
    left_ = exhausted_ ? 0 : left_ - steps;
    return !exhausted_;
  }
  [[nodiscard]] bool exhausted() const noexcept { return exhausted_; }
  [[nodiscard]] std::uint64_t spent() const noexcept { return given_ - left_; }

 private:
  std::uint64_t left_;
  std::uint64_t given_;
  bool exhausted_{false};
};

// Bytes that are looked at for one step.
inline constexpr std::uint64_t bytes_per_step = 16;
[[nodiscard]] constexpr std::uint64_t steps_for(std::uint64_t bytes) noexcept {
  return bytes / bytes_per_step + (bytes % bytes_per_step != 0 ? 1 : 0);
}

// Returns: whether both are equal. Values of different types are not, but int and uint are compared
//          as numbers, as the specification has it.
[[nodiscard]] bool equal(const Value& a, const Value& b, Work& work);
// Returns: the order of two values of one type, of int and uint as numbers; nothing where none is
//          defined. Texts by the bytes of UTF-8, which is the order of code points.
[[nodiscard]] std::partial_ordering orders(const Value& a, const Value& b, Work& work);
// The order of keys: of their types, then of their values. An int and a uint of one number are one.
[[nodiscard]] std::strong_ordering key_order(const Value& a, const Value& b, Work& work);
[[nodiscard]] bool can_be_key(const Value& value) noexcept;
// Returns: the name of its type, as type() gives it.
[[nodiscard]] std::string type_name_of(const Value& value);
// Returns: the value as an expression would write it; an error as its name.
[[nodiscard]] std::string shown(const Value& value);

}  // namespace allot::cel
