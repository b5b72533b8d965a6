// What can be read out of a state by tools: copies, for cold use.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/order_state.hpp"
#include "allot/messages/reason.hpp"
#include "allot/sourcing/sourcing_trace.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// The result of a full scan over every lot and line.
struct Conservation {
  bool holds{true};
  std::uint64_t lots{};
  std::uint64_t lines{};
  std::uint64_t oversold_units{};  // promised units that the books do not have
  std::uint64_t on_hand{};
  std::uint64_t available{};
  std::uint64_t held{};
  std::uint64_t allocated{};
  std::uint64_t picked{};
  std::uint64_t unavailable{};
  std::uint64_t deficit{};
  std::uint64_t waiting{};
  std::string fault;  // the first thing that does not add up, empty when all does
};

struct HoldInspection {
  NodeId node;
  std::uint64_t lot{};
  std::uint32_t quantity{};
};

struct LineInspection {
  SkuId sku;
  LineState state{};
  std::uint16_t line_number{};  // by which the shop knows it, 0: none
  // held + picked + packed + waiting + shipped + refused, while the order is open
  std::uint32_t ordered{};
  std::uint32_t held{};     // the sum over `holds`
  std::uint32_t to_pick{};  // of that, what was released
  std::uint32_t picked{};   // and in no parcel
  std::uint32_t packed{};
  std::uint32_t waiting{};
  std::uint32_t refused{};
  std::uint32_t shipped{};         // of what was ordered
  std::uint64_t shipped_beyond{};  // more than that
  std::uint64_t delivered{};
  std::uint64_t returned{};
  std::uint32_t lost{};         // on the way
  std::uint32_t turned_away{};  // at the door, and not back yet
  std::uint32_t home{};         // at the door or lost, and back
  MoneyMinor price{};           // of one unit; 0 where there is a total
  MoneyMinor total{};           // of all units
  MoneyMinor discount{};        // taken off that
  MoneyMinor tax{};
  TimeNs wanted_at{};  // when the customer wants it, 0: no date
  std::vector<HoldInspection> holds;
};

// What a channel can have of a SKU now.
struct AvailableInspection {
  SkuId sku;
  Sequence as_of{};           // the last command that this takes in
  std::uint64_t can_have{};   // by one order, if it may take from all of the nodes
  bool claimed{};             // what came back goes to lines that wait first; `at` counts it all
  std::vector<NodeUnits> at;  // units beyond the greater of both safety stocks, by node
};

// An account of a purchase cap. Counts are units or orders, as the cap says.
struct CapInspection {
  TimeNs window_begin{};  // of its window, and the end; both 0 when that lasts for ever
  TimeNs window_end{};
  std::uint32_t at_most{};  // of the cap, now
  std::uint32_t debited{};
  std::uint32_t left{};
  std::uint64_t excess{};  // beyond the cap, by sales that were made elsewhere
};

// What an order debited of an account; of an expired one, what it would debit again.
struct CapDebitInspection {
  CapId cap;
  Token token{};
  TimeNs window_begin{};
  std::uint32_t units{};  // or orders
  bool excess{};
};

// What the payments of an order come to: of one of which no command payment was recorded, what
// follows from whether it is paid.
struct PaymentsInspection {
  MoneyMinor authorised{};
  MoneyMinor captured{};
  MoneyMinor refunded{};
  MoneyMinor reversed{};
  MoneyMinor charged_back{};
  MoneyMinor open{};        // due, and not there; at most 2^63-1
  MoneyMinor refund_due{};  // there, and not due
  MoneyMinor credit{};      // of its value, what is not asked: goods came back for it, or are to
  bool recorded{};          // by a command payment
};

// An order that goes on, or has ended and is remembered: `status` says how.
struct OrderInspection {
  OrderKey order_key;
  std::string order_number;  // as it was given; empty where the order was named by its key
  Sequence as_of{};          // the last command that this takes in
  Sequence sequence{};       // of the command that placed it
  ChannelId channel;
  ZoneId zone;
  MoneyMinor value{};     // what is due for it
  MoneyMinor discount{};  // of the order, beside what is taken off lines
  MoneyMinor shipping{};
  MoneyMinor shipping_tax{};
  bool tax_included{};  // prices and shipping have their tax in them
  PaymentsInspection payments;
  OrderStatus status{};
  Payment payment{};
  Review review{};
  bool ship_stop{};
  std::uint32_t version{};
  TimeNs pay_by{};
  TimeNs remind_at{};
  TimeNs review_by{};
  TimeNs ship_by{};
  TimeNs sold_at{};  // when it was placed, or an imported sale made, in whole seconds
  bool ship_complete{};
  bool imported{};
  bool asked_back{};           // it is to end, and a node has to answer first
  OrderKey merged_into;        // the order in which it is now; absent where it went into none
  Sequence merged_sequence{};  // of the command that placed that one; 0 likewise
  std::vector<LineInspection> lines;
  std::vector<CapDebitInspection> cap_debits;
};

// What is left of an order that ended and is no longer known whole.
struct StubInspection {
  OrderKey order_key;
  Sequence as_of{};     // the last command that this takes in
  Sequence sequence{};  // of the command that placed it
  MoneyMinor value{};
  OrderStatus status{};  // how it ended
  Payment payment{};     // paid also where one heard of the payment after it was forgotten
  bool imported{};
  TimeNs retired_at{};         // since when no more is known
  OrderKey merged_into;        // the order in which it is now; absent where it went into none
  Sequence merged_sequence{};  // of the command that placed that one; 0 likewise
};

// Something that somebody has to look after, and that is open.
struct ExceptionInspection {
  ExceptionId number;
  ExceptionKind kind{};
  Reason reason{};     // what is wrong
  OrderKey order_key;  // absent where nobody knows
  SkuId sku;           // absent where it is of none, or of several
  std::uint32_t units{};
  MoneyMinor amount{};
  Sequence sequence{};  // of the command in whose step it was raised
  TimeNs raised_at{};
  TimeNs due_at{};  // 0: without a deadline
  bool overdue{};   // its deadline has come, and that was told
  Token owner{};    // 0: nobody
};

// A promise that runs: it is to be kept, or was not and its goods have not left.
struct PromiseInspection {
  OrderKey order_key;
  ServiceKind kind{};
  SkuId sku;  // of a return: what is to come back; absent where it is all of the order
  ChannelId channel;
  Sequence sequence{};  // of the command in whose step it began
  TimeNs began_at{};
  TimeNs due_at{};
  bool warned{};
  bool breached{};
};

// What a channel promises of one kind, and how that went. Those that began and are neither kept nor
// breached run, or ended without: nobody waited for it any more.
struct ServiceInspection {
  ChannelId channel;
  ServiceKind kind{};
  bool promised{};  // of orders from now on
  std::int64_t within_ns{};
  std::int64_t warn_before_ns{};
  std::uint64_t begun{};
  std::uint64_t warned{};
  std::uint64_t kept{};
  std::uint64_t breached{};
  std::uint64_t in_time{};  // parcels that left before they had to
  std::uint64_t late{};     // that left then, or later
};

// A channel that has a feed, or had one.
struct FeedInspection {
  ChannelId channel;
  FeedTells tells{};
  bool pictures{};  // the picture of all SKUs that it is told first is not complete yet
};

// What a channel was told last of a SKU.
struct ToldInspection {
  SkuId sku;
  std::uint32_t for_sale{};
  Sequence version{};  // of the command in whose step it was told
};

// News that waits for an order which nobody knows yet.
struct NewsInspection {
  CommandType command{};  // the one that brought it, such as cancel
  Sequence sequence{};    // of the command that brought it
  TimeNs paid_at{};       // of a payment
  TimeNs until{};         // when it has waited in vain
};

}  // namespace allot
