/* The choices that an engine is opened with, the states of an order, and their names.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_SETTINGS_H
#define ALLOT_C_SETTINGS_H

#include "allot/c/types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What was full when a command was not admitted. */
enum {
  /* nothing: the last command was admitted, or refused for another reason */
  ALLOT_BUSY_WITH_NOTHING = 0,
  ALLOT_BUSY_WITH_ANSWERS = 1,   /* answers_max answers are outstanding: poll them */
  ALLOT_BUSY_WITH_DECISIONS = 2, /* the ring: the engine has not decided yet what is in it */
  /* the ring, because a consumer leaves no room for more events: poll that one */
  ALLOT_BUSY_WITH_EVENTS = 3,
  ALLOT_BUSY_WITH_LOG = 4 /* the ring, because what was decided waits for the disk */
};
/* Returns: [view] the name of a number of ALLOT_BUSY_WITH_*, such as "nothing"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_busy_with_name(uint32_t number);

/* Where a consumer that is opened begins. */
enum {
  /* the oldest event that no consumer needed but the buffer still holds; right after open() that
   * is the first event of this epoch */
  ALLOT_CONSUME_FROM_OLDEST = 0,
  ALLOT_CONSUME_FROM_NEWEST = 1 /* the events of commands admitted from now on */
};
/* Returns: [view] the name of a number of ALLOT_CONSUME_FROM_*, such as "oldest"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_consume_from_name(uint32_t number);

/* What a consumer reads. */
enum {
  /* the buffer; what it leaves unread there may hold producers up */
  ALLOT_CONSUMER_STATE_LIVE = 0,
  ALLOT_CONSUMER_STATE_CATCHING_UP = 1, /* what is made again from the log */
  ALLOT_CONSUMER_STATE_DETACHED = 2     /* nothing more, until it rejoins: it was too slow */
};
/* Returns: [view] the name of a number of ALLOT_CONSUMER_STATE_*, such as "live"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_consumer_state_name(uint32_t number);

/* What opening does with a log whose last segment is damaged where more stands behind, or was
 * cut. */
enum {
  ALLOT_DAMAGED_END_REFUSE = 0, /* the log is not opened; the message says what stands there */
  /* it is gone on with as far as it is whole, and what is dropped is counted. Never where the
   * log says of itself that what is damaged was durable */
  ALLOT_DAMAGED_END_DROP = 1
};
/* Returns: [view] the name of a number of ALLOT_DAMAGED_END_*, such as "refuse"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_damaged_end_name(uint32_t number);

/* What happens when a consumer leaves events unread until their buffer is full. */
enum {
  ALLOT_SLOW_CONSUMER_BUSY = 0,  /* producers are told busy until it reads; no event is lost */
  ALLOT_SLOW_CONSUMER_DETACH = 1 /* it is detached and has to catch up by replay; producers go on */
};
/* Returns: [view] the name of a number of ALLOT_SLOW_CONSUMER_*, such as "busy"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_slow_consumer_name(uint32_t number);

/* Who runs the decision thread. */
enum {
  ALLOT_THREADING_OWN_THREAD = 0, /* the engine starts one */
  ALLOT_THREADING_HOST_STEPS = 1  /* the host calls step(), always from one thread at a time */
};
/* Returns: [view] the name of a number of ALLOT_THREADING_*, such as "own_thread"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_threading_name(uint32_t number);

/* When what was decided may leave the engine, seen from the disk. */
enum {
  /* published before it is written; a crash may take back what was published */
  ALLOT_DURABILITY_NONE = 0,
  /* durable at most async_bound_ns after it was sealed; published before that */
  ALLOT_DURABILITY_ASYNC = 1,
  ALLOT_DURABILITY_SYNC = 2 /* nothing is published before it is durable */
};
/* Returns: [view] the name of a number of ALLOT_DURABILITY_*, such as "none"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_durability_name(uint32_t number);

/* How one line of an order stands. */
enum {
  ALLOT_LINE_STATE_HELD = 0, /* all of it is held until the order is firm */
  /* all of it is held for good: the order is paid, or on delivery, and clear */
  ALLOT_LINE_STATE_ALLOCATED = 1,
  ALLOT_LINE_STATE_WAITING = 2, /* all of it, or what could not be held, waits for stock */
  ALLOT_LINE_STATE_REFUSED = 3, /* it was dropped when the order was placed */
  ALLOT_LINE_STATE_ENDED = 4    /* its order has ended, or all of it was cancelled */
};
/* Returns: [view] the name of a number of ALLOT_LINE_STATE_*, such as "held"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_line_state_name(uint32_t number);

/* Whether an order goes on, or how it ended. */
enum {
  ALLOT_ORDER_STATUS_OPEN = 0,      /* it goes on */
  ALLOT_ORDER_STATUS_CANCELLED = 1, /* by a command */
  ALLOT_ORDER_STATUS_EXPIRED = 2,   /* not paid in time */
  ALLOT_ORDER_STATUS_REJECTED = 3,  /* by a review, or its deadline */
  ALLOT_ORDER_STATUS_ELSEWHERE = 4, /* as soon as it was imported, for somebody else ships it */
  ALLOT_ORDER_STATUS_SHIPPED = 5    /* all that it was owed has left */
};
/* Returns: [view] the name of a number of ALLOT_ORDER_STATUS_*, such as "open"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_order_status_name(uint32_t number);

/* What is known of an order's payment. */
enum {
  ALLOT_PAYMENT_UNPAID = 0,      /* it is waited for */
  ALLOT_PAYMENT_PENDING = 1,     /* it is on its way, which stops the clock once */
  ALLOT_PAYMENT_PAID = 2,        /* it is there */
  ALLOT_PAYMENT_ON_DELIVERY = 3, /* when the goods arrive */
  /* all that is due was set aside or has come in, and counts until it lapses */
  ALLOT_PAYMENT_AUTHORISED = 4,
  ALLOT_PAYMENT_DEPOSITED = 5 /* its deposit has come in, and the balance is waited for */
};
/* Returns: [view] the name of a number of ALLOT_PAYMENT_*, such as "unpaid"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_payment_name(uint32_t number);

/* Whether an order is held for a decision. */
enum {
  ALLOT_REVIEW_CLEAR = 0,    /* it is not */
  ALLOT_REVIEW_IN_REVIEW = 1 /* until review_decision, or its deadline */
};
/* Returns: [view] the name of a number of ALLOT_REVIEW_*, such as "clear"; "unknown" for others.
 * Any thread. */
ALLOT_API const char* allot_review_name(uint32_t number);

/* What a caller can do about a reason or a status. */
enum {
  ALLOT_ADVICE_NONE = 0,      /* nothing was wrong */
  ALLOT_ADVICE_PERMANENT = 1, /* the same will never succeed */
  ALLOT_ADVICE_RETRY = 2,     /* the same may succeed later */
  /* what was given has to change first, or what lies around the engine */
  ALLOT_ADVICE_FIX = 3
};
/* Returns: [view] the name of a number of ALLOT_ADVICE_*, such as "none"; "unknown" for others.
 * Any thread. */
ALLOT_API const char* allot_advice_name(uint32_t number);

/* The kinds of entries of the catalogue that have codes and ids. */
enum {
  ALLOT_ID_KIND_CHANNEL = 0,  /* what a command `channel` defines */
  ALLOT_ID_KIND_NODE = 1,     /* what a command `node` defines */
  ALLOT_ID_KIND_ZONE = 2,     /* what a command `zone` defines */
  ALLOT_ID_KIND_SKU = 3,      /* what a command `sku` defines */
  ALLOT_ID_KIND_SKU_SET = 4,  /* what a command `sku_set` defines */
  ALLOT_ID_KIND_CAP = 5,      /* what a command `cap` defines */
  ALLOT_ID_KIND_CARRIER = 6,  /* what a command `carrier` defines */
  ALLOT_ID_KIND_EXCEPTION = 7 /* what a command `exception` defines */
};
/* Returns: [view] the name of a number of ALLOT_ID_KIND_*, such as "channel"; "unknown" for
 * others. Any thread. */
ALLOT_API const char* allot_id_kind_name(uint32_t number);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_SETTINGS_H */
