#include "ledger/sellable_lots.hpp"

namespace allot {

LotSlot SellableLots::first_sellable(SkuId sku, NodeId node, TimeNs margin) const noexcept {
  LotSlot slot = first_lot(sku, node);
  while (slot.present() && !may_sell(lots_[slot], margin)) slot = lots_[slot].next;
  return slot;
}

Units SellableLots::sellable(SkuId sku, NodeId node, TimeNs margin) const noexcept {
  Units units = available(sku)[node.value - 1];
  for (LotSlot slot = first_lot(sku, node); slot.present() && !may_sell(lots_[slot], margin);
       slot = lots_[slot].next) {
    units -= lots_[slot].available;
  }
  return units;
}

UnitSum SellableLots::sellable(SkuId sku, TimeNs margin) const noexcept {
  if (margin == 0 && !end_is_due()) return row(sku).available;
  UnitSum units;
  for (NodeId node{1}; node.value <= nodes_max_; ++node.value) units += sellable(sku, node, margin);
  return units;
}

KnownEnd SellableLots::known_end(SkuId sku, std::uint64_t code) const noexcept {
  KnownEnd known;
  if (!rules_.ends_what_comes_back()) return known;
  for (NodeId node{1}; node.value <= nodes_max_; ++node.value) {
    for (LotSlot slot = first_lot(sku, node); slot.present(); slot = lots_[slot].next) {
      const Lot& lot = lots_[slot];
      if (lot.expires_at == 0) continue;
      known.others_have = true;
      if (lot.code != code) continue;
      if (known.earliest == 0 || lot.expires_at < known.earliest) known.earliest = lot.expires_at;
    }
  }
  return known;
}

LotSlot SellableLots::add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                              Sequence sequence) {
  const LotSlot slot = Lots::add_lot(sku, node, code, expires_at, sequence);
  if (rules_.lots_end() && expires_at != 0)
    margin_ends_.add({expires_at, sequence, slot}, step_.now);
  return slot;
}

}  // namespace allot
