// What a shop promises of an order begins, is warned of, kept or breached (docs/rules.md §22).
// Looked at behind each step that has to be, so that no decision depends on it, and orders of
// which nothing is promised cost nothing.
#pragma once

#include <array>

#include "allocation/tables.hpp"
#include "catalogue/decision.hpp"

namespace allot {

// What left of one order in a step.
struct LeftGoods {
  OrderKey order;
  UnitSum units;
  Token tracking{};
};

// Of the order that a step made of a part of another, what was promised of that, by kind.
struct WholePromised {
  struct Times {
    TimeNs began_at{};
    TimeNs due_at{};
  };
  OrderKey part;
  std::array<Times, service_kinds> times{};
};

class Promising {
 public:
  explicit Promising(Tables& tables) noexcept : t_(tables) {}

  // Requires: promises are to be watched, and the command has done all its work.
  [[gnu::noinline]] void end_step();
  // Requires: the earliest timer is that of one. Effects: somebody is warned of it, or it is
  //           breached; but one that nobody waits for any more ends.
  void end_timer();

  Decision set(const SetServiceLevel& rule);

 private:
  [[nodiscard]] const Order* known(const OrderKey& key) const;
  // Returns: whether all that an order has may leave.
  [[nodiscard]] static bool ready(const Order& order) noexcept;
  // Returns: whether any of it is there to leave.
  [[nodiscard]] bool has_goods(const Order& order) const;
  [[nodiscard]] bool comes_still(const Order& order) const;
  [[nodiscard]] bool goes_on(const Promise& promise) const;
  [[nodiscard]] bool was_done(const Promise& promise) const;

  void read_goods();
  void tell_parcel() const;
  void see_order(const OrderKey& key);
  void see_return(const Event& event);
  void begin_by(const Event& event);
  void begin(const Promise& promise);
  void begin_for(const Order& order, ServiceKind kind);
  // Effects: it runs no more, and what it came to is told.
  void end(PromiseSlot slot, bool done, bool in_time);
  void breach(PromiseSlot slot);
  void tell_warned(const Promise& promise) const;
  void tell_breached(const Promise& promise) const;

  Tables& t_;
  std::size_t told_{};      // events of the step before those of promises
  std::uint32_t missed_{};  // that found no room
  // What left of the order that is looked at, and the first event of any: only the command makes
  // goods leave, of one order or of those in one parcel, one behind the other.
  std::size_t first_left_{};
  LeftGoods left_;
  WholePromised whole_;
  // What arrived, which is all of one order.
  OrderKey delivered_;
  // Of those events that may begin a promise: the order of the one before.
  OrderKey last_ready_;
  OrderKey last_left_;
};

// Effects: what of the one order is to be done earlier than it was promised of the other, or was
//          not promised of that at all, is promised of that.
void pass_promises(Promises& promises, const Order& order, const Order& into);

}  // namespace allot
