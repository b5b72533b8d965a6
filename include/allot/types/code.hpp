// The name that the outside world uses for a SKU, node, channel, zone or order: 1 to 40 bytes, no
// NUL.
//
// Fixed size and trivially copyable, so that a catalogue command travels through the ring and the
// log like any other. Unused bytes are zero, always: codes are compared and hashed whole.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace allot {

struct Code {
  static constexpr std::size_t size_max = 40;

  std::uint8_t size{};
  std::array<char, size_max> bytes{};

  // Returns: nothing when `text` is empty, longer than size_max or holds a NUL byte.
  [[nodiscard]] static constexpr std::optional<Code> from(std::string_view text) noexcept {
    if (text.empty() || text.size() > size_max || text.find('\0') != std::string_view::npos) {
      return std::nullopt;
    }
    Code code;
    code.size = static_cast<std::uint8_t>(text.size());
    std::copy(text.begin(), text.end(), code.bytes.begin());
    return code;
  }

  // Returns: the code that a host gives. A text that is too long or holds a NUL byte becomes
  // unfit(), so that it is refused and not taken for an absent one, as an empty text is.
  [[nodiscard]] static constexpr Code given(std::string_view text) noexcept {
    return text.empty() ? Code{} : from(text).value_or(unfit());
  }
  // Returns: one that is not valid() and not absent.
  [[nodiscard]] static constexpr Code unfit() noexcept {
    Code code;
    code.size = size_max + 1;
    return code;
  }
  [[nodiscard]] constexpr bool present() const noexcept { return size != 0; }

  // Returns: its bytes; of one that is not valid(), no more than it has.
  [[nodiscard]] constexpr std::string_view text() const noexcept {
    return {bytes.data(), size <= size_max ? size : size_max};
  }
  [[nodiscard]] constexpr bool valid() const noexcept {
    return size > 0 && size <= size_max && text().find('\0') == std::string_view::npos;
  }
  friend constexpr bool operator==(const Code&, const Code&) noexcept = default;
};

}  // namespace allot
