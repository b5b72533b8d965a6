// One row per SKU, in whole cache lines: what several rooms keep of a SKU lies side by side, so
// that an order fetches it at once. A row is a SkuRow, then for each node the available units, the
// safety stock and the first lot, then a bit for each set of SKUs. With up to seven nodes and 32
// sets it is two cache lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "allot/messages/limits.hpp"
#include "allot/types/ids.hpp"
#include "catalogue/units.hpp"
#include "containers/page_array.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

using LotSlot = Slot<struct Lot>;
using QueueSlot = Slot<struct WaitingQueue>;
using WorkSlot = Slot<struct WorkItem>;

// The part of a row that does not depend on the number of nodes. Each group of fields is written by
// the room that stands above it, and by no other.
struct SkuRow {
  // ledger
  UnitSum available;  // over all nodes
  UnitSum held;
  // waiting
  UnitSum waiting;      // units that queued entries wait for
  QueueSlot queue;      // of the lines that wait; none when it is empty
  WorkSlot serve_item;  // the SKU's work item, while it has one
  // catalogue
  MoneyMinor list_price{};  // 0 = none
};
static_assert(sizeof(SkuRow) == 40);

class SkuRows {
 public:
  explicit SkuRows(const Limits& limits)
      : nodes_max_(limits.nodes_max),
        set_words_((limits.sku_sets_max + 31) / 32),
        stride_((row_words + node_words * limits.nodes_max + set_words_ + words_per_line - 1) /
                words_per_line * words_per_line),
        // A window of eight nodes may be read beyond the last node of the last row.
        words_(stride_ * limits.skus_max + words_per_line) {}

  [[nodiscard]] SkuRow& operator[](SkuId sku) noexcept { return row_at(words_of(sku)); }
  [[nodiscard]] const SkuRow& operator[](SkuId sku) const noexcept {
    return row_at(const_cast<std::uint32_t*>(words_of(sku)));
  }

  // Per node, indexed by node id - 1.
  [[nodiscard]] Units* available(SkuId sku) noexcept {
    return reinterpret_cast<Units*>(words_of(sku) + row_words);
  }
  [[nodiscard]] const Units* available(SkuId sku) const noexcept {
    return reinterpret_cast<const Units*>(words_of(sku) + row_words);
  }
  [[nodiscard]] Units* safety(SkuId sku) noexcept { return available(sku) + nodes_max_; }
  [[nodiscard]] const Units* safety(SkuId sku) const noexcept {
    return available(sku) + nodes_max_;
  }
  [[nodiscard]] LotSlot* first_lot(SkuId sku) noexcept {
    return reinterpret_cast<LotSlot*>(safety(sku) + nodes_max_);
  }
  [[nodiscard]] const LotSlot* first_lot(SkuId sku) const noexcept {
    return reinterpret_cast<const LotSlot*>(safety(sku) + nodes_max_);
  }

  // The sets that the SKU is in: a bit for each, the first in bit 0.
  [[nodiscard]] std::span<std::uint32_t> sets(SkuId sku) noexcept {
    return {words_of(sku) + row_words + node_words * nodes_max_, set_words_};
  }
  [[nodiscard]] std::span<const std::uint32_t> sets(SkuId sku) const noexcept {
    return {words_of(sku) + row_words + node_words * nodes_max_, set_words_};
  }

  // Prefetches the first three lines of a row, as far as it has them.
  [[gnu::always_inline]] void prefetch(SkuId sku) const noexcept {
    const std::uint32_t* row = words_of(sku);
    __builtin_prefetch(row, 1);
    if (stride_ == words_per_line) return;
    __builtin_prefetch(row + words_per_line, 1);
    if (stride_ > 2 * words_per_line) __builtin_prefetch(row + 2 * words_per_line);
  }

  template <class Visit>
  friend void visit_pages(SkuRows& rows, Visit& visit) {
    visit_pages_of(visit, rows.words_);
  }

 private:
  static constexpr std::size_t words_per_line = 16;
  static constexpr std::size_t row_words = sizeof(SkuRow) / sizeof(std::uint32_t);
  static constexpr std::size_t node_words = 3;

  // Words become a row here and nowhere else. The length of a row is known only at start, so no
  // type of the language can say it.
  [[nodiscard]] static SkuRow& row_at(std::uint32_t* words) noexcept {
    return *reinterpret_cast<SkuRow*>(words);
  }
  [[nodiscard]] std::uint32_t* words_of(SkuId sku) noexcept {
    return &words_[std::size_t{sku.value - 1} * stride_];
  }
  [[nodiscard]] const std::uint32_t* words_of(SkuId sku) const noexcept {
    return &words_[std::size_t{sku.value - 1} * stride_];
  }

  std::size_t nodes_max_;
  std::size_t set_words_;
  std::size_t stride_;  // 4-byte words
  PageArray<std::uint32_t> words_;
};

}  // namespace allot
