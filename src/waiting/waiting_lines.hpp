// Lines that wait for stock, and the supply that is claimed for them (docs/rules.md §6, §7 and §9).
//
// Supply that comes back is claimed at once for whoever waits for it, in O(1), so that no newcomer
// overtakes; it is dealt out in bounded slices by queued work.
#pragma once

#include <algorithm>
#include <cstdint>

#include "allot/messages/limits.hpp"
#include "catalogue/sku_rows.hpp"
#include "waiting/feeds.hpp"
#include "waiting/waiting_queues.hpp"
#include "waiting/work_queue.hpp"

namespace allot {

class WaitingLines {
 public:
  // Borrows the rows.
  WaitingLines(const Limits& limits, SkuRows& rows)
      : rows_(rows),
        queues_(limits.lines_max),
        work_(limits.skus_max, limits.work_units),
        changed_(limits.skus_max) {}

  // Effects: a line of the order waits for `units` of the SKU. Returns: its entry.
  [[nodiscard]] EntrySlot join(SkuId sku, const Rank& rank, OrderSlot order, Units units);
  // Effects: a line that has an entry waits for so many units more.
  void add(SkuId sku, Units units);
  // Effects: the line waits for fewer units, or no longer. Requires: the entry waits for them.
  void reduce(SkuId sku, Units units);
  void leave(SkuId sku, EntrySlot entry, Units units);

  // Requires: `from` ranks before `to`. Returns: whether a line of another order than that of
  //           `from` waits for the SKU between them.
  [[nodiscard]] bool any_between(SkuId sku, const Rank& from, const Rank& to) const;

  // Effects: supply of the SKU has grown: whoever waits for it is tried again, from the first in
  //          rank.
  void supply_grew(SkuId sku);
  // Effects: a line of this rank, which has joined although there is stock of the SKU, is tried
  //          when those before it have been.
  void try_too(SkuId sku, const Rank& rank);
  // Effects: whoever waits for anything is tried again, since nodes, lanes, what a channel keeps
  //          back or the holds that are free have changed.
  void ways_opened();

  // Effects: until take_back() lines that wait claim nothing of `own` units of the SKU, which are
  //          among those `available`, and not for the units `waits` that they wait for. Returns:
  //          what all wait for.
  [[nodiscard]] UnitSum lend(SkuId sku, UnitSum available, UnitSum own, UnitSum waits);
  void take_back(SkuId sku, UnitSum waiting);

  // Returns: whether supply of the SKU is claimed for lines that wait and will be tried.
  [[nodiscard]] bool claimed(SkuId sku) const noexcept {
    const SkuRow& row = std::as_const(rows_)[sku];
    return row.serve_item.present() || (row.queue.present() && served_with_all(sku));
  }
  // Returns: of `units` of the SKU, those that are not claimed.
  [[nodiscard]] UnitSum unclaimed(SkuId sku, UnitSum units) const noexcept {
    return unclaimed(sku, units, std::as_const(rows_)[sku].available);
  }
  // The same where so many are available of the SKU over all nodes.
  [[nodiscard]] UnitSum unclaimed(SkuId sku, UnitSum units, UnitSum available) const noexcept {
    if (!claimed(sku)) return units;
    const SkuRow& row = std::as_const(rows_)[sku];
    return available > row.waiting ? std::min(units, available - row.waiting) : UnitSum{};
  }
  // Returns: whether a claim may exist that no SKU's row shows.
  [[nodiscard]] bool all_are_served() const noexcept { return work_.serve_all_item().present(); }

  // Returns: the entry that the serve item at the front comes to next; none when there is none:
  //          then the item has left, or begins again.
  [[nodiscard]] EntrySlot next_to_serve();
  // Effects: the cursor of the serve item at the front passes the entry of this rank.
  void pass(const Rank& rank);
  // Effects: of the serve_all item at the front, a stretch of SKUs is looked at, up to the first
  //          that lines wait for. `last_sku`: the last that is defined. Returns: how many were.
  std::uint32_t serve_all_stretch(SkuId last_sku);

  [[nodiscard]] const WaitingEntry& entry(EntrySlot slot) const noexcept {
    return queues_.entry(slot);
  }
  [[nodiscard]] const WorkQueue& work() const noexcept { return work_; }
  [[nodiscard]] WorkQueue& work() noexcept { return work_; }
  // The SKUs of which what waits or is claimed has changed in this step; others note what else has.
  [[nodiscard]] ChangedSkus& changed() noexcept { return changed_; }

  template <class Visit>
  friend void visit_pages(WaitingLines& lines, Visit& visit) {
    visit_pages_of(visit, lines.queues_, lines.work_, lines.changed_);
  }

 private:
  static constexpr std::uint32_t stretch_skus = 1'024;

  [[nodiscard]] bool served_with_all(SkuId sku) const noexcept {
    return all_are_served() && work_[work_.serve_all_item()].sku <= sku;
  }

  SkuRows& rows_;
  WaitingQueues queues_;
  WorkQueue work_;
  ChangedSkus changed_;
};

}  // namespace allot
