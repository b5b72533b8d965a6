/* What the events of the group stock say: members of an allot_event. What is absent or unused is
 * 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_STOCK_H
#define ALLOT_C_EVENTS_STOCK_H

#include "allot/c/types.h"

/* Goods came in. */
typedef struct allot_event_stock_received {
  uint64_t lot; /* the lot's number */
  uint8_t unused[8];
  uint32_t sku;       /* what */
  uint32_t node;      /* where */
  uint32_t available; /* of this SKU at this node afterwards, over all lots; units */
  uint32_t unused2;
  int64_t received; /* units that came in */
  uint8_t unused3[8];
} allot_event_stock_received;

/* A count changed the books. */
typedef struct allot_event_stock_adjusted {
  uint64_t lot; /* the lot's number */
  uint8_t unused[8];
  uint32_t sku;       /* what */
  uint32_t node;      /* where */
  uint32_t available; /* of this SKU at this node afterwards, over all lots; units */
  uint32_t unused2;
  int64_t delta; /* difference to the books before; units */
  uint8_t unused3[8];
} allot_event_stock_adjusted;

/* A count could not find units that are promised. */
typedef struct allot_event_stock_deficit {
  uint64_t lot; /* the lot's number */
  uint8_t unused[8];
  uint32_t sku;     /* what */
  uint32_t node;    /* where */
  uint32_t deficit; /* promised units that this lot does not have */
  uint32_t unused2;
  int64_t delta; /* the difference that the count made to the books; units */
  uint8_t unused3[8];
} allot_event_stock_deficit;

/* Units withheld from sale were set. */
typedef struct allot_event_safety_stock_set {
  uint8_t unused[16];
  uint32_t sku;          /* of what */
  uint32_t node;         /* where */
  uint32_t safety_stock; /* units withheld now */
  uint8_t unused2[20];
} allot_event_safety_stock_set;

/* The end of sale of a lot has come: nothing of it is sold from that instant on. What is
 * promised from it follows as line_lost, order by order. */
typedef struct allot_event_stock_expired {
  uint64_t lot; /* the lot's number */
  uint8_t unused[8];
  uint32_t sku;       /* what */
  uint32_t node;      /* where */
  uint32_t available; /* of this SKU at this node afterwards, over all lots; units */
  uint32_t unused2;
  int64_t unavailable; /* units of the lot that lie there and are promised to nobody */
  int64_t expires_at;  /* when it was to end; ns since 1970 */
} allot_event_stock_expired;

/* Goods came back into a lot that their node does not have, and of which no node knows an end of
 * sale, though other lots of the article end. They are for sale without an end: see when they
 * end. */
typedef struct allot_event_lot_end_unknown {
  uint64_t lot; /* the lot's number */
  uint8_t unused[8];
  uint32_t sku;   /* what */
  uint32_t node;  /* where */
  uint32_t units; /* units that came back; of what is in quarantine none is for sale */
  uint8_t unused2[20];
} allot_event_lot_end_unknown;

/* What is for sale in a channel now, of all nodes of its network. Its version is its sequence:
 * of two that name the same channel and SKU, the one with the greater sequence holds. */
typedef struct allot_event_feed_figure {
  uint8_t unused[16];
  uint32_t sku;     /* of what */
  uint32_t channel; /* where it is sold */
  uint32_t units;   /* how many, at most 2^32-2; units */
  uint8_t unused2[20];
} allot_event_feed_figure;

/* The picture of a channel is complete: since its feed was opened, or asked for again, each SKU
 * was told. */
typedef struct allot_event_feed_complete {
  uint8_t unused[20];
  uint32_t channel; /* whose */
  uint32_t skus;    /* SKUs that it shows: all that there are */
  uint8_t unused2[20];
} allot_event_feed_complete;

#endif /* ALLOT_C_EVENTS_STOCK_H */
