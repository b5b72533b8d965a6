// docs/states.md says which commands move what; random commands have to do just that.
//
// Each row of its tables is (what, from, to, by). What a run of random commands does that no row
// says is a fault of the page, and so is a row that no run ever does. Before each command all that
// is due is done, so that what a timer does is not taken for what the command did.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/order_state.hpp"
#include "allot/messages/outcome.hpp"
#include "generator/command_generator.hpp"

namespace allot::oracle {
namespace {

using Move = std::tuple<std::string, std::string, std::string>;  // from, to, by
using Moves = std::set<Move>;

struct Page {
  std::map<std::string, Moves> tables;  // by the word in the heading's last place
  std::string text;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line.substr(1));
  for (std::string cell; std::getline(in, cell, '|');) {
    const auto from = cell.find_first_not_of(' ');
    const auto to = cell.find_last_not_of(' ');
    cells.push_back(from == std::string::npos ? "" : cell.substr(from, to - from + 1));
  }
  return cells;
}

// Names in backticks, apart by commas.
std::vector<std::string> names_in(const std::string& cell) {
  std::vector<std::string> names;
  for (std::size_t at = cell.find('`'); at != std::string::npos; at = cell.find('`', at)) {
    const std::size_t end = cell.find('`', at + 1);
    names.push_back(cell.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return names;
}

// The tables whose head is "| from | to | by |", each under a heading.
Page read_page() {
  Page page;
  std::ifstream file(std::string(ALLOT_SOURCE_DIRECTORY) + "/docs/states.md");
  std::string heading;
  bool in_table = false;
  for (std::string line; std::getline(file, line);) {
    page.text += line + '\n';
    if (line.starts_with("## ")) heading = line.substr(3);
    if (line.starts_with("| from | to | by |")) {
      in_table = true;
      continue;
    }
    if (!line.starts_with("|")) in_table = false;
    if (!in_table || line.starts_with("|--")) continue;
    const std::vector<std::string> cells = cells_of(line);
    for (const std::string& by : names_in(cells.at(2))) {
      page.tables[heading].insert({cells.at(0), cells.at(1), by});
    }
  }
  return page;
}

// Where the units of a line are; each unit is in one of these.
constexpr std::array<std::string_view, 9> places{
    "new", "waiting", "held", "allocated", "picked", "packed", "shipped", "refused", "given back"};
using Units = std::array<std::int64_t, places.size()>;

// Where the units of a line are that have left, and those that have not.
constexpr std::array<std::string_view, 6> ways_gone{"not left", "on its way", "delivered",
                                                    "lost",     "refused",    "back"};
using Left = std::array<std::int64_t, ways_gone.size()>;

Left left_of(const LineInspection& line) {
  Left left{};
  left[2] = static_cast<std::int64_t>(line.delivered);
  left[3] = line.lost;
  left[4] = line.turned_away;
  left[5] = line.home;
  const auto sent = static_cast<std::int64_t>(line.shipped + line.shipped_beyond);
  left[1] = sent - std::accumulate(left.begin(), left.end(), std::int64_t{});
  left[0] = -sent;  // as many as it takes
  return left;
}

struct Seen {
  std::string status{"new"};
  std::string payment{"new"};
  std::string review{"new"};
  std::vector<Units> lines;
  std::vector<Left> left;
};

bool is_firm(const OrderInspection& order) {
  return order.payment != Payment::unpaid && order.payment != Payment::pending &&
         order.review == Review::clear;
}

Seen seen_of(const OrderInspection& order) {
  Seen seen;
  seen.status = enum_names<OrderStatus>[static_cast<std::size_t>(order.status)];
  seen.payment = enum_names<Payment>[static_cast<std::size_t>(order.payment)];
  seen.review = enum_names<Review>[static_cast<std::size_t>(order.review)];
  if (order.asked_back) seen.status = "asked back";
  for (const LineInspection& line : order.lines) {
    Units units{};
    units[1] = line.waiting;
    units[is_firm(order) ? 3 : 2] = line.held;
    units[4] = line.picked;
    units[5] = line.packed;
    units[6] = line.shipped;
    units[7] = line.refused;
    units[8] = line.ordered;
    for (std::size_t place = 1; place < 8; ++place) units[8] -= units[place];
    seen.lines.push_back(units);
    seen.left.push_back(left_of(line));
  }
  return seen;
}

class Watch {
 public:
  explicit Watch(std::map<std::string, Moves>& moves, std::map<std::string, Moves>& unclear)
      : moves_(moves), unclear_(unclear) {}

  void step(const Core& core, std::span<const Event> events, const std::string& by) {
    std::set<std::pair<std::uint64_t, std::uint64_t>> named;
    for (const Event& event : events) {
      watch_return(event, by);
      if (event.order_key.present()) named.insert({event.order_key.low, event.order_key.high});
    }
    for (const auto& [low, high] : named) {
      const auto order = core.find_order({low, high});
      if (!order) {
        known_.erase({low, high});
        continue;
      }
      Seen& before = known_[{low, high}];
      Seen after = seen_of(*order);
      if (sequences_[{low, high}] != order->sequence) before = {};
      sequences_[{low, high}] = order->sequence;
      add("Orders", before.status, after.status, by);
      add("Payments", before.payment, after.payment, by);
      add("Reviews", before.review, after.review, by);
      before.lines.resize(after.lines.size());
      for (std::size_t i = 0; i < after.lines.size(); ++i) {
        if (before.status == "new") before.lines[i] = {std::int64_t{order->lines[i].ordered}};
        watch_line(before.lines[i], after.lines[i], by);
      }
      before.left.resize(after.left.size());
      for (std::size_t i = 0; i < after.left.size(); ++i) {
        watch_moves("Deliveries", ways_gone, before.left[i], after.left[i], by);
      }
      before = after;
    }
  }

 private:
  void add(const std::string& table, const std::string& from, const std::string& to,
           const std::string& by) {
    if (from != to) moves_[table].insert({from, to, by});
  }
  // What a line is to have more than before is new, and what it is to have less is given back.
  void watch_line(Units before, Units after, const std::string& by) {
    const auto sum = [](const Units& units) {
      return std::accumulate(units.begin(), units.end(), std::int64_t{});
    };
    const std::int64_t more_ordered = sum(after) - sum(before);
    before.front() += std::max<std::int64_t>(0, more_ordered);
    after.back() += std::max<std::int64_t>(0, -more_ordered);
    watch_moves("Lines", places, before, after, by);
  }
  template <std::size_t count>
  void watch_moves(const std::string& table, const std::array<std::string_view, count>& names,
                   const std::array<std::int64_t, count>& before,
                   const std::array<std::int64_t, count>& after, const std::string& by) {
    std::vector<std::string> fewer;
    std::vector<std::string> more;
    for (std::size_t i = 0; i < count; ++i) {
      if (after[i] < before[i]) fewer.emplace_back(names[i]);
      if (after[i] > before[i]) more.emplace_back(names[i]);
    }
    auto& moves = fewer.size() <= 1 && more.size() <= 1 ? moves_ : unclear_;
    for (const std::string& from : fewer) {
      for (const std::string& to : more) moves[table].insert({from, to, by});
    }
  }
  void watch_return(const Event& event, const std::string& by) {
    if (event.type == EventType::return_requested) add("Returns", "new", "requested", by);
    if (event.type == EventType::return_completed) add("Returns", "requested", "completed", by);
    if (event.type == EventType::return_lapsed) add("Returns", "requested", "lapsed", by);
  }

  std::map<std::string, Moves>& moves_;
  std::map<std::string, Moves>& unclear_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Seen> known_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Sequence> sequences_;
};

std::string row(const Move& move) {
  const auto& [from, to, by] = move;
  return "| " + from + " | " + to + " | `" + by + "` |\n";
}

void run(std::uint64_t seed, std::map<std::string, Moves>& moves,
         std::map<std::string, Moves>& unclear, std::size_t& commands) {
  generator::CommandGenerator source(seed);
  Core core(source.limits());
  Outcome out(Core::step_events_max(source.limits()));
  Watch watch(moves, unclear);
  const auto apply = [&](Sequenced in, const std::string& by) {
    in.sequence = core.last_sequence() + 1;
    core.apply(in, out);
    watch.step(core, out.events(), by);
    source.observe(out.events());
  };
  for (std::uint32_t i = 0; i < source.profile().commands; ++i, ++commands) {
    const Sequenced in = source.next();
    // A step may do one unit of work, of which there may be some for each line, hold and order.
    for (int idle = 0; i > 0 && core.work_due(in.time) && idle < 2'000'000; ++idle) {
      apply({.time = in.time, .command = Advance{}}, "time");
    }
    ASSERT_FALSE(i > 0 && core.work_due(in.time)) << "what is due is not done, of seed " << seed;
    const CommandType type = command_type(in.command);
    const bool idles = type == CommandType::tick || type == CommandType::advance;
    apply(in, idles ? "time" : std::string(command_name(type)));
  }
}

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
  // What an order is to be credited is not there any more when the goods come back for it.
  void credit_what_the_bank_has_taken_back() {
    sell_and_ship();
    exchange(CreditWhen::at_once);
    pay(2, PaymentKind::authorised, 100);
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
    watch_.step(core_, out_.events(), std::string(command_name(command_type(command))));
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
  // Order 2 is of two units, and what was shipped of order 1 is to come back for it.
  void exchange(CreditWhen when) {
    const std::array lines{line(2)};
    Exchange exchange;
    exchange.command_key = key();
    exchange.order_key = {1, 0};
    exchange.return_key = 5;
    exchange.until = 1'000'000;
    exchange.credit = when;
    exchange.new_key = {2, 0};
    exchange.lines = lines;
    apply(exchange);
  }
  void take_back() {
    ReceiveReturn back;
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

bool is_of_the_floor(std::uint64_t seed) {
  const generator::CommandGenerator source(seed);
  return source.profile().weights[static_cast<std::size_t>(generator::Kind::release_order)] >= 120;
}

TEST(States, AreMovedAsThePageSays) {
  const Page page = read_page();
  std::map<std::string, Moves> moves;
  std::map<std::string, Moves> unclear;
  generator::RandomSource seeds(46'47);
  // Then come runs that are busy on the floor, where what is rare happens.
  constexpr std::size_t of_all_kinds = 8'000'000;
#ifdef ALLOT_SANITIZED
  // A sanitizer takes twenty times as long: the first of these runs are looked at there, and that
  // all of the page happens by builds without one.
  constexpr std::size_t least = 120'000;
  constexpr bool all_happens = false;
#else
  constexpr std::size_t least = 14'400'000;
  constexpr bool all_happens = true;
#endif
  for (std::size_t commands = 0; commands < least;) {
    const std::uint64_t seed = seeds.next();
    if (commands < of_all_kinds || is_of_the_floor(seed)) {
      ASSERT_NO_FATAL_FAILURE(run(seed, moves, unclear, commands));
    }
  }
  for (const auto rare : {&RareMoves::change_in_a_changed_channel,
                          &RareMoves::want_less_while_a_payment_is_pending,
                          &RareMoves::trim_what_is_set_aside_in_part,
                          &RareMoves::trim_while_a_payment_is_pending,
                          &RareMoves::trim_to_what_is_a_deposit,
                          &RareMoves::turn_away_before_an_exchange,
                          &RareMoves::deliver_before_an_exchange,
                          &RareMoves::pay_late_what_is_asked_back,
                          &RareMoves::take_back_while_a_payment_is_pending,
                          &RareMoves::credit_what_the_bank_has_taken_back,
                          &RareMoves::lose_before_an_exchange,
                          &RareMoves::lose_before_an_import,
                          &RareMoves::turn_away_before_an_import,
                          &RareMoves::lose_before_a_split,
                          &RareMoves::turn_away_before_a_split,
                          &RareMoves::deliver_before_a_split,
                          &RareMoves::cancel_before_a_split,
                          &RareMoves::split_to_what_is_a_deposit,
                          &RareMoves::cancel_a_line_while_a_payment_is_pending,
                          &RareMoves::trim_to_a_deposit_while_a_payment_is_pending,
                          &RareMoves::confirm_a_part_in_a_changed_channel}) {
    (RareMoves(moves, unclear).*rare)();
    ASSERT_FALSE(HasFailure());
  }
  for (const auto& [table, seen] : moves) {
    const auto found = page.tables.find(table);
    const Moves said = found == page.tables.end() ? Moves{} : found->second;
    std::string missing;
    for (const Move& move : seen) missing += said.contains(move) ? "" : row(move);
    EXPECT_EQ(missing, "") << "happens, and docs/states.md does not say it under " << table;
    std::string never;
    for (const Move& move : all_happens ? said : Moves{}) {
      never += seen.contains(move) || unclear[table].contains(move) ? "" : row(move);
    }
    EXPECT_EQ(never, "") << "docs/states.md says it under " << table << ", and it never happens";
  }
  // What moved at once has to be made of moves that the page says.
  for (const auto& [table, at_once] : unclear) {
    const Moves& said = page.tables.at(table);
    const auto any = [&said](auto is) { return std::ranges::any_of(said, is); };
    for (const auto& [from, to, by] : at_once) {
      EXPECT_TRUE(any([&, f = from, b = by](const Move& m) {
        return std::get<0>(m) == f && std::get<2>(m) == b;
      })) << from
          << " by " << by;
      EXPECT_TRUE(any([&, t = to, b = by](const Move& m) {
        return std::get<1>(m) == t && std::get<2>(m) == b;
      })) << to
          << " by " << by;
    }
  }
}

// Each state of a table is in the picture above it.
TEST(States, AreInThePictures) {
  const Page page = read_page();
  for (const auto& [table, moves] : page.tables) {
    const std::size_t from = page.text.find("## " + table);
    const std::size_t to = page.text.find("| from | to | by |", from);
    const std::string picture = page.text.substr(from, to - from);
    for (const auto& [before, after, by] : moves) {
      EXPECT_NE(picture.find(before), std::string::npos) << before << " of " << table;
      EXPECT_NE(picture.find(after), std::string::npos) << after << " of " << table;
    }
  }
}

}  // namespace
}  // namespace allot::oracle
