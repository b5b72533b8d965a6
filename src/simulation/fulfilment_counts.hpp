// What left the warehouses of a rehearsal, what came back, and what was given back for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "allot/types/ids.hpp"

namespace allot {

// How what a channel promised of its orders went. What is neither kept nor broken was promised and
// nobody waited for it any more, or it was to be kept still when the run was over.
struct ServiceReport {
  std::string channel;
  std::string kind;  // "processing", "ship_by", "delivery" or "returns"
  std::uint64_t kept{};
  std::uint64_t broken{};
  std::uint64_t warned{};  // times that somebody was warned before
  std::uint64_t parcels_in_time{};
  std::uint64_t parcels_late{};
};

// What left the warehouses, and what did not after all.
struct FulfilmentCounts {
  std::uint64_t orders_shipped{};   // of which nothing is left to ship
  std::uint64_t parcels_shipped{};  // what left a node for an order at one time
  std::uint64_t units_shipped{};
  // What the units that left are worth, and those that came back; minor units. Of a line whose
  // units have several prices, which is several lines of one SKU, those that leave or come back at
  // one time are its first. 0 where orders have several currencies or no prices; orders in another
  // currency than nearly all have no part in it, and are counted beside it.
  MoneyMinor sales{};
  MoneyMinor sales_returned{};
  std::uint64_t orders_in_other_currency{};  // of orders_shipped
  std::uint64_t orders_delivered{};          // of orders_shipped, those of which all has arrived
  std::uint64_t parcels_delivered{};
  std::uint64_t units_delivered{};
  // From an order until its parcels left, in seconds of the scenario, at most 1.6 % too high; 0
  // when none did.
  std::uint64_t to_shipment_p50_s{};
  std::uint64_t to_shipment_p95_s{};
  std::uint64_t cancelled_before{};  // of the cancelled orders, those of which nothing had left
  std::uint64_t lines_lost{};        // times that a line lost what it was promised
  std::uint64_t units_lost{};
  std::uint64_t exceptions{};  // shipments and deliveries that did not fit the books
  // Of what had to leave by a time, ship_by; all 0 where nothing had to. Orders by when the last of
  // them left.
  std::uint64_t orders_in_time{};
  std::uint64_t orders_late{};
  std::uint64_t orders_overdue{};  // that were paid, and had not left whole when the run was over
  std::uint64_t parcels_in_time{};
  std::uint64_t parcels_late{};
  std::vector<ServiceReport> services;  // by channel and kind; those of which anything was told
};

// What was given back of what had been paid.
struct RefundCounts {
  std::uint64_t count{};       // payments that went back, whoever reported them
  std::uint64_t of_returns{};  // of these, what the back office gave back for goods that had come
  // Of both, those of orders in another currency than nearly all: they have no part in the values.
  std::uint64_t other_currency{};
  std::uint64_t returns_other_currency{};
  MoneyMinor value{};          // of all; minor units, 0 where orders have several currencies
  MoneyMinor returns_value{};  // of those for goods
  // From when the goods were back until their money was, in seconds of the scenario, at most 1.6 %
  // too high; 0 when nothing was given back for any.
  std::uint64_t to_refund_p50_s{};
  std::uint64_t to_refund_p95_s{};
};

// What customers sent back, and what they were given back.
struct ReturnCounts {
  std::uint64_t requested{};  // requested = completed + lapsed + what was waited for at the end
  std::uint64_t units_requested{};
  std::uint64_t completed{};
  std::uint64_t lapsed{};           // that nothing of came until it was too late
  std::uint64_t units_restocked{};  // for sale again
  std::uint64_t units_quarantined{};
  std::uint64_t units_scrapped{};
  std::uint64_t exceptions{};  // of what came back, what did not fit the books
  // From a request until the goods were there, in seconds of the scenario, at most 1.6 % too high;
  // 0 when none came.
  std::uint64_t to_receipt_p50_s{};
  std::uint64_t to_receipt_p95_s{};
  RefundCounts refunds;  // also of what had never left

  [[nodiscard]] std::uint64_t units_received() const noexcept {
    return units_restocked + units_quarantined + units_scrapped;
  }
};

}  // namespace allot
