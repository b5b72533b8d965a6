// Money comes in and goes back: facts, recorded whatever was due (docs/rules.md §16).
#pragma once

#include "allocation/balances.hpp"
#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Paying {
 public:
  explicit Paying(Tables& tables) noexcept : t_(tables), balances_(tables) {}

  // Returns: what is wrong with the fact itself; ok when it can be recorded.
  [[nodiscard]] static Reason fault(const RecordPayment& fact) noexcept;

  // Requires: no fault. Effects: an order that has its money is paid, deposited or authorised; one
  //           that has it no more is not. `since`: the second before which what comes in is of
  //           another order; 0 for none. Returns: ok, or why there is no room for it.
  [[nodiscard]] Decision record(OrderSlot slot, const RecordPayment& fact, std::uint32_t since);
  // The same of an order of which only a stub is known.
  [[nodiscard]] Decision record(Stub& stub, const RecordPayment& fact, std::uint32_t since);
  // Requires: its payments are counted. Effects: the order is paid whole. `refund_before`: what was
  //           due back before the step, and was told.
  void confirm(OrderSlot slot, TimeNs paid_at, WideMoney refund_before);
  // Requires: not paid, and not in a grace that refuses it. Effects: so much has come in, as far as
  //           it can be counted; what is more than is due is due back.
  void capture_part(OrderSlot slot, WideMoney amount, TimeNs paid_at);
  // Requires: open, and less is due for it than was before. Effects: where that is there now, or
  //           its deposit is, or it is set aside, it is paid, deposited or authorised.
  void heed_less_due(OrderSlot slot);
  // Requires: open. Effects: where it was paid, deposited or authorised, and that does not suffice
  //           for what is due now, it is not any more.
  void heed_more_due(OrderSlot slot);
  // Requires: its payments are counted. Effects: where money of another order, or goods that came
  //           back, make what is there suffice, it is paid, deposited or authorised.
  void see_again(OrderSlot slot);
  // Effects: where what is there does not suffice without a credit, it is not paid any more.
  void lose_credit(OrderSlot slot);
  // Effects: an order in its grace ends, if its channel refuses a payment of then.
  [[gnu::noinline]] static void end_if_refused(Tables& tables, OrderSlot slot, TimeNs paid_at);
  // Requires: it has expired, and was paid since. Returns: whether it is taken again, if it can be.
  [[nodiscard]] static bool may_come_back(const Tables& tables, const Order& order, Reason note);

 private:
  // Effects: what is known of the payment is told. Returns: whether it was recorded before.
  template <class Ended>
  [[nodiscard]] bool known_before(const Ended& order, const RecordPayment& fact) const;
  [[nodiscard]] bool has_room();
  [[nodiscard]] TimeNs time_of(const RecordPayment& fact) const noexcept {
    return fact.at != 0 ? fact.at : t_.step.now;
  }
  void tell(const RecordPayment& fact, Reason note) const;
  void count_missing(const Order& order);
  [[nodiscard]] Reason become_paid(OrderSlot slot, TimeNs paid_at);
  [[nodiscard]] Reason settle_paid(OrderSlot slot, bool was_firm, bool overdue, Reason note);
  [[nodiscard]] Reason heed_what_is_there(OrderSlot slot, const PaymentSums& sums, TimeNs at);
  void become_authorised(OrderSlot slot, TimeNs lapses_at, TimeNs at);
  [[nodiscard]] Reason become_deposited(OrderSlot slot, MoneyMinor deposit, TimeNs at);
  [[nodiscard]] bool lacks_money(const Order& order, const PaymentSums& sums) const;
  [[nodiscard]] bool is_firm_when(const Order& order, FirmWhen when) const;
  [[nodiscard]] bool lacks_all_money(OrderSlot slot);
  void heed_lapse(OrderSlot slot, TimeNs lapses_at);
  void use_reserves(const Order& order);
  [[nodiscard]] MoneyMinor part_let_go(const Order& order, const RecordPayment& fact) const;
  [[nodiscard]] TimeNs lapse_of(const Order& order, const RecordPayment& fact) const;

  Tables& t_;
  Balances balances_;
};

// Effects: so much has come in for what the order was worth, and no payment_key names it.
void record_part(Tables& tables, Stub& stub, MoneyMinor amount, TimeNs paid_at);
// Effects: when something became of the order's goods, what is open for those that the customer
// does
//          not have is not asked of her, and what this changes is told. `to_capture`: what was to
//          be captured before, and was told.
[[gnu::noinline]] void heed_goods(Tables& tables, OrderSlot slot, WideMoney to_capture);
// Effects: the payment is this order's: it is firm, taken again, or the money is due back.
void pay(Tables& tables, OrderSlot slot, TimeNs paid_at);

}  // namespace allot
