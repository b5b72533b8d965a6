// What each reason says, and what to do about it. The order in which several causes are tested is
// in docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "allot/messages/allocation_reasons.hpp"

namespace allot {

inline constexpr std::array early_reason_texts{
    ReasonText{Reason::ok, "ok", Advice::none, "done", "nothing"},
    ReasonText{Reason::busy, "busy", Advice::retry, "a ring or buffer is full; nothing was logged",
               "poll answers and events, then submit the command again"},
    ReasonText{Reason::stopped, "stopped", Advice::permanent, "the engine has been stopped",
               "open the engine again, then submit the command there"},
    ReasonText{Reason::poisoned, "poisoned", Advice::permanent,
               "a broken invariant or a failed write stopped the engine; recover it",
               "read why the engine is poisoned, open the log again, and submit the command again "
               "under its command_key: recovery knows whether it was decided"},
    ReasonText{Reason::command_too_large, "command_too_large", Advice::fix,
               "the command is larger than command_bytes_max",
               "leave out what is above the limits, or split it into several commands"},
    ReasonText{Reason::not_for_hosts, "not_for_hosts", Advice::fix,
               "only the engine itself logs this command",
               "leave the command to the engine; send tick for time to pass"},
    ReasonText{Reason::other_process, "other_process", Advice::fix,
               "the engine was opened by another process; a child of fork opens its own",
               "open an engine in this process"},
    ReasonText{Reason::step_too_large, "step_too_large", Advice::fix,
               "the time is more than max_step_ns ahead; correct it, or send tick with force at "
               "that time and then this again",
               "correct the time, or send tick with force at that time and then the command again"},
    ReasonText{Reason::command_key_missing, "command_key_missing", Advice::fix,
               "command_key must not be 0", "give each command a key of its own"},
    ReasonText{Reason::command_key_conflict, "command_key_conflict", Advice::fix,
               "this command_key was used with another body",
               "give this command a key of its own; the one that used the key stays decided"},
    ReasonText{Reason::order_key_missing, "order_key_missing", Advice::fix,
               "order_key must not be 0, where no order_number is given",
               "name the order by its key, or a new one by its number"},
    ReasonText{Reason::order_exists, "order_exists", Advice::permanent,
               "an order with this order_key is known",
               "give a new order a key of its own; when this is the same one sent twice, nothing"},
    ReasonText{Reason::order_unknown, "order_unknown", Advice::fix,
               "no order with this order_key is known",
               "check the key; an order that ended long ago is no longer remembered"},
    ReasonText{
        Reason::order_key_conflict, "order_key_conflict", Advice::fix,
        "another order has the key that is made from this order_number, under another number or "
        "none",
        "look at the order that has the key; give the new one another number, or a key of its own"},
    ReasonText{Reason::order_key_and_number, "order_key_and_number", Advice::fix,
               "an order is named by order_key or by order_number, not by both",
               "give one of the two"},
    ReasonText{Reason::payment_key_missing, "payment_key_missing", Advice::fix,
               "payment_key must not be 0", "name the payment as its provider does"},
    ReasonText{Reason::return_key_missing, "return_key_missing", Advice::fix,
               "return_key must not be 0", "give the return a token by which you know it"},
    ReasonText{Reason::parcel_key_missing, "parcel_key_missing", Advice::fix,
               "parcel_key must not be 0", "give the parcel a token by which you know it"},
    ReasonText{Reason::wave_key_missing, "wave_key_missing", Advice::fix, "wave_key must not be 0",
               "give the wave a token by which you know it"},
    ReasonText{
        Reason::line_number_missing, "line_number_missing", Advice::fix,
        "several lines of the order have the SKU, and it is not said which is meant",
        "name the line by its line_number; one without a number can only be changed by modify"},
    ReasonText{Reason::no_lines, "no_lines", Advice::fix, "an order needs at least one line",
               "give the order at least one line"},
    ReasonText{Reason::too_many_lines, "too_many_lines", Advice::fix,
               "the order has more than lines_per_order_max lines",
               "split the order, or start a log with a greater lines_per_order_max"},
    ReasonText{Reason::quantity_out_of_range, "quantity_out_of_range", Advice::fix,
               "a quantity, and the sum over an order, must be 1 to 2^31-1",
               "correct the quantity"},
    ReasonText{Reason::price_out_of_range, "price_out_of_range", Advice::fix,
               "a price must not be negative", "correct the price"},
    ReasonText{Reason::order_value_overflow, "order_value_overflow", Advice::fix,
               "the value of the order does not fit 63 bits", "correct quantities and prices"},
    ReasonText{Reason::sku_unknown, "sku_unknown", Advice::fix, "no such SKU",
               "define the SKU first, or correct its id"},
    ReasonText{Reason::node_unknown, "node_unknown", Advice::fix, "no such node",
               "define the node first, or correct its id"},
    ReasonText{Reason::channel_unknown, "channel_unknown", Advice::fix, "no such channel",
               "define the channel first, or correct its id"},
    ReasonText{Reason::zone_unknown, "zone_unknown", Advice::fix, "no such zone",
               "define the zone first, or correct its id"},
    ReasonText{Reason::code_invalid, "code_invalid", Advice::fix,
               "a code, or an order_number, is 1 to 40 bytes without NUL",
               "give a text of 1 to 40 bytes without NUL"},
    ReasonText{Reason::field_out_of_range, "field_out_of_range", Advice::fix,
               "a field lies outside its range",
               "look the range of each field up in docs/commands.md"},
    ReasonText{Reason::line_policy_conflict, "line_policy_conflict", Advice::fix,
               "a ship_complete order cannot set shortage on a line",
               "set shortage on the order only, or leave ship_complete out"},
    ReasonText{Reason::sku_set_unknown, "sku_set_unknown", Advice::fix, "no such set of SKUs",
               "define the set of SKUs first, or correct its id"},
    ReasonText{Reason::carrier_unknown, "carrier_unknown", Advice::fix, "no such carrier",
               "define the carrier first, or correct its id"},
    ReasonText{Reason::price_and_total, "price_and_total", Advice::fix,
               "a line says both price and total",
               "give price, of one unit, or total, of all units of the line"},
    ReasonText{Reason::discount_too_large, "discount_too_large", Advice::fix,
               "discounts are more than what they are taken off",
               "correct discounts, prices and shipping"},
    ReasonText{Reason::currency_conflict, "currency_conflict", Advice::fix,
               "a channel keeps the currency that it has",
               "give the channel the currency that it has, or use a channel of another code"},
    ReasonText{Reason::wanted_at_conflict, "wanted_at_conflict", Advice::fix,
               "lines of one SKU that are summed have other dates",
               "give lines with dates of their own a line_number each"},
    ReasonText{Reason::attribute_invalid, "attribute_invalid", Advice::fix,
               "an attribute of the order is named twice, or its name is 0",
               "give each attribute once, by the token of its name"},
    ReasonText{Reason::attribute_missing, "attribute_missing", Advice::fix,
               "the order lacks an attribute that the rule set requires",
               "give all attributes that the rule set declares as required"},
    ReasonText{Reason::rules_invalid, "rules_invalid", Advice::fix,
               "the bytes are no rule set that can be run",
               "compile the rule set again, and load all of its bytes"},
    ReasonText{Reason::rules_incomplete, "rules_incomplete", Advice::fix,
               "the part does not follow the one before, or is one of another number of parts",
               "load all parts one after the other, from the first"},
    ReasonText{Reason::rules_too_large, "rules_too_large", Advice::fix,
               "the rule set is larger than rule_set_bytes_max, rules_max or rule_keys_max allow",
               "make the rule set smaller, or start a log with greater limits"},
    ReasonText{Reason::rules_unknown, "rules_unknown", Advice::fix,
               "no rule set has this version, or no longer",
               "load the rule set again, and activate the version that is answered"},
    ReasonText{
        Reason::order_value_exceeded, "order_value_exceeded", Advice::permanent,
        "the order's value is above order_value_max",
        "refuse the order to the customer, or raise order_value_max and send it under new keys"},
    ReasonText{
        Reason::line_quantity_exceeded, "line_quantity_exceeded", Advice::permanent,
        "a line's quantity is above line_quantity_max",
        "ask the customer for fewer units, or raise line_quantity_max and send it under new keys"},
    ReasonText{Reason::price_out_of_band, "price_out_of_band", Advice::permanent,
               "a price is too far from the list price",
               "check the price against the list price of the SKU"},
    ReasonText{Reason::velocity_exceeded, "velocity_exceeded", Advice::retry,
               "the customer has too many attempts inside the window",
               "let the customer try again when older attempts have left the window"},
    ReasonText{Reason::attempts_full, "attempts_full", Advice::retry,
               "attempts_max attempts lie inside the velocity window",
               "send it again later, or start a log with a greater attempts_max"},
    ReasonText{Reason::listed, "listed", Advice::permanent, "a token is on the block list",
               "refuse the order to the customer, or take the token off the list and send it under "
               "new keys"},
    ReasonText{Reason::value_review, "value_review", Advice::none,
               "the order's value asks for a review",
               "decide the review with review_decision before its deadline"},
    ReasonText{Reason::rule_limit, "rule_limit", Advice::permanent,
               "a rule of phase limit holds, or could not be evaluated",
               "look up which rule in rule_hit or explain; correct the order, or the rule set"},
    ReasonText{
        Reason::rule_block, "rule_block", Advice::permanent,
        "a rule of phase block holds or could not be evaluated, or the score is in a band that "
        "blocks",
        "look up which rule in rule_hit or explain; refuse the order, or correct the rule set"},
    ReasonText{Reason::rule_review, "rule_review", Advice::none,
               "a rule, or the score, asks for a review",
               "decide the review with review_decision before its deadline"},
};

// All of them.
inline constexpr auto reason_texts = [] {
  std::array<ReasonText, early_reason_texts.size() + allocation_reason_texts.size()> all{};
  std::copy(allocation_reason_texts.begin(), allocation_reason_texts.end(),
            std::copy(early_reason_texts.begin(), early_reason_texts.end(), all.begin()));
  return all;
}();

// Returns: the entry of `reason`, or that of ok when the number is not one of ours.
[[nodiscard]] constexpr const ReasonText& reason_text(Reason reason) noexcept {
  for (const ReasonText& entry : reason_texts) {
    if (entry.reason == reason) return entry;
  }
  return reason_texts[0];
}

// Returns: its name in JSON, C and Python; empty when the number is not one of ours.
[[nodiscard]] constexpr std::string_view name(Reason reason) noexcept {
  const ReasonText& entry = reason_text(reason);
  return entry.reason == reason ? entry.name : std::string_view{};
}
// Returns: what kind of thing a caller can do about it, and what.
[[nodiscard]] constexpr Advice advice(Reason reason) noexcept { return reason_text(reason).advice; }
[[nodiscard]] constexpr std::string_view to_do(Reason reason) noexcept {
  return reason_text(reason).to_do;
}

}  // namespace allot
