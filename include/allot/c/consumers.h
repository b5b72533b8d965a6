/* Where a consumer begins. The functions that take this are in allot.h. */
#ifndef ALLOT_C_CONSUMERS_H
#define ALLOT_C_CONSUMERS_H

#include "allot/c/errors.h"
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
} allot_consumer_options;

/* Zeroes the struct, sets its struct_size and the defaults. struct_size: as for
 * allot_engine_options_init. options: [out]. Any thread. */
ALLOT_API allot_status allot_consumer_options_init(allot_consumer_options* options,
                                                   size_t struct_size);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_CONSUMERS_H */
