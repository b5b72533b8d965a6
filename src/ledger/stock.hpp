// Stock by SKU, node and lot, laid out for the decision.
//
// The SKU's row (catalogue/sku_rows.hpp) holds what sourcing reads: totals, then for each node the
// available units, the safety stock and the first lot. Lots lie in a pool of 64-byte records,
// linked in removal order (docs/rules.md §4): earliest expiry first, then earliest received, then
// lowest code.
#pragma once

#include <cstdint>
#include <utility>

#include "allot/messages/limits.hpp"
#include "allot/types/ids.hpp"
#include "catalogue/sku_rows.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

struct Lot {
  SkuId sku;
  NodeId node;
  std::uint64_t code{};
  TimeNs expires_at{};
  Sequence received_sequence{};
  std::uint32_t on_hand{};
  std::uint32_t available{};
  std::uint32_t held{};
  std::uint32_t allocated{};
  std::uint32_t unavailable{};
  std::uint32_t deficit{};  // promised units that a count could not find
  std::uint32_t next{};     // lot of the same cell, in removal order
};
static_assert(sizeof(Lot) == 64);

// The part of a row that does not depend on the number of nodes.
struct SkuRow {
  std::uint64_t available{};  // over all nodes
  std::uint64_t held{};
  std::uint64_t waiting{};     // units that queued entries wait for
  std::uint32_t queue{};       // header of the waiting queue, 0 when empty
  std::uint32_t serve_item{};  // 1 + position of the SKU's work item, 0 when it has none
};
static_assert(sizeof(SkuRow) == SkuRows::sku_words * sizeof(std::uint32_t));

class Stock {
 public:
  // Borrows the rows.
  Stock(const Limits& limits, SkuRows& rows);

  [[nodiscard]] SkuRow& row(SkuId sku) noexcept {
    return *reinterpret_cast<SkuRow*>(rows_.stock(sku));
  }
  [[nodiscard]] const SkuRow& row(SkuId sku) const noexcept {
    return *reinterpret_cast<const SkuRow*>(rows_.stock(sku));
  }
  // Per node, indexed by node id - 1.
  [[nodiscard]] std::uint32_t* available(SkuId sku) noexcept { return nodes_of(sku); }
  [[nodiscard]] const std::uint32_t* available(SkuId sku) const noexcept { return nodes_of(sku); }
  [[nodiscard]] std::uint32_t* safety(SkuId sku) noexcept { return nodes_of(sku) + nodes_max_; }
  [[nodiscard]] const std::uint32_t* safety(SkuId sku) const noexcept {
    return nodes_of(sku) + nodes_max_;
  }
  [[nodiscard]] std::uint32_t first_lot(SkuId sku, NodeId node) const noexcept {
    return nodes_of(sku)[2 * nodes_max_ + (node.value - 1)];
  }

  [[nodiscard]] Lot& lot(std::uint32_t slot) noexcept { return lots_[slot]; }
  [[nodiscard]] const Lot& lot(std::uint32_t slot) const noexcept { return lots_[slot]; }
  [[nodiscard]] const SlotPool<Lot>& lots() const noexcept { return lots_; }

  [[gnu::always_inline]] void prefetch(SkuId sku) const noexcept { rows_.prefetch(sku); }
  [[gnu::always_inline]] void prefetch_lot(std::uint32_t slot) const noexcept {
    __builtin_prefetch(&lots_[slot], 1);
  }

  // Units of the cell that a channel with this safety stock may take.
  [[nodiscard]] static std::uint32_t base(std::uint32_t available, std::uint32_t cell_safety,
                                          std::uint32_t channel_safety) noexcept {
    const std::uint32_t kept = cell_safety > channel_safety ? cell_safety : channel_safety;
    return available > kept ? available - kept : 0;
  }

  // Returns: the cell's lot with this code, or 0.
  [[nodiscard]] std::uint32_t find_lot(SkuId sku, NodeId node, std::uint64_t code) const noexcept;
  // Returns: whether the pool and the cell have room for one more lot.
  [[nodiscard]] bool has_lot_room(SkuId sku, NodeId node) const noexcept;
  // Requires: find_lot() is 0, has_lot_room(). Returns: the new lot, empty.
  [[nodiscard]] std::uint32_t add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                                      Sequence sequence);
  // Returns: physical units of the cell.
  [[nodiscard]] std::uint64_t on_hand(SkuId sku, NodeId node) const noexcept;

  // Where the stock of one SKU at one node lies, found once for all that a take needs.
  struct Cell {
    SkuRow* row;
    std::uint32_t* available;
    std::uint32_t first_lot;
  };
  [[nodiscard]] Cell cell(SkuId sku, NodeId node) noexcept {
    std::uint32_t* words = rows_.stock(sku);
    std::uint32_t* available = words + SkuRows::sku_words + (node.value - 1);
    return {reinterpret_cast<SkuRow*>(words), available, available[2 * nodes_max_]};
  }
  // Requires: a lot of that cell.
  // Effects:  units of a hold go from available to held, or to allocated when `firm`.
  static void take(const Cell& cell, Lot& lot, std::uint32_t quantity, bool firm) {
    ALLOT_CHECK(lot.available >= quantity && *cell.available >= quantity);
    lot.available -= quantity;
    *cell.available -= quantity;
    cell.row->available -= quantity;
    if (firm) {
      lot.allocated += quantity;
    } else {
      lot.held += quantity;
      cell.row->held += quantity;
    }
    check(lot);
  }
  // Effects: the other way; a deficit is paid first. Returns: whether available grew.
  bool give_back(std::uint32_t lot, std::uint32_t quantity, bool firm);
  // Effects: held units become allocated.
  void make_firm(std::uint32_t lot, std::uint32_t quantity);
  // Effects: units came in, to be sold or not. Returns: whether available grew.
  bool receive_units(std::uint32_t lot, std::uint32_t quantity, bool sellable);
  // Effects: `quantity` <= on_hand units are gone: from available, unavailable, then as a deficit.
  // Returns: by how much the deficit grew.
  std::uint32_t lose_units(std::uint32_t lot, std::uint32_t quantity);

 private:
  static_assert(SkuRows::node_words == 3, "available, safety, first lot");

  [[nodiscard]] std::uint32_t* nodes_of(SkuId sku) noexcept {
    return rows_.stock(sku) + SkuRows::sku_words;
  }
  [[nodiscard]] const std::uint32_t* nodes_of(SkuId sku) const noexcept {
    return std::as_const(rows_).stock(sku) + SkuRows::sku_words;
  }
  // Effects: units pay a deficit, then are available. Returns: whether available grew.
  bool return_units(std::uint32_t lot, std::uint32_t quantity);
  // Conservation of one lot, on every command that touched it (docs/rules.md §4).
  static void check(const Lot& lot) {
    ALLOT_CHECK(std::uint64_t{lot.on_hand} + lot.deficit ==
                std::uint64_t{lot.available} + lot.held + lot.allocated + lot.unavailable);
  }

  std::uint32_t nodes_max_;
  std::uint32_t lots_per_cell_max_;
  SkuRows& rows_;
  SlotPool<Lot> lots_;
};

}  // namespace allot
