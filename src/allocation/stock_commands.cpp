// Facts about stock (docs/rules.md §4).
#include <algorithm>
#include <limits>

#include "allocation/allocation.hpp"

namespace allot {
Event& Allocation::tell_stock(EventType type, SkuId sku, NodeId node, std::uint64_t lot) {
  Event& event = out_->add(type);
  event.sku = sku.value;
  event.node = node.value;
  event.order_key.low = lot;
  return event;
}

Refusal Allocation::receive(const Receive& fact) {
  if (!catalogue_.known(fact.sku)) return refusal(Reason::sku_unknown);
  if (!catalogue_.known(fact.node)) return refusal(Reason::node_unknown);
  if (fact.quantity - 1 >= units_max) return refusal(Reason::quantity_out_of_range);
  if (fact.expires_at < 0) return refusal(Reason::field_out_of_range);
  std::uint32_t slot = stock_.find_lot(fact.sku, fact.node, fact.lot);
  if (slot != 0 && stock_.lot(slot).expires_at != fact.expires_at) {
    return refusal(Reason::lot_expiry_conflict);
  }
  const bool fits = stock_.on_hand(fact.sku, fact.node) + fact.quantity <= units_max;
  if (slot == 0) {
    if (!stock_.has_lot_room(fact.sku, fact.node)) return refusal(Reason::lots_full);
    if (!fits) return refusal(Reason::stock_full);
    slot = stock_.add_lot(fact.sku, fact.node, fact.lot, fact.expires_at, sequence_);
  }
  if (!fits) return refusal(Reason::stock_full);
  const bool expired = fact.expires_at > 0 && fact.expires_at <= now_;
  const bool grew = stock_.receive_units(slot, fact.quantity, !expired);
  Event& event = tell_stock(EventType::stock_received, fact.sku, fact.node, fact.lot);
  event.quantity = stock_.available(fact.sku)[fact.node.value - 1];
  event.amount = fact.quantity;
  touch(fact.sku, fact.node);
  if (grew) trigger(fact.sku);
  return {};
}

Refusal Allocation::adjust(const Adjust& fact) {
  if (!catalogue_.known(fact.sku)) return refusal(Reason::sku_unknown);
  if (!catalogue_.known(fact.node)) return refusal(Reason::node_unknown);
  if (fact.delta == 0 || fact.delta == std::numeric_limits<std::int32_t>::min()) {
    return refusal(Reason::quantity_out_of_range);
  }
  std::uint32_t slot = stock_.find_lot(fact.sku, fact.node, fact.lot);
  const bool more = fact.delta > 0;
  const auto units = static_cast<std::uint32_t>(more ? fact.delta : -fact.delta);
  if (slot == 0 && !more) return refusal(Reason::lot_unknown);
  if (slot == 0 && !stock_.has_lot_room(fact.sku, fact.node)) return refusal(Reason::lots_full);
  if (more && stock_.on_hand(fact.sku, fact.node) + units > units_max) {
    return refusal(Reason::stock_full);
  }
  if (slot == 0) slot = stock_.add_lot(fact.sku, fact.node, fact.lot, 0, sequence_);
  if (!more && units > stock_.lot(slot).on_hand) return refusal(Reason::quantity_out_of_range);
  bool grew = false;
  std::uint32_t missing = 0;
  if (more) {
    // What was promised is owed whatever its age; of the rest nothing expired is sold.
    const Lot& lot = stock_.lot(slot);
    const bool expired = lot.expires_at > 0 && lot.expires_at <= now_;
    const std::uint32_t good = expired ? std::min(units, lot.deficit) : units;
    grew = stock_.receive_units(slot, good, true);
    (void)stock_.receive_units(slot, units - good, false);
  } else {
    missing = stock_.lose_units(slot, units);
  }
  Event& event = tell_stock(EventType::stock_adjusted, fact.sku, fact.node, fact.lot);
  event.quantity = stock_.available(fact.sku)[fact.node.value - 1];
  event.amount = fact.delta;
  if (missing > 0) {
    Event& deficit = tell_stock(EventType::stock_deficit, fact.sku, fact.node, fact.lot);
    deficit.quantity = stock_.lot(slot).deficit;
    deficit.amount = fact.delta;
  }
  touch(fact.sku, fact.node);
  if (grew) trigger(fact.sku);
  return {};
}

Refusal Allocation::set_safety_stock(const SetSafetyStock& command) {
  if (!catalogue_.known(command.sku)) return refusal(Reason::sku_unknown);
  if (!catalogue_.known(command.node)) return refusal(Reason::node_unknown);
  if (command.quantity > units_max) return refusal(Reason::quantity_out_of_range);
  std::uint32_t& safety = stock_.safety(command.sku)[command.node.value - 1];
  const bool fell = command.quantity < safety;
  safety = command.quantity;
  tell_stock(EventType::safety_stock_set, command.sku, command.node, 0).quantity = command.quantity;
  if (fell) trigger(command.sku);
  return {};
}

}  // namespace allot
