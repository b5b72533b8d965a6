// The ledger of stock: goods by SKU, node and lot, laid out for the decision (lots.hpp).
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sellable_lots.hpp"

namespace allot {

// Of units that leave a lot: whether they were free, could not be sold, or were promised to others,
// who have a deficit then.
enum class Whose : std::uint8_t { free, unavailable, of_others };

class Stock : public SellableLots {
 public:
  using SellableLots::SellableLots;

  // Units of a cell that a channel with this safety stock may take.
  [[nodiscard]] static Units base(Units available, Units cell_safety,
                                  Units channel_safety) noexcept {
    const Units kept = cell_safety > channel_safety ? cell_safety : channel_safety;
    return available > kept ? available - kept : Units{};
  }

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
  void next(Account& account) const noexcept { account.lot = lot(account.lot).next; }
  [[nodiscard]] Units free(const Account& account) const noexcept {
    return lot(account.lot).available;
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
  [[gnu::always_inline]] bool give_back(const Debit& debit, bool firm) {
    Lot& lot = lots_[debit.lot];
    Units& promised = firm ? lot.allocated : lot.held;
    ALLOT_CHECK(promised >= debit.units);
    promised -= debit.units;
    if (!firm) rows_[lot.sku].held -= debit.units;
    return return_units(lot, debit.units);
  }
  // Effects: held units are as if they had been given back, until take_back(). Returns: how many of
  //          them pay a deficit.
  Units lend(const Debit& debit);
  void take_back(const Debit& debit, Units paid);
  // Effects: held units become allocated.
  void make_firm(const Debit& debit);
  // Effects: allocated units become held.
  void make_held(const Debit& debit);
  void check(const Debit& debit) const { check(lot(debit.lot)); }

  // Effects: units that were promised have left. What a count could not find of them is owed no
  // more.
  void ship(const Debit& debit, bool firm);
  // Effects: units that whoever ships them was not promised have left the lot, at most `most`.
  // Returns: how many.
  Units ship_from(LotSlot lot, Units most, Whose whose);

  // Picked units lie apart, and nobody loses them.
  // Effects: units that were promised are picked.
  void pick(const Debit& debit, bool firm);
  // Effects: so are units that whoever picks them was not promised, at most `most`; those of others
  //          only as far as they lie on the shelf. Returns: how many.
  Units pick_from(LotSlot lot, Units most, Whose whose);
  // Effects: units that were picked are promised again.
  void put_back(const Debit& debit, bool firm);
  // Effects: units that were picked are free, unless they pay a deficit or the lot has ended.
  // Returns: whether available grew.
  bool free_picked(const Debit& debit);
  // Effects: units that were picked have left.
  void ship_picked(const Debit& debit);
  // Effects: units that were promised could not be picked: they cannot be sold, or are not there,
  //          so that a count that missed them misses them no more.
  void miss(const Debit& debit, bool firm, bool damaged);

  // Effects: units came in, to be sold or not. Returns: whether available grew.
  bool receive_units(LotSlot lot, Units units, bool sellable);
  // Requires: units <= on_hand of the lot.
  // Effects:  they are gone: from available, from unavailable, the rest as a deficit.
  // Returns:  by how much the deficit grew.
  Units lose_units(LotSlot lot, Units units);

 private:
  using Lots::check;

  // Effects: units pay a deficit, then are available, unless the lot has ended. Returns: whether
  //          available grew.
  bool return_units(Lot& lot, Units units);
  // Effects: the lot has promised so many units less. `firm`: as whom they were promised to is.
  void unpromise(Lot& lot, Units units, bool firm);
};
static_assert(Ledger<Stock>);

}  // namespace allot
