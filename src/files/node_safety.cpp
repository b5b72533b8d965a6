#include "files/node_safety.hpp"

#include <algorithm>

namespace allot::files {

namespace {

__extension__ using Wide = unsigned __int128;

}  // namespace

void NodeSafety::add(std::size_t place, const StockRow& row, std::optional<std::uint32_t> said) {
  Sku& sku = skus_[row.sku];
  if (said) sku.safety = said;
  auto node = std::ranges::find(sku.nodes, row.node, &Node::code);
  if (node == sku.nodes.end()) node = sku.nodes.insert(node, {row.node, place, 0});
  node->units += row.quantity;
}

std::uint64_t NodeSafety::share(std::span<StockRow> rows) const {
  std::uint64_t shared = 0;
  for (const auto& [code, sku] : skus_) {
    if (!sku.safety) continue;
    std::uint64_t units = 0;
    for (const Node& node : sku.nodes) units += node.units;
    std::uint64_t before = 0;
    std::uint32_t given = 0;
    for (const Node& node : sku.nodes) {
      before += node.units;
      const std::uint32_t due =
          units == 0 ? *sku.safety : static_cast<std::uint32_t>(Wide{*sku.safety} * before / units);
      rows[node.first].safety = due - given;
      given = due;
    }
    shared += sku.nodes.size() > 1 && *sku.safety > 0 ? 1U : 0U;
  }
  return shared;
}

}  // namespace allot::files
