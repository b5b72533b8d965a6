// Choices that fields have, and kinds of ids.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "allot/types/enum_names.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// Who stamps commands with their logical time.
enum class TimeSource : std::uint8_t {
  engine = 0,  // one stamp for each drained batch, from the engine's clock
  host = 1,    // the time that each command carries
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<TimeSource>{"engine", "host"};

// What a rule set does.
enum class RulesMode : std::uint8_t {
  off = 0,   // nothing
  live = 1,  // it judges orders, in place of the set that did
  // it tells what it would hit, and decides nothing, in place of the set that was tried
  shadow = 2,
};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<RulesMode>{"off", "live", "shadow"};

// What the choice of nodes minimises. Every policy ends in the node ids.
enum class SourcingPolicy : std::uint8_t {
  cheapest = 0,        // least parcel and unit cost, then fewest parcels
  fewest_parcels = 1,  // fewest parcels, then least cost
  node_priority = 2,   // the preferred nodes first
};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<SourcingPolicy>{
    "cheapest", "fewest_parcels", "node_priority"};

// What a review, or its deadline, decides.
enum class ReviewOutcome : std::uint8_t {
  reject = 0,   // the order ends
  approve = 1,  // the order goes on
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<ReviewOutcome>{"reject", "approve"};

// What a payment does that is made after the deadline.
enum class LatePayment : std::uint8_t {
  take_again = 0,  // it pays the order; one that has let go is taken again if all of it is there
  refuse = 1,      // it is due back, and the order ends
  in_grace = 2,    // the deadline is the end of the grace; after that it is due back
};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<LatePayment>{"take_again", "refuse",
                                                                         "in_grace"};

// What makes an order firm, so that what it holds is allocated and may be shipped.
enum class FirmWhen : std::uint8_t {
  captured = 0,  // all that is due has come in; with cash_on_delivery, that it was placed
  // all that is due was set aside or has come in; what is to be captured is told when goods leave
  authorised = 1,
  // that it was placed, as with cash_on_delivery; and what is due is told when goods arrive
  on_delivery = 2,
  // its deposit has come in; the balance has a window of its own, and nothing is released before
  deposit = 3,
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<FirmWhen>{"captured", "authorised",
                                                                      "on_delivery", "deposit"};

// What becomes of the deposit of an order whose balance was not paid in time.
enum class LapsedDeposit : std::uint8_t {
  due_back = 0,  // it is due back
  kept = 1,      // the shop keeps it
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<LapsedDeposit>{"due_back", "kept"};

// What becomes of an order for goods that the same shopper holds by an order which is not paid.
enum class OwnHold : std::uint8_t {
  ignored = 0,  // that they are hers is not looked at
  // where it is refused for want of them, it is told that they are hers, and by which order
  told = 1,
  // it takes them over in one step, and the old order ends; told where it is refused all the same
  taken_over = 2,
};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<OwnHold>{"ignored", "told",
                                                                     "taken_over"};

// Which of an order's tokens an entry of a list speaks of.
enum class TokenKind : std::uint8_t {
  customer = 0,   // who buys
  device = 1,     // the device that was used
  card = 2,       // the card or account that pays
  address = 3,    // where it goes
  phone = 4,      // a phone number
  recipient = 5,  // who receives
};
template <>
inline constexpr std::array<std::string_view, 6> enum_names<TokenKind>{
    "customer", "device", "card", "address", "phone", "recipient"};

// Which list an entry is on.
enum class ListKind : std::uint8_t {
  block = 0,  // an order with such a token is refused
  allow = 1,  // an order with such a token is neither blocked nor reviewed
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<ListKind>{"block", "allow"};

// What a purchase cap counts.
enum class CapMeasure : std::uint8_t {
  units = 0,   // units of the SKUs that it is over
  orders = 1,  // orders with any of them
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<CapMeasure>{"units", "orders"};

// What a channel is told of what is for sale in it, besides each picture of all SKUs.
enum class FeedTells : std::uint8_t {
  figures = 0,    // every figure that is another than it was told last
  crossings = 1,  // only what is sold out, and what is back in stock
  nothing = 2,    // nothing: it has no feed
};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<FeedTells>{"figures", "crossings",
                                                                       "nothing"};

// What happens to goods that cannot be taken now.
enum class Shortage : std::uint8_t {
  by_order = 0,      // on a line: as the order says; on an order: refuse_order
  refuse_order = 1,  // the whole order is refused
  refuse_line = 2,   // the line is dropped, the rest goes on
  backorder = 3,     // what is missing waits for stock
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<Shortage>{"by_order", "refuse_order",
                                                                      "refuse_line", "backorder"};

// What was known of a sale when it was imported.
enum class ImportState : std::uint8_t {
  paid = 0,         // the buyer has paid
  unpaid = 1,       // the buyer may pay until pay_by
  on_delivery = 2,  // the buyer pays when the goods arrive
  // somebody else ships it: it is known by its key, and nothing of stock is taken for it
  elsewhere = 3,
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<ImportState>{
    "paid", "unpaid", "on_delivery", "elsewhere"};

// What becomes of the units of an order that are not confirmed with the others.
enum class PartRest : std::uint8_t {
  release = 0,  // they are cancelled: what is confirmed is all that is left, and paid
  // they stay as they are: what is confirmed is captured, and the order is not paid until all of it
  // is
  keep = 1,
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<PartRest>{"release", "keep"};

// What became of an amount of money.
enum class PaymentKind : std::uint8_t {
  authorised = 0,    // it was set aside for the order, and can be captured
  captured = 1,      // it has come in
  refunded = 2,      // the shop gave it back
  reversed = 3,      // the bank took it back, as of a debit that was returned
  charged_back = 4,  // the cardholder had it taken back
  voided = 5,        // what was set aside was let go before it was captured: it counts no more
};
template <>
inline constexpr std::array<std::string_view, 6> enum_names<PaymentKind>{
    "authorised", "captured", "refunded", "reversed", "charged_back", "voided"};

// Why units could not be picked.
enum class ShortPickCause : std::uint8_t {
  missing = 0,  // they are not there
  damaged = 1,  // they are there, and cannot be sold
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<ShortPickCause>{"missing", "damaged"};

// What is wrong with a delivery.
enum class DeliveryTrouble : std::uint8_t {
  late = 0,     // it has not arrived when it should have; it is on its way
  damaged = 1,  // goods were damaged on the way
  refused = 2,  // it was not taken in at the door: it comes back
  lost = 3,     // nobody knows where it is
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<DeliveryTrouble>{"late", "damaged",
                                                                             "refused", "lost"};

// What a node says of an order that was asked back.
enum class CancelAnswer : std::uint8_t {
  too_late = 0,  // it has gone too far: the order goes on
  agreed = 1,    // its goods go back on the shelf
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<CancelAnswer>{"too_late", "agreed"};

// What an order has of units that were reported as shipped and have not left.
enum class UndoneTo : std::uint8_t {
  order = 0,  // it holds them again
  stock = 1,  // they go back on sale, and the order waits at its old rank
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<UndoneTo>{"order", "stock"};

// Why a customer sends goods back.
enum class ReturnReason : std::uint8_t {
  other = 0,       // something else, or not said
  unwanted = 1,    // the customer does not want it any more
  defective = 2,   // it does not work
  damaged = 3,     // it was damaged on the way
  wrong_item = 4,  // it is not what was ordered
  too_late = 5,    // it came too late
};
template <>
inline constexpr std::array<std::string_view, 6> enum_names<ReturnReason>{
    "other", "unwanted", "defective", "damaged", "wrong_item", "too_late"};

// What becomes of goods that came back.
enum class Disposition : std::uint8_t {
  restock = 0,     // they are stock of the node, and for sale
  quarantine = 1,  // they are stock of the node, and not for sale
  scrap = 2,       // they are thrown away
  other_node = 3,  // they go on to another node, and are stock of none until that receives them
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<Disposition>{"restock", "quarantine",
                                                                         "scrap", "other_node"};

// When what goods cost that come back in exchange counts for the order that was placed for them.
enum class CreditWhen : std::uint8_t {
  on_receipt = 0,  // when they have come back: until then the new goods are held, and do not leave
  at_once = 1,     // at once: the new goods may leave before the old ones are back
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<CreditWhen>{"on_receipt", "at_once"};

// What an exception is about: something was recorded that somebody has to look after.
enum class ExceptionKind : std::uint8_t {
  any = 0,  // all kinds
  // news of an order that never came, or that could not do any more what it says
  news = 1,
  payment = 2,  // money that is no known order's, or is not what was recorded of it before
  refund = 3,   // money of an order is due back; solved when as much was given back
  // what left or arrived is not what was promised; of an order that is not paid, or is in review,
  // solved when that is over
  shipment = 4,
  // what came back is not what was shipped or agreed on, or nobody knows when it ends
  goods_back = 5,
  // goods that were sold or promised are not there; solved when the order waits for none any more
  goods_missing = 6,
  // an imported sale must not be shipped; solved when that was decided, or it has ended
  ship_stop = 7,
  sku_unknown = 8,  // facts name an article by a code that is not defined; solved when it is
  // goods have left, or arrived, and are to be paid now; solved when they are. Its deadline is no
  // later than when what was set aside for them lapses
  capture = 9,
  // what left is late, damaged, refused or lost; solved when it has arrived, or what was refused is
  // back. What was damaged is looked after by hand
  delivery = 10,
  // an imported sale may have been recorded before, and is forgotten; solved when an order has its
  // key: somebody made sure, and it was imported again with known_new
  old_sale = 11,
};
template <>
inline constexpr std::array<std::string_view, 12> enum_names<ExceptionKind>{
    "any",           "news",      "payment",     "refund",  "shipment", "goods_back",
    "goods_missing", "ship_stop", "sku_unknown", "capture", "delivery", "old_sale"};

// What came of an exception that was looked after.
enum class Resolution : std::uint8_t {
  settled = 0,      // it was put right
  no_action = 1,    // nothing had to be done
  written_off = 2,  // the loss stays
  passed_on = 3,    // somebody outside looks after it
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<Resolution>{"settled", "no_action",
                                                                        "written_off", "passed_on"};

// What a shop promises of an order.
enum class ServiceKind : std::uint8_t {
  // all that can leave has left, so long after it could: the order is firm and has goods
  processing = 0,
  ship_by = 1,   // all of it has left by the time that the order itself says
  delivery = 2,  // all that left has arrived, so long after the first of it left
  returns = 3,   // all that is to come back has, so long after the return was requested
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<ServiceKind>{"processing", "ship_by",
                                                                         "delivery", "returns"};

// When a rule decides, first to last.
enum class RulePhase : std::uint8_t {
  limit = 0,   // refuses, whatever else holds
  allow = 1,   // keeps the rules below from acting
  block = 2,   // refuses
  review = 3,  // holds the order for review
  score = 4,   // adds to the order's score, which bands judge
};
template <>
inline constexpr std::array<std::string_view, 5> enum_names<RulePhase>{"limit", "allow", "block",
                                                                       "review", "score"};

// What came of a rule that holds, or could not be evaluated.
enum class HitOutcome : std::uint8_t {
  decided = 0,     // the order is refused, stopped or reviewed for it, or its score counts
  outranked = 1,   // an earlier one had decided
  suppressed = 2,  // an allowing rule keeps it from acting
  allows = 3,      // it keeps those below from acting
  skipped = 4,     // it could not be evaluated, and that has no effect
  shadow = 5,      // the rule, or its set, is only tried
};
template <>
inline constexpr std::array<std::string_view, 6> enum_names<HitOutcome>{
    "decided", "outranked", "suppressed", "allows", "skipped", "shadow"};

// Why a rule could not be evaluated.
enum class RuleError : std::uint8_t {
  none = 0,                // it could
  no_such_field = 1,       // it reads a field that the order does not have
  no_such_key = 2,         // it asks a map for a key that it lacks
  no_such_overload = 3,    // nothing is defined for such values
  overflow = 4,            // a number does not fit
  divide_by_zero = 5,      // it divides by zero
  index_out_of_range = 6,  // it reads beyond the end of a list
  out_of_range = 7,        // a conversion has no such result
  invalid_argument = 8,    // a text is no time, duration or zone
  undeclared = 9,          // nothing has a name that it uses
  duplicate_key = 10,      // a map names a key twice
  unsupported = 11,        // it asks for what rules do not know
  too_large = 12,          // a text or list is too long
  work_exhausted = 13,     // it took more steps than are allowed
  partial_feature = 14,    // a feature that it reads may have forgotten what counts
  too_many_lines = 15,     // the order has more lines than rules look at
};
template <>
inline constexpr std::array<std::string_view, 16> enum_names<RuleError>{
    "none",           "no_such_field",      "no_such_key",  "no_such_overload", "overflow",
    "divide_by_zero", "index_out_of_range", "out_of_range", "invalid_argument", "undeclared",
    "duplicate_key",  "unsupported",        "too_large",    "work_exhausted",   "partial_feature",
    "too_many_lines"};

struct FlagName {
  std::uint8_t mask;
  std::string_view name;
};

// How a line was taken, or an order accepted.
struct EventFlags {
  static constexpr std::uint8_t bounded = 1;       // sourced by the bounded fallback
  static constexpr std::uint8_t several_lots = 2;  // more lots than the one named gave units
  static constexpr std::uint8_t waited = 4;        // the line had been waiting
  // a sale that was imported has not been paid yet: it is unpaid, or on delivery
  static constexpr std::uint8_t to_be_paid = 8;
  static constexpr std::uint8_t several_nodes = 16;  // more nodes than the one named gave units
  static constexpr std::array names{FlagName{bounded, "bounded"},
                                    FlagName{several_lots, "several_lots"},
                                    FlagName{waited, "waited"}, FlagName{to_be_paid, "to_be_paid"},
                                    FlagName{several_nodes, "several_nodes"}};

  std::uint8_t bits{};

  friend bool operator==(const EventFlags&, const EventFlags&) noexcept = default;
};

// The kinds of catalogue ids.
enum class IdKind : std::uint8_t { channel, node, zone, sku, sku_set, cap, carrier, exception };
template <>
inline constexpr std::array<std::string_view, 8> enum_names<IdKind>{
    "channel", "node", "zone", "sku", "sku_set", "cap", "carrier", "exception"};

[[nodiscard]] constexpr IdKind id_kind(ChannelId) noexcept { return IdKind::channel; }
[[nodiscard]] constexpr IdKind id_kind(NodeId) noexcept { return IdKind::node; }
[[nodiscard]] constexpr IdKind id_kind(ZoneId) noexcept { return IdKind::zone; }
[[nodiscard]] constexpr IdKind id_kind(SkuId) noexcept { return IdKind::sku; }
[[nodiscard]] constexpr IdKind id_kind(SkuSetId) noexcept { return IdKind::sku_set; }
[[nodiscard]] constexpr IdKind id_kind(CapId) noexcept { return IdKind::cap; }
[[nodiscard]] constexpr IdKind id_kind(CarrierId) noexcept { return IdKind::carrier; }
[[nodiscard]] constexpr IdKind id_kind(ExceptionId) noexcept { return IdKind::exception; }

}  // namespace allot
