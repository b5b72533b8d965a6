// Work that a step left for later ones: a queue of cursors, each a few bytes (docs/rules.md §9).
//
// However many holds a tick makes due, or lines a receipt could serve, the step that caused it adds
// at most one item; every step then does a bounded number of units.
#pragma once

#include <cstdint>

#include "allot/types/check.hpp"
#include "containers/page_array.hpp"
#include "waiting/waiting.hpp"

namespace allot {

struct WorkItem {
  enum class Kind : std::uint8_t { expire = 1, serve = 2, serve_all = 3 };
  Rank cursor;  // the last entry tried, when has_cursor
  SkuId sku;    // whose entries are served; of serve_all the next SKU to be looked at
  Kind kind{};
  bool has_cursor{};
};

class WorkQueue {
 public:
  // One item per SKU at most, one for expiry and one for all SKUs.
  explicit WorkQueue(std::uint32_t skus_max) : ring_(std::size_t{skus_max} + 2) {}

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
  // Effects: all SKUs that lines wait for will be served, from the first on.
  void serve_all() {
    if (serve_all_item_ != 0) {
      ring_[serve_all_item_ - 1].sku = SkuId{1};
    } else {
      serve_all_item_ = push(
          {.cursor = {}, .sku = SkuId{1}, .kind = WorkItem::Kind::serve_all, .has_cursor = false});
    }
  }
  [[nodiscard]] bool serves_all() const noexcept { return serve_all_item_ != 0; }
  // Returns: whether this SKU is still to be looked at.
  [[nodiscard]] bool serves_all_from(SkuId sku) const noexcept {
    return serve_all_item_ != 0 && ring_[serve_all_item_ - 1].sku.value <= sku.value;
  }
  // Effects: the SKU's item starts again with the first entry.
  void restart(std::uint32_t serve_item) noexcept { ring_[serve_item - 1].has_cursor = false; }
  void pop() noexcept {
    if (front().kind == WorkItem::Kind::expire) expiry_queued_ = false;
    if (front().kind == WorkItem::Kind::serve_all) serve_all_item_ = 0;
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
  std::uint32_t serve_all_item_{};  // 1 + its position, 0 when there is none
  bool expiry_queued_{};
};

}  // namespace allot
