#include "ledger/stock.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace allot {
namespace {

// Earlier in removal order comes first; the code makes the order total.
auto removal_rank(const Lot& lot) noexcept {
  const TimeNs expiry = lot.expires_at == 0 ? std::numeric_limits<TimeNs>::max() : lot.expires_at;
  return std::tuple(expiry, lot.received_sequence, lot.code);
}

// Effects: units have left the lot. What the books did not have of them is no deficit any more.
void leave(Lot& lot, Units units) {
  const Units there = std::min(units, lot.on_hand);
  lot.on_hand -= there;
  ALLOT_CHECK(lot.deficit >= units - there);
  lot.deficit -= units - there;
}

}  // namespace

Stock::Stock(const Limits& limits, SkuRows& rows)
    : lots_per_cell_max_(limits.lots_per_cell_max), rows_(rows), lots_(limits.lots_max) {}

LotSlot Stock::find_lot(SkuId sku, NodeId node, std::uint64_t code) const noexcept {
  LotSlot slot = first_lot(sku, node);
  while (slot.present() && lots_[slot].code != code) slot = lots_[slot].next;
  return slot;
}

bool Stock::has_lot_room(SkuId sku, NodeId node) const noexcept {
  std::uint32_t in_cell = 0;
  for (LotSlot slot = first_lot(sku, node); slot.present(); slot = lots_[slot].next) ++in_cell;
  return !lots_.full() && in_cell < lots_per_cell_max_;
}

LotSlot Stock::add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                       Sequence sequence) {
  ALLOT_CHECK(!find_lot(sku, node, code).present());
  const LotSlot slot = lots_.take();
  Lot& lot = lots_[slot];
  lot.sku = sku;
  lot.node = node;
  lot.code = code;
  lot.expires_at = expires_at;
  lot.received_sequence = sequence;
  LotSlot* link = &rows_.first_lot(sku)[node.value - 1];
  while (link->present() && removal_rank(lots_[*link]) < removal_rank(lot)) {
    link = &lots_[*link].next;
  }
  lot.next = *link;
  *link = slot;
  return slot;
}

UnitSum Stock::on_hand(SkuId sku, NodeId node) const noexcept {
  UnitSum sum;
  for (LotSlot slot = first_lot(sku, node); slot.present(); slot = lots_[slot].next) {
    sum += lots_[slot].on_hand;
  }
  return sum;
}

bool Stock::set_safety(SkuId sku, NodeId node, Units quantity) noexcept {
  Units& safety = rows_.safety(sku)[node.value - 1];
  const bool fell = quantity < safety;
  safety = quantity;
  return fell;
}

bool Stock::give_back(const Debit& debit, bool firm) {
  Lot& lot = lots_[debit.lot];
  Units& promised = firm ? lot.allocated : lot.held;
  ALLOT_CHECK(promised >= debit.units);
  promised -= debit.units;
  if (!firm) rows_[lot.sku].held -= debit.units;
  return return_units(lot, debit.units);
}

void Stock::make_firm(const Debit& debit) {
  Lot& lot = lots_[debit.lot];
  ALLOT_CHECK(lot.held >= debit.units);
  lot.held -= debit.units;
  lot.allocated += debit.units;
  rows_[lot.sku].held -= debit.units;
  check(lot);
}

void Stock::ship(const Debit& debit, bool firm) {
  Lot& lot = lots_[debit.lot];
  Units& promised = firm ? lot.allocated : lot.held;
  ALLOT_CHECK(promised >= debit.units);
  promised -= debit.units;
  if (!firm) rows_[lot.sku].held -= debit.units;
  leave(lot, debit.units);
  check(lot);
}

Units Stock::ship_from(LotSlot slot, Units most, Whose whose) {
  Lot& lot = lots_[slot];
  Units units;
  switch (whose) {
    case Whose::free:
      units = std::min(most, lot.available);
      lot.available -= units;
      rows_[lot.sku].available -= units;
      rows_.available(lot.sku)[lot.node.value - 1] -= units;
      leave(lot, units);
      break;
    case Whose::unavailable:
      units = std::min(most, lot.unavailable);
      lot.unavailable -= units;
      leave(lot, units);
      break;
    case Whose::of_others:
      units = std::min(most, lot.on_hand);
      lot.on_hand -= units;
      lot.deficit += units;
      break;
  }
  check(lot);
  return units;
}

bool Stock::receive_units(LotSlot slot, Units units, bool sellable) {
  Lot& lot = lots_[slot];
  lot.on_hand += units;
  ALLOT_CHECK(lot.on_hand.value <= units_max);
  if (sellable) return return_units(lot, units);
  lot.unavailable += units;
  check(lot);
  return false;
}

bool Stock::return_units(Lot& lot, Units units) {
  const Units paid = std::min(units, lot.deficit);
  const Units back = units - paid;
  lot.deficit -= paid;
  lot.available += back;
  rows_[lot.sku].available += back;
  rows_.available(lot.sku)[lot.node.value - 1] += back;
  check(lot);
  return back.present();
}

Units Stock::lose_units(LotSlot slot, Units units) {
  Lot& lot = lots_[slot];
  ALLOT_CHECK(lot.on_hand >= units);
  lot.on_hand -= units;
  const Units from_available = std::min(units, lot.available);
  lot.available -= from_available;
  rows_[lot.sku].available -= from_available;
  rows_.available(lot.sku)[lot.node.value - 1] -= from_available;
  const Units from_unavailable = std::min(units - from_available, lot.unavailable);
  lot.unavailable -= from_unavailable;
  const Units missing = units - from_available - from_unavailable;
  lot.deficit += missing;
  check(lot);
  return missing;
}

}  // namespace allot
