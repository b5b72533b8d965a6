/* Questions of a host about what an engine knows: codes and ids, orders with their lines, what a
 * channel can sell, what a token has had of a cap. As Lookups in C++.
 *
 * Cold, and asked many at a time: each call is answered by the decision thread in one go between
 * two batches, of everything decided by then. What is shown may not be durable yet, and so may be
 * taken back by a crash; `as_of` is the sequence of the last command that it takes in. Threads: any
 * (own_thread); the stepping thread (host_steps). */
#ifndef ALLOT_C_LOOKUPS_H
#define ALLOT_C_LOOKUPS_H

#include "allot/c/errors.h"
#include "allot/c/settings.h"
#include "allot/c/types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct allot_engine allot_engine;

enum { ALLOT_CODE_BYTES = 41 }; /* room for every code, with a NUL at its end */

typedef struct allot_found_code {
  uint32_t size; /* of `text` without the NUL; 0 when there is no such entry */
  char text[ALLOT_CODE_BYTES];
  uint8_t reserved[3];
} allot_found_code;

/* kind: ALLOT_ID_KIND_*. codes: [in] `count` of them.
 * ids: [out] room for `count`; 0 where the catalogue has no entry with the code. */
ALLOT_API allot_status allot_look_up_ids(allot_engine* engine, uint32_t kind,
                                         const allot_text* codes, size_t count, uint32_t* ids,
                                         allot_error** error);
/* kind: ALLOT_ID_KIND_*. ids: [in] `count` of them. codes: [out] room for `count`. */
ALLOT_API allot_status allot_look_up_codes(allot_engine* engine, uint32_t kind, const uint32_t* ids,
                                           size_t count, allot_found_code* codes,
                                           allot_error** error);
/* kind: ALLOT_ID_KIND_*. entries: [out] how many there are; their ids are 1 to that. */
ALLOT_API allot_status allot_look_up_count(allot_engine* engine, uint32_t kind, uint32_t* entries,
                                           allot_error** error);

/* The key that an order has which is placed or imported by its order_number: for cancel, payments
 * and look-ups. XXH3-128 of the channel's code, one zero byte and the number.
 * channel, order_number: [in] texts of `..._size` bytes without an end mark: the channel's code and
 * the number. key: [out].
 * Returns: INVALID_ARGUMENT unless both are 1 to 40 bytes without NUL. Any thread. */
ALLOT_API allot_status allot_order_key_of(const char* channel, size_t channel_size,
                                          const char* order_number, size_t order_number_size,
                                          allot_key* key, allot_error** error);

/* Units that a line holds of a lot. */
typedef struct allot_found_hold {
  uint32_t node;
  uint32_t quantity;
  uint64_t lot;
} allot_found_hold;

typedef struct allot_found_line {
  uint32_t sku;
  /* held + picked + packed + waiting + shipped + refused, while the order is open */
  uint32_t ordered;
  uint32_t held; /* the sum over `holds` */
  uint32_t waiting;
  uint32_t refused;
  uint8_t state; /* ALLOT_LINE_STATE_* */
  uint8_t reserved;
  uint16_t line_number; /* by which the shop knows it; 0 when it has none */
  int64_t price; /* of one unit, minor units; 0 where there is a total; so are the next three */
  int64_t total; /* of all units; 0 where there is a price */
  int64_t discount;
  int64_t tax;
  const allot_found_hold* holds;
  uint64_t hold_count;
  /* units of what was ordered that left; more than that; of both, what arrived and came back */
  uint64_t shipped;
  uint64_t shipped_beyond;
  uint64_t delivered;
  uint64_t returned;
  uint32_t to_pick;     /* of `held`, what was released */
  uint32_t picked;      /* and in no parcel */
  uint32_t lost;        /* on the way */
  uint32_t turned_away; /* at the door, and not back yet */
  uint32_t packed;
  uint32_t reserved_2;
  int64_t wanted_at; /* ns since 1970; 0 when no date was said */
} allot_found_line;

/* What the payments of an order come to, minor units: of one of which no command payment was
 * recorded, what follows from whether it is paid. */
typedef struct allot_found_payments {
  int64_t authorised;
  int64_t captured;
  int64_t refunded;
  int64_t reversed;
  int64_t charged_back;
  int64_t open;       /* due, and not there; at most 2^63-1 */
  int64_t refund_due; /* there, and not due */
} allot_found_payments;

/* The order in which one is now that went into another by merge; 0 where it did not. */
typedef struct allot_found_merged {
  allot_key into;
  uint64_t sequence; /* of the command that placed it */
} allot_found_merged;

typedef struct allot_found_order {
  allot_key order_key;
  uint8_t known;   /* 0: never placed, refused, or ended and forgotten; then all else is 0 */
  uint8_t status;  /* ALLOT_ORDER_STATUS_*: whether it goes on, or how it ended */
  uint8_t payment; /* ALLOT_PAYMENT_* */
  uint8_t review;  /* ALLOT_REVIEW_* */
  uint8_t ship_stop;
  uint8_t ship_complete;
  uint8_t imported;
  uint8_t tax_included; /* prices and shipping have their tax in them */
  uint32_t channel;
  uint32_t zone;
  uint32_t version;
  uint64_t as_of;
  uint64_t sequence; /* of the command that placed it */
  int64_t value;     /* what is due, minor units; so are the next three */
  int64_t discount;  /* of the order, beside what is taken off lines */
  int64_t shipping;
  int64_t shipping_tax;
  allot_found_payments payments;
  int64_t pay_by; /* ns since 1970, 0 when none runs; so are the next three */
  int64_t remind_at;
  int64_t review_by;
  int64_t ship_by;
  int64_t sold_at; /* when it was placed, or an imported sale made, in whole seconds */
  const allot_found_line* lines;
  uint64_t line_count;
  allot_text order_number; /* as it was given; empty where the order was named by its key */
  uint8_t asked_back;      /* it is to end, and a node has to answer first */
  int64_t credit;          /* of its value, what is not asked: goods came back for it, or are to */
  allot_found_merged merged;
} allot_found_order;

typedef struct allot_found_orders allot_found_orders;

/* keys:  [in] `count` of them.
 * found: [out, owned: allot_found_orders_destroy]. */
ALLOT_API allot_status allot_look_up_orders(allot_engine* engine, const allot_key* keys,
                                            size_t count, allot_found_orders** found,
                                            allot_error** error);
/* Returns: [view until `found` is destroyed] one for each key, in their order; NULL when there is
 * none. count: [out] or NULL; how many. Any thread. */
ALLOT_API const allot_found_order* allot_found_orders_data(const allot_found_orders* found,
                                                           size_t* count);
/* found: what was given out, once; or NULL. Any thread. */
ALLOT_API void allot_found_orders_destroy(allot_found_orders* found);

typedef struct allot_found_available {
  uint32_t sku;
  uint8_t known;   /* 0: channel, zone or SKU are unknown */
  uint8_t claimed; /* 1: what came back goes to lines that wait first */
  uint8_t reserved[2];
  uint64_t can_have; /* by one order, if it may take from all of the nodes */
  uint64_t as_of;
} allot_found_available;

/* What an order of the channel to the zone could have of each SKU now, after safety stock and lines
 * that wait; zone 0: out of all nodes of the channel's network.
 * skus: [in] `count` of them. available: [out] room for `count`.
 * nodes:    [in] `node_count` of them; may be NULL when that is 0.
 * at_nodes: [out] room for count x node_count, SKU by SKU: units that the channel may take at each
 *           node, 0 where it may take none; may be NULL when node_count is 0. */
ALLOT_API allot_status allot_look_up_available(allot_engine* engine, uint32_t channel,
                                               uint32_t zone, const uint32_t* skus, size_t count,
                                               allot_found_available* available,
                                               const uint32_t* nodes, size_t node_count,
                                               uint32_t* at_nodes, allot_error** error);

typedef struct allot_found_told {
  uint32_t sku;
  uint8_t known; /* 0: the feed of the channel told nothing of the SKU, or there is none */
  uint8_t reserved[3];
  uint32_t units;
  uint8_t reserved_2[4];
  uint64_t version; /* sequence of the event that told it */
} allot_found_told;

/* What the feed of the channel told last of each SKU, published yet or not.
 * skus: [in] `count` of them. told: [out] room for `count`. */
ALLOT_API allot_status allot_look_up_told(allot_engine* engine, uint32_t channel,
                                          const uint32_t* skus, size_t count,
                                          allot_found_told* told, allot_error** error);

/* What a token has had of a cap, in units or orders, as the cap says. */
typedef struct allot_found_cap_account {
  uint64_t token;
  int64_t window_begin; /* and end, ns since 1970; both 0 when the window lasts for ever */
  int64_t window_end;
  uint8_t known; /* 0: the cap is unknown, the token is 0 or the time is out of range */
  uint8_t reserved[3];
  uint32_t at_most;
  uint32_t debited;
  uint32_t left;
  uint64_t excess; /* beyond the cap, by sales that were made elsewhere */
} allot_found_cap_account;

/* tokens: [in] `count` of them. time: in the window that is meant, ns since 1970.
 * accounts: [out] room for `count`. */
ALLOT_API allot_status allot_look_up_cap_accounts(allot_engine* engine, uint32_t cap,
                                                  const uint64_t* tokens, size_t count,
                                                  int64_t time, allot_found_cap_account* accounts,
                                                  allot_error** error);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_LOOKUPS_H */
