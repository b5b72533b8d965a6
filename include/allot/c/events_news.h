/* What the events of the group news say: members of an allot_event. What is absent or unused is
 * 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_NEWS_H
#define ALLOT_C_EVENTS_NEWS_H

#include "allot/c/types.h"

/* News of an order that nobody knows yet waits for it. */
typedef struct allot_event_news_kept {
  allot_key order_key; /* of which order; 0: none */
  uint8_t unused[8];
  /* the command that brought the news, which is done when the order comes; ALLOT_COMMAND_* */
  uint8_t command;
  uint8_t unused2[5];
  /* news_known when such news waited before, which is the one that is kept; absent when not;
   * ALLOT_REASON_* */
  uint16_t reason;
  int64_t paid_at; /* of a payment, as the command says; absent of others; ns since 1970 */
  int64_t until;   /* when it has waited in vain; ns since 1970 */
} allot_event_news_kept;

/* No order came for news that waited, or somebody else ships the sale that it was to cancel;
 * nothing more is done with it. It is the host's to find out what the news was of. */
typedef struct allot_event_news_unclaimed {
  allot_key order_key; /* of which order; 0: none */
  uint8_t unused[8];
  uint8_t command; /* the command that brought it; ALLOT_COMMAND_* */
  uint8_t unused2[7];
  int64_t amount;  /* of a command payment; absent of others; minor units */
  int64_t paid_at; /* of a payment, as the command said; absent of others; ns since 1970 */
} allot_event_news_unclaimed;

#endif /* ALLOT_C_EVENTS_NEWS_H */
