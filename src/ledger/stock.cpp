#include "ledger/stock.hpp"

#include <algorithm>

namespace allot {
namespace {

// Effects: units have left the lot. What the books did not have of them is no deficit any more.
void leave(Lot& lot, Units units) {
  const Units there = std::min(units, lot.on_hand);
  lot.on_hand -= there;
  ALLOT_CHECK(lot.deficit >= units - there);
  lot.deficit -= units - there;
}

}  // namespace

bool Stock::set_safety(SkuId sku, NodeId node, Units quantity) noexcept {
  Units& safety = rows_.safety(sku)[node.value - 1];
  const bool fell = quantity < safety;
  safety = quantity;
  return fell;
}

void Stock::make_firm(const Debit& debit) {
  Lot& lot = lots_[debit.lot];
  ALLOT_CHECK(lot.held >= debit.units);
  lot.held -= debit.units;
  lot.allocated += debit.units;
  rows_[lot.sku].held -= debit.units;
  check(lot);
}

void Stock::make_held(const Debit& debit) {
  Lot& lot = lots_[debit.lot];
  ALLOT_CHECK(lot.allocated >= debit.units);
  lot.allocated -= debit.units;
  lot.held += debit.units;
  rows_[lot.sku].held += debit.units;
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

void Stock::unpromise(Lot& lot, Units units, bool firm) {
  Units& promised = firm ? lot.allocated : lot.held;
  ALLOT_CHECK(promised >= units);
  promised -= units;
  if (!firm) rows_[lot.sku].held -= units;
}

void Stock::pick(const Debit& debit, bool firm) {
  Lot& lot = lots_[debit.lot];
  unpromise(lot, debit.units, firm);
  lot.picked += debit.units;
  check(lot);
}

Units Stock::pick_from(LotSlot slot, Units most, Whose whose) {
  Lot& lot = lots_[slot];
  Units units;
  switch (whose) {
    case Whose::free:
      units = std::min(most, lot.available);
      lot.available -= units;
      rows_[lot.sku].available -= units;
      rows_.available(lot.sku)[lot.node.value - 1] -= units;
      break;
    case Whose::unavailable:
      units = std::min(most, lot.unavailable);
      lot.unavailable -= units;
      break;
    case Whose::of_others:
      units = std::min(most, lot.on_hand - std::min(lot.on_hand, lot.picked));
      lot.deficit += units;
      break;
  }
  lot.picked += units;
  check(lot);
  return units;
}

void Stock::put_back(const Debit& debit, bool firm) {
  Lot& lot = lots_[debit.lot];
  ALLOT_CHECK(lot.picked >= debit.units);
  lot.picked -= debit.units;
  (firm ? lot.allocated : lot.held) += debit.units;
  if (!firm) rows_[lot.sku].held += debit.units;
  check(lot);
}

Units Stock::lend(const Debit& debit) {
  const Units paid = std::min(debit.units, lots_[debit.lot].deficit);
  (void)give_back(debit, false);
  return paid;
}

void Stock::take_back(const Debit& debit, Units paid) {
  Lot& lot = lots_[debit.lot];
  const Units back = debit.units - paid;
  lot.deficit += paid;
  lot.held += debit.units;
  rows_[lot.sku].held += debit.units;
  if (has_ended(lot)) {
    lot.unavailable -= back;
  } else {
    lot.available -= back;
    rows_[lot.sku].available -= back;
    rows_.available(lot.sku)[lot.node.value - 1] -= back;
  }
  check(lot);
}

bool Stock::free_picked(const Debit& debit) {
  Lot& lot = lots_[debit.lot];
  ALLOT_CHECK(lot.picked >= debit.units);
  lot.picked -= debit.units;
  return return_units(lot, debit.units);
}

void Stock::ship_picked(const Debit& debit) {
  Lot& lot = lots_[debit.lot];
  ALLOT_CHECK(lot.picked >= debit.units);
  lot.picked -= debit.units;
  leave(lot, debit.units);
  check(lot);
}

void Stock::miss(const Debit& debit, bool firm, bool damaged) {
  Lot& lot = lots_[debit.lot];
  unpromise(lot, debit.units, firm);
  if (damaged) {
    lot.unavailable += debit.units;
  } else {
    const Units known = std::min(debit.units, lot.deficit);
    lot.deficit -= known;
    lot.on_hand -= debit.units - known;
  }
  check(lot);
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
  Units back = units;
  if (lot.deficit.present()) [[unlikely]] {
    const Units paid = std::min(units, lot.deficit);
    lot.deficit -= paid;
    back -= paid;
  }
  if (has_ended(lot)) [[unlikely]] {
    lot.unavailable += back;
    check(lot);
    return false;
  }
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
