#include "ledger/stock_commands.hpp"

#include <algorithm>
#include <limits>

namespace allot {
namespace {

StockChange refuse(Reason reason) noexcept { return {reason}; }

Units available(const Stock& stock, SkuId sku, NodeId node) noexcept {
  return stock.available(sku)[node.value - 1];
}

void touch(const Stock& stock, SkuId sku, NodeId node, const StepContext& step) noexcept {
  step.out->touch({sku, node, available(stock, sku, node).value});
}

bool has_expired(TimeNs expires_at, TimeNs now) noexcept {
  return expires_at > 0 && expires_at <= now;
}

}  // namespace

StockChange receive(Stock& stock, const Catalogue& catalogue, const Receive& fact,
                    const StepContext& step) {
  if (!catalogue.known(fact.sku)) return refuse(Reason::sku_unknown);
  if (!catalogue.known(fact.node)) return refuse(Reason::node_unknown);
  if (fact.quantity - 1 >= units_max) return refuse(Reason::quantity_out_of_range);
  if (fact.expires_at < 0) return refuse(Reason::field_out_of_range);
  const Units came{fact.quantity};
  LotSlot lot = stock.find_lot(fact.sku, fact.node, fact.lot);
  if (lot.present() && stock.lot(lot).expires_at != fact.expires_at) {
    return refuse(Reason::lot_expiry_conflict);
  }
  if (!lot.present() && !stock.has_lot_room(fact.sku, fact.node)) return refuse(Reason::lots_full);
  if (stock.on_hand(fact.sku, fact.node) + came > Units{units_max}) {
    return refuse(Reason::stock_full);
  }
  if (!lot.present()) {
    lot = stock.add_lot(fact.sku, fact.node, fact.lot, fact.expires_at, step.sequence);
  }
  stock.settle(fact.sku);
  const bool grew = stock.receive_units(lot, came, !has_expired(fact.expires_at, step.now));
  step.out->tell(events::StockReceived{.sku = fact.sku,
                                       .node = fact.node,
                                       .lot = fact.lot,
                                       .available = available(stock, fact.sku, fact.node).value,
                                       .received = fact.quantity});
  touch(stock, fact.sku, fact.node, step);
  return {Reason::ok, grew};
}

StockChange adjust(Stock& stock, const Catalogue& catalogue, const Adjust& fact,
                   const StepContext& step) {
  if (!catalogue.known(fact.sku)) return refuse(Reason::sku_unknown);
  if (!catalogue.known(fact.node)) return refuse(Reason::node_unknown);
  if (fact.delta == 0 || fact.delta == std::numeric_limits<std::int32_t>::min()) {
    return refuse(Reason::quantity_out_of_range);
  }
  const bool more = fact.delta > 0;
  const Units units{static_cast<std::uint32_t>(more ? fact.delta : -fact.delta)};
  const LotSlot found = stock.find_lot(fact.sku, fact.node, fact.lot);
  if (!found.present() && !more) return refuse(Reason::lot_unknown);
  if (!found.present() && !stock.has_lot_room(fact.sku, fact.node)) {
    return refuse(Reason::lots_full);
  }
  if (more && stock.on_hand(fact.sku, fact.node) + units > Units{units_max}) {
    return refuse(Reason::stock_full);
  }
  const LotSlot slot = lot_at(stock, {fact.sku, fact.node, fact.lot}, units, step);
  const Lot& lot = stock.lot(slot);
  if (!more && units > lot.on_hand) return refuse(Reason::quantity_out_of_range);
  stock.settle(fact.sku);
  bool grew = false;
  Units missing;
  if (more) {
    grew = bring_back(stock, slot, units, step).present();
  } else {
    missing = stock.lose_units(slot, units);
  }
  step.out->tell(events::StockAdjusted{.sku = fact.sku,
                                       .node = fact.node,
                                       .lot = fact.lot,
                                       .available = available(stock, fact.sku, fact.node).value,
                                       .delta = fact.delta});
  if (missing.present()) {
    step.out->tell(events::StockDeficit{.sku = fact.sku,
                                        .node = fact.node,
                                        .lot = fact.lot,
                                        .deficit = lot.deficit.value,
                                        .delta = fact.delta});
  }
  touch(stock, fact.sku, fact.node, step);
  return {Reason::ok, grew, stock.loss_of(slot, missing).units.present()};
}

Reason no_room(const Stock& stock, const LotPlace& place, Units units) {
  const bool known = stock.find_lot(place.sku, place.node, place.code).present();
  if (!known && !stock.has_lot_room(place.sku, place.node)) return Reason::lots_full;
  const UnitSum on_hand = stock.on_hand(place.sku, place.node);
  return on_hand + units > Units{units_max} ? Reason::stock_full : Reason::ok;
}

LotSlot lot_at(Stock& stock, const LotPlace& place, Units units, const StepContext& step) {
  const LotSlot known = stock.find_lot(place.sku, place.node, place.code);
  if (known.present()) return known;
  const KnownEnd end = stock.known_end(place.sku, place.code);
  if (end.earliest == 0 && end.others_have) {
    step.out->tell(events::LotEndUnknown{
        .sku = place.sku, .node = place.node, .lot = place.code, .units = units.value});
  }
  return stock.add_lot(place.sku, place.node, place.code, end.earliest, step.sequence);
}

Units bring_back(Stock& stock, LotSlot slot, Units units, const StepContext& step) {
  const Lot& lot = stock.lot(slot);
  const Units before = lot.available;
  const Units good = has_expired(lot.expires_at, step.now) ? std::min(units, lot.deficit) : units;
  (void)stock.receive_units(slot, good, true);
  (void)stock.receive_units(slot, units - good, false);
  return lot.available - before;
}

StockChange set_safety_stock(Stock& stock, const Catalogue& catalogue,
                             const SetSafetyStock& command, const StepContext& step) {
  if (!catalogue.known(command.sku)) return refuse(Reason::sku_unknown);
  if (!catalogue.known(command.node)) return refuse(Reason::node_unknown);
  if (command.quantity > units_max) return refuse(Reason::quantity_out_of_range);
  const bool freed = stock.set_safety(command.sku, command.node, Units{command.quantity});
  step.out->tell(events::SafetyStockSet{
      .sku = command.sku, .node = command.node, .safety_stock = command.quantity});
  return {Reason::ok, freed};
}

}  // namespace allot
