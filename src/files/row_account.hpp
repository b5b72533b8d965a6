// Where each row of a file went: it was used, or left out for one reason. Beside it stands what
// was used but could not be said whole.
//
// Threads: one at a time. Memory: one row of each reason.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace allot::files {

// Why rows were left out, and the first of them.
struct RowReason {
  std::string name;
  std::string advice;
  std::uint64_t rows{};
  std::uint64_t line{};  // of the file, from 1
  std::string column;
  std::string text;   // what stood there, shortened
  bool suspicious{};  // such rows say that the map, or the file, is wrong
};

// What the engine is not told although the file says it, or what had to be assumed.
struct FileNote {
  std::string name;
  std::uint64_t count{};  // of what the text names; 0: of nothing that is counted
  std::string text;       // "orders without payment: what follows from it"
  std::uint64_t line{};   // the first
  // The program chose it where neither the file nor its map says it, and results depend on it:
  // somebody has to confirm it before they are believed.
  bool assumed{};
};

// The name of the note that each row counts as one unit, although no map says so.
inline constexpr std::string_view quantity_assumed = "quantity_assumed";

class RowAccount {
 public:
  // Reasons are numbered in the order in which they are added; one that comes again keeps its
  // number.
  std::size_t add_reason(std::string name, std::string advice, bool suspicious = false);

  void use() noexcept {
    ++rows_;
    ++used_;
  }
  // Effects: says something else to do about a reason.
  void advise(std::size_t reason, std::string advice) {
    reasons_[reason].advice = std::move(advice);
  }
  // `column` and `text` are kept of the first row of each reason.
  void leave_out(std::size_t reason, std::uint64_t line, std::string_view column,
                 std::string_view text);
  void note(std::string_view name, std::string_view text, std::uint64_t line,
            std::uint64_t count = 1);
  // Effects: notes what was assumed of the whole file (FileNote::assumed). Of two texts of one name
  //          the later one stands, as it knows more.
  void assume(std::string_view name, std::string_view text);

  [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::uint64_t used() const noexcept { return used_; }
  // Always: used() + the sum of their rows = rows(). Those that met no row are there too.
  [[nodiscard]] const std::vector<RowReason>& reasons() const noexcept { return reasons_; }
  [[nodiscard]] const std::vector<FileNote>& notes() const noexcept { return notes_; }
  [[nodiscard]] std::uint64_t rows_of(std::string_view reason) const noexcept;
  // Whether more than half of the rows were left out for suspicious reasons.
  [[nodiscard]] bool is_suspicious() const noexcept;

 private:
  std::uint64_t rows_{};
  std::uint64_t used_{};
  std::vector<RowReason> reasons_;
  std::vector<FileNote> notes_;
};

// Of text where nothing says how wide it may be.
inline constexpr std::size_t columns_usual = 80;

// Returns: the reasons that met rows, most frequent first, at most `most` of them, one to a line
//          or more, each with its first row and what to do.
[[nodiscard]] std::string reasons_text(const std::vector<RowReason>& reasons, std::size_t most,
                                       std::string_view indent,
                                       std::size_t columns = columns_usual);

// Returns: `text` in lines of at most so many columns, each with the indent, those after the first
//          with two blanks more; each ends in a line feed.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view indent,
                                  std::size_t columns = columns_usual);

// Returns: "1 row", "12,345 rows".
[[nodiscard]] std::string rows_text(std::uint64_t rows);
// Returns: `text` in quotes, without control bytes, shortened to `most` bytes at the end of a
//          character.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 40);

}  // namespace allot::files
