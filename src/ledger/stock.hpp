// The ledger of stock: goods by SKU, node and lot, laid out for the decision.
//
// The SKU's row (catalogue/sku_rows.hpp) holds what sourcing reads: totals, then for each node the
// available units, the safety stock and the first lot. Lots lie in a pool of 64-byte records,
// linked in removal order (docs/rules.md §4): earliest expiry first, then earliest received, then
// lowest code.
#pragma once

#include <cstdint>

#include "allot/messages/limits.hpp"
#include "allot/types/ids.hpp"
#include "catalogue/sku_rows.hpp"
#include "containers/slot_pool.hpp"
#include "ledger/ledger.hpp"

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
  Units unavailable;
  Units deficit;  // promised units that a count could not find
  LotSlot next;   // lot of the same cell, in removal order
};
static_assert(sizeof(Lot) == 64);

// Of units that leave a lot: whether they were free, could not be sold, or were promised to others,
// who have a deficit then.
enum class Whose : std::uint8_t { free, unavailable, of_others };

class Stock {
 public:
  // Borrows the rows.
  Stock(const Limits& limits, SkuRows& rows);

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

  // Units of a cell that a channel with this safety stock may take.
  [[nodiscard]] static Units base(Units available, Units cell_safety,
                                  Units channel_safety) noexcept {
    const Units kept = cell_safety > channel_safety ? cell_safety : channel_safety;
    return available > kept ? available - kept : Units{};
  }

  // Returns: the cell's lot with this code, or none.
  [[nodiscard]] LotSlot find_lot(SkuId sku, NodeId node, std::uint64_t code) const noexcept;
  // Returns: whether the pool and the cell have room for one more lot.
  [[nodiscard]] bool has_lot_room(SkuId sku, NodeId node) const noexcept;
  // Requires: find_lot() is none, has_lot_room(). Returns: the new lot, empty.
  [[nodiscard]] LotSlot add_lot(SkuId sku, NodeId node, std::uint64_t code, TimeNs expires_at,
                                Sequence sequence);
  // Returns: physical units of the cell.
  [[nodiscard]] UnitSum on_hand(SkuId sku, NodeId node) const noexcept;
  // Effects: the cell withholds so many units. Returns: whether that frees any.
  bool set_safety(SkuId sku, NodeId node, Units quantity) noexcept;

  // The ledger. An account is a lot, with what a take from its cell needs found once for all lots
  // of the cell; a debit is what an order's line holds from a lot.
  struct Account {
    SkuRow* row;
    Units* available;  // of the cell
    LotSlot lot;
  };
  struct Debit {
    LotSlot lot;
    Units units;
  };
  // Returns: the account of the cell's first lot in removal order.
  [[nodiscard]] Account account(SkuId sku, NodeId node) noexcept {
    SkuRow& row = rows_[sku];
    const std::size_t at = node.value - 1;
    return {&row, rows_.available(sku) + at, rows_.first_lot(sku)[at]};
  }
  // Effects: the account of the next lot of the same cell.
  void next(Account& account) const noexcept { account.lot = lots_[account.lot].next; }
  [[nodiscard]] Units free(const Account& account) const noexcept {
    return lots_[account.lot].available;
  }
  // Requires: units <= free(account).
  Debit take(const Account& account, Units units, bool firm) {
    Lot& lot = lots_[account.lot];
    ALLOT_CHECK(lot.available >= units);
    ALLOT_CHECK(*account.available >= units);
    lot.available -= units;
    *account.available -= units;
    account.row->available -= units;
    if (firm) {
      lot.allocated += units;
    } else {
      lot.held += units;
      account.row->held += units;
    }
    check(lot);
    return {account.lot, units};
  }
  // Effects: the other way; a deficit is paid first.
  bool give_back(const Debit& debit, bool firm);
  // Effects: held units become allocated.
  void make_firm(const Debit& debit);
  void check(const Debit& debit) const { check(lots_[debit.lot]); }

  // Effects: units that were promised have left. What a count could not find of them is owed no
  // more.
  void ship(const Debit& debit, bool firm);
  // Effects: units that whoever ships them was not promised have left the lot, at most `most`.
  // Returns: how many.
  Units ship_from(LotSlot lot, Units most, Whose whose);

  // Effects: units came in, to be sold or not. Returns: whether available grew.
  bool receive_units(LotSlot lot, Units units, bool sellable);
  // Requires: units <= on_hand of the lot.
  // Effects:  they are gone: from available, from unavailable, the rest as a deficit.
  // Returns:  by how much the deficit grew.
  Units lose_units(LotSlot lot, Units units);

  template <class Visit>
  friend void visit_pages(Stock& stock, Visit& visit) {
    visit_pages_of(visit, stock.lots_);
  }

 private:
  // Effects: units pay a deficit, then are available. Returns: whether available grew.
  bool return_units(Lot& lot, Units units);
  // Conservation of one lot, on every command that touched it (docs/rules.md §4).
  static void check(const Lot& lot) {
    ALLOT_CHECK(UnitSum(lot.on_hand) + lot.deficit ==
                UnitSum(lot.available) + lot.held + lot.allocated + lot.unavailable);
  }

  std::uint32_t lots_per_cell_max_;
  SkuRows& rows_;
  SlotPool<Lot> lots_;
};
static_assert(Ledger<Stock>);

}  // namespace allot
