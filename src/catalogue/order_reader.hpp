// Reads an order before anybody judges it: fields in range, value, lines of one SKU summed.
//
// Steps 2 to 5 of docs/rules.md §5. Scratch memory is fixed by the constructor.
#pragma once

#include <cstdint>
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
  struct Terms {
    ChannelId channel;
    ZoneId zone;
    TimeNs ship_by;
    Shortage shortage;
    bool ship_complete;
    bool in_range;  // what only one of the two commands has
    OrderCharges charges;
  };
  // What its lines come to together.
  struct LineSums {
    MoneyMinor amounts{};
    MoneyMinor discounts{};
    MoneyMinor taxes{};
    bool itemised{};  // a line says more than its price
  };
  Decision read(const Terms& terms, std::span<const OrderLine> lines, const Catalogue& catalogue,
                CheckedOrder& checked);
  [[nodiscard]] static bool read_plain(const Terms& terms, std::span<const OrderLine> lines,
                                       const Catalogue& catalogue, MoneyMinor& value);
  struct Read {
    Decision decision{};
    MoneyMinor value{};
    std::span<const OrderLine> merged{};
    const OrderCharges* charges{};
  };
  // By value, so that the terms of nearly every order need not lie in memory for them.
  [[gnu::noinline]] Read read_lines(Terms terms, std::span<const OrderLine> lines,
                                    const Catalogue& catalogue);
  static Decision add_up(bool ship_complete, std::span<const OrderLine> lines,
                         const Catalogue& catalogue, LineSums& sums);
  Read read_money(const Terms& terms, const LineSums& sums, std::span<const OrderLine> lines,
                  const Catalogue& catalogue);
  [[nodiscard, gnu::noinline]] const OrderCharges* charges_of_merged(ChannelId channel,
                                                                     const Catalogue& catalogue);
  [[nodiscard]] std::span<const OrderLine> merged(std::span<const OrderLine> lines);
  [[nodiscard, gnu::noinline]] std::span<const OrderLine> merge(std::span<const OrderLine> lines);
  [[nodiscard]] OrderLine* merged_line(SkuId sku);

  void add(OrderLine& merged, const OrderLine& line);

  // Says where a SKU's merged line is, in orders that are too long to be searched. Seats of earlier
  // orders are not cleared; one holds only while its `order` is the number of the current one.
  struct Seat {
    std::uint32_t sku;
    std::uint32_t order;
    std::uint32_t line;
  };

  std::uint32_t lines_max_;
  bool keeps_amounts_;  // of lines that are merged
  std::vector<OrderLine> merged_;
  std::vector<Seat> table_;
  std::uint32_t order_{};
  OrderCharges charges_;  // of the order that was read last
  bool itemised_{};       // its lines say more than a price each
};

}  // namespace allot
