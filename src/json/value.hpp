// One JSON text as a small tree, parsed strictly: what a command may hold, and nothing that a
// reader could understand in two ways.
//
// Refused here: text that is not JSON or not UTF-8, a field that is given twice, nesting deeper
// than a command has, objects of more than 64 fields, anything after the first value. Fractions and
// integers beyond 64 bits are kept apart, so that the field that holds one can be named.
// Threads: none. Errors: a Fault; nothing is thrown. Cost: linear in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace allot::json {

// What is wrong with a text: where, and what to do about it.
struct Fault {
  std::string field;  // path such as lines[2].price; empty when it is about the whole line
  std::string cause;
};

struct Member;

struct Value {
  enum class Kind : std::uint8_t {
    null,
    boolean,
    negative,  // an integer below 0: `number` is its bit pattern
    natural,   // an integer from 0
    fraction,  // 1.5 or 1e3: no field takes one
    too_wide,  // an integer that needs more than 64 bits
    text,
    array,
    object,
  };

  Kind kind{Kind::null};
  bool truth{};
  std::uint64_t number{};
  std::string text;  // of a string; of a fraction or wide integer as it was written
  std::vector<Value> items;
  std::vector<Member> members;

  // Returns: the member of this name, null when there is none.
  [[nodiscard]] const Value* member(std::string_view name) const noexcept;
};

struct Member {
  std::string name;
  Value value;
};

// Returns: how a message speaks of such a value: "a string", "an integer" and so on.
[[nodiscard]] std::string_view describe(Value::Kind kind) noexcept;

inline constexpr std::size_t members_max = 64;
inline constexpr std::size_t depth_max = 4;

[[nodiscard]] std::variant<Value, Fault> parse_value(std::string_view text);

}  // namespace allot::json
