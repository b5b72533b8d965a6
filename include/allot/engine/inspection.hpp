// What can be read out of a state by tools: copies, for cold use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/ids.hpp"
#include "allot/types/reason.hpp"

namespace allot {

// The result of a full scan over every lot and line.
struct Conservation {
  bool holds{true};
  std::uint64_t lots{};
  std::uint64_t lines{};
  std::uint64_t oversold_units{};  // promised units that the books do not have
  std::uint64_t on_hand{};
  std::uint64_t available{};
  std::uint64_t held{};
  std::uint64_t allocated{};
  std::uint64_t unavailable{};
  std::uint64_t deficit{};
  std::uint64_t waiting{};
  std::string fault;  // the first thing that does not add up, empty when all does
};

enum class OrderStatus : std::uint8_t { open = 0, cancelled = 1, expired = 2, rejected = 3 };
enum class Payment : std::uint8_t { unpaid = 0, pending = 1, paid = 2, on_delivery = 3 };
enum class Review : std::uint8_t { clear = 0, in_review = 1 };

struct HoldInspection {
  NodeId node;
  std::uint64_t lot{};
  std::uint32_t quantity{};
};

struct LineInspection {
  SkuId sku;
  std::uint32_t ordered{};
  std::uint32_t waiting{};
  std::uint32_t refused{};
  MoneyMinor price{};
  std::vector<HoldInspection> holds;
};

struct OrderInspection {
  OrderKey order_key;
  Sequence sequence{};
  ChannelId channel;
  ZoneId zone;
  MoneyMinor value{};
  OrderStatus status{};
  Payment payment{};
  Review review{};
  bool ship_stop{};
  std::uint32_t version{};
  TimeNs pay_by{};
  TimeNs remind_at{};
  TimeNs review_by{};
  bool ship_complete{};
  std::vector<LineInspection> lines;
};

// Told about each choice of nodes while it is made. All spans end with the call.
class SourcingTrace {
 public:
  virtual ~SourcingTrace() = default;
  // A choice begins, for `order_key`, among this many candidates.
  virtual void begin(const OrderKey& order_key, Sequence sequence, std::uint32_t candidates) = 0;
  // A line needs `need` of the `wanted` units; `total` are to be had for it.
  virtual void line(std::uint32_t line, SkuId sku, std::uint32_t wanted, std::uint64_t total,
                    std::uint32_t need) = 0;
  // A candidate's stock for that line.
  virtual void stock(std::uint32_t line, NodeId node, std::uint32_t base) = 0;
  // A node outside the candidates, and why: no lane to the zone, or the lane is not serviceable.
  virtual void excluded(NodeId node, std::string_view why) = 0;
  // A set of nodes was looked at; cost -1 when it does not serve the order.
  virtual void set(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost) = 0;
  // The choice: no nodes when none serves.
  virtual void chosen(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost,
                      bool bounded) = 0;
};

}  // namespace allot
