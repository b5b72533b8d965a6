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

}  // namespace

Stock::Stock(const Limits& limits, SkuRows& rows)
    : nodes_max_(limits.nodes_max),
      lots_per_cell_max_(limits.lots_per_cell_max),
      rows_(rows),
      lots_(limits.lots_max) {}

std::uint32_t Stock::find_lot(SkuId sku, NodeId node, std::uint64_t code) const noexcept {
  std::uint32_t slot = first_lot(sku, node);
  while (slot != 0 && lots_[slot].code != code) slot = lots_[slot].next;
  return slot;
}

bool Stock::has_lot_room(SkuId sku, NodeId node) const noexcept {
  std::uint32_t in_cell = 0;
  for (std::uint32_t slot = first_lot(sku, node); slot != 0; slot = lots_[slot].next) ++in_cell;
  return !lots_.full() && in_cell < lots_per_cell_max_;
}

std::uint32_t Stock::add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                             Sequence sequence) {
  const std::uint32_t slot = lots_.take();
  Lot& lot = lots_[slot];
  lot.sku = sku;
  lot.node = node;
  lot.code = code;
  lot.expires_at = expires_at;
  lot.received_sequence = sequence;
  std::uint32_t* link = &nodes_of(sku)[2 * nodes_max_ + (node.value - 1)];
  while (*link != 0 && removal_rank(lots_[*link]) < removal_rank(lot)) link = &lots_[*link].next;
  lot.next = *link;
  *link = slot;
  return slot;
}

std::uint64_t Stock::on_hand(SkuId sku, NodeId node) const noexcept {
  std::uint64_t sum = 0;
  for (std::uint32_t slot = first_lot(sku, node); slot != 0; slot = lots_[slot].next) {
    sum += lots_[slot].on_hand;
  }
  return sum;
}

bool Stock::give_back(std::uint32_t slot, std::uint32_t quantity, bool firm) {
  Lot& lot = lots_[slot];
  std::uint32_t& promised = firm ? lot.allocated : lot.held;
  ALLOT_CHECK(promised >= quantity);
  promised -= quantity;
  if (!firm) row(lot.sku).held -= quantity;
  return return_units(slot, quantity);
}

void Stock::make_firm(std::uint32_t slot, std::uint32_t quantity) {
  Lot& lot = lots_[slot];
  ALLOT_CHECK(lot.held >= quantity);
  lot.held -= quantity;
  lot.allocated += quantity;
  row(lot.sku).held -= quantity;
  check(lot);
}

bool Stock::receive_units(std::uint32_t slot, std::uint32_t quantity, bool sellable) {
  Lot& lot = lots_[slot];
  lot.on_hand += quantity;
  if (sellable) return return_units(slot, quantity);
  lot.unavailable += quantity;
  check(lot);
  return false;
}

bool Stock::return_units(std::uint32_t slot, std::uint32_t quantity) {
  Lot& lot = lots_[slot];
  const std::uint32_t paid = std::min(quantity, lot.deficit);
  lot.deficit -= paid;
  const std::uint32_t back = quantity - paid;
  lot.available += back;
  row(lot.sku).available += back;
  nodes_of(lot.sku)[lot.node.value - 1] += back;
  check(lot);
  return back > 0;
}

std::uint32_t Stock::lose_units(std::uint32_t slot, std::uint32_t quantity) {
  Lot& lot = lots_[slot];
  ALLOT_CHECK(lot.on_hand >= quantity);
  lot.on_hand -= quantity;
  const std::uint32_t from_available = std::min(quantity, lot.available);
  lot.available -= from_available;
  row(lot.sku).available -= from_available;
  nodes_of(lot.sku)[lot.node.value - 1] -= from_available;
  const std::uint32_t from_unavailable = std::min(quantity - from_available, lot.unavailable);
  lot.unavailable -= from_unavailable;
  const std::uint32_t missing = quantity - from_available - from_unavailable;
  lot.deficit += missing;
  check(lot);
  return missing;
}

}  // namespace allot
