#include "files/same_text.hpp"

#include <absl/strings/match.h>

namespace allot::files {

bool same_text(std::string_view a, std::string_view b) noexcept {
  return absl::EqualsIgnoreCase({a.data(), a.size()}, {b.data(), b.size()});
}

std::optional<std::size_t> column_named(const std::vector<std::string>& columns,
                                        std::string_view name) noexcept {
  std::optional<std::size_t> found;
  bool several = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == name) return i;
    if (!same_text(columns[i], name)) continue;
    several = found.has_value();
    found = i;
  }
  return several ? std::nullopt : found;
}

}  // namespace allot::files
