/* What the events of the group service say: members of an allot_event. What is absent or unused
 * is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_SERVICE_H
#define ALLOT_C_EVENTS_SERVICE_H

#include "allot/c/types.h"

/* A promise is to be kept by then, and nobody has yet: somebody should hurry. Told once. */
typedef struct allot_event_service_warning {
  allot_key order_key; /* of which order; 0: none */
  /* of a return what is to come back; absent when it is all SKUs of the order, and of other
   * kinds */
  uint32_t sku;
  uint32_t channel; /* of which the order is */
  uint32_t unused;
  uint8_t kind; /* what was promised; ALLOT_SERVICE_KIND_* */
  uint8_t unused2[11];
  int64_t due_at; /* until when it can be kept; ns since 1970 */
} allot_event_service_warning;

/* The time of a promise has come, and it was not kept. Told once. */
typedef struct allot_event_service_breached {
  allot_key order_key; /* of which order; 0: none */
  /* of a return what is to come back; absent when it is all SKUs of the order, and of other
   * kinds */
  uint32_t sku;
  uint32_t channel; /* of which the order is */
  uint32_t unused;
  uint8_t kind; /* what was promised; ALLOT_SERVICE_KIND_* */
  uint8_t unused2[11];
  int64_t due_at; /* until when it could be kept; ns since 1970 */
} allot_event_service_breached;

/* What was promised is done, and in time. */
typedef struct allot_event_service_kept {
  allot_key order_key; /* of which order; 0: none */
  /* of a return what came back; absent when it is all SKUs of the order, and of other kinds */
  uint32_t sku;
  uint32_t channel; /* of which the order is */
  uint32_t unused;
  uint8_t kind; /* what was promised; ALLOT_SERVICE_KIND_* */
  uint8_t unused2[3];
  int64_t taken_ns; /* how long it took; ns */
  int64_t due_at;   /* until when it could be kept; ns since 1970 */
} allot_event_service_kept;

/* Goods left of an order for which a promise was running: all that left by one command is one
 * parcel here. */
typedef struct allot_event_parcel_left {
  allot_key order_key; /* of which order; 0: none */
  uint32_t unused;
  uint32_t channel; /* of which the order is */
  uint32_t units;   /* that left, of what was ordered; units */
  /* what was promised: processing or ship_by, whichever was to be kept first;
   * ALLOT_SERVICE_KIND_* */
  uint8_t kind;
  uint8_t unused2[3];
  uint64_t tracking; /* token of the parcel; absent when none was given */
  int64_t due_at;    /* until when it could leave in time; ns since 1970 */
} allot_event_parcel_left;

/* Promises that were to begin in this step found promises_max of them running: nobody is warned
 * of them, and they are neither kept nor breached. */
typedef struct allot_event_promises_missed {
  uint8_t unused[24];
  uint32_t missed; /* promises of this step */
  uint32_t unused2;
  int64_t missed_ever; /* of all steps until now */
  uint8_t unused3[8];
} allot_event_promises_missed;

#endif /* ALLOT_C_EVENTS_SERVICE_H */
