/* Every member of every command. Of group catalogue.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct field_row rows_of_sku[];
const struct field_row rows_of_sku[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.sku.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.sku.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"list_price", FIELD_NUMBER, LIES_AT(allot_command, body.sku.list_price), 1, INT64_C(0), 0,
     INT64_C(0), INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_node[];
const struct field_row rows_of_node[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.node.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.node.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"priority", FIELD_NUMBER, LIES_AT(allot_command, body.node.priority), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.node.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_zone[];
const struct field_row rows_of_zone[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.zone.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.zone.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_channel[];
const struct field_row rows_of_channel[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.channel.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.channel.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"hold_ttl_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.hold_ttl_ns), 1, INT64_C(0),
     0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"remind_before_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.remind_before_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"pending_ttl_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.pending_ttl_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"review_ttl_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.review_ttl_ns), 1,
     INT64_C(0), 0, INT64_C(1), INT64_C(1000000000000000000), NULL, 0, 0},
    {"safety_stock", FIELD_NUMBER, LIES_AT(allot_command, body.channel.safety_stock), 0, INT64_C(0),
     0, INT64_C(0), INT64_C(2147483647), NULL, 0, 0},
    {"policy", FIELD_CHOICE, LIES_AT(allot_command, body.channel.policy), 0, INT64_C(0), 3,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"review_outcome", FIELD_CHOICE, LIES_AT(allot_command, body.channel.review_outcome), 0,
     INT64_C(0), 2, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"cash_on_delivery", FIELD_BOOLEAN, LIES_AT(allot_command, body.channel.cash_on_delivery), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"review_pauses_payment", FIELD_BOOLEAN,
     LIES_AT(allot_command, body.channel.review_pauses_payment), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"currency", FIELD_TEXT, LIES_AT(allot_command, body.channel.currency), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"prices_include_tax", FIELD_BOOLEAN, LIES_AT(allot_command, body.channel.prices_include_tax),
     0, INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 2},
    {"pay_when_served", FIELD_BOOLEAN, LIES_AT(allot_command, body.channel.pay_when_served), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 3},
    {"payment_grace_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.payment_grace_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 4},
    {"late_payment", FIELD_CHOICE, LIES_AT(allot_command, body.channel.late_payment), 0, INT64_C(0),
     3, INT64_MIN, INT64_MAX, NULL, 0, 5},
    {"grace_remind_before_ns", FIELD_NUMBER,
     LIES_AT(allot_command, body.channel.grace_remind_before_ns), 1, INT64_C(0), 0, INT64_C(0),
     INT64_C(1000000000000000000), NULL, 0, 6},
    {"firm_when", FIELD_CHOICE, LIES_AT(allot_command, body.channel.firm_when), 0, INT64_C(0), 4,
     INT64_MIN, INT64_MAX, NULL, 0, 7},
    {"authorisation_ttl_ns", FIELD_NUMBER,
     LIES_AT(allot_command, body.channel.authorisation_ttl_ns), 1, INT64_C(0), 0, INT64_C(0),
     INT64_C(1000000000000000000), NULL, 0, 8},
    {"deposit_bp", FIELD_NUMBER, LIES_AT(allot_command, body.channel.deposit_bp), 0, INT64_C(0), 0,
     INT64_C(0), INT64_C(10000), NULL, 0, 9},
    {"balance_ttl_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.balance_ttl_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 10},
    {"balance_remind_before_ns", FIELD_NUMBER,
     LIES_AT(allot_command, body.channel.balance_remind_before_ns), 1, INT64_C(0), 0, INT64_C(0),
     INT64_C(1000000000000000000), NULL, 0, 11},
    {"lapsed_deposit", FIELD_CHOICE, LIES_AT(allot_command, body.channel.lapsed_deposit), 0,
     INT64_C(0), 2, INT64_MIN, INT64_MAX, NULL, 0, 12},
    {"own_hold", FIELD_CHOICE, LIES_AT(allot_command, body.channel.own_hold), 0, INT64_C(0), 3,
     INT64_MIN, INT64_MAX, NULL, 0, 13},
    {"own_hold_per", FIELD_CHOICE, LIES_AT(allot_command, body.channel.own_hold_per), 0, INT64_C(0),
     6, INT64_MIN, INT64_MAX, NULL, 0, 14},
    {"own_hold_ttl_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.own_hold_ttl_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 15},
    {"expiry_margin_ns", FIELD_NUMBER, LIES_AT(allot_command, body.channel.expiry_margin_ns), 1,
     INT64_C(0), 0, INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 16},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.channel.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_network[];
const struct field_row rows_of_network[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.network.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"channel", FIELD_NUMBER, LIES_AT(allot_command, body.network.channel), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.network.node), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"serves", FIELD_BOOLEAN, LIES_AT(allot_command, body.network.serves), 0, INT64_C(1), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.network.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_lane[];
const struct field_row rows_of_lane[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.lane.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"node", FIELD_NUMBER, LIES_AT(allot_command, body.lane.node), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"zone", FIELD_NUMBER, LIES_AT(allot_command, body.lane.zone), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"parcel_cost", FIELD_NUMBER, LIES_AT(allot_command, body.lane.parcel_cost), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(1000000000000), NULL, 0, 0},
    {"unit_cost", FIELD_NUMBER, LIES_AT(allot_command, body.lane.unit_cost), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(1000000000), NULL, 0, 0},
    {"transit_ns", FIELD_NUMBER, LIES_AT(allot_command, body.lane.transit_ns), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"serviceable", FIELD_BOOLEAN, LIES_AT(allot_command, body.lane.serviceable), 0, INT64_C(1), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"carrier", FIELD_NUMBER, LIES_AT(allot_command, body.lane.carrier), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 1},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.lane.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_list[];
const struct field_row rows_of_list[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.list.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"list", FIELD_CHOICE, LIES_AT(allot_command, body.list.list), 0, INT64_C(0), 2, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"kind", FIELD_CHOICE, LIES_AT(allot_command, body.list.kind), 0, INT64_C(0), 6, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"token", FIELD_NUMBER, LIES_AT(allot_command, body.list.token), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"present", FIELD_BOOLEAN, LIES_AT(allot_command, body.list.present), 0, INT64_C(1), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.list.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_carrier[];
const struct field_row rows_of_carrier[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.carrier.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.carrier.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_sku_set[];
const struct field_row rows_of_sku_set[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.sku_set.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.sku_set.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"skus", FIELD_ARRAY, LIES_AT(allot_command, body.sku_set.skus), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, sizeof(uint32_t), 0},
    {"sku_count", FIELD_COUNT, LIES_AT(allot_command, body.sku_set.sku_count), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_cap[];
const struct field_row rows_of_cap[] = {
    {"command_key", FIELD_KEY, LIES_AT(allot_command, body.cap.command_key), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"code", FIELD_TEXT, LIES_AT(allot_command, body.cap.code), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"measure", FIELD_CHOICE, LIES_AT(allot_command, body.cap.measure), 0, INT64_C(0), 2, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"at_most", FIELD_NUMBER, LIES_AT(allot_command, body.cap.at_most), 0, INT64_C(0), 0,
     INT64_C(1), INT64_C(2147483647), NULL, 0, 0},
    {"per", FIELD_CHOICE, LIES_AT(allot_command, body.cap.per), 0, INT64_C(0), 6, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"sku_set", FIELD_NUMBER, LIES_AT(allot_command, body.cap.sku_set), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"window_ns", FIELD_NUMBER, LIES_AT(allot_command, body.cap.window_ns), 1, INT64_C(0), 0,
     INT64_C(0), INT64_C(1000000000000000000), NULL, 0, 0},
    {"origin", FIELD_NUMBER, LIES_AT(allot_command, body.cap.origin), 1, INT64_C(0), 0, INT64_C(0),
     INT64_C(4000000000000000000), NULL, 0, 0},
    {"token_required", FIELD_BOOLEAN, LIES_AT(allot_command, body.cap.token_required), 0,
     INT64_C(0), 0, INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_command, body.cap.reserved), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {"reserved2", FIELD_RESERVED, LIES_AT(allot_command, body.cap.reserved2), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};
