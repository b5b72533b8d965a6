// Work that a step left for later ones: a queue of cursors, each a few bytes (docs/rules.md §9).
//
// However many holds a tick makes due, or lines a receipt could serve, the step that caused it adds
// at most one item; every step then does a bounded number of units. Whoever has an item keeps its
// slot while it is queued: the SKU's row for serving that SKU, this queue for the other kinds.
#pragma once

#include <cstdint>

#include "allot/types/check.hpp"
#include "containers/page_array.hpp"
#include "waiting/waiting_queues.hpp"

namespace allot {

struct WorkItem {
  enum class Kind : std::uint8_t { expire = 1, serve = 2, serve_all = 3, lose = 4, wave = 5 };
  Rank cursor;  // the last entry tried, when has_cursor
  SkuId sku;    // serve: whose entries; serve_all: the next to be looked at; else none
  Kind kind{};
  bool has_cursor{};
  bool again{};  // when all have been looked at, or the cursor has passed all: once more
};

class WorkQueue {
 public:
  // One item per SKU at most, and one for each of expiry, all SKUs, losses and a wave.
  // `step_units`: how much of it one step does.
  WorkQueue(std::uint32_t skus_max, std::uint32_t step_units)
      : step_units_(step_units), ring_(std::size_t{skus_max} + 4) {}
  [[nodiscard]] std::uint32_t step_units() const noexcept { return step_units_; }

  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
  [[nodiscard]] WorkItem& front() noexcept { return ring_[first_]; }
  [[nodiscard]] WorkItem& operator[](WorkSlot slot) noexcept { return ring_[slot.value - 1]; }
  [[nodiscard]] const WorkItem& operator[](WorkSlot slot) const noexcept {
    return ring_[slot.value - 1];
  }

  // Where the items stand that are no SKU's; none while they are not queued.
  [[nodiscard]] WorkSlot expire_item() const noexcept { return expire_item_; }
  [[nodiscard]] WorkSlot serve_all_item() const noexcept { return serve_all_item_; }
  [[nodiscard]] WorkSlot lose_item() const noexcept { return lose_item_; }

  // Requires: no such item is queued. Effects: it joins the end.
  void push_expire() {
    ALLOT_CHECK(!expire_item_.present());
    expire_item_ = push(WorkItem::Kind::expire, {});
  }
  void push_serve_all() {
    ALLOT_CHECK(!serve_all_item_.present());
    serve_all_item_ = push(WorkItem::Kind::serve_all, SkuId{1});
  }
  void push_lose() {
    ALLOT_CHECK(!lose_item_.present());
    lose_item_ = push(WorkItem::Kind::lose, {});
  }
  // Requires: no wave is queued. Effects: it joins the end.
  void push_wave() { (void)push(WorkItem::Kind::wave, {}); }
  [[nodiscard]] WorkSlot push_serve(SkuId sku) { return push(WorkItem::Kind::serve, sku); }

  // Effects: the front item leaves; a SKU's row is the caller's business.
  void pop() {
    ALLOT_CHECK(count_ > 0);
    if (front().kind == WorkItem::Kind::expire) expire_item_ = {};
    if (front().kind == WorkItem::Kind::serve_all) serve_all_item_ = {};
    if (front().kind == WorkItem::Kind::lose) lose_item_ = {};
    first_ = first_ + 1 == ring_.size() ? 0 : first_ + 1;
    --count_;
  }

  template <class Visitor>
  void visit(Visitor&& visit) const {
    for (std::size_t i = 0; i < count_; ++i) visit(ring_[(first_ + i) % ring_.size()]);
  }

  template <class Visit>
  friend void visit_pages(WorkQueue& queue, Visit& visit) {
    visit_pages_of(visit, queue.ring_);
  }

 private:
  WorkSlot push(WorkItem::Kind kind, SkuId sku) {
    ALLOT_CHECK(count_ < ring_.size());
    std::size_t at = first_ + count_;
    if (at >= ring_.size()) at -= ring_.size();
    ring_[at] = {.cursor = {}, .sku = sku, .kind = kind, .has_cursor = false, .again = false};
    ++count_;
    return {static_cast<std::uint32_t>(at + 1)};
  }

  std::uint32_t step_units_;
  PageArray<WorkItem> ring_;
  std::size_t first_{};
  std::size_t count_{};
  WorkSlot expire_item_;
  WorkSlot serve_all_item_;
  WorkSlot lose_item_;
};

}  // namespace allot
