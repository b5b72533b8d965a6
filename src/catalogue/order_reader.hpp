// Reads an order before anybody judges it: fields in range, value, lines of one SKU and number
// summed.
//
// Steps 2 to 5 of docs/rules.md §5. Scratch memory is fixed by the constructor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "allot/messages/semantics.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/checked_order.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class OrderReader {
 public:
  OrderReader(const Limits& limits, Semantics semantics);

  // Effects: `checked` speaks of this order, which it borrows, until the next read.
  Decision read(const Place& order, const Catalogue& catalogue, CheckedOrder& checked);
  Decision read(const Import& order, const Catalogue& catalogue, CheckedOrder& checked);

 private:
  // What the two commands say each in its way.
  struct Terms {
    Shortage shortage;
    bool ship_complete;
    bool in_range;  // what only one of them has
  };
  // What its lines come to together.
  struct LineSums {
    MoneyMinor amounts{};
    MoneyMinor discounts{};
    MoneyMinor taxes{};
    bool itemised{};  // a line says more than its price
    bool named{};     // a line has a number of its own, or a date
  };
  template <class C>
  Decision read(const C& order, const Terms& terms, const Catalogue& catalogue,
                CheckedOrder& checked);
  template <class C>
  [[nodiscard]] static bool read_plain(const C& order, const Catalogue& catalogue,
                                       MoneyMinor& value);
  template <class C>
  [[gnu::noinline]] Decision read_whole(const C& order, bool ship_complete,
                                        const Catalogue& catalogue, CheckedOrder& checked);
  static Decision add_up(bool ship_complete, std::span<const OrderLine> lines,
                         const Catalogue& catalogue, LineSums& sums);
  Decision read_money(OrderCharges asked, const LineSums& sums, const Catalogue& catalogue,
                      CheckedOrder& checked);
  [[nodiscard]] Decision too_many_of_a_sku() const;
  [[nodiscard]] static bool names_one_twice(std::span<const OrderLine> lines);
  [[gnu::noinline]] void merge_plain(const Catalogue& catalogue, CheckedOrder& checked);
  [[nodiscard, gnu::noinline]] std::span<const OrderLine> merge(std::span<const OrderLine> lines);
  [[nodiscard]] OrderLine* merged_line(const OrderLine& line);

  void add(OrderLine& merged, const OrderLine& line, bool by_amount);

  // Says where a merged line is, in orders that are too long to be searched. Seats of earlier
  // orders are not cleared; one holds only while its `order` is the number of the current one.
  struct Seat {
    std::uint32_t order;
    std::uint32_t line;
  };

  static constexpr std::size_t no_line = std::numeric_limits<std::size_t>::max();

  std::uint32_t lines_max_;
  bool keeps_amounts_;  // of lines that are merged, whether one has a total or not
  std::vector<OrderLine> merged_;
  std::vector<Seat> table_;
  std::uint32_t order_{};
  OrderCharges charges_;                // of the order that was read last
  bool itemised_{};                     // its lines say more than a price each
  std::size_t other_date_at_{no_line};  // the first that is merged and has another date
};

}  // namespace allot
