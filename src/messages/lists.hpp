// Lists that commands borrow: the lines of an order, the SKUs of a set. They lie in memory of
// whoever made the command, and are the only part of it that a copy of the struct does not copy.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <variant>

#include "allot/messages/command.hpp"

namespace allot {

template <class T>
inline constexpr bool is_list = false;
template <class E>
inline constexpr bool is_list<std::span<const E>> = true;

// A struct whose fields can be visited, such as a line of an order; an id is none.
template <class T>
concept HasFields = requires(T object) { T::fields(object, [](auto&&...) {}); };

// Effects: calls visit(field, list) for each list of `command`.
template <class C, class Visit>
constexpr void visit_lists(C& command, Visit&& visit) {
  std::remove_const_t<C>::fields(command, [&visit]<class T>(const Field& field, T& value) {
    if constexpr (is_list<std::remove_const_t<T>>) visit(field, value);
  });
}

template <class C>
inline constexpr bool has_lists = [] {
  bool any = false;
  const C command{};
  visit_lists(command, [&any](const Field&, const auto&) { any = true; });
  return any;
}();

// Effects: calls use(c) when the command is one that has lists; c is Place, Import and so on.
template <class Commands, class Use>
constexpr void with_lists(Commands& command, Use&& use) {
  const auto one = [&]<class C>(std::type_identity<C>) {
    if constexpr (has_lists<C>) {
      if (auto* const said = std::get_if<C>(&command)) {
        use(*said);
        return true;
      }
    }
    return false;
  };
  [&one]<class... C>(std::type_identity<std::variant<C...>>) {
    static_cast<void>((one(std::type_identity<C>{}) || ...));
  }(std::type_identity<Command>{});
}

// Memory for the elements of a command's lists, which each begin at a multiple of 8 bytes.
class ListRoom {
 public:
  // Requires: the memory begins aligned to 8. It is borrowed, and what lies in it is lost.
  template <class T, std::size_t extent>
  explicit ListRoom(std::span<T, extent> memory) noexcept : free_(std::as_writable_bytes(memory)) {}

  [[nodiscard]] std::size_t bytes_free() const noexcept { return free_.size(); }

  // Returns: how many bytes take() of so many elements uses up.
  template <class Element>
  [[nodiscard]] static constexpr std::size_t bytes_of(std::size_t count) noexcept {
    static_assert(alignof(Element) <= 8 && std::is_trivially_copyable_v<Element>);
    return (count * sizeof(Element) + 7) / 8 * 8;
  }
  // Requires: so many bytes are free. Returns: the elements, of any content.
  template <class Element>
  [[nodiscard]] std::span<Element> take(std::size_t count) noexcept {
    auto* const first = reinterpret_cast<Element*>(free_.data());
    free_ = free_.subspan(bytes_of<Element>(count));
    return {first, count};
  }

 private:
  std::span<std::byte> free_;
};

// Returns: the bytes of room that the command's lists take.
template <class C>
[[nodiscard]] constexpr std::size_t list_bytes(const C& command) noexcept {
  std::size_t bytes = 0;
  visit_lists(command, [&bytes]<class E>(const Field&, const std::span<const E>& list) {
    bytes += ListRoom::bytes_of<E>(list.size());
  });
  return bytes;
}

// Returns: the most that those of any command take, each as long as its limit allows.
[[nodiscard]] constexpr std::size_t list_bytes_max(const Limits& limits) noexcept {
  return [&limits]<class... C>(std::type_identity<std::variant<C...>>) {
    const auto of = [&limits](const auto& command) {
      std::size_t bytes = 0;
      visit_lists(command, [&]<class E>(const Field& field, const std::span<const E>&) {
        bytes += ListRoom::bytes_of<E>(limits.*field.at_most);
      });
      return bytes;
    };
    return std::max({of(C{})...});
  }(std::type_identity<Command>{});
}

// Effects: copies the elements of the command's lists into the room, and has the command borrow
//          them there. Requires: list_bytes(command) are free.
template <class C>
void copy_lists(C& command, ListRoom room) noexcept {
  visit_lists(command, [&room]<class E>(const Field&, std::span<const E>& list) {
    const std::span<E> copies = room.take<E>(list.size());
    std::uninitialized_copy(list.begin(), list.end(), copies.begin());
    list = copies;
  });
}

}  // namespace allot
