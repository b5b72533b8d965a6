// Which program this is, and which formats it reads and writes.
#pragma once

#include <string>
#include <string_view>

namespace allot::program {

// Returns: "0.1.0", or "0.1.0-dev" of a tree between two releases.
[[nodiscard]] std::string_view program_version() noexcept;
// Returns: name and version of the compiler that made the program, and how it was told to.
[[nodiscard]] std::string_view compiler() noexcept;
[[nodiscard]] std::string_view build_type() noexcept;

// Returns: what --version prints, with its last newline; one JSON object when `json`.
[[nodiscard]] std::string version_text(bool json);

}  // namespace allot::program
