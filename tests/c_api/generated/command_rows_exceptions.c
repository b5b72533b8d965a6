/* Every member of every command. Of group exceptions.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_exception_rule[];
const struct field_row rows_of_exception_rule[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.exception_rule.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"kind", FIELD_CHOICE, LIES_AT(allot_command, body.exception_rule.kind), 0, INT64_C(0), 12,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"kept", FIELD_BOOLEAN, LIES_AT(allot_command, body.exception_rule.kept), 0, INT64_C(1), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"within_ns", FIELD_NUMBER, LIES_AT(allot_command, body.exception_rule.within_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.exception_rule.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_assign_exceptions[];
const struct field_row rows_of_assign_exceptions[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.assign_exceptions.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"exceptions", FIELD_ARRAY, LIES_AT(allot_command, body.assign_exceptions.exceptions), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, sizeof(uint32_t), 0},
    {"exception_count", FIELD_COUNT, LIES_AT(allot_command, body.assign_exceptions.exception_count),
     0, INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"owner", FIELD_NUMBER, LIES_AT(allot_command, body.assign_exceptions.owner), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_resolve_exceptions[];
const struct field_row rows_of_resolve_exceptions[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.resolve_exceptions.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"exceptions", FIELD_ARRAY, LIES_AT(allot_command, body.resolve_exceptions.exceptions), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, sizeof(uint32_t), 0},
    {"exception_count", FIELD_COUNT,
     LIES_AT(allot_command, body.resolve_exceptions.exception_count), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"outcome", FIELD_CHOICE, LIES_AT(allot_command, body.resolve_exceptions.outcome), 0,
     INT64_C(0), 4, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reference", FIELD_NUMBER, LIES_AT(allot_command, body.resolve_exceptions.reference), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.resolve_exceptions.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_name_sku[];
const struct field_row rows_of_name_sku[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.name_sku.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.name_sku.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
