// Ends of the sale of lots, as lists of stock have them: days, months, moments.
//
// A day or a month alone is sold to its end: what is best before 31.12.2026, or 12/2026, ends with
// the first moment of the year 2027 by the clock of the shop. Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
#include "files/named_table.hpp"
#include "files/row_account.hpp"
#include "files/times.hpp"

namespace allot::files {

class ExpiryReader {
 public:
  // `forms`: of the orders. They come first, with and without their time of day; then what lists of
  // stock have, such as 31.12.2026, 2026-12-31, 12/2026, 2026-12. Where they say whether days or
  // months come first, that holds for 05/06/2027; else the whole file tells, in settle().
  // Errors: a zone that this system does not know.
  [[nodiscard]] static Result<ExpiryReader> make(const TimeForms& forms);

  // Effects: leaves the row out when column `number` holds no time; else `at` is the end of sale, 0
  // for what never ends. `row`: where the caller keeps it, for settle(); greater than all before
  // it, or that of one that was not kept.
  // Returns: whether the row was not left out.
  bool read(NamedTable& table, std::size_t number, std::size_t row, TimeNs& at);

  // Effects: row `row` has the same end as the one that was read last.
  void repeat(std::size_t row);

  // Rows of which the other reading is right, each with it. To be asked once, behind the last row.
  struct Change {
    std::size_t row{};
    TimeNs at{};
  };
  // Effects: notes what was made of days and months that could change places, with both readings,
  //          where nothing in the file tells.
  [[nodiscard]] std::vector<Change> settle(RowAccount& account);

 private:
  // What a text says, by both readings where it has two.
  struct Reading {
    std::optional<TimeNs> at;
    std::optional<TimeNs> month_first;
    bool tells{};  // which of the two the file has, as no other one fits
    bool is_month_first{};
    bool never{};
  };
  struct Doubt {
    std::size_t row{};
    TimeNs month_first{};
  };

  ExpiryReader(TimeReader said, TimeReader day_first, TimeReader month_first, bool known);
  [[nodiscard]] Reading reading_of(std::string_view text);

  TimeReader said_;
  TimeReader day_first_;
  TimeReader month_first_;
  bool order_known_;  // the forms of the orders say which of the two comes first
  std::unordered_map<std::string, Reading> met_;
  std::vector<Doubt> doubts_;
  std::size_t last_row_{};
  std::string first_doubt_;  // its text, and where it stands
  std::uint64_t first_line_{};
  Reading first_reading_;
  std::uint64_t day_first_only_{};
  std::uint64_t month_first_only_{};
};

}  // namespace allot::files
