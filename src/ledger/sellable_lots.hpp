// What of the lots of a cell a channel may sell, which stops selling a lot some time, its margin,
// before it ends (docs/rules.md §4).
//
// Lots stand in removal order, by their ends, so that those which a channel may not sell stand
// first: it sells from another lot on. All is as it is at this instant, whether the cells were
// settled or not, and whether a timer was done or not.
#pragma once

#include <cstdint>
#include <span>

#include "allot/types/ids.hpp"
#include "ledger/lots.hpp"
#include "ledger/margin_ends.hpp"

namespace allot {

// What the lots of a SKU say about when goods of one code are to end.
struct KnownEnd {
  TimeNs earliest{};   // of the lots with this code, at whichever node; 0: none of them has an end
  bool others_have{};  // a lot of the SKU has an end
};

class SellableLots : public Lots {
 public:
  // As of Lots.
  SellableLots(const Limits& limits, Semantics rules, SkuRows& rows, const StepContext& step)
      : Lots(limits, rules, rows, step), margin_ends_(limits.lots_max) {}

  [[nodiscard]] bool may_sell(const Lot& lot, TimeNs margin) const noexcept {
    return lot.expires_at == 0 || lot.expires_at - margin > step_.now || !rules_.lots_end();
  }
  // Returns: the first of a cell's lots that may be sold, as all behind it may; none if there is
  //          none.
  [[nodiscard]] LotSlot first_sellable(SkuId sku, NodeId node, TimeNs margin) const noexcept;
  // Returns: what of a cell, or of all cells of the SKU, is available and may be sold.
  [[nodiscard]] Units sellable(SkuId sku, NodeId node, TimeNs margin) const noexcept;
  [[nodiscard]] UnitSum sellable(SkuId sku, TimeNs margin) const noexcept;

  // Returns: when what comes back with this code, to a node that does not have it, is to end. Looks
  //          at all lots of the SKU.
  [[nodiscard]] KnownEnd known_end(SkuId sku, std::uint64_t code) const noexcept;

  // As Lots::add_lot().
  [[nodiscard]] LotSlot add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                                Sequence sequence);

  // When lots end by the margins that are in force, for those who have to be told.
  [[nodiscard]] const MarginEnds& margin_ends() const noexcept { return margin_ends_; }
  // Effects: these are in force from now on. Requires: ascending, without 0.
  void set_margins(std::span<const TimeNs> margins) {
    margin_ends_.set(margins, ends(), step_.now);
  }
  [[nodiscard]] bool margin_is_due() const noexcept { return margin_ends_.due(step_.now); }
  // Requires: margin_is_due(). Effects: the first is not due any more. Returns: its lot.
  LotSlot end_first_margin() { return margin_ends_.take_first().lot; }

  template <class Visit>
  friend void visit_pages(SellableLots& lots, Visit& visit) {
    visit_pages_of(visit, static_cast<Lots&>(lots), lots.margin_ends_);
  }

 private:
  MarginEnds margin_ends_;
};

}  // namespace allot
