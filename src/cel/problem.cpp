#include "cel/problem.hpp"

#include <algorithm>
#include <cstddef>

#include "cel/utf8.hpp"
#include "types/letter_steps.hpp"

namespace allot::cel {
namespace {

// Of a line that is longer, this many code points before and behind the caret are shown.
constexpr std::uint32_t shown_around = 60;

std::uint32_t width_of(char32_t c) noexcept {
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
                    (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

// One code point, or one byte of what is no UTF-8.
struct Piece {
  std::string_view text;
  std::uint32_t width{1};
};

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint found = code_point_at(line, at);
    const std::size_t bytes = std::max<std::size_t>(1, found.bytes);
    const bool shown = found.bytes != 0 && found.value >= 0x20 && found.value != 0x7F;
    pieces.push_back(shown ? Piece{line.substr(at, bytes), width_of(found.value)} : Piece{" ", 1});
    at += bytes;
  }
  return pieces;
}

std::size_t pieces_before(std::string_view line, std::size_t bytes) {
  return pieces_of(line.substr(0, bytes)).size();
}

}  // namespace

bool has_errors(const Problems& problems) noexcept {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

Position position_of(std::string_view source, std::uint32_t offset, Position begin) {
  const std::string_view before = source.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  if (line_end == std::string_view::npos) {
    const auto columns = static_cast<std::uint32_t>(pieces_of(before).size());
    return {begin.line, begin.column + columns};
  }
  const std::string_view line = before.substr(line_end + 1);
  return {begin.line + lines, 1 + static_cast<std::uint32_t>(pieces_of(line).size())};
}

std::string rendered(const Problem& problem, std::string_view file, std::string_view source,
                     Position begin) {
  const std::size_t at = std::min<std::size_t>(problem.range.first, source.size());
  const Position position = position_of(source, static_cast<std::uint32_t>(at), begin);
  std::string text(file);
  text += ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
  text += problem.severity == Severity::error ? ": error: " : ": warning: ";
  text += problem.text;

  const std::size_t before = at == 0 ? std::string_view::npos : source.rfind('\n', at - 1);
  const std::size_t line_first = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line =
      source.substr(line_first, std::min(source.find('\n', at), source.size()) - line_first);
  const std::vector<Piece> pieces = pieces_of(line);
  const std::size_t caret = pieces_before(line, at - line_first);
  const std::size_t range_end =
      std::max(at, std::min<std::size_t>(problem.range.last, line_first + line.size()));
  const std::size_t marked = std::max<std::size_t>(
      1, pieces_before(line, range_end - line_first) - std::min(caret, pieces.size()));
  const std::size_t first = caret > shown_around ? caret - shown_around : 0;
  const std::size_t last = std::min(pieces.size(), caret + shown_around);

  std::string shown = first > 0 ? "..." : "";
  std::string below(shown.size(), ' ');
  for (std::size_t i = first; i < last; ++i) {
    shown += pieces[i].text;
    const char mark = i == caret ? '^' : '~';
    if (i < caret) {
      below.append(pieces[i].width, ' ');
    } else if (i < caret + marked) {
      below += mark;
      below.append(pieces[i].width - 1, '~');
    }
  }
  if (caret >= last) below += '^';
  if (last < pieces.size()) shown += "...";
  return text + "\n | " + shown + "\n | " + below;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names) {
  constexpr std::size_t bytes_compared = 80;
  const std::string_view wanted = word.substr(0, bytes_compared);
  std::string_view nearest;
  std::size_t fewest = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string_view name : names) {
    if (name.size() > bytes_compared || name == word) continue;
    const std::size_t steps = letter_steps(wanted, name);
    if (steps >= fewest || steps >= wanted.size()) continue;
    fewest = steps;
    nearest = name;
  }
  return nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?";
}

}  // namespace allot::cel
