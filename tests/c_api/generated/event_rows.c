/* Every value of every event, by its name and by its slot.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

static const struct value_row started_values[] = {{NULL, 0, 0, 0, 0}};

static const struct value_row refused_values[] = {
    {"order_key", LIES_AT(allot_event, refused.order_key), LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, refused.command), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, refused.reason), LIES_AT(allot_event, raw.reason)},
    {"line", LIES_AT(allot_event, refused.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, refused.sku), LIES_AT(allot_event, raw.sku)},
    {"cap", LIES_AT(allot_event, refused.cap), LIES_AT(allot_event, raw.node)},
    {"left", LIES_AT(allot_event, refused.left), LIES_AT(allot_event, raw.quantity)},
    {"next_window_at", LIES_AT(allot_event, refused.next_window_at),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row duplicate_values[] = {
    {"order_key", LIES_AT(allot_event, duplicate.order_key), LIES_AT(allot_event, raw.order_key)},
    {"first_sequence", LIES_AT(allot_event, duplicate.first_sequence),
     LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, duplicate.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row ticked_values[] = {
    {"time", LIES_AT(allot_event, ticked.time), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row defined_values[] = {
    {"command", LIES_AT(allot_event, defined.command), LIES_AT(allot_event, raw.amount)},
    {"id", LIES_AT(allot_event, defined.id), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row skipped_values[] = {
    {"skipped", LIES_AT(allot_event, skipped.skipped), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row time_kept_values[] = {
    {"order_key", LIES_AT(allot_event, time_kept.order_key), LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, time_kept.command), LIES_AT(allot_event, raw.amount)},
    {"time", LIES_AT(allot_event, time_kept.time), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row stock_received_values[] = {
    {"sku", LIES_AT(allot_event, stock_received.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_received.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_received.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"available", LIES_AT(allot_event, stock_received.available),
     LIES_AT(allot_event, raw.quantity)},
    {"received", LIES_AT(allot_event, stock_received.received), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row stock_adjusted_values[] = {
    {"sku", LIES_AT(allot_event, stock_adjusted.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_adjusted.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_adjusted.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"available", LIES_AT(allot_event, stock_adjusted.available),
     LIES_AT(allot_event, raw.quantity)},
    {"delta", LIES_AT(allot_event, stock_adjusted.delta), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row stock_deficit_values[] = {
    {"sku", LIES_AT(allot_event, stock_deficit.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_deficit.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_deficit.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"deficit", LIES_AT(allot_event, stock_deficit.deficit), LIES_AT(allot_event, raw.quantity)},
    {"delta", LIES_AT(allot_event, stock_deficit.delta), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row safety_stock_set_values[] = {
    {"sku", LIES_AT(allot_event, safety_stock_set.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, safety_stock_set.node), LIES_AT(allot_event, raw.node)},
    {"safety_stock", LIES_AT(allot_event, safety_stock_set.safety_stock),
     LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row stock_expired_values[] = {
    {"sku", LIES_AT(allot_event, stock_expired.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_expired.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_expired.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"available", LIES_AT(allot_event, stock_expired.available),
     LIES_AT(allot_event, raw.quantity)},
    {"unavailable", LIES_AT(allot_event, stock_expired.unavailable),
     LIES_AT(allot_event, raw.amount)},
    {"expires_at", LIES_AT(allot_event, stock_expired.expires_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row placed_values[] = {
    {"order_key", LIES_AT(allot_event, placed.order_key), LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, placed.lines), LIES_AT(allot_event, raw.line)},
    {"parcels", LIES_AT(allot_event, placed.parcels), LIES_AT(allot_event, raw.quantity)},
    {"cost", LIES_AT(allot_event, placed.cost), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, placed.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row imported_values[] = {
    {"order_key", LIES_AT(allot_event, imported.order_key), LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, imported.lines), LIES_AT(allot_event, raw.line)},
    {"parcels", LIES_AT(allot_event, imported.parcels), LIES_AT(allot_event, raw.quantity)},
    {"cost", LIES_AT(allot_event, imported.cost), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, imported.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_held_values[] = {
    {"order_key", LIES_AT(allot_event, line_held.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_held.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_held.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_held.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_held.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_held.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_allocated_values[] = {
    {"order_key", LIES_AT(allot_event, line_allocated.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_allocated.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_allocated.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_allocated.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_allocated.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_allocated.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_waiting_values[] = {
    {"order_key", LIES_AT(allot_event, line_waiting.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_waiting.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_waiting.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_waiting.quantity), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_refused_values[] = {
    {"order_key", LIES_AT(allot_event, line_refused.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_refused.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_refused.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_refused.quantity), LIES_AT(allot_event, raw.quantity)},
    {"reason", LIES_AT(allot_event, line_refused.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_short_values[] = {
    {"order_key", LIES_AT(allot_event, line_short.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_short.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_short.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_short.quantity), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row in_review_values[] = {
    {"order_key", LIES_AT(allot_event, in_review.order_key), LIES_AT(allot_event, raw.order_key)},
    {"reason", LIES_AT(allot_event, in_review.reason), LIES_AT(allot_event, raw.reason)},
    {"version", LIES_AT(allot_event, in_review.version), LIES_AT(allot_event, raw.quantity)},
    {"review_by", LIES_AT(allot_event, in_review.review_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row ship_stop_values[] = {
    {"order_key", LIES_AT(allot_event, ship_stop.order_key), LIES_AT(allot_event, raw.order_key)},
    {"reason", LIES_AT(allot_event, ship_stop.reason), LIES_AT(allot_event, raw.reason)},
    {"version", LIES_AT(allot_event, ship_stop.version), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row allocated_values[] = {
    {"order_key", LIES_AT(allot_event, allocated.order_key), LIES_AT(allot_event, raw.order_key)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row cancelled_values[] = {
    {"order_key", LIES_AT(allot_event, cancelled.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, cancelled.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, cancelled.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row expired_values[] = {
    {"order_key", LIES_AT(allot_event, expired.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, expired.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, expired.units), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, expired.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row paid_values[] = {
    {"order_key", LIES_AT(allot_event, paid.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, paid.value), LIES_AT(allot_event, raw.amount)},
    {"version", LIES_AT(allot_event, paid.version), LIES_AT(allot_event, raw.quantity)},
    {"paid_at", LIES_AT(allot_event, paid.paid_at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, paid.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row payment_pending_values[] = {
    {"order_key", LIES_AT(allot_event, payment_pending.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, payment_pending.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, payment_pending.pay_by), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, payment_pending.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row payment_failed_values[] = {
    {"order_key", LIES_AT(allot_event, payment_failed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, payment_failed.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, payment_failed.pay_by), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, payment_failed.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row refund_due_values[] = {
    {"order_key", LIES_AT(allot_event, refund_due.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, refund_due.value), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, refund_due.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row retaken_values[] = {
    {"order_key", LIES_AT(allot_event, retaken.order_key), LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, retaken.lines), LIES_AT(allot_event, raw.line)},
    {"parcels", LIES_AT(allot_event, retaken.parcels), LIES_AT(allot_event, raw.quantity)},
    {"cost", LIES_AT(allot_event, retaken.cost), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, retaken.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row reminder_values[] = {
    {"order_key", LIES_AT(allot_event, reminder.order_key), LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, reminder.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row review_approved_values[] = {
    {"order_key", LIES_AT(allot_event, review_approved.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, review_approved.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, review_approved.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row review_rejected_values[] = {
    {"order_key", LIES_AT(allot_event, review_rejected.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, review_rejected.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, review_rejected.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row cap_exceeded_values[] = {
    {"order_key", LIES_AT(allot_event, cap_exceeded.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"cap", LIES_AT(allot_event, cap_exceeded.cap), LIES_AT(allot_event, raw.node)},
    {"excess", LIES_AT(allot_event, cap_exceeded.excess), LIES_AT(allot_event, raw.quantity)},
    {"debited", LIES_AT(allot_event, cap_exceeded.debited), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, cap_exceeded.reason), LIES_AT(allot_event, raw.reason)},
    {"next_window_at", LIES_AT(allot_event, cap_exceeded.next_window_at),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row payment_unassigned_values[] = {
    {"order_key", LIES_AT(allot_event, payment_unassigned.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"paid_at", LIES_AT(allot_event, payment_unassigned.paid_at), LIES_AT(allot_event, raw.time)},
    {"placed_sequence", LIES_AT(allot_event, payment_unassigned.placed_sequence),
     LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, payment_unassigned.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row capture_due_values[] = {
    {"order_key", LIES_AT(allot_event, capture_due.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, capture_due.value), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row shipped_elsewhere_values[] = {
    {"order_key", LIES_AT(allot_event, shipped_elsewhere.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, shipped_elsewhere.lines), LIES_AT(allot_event, raw.line)},
    {"units", LIES_AT(allot_event, shipped_elsewhere.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, shipped_elsewhere.value), LIES_AT(allot_event, raw.amount)},
    {"sold_at", LIES_AT(allot_event, shipped_elsewhere.sold_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row news_kept_values[] = {
    {"order_key", LIES_AT(allot_event, news_kept.order_key), LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, news_kept.command), LIES_AT(allot_event, raw.quantity)},
    {"paid_at", LIES_AT(allot_event, news_kept.paid_at), LIES_AT(allot_event, raw.amount)},
    {"until", LIES_AT(allot_event, news_kept.until), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, news_kept.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row news_unclaimed_values[] = {
    {"order_key", LIES_AT(allot_event, news_unclaimed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, news_unclaimed.command), LIES_AT(allot_event, raw.quantity)},
    {"paid_at", LIES_AT(allot_event, news_unclaimed.paid_at), LIES_AT(allot_event, raw.time)},
    {"amount", LIES_AT(allot_event, news_unclaimed.amount), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row authorised_values[] = {
    {"order_key", LIES_AT(allot_event, authorised.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, authorised.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, authorised.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, authorised.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row captured_values[] = {
    {"order_key", LIES_AT(allot_event, captured.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, captured.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, captured.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, captured.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row refunded_values[] = {
    {"order_key", LIES_AT(allot_event, refunded.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, refunded.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, refunded.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, refunded.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row reversed_values[] = {
    {"order_key", LIES_AT(allot_event, reversed.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, reversed.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, reversed.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, reversed.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row charged_back_values[] = {
    {"order_key", LIES_AT(allot_event, charged_back.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, charged_back.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, charged_back.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, charged_back.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row balance_values[] = {
    {"order_key", LIES_AT(allot_event, balance.order_key), LIES_AT(allot_event, raw.order_key)},
    {"open", LIES_AT(allot_event, balance.open), LIES_AT(allot_event, raw.amount)},
    {"refund_due", LIES_AT(allot_event, balance.refund_due), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row unpaid_values[] = {
    {"order_key", LIES_AT(allot_event, unpaid.order_key), LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, unpaid.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, unpaid.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row offered_values[] = {
    {"order_key", LIES_AT(allot_event, offered.order_key), LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, offered.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row offer_withdrawn_values[] = {
    {"order_key", LIES_AT(allot_event, offer_withdrawn.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, offer_withdrawn.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row payment_overdue_values[] = {
    {"order_key", LIES_AT(allot_event, payment_overdue.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, payment_overdue.value), LIES_AT(allot_event, raw.amount)},
    {"let_go_at", LIES_AT(allot_event, payment_overdue.let_go_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_lost_values[] = {
    {"order_key", LIES_AT(allot_event, line_lost.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_lost.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_lost.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_lost.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_lost.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_lost.lot), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, line_lost.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row overdue_reminder_values[] = {
    {"order_key", LIES_AT(allot_event, overdue_reminder.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, overdue_reminder.value), LIES_AT(allot_event, raw.amount)},
    {"let_go_at", LIES_AT(allot_event, overdue_reminder.let_go_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row payment_authorised_values[] = {
    {"order_key", LIES_AT(allot_event, payment_authorised.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, payment_authorised.value), LIES_AT(allot_event, raw.amount)},
    {"version", LIES_AT(allot_event, payment_authorised.version),
     LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, payment_authorised.pay_by), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, payment_authorised.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row authorisation_lapsed_values[] = {
    {"order_key", LIES_AT(allot_event, authorisation_lapsed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, authorisation_lapsed.amount), LIES_AT(allot_event, raw.amount)},
    {"lapsed_at", LIES_AT(allot_event, authorisation_lapsed.lapsed_at),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_shipped_values[] = {
    {"order_key", LIES_AT(allot_event, line_shipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_shipped.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_shipped.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_shipped.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_shipped.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_shipped.lot), LIES_AT(allot_event, raw.amount)},
    {"tracking", LIES_AT(allot_event, line_shipped.tracking), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row order_shipped_values[] = {
    {"order_key", LIES_AT(allot_event, order_shipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"units", LIES_AT(allot_event, order_shipped.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, order_shipped.value), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row shipment_exception_values[] = {
    {"order_key", LIES_AT(allot_event, shipment_exception.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, shipment_exception.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, shipment_exception.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, shipment_exception.units), LIES_AT(allot_event, raw.quantity)},
    {"tracking", LIES_AT(allot_event, shipment_exception.tracking), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, shipment_exception.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_delivered_values[] = {
    {"order_key", LIES_AT(allot_event, line_delivered.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_delivered.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_delivered.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_delivered.quantity), LIES_AT(allot_event, raw.quantity)},
    {"tracking", LIES_AT(allot_event, line_delivered.tracking), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row part_shipped_values[] = {
    {"order_key", LIES_AT(allot_event, part_shipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"units", LIES_AT(allot_event, part_shipped.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, part_shipped.value), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_unshipped_values[] = {
    {"order_key", LIES_AT(allot_event, line_unshipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_unshipped.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_unshipped.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_unshipped.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_unshipped.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_unshipped.lot), LIES_AT(allot_event, raw.amount)},
    {"tracking", LIES_AT(allot_event, line_unshipped.tracking), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row order_reopened_values[] = {
    {"order_key", LIES_AT(allot_event, order_reopened.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, order_reopened.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_cancelled_values[] = {
    {"order_key", LIES_AT(allot_event, line_cancelled.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_cancelled.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_cancelled.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_cancelled.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_cancelled.quantity), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, line_cancelled.value), LIES_AT(allot_event, raw.amount)},
    {"gave_back", LIES_AT(allot_event, line_cancelled.gave_back), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row order_changed_values[] = {
    {"order_key", LIES_AT(allot_event, order_changed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, order_changed.lines), LIES_AT(allot_event, raw.line)},
    {"version", LIES_AT(allot_event, order_changed.version), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, order_changed.value), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, order_changed.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_requested_values[] = {
    {"order_key", LIES_AT(allot_event, return_requested.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"why", LIES_AT(allot_event, return_requested.why), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, return_requested.sku), LIES_AT(allot_event, raw.sku)},
    {"units", LIES_AT(allot_event, return_requested.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_requested.return_key),
     LIES_AT(allot_event, raw.amount)},
    {"until", LIES_AT(allot_event, return_requested.until), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_restocked_values[] = {
    {"order_key", LIES_AT(allot_event, return_restocked.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_restocked.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_restocked.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_restocked.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_restocked.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_restocked.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_quarantined_values[] = {
    {"order_key", LIES_AT(allot_event, return_quarantined.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_quarantined.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_quarantined.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_quarantined.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_quarantined.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_quarantined.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_scrapped_values[] = {
    {"order_key", LIES_AT(allot_event, return_scrapped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_scrapped.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_scrapped.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_scrapped.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_scrapped.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_scrapped.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_forwarded_values[] = {
    {"order_key", LIES_AT(allot_event, return_forwarded.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_forwarded.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_forwarded.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_forwarded.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_forwarded.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_forwarded.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_exception_values[] = {
    {"order_key", LIES_AT(allot_event, return_exception.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_exception.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_exception.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_exception.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_exception.return_key),
     LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, return_exception.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_lapsed_values[] = {
    {"order_key", LIES_AT(allot_event, return_lapsed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_lapsed.sku), LIES_AT(allot_event, raw.sku)},
    {"units", LIES_AT(allot_event, return_lapsed.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_lapsed.return_key),
     LIES_AT(allot_event, raw.amount)},
    {"until", LIES_AT(allot_event, return_lapsed.until), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row return_completed_values[] = {
    {"order_key", LIES_AT(allot_event, return_completed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_completed.sku), LIES_AT(allot_event, raw.sku)},
    {"units", LIES_AT(allot_event, return_completed.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_completed.return_key),
     LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row exception_raised_values[] = {
    {"order_key", LIES_AT(allot_event, exception_raised.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_raised.kind), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, exception_raised.sku), LIES_AT(allot_event, raw.sku)},
    {"exception", LIES_AT(allot_event, exception_raised.exception), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, exception_raised.units), LIES_AT(allot_event, raw.quantity)},
    {"amount", LIES_AT(allot_event, exception_raised.amount), LIES_AT(allot_event, raw.amount)},
    {"due_at", LIES_AT(allot_event, exception_raised.due_at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, exception_raised.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row exception_assigned_values[] = {
    {"order_key", LIES_AT(allot_event, exception_assigned.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_assigned.kind), LIES_AT(allot_event, raw.line)},
    {"exception", LIES_AT(allot_event, exception_assigned.exception),
     LIES_AT(allot_event, raw.node)},
    {"owner", LIES_AT(allot_event, exception_assigned.owner), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, exception_assigned.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row exception_resolved_values[] = {
    {"order_key", LIES_AT(allot_event, exception_resolved.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_resolved.kind), LIES_AT(allot_event, raw.line)},
    {"exception", LIES_AT(allot_event, exception_resolved.exception),
     LIES_AT(allot_event, raw.node)},
    {"outcome", LIES_AT(allot_event, exception_resolved.outcome),
     LIES_AT(allot_event, raw.quantity)},
    {"reference", LIES_AT(allot_event, exception_resolved.reference),
     LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, exception_resolved.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row exception_solved_values[] = {
    {"order_key", LIES_AT(allot_event, exception_solved.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_solved.kind), LIES_AT(allot_event, raw.line)},
    {"exception", LIES_AT(allot_event, exception_solved.exception), LIES_AT(allot_event, raw.node)},
    {"owner", LIES_AT(allot_event, exception_solved.owner), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row exception_overdue_values[] = {
    {"order_key", LIES_AT(allot_event, exception_overdue.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_overdue.kind), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, exception_overdue.sku), LIES_AT(allot_event, raw.sku)},
    {"exception", LIES_AT(allot_event, exception_overdue.exception),
     LIES_AT(allot_event, raw.node)},
    {"owner", LIES_AT(allot_event, exception_overdue.owner), LIES_AT(allot_event, raw.amount)},
    {"due_at", LIES_AT(allot_event, exception_overdue.due_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row exceptions_missed_values[] = {
    {"missed", LIES_AT(allot_event, exceptions_missed.missed), LIES_AT(allot_event, raw.quantity)},
    {"missed_ever", LIES_AT(allot_event, exceptions_missed.missed_ever),
     LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row sku_named_values[] = {
    {"sku", LIES_AT(allot_event, sku_named.sku), LIES_AT(allot_event, raw.sku)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_released_values[] = {
    {"order_key", LIES_AT(allot_event, line_released.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_released.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_released.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_released.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_released.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_released.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_picked_values[] = {
    {"order_key", LIES_AT(allot_event, line_picked.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_picked.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_picked.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_picked.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_picked.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_picked.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_short_picked_values[] = {
    {"order_key", LIES_AT(allot_event, line_short_picked.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_short_picked.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_short_picked.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_short_picked.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_short_picked.quantity),
     LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_short_picked.lot), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, line_short_picked.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row line_put_back_values[] = {
    {"order_key", LIES_AT(allot_event, line_put_back.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_put_back.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_put_back.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_put_back.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_put_back.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_put_back.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row cancel_requested_values[] = {
    {"order_key", LIES_AT(allot_event, cancel_requested.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"units", LIES_AT(allot_event, cancel_requested.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, cancel_requested.value), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, cancel_requested.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row cancel_agreed_values[] = {
    {"order_key", LIES_AT(allot_event, cancel_agreed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"node", LIES_AT(allot_event, cancel_agreed.node), LIES_AT(allot_event, raw.node)},
    {NULL, 0, 0, 0, 0}};

static const struct value_row cancel_refused_values[] = {
    {"order_key", LIES_AT(allot_event, cancel_refused.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"node", LIES_AT(allot_event, cancel_refused.node), LIES_AT(allot_event, raw.node)},
    {NULL, 0, 0, 0, 0}};

const struct event_row event_rows[] = {
    {"started", ALLOT_EVENT_STARTED, 1, started_values},
    {"refused", ALLOT_EVENT_REFUSED, 2, refused_values},
    {"duplicate", ALLOT_EVENT_DUPLICATE, 3, duplicate_values},
    {"ticked", ALLOT_EVENT_TICKED, 4, ticked_values},
    {"defined", ALLOT_EVENT_DEFINED, 5, defined_values},
    {"skipped", ALLOT_EVENT_SKIPPED, 6, skipped_values},
    {"time_kept", ALLOT_EVENT_TIME_KEPT, 7, time_kept_values},
    {"stock_received", ALLOT_EVENT_STOCK_RECEIVED, 20, stock_received_values},
    {"stock_adjusted", ALLOT_EVENT_STOCK_ADJUSTED, 21, stock_adjusted_values},
    {"stock_deficit", ALLOT_EVENT_STOCK_DEFICIT, 22, stock_deficit_values},
    {"safety_stock_set", ALLOT_EVENT_SAFETY_STOCK_SET, 23, safety_stock_set_values},
    {"stock_expired", ALLOT_EVENT_STOCK_EXPIRED, 24, stock_expired_values},
    {"placed", ALLOT_EVENT_PLACED, 40, placed_values},
    {"imported", ALLOT_EVENT_IMPORTED, 41, imported_values},
    {"line_held", ALLOT_EVENT_LINE_HELD, 42, line_held_values},
    {"line_allocated", ALLOT_EVENT_LINE_ALLOCATED, 43, line_allocated_values},
    {"line_waiting", ALLOT_EVENT_LINE_WAITING, 44, line_waiting_values},
    {"line_refused", ALLOT_EVENT_LINE_REFUSED, 45, line_refused_values},
    {"line_short", ALLOT_EVENT_LINE_SHORT, 46, line_short_values},
    {"in_review", ALLOT_EVENT_IN_REVIEW, 47, in_review_values},
    {"ship_stop", ALLOT_EVENT_SHIP_STOP, 48, ship_stop_values},
    {"allocated", ALLOT_EVENT_ALLOCATED, 49, allocated_values},
    {"cancelled", ALLOT_EVENT_CANCELLED, 50, cancelled_values},
    {"expired", ALLOT_EVENT_EXPIRED, 51, expired_values},
    {"paid", ALLOT_EVENT_PAID, 52, paid_values},
    {"payment_pending", ALLOT_EVENT_PAYMENT_PENDING, 53, payment_pending_values},
    {"payment_failed", ALLOT_EVENT_PAYMENT_FAILED, 54, payment_failed_values},
    {"refund_due", ALLOT_EVENT_REFUND_DUE, 55, refund_due_values},
    {"retaken", ALLOT_EVENT_RETAKEN, 56, retaken_values},
    {"reminder", ALLOT_EVENT_REMINDER, 57, reminder_values},
    {"review_approved", ALLOT_EVENT_REVIEW_APPROVED, 58, review_approved_values},
    {"review_rejected", ALLOT_EVENT_REVIEW_REJECTED, 59, review_rejected_values},
    {"cap_exceeded", ALLOT_EVENT_CAP_EXCEEDED, 60, cap_exceeded_values},
    {"payment_unassigned", ALLOT_EVENT_PAYMENT_UNASSIGNED, 61, payment_unassigned_values},
    {"capture_due", ALLOT_EVENT_CAPTURE_DUE, 62, capture_due_values},
    {"shipped_elsewhere", ALLOT_EVENT_SHIPPED_ELSEWHERE, 63, shipped_elsewhere_values},
    {"news_kept", ALLOT_EVENT_NEWS_KEPT, 64, news_kept_values},
    {"news_unclaimed", ALLOT_EVENT_NEWS_UNCLAIMED, 65, news_unclaimed_values},
    {"authorised", ALLOT_EVENT_AUTHORISED, 66, authorised_values},
    {"captured", ALLOT_EVENT_CAPTURED, 67, captured_values},
    {"refunded", ALLOT_EVENT_REFUNDED, 68, refunded_values},
    {"reversed", ALLOT_EVENT_REVERSED, 69, reversed_values},
    {"charged_back", ALLOT_EVENT_CHARGED_BACK, 70, charged_back_values},
    {"balance", ALLOT_EVENT_BALANCE, 71, balance_values},
    {"unpaid", ALLOT_EVENT_UNPAID, 72, unpaid_values},
    {"offered", ALLOT_EVENT_OFFERED, 73, offered_values},
    {"offer_withdrawn", ALLOT_EVENT_OFFER_WITHDRAWN, 74, offer_withdrawn_values},
    {"payment_overdue", ALLOT_EVENT_PAYMENT_OVERDUE, 75, payment_overdue_values},
    {"line_lost", ALLOT_EVENT_LINE_LOST, 76, line_lost_values},
    {"overdue_reminder", ALLOT_EVENT_OVERDUE_REMINDER, 77, overdue_reminder_values},
    {"payment_authorised", ALLOT_EVENT_PAYMENT_AUTHORISED, 78, payment_authorised_values},
    {"authorisation_lapsed", ALLOT_EVENT_AUTHORISATION_LAPSED, 79, authorisation_lapsed_values},
    {"line_shipped", ALLOT_EVENT_LINE_SHIPPED, 80, line_shipped_values},
    {"order_shipped", ALLOT_EVENT_ORDER_SHIPPED, 81, order_shipped_values},
    {"shipment_exception", ALLOT_EVENT_SHIPMENT_EXCEPTION, 82, shipment_exception_values},
    {"line_delivered", ALLOT_EVENT_LINE_DELIVERED, 83, line_delivered_values},
    {"part_shipped", ALLOT_EVENT_PART_SHIPPED, 84, part_shipped_values},
    {"line_unshipped", ALLOT_EVENT_LINE_UNSHIPPED, 85, line_unshipped_values},
    {"order_reopened", ALLOT_EVENT_ORDER_REOPENED, 86, order_reopened_values},
    {"line_cancelled", ALLOT_EVENT_LINE_CANCELLED, 90, line_cancelled_values},
    {"order_changed", ALLOT_EVENT_ORDER_CHANGED, 91, order_changed_values},
    {"return_requested", ALLOT_EVENT_RETURN_REQUESTED, 100, return_requested_values},
    {"return_restocked", ALLOT_EVENT_RETURN_RESTOCKED, 101, return_restocked_values},
    {"return_quarantined", ALLOT_EVENT_RETURN_QUARANTINED, 102, return_quarantined_values},
    {"return_scrapped", ALLOT_EVENT_RETURN_SCRAPPED, 103, return_scrapped_values},
    {"return_forwarded", ALLOT_EVENT_RETURN_FORWARDED, 104, return_forwarded_values},
    {"return_exception", ALLOT_EVENT_RETURN_EXCEPTION, 105, return_exception_values},
    {"return_lapsed", ALLOT_EVENT_RETURN_LAPSED, 106, return_lapsed_values},
    {"return_completed", ALLOT_EVENT_RETURN_COMPLETED, 107, return_completed_values},
    {"exception_raised", ALLOT_EVENT_EXCEPTION_RAISED, 110, exception_raised_values},
    {"exception_assigned", ALLOT_EVENT_EXCEPTION_ASSIGNED, 111, exception_assigned_values},
    {"exception_resolved", ALLOT_EVENT_EXCEPTION_RESOLVED, 112, exception_resolved_values},
    {"exception_solved", ALLOT_EVENT_EXCEPTION_SOLVED, 113, exception_solved_values},
    {"exception_overdue", ALLOT_EVENT_EXCEPTION_OVERDUE, 114, exception_overdue_values},
    {"exceptions_missed", ALLOT_EVENT_EXCEPTIONS_MISSED, 115, exceptions_missed_values},
    {"sku_named", ALLOT_EVENT_SKU_NAMED, 116, sku_named_values},
    {"line_released", ALLOT_EVENT_LINE_RELEASED, 120, line_released_values},
    {"line_picked", ALLOT_EVENT_LINE_PICKED, 121, line_picked_values},
    {"line_short_picked", ALLOT_EVENT_LINE_SHORT_PICKED, 122, line_short_picked_values},
    {"line_put_back", ALLOT_EVENT_LINE_PUT_BACK, 123, line_put_back_values},
    {"cancel_requested", ALLOT_EVENT_CANCEL_REQUESTED, 124, cancel_requested_values},
    {"cancel_agreed", ALLOT_EVENT_CANCEL_AGREED, 125, cancel_agreed_values},
    {"cancel_refused", ALLOT_EVENT_CANCEL_REFUSED, 126, cancel_refused_values},
    {NULL, 0, 0, NULL}};
