// Which column of a file of orders holds the codes that another file knows.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

namespace allot::files {

struct CodeColumn {
  std::string name;
  std::size_t known{};  // of its different texts, those that are codes
  std::size_t texts{};  // different ones in the rows looked at
};

// Returns: of the columns at the head of `path`, the one most of whose different texts are among
//          `codes`, where they are half of them or more; nothing where there is none, and of what
//          cannot be read once more, such as standard input. `capitals`: texts become capitals
//          first, as the codes did.
[[nodiscard]] std::optional<CodeColumn> column_of_codes(const std::string& path,
                                                        const std::set<std::string>& codes,
                                                        bool capitals = false);

}  // namespace allot::files
