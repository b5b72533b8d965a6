/* The commands of the group catalogue as C structs: members of `body` of an allot_command. Start
 * each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_CATALOGUE_H
#define ALLOT_C_COMMANDS_CATALOGUE_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* Adds a SKU, or changes the one with this code. */
typedef struct allot_sku {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
  /* of one unit; 0 means none, and then there is no price band; minor units, from 0 */
  int64_t list_price;
} allot_sku;

/* Adds a node, or changes the one with this code. */
typedef struct allot_node {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
  uint32_t priority;     /* for policy node_priority; lower is preferred */
  uint32_t reserved;
} allot_node;

/* Adds a zone. */
typedef struct allot_zone {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
} allot_zone;

/* Adds a channel, or changes the one with this code. Its network starts empty: see network. */
typedef struct allot_channel {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
  /* payment window; 0 only with cash_on_delivery, or firm_when on_delivery; ns, 0 to 10^18 */
  int64_t hold_ttl_ns;
  int64_t remind_before_ns; /* reminder this long before pay_by; 0 means none; 0 to 10^18 */
  /* longest that payment_pending freezes pay_by; ns, 0 to 10^18 */
  int64_t pending_ttl_ns;
  int64_t review_ttl_ns; /* review window; ns, 1 to 10^18 */
  /* units of each SKU at each node that this channel leaves; 0 to 2^31-1 */
  uint32_t safety_stock;
  /* how nodes are chosen for its orders; ALLOT_SOURCING_POLICY_* */
  uint8_t policy;
  uint8_t review_outcome;        /* what the review deadline decides; ALLOT_REVIEW_OUTCOME_* */
  uint8_t cash_on_delivery;      /* orders are paid at the door; 0 or 1 */
  uint8_t review_pauses_payment; /* pay_by does not run while an order is in review; 0 or 1 */
  /* of its amounts: three capital letters; empty says nothing. A channel that has one keeps it */
  allot_text currency;
  /* prices and shipping have their tax in them; else it is due besides; 0 or 1 */
  uint8_t prices_include_tax;
  /* whether an order that holds nothing has its payment window when it is served; else when
   * placed; 0 or 1 */
  uint8_t pay_when_served;
  /* what a payment does that is made after pay_by; ALLOT_LATE_PAYMENT_* */
  uint8_t late_payment;
  /* what makes its orders firm; authorised and deposit not with cash_on_delivery;
   * ALLOT_FIRM_WHEN_* */
  uint8_t firm_when;
  /* with firm_when deposit: the deposit of an order that says none, in 1/10,000 of what is due,
   * rounded up; 0 is none, and it is firm when all has come in; 0 to 10,000 */
  uint32_t deposit_bp;
  /* after pay_by, how long an unpaid order keeps what it holds; 0 lets it go at pay_by; ns, 0 to
   * 10^18 */
  int64_t payment_grace_ns;
  /* reminder this long before what is kept in the grace is let go; 0 means none; 0 to 10^18 */
  int64_t grace_remind_before_ns;
  /* how long an authorised amount counts that does not say until when; 0 is for ever; ns, 0 to
   * 10^18 */
  int64_t authorisation_ttl_ns;
  /* balance window, from when the deposit is in; 0 is for ever; ns, 0 to 10^18 */
  int64_t balance_ttl_ns;
  /* reminder this long before the balance window is over; 0 means none; 0 to 10^18 */
  int64_t balance_remind_before_ns;
  /* what becomes of the deposit when the balance was not paid in time; ALLOT_LAPSED_DEPOSIT_* */
  uint8_t lapsed_deposit;
  /* what becomes of an order for goods that the same shopper holds and has not paid;
   * ALLOT_OWN_HOLD_* */
  uint8_t own_hold;
  /* by which token she is known as the same: customer or device; ALLOT_TOKEN_KIND_* */
  uint8_t own_hold_per;
  uint8_t reserved[5];
  /* how long from her first attempt on what is taken over may be held unpaid; 0 is until the
   * deadline of what is taken over; ns, 0 to 10^18 */
  int64_t own_hold_ttl_ns;
  /* how long before its end a lot is not sold in this channel any more; 0 sells it up to its
   * end. At most eight such times, besides 0, are those of all channels together; ns, 0 to 10^18 */
  int64_t expiry_margin_ns;
} allot_channel;

/* Adds a node to a channel's network, or takes it out. */
typedef struct allot_network {
  allot_key command_key; /* makes the command idempotent */
  uint32_t channel;      /* whose network */
  uint32_t node;         /* which node */
  uint8_t serves;        /* true adds it, false takes it out; 0 or 1, init sets 1 */
  uint8_t reserved[7];
} allot_network;

/* How goods get from a node to a zone, and what that costs. Replaces the lane. */
typedef struct allot_lane {
  allot_key command_key; /* makes the command idempotent */
  uint32_t node;         /* where it starts */
  uint32_t zone;         /* where it ends */
  int64_t parcel_cost;   /* of one parcel; minor units, 0 to 10^12 */
  int64_t unit_cost;     /* of one unit in it; minor units, 0 to 1,000,000,000 */
  int64_t transit_ns;    /* time on the way; ns, 0 to 10^18 */
  uint8_t serviceable;   /* false takes the lane out of use; 0 or 1, init sets 1 */
  uint8_t reserved[3];
  uint32_t carrier; /* who takes them; 0 is nobody in particular */
} allot_lane;

/* Puts a token on the block or allow list, or takes it off. */
typedef struct allot_list {
  allot_key command_key; /* makes the command idempotent */
  uint8_t list;          /* which list; ALLOT_LIST_KIND_* */
  uint8_t kind;          /* what the token stands for; ALLOT_TOKEN_KIND_* */
  uint8_t present;       /* true puts it on, false takes it off; 0 or 1, init sets 1 */
  uint8_t reserved[5];
  uint64_t token; /* keyed token; not 0 */
} allot_list;

/* Adds a carrier: who takes goods along lanes. */
typedef struct allot_carrier {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
} allot_carrier;

/* Adds a set of SKUs, or replaces the members of the one with this code. */
typedef struct allot_sku_set {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
  /* [in] all its members, in any order; at most sku_set_skus_max, and there may be none */
  const uint32_t* skus;
  uint64_t sku_count;
} allot_sku_set;

/* Adds a purchase cap, or changes the one with this code: how much one customer, device or the
 * like may have of some SKUs. Orders that ended unshipped no longer count. A known cap is told
 * whole again: measure, per, window_ns and origin have to be as before, the rest as it is from
 * now on (a sku_set that is left out is all SKUs) for orders that come after it. */
typedef struct allot_cap {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
  uint8_t measure;       /* what is counted; ALLOT_CAP_MEASURE_* */
  uint8_t per;           /* the token of an order by which it counts; ALLOT_TOKEN_KIND_* */
  /* whether an order without the token is refused; else the cap does not count it; 0 or 1 */
  uint8_t token_required;
  uint8_t reserved[1];
  /* the most that one may have in one window, in what is counted; 1 to 2^31-1 */
  uint32_t at_most;
  uint32_t sku_set; /* the SKUs that count; 0 means all */
  uint32_t reserved2;
  /* length of each window, 0 or at least a second; 0 means one window for ever; 0 to 10^18 */
  int64_t window_ns;
  /* when one of the windows begins; there are windows before it, too; ns since 1970, 0 to
   * 4,000,000,000,000,000,000 */
  int64_t origin;
} allot_cap;

#endif /* ALLOT_C_COMMANDS_CATALOGUE_H */
