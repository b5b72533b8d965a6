/* Every value of every event, by its name and by its slot. Of group rules.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_rule_hit[];
const struct value_row values_of_rule_hit[] = {
    {"order_key", LIES_AT(allot_event, rule_hit.order_key), LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, rule_hit.version), LIES_AT(allot_event, raw.node)},
    {"rule", LIES_AT(allot_event, rule_hit.rule), LIES_AT(allot_event, raw.line)},
    {"phase", LIES_AT(allot_event, rule_hit.phase), LIES_AT(allot_event, raw.quantity)},
    {"outcome", LIES_AT(allot_event, rule_hit.outcome), LIES_AT(allot_event, raw.reason)},
    {"error", LIES_AT(allot_event, rule_hit.error), LIES_AT(allot_event, raw.sku)},
    {"score", LIES_AT(allot_event, rule_hit.score), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};
