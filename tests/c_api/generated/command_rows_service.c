/* Every member of every command. Of group service.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_service_level[];
const struct field_row rows_of_service_level[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.service_level.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"channel", FIELD_NUMBER, LIES_AT(allot_command, body.service_level.channel), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"kind", FIELD_CHOICE, LIES_AT(allot_command, body.service_level.kind), 0, INT64_C(0), 4,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"promised", FIELD_BOOLEAN, LIES_AT(allot_command, body.service_level.promised), 0, INT64_C(1),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"within_ns", FIELD_NUMBER, LIES_AT(allot_command, body.service_level.within_ns), 1, INT64_C(0),
     0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"warn_before_ns", FIELD_NUMBER, LIES_AT(allot_command, body.service_level.warn_before_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.service_level.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
