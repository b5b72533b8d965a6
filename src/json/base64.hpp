// Bytes as text: base64 with padding, as RFC 4648 has it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace allot::json {

[[nodiscard]] std::string base64_text(std::span<const std::uint8_t> bytes);
// Returns: nothing where the text is none, or another one stands for the same bytes.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> base64_bytes(std::string_view text);

}  // namespace allot::json
