// When a SKU ran short: what a report of a run and the history of a SKU both go by.
//
// It did for an order that was refused, or of which a line was dropped, because there was too
// little of it (refused_for_want), and for a line that waited when its order was accepted although
// it wanted more than there was (lacks). A line also waits for another SKU of an order that ships
// whole, or because its order may come in no more parcels, and events do not tell the one from the
// other: the engine says of each line what there was for it while it decides.
//
// Threads: one at a time. Memory: that of the choices of one step.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "allot/messages/event.hpp"
#include "allot/sourcing/sourcing_trace.hpp"
#include "allot/types/ids.hpp"

namespace allot::inspection {

[[nodiscard]] constexpr bool lacks(const LineFinding& finding) noexcept {
  return finding.wanted > finding.can_have;
}

[[nodiscard]] constexpr bool refused_for_want(Reason reason) noexcept {
  return reason == Reason::stock_insufficient;
}

// Hears what lines lacked by the first choice for their order in one step.
class LackTrace final : public SourcingTrace {
 public:
  // Returns: whether the line of the SKU lacked some of it, in the step since the last clear().
  [[nodiscard]] bool lacked(const OrderKey& order, SkuId sku) const;
  void clear() noexcept;

  void begin(const OrderKey& order_key, Sequence sequence, SourcingPolicy policy,
             std::uint32_t nodes) override;
  void line(const LineFinding& finding) override;
  void excluded(NodeId, std::string_view) override {}
  void set(const NodeSet&) override {}
  void covers(std::uint32_t, NodeId, std::uint64_t, bool) override {}
  void chosen(const NodeSet&, bool) override {}
  void lost(NodeId, NodeLoss, const NodeSet&) override {}
  void given_up(Reason) override {}

 private:
  std::vector<OrderKey> begun_;
  std::vector<std::pair<OrderKey, SkuId>> lacking_;
  bool listens_{};
};

}  // namespace allot::inspection
