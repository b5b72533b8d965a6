/* Every member of every command. Of group control.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_tick[];
const struct field_row rows_of_tick[] = {
    {"force", FIELD_BOOLEAN, LIES_AT(allot_command, body.tick.force), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_risk_limits[];
const struct field_row rows_of_risk_limits[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.risk_limits.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_value_max", FIELD_NUMBER, LIES_AT(allot_command, body.risk_limits.order_value_max), 1,
     INT64_C(0), 0, INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"line_quantity_max", FIELD_NUMBER, LIES_AT(allot_command, body.risk_limits.line_quantity_max),
     0, INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"price_low_bp", FIELD_NUMBER, LIES_AT(allot_command, body.risk_limits.price_low_bp), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"price_high_bp", FIELD_NUMBER, LIES_AT(allot_command, body.risk_limits.price_high_bp), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"velocity_count", FIELD_NUMBER, LIES_AT(allot_command, body.risk_limits.velocity_count), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"velocity_window_ns", FIELD_NUMBER,
     LIES_AT(allot_command, body.risk_limits.velocity_window_ns), 1, INT64_C(0), 0, INT64_C(0),
     INT64_C(1000000000000000000), NULL, 0, 0},
    {"review_value_min", FIELD_NUMBER, LIES_AT(allot_command, body.risk_limits.review_value_min), 1,
     INT64_C(0), 0, INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"currency", FIELD_TEXT, LIES_AT(allot_command, body.risk_limits.currency), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_load_rules[];
const struct field_row rows_of_load_rules[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.load_rules.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"part", FIELD_NUMBER, LIES_AT(allot_command, body.load_rules.part), 0, INT64_C(1), 0,
     INT64_C(1), INT64_MAX, NULL, 0, 0},
    {"parts", FIELD_NUMBER, LIES_AT(allot_command, body.load_rules.parts), 0, INT64_C(1), 0,
     INT64_C(1), INT64_MAX, NULL, 0, 0},
    {"body", FIELD_ARRAY, LIES_AT(allot_command, body.load_rules.body), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, sizeof(uint8_t), 0},
    {"body_count", FIELD_COUNT, LIES_AT(allot_command, body.load_rules.body_count), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.load_rules.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_activate_rules[];
const struct field_row rows_of_activate_rules[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.activate_rules.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.activate_rules.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"mode", FIELD_CHOICE, LIES_AT(allot_command, body.activate_rules.mode), 0, INT64_C(0), 3,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.activate_rules.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_set_list_member[];
const struct field_row rows_of_set_list_member[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.set_list_member.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"list", FIELD_TEXT, LIES_AT(allot_command, body.set_list_member.list), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"token", FIELD_NUMBER, LIES_AT(allot_command, body.set_list_member.token), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"member", FIELD_BOOLEAN, LIES_AT(allot_command, body.set_list_member.member), 0, INT64_C(1), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.set_list_member.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
