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
  //          first of what is beyond a cap; of a cap that counts orders, when no line of the order
  //          counts any more. `lines`: where its lines are, as they are now.
  void give_back_units(Order& order, const LineBlocks& lines, SkuId sku, Units units);

  // Requires: both are firm, or neither is. Effects: what `from` debited is debited by `into`.
  void move(Order& into, Order& from);

  // Requires: as move(); `from` has so many units of the SKU fewer, `into` so many more. Effects:
  //           what `from` debited for them is debited by `into`, first of what is beyond a cap; of
  //           a cap that counts orders, when no line of `from` counts any more.
  void move_units(Order& from, Order& into, const LineBlocks& lines, SkuId sku, Units units);

  // The next question is about this order, of which each line is added as it was and is to be.
  void begin(const Order& order);
  void add(SkuId sku, Units before, Units after);
  // Returns: why the first cap that it exceeds by what it has more refuses the change; ok when it
  //          may be taken. Who is not said is who was counted before.
  [[nodiscard]] Reason ask(const Order& order, const OrderTokens& tokens);
  // Requires: ask() said ok, in this step. Effects: what it has fewer is given back, and what it
  //           has more is debited.
  void take(Order& order);

 private:
  void note(CapId cap, Units before, Units after);
  [[nodiscard]] std::uint64_t debited_by(const Order& order, CapId cap) const;
  [[nodiscard]] bool has_debit(const Order& order, CapId cap) const;
  [[nodiscard]] Reason ask(const Order& order, CapDebits::Use& use, const OrderTokens& tokens,
                           CapDebits::Room& room);
  void give_back(const Order& order, CapId cap, Units units, std::size_t first);
  void debit(const Order& order, const CapDebits::Use& asked, std::size_t first);
  [[nodiscard]] bool is_over(CapId cap, SkuId sku) const;
  [[nodiscard]] bool counts(const Order& order, const LineBlocks& lines, CapId cap) const;
  void gather(const Order& order);
  void keep(Order& order, std::size_t first);
  void sort(std::size_t first);
  void join_same(std::size_t first);
  void part(CapId cap, Units units, std::size_t all);
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
