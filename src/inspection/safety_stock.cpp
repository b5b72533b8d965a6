#include "inspection/safety_stock.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "json/scalar_text.hpp"

namespace allot::inspection {

void SafetyStock::see(const Step& step) {
  bool defined = false;
  for (const Event& event : step.events) {
    defined = defined || event.type == EventType::defined;
    if (event.type != EventType::safety_stock_set) continue;
    nodes_[{event.sku, event.node}] = event.quantity;
  }
  // What was refused, or sent a second time, says nothing.
  const auto* channel = std::get_if<DefineChannel>(&step.in.command);
  if (channel == nullptr || !defined) return;
  const auto id = step.core.find(IdKind::channel, channel->code.text());
  if (!id) return;
  channels_[*id] = channel->safety_stock;
  margins_[*id] = channel->expiry_margin_ns;
}

std::uint32_t SafetyStock::of_node(SkuId sku, NodeId node) const {
  const auto known = nodes_.find({sku.value, node.value});
  return known == nodes_.end() ? 0 : known->second;
}

std::uint64_t SafetyStock::withheld(const Core& core, SkuId sku, NodeId node) const {
  return std::min<std::uint64_t>(std::max(of_node(sku, node), most_of_channels()),
                                 core.available(sku, node));
}

std::uint32_t SafetyStock::most_of_channels() const {
  std::uint32_t most = 0;
  for (const auto& [id, units] : channels_) most = std::max(most, units);
  return most;
}

std::string SafetyStock::by_whom(const Core& core) const {
  std::string text;
  const auto add = [&text](const std::string& words) {
    text += (text.empty() ? "" : ", or ") + words;
  };
  const bool by_node = std::ranges::any_of(nodes_, [](const auto& at) { return at.second != 0; });
  if (by_node) add("safety stock of the node");
  for (const auto& [id, units] : channels_) {
    if (units == 0) continue;
    add("channel " + json::without_controls(core.code(IdKind::channel, id)) + " leaves " +
        std::to_string(units) + " of each SKU at each node");
  }
  return text;
}

std::vector<NodeUnits> SafetyStock::withheld(const Step& step, ChannelId channel, SkuId sku,
                                             std::span<const NodeUnits> for_sale) const {
  const auto known = channels_.find(channel.value);
  const std::uint32_t of_channel = known == channels_.end() ? 0 : known->second;
  std::vector<NodeUnits> kept;
  for (const NodeUnits& at : for_sale) {
    const std::uint32_t safety = std::max(of_node(sku, at.node), of_channel);
    // Where nothing was for sale all that lies there was kept, and nothing of it was taken.
    const std::uint64_t there = step.core.available(sku, at.node, margin_of(channel));
    const std::uint64_t units = at.units > 0 ? safety : std::min<std::uint64_t>(safety, there);
    if (units > 0) kept.push_back({at.node, static_cast<std::uint32_t>(units)});
  }
  return kept;
}

TimeNs SafetyStock::margin_of(ChannelId channel) const {
  const auto known = margins_.find(channel.value);
  return known == margins_.end() ? 0 : known->second;
}

std::vector<NodeUnits> SafetyStock::near_end(const Step& step, ChannelId channel, SkuId sku,
                                             std::span<const NodeUnits> nodes) const {
  std::vector<NodeUnits> near;
  const TimeNs margin = margin_of(channel);
  if (margin == 0) return near;
  for (const NodeUnits& at : nodes) {
    const std::uint64_t units =
        step.core.available(sku, at.node) - step.core.available(sku, at.node, margin);
    if (units > 0) near.push_back({at.node, static_cast<std::uint32_t>(units)});
  }
  return near;
}

}  // namespace allot::inspection
