#include "allot/intake/body_hash.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstring>
#include <span>
#include <type_traits>

#include "allot/messages/command_type.hpp"
#include "messages/added_fields.hpp"
#include "messages/lists.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

static_assert(std::endian::native == std::endian::little,
              "values are hashed as they lie in memory, which must be little-endian");

namespace allot {
namespace {

// Writes the bytes that are hashed of each kind of field, through put_bytes() of Into.
template <class Into>
class Fields {
 public:
  template <class T>
    requires std::integral<T> || std::is_enum_v<T>
  void put(T value) noexcept {
    into().put_bytes(&value, sizeof value);
  }
  template <class Tag>
  void put(Id<Tag> id) noexcept {
    put(id.value);
  }
  template <class Tag>
  void put(const Key<Tag>& key) noexcept {
    put(key.low);
    put(key.high);
  }
  void put(const Code& code) noexcept {
    put(code.size);
    const std::size_t size = std::min<std::size_t>(code.size, Code::size_max);
    for (std::size_t i = 0; i < size; ++i) put(code.bytes[i]);
  }
  template <class E>
  void put(std::span<const E> list) noexcept {
    put(static_cast<std::uint32_t>(list.size()));
    if constexpr (HasFields<E>) {
      said_later_ |= into().put_elements(list);
    } else {
      for (const E& element : list) put(element);
    }
  }

  // The fields of the first format, then those that came later and say something, each behind its
  // number.
  template <class C>
  void put_command(const C& command) noexcept {
    put(command_type_of<C>);
    put_first_fields(command);
    if constexpr (requires { command.lines; }) {
      if ((said_later_ | added_fields::said_later(command)) != 0) [[unlikely]]
        put_later_fields(command);
    } else if constexpr (added_fields::count<C>() != 0) {
      bool says_later = true;
      if constexpr (added_fields::added_numbers_are_zero<C>()) {
        says_later = added_fields::said_later(command) != 0;
      }
      if (says_later) put_later_fields(command);
    }
  }

 protected:
  template <class S>
  void put_first_fields(const S& said) noexcept {
    S::fields(said, [this](const Field& field, const auto& value) {
      if (field.added == 0) this->put(value);
    });
  }

 private:
  template <class C>
  [[gnu::noinline]] void put_later_fields(const C& command) noexcept {
    added_fields::visit_set(command, [this](std::uint8_t tag, const auto& value) {
      this->put(tag);
      this->put(value);
    });
    if constexpr (requires { command.lines; }) {
      added_fields::visit_set_columns(command.lines, [&](std::uint8_t tag, const auto& value_of) {
        this->put(tag);
        for (const OrderLine& line : command.lines) this->put(value_of(line));
      });
    }
  }

  Into& into() noexcept { return static_cast<Into&>(*this); }

  std::uint64_t said_later_{0};  // by elements of lists; 0 is nothing
};

// Returns: the most bytes of a command besides the elements of its lists: its number, all fields, a
// tag before each that came later.
[[nodiscard]] consteval std::size_t command_bytes_widest() {
  return []<class... C>(std::type_identity<std::variant<C...>>) {
    return std::max({added_fields::widest<C>()...}) + sizeof(CommandType) +
           added_fields::count<OrderLine>();
  }(std::type_identity<Command>{});
}

// For all but long lists: one buffer that nothing can fill, so that every field before an order's
// lines has a fixed place in it.
class ShortBody final : public Fields<ShortBody> {
 public:
  static constexpr std::size_t lines_max = 16;

  template <class C>
  [[nodiscard]] static bool has_room(const C& command) noexcept {
    std::size_t bytes = 0;
    visit_lists(command, [&bytes]<class E>(const Field&, const std::span<const E>& list) {
      bytes += list.size() * widest<E>();
    });
    return bytes <= lists_bytes;
  }

  void put_bytes(const void* bytes, std::size_t size) noexcept {
    std::memcpy(end_, bytes, size);
    end_ += size;
  }
  // The place of the next byte is kept in a register from one element to the next, which bytes that
  // are written one by one through a member would not let it.
  // Returns: 0 unless an element says what came later.
  template <class E>
  [[nodiscard]] std::uint64_t put_elements(std::span<const E> list) noexcept {
    std::byte* at = end_;
    std::uint64_t later = 0;
    for (const E& element : list) {
      E::fields(element, [&at](const Field& field, const auto& value) {
        if (field.added != 0) return;
        static_assert(std::is_trivially_copyable_v<std::remove_cvref_t<decltype(value)>> &&
                      sizeof(value) <= sizeof(std::uint64_t));
        std::memcpy(at, &value, sizeof value);
        at += sizeof value;
      });
      later |= added_fields::said_later(element);
    }
    end_ = at;
    return later;
  }
  [[nodiscard]] std::uint64_t finish() const noexcept {
    return XXH3_64bits(buffer_.data(), static_cast<std::size_t>(end_ - buffer_.data()));
  }

 private:
  template <class E>
  [[nodiscard]] static consteval std::size_t widest() {
    if constexpr (HasFields<E>) return added_fields::widest<E>();
    return sizeof(E);
  }
  static constexpr std::size_t lists_bytes = lines_max * added_fields::widest<OrderLine>();

  std::array<std::byte, command_bytes_widest() + lists_bytes> buffer_;
  std::byte* end_{buffer_.data()};
};

// For any command: gathers fields in pieces, so that the hash function sees few, long inputs.
class LongBody final : public Fields<LongBody> {
 public:
  LongBody() noexcept { XXH3_64bits_reset(&state_); }
  void put_bytes(const void* bytes, std::size_t size) noexcept {
    if (used_ + size > buffer_.size()) drain();
    std::memcpy(buffer_.data() + used_, bytes, size);
    used_ += size;
  }
  template <class E>
  [[nodiscard]] std::uint64_t put_elements(std::span<const E> list) noexcept {
    std::uint64_t later = 0;
    for (const E& element : list) {
      put_first_fields(element);
      later |= added_fields::said_later(element);
    }
    return later;
  }
  [[nodiscard]] std::uint64_t finish() noexcept {
    drain();
    return XXH3_64bits_digest(&state_);
  }

 private:
  void drain() noexcept {
    XXH3_64bits_update(&state_, buffer_.data(), used_);
    used_ = 0;
  }

  std::array<std::byte, 512> buffer_;
  std::size_t used_{0};
  XXH3_state_t state_;
};

template <class Body, class C>
[[nodiscard]] std::uint64_t hash_of(const C& command) noexcept {
  Body body;
  body.put_command(command);
  return body.finish();
}

}  // namespace

std::uint64_t body_hash(const Command& command) noexcept {
  return std::visit(
      []<class C>(const C& c) {
        if constexpr (has_lists<C>) {
          if (!ShortBody::has_room(c)) return hash_of<LongBody>(c);
        }
        return hash_of<ShortBody>(c);
      },
      command);
}

}  // namespace allot
