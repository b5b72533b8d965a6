// Takes the bytes of a delimited file apart into rows, a block of them at a time. Delimiters,
// quotes and line feeds are found 64 bytes together.
//
// A block holds whole rows. What is left behind them is taken apart again at the front of the next
// block, so that no state but its bytes goes from one to the other.
// Memory: the block's, and the beginning of one row. Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/row_block.hpp"

namespace allot::files {

struct Dialect {
  char delimiter{','};
  bool quotes{true};  // false: a quote is a character as any other

  friend bool operator==(const Dialect&, const Dialect&) = default;
};

class RowSplitter {
 public:
  static constexpr std::size_t row_bytes_max = std::size_t{1} << 20U;
  static constexpr std::size_t fields_max = 4'096;

  RowSplitter(std::unique_ptr<ByteSource> source, Dialect dialect)
      : source_(std::move(source)), dialect_(dialect) {}

  // Effects: fills `block` with the next rows: at least one, unless it is the last.
  void fill(RowBlock& block);

  [[nodiscard]] const ByteSource& source() const noexcept { return *source_; }

 private:
  enum class In : std::uint8_t { plain, quoted, closed };

  // The row that is being taken apart. Places are of the block's bytes.
  struct Open {
    RowBlock::Row row;
    std::size_t begin{0};
    std::size_t field{0};
    std::uint64_t line{1};  // that is being read
    In in{In::plain};
    std::size_t quote{0};           // that may have closed the field
    std::uint64_t quote_line{1};    // on which the field was opened
    bool doubled{false};            // the field holds doubled quotes
    std::vector<std::size_t> mend;  // fields of the row that hold doubled quotes
  };

  [[nodiscard]] Status read_on(RowBlock& block);
  [[nodiscard]] Status split(RowBlock& block);
  [[nodiscard]] bool is_inside(char mark, std::size_t at) noexcept;
  void begin_row(const RowBlock& block, std::size_t at);
  void end_field(RowBlock& block, std::size_t end);
  void end_row(RowBlock& block, std::size_t end, std::size_t next);
  [[nodiscard]] Status too_long() const;
  [[nodiscard]] Status fault_at(std::uint64_t line, std::string_view cause) const;

  std::unique_ptr<ByteSource> source_;
  Dialect dialect_;
  Open open_;
  std::size_t end_{0};      // of the bytes in the block
  std::vector<char> rest_;  // what the last block left of its bytes
  bool ended_{false};       // nothing follows end_
};

}  // namespace allot::files
