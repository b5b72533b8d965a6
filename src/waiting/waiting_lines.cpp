#include "waiting/waiting_lines.hpp"

namespace allot {

EntrySlot WaitingLines::join(SkuId sku, const Rank& rank, OrderSlot order, Units units) {
  ALLOT_CHECK(units.present());
  SkuRow& row = rows_[sku];
  row.waiting += units;
  changed_.note(sku);
  return queues_.join(row.queue, rank, order);
}

void WaitingLines::add(SkuId sku, Units units) {
  SkuRow& row = rows_[sku];
  ALLOT_CHECK(row.queue.present());
  row.waiting += units;
  changed_.note(sku);
}

void WaitingLines::reduce(SkuId sku, Units units) {
  SkuRow& row = rows_[sku];
  ALLOT_CHECK(row.waiting >= units);
  row.waiting -= units;
  changed_.note(sku);
}

void WaitingLines::leave(SkuId sku, EntrySlot entry, Units units) {
  reduce(sku, units);
  SkuRow& row = rows_[sku];
  queues_.leave(row.queue, entry);
  ALLOT_CHECK(row.queue.present() || row.waiting == UnitSum{});
}

bool WaitingLines::any_between(SkuId sku, const Rank& from, const Rank& to) const {
  const QueueSlot queue = std::as_const(rows_)[sku].queue;
  if (!queue.present()) return false;
  for (EntrySlot at = queues_.after(queue, from); at.present();) {
    const Rank& rank = queues_.entry(at).rank;
    if (rank > to) return false;
    if (rank.sequence != from.sequence) return true;
    at = queues_.after(queue, rank);
  }
  return false;
}

UnitSum WaitingLines::lend(SkuId sku, UnitSum available, UnitSum own, UnitSum waits) {
  SkuRow& row = rows_[sku];
  ALLOT_CHECK(available >= own);
  ALLOT_CHECK(row.waiting >= waits);
  const UnitSum all = row.waiting;
  row.waiting = std::min(all - waits, available - own);
  return all;
}

void WaitingLines::take_back(SkuId sku, UnitSum waiting) { rows_[sku].waiting = waiting; }

void WaitingLines::supply_grew(SkuId sku) {
  SkuRow& row = rows_[sku];
  if (!row.queue.present()) return;
  if (row.serve_item.present()) {
    WorkItem& item = work_[row.serve_item];
    item.has_cursor = item.again = false;
  } else {
    row.serve_item = work_.push_serve(sku);
    changed_.note(sku);
  }
}

void WaitingLines::try_too(SkuId sku, const Rank& rank) {
  SkuRow& row = rows_[sku];
  ALLOT_CHECK(row.queue.present());
  if (row.serve_item.present()) {
    WorkItem& item = work_[row.serve_item];
    item.again |= item.has_cursor && rank < item.cursor;
  } else if (!served_with_all(sku)) {
    row.serve_item = work_.push_serve(sku);
    changed_.note(sku);
  }
}

void WaitingLines::ways_opened() {
  if (queues_.empty()) return;
  changed_.note_all();
  if (all_are_served()) {
    work_[work_.serve_all_item()].sku = SkuId{1};
  } else {
    work_.push_serve_all();
  }
}

EntrySlot WaitingLines::next_to_serve() {
  WorkItem& item = work_.front();
  ALLOT_CHECK(item.kind == WorkItem::Kind::serve);
  SkuRow& row = rows_[item.sku];
  EntrySlot entry;
  if (row.available > UnitSum{}) {
    entry = item.has_cursor ? queues_.after(row.queue, item.cursor) : queues_.first(row.queue);
  }
  if (entry.present()) return entry;
  if (item.again && row.available > UnitSum{} && row.queue.present()) {
    item.has_cursor = item.again = false;
  } else {
    changed_.note(item.sku);
    row.serve_item = {};
    work_.pop();
  }
  return {};
}

void WaitingLines::pass(const Rank& rank) {
  WorkItem& item = work_.front();
  ALLOT_CHECK(item.kind == WorkItem::Kind::serve);
  item.cursor = rank;
  item.has_cursor = true;
}

std::uint32_t WaitingLines::serve_all_stretch(SkuId last_sku) {
  WorkItem& item = work_.front();
  ALLOT_CHECK(item.kind == WorkItem::Kind::serve_all);
  const std::uint32_t begin = item.sku.value;
  const std::uint32_t end = std::min(item.sku.value + stretch_skus - 1, last_sku.value);
  while (item.sku.value <= end) {
    const SkuId sku = item.sku;
    ++item.sku.value;
    if (!rows_[sku].queue.present()) continue;
    supply_grew(sku);
    break;
  }
  const std::uint32_t looked_at = item.sku.value - begin;
  if (item.sku > last_sku) work_.pop();
  return looked_at;
}

}  // namespace allot
