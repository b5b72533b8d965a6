// Work that a step left for later ones: a queue of cursors, each a few bytes (docs/rules.md §9).
//
// However many holds a tick makes due, or lines a receipt could serve, the step that caused it adds at
// most one item; every step then does a bounded number of units.
#pragma once

#include <cstdint>

#include "allocation/waiting.hpp"
#include "allot/types/check.hpp"
#include "containers/page_array.hpp"

namespace allot {

struct WorkItem {
  enum class Kind : std::uint8_t { expire = 1, serve = 2 };
  Rank cursor;  // the last entry tried, when has_cursor
  SkuId sku;
  Kind kind{};
  bool has_cursor{};
};

class WorkQueue {
 public:
  // One item per SKU at most, and one for expiry.
  explicit WorkQueue(std::uint32_t skus_max) : ring_(std::size_t{skus_max} + 1) {}

  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  [[nodiscard]] WorkItem& front() noexcept { return ring_[first_]; }
  [[nodiscard]] bool expiry_queued() const noexcept { return expiry_queued_; }

  void push_expiry() {
    push({.cursor = {}, .sku = {}, .kind = WorkItem::Kind::expire, .has_cursor = false});
    expiry_queued_ = true;
  }
  // Returns: what SkuRow::serve_item has to remember.
  [[nodiscard]] std::uint32_t push_serve(SkuId sku) {
    return push({.cursor = {}, .sku = sku, .kind = WorkItem::Kind::serve, .has_cursor = false});
  }
  // Effects: the SKU's item starts again with the first entry.
  void restart(std::uint32_t serve_item) noexcept { ring_[serve_item - 1].has_cursor = false; }
  void pop() noexcept {
    if (front().kind == WorkItem::Kind::expire) expiry_queued_ = false;
    first_ = first_ + 1 == ring_.size() ? 0 : first_ + 1;
    --count_;
  }

  template <class Visitor>
  void visit(Visitor&& visit) const {
    for (std::size_t i = 0; i < count_; ++i) visit(ring_[(first_ + i) % ring_.size()]);
  }
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

 private:
  std::uint32_t push(const WorkItem& item) {
    ALLOT_CHECK(count_ < ring_.size());
    std::size_t at = first_ + count_;
    if (at >= ring_.size()) at -= ring_.size();
    ring_[at] = item;
    ++count_;
    return static_cast<std::uint32_t>(at + 1);
  }

  PageArray<WorkItem> ring_;
  std::size_t first_{};
  std::size_t count_{};
  bool expiry_queued_{};
};

}  // namespace allot
