/* Every command. Its members lie in the files of the groups.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

const struct field_row line_rows[] = {
    {"sku", FIELD_NUMBER, LIES_AT(allot_order_line, sku), 0, INT64_C(0), 0, INT64_MIN, INT64_MAX,
     NULL, 0, 0},
    {"quantity", FIELD_NUMBER, LIES_AT(allot_order_line, quantity), 0, INT64_C(0), 0, INT64_C(1),
     INT64_C(2147483647), NULL, 0, 0},
    {"price", FIELD_NUMBER, LIES_AT(allot_order_line, price), 1, INT64_C(0), 0, INT64_C(0),
     INT64_MAX, NULL, 0, 0},
    {"shortage", FIELD_CHOICE, LIES_AT(allot_order_line, shortage), 0, INT64_C(0), 4, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"total", FIELD_NUMBER, LIES_AT(allot_order_line, total), 1, INT64_C(0), 0, INT64_C(0),
     INT64_MAX, NULL, 0, 1},
    {"discount", FIELD_NUMBER, LIES_AT(allot_order_line, discount), 1, INT64_C(0), 0, INT64_C(0),
     INT64_MAX, NULL, 0, 2},
    {"tax", FIELD_NUMBER, LIES_AT(allot_order_line, tax), 1, INT64_C(0), 0, INT64_C(0), INT64_MAX,
     NULL, 0, 3},
    {"wanted_at", FIELD_NUMBER, LIES_AT(allot_order_line, wanted_at), 1, INT64_C(0), 0, INT64_C(0),
     INT64_C(4000000000000000000), NULL, 0, 4},
    {"line_number", FIELD_NUMBER, LIES_AT(allot_order_line, line_number), 0, INT64_C(0), 0,
     INT64_MIN, INT64_MAX, NULL, 0, 5},
    {"reserved", FIELD_RESERVED, LIES_AT(allot_order_line, reserved), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {"reserved2", FIELD_RESERVED, LIES_AT(allot_order_line, reserved2), 0, INT64_C(0), 0, INT64_MIN,
     INT64_MAX, NULL, 0, 0},
    {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}};

extern const struct field_row rows_of_tick[];
extern const struct field_row rows_of_risk_limits[];
extern const struct field_row rows_of_load_rules[];
extern const struct field_row rows_of_activate_rules[];
extern const struct field_row rows_of_set_list_member[];
extern const struct field_row rows_of_sku[];
extern const struct field_row rows_of_node[];
extern const struct field_row rows_of_zone[];
extern const struct field_row rows_of_channel[];
extern const struct field_row rows_of_network[];
extern const struct field_row rows_of_lane[];
extern const struct field_row rows_of_list[];
extern const struct field_row rows_of_carrier[];
extern const struct field_row rows_of_sku_set[];
extern const struct field_row rows_of_cap[];
extern const struct field_row rows_of_receive[];
extern const struct field_row rows_of_adjust[];
extern const struct field_row rows_of_safety_stock[];
extern const struct field_row rows_of_move[];
extern const struct field_row rows_of_feed[];
extern const struct field_row rows_of_place[];
extern const struct field_row rows_of_import[];
extern const struct field_row rows_of_cancel[];
extern const struct field_row rows_of_confirm_payment[];
extern const struct field_row rows_of_payment_pending[];
extern const struct field_row rows_of_fail_payment[];
extern const struct field_row rows_of_review_decision[];
extern const struct field_row rows_of_modify[];
extern const struct field_row rows_of_extend[];
extern const struct field_row rows_of_confirm_part[];
extern const struct field_row rows_of_payment[];
extern const struct field_row rows_of_cancel_line[];
extern const struct field_row rows_of_trim[];
extern const struct field_row rows_of_merge[];
extern const struct field_row rows_of_split[];
extern const struct field_row rows_of_release_wave[];
extern const struct field_row rows_of_pick[];
extern const struct field_row rows_of_short_pick[];
extern const struct field_row rows_of_ship[];
extern const struct field_row rows_of_deliver[];
extern const struct field_row rows_of_delivery_exception[];
extern const struct field_row rows_of_answer_cancel[];
extern const struct field_row rows_of_ship_undone[];
extern const struct field_row rows_of_release_order[];
extern const struct field_row rows_of_pack[];
extern const struct field_row rows_of_ship_parcel[];
extern const struct field_row rows_of_request_return[];
extern const struct field_row rows_of_receive_return[];
extern const struct field_row rows_of_exchange[];
extern const struct field_row rows_of_exception_rule[];
extern const struct field_row rows_of_assign_exceptions[];
extern const struct field_row rows_of_resolve_exceptions[];
extern const struct field_row rows_of_name_sku[];
extern const struct field_row rows_of_service_level[];

const struct command_row command_rows[] = {
    {"start", ALLOT_COMMAND_START, 1, 0, 0, NULL},
    {"tick", ALLOT_COMMAND_TICK, 2, 1, sizeof(allot_tick), rows_of_tick},
    {"advance", ALLOT_COMMAND_ADVANCE, 3, 0, 0, NULL},
    {"skip", ALLOT_COMMAND_SKIP, 4, 0, 0, NULL},
    {"risk_limits", ALLOT_COMMAND_RISK_LIMITS, 5, 1, sizeof(allot_risk_limits),
     rows_of_risk_limits},
    {"load_rules", ALLOT_COMMAND_LOAD_RULES, 6, 1, sizeof(allot_load_rules), rows_of_load_rules},
    {"activate_rules", ALLOT_COMMAND_ACTIVATE_RULES, 9, 1, sizeof(allot_activate_rules),
     rows_of_activate_rules},
    {"set_list_member", ALLOT_COMMAND_SET_LIST_MEMBER, 17, 1, sizeof(allot_set_list_member),
     rows_of_set_list_member},
    {"sku", ALLOT_COMMAND_SKU, 20, 1, sizeof(allot_sku), rows_of_sku},
    {"node", ALLOT_COMMAND_NODE, 21, 1, sizeof(allot_node), rows_of_node},
    {"zone", ALLOT_COMMAND_ZONE, 22, 1, sizeof(allot_zone), rows_of_zone},
    {"channel", ALLOT_COMMAND_CHANNEL, 23, 1, sizeof(allot_channel), rows_of_channel},
    {"network", ALLOT_COMMAND_NETWORK, 24, 1, sizeof(allot_network), rows_of_network},
    {"lane", ALLOT_COMMAND_LANE, 25, 1, sizeof(allot_lane), rows_of_lane},
    {"list", ALLOT_COMMAND_LIST, 26, 1, sizeof(allot_list), rows_of_list},
    {"carrier", ALLOT_COMMAND_CARRIER, 29, 1, sizeof(allot_carrier), rows_of_carrier},
    {"sku_set", ALLOT_COMMAND_SKU_SET, 34, 1, sizeof(allot_sku_set), rows_of_sku_set},
    {"cap", ALLOT_COMMAND_CAP, 35, 1, sizeof(allot_cap), rows_of_cap},
    {"receive", ALLOT_COMMAND_RECEIVE, 40, 1, sizeof(allot_receive), rows_of_receive},
    {"adjust", ALLOT_COMMAND_ADJUST, 41, 1, sizeof(allot_adjust), rows_of_adjust},
    {"safety_stock", ALLOT_COMMAND_SAFETY_STOCK, 42, 1, sizeof(allot_safety_stock),
     rows_of_safety_stock},
    {"move", ALLOT_COMMAND_MOVE, 43, 1, sizeof(allot_move), rows_of_move},
    {"feed", ALLOT_COMMAND_FEED, 50, 1, sizeof(allot_feed), rows_of_feed},
    {"place", ALLOT_COMMAND_PLACE, 60, 1, sizeof(allot_place), rows_of_place},
    {"import", ALLOT_COMMAND_IMPORT, 61, 1, sizeof(allot_import), rows_of_import},
    {"cancel", ALLOT_COMMAND_CANCEL, 62, 1, sizeof(allot_cancel), rows_of_cancel},
    {"confirm_payment", ALLOT_COMMAND_CONFIRM_PAYMENT, 63, 1, sizeof(allot_confirm_payment),
     rows_of_confirm_payment},
    {"payment_pending", ALLOT_COMMAND_PAYMENT_PENDING, 64, 1, sizeof(allot_payment_pending),
     rows_of_payment_pending},
    {"fail_payment", ALLOT_COMMAND_FAIL_PAYMENT, 65, 1, sizeof(allot_fail_payment),
     rows_of_fail_payment},
    {"review_decision", ALLOT_COMMAND_REVIEW_DECISION, 66, 1, sizeof(allot_review_decision),
     rows_of_review_decision},
    {"modify", ALLOT_COMMAND_MODIFY, 67, 1, sizeof(allot_modify), rows_of_modify},
    {"extend", ALLOT_COMMAND_EXTEND, 68, 1, sizeof(allot_extend), rows_of_extend},
    {"confirm_part", ALLOT_COMMAND_CONFIRM_PART, 70, 1, sizeof(allot_confirm_part),
     rows_of_confirm_part},
    {"payment", ALLOT_COMMAND_PAYMENT, 72, 1, sizeof(allot_payment), rows_of_payment},
    {"cancel_line", ALLOT_COMMAND_CANCEL_LINE, 73, 1, sizeof(allot_cancel_line),
     rows_of_cancel_line},
    {"trim", ALLOT_COMMAND_TRIM, 74, 1, sizeof(allot_trim), rows_of_trim},
    {"merge", ALLOT_COMMAND_MERGE, 75, 1, sizeof(allot_merge), rows_of_merge},
    {"split", ALLOT_COMMAND_SPLIT, 76, 1, sizeof(allot_split), rows_of_split},
    {"release_wave", ALLOT_COMMAND_RELEASE_WAVE, 80, 1, sizeof(allot_release_wave),
     rows_of_release_wave},
    {"pick", ALLOT_COMMAND_PICK, 81, 1, sizeof(allot_pick), rows_of_pick},
    {"short_pick", ALLOT_COMMAND_SHORT_PICK, 82, 1, sizeof(allot_short_pick), rows_of_short_pick},
    {"ship", ALLOT_COMMAND_SHIP, 83, 1, sizeof(allot_ship), rows_of_ship},
    {"deliver", ALLOT_COMMAND_DELIVER, 84, 1, sizeof(allot_deliver), rows_of_deliver},
    {"delivery_exception", ALLOT_COMMAND_DELIVERY_EXCEPTION, 85, 1,
     sizeof(allot_delivery_exception), rows_of_delivery_exception},
    {"answer_cancel", ALLOT_COMMAND_ANSWER_CANCEL, 86, 1, sizeof(allot_answer_cancel),
     rows_of_answer_cancel},
    {"ship_undone", ALLOT_COMMAND_SHIP_UNDONE, 87, 1, sizeof(allot_ship_undone),
     rows_of_ship_undone},
    {"release_order", ALLOT_COMMAND_RELEASE_ORDER, 88, 1, sizeof(allot_release_order),
     rows_of_release_order},
    {"pack", ALLOT_COMMAND_PACK, 89, 1, sizeof(allot_pack), rows_of_pack},
    {"ship_parcel", ALLOT_COMMAND_SHIP_PARCEL, 90, 1, sizeof(allot_ship_parcel),
     rows_of_ship_parcel},
    {"request_return", ALLOT_COMMAND_REQUEST_RETURN, 100, 1, sizeof(allot_request_return),
     rows_of_request_return},
    {"receive_return", ALLOT_COMMAND_RECEIVE_RETURN, 101, 1, sizeof(allot_receive_return),
     rows_of_receive_return},
    {"exchange", ALLOT_COMMAND_EXCHANGE, 102, 1, sizeof(allot_exchange), rows_of_exchange},
    {"exception_rule", ALLOT_COMMAND_EXCEPTION_RULE, 110, 1, sizeof(allot_exception_rule),
     rows_of_exception_rule},
    {"assign_exceptions", ALLOT_COMMAND_ASSIGN_EXCEPTIONS, 111, 1, sizeof(allot_assign_exceptions),
     rows_of_assign_exceptions},
    {"resolve_exceptions", ALLOT_COMMAND_RESOLVE_EXCEPTIONS, 112, 1,
     sizeof(allot_resolve_exceptions), rows_of_resolve_exceptions},
    {"name_sku", ALLOT_COMMAND_NAME_SKU, 113, 1, sizeof(allot_name_sku), rows_of_name_sku},
    {"service_level", ALLOT_COMMAND_SERVICE_LEVEL, 120, 1, sizeof(allot_service_level),
     rows_of_service_level},
    {NULL, 0, 0, 0, 0, NULL}};
