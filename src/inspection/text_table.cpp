#include "inspection/text_table.hpp"

#include <algorithm>
#include <utility>

#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_shrunk = 12;
constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view key_prefix = "hex:";

struct Character {
  std::size_t bytes{};
  std::size_t columns{};
};

// The first character of `text`, which is not empty. A byte that begins none is one.
Character first_of(std::string_view text) noexcept {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  const std::size_t bytes = first < 0xC0U ? 1 : first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
  if (bytes == 1 || bytes > text.size()) return {1, 1};
  std::uint32_t point = first & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {1, 1};
    point = point << 6U | (byte(i) & 0x3FU);
  }
  // The blocks of Unicode that terminals draw two columns wide, and marks that stand over others.
  const bool wide = (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
                    (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
                    (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) ||
                    (point >= 0xFFE0 && point <= 0xFFE6) ||
                    (point >= 0x1F300 && point <= 0x1FAFF) ||
                    (point >= 0x20000 && point <= 0x3FFFD);
  const bool mark = (point >= 0x0300 && point <= 0x036F) || (point >= 0x200B && point <= 0x200F) ||
                    (point >= 0xFE00 && point <= 0xFE0F);
  return {bytes, mark ? std::size_t{0} : wide ? std::size_t{2} : std::size_t{1}};
}

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character character = first_of(text);
    width += character.columns;
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  const std::size_t natural = display_width(text);
  if (natural <= width) return std::string(text);
  if (width == 0) return {};
  const bool is_key = text.starts_with(key_prefix) && natural == text.size();
  if (is_key && width > key_prefix.size() + 1) {
    const std::string_view end = text.substr(text.size() - (width - key_prefix.size() - 1));
    return std::string(key_prefix) + std::string(ellipsis) + std::string(end);
  }
  std::string out;
  std::size_t used = 0;
  while (!text.empty()) {
    const Character character = first_of(text);
    if (used + character.columns + 1 > width) break;
    out += text.substr(0, character.bytes);
    used += character.columns;
    text.remove_prefix(character.bytes);
  }
  return out + std::string(ellipsis);
}

std::string broken(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    const std::string_view word = text.substr(from, to - from);
    const std::size_t wide = display_width(word);
    if (from != 0) {
      const bool breaks = column + 1 + wide > width;
      out += breaks ? '\n' : ' ';
      column = breaks ? 0 : column + 1;
    }
    out += word;
    column += wide;
    from = to + 1;
  }
  return out;
}

TextTable::TextTable(std::vector<TableColumn> columns, std::size_t width, bool colour)
    : columns_(std::move(columns)), width_(width), colour_(colour) {
  for (const TableColumn& column : columns_) natural_.push_back(display_width(column.heading));
}

void TextTable::add(std::vector<std::string> cells, std::vector<Tone> tones) {
  tones.resize(columns_.size());
  cells.resize(columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = json::without_controls(cells[i]);
    natural_[i] = std::max(natural_[i], display_width(cells[i]));
  }
  rows_.push_back({Kind::cells, std::move(cells), std::move(tones)});
}

void TextTable::add_line(const std::string& text) {
  rows_.push_back({Kind::line, {broken(json::without_controls(text), width_)}, {}});
}

void TextTable::add_total(std::vector<std::string> cells) {
  add(std::move(cells));
  rows_.back().kind = Kind::total;
}

std::size_t TextTable::total_width() const {
  std::size_t total = 0;
  for (const std::size_t width : widths_) total += width == 0 ? 0 : width + gap;
  return total - std::min(total, gap);
}

void TextTable::fit() {
  widths_ = natural_;
  for (;;) {
    // What is too wide comes off the column that is the widest of those that may be shortened.
    while (total_width() > width_) {
      std::size_t widest = columns_.size();
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const bool may = columns_[i].shrinks && widths_[i] > least_shrunk;
        if (may && (widest == columns_.size() || widths_[i] > widths_[widest])) widest = i;
      }
      if (widest == columns_.size()) break;
      --widths_[widest];
    }
    if (total_width() <= width_) return;
    std::size_t least = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (widths_[i] == 0 || columns_[i].importance == 0) continue;
      if (least == columns_.size() || columns_[i].importance > columns_[least].importance)
        least = i;
    }
    if (least == columns_.size()) return;
    const std::vector<std::size_t> before = std::exchange(widths_, natural_);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (before[i] == 0 || i == least) widths_[i] = 0;
    }
  }
}

void TextTable::put(std::string& out, const std::vector<std::string>& cells,
                    const std::vector<Tone>& tones) const {
  std::string line;
  std::string coloured;  // the same, with what takes no column
  bool first = true;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (widths_[i] == 0) continue;
    if (!first) line.append(gap, ' '), coloured.append(gap, ' ');
    first = false;
    const std::string text = shortened(cells[i], widths_[i]);
    const std::string fill(widths_[i] - std::min(widths_[i], display_width(text)), ' ');
    const std::string shown = toned(text, i < tones.size() ? tones[i] : Tone::plain, colour_);
    line += columns_[i].right ? fill + text : text + fill;
    coloured += columns_[i].right ? fill + shown : shown + fill;
  }
  // Without a column that can be left out a line may still be too wide.
  const bool fits = display_width(line) <= width_;
  line = fits ? coloured : shortened(line, width_);
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

std::string TextTable::take() {
  std::string out;
  fit();
  if (!std::exchange(headed_, true)) {
    std::vector<std::string> headings;
    for (const TableColumn& column : columns_) headings.push_back(column.heading);
    put(out, headings, {});
  }
  for (const Row& row : rows_) {
    if (row.kind == Kind::line) {
      out += row.cells.front() + '\n';
      continue;
    }
    if (row.kind == Kind::total) out += std::string(std::min(total_width(), width_), '-') + '\n';
    put(out, row.cells, row.tones);
  }
  rows_.clear();
  return out;
}

std::string TextTable::note(std::string_view whole) const {
  std::string names;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    if (widths_[i] == 0) names += (names.empty() ? "" : ", ") + columns_[i].heading;
  }
  if (names.empty()) return names;
  return broken("no room for " + names + ", which a wider terminal has, and " + std::string(whole),
                width_) +
         '\n';
}

}  // namespace allot::inspection
