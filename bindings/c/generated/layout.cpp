// The layouts that a host compiles into itself: what the description says, and what the compiler
// makes.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#include <cstddef>

#include "allot/allot.h"

namespace {

// Whether a member has this offset and size.
template <std::size_t offset, std::size_t size, std::size_t wanted, std::size_t bytes>
inline constexpr bool lies = offset == wanted && size == bytes;

static_assert(sizeof(allot_order_line) == 56);
static_assert(lies<offsetof(allot_order_line, sku), sizeof(allot_order_line::sku), 0, 4>);
static_assert(lies<offsetof(allot_order_line, quantity), sizeof(allot_order_line::quantity), 4, 4>);
static_assert(lies<offsetof(allot_order_line, price), sizeof(allot_order_line::price), 8, 8>);
static_assert(
    lies<offsetof(allot_order_line, shortage), sizeof(allot_order_line::shortage), 16, 1>);
static_assert(
    lies<offsetof(allot_order_line, reserved), sizeof(allot_order_line::reserved), 17, 1>);
static_assert(
    lies<offsetof(allot_order_line, line_number), sizeof(allot_order_line::line_number), 18, 2>);
static_assert(
    lies<offsetof(allot_order_line, reserved2), sizeof(allot_order_line::reserved2), 20, 4>);
static_assert(lies<offsetof(allot_order_line, total), sizeof(allot_order_line::total), 24, 8>);
static_assert(
    lies<offsetof(allot_order_line, discount), sizeof(allot_order_line::discount), 32, 8>);
static_assert(lies<offsetof(allot_order_line, tax), sizeof(allot_order_line::tax), 40, 8>);
static_assert(
    lies<offsetof(allot_order_line, wanted_at), sizeof(allot_order_line::wanted_at), 48, 8>);

static_assert(sizeof(allot_order_attribute) == 16);
static_assert(
    lies<offsetof(allot_order_attribute, name), sizeof(allot_order_attribute::name), 0, 8>);
static_assert(
    lies<offsetof(allot_order_attribute, value), sizeof(allot_order_attribute::value), 8, 8>);

static_assert(sizeof(allot_order_tokens) == 48);
static_assert(
    lies<offsetof(allot_order_tokens, customer), sizeof(allot_order_tokens::customer), 0, 8>);
static_assert(lies<offsetof(allot_order_tokens, device), sizeof(allot_order_tokens::device), 8, 8>);
static_assert(lies<offsetof(allot_order_tokens, card), sizeof(allot_order_tokens::card), 16, 8>);
static_assert(
    lies<offsetof(allot_order_tokens, address), sizeof(allot_order_tokens::address), 24, 8>);
static_assert(lies<offsetof(allot_order_tokens, phone), sizeof(allot_order_tokens::phone), 32, 8>);
static_assert(
    lies<offsetof(allot_order_tokens, recipient), sizeof(allot_order_tokens::recipient), 40, 8>);

static_assert(sizeof(allot_tick) == 1);
static_assert(lies<offsetof(allot_tick, force), sizeof(allot_tick::force), 0, 1>);

static_assert(sizeof(allot_risk_limits) == 72);
static_assert(
    lies<offsetof(allot_risk_limits, command_key), sizeof(allot_risk_limits::command_key), 0, 16>);
static_assert(lies<offsetof(allot_risk_limits, order_value_max),
                   sizeof(allot_risk_limits::order_value_max), 16, 8>);
static_assert(lies<offsetof(allot_risk_limits, line_quantity_max),
                   sizeof(allot_risk_limits::line_quantity_max), 24, 4>);
static_assert(lies<offsetof(allot_risk_limits, price_low_bp),
                   sizeof(allot_risk_limits::price_low_bp), 28, 4>);
static_assert(lies<offsetof(allot_risk_limits, price_high_bp),
                   sizeof(allot_risk_limits::price_high_bp), 32, 4>);
static_assert(lies<offsetof(allot_risk_limits, velocity_count),
                   sizeof(allot_risk_limits::velocity_count), 36, 4>);
static_assert(lies<offsetof(allot_risk_limits, velocity_window_ns),
                   sizeof(allot_risk_limits::velocity_window_ns), 40, 8>);
static_assert(lies<offsetof(allot_risk_limits, review_value_min),
                   sizeof(allot_risk_limits::review_value_min), 48, 8>);
static_assert(
    lies<offsetof(allot_risk_limits, currency), sizeof(allot_risk_limits::currency), 56, 16>);

static_assert(sizeof(allot_load_rules) == 40);
static_assert(
    lies<offsetof(allot_load_rules, command_key), sizeof(allot_load_rules::command_key), 0, 16>);
static_assert(lies<offsetof(allot_load_rules, part), sizeof(allot_load_rules::part), 16, 2>);
static_assert(lies<offsetof(allot_load_rules, parts), sizeof(allot_load_rules::parts), 18, 2>);
static_assert(
    lies<offsetof(allot_load_rules, reserved), sizeof(allot_load_rules::reserved), 20, 4>);
static_assert(lies<offsetof(allot_load_rules, body), sizeof(allot_load_rules::body), 24, 8>);
static_assert(
    lies<offsetof(allot_load_rules, body_count), sizeof(allot_load_rules::body_count), 32, 8>);

static_assert(sizeof(allot_activate_rules) == 24);
static_assert(lies<offsetof(allot_activate_rules, command_key),
                   sizeof(allot_activate_rules::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_activate_rules, version), sizeof(allot_activate_rules::version), 16, 4>);
static_assert(
    lies<offsetof(allot_activate_rules, mode), sizeof(allot_activate_rules::mode), 20, 1>);
static_assert(
    lies<offsetof(allot_activate_rules, reserved), sizeof(allot_activate_rules::reserved), 21, 3>);

static_assert(sizeof(allot_set_list_member) == 48);
static_assert(lies<offsetof(allot_set_list_member, command_key),
                   sizeof(allot_set_list_member::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_set_list_member, list), sizeof(allot_set_list_member::list), 16, 16>);
static_assert(
    lies<offsetof(allot_set_list_member, token), sizeof(allot_set_list_member::token), 32, 8>);
static_assert(
    lies<offsetof(allot_set_list_member, member), sizeof(allot_set_list_member::member), 40, 1>);
static_assert(lies<offsetof(allot_set_list_member, reserved),
                   sizeof(allot_set_list_member::reserved), 41, 7>);

static_assert(sizeof(allot_sku) == 40);
static_assert(lies<offsetof(allot_sku, command_key), sizeof(allot_sku::command_key), 0, 16>);
static_assert(lies<offsetof(allot_sku, code), sizeof(allot_sku::code), 16, 16>);
static_assert(lies<offsetof(allot_sku, list_price), sizeof(allot_sku::list_price), 32, 8>);

static_assert(sizeof(allot_node) == 40);
static_assert(lies<offsetof(allot_node, command_key), sizeof(allot_node::command_key), 0, 16>);
static_assert(lies<offsetof(allot_node, code), sizeof(allot_node::code), 16, 16>);
static_assert(lies<offsetof(allot_node, priority), sizeof(allot_node::priority), 32, 4>);
static_assert(lies<offsetof(allot_node, reserved), sizeof(allot_node::reserved), 36, 4>);

static_assert(sizeof(allot_zone) == 32);
static_assert(lies<offsetof(allot_zone, command_key), sizeof(allot_zone::command_key), 0, 16>);
static_assert(lies<offsetof(allot_zone, code), sizeof(allot_zone::code), 16, 16>);

static_assert(sizeof(allot_channel) == 160);
static_assert(
    lies<offsetof(allot_channel, command_key), sizeof(allot_channel::command_key), 0, 16>);
static_assert(lies<offsetof(allot_channel, code), sizeof(allot_channel::code), 16, 16>);
static_assert(
    lies<offsetof(allot_channel, hold_ttl_ns), sizeof(allot_channel::hold_ttl_ns), 32, 8>);
static_assert(lies<offsetof(allot_channel, remind_before_ns),
                   sizeof(allot_channel::remind_before_ns), 40, 8>);
static_assert(
    lies<offsetof(allot_channel, pending_ttl_ns), sizeof(allot_channel::pending_ttl_ns), 48, 8>);
static_assert(
    lies<offsetof(allot_channel, review_ttl_ns), sizeof(allot_channel::review_ttl_ns), 56, 8>);
static_assert(
    lies<offsetof(allot_channel, safety_stock), sizeof(allot_channel::safety_stock), 64, 4>);
static_assert(lies<offsetof(allot_channel, policy), sizeof(allot_channel::policy), 68, 1>);
static_assert(
    lies<offsetof(allot_channel, review_outcome), sizeof(allot_channel::review_outcome), 69, 1>);
static_assert(lies<offsetof(allot_channel, cash_on_delivery),
                   sizeof(allot_channel::cash_on_delivery), 70, 1>);
static_assert(lies<offsetof(allot_channel, review_pauses_payment),
                   sizeof(allot_channel::review_pauses_payment), 71, 1>);
static_assert(lies<offsetof(allot_channel, currency), sizeof(allot_channel::currency), 72, 16>);
static_assert(lies<offsetof(allot_channel, prices_include_tax),
                   sizeof(allot_channel::prices_include_tax), 88, 1>);
static_assert(
    lies<offsetof(allot_channel, pay_when_served), sizeof(allot_channel::pay_when_served), 89, 1>);
static_assert(
    lies<offsetof(allot_channel, late_payment), sizeof(allot_channel::late_payment), 90, 1>);
static_assert(lies<offsetof(allot_channel, firm_when), sizeof(allot_channel::firm_when), 91, 1>);
static_assert(lies<offsetof(allot_channel, deposit_bp), sizeof(allot_channel::deposit_bp), 92, 4>);
static_assert(lies<offsetof(allot_channel, payment_grace_ns),
                   sizeof(allot_channel::payment_grace_ns), 96, 8>);
static_assert(lies<offsetof(allot_channel, grace_remind_before_ns),
                   sizeof(allot_channel::grace_remind_before_ns), 104, 8>);
static_assert(lies<offsetof(allot_channel, authorisation_ttl_ns),
                   sizeof(allot_channel::authorisation_ttl_ns), 112, 8>);
static_assert(
    lies<offsetof(allot_channel, balance_ttl_ns), sizeof(allot_channel::balance_ttl_ns), 120, 8>);
static_assert(lies<offsetof(allot_channel, balance_remind_before_ns),
                   sizeof(allot_channel::balance_remind_before_ns), 128, 8>);
static_assert(
    lies<offsetof(allot_channel, lapsed_deposit), sizeof(allot_channel::lapsed_deposit), 136, 1>);
static_assert(lies<offsetof(allot_channel, own_hold), sizeof(allot_channel::own_hold), 137, 1>);
static_assert(
    lies<offsetof(allot_channel, own_hold_per), sizeof(allot_channel::own_hold_per), 138, 1>);
static_assert(lies<offsetof(allot_channel, reserved), sizeof(allot_channel::reserved), 139, 5>);
static_assert(
    lies<offsetof(allot_channel, own_hold_ttl_ns), sizeof(allot_channel::own_hold_ttl_ns), 144, 8>);
static_assert(lies<offsetof(allot_channel, expiry_margin_ns),
                   sizeof(allot_channel::expiry_margin_ns), 152, 8>);

static_assert(sizeof(allot_network) == 32);
static_assert(
    lies<offsetof(allot_network, command_key), sizeof(allot_network::command_key), 0, 16>);
static_assert(lies<offsetof(allot_network, channel), sizeof(allot_network::channel), 16, 4>);
static_assert(lies<offsetof(allot_network, node), sizeof(allot_network::node), 20, 4>);
static_assert(lies<offsetof(allot_network, serves), sizeof(allot_network::serves), 24, 1>);
static_assert(lies<offsetof(allot_network, reserved), sizeof(allot_network::reserved), 25, 7>);

static_assert(sizeof(allot_lane) == 56);
static_assert(lies<offsetof(allot_lane, command_key), sizeof(allot_lane::command_key), 0, 16>);
static_assert(lies<offsetof(allot_lane, node), sizeof(allot_lane::node), 16, 4>);
static_assert(lies<offsetof(allot_lane, zone), sizeof(allot_lane::zone), 20, 4>);
static_assert(lies<offsetof(allot_lane, parcel_cost), sizeof(allot_lane::parcel_cost), 24, 8>);
static_assert(lies<offsetof(allot_lane, unit_cost), sizeof(allot_lane::unit_cost), 32, 8>);
static_assert(lies<offsetof(allot_lane, transit_ns), sizeof(allot_lane::transit_ns), 40, 8>);
static_assert(lies<offsetof(allot_lane, serviceable), sizeof(allot_lane::serviceable), 48, 1>);
static_assert(lies<offsetof(allot_lane, reserved), sizeof(allot_lane::reserved), 49, 3>);
static_assert(lies<offsetof(allot_lane, carrier), sizeof(allot_lane::carrier), 52, 4>);

static_assert(sizeof(allot_list) == 32);
static_assert(lies<offsetof(allot_list, command_key), sizeof(allot_list::command_key), 0, 16>);
static_assert(lies<offsetof(allot_list, list), sizeof(allot_list::list), 16, 1>);
static_assert(lies<offsetof(allot_list, kind), sizeof(allot_list::kind), 17, 1>);
static_assert(lies<offsetof(allot_list, present), sizeof(allot_list::present), 18, 1>);
static_assert(lies<offsetof(allot_list, reserved), sizeof(allot_list::reserved), 19, 5>);
static_assert(lies<offsetof(allot_list, token), sizeof(allot_list::token), 24, 8>);

static_assert(sizeof(allot_carrier) == 32);
static_assert(
    lies<offsetof(allot_carrier, command_key), sizeof(allot_carrier::command_key), 0, 16>);
static_assert(lies<offsetof(allot_carrier, code), sizeof(allot_carrier::code), 16, 16>);

static_assert(sizeof(allot_sku_set) == 48);
static_assert(
    lies<offsetof(allot_sku_set, command_key), sizeof(allot_sku_set::command_key), 0, 16>);
static_assert(lies<offsetof(allot_sku_set, code), sizeof(allot_sku_set::code), 16, 16>);
static_assert(lies<offsetof(allot_sku_set, skus), sizeof(allot_sku_set::skus), 32, 8>);
static_assert(lies<offsetof(allot_sku_set, sku_count), sizeof(allot_sku_set::sku_count), 40, 8>);

static_assert(sizeof(allot_cap) == 64);
static_assert(lies<offsetof(allot_cap, command_key), sizeof(allot_cap::command_key), 0, 16>);
static_assert(lies<offsetof(allot_cap, code), sizeof(allot_cap::code), 16, 16>);
static_assert(lies<offsetof(allot_cap, measure), sizeof(allot_cap::measure), 32, 1>);
static_assert(lies<offsetof(allot_cap, per), sizeof(allot_cap::per), 33, 1>);
static_assert(lies<offsetof(allot_cap, token_required), sizeof(allot_cap::token_required), 34, 1>);
static_assert(lies<offsetof(allot_cap, reserved), sizeof(allot_cap::reserved), 35, 1>);
static_assert(lies<offsetof(allot_cap, at_most), sizeof(allot_cap::at_most), 36, 4>);
static_assert(lies<offsetof(allot_cap, sku_set), sizeof(allot_cap::sku_set), 40, 4>);
static_assert(lies<offsetof(allot_cap, reserved2), sizeof(allot_cap::reserved2), 44, 4>);
static_assert(lies<offsetof(allot_cap, window_ns), sizeof(allot_cap::window_ns), 48, 8>);
static_assert(lies<offsetof(allot_cap, origin), sizeof(allot_cap::origin), 56, 8>);

static_assert(sizeof(allot_receive) == 48);
static_assert(
    lies<offsetof(allot_receive, command_key), sizeof(allot_receive::command_key), 0, 16>);
static_assert(lies<offsetof(allot_receive, sku), sizeof(allot_receive::sku), 16, 4>);
static_assert(lies<offsetof(allot_receive, node), sizeof(allot_receive::node), 20, 4>);
static_assert(lies<offsetof(allot_receive, lot), sizeof(allot_receive::lot), 24, 8>);
static_assert(lies<offsetof(allot_receive, quantity), sizeof(allot_receive::quantity), 32, 4>);
static_assert(lies<offsetof(allot_receive, reserved), sizeof(allot_receive::reserved), 36, 4>);
static_assert(lies<offsetof(allot_receive, expires_at), sizeof(allot_receive::expires_at), 40, 8>);

static_assert(sizeof(allot_adjust) == 40);
static_assert(lies<offsetof(allot_adjust, command_key), sizeof(allot_adjust::command_key), 0, 16>);
static_assert(lies<offsetof(allot_adjust, sku), sizeof(allot_adjust::sku), 16, 4>);
static_assert(lies<offsetof(allot_adjust, node), sizeof(allot_adjust::node), 20, 4>);
static_assert(lies<offsetof(allot_adjust, lot), sizeof(allot_adjust::lot), 24, 8>);
static_assert(lies<offsetof(allot_adjust, delta), sizeof(allot_adjust::delta), 32, 4>);
static_assert(lies<offsetof(allot_adjust, reserved), sizeof(allot_adjust::reserved), 36, 4>);

static_assert(sizeof(allot_safety_stock) == 32);
static_assert(lies<offsetof(allot_safety_stock, command_key),
                   sizeof(allot_safety_stock::command_key), 0, 16>);
static_assert(lies<offsetof(allot_safety_stock, sku), sizeof(allot_safety_stock::sku), 16, 4>);
static_assert(lies<offsetof(allot_safety_stock, node), sizeof(allot_safety_stock::node), 20, 4>);
static_assert(
    lies<offsetof(allot_safety_stock, quantity), sizeof(allot_safety_stock::quantity), 24, 4>);
static_assert(
    lies<offsetof(allot_safety_stock, reserved), sizeof(allot_safety_stock::reserved), 28, 4>);

static_assert(sizeof(allot_move) == 72);
static_assert(lies<offsetof(allot_move, command_key), sizeof(allot_move::command_key), 0, 16>);
static_assert(lies<offsetof(allot_move, order_key), sizeof(allot_move::order_key), 16, 16>);
static_assert(lies<offsetof(allot_move, sku), sizeof(allot_move::sku), 32, 4>);
static_assert(lies<offsetof(allot_move, from_node), sizeof(allot_move::from_node), 36, 4>);
static_assert(lies<offsetof(allot_move, to_node), sizeof(allot_move::to_node), 40, 4>);
static_assert(lies<offsetof(allot_move, quantity), sizeof(allot_move::quantity), 44, 4>);
static_assert(lies<offsetof(allot_move, from_lot), sizeof(allot_move::from_lot), 48, 8>);
static_assert(lies<offsetof(allot_move, to_lot), sizeof(allot_move::to_lot), 56, 8>);
static_assert(lies<offsetof(allot_move, line_number), sizeof(allot_move::line_number), 64, 2>);
static_assert(lies<offsetof(allot_move, reserved), sizeof(allot_move::reserved), 66, 6>);

static_assert(sizeof(allot_feed) == 24);
static_assert(lies<offsetof(allot_feed, command_key), sizeof(allot_feed::command_key), 0, 16>);
static_assert(lies<offsetof(allot_feed, channel), sizeof(allot_feed::channel), 16, 4>);
static_assert(lies<offsetof(allot_feed, tells), sizeof(allot_feed::tells), 20, 1>);
static_assert(lies<offsetof(allot_feed, reserved), sizeof(allot_feed::reserved), 21, 3>);

static_assert(sizeof(allot_place) == 184);
static_assert(lies<offsetof(allot_place, command_key), sizeof(allot_place::command_key), 0, 16>);
static_assert(lies<offsetof(allot_place, order_key), sizeof(allot_place::order_key), 16, 16>);
static_assert(lies<offsetof(allot_place, channel), sizeof(allot_place::channel), 32, 4>);
static_assert(lies<offsetof(allot_place, zone), sizeof(allot_place::zone), 36, 4>);
static_assert(lies<offsetof(allot_place, tokens), sizeof(allot_place::tokens), 40, 48>);
static_assert(lies<offsetof(allot_place, ship_by), sizeof(allot_place::ship_by), 88, 8>);
static_assert(lies<offsetof(allot_place, priority), sizeof(allot_place::priority), 96, 1>);
static_assert(lies<offsetof(allot_place, max_splits), sizeof(allot_place::max_splits), 97, 1>);
static_assert(lies<offsetof(allot_place, shortage), sizeof(allot_place::shortage), 98, 1>);
static_assert(
    lies<offsetof(allot_place, ship_complete), sizeof(allot_place::ship_complete), 99, 1>);
static_assert(lies<offsetof(allot_place, reserved), sizeof(allot_place::reserved), 100, 4>);
static_assert(lies<offsetof(allot_place, lines), sizeof(allot_place::lines), 104, 8>);
static_assert(lies<offsetof(allot_place, line_count), sizeof(allot_place::line_count), 112, 8>);
static_assert(
    lies<offsetof(allot_place, order_number), sizeof(allot_place::order_number), 120, 16>);
static_assert(lies<offsetof(allot_place, discount), sizeof(allot_place::discount), 136, 8>);
static_assert(lies<offsetof(allot_place, shipping), sizeof(allot_place::shipping), 144, 8>);
static_assert(lies<offsetof(allot_place, shipping_tax), sizeof(allot_place::shipping_tax), 152, 8>);
static_assert(lies<offsetof(allot_place, deposit), sizeof(allot_place::deposit), 160, 8>);
static_assert(lies<offsetof(allot_place, attributes), sizeof(allot_place::attributes), 168, 8>);
static_assert(
    lies<offsetof(allot_place, attribute_count), sizeof(allot_place::attribute_count), 176, 8>);

static_assert(sizeof(allot_import) == 200);
static_assert(lies<offsetof(allot_import, command_key), sizeof(allot_import::command_key), 0, 16>);
static_assert(lies<offsetof(allot_import, order_key), sizeof(allot_import::order_key), 16, 16>);
static_assert(lies<offsetof(allot_import, channel), sizeof(allot_import::channel), 32, 4>);
static_assert(lies<offsetof(allot_import, zone), sizeof(allot_import::zone), 36, 4>);
static_assert(lies<offsetof(allot_import, tokens), sizeof(allot_import::tokens), 40, 48>);
static_assert(lies<offsetof(allot_import, ship_by), sizeof(allot_import::ship_by), 88, 8>);
static_assert(lies<offsetof(allot_import, priority), sizeof(allot_import::priority), 96, 1>);
static_assert(lies<offsetof(allot_import, state), sizeof(allot_import::state), 97, 1>);
static_assert(lies<offsetof(allot_import, known_new), sizeof(allot_import::known_new), 98, 1>);
static_assert(lies<offsetof(allot_import, reserved), sizeof(allot_import::reserved), 99, 5>);
static_assert(lies<offsetof(allot_import, lines), sizeof(allot_import::lines), 104, 8>);
static_assert(lies<offsetof(allot_import, line_count), sizeof(allot_import::line_count), 112, 8>);
static_assert(
    lies<offsetof(allot_import, order_number), sizeof(allot_import::order_number), 120, 16>);
static_assert(lies<offsetof(allot_import, pay_by), sizeof(allot_import::pay_by), 136, 8>);
static_assert(lies<offsetof(allot_import, sold_at), sizeof(allot_import::sold_at), 144, 8>);
static_assert(lies<offsetof(allot_import, discount), sizeof(allot_import::discount), 152, 8>);
static_assert(lies<offsetof(allot_import, shipping), sizeof(allot_import::shipping), 160, 8>);
static_assert(
    lies<offsetof(allot_import, shipping_tax), sizeof(allot_import::shipping_tax), 168, 8>);
static_assert(lies<offsetof(allot_import, deposit), sizeof(allot_import::deposit), 176, 8>);
static_assert(lies<offsetof(allot_import, attributes), sizeof(allot_import::attributes), 184, 8>);
static_assert(
    lies<offsetof(allot_import, attribute_count), sizeof(allot_import::attribute_count), 192, 8>);

static_assert(sizeof(allot_cancel) == 32);
static_assert(lies<offsetof(allot_cancel, command_key), sizeof(allot_cancel::command_key), 0, 16>);
static_assert(lies<offsetof(allot_cancel, order_key), sizeof(allot_cancel::order_key), 16, 16>);

static_assert(sizeof(allot_confirm_payment) == 40);
static_assert(lies<offsetof(allot_confirm_payment, command_key),
                   sizeof(allot_confirm_payment::command_key), 0, 16>);
static_assert(lies<offsetof(allot_confirm_payment, order_key),
                   sizeof(allot_confirm_payment::order_key), 16, 16>);
static_assert(
    lies<offsetof(allot_confirm_payment, paid_at), sizeof(allot_confirm_payment::paid_at), 32, 8>);

static_assert(sizeof(allot_payment_pending) == 32);
static_assert(lies<offsetof(allot_payment_pending, command_key),
                   sizeof(allot_payment_pending::command_key), 0, 16>);
static_assert(lies<offsetof(allot_payment_pending, order_key),
                   sizeof(allot_payment_pending::order_key), 16, 16>);

static_assert(sizeof(allot_fail_payment) == 32);
static_assert(lies<offsetof(allot_fail_payment, command_key),
                   sizeof(allot_fail_payment::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_fail_payment, order_key), sizeof(allot_fail_payment::order_key), 16, 16>);

static_assert(sizeof(allot_review_decision) == 40);
static_assert(lies<offsetof(allot_review_decision, command_key),
                   sizeof(allot_review_decision::command_key), 0, 16>);
static_assert(lies<offsetof(allot_review_decision, order_key),
                   sizeof(allot_review_decision::order_key), 16, 16>);
static_assert(
    lies<offsetof(allot_review_decision, version), sizeof(allot_review_decision::version), 32, 4>);
static_assert(
    lies<offsetof(allot_review_decision, outcome), sizeof(allot_review_decision::outcome), 36, 1>);
static_assert(lies<offsetof(allot_review_decision, reserved),
                   sizeof(allot_review_decision::reserved), 37, 3>);

static_assert(sizeof(allot_modify) == 152);
static_assert(lies<offsetof(allot_modify, command_key), sizeof(allot_modify::command_key), 0, 16>);
static_assert(lies<offsetof(allot_modify, order_key), sizeof(allot_modify::order_key), 16, 16>);
static_assert(lies<offsetof(allot_modify, version), sizeof(allot_modify::version), 32, 4>);
static_assert(lies<offsetof(allot_modify, zone), sizeof(allot_modify::zone), 36, 4>);
static_assert(lies<offsetof(allot_modify, tokens), sizeof(allot_modify::tokens), 40, 48>);
static_assert(lies<offsetof(allot_modify, ship_by), sizeof(allot_modify::ship_by), 88, 8>);
static_assert(lies<offsetof(allot_modify, priority), sizeof(allot_modify::priority), 96, 1>);
static_assert(lies<offsetof(allot_modify, max_splits), sizeof(allot_modify::max_splits), 97, 1>);
static_assert(lies<offsetof(allot_modify, reserved), sizeof(allot_modify::reserved), 98, 6>);
static_assert(lies<offsetof(allot_modify, lines), sizeof(allot_modify::lines), 104, 8>);
static_assert(lies<offsetof(allot_modify, line_count), sizeof(allot_modify::line_count), 112, 8>);
static_assert(lies<offsetof(allot_modify, discount), sizeof(allot_modify::discount), 120, 8>);
static_assert(lies<offsetof(allot_modify, shipping), sizeof(allot_modify::shipping), 128, 8>);
static_assert(
    lies<offsetof(allot_modify, shipping_tax), sizeof(allot_modify::shipping_tax), 136, 8>);
static_assert(lies<offsetof(allot_modify, deposit), sizeof(allot_modify::deposit), 144, 8>);

static_assert(sizeof(allot_extend) == 48);
static_assert(lies<offsetof(allot_extend, command_key), sizeof(allot_extend::command_key), 0, 16>);
static_assert(lies<offsetof(allot_extend, order_key), sizeof(allot_extend::order_key), 16, 16>);
static_assert(lies<offsetof(allot_extend, pay_by), sizeof(allot_extend::pay_by), 32, 8>);
static_assert(lies<offsetof(allot_extend, version), sizeof(allot_extend::version), 40, 4>);
static_assert(lies<offsetof(allot_extend, reserved), sizeof(allot_extend::reserved), 44, 4>);

static_assert(sizeof(allot_confirm_part) == 64);
static_assert(lies<offsetof(allot_confirm_part, command_key),
                   sizeof(allot_confirm_part::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_confirm_part, order_key), sizeof(allot_confirm_part::order_key), 16, 16>);
static_assert(
    lies<offsetof(allot_confirm_part, paid_at), sizeof(allot_confirm_part::paid_at), 32, 8>);
static_assert(
    lies<offsetof(allot_confirm_part, version), sizeof(allot_confirm_part::version), 40, 4>);
static_assert(lies<offsetof(allot_confirm_part, rest), sizeof(allot_confirm_part::rest), 44, 1>);
static_assert(
    lies<offsetof(allot_confirm_part, reserved), sizeof(allot_confirm_part::reserved), 45, 3>);
static_assert(lies<offsetof(allot_confirm_part, lines), sizeof(allot_confirm_part::lines), 48, 8>);
static_assert(
    lies<offsetof(allot_confirm_part, line_count), sizeof(allot_confirm_part::line_count), 56, 8>);

static_assert(sizeof(allot_payment) == 80);
static_assert(
    lies<offsetof(allot_payment, command_key), sizeof(allot_payment::command_key), 0, 16>);
static_assert(lies<offsetof(allot_payment, order_key), sizeof(allot_payment::order_key), 16, 16>);
static_assert(
    lies<offsetof(allot_payment, payment_key), sizeof(allot_payment::payment_key), 32, 16>);
static_assert(lies<offsetof(allot_payment, amount), sizeof(allot_payment::amount), 48, 8>);
static_assert(lies<offsetof(allot_payment, kind), sizeof(allot_payment::kind), 56, 1>);
static_assert(lies<offsetof(allot_payment, reserved), sizeof(allot_payment::reserved), 57, 7>);
static_assert(lies<offsetof(allot_payment, at), sizeof(allot_payment::at), 64, 8>);
static_assert(lies<offsetof(allot_payment, until), sizeof(allot_payment::until), 72, 8>);

static_assert(sizeof(allot_cancel_line) == 56);
static_assert(
    lies<offsetof(allot_cancel_line, command_key), sizeof(allot_cancel_line::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_cancel_line, order_key), sizeof(allot_cancel_line::order_key), 16, 16>);
static_assert(lies<offsetof(allot_cancel_line, sku), sizeof(allot_cancel_line::sku), 32, 4>);
static_assert(
    lies<offsetof(allot_cancel_line, quantity), sizeof(allot_cancel_line::quantity), 36, 4>);
static_assert(lies<offsetof(allot_cancel_line, node), sizeof(allot_cancel_line::node), 40, 4>);
static_assert(
    lies<offsetof(allot_cancel_line, version), sizeof(allot_cancel_line::version), 44, 4>);
static_assert(
    lies<offsetof(allot_cancel_line, line_number), sizeof(allot_cancel_line::line_number), 48, 2>);
static_assert(
    lies<offsetof(allot_cancel_line, reserved), sizeof(allot_cancel_line::reserved), 50, 6>);

static_assert(sizeof(allot_trim) == 40);
static_assert(lies<offsetof(allot_trim, command_key), sizeof(allot_trim::command_key), 0, 16>);
static_assert(lies<offsetof(allot_trim, order_key), sizeof(allot_trim::order_key), 16, 16>);
static_assert(lies<offsetof(allot_trim, version), sizeof(allot_trim::version), 32, 4>);
static_assert(lies<offsetof(allot_trim, reserved), sizeof(allot_trim::reserved), 36, 4>);

static_assert(sizeof(allot_merge) == 56);
static_assert(lies<offsetof(allot_merge, command_key), sizeof(allot_merge::command_key), 0, 16>);
static_assert(lies<offsetof(allot_merge, order_key), sizeof(allot_merge::order_key), 16, 16>);
static_assert(lies<offsetof(allot_merge, version), sizeof(allot_merge::version), 32, 4>);
static_assert(
    lies<offsetof(allot_merge, other_version), sizeof(allot_merge::other_version), 36, 4>);
static_assert(lies<offsetof(allot_merge, other_key), sizeof(allot_merge::other_key), 40, 16>);

static_assert(sizeof(allot_split) == 112);
static_assert(lies<offsetof(allot_split, command_key), sizeof(allot_split::command_key), 0, 16>);
static_assert(lies<offsetof(allot_split, order_key), sizeof(allot_split::order_key), 16, 16>);
static_assert(lies<offsetof(allot_split, version), sizeof(allot_split::version), 32, 4>);
static_assert(lies<offsetof(allot_split, reserved), sizeof(allot_split::reserved), 36, 4>);
static_assert(lies<offsetof(allot_split, discount), sizeof(allot_split::discount), 40, 8>);
static_assert(lies<offsetof(allot_split, shipping), sizeof(allot_split::shipping), 48, 8>);
static_assert(lies<offsetof(allot_split, shipping_tax), sizeof(allot_split::shipping_tax), 56, 8>);
static_assert(lies<offsetof(allot_split, lines), sizeof(allot_split::lines), 64, 8>);
static_assert(lies<offsetof(allot_split, line_count), sizeof(allot_split::line_count), 72, 8>);
static_assert(lies<offsetof(allot_split, new_key), sizeof(allot_split::new_key), 80, 16>);
static_assert(lies<offsetof(allot_split, new_number), sizeof(allot_split::new_number), 96, 16>);

static_assert(sizeof(allot_release_wave) == 56);
static_assert(lies<offsetof(allot_release_wave, command_key),
                   sizeof(allot_release_wave::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_release_wave, wave_key), sizeof(allot_release_wave::wave_key), 16, 8>);
static_assert(lies<offsetof(allot_release_wave, node), sizeof(allot_release_wave::node), 24, 4>);
static_assert(lies<offsetof(allot_release_wave, zone), sizeof(allot_release_wave::zone), 28, 4>);
static_assert(
    lies<offsetof(allot_release_wave, channel), sizeof(allot_release_wave::channel), 32, 4>);
static_assert(
    lies<offsetof(allot_release_wave, orders_max), sizeof(allot_release_wave::orders_max), 36, 4>);
static_assert(
    lies<offsetof(allot_release_wave, cutoff), sizeof(allot_release_wave::cutoff), 40, 8>);
static_assert(
    lies<offsetof(allot_release_wave, carrier), sizeof(allot_release_wave::carrier), 48, 4>);
static_assert(
    lies<offsetof(allot_release_wave, reserved), sizeof(allot_release_wave::reserved), 52, 4>);

static_assert(sizeof(allot_pick) == 56);
static_assert(lies<offsetof(allot_pick, command_key), sizeof(allot_pick::command_key), 0, 16>);
static_assert(lies<offsetof(allot_pick, order_key), sizeof(allot_pick::order_key), 16, 16>);
static_assert(lies<offsetof(allot_pick, sku), sizeof(allot_pick::sku), 32, 4>);
static_assert(lies<offsetof(allot_pick, node), sizeof(allot_pick::node), 36, 4>);
static_assert(lies<offsetof(allot_pick, lot), sizeof(allot_pick::lot), 40, 8>);
static_assert(lies<offsetof(allot_pick, quantity), sizeof(allot_pick::quantity), 48, 4>);
static_assert(lies<offsetof(allot_pick, line_number), sizeof(allot_pick::line_number), 52, 2>);
static_assert(lies<offsetof(allot_pick, reserved), sizeof(allot_pick::reserved), 54, 2>);

static_assert(sizeof(allot_short_pick) == 56);
static_assert(
    lies<offsetof(allot_short_pick, command_key), sizeof(allot_short_pick::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_short_pick, order_key), sizeof(allot_short_pick::order_key), 16, 16>);
static_assert(lies<offsetof(allot_short_pick, sku), sizeof(allot_short_pick::sku), 32, 4>);
static_assert(lies<offsetof(allot_short_pick, node), sizeof(allot_short_pick::node), 36, 4>);
static_assert(lies<offsetof(allot_short_pick, lot), sizeof(allot_short_pick::lot), 40, 8>);
static_assert(
    lies<offsetof(allot_short_pick, quantity), sizeof(allot_short_pick::quantity), 48, 4>);
static_assert(lies<offsetof(allot_short_pick, why), sizeof(allot_short_pick::why), 52, 1>);
static_assert(
    lies<offsetof(allot_short_pick, reserved), sizeof(allot_short_pick::reserved), 53, 1>);
static_assert(
    lies<offsetof(allot_short_pick, line_number), sizeof(allot_short_pick::line_number), 54, 2>);

static_assert(sizeof(allot_ship) == 72);
static_assert(lies<offsetof(allot_ship, command_key), sizeof(allot_ship::command_key), 0, 16>);
static_assert(lies<offsetof(allot_ship, order_key), sizeof(allot_ship::order_key), 16, 16>);
static_assert(lies<offsetof(allot_ship, sku), sizeof(allot_ship::sku), 32, 4>);
static_assert(lies<offsetof(allot_ship, node), sizeof(allot_ship::node), 36, 4>);
static_assert(lies<offsetof(allot_ship, lot), sizeof(allot_ship::lot), 40, 8>);
static_assert(lies<offsetof(allot_ship, quantity), sizeof(allot_ship::quantity), 48, 4>);
static_assert(lies<offsetof(allot_ship, line_number), sizeof(allot_ship::line_number), 52, 2>);
static_assert(lies<offsetof(allot_ship, reserved), sizeof(allot_ship::reserved), 54, 2>);
static_assert(lies<offsetof(allot_ship, tracking), sizeof(allot_ship::tracking), 56, 8>);
static_assert(lies<offsetof(allot_ship, parcel_key), sizeof(allot_ship::parcel_key), 64, 8>);

static_assert(sizeof(allot_deliver) == 56);
static_assert(
    lies<offsetof(allot_deliver, command_key), sizeof(allot_deliver::command_key), 0, 16>);
static_assert(lies<offsetof(allot_deliver, order_key), sizeof(allot_deliver::order_key), 16, 16>);
static_assert(lies<offsetof(allot_deliver, sku), sizeof(allot_deliver::sku), 32, 4>);
static_assert(lies<offsetof(allot_deliver, quantity), sizeof(allot_deliver::quantity), 36, 4>);
static_assert(lies<offsetof(allot_deliver, tracking), sizeof(allot_deliver::tracking), 40, 8>);
static_assert(
    lies<offsetof(allot_deliver, line_number), sizeof(allot_deliver::line_number), 48, 2>);
static_assert(lies<offsetof(allot_deliver, reserved), sizeof(allot_deliver::reserved), 50, 6>);

static_assert(sizeof(allot_delivery_exception) == 64);
static_assert(lies<offsetof(allot_delivery_exception, command_key),
                   sizeof(allot_delivery_exception::command_key), 0, 16>);
static_assert(lies<offsetof(allot_delivery_exception, order_key),
                   sizeof(allot_delivery_exception::order_key), 16, 16>);
static_assert(
    lies<offsetof(allot_delivery_exception, kind), sizeof(allot_delivery_exception::kind), 32, 1>);
static_assert(lies<offsetof(allot_delivery_exception, reserved),
                   sizeof(allot_delivery_exception::reserved), 33, 1>);
static_assert(lies<offsetof(allot_delivery_exception, line_number),
                   sizeof(allot_delivery_exception::line_number), 34, 2>);
static_assert(
    lies<offsetof(allot_delivery_exception, sku), sizeof(allot_delivery_exception::sku), 36, 4>);
static_assert(lies<offsetof(allot_delivery_exception, quantity),
                   sizeof(allot_delivery_exception::quantity), 40, 4>);
static_assert(lies<offsetof(allot_delivery_exception, reserved2),
                   sizeof(allot_delivery_exception::reserved2), 44, 4>);
static_assert(lies<offsetof(allot_delivery_exception, tracking),
                   sizeof(allot_delivery_exception::tracking), 48, 8>);
static_assert(
    lies<offsetof(allot_delivery_exception, at), sizeof(allot_delivery_exception::at), 56, 8>);

static_assert(sizeof(allot_answer_cancel) == 40);
static_assert(lies<offsetof(allot_answer_cancel, command_key),
                   sizeof(allot_answer_cancel::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_answer_cancel, order_key), sizeof(allot_answer_cancel::order_key), 16, 16>);
static_assert(lies<offsetof(allot_answer_cancel, node), sizeof(allot_answer_cancel::node), 32, 4>);
static_assert(
    lies<offsetof(allot_answer_cancel, answer), sizeof(allot_answer_cancel::answer), 36, 1>);
static_assert(
    lies<offsetof(allot_answer_cancel, reserved), sizeof(allot_answer_cancel::reserved), 37, 3>);

static_assert(sizeof(allot_ship_undone) == 64);
static_assert(
    lies<offsetof(allot_ship_undone, command_key), sizeof(allot_ship_undone::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_ship_undone, order_key), sizeof(allot_ship_undone::order_key), 16, 16>);
static_assert(lies<offsetof(allot_ship_undone, sku), sizeof(allot_ship_undone::sku), 32, 4>);
static_assert(lies<offsetof(allot_ship_undone, node), sizeof(allot_ship_undone::node), 36, 4>);
static_assert(lies<offsetof(allot_ship_undone, lot), sizeof(allot_ship_undone::lot), 40, 8>);
static_assert(
    lies<offsetof(allot_ship_undone, quantity), sizeof(allot_ship_undone::quantity), 48, 4>);
static_assert(lies<offsetof(allot_ship_undone, to), sizeof(allot_ship_undone::to), 52, 1>);
static_assert(
    lies<offsetof(allot_ship_undone, reserved), sizeof(allot_ship_undone::reserved), 53, 1>);
static_assert(
    lies<offsetof(allot_ship_undone, line_number), sizeof(allot_ship_undone::line_number), 54, 2>);
static_assert(
    lies<offsetof(allot_ship_undone, tracking), sizeof(allot_ship_undone::tracking), 56, 8>);

static_assert(sizeof(allot_release_order) == 40);
static_assert(lies<offsetof(allot_release_order, command_key),
                   sizeof(allot_release_order::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_release_order, order_key), sizeof(allot_release_order::order_key), 16, 16>);
static_assert(lies<offsetof(allot_release_order, node), sizeof(allot_release_order::node), 32, 4>);
static_assert(
    lies<offsetof(allot_release_order, reserved), sizeof(allot_release_order::reserved), 36, 4>);

static_assert(sizeof(allot_pack) == 72);
static_assert(lies<offsetof(allot_pack, command_key), sizeof(allot_pack::command_key), 0, 16>);
static_assert(lies<offsetof(allot_pack, order_key), sizeof(allot_pack::order_key), 16, 16>);
static_assert(lies<offsetof(allot_pack, parcel_key), sizeof(allot_pack::parcel_key), 32, 8>);
static_assert(lies<offsetof(allot_pack, sku), sizeof(allot_pack::sku), 40, 4>);
static_assert(lies<offsetof(allot_pack, node), sizeof(allot_pack::node), 44, 4>);
static_assert(lies<offsetof(allot_pack, lot), sizeof(allot_pack::lot), 48, 8>);
static_assert(lies<offsetof(allot_pack, quantity), sizeof(allot_pack::quantity), 56, 4>);
static_assert(lies<offsetof(allot_pack, weight_g), sizeof(allot_pack::weight_g), 60, 4>);
static_assert(lies<offsetof(allot_pack, line_number), sizeof(allot_pack::line_number), 64, 2>);
static_assert(lies<offsetof(allot_pack, reserved), sizeof(allot_pack::reserved), 66, 6>);

static_assert(sizeof(allot_ship_parcel) == 32);
static_assert(
    lies<offsetof(allot_ship_parcel, command_key), sizeof(allot_ship_parcel::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_ship_parcel, parcel_key), sizeof(allot_ship_parcel::parcel_key), 16, 8>);
static_assert(
    lies<offsetof(allot_ship_parcel, tracking), sizeof(allot_ship_parcel::tracking), 24, 8>);

static_assert(sizeof(allot_request_return) == 64);
static_assert(lies<offsetof(allot_request_return, command_key),
                   sizeof(allot_request_return::command_key), 0, 16>);
static_assert(lies<offsetof(allot_request_return, order_key),
                   sizeof(allot_request_return::order_key), 16, 16>);
static_assert(lies<offsetof(allot_request_return, return_key),
                   sizeof(allot_request_return::return_key), 32, 8>);
static_assert(lies<offsetof(allot_request_return, sku), sizeof(allot_request_return::sku), 40, 4>);
static_assert(
    lies<offsetof(allot_request_return, quantity), sizeof(allot_request_return::quantity), 44, 4>);
static_assert(lies<offsetof(allot_request_return, why), sizeof(allot_request_return::why), 48, 1>);
static_assert(
    lies<offsetof(allot_request_return, reserved), sizeof(allot_request_return::reserved), 49, 7>);
static_assert(
    lies<offsetof(allot_request_return, until), sizeof(allot_request_return::until), 56, 8>);

static_assert(sizeof(allot_receive_return) == 72);
static_assert(lies<offsetof(allot_receive_return, command_key),
                   sizeof(allot_receive_return::command_key), 0, 16>);
static_assert(lies<offsetof(allot_receive_return, order_key),
                   sizeof(allot_receive_return::order_key), 16, 16>);
static_assert(lies<offsetof(allot_receive_return, return_key),
                   sizeof(allot_receive_return::return_key), 32, 8>);
static_assert(lies<offsetof(allot_receive_return, sku), sizeof(allot_receive_return::sku), 40, 4>);
static_assert(
    lies<offsetof(allot_receive_return, node), sizeof(allot_receive_return::node), 44, 4>);
static_assert(lies<offsetof(allot_receive_return, lot), sizeof(allot_receive_return::lot), 48, 8>);
static_assert(
    lies<offsetof(allot_receive_return, quantity), sizeof(allot_receive_return::quantity), 56, 4>);
static_assert(lies<offsetof(allot_receive_return, disposition),
                   sizeof(allot_receive_return::disposition), 60, 1>);
static_assert(
    lies<offsetof(allot_receive_return, reserved), sizeof(allot_receive_return::reserved), 61, 1>);
static_assert(lies<offsetof(allot_receive_return, line_number),
                   sizeof(allot_receive_return::line_number), 62, 2>);
static_assert(
    lies<offsetof(allot_receive_return, deduct), sizeof(allot_receive_return::deduct), 64, 8>);

static_assert(sizeof(allot_exchange) == 192);
static_assert(
    lies<offsetof(allot_exchange, command_key), sizeof(allot_exchange::command_key), 0, 16>);
static_assert(lies<offsetof(allot_exchange, order_key), sizeof(allot_exchange::order_key), 16, 16>);
static_assert(
    lies<offsetof(allot_exchange, return_key), sizeof(allot_exchange::return_key), 32, 8>);
static_assert(lies<offsetof(allot_exchange, sku), sizeof(allot_exchange::sku), 40, 4>);
static_assert(lies<offsetof(allot_exchange, quantity), sizeof(allot_exchange::quantity), 44, 4>);
static_assert(lies<offsetof(allot_exchange, until), sizeof(allot_exchange::until), 48, 8>);
static_assert(lies<offsetof(allot_exchange, tokens), sizeof(allot_exchange::tokens), 56, 48>);
static_assert(lies<offsetof(allot_exchange, ship_by), sizeof(allot_exchange::ship_by), 104, 8>);
static_assert(lies<offsetof(allot_exchange, zone), sizeof(allot_exchange::zone), 112, 4>);
static_assert(lies<offsetof(allot_exchange, why), sizeof(allot_exchange::why), 116, 1>);
static_assert(lies<offsetof(allot_exchange, credit), sizeof(allot_exchange::credit), 117, 1>);
static_assert(lies<offsetof(allot_exchange, priority), sizeof(allot_exchange::priority), 118, 1>);
static_assert(
    lies<offsetof(allot_exchange, max_splits), sizeof(allot_exchange::max_splits), 119, 1>);
static_assert(lies<offsetof(allot_exchange, lines), sizeof(allot_exchange::lines), 120, 8>);
static_assert(
    lies<offsetof(allot_exchange, line_count), sizeof(allot_exchange::line_count), 128, 8>);
static_assert(lies<offsetof(allot_exchange, new_key), sizeof(allot_exchange::new_key), 136, 16>);
static_assert(
    lies<offsetof(allot_exchange, new_number), sizeof(allot_exchange::new_number), 152, 16>);
static_assert(lies<offsetof(allot_exchange, discount), sizeof(allot_exchange::discount), 168, 8>);
static_assert(lies<offsetof(allot_exchange, shipping), sizeof(allot_exchange::shipping), 176, 8>);
static_assert(
    lies<offsetof(allot_exchange, shipping_tax), sizeof(allot_exchange::shipping_tax), 184, 8>);

static_assert(sizeof(allot_exception_rule) == 32);
static_assert(lies<offsetof(allot_exception_rule, command_key),
                   sizeof(allot_exception_rule::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_exception_rule, kind), sizeof(allot_exception_rule::kind), 16, 1>);
static_assert(
    lies<offsetof(allot_exception_rule, kept), sizeof(allot_exception_rule::kept), 17, 1>);
static_assert(
    lies<offsetof(allot_exception_rule, reserved), sizeof(allot_exception_rule::reserved), 18, 6>);
static_assert(lies<offsetof(allot_exception_rule, within_ns),
                   sizeof(allot_exception_rule::within_ns), 24, 8>);

static_assert(sizeof(allot_assign_exceptions) == 40);
static_assert(lies<offsetof(allot_assign_exceptions, command_key),
                   sizeof(allot_assign_exceptions::command_key), 0, 16>);
static_assert(lies<offsetof(allot_assign_exceptions, exceptions),
                   sizeof(allot_assign_exceptions::exceptions), 16, 8>);
static_assert(lies<offsetof(allot_assign_exceptions, exception_count),
                   sizeof(allot_assign_exceptions::exception_count), 24, 8>);
static_assert(
    lies<offsetof(allot_assign_exceptions, owner), sizeof(allot_assign_exceptions::owner), 32, 8>);

static_assert(sizeof(allot_resolve_exceptions) == 48);
static_assert(lies<offsetof(allot_resolve_exceptions, command_key),
                   sizeof(allot_resolve_exceptions::command_key), 0, 16>);
static_assert(lies<offsetof(allot_resolve_exceptions, exceptions),
                   sizeof(allot_resolve_exceptions::exceptions), 16, 8>);
static_assert(lies<offsetof(allot_resolve_exceptions, exception_count),
                   sizeof(allot_resolve_exceptions::exception_count), 24, 8>);
static_assert(lies<offsetof(allot_resolve_exceptions, outcome),
                   sizeof(allot_resolve_exceptions::outcome), 32, 1>);
static_assert(lies<offsetof(allot_resolve_exceptions, reserved),
                   sizeof(allot_resolve_exceptions::reserved), 33, 7>);
static_assert(lies<offsetof(allot_resolve_exceptions, reference),
                   sizeof(allot_resolve_exceptions::reference), 40, 8>);

static_assert(sizeof(allot_name_sku) == 32);
static_assert(
    lies<offsetof(allot_name_sku, command_key), sizeof(allot_name_sku::command_key), 0, 16>);
static_assert(lies<offsetof(allot_name_sku, code), sizeof(allot_name_sku::code), 16, 16>);

static_assert(sizeof(allot_service_level) == 40);
static_assert(lies<offsetof(allot_service_level, command_key),
                   sizeof(allot_service_level::command_key), 0, 16>);
static_assert(
    lies<offsetof(allot_service_level, channel), sizeof(allot_service_level::channel), 16, 4>);
static_assert(lies<offsetof(allot_service_level, kind), sizeof(allot_service_level::kind), 20, 1>);
static_assert(
    lies<offsetof(allot_service_level, promised), sizeof(allot_service_level::promised), 21, 1>);
static_assert(
    lies<offsetof(allot_service_level, reserved), sizeof(allot_service_level::reserved), 22, 2>);
static_assert(
    lies<offsetof(allot_service_level, within_ns), sizeof(allot_service_level::within_ns), 24, 8>);
static_assert(lies<offsetof(allot_service_level, warn_before_ns),
                   sizeof(allot_service_level::warn_before_ns), 32, 8>);

static_assert(sizeof(allot_limits) == 200);
static_assert(lies<offsetof(allot_limits, struct_size), sizeof(allot_limits::struct_size), 0, 4>);
static_assert(lies<offsetof(allot_limits, skus_max), sizeof(allot_limits::skus_max), 4, 4>);
static_assert(lies<offsetof(allot_limits, nodes_max), sizeof(allot_limits::nodes_max), 8, 4>);
static_assert(
    lies<offsetof(allot_limits, channels_max), sizeof(allot_limits::channels_max), 12, 4>);
static_assert(lies<offsetof(allot_limits, zones_max), sizeof(allot_limits::zones_max), 16, 4>);
static_assert(lies<offsetof(allot_limits, lots_max), sizeof(allot_limits::lots_max), 20, 4>);
static_assert(lies<offsetof(allot_limits, lots_per_cell_max),
                   sizeof(allot_limits::lots_per_cell_max), 24, 4>);
static_assert(lies<offsetof(allot_limits, orders_max), sizeof(allot_limits::orders_max), 28, 4>);
static_assert(lies<offsetof(allot_limits, closed_orders_max),
                   sizeof(allot_limits::closed_orders_max), 32, 4>);
static_assert(lies<offsetof(allot_limits, lines_max), sizeof(allot_limits::lines_max), 36, 4>);
static_assert(lies<offsetof(allot_limits, lines_per_order_max),
                   sizeof(allot_limits::lines_per_order_max), 40, 4>);
static_assert(lies<offsetof(allot_limits, holds_max), sizeof(allot_limits::holds_max), 44, 4>);
static_assert(
    lies<offsetof(allot_limits, command_keys_max), sizeof(allot_limits::command_keys_max), 48, 4>);
static_assert(
    lies<offsetof(allot_limits, attempts_max), sizeof(allot_limits::attempts_max), 52, 4>);
static_assert(
    lies<offsetof(allot_limits, velocity_depth), sizeof(allot_limits::velocity_depth), 56, 4>);
static_assert(
    lies<offsetof(allot_limits, list_entries_max), sizeof(allot_limits::list_entries_max), 60, 4>);
static_assert(lies<offsetof(allot_limits, nodes_per_order_max),
                   sizeof(allot_limits::nodes_per_order_max), 64, 4>);
static_assert(lies<offsetof(allot_limits, sourcing_steps_max),
                   sizeof(allot_limits::sourcing_steps_max), 68, 4>);
static_assert(lies<offsetof(allot_limits, work_units), sizeof(allot_limits::work_units), 72, 4>);
static_assert(lies<offsetof(allot_limits, time_source), sizeof(allot_limits::time_source), 76, 1>);
static_assert(lies<offsetof(allot_limits, reserved), sizeof(allot_limits::reserved), 77, 3>);
static_assert(lies<offsetof(allot_limits, max_step_ns), sizeof(allot_limits::max_step_ns), 80, 8>);
static_assert(
    lies<offsetof(allot_limits, sku_sets_max), sizeof(allot_limits::sku_sets_max), 88, 4>);
static_assert(
    lies<offsetof(allot_limits, sku_set_skus_max), sizeof(allot_limits::sku_set_skus_max), 92, 4>);
static_assert(lies<offsetof(allot_limits, caps_max), sizeof(allot_limits::caps_max), 96, 4>);
static_assert(
    lies<offsetof(allot_limits, cap_accounts_max), sizeof(allot_limits::cap_accounts_max), 100, 4>);
static_assert(lies<offsetof(allot_limits, debits_max), sizeof(allot_limits::debits_max), 104, 4>);
static_assert(lies<offsetof(allot_limits, stubs_max), sizeof(allot_limits::stubs_max), 108, 4>);
static_assert(lies<offsetof(allot_limits, stub_ttl_ns), sizeof(allot_limits::stub_ttl_ns), 112, 8>);
static_assert(lies<offsetof(allot_limits, news_max), sizeof(allot_limits::news_max), 120, 4>);
static_assert(lies<offsetof(allot_limits, reserved2), sizeof(allot_limits::reserved2), 124, 4>);
static_assert(lies<offsetof(allot_limits, news_ttl_ns), sizeof(allot_limits::news_ttl_ns), 128, 8>);
static_assert(
    lies<offsetof(allot_limits, payments_max), sizeof(allot_limits::payments_max), 136, 4>);
static_assert(lies<offsetof(allot_limits, returns_max), sizeof(allot_limits::returns_max), 140, 4>);
static_assert(
    lies<offsetof(allot_limits, exceptions_max), sizeof(allot_limits::exceptions_max), 144, 4>);
static_assert(
    lies<offsetof(allot_limits, promises_max), sizeof(allot_limits::promises_max), 148, 4>);
static_assert(lies<offsetof(allot_limits, feeds_max), sizeof(allot_limits::feeds_max), 152, 4>);
static_assert(
    lies<offsetof(allot_limits, carriers_max), sizeof(allot_limits::carriers_max), 156, 4>);
static_assert(lies<offsetof(allot_limits, parcels_max), sizeof(allot_limits::parcels_max), 160, 4>);
static_assert(
    lies<offsetof(allot_limits, attributes_max), sizeof(allot_limits::attributes_max), 164, 4>);
static_assert(lies<offsetof(allot_limits, rule_part_bytes_max),
                   sizeof(allot_limits::rule_part_bytes_max), 168, 4>);
static_assert(lies<offsetof(allot_limits, rule_set_bytes_max),
                   sizeof(allot_limits::rule_set_bytes_max), 172, 4>);
static_assert(
    lies<offsetof(allot_limits, rule_sets_max), sizeof(allot_limits::rule_sets_max), 176, 4>);
static_assert(lies<offsetof(allot_limits, rules_max), sizeof(allot_limits::rules_max), 180, 4>);
static_assert(
    lies<offsetof(allot_limits, rule_members_max), sizeof(allot_limits::rule_members_max), 184, 4>);
static_assert(
    lies<offsetof(allot_limits, rule_keys_max), sizeof(allot_limits::rule_keys_max), 188, 4>);
static_assert(
    lies<offsetof(allot_limits, rule_orders_max), sizeof(allot_limits::rule_orders_max), 192, 4>);
static_assert(lies<offsetof(allot_limits, reserved3), sizeof(allot_limits::reserved3), 196, 4>);

}  // namespace
