// Tables for people: columns as wide as what stands in them, lines never wider than a terminal.
//
// Where the columns don't fit, those that may are shortened, and then those that matter least are
// left out; note() names them. Control characters are shown as escapes.
//
// Threads: one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inspection/tone.hpp"

namespace allot::inspection {

// Returns: columns that UTF-8 text takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;
// Returns: the text, or as much of it as fits, and an ellipsis: of a key ("hex:...") its end, by
// which the keys of one host differ.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

// Returns: the text with line feeds for spaces where lines would be wider. Words are not cut.
[[nodiscard]] std::string broken(std::string_view text, std::size_t width);

struct TableColumn {
  std::string heading;
  unsigned importance{};  // 0 is never left out; of others the greatest number goes first
  bool right{};           // numbers stand at the right
  bool shrinks{};         // its texts may be shortened
};

class TextTable {
 public:
  // `colour`: whether tones are shown.
  TextTable(std::vector<TableColumn> columns, std::size_t width, bool colour = false);

  // Requires: a cell for each column, or fewer; a tone for each cell, or fewer.
  void add(std::vector<std::string> cells, std::vector<Tone> tones = {});
  // A line across all columns, broken at spaces where it is too long.
  void add_line(const std::string& text);
  // A last row, ruled off.
  void add_total(std::vector<std::string> cells);

  [[nodiscard]] std::size_t rows() const noexcept { return rows_.size(); }
  // Returns: what was added since the last call, with the headings in front when there were none.
  //          Columns get wider from call to call, not narrower.
  [[nodiscard]] std::string take();
  // Returns: text that names the columns for which there was no room; nothing when all fit.
  [[nodiscard]] std::string note(std::string_view whole = "--format csv") const;

 private:
  enum class Kind : std::uint8_t { cells, line, total };
  struct Row {
    Kind kind{};
    std::vector<std::string> cells;
    std::vector<Tone> tones;
  };

  void fit();
  void put(std::string& out, const std::vector<std::string>& cells,
           const std::vector<Tone>& tones) const;
  [[nodiscard]] std::size_t total_width() const;

  std::vector<TableColumn> columns_;
  std::size_t width_;
  bool colour_;
  std::vector<std::size_t> natural_;  // widths that the columns would like
  std::vector<std::size_t> widths_;   // and have; 0 is left out
  std::vector<Row> rows_;
  bool headed_{};
};

}  // namespace allot::inspection
