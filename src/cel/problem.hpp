// What is wrong with an expression, and where: shown with the line it stands in and a caret.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace allot::cel {

// A part of a source text, in bytes. No source is longer than ParseLimits::source_bytes_max.
struct Range {
  std::uint32_t first{};
  std::uint32_t last{};  // behind it

  friend constexpr bool operator==(Range, Range) noexcept = default;
};

enum class Severity : std::uint8_t { error, warning };

struct Problem {
  Severity severity{Severity::error};
  Range range;
  std::string text;
};

using Problems = std::vector<Problem>;

[[nodiscard]] bool has_errors(const Problems& problems) noexcept;

// Where an expression stands in its file, so that problems name lines and columns of the file.
struct Position {
  std::uint32_t line{1};
  std::uint32_t column{1};  // in code points
};

// Returns: where the byte at `offset` stands, when the source begins at `begin`.
[[nodiscard]] Position position_of(std::string_view source, std::uint32_t offset,
                                   Position begin = {});

// Returns: "FILE:LINE:COLUMN: error: TEXT", the line, and a caret below what is meant. Of a long
//          line only what stands around it.
[[nodiscard]] std::string rendered(const Problem& problem, std::string_view file,
                                   std::string_view source, Position begin = {});

// Returns: "; did you mean 'NAME'?" with the name that takes the fewest letters added, left out,
//          changed or swapped with a neighbour; nothing when all take more than a third of them, or
//          all of them.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> names);

}  // namespace allot::cel
