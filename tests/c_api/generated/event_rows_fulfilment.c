/* Every value of every event, by its name and by its slot. Of group fulfilment.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_line_shipped[];
const struct value_row values_of_line_shipped[] = {
    {"order_key", LIES_AT(allot_event, line_shipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_shipped.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_shipped.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_shipped.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_shipped.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_shipped.lot), LIES_AT(allot_event, raw.amount)},
    {"tracking", LIES_AT(allot_event, line_shipped.tracking), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_order_shipped[];
const struct value_row values_of_order_shipped[] = {
    {"order_key", LIES_AT(allot_event, order_shipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"units", LIES_AT(allot_event, order_shipped.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, order_shipped.value), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_shipment_exception[];
const struct value_row values_of_shipment_exception[] = {
    {"order_key", LIES_AT(allot_event, shipment_exception.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, shipment_exception.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, shipment_exception.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, shipment_exception.units), LIES_AT(allot_event, raw.quantity)},
    {"open", LIES_AT(allot_event, shipment_exception.open), LIES_AT(allot_event, raw.amount)},
    {"tracking", LIES_AT(allot_event, shipment_exception.tracking), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, shipment_exception.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_delivered[];
const struct value_row values_of_line_delivered[] = {
    {"order_key", LIES_AT(allot_event, line_delivered.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_delivered.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_delivered.sku), LIES_AT(allot_event, raw.sku)},
    {"quantity", LIES_AT(allot_event, line_delivered.quantity), LIES_AT(allot_event, raw.quantity)},
    {"tracking", LIES_AT(allot_event, line_delivered.tracking), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_part_shipped[];
const struct value_row values_of_part_shipped[] = {
    {"order_key", LIES_AT(allot_event, part_shipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"units", LIES_AT(allot_event, part_shipped.units), LIES_AT(allot_event, raw.quantity)},
    {"value", LIES_AT(allot_event, part_shipped.value), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_line_unshipped[];
const struct value_row values_of_line_unshipped[] = {
    {"order_key", LIES_AT(allot_event, line_unshipped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, line_unshipped.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, line_unshipped.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, line_unshipped.node), LIES_AT(allot_event, raw.node)},
    {"quantity", LIES_AT(allot_event, line_unshipped.quantity), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, line_unshipped.lot), LIES_AT(allot_event, raw.amount)},
    {"tracking", LIES_AT(allot_event, line_unshipped.tracking), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_order_reopened[];
const struct value_row values_of_order_reopened[] = {
    {"order_key", LIES_AT(allot_event, order_reopened.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, order_reopened.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_delivery_exception[];
const struct value_row values_of_delivery_exception[] = {
    {"order_key", LIES_AT(allot_event, delivery_exception.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"line", LIES_AT(allot_event, delivery_exception.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, delivery_exception.sku), LIES_AT(allot_event, raw.sku)},
    {"units", LIES_AT(allot_event, delivery_exception.units), LIES_AT(allot_event, raw.quantity)},
    {"tracking", LIES_AT(allot_event, delivery_exception.tracking),
     LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, delivery_exception.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, delivery_exception.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};
