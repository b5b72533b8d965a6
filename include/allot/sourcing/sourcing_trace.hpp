// Told about each choice of nodes while it is made; for explanations, never for decisions.
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/risk/risk_trace.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// All pointers end with the call.
class SourcingTrace : public RiskTrace {
 public:
  // A choice begins, for `order_key` placed at `sequence`, among the nodes of the channel's
  // network.
  virtual void begin(const OrderKey& order_key, Sequence sequence, std::uint32_t nodes) = 0;
  // A line needs `need` of the `wanted` units; `total` are to be had for it.
  virtual void line(std::uint32_t line, SkuId sku, std::uint32_t wanted, std::uint64_t total,
                    std::uint32_t need) = 0;
  // A candidate's stock for that line.
  virtual void stock(std::uint32_t line, NodeId node, std::uint32_t base) = 0;
  // A node of the network that is no candidate, and why.
  virtual void excluded(NodeId node, std::string_view why) = 0;
  // A set of nodes was looked at; cost -1 when it does not serve the order.
  virtual void set(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost) = 0;
  // The choice: no nodes when none serves.
  virtual void chosen(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost,
                      bool bounded) = 0;
};

}  // namespace allot
