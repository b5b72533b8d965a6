// What safety stock, and the margins of channels, keep from sale while a log is walked through:
// units that lie there and that nobody is promised. Of a node's own and its channel's the greater
// counts (docs/rules.md §6).
//
// Threads: one. Memory: a little for each SKU and node that has some, and each channel.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "inspection/log_walk.hpp"

namespace allot::inspection {

class SafetyStock {
 public:
  // Each step, in turn.
  void see(const Step& step);

  // Returns: units of the SKU at the node that are there and not for sale now: to no channel, or
  //          not to the one that leaves the most.
  [[nodiscard]] std::uint64_t withheld(const Core& core, SkuId sku, NodeId node) const;
  // Returns: who keeps it: "safety stock of the node", "channel web leaves 1 of each SKU at each
  //          node for others"; empty where nobody keeps anything.
  [[nodiscard]] std::string by_whom(const Core& core) const;

  // Returns: what was kept from an order of the channel in this step, by node; `for_sale` is what
  //          it could have had there. Nodes at which nothing was are left out.
  [[nodiscard]] std::vector<NodeUnits> withheld(const Step& step, ChannelId channel, SkuId sku,
                                                std::span<const NodeUnits> for_sale) const;
  // Returns: what the channel does not sell any more, as the lots are too near their end for it, at
  //          those of the nodes that have such.
  [[nodiscard]] std::vector<NodeUnits> near_end(const Step& step, ChannelId channel, SkuId sku,
                                                std::span<const NodeUnits> nodes) const;

 private:
  [[nodiscard]] std::uint32_t of_node(SkuId sku, NodeId node) const;
  [[nodiscard]] std::uint32_t most_of_channels() const;
  [[nodiscard]] TimeNs margin_of(ChannelId channel) const;

  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> nodes_;  // by SKU and node
  std::map<std::uint32_t, std::uint32_t> channels_;
  std::map<std::uint32_t, TimeNs> margins_;  // by channel
};

}  // namespace allot::inspection
