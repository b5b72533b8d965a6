// Room for the tables of a file, made once some of its rows were read, for what the rest has if it
// goes on like that: tables that grow to this size step by step are copied, and cleared, at each.
//
// It is only a guess, and what cannot be had is done without. Memory: a table that is filled less
// than was guessed is address space for the rest of it, but for 64 MiB at most of an index.
// Threads: one at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>

#include "files/large_memory.hpp"
#include "files/pages_ahead.hpp"
#include "files/text_index.hpp"

namespace allot::files {

class TableRoom {
 public:
  // Whether look() is to be called. `rows`: that were read. Cost: a comparison.
  [[nodiscard]] bool is_due(std::uint64_t rows) const noexcept { return rows >= next_; }

  // Effects: makes room in tables that have grown with the rows, the first time; then, of a large
  //          file, has their pages made for some rows more. No table may grow by more than one
  //          entry for each row. `expected`: about how many rows the file has; 0: nobody knows.
  template <class... Tables>
  void look(std::uint64_t rows, std::uint64_t expected, Tables&... tables) {
    next_ = rows + rows_between;
    if (all_ == 0) {
      constexpr double rows_at_most = 50'000'000;
      constexpr double spare = 1.05;
      all_ = std::max(1.0, spare * std::min(static_cast<double>(expected), rows_at_most));
      share_ = all_ / static_cast<double>(rows);
      if (share_ > 1) (reserve(tables), ...);
    }
    // A table that is full moves.
    if ((is_nearly_full(tables) || ...)) return pages_.stop();
    pages_.reached(static_cast<double>(rows) / all_);
  }
  // Effects: the tables may be moved.
  void stop() { pages_.stop(); }

 private:
  static constexpr std::uint64_t rows_between = 10'000;
  // A thread is not worth its start for a file of fewer times the rows that were read.
  static constexpr double share_for_pages = 100;

  template <class T>
  void reserve(LargeVector<T>& table) {
    try {
      table.reserve(static_cast<std::size_t>(static_cast<double>(table.size()) * share_));
    } catch (const std::bad_alloc&) {
      return;
    }
    add(std::as_writable_bytes(std::span(table.data(), table.capacity())));
  }
  void reserve(TextIndex& texts) {
    try {
      for (const std::span<std::byte> table : texts.reserve(share_)) add(table);
    } catch (const std::bad_alloc&) {
      return;
    }
  }
  void add(std::span<std::byte> table) {
    if (share_ >= share_for_pages) pages_.add(table);
  }
  template <class T>
  [[nodiscard]] static bool is_nearly_full(const LargeVector<T>& table) noexcept {
    return table.capacity() - table.size() <= rows_between;
  }
  [[nodiscard]] static bool is_nearly_full(const TextIndex& texts) noexcept {
    return texts.room() <= rows_between;
  }

  double all_{0};    // rows that there is room for; 0: nobody has looked
  double share_{0};  // of these in those that were read then
  std::uint64_t next_{rows_between};
  PagesAhead pages_;
};

}  // namespace allot::files
