/* Where consumers begin and how far they are. The functions that take these are in allot.h. */
#ifndef ALLOT_C_CONSUMERS_H
#define ALLOT_C_CONSUMERS_H

#include "allot/c/errors.h"
#include "allot/c/settings.h"
#include "allot/c/types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Start with allot_consumer_options_init. */
typedef struct allot_consumer_options {
  uint32_t struct_size;
  uint32_t from; /* ALLOT_CONSUME_FROM_* */
  /* The first sequence whose events it gets, from 1; 0: as `from` says. Needs a log. Beyond what
   * exists it gets what follows the last published sequence. */
  uint64_t from_sequence;
  /* With from_sequence: the epoch of the last event that the host has seen before that; 0: not
   * known. Where a crash took sequences of that epoch back, the consumer begins behind those that
   * were left: see allot_consumer_position. */
  uint32_t from_epoch;
  uint32_t reserved;
  /* 1 to 64 letters, digits, '-' and '_'; empty: none. What a consumer with a name has acknowledged
   * is kept beside the log, and one that is opened again under the name goes on behind it, whatever
   * else is asked for here. The first one of a name begins at from_sequence, else with the first
   * event of the log (oldest), or behind the last published sequence (newest). */
  allot_text name;
} allot_consumer_options;

enum { ALLOT_CONSUMER_NAME_BYTES = 65 }; /* room for every name, with the NUL at its end */

/* One open consumer. Each figure by itself. */
typedef struct allot_consumer_figures {
  uint32_t index;                       /* its place, 0 to consumers_max - 1 */
  uint32_t state;                       /* ALLOT_CONSUMER_STATE_* */
  uint64_t acknowledged;                /* the sequence that it is done with */
  uint64_t polled;                      /* of the last event that it was given */
  uint64_t sequences_behind;            /* published, and none of their events polled */
  uint64_t events_behind;               /* published and unread in the buffer */
  char name[ALLOT_CONSUMER_NAME_BYTES]; /* ends in NUL; empty when it has none */
  uint8_t reserved[7];
} allot_consumer_figures;

/* A consumer by name, open or not. */
typedef struct allot_kept_consumer {
  uint64_t sequence; /* it is done with everything up to this one */
  uint32_t epoch;    /* of the log when it said so */
  int32_t status;    /* ALLOT_STATUS_*: CORRUPT, UNSUPPORTED or IO_ERROR when it cannot be read */
  char name[ALLOT_CONSUMER_NAME_BYTES];
  uint8_t reserved[7];
} allot_kept_consumer;

/* Zeroes the struct, sets its struct_size and the defaults. struct_size: as for
 * allot_engine_options_init. options: [out]. Any thread. */
ALLOT_API allot_status allot_consumer_options_init(allot_consumer_options* options,
                                                   size_t struct_size);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_CONSUMERS_H */
