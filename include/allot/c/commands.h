/* One command, and the number of each.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_H
#define ALLOT_C_COMMANDS_H

#include "allot/c/commands_after_sale.h"
#include "allot/c/commands_catalogue.h"
#include "allot/c/commands_control.h"
#include "allot/c/commands_exceptions.h"
#include "allot/c/commands_fulfilment.h"
#include "allot/c/commands_order.h"
#include "allot/c/commands_service.h"
#include "allot/c/commands_stock.h"
#include "allot/c/types.h"

/* The numbers that commands have in the log. */
enum {
  ALLOT_COMMAND_START = 1, /* only the engine or an operator logs it */
  ALLOT_COMMAND_TICK = 2,
  ALLOT_COMMAND_ADVANCE = 3, /* only the engine or an operator logs it */
  ALLOT_COMMAND_SKIP = 4,    /* only the engine or an operator logs it */
  ALLOT_COMMAND_RISK_LIMITS = 5,
  ALLOT_COMMAND_LOAD_RULES = 6,
  ALLOT_COMMAND_ACTIVATE_RULES = 9,
  ALLOT_COMMAND_SET_LIST_MEMBER = 17,
  ALLOT_COMMAND_SKU = 20,
  ALLOT_COMMAND_NODE = 21,
  ALLOT_COMMAND_ZONE = 22,
  ALLOT_COMMAND_CHANNEL = 23,
  ALLOT_COMMAND_NETWORK = 24,
  ALLOT_COMMAND_LANE = 25,
  ALLOT_COMMAND_LIST = 26,
  ALLOT_COMMAND_CARRIER = 29,
  ALLOT_COMMAND_SKU_SET = 34,
  ALLOT_COMMAND_CAP = 35,
  ALLOT_COMMAND_RECEIVE = 40,
  ALLOT_COMMAND_ADJUST = 41,
  ALLOT_COMMAND_SAFETY_STOCK = 42,
  ALLOT_COMMAND_MOVE = 43,
  ALLOT_COMMAND_FEED = 50,
  ALLOT_COMMAND_PLACE = 60,
  ALLOT_COMMAND_IMPORT = 61,
  ALLOT_COMMAND_CANCEL = 62,
  ALLOT_COMMAND_CONFIRM_PAYMENT = 63,
  ALLOT_COMMAND_PAYMENT_PENDING = 64,
  ALLOT_COMMAND_FAIL_PAYMENT = 65,
  ALLOT_COMMAND_REVIEW_DECISION = 66,
  ALLOT_COMMAND_MODIFY = 67,
  ALLOT_COMMAND_EXTEND = 68,
  ALLOT_COMMAND_CONFIRM_PART = 70,
  ALLOT_COMMAND_PAYMENT = 72,
  ALLOT_COMMAND_CANCEL_LINE = 73,
  ALLOT_COMMAND_TRIM = 74,
  ALLOT_COMMAND_MERGE = 75,
  ALLOT_COMMAND_SPLIT = 76,
  ALLOT_COMMAND_RELEASE_WAVE = 80,
  ALLOT_COMMAND_PICK = 81,
  ALLOT_COMMAND_SHORT_PICK = 82,
  ALLOT_COMMAND_SHIP = 83,
  ALLOT_COMMAND_DELIVER = 84,
  ALLOT_COMMAND_DELIVERY_EXCEPTION = 85,
  ALLOT_COMMAND_ANSWER_CANCEL = 86,
  ALLOT_COMMAND_SHIP_UNDONE = 87,
  ALLOT_COMMAND_RELEASE_ORDER = 88,
  ALLOT_COMMAND_PACK = 89,
  ALLOT_COMMAND_SHIP_PARCEL = 90,
  ALLOT_COMMAND_REQUEST_RETURN = 100,
  ALLOT_COMMAND_RECEIVE_RETURN = 101,
  ALLOT_COMMAND_EXCHANGE = 102,
  ALLOT_COMMAND_EXCEPTION_RULE = 110,
  ALLOT_COMMAND_ASSIGN_EXCEPTIONS = 111,
  ALLOT_COMMAND_RESOLVE_EXCEPTIONS = 112,
  ALLOT_COMMAND_NAME_SKU = 113,
  ALLOT_COMMAND_SERVICE_LEVEL = 120
};

/* One command. 256 bytes for ever: the space behind today's bodies is where they will grow. */
typedef struct allot_command {
  uint32_t type; /* ALLOT_COMMAND_*; says which member of `body` counts */
  uint32_t reserved;
  int64_t time; /* the host's stamp, ns since 1970; read only with ALLOT_TIME_SOURCE_HOST */
  union {
    uint8_t bytes[240];
    allot_tick tick;
    allot_risk_limits risk_limits;
    allot_load_rules load_rules;
    allot_activate_rules activate_rules;
    allot_set_list_member set_list_member;
    allot_sku sku;
    allot_node node;
    allot_zone zone;
    allot_channel channel;
    allot_network network;
    allot_lane lane;
    allot_list list;
    allot_carrier carrier;
    allot_sku_set sku_set;
    allot_cap cap;
    allot_receive receive;
    allot_adjust adjust;
    allot_safety_stock safety_stock;
    allot_move move;
    allot_feed feed;
    allot_place place;
    allot_import import;
    allot_cancel cancel;
    allot_confirm_payment confirm_payment;
    allot_payment_pending payment_pending;
    allot_fail_payment fail_payment;
    allot_review_decision review_decision;
    allot_modify modify;
    allot_extend extend;
    allot_confirm_part confirm_part;
    allot_payment payment;
    allot_cancel_line cancel_line;
    allot_trim trim;
    allot_merge merge;
    allot_split split;
    allot_release_wave release_wave;
    allot_pick pick;
    allot_short_pick short_pick;
    allot_ship ship;
    allot_deliver deliver;
    allot_delivery_exception delivery_exception;
    allot_answer_cancel answer_cancel;
    allot_ship_undone ship_undone;
    allot_release_order release_order;
    allot_pack pack;
    allot_ship_parcel ship_parcel;
    allot_request_return request_return;
    allot_receive_return receive_return;
    allot_exchange exchange;
    allot_exception_rule exception_rule;
    allot_assign_exceptions assign_exceptions;
    allot_resolve_exceptions resolve_exceptions;
    allot_name_sku name_sku;
    allot_service_level service_level;
  } body;
} allot_command;

#ifdef __cplusplus
extern "C" {
#endif

/* Zeroes *command, sets its type and what the fields of its body are said to be set to.
 * An unknown type stays in `type` and is refused by submit.
 * command: [out]; NULL has no effect. Any thread. */
ALLOT_API void allot_command_init(allot_command* command, uint32_t type);
/* Returns: [view] the name of a number of ALLOT_COMMAND_*, such as "service_level"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_command_name(uint32_t number);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_COMMANDS_H */
