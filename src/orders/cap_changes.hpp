// What becomes of the debits of purchase caps of an order that is changed (docs/rules.md §19).
#pragma once

#include "orders/cap_debits.hpp"
#include "orders/line_blocks.hpp"

namespace allot {

class CapChanges {
 public:
  // Borrows the debits, and their scratch memory.
  explicit CapChanges(CapDebits& debits) noexcept : caps_(debits) {}

  // Effects: the order has so many units of the SKU fewer: what it debited for them goes back,
  // first
  //          of what is beyond a cap; of a cap that counts orders, when no line of the order counts
  //          any more. `lines`: where its lines are, as they are now.
  void give_back_units(Order& order, const LineBlocks& lines, SkuId sku, Units units);

 private:
  [[nodiscard]] bool is_over(CapId cap, SkuId sku) const;
  [[nodiscard]] bool counts(const Order& order, const LineBlocks& lines, CapId cap) const;
  void gather(const Order& order);
  void keep(Order& order);
  [[nodiscard]] static Units units_of(const CapDebits::Use& use) noexcept {
    return use.taken + use.excess;
  }
  [[nodiscard]] static Caps::Debit debit_of(const CapDebits::Use& use, Units units) noexcept {
    const Caps::Account& account = use.account;
    return {account.token, account.window, units, account.cap, use.excess.present()};
  }

  CapDebits& caps_;
};

}  // namespace allot
