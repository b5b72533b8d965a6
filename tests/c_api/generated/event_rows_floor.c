/* Every value of every event, by its name and by its slot. Of group floor.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_line_released[];
const struct value_row values_of_line_released[] = {
    {"order_key", LIES_AT(allot_event, line_released.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_released.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_released.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_released.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_released.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_released.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_picked[];
const struct value_row values_of_line_picked[] = {
    {"order_key", LIES_AT(allot_event, line_picked.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_picked.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_picked.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_picked.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_picked.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_picked.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_short_picked[];
const struct value_row values_of_line_short_picked[] = {
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

extern const struct value_row values_of_line_put_back[];
const struct value_row values_of_line_put_back[] = {
    {"order_key", LIES_AT(allot_event, line_put_back.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_put_back.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_put_back.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_put_back.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_put_back.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_put_back.lot), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_cancel_requested[];
const struct value_row values_of_cancel_requested[] = {
    {"order_key", LIES_AT(allot_event, cancel_requested.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"units", LIES_AT(allot_event, cancel_requested.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, cancel_requested.value), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, cancel_requested.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_cancel_agreed[];
const struct value_row values_of_cancel_agreed[] = {
    {"order_key", LIES_AT(allot_event, cancel_agreed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"node", LIES_AT(allot_event, cancel_agreed.node), LIES_AT(allot_event, raw.node)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_cancel_refused[];
const struct value_row values_of_cancel_refused[] = {
    {"order_key", LIES_AT(allot_event, cancel_refused.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"node", LIES_AT(allot_event, cancel_refused.node), LIES_AT(allot_event, raw.node)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_packed[];
const struct value_row values_of_line_packed[] = {
    {"order_key", LIES_AT(allot_event, line_packed.order_key), LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_packed.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_packed.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_packed.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_packed.quantity), LIES_AT(allot_event, raw.quantity)},
    {"parcel_key", LIES_AT(allot_event, line_packed.parcel_key), LIES_AT(allot_event, raw.amount)},
    {"weight_g", LIES_AT(allot_event, line_packed.weight_g), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_wave_begun[];
const struct value_row values_of_wave_begun[] = {
    {"wave_key", LIES_AT(allot_event, wave_begun.wave_key), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_wave_released[];
const struct value_row values_of_wave_released[] = {
    {"orders", LIES_AT(allot_event, wave_released.orders), LIES_AT(allot_event, raw.quantity)},
    {"passed_over", LIES_AT(allot_event, wave_released.passed_over),
     LIES_AT(allot_event, raw.time)},
    {"wave_key", LIES_AT(allot_event, wave_released.wave_key), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_parcel_shipped[];
const struct value_row values_of_parcel_shipped[] = {
    {"parcel_key", LIES_AT(allot_event, parcel_shipped.parcel_key),
     LIES_AT(allot_event, raw.amount)},
    {"weight_g", LIES_AT(allot_event, parcel_shipped.weight_g), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_parcel_unassigned[];
const struct value_row values_of_parcel_unassigned[] = {
    {"parcel_key", LIES_AT(allot_event, parcel_unassigned.parcel_key),
     LIES_AT(allot_event, raw.amount)},
    {"tracking", LIES_AT(allot_event, parcel_unassigned.tracking), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, parcel_unassigned.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};
