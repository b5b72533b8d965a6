#include "command.hpp"

#include <algorithm>

#include "allot/messages/command_type.hpp"

namespace allot::c {
namespace {

template <class Tag>
Key<Tag> key(const allot_key& from) noexcept {
  return {from.low, from.high};
}
CommandKey command_key(const allot_key& from) noexcept { return key<struct CommandKeyTag>(from); }
OrderKey order_key(const allot_key& from) noexcept { return key<struct OrderKeyTag>(from); }

// A code that is empty, too long or holds a NUL becomes the empty code, which the engine refuses as
// code_invalid: that is an answer, not a malformed command.
Code code(const allot_text& text) noexcept {
  if (text.size == 0 || text.size > Code::size_max) return {};
  return Code::from({text.data, static_cast<std::size_t>(text.size)}).value_or(Code{});
}

OrderTokens tokens(const allot_order_tokens& from) noexcept {
  return {from.customer, from.device, from.card, from.address, from.phone, from.recipient};
}

// Requires: `from` has as many lines as `into`, or `into` more than lines_max.
std::span<const OrderLine> copy_lines(const allot_order_line* from, std::span<OrderLine> into,
                                      std::size_t lines_max) noexcept {
  if (into.size() > lines_max) return into;
  for (std::size_t i = 0; i < into.size(); ++i) {
    into[i] = {SkuId{from[i].sku}, from[i].quantity, from[i].price,
               static_cast<Shortage>(from[i].shortage)};
  }
  return into;
}

template <std::size_t size>
bool all_zero(const std::uint8_t (&bytes)[size]) noexcept {
  return std::all_of(bytes, bytes + size, [](std::uint8_t byte) { return byte == 0; });
}

// Returns: whether everything behind the first `used` bytes of the body is zero.
bool zero_behind(const allot_command& command, std::size_t used) noexcept {
  return std::all_of(command.body.bytes + used, command.body.bytes + sizeof command.body.bytes,
                     [](std::uint8_t byte) { return byte == 0; });
}

const char* malformed_text(const allot_text& text) noexcept {
  return text.size > 0 && text.data == nullptr ? "code.data is NULL, but code.size is not 0"
                                               : nullptr;
}

const char* malformed_lines(const allot_order_line* lines, std::uint64_t count,
                            std::size_t lines_max) noexcept {
  if (count == 0) return nullptr;
  if (lines == nullptr) return "lines is NULL, but line_count is not 0";
  // The engine refuses it as command_too_large; a number that is not true must not be followed.
  if (count > lines_max) return nullptr;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (lines[i].shortage > ALLOT_SHORTAGE_BACKORDER) return "shortage of a line must be 0 to 3";
    if (!all_zero(lines[i].reserved)) return "reserved of a line must be zero";
  }
  return nullptr;
}

const char* malformed_body(const allot_channel& channel) noexcept {
  if (channel.policy > ALLOT_SOURCING_POLICY_NODE_PRIORITY) return "policy must be 0 to 2";
  if (channel.review_outcome > ALLOT_REVIEW_OUTCOME_APPROVE) return "review_outcome must be 0 or 1";
  if (channel.cash_on_delivery > 1) return "cash_on_delivery must be 0 or 1";
  if (channel.review_pauses_payment > 1) return "review_pauses_payment must be 0 or 1";
  return malformed_text(channel.code);
}
const char* malformed_body(const allot_list& list) noexcept {
  if (list.list > ALLOT_LIST_KIND_ALLOW) return "list must be 0 or 1";
  if (list.kind > ALLOT_TOKEN_KIND_RECIPIENT) return "kind must be 0 to 5";
  if (list.present > 1) return "present must be 0 or 1";
  return all_zero(list.reserved) ? nullptr : "reserved must be zero";
}
const char* malformed_body(const allot_network& network) noexcept {
  if (network.serves > 1) return "serves must be 0 or 1";
  return all_zero(network.reserved) ? nullptr : "reserved must be zero";
}
const char* malformed_body(const allot_lane& lane) noexcept {
  if (lane.serviceable > 1) return "serviceable must be 0 or 1";
  return all_zero(lane.reserved) ? nullptr : "reserved must be zero";
}
const char* malformed_order(const allot_place& place, std::size_t lines_max) noexcept {
  if (place.shortage > ALLOT_SHORTAGE_BACKORDER) return "shortage must be 0 to 3";
  if (place.ship_complete > 1) return "ship_complete must be 0 or 1";
  if (place.reserved != 0) return "reserved must be zero";
  return malformed_lines(place.lines, place.line_count, lines_max);
}
const char* malformed_order(const allot_import& import_, std::size_t lines_max) noexcept {
  if (!all_zero(import_.reserved)) return "reserved must be zero";
  return malformed_lines(import_.lines, import_.line_count, lines_max);
}
const char* malformed_body(const allot_review_decision& decision) noexcept {
  if (decision.outcome > ALLOT_REVIEW_OUTCOME_APPROVE) return "outcome must be 0 or 1";
  return all_zero(decision.reserved) ? nullptr : "reserved must be zero";
}
const char* malformed_body(const allot_node& node) noexcept {
  return node.reserved == 0 ? malformed_text(node.code) : "reserved must be zero";
}
const char* malformed_body(const allot_sku& sku) noexcept { return malformed_text(sku.code); }
const char* malformed_body(const allot_zone& zone) noexcept { return malformed_text(zone.code); }
const char* malformed_body(const allot_tick& tick) noexcept {
  return tick.force > 1 ? "force must be 0 or 1" : nullptr;
}
const char* malformed_body(const allot_receive& receive) noexcept {
  return receive.reserved == 0 ? nullptr : "reserved must be zero";
}
const char* malformed_body(const allot_adjust& adjust) noexcept {
  return adjust.reserved == 0 ? nullptr : "reserved must be zero";
}
const char* malformed_body(const allot_safety_stock& safety) noexcept {
  return safety.reserved == 0 ? nullptr : "reserved must be zero";
}
// These have neither enums, texts nor reserved fields.
const char* malformed_body(const allot_risk_limits&) noexcept { return nullptr; }
const char* malformed_body(const allot_order_named&) noexcept { return nullptr; }
const char* malformed_body(const allot_confirm_payment&) noexcept { return nullptr; }

Command translate_body(const allot_tick& from) noexcept { return Tick{from.force != 0}; }
Command translate_body(const allot_risk_limits& from) noexcept {
  return SetRiskLimits{command_key(from.command_key),
                       from.order_value_max,
                       from.line_quantity_max,
                       from.price_low_bp,
                       from.price_high_bp,
                       from.velocity_count,
                       from.velocity_window_ns,
                       from.review_value_min};
}
Command translate_body(const allot_sku& from) noexcept {
  return DefineSku{command_key(from.command_key), code(from.code), from.list_price};
}
Command translate_body(const allot_node& from) noexcept {
  return DefineNode{command_key(from.command_key), code(from.code), from.priority};
}
Command translate_body(const allot_zone& from) noexcept {
  return DefineZone{command_key(from.command_key), code(from.code)};
}
Command translate_body(const allot_channel& from) noexcept {
  DefineChannel channel;
  channel.command_key = command_key(from.command_key);
  channel.code = code(from.code);
  channel.hold_ttl_ns = from.hold_ttl_ns;
  channel.remind_before_ns = from.remind_before_ns;
  channel.pending_ttl_ns = from.pending_ttl_ns;
  channel.review_ttl_ns = from.review_ttl_ns;
  channel.safety_stock = from.safety_stock;
  channel.policy = static_cast<SourcingPolicy>(from.policy);
  channel.review_outcome = static_cast<ReviewOutcome>(from.review_outcome);
  channel.cash_on_delivery = from.cash_on_delivery != 0;
  channel.review_pauses_payment = from.review_pauses_payment != 0;
  return channel;
}
Command translate_body(const allot_network& from) noexcept {
  return DefineNetwork{command_key(from.command_key), ChannelId{from.channel}, NodeId{from.node},
                       from.serves != 0};
}
Command translate_body(const allot_lane& from) noexcept {
  return DefineLane{command_key(from.command_key),
                    NodeId{from.node},
                    ZoneId{from.zone},
                    from.parcel_cost,
                    from.unit_cost,
                    from.transit_ns,
                    from.serviceable != 0};
}
Command translate_body(const allot_list& from) noexcept {
  return SetList{command_key(from.command_key), static_cast<ListKind>(from.list),
                 static_cast<TokenKind>(from.kind), from.token, from.present != 0};
}
Command translate_body(const allot_receive& from) noexcept {
  return Receive{command_key(from.command_key),
                 SkuId{from.sku},
                 NodeId{from.node},
                 from.lot,
                 from.quantity,
                 from.expires_at};
}
Command translate_body(const allot_adjust& from) noexcept {
  return Adjust{command_key(from.command_key), SkuId{from.sku}, NodeId{from.node}, from.lot,
                from.delta};
}
Command translate_body(const allot_safety_stock& from) noexcept {
  return SetSafetyStock{command_key(from.command_key), SkuId{from.sku}, NodeId{from.node},
                        from.quantity};
}
Command translate_body(const allot_confirm_payment& from) noexcept {
  return ConfirmPayment{command_key(from.command_key), order_key(from.order_key), from.paid_at};
}
Command translate_body(const allot_review_decision& from) noexcept {
  return ReviewDecision{command_key(from.command_key), order_key(from.order_key), from.version,
                        static_cast<ReviewOutcome>(from.outcome)};
}

Command translate_lines(const allot_place& from, std::span<OrderLine> lines,
                        std::size_t lines_max) noexcept {
  Place place;
  place.command_key = command_key(from.command_key);
  place.order_key = order_key(from.order_key);
  place.channel = ChannelId{from.channel};
  place.zone = ZoneId{from.zone};
  place.tokens = tokens(from.tokens);
  place.ship_by = from.ship_by;
  place.priority = from.priority;
  place.max_splits = from.max_splits;
  place.shortage = static_cast<Shortage>(from.shortage);
  place.ship_complete = from.ship_complete != 0;
  place.lines = copy_lines(from.lines, lines, lines_max);
  return place;
}
Command translate_lines(const allot_import& from, std::span<OrderLine> lines,
                        std::size_t lines_max) noexcept {
  Import import_;
  import_.command_key = command_key(from.command_key);
  import_.order_key = order_key(from.order_key);
  import_.channel = ChannelId{from.channel};
  import_.zone = ZoneId{from.zone};
  import_.tokens = tokens(from.tokens);
  import_.ship_by = from.ship_by;
  import_.priority = from.priority;
  import_.lines = copy_lines(from.lines, lines, lines_max);
  return import_;
}

// Calls `use` with the member of the body that the type names. Returns: false for an unknown type.
template <class Use>
bool with_body(const allot_command& command, Use&& use) noexcept {
  const auto& body = command.body;
  switch (command.type) {
    case ALLOT_COMMAND_TICK: use(body.tick); return true;
    case ALLOT_COMMAND_RISK_LIMITS: use(body.risk_limits); return true;
    case ALLOT_COMMAND_SKU: use(body.sku); return true;
    case ALLOT_COMMAND_NODE: use(body.node); return true;
    case ALLOT_COMMAND_ZONE: use(body.zone); return true;
    case ALLOT_COMMAND_CHANNEL: use(body.channel); return true;
    case ALLOT_COMMAND_NETWORK: use(body.network); return true;
    case ALLOT_COMMAND_LANE: use(body.lane); return true;
    case ALLOT_COMMAND_LIST: use(body.list); return true;
    case ALLOT_COMMAND_RECEIVE: use(body.receive); return true;
    case ALLOT_COMMAND_ADJUST: use(body.adjust); return true;
    case ALLOT_COMMAND_SAFETY_STOCK: use(body.safety_stock); return true;
    case ALLOT_COMMAND_PLACE: use(body.place); return true;
    case ALLOT_COMMAND_IMPORT: use(body.import); return true;
    case ALLOT_COMMAND_CANCEL: use(body.cancel); return true;
    case ALLOT_COMMAND_CONFIRM_PAYMENT: use(body.confirm_payment); return true;
    case ALLOT_COMMAND_PAYMENT_PENDING: use(body.payment_pending); return true;
    case ALLOT_COMMAND_FAIL_PAYMENT: use(body.fail_payment); return true;
    case ALLOT_COMMAND_REVIEW_DECISION: use(body.review_decision); return true;
    default: return false;
  }
}

}  // namespace

const char* malformed(const allot_command& command, std::size_t lines_max) noexcept {
  if (command.reserved != 0) return "reserved must be zero";
  const char* fault = nullptr;
  const bool known = with_body(command, [&](const auto& body) {
    if constexpr (requires { body.lines; }) {
      fault = malformed_order(body, lines_max);
    } else {
      fault = malformed_body(body);
    }
    if (fault == nullptr && !zero_behind(command, sizeof body)) {
      fault = "the bytes behind the body must be zero: start with allot_command_init";
    }
  });
  return known ? fault : "type is not one of ALLOT_COMMAND_*";
}

std::size_t line_count(const allot_command& command, std::size_t lines_max) noexcept {
  std::uint64_t claimed = 0;
  if (command.type == ALLOT_COMMAND_PLACE) claimed = command.body.place.line_count;
  if (command.type == ALLOT_COMMAND_IMPORT) claimed = command.body.import.line_count;
  return std::min<std::uint64_t>(claimed, lines_max + 1);
}

Command translate(const allot_command& command, std::span<OrderLine> lines,
                  std::size_t lines_max) noexcept {
  Command result;
  with_body(command, [&](const auto& body) {
    if constexpr (requires { body.lines; }) {
      result = translate_lines(body, lines, lines_max);
    } else if constexpr (
        requires { body.paid_at; } || requires { body.outcome; } || !requires { body.order_key; }) {
      result = translate_body(body);
    } else {
      // cancel, payment_pending and fail_payment share one C struct; the type tells them apart.
      const CommandKey command_name = command_key(body.command_key);
      const OrderKey order_name = order_key(body.order_key);
      if (command.type == ALLOT_COMMAND_CANCEL) {
        result = Cancel{command_name, order_name};
      } else if (command.type == ALLOT_COMMAND_PAYMENT_PENDING) {
        result = PaymentPending{command_name, order_name};
      } else {
        result = FailPayment{command_name, order_name};
      }
    }
  });
  return result;
}

}  // namespace allot::c

void allot_command_init(allot_command* command, uint32_t type) {
  if (command == nullptr) return;
  *command = allot_command{};
  command->type = type;
  switch (type) {
    case ALLOT_COMMAND_PLACE:
      command->body.place.priority = allot::Place::default_priority;
      command->body.place.max_splits = allot::Place::no_split_limit;
      break;
    case ALLOT_COMMAND_IMPORT:
      command->body.import.priority = allot::Place::default_priority;
      break;
    case ALLOT_COMMAND_NETWORK: command->body.network.serves = 1; break;
    case ALLOT_COMMAND_LANE: command->body.lane.serviceable = 1; break;
    case ALLOT_COMMAND_LIST: command->body.list.present = 1; break;
    default: break;
  }
}
