/* The C interface of allot: the one stable binary interface, for hosts in any language.
 *
 * What it is:  engines, producers and consumers behind opaque handles, commands and events as plain
 *              structs of fixed width, batches in, batches out. Every name follows the C++ one:
 *              Producer::submit is allot_producer_submit. Nothing is called back; the host polls.
 * When not:    C++ programs use allot/engine.hpp, which costs one copy less per command.
 * Threads:     each function says which threads may call it. Handles are checked: a handle that was
 *              closed, or never opened, gives ALLOT_STATUS_INVALID_HANDLE and nothing else happens.
 * Processes:   in a child of fork every call on what its parent opened gives
 *              ALLOT_STATUS_OTHER_PROCESS; closing there gives memory back, with the same status,
 *              and touches nothing else.
 * Ownership:   each pointer parameter is marked
 *                [in]    read during the call, never kept
 *                [out]   written by the call; on failure unchanged, but for counts and reasons,
 *                        which become 0
 *                [owned] the caller gets it and must give it back to the named function
 *                [view]  lives in the library: for ever, unless another end is stated
 * Errors:      functions that can fail for the environment's or the caller's sake return an
 *              allot_status and, where `error` is not NULL and the status is not OK, store an
 *              allot_error there, to be destroyed by the caller. What the business refuses is no
 *              error: it is an answer with a reason (see allot_reason_name).
 * Layout:      64-bit little-endian hosts. Reserved fields and the unused bytes behind the body of
 *              a command must be zero; anything else is refused, so that they can get a meaning
 *              later. The init functions leave everything in that state.
 * Numbers:     every enum, command, event, reason and limit stands, with its struct and what it
 *              means, in a header below allot/c that is made from the description of messages; C++,
 *              Python and JSON lines are made from the same.
 * Versions:    structs only grow at their end, enum values are never renumbered. A change that
 *              breaks either raises ALLOT_ABI_MAJOR, which is also the number in the SONAME.
 */
#ifndef ALLOT_ALLOT_H
#define ALLOT_ALLOT_H

#include "allot/c/answers.h"
#include "allot/c/commands.h"
#include "allot/c/consumers.h"
#include "allot/c/dry_run.h"
#include "allot/c/errors.h"
#include "allot/c/events.h"
#include "allot/c/limits.h"
#include "allot/c/lookups.h"
#include "allot/c/options.h"
#include "allot/c/reasons.h"
#include "allot/c/types.h"
#include "allot/c/values.h"

#define ALLOT_ABI_MAJOR 0u
#define ALLOT_ABI_MINOR 1u
#define ALLOT_ABI_VERSION ((ALLOT_ABI_MAJOR << 16) | ALLOT_ABI_MINOR)

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Versions and keys --------------------------------------------------------------------- */

/* Returns: [view] the version of the library, such as "0.1.0". Any thread. */
ALLOT_API const char* allot_version(void);
/* Returns: ALLOT_ABI_VERSION of the library that is running. It can be used when its upper half
 * equals ALLOT_ABI_MAJOR and its lower half is at least ALLOT_ABI_MINOR. Any thread. */
ALLOT_API uint32_t allot_abi_version(void);

enum { ALLOT_KEY_TEXT_BYTES = 40 }; /* room for every key as text, with the NUL at its end */

/* Reads a key from text as JSON lines and Python do: decimal digits without zeros in front, or
 * "hex:" and 16 or 32 hex digits, the high half first. Other text is refused, never hashed or cut.
 * text:    [in] `size` bytes without an end mark.
 * key:     [out].
 * Returns: INVALID_ARGUMENT with the text in `error`. Any thread. */
ALLOT_API allot_status allot_key_parse(const char* text, size_t size, allot_key* key,
                                       allot_error** error);
/* Writes a key as text that allot_key_parse reads back: decimal when `high` is 0, else hex.
 * key:     [in]. text: [out] ends in NUL. capacity: of `text`, at least ALLOT_KEY_TEXT_BYTES.
 * Returns: INVALID_ARGUMENT when that is too small or a pointer is NULL. Any thread. */
ALLOT_API allot_status allot_key_text(const allot_key* key, char* text, size_t capacity,
                                      allot_error** error);

/* ---- Engines ------------------------------------------------------------------------------- */

typedef struct allot_producer allot_producer;
typedef struct allot_consumer allot_consumer;

/* Starts a log, or recovers the one that lies in the directory.
 * options: [in].
 * engine:  [out, owned: allot_engine_close]. When a logged command breaks an invariant again, the
 *          engine is read-only: see allot_engine_poison.
 * error:   [out, owned: allot_error_destroy], here and below.
 * Returns: INVALID_ARGUMENT naming the option; NOT_FOUND (must_exist), TRUNCATED (the log was cut,
 * or is shorter than at_least), CORRUPT, IO_ERROR, STORAGE_FULL, UNSUPPORTED, OUT_OF_MEMORY. Any
 * thread. Cost: allocates for the limits; recovery replays the log. */
ALLOT_API allot_status allot_engine_open(const allot_engine_options* options, allot_engine** engine,
                                         allot_error** error);

/* Decides what was admitted, makes the log durable, ends the decision thread, gives memory back.
 * engine: the handle is dead after OK, and after every failure that is not IN_USE. NULL is OK and
 *         has no effect. A handle that was closed before gives INVALID_HANDLE.
 * Returns: IN_USE, and no effect, while a producer or consumer of it is open or another call is
 *          inside; else why the log could not be closed whole, or POISONED.
 * Any thread (own_thread); the stepping thread (host_steps). */
ALLOT_API allot_status allot_engine_close(allot_engine* engine, allot_error** error);

/* Under host_steps: drains every producer once, decides, logs, publishes what may be published.
 * Idle with work due, it decides `advance` commands of its own. It writes the log too, and so waits
 * for the disk: always under sync; under async when enough has gathered or nothing is decided.
 * decided: [out] or NULL; commands decided, `advance` included.
 * Returns: INVALID_ARGUMENT when the engine has a thread of its own. The stepping thread. */
ALLOT_API allot_status allot_engine_step(allot_engine* engine, uint64_t* decided,
                                         allot_error** error);

/* Waits until everything admitted before the call is decided and published, and no queued work is
 * due (host_steps: steps until then). Events need not have been read; but where a consumer that
 * nobody polls holds the producers back, this returns only once it is polled.
 * Returns: POISONED when the engine is or becomes poisoned.
 * Any thread (own_thread); the stepping thread (host_steps). */
ALLOT_API allot_status allot_engine_wait_idle(allot_engine* engine, allot_error** error);

/* Refuses new commands, decides what was admitted, makes the log durable, ends the decision thread.
 * Producers and consumers stay open and can be read to their end. Again: no effect.
 * Returns: why the log could not be closed whole, or POISONED.
 * Any thread (own_thread); the stepping thread (host_steps). */
ALLOT_API allot_status allot_engine_stop(allot_engine* engine, allot_error** error);

/* The fingerprint of the whole state after everything decided so far. Cost: a full scan.
 * hex: [out] 32 lower-case digits and NUL. capacity: of `hex`, at least 33.
 * Any thread (own_thread); the stepping thread (host_steps). */
ALLOT_API allot_status allot_engine_digest(allot_engine* engine, char* hex, size_t capacity,
                                           allot_error** error);

/* statistics: [out]; its struct_size is read first and that many bytes are filled: with 0 where the
 *             caller's struct is longer than the library's.
 * Returns: INVALID_ARGUMENT when struct_size is below that of the first minor of this ABI major, or
 *          above 4,096. Any thread. */
ALLOT_API allot_status allot_engine_statistics(allot_engine* engine, allot_statistics* statistics,
                                               allot_error** error);

/* The last place in the log that is durable. A host that keeps it, and gives it to the next
 * allot_engine_open as at_least, can tell that nothing which was there is missing.
 * point: [out]; all 0 where nothing is logged. Any thread. */
ALLOT_API allot_status allot_engine_log_point(allot_engine* engine, allot_log_point* point,
                                              allot_error** error);

/* Why everything is refused. sequence, hash: [out] or NULL, written with OK and POISONED; of the
 * command to blame, for allot_engine_skip; 0 when there is none.
 * Returns: OK when the engine is well; POISONED with the text in `error`. Any thread. */
ALLOT_API allot_status allot_engine_poison(allot_engine* engine, uint64_t* sequence, uint64_t* hash,
                                           allot_error** error);

/* Recovers an engine that opened read-only, leaving out the command that allot_engine_poison names.
 * Returns: INVALID_ARGUMENT when these are not its sequence and hash.
 * Any thread (own_thread); the stepping thread (host_steps). */
ALLOT_API allot_status allot_engine_skip(allot_engine* engine, uint64_t sequence, uint64_t hash,
                                         allot_error** error);

/* ---- Producers: commands in, answers out. One thread at a time; a second is told IN_USE. ---- */

/* producer: [out, owned: allot_producer_close]. Any thread. Allocates ring_bytes, 40 bytes for each
 * of answers_max, rounded up to a power of two, and about 130 KiB. */
ALLOT_API allot_status allot_producer_open(allot_engine* engine, allot_producer** producer,
                                           allot_error** error);
/* What was admitted is still decided; its answers are dropped. NULL is OK and has no effect. */
ALLOT_API allot_status allot_producer_close(allot_producer* producer, allot_error** error);

/* Takes in a prefix of the batch, in order; lists are copied before the call returns.
 * commands: [in] `count` of them; may be NULL when count is 0.
 * accepted: [out] not NULL; how many were taken in.
 * reason:   [out] or NULL; 0 when that is all of them, else why the next one was not: busy,
 *           storage_full, stopped, poisoned, command_too_large (more than lines_per_order_max
 *           lines or sku_set_skus_max SKUs: those are not read, however many it claims). Nothing of
 *           the rest had any effect.
 * Returns:  OK whatever the reason. INVALID_ARGUMENT naming the command's index and field when any
 *           command of the batch is malformed (unknown type, a value outside its enum, reserved
 *           bytes not zero, a list NULL with a count); the whole batch is then left out. So too
 *           when `count` is more than memory can hold.
 * Cost:     about 100 ns for a two-line order; allocates nothing when it succeeds. */
ALLOT_API allot_status allot_producer_submit(allot_producer* producer,
                                             const allot_command* commands, size_t count,
                                             size_t* accepted, uint16_t* reason,
                                             allot_error** error);

/* Waits for the first answer up to timeout_ns (0: returns at once; under host_steps the stepping
 * thread must not wait). No answer, at once and whatever the timeout, when the engine is stopped
 * and all is answered, and when it is poisoned. answers: [out] room for `capacity`. count: [out]
 * not NULL; how many were written. Exactly one for each admitted command, in order, once it is as
 * durable as was asked for. With sequence 0 it was not decided: storage_full, stopped, or poisoned
 * (then recovery shows whether it is in the log; submit it again under the same command_key). */
ALLOT_API allot_status allot_producer_poll_answers(allot_producer* producer, allot_answer* answers,
                                                   size_t capacity, size_t* count,
                                                   int64_t timeout_ns, allot_error** error);

/* A descriptor for poll, epoll and event loops: readable when allot_producer_poll_answers may find
 * something, until a call of it has found less than it had room for; readable for good once the
 * engine is stopped. It may be readable without an answer, once from the start.
 * descriptor: [out, view until the producer is closed] do not read, write or close it.
 * Returns: IO_ERROR when no descriptor is left. */
ALLOT_API allot_status allot_producer_wait_descriptor(allot_producer* producer, int* descriptor,
                                                      allot_error** error);

/* ---- Consumers: events out. One thread at a time; a second is told IN_USE. ------------------ */

/* from: ALLOT_CONSUME_FROM_*. consumer: [out, owned: allot_consumer_close]. Any thread. */
ALLOT_API allot_status allot_consumer_open(allot_engine* engine, uint32_t from,
                                           allot_consumer** consumer, allot_error** error);
/* The same with options; events that the buffer does not hold any more, those of earlier runs too,
 * are made again from the log, without a gap or a repeat, by a thread that the consumer has until
 * it has come to the live stream. That needs as much memory again as the engine's state.
 * options: [in].
 * Returns: INVALID_ARGUMENT naming the option; UNSUPPORTED when nothing is logged; TRUNCATED when
 *          the log has not come to from_epoch; CORRUPT, IO_ERROR. Any thread. */
ALLOT_API allot_status allot_consumer_open_with(allot_engine* engine,
                                                const allot_consumer_options* options,
                                                allot_consumer** consumer, allot_error** error);
/* NULL is OK and has no effect. */
ALLOT_API allot_status allot_consumer_close(allot_consumer* consumer, allot_error** error);

/* Copies published events out in (sequence, ordinal) order, waiting for the first one up to
 * timeout_ns (0: returns at once; under host_steps the stepping thread must not wait).
 * events: [out] room for `capacity`. count: [out] not NULL; how many were written.
 * Returns: why none will come, with a count of 0: CORRUPT, IO_ERROR or POISONED where the log
 * cannot be replayed, INVALID_ARGUMENT when the engine was stopped while this was catching up. */
ALLOT_API allot_status allot_consumer_poll(allot_consumer* consumer, allot_event* events,
                                           size_t capacity, size_t* count, int64_t timeout_ns,
                                           allot_error** error);

/* Notes that this consumer is done with everything up to `sequence`. With a name it is written
 * before the call returns, so that it outlives the process; it outlives the machine's power a
 * second later at most while more is acknowledged, and when the consumer is closed. Of a sequence
 * that it has polled in part only what lies before that is noted. Returns:
 * INVALID_ARGUMENT when that is beyond what it has polled, and nothing is noted; IO_ERROR or
 *          STORAGE_FULL when it could not be written. */
ALLOT_API allot_status allot_consumer_acknowledge(allot_consumer* consumer, uint64_t sequence,
                                                  allot_error** error);

/* Where this consumer's events come from; each [out] or NULL.
 * rewound: sequences above last_sequence that were seen in an earlier epoch were taken back by a
 * crash. Of a consumer with a name or a from_epoch that is known; else it says that the log was not
 * closed in good order, so it may have happened, under ALLOT_DURABILITY_SYNC never.
 * detached: it was too slow under ALLOT_SLOW_CONSUMER_DETACH and gets nothing more until it
 * rejoins.
 */
ALLOT_API allot_status allot_consumer_stream(allot_consumer* consumer, uint32_t* shard,
                                             uint32_t* epoch, bool* rewound,
                                             uint64_t* last_sequence, bool* detached,
                                             allot_error** error);

/* Where this consumer is; each [out] or NULL.
 * first_sequence: that of its first events, of one with a from_sequence, else 0. Less than what was
 *                 asked for when that is beyond what exists or was taken back by a crash: what the
 *                 host has seen from there on never happened.
 * acknowledged:   what it is done with. catching_up: it has not come to the live stream yet. */
ALLOT_API allot_status allot_consumer_position(allot_consumer* consumer, uint64_t* first_sequence,
                                               uint64_t* acknowledged, bool* catching_up,
                                               allot_error** error);

/* Figures of the open consumers. consumers: [out] room for `capacity`, may be NULL when that is 0.
 * count: [out] not NULL; how many are open, of which the first `capacity` were written. Any thread.
 */
ALLOT_API allot_status allot_engine_consumers(allot_engine* engine,
                                              allot_consumer_figures* consumers, size_t capacity,
                                              size_t* count, allot_error** error);
/* The same for the consumers whose positions are kept beside the log, open or not, by name.
 * Returns: INVALID_ARGUMENT after allot_engine_stop. */
ALLOT_API allot_status allot_engine_kept_consumers(allot_engine* engine,
                                                   allot_kept_consumer* consumers, size_t capacity,
                                                   size_t* count, allot_error** error);
/* Forgets the position of a consumer that is not open, also a damaged one.
 * name:    [in].
 * Returns: NOT_FOUND; INVALID_ARGUMENT when it is open, and after allot_engine_stop; UNSUPPORTED
 *          when nothing is logged. */
ALLOT_API allot_status allot_engine_forget_consumer(allot_engine* engine, allot_text name,
                                                    allot_error** error);

/* What was full when the last allot_producer_submit gave the reason busy. As of now: what was full
 * may have room again.
 * with: [out] or NULL; ALLOT_BUSY_WITH_*. consumer: [out] or NULL; the one in the way, for events,
 * else zero. text: [out] or NULL; a sentence with what to do, cut to text_capacity with its NUL.
 * The producer's thread. */
ALLOT_API allot_status allot_producer_busy(allot_producer* producer, uint32_t* with,
                                           allot_consumer_figures* consumer, char* text,
                                           size_t text_capacity, allot_error** error);

/* Lets one that was detached go on behind the last event that it was given; else no effect.
 * Returns: UNSUPPORTED when nothing is logged, INVALID_ARGUMENT when the engine was stopped. */
ALLOT_API allot_status allot_consumer_rejoin(allot_consumer* consumer, allot_error** error);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_ALLOT_H */
