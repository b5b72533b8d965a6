// Texts that are one whatever their capitals, and columns that are found so.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace allot::files {

// Compares letters of ASCII in capitals or not.
[[nodiscard]] bool same_text(std::string_view a, std::string_view b) noexcept;

// Returns: the column of this name, or, where none has it, the only one that is it but for
// capitals.
[[nodiscard]] std::optional<std::size_t> column_named(const std::vector<std::string>& columns,
                                                      std::string_view name) noexcept;

}  // namespace allot::files
