/* What commands would do to the state of a log: the same code decides them, and nothing of it
 * stays. As DryRun in C++.
 *
 * The log is only read, also while an engine writes it. Each call decides in a copy of the process
 * (fork): for a process beside that of a live engine, whose orders would wait for the copy. */
#ifndef ALLOT_C_DRY_RUN_H
#define ALLOT_C_DRY_RUN_H

#include "allot/c/answers.h"
#include "allot/c/commands.h"
#include "allot/c/errors.h"
#include "allot/c/events.h"
#include "allot/c/types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct allot_dry_run allot_dry_run;

/* Takes the state of a log.
 * directory: [in] of the log. shard: of the engine that wrote it, 0 unless one was given.
 * up_to:   the last sequence that is taken; 0: all that is there.
 * dry_run: [out, owned: allot_dry_run_close]. as_of: [out] or NULL; the sequence that it is as of.
 * Returns: NOT_FOUND (no log, or none up to there), CORRUPT, TRUNCATED, IO_ERROR, UNSUPPORTED,
 * POISONED (its first command breaks an invariant), INVALID_ARGUMENT. Any thread. Cost: memory for
 * the log's limits; replays the log. */
ALLOT_API allot_status allot_dry_run_open(const allot_text* directory, uint32_t shard,
                                          uint64_t up_to, allot_dry_run** dry_run, uint64_t* as_of,
                                          allot_error** error);
/* dry_run: dead after OK; NULL is OK and has no effect.
 * Returns: IN_USE, and no effect, while another call is inside. Any thread. */
ALLOT_API allot_status allot_dry_run_close(allot_dry_run* dry_run, allot_error** error);

/* Ids of codes, as allot_look_up_ids: of the state, so that commands can name them.
 * codes: [in] `count` of them. ids: [out] room for `count`; 0 where there is no such entry. */
ALLOT_API allot_status allot_dry_run_ids(allot_dry_run* dry_run, uint32_t kind,
                                         const allot_text* codes, size_t count, uint32_t* ids,
                                         allot_error** error);

/* One step that would be made. */
typedef struct allot_dry_step {
  allot_answer answer; /* what the producer would be told; the sequence that it would have */
  int64_t time;        /* at which it would be decided, ns since 1970 */
  uint8_t own;         /* 1: the engine's own, for work that commands leave behind them */
  uint8_t reserved[7];
  const allot_event* events; /* with epoch 0, which no engine that logs tells */
  uint64_t event_count;
} allot_dry_step;

typedef struct allot_dry_steps allot_dry_steps;

/* Decides commands one after the other, each on what the former ones did; then, unless it is not
 * wanted, what they leave to do, as an idle engine does it. The next call begins again where the
 * state stands.
 * commands: [in] `count` of them. `time` of each: when, whatever the time source; what lies before
 *           the state's time is that.
 * work_is_done: 1: what is left to do is done and told; 0: not.
 * accepted: [out] how many an engine would admit. reason: [out] or NULL; ok when that is all of
 *           them, else why not the next one: not_for_hosts, command_too_large; nothing behind it is
 *           decided.
 * steps:    [out, owned: allot_dry_steps_destroy].
 * Returns: INVALID_ARGUMENT for a malformed command, named; IO_ERROR when the process cannot be
 * copied, or the copy was ended from outside; POISONED when a command would break an invariant.
 * One thread at a time for each dry run; a second is told IN_USE. */
ALLOT_API allot_status allot_dry_run_decide(allot_dry_run* dry_run, const allot_command* commands,
                                            size_t count, uint32_t work_is_done, size_t* accepted,
                                            uint16_t* reason, allot_dry_steps** steps,
                                            allot_error** error);
/* Returns: [view until `steps` is destroyed] first one for each admitted command, in their order,
 * then the engine's own; NULL when there is none. count: [out] or NULL; how many. Any thread. */
ALLOT_API const allot_dry_step* allot_dry_steps_data(const allot_dry_steps* steps, size_t* count);
/* steps: what was given out, once; or NULL. Any thread. */
ALLOT_API void allot_dry_steps_destroy(allot_dry_steps* steps);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_DRY_RUN_H */
