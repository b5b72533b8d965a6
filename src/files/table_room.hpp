// Room for the tables of a file, made once some of its rows were read, for what the rest has if it
// goes on like that: tables that grow to this size step by step are copied, and cleared, at each.
//
// Memory that is not used after all is hardly any: the system gives pages as they are touched.
// Threads: one at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "files/large_memory.hpp"
#include "files/pages_ahead.hpp"
#include "files/text_index.hpp"

namespace allot::files {

class TableRoom {
 public:
  static constexpr std::uint64_t rows_before = 10'000;  // when it is made

  // Effects: makes room in tables that have grown with rows_before rows. None may be moved before
  //          stop(). `expected`: about how many rows the file has; 0: nobody knows.
  template <class... Tables>
  void begin(std::uint64_t expected, Tables&... tables) {
    constexpr std::uint64_t rows_at_most = 50'000'000;
    constexpr double spare = 1.05;
    const double all = spare * static_cast<double>(std::min(expected, rows_at_most));
    share_ = all / static_cast<double>(rows_before);
    if (share_ <= 1) return;
    if (has_pages()) rows_ = static_cast<std::uint64_t>(all);
    (reserve(tables), ...);
  }

  // Effects: so many rows were read: pages of the tables are made for some more.
  void reached(std::uint64_t rows) {
    if (rows < next_ || rows > rows_) return;
    next_ = rows + rows_before;
    pages_.reached(static_cast<double>(rows) / static_cast<double>(rows_));
  }
  void stop() { pages_.stop(); }

 private:
  template <class T>
  void reserve(LargeVector<T>& table) {
    table.reserve(static_cast<std::size_t>(static_cast<double>(table.size()) * share_));
    add(std::as_writable_bytes(std::span(table.data(), table.capacity())));
  }
  void reserve(TextIndex& texts) {
    for (const std::span<std::byte> table : texts.reserve(share_)) add(table);
  }
  void add(std::span<std::byte> table) {
    if (has_pages()) pages_.add(table);
  }
  // A thread is not worth its start for a small file.
  [[nodiscard]] bool has_pages() const noexcept { return share_ >= 100; }

  double share_{0};  // of what the file has in those that were read
  std::uint64_t rows_{0};
  std::uint64_t next_{rows_before};
  PagesAhead pages_;
};

}  // namespace allot::files
