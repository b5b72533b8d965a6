// The lots that goods lie in, by SKU and node: found, made, and ended.
//
// The SKU's row (catalogue/sku_rows.hpp) holds what sourcing reads: totals, then for each node the
// available units, the safety stock and the first lot. Lots lie in a pool of 64-byte records,
// linked in removal order (docs/rules.md §4): earliest expiry first, then earliest received, then
// lowest code.
//
// From the instant at which a lot ends nothing of it is available. Lots are told that one by one,
// by queued work; whoever asks for a SKU before that settles it, or reads what is left of a cell
// when the ended lots are left out, so that all have one answer.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

#include "allot/messages/limits.hpp"
#include "allot/messages/reason.hpp"
#include "allot/messages/semantics.hpp"
#include "allot/types/ids.hpp"
#include "catalogue/sku_rows.hpp"
#include "containers/slot_pool.hpp"
#include "ledger/lot_ends.hpp"
#include "sequencing/step_context.hpp"

namespace allot {

struct Lot {
  SkuId sku;
  NodeId node;
  std::uint64_t code{};
  TimeNs expires_at{};
  Sequence received_sequence{};
  Units on_hand;
  Units available;
  Units held;
  Units allocated;
  Units picked;  // taken off the shelf for orders, whose lines hold them no more
  Units unavailable;
  Units deficit;  // promised units that a count could not find
  LotSlot next;   // lot of the same cell, in removal order
};
static_assert(sizeof(Lot) == 64);

// Promised units that are not there, and why.
struct Loss {
  Units units;
  Reason reason{};
};

class Lots {
 public:
  // Borrows the rows and the step.
  Lots(const Limits& limits, Semantics rules, SkuRows& rows, const StepContext& step);

  [[nodiscard]] const SkuRow& row(SkuId sku) const noexcept { return std::as_const(rows_)[sku]; }
  // Per node, indexed by node id - 1.
  [[nodiscard]] const Units* available(SkuId sku) const noexcept {
    return std::as_const(rows_).available(sku);
  }
  [[nodiscard]] const Units* safety(SkuId sku) const noexcept {
    return std::as_const(rows_).safety(sku);
  }
  [[nodiscard]] LotSlot first_lot(SkuId sku, NodeId node) const noexcept {
    return std::as_const(rows_).first_lot(sku)[node.value - 1];
  }
  [[nodiscard]] const Lot& lot(LotSlot slot) const noexcept { return lots_[slot]; }
  [[nodiscard]] const SlotPool<Lot>& lots() const noexcept { return lots_; }

  [[gnu::always_inline]] void prefetch(SkuId sku) const noexcept { rows_.prefetch(sku); }
  [[gnu::always_inline]] void prefetch_lot(LotSlot slot) const noexcept {
    __builtin_prefetch(&lots_[slot], 1);
  }

  // Returns: the cell's lot with this code, or none.
  [[nodiscard]] LotSlot find_lot(SkuId sku, NodeId node, std::uint64_t code) const noexcept;
  // Returns: whether the pool and the cell have room for one more lot.
  [[nodiscard]] bool has_lot_room(SkuId sku, NodeId node) const noexcept;
  // Returns: the lot as it is at this instant, whether it was settled or not; and what of a cell is
  //          available then.
  [[nodiscard]] Lot settled_lot(LotSlot slot) const noexcept;
  [[nodiscard]] Units settled_available(SkuId sku, NodeId node) const noexcept;
  // Effects: what is available of the SKU is so at this instant. Cost: a compare while no lot has
  //          ended that was not told.
  [[gnu::always_inline]] void settle(SkuId sku) {
    if (ends_.due(step_.now)) [[unlikely]]
      settle_due(sku);
  }
  [[nodiscard]] bool end_is_due() const noexcept { return ends_.due(step_.now); }
  [[nodiscard]] const LotEnds& ends() const noexcept { return ends_; }
  // Requires: end_is_due(). Effects: nothing of the first lot that ended is available; it is not
  //           due any more. Returns: it.
  LotSlot end_first();
  // Returns: of units that are promised from the lot, those that cannot be had.
  [[nodiscard]] Loss loss_of(LotSlot slot, Units promised) const noexcept {
    const Lot& lot = lots_[slot];
    if (has_ended(lot)) return {promised, Reason::lot_expired};
    return {rules_.lots_end() ? std::min(promised, lot.deficit) : Units{}, Reason::counted_short};
  }

  // Requires: find_lot() is none, has_lot_room(). Returns: the new lot, empty.
  [[nodiscard]] LotSlot add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                                Sequence sequence);
  // Returns: physical units of the cell.
  [[nodiscard]] UnitSum on_hand(SkuId sku, NodeId node) const noexcept;

  template <class Visit>
  friend void visit_pages(Lots& lots, Visit& visit) {
    visit_pages_of(visit, lots.lots_, lots.ends_);
  }

 protected:
  [[nodiscard]] bool has_ended(const Lot& lot) const noexcept {
    return lot.expires_at != 0 && lot.expires_at <= step_.now && rules_.lots_end();
  }
  // Conservation of one lot, on every command that touched it (docs/rules.md §4).
  static void check(const Lot& lot) {
    ALLOT_CHECK(UnitSum(lot.on_hand) + lot.deficit ==
                UnitSum(lot.available) + lot.held + lot.allocated + lot.picked + lot.unavailable);
  }

  SkuRows& rows_;
  SlotPool<Lot> lots_;
  std::uint32_t nodes_max_;
  Semantics rules_;
  const StepContext& step_;

 private:
  [[gnu::noinline]] void settle_due(SkuId sku);
  // Requires: the lot has ended. Effects: nothing of it is available.
  void withdraw(Lot& lot);

  std::uint32_t lots_per_cell_max_;
  LotEnds ends_;
};

}  // namespace allot
