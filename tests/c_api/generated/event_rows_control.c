/* Every value of every event, by its name and by its slot. Of group control.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_started[];
const struct value_row values_of_started[] = {{NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_refused[];
const struct value_row values_of_refused[] = {
    {"order_key", LIES_AT(allot_event, refused.order_key), LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, refused.command), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, refused.reason), LIES_AT(allot_event, raw.reason)},
    {"line", LIES_AT(allot_event, refused.line), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, refused.sku), LIES_AT(allot_event, raw.sku)},
    {"cap", LIES_AT(allot_event, refused.cap), LIES_AT(allot_event, raw.node)},
    {"left", LIES_AT(allot_event, refused.left), LIES_AT(allot_event, raw.quantity)},
    {"next_window_at", LIES_AT(allot_event, refused.next_window_at),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_duplicate[];
const struct value_row values_of_duplicate[] = {
    {"order_key", LIES_AT(allot_event, duplicate.order_key), LIES_AT(allot_event, raw.order_key)},
    {"first_sequence", LIES_AT(allot_event, duplicate.first_sequence),
     LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, duplicate.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_ticked[];
const struct value_row values_of_ticked[] = {
    {"time", LIES_AT(allot_event, ticked.time), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_defined[];
const struct value_row values_of_defined[] = {
    {"command", LIES_AT(allot_event, defined.command), LIES_AT(allot_event, raw.amount)},
    {"id", LIES_AT(allot_event, defined.id), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_skipped[];
const struct value_row values_of_skipped[] = {
    {"skipped", LIES_AT(allot_event, skipped.skipped), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_time_kept[];
const struct value_row values_of_time_kept[] = {
    {"order_key", LIES_AT(allot_event, time_kept.order_key), LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, time_kept.command), LIES_AT(allot_event, raw.amount)},
    {"time", LIES_AT(allot_event, time_kept.time), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};
