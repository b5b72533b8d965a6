// The state of the naive engine: maps, vectors and deques, nothing derived, nothing cached.
//
// Whatever the rules call a sum, a queue or "the earliest" is computed from this by a scan when it
// is asked for; a waiting queue, for example, is the set of lines that have `queued` set.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "allot/core/inspection.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/messages/reason.hpp"
#include "naive_rules.hpp"
#include "ways_gone.hpp"

namespace allot::oracle {

struct Lot {
  TimeNs expires_at{};
  Sequence received_sequence{};
  std::int64_t on_hand{};
  std::int64_t available{};
  std::int64_t held{};
  std::int64_t allocated{};
  std::int64_t picked{};
  std::int64_t unavailable{};
  std::int64_t deficit{};
  bool end_told{};  // that its end of sale has come; also of a lot that came too late for it
};

struct LotKey {
  std::uint32_t sku{};
  std::uint32_t node{};
  std::uint64_t lot{};
  friend auto operator<=>(const LotKey&, const LotKey&) = default;
};

struct Channel {
  DefineChannel settings;
  std::set<std::uint32_t> network;
};

struct SkuSet {
  Code code;
  std::set<std::uint32_t> members;
};

// What is counted together: one token's orders in one window of a cap.
struct CapAccount {
  std::uint32_t cap{};  // id
  TimeNs begin{};       // of the window; 0 of one that lasts for ever
  Token token{};
  friend auto operator<=>(const CapAccount&, const CapAccount&) = default;
};

struct CapDebit {
  CapAccount account;
  std::int64_t units{};  // or orders
  bool excess{};         // beyond the cap
};

struct PartKey {
  std::uint32_t node{};
  std::uint64_t lot{};
  friend auto operator<=>(const PartKey&, const PartKey&) = default;
};

// Units off the shelf: where they came from, and the parcel that they lie in, 0 for none.
struct OffShelf {
  std::uint32_t node{};
  std::uint64_t lot{};
  std::uint64_t parcel{};
  [[nodiscard]] PartKey part() const { return {node, lot}; }
  friend auto operator<=>(const OffShelf&, const OffShelf&) = default;
};

struct Line {
  std::uint32_t sku{};
  std::uint32_t number{};  // by which the shop knows it; 0 for none
  TimeNs wanted_at{};      // 0 for no date
  std::int64_t ordered{};
  std::int64_t waiting{};  // of an expired order: for how many it waited then
  std::int64_t refused{};
  MoneyMinor price{};  // 0 where there is a total
  MoneyMinor total{};
  MoneyMinor discount{};
  MoneyMinor tax{};
  std::int64_t shipped{};    // of what was ordered
  std::int64_t beyond{};     // more than that
  std::int64_t delivered{};  // of both
  std::int64_t returned{};   // of both
  // Of both, what did not arrive: it was lost; was not taken in, and comes back; either, and is
  // back.
  std::int64_t lost{};
  std::int64_t turned_away{};
  std::int64_t home{};
  bool queued{};  // an entry for this line stands in the queue of its SKU
  std::map<PartKey, std::int64_t> parts;
  std::map<PartKey, std::int64_t> to_pick;  // of parts
  std::map<OffShelf, std::int64_t> picked;  // not of parts

  // Whether it says more of its money than a price.
  [[nodiscard]] bool says_money() const { return total != 0 || discount != 0 || tax != 0; }
  // Units that left and of which nobody knows yet what became of them.
  [[nodiscard]] std::int64_t on_its_way() const {
    return shipped + beyond - delivered - lost - turned_away - home;
  }
  // Of those, the ones that have not come back either, as though they had arrived.
  [[nodiscard]] std::int64_t still_coming() const {
    return std::min(on_its_way(), shipped + beyond - returned - lost - turned_away);
  }
  [[nodiscard]] std::int64_t taken() const { return sum_of(parts); }
  [[nodiscard]] std::int64_t sum_to_pick() const { return sum_of(to_pick); }
  [[nodiscard]] std::int64_t sum_picked() const { return sum_of(picked); }
  [[nodiscard]] std::int64_t sum_packed() const {
    std::int64_t sum = 0;
    for (const auto& [key, units] : picked) sum += key.parcel != 0 ? units : 0;
    return sum;
  }
  template <class Key>
  [[nodiscard]] static std::int64_t sum_of(const std::map<Key, std::int64_t>& some) {
    std::int64_t sum = 0;
    for (const auto& [key, units] : some) sum += units;
    return sum;
  }
};

enum class Freeze : std::uint8_t { unused = 0, active = 1, used = 2 };

// A payment that was authorised, and counted when it was heard of.
struct Authorised {
  PaymentKey key;
  std::int64_t amount{};
  TimeNs lapses{};
};

// What payments come to, by kind; and of what was captured, what no payment_key names.
struct Sums {
  std::map<PaymentKind, std::int64_t> by_kind;
  std::int64_t unnamed{};
  std::int64_t aside{};           // of what was authorised: what counts and was not captured
  TimeNs lapses{};                // until when that counts; 0: for ever
  std::vector<PaymentKey> parts;  // the payments that aside is of
  std::vector<Authorised> heard;  // those that counted, also as none

  [[nodiscard]] std::int64_t aside_at(TimeNs now) const {
    return lapses == 0 || lapses > now ? aside : 0;
  }
  [[nodiscard]] std::int64_t of(PaymentKind kind) const {
    const auto found = by_kind.find(kind);
    return found == by_kind.end() ? 0 : found->second;
  }
  __extension__ using Wide = __int128;
  [[nodiscard]] Wide gone_back() const {
    return Wide{of(PaymentKind::refunded)} + of(PaymentKind::reversed) +
           of(PaymentKind::charged_back);
  }
  [[nodiscard]] Wide stayed() const { return of(PaymentKind::captured) - gone_back(); }
};

// Whose an order is, by a token of the kind; of nobody the token is 0.
struct Whose {
  std::uint32_t channel{};
  TokenKind kind{};
  Token token{};
  friend bool operator==(const Whose&, const Whose&) = default;
};

struct Order {
  OrderKey key;
  Code number;  // empty where the key alone names it
  Sequence sequence{};
  TimeNs placed_at{};
  std::uint32_t channel{};
  std::uint32_t zone{};
  MoneyMinor value{};
  MoneyMinor discount{};
  MoneyMinor shipping{};
  MoneyMinor shipping_tax{};
  MoneyMinor deposit{};  // that it says itself
  MoneyMinor firm_by{};  // the deposit that made it firm, while it is deposited
  MoneyMinor kept{};     // of its deposit: the shop's since the balance was not paid in time
  MoneyMinor credit{};   // of its value, what is not asked: goods came back for it, or are to
  MoneyMinor given{};    // of that, what was given back for goods that she does not have
  bool tax_included{};
  OrderStatus status{OrderStatus::open};
  Payment payment{Payment::unpaid};
  Review review{Review::clear};
  bool ship_stop{};
  std::uint32_t version{1};
  TimeNs pay_by{};
  TimeNs remind_at{};
  TimeNs review_by{};
  TimeNs frozen_at{};
  std::int64_t granted{};
  std::int64_t
      grace{};  // how long after pay_by it lets go, once that has come; also of an ended one
  Freeze freeze{Freeze::unused};
  std::uint8_t priority{};
  std::uint8_t max_splits{};
  bool ship_complete{};
  bool imported{};
  bool asked_back{};    // it is to end, and a node has to answer first
  std::size_t place{};  // among all orders that are known, from 1
  // placed_at, but of a sale that was made before it was imported, and of an order that waits in
  // the place of one that it took over
  TimeNs sold_at{};
  Whose whose;
  TimeNs own_since{};  // while it is somebody's
  bool was_taken_over{};
  TimeNs ship_by{};
  std::vector<Line> lines;
  std::optional<Sums> sums;      // once a command payment was recorded
  std::vector<CapDebit> debits;  // by cap; an expired order keeps what it would debit again

  [[nodiscard]] bool says_money() const {
    bool says = discount != 0 || shipping != 0 || shipping_tax != 0;
    for (const Line& line : lines) says = says || line.says_money();
    return says;
  }
  [[nodiscard]] bool awaits_payment() const {
    return payment == Payment::unpaid || payment == Payment::pending;
  }
  // Whether something of its money is to come in before its goods leave.
  [[nodiscard]] bool owes_first() const {
    return awaits_payment() || payment == Payment::deposited;
  }
  void end_freeze() {
    freeze = Freeze::used;
    frozen_at = granted = 0;
  }
  [[nodiscard]] MoneyMinor asked() const { return credit < value ? value - credit : 0; }
  // Of times, only the whole seconds rank and are told.
  [[nodiscard]] static std::int64_t second_of(TimeNs time) { return time / 1'000'000'000; }
  [[nodiscard]] bool firm() const { return !awaits_payment() && review == Review::clear; }
  [[nodiscard]] std::int64_t taken() const {
    std::int64_t sum = 0;
    for (const Line& line : lines) sum += line.taken();
    return sum;
  }
  [[nodiscard]] std::int64_t shipped() const {
    std::int64_t sum = 0;
    for (const Line& line : lines) sum += line.shipped;
    return sum;
  }
  [[nodiscard]] bool on_floor() const {
    bool any = false;
    for (const Line& line : lines) any = any || !line.to_pick.empty() || !line.picked.empty();
    return any;
  }
  // Whether what it debited of caps counts.
  [[nodiscard]] bool counts() const { return status == OrderStatus::open || shipped() > 0; }
};

// What two orders are to be of which one was a part of the other, and of which line of that each of
// its lines was.
struct Halves {
  Order rest;
  Order part;
  std::vector<std::size_t> from;
  std::int64_t went{};  // of what was held
};

// What is left of an ended order that is no longer known whole.
struct Stub {
  OrderKey key;
  Sequence sequence{};
  TimeNs placed_at{};
  MoneyMinor value{};
  TimeNs retired_at{};
  OrderStatus status{};
  Payment payment{};
  bool imported{};
};

// An order that went into another, whether it is known still or not.
struct Went {
  Sequence sequence{};
  TimeNs since{};  // when it was sold
  OrderKey into;
  Sequence into_sequence{};
  MoneyMinor open{};   // that was to come in when it went, and has not since
  MoneyMinor asked{};  // that was due then
};

// What was said of goods that left or arrived; 0 says nothing.
struct Goods {
  std::uint32_t sku{};
  std::uint32_t node{};
  std::uint64_t lot{};
  std::int64_t quantity{};
  std::uint64_t tracking{};
  std::uint64_t parcel{};
  std::uint32_t line_number{};

  // Whether a line is what was said.
  [[nodiscard]] bool of(const Line& line) const {
    const bool named = line_number == 0 || line.number == line_number;
    return (sku == 0 || line.sku == sku) && named;
  }
};

// The lines of an order of which something was said, by their index.
template <class Lines>
std::vector<std::size_t> lines_of(const Lines& lines, const Goods& goods) {
  std::vector<std::size_t> named;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (goods.of(lines[i])) named.push_back(i);
  }
  return named;
}

// What was placed for goods that are to come back.
struct NewGoods {
  OrderKey key;
  Sequence sequence{};  // of the new order
  MoneyMinor rest{};    // of its credit
  bool at_once{};
};

// A return that is waited for.
struct ReturnRequest {
  OrderKey order;
  std::uint64_t key{};  // the host's
  Sequence sequence{};
  std::uint32_t sku{};  // 0: all of the order
  std::int64_t quantity{};
  std::int64_t received{};
  ReturnReason why{};
  TimeNs until{};
  std::optional<NewGoods> exchange;
};

// A payment that was recorded.
struct KnownPayment {
  Sequence order_sequence{};  // at which its order was placed
  PaymentKey key;
  PaymentKind kind{};
  MoneyMinor amount{};
};

// What was heard of an order that nobody knows yet.
struct News {
  OrderKey key;
  CommandType command{};
  Sequence sequence{};  // of the command that brought it
  TimeNs paid_at{};
  TimeNs until{};
  Goods goods{};
  UndoneTo to{};  // of a shipment that is taken back

  [[nodiscard]] bool of_goods() const {
    return command == CommandType::ship || command == CommandType::deliver ||
           command == CommandType::ship_undone || command == CommandType::delivery_exception;
  }
  DeliveryTrouble trouble{};  // of a delivery, as is the next
  TimeNs found_out_at{};
  PaymentKey payment_key{};  // of an amount, as are the next two
  PaymentKind kind{};
  MoneyMinor amount{};
  TimeNs lapses{};  // as the command says
};

// The place of an entry in its SKU's queue; smaller is served first.
struct Rank {
  std::uint8_t priority{};
  TimeNs ship_by{};       // 2^63-1 when the order has none
  std::int64_t second{};  // of sold_at
  Sequence sequence{};
  std::uint32_t line{};
  friend auto operator<=>(const Rank&, const Rank&) = default;
};

struct WorkItem {
  enum class Kind : std::uint8_t { expire = 1, serve = 2, serve_all = 3, lose = 4, wave = 5 };
  Kind kind{};
  std::uint32_t
      sku{};  // of serve; the next one of serve_all; the next place of lose and wave, 0 for none
  std::optional<Rank> cursor;
  bool again{};  // of serve and lose: at the end it begins again
};

// Orders that go to the floor together.
struct NaiveWave {
  ReleaseWave asked;
  std::vector<Rank> found;  // in no order
  std::uint32_t released{};
  std::uint32_t passed_over{};
};

// A line that was found to hold from a lot that loses.
struct Loser {
  Rank rank;
  bool firm{};  // when it was found, or looked at last
};

// What somebody has to look after.
struct OpenException {
  std::uint32_t number{};
  ExceptionKind kind{};
  Reason reason{};
  OrderKey key;
  Sequence order_sequence{};
  std::uint32_t sku{};
  std::int64_t units{};
  std::int64_t amount{};
  Sequence sequence{};
  TimeNs raised_at{};
  TimeNs due_at{};
  bool overdue{};
  Token owner{};
};

struct ExceptionRule {
  bool kept{};
  std::int64_t within{};
};

// What a channel promises of one kind, and how that went.
struct NaiveLevel {
  bool promised{};
  std::int64_t within{};
  std::int64_t warn_before{};
  std::uint64_t begun{};
  std::uint64_t warned{};
  std::uint64_t kept{};
  std::uint64_t breached{};
  std::uint64_t in_time{};  // parcels
  std::uint64_t late{};
};

// What was promised of an order.
struct NaivePromise {
  OrderKey key;
  ServiceKind kind{};
  std::uint32_t sku{};  // of a return; 0: all of the order
  std::uint32_t channel{};
  Sequence order_sequence{};  // 0 of a return
  Sequence sequence{};        // of the step in which it began
  TimeNs began{};
  TimeNs warn_at{};  // 0: nobody is to be warned
  TimeNs due{};
  std::int64_t within{};  // of its level when it began
  bool warned{};
  bool breached{};

  [[nodiscard]] TimeNs timer() const { return warn_at != 0 ? warn_at : due; }
};

// What a channel was told of a SKU.
struct NaiveTold {
  std::int64_t units{};
  Sequence sequence{};
};

struct NaiveFeed {
  FeedTells tells{};
  std::uint32_t picture{};  // the next SKU of it; 0: none is under way
  std::map<std::uint32_t, NaiveTold> told;
};

struct RememberedCommand {
  CommandKey key;
  Sequence sequence{};
  Reason reason{};
  std::uint64_t body_hash{};
};

struct Attempt {
  TimeNs time{};
  Token customer{};
};

struct ListEntry {
  std::uint8_t list{};
  std::uint8_t kind{};
  Token token{};
  friend auto operator<=>(const ListEntry&, const ListEntry&) = default;
};

struct State {
  Limits limits;
  int version{};
  TimeNs now{};
  Sequence last_sequence{};
  SetRiskLimits risk;
  std::vector<DefineSku>
      skus;  // the id is the index plus 1, here and in the next three, and of sku_sets
  std::vector<DefineNode> nodes;
  std::vector<DefineZone> zones;
  std::vector<DefineCarrier> carriers;
  std::vector<Channel> channels;
  std::map<std::pair<std::uint32_t, std::uint32_t>, DefineLane> lanes;  // (node, zone)
  std::set<ListEntry> lists;
  std::vector<SkuSet> sku_sets;
  std::vector<DefineCap> caps;  // the id is the index plus 1
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> safety;  // (sku, node)
  std::map<LotKey, Lot> lots;
  std::map<Sequence, Order> open;
  std::deque<Order> closed;            // oldest first
  std::deque<Stub> stubs;              // oldest first
  std::vector<Went> went;              // in the order in which they did
  std::set<TimeNs> forgotten_at;       // when orders were sold of which not even a stub is there
  std::deque<News> news;               // oldest first
  std::vector<ReturnRequest> returns;  // oldest first
  std::deque<KnownPayment> payments;   // oldest first
  std::deque<RememberedCommand> keys;  // oldest first
  std::deque<Attempt> attempts;        // oldest first
  std::deque<WorkItem> work;
  // What orders that were shipped and are forgotten debited, in windows that were not over.
  std::map<CapAccount, std::pair<std::int64_t, std::int64_t>> spent;
  std::vector<Loser> losers;  // in no order
  std::optional<NaiveWave> wave;
  std::map<std::uint64_t, std::uint32_t> weights;  // of parcels in which anything lies, in grams
  std::vector<std::size_t> places_left;  // by orders that were forgotten, the last one at the end
  std::size_t places{};                  // that were ever taken
  std::int64_t holds_asked_for{};  // the fewest that a line which was passed over wants; 0: none
  std::set<std::uint32_t> named;   // SKUs that are not defined
  std::map<ExceptionKind, ExceptionRule> rules;
  std::vector<OpenException> exceptions;  // by number
  std::uint32_t exceptions_raised{};
  std::uint64_t exceptions_missed{};
  std::map<std::pair<std::uint32_t, ServiceKind>, NaiveLevel> levels;  // by channel
  std::vector<NaivePromise> promises;  // that run, in the order in which they began
  std::uint64_t promises_missed{};
  bool ever_promised{};
  std::set<std::pair<TimeNs, LotKey>> margin_timers;  // that run: the margin, and whose end
  std::map<std::uint32_t, NaiveFeed> feeds;           // by channel
  std::uint32_t look{};  // at all SKUs: the next one; 0: none is under way
  bool look_again{};
  NaiveRules rule_sets;
  WaysGone gone;
};

}  // namespace allot::oracle
