// Told about each choice of nodes while it is made; for explanations, never for decisions.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "allot/ledger/cap_trace.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct NodeUnits {
  NodeId node;
  std::uint32_t units{};
};

// What one line needs, and what there is for it.
struct LineFinding {
  std::uint32_t line{};
  SkuId sku;
  std::uint32_t wanted{};
  // Of all candidates' units; less while older lines have a claim, and by what is before it.
  std::uint64_t can_have{};
  std::uint32_t before{};  // units that lines of the order that have its SKU need before it
  bool claimed{};          // supply came back, and lines that wait for it go before
  std::uint32_t need{};    // units to be taken now
  std::uint32_t waits{};   // units that will wait for stock
  Reason reason{};         // why the line is refused, or the order for it; ok otherwise
  std::span<const NodeUnits> at{};  // each candidate's units, without what safety stock keeps
};

// A set of nodes that serves the order, ascending by id.
struct NodeSet {
  std::span<const std::uint32_t> nodes;
  MoneyMinor cost{};
};

// Why a candidate is not in the plan.
enum class NodeLoss : std::uint8_t {
  nothing_needed,  // it has nothing of what is needed
  serves_in_none,  // no set that was compared serves the order with units of it
  cost,            // the best set with it costs more
  parcels,         // the best set with it has more nodes
  priority,        // the best set with it comes later by the priorities of its nodes
  ids,             // the best set with it is as good; the lower ids win
  fallback,        // the bounded fallback took nodes that cover more
};

// All spans end with the call.
class SourcingTrace : public CapTrace {
 public:
  // A choice begins, for `order_key` placed at `sequence`, by the channel's policy among the
  // `nodes` of its network.
  virtual void begin(const OrderKey& order_key, Sequence sequence, SourcingPolicy policy,
                     std::uint32_t nodes) = 0;
  // A node of the network that is no candidate, and why.
  virtual void excluded(NodeId node, std::string_view why) = 0;
  virtual void line(const LineFinding& finding) = 0;
  // A set of nodes was looked at; cost -1 when it does not serve the order.
  virtual void set(const NodeSet& looked_at) = 0;
  // The bounded fallback looks, round by round from 1: what a node covers of what is left.
  virtual void covers(std::uint32_t round, NodeId node, std::uint64_t units, bool taken) = 0;
  // The plan; without nodes when none serves or nothing is needed.
  virtual void chosen(const NodeSet& plan, bool bounded) = 0;
  // After a plan with nodes, each candidate that is not in it: the best set with it, by the same
  // comparison that chose, where there is one.
  virtual void lost(NodeId node, NodeLoss why, const NodeSet& best_with_it) = 0;
  // The plan cannot be had after all, for want of places for its holds: nothing is taken.
  virtual void given_up(Reason why) = 0;
};

}  // namespace allot
