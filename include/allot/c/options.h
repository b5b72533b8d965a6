/* What an engine is started with, and the figures that it gives. */
#ifndef ALLOT_C_OPTIONS_H
#define ALLOT_C_OPTIONS_H

#include "allot/c/errors.h"
#include "allot/c/limits.h"
#include "allot/c/settings.h"
#include "allot/c/types.h"
#include "allot/c/values.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A place in a log that somebody can hold it to: all up to `sequence`, and the chain over it. Two
 * logs that have one point in common are the same up to there. */
typedef struct allot_log_point {
  uint64_t sequence;
  uint64_t chain_low;
  uint64_t chain_high;
} allot_log_point;

typedef struct allot_engine_options {
  uint32_t struct_size;
  uint32_t shard;
  const allot_limits* limits; /* [in] of a new log; NULL: the defaults, or those of the log */
  allot_text directory;       /* where the log lies; empty: no log, durability must then be none */
  uint8_t durability;         /* ALLOT_DURABILITY_* */
  uint8_t threading;          /* ALLOT_THREADING_* */
  uint8_t slow_consumer;      /* ALLOT_SLOW_CONSUMER_* */
  uint8_t views;              /* 0 or 1: keep order status and availability readable */
  uint32_t producers_max;
  uint64_t ring_bytes;    /* per producer */
  uint64_t events_max;    /* unread events; 0: twice those of the widest step, 65,536 or more */
  uint64_t segment_bytes; /* of the log, 64 KiB to 256 MiB, multiple of 4,096 */
  /* durability async: while something is not durable so long after it was published, nothing more
   * is decided; under ALLOT_THREADING_HOST_STEPS only steps look at the time */
  int64_t async_bound_ns;
  uint32_t answers_max; /* unread answers per producer */
  uint32_t batch_commands_max;
  uint32_t consumers_max;
  int32_t decision_cpu; /* processor that the decision thread stays on; -1: any */
  int32_t log_cpu;      /* of the log's thread; both -1 under ALLOT_THREADING_HOST_STEPS */
  uint8_t prefault;     /* 0 or 1: tables get all their memory before allot_engine_open returns */
  uint8_t reserved[3];
  /* What the log has to hold at least: allot_engine_log_point of an earlier run, which the host
   * kept. Else TRUNCATED (it ends sooner) or CORRUPT (it is another log, or another history). All
   * 0: nothing is asked; a chain of 0 alone is not compared. */
  allot_log_point at_least;
  uint8_t must_exist;  /* 0 or 1: NOT_FOUND where there is no log, or none with a record */
  uint8_t damaged_end; /* ALLOT_DAMAGED_END_* */
  uint8_t reserved2[6];
} allot_engine_options;

/* Figures of a running engine, each read by itself. `struct_size` is set by the caller. */
typedef struct allot_statistics {
  uint32_t struct_size;
  uint32_t reserved;
  uint64_t commands;
  uint64_t orders;
  uint64_t refusals;
  uint64_t advances;
  uint64_t batches;
  uint64_t queue_depth;
  uint64_t decided_sequence;
  uint64_t published_sequence;
  uint64_t events;
  uint64_t journal_bytes;
  uint64_t journal_records;
  uint64_t journal_segments;
  uint64_t durable_sequence;
  /* what opening found behind the end of the log and left out (ALLOT_DAMAGED_END_DROP) */
  uint64_t dropped_frames;
  uint64_t dropped_records;
} allot_statistics;

/* Zeroes the struct, sets its struct_size and the library's defaults.
 * struct_size: sizeof of the struct as the caller was compiled. Below its size in the first minor
 *              of this ABI major, or above 4,096: INVALID_ARGUMENT. Above the library's: the rest
 *              stays zero, and is refused by allot_engine_open if the caller sets it. Between the
 *              two, as a host's that is older than the library: the fields that it does not know
 *              have their defaults.
 * limits, options: [out]. Any thread. */
ALLOT_API allot_status allot_limits_init(allot_limits* limits, size_t struct_size);
ALLOT_API allot_status allot_engine_options_init(allot_engine_options* options, size_t struct_size);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_OPTIONS_H */
