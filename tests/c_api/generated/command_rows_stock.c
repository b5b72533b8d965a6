/* Every member of every command. Of group stock.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_receive[];
const struct field_row rows_of_receive[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.receive.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.receive.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.receive.node), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.receive.lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.receive.quantity), 0, INT64_C(0), 0,
     INT64_C(1), INT64_C(2147483647), NULL, 0, 0},
    {"expires_at", FIELD_NUMBER, LIES_AT(allot_command, body.receive.expires_at), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.receive.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_adjust[];
const struct field_row rows_of_adjust[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.adjust.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.adjust.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.adjust.node), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.adjust.lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"delta", FIELD_NUMBER, LIES_AT(allot_command, body.adjust.delta), 1, INT64_C(0), 0,
     INT64_C(-2147483647), INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.adjust.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_safety_stock[];
const struct field_row rows_of_safety_stock[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.safety_stock.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.safety_stock.sku), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.safety_stock.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.safety_stock.quantity), 0, INT64_C(0), 0,
     INT64_C(0), INT64_C(2147483647), NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.safety_stock.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_move[];
const struct field_row rows_of_move[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.move.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.move.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.move.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"from_node", FIELD_NUMBER, LIES_AT(allot_command, body.move.from_node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"to_node", FIELD_NUMBER, LIES_AT(allot_command, body.move.to_node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.move.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"from_lot", FIELD_NUMBER, LIES_AT(allot_command, body.move.from_lot), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"to_lot", FIELD_NUMBER, LIES_AT(allot_command, body.move.to_lot), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.move.line_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.move.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_feed[];
const struct field_row rows_of_feed[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.feed.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"channel", FIELD_NUMBER, LIES_AT(allot_command, body.feed.channel), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"tells", FIELD_CHOICE, LIES_AT(allot_command, body.feed.tells), 0, INT64_C(0), 3, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.feed.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
