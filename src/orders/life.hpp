// The life of an order: one function per transition (docs/rules.md §7 and §9).
//
// A transition changes the order alone and tells what has become of it. What the order takes and
// gives back is not decided here, nor when its timer is set: that follows from next_due().
#pragma once

#include "allot/messages/event.hpp"
#include "allot/messages/semantics.hpp"
#include "catalogue/catalogue.hpp"
#include "orders/deadlines.hpp"
#include "orders/order.hpp"
#include "orders/shipped_lines.hpp"
#include "orders/stubs.hpp"
#include "sequencing/step_context.hpp"

namespace allot {

// What an open order waits for next, and when its time is up.
struct Due {
  enum class What : std::uint8_t { nothing, payment, review, reminder };
  TimeNs time{};  // 0 = never
  What what{};

  [[nodiscard]] bool by(TimeNs now) const noexcept { return time != 0 && time <= now; }
};

// At equal times a payment is due before a review, and that before a reminder.
[[nodiscard]] inline Due next_due(const Order& order) noexcept {
  Due next;
  if (!order.open()) return next;
  const auto consider = [&next](TimeNs time, Due::What what) __attribute__((always_inline)) {
    if (time != 0 && (next.time == 0 || time < next.time)) next = {time, what};
  };
  if (has_until(order.payment)) consider(let_go_at(order), Due::What::payment);
  if (order.reviewed()) consider(order.review_by, Due::What::review);
  consider(order.remind_at, Due::What::reminder);
  return next;
}

// Returns: as Life::was_paid_before().
[[nodiscard]] inline bool was_paid_before(const Stub& stub, TimeNs paid_at) noexcept {
  return !stub.imported && second_of(paid_at) < stub.second;
}

// Returns: when a sale was made that says so; 0 says nothing, and nothing is sold in the future.
[[nodiscard]] inline TimeNs time_of_sale(TimeNs said, TimeNs now) noexcept {
  return said == 0 || said > now ? now : said;
}

class Life {
 public:
  // Borrows catalogue and step.
  Life(const Catalogue& catalogue, const StepContext& step, Semantics semantics)
      : catalogue_(catalogue), step_(step), semantics_(semantics) {}

  // A new order that was placed: its windows begin. `channel`: the settings of its channel.
  // `pays_now`: else its payment window begins when it is served.
  void begin(Order& order, const DefineChannel& channel, bool pays_now = true) const {
    const bool pauses = order.reviewed() && channel.review_pauses_payment;
    if (awaits_payment(order.payment) && !pauses && pays_now) {
      begin_payment_window(order, channel, step_.now + channel.hold_ttl_ns, step_.now);
    }
    if (order.reviewed() && (!awaits_payment(order.payment) || channel.review_pauses_payment)) {
      order.review_by = step_.now + channel.review_ttl_ns;
    }
  }
  // A sale that was imported: `pay_by` is what it says of its payment window, 0 for the channel's.
  // A ship-stop does not pause that, since nothing but a decision ends it.
  void begin_sold(Order& order, TimeNs pay_by) const {
    if (!awaits_payment(order.payment)) return;
    const DefineChannel& channel = settings(order);
    begin_payment_window(order, channel, pay_by != 0 ? pay_by : step_.now + channel.hold_ttl_ns,
                         step_.now);
  }
  // Effects: it has ended, since somebody else ships it. `said`: when it was sold, as above.
  void end_elsewhere(Order& order, TimeNs said, UnitSum units) const;
  // Effects: an order for which nothing is due is paid. Requires: a new one, whose windows have not
  // begun.
  [[gnu::noinline]] void pay_nothing(Order& order) const;
  void tell_nothing_paid(const Order& order) const;
  // Effects: it is told which number and date the line has, if it has any.
  void tell_named(const Order& order, const Line& line, LineNumber number, TimeNs wanted_at) const;
  // `why`: of an order that comes; what has come before does not know it any more.
  void tell_in_review(const Order& order, Reason why = Reason::value_review) const;
  void tell_allocated(const Order& order) const {
    step_.out->tell(events::Allocated{.order_key = order.key});
  }

  // Effects: an open order is held for a review, whose time begins now.
  void review(Order& order) const {
    order.review = Review::in_review;
    order.review_by = step_.now + settings(order).review_ttl_ns;
  }

  // Returns: whether a payment of then is that of an order before this one, which had its key.
  // Of a sale one learns after it was paid.
  [[nodiscard]] static bool was_paid_before(const Order& order, TimeNs paid_at) noexcept {
    return !order.imported && second_of(paid_at) < order.origin.second;
  }
  // Effects: tells that the payment is not this order's, a known one or a stub; `why`.
  template <class Ended>
  void leave_unassigned(const Ended& order, TimeNs paid_at, Reason why) const {
    step_.out->tell(events::PaymentUnassigned{.order_key = order.key,
                                              .paid_at = paid_at,
                                              .placed_sequence = order.sequence,
                                              .reason = why});
  }
  // Effects: the payment of an order of which a stub is left is told, and due back.
  void pay(Stub& stub, TimeNs paid_at) const;
  // Returns: what the fact notes of the order: ok, already_paid (nothing changed) or paid_too_late.
  [[nodiscard]] Reason pay(Order& order, TimeNs paid_at) const;
  // Requires: paid, deposited or authorised. Effects: it is not, since the money went back, or what
  //           has come in or was set aside does not suffice: its payment window begins again,
  //           unless it begins when it is served, or it is paid when the goods arrive.
  void lose_payment(Order& order, bool pays_now) const;
  void wait_for_payment(Order& order) const;
  void fail_payment(Order& order) const;
  // `pays_now`: else its payment window, or that of its balance, begins when it is served.
  void approve(Order& order, bool pays_now) const;
  void remind(Order& order) const;
  // Requires: open. `units`: what it has given back. `kept`: what it has shipped before.
  void end(Order& order, OrderStatus as, UnitSum units, const KeptShipped& kept) const;
  // The same, but for what is due back.
  void end_owing(Order& order, OrderStatus as, UnitSum units, const KeptShipped& kept) const;
  // Requires: open and unpaid. Effects: it has ended, since another has what it held.
  void end_taken_over(Order& order, UnitSum units) const;
  // Requires: open. Effects: it has ended, since all of it, so many units, has left.
  void end_shipped(Order& order, UnitSum units) const;
  // Requires: expired, and out of the closed list. `lapses_at`: of an order that is authorised,
  // until when. `holds`: whether anything is to be held for it.
  void reopen(Order& order, TimeNs lapses_at, bool holds) const;
  // Requires: it ended as shipped, and is out of the closed list. Effects: it goes on, and its
  // windows begin anew. `lapses_at`: as above.
  void reopen_shipped(Order& order, TimeNs lapses_at) const;
  // The money for all but what was shipped has to go back; `note`: why.
  void refund(const Order& order, Reason note, const KeptShipped& kept) const;

 private:
  [[nodiscard]] const DefineChannel& settings(const Order& order) const noexcept {
    return catalogue_.channel(order.origin.channel()).settings;
  }
  void tell_payment(const Order& order, EventType type, Reason note) const;

  const Catalogue& catalogue_;
  const StepContext& step_;
  Semantics semantics_;
};

}  // namespace allot
