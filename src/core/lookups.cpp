// What tools read out of a state: copies, for cold use.
#include "core/core-state.hpp"

namespace allot {

std::optional<OrderInspection> Core::find_order(const OrderKey& key) const {
  const OrderBook& book = state_->tables.book;
  const OrderSlot slot = book.find(key);
  if (!slot.present()) return std::nullopt;
  const Order& order = book[slot];
  OrderInspection result{
      .order_key = order.key,
      .sequence = order.sequence,
      .channel = order.channel,
      .zone = order.zone,
      .value = order.value,
      .status = order.status,
      .payment = order.payment,
      .review = order.review,
      .ship_stop = order.ship_stop,
      .version = order.version,
      .pay_by = order.pay_by,
      .remind_at = order.remind_at,
      .review_by = order.review_by,
      .ship_complete = order.ship_complete,
      .lines = {},
  };
  book.lines().visit(order, [&](const Line& line, LineNumber) {
    LineInspection seen{line.sku,           line.ordered.value,
                        line.waiting.value, line.refused ? line.ordered.value : 0,
                        line.price,         {}};
    state_->tables.hold_chains.visit(line, [&](const Stock::Debit& debit) {
      const Lot& lot = state_->tables.stock.lot(debit.lot);
      seen.holds.push_back({lot.node, lot.code, debit.units.value});
    });
    result.lines.push_back(std::move(seen));
  });
  return result;
}

namespace {

template <class IdType>
std::optional<IdType> found(std::uint32_t id) {
  if (id == 0) return std::nullopt;
  return IdType{id};
}
std::string_view code_of(const CodeTable& table, std::uint32_t id) {
  return table.known(id) ? table.code(id).text() : std::string_view{};
}

}  // namespace

std::optional<SkuId> Core::find_sku(std::string_view code) const {
  return found<SkuId>(state_->catalogue.skus().find(code));
}
std::optional<NodeId> Core::find_node(std::string_view code) const {
  return found<NodeId>(state_->catalogue.nodes().find(code));
}
std::optional<ChannelId> Core::find_channel(std::string_view code) const {
  return found<ChannelId>(state_->catalogue.channel_codes().find(code));
}
std::optional<ZoneId> Core::find_zone(std::string_view code) const {
  return found<ZoneId>(state_->catalogue.zones().find(code));
}
std::string_view Core::sku_code(SkuId id) const {
  return code_of(state_->catalogue.skus(), id.value);
}
std::string_view Core::node_code(NodeId id) const {
  return code_of(state_->catalogue.nodes(), id.value);
}
std::string_view Core::channel_code(ChannelId id) const {
  return code_of(state_->catalogue.channel_codes(), id.value);
}
std::string_view Core::zone_code(ZoneId id) const {
  return code_of(state_->catalogue.zones(), id.value);
}

std::uint64_t Core::available(SkuId sku, NodeId node) const {
  if (!state_->catalogue.known(sku) || !state_->catalogue.known(node)) return 0;
  return state_->tables.stock.available(sku)[node.value - 1].value;
}

}  // namespace allot
