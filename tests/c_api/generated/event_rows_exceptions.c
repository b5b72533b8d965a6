/* Every value of every event, by its name and by its slot. Of group exceptions.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_exception_raised[];
const struct value_row values_of_exception_raised[] = {
    {"order_key", LIES_AT(allot_event, exception_raised.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_raised.kind), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, exception_raised.sku), LIES_AT(allot_event, raw.sku)},
    {"exception", LIES_AT(allot_event, exception_raised.exception), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, exception_raised.units), LIES_AT(allot_event, raw.quantity)},
    {"amount", LIES_AT(allot_event, exception_raised.amount), LIES_AT(allot_event, raw.amount)},
    {"due_at", LIES_AT(allot_event, exception_raised.due_at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, exception_raised.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_exception_assigned[];
const struct value_row values_of_exception_assigned[] = {
    {"order_key", LIES_AT(allot_event, exception_assigned.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_assigned.kind), LIES_AT(allot_event, raw.line)},
    {"exception", LIES_AT(allot_event, exception_assigned.exception),
     LIES_AT(allot_event, raw.node)},
    {"owner", LIES_AT(allot_event, exception_assigned.owner), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, exception_assigned.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_exception_resolved[];
const struct value_row values_of_exception_resolved[] = {
    {"order_key", LIES_AT(allot_event, exception_resolved.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_resolved.kind), LIES_AT(allot_event, raw.line)},
    {"exception", LIES_AT(allot_event, exception_resolved.exception),
     LIES_AT(allot_event, raw.node)},
    {"outcome", LIES_AT(allot_event, exception_resolved.outcome),
     LIES_AT(allot_event, raw.quantity)},
    {"reference", LIES_AT(allot_event, exception_resolved.reference),
     LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, exception_resolved.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_exception_solved[];
const struct value_row values_of_exception_solved[] = {
    {"order_key", LIES_AT(allot_event, exception_solved.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_solved.kind), LIES_AT(allot_event, raw.line)},
    {"exception", LIES_AT(allot_event, exception_solved.exception), LIES_AT(allot_event, raw.node)},
    {"owner", LIES_AT(allot_event, exception_solved.owner), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_exception_overdue[];
const struct value_row values_of_exception_overdue[] = {
    {"order_key", LIES_AT(allot_event, exception_overdue.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, exception_overdue.kind), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, exception_overdue.sku), LIES_AT(allot_event, raw.sku)},
    {"exception", LIES_AT(allot_event, exception_overdue.exception),
     LIES_AT(allot_event, raw.node)},
    {"owner", LIES_AT(allot_event, exception_overdue.owner), LIES_AT(allot_event, raw.amount)},
    {"due_at", LIES_AT(allot_event, exception_overdue.due_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_exceptions_missed[];
const struct value_row values_of_exceptions_missed[] = {
    {"missed", LIES_AT(allot_event, exceptions_missed.missed), LIES_AT(allot_event, raw.quantity)},
    {"missed_ever", LIES_AT(allot_event, exceptions_missed.missed_ever),
     LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_sku_named[];
const struct value_row values_of_sku_named[] = {
    {"sku", LIES_AT(allot_event, sku_named.sku), LIES_AT(allot_event, raw.sku)},
    {NULL, 0, 0, 0, 0}};
