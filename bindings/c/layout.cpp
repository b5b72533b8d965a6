// The layouts that a host compiles into itself. A change here breaks the binary interface.
#include <cstddef>
#include <type_traits>

#include "allot/allot.h"
#include "allot/messages/command_type.hpp"
#include "allot/messages/event.hpp"

namespace {

static_assert(sizeof(allot_key) == 16);
static_assert(sizeof(allot_text) == 16);
static_assert(sizeof(allot_order_line) == 24 && offsetof(allot_order_line, shortage) == 16);
static_assert(sizeof(allot_order_tokens) == 48);

static_assert(sizeof(allot_tick) == 1);
static_assert(sizeof(allot_risk_limits) == 56);
static_assert(sizeof(allot_sku) == 40);
static_assert(sizeof(allot_node) == 40);
static_assert(sizeof(allot_zone) == 32);
static_assert(sizeof(allot_channel) == 72 && offsetof(allot_channel, policy) == 68);
static_assert(sizeof(allot_network) == 32 && offsetof(allot_network, serves) == 24);
static_assert(sizeof(allot_lane) == 56 && offsetof(allot_lane, serviceable) == 48);
static_assert(sizeof(allot_list) == 32 && offsetof(allot_list, token) == 24);
static_assert(sizeof(allot_receive) == 48 && offsetof(allot_receive, expires_at) == 40);
static_assert(sizeof(allot_adjust) == 40 && offsetof(allot_adjust, delta) == 32);
static_assert(sizeof(allot_safety_stock) == 32);
static_assert(sizeof(allot_place) == 120 && offsetof(allot_place, lines) == 104);
static_assert(offsetof(allot_place, ship_by) == 88 && offsetof(allot_place, priority) == 96);
static_assert(sizeof(allot_import) == 120 && offsetof(allot_import, lines) == 104);
static_assert(sizeof(allot_order_named) == 32);
static_assert(sizeof(allot_confirm_payment) == 40);
static_assert(sizeof(allot_review_decision) == 40);
static_assert(offsetof(allot_review_decision, outcome) == 36);
static_assert(sizeof(allot_command) == 256);
static_assert(offsetof(allot_command, time) == 8 && offsetof(allot_command, body) == 16);

static_assert(sizeof(allot_answer) == 40 && offsetof(allot_answer, reason) == 32);
static_assert(sizeof(allot_limits) == 88 && offsetof(allot_limits, max_step_ns) == 80);
static_assert(offsetof(allot_limits, time_source) == 76);
static_assert(sizeof(allot_engine_options) == 96);
static_assert(offsetof(allot_engine_options, durability) == 32);
static_assert(offsetof(allot_engine_options, ring_bytes) == 40);
static_assert(sizeof(allot_statistics) == 112);

// Events are copied whole.
template <std::size_t ours, std::size_t theirs>
inline constexpr bool same = ours == theirs;
static_assert(same<sizeof(allot_event), sizeof(allot::Event)>);
static_assert(same<offsetof(allot_event, epoch), offsetof(allot::Event, epoch)>);
static_assert(same<offsetof(allot_event, ordinal), offsetof(allot::Event, ordinal)>);
static_assert(same<offsetof(allot_event, type), offsetof(allot::Event, type)>);
static_assert(same<offsetof(allot_event, flags), offsetof(allot::Event, flags)>);
static_assert(same<offsetof(allot_event, order_key), offsetof(allot::Event, order_key)>);
static_assert(same<offsetof(allot_event, sku), offsetof(allot::Event, sku)>);
static_assert(same<offsetof(allot_event, node), offsetof(allot::Event, node)>);
static_assert(same<offsetof(allot_event, quantity), offsetof(allot::Event, quantity)>);
static_assert(same<offsetof(allot_event, line), offsetof(allot::Event, line)>);
static_assert(same<offsetof(allot_event, reason), offsetof(allot::Event, reason)>);
static_assert(same<offsetof(allot_event, amount), offsetof(allot::Event, amount)>);
static_assert(same<offsetof(allot_event, time), offsetof(allot::Event, time)>);

// Commands have the numbers of the log.
template <auto type, unsigned number>
inline constexpr bool numbered = static_cast<unsigned>(type) == number;
using allot::CommandType;
static_assert(numbered<CommandType::tick, ALLOT_COMMAND_TICK>);
static_assert(numbered<CommandType::risk_limits, ALLOT_COMMAND_RISK_LIMITS>);
static_assert(numbered<CommandType::sku, ALLOT_COMMAND_SKU>);
static_assert(numbered<CommandType::node, ALLOT_COMMAND_NODE>);
static_assert(numbered<CommandType::zone, ALLOT_COMMAND_ZONE>);
static_assert(numbered<CommandType::channel, ALLOT_COMMAND_CHANNEL>);
static_assert(numbered<CommandType::network, ALLOT_COMMAND_NETWORK>);
static_assert(numbered<CommandType::lane, ALLOT_COMMAND_LANE>);
static_assert(numbered<CommandType::list, ALLOT_COMMAND_LIST>);
static_assert(numbered<CommandType::receive, ALLOT_COMMAND_RECEIVE>);
static_assert(numbered<CommandType::adjust, ALLOT_COMMAND_ADJUST>);
static_assert(numbered<CommandType::safety_stock, ALLOT_COMMAND_SAFETY_STOCK>);
static_assert(numbered<CommandType::place, ALLOT_COMMAND_PLACE>);
static_assert(numbered<CommandType::import, ALLOT_COMMAND_IMPORT>);
static_assert(numbered<CommandType::cancel, ALLOT_COMMAND_CANCEL>);
static_assert(numbered<CommandType::confirm_payment, ALLOT_COMMAND_CONFIRM_PAYMENT>);
static_assert(numbered<CommandType::payment_pending, ALLOT_COMMAND_PAYMENT_PENDING>);
static_assert(numbered<CommandType::fail_payment, ALLOT_COMMAND_FAIL_PAYMENT>);
static_assert(numbered<CommandType::review_decision, ALLOT_COMMAND_REVIEW_DECISION>);

}  // namespace
