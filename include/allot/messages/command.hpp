// What a host can ask for or report: one struct per command, one variant over them.
//
// Each struct names its fields once, in `fields`; the log record, the JSON form, the documentation
// check and the test generator are all made from that one list. Requests can be refused; facts
// (import, receive, adjust, confirm_payment, payment_pending, fail_payment) are recorded and
// refused only when malformed. What each does, in which order, and every reason: docs/rules.md.
//
// Ownership: `lines` in Place and Import is borrowed; it must live until submit() returns.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>

#include "allot/messages/limits.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// What happens to goods that cannot be taken now.
enum class Shortage : std::uint8_t {
  by_order = 0,      // on a line: as the order says; on an order: refuse_order
  refuse_order = 1,  // the whole order is refused
  refuse_line = 2,   // the line is dropped, the rest goes on
  backorder = 3,     // what is missing waits for stock
};

enum class SourcingPolicy : std::uint8_t { cheapest = 0, fewest_parcels = 1, node_priority = 2 };
enum class ListKind : std::uint8_t { block = 0, allow = 1 };
enum class ReviewOutcome : std::uint8_t { reject = 0, approve = 1 };

// Which of an order's tokens an entry of a list or a counter speaks of.
enum class TokenKind : std::uint8_t {
  customer = 0,
  device = 1,
  card = 2,
  address = 3,
  phone = 4,
  recipient = 5,
};
inline constexpr std::uint32_t token_kinds = 6;

struct OrderLine {
  SkuId sku;
  std::uint32_t quantity{};  // units, 1 to 2^31-1
  MoneyMinor price{};        // of one unit, minor units, >= 0
  Shortage shortage{Shortage::by_order};

  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("sku", self.sku);
    visit("quantity", self.quantity);
    visit("price", self.price);
    visit("shortage", self.shortage);
  }
  friend bool operator==(const OrderLine&, const OrderLine&) noexcept = default;
};

// The first record of every log: the sizes the engine was started with.
struct Start {
  static constexpr std::string_view name = "start";
  Limits limits;
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    Limits::fields(self.limits, visit);
  }
};

// Adds a SKU, or changes the one with this code. Price 0: no list price, no price band.
struct DefineSku {
  static constexpr std::string_view name = "sku";
  CommandKey command_key;
  Code code;
  MoneyMinor list_price{};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("code", self.code);
    visit("list_price", self.list_price);
  }
};

// Adds a node, or changes the one with this code. Lower priority is preferred.
struct DefineNode {
  static constexpr std::string_view name = "node";
  CommandKey command_key;
  Code code;
  std::uint32_t priority{};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("code", self.code);
    visit("priority", self.priority);
  }
};

struct DefineZone {
  static constexpr std::string_view name = "zone";
  CommandKey command_key;
  Code code;
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("code", self.code);
  }
};

// Adds a channel, or changes the one with this code. Its network starts empty: see DefineNetwork.
struct DefineChannel {
  static constexpr std::string_view name = "channel";
  CommandKey command_key;
  Code code;
  std::int64_t hold_ttl_ns{};       // payment window, > 0 unless cash_on_delivery
  std::int64_t remind_before_ns{};  // reminder this long before pay_by; 0 = none
  std::int64_t pending_ttl_ns{};    // longest that payment_pending freezes pay_by
  std::int64_t review_ttl_ns{};     // review window, > 0
  std::uint32_t safety_stock{};     // units of each SKU at each node that this channel leaves
  SourcingPolicy policy{SourcingPolicy::cheapest};
  ReviewOutcome review_outcome{ReviewOutcome::reject};  // what the review deadline decides
  bool cash_on_delivery{};
  bool review_pauses_payment{};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("code", self.code);
    visit("hold_ttl_ns", self.hold_ttl_ns);
    visit("remind_before_ns", self.remind_before_ns);
    visit("pending_ttl_ns", self.pending_ttl_ns);
    visit("review_ttl_ns", self.review_ttl_ns);
    visit("safety_stock", self.safety_stock);
    visit("policy", self.policy);
    visit("review_outcome", self.review_outcome);
    visit("cash_on_delivery", self.cash_on_delivery);
    visit("review_pauses_payment", self.review_pauses_payment);
  }
};

// Adds a node to a channel's network, or takes it out.
struct DefineNetwork {
  static constexpr std::string_view name = "network";
  CommandKey command_key;
  ChannelId channel;
  NodeId node;
  bool serves{true};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("channel", self.channel);
    visit("node", self.node);
    visit("serves", self.serves);
  }
};

// How goods get from a node to a zone, and what that costs.
struct DefineLane {
  static constexpr std::string_view name = "lane";
  CommandKey command_key;
  NodeId node;
  ZoneId zone;
  MoneyMinor parcel_cost{};  // of one parcel, 0 to 10^12
  MoneyMinor unit_cost{};    // of one unit in it, 0 to 10^9
  std::int64_t transit_ns{};
  bool serviceable{true};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("node", self.node);
    visit("zone", self.zone);
    visit("parcel_cost", self.parcel_cost);
    visit("unit_cost", self.unit_cost);
    visit("transit_ns", self.transit_ns);
    visit("serviceable", self.serviceable);
  }
};

// Puts a token on the block or allow list, or takes it off.
struct SetList {
  static constexpr std::string_view name = "list";
  CommandKey command_key;
  ListKind list{ListKind::block};
  TokenKind kind{TokenKind::customer};
  Token token{};
  bool present{true};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("list", self.list);
    visit("kind", self.kind);
    visit("token", self.token);
    visit("present", self.present);
  }
};

// Risk limits; each replaces the last whole set. 0 switches a limit off.
struct SetRiskLimits {
  static constexpr std::string_view name = "risk_limits";
  CommandKey command_key;
  MoneyMinor order_value_max{};
  std::uint32_t line_quantity_max{};
  std::uint32_t price_low_bp{};    // least price, basis points (1/10,000) of the list price
  std::uint32_t price_high_bp{};   // greatest price, basis points of the list price
  std::uint32_t velocity_count{};  // most attempts of one customer inside the window
  std::int64_t velocity_window_ns{};
  MoneyMinor review_value_min{};  // orders of at least this value are reviewed
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_value_max", self.order_value_max);
    visit("line_quantity_max", self.line_quantity_max);
    visit("price_low_bp", self.price_low_bp);
    visit("price_high_bp", self.price_high_bp);
    visit("velocity_count", self.velocity_count);
    visit("velocity_window_ns", self.velocity_window_ns);
    visit("review_value_min", self.review_value_min);
  }
};

// Fact: goods came in. Lot 0 is the lot of goods that nobody tracks.
struct Receive {
  static constexpr std::string_view name = "receive";
  CommandKey command_key;
  SkuId sku;
  NodeId node;
  std::uint64_t lot{};
  std::uint32_t quantity{};
  TimeNs expires_at{};  // 0 = never
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("sku", self.sku);
    visit("node", self.node);
    visit("lot", self.lot);
    visit("quantity", self.quantity);
    visit("expires_at", self.expires_at);
  }
};

// Fact: a count found more or fewer units than the books say.
struct Adjust {
  static constexpr std::string_view name = "adjust";
  CommandKey command_key;
  SkuId sku;
  NodeId node;
  std::uint64_t lot{};
  std::int32_t delta{};  // units, not 0
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("sku", self.sku);
    visit("node", self.node);
    visit("lot", self.lot);
    visit("delta", self.delta);
  }
};

// Units of a SKU at a node that are withheld from sale.
struct SetSafetyStock {
  static constexpr std::string_view name = "safety_stock";
  CommandKey command_key;
  SkuId sku;
  NodeId node;
  std::uint32_t quantity{};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("sku", self.sku);
    visit("node", self.node);
    visit("quantity", self.quantity);
  }
};

struct OrderTokens {
  Token customer{};
  Token device{};
  Token card{};
  Token address{};
  Token phone{};
  Token recipient{};

  friend bool operator==(const OrderTokens&, const OrderTokens&) noexcept = default;
};

// An order asks for goods.
struct Place {
  static constexpr std::string_view name = "place";
  CommandKey command_key;
  OrderKey order_key;
  ChannelId channel;
  ZoneId zone;
  OrderTokens tokens;
  TimeNs ship_by{};                         // ranks waiting lines; 0 = last
  std::uint8_t priority{default_priority};  // class of the order; 0 is served first
  std::uint8_t max_splits{no_split_limit};  // parcels beyond the first in one sourcing decision
  Shortage shortage{Shortage::by_order};
  bool ship_complete{};
  std::span<const OrderLine> lines;

  static constexpr std::uint8_t default_priority = 128;
  static constexpr std::uint8_t no_split_limit = 255;

  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_key", self.order_key);
    visit("channel", self.channel);
    visit("zone", self.zone);
    visit("customer", self.tokens.customer);
    visit("device", self.tokens.device);
    visit("card", self.tokens.card);
    visit("address", self.tokens.address);
    visit("phone", self.tokens.phone);
    visit("recipient", self.tokens.recipient);
    visit("ship_by", self.ship_by);
    visit("priority", self.priority);
    visit("max_splits", self.max_splits);
    visit("shortage", self.shortage);
    visit("ship_complete", self.ship_complete);
    visit("lines", self.lines);
  }
};

// Fact: a sale made elsewhere. Recorded and paid; what is missing is short and waits.
struct Import {
  static constexpr std::string_view name = "import";
  CommandKey command_key;
  OrderKey order_key;
  ChannelId channel;
  ZoneId zone;
  OrderTokens tokens;
  TimeNs ship_by{};
  std::uint8_t priority{Place::default_priority};
  std::span<const OrderLine> lines;
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_key", self.order_key);
    visit("channel", self.channel);
    visit("zone", self.zone);
    visit("customer", self.tokens.customer);
    visit("device", self.tokens.device);
    visit("card", self.tokens.card);
    visit("address", self.tokens.address);
    visit("phone", self.tokens.phone);
    visit("recipient", self.tokens.recipient);
    visit("ship_by", self.ship_by);
    visit("priority", self.priority);
    visit("lines", self.lines);
  }
};

struct Cancel {
  static constexpr std::string_view name = "cancel";
  CommandKey command_key;
  OrderKey order_key;
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_key", self.order_key);
  }
};

// Fact: the order was paid, at `paid_at`, whenever the news arrives.
struct ConfirmPayment {
  static constexpr std::string_view name = "confirm_payment";
  CommandKey command_key;
  OrderKey order_key;
  TimeNs paid_at{};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_key", self.order_key);
    visit("paid_at", self.paid_at);
  }
};

// Fact: the payment provider is working on it; freezes pay_by once.
struct PaymentPending {
  static constexpr std::string_view name = "payment_pending";
  CommandKey command_key;
  OrderKey order_key;
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_key", self.order_key);
  }
};

// Fact: a payment attempt failed; the order may still be paid before pay_by.
struct FailPayment {
  static constexpr std::string_view name = "fail_payment";
  CommandKey command_key;
  OrderKey order_key;
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_key", self.order_key);
  }
};

struct ReviewDecision {
  static constexpr std::string_view name = "review_decision";
  CommandKey command_key;
  OrderKey order_key;
  std::uint32_t version{};  // of the order, as the reviewer saw it
  ReviewOutcome outcome{ReviewOutcome::reject};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("command_key", self.command_key);
    visit("order_key", self.order_key);
    visit("version", self.version);
    visit("outcome", self.outcome);
  }
};

// Moves time and does queued work. `force` crosses a step longer than max_step_ns.
struct Tick {
  static constexpr std::string_view name = "tick";
  bool force{};
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("force", self.force);
  }
};

// Logged by the engine itself when it is idle and timers or queued work are due.
struct Advance {
  static constexpr std::string_view name = "advance";
  template <class Self, class V>
  static void fields(Self&, V&&) {}
};

// Logged by an operator: leave out the command at `skipped`, whose record hashes to `hash`.
struct Skip {
  static constexpr std::string_view name = "skip";
  Sequence skipped{};
  std::uint64_t hash{};  // body_hash of the command that is left out
  template <class Self, class V>
  static void fields(Self& self, V&& visit) {
    visit("skipped", self.skipped);
    visit("hash", self.hash);
  }
};

// The alternatives stand in an arbitrary order; the log's type numbers are in command_type().
using Command = std::variant<Tick, Advance, Start, Skip, DefineSku, DefineNode, DefineZone,
                             DefineChannel, DefineNetwork, DefineLane, SetList, SetRiskLimits,
                             Receive, Adjust, SetSafetyStock, Place, Import, Cancel, ConfirmPayment,
                             PaymentPending, FailPayment, ReviewDecision>;

static_assert(std::is_trivially_copyable_v<Command>, "a command is copied into the ring whole");

}  // namespace allot
