// Reads an order before anybody judges it: fields in range, value, lines of one SKU summed.
//
// Steps 2 to 5 of docs/rules.md §5. Scratch memory is fixed by the constructor.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "catalogue/checked_order.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class OrderReader {
 public:
  explicit OrderReader(const Limits& limits);

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
  };
  Decision read(const Terms& terms, std::span<const OrderLine> lines, const Catalogue& catalogue,
                CheckedOrder& checked);
  [[nodiscard]] static bool read_plain(bool ship_complete, std::span<const OrderLine> lines,
                                       const Catalogue& catalogue, MoneyMinor& value);
  [[gnu::noinline]] static Decision read_lines(bool ship_complete, std::span<const OrderLine> lines,
                                               const Catalogue& catalogue, MoneyMinor& value);
  [[nodiscard]] std::span<const OrderLine> merged(std::span<const OrderLine> lines);
  [[nodiscard, gnu::noinline]] std::span<const OrderLine> merge(std::span<const OrderLine> lines);
  [[nodiscard]] OrderLine* merged_line(SkuId sku);

  // Says where a SKU's merged line is, in orders that are too long to be searched. Seats of earlier
  // orders are not cleared; one holds only while its `order` is the number of the current one.
  struct Seat {
    std::uint32_t sku;
    std::uint32_t order;
    std::uint32_t line;
  };

  std::uint32_t lines_max_;
  std::vector<OrderLine> merged_;
  std::vector<Seat> table_;
  std::uint32_t order_{};
};

}  // namespace allot
