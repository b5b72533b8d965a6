/* Every member of every command. Of group fulfilment.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_release_wave[];
const struct field_row rows_of_release_wave[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.release_wave.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"wave_key", FIELD_NUMBER, LIES_AT(allot_command, body.release_wave.wave_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.release_wave.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"zone", FIELD_NUMBER, LIES_AT(allot_command, body.release_wave.zone), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"channel", FIELD_NUMBER, LIES_AT(allot_command, body.release_wave.channel), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"cutoff", FIELD_NUMBER, LIES_AT(allot_command, body.release_wave.cutoff), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(4000000000000000000), NULL, 0, 0},
    {"orders_max", FIELD_NUMBER, LIES_AT(allot_command, body.release_wave.orders_max), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"carrier", FIELD_NUMBER, LIES_AT(allot_command, body.release_wave.carrier), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.release_wave.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_pick[];
const struct field_row rows_of_pick[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.pick.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.pick.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.pick.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.pick.node), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.pick.lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.pick.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.pick.line_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.pick.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_short_pick[];
const struct field_row rows_of_short_pick[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.short_pick.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.short_pick.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.short_pick.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.short_pick.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.short_pick.lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.short_pick.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"why", FIELD_CHOICE, LIES_AT(allot_command, body.short_pick.why), 0, INT64_C(0), 2, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.short_pick.line_number), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.short_pick.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_ship[];
const struct field_row rows_of_ship[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.ship.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.ship.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.ship.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.ship.node), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.ship.lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.ship.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"tracking", FIELD_NUMBER, LIES_AT(allot_command, body.ship.tracking), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"parcel_key", FIELD_NUMBER, LIES_AT(allot_command, body.ship.parcel_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.ship.line_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 2},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.ship.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_deliver[];
const struct field_row rows_of_deliver[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.deliver.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.deliver.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.deliver.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.deliver.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"tracking", FIELD_NUMBER, LIES_AT(allot_command, body.deliver.tracking), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.deliver.line_number), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.deliver.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_delivery_exception[];
const struct field_row rows_of_delivery_exception[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.delivery_exception.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.delivery_exception.order_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"kind", FIELD_CHOICE, LIES_AT(allot_command, body.delivery_exception.kind), 0, INT64_C(0), 4,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.delivery_exception.sku), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.delivery_exception.quantity), 0,
     INT64_C(0), 0, INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"tracking", FIELD_NUMBER, LIES_AT(allot_command, body.delivery_exception.tracking), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"at", FIELD_NUMBER, LIES_AT(allot_command, body.delivery_exception.at), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(4000000000000000000), NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.delivery_exception.line_number), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.delivery_exception.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved2", FIELD_RESERVED, LIES_AT(allot_command, body.delivery_exception.reserved2), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_answer_cancel[];
const struct field_row rows_of_answer_cancel[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.answer_cancel.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.answer_cancel.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.answer_cancel.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"answer", FIELD_CHOICE, LIES_AT(allot_command, body.answer_cancel.answer), 0, INT64_C(0), 2,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.answer_cancel.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_ship_undone[];
const struct field_row rows_of_ship_undone[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.ship_undone.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.ship_undone.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.ship_undone.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.ship_undone.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.ship_undone.lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.ship_undone.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"to", FIELD_CHOICE, LIES_AT(allot_command, body.ship_undone.to), 0, INT64_C(0), 2, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"tracking", FIELD_NUMBER, LIES_AT(allot_command, body.ship_undone.tracking), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.ship_undone.line_number), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.ship_undone.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_release_order[];
const struct field_row rows_of_release_order[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.release_order.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.release_order.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.release_order.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.release_order.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_pack[];
const struct field_row rows_of_pack[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.pack.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.pack.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"parcel_key", FIELD_NUMBER, LIES_AT(allot_command, body.pack.parcel_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.pack.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.pack.node), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.pack.lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.pack.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"weight_g", FIELD_NUMBER, LIES_AT(allot_command, body.pack.weight_g), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.pack.line_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.pack.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_ship_parcel[];
const struct field_row rows_of_ship_parcel[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.ship_parcel.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"parcel_key", FIELD_NUMBER, LIES_AT(allot_command, body.ship_parcel.parcel_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"tracking", FIELD_NUMBER, LIES_AT(allot_command, body.ship_parcel.tracking), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
