/* What the events of the group control say: members of an allot_event. What is absent or unused
 * is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_CONTROL_H
#define ALLOT_C_EVENTS_CONTROL_H

#include "allot/c/types.h"

/* The command was refused and changed nothing else. */
typedef struct allot_event_refused {
  allot_key order_key; /* which order, if the command names one; 0: none */
  uint32_t sku;        /* its SKU; 0: none */
  uint32_t cap;        /* the purchase cap that refused the order; 0: none */
  uint32_t left;       /* what that cap leaves, in units or orders as it counts */
  /* the line, or element of a list, at fault, from 0, when the cause lies in one */
  uint16_t line;
  uint16_t reason; /* why; ALLOT_REASON_* */
  uint8_t command; /* the command that was refused; ALLOT_COMMAND_* */
  uint8_t unused[7];
  /* when the next window of that cap begins; absent when it has one for ever; ns since 1970 */
  int64_t next_window_at;
} allot_event_refused;

/* The command_key was seen before with the same body; nothing was done again. */
typedef struct allot_event_duplicate {
  allot_key order_key; /* which order, if the command names one; 0: none */
  uint8_t unused[14];
  uint16_t reason;         /* what the first one was answered; ALLOT_REASON_* */
  uint64_t first_sequence; /* sequence of the first command with this key */
  uint8_t unused2[8];
} allot_event_duplicate;

/* Time has moved to here. */
typedef struct allot_event_ticked {
  uint8_t unused[40];
  int64_t time; /* the logical time; ns since 1970 */
} allot_event_ticked;

/* A catalogue entry, list entry or limit was set. */
typedef struct allot_event_defined {
  uint8_t unused[24];
  uint32_t id; /* the id of what has a code; absent for others */
  uint32_t unused2;
  uint8_t command; /* the command that set it; ALLOT_COMMAND_* */
  uint8_t unused3[15];
} allot_event_defined;

/* A command was left out by an operator. */
typedef struct allot_event_skipped {
  uint8_t unused[32];
  uint64_t skipped; /* sequence of the command that is left out */
  uint8_t unused2[8];
} allot_event_skipped;

/* A fact is recorded at the time that stands: its stamp was more than max_step_ns ahead of that.
 * What the fact did is told by the events that follow. */
typedef struct allot_event_time_kept {
  allot_key order_key; /* which order, if the command names one; 0: none */
  uint8_t unused[16];
  uint8_t command; /* the command that reports the fact; ALLOT_COMMAND_* */
  uint8_t unused2[7];
  int64_t time; /* the logical time at which it is recorded; ns since 1970 */
} allot_event_time_kept;

#endif /* ALLOT_C_EVENTS_CONTROL_H */
