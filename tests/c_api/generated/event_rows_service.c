/* Every value of every event, by its name and by its slot. Of group service.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_service_warning[];
const struct value_row values_of_service_warning[] = {
    {"order_key", LIES_AT(allot_event, service_warning.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, service_warning.kind), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, service_warning.sku), LIES_AT(allot_event, raw.sku)},
    {"channel", LIES_AT(allot_event, service_warning.channel), LIES_AT(allot_event, raw.node)},
    {"due_at", LIES_AT(allot_event, service_warning.due_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_service_breached[];
const struct value_row values_of_service_breached[] = {
    {"order_key", LIES_AT(allot_event, service_breached.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, service_breached.kind), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, service_breached.sku), LIES_AT(allot_event, raw.sku)},
    {"channel", LIES_AT(allot_event, service_breached.channel), LIES_AT(allot_event, raw.node)},
    {"due_at", LIES_AT(allot_event, service_breached.due_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_service_kept[];
const struct value_row values_of_service_kept[] = {
    {"order_key", LIES_AT(allot_event, service_kept.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, service_kept.kind), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, service_kept.sku), LIES_AT(allot_event, raw.sku)},
    {"channel", LIES_AT(allot_event, service_kept.channel), LIES_AT(allot_event, raw.node)},
    {"taken_ns", LIES_AT(allot_event, service_kept.taken_ns), LIES_AT(allot_event, raw.amount)},
    {"due_at", LIES_AT(allot_event, service_kept.due_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_parcel_in_time[];
const struct value_row values_of_parcel_in_time[] = {
    {"order_key", LIES_AT(allot_event, parcel_in_time.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, parcel_in_time.kind), LIES_AT(allot_event, raw.line)},
    {"channel", LIES_AT(allot_event, parcel_in_time.channel), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, parcel_in_time.units), LIES_AT(allot_event, raw.quantity)},
    {"tracking", LIES_AT(allot_event, parcel_in_time.tracking), LIES_AT(allot_event, raw.amount)},
    {"due_at", LIES_AT(allot_event, parcel_in_time.due_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_parcel_late[];
const struct value_row values_of_parcel_late[] = {
    {"order_key", LIES_AT(allot_event, parcel_late.order_key), LIES_AT(allot_event, raw.order_key)},
    {"kind", LIES_AT(allot_event, parcel_late.kind), LIES_AT(allot_event, raw.line)},
    {"channel", LIES_AT(allot_event, parcel_late.channel), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, parcel_late.units), LIES_AT(allot_event, raw.quantity)},
    {"tracking", LIES_AT(allot_event, parcel_late.tracking), LIES_AT(allot_event, raw.amount)},
    {"due_at", LIES_AT(allot_event, parcel_late.due_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_promises_missed[];
const struct value_row values_of_promises_missed[] = {
    {"missed", LIES_AT(allot_event, promises_missed.missed), LIES_AT(allot_event, raw.quantity)},
    {"missed_ever", LIES_AT(allot_event, promises_missed.missed_ever),
     LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};
