/* What the events of the group rules say: members of an allot_event. What is absent or unused is
 * 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_RULES_H
#define ALLOT_C_EVENTS_RULES_H

#include "allot/c/types.h"

/* A rule holds for an order, or could not be evaluated. Told before what became of the order. */
typedef struct allot_event_rule_hit {
  allot_key order_key; /* which order */
  /* why it could not be evaluated; absent where it holds; ALLOT_RULE_ERROR_* */
  uint8_t error;
  uint8_t unused[3];
  uint32_t version; /* of which version */
  uint8_t phase;    /* in which it decides; ALLOT_RULE_PHASE_* */
  uint8_t unused2[3];
  uint16_t rule;   /* which rule of that set, in the order of decision, from 0 */
  uint8_t outcome; /* what came of it; ALLOT_HIT_OUTCOME_* */
  uint8_t unused3[1];
  int64_t score; /* what it adds to the order's score; 0: none */
  uint8_t unused4[8];
} allot_event_rule_hit;

#endif /* ALLOT_C_EVENTS_RULES_H */
