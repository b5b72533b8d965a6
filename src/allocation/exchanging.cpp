#include "allocation/exchanging.hpp"

#include <algorithm>

#include "allocation/changing.hpp"
#include "allocation/crediting.hpp"
#include "allocation/ending.hpp"
#include "allocation/paying.hpp"
#include "allocation/placing.hpp"
#include "allocation/returning.hpp"

namespace allot {
namespace {

RequestReturn return_of(const Exchange& request) noexcept {
  RequestReturn wanted;
  wanted.order_key = request.order_key;
  wanted.return_key = request.return_key;
  wanted.sku = request.sku;
  wanted.quantity = request.quantity;
  wanted.why = request.why;
  wanted.until = request.until;
  return wanted;
}

// All of it is there now, or there is no exchange.
Place order_of(const Exchange& request, const Order& old, const OrderKey& key) noexcept {
  Place whole;
  whole.order_key = key;
  whole.channel = old.origin.channel();
  whole.zone = request.zone.present() ? request.zone : old.origin.zone();
  whole.tokens = request.tokens;
  whole.ship_by = request.ship_by;
  whole.priority = request.priority;
  whole.max_splits = request.max_splits;
  whole.shortage = Shortage::refuse_order;
  whole.lines = request.lines;
  whole.discount = request.discount;
  whole.shipping = request.shipping;
  whole.shipping_tax = request.shipping_tax;
  return whole;
}

}  // namespace

Decision Exchanging::exchange(const Exchange& request, OrderReader& reader, Risk& risk,
                              OrderKey& placed) {
  Returning returning(t_);
  const RequestReturn wanted = return_of(request);
  if (const Reason wrong = returning.fault(wanted); wrong != Reason::ok) return wrong;
  if (request.credit > CreditWhen::at_once) return Reason::field_out_of_range;
  if (request.new_number.present() && request.new_key.present()) {
    return Reason::order_key_and_number;
  }
  if (!request.new_number.present() && !request.new_key.present()) return Reason::order_key_missing;
  if (request.new_number.present() && !request.new_number.valid()) return Reason::code_invalid;
  const OrderSlot old = t_.book.find(request.order_key);
  if (!old.present()) {
    if (t_.book.keys().find_gone(request.order_key) != nullptr) return Reason::order_merged;
    // Nobody knows what its goods cost, nor what was paid for them.
    const bool forgotten = t_.book.keys().find_stub(request.order_key) != nullptr;
    return forgotten ? Reason::order_forgotten : Reason::order_unknown;
  }
  Ending(t_).settle(old);
  Units units;
  if (const Reason no = returning.ask(wanted, old, units); no != Reason::ok) return no;
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    if (request.lines[i].shortage != Shortage::by_order) {
      return {Reason::field_out_of_range, i, request.lines[i].sku};
    }
  }
  const Order& order = t_.book[old];
  const MoneyMinor asked = asked_of(t_.book.companions(), order);
  const WideMoney cost = Crediting(t_).worth(order, request.sku, units);
  const auto less = static_cast<MoneyMinor>(std::min<WideMoney>(cost, asked));
  const MoneyMinor most = std::min(told_money(cost), Balances(t_).creditable(order, less));
  placed = Changing(t_).key_of(order, request.new_key, request.new_number);
  // The old order may be forgotten for the lines of the new one.
  const Place whole = order_of(request, order, placed);
  if (const Decision no = place(whole, request.new_number, reader, risk); !no.accepted()) return no;
  const OrderSlot slot = t_.book.find(placed);
  const MoneyMinor credit = std::min(most, t_.book[slot].value);
  const ReturnSlot back = returning.begin(wanted, units);
  t_.returns.exchange(
      back,
      {.key = placed, .sequence = t_.step.sequence, .rest = credit, .counts = request.credit});
  t_.step.out->tell(events::Exchanged{.order_key = placed,
                                      .counts = request.credit,
                                      .credit = credit,
                                      .return_key = request.return_key});
  begin(slot, request, credit);
  return {};
}

Decision Exchanging::place(const Place& whole, const Code& number, OrderReader& reader,
                           Risk& risk) {
  CheckedOrder checked;
  if (const Decision read = reader.read(whole, t_.catalogue, checked); !read.accepted()) {
    return read;
  }
  const Reason known = Changing(t_).fault_of_new(whole.order_key, number);
  if (known != Reason::ok) return known;
  const Verdict verdict = risk.judge_alone(checked, t_.catalogue, t_.step.now);
  if (!verdict.decision.accepted()) return verdict.decision;
  checked.exchanged = true;
  const Decision decided = Placing(t_).place(whole, checked, verdict);
  if (decided.accepted() && number.present()) {
    const OrderSlot slot = t_.book.find(whole.order_key);
    t_.numbers.set(t_.book[slot], slot, number);
  }
  return decided;
}

// Effects: the new order has what is credited to it at once, or time until it is.
void Exchanging::begin(OrderSlot slot, const Exchange& request, MoneyMinor credit) {
  if (credit == 0) return;
  Order& order = t_.book[slot];
  Companions& companions = t_.book.companions();
  if (request.credit == CreditWhen::at_once) {
    (void)companions.begin_payments(order);
    companions.moneys().credit(companions.money(order), credit);
    Paying(t_).heed_less_due(slot);
    Balances(t_).tell_change(order, 0, Reason::ok);
  } else if (order.payment == Payment::unpaid && order.pay_by != 0 &&
             order.pay_by < request.until) {
    const DefineChannel& channel = t_.catalogue.channel(order.origin.channel()).settings;
    begin_payment_window(order, channel, request.until, t_.step.now);
    t_.step.out->tell(events::OrderChanged{.order_key = order.key,
                                           .lines = order.line_count,
                                           .version = order.version,
                                           .value = order.value,
                                           .pay_by = order.pay_by});
  }
  t_.arm(slot);
}

}  // namespace allot
