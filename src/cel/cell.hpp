// A value as a machine reads it: of a type that is known before it runs, so that no type is kept.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "cel/times.hpp"
#include "cel/type.hpp"
#include "cel/value.hpp"

namespace allot::cel {

// What it points to is borrowed, and has to stay while a machine runs.
struct Cell {
  // Of a field, what has() says of it.
  enum class Presence : std::uint8_t {
    set,
    absent,   // an optional one that is not set; its error is no_such_field
    unknown,  // of a record that is an error; the error is this cell's
  };

  // bool, int, uint, duration; of a timestamp its seconds; of a list and a set how many elements.
  std::int64_t number{};
  union {
    std::int64_t nanos;
    const std::string* text;
    // Of a struct its fields, in the order of their declaration; of a list its elements, one behind
    // the other; of a set the same, in order.
    const Cell* cells;
    const TokenSet* tokens;
  };
  std::uint32_t stride{};  // of a list: how many cells an element takes
  ErrorCode error{};       // 0 when it is a value
  Presence presence{};
  bool is_borrowed_set{};  // its members are asked of `tokens`

  Cell() : nanos(0) {}

  // Of a bool, int or duration; a uint is given by its bits.
  [[nodiscard]] static Cell of(std::int64_t number) noexcept {
    Cell made;
    made.number = number;
    return made;
  }
  [[nodiscard]] static Cell of(Timestamp time) noexcept {
    Cell made = of(time.seconds);
    made.nanos = time.nanos;
    return made;
  }
  [[nodiscard]] static Cell of(const std::string& text) noexcept {
    Cell made;
    made.text = &text;
    return made;
  }
  [[nodiscard]] static Cell of(const TokenSet& tokens) noexcept {
    Cell made;
    made.tokens = &tokens;
    made.is_borrowed_set = true;
    return made;
  }
  [[nodiscard]] static Cell structure(const Cell* fields) noexcept {
    Cell made;
    made.cells = fields;
    return made;
  }
  // stride: cells of an element: of a struct as many as it has fields, else 1.
  [[nodiscard]] static Cell list(const Cell* elements, std::size_t size,
                                 std::uint32_t stride) noexcept {
    Cell made = of(static_cast<std::int64_t>(size));
    made.cells = elements;
    made.stride = stride;
    return made;
  }
  [[nodiscard]] static Cell failed(ErrorCode error) noexcept {
    Cell made;
    made.error = error;
    return made;
  }
  [[nodiscard]] static Cell absent() noexcept {
    Cell made = failed(ErrorCode::no_such_field);
    made.presence = Presence::absent;
    return made;
  }

  [[nodiscard]] bool is_value() const noexcept { return error == ErrorCode{}; }
  [[nodiscard]] Timestamp time() const noexcept {
    return {number, static_cast<std::int32_t>(nanos)};
  }
};

static_assert(sizeof(Cell) == 24);

// Requires: a bool, int, uint, text, timestamp or duration, a set that is borrowed, or an error.
// Returns:  what it holds; a text is borrowed.
[[nodiscard]] Cell cell_of(const Value& value) noexcept;

// Returns: the order of two values of one type that can be compared.
// Requires: values, no errors; of a bool, int, uint, duration, text or timestamp.
[[nodiscard]] std::strong_ordering order_of(const Cell& a, const Cell& b, TypeKind type) noexcept;

}  // namespace allot::cel
