/* Every member of every command. Of group order.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_place[];
const struct field_row rows_of_place[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.place.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.place.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"channel", FIELD_NUMBER, LIES_AT(allot_command, body.place.channel), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"zone", FIELD_NUMBER, LIES_AT(allot_command, body.place.zone), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"customer", FIELD_NUMBER, LIES_AT(allot_command, body.place.tokens.customer), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"device", FIELD_NUMBER, LIES_AT(allot_command, body.place.tokens.device), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"card", FIELD_NUMBER, LIES_AT(allot_command, body.place.tokens.card), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"address", FIELD_NUMBER, LIES_AT(allot_command, body.place.tokens.address), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"phone", FIELD_NUMBER, LIES_AT(allot_command, body.place.tokens.phone), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"recipient", FIELD_NUMBER, LIES_AT(allot_command, body.place.tokens.recipient), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"ship_by", FIELD_NUMBER, LIES_AT(allot_command, body.place.ship_by), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"priority", FIELD_NUMBER, LIES_AT(allot_command, body.place.priority), 0, INT64_C(128), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"max_splits", FIELD_NUMBER, LIES_AT(allot_command, body.place.max_splits), 0, INT64_C(255), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"shortage", FIELD_CHOICE, LIES_AT(allot_command, body.place.shortage), 0, INT64_C(0), 4,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"ship_complete", FIELD_BOOLEAN, LIES_AT(allot_command, body.place.ship_complete), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"lines", FIELD_ARRAY, LIES_AT(allot_command, body.place.lines), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, line_rows, sizeof(allot_order_line), 0},
    {"line_count", FIELD_COUNT, LIES_AT(allot_command, body.place.line_count), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_number", FIELD_TEXT, LIES_AT(allot_command, body.place.order_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"discount", FIELD_NUMBER, LIES_AT(allot_command, body.place.discount), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 2},
    {"shipping", FIELD_NUMBER, LIES_AT(allot_command, body.place.shipping), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 3},
    {"shipping_tax", FIELD_NUMBER, LIES_AT(allot_command, body.place.shipping_tax), 1, INT64_C(0),
     0, INT64_C(0), INT64_MAX, NULL, 0, 4},
    {"deposit", FIELD_NUMBER, LIES_AT(allot_command, body.place.deposit), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 5},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.place.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_import[];
const struct field_row rows_of_import[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.import.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.import.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"channel", FIELD_NUMBER, LIES_AT(allot_command, body.import.channel), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"zone", FIELD_NUMBER, LIES_AT(allot_command, body.import.zone), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"customer", FIELD_NUMBER, LIES_AT(allot_command, body.import.tokens.customer), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"device", FIELD_NUMBER, LIES_AT(allot_command, body.import.tokens.device), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"card", FIELD_NUMBER, LIES_AT(allot_command, body.import.tokens.card), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"address", FIELD_NUMBER, LIES_AT(allot_command, body.import.tokens.address), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"phone", FIELD_NUMBER, LIES_AT(allot_command, body.import.tokens.phone), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"recipient", FIELD_NUMBER, LIES_AT(allot_command, body.import.tokens.recipient), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"ship_by", FIELD_NUMBER, LIES_AT(allot_command, body.import.ship_by), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"priority", FIELD_NUMBER, LIES_AT(allot_command, body.import.priority), 0, INT64_C(128), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"lines", FIELD_ARRAY, LIES_AT(allot_command, body.import.lines), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, line_rows, sizeof(allot_order_line), 0},
    {"line_count", FIELD_COUNT, LIES_AT(allot_command, body.import.line_count), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_number", FIELD_TEXT, LIES_AT(allot_command, body.import.order_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"state", FIELD_CHOICE, LIES_AT(allot_command, body.import.state), 0, INT64_C(0), 4, INT64_MIN,
     INT64_MAX, NULL, 0, 2},
    {"pay_by", FIELD_NUMBER, LIES_AT(allot_command, body.import.pay_by), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(4000000000000000000), NULL, 0, 3},
    {"sold_at", FIELD_NUMBER, LIES_AT(allot_command, body.import.sold_at), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 4},
    {"discount", FIELD_NUMBER, LIES_AT(allot_command, body.import.discount), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 5},
    {"shipping", FIELD_NUMBER, LIES_AT(allot_command, body.import.shipping), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 6},
    {"shipping_tax", FIELD_NUMBER, LIES_AT(allot_command, body.import.shipping_tax), 1, INT64_C(0),
     0, INT64_C(0), INT64_MAX, NULL, 0, 7},
    {"deposit", FIELD_NUMBER, LIES_AT(allot_command, body.import.deposit), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 8},
    {"known_new", FIELD_BOOLEAN, LIES_AT(allot_command, body.import.known_new), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 9},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.import.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_cancel[];
const struct field_row rows_of_cancel[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.cancel.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.cancel.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_confirm_payment[];
const struct field_row rows_of_confirm_payment[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.confirm_payment.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.confirm_payment.order_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"paid_at", FIELD_NUMBER, LIES_AT(allot_command, body.confirm_payment.paid_at), 1, INT64_C(0),
     0, INT64_C(1), INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_payment_pending[];
const struct field_row rows_of_payment_pending[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.payment_pending.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.payment_pending.order_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_fail_payment[];
const struct field_row rows_of_fail_payment[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.fail_payment.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.fail_payment.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_review_decision[];
const struct field_row rows_of_review_decision[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.review_decision.command_key), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.review_decision.order_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.review_decision.version), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"outcome", FIELD_CHOICE, LIES_AT(allot_command, body.review_decision.outcome), 0, INT64_C(0),
     2, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.review_decision.reserved), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_modify[];
const struct field_row rows_of_modify[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.modify.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.modify.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.modify.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"zone", FIELD_NUMBER, LIES_AT(allot_command, body.modify.zone), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"customer", FIELD_NUMBER, LIES_AT(allot_command, body.modify.tokens.customer), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"device", FIELD_NUMBER, LIES_AT(allot_command, body.modify.tokens.device), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"card", FIELD_NUMBER, LIES_AT(allot_command, body.modify.tokens.card), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"address", FIELD_NUMBER, LIES_AT(allot_command, body.modify.tokens.address), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"phone", FIELD_NUMBER, LIES_AT(allot_command, body.modify.tokens.phone), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"recipient", FIELD_NUMBER, LIES_AT(allot_command, body.modify.tokens.recipient), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"ship_by", FIELD_NUMBER, LIES_AT(allot_command, body.modify.ship_by), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"priority", FIELD_NUMBER, LIES_AT(allot_command, body.modify.priority), 0, INT64_C(128), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"max_splits", FIELD_NUMBER, LIES_AT(allot_command, body.modify.max_splits), 0, INT64_C(255), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"lines", FIELD_ARRAY, LIES_AT(allot_command, body.modify.lines), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, line_rows, sizeof(allot_order_line), 0},
    {"line_count", FIELD_COUNT, LIES_AT(allot_command, body.modify.line_count), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"discount", FIELD_NUMBER, LIES_AT(allot_command, body.modify.discount), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 1},
    {"shipping", FIELD_NUMBER, LIES_AT(allot_command, body.modify.shipping), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 2},
    {"shipping_tax", FIELD_NUMBER, LIES_AT(allot_command, body.modify.shipping_tax), 1, INT64_C(0),
     0, INT64_C(0), INT64_MAX, NULL, 0, 3},
    {"deposit", FIELD_NUMBER, LIES_AT(allot_command, body.modify.deposit), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 4},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.modify.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_extend[];
const struct field_row rows_of_extend[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.extend.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.extend.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"pay_by", FIELD_NUMBER, LIES_AT(allot_command, body.extend.pay_by), 1, INT64_C(0), 0,
     INT64_C(1), INT64_C(4000000000000000000), NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.extend.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.extend.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_confirm_part[];
const struct field_row rows_of_confirm_part[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.confirm_part.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.confirm_part.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"paid_at", FIELD_NUMBER, LIES_AT(allot_command, body.confirm_part.paid_at), 1, INT64_C(0), 0,
     INT64_C(1), INT64_MAX, NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.confirm_part.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"rest", FIELD_CHOICE, LIES_AT(allot_command, body.confirm_part.rest), 0, INT64_C(0), 2,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"lines", FIELD_ARRAY, LIES_AT(allot_command, body.confirm_part.lines), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, line_rows, sizeof(allot_order_line), 0},
    {"line_count", FIELD_COUNT, LIES_AT(allot_command, body.confirm_part.line_count), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.confirm_part.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_payment[];
const struct field_row rows_of_payment[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.payment.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.payment.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"payment_key", FIELD_KEY, LIES_AT(allot_command, body.payment.payment_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"amount", FIELD_NUMBER, LIES_AT(allot_command, body.payment.amount), 1, INT64_C(0), 0,
     INT64_C(1), INT64_MAX, NULL, 0, 0},
    {"kind", FIELD_CHOICE, LIES_AT(allot_command, body.payment.kind), 0, INT64_C(0), 6, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"at", FIELD_NUMBER, LIES_AT(allot_command, body.payment.at), 1, INT64_C(0), 0, INT64_C(0),
     INT64_MAX, NULL, 0, 0},
    {"until", FIELD_NUMBER, LIES_AT(allot_command, body.payment.until), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(4000000000000000000), NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.payment.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_cancel_line[];
const struct field_row rows_of_cancel_line[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.cancel_line.command_key), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.cancel_line.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"sku", FIELD_NUMBER, LIES_AT(allot_command, body.cancel_line.sku), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_command, body.cancel_line.quantity), 0, INT64_C(0), 0,
     INT64_MIN, INT64_C(2147483647), NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.cancel_line.node), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.cancel_line.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_command, body.cancel_line.line_number), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.cancel_line.reserved), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_trim[];
const struct field_row rows_of_trim[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.trim.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.trim.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.trim.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.trim.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_merge[];
const struct field_row rows_of_merge[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.merge.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.merge.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"other_key", FIELD_KEY, LIES_AT(allot_command, body.merge.other_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.merge.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"other_version", FIELD_NUMBER, LIES_AT(allot_command, body.merge.other_version), 0, INT64_C(0),
     0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_split[];
const struct field_row rows_of_split[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.split.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"order_key", FIELD_KEY, LIES_AT(allot_command, body.split.order_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"version", FIELD_NUMBER, LIES_AT(allot_command, body.split.version), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"discount", FIELD_NUMBER, LIES_AT(allot_command, body.split.discount), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"shipping", FIELD_NUMBER, LIES_AT(allot_command, body.split.shipping), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"shipping_tax", FIELD_NUMBER, LIES_AT(allot_command, body.split.shipping_tax), 1, INT64_C(0),
     0, INT64_C(0), INT64_MAX, NULL, 0, 0},
    {"lines", FIELD_ARRAY, LIES_AT(allot_command, body.split.lines), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, line_rows, sizeof(allot_order_line), 0},
    {"line_count", FIELD_COUNT, LIES_AT(allot_command, body.split.line_count), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"new_key", FIELD_KEY, LIES_AT(allot_command, body.split.new_key), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 1},
    {"new_number", FIELD_TEXT, LIES_AT(allot_command, body.split.new_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 2},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.split.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
