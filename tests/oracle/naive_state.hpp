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

// How often the state went ways that no event tells; nothing is decided by it.
struct WaysGone {
  std::uint64_t stubs_aged{};      // stubs that went with time
  std::uint64_t stubs_pushed{};    // stubs that went for another
  std::uint64_t stubs_named{};     // orders that were refused for a stub
  std::uint64_t surely_new{};      // old sales of which somebody made sure
  std::uint64_t doubts_ended{};    // exceptions of old sales whose key an order has now
  std::uint64_t news_paid{};       // payments that found their order
  std::uint64_t news_ended{};      // cancellations that did
  std::uint64_t news_early{};      // payments among them that were made before it was placed
  std::uint64_t news_both{};       // orders of which both were heard
  std::uint64_t news_stayed{};     // orders that were refused, so that news waits on
  std::uint64_t news_shipped{};    // shipments that found their order
  std::uint64_t news_delivered{};  // deliveries that did
  std::uint64_t news_settled{};    // news whose time was up when its order came, or was named again
  std::uint64_t news_undone{};     // shipments taken back that did
  std::uint64_t news_troubled{};   // deliveries that failed that did
  std::uint64_t lost_found{};      // units that arrived after they were lost
  std::uint64_t turned_taken{};    // or after they were refused at the door
  std::uint64_t turned_lost{};     // units that were lost on the way back
  std::uint64_t turned_home{};     // that came back
  std::uint64_t turned_asked{};    // that did, and were asked for as what had arrived
  std::uint64_t lost_home{};       // units that came back after they were lost
  // Facts that named no line, and were shared out to several of the SKU; and what else is said of
  // numbered lines.
  std::uint64_t shipped_apart{};
  std::uint64_t delivered_apart{};
  std::uint64_t undone_apart{};
  std::uint64_t returned_apart{};
  std::uint64_t picked_apart{};
  std::uint64_t short_apart{};
  std::uint64_t cut_numbered{};     // lines that were cancelled by their number
  std::uint64_t named_anew{};       // lines that a change gave a number, or another date
  std::uint64_t split_up{};         // orders that had too many of a SKU in several lines
  std::uint64_t returns_settled{};  // windows that were over when a return was named
  std::uint64_t undone_held{};      // shipments taken back that the order holds again
  std::uint64_t undone_whole{};     // of orders that are shipped whole, and wait for all then
  std::uint64_t undone_ended{};     // of ended orders, of which nothing has left now
  std::uint64_t ends_untold{};      // commands that came when an end of sale was due and not told
  std::uint64_t lost_held{};        // units of holds that were lost
  std::uint64_t lost_firm{};        // units that were allocated
  std::uint64_t lost_whole{};       // orders that are shipped whole and lost all
  std::uint64_t news_counted{};     // amounts that found their order
  std::uint64_t payments_kept{};    // that were the oldest, of orders that are known
  std::uint64_t payments_gone{};    // that were forgotten for others
  std::uint64_t unpaid_firm{};      // orders that were firm and are held again
  std::uint64_t unpaid_ended{};     // that had ended when the money went
  std::uint64_t unpaid_reviewed{};  // that were held for a review
  std::uint64_t paid_in_parts{};    // orders that were paid by more than one payment
  std::uint64_t duplicate_payments{};
  std::uint64_t offers_reviewed{};      // orders that were served, and have to be reviewed first
  std::uint64_t offers_pending{};       // that had been pending before they were served
  std::uint64_t withdrawn_frozen{};     // offers that were withdrawn while payment was pending
  std::uint64_t grace_frozen{};         // orders that were pending when their pay_by came
  std::uint64_t served_after_grace{};   // lines that have their turn again
  std::uint64_t refused_late{};         // orders that ended in their grace by a late payment
  std::uint64_t approved_waiting{};     // approved, and to be paid when they are served
  std::uint64_t unpaid_waiting{};       // unpaid again, and to be paid when they are served
  std::uint64_t offered_undone{};       // that hold what came back, and had not been served
  std::uint64_t placed_waiting{};       // to be paid when they are served
  std::uint64_t late_kept_out{};        // that had ended, and are not taken again for being late
  std::uint64_t late_in_grace{};        // that had ended, and were paid in their grace
  std::uint64_t authorised_parts{};     // orders that were authorised by more than one amount
  std::uint64_t authorised_anew{};      // that are authorised until another time than they were
  std::uint64_t authorised_ended{};     // that had expired, and were taken again
  std::uint64_t authorised_shipped{};   // that had left and were not paid
  std::uint64_t authorised_back{};      // that had left, and go on
  std::uint64_t authorised_reviewed{};  // that are held for a review
  std::uint64_t authorised_lost{};      // of which captured money went back
  std::uint64_t deposits_paid{};        // orders whose deposit came in
  std::uint64_t deposits_ended{};       // that had expired, and were taken again
  std::uint64_t deposits_shipped{};     // that had left and were not paid
  std::uint64_t deposits_back{};        // that had left, and go on
  std::uint64_t deposits_lost{};        // whose deposit went back
  std::uint64_t deposits_left{};        // that were paid, of which a deposit is left
  std::uint64_t balances_paid{};        // whose balance came in
  std::uint64_t balances_lapsed{};      // whose balance was not paid in time
  std::uint64_t balances_asked{};       // of which something was on the floor then
  std::uint64_t balances_offered{};     // whose window begins since they hold something
  std::uint64_t balances_withdrawn{};   // that hold nothing any more
  std::uint64_t balances_paused{};      // whose window begins when they are approved
  std::uint64_t deposits_kept{};        // whose deposit the shop keeps
  std::uint64_t kept_paid{};            // which are paid after all, and taken again
  std::uint64_t left_with_balance{};    // of which something left while the balance was open
  std::uint64_t voided_parts{};         // parts of what is set aside that were let go
  std::uint64_t voided_others{};        // amounts that other money had taken the place of
  std::uint64_t voided_unpaid{};        // orders that are authorised no more by that
  std::uint64_t authorised_less{};    // amounts of which a part had gone before they were heard of
  std::uint64_t reserves_used{};      // orders firm by what was authorised and not needed before
  std::uint64_t aside_over{};         // amounts whose time was over when the next one came
  std::uint64_t lapsed_waiting{};     // orders that lapsed while lines of them waited
  std::uint64_t captured_aside{};     // captures of a part of what is set aside
  std::uint64_t collected_parts{};    // parts that arrive, and are paid then
  std::uint64_t cut_to_nothing{};     // orders that a cancelled line ended
  std::uint64_t cut_shipped{};        // lines cut of orders that have shipped a part
  std::uint64_t cut_whole{};          // of orders that are shipped whole, and wait
  std::uint64_t cut_paid{};           // of orders that are paid or authorised by it
  std::uint64_t debits_back{};        // debits of caps that were looked at then
  std::uint64_t changed_more{};       // orders that have more lines than before
  std::uint64_t changed_unpaid{};     // that are not paid or authorised any more
  std::uint64_t changed_zone{};       // holds that went back since nothing goes from there
  std::uint64_t changed_reviewed{};   // orders that are held for a review
  std::uint64_t changed_shipped{};    // of which all had left
  std::uint64_t debits_grown{};       // debits of caps that became more
  std::uint64_t debits_added{};       // that came to be
  std::uint64_t excess_back{};        // and excess
  std::uint64_t exceptions_joined{};  // shipments that an open exception took in
  std::uint64_t exceptions_passed{};  // that were solved in the step that would have raised them
  std::uint64_t skus_defined{};       // that facts had named before
  std::uint64_t exceptions_of_stubs{};      // refunds of forgotten orders
  std::uint64_t picked_unreleased{};        // picks of units that the order did not have
  std::uint64_t short_whole{};              // short picks of orders that are shipped whole
  std::uint64_t asked_unpaid{};             // orders that were asked back since they were not paid
  std::uint64_t asked_reviewed{};           // since they were rejected
  std::uint64_t put_back_waiting{};         // units put back that their line could not hold
  std::uint64_t agreed_partly{};            // nodes that agreed while others have to answer
  std::uint64_t picked_shipped{};           // shipments of what was picked
  std::uint64_t picked_freed{};             // units that were picked in vain
  std::uint64_t waves_cut{};                // orders that a wave had no place for
  std::uint64_t waves_passed{};             // that had changed when it was their turn
  std::uint64_t waves_of_carriers{};        // orders that a wave of a carrier took
  std::uint64_t waves_in_part{};            // of which it left what others take
  std::uint64_t waves_in_order{};           // that went before one that was placed earlier
  std::uint64_t packed_unpicked{};          // that were packed, and not picked before
  std::uint64_t packed_shipped{};           // parcels that were shipped by their key
  std::uint64_t parcels_shared{};           // packed to what another order has in the parcel
  std::uint64_t parcels_together{};         // parcels of several orders that left by one command
  std::uint64_t parcels_weighed{};          // that left, and it was known what they weigh
  std::uint64_t packed_freed{};             // units that were packed in vain
  std::uint64_t packed_back{};              // that were packed, and put back
  std::uint64_t promises_ended{};           // neither kept nor breached
  std::uint64_t promises_ended_before{};    // that, and their timer found it first
  std::uint64_t promises_found_late{};      // breached when they ended, before their timer ran
  std::uint64_t promises_late_at_once{};    // that began too late
  std::uint64_t promises_urgent_at_once{};  // that began when somebody was to be warned
  std::uint64_t promises_of_old{};          // kept, and nobody would promise so now
  std::uint64_t promises_over{};            // breached before, and over now
  std::uint64_t promises_moved{};           // of orders that have to leave by another time
  std::uint64_t promises_undelivered{};     // of goods that did not arrive
  std::uint64_t promises_reopened{};        // of orders that had left, and go on
  std::uint64_t feeds_behind{};             // steps that had more to tell than they may
  std::uint64_t feeds_held_back{};     // that told nothing, for an end of sale was to be told first
  std::uint64_t looks_again{};         // looks at all SKUs that were to begin again
  std::uint64_t looks_on{};            // that went on in the next step
  std::uint64_t pictures_on{};         // pictures that did
  std::uint64_t told_claimed{};        // figures less what lines that wait have claimed
  std::uint64_t credit_paid{};         // orders that are paid by a credit
  std::uint64_t credit_part{};         // of which something is to be paid besides
  std::uint64_t credit_held{};         // that wait for it, and may be paid longer
  std::uint64_t credit_came{};         // that are paid by money of another order
  std::uint64_t credit_unpaid{};       // that are not paid any more since goods did not come back
  std::uint64_t credit_unpaid_left{};  // of which something had left
  std::uint64_t credit_gone{};         // that are not, since its money had gone when they came
  std::uint64_t credit_unneeded{};     // whose credit came when nothing was to be paid any more
  std::uint64_t credit_forgotten{};    // that were forgotten before it came
  std::uint64_t credit_of_forgotten{};  // for goods of forgotten orders
  std::uint64_t credit_short{};         // credits that were more than goods that came back brought
  std::uint64_t credit_short_of_money{};  // since their money had gone
  std::uint64_t credit_deducted{};        // of which something was taken off
  std::uint64_t credit_open{};            // for goods of orders that go on
  std::uint64_t exchanged_again{};        // goods of orders that were placed in exchange
  std::uint64_t own_taken{};              // orders that were taken over
  std::uint64_t own_many{};               // of which one order took several
  std::uint64_t own_again{};              // that had taken others over themselves
  std::uint64_t own_beyond{};             // that had more of a cap than it allows now
  std::uint64_t own_waited{};             // in whose place another waits
  std::uint64_t own_shortened{};          // whose limit is the deadline of another
  std::uint64_t own_kept{};               // that might have been, and of which nothing was taken
  std::uint64_t own_told{};               // that only are told
  std::uint64_t own_pending{};            // that are not taken over since their payment is pending
  std::uint64_t own_reviewed{};           // since they are in review
  std::uint64_t own_on_floor{};           // since they are on the floor
  std::uint64_t own_over{};               // since their time is over
  std::uint64_t own_too_few{};            // since they hold too few
  std::uint64_t own_capped{};             // told, since a cap refuses
  std::uint64_t own_paid{};               // that were paid after they had been taken over
  std::uint64_t extended_frozen{};        // holds that last longer while their payment is pending
  std::uint64_t confirmed_part{};         // orders of which a part was paid, and the rest let go
  std::uint64_t confirmed_whole{};        // of which all was named
  std::uint64_t confirmed_sums{};         // that had payments before
  std::uint64_t confirmed_shipped{};      // of which all that was paid had left
  std::uint64_t kept_part{};              // of which a part was paid, and the rest stayed
  std::uint64_t kept_part_paid{};         // that were paid by that
  std::uint64_t trimmed_whole{};          // orders that are shipped whole, and waited
  std::uint64_t trimmed_took{};           // that took some of what they waited for
  std::uint64_t trimmed_firm{};           // that did, and are firm
  std::uint64_t trimmed_paid{};           // that are paid by what is due no more
  std::uint64_t trimmed_shipped{};        // of which all had left
  std::uint64_t merged_joined{};          // lines that another order's were added to
  std::uint64_t merged_waiting{};         // that wait, and went to another order
  std::uint64_t merged_claimed{};         // while their SKU was being dealt out
  std::uint64_t merged_place{};      // orders that wait in the place of one that went into them
  std::uint64_t merged_window{};     // that may be paid no longer than one that did
  std::uint64_t merged_part_paid{};  // that have a part of their money from one
  std::uint64_t merged_debits{};     // debits of one account that became one
  std::uint64_t losers_ended{};  // lines that had nothing to lose any more when it was their turn
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
  std::map<std::uint32_t, NaiveFeed> feeds;  // by channel
  std::uint32_t look{};                      // at all SKUs: the next one; 0: none is under way
  bool look_again{};
  WaysGone gone;
};

}  // namespace allot::oracle
