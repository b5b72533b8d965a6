// How a struct of the C interface stands for one of C++: Form<DefineSku> pairs the members of
// allot_sku with the fields of DefineSku. The pairs are made from the description of messages
// (generated/forms.hpp); what is done with them is written once, in the visitors below:
//
//   visit("list_price", c.list_price, cpp.list_price)             a value
//   visit.choice("policy", c.policy, cpp.policy, 3)               one of 3 choices
//   visit.array(Array{...}, c.lines, c.line_count, cpp.lines)     elements and their count
//
// Form<T>::reserved(c, visit) visits (name, member) of those that must be zero.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <span>
#include <string>
#include <type_traits>

#include "allot/allot.h"
#include "allot/messages/limits.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"
#include "messages/lists.hpp"

namespace allot::c {

template <class Cpp>
struct Form;
template <class Cpp>
concept HasForm = requires { typename Form<Cpp>::Struct; };

// Said of an array: a member that points to elements, and another one that counts them.
struct Array {
  const char* name;
  const char* count_name;
  std::uint32_t Limits::* limit;  // most elements in one command

  // Returns: how many elements are taken over of so many claimed ones: no more than one beyond the
  //          limit, with which the engine refuses the command.
  [[nodiscard]] std::size_t taken(std::uint64_t claimed, const Limits& limits) const noexcept {
    return std::min<std::uint64_t>(claimed, std::uint64_t{limits.*limit} + 1);
  }
  [[nodiscard]] bool too_many(std::uint64_t claimed, const Limits& limits) const noexcept {
    return claimed > limits.*limit;
  }
};

// Returns: whether all `size` bytes are zero. Word by word: every command has some hundred of them.
template <std::size_t size>
[[nodiscard]] bool is_zero(const std::uint8_t* bytes) noexcept {
  std::uint64_t any = 0;
  for (std::size_t i = 0; i + 8 <= size; i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + i, 8);
    any |= word;
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, bytes + size / 8 * 8, size % 8);
  return (any | rest) == 0;
}

// A member that is not as it has to be. Everything is borrowed from literals, so that looking costs
// nothing where there is no fault.
struct Fault {
  const char* member{};   // null: there is no fault
  const char* array{};    // the member is one of an element of this array, or null
  std::size_t index{};    // of that element
  unsigned choices{};     // the value must be below this; 0: see `missing`
  std::uint64_t value{};  // that it has instead
  const char* missing{};  // memory is missing for what this other member counts, or null:
                          // the member must be zero
  // Returns: "lines[2].shortage is 4, but must be 0 to 3".
  [[nodiscard]] std::string text() const;
};

// Looks for the first member that no field of C++ can hold: a number that is no choice, a text or
// an array without memory, a reserved byte that is not zero. The elements of an array are looked at
// only where the limits allow so many of them: a number that is not true must not be followed.
class FaultFinder {
 public:
  template <class Cpp>
  [[nodiscard]] static Fault find(const typename Form<Cpp>::Struct& from, const Limits& limits) {
    FaultFinder finder(limits);
    finder.look<Cpp>(from);
    return finder.fault_;
  }

  template <class C, class Cpp>
  void operator()(const char* name, const C& ours, const Cpp& theirs) noexcept {
    if constexpr (std::same_as<Cpp, bool>) {
      choice(name, ours, theirs, 2);
    } else if constexpr (std::same_as<Cpp, Code>) {
      if (ours.size > 0 && ours.data == nullptr) refuse({.member = name, .missing = ".size"});
    }
  }
  template <class C, class Cpp>
  void choice(const char* name, const C& ours, const Cpp&, unsigned choices) noexcept {
    if (ours >= choices) refuse({.member = name, .choices = choices, .value = ours});
  }
  template <class Element, class Count, class Cpp>
  void array(const Array& about, const Element* elements, const Count& count,
             const std::span<const Cpp>&) noexcept {
    if (count == 0 || about.too_many(count, limits_)) return;
    if (elements == nullptr) return refuse({.member = about.name, .missing = about.count_name});
    if constexpr (HasForm<Cpp>) {
      const bool was_found = fault_.member != nullptr;
      for (std::uint64_t i = 0; i < count && !was_found; ++i) {
        look<Cpp>(elements[i]);
        if (fault_.member == nullptr) continue;
        fault_.array = about.name;
        fault_.index = i;
        return;
      }
    }
  }

  // A reserved member.
  void operator()(const char* name, std::uint32_t word) noexcept {
    if (word != 0) refuse({.member = name});
  }
  template <std::size_t size>
  void operator()(const char* name, const std::uint8_t (&bytes)[size]) noexcept {
    if (!is_zero<size>(bytes)) refuse({.member = name});
  }

 private:
  explicit FaultFinder(const Limits& limits) noexcept : limits_(limits) {}

  template <class Cpp>
  void look(const typename Form<Cpp>::Struct& from) noexcept {
    const Cpp wanted{};
    Form<Cpp>::fields(from, wanted, *this);
    Form<Cpp>::reserved(from, *this);
  }
  void refuse(const Fault& fault) noexcept {
    if (fault_.member == nullptr) fault_ = fault;
  }

  const Limits& limits_;
  Fault fault_;
};

// Counts the bytes of room that a command's arrays take.
class RoomCounter {
 public:
  explicit RoomCounter(const Limits& limits) noexcept : limits_(limits) {}
  [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

  template <class C, class Cpp>
  void operator()(const char*, const C&, const Cpp&) noexcept {}
  template <class C, class Cpp>
  void choice(const char*, const C&, const Cpp&, unsigned) noexcept {}
  template <class Element, class Count, class Cpp>
  void array(const Array& about, const Element*, const Count& count,
             const std::span<const Cpp>&) noexcept {
    bytes_ += ListRoom::bytes_of<Cpp>(about.taken(count, limits_));
  }

 private:
  const Limits& limits_;
  std::size_t bytes_{};
};

// Copies the members of C into the fields of C++.
// Requires: no fault, and room for the arrays (RoomCounter). The elements of an array that claims
// more than its limit are not read: the field has one more than the limit, of any content.
class ToCpp {
 public:
  ToCpp(ListRoom& room, const Limits& limits) noexcept : room_(room), limits_(limits) {}

  template <class C, class Cpp>
  void operator()(const char*, const C& from, Cpp& into) noexcept {
    copy(from, into);
  }
  template <class C, class Cpp>
  void choice(const char*, const C& from, Cpp& into, unsigned) noexcept {
    into = static_cast<Cpp>(from);
  }
  template <class Element, class Count, class Cpp>
  void array(const Array& about, const Element* from, const Count& count,
             std::span<const Cpp>& into) noexcept {
    const std::span<Cpp> copies = room_.take<Cpp>(about.taken(count, limits_));
    into = copies;
    if (about.too_many(count, limits_)) return;
    for (std::size_t i = 0; i < copies.size(); ++i) {
      ::new (&copies[i]) Cpp{};
      if constexpr (HasForm<Cpp>) {
        Form<Cpp>::fields(from[i], copies[i], *this);
      } else {
        copy(from[i], copies[i]);
      }
    }
  }

 private:
  template <class T>
  static void copy(const T& from, T& into) noexcept {
    into = from;
  }
  static void copy(std::uint8_t from, bool& into) noexcept { into = from != 0; }
  template <class Tag>
  static void copy(std::uint32_t from, Id<Tag>& into) noexcept {
    into.value = from;
  }
  template <class Tag>
  static void copy(const allot_key& from, Key<Tag>& into) noexcept {
    into = {from.low, from.high};
  }
  // A code that is too long or holds a NUL becomes one that the engine refuses as code_invalid:
  // that is an answer, not a malformed command. What is longer than any code is not read.
  static void copy(const allot_text& from, Code& into) noexcept {
    into = from.size > Code::size_max
               ? Code::unfit()
               : Code::given({from.data, static_cast<std::size_t>(from.size)});
  }

  ListRoom& room_;
  const Limits& limits_;
};

// Copies defaults of C++ into zeroed members of C. Keys, texts and arrays have none.
struct ToC {
  template <class C, class Cpp>
  void operator()(const char*, C& into, const Cpp& from) noexcept {
    if constexpr (std::is_integral_v<Cpp>) into = static_cast<C>(from);
  }
  template <class C, class Cpp>
  void choice(const char*, C& into, const Cpp& from, unsigned) noexcept {
    into = static_cast<C>(from);
  }
  template <class Element, class Count, class Cpp>
  void array(const Array&, const Element*&, Count&, const std::span<const Cpp>&) noexcept {}
};

}  // namespace allot::c
