/* Every member of every command. Of group after_sale.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_request_return[];
const struct field_row rows_of_request_return[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.request_return.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.request_return.order_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"return_key", FIELD_NUMBER, LIES_AT(allot_command, body.request_return.return_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.request_return.sku), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.request_return.quantity), 0, INT64_C(0),
     0, INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"why", FIELD_CHOICE, LIES_AT(allot_command, body.request_return.why), 0, INT64_C(0), 6,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"until", FIELD_NUMBER, LIES_AT(allot_command, body.request_return.until), 1, INT64_C(0), 0,
     INT64_MIN, INT64_C(4000000000000000000), NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.request_return.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_receive_return[];
const struct field_row rows_of_receive_return[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.receive_return.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.receive_return.order_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"return_key", FIELD_NUMBER, LIES_AT(allot_command, body.receive_return.return_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.receive_return.sku), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.receive_return.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"lot", FIELD_NUMBER, LIES_AT(allot_command, body.receive_return.lot), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.receive_return.quantity), 0, INT64_C(0),
     0, INT64_C(1), INT64_C(2147483647), NULL, 0, 0},
    {"disposition", FIELD_CHOICE, LIES_AT(allot_command, body.receive_return.disposition), 0,
     INT64_C(0), 4, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.receive_return.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
