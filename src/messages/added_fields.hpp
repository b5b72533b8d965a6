// Fields that came after the first record format. They are recorded and hashed only where they
// differ from their default, each behind its number, so that what was written and hashed before
// they existed keeps its meaning (docs/journal_format.md, section 4).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>

#include "allot/messages/field.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"

namespace allot::added_fields {

// A tag below this is the number of a command's field; from it on, that of a field of its lines.
inline constexpr std::uint8_t line_tag = 128;

// Returns: how many fields of S came later.
template <class S>
[[nodiscard]] consteval std::size_t count() {
  std::size_t fields = 0;
  const S standard{};
  S::fields(standard, [&fields](const Field& field, const auto&) { fields += field.added != 0; });
  return fields;
}

// Returns: bytes of a value in a record: integers and ids at their width, keys and codes whole.
template <class T>
[[nodiscard]] constexpr std::size_t width_of(const T&) noexcept {
  return sizeof(T);
}
// Of a list, what stands before its elements: their count.
template <class E>
[[nodiscard]] constexpr std::size_t width_of(const std::span<const E>&) noexcept {
  return sizeof(std::uint32_t);
}
static_assert(sizeof(CommandKey) == 16 && sizeof(Code) == 1 + Code::size_max);

// Returns: bytes of a field that came later, without its tag: of a list, all of it.
template <class T>
[[nodiscard]] constexpr std::size_t size_of(const T& value) noexcept {
  return width_of(value);
}
template <class E>
[[nodiscard]] constexpr std::size_t size_of(const std::span<const E>& list) noexcept;

// Returns: the most bytes that the values of S can take, with a tag before each that came later.
template <class S>
[[nodiscard]] consteval std::size_t widest() {
  std::size_t bytes = 0;
  const S standard{};
  S::fields(standard, [&bytes](const Field& field, const auto& value) {
    bytes += width_of(value) + (field.added != 0 ? 1 : 0);
  });
  return bytes;
}
// Returns: of that, what takes fields that came later.
template <class S>
[[nodiscard]] consteval std::size_t added_widest() {
  std::size_t bytes = 0;
  const S standard{};
  S::fields(standard, [&bytes](const Field& field, const auto& value) {
    if (field.added != 0) bytes += width_of(value) + 1;
  });
  return bytes;
}

template <class E>
[[nodiscard]] constexpr std::size_t size_of(const std::span<const E>& list) noexcept {
  return width_of(list) + list.size() * widest<E>();
}

template <class T>
inline constexpr bool is_list_of_structs = false;
template <class E>
inline constexpr bool is_list_of_structs<std::span<const E>> =
    requires(const E& element) { E::fields(element, [](auto&&...) {}); };

// Returns: whether the fields of the first format are these. What is written out by hand holds
// itself to it, so that no field is left out in silence.
template <class S>
[[nodiscard]] consteval bool first_fields_are(std::initializer_list<std::string_view> names) {
  const auto* next = names.begin();
  bool same = true;
  const S standard{};
  S::fields(standard, [&](const Field& field, const auto&) {
    if (field.added != 0) return;
    same = same && next != names.end() && *next == field.name;
    if (next != names.end()) ++next;
  });
  return same && next == names.end();
}

// Returns: the member of `other` that `member` is of `owner`.
template <class S, class T>
[[nodiscard]] const T& same_member(const S& owner, const T& member, const S& other) noexcept {
  const auto offset =
      reinterpret_cast<const std::byte*>(&member) - reinterpret_cast<const std::byte*>(&owner);
  return *reinterpret_cast<const T*>(reinterpret_cast<const std::byte*>(&other) + offset);
}

// Returns: whether a value of a field that came later is said. A code that is empty is absent,
// whatever its bytes are.
template <class T>
[[nodiscard]] constexpr bool is_said(const T& value, const T& usual) noexcept {
  if constexpr (std::is_same_v<T, Code>) {
    return value.present();
  } else if constexpr (is_list_of_structs<T>) {
    return !value.empty();
  } else {
    return !(value == usual);
  }
}

// Returns: whether every number of S that came later is 0 where it says nothing.
template <class S>
[[nodiscard]] consteval bool added_numbers_are_zero() {
  bool zero = true;
  const S standard{};
  S::fields(standard, [&zero]<class T>(const Field& field, const T& value) {
    if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
      zero = zero && (field.added == 0 || value == T{});
    }
  });
  return zero;
}

// Returns: 0 when no field of `said` that came later says something. Without branches, for it is
// asked of every order and of all its lines.
template <class S>
[[nodiscard]] std::uint64_t said_later(const S& said) noexcept {
  std::uint64_t bits = 0;
  if constexpr (count<S>() != 0) {
    static constexpr S standard{};
    S::fields(said, [&]<class T>(const Field& field, const T& value) {
      if (field.added == 0) return;
      if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
        static_assert(added_numbers_are_zero<S>());
        bits |= static_cast<std::uint64_t>(value);
      } else if constexpr (std::is_same_v<T, Code>) {
        bits |= value.size;
      } else if constexpr (is_list_of_structs<T>) {
        bits |= value.size();
      } else if constexpr (requires { value == value; }) {
        bits |= is_said(value, same_member(said, value, standard)) ? 1U : 0U;
      }
    });
  }
  return bits;
}

// Calls call(tag, value) for each field of `said` that came later and differs from its default, by
// rising tag.
template <class S, class Call>
void visit_set(const S& said, Call&& call) noexcept {
  if constexpr (count<S>() != 0) {
    static constexpr S standard{};
    S::fields(said, [&]<class T>(const Field& field, const T& value) {
      if constexpr (is_list_of_structs<T> || requires { value == value; }) {
        if (field.added != 0 && is_said(value, same_member(said, value, standard))) {
          call(field.added, value);
        }
      }
    });
  }
}

// Calls call(tag, value_of) for each field of lines that came later and differs from its default in
// some line, by rising tag; value_of(line) is the value in one line.
template <class L, class Call>
void visit_set_columns(std::span<const L> lines, Call&& call) noexcept {
  if constexpr (count<L>() != 0) {
    const L standard{};
    L::fields(standard, [&]<class T>(const Field& field, const T& usual) {
      if (field.added == 0) return;
      const auto value_of = [&](const L& line) -> const T& {
        return same_member(standard, usual, line);
      };
      const bool all_usual =
          std::ranges::all_of(lines, [&](const L& line) { return value_of(line) == usual; });
      if (!all_usual) call(static_cast<std::uint8_t>(line_tag + field.added), value_of);
    });
  }
}

}  // namespace allot::added_fields
