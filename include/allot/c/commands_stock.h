/* The commands of the group stock as C structs: members of `body` of an allot_command. Start
 * each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_STOCK_H
#define ALLOT_C_COMMANDS_STOCK_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* Fact: goods came in. */
typedef struct allot_receive {
  allot_key command_key; /* makes the command idempotent */
  uint32_t sku;          /* what came */
  uint32_t node;         /* where */
  uint64_t lot;          /* the lot's number; 0 is the lot of goods that nobody tracks */
  uint32_t quantity;     /* how many; units, 1 to 2^31-1 */
  uint32_t reserved;
  int64_t expires_at; /* end of sale; 0 means never; ns since 1970, from 0 */
} allot_receive;

/* Fact: a count found more or fewer units than the books say. */
typedef struct allot_adjust {
  allot_key command_key; /* makes the command idempotent */
  uint32_t sku;          /* what was counted */
  uint32_t node;         /* where */
  uint64_t lot;          /* the lot's number */
  int32_t delta;         /* difference to the books; units, from -2^31+1, not 0 */
  uint32_t reserved;
} allot_adjust;

/* Sets the units of a SKU at a node that are withheld from sale. */
typedef struct allot_safety_stock {
  allot_key command_key; /* makes the command idempotent */
  uint32_t sku;          /* of what */
  uint32_t node;         /* where */
  uint32_t quantity;     /* how many; units, 0 to 2^31-1 */
  uint32_t reserved;
} allot_safety_stock;

/* Units that an open order holds are had from another node, or another lot, from now on: all of
 * them or none. Those that are there have to be free now, and what it gives up serves who waits. */
typedef struct allot_move {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint32_t sku;          /* of what; not 0 */
  uint32_t from_node;    /* where it holds them; not 0 */
  /* where it is to hold them; a lane leads from there, and the channel sells from there; not 0 */
  uint32_t to_node;
  /* how many; 0 is all that it holds there and that no warehouse is to pick; units, at most
   * 2^31-1 */
  uint32_t quantity;
  uint64_t from_lot; /* of that lot alone; 0 is any */
  /* from that lot alone; 0 is as an order takes them, and then to_node is another node */
  uint64_t to_lot;
  /* of sku, the line of this line_number; needed where several lines have the SKU */
  uint16_t line_number;
  uint8_t reserved[6];
} allot_move;

/* Opens the feed of a channel, which is told what is for sale in it of every SKU and then of
 * each one that changes, or closes it. Sent again for one that is open, it tells every SKU once
 * more. */
typedef struct allot_feed {
  allot_key command_key; /* makes the command idempotent */
  uint32_t channel;      /* whose feed */
  uint8_t tells;         /* of what it is told; ALLOT_FEED_TELLS_* */
  uint8_t reserved[3];
} allot_feed;

#endif /* ALLOT_C_COMMANDS_STOCK_H */
