/* Every value of every event, by its name and by its slot. Of group line.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_line_held[];
const struct value_row values_of_line_held[] = {
    {"order_key", LIES_AT(allot_event, line_held.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_held.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_held.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_held.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_held.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_held.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_allocated[];
const struct value_row values_of_line_allocated[] = {
    {"order_key", LIES_AT(allot_event, line_allocated.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_allocated.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_allocated.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_allocated.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_allocated.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_allocated.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_waiting[];
const struct value_row values_of_line_waiting[] = {
    {"order_key", LIES_AT(allot_event, line_waiting.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_waiting.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_waiting.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_waiting.quantity), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_refused[];
const struct value_row values_of_line_refused[] = {
    {"order_key", LIES_AT(allot_event, line_refused.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_refused.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_refused.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_refused.quantity), LIES_AT(allot_event, raw.quantity)},
    {"reason", LIES_AT(allot_event, line_refused.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_short[];
const struct value_row values_of_line_short[] = {
    {"order_key", LIES_AT(allot_event, line_short.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_short.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_short.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_short.quantity), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_lost[];
const struct value_row values_of_line_lost[] = {
    {"order_key", LIES_AT(allot_event, line_lost.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_lost.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_lost.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_lost.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_lost.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_lost.lot), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, line_lost.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_named[];
const struct value_row values_of_line_named[] = {
    {"order_key", LIES_AT(allot_event, line_named.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_named.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_named.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_named.quantity), LIES_AT(allot_event, raw.quantity)},
    {"line_number", LIES_AT(allot_event, line_named.line_number), LIES_AT(allot_event, raw.amount)},
    {"wanted_at", LIES_AT(allot_event, line_named.wanted_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};
