// The names of numbers.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#include "allot/allot.h"

const char* allot_time_source_name(uint32_t number) {
  switch (number) {
    case ALLOT_TIME_SOURCE_ENGINE: return "engine";
    case ALLOT_TIME_SOURCE_HOST: return "host";
    default: return "unknown";
  }
}

const char* allot_rules_mode_name(uint32_t number) {
  switch (number) {
    case ALLOT_RULES_MODE_OFF: return "off";
    case ALLOT_RULES_MODE_LIVE: return "live";
    case ALLOT_RULES_MODE_SHADOW: return "shadow";
    default: return "unknown";
  }
}

const char* allot_sourcing_policy_name(uint32_t number) {
  switch (number) {
    case ALLOT_SOURCING_POLICY_CHEAPEST: return "cheapest";
    case ALLOT_SOURCING_POLICY_FEWEST_PARCELS: return "fewest_parcels";
    case ALLOT_SOURCING_POLICY_NODE_PRIORITY: return "node_priority";
    default: return "unknown";
  }
}

const char* allot_review_outcome_name(uint32_t number) {
  switch (number) {
    case ALLOT_REVIEW_OUTCOME_REJECT: return "reject";
    case ALLOT_REVIEW_OUTCOME_APPROVE: return "approve";
    default: return "unknown";
  }
}

const char* allot_late_payment_name(uint32_t number) {
  switch (number) {
    case ALLOT_LATE_PAYMENT_TAKE_AGAIN: return "take_again";
    case ALLOT_LATE_PAYMENT_REFUSE: return "refuse";
    case ALLOT_LATE_PAYMENT_IN_GRACE: return "in_grace";
    default: return "unknown";
  }
}

const char* allot_firm_when_name(uint32_t number) {
  switch (number) {
    case ALLOT_FIRM_WHEN_CAPTURED: return "captured";
    case ALLOT_FIRM_WHEN_AUTHORISED: return "authorised";
    case ALLOT_FIRM_WHEN_ON_DELIVERY: return "on_delivery";
    case ALLOT_FIRM_WHEN_DEPOSIT: return "deposit";
    default: return "unknown";
  }
}

const char* allot_lapsed_deposit_name(uint32_t number) {
  switch (number) {
    case ALLOT_LAPSED_DEPOSIT_DUE_BACK: return "due_back";
    case ALLOT_LAPSED_DEPOSIT_KEPT: return "kept";
    default: return "unknown";
  }
}

const char* allot_own_hold_name(uint32_t number) {
  switch (number) {
    case ALLOT_OWN_HOLD_IGNORED: return "ignored";
    case ALLOT_OWN_HOLD_TOLD: return "told";
    case ALLOT_OWN_HOLD_TAKEN_OVER: return "taken_over";
    default: return "unknown";
  }
}

const char* allot_token_kind_name(uint32_t number) {
  switch (number) {
    case ALLOT_TOKEN_KIND_CUSTOMER: return "customer";
    case ALLOT_TOKEN_KIND_DEVICE: return "device";
    case ALLOT_TOKEN_KIND_CARD: return "card";
    case ALLOT_TOKEN_KIND_ADDRESS: return "address";
    case ALLOT_TOKEN_KIND_PHONE: return "phone";
    case ALLOT_TOKEN_KIND_RECIPIENT: return "recipient";
    default: return "unknown";
  }
}

const char* allot_list_kind_name(uint32_t number) {
  switch (number) {
    case ALLOT_LIST_KIND_BLOCK: return "block";
    case ALLOT_LIST_KIND_ALLOW: return "allow";
    default: return "unknown";
  }
}

const char* allot_cap_measure_name(uint32_t number) {
  switch (number) {
    case ALLOT_CAP_MEASURE_UNITS: return "units";
    case ALLOT_CAP_MEASURE_ORDERS: return "orders";
    default: return "unknown";
  }
}

const char* allot_feed_tells_name(uint32_t number) {
  switch (number) {
    case ALLOT_FEED_TELLS_FIGURES: return "figures";
    case ALLOT_FEED_TELLS_CROSSINGS: return "crossings";
    case ALLOT_FEED_TELLS_NOTHING: return "nothing";
    default: return "unknown";
  }
}

const char* allot_shortage_name(uint32_t number) {
  switch (number) {
    case ALLOT_SHORTAGE_BY_ORDER: return "by_order";
    case ALLOT_SHORTAGE_REFUSE_ORDER: return "refuse_order";
    case ALLOT_SHORTAGE_REFUSE_LINE: return "refuse_line";
    case ALLOT_SHORTAGE_BACKORDER: return "backorder";
    default: return "unknown";
  }
}

const char* allot_import_state_name(uint32_t number) {
  switch (number) {
    case ALLOT_IMPORT_STATE_PAID: return "paid";
    case ALLOT_IMPORT_STATE_UNPAID: return "unpaid";
    case ALLOT_IMPORT_STATE_ON_DELIVERY: return "on_delivery";
    case ALLOT_IMPORT_STATE_ELSEWHERE: return "elsewhere";
    default: return "unknown";
  }
}

const char* allot_part_rest_name(uint32_t number) {
  switch (number) {
    case ALLOT_PART_REST_RELEASE: return "release";
    case ALLOT_PART_REST_KEEP: return "keep";
    default: return "unknown";
  }
}

const char* allot_payment_kind_name(uint32_t number) {
  switch (number) {
    case ALLOT_PAYMENT_KIND_AUTHORISED: return "authorised";
    case ALLOT_PAYMENT_KIND_CAPTURED: return "captured";
    case ALLOT_PAYMENT_KIND_REFUNDED: return "refunded";
    case ALLOT_PAYMENT_KIND_REVERSED: return "reversed";
    case ALLOT_PAYMENT_KIND_CHARGED_BACK: return "charged_back";
    case ALLOT_PAYMENT_KIND_VOIDED: return "voided";
    default: return "unknown";
  }
}

const char* allot_short_pick_cause_name(uint32_t number) {
  switch (number) {
    case ALLOT_SHORT_PICK_CAUSE_MISSING: return "missing";
    case ALLOT_SHORT_PICK_CAUSE_DAMAGED: return "damaged";
    default: return "unknown";
  }
}

const char* allot_delivery_trouble_name(uint32_t number) {
  switch (number) {
    case ALLOT_DELIVERY_TROUBLE_LATE: return "late";
    case ALLOT_DELIVERY_TROUBLE_DAMAGED: return "damaged";
    case ALLOT_DELIVERY_TROUBLE_REFUSED: return "refused";
    case ALLOT_DELIVERY_TROUBLE_LOST: return "lost";
    default: return "unknown";
  }
}

const char* allot_cancel_answer_name(uint32_t number) {
  switch (number) {
    case ALLOT_CANCEL_ANSWER_TOO_LATE: return "too_late";
    case ALLOT_CANCEL_ANSWER_AGREED: return "agreed";
    default: return "unknown";
  }
}

const char* allot_undone_to_name(uint32_t number) {
  switch (number) {
    case ALLOT_UNDONE_TO_ORDER: return "order";
    case ALLOT_UNDONE_TO_STOCK: return "stock";
    default: return "unknown";
  }
}

const char* allot_return_reason_name(uint32_t number) {
  switch (number) {
    case ALLOT_RETURN_REASON_OTHER: return "other";
    case ALLOT_RETURN_REASON_UNWANTED: return "unwanted";
    case ALLOT_RETURN_REASON_DEFECTIVE: return "defective";
    case ALLOT_RETURN_REASON_DAMAGED: return "damaged";
    case ALLOT_RETURN_REASON_WRONG_ITEM: return "wrong_item";
    case ALLOT_RETURN_REASON_TOO_LATE: return "too_late";
    default: return "unknown";
  }
}

const char* allot_disposition_name(uint32_t number) {
  switch (number) {
    case ALLOT_DISPOSITION_RESTOCK: return "restock";
    case ALLOT_DISPOSITION_QUARANTINE: return "quarantine";
    case ALLOT_DISPOSITION_SCRAP: return "scrap";
    case ALLOT_DISPOSITION_OTHER_NODE: return "other_node";
    default: return "unknown";
  }
}

const char* allot_credit_when_name(uint32_t number) {
  switch (number) {
    case ALLOT_CREDIT_WHEN_ON_RECEIPT: return "on_receipt";
    case ALLOT_CREDIT_WHEN_AT_ONCE: return "at_once";
    default: return "unknown";
  }
}

const char* allot_exception_kind_name(uint32_t number) {
  switch (number) {
    case ALLOT_EXCEPTION_KIND_ANY: return "any";
    case ALLOT_EXCEPTION_KIND_NEWS: return "news";
    case ALLOT_EXCEPTION_KIND_PAYMENT: return "payment";
    case ALLOT_EXCEPTION_KIND_REFUND: return "refund";
    case ALLOT_EXCEPTION_KIND_SHIPMENT: return "shipment";
    case ALLOT_EXCEPTION_KIND_GOODS_BACK: return "goods_back";
    case ALLOT_EXCEPTION_KIND_GOODS_MISSING: return "goods_missing";
    case ALLOT_EXCEPTION_KIND_SHIP_STOP: return "ship_stop";
    case ALLOT_EXCEPTION_KIND_SKU_UNKNOWN: return "sku_unknown";
    case ALLOT_EXCEPTION_KIND_CAPTURE: return "capture";
    case ALLOT_EXCEPTION_KIND_DELIVERY: return "delivery";
    case ALLOT_EXCEPTION_KIND_OLD_SALE: return "old_sale";
    default: return "unknown";
  }
}

const char* allot_resolution_name(uint32_t number) {
  switch (number) {
    case ALLOT_RESOLUTION_SETTLED: return "settled";
    case ALLOT_RESOLUTION_NO_ACTION: return "no_action";
    case ALLOT_RESOLUTION_WRITTEN_OFF: return "written_off";
    case ALLOT_RESOLUTION_PASSED_ON: return "passed_on";
    default: return "unknown";
  }
}

const char* allot_service_kind_name(uint32_t number) {
  switch (number) {
    case ALLOT_SERVICE_KIND_PROCESSING: return "processing";
    case ALLOT_SERVICE_KIND_SHIP_BY: return "ship_by";
    case ALLOT_SERVICE_KIND_DELIVERY: return "delivery";
    case ALLOT_SERVICE_KIND_RETURNS: return "returns";
    default: return "unknown";
  }
}

const char* allot_rule_phase_name(uint32_t number) {
  switch (number) {
    case ALLOT_RULE_PHASE_LIMIT: return "limit";
    case ALLOT_RULE_PHASE_ALLOW: return "allow";
    case ALLOT_RULE_PHASE_BLOCK: return "block";
    case ALLOT_RULE_PHASE_REVIEW: return "review";
    case ALLOT_RULE_PHASE_SCORE: return "score";
    default: return "unknown";
  }
}

const char* allot_hit_outcome_name(uint32_t number) {
  switch (number) {
    case ALLOT_HIT_OUTCOME_DECIDED: return "decided";
    case ALLOT_HIT_OUTCOME_OUTRANKED: return "outranked";
    case ALLOT_HIT_OUTCOME_SUPPRESSED: return "suppressed";
    case ALLOT_HIT_OUTCOME_ALLOWS: return "allows";
    case ALLOT_HIT_OUTCOME_SKIPPED: return "skipped";
    case ALLOT_HIT_OUTCOME_SHADOW: return "shadow";
    default: return "unknown";
  }
}

const char* allot_rule_error_name(uint32_t number) {
  switch (number) {
    case ALLOT_RULE_ERROR_NONE: return "none";
    case ALLOT_RULE_ERROR_NO_SUCH_FIELD: return "no_such_field";
    case ALLOT_RULE_ERROR_NO_SUCH_KEY: return "no_such_key";
    case ALLOT_RULE_ERROR_NO_SUCH_OVERLOAD: return "no_such_overload";
    case ALLOT_RULE_ERROR_OVERFLOW: return "overflow";
    case ALLOT_RULE_ERROR_DIVIDE_BY_ZERO: return "divide_by_zero";
    case ALLOT_RULE_ERROR_INDEX_OUT_OF_RANGE: return "index_out_of_range";
    case ALLOT_RULE_ERROR_OUT_OF_RANGE: return "out_of_range";
    case ALLOT_RULE_ERROR_INVALID_ARGUMENT: return "invalid_argument";
    case ALLOT_RULE_ERROR_UNDECLARED: return "undeclared";
    case ALLOT_RULE_ERROR_DUPLICATE_KEY: return "duplicate_key";
    case ALLOT_RULE_ERROR_UNSUPPORTED: return "unsupported";
    case ALLOT_RULE_ERROR_TOO_LARGE: return "too_large";
    case ALLOT_RULE_ERROR_WORK_EXHAUSTED: return "work_exhausted";
    case ALLOT_RULE_ERROR_PARTIAL_FEATURE: return "partial_feature";
    case ALLOT_RULE_ERROR_TOO_MANY_LINES: return "too_many_lines";
    default: return "unknown";
  }
}

const char* allot_busy_with_name(uint32_t number) {
  switch (number) {
    case ALLOT_BUSY_WITH_NOTHING: return "nothing";
    case ALLOT_BUSY_WITH_ANSWERS: return "answers";
    case ALLOT_BUSY_WITH_DECISIONS: return "decisions";
    case ALLOT_BUSY_WITH_EVENTS: return "events";
    case ALLOT_BUSY_WITH_LOG: return "log";
    default: return "unknown";
  }
}

const char* allot_consume_from_name(uint32_t number) {
  switch (number) {
    case ALLOT_CONSUME_FROM_OLDEST: return "oldest";
    case ALLOT_CONSUME_FROM_NEWEST: return "newest";
    default: return "unknown";
  }
}

const char* allot_consumer_state_name(uint32_t number) {
  switch (number) {
    case ALLOT_CONSUMER_STATE_LIVE: return "live";
    case ALLOT_CONSUMER_STATE_CATCHING_UP: return "catching_up";
    case ALLOT_CONSUMER_STATE_DETACHED: return "detached";
    default: return "unknown";
  }
}

const char* allot_damaged_end_name(uint32_t number) {
  switch (number) {
    case ALLOT_DAMAGED_END_REFUSE: return "refuse";
    case ALLOT_DAMAGED_END_DROP: return "drop";
    default: return "unknown";
  }
}

const char* allot_slow_consumer_name(uint32_t number) {
  switch (number) {
    case ALLOT_SLOW_CONSUMER_BUSY: return "busy";
    case ALLOT_SLOW_CONSUMER_DETACH: return "detach";
    default: return "unknown";
  }
}

const char* allot_threading_name(uint32_t number) {
  switch (number) {
    case ALLOT_THREADING_OWN_THREAD: return "own_thread";
    case ALLOT_THREADING_HOST_STEPS: return "host_steps";
    default: return "unknown";
  }
}

const char* allot_durability_name(uint32_t number) {
  switch (number) {
    case ALLOT_DURABILITY_NONE: return "none";
    case ALLOT_DURABILITY_ASYNC: return "async";
    case ALLOT_DURABILITY_SYNC: return "sync";
    default: return "unknown";
  }
}

const char* allot_line_state_name(uint32_t number) {
  switch (number) {
    case ALLOT_LINE_STATE_HELD: return "held";
    case ALLOT_LINE_STATE_ALLOCATED: return "allocated";
    case ALLOT_LINE_STATE_WAITING: return "waiting";
    case ALLOT_LINE_STATE_REFUSED: return "refused";
    case ALLOT_LINE_STATE_ENDED: return "ended";
    default: return "unknown";
  }
}

const char* allot_order_status_name(uint32_t number) {
  switch (number) {
    case ALLOT_ORDER_STATUS_OPEN: return "open";
    case ALLOT_ORDER_STATUS_CANCELLED: return "cancelled";
    case ALLOT_ORDER_STATUS_EXPIRED: return "expired";
    case ALLOT_ORDER_STATUS_REJECTED: return "rejected";
    case ALLOT_ORDER_STATUS_ELSEWHERE: return "elsewhere";
    case ALLOT_ORDER_STATUS_SHIPPED: return "shipped";
    default: return "unknown";
  }
}

const char* allot_payment_name(uint32_t number) {
  switch (number) {
    case ALLOT_PAYMENT_UNPAID: return "unpaid";
    case ALLOT_PAYMENT_PENDING: return "pending";
    case ALLOT_PAYMENT_PAID: return "paid";
    case ALLOT_PAYMENT_ON_DELIVERY: return "on_delivery";
    case ALLOT_PAYMENT_AUTHORISED: return "authorised";
    case ALLOT_PAYMENT_DEPOSITED: return "deposited";
    default: return "unknown";
  }
}

const char* allot_review_name(uint32_t number) {
  switch (number) {
    case ALLOT_REVIEW_CLEAR: return "clear";
    case ALLOT_REVIEW_IN_REVIEW: return "in_review";
    default: return "unknown";
  }
}

const char* allot_advice_name(uint32_t number) {
  switch (number) {
    case ALLOT_ADVICE_NONE: return "none";
    case ALLOT_ADVICE_PERMANENT: return "permanent";
    case ALLOT_ADVICE_RETRY: return "retry";
    case ALLOT_ADVICE_FIX: return "fix";
    default: return "unknown";
  }
}

const char* allot_id_kind_name(uint32_t number) {
  switch (number) {
    case ALLOT_ID_KIND_CHANNEL: return "channel";
    case ALLOT_ID_KIND_NODE: return "node";
    case ALLOT_ID_KIND_ZONE: return "zone";
    case ALLOT_ID_KIND_SKU: return "sku";
    case ALLOT_ID_KIND_SKU_SET: return "sku_set";
    case ALLOT_ID_KIND_CAP: return "cap";
    case ALLOT_ID_KIND_CARRIER: return "carrier";
    case ALLOT_ID_KIND_EXCEPTION: return "exception";
    default: return "unknown";
  }
}

const char* allot_event_flag_name(uint32_t number) {
  switch (number) {
    case ALLOT_EVENT_FLAG_BOUNDED: return "bounded";
    case ALLOT_EVENT_FLAG_SEVERAL_LOTS: return "several_lots";
    case ALLOT_EVENT_FLAG_WAITED: return "waited";
    case ALLOT_EVENT_FLAG_TO_BE_PAID: return "to_be_paid";
    case ALLOT_EVENT_FLAG_SEVERAL_NODES: return "several_nodes";
    default: return "unknown";
  }
}

const char* allot_command_name(uint32_t number) {
  switch (number) {
    case ALLOT_COMMAND_START: return "start";
    case ALLOT_COMMAND_TICK: return "tick";
    case ALLOT_COMMAND_ADVANCE: return "advance";
    case ALLOT_COMMAND_SKIP: return "skip";
    case ALLOT_COMMAND_RISK_LIMITS: return "risk_limits";
    case ALLOT_COMMAND_LOAD_RULES: return "load_rules";
    case ALLOT_COMMAND_ACTIVATE_RULES: return "activate_rules";
    case ALLOT_COMMAND_SET_LIST_MEMBER: return "set_list_member";
    case ALLOT_COMMAND_SKU: return "sku";
    case ALLOT_COMMAND_NODE: return "node";
    case ALLOT_COMMAND_ZONE: return "zone";
    case ALLOT_COMMAND_CHANNEL: return "channel";
    case ALLOT_COMMAND_NETWORK: return "network";
    case ALLOT_COMMAND_LANE: return "lane";
    case ALLOT_COMMAND_LIST: return "list";
    case ALLOT_COMMAND_CARRIER: return "carrier";
    case ALLOT_COMMAND_SKU_SET: return "sku_set";
    case ALLOT_COMMAND_CAP: return "cap";
    case ALLOT_COMMAND_RECEIVE: return "receive";
    case ALLOT_COMMAND_ADJUST: return "adjust";
    case ALLOT_COMMAND_SAFETY_STOCK: return "safety_stock";
    case ALLOT_COMMAND_MOVE: return "move";
    case ALLOT_COMMAND_FEED: return "feed";
    case ALLOT_COMMAND_PLACE: return "place";
    case ALLOT_COMMAND_IMPORT: return "import";
    case ALLOT_COMMAND_CANCEL: return "cancel";
    case ALLOT_COMMAND_CONFIRM_PAYMENT: return "confirm_payment";
    case ALLOT_COMMAND_PAYMENT_PENDING: return "payment_pending";
    case ALLOT_COMMAND_FAIL_PAYMENT: return "fail_payment";
    case ALLOT_COMMAND_REVIEW_DECISION: return "review_decision";
    case ALLOT_COMMAND_MODIFY: return "modify";
    case ALLOT_COMMAND_EXTEND: return "extend";
    case ALLOT_COMMAND_CONFIRM_PART: return "confirm_part";
    case ALLOT_COMMAND_PAYMENT: return "payment";
    case ALLOT_COMMAND_CANCEL_LINE: return "cancel_line";
    case ALLOT_COMMAND_TRIM: return "trim";
    case ALLOT_COMMAND_MERGE: return "merge";
    case ALLOT_COMMAND_SPLIT: return "split";
    case ALLOT_COMMAND_RELEASE_WAVE: return "release_wave";
    case ALLOT_COMMAND_PICK: return "pick";
    case ALLOT_COMMAND_SHORT_PICK: return "short_pick";
    case ALLOT_COMMAND_SHIP: return "ship";
    case ALLOT_COMMAND_DELIVER: return "deliver";
    case ALLOT_COMMAND_DELIVERY_EXCEPTION: return "delivery_exception";
    case ALLOT_COMMAND_ANSWER_CANCEL: return "answer_cancel";
    case ALLOT_COMMAND_SHIP_UNDONE: return "ship_undone";
    case ALLOT_COMMAND_RELEASE_ORDER: return "release_order";
    case ALLOT_COMMAND_PACK: return "pack";
    case ALLOT_COMMAND_SHIP_PARCEL: return "ship_parcel";
    case ALLOT_COMMAND_REQUEST_RETURN: return "request_return";
    case ALLOT_COMMAND_RECEIVE_RETURN: return "receive_return";
    case ALLOT_COMMAND_EXCHANGE: return "exchange";
    case ALLOT_COMMAND_EXCEPTION_RULE: return "exception_rule";
    case ALLOT_COMMAND_ASSIGN_EXCEPTIONS: return "assign_exceptions";
    case ALLOT_COMMAND_RESOLVE_EXCEPTIONS: return "resolve_exceptions";
    case ALLOT_COMMAND_NAME_SKU: return "name_sku";
    case ALLOT_COMMAND_SERVICE_LEVEL: return "service_level";
    default: return "unknown";
  }
}

const char* allot_event_type_name(uint32_t number) {
  switch (number) {
    case ALLOT_EVENT_STARTED: return "started";
    case ALLOT_EVENT_REFUSED: return "refused";
    case ALLOT_EVENT_DUPLICATE: return "duplicate";
    case ALLOT_EVENT_TICKED: return "ticked";
    case ALLOT_EVENT_DEFINED: return "defined";
    case ALLOT_EVENT_SKIPPED: return "skipped";
    case ALLOT_EVENT_TIME_KEPT: return "time_kept";
    case ALLOT_EVENT_STOCK_RECEIVED: return "stock_received";
    case ALLOT_EVENT_STOCK_ADJUSTED: return "stock_adjusted";
    case ALLOT_EVENT_STOCK_DEFICIT: return "stock_deficit";
    case ALLOT_EVENT_SAFETY_STOCK_SET: return "safety_stock_set";
    case ALLOT_EVENT_STOCK_EXPIRED: return "stock_expired";
    case ALLOT_EVENT_LOT_END_UNKNOWN: return "lot_end_unknown";
    case ALLOT_EVENT_FOR_SALE: return "for_sale";
    case ALLOT_EVENT_SOLD_OUT: return "sold_out";
    case ALLOT_EVENT_BACK_IN_STOCK: return "back_in_stock";
    case ALLOT_EVENT_FEED_COMPLETE: return "feed_complete";
    case ALLOT_EVENT_PLACED: return "placed";
    case ALLOT_EVENT_IMPORTED: return "imported";
    case ALLOT_EVENT_LINE_HELD: return "line_held";
    case ALLOT_EVENT_LINE_ALLOCATED: return "line_allocated";
    case ALLOT_EVENT_LINE_WAITING: return "line_waiting";
    case ALLOT_EVENT_LINE_REFUSED: return "line_refused";
    case ALLOT_EVENT_LINE_SHORT: return "line_short";
    case ALLOT_EVENT_IN_REVIEW: return "in_review";
    case ALLOT_EVENT_SHIP_STOP: return "ship_stop";
    case ALLOT_EVENT_ALLOCATED: return "allocated";
    case ALLOT_EVENT_CANCELLED: return "cancelled";
    case ALLOT_EVENT_EXPIRED: return "expired";
    case ALLOT_EVENT_PAID: return "paid";
    case ALLOT_EVENT_PAYMENT_PENDING: return "payment_pending";
    case ALLOT_EVENT_PAYMENT_FAILED: return "payment_failed";
    case ALLOT_EVENT_REFUND_DUE: return "refund_due";
    case ALLOT_EVENT_RETAKEN: return "retaken";
    case ALLOT_EVENT_REMINDER: return "reminder";
    case ALLOT_EVENT_REVIEW_APPROVED: return "review_approved";
    case ALLOT_EVENT_REVIEW_REJECTED: return "review_rejected";
    case ALLOT_EVENT_CAP_EXCEEDED: return "cap_exceeded";
    case ALLOT_EVENT_PAYMENT_UNASSIGNED: return "payment_unassigned";
    case ALLOT_EVENT_CAPTURE_DUE: return "capture_due";
    case ALLOT_EVENT_SHIPPED_ELSEWHERE: return "shipped_elsewhere";
    case ALLOT_EVENT_NEWS_KEPT: return "news_kept";
    case ALLOT_EVENT_NEWS_UNCLAIMED: return "news_unclaimed";
    case ALLOT_EVENT_AUTHORISED: return "authorised";
    case ALLOT_EVENT_CAPTURED: return "captured";
    case ALLOT_EVENT_REFUNDED: return "refunded";
    case ALLOT_EVENT_REVERSED: return "reversed";
    case ALLOT_EVENT_CHARGED_BACK: return "charged_back";
    case ALLOT_EVENT_BALANCE: return "balance";
    case ALLOT_EVENT_UNPAID: return "unpaid";
    case ALLOT_EVENT_OFFERED: return "offered";
    case ALLOT_EVENT_OFFER_WITHDRAWN: return "offer_withdrawn";
    case ALLOT_EVENT_PAYMENT_OVERDUE: return "payment_overdue";
    case ALLOT_EVENT_LINE_LOST: return "line_lost";
    case ALLOT_EVENT_OVERDUE_REMINDER: return "overdue_reminder";
    case ALLOT_EVENT_PAYMENT_AUTHORISED: return "payment_authorised";
    case ALLOT_EVENT_AUTHORISATION_LAPSED: return "authorisation_lapsed";
    case ALLOT_EVENT_LINE_SHIPPED: return "line_shipped";
    case ALLOT_EVENT_ORDER_SHIPPED: return "order_shipped";
    case ALLOT_EVENT_SHIPMENT_EXCEPTION: return "shipment_exception";
    case ALLOT_EVENT_LINE_DELIVERED: return "line_delivered";
    case ALLOT_EVENT_PART_SHIPPED: return "part_shipped";
    case ALLOT_EVENT_LINE_UNSHIPPED: return "line_unshipped";
    case ALLOT_EVENT_ORDER_REOPENED: return "order_reopened";
    case ALLOT_EVENT_DELIVERY_EXCEPTION: return "delivery_exception";
    case ALLOT_EVENT_LINE_CANCELLED: return "line_cancelled";
    case ALLOT_EVENT_ORDER_CHANGED: return "order_changed";
    case ALLOT_EVENT_LINE_CHANGED: return "line_changed";
    case ALLOT_EVENT_DEPOSIT_PAID: return "deposit_paid";
    case ALLOT_EVENT_BALANCE_LAPSED: return "balance_lapsed";
    case ALLOT_EVENT_VOIDED: return "voided";
    case ALLOT_EVENT_LINE_NAMED: return "line_named";
    case ALLOT_EVENT_TAKEN_OVER: return "taken_over";
    case ALLOT_EVENT_OWN_HOLD_TOLD: return "own_hold_told";
    case ALLOT_EVENT_EXTENDED: return "extended";
    case ALLOT_EVENT_RETURN_REQUESTED: return "return_requested";
    case ALLOT_EVENT_RETURN_RESTOCKED: return "return_restocked";
    case ALLOT_EVENT_RETURN_QUARANTINED: return "return_quarantined";
    case ALLOT_EVENT_RETURN_SCRAPPED: return "return_scrapped";
    case ALLOT_EVENT_RETURN_FORWARDED: return "return_forwarded";
    case ALLOT_EVENT_RETURN_EXCEPTION: return "return_exception";
    case ALLOT_EVENT_RETURN_LAPSED: return "return_lapsed";
    case ALLOT_EVENT_RETURN_COMPLETED: return "return_completed";
    case ALLOT_EVENT_EXCEPTION_RAISED: return "exception_raised";
    case ALLOT_EVENT_EXCEPTION_ASSIGNED: return "exception_assigned";
    case ALLOT_EVENT_EXCEPTION_RESOLVED: return "exception_resolved";
    case ALLOT_EVENT_EXCEPTION_SOLVED: return "exception_solved";
    case ALLOT_EVENT_EXCEPTION_OVERDUE: return "exception_overdue";
    case ALLOT_EVENT_EXCEPTIONS_MISSED: return "exceptions_missed";
    case ALLOT_EVENT_SKU_NAMED: return "sku_named";
    case ALLOT_EVENT_LINE_RELEASED: return "line_released";
    case ALLOT_EVENT_LINE_PICKED: return "line_picked";
    case ALLOT_EVENT_LINE_SHORT_PICKED: return "line_short_picked";
    case ALLOT_EVENT_LINE_PUT_BACK: return "line_put_back";
    case ALLOT_EVENT_CANCEL_REQUESTED: return "cancel_requested";
    case ALLOT_EVENT_CANCEL_AGREED: return "cancel_agreed";
    case ALLOT_EVENT_CANCEL_REFUSED: return "cancel_refused";
    case ALLOT_EVENT_LINE_PACKED: return "line_packed";
    case ALLOT_EVENT_WAVE_BEGUN: return "wave_begun";
    case ALLOT_EVENT_WAVE_RELEASED: return "wave_released";
    case ALLOT_EVENT_SERVICE_WARNING: return "service_warning";
    case ALLOT_EVENT_SERVICE_BREACHED: return "service_breached";
    case ALLOT_EVENT_SERVICE_KEPT: return "service_kept";
    case ALLOT_EVENT_PARCEL_IN_TIME: return "parcel_in_time";
    case ALLOT_EVENT_PARCEL_LATE: return "parcel_late";
    case ALLOT_EVENT_PROMISES_MISSED: return "promises_missed";
    case ALLOT_EVENT_EXCHANGED: return "exchanged";
    case ALLOT_EVENT_CREDIT_MOVED: return "credit_moved";
    case ALLOT_EVENT_CREDIT_LAPSED: return "credit_lapsed";
    case ALLOT_EVENT_RULE_HIT: return "rule_hit";
    case ALLOT_EVENT_ORDER_MERGED: return "order_merged";
    case ALLOT_EVENT_LINE_MERGED: return "line_merged";
    case ALLOT_EVENT_ORDER_SPLIT: return "order_split";
    case ALLOT_EVENT_LINE_SPLIT: return "line_split";
    case ALLOT_EVENT_SALE_MAYBE_KNOWN: return "sale_maybe_known";
    case ALLOT_EVENT_LINE_MOVED: return "line_moved";
    case ALLOT_EVENT_PARCEL_SHIPPED: return "parcel_shipped";
    case ALLOT_EVENT_PARCEL_UNASSIGNED: return "parcel_unassigned";
    default: return "unknown";
  }
}
