/* Every value of every event, by its name and by its slot. Of group firmness.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_capture_due[];
const struct value_row values_of_capture_due[] = {
    {"order_key", LIES_AT(allot_event, capture_due.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, capture_due.value), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_payment_authorised[];
const struct value_row values_of_payment_authorised[] = {
    {"order_key", LIES_AT(allot_event, payment_authorised.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, payment_authorised.value), LIES_AT(allot_event, raw.amount)},
    {"version", LIES_AT(allot_event, payment_authorised.version),
     LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, payment_authorised.pay_by), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, payment_authorised.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_authorisation_lapsed[];
const struct value_row values_of_authorisation_lapsed[] = {
    {"order_key", LIES_AT(allot_event, authorisation_lapsed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, authorisation_lapsed.amount), LIES_AT(allot_event, raw.amount)},
    {"lapsed_at", LIES_AT(allot_event, authorisation_lapsed.lapsed_at),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_deposit_paid[];
const struct value_row values_of_deposit_paid[] = {
    {"order_key", LIES_AT(allot_event, deposit_paid.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"deposit", LIES_AT(allot_event, deposit_paid.deposit), LIES_AT(allot_event, raw.amount)},
    {"version", LIES_AT(allot_event, deposit_paid.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, deposit_paid.pay_by), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, deposit_paid.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_balance_lapsed[];
const struct value_row values_of_balance_lapsed[] = {
    {"order_key", LIES_AT(allot_event, balance_lapsed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"kept", LIES_AT(allot_event, balance_lapsed.kept), LIES_AT(allot_event, raw.amount)},
    {"pay_by", LIES_AT(allot_event, balance_lapsed.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};
