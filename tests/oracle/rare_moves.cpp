#include "rare_moves.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "allot/core/core.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/outcome.hpp"
#include "state_watch.hpp"

namespace allot::oracle {
namespace {

// A shop of one SKU and one channel, in which orders are firm when their money is set aside, and
// what random commands do too seldom to be counted on.
class RareMoves {
 public:
  RareMoves(std::map<std::string, Moves>& moves, std::map<std::string, Moves>& unclear)
      : watch_(moves, unclear) {
    channel_.firm_when = FirmWhen::authorised;
    channel_.authorisation_ttl_ns = 1'000'000;
    channel_.hold_ttl_ns = channel_.review_ttl_ns = channel_.pending_ttl_ns = 1'000'000;
    apply(Start{limits_});
    apply(DefineSku{key(), *Code::from("S1"), 100});
    apply(DefineNode{key(), *Code::from("N1"), 0});
    apply(DefineZone{key(), *Code::from("Z1")});
    define_channel();
    apply(DefineLane{key(), {1}, {1}, 500, 1, 0, true});
    apply(DefineNetwork{key(), {1}, {1}, true});
    apply(Receive{key(), {1}, {1}, 0, 20, 0});
  }

  // A channel collects on delivery from now on, and what is set aside for an order of it is no
  // longer enough.
  void change_in_a_changed_channel() {
    place(1, 1);
    pay(1, PaymentKind::authorised, 100);
    channel_.firm_when = FirmWhen::captured;
    channel_.authorisation_ttl_ns = 0;
    channel_.cash_on_delivery = true;
    define_channel();
    modify(1, 2);
  }
  // What is set aside is enough when less is wanted, while a payment is on its way.
  void want_less_while_a_payment_is_pending() {
    place(1, 2);
    pay(1, PaymentKind::authorised, 100);
    await_payment(1);
    modify(1, 1);
  }
  // The same of an order that waits for some of its goods, and is to have them no more.
  void trim_what_is_set_aside_in_part() {
    place(1, 30);
    pay(1, PaymentKind::authorised, 2'000);
    trim(1);
  }
  void trim_while_a_payment_is_pending() {
    place(1, 30);
    pay(1, PaymentKind::authorised, 2'000);
    await_payment(1);
    trim(1);
  }
  // What was paid is enough for less, and needs nothing that is set aside any more.
  void trim_to_what_was_paid() {
    place(1, 30);
    pay(1, PaymentKind::captured, 2'000);
    pay(1, PaymentKind::authorised, 1'000);
    trim(1);
  }
  // What was paid is the deposit of what is left.
  void trim_to_what_is_a_deposit() {
    ask_a_deposit();
    place(1, 30);
    pay(1, PaymentKind::captured, 1'000);
    trim(1);
  }
  // The same, when what the goods that come back had cost is there besides.
  void take_back_while_a_payment_is_pending() {
    sell_and_ship();
    exchange(CreditWhen::on_receipt);
    pay(2, PaymentKind::authorised, 100);
    await_payment(2);
    take_back();
  }
  // All money of an order that was authorised is there when the goods come back for it.
  void take_back_for_an_authorised_order() {
    sell_and_ship();
    exchange(CreditWhen::on_receipt);
    pay(2, PaymentKind::captured, 100);
    pay(2, PaymentKind::authorised, 100);
    take_back();
  }
  // What was placed in exchange expired, since a part of its money was taken back. The rest is its
  // deposit in the channel as it is when the goods come back for it.
  void take_back_for_an_order_that_expired() {
    channel_.hold_ttl_ns = 500'000;
    define_channel();
    sell_and_ship();
    exchange(CreditWhen::on_receipt);
    pay(2, PaymentKind::captured, 200);
    pay(2, PaymentKind::reversed, 100);
    now_ += 600'000;
    apply(Tick{});
    ask_a_deposit();
    take_back();
  }
  // The credit that came at once was its deposit, and is no more when nothing comes back for it.
  void wait_in_vain_for_a_deposit() {
    sell_and_ship();
    ask_a_deposit();
    exchange(CreditWhen::at_once);
    now_ += 2'000'000;
    apply(Tick{});
  }
  // The shop gives back a part of a deposit, and what is to come back does not come.
  void wait_in_vain_after_a_refund() {
    sell_and_ship();
    ask_a_deposit();
    exchange(CreditWhen::at_once, 3);
    pay(2, PaymentKind::captured, 150);
    pay(2, PaymentKind::refunded, 30);
    now_ += 999'500;
    apply(Tick{});
  }
  // What came back is worth less than what was credited for it, and the deposit too little then.
  void take_off_what_was_credited() {
    sell_and_ship();
    ask_a_deposit();
    exchange(CreditWhen::at_once, 3);
    pay(2, PaymentKind::captured, 150);
    pay(2, PaymentKind::refunded, 50);
    take_back(60);
  }
  // Goods of an order that nobody knows yet left, and had not left.
  void undo_before_an_exchange() {
    sell_and_ship();
    hear_of_shipment();
    ShipUndone undone;
    undone.command_key = key();
    undone.order_key = {2, 0};
    undone.sku = {1};
    undone.node = {1};
    undone.to = UndoneTo::stock;
    apply(undone);
    exchange(CreditWhen::on_receipt);
  }
  // What an order is to be credited is not there any more when the goods come back for it.
  void credit_what_the_bank_has_taken_back() {
    sell_and_ship();
    exchange(CreditWhen::at_once);
    pay(2, PaymentKind::authorised, 100);
    pay(1, PaymentKind::charged_back, 100);
    take_back();
  }
  // The same, when as much as all of it costs is set aside besides.
  void credit_what_the_bank_has_taken_back_of_an_authorised_order() {
    sell_and_ship();
    exchange(CreditWhen::at_once);
    pay(2, PaymentKind::captured, 100);
    pay(2, PaymentKind::authorised, 200);
    pay(1, PaymentKind::charged_back, 100);
    take_back();
  }
  // A parcel is lost of an order that nobody knows yet.
  void lose_before_an_exchange() {
    sell_and_ship();
    hear_of_trouble(DeliveryTrouble::lost);
    exchange(CreditWhen::on_receipt);
  }
  void turn_away_before_an_exchange() {
    sell_and_ship();
    hear_of_trouble(DeliveryTrouble::refused);
    exchange(CreditWhen::on_receipt);
  }
  void deliver_before_an_exchange() {
    sell_and_ship();
    hear_of_shipment();
    Deliver early;
    early.command_key = key();
    early.order_key = {2, 0};
    apply(early);
    exchange(CreditWhen::on_receipt);
  }
  // Too little is set aside for what has left, and it is enough for what was taken in.
  void turn_away_what_too_little_is_set_aside_for() {
    place(2, 2);
    pay(2, PaymentKind::authorised, 100);
    hear_of_shipment();
    ReportDelivery trouble;
    trouble.command_key = key();
    trouble.order_key = {2, 0};
    trouble.sku = {1};
    trouble.quantity = 1;
    trouble.kind = DeliveryTrouble::refused;
    apply(trouble);
  }
  // What is to end once a warehouse agrees, and of which nothing is there any more, is paid late.
  void pay_late_what_is_asked_back() {
    place(1, 2);
    Pick pick;
    pick.command_key = key();
    pick.order_key = {1, 0};
    pick.sku = {1};
    pick.node = {1};
    pick.quantity = 1;
    apply(pick);
    Cancel cancel;
    cancel.command_key = key();
    cancel.order_key = {1, 0};
    apply(cancel);
    Ship ship;
    ship.command_key = key();
    ship.order_key = {1, 0};
    ship.sku = {1};
    ship.node = {1};
    ship.quantity = 1;
    apply(ship);
    now_ = 2'000'000;
    ConfirmPayment confirm;
    confirm.command_key = key();
    confirm.order_key = {1, 0};
    confirm.paid_at = 2'000'000;
    apply(confirm);
  }
  // The same of a sale that is imported then.
  void lose_before_an_import() {
    hear_of_trouble(DeliveryTrouble::lost);
    import();
  }
  void turn_away_before_an_import() {
    hear_of_trouble(DeliveryTrouble::refused);
    import();
  }
  // The same, and that it arrived, of a part of an order that is to be one of its own.
  void lose_before_a_split() {
    hear_of_trouble(DeliveryTrouble::lost);
    split_off();
  }
  void turn_away_before_a_split() {
    hear_of_trouble(DeliveryTrouble::refused);
    split_off();
  }
  void deliver_before_a_split() {
    hear_of_shipment();
    Deliver arrived;
    arrived.command_key = key();
    arrived.order_key = {2, 0};
    apply(arrived);
    split_off();
  }
  void cancel_before_a_split() {
    Cancel cancel;
    cancel.command_key = key();
    cancel.order_key = {2, 0};
    apply(cancel);
    split_off();
  }
  void set_money_aside_before_a_split() {
    pay(2, PaymentKind::authorised, 100);
    split_off();
  }
  // What was paid is the deposit of what stays, and what was heard of is that of what goes.
  void split_to_what_is_a_deposit() {
    ask_a_deposit();
    pay(2, PaymentKind::captured, 50);
    place(1, 4);
    pay(1, PaymentKind::captured, 150);
    split();
  }
  // What is set aside, or was paid, is enough when less is wanted, while a payment is on its way.
  void cancel_a_line_while_a_payment_is_pending() {
    place(1, 2);
    pay(1, PaymentKind::authorised, 100);
    await_payment(1);
    CancelLine cancel;
    cancel.command_key = key();
    cancel.order_key = {1, 0};
    cancel.sku = {1};
    cancel.quantity = 1;
    apply(cancel);
  }
  void trim_to_a_deposit_while_a_payment_is_pending() {
    ask_a_deposit();
    place(1, 30);
    pay(1, PaymentKind::captured, 1'000);
    await_payment(1);
    trim(1);
  }
  // What was set aside is enough for less, and for the channel as it is again: which is seen when a
  // part is confirmed.
  void confirm_a_part_in_a_changed_channel() {
    place(1, 3);
    pay(1, PaymentKind::authorised, 250);
    channel_.firm_when = FirmWhen::captured;
    define_channel();
    modify(1, 2);
    channel_.firm_when = FirmWhen::authorised;
    define_channel();
    const std::array lines{line(1)};
    ConfirmPart confirm;
    confirm.command_key = key();
    confirm.order_key = {1, 0};
    confirm.paid_at = 1'000;
    confirm.rest = PartRest::keep;
    confirm.lines = lines;
    apply(confirm);
  }

 private:
  CommandKey key() { return {++keys_, 0}; }
  static OrderLine line(std::uint32_t units) {
    return {.sku = {1}, .quantity = units, .price = 100};
  }
  void apply(const Command& command) {
    const Sequenced in{.sequence = core_.last_sequence() + 1, .time = now_, .command = command};
    ASSERT_EQ(core_.apply(in, out_).reason, Reason::ok) << command_name(command_type(command));
    const CommandType type = command_type(command);
    const bool idles = type == CommandType::tick;
    watch_.step(core_, out_.events(), idles ? "time" : std::string(command_name(type)));
  }
  void define_channel() {
    channel_.command_key = key();
    apply(channel_);
  }
  void place(std::uint64_t order, std::uint32_t units) {
    const std::array lines{line(units)};
    Place place;
    place.command_key = key();
    place.order_key = {order, 0};
    place.channel = {1};
    place.zone = {1};
    place.shortage = Shortage::backorder;
    place.lines = lines;
    apply(place);
  }
  void modify(std::uint64_t order, std::uint32_t units) {
    const std::array lines{line(units)};
    Modify modify;
    modify.command_key = key();
    modify.order_key = {order, 0};
    modify.lines = lines;
    apply(modify);
  }
  void trim(std::uint64_t order) {
    Trim trim;
    trim.command_key = key();
    trim.order_key = {order, 0};
    apply(trim);
  }
  void await_payment(std::uint64_t order) {
    PaymentPending pending;
    pending.command_key = key();
    pending.order_key = {order, 0};
    apply(pending);
  }
  void sell_and_ship() {
    place(1, 1);
    pay(1, PaymentKind::captured, 100);
    Ship ship;
    ship.command_key = key();
    ship.order_key = {1, 0};
    apply(ship);
  }
  void ask_a_deposit() {
    channel_.firm_when = FirmWhen::deposit;
    channel_.authorisation_ttl_ns = 0;
    channel_.deposit_bp = 5'000;
    define_channel();
  }
  // A unit of order 1 is order 2.
  void split() {
    const std::array lines{line(1)};
    Split split;
    split.command_key = key();
    split.order_key = {1, 0};
    split.new_key = {2, 0};
    split.lines = lines;
    apply(split);
  }
  void split_off() {
    place(1, 2);
    split();
  }
  void hear_of_shipment() {
    Ship early;
    early.command_key = key();
    early.order_key = {2, 0};
    apply(early);
  }
  // Order 2 has left, and did not arrive.
  void hear_of_trouble(DeliveryTrouble kind) {
    hear_of_shipment();
    ReportDelivery trouble;
    trouble.command_key = key();
    trouble.order_key = {2, 0};
    trouble.kind = kind;
    apply(trouble);
  }
  void import() {
    const std::array lines{line(2)};
    Import import;
    import.command_key = key();
    import.order_key = {2, 0};
    import.channel = {1};
    import.zone = {1};
    import.lines = lines;
    apply(import);
  }
  // Order 2 is of so many units, and what was shipped of order 1 is to come back for it.
  void exchange(CreditWhen when, std::uint32_t units = 2) {
    const std::array lines{line(units)};
    Exchange exchange;
    exchange.command_key = key();
    exchange.order_key = {1, 0};
    exchange.return_key = 5;
    exchange.until = now_ + 999'000;
    exchange.credit = when;
    exchange.new_key = {2, 0};
    exchange.lines = lines;
    apply(exchange);
  }
  void take_back(MoneyMinor deduct = 0) {
    ReceiveReturn back;
    back.deduct = deduct;
    back.command_key = key();
    back.return_key = 5;
    back.sku = {1};
    back.node = {1};
    back.quantity = 1;
    apply(back);
  }
  void pay(std::uint64_t order, PaymentKind kind, MoneyMinor amount) {
    RecordPayment payment;
    payment.command_key = key();
    payment.order_key = {order, 0};
    payment.payment_key = {keys_, 0};
    payment.amount = amount;
    payment.kind = kind;
    apply(payment);
  }

  Limits limits_;
  Core core_{limits_};
  Outcome out_{Core::step_events_max(limits_)};
  Watch watch_;
  DefineChannel channel_{.code = *Code::from("C1")};
  std::uint64_t keys_{};
  TimeNs now_{1'000};
};

}  // namespace

void make_rare_moves(std::map<std::string, Moves>& moves, std::map<std::string, Moves>& unclear) {
  for (const auto rare : {&RareMoves::change_in_a_changed_channel,
                          &RareMoves::want_less_while_a_payment_is_pending,
                          &RareMoves::trim_what_is_set_aside_in_part,
                          &RareMoves::trim_while_a_payment_is_pending,
                          &RareMoves::trim_to_what_was_paid,
                          &RareMoves::trim_to_what_is_a_deposit,
                          &RareMoves::turn_away_before_an_exchange,
                          &RareMoves::deliver_before_an_exchange,
                          &RareMoves::turn_away_what_too_little_is_set_aside_for,
                          &RareMoves::pay_late_what_is_asked_back,
                          &RareMoves::take_back_while_a_payment_is_pending,
                          &RareMoves::take_back_for_an_authorised_order,
                          &RareMoves::take_back_for_an_order_that_expired,
                          &RareMoves::wait_in_vain_for_a_deposit,
                          &RareMoves::wait_in_vain_after_a_refund,
                          &RareMoves::take_off_what_was_credited,
                          &RareMoves::undo_before_an_exchange,
                          &RareMoves::credit_what_the_bank_has_taken_back,
                          &RareMoves::credit_what_the_bank_has_taken_back_of_an_authorised_order,
                          &RareMoves::lose_before_an_exchange,
                          &RareMoves::lose_before_an_import,
                          &RareMoves::turn_away_before_an_import,
                          &RareMoves::lose_before_a_split,
                          &RareMoves::turn_away_before_a_split,
                          &RareMoves::deliver_before_a_split,
                          &RareMoves::cancel_before_a_split,
                          &RareMoves::set_money_aside_before_a_split,
                          &RareMoves::split_to_what_is_a_deposit,
                          &RareMoves::cancel_a_line_while_a_payment_is_pending,
                          &RareMoves::trim_to_a_deposit_while_a_payment_is_pending,
                          &RareMoves::confirm_a_part_in_a_changed_channel}) {
    (RareMoves(moves, unclear).*rare)();
  }
}

}  // namespace allot::oracle
