// Numbers of orders that can be read and are still not what a map says: totals of lines that it
// takes for prices of units, or postcodes for quantities.
//
// Told by what many rows say together: one large order, or a day of lower prices, is no alarm.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "allot/types/ids.hpp"
#include "files/order_map.hpp"
#include "files/source_orders.hpp"

namespace allot::files {

// What the amounts of a column are of, by rows of one SKU that follow each other and have different
// quantities.
class AmountVotes {
 public:
  // `sku`: any number that is the SKU's alone. Amounts of 0 say nothing.
  void add(std::uint64_t sku, std::int64_t quantity, MoneyMinor amount);

  // Whether amounts grow with the quantities, and whether they are the same whatever these are: of
  // a line, and of a unit. Neither where rows say both, or too few say anything.
  [[nodiscard]] bool are_of_lines() const noexcept { return decides(grown_, same_); }
  [[nodiscard]] bool are_of_units() const noexcept { return decides(same_, grown_); }
  [[nodiscard]] std::uint64_t same() const noexcept { return same_; }
  [[nodiscard]] std::uint64_t grown() const noexcept { return grown_; }

 private:
  [[nodiscard]] bool decides(std::uint64_t held, std::uint64_t other) const noexcept {
    constexpr std::uint64_t pairs_least = 3;
    return held >= pairs_least && held >= other * 10 && held * 2 >= pairs_;
  }

  std::unordered_map<std::uint64_t, std::pair<std::int64_t, MoneyMinor>> last_;
  std::uint64_t pairs_{};
  std::uint64_t same_{};
  std::uint64_t grown_{};
};

// Returns: the quantity that half of the rows reach where it is so large that the column may be
//          another; else 0. Of few rows nothing is said.
[[nodiscard]] std::int64_t implausible_median(std::vector<std::int64_t> quantities);

// What somebody should look at, as notes of the file have it.
struct ImplausibleValue {
  std::string name;
  std::string text;
};
// `book`: whose lines are those of its orders, by time. Cost: one pass over the first 200,000
// lines.
[[nodiscard]] std::vector<ImplausibleValue> implausible_values(const SourceOrders& book,
                                                               const OrderMap& map);

// Returns: the sentence about a quantity whose column is `column`, without its full stop.
[[nodiscard]] std::string implausible_quantity_text(const std::string& column, std::int64_t median);

}  // namespace allot::files
