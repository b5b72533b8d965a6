/* Every value of every event, by its name and by its slot. Of group payment.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_paid[];
const struct value_row values_of_paid[] = {
    {"order_key", LIES_AT(allot_event, paid.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, paid.value), LIES_AT(allot_event, raw.amount)},
    {"version", LIES_AT(allot_event, paid.version), LIES_AT(allot_event, raw.quantity)},
    {"paid_at", LIES_AT(allot_event, paid.paid_at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, paid.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_payment_pending[];
const struct value_row values_of_payment_pending[] = {
    {"order_key", LIES_AT(allot_event, payment_pending.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, payment_pending.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, payment_pending.pay_by), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, payment_pending.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_payment_failed[];
const struct value_row values_of_payment_failed[] = {
    {"order_key", LIES_AT(allot_event, payment_failed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, payment_failed.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, payment_failed.pay_by), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, payment_failed.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_refund_due[];
const struct value_row values_of_refund_due[] = {
    {"order_key", LIES_AT(allot_event, refund_due.order_key), LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, refund_due.value), LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, refund_due.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_reminder[];
const struct value_row values_of_reminder[] = {
    {"order_key", LIES_AT(allot_event, reminder.order_key), LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, reminder.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_payment_unassigned[];
const struct value_row values_of_payment_unassigned[] = {
    {"order_key", LIES_AT(allot_event, payment_unassigned.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"paid_at", LIES_AT(allot_event, payment_unassigned.paid_at), LIES_AT(allot_event, raw.time)},
    {"placed_sequence", LIES_AT(allot_event, payment_unassigned.placed_sequence),
     LIES_AT(allot_event, raw.amount)},
    {"reason", LIES_AT(allot_event, payment_unassigned.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_authorised[];
const struct value_row values_of_authorised[] = {
    {"order_key", LIES_AT(allot_event, authorised.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, authorised.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, authorised.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, authorised.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_captured[];
const struct value_row values_of_captured[] = {
    {"order_key", LIES_AT(allot_event, captured.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, captured.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, captured.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, captured.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_refunded[];
const struct value_row values_of_refunded[] = {
    {"order_key", LIES_AT(allot_event, refunded.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, refunded.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, refunded.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, refunded.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_reversed[];
const struct value_row values_of_reversed[] = {
    {"order_key", LIES_AT(allot_event, reversed.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, reversed.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, reversed.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, reversed.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_charged_back[];
const struct value_row values_of_charged_back[] = {
    {"order_key", LIES_AT(allot_event, charged_back.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, charged_back.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, charged_back.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, charged_back.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_balance[];
const struct value_row values_of_balance[] = {
    {"order_key", LIES_AT(allot_event, balance.order_key), LIES_AT(allot_event, raw.order_key)},
    {"open", LIES_AT(allot_event, balance.open), LIES_AT(allot_event, raw.amount)},
    {"refund_due", LIES_AT(allot_event, balance.refund_due), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_unpaid[];
const struct value_row values_of_unpaid[] = {
    {"order_key", LIES_AT(allot_event, unpaid.order_key), LIES_AT(allot_event, raw.order_key)},
    {"version", LIES_AT(allot_event, unpaid.version), LIES_AT(allot_event, raw.quantity)},
    {"pay_by", LIES_AT(allot_event, unpaid.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_offered[];
const struct value_row values_of_offered[] = {
    {"order_key", LIES_AT(allot_event, offered.order_key), LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, offered.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_offer_withdrawn[];
const struct value_row values_of_offer_withdrawn[] = {
    {"order_key", LIES_AT(allot_event, offer_withdrawn.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"pay_by", LIES_AT(allot_event, offer_withdrawn.pay_by), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_payment_overdue[];
const struct value_row values_of_payment_overdue[] = {
    {"order_key", LIES_AT(allot_event, payment_overdue.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, payment_overdue.value), LIES_AT(allot_event, raw.amount)},
    {"let_go_at", LIES_AT(allot_event, payment_overdue.let_go_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_overdue_reminder[];
const struct value_row values_of_overdue_reminder[] = {
    {"order_key", LIES_AT(allot_event, overdue_reminder.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"value", LIES_AT(allot_event, overdue_reminder.value), LIES_AT(allot_event, raw.amount)},
    {"let_go_at", LIES_AT(allot_event, overdue_reminder.let_go_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_voided[];
const struct value_row values_of_voided[] = {
    {"order_key", LIES_AT(allot_event, voided.order_key), LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, voided.amount), LIES_AT(allot_event, raw.amount)},
    {"at", LIES_AT(allot_event, voided.at), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, voided.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};
