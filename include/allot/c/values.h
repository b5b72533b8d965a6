/* The choices that fields of commands have, and their names.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_VALUES_H
#define ALLOT_C_VALUES_H

#include "allot/c/types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Who stamps commands with their logical time. */
enum {
  ALLOT_TIME_SOURCE_ENGINE = 0, /* one stamp for each drained batch, from the engine's clock */
  ALLOT_TIME_SOURCE_HOST = 1    /* the time that each command carries */
};
/* Returns: [view] the name of a number of ALLOT_TIME_SOURCE_*, such as "engine"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_time_source_name(uint32_t number);

/* What a rule set does. */
enum {
  ALLOT_RULES_MODE_OFF = 0,  /* nothing */
  ALLOT_RULES_MODE_LIVE = 1, /* it judges orders, in place of the set that did */
  /* it tells what it would hit, and decides nothing, in place of the set that was tried */
  ALLOT_RULES_MODE_SHADOW = 2
};
/* Returns: [view] the name of a number of ALLOT_RULES_MODE_*, such as "off"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_rules_mode_name(uint32_t number);

/* What the choice of nodes minimises. Every policy ends in the node ids. */
enum {
  ALLOT_SOURCING_POLICY_CHEAPEST = 0,       /* least parcel and unit cost, then fewest parcels */
  ALLOT_SOURCING_POLICY_FEWEST_PARCELS = 1, /* fewest parcels, then least cost */
  ALLOT_SOURCING_POLICY_NODE_PRIORITY = 2   /* the preferred nodes first */
};
/* Returns: [view] the name of a number of ALLOT_SOURCING_POLICY_*, such as "cheapest"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_sourcing_policy_name(uint32_t number);

/* What a review, or its deadline, decides. */
enum {
  ALLOT_REVIEW_OUTCOME_REJECT = 0, /* the order ends */
  ALLOT_REVIEW_OUTCOME_APPROVE = 1 /* the order goes on */
};
/* Returns: [view] the name of a number of ALLOT_REVIEW_OUTCOME_*, such as "reject"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_review_outcome_name(uint32_t number);

/* What a payment does that is made after the deadline. */
enum {
  /* it pays the order; one that has let go is taken again if all of it is there */
  ALLOT_LATE_PAYMENT_TAKE_AGAIN = 0,
  ALLOT_LATE_PAYMENT_REFUSE = 1, /* it is due back, and the order ends */
  /* the deadline is the end of the grace; after that it is due back */
  ALLOT_LATE_PAYMENT_IN_GRACE = 2
};
/* Returns: [view] the name of a number of ALLOT_LATE_PAYMENT_*, such as "take_again"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_late_payment_name(uint32_t number);

/* What makes an order firm, so that what it holds is allocated and may be shipped. */
enum {
  /* all that is due has come in; with cash_on_delivery, that it was placed */
  ALLOT_FIRM_WHEN_CAPTURED = 0,
  /* all that is due was set aside or has come in; what is to be captured is told when goods
   * leave */
  ALLOT_FIRM_WHEN_AUTHORISED = 1,
  /* that it was placed, as with cash_on_delivery; and what is due is told when goods arrive */
  ALLOT_FIRM_WHEN_ON_DELIVERY = 2,
  /* its deposit has come in; the balance has a window of its own, and nothing is released before */
  ALLOT_FIRM_WHEN_DEPOSIT = 3
};
/* Returns: [view] the name of a number of ALLOT_FIRM_WHEN_*, such as "captured"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_firm_when_name(uint32_t number);

/* What becomes of the deposit of an order whose balance was not paid in time. */
enum {
  ALLOT_LAPSED_DEPOSIT_DUE_BACK = 0, /* it is due back */
  ALLOT_LAPSED_DEPOSIT_KEPT = 1      /* the shop keeps it */
};
/* Returns: [view] the name of a number of ALLOT_LAPSED_DEPOSIT_*, such as "due_back"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_lapsed_deposit_name(uint32_t number);

/* What becomes of an order for goods that the same shopper holds by an order which is not paid. */
enum {
  ALLOT_OWN_HOLD_IGNORED = 0, /* that they are hers is not looked at */
  /* where it is refused for want of them, it is told that they are hers, and by which order */
  ALLOT_OWN_HOLD_TOLD = 1,
  /* it takes them over in one step, and the old order ends; told where it is refused all the
   * same */
  ALLOT_OWN_HOLD_TAKEN_OVER = 2
};
/* Returns: [view] the name of a number of ALLOT_OWN_HOLD_*, such as "ignored"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_own_hold_name(uint32_t number);

/* Which of an order's tokens an entry of a list speaks of. */
enum {
  ALLOT_TOKEN_KIND_CUSTOMER = 0, /* who buys */
  ALLOT_TOKEN_KIND_DEVICE = 1,   /* the device that was used */
  ALLOT_TOKEN_KIND_CARD = 2,     /* the card or account that pays */
  ALLOT_TOKEN_KIND_ADDRESS = 3,  /* where it goes */
  ALLOT_TOKEN_KIND_PHONE = 4,    /* a phone number */
  ALLOT_TOKEN_KIND_RECIPIENT = 5 /* who receives */
};
/* Returns: [view] the name of a number of ALLOT_TOKEN_KIND_*, such as "customer"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_token_kind_name(uint32_t number);

/* Which list an entry is on. */
enum {
  ALLOT_LIST_KIND_BLOCK = 0, /* an order with such a token is refused */
  ALLOT_LIST_KIND_ALLOW = 1  /* an order with such a token is neither blocked nor reviewed */
};
/* Returns: [view] the name of a number of ALLOT_LIST_KIND_*, such as "block"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_list_kind_name(uint32_t number);

/* What a purchase cap counts. */
enum {
  ALLOT_CAP_MEASURE_UNITS = 0, /* units of the SKUs that it is over */
  ALLOT_CAP_MEASURE_ORDERS = 1 /* orders with any of them */
};
/* Returns: [view] the name of a number of ALLOT_CAP_MEASURE_*, such as "units"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_cap_measure_name(uint32_t number);

/* What a channel is told of what is for sale in it, besides each picture of all SKUs. */
enum {
  ALLOT_FEED_TELLS_FIGURES = 0,   /* every figure that is another than it was told last */
  ALLOT_FEED_TELLS_CROSSINGS = 1, /* only what is sold out, and what is back in stock */
  ALLOT_FEED_TELLS_NOTHING = 2    /* nothing: it has no feed */
};
/* Returns: [view] the name of a number of ALLOT_FEED_TELLS_*, such as "figures"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_feed_tells_name(uint32_t number);

/* What happens to goods that cannot be taken now. */
enum {
  ALLOT_SHORTAGE_BY_ORDER = 0,     /* on a line: as the order says; on an order: refuse_order */
  ALLOT_SHORTAGE_REFUSE_ORDER = 1, /* the whole order is refused */
  ALLOT_SHORTAGE_REFUSE_LINE = 2,  /* the line is dropped, the rest goes on */
  ALLOT_SHORTAGE_BACKORDER = 3     /* what is missing waits for stock */
};
/* Returns: [view] the name of a number of ALLOT_SHORTAGE_*, such as "by_order"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_shortage_name(uint32_t number);

/* What was known of a sale when it was imported. */
enum {
  ALLOT_IMPORT_STATE_PAID = 0,        /* the buyer has paid */
  ALLOT_IMPORT_STATE_UNPAID = 1,      /* the buyer may pay until pay_by */
  ALLOT_IMPORT_STATE_ON_DELIVERY = 2, /* the buyer pays when the goods arrive */
  /* somebody else ships it: it is known by its key, and nothing of stock is taken for it */
  ALLOT_IMPORT_STATE_ELSEWHERE = 3
};
/* Returns: [view] the name of a number of ALLOT_IMPORT_STATE_*, such as "paid"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_import_state_name(uint32_t number);

/* What becomes of the units of an order that are not confirmed with the others. */
enum {
  /* they are cancelled: what is confirmed is all that is left, and paid */
  ALLOT_PART_REST_RELEASE = 0,
  /* they stay as they are: what is confirmed is captured, and the order is not paid until all of
   * it is */
  ALLOT_PART_REST_KEEP = 1
};
/* Returns: [view] the name of a number of ALLOT_PART_REST_*, such as "release"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_part_rest_name(uint32_t number);

/* What became of an amount of money. */
enum {
  ALLOT_PAYMENT_KIND_AUTHORISED = 0,   /* it was set aside for the order, and can be captured */
  ALLOT_PAYMENT_KIND_CAPTURED = 1,     /* it has come in */
  ALLOT_PAYMENT_KIND_REFUNDED = 2,     /* the shop gave it back */
  ALLOT_PAYMENT_KIND_REVERSED = 3,     /* the bank took it back, as of a debit that was returned */
  ALLOT_PAYMENT_KIND_CHARGED_BACK = 4, /* the cardholder had it taken back */
  /* what was set aside was let go before it was captured: it counts no more */
  ALLOT_PAYMENT_KIND_VOIDED = 5
};
/* Returns: [view] the name of a number of ALLOT_PAYMENT_KIND_*, such as "authorised"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_payment_kind_name(uint32_t number);

/* Why units could not be picked. */
enum {
  ALLOT_SHORT_PICK_CAUSE_MISSING = 0, /* they are not there */
  ALLOT_SHORT_PICK_CAUSE_DAMAGED = 1  /* they are there, and cannot be sold */
};
/* Returns: [view] the name of a number of ALLOT_SHORT_PICK_CAUSE_*, such as "missing"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_short_pick_cause_name(uint32_t number);

/* What is wrong with a delivery. */
enum {
  ALLOT_DELIVERY_TROUBLE_LATE = 0,    /* it has not arrived when it should have; it is on its way */
  ALLOT_DELIVERY_TROUBLE_DAMAGED = 1, /* goods were damaged on the way */
  ALLOT_DELIVERY_TROUBLE_REFUSED = 2, /* it was not taken in at the door: it comes back */
  ALLOT_DELIVERY_TROUBLE_LOST = 3     /* nobody knows where it is */
};
/* Returns: [view] the name of a number of ALLOT_DELIVERY_TROUBLE_*, such as "late"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_delivery_trouble_name(uint32_t number);

/* What a node says of an order that was asked back. */
enum {
  ALLOT_CANCEL_ANSWER_TOO_LATE = 0, /* it has gone too far: the order goes on */
  ALLOT_CANCEL_ANSWER_AGREED = 1    /* its goods go back on the shelf */
};
/* Returns: [view] the name of a number of ALLOT_CANCEL_ANSWER_*, such as "too_late"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_cancel_answer_name(uint32_t number);

/* What an order has of units that were reported as shipped and have not left. */
enum {
  ALLOT_UNDONE_TO_ORDER = 0, /* it holds them again */
  ALLOT_UNDONE_TO_STOCK = 1  /* they go back on sale, and the order waits at its old rank */
};
/* Returns: [view] the name of a number of ALLOT_UNDONE_TO_*, such as "order"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_undone_to_name(uint32_t number);

/* Why a customer sends goods back. */
enum {
  ALLOT_RETURN_REASON_OTHER = 0,      /* something else, or not said */
  ALLOT_RETURN_REASON_UNWANTED = 1,   /* the customer does not want it any more */
  ALLOT_RETURN_REASON_DEFECTIVE = 2,  /* it does not work */
  ALLOT_RETURN_REASON_DAMAGED = 3,    /* it was damaged on the way */
  ALLOT_RETURN_REASON_WRONG_ITEM = 4, /* it is not what was ordered */
  ALLOT_RETURN_REASON_TOO_LATE = 5    /* it came too late */
};
/* Returns: [view] the name of a number of ALLOT_RETURN_REASON_*, such as "other"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_return_reason_name(uint32_t number);

/* What becomes of goods that came back. */
enum {
  ALLOT_DISPOSITION_RESTOCK = 0,    /* they are stock of the node, and for sale */
  ALLOT_DISPOSITION_QUARANTINE = 1, /* they are stock of the node, and not for sale */
  ALLOT_DISPOSITION_SCRAP = 2,      /* they are thrown away */
  /* they go on to another node, and are stock of none until that receives them */
  ALLOT_DISPOSITION_OTHER_NODE = 3
};
/* Returns: [view] the name of a number of ALLOT_DISPOSITION_*, such as "restock"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_disposition_name(uint32_t number);

/* When what goods cost that come back in exchange counts for the order that was placed for them. */
enum {
  /* when they have come back: until then the new goods are held, and do not leave */
  ALLOT_CREDIT_WHEN_ON_RECEIPT = 0,
  /* at once: the new goods may leave before the old ones are back */
  ALLOT_CREDIT_WHEN_AT_ONCE = 1
};
/* Returns: [view] the name of a number of ALLOT_CREDIT_WHEN_*, such as "on_receipt"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_credit_when_name(uint32_t number);

/* What an exception is about: something was recorded that somebody has to look after. */
enum {
  ALLOT_EXCEPTION_KIND_ANY = 0, /* all kinds */
  /* news of an order that never came, or that could not do any more what it says */
  ALLOT_EXCEPTION_KIND_NEWS = 1,
  /* money that is no known order's, or is not what was recorded of it before */
  ALLOT_EXCEPTION_KIND_PAYMENT = 2,
  /* money of an order is due back; solved when as much was given back */
  ALLOT_EXCEPTION_KIND_REFUND = 3,
  /* what left or arrived is not what was promised; of an order that is not paid, or is in
   * review, solved when that is over */
  ALLOT_EXCEPTION_KIND_SHIPMENT = 4,
  /* what came back is not what was shipped or agreed on, or nobody knows when it ends */
  ALLOT_EXCEPTION_KIND_GOODS_BACK = 5,
  /* goods that were sold or promised are not there; solved when the order waits for none any
   * more */
  ALLOT_EXCEPTION_KIND_GOODS_MISSING = 6,
  /* an imported sale must not be shipped; solved when that was decided, or it has ended */
  ALLOT_EXCEPTION_KIND_SHIP_STOP = 7,
  /* facts name an article by a code that is not defined; solved when it is */
  ALLOT_EXCEPTION_KIND_SKU_UNKNOWN = 8,
  /* goods have left, or arrived, and are to be paid now; solved when they are. Its deadline is
   * no later than when what was set aside for them lapses */
  ALLOT_EXCEPTION_KIND_CAPTURE = 9,
  /* what left is late, damaged, refused or lost; solved when it has arrived, or what was refused
   * is back. What was damaged is looked after by hand */
  ALLOT_EXCEPTION_KIND_DELIVERY = 10,
  /* an imported sale may have been recorded before, and is forgotten; solved when an order has
   * its key: somebody made sure, and it was imported again with known_new */
  ALLOT_EXCEPTION_KIND_OLD_SALE = 11
};
/* Returns: [view] the name of a number of ALLOT_EXCEPTION_KIND_*, such as "any"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_exception_kind_name(uint32_t number);

/* What came of an exception that was looked after. */
enum {
  ALLOT_RESOLUTION_SETTLED = 0,     /* it was put right */
  ALLOT_RESOLUTION_NO_ACTION = 1,   /* nothing had to be done */
  ALLOT_RESOLUTION_WRITTEN_OFF = 2, /* the loss stays */
  ALLOT_RESOLUTION_PASSED_ON = 3    /* somebody outside looks after it */
};
/* Returns: [view] the name of a number of ALLOT_RESOLUTION_*, such as "settled"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_resolution_name(uint32_t number);

/* What a shop promises of an order. */
enum {
  /* all that can leave has left, so long after it could: the order is firm and has goods */
  ALLOT_SERVICE_KIND_PROCESSING = 0,
  ALLOT_SERVICE_KIND_SHIP_BY = 1, /* all of it has left by the time that the order itself says */
  /* all that left has arrived, so long after the first of it left */
  ALLOT_SERVICE_KIND_DELIVERY = 2,
  /* all that is to come back has, so long after the return was requested */
  ALLOT_SERVICE_KIND_RETURNS = 3
};
/* Returns: [view] the name of a number of ALLOT_SERVICE_KIND_*, such as "processing"; "unknown"
 * for others. Any thread. */
ALLOT_API const char* allot_service_kind_name(uint32_t number);

/* When a rule decides, first to last. */
enum {
  ALLOT_RULE_PHASE_LIMIT = 0,  /* refuses, whatever else holds */
  ALLOT_RULE_PHASE_ALLOW = 1,  /* keeps the rules below from acting */
  ALLOT_RULE_PHASE_BLOCK = 2,  /* refuses */
  ALLOT_RULE_PHASE_REVIEW = 3, /* holds the order for review */
  ALLOT_RULE_PHASE_SCORE = 4   /* adds to the order's score, which bands judge */
};
/* Returns: [view] the name of a number of ALLOT_RULE_PHASE_*, such as "limit"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_rule_phase_name(uint32_t number);

/* What came of a rule that holds, or could not be evaluated. */
enum {
  /* the order is refused, stopped or reviewed for it, or its score counts */
  ALLOT_HIT_OUTCOME_DECIDED = 0,
  ALLOT_HIT_OUTCOME_OUTRANKED = 1,  /* an earlier one had decided */
  ALLOT_HIT_OUTCOME_SUPPRESSED = 2, /* an allowing rule keeps it from acting */
  ALLOT_HIT_OUTCOME_ALLOWS = 3,     /* it keeps those below from acting */
  ALLOT_HIT_OUTCOME_SKIPPED = 4,    /* it could not be evaluated, and that has no effect */
  ALLOT_HIT_OUTCOME_SHADOW = 5      /* the rule, or its set, is only tried */
};
/* Returns: [view] the name of a number of ALLOT_HIT_OUTCOME_*, such as "decided"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_hit_outcome_name(uint32_t number);

/* Why a rule could not be evaluated. */
enum {
  ALLOT_RULE_ERROR_NONE = 0,               /* it could */
  ALLOT_RULE_ERROR_NO_SUCH_FIELD = 1,      /* it reads a field that the order does not have */
  ALLOT_RULE_ERROR_NO_SUCH_KEY = 2,        /* it asks a map for a key that it lacks */
  ALLOT_RULE_ERROR_NO_SUCH_OVERLOAD = 3,   /* nothing is defined for such values */
  ALLOT_RULE_ERROR_OVERFLOW = 4,           /* a number does not fit */
  ALLOT_RULE_ERROR_DIVIDE_BY_ZERO = 5,     /* it divides by zero */
  ALLOT_RULE_ERROR_INDEX_OUT_OF_RANGE = 6, /* it reads beyond the end of a list */
  ALLOT_RULE_ERROR_OUT_OF_RANGE = 7,       /* a conversion has no such result */
  ALLOT_RULE_ERROR_INVALID_ARGUMENT = 8,   /* a text is no time, duration or zone */
  ALLOT_RULE_ERROR_UNDECLARED = 9,         /* nothing has a name that it uses */
  ALLOT_RULE_ERROR_DUPLICATE_KEY = 10,     /* a map names a key twice */
  ALLOT_RULE_ERROR_UNSUPPORTED = 11,       /* it asks for what rules do not know */
  ALLOT_RULE_ERROR_TOO_LARGE = 12,         /* a text or list is too long */
  ALLOT_RULE_ERROR_WORK_EXHAUSTED = 13,    /* it took more steps than are allowed */
  /* a feature that it reads may have forgotten what counts */
  ALLOT_RULE_ERROR_PARTIAL_FEATURE = 14,
  ALLOT_RULE_ERROR_TOO_MANY_LINES = 15 /* the order has more lines than rules look at */
};
/* Returns: [view] the name of a number of ALLOT_RULE_ERROR_*, such as "none"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_rule_error_name(uint32_t number);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_VALUES_H */
