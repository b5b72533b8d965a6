#include "allot/intake/body_hash.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstring>
#include <span>
#include <type_traits>

#include "allot/intake/command_type.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

static_assert(std::endian::native == std::endian::little,
              "values are hashed as they lie in memory, which must be little-endian");

namespace allot {
namespace {

// Gathers fields in a small buffer, so that the hash function sees few, long inputs.
class FieldHasher {
 public:
  template <class T>
    requires std::integral<T> || std::is_enum_v<T>
  void put(T value) noexcept {
    if (used_ + sizeof value > buffer_.size()) drain();
    std::memcpy(buffer_.data() + used_, &value, sizeof value);
    used_ += sizeof value;
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
  void put(std::span<const OrderLine> lines) noexcept {
    put(static_cast<std::uint32_t>(lines.size()));
    for (const OrderLine& line : lines) {
      put(line.sku);
      put(line.quantity);
      put(line.price);
      put(line.shortage);
    }
  }

  [[nodiscard]] std::uint64_t finish() noexcept {
    if (!drained_) return XXH3_64bits(buffer_.data(), used_);
    drain();
    return XXH3_64bits_digest(&state_);
  }

 private:
  void drain() noexcept {
    if (!drained_) XXH3_64bits_reset(&state_);
    XXH3_64bits_update(&state_, buffer_.data(), used_);
    used_ = 0;
    drained_ = true;
  }

  alignas(64) std::array<std::byte, 512> buffer_;
  std::size_t used_{0};
  bool drained_{false};
  XXH3_state_t state_;
};

}  // namespace

std::uint64_t body_hash(const Command& command) noexcept {
  FieldHasher hasher;
  hasher.put(command_type(command));
  std::visit(
      [&hasher](const auto& c) {
        std::decay_t<decltype(c)>::fields(c, [&hasher](std::string_view, const auto& value) {
          hasher.put(value);
        });
      },
      command);
  return hasher.finish();
}

}  // namespace allot
