#include "ledger/lots.hpp"

#include <limits>
#include <tuple>

namespace allot {
namespace {

// Earlier in removal order comes first; the code makes the order total.
auto removal_rank(const Lot& lot) noexcept {
  const TimeNs expiry = lot.expires_at == 0 ? std::numeric_limits<TimeNs>::max() : lot.expires_at;
  return std::tuple(expiry, lot.received_sequence, lot.code);
}

}  // namespace

Lots::Lots(const Limits& limits, Semantics rules, SkuRows& rows, const StepContext& step)
    : rows_(rows),
      lots_(limits.lots_max),
      nodes_max_(limits.nodes_max),
      rules_(rules),
      step_(step),
      lots_per_cell_max_(limits.lots_per_cell_max),
      ends_(limits.lots_max) {}

LotSlot Lots::find_lot(SkuId sku, NodeId node, std::uint64_t code) const noexcept {
  LotSlot slot = first_lot(sku, node);
  while (slot.present() && lots_[slot].code != code) slot = lots_[slot].next;
  return slot;
}

bool Lots::has_lot_room(SkuId sku, NodeId node) const noexcept {
  std::uint32_t in_cell = 0;
  for (LotSlot slot = first_lot(sku, node); slot.present(); slot = lots_[slot].next) ++in_cell;
  return !lots_.full() && in_cell < lots_per_cell_max_;
}

LotSlot Lots::add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
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
  // Of one that came too late nothing was ever for sale, so there is nothing to tell.
  if (rules_.lots_end() && expires_at != 0 && !has_ended(lot))
    ends_.add({expires_at, sequence, slot});
  return slot;
}

Lot Lots::settled_lot(LotSlot slot) const noexcept {
  Lot lot = lots_[slot];
  if (!has_ended(lot)) return lot;
  lot.unavailable += lot.available;
  lot.available = {};
  return lot;
}

Units Lots::settled_available(SkuId sku, NodeId node) const noexcept {
  Units units = available(sku)[node.value - 1];
  if (!end_is_due()) return units;
  // Those that end first stand first.
  for (LotSlot slot = first_lot(sku, node); slot.present() && has_ended(lots_[slot]);
       slot = lots_[slot].next) {
    units -= lots_[slot].available;
  }
  return units;
}

void Lots::settle_due(SkuId sku) {
  for (NodeId node{1}; node.value <= nodes_max_; ++node.value) {
    for (LotSlot slot = first_lot(sku, node); slot.present() && has_ended(lots_[slot]);
         slot = lots_[slot].next) {
      withdraw(lots_[slot]);
    }
  }
}

LotSlot Lots::end_first() {
  ALLOT_CHECK(end_is_due());
  const LotSlot slot = ends_.take_first().lot;
  withdraw(lots_[slot]);
  return slot;
}

void Lots::withdraw(Lot& lot) {
  ALLOT_CHECK(has_ended(lot));
  if (!lot.available.present()) return;
  Units& in_cell = rows_.available(lot.sku)[lot.node.value - 1];
  ALLOT_CHECK(in_cell >= lot.available);
  in_cell -= lot.available;
  rows_[lot.sku].available -= lot.available;
  lot.unavailable += lot.available;
  lot.available = {};
  check(lot);
  step_.out->touch({lot.sku, lot.node, in_cell.value});
}

UnitSum Lots::on_hand(SkuId sku, NodeId node) const noexcept {
  UnitSum sum;
  for (LotSlot slot = first_lot(sku, node); slot.present(); slot = lots_[slot].next) {
    sum += lots_[slot].on_hand;
  }
  return sum;
}

}  // namespace allot
