/* The commands of the group order as C structs: members of `body` of an allot_command. Start
 * each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_ORDER_H
#define ALLOT_C_COMMANDS_ORDER_H

#include "allot/c/commands_parts.h"
#include "allot/c/types.h"
#include "allot/c/values.h"

/* An order asks for goods. Accepted, it holds what it is owed or waits for it. */
typedef struct allot_place {
  allot_key command_key; /* makes the command idempotent */
  /* names the order; left out where order_number does; not 0 */
  allot_key order_key;
  uint32_t channel; /* where it was sold */
  uint32_t zone;    /* where it goes */
  allot_order_tokens tokens;
  /* ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0 */
  int64_t ship_by;
  /* class of the order; 0 is served first; 0 to 255; init sets 128 */
  uint8_t priority;
  /* parcels beyond the first in one sourcing decision; 0 to 255; init sets 255 */
  uint8_t max_splits;
  uint8_t shortage;      /* what happens when a line is short; ALLOT_SHORTAGE_* */
  uint8_t ship_complete; /* everything in one decision or nothing; 0 or 1 */
  uint32_t reserved;
  const allot_order_line* lines; /* [in] 1 to lines_per_order_max */
  uint64_t line_count;
  /* the order's number as the shop has it, 1 to 40 bytes without NUL, in place of order_key,
   * which is then made from the channel's code and this; empty is absent */
  allot_text order_number;
  /* taken off the sum of its lines and shipping, beside what is taken off lines; minor units,
   * from 0 */
  int64_t discount;
  int64_t shipping; /* for carrying it; minor units, from 0 */
  /* on shipping; the channel says whether prices include it; minor units, from 0 */
  int64_t shipping_tax;
  /* which makes it firm, in a channel with firm_when deposit and in no other; at most what is
   * due; 0 is as the channel says; minor units, from 0 */
  int64_t deposit;
  const allot_order_attribute* attributes; /* [in] what rules ask for besides, each name once */
  uint64_t attribute_count;
} allot_place;

/* Fact: a sale made elsewhere. Recorded in the state that it is in; what is missing is short and
 * waits. */
typedef struct allot_import {
  allot_key command_key; /* makes the command idempotent */
  /* names the order; left out where order_number does; not 0 */
  allot_key order_key;
  uint32_t channel; /* where it was sold */
  uint32_t zone;    /* where it goes */
  allot_order_tokens tokens;
  /* ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0 */
  int64_t ship_by;
  /* class of the order; 0 is served first; 0 to 255; init sets 128 */
  uint8_t priority;
  /* whether it is paid, and who ships it; ALLOT_IMPORT_STATE_* */
  uint8_t state;
  /* somebody has made sure that it was never recorded: it is taken however old it is, where it
   * would be sale_maybe_known; 0 or 1 */
  uint8_t known_new;
  uint8_t reserved[5];
  /* [in] 1 to lines_per_order_max; their shortage is not used */
  const allot_order_line* lines;
  uint64_t line_count;
  /* the order's number as the shop has it, 1 to 40 bytes without NUL, in place of order_key,
   * which is then made from the channel's code and this; empty is absent */
  allot_text order_number;
  /* end of the payment window of an unpaid sale, and of no other; 0 is hold_ttl_ns from now; ns
   * since 1970, 0 to 4,000,000,000,000,000,000 */
  int64_t pay_by;
  /* when the sale was made: by its second waiting lines are ranked; 0, or later than now, is
   * now; ns since 1970, from 0 */
  int64_t sold_at;
  /* taken off the sum of its lines and shipping, beside what is taken off lines; minor units,
   * from 0 */
  int64_t discount;
  int64_t shipping; /* for carrying it; minor units, from 0 */
  /* on shipping; the channel says whether prices include it; minor units, from 0 */
  int64_t shipping_tax;
  /* which makes it firm, in a channel with firm_when deposit and in no other; at most what is
   * due; 0 is as the channel says; minor units, from 0 */
  int64_t deposit;
  const allot_order_attribute* attributes; /* [in] what rules ask for besides, each name once */
  uint64_t attribute_count;
} allot_import;

/* Ends an open order and returns what it holds: so a hold is released. To release a part of it
 * is cancel_line. */
typedef struct allot_cancel {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
} allot_cancel;

/* Fact: the order was paid, at paid_at, whenever the news arrives: all that is due was captured. */
typedef struct allot_confirm_payment {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  int64_t paid_at;       /* when; ns since 1970, from 1 */
} allot_confirm_payment;

/* Fact: the payment provider is working on it. Freezes pay_by once, bounded. */
typedef struct allot_payment_pending {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
} allot_payment_pending;

/* Fact: a payment attempt failed. The order may still be paid before pay_by. */
typedef struct allot_fail_payment {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
} allot_fail_payment;

/* What a reviewer decided about an order in review. */
typedef struct allot_review_decision {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  /* of the order, as the reviewer saw it; another one is refused version_stale */
  uint32_t version;
  uint8_t outcome; /* reject or approve; ALLOT_REVIEW_OUTCOME_* */
  uint8_t reserved[3];
} allot_review_decision;

/* An open order is another from now on: all of it is said anew, and is so in one step, or
 * nothing changes. What it holds and still wants it keeps, at its place; what is more has to be
 * there now. */
typedef struct allot_modify {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  /* of the order, as it was seen; another one is refused version_stale; 0 is any */
  uint32_t version;
  uint32_t zone; /* where it goes; 0 is where it went before */
  allot_order_tokens tokens;
  /* ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0 */
  int64_t ship_by;
  /* class of the order; 0 is served first; 0 to 255; init sets 128 */
  uint8_t priority;
  /* parcels beyond the first in one sourcing decision; of an imported order nothing else; 0 to
   * 255; init sets 255 */
  uint8_t max_splits;
  uint8_t reserved[6];
  /* [in] all that it is to have, what has left included, as it costs then; their shortage is
   * by_order */
  const allot_order_line* lines;
  uint64_t line_count;
  /* taken off the sum of its lines and shipping, beside what is taken off lines; minor units,
   * from 0 */
  int64_t discount;
  int64_t shipping; /* for carrying it; minor units, from 0 */
  /* on shipping; the channel says whether prices include it; minor units, from 0 */
  int64_t shipping_tax;
  /* which makes it firm, in a channel with firm_when deposit and in no other; at most what is
   * due; 0 is as the channel says; minor units, from 0 */
  int64_t deposit;
} allot_modify;

/* The hold of an open order that is not paid lasts longer: its payment window ends at another
 * time. To release a hold is cancel, or cancel_line for a part of it. */
typedef struct allot_extend {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  /* until when it may be paid from now on, later than before; a pending payment adds nothing to
   * it; ns since 1970, 1 to 4,000,000,000,000,000,000 */
  int64_t pay_by;
  /* of the order, as it was seen; another one is refused version_stale; 0 is any */
  uint32_t version;
  uint32_t reserved;
} allot_extend;

/* A part of an unpaid order is paid: these units of its lines. All of it is done, or nothing. */
typedef struct allot_confirm_part {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  int64_t paid_at;       /* when the payment was made; ns since 1970, from 1 */
  /* of the order, as it was seen; another one is refused version_stale; 0 is any */
  uint32_t version;
  uint8_t rest; /* what becomes of all that is not named; ALLOT_PART_REST_* */
  uint8_t reserved[3];
  /* [in] what is confirmed, with what has left of it: SKU, quantity, and line_number where
   * several lines have the SKU; price is 0 or that of the order's line, and they say nothing
   * else */
  const allot_order_line* lines;
  uint64_t line_count;
} allot_confirm_part;

/* Fact: an amount of money was set aside for an order, came in, or went back. An order is paid
 * when as much as is due has come in and stayed. */
typedef struct allot_payment {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  /* names the payment at its provider, once for each kind: a second one of the key and kind
   * changes nothing, whatever its amount. A voided one has the key of what was authorised, or
   * one of its own; not 0 */
  allot_key payment_key;
  int64_t amount; /* how much; minor units, from 1 */
  uint8_t kind;   /* what became of it; ALLOT_PAYMENT_KIND_* */
  uint8_t reserved[7];
  int64_t at; /* when; 0 is now; ns since 1970, from 0 */
  /* of an authorised one: when it lapses; 0 is as the channel says; ns since 1970, 0 to
   * 4,000,000,000,000,000,000 */
  int64_t until;
} allot_payment;

/* Units of one SKU of an open order are not wanted any more: all or none of them. What it leaves
 * of the order goes on; where that is nothing, the order ends as by cancel. */
typedef struct allot_cancel_line {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint32_t sku;          /* of what; not 0 */
  uint32_t quantity;     /* how many; 0 is all that has not left; units, at most 2^31-1 */
  /* of what the order holds there; 0 is first what waits, then what it holds anywhere */
  uint32_t node;
  /* of the order, as it was seen; another one is refused version_stale; 0 is any */
  uint32_t version;
  /* of sku, the line of this line_number; needed where several lines have the SKU */
  uint16_t line_number;
  uint8_t reserved[6];
} allot_cancel_line;

/* An open order that waits for goods takes what is there of them and is to have the rest no
 * more, also where it is shipped whole. */
typedef struct allot_trim {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  /* of the order, as it was seen; another one is refused version_stale; 0 is any */
  uint32_t version;
  uint32_t reserved;
} allot_trim;

/* Two open orders of one customer and address are one from now on, in one step, or nothing
 * changes. What the other one holds stays where it lies, what it waits for waits on, and its
 * money moves along: other_key ends as cancelled, with nothing. Of neither anything is on the
 * floor or has left. Who the customer is, and where she lives, the host knows: allot compares
 * what it remembers. */
typedef struct allot_merge {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* the order that stays; not 0 */
  /* of the order that stays, as it was seen; another one is refused version_stale; 0 is any */
  uint32_t version;
  uint32_t other_version; /* the same of the other one */
  allot_key other_key;    /* the order that goes into it, always needed */
} allot_merge;

/* A part of an open order is an order of its own from now on, in one step, or nothing changes.
 * What it holds stays where it lies: first what is held goes along, then what waits, in its
 * place. Both orders are alike otherwise, and together they cost, and have been paid, what the
 * one was. What is on the floor, or has left, stays. */
typedef struct allot_split {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* the order that stays; not 0 */
  /* of the order, as it was seen; another one is refused version_stale; 0 is any */
  uint32_t version;
  uint32_t reserved;
  /* of what is taken off the whole order, what goes along, at most what it has; minor units,
   * from 0 */
  int64_t discount;
  int64_t shipping;     /* of its shipping, the same; minor units, from 0 */
  int64_t shipping_tax; /* of the tax on its shipping, the same; minor units, from 0 */
  /* [in] what goes: SKU, quantity, and line_number where several lines have the SKU; price is 0
   * or that of the order's line, and they say nothing else */
  const allot_order_line* lines;
  uint64_t line_count;
  allot_key new_key; /* names the new order; left out where new_number does */
  /* the new order's number as the shop has it, 1 to 40 bytes without NUL, in place of new_key */
  allot_text new_number;
} allot_split;

#endif /* ALLOT_C_COMMANDS_ORDER_H */
