// What a shopper holds herself and has not paid, when she asks for it again: told where she is
// refused, or taken over by what she asks for now (docs/rules.md §22).
//
// Made for one order that is placed. What is lent is as it would be if her old orders had ended,
// while the new one is planned and caps are asked; then it is taken back, and either nothing has
// changed, or they do end.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/checked_order.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class TakingOver {
 public:
  // Effects: her own orders are known, and which of them may be taken over. Borrows all.
  TakingOver(Tables& tables, const Place& order, const CheckedOrder& checked);

  // Returns: whether there is an order that may be taken over; after keep_taken(), that is.
  [[nodiscard]] bool any() const noexcept { return ending_ != 0; }
  // Returns: how many there are, and how many lines they have.
  [[nodiscard]] std::uint32_t orders() const noexcept;
  [[nodiscard]] std::uint32_t lines() const;

  // Effects: what they hold of what is asked for is there, nobody has a claim on it, and their
  //          lines do not wait. Returns: the holds that would be free.
  [[nodiscard]] std::uint32_t lend_stock();
  void take_back_stock();
  // Requires: a plan was made. Effects: only those are taken over of which it takes anything.
  // Returns: the holds that would be free without these.
  [[nodiscard]] std::uint32_t keep_taken();
  // Returns: which they are.
  struct Orders {
    std::array<const Order*, own_orders_looked_at> orders{};
    std::uint32_t count{};

    [[nodiscard]] std::span<const Order* const> list() const noexcept {
      return std::span(orders).first(count);
    }
  };
  [[nodiscard]] Orders ending() const;

  // Effects: they end, the latest first.
  void end();
  // Requires: its windows have begun. Effects: the new order may be paid no longer than they allow,
  //           and where it waits for no more than they did, it waits in their place.
  void settle(Order& placed) const;
  // Effects: it is hers, where its channel heeds that and it is to be paid.
  void make_own(OrderSlot slot) const;

  // Effects: it is told which of her orders that go on holds what is refused, if one does; or has
  //          debited the cap that refuses.
  void tell_refused(const Decision& decision) const;
  void tell_holds(std::uint32_t line, SkuId sku) const;
  void tell_debited(CapId cap) const;

 private:
  static constexpr std::uint32_t looked_at = own_orders_looked_at;
  using Set = std::uint8_t;  // a bit for each of own_

  [[nodiscard]] bool may_be_taken(const Order& order, const DefineChannel& channel) const;
  // Returns: what is asked for of the SKU, or null.
  [[nodiscard]] OwnWish* wish(SkuId sku) const;
  [[nodiscard]] bool has_numbers(const Order& order) const;
  [[nodiscard]] bool holds_wanted(const Order& order) const;
  [[nodiscard]] bool is_taken_from(const Order& order) const;
  void note_place();
  // Calls visit(slot, order) for each that may be taken over, or is.
  template <class Visit>
  void visit_ending(Visit&& visit) const;

  Tables& t_;
  Shopper whose_;                           // without a token: nobody is heeded
  std::array<OrderSlot, looked_at> own_{};  // the latest first
  std::uint32_t count_{};
  Set ending_{};
  Set gone_{};  // have ended: what lies in their slots may be another order
  TimeNs since_{};
  TimeNs limit_{std::numeric_limits<TimeNs>::max()};
  std::optional<std::uint32_t>
      second_;  // of the place in which the new order waits, if not its own
};

}  // namespace allot
