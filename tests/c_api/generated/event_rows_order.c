/* Every value of every event, by its name and by its slot. Of group order.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_placed[];
const struct value_row values_of_placed[] = {
    {"order_key", LIES_AT(allot_event, placed.order_key), LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, placed.lines), LIES_AT(allot_event, raw.line)},
    {"parcels", LIES_AT(allot_event, placed.parcels), LIES_AT(allot_event, raw.quantity)},
    {"cost", LIES_AT(allot_event, placed.cost), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, placed.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_imported[];
const struct value_row values_of_imported[] = {
    {"order_key", LIES_AT(allot_event, imported.order_key), LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, imported.lines), LIES_AT(allot_event, raw.line)},
    {"parcels", LIES_AT(allot_event, imported.parcels), LIES_AT(allot_event, raw.quantity)},
    {"cost", LIES_AT(allot_event, imported.cost), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, imported.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_in_review[];
const struct value_row values_of_in_review[] = {
    {"order_key", LIES_AT(allot_event, in_review.order_key), LIES_AT(allot_event, raw.order_key)},
    {"reason", LIES_AT(allot_event, in_review.reason), LIES_AT(allot_event, raw.reason)},
    {"version", LIES_AT(allot_event, in_review.version), LIES_AT(allot_event, raw.quantity)},
    {"review_by", LIES_AT(allot_event, in_review.review_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_ship_stop[];
const struct value_row values_of_ship_stop[] = {
    {"order_key", LIES_AT(allot_event, ship_stop.order_key), LIES_AT(allot_event, raw.order_key)},
    {"reason", LIES_AT(allot_event, ship_stop.reason), LIES_AT(allot_event, raw.reason)},
    {"version", LIES_AT(allot_event, ship_stop.version), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_allocated[];
const struct value_row values_of_allocated[] = {
    {"order_key", LIES_AT(allot_event, allocated.order_key), LIES_AT(allot_event, raw.order_key)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_cancelled[];
const struct value_row values_of_cancelled[] = {
    {"order_key", LIES_AT(allot_event, cancelled.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, cancelled.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, cancelled.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_expired[];
const struct value_row values_of_expired[] = {
    {"order_key", LIES_AT(allot_event, expired.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, expired.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, expired.units), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, expired.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_retaken[];
const struct value_row values_of_retaken[] = {
    {"order_key", LIES_AT(allot_event, retaken.order_key), LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, retaken.lines), LIES_AT(allot_event, raw.line)},
    {"parcels", LIES_AT(allot_event, retaken.parcels), LIES_AT(allot_event, raw.quantity)},
    {"cost", LIES_AT(allot_event, retaken.cost), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, retaken.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_review_approved[];
const struct value_row values_of_review_approved[] = {
    {"order_key", LIES_AT(allot_event, review_approved.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, review_approved.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, review_approved.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_review_rejected[];
const struct value_row values_of_review_rejected[] = {
    {"order_key", LIES_AT(allot_event, review_rejected.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, review_rejected.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, review_rejected.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_cap_exceeded[];
const struct value_row values_of_cap_exceeded[] = {
    {"order_key", LIES_AT(allot_event, cap_exceeded.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"cap", LIES_AT(allot_event, cap_exceeded.cap), LIES_AT(allot_event, raw.node)},
    {"excess", LIES_AT(allot_event, cap_exceeded.excess), LIES_AT(allot_event, raw.quantity)},
    {"debited", LIES_AT(allot_event, cap_exceeded.debited), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, cap_exceeded.reason), LIES_AT(allot_event, raw.reason)},
    {"next_window_at", LIES_AT(allot_event, cap_exceeded.next_window_at),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_shipped_elsewhere[];
const struct value_row values_of_shipped_elsewhere[] = {
    {"order_key", LIES_AT(allot_event, shipped_elsewhere.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, shipped_elsewhere.lines), LIES_AT(allot_event, raw.line)},
    {"units", LIES_AT(allot_event, shipped_elsewhere.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, shipped_elsewhere.value), LIES_AT(allot_event, raw.amount)},
    {"sold_at", LIES_AT(allot_event, shipped_elsewhere.sold_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_sale_maybe_known[];
const struct value_row values_of_sale_maybe_known[] = {
    {"order_key", LIES_AT(allot_event, sale_maybe_known.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, sale_maybe_known.lines), LIES_AT(allot_event, raw.line)},
    {"units", LIES_AT(allot_event, sale_maybe_known.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, sale_maybe_known.value), LIES_AT(allot_event, raw.amount)},
    {"sold_at", LIES_AT(allot_event, sale_maybe_known.sold_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};
