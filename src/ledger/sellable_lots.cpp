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

LotSlot SellableLots::add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                              Sequence sequence) {
  const LotSlot slot = Lots::add_lot(sku, node, code, expires_at, sequence);
  if (lots_end_ && expires_at != 0) margin_ends_.add({expires_at, sequence, slot}, step_.now);
  return slot;
}

}  // namespace allot
