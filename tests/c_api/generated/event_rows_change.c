/* Every value of every event, by its name and by its slot. Of group change.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_line_cancelled[];
const struct value_row values_of_line_cancelled[] = {
    {"order_key", LIES_AT(allot_event, line_cancelled.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_cancelled.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_cancelled.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_cancelled.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_cancelled.quantity), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, line_cancelled.value), LIES_AT(allot_event, raw.amount)},
    {"gave_back", LIES_AT(allot_event, line_cancelled.gave_back), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_order_changed[];
const struct value_row values_of_order_changed[] = {
    {"order_key", LIES_AT(allot_event, order_changed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"lines", LIES_AT(allot_event, order_changed.lines), LIES_AT(allot_event, raw.line)},
    {"version", LIES_AT(allot_event, order_changed.version), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, order_changed.value), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, order_changed.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_changed[];
const struct value_row values_of_line_changed[] = {
    {"order_key", LIES_AT(allot_event, line_changed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_changed.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_changed.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_changed.quantity), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, line_changed.value), LIES_AT(allot_event, raw.amount)},
    {"gave_back", LIES_AT(allot_event, line_changed.gave_back), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_taken_over[];
const struct value_row values_of_taken_over[] = {
    {"order_key", LIES_AT(allot_event, taken_over.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, taken_over.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, taken_over.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_own_hold_told[];
const struct value_row values_of_own_hold_told[] = {
    {"order_key", LIES_AT(allot_event, own_hold_told.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, own_hold_told.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, own_hold_told.sku), LIES_AT(allot_event, raw.sku)},
    {"cap", LIES_AT(allot_event, own_hold_told.cap), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, own_hold_told.quantity), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, own_hold_told.value), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, own_hold_told.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_extended[];
const struct value_row values_of_extended[] = {
    {"order_key", LIES_AT(allot_event, extended.order_key), LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, extended.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, extended.pay_by), LIES_AT(allot_event, raw.time)},
    {"before", LIES_AT(allot_event, extended.before), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_order_merged[];
const struct value_row values_of_order_merged[] = {
    {"order_key", LIES_AT(allot_event, order_merged.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, order_merged.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, order_merged.units), LIES_AT(allot_event, raw.quantity)},
    {"into_sequence", LIES_AT(allot_event, order_merged.into_sequence),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_merged[];
const struct value_row values_of_line_merged[] = {
    {"order_key", LIES_AT(allot_event, line_merged.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_merged.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_merged.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_merged.quantity), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, line_merged.value), LIES_AT(allot_event, raw.amount)},
    {"waiting", LIES_AT(allot_event, line_merged.waiting), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_order_split[];
const struct value_row values_of_order_split[] = {
    {"order_key", LIES_AT(allot_event, order_split.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, order_split.value), LIES_AT(allot_event, raw.amount)},
    {"units", LIES_AT(allot_event, order_split.units), LIES_AT(allot_event, raw.quantity)},
    {"from_sequence", LIES_AT(allot_event, order_split.from_sequence),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_split[];
const struct value_row values_of_line_split[] = {
    {"order_key", LIES_AT(allot_event, line_split.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_split.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_split.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_split.quantity), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, line_split.value), LIES_AT(allot_event, raw.amount)},
    {"waiting", LIES_AT(allot_event, line_split.waiting), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_moved[];
const struct value_row values_of_line_moved[] = {
    {"order_key", LIES_AT(allot_event, line_moved.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_moved.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_moved.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_moved.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_moved.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_moved.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};
