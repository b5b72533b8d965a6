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
 * Versions:    structs only grow at their end, enum values are never renumbered. A change that
 *              breaks either raises ALLOT_ABI_MAJOR, which is also the number in the SONAME.
 */
#ifndef ALLOT_ALLOT_H
#define ALLOT_ALLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__) || defined(__clang__)
#define ALLOT_API __attribute__((visibility("default")))
#else
#define ALLOT_API
#endif

#define ALLOT_ABI_MAJOR 0u
#define ALLOT_ABI_MINOR 1u
#define ALLOT_ABI_VERSION ((ALLOT_ABI_MAJOR << 16) | ALLOT_ABI_MINOR)

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Values -------------------------------------------------------------------------------- */

/* 128-bit name chosen by the host; both halves 0 means absent. An 8-byte key has high == 0. */
typedef struct allot_key {
  uint64_t low;
  uint64_t high;
} allot_key;

/* Text without an end mark. `data` may be NULL when `size` is 0. */
typedef struct allot_text {
  const char* data;
  uint64_t size;
} allot_text;

/* What happens to goods that cannot be taken now (uint8_t fields named `shortage`). */
enum {
  ALLOT_SHORTAGE_BY_ORDER = 0,
  ALLOT_SHORTAGE_REFUSE_ORDER = 1,
  ALLOT_SHORTAGE_REFUSE_LINE = 2,
  ALLOT_SHORTAGE_BACKORDER = 3
};
enum {
  ALLOT_SOURCING_POLICY_CHEAPEST = 0,
  ALLOT_SOURCING_POLICY_FEWEST_PARCELS = 1,
  ALLOT_SOURCING_POLICY_NODE_PRIORITY = 2
};
enum { ALLOT_LIST_KIND_BLOCK = 0, ALLOT_LIST_KIND_ALLOW = 1 };
enum { ALLOT_REVIEW_OUTCOME_REJECT = 0, ALLOT_REVIEW_OUTCOME_APPROVE = 1 };
enum {
  ALLOT_TOKEN_KIND_CUSTOMER = 0,
  ALLOT_TOKEN_KIND_DEVICE = 1,
  ALLOT_TOKEN_KIND_CARD = 2,
  ALLOT_TOKEN_KIND_ADDRESS = 3,
  ALLOT_TOKEN_KIND_PHONE = 4,
  ALLOT_TOKEN_KIND_RECIPIENT = 5
};

typedef struct allot_order_line {
  uint32_t sku;
  uint32_t quantity; /* units, 1 to 2^31-1 */
  int64_t price;     /* of one unit, minor units, >= 0 */
  uint8_t shortage;
  uint8_t reserved[7];
} allot_order_line;

/* Keyed tokens of persons and things outside the engine; 0 is absent. */
typedef struct allot_order_tokens {
  uint64_t customer;
  uint64_t device;
  uint64_t card;
  uint64_t address;
  uint64_t phone;
  uint64_t recipient;
} allot_order_tokens;

/* ---- Commands ------------------------------------------------------------------------------ */

/* The numbers that commands have in the log. */
enum {
  ALLOT_COMMAND_TICK = 2,
  ALLOT_COMMAND_RISK_LIMITS = 5,
  ALLOT_COMMAND_SKU = 20,
  ALLOT_COMMAND_NODE = 21,
  ALLOT_COMMAND_ZONE = 22,
  ALLOT_COMMAND_CHANNEL = 23,
  ALLOT_COMMAND_NETWORK = 24,
  ALLOT_COMMAND_LANE = 25,
  ALLOT_COMMAND_LIST = 26,
  ALLOT_COMMAND_RECEIVE = 40,
  ALLOT_COMMAND_ADJUST = 41,
  ALLOT_COMMAND_SAFETY_STOCK = 42,
  ALLOT_COMMAND_PLACE = 60,
  ALLOT_COMMAND_IMPORT = 61,
  ALLOT_COMMAND_CANCEL = 62,
  ALLOT_COMMAND_CONFIRM_PAYMENT = 63,
  ALLOT_COMMAND_PAYMENT_PENDING = 64,
  ALLOT_COMMAND_FAIL_PAYMENT = 65,
  ALLOT_COMMAND_REVIEW_DECISION = 66
};

/* Moves time and does queued work. `force` (0 or 1) crosses a step longer than max_step_ns. */
typedef struct allot_tick {
  uint8_t force;
} allot_tick;

/* Risk limits; each replaces the last whole set. 0 switches a limit off. */
typedef struct allot_risk_limits {
  allot_key command_key;
  int64_t order_value_max;
  uint32_t line_quantity_max;
  uint32_t price_low_bp;   /* least price, basis points of the list price */
  uint32_t price_high_bp;  /* greatest price, basis points of the list price */
  uint32_t velocity_count; /* most attempts of one customer inside the window */
  int64_t velocity_window_ns;
  int64_t review_value_min; /* orders of at least this value are reviewed */
} allot_risk_limits;

/* Adds a SKU, or changes the one with this code (1 to 40 bytes). List price 0: none. */
typedef struct allot_sku {
  allot_key command_key;
  allot_text code;
  int64_t list_price;
} allot_sku;

/* Adds a node, or changes the one with this code. Lower priority is preferred. */
typedef struct allot_node {
  allot_key command_key;
  allot_text code;
  uint32_t priority;
  uint32_t reserved;
} allot_node;

typedef struct allot_zone {
  allot_key command_key;
  allot_text code;
} allot_zone;

/* Adds a channel, or changes the one with this code. Its network starts empty. */
typedef struct allot_channel {
  allot_key command_key;
  allot_text code;
  int64_t hold_ttl_ns;      /* payment window, > 0 unless cash_on_delivery */
  int64_t remind_before_ns; /* reminder this long before pay_by; 0 = none */
  int64_t pending_ttl_ns;   /* longest that payment_pending freezes pay_by */
  int64_t review_ttl_ns;    /* review window, > 0 */
  uint32_t safety_stock;    /* units of each SKU at each node that this channel leaves */
  uint8_t policy;           /* ALLOT_SOURCING_POLICY_* */
  uint8_t review_outcome;   /* what the review deadline decides */
  uint8_t cash_on_delivery;
  uint8_t review_pauses_payment;
} allot_channel;

/* Adds a node to a channel's network, or (serves 0) takes it out. */
typedef struct allot_network {
  allot_key command_key;
  uint32_t channel;
  uint32_t node;
  uint8_t serves;
  uint8_t reserved[7];
} allot_network;

/* How goods get from a node to a zone, and what that costs. */
typedef struct allot_lane {
  allot_key command_key;
  uint32_t node;
  uint32_t zone;
  int64_t parcel_cost;
  int64_t unit_cost;
  int64_t transit_ns;
  uint8_t serviceable;
  uint8_t reserved[7];
} allot_lane;

/* Puts a token on the block or allow list, or (present 0) takes it off. */
typedef struct allot_list {
  allot_key command_key;
  uint8_t list; /* ALLOT_LIST_KIND_* */
  uint8_t kind; /* ALLOT_TOKEN_KIND_* */
  uint8_t present;
  uint8_t reserved[5];
  uint64_t token;
} allot_list;

/* Fact: goods came in. Lot 0 is the lot of goods that nobody tracks. */
typedef struct allot_receive {
  allot_key command_key;
  uint32_t sku;
  uint32_t node;
  uint64_t lot;
  uint32_t quantity;
  uint32_t reserved;
  int64_t expires_at; /* 0 = never */
} allot_receive;

/* Fact: a count found more or fewer units than the books say. */
typedef struct allot_adjust {
  allot_key command_key;
  uint32_t sku;
  uint32_t node;
  uint64_t lot;
  int32_t delta; /* units, not 0 */
  uint32_t reserved;
} allot_adjust;

/* Units of a SKU at a node that are withheld from sale. */
typedef struct allot_safety_stock {
  allot_key command_key;
  uint32_t sku;
  uint32_t node;
  uint32_t quantity;
  uint32_t reserved;
} allot_safety_stock;

/* An order asks for goods. */
typedef struct allot_place {
  allot_key command_key;
  allot_key order_key;
  uint32_t channel;
  uint32_t zone;
  allot_order_tokens tokens;
  int64_t ship_by;    /* ranks waiting lines; 0 = last */
  uint8_t priority;   /* class of the order; 0 is served first; init sets 128 */
  uint8_t max_splits; /* parcels beyond the first; init sets 255, no limit */
  uint8_t shortage;
  uint8_t ship_complete;
  uint32_t reserved;
  const allot_order_line* lines; /* [in] */
  uint64_t line_count;
} allot_place;

/* Fact: a sale made elsewhere. Recorded and paid; what is missing is short and waits. */
typedef struct allot_import {
  allot_key command_key;
  allot_key order_key;
  uint32_t channel;
  uint32_t zone;
  allot_order_tokens tokens;
  int64_t ship_by;
  uint8_t priority;
  uint8_t reserved[7];
  const allot_order_line* lines; /* [in] */
  uint64_t line_count;
} allot_import;

/* cancel, payment_pending and fail_payment name an order and nothing else. */
typedef struct allot_order_named {
  allot_key command_key;
  allot_key order_key;
} allot_order_named;

/* Fact: the order was paid, at `paid_at`, whenever the news arrives. */
typedef struct allot_confirm_payment {
  allot_key command_key;
  allot_key order_key;
  int64_t paid_at;
} allot_confirm_payment;

typedef struct allot_review_decision {
  allot_key command_key;
  allot_key order_key;
  uint32_t version; /* of the order, as the reviewer saw it */
  uint8_t outcome;  /* ALLOT_REVIEW_OUTCOME_* */
  uint8_t reserved[3];
} allot_review_decision;

/* One command. 256 bytes for ever: the space behind today's bodies is where they will grow. */
typedef struct allot_command {
  uint32_t type; /* ALLOT_COMMAND_*; says which member of `body` counts */
  uint32_t reserved;
  int64_t time; /* the host's stamp, ns UTC; read only with ALLOT_TIME_SOURCE_HOST */
  union {
    uint8_t bytes[240];
    allot_tick tick;
    allot_risk_limits risk_limits;
    allot_sku sku;
    allot_node node;
    allot_zone zone;
    allot_channel channel;
    allot_network network;
    allot_lane lane;
    allot_list list;
    allot_receive receive;
    allot_adjust adjust;
    allot_safety_stock safety_stock;
    allot_place place;
    allot_import import;
    allot_order_named cancel;
    allot_confirm_payment confirm_payment;
    allot_order_named payment_pending;
    allot_order_named fail_payment;
    allot_review_decision review_decision;
  } body;
} allot_command;

/* Zeroes *command, sets its type and that type's defaults (place: priority 128, max_splits 255;
 * import: priority 128; network: serves; lane: serviceable; list: present). An unknown type stays
 * in `type` and is refused by submit.
 * command: [out], not NULL. Any thread. */
ALLOT_API void allot_command_init(allot_command* command, uint32_t type);

/* ---- What comes back ----------------------------------------------------------------------- */

/* What a producer is told about one command. Reason 0 is ok; a duplicate repeats the first one. */
typedef struct allot_answer {
  allot_key command_key;
  uint64_t sequence;       /* of this command; 0 when it was not sequenced */
  uint64_t first_sequence; /* of the command it repeats, for a duplicate, else 0 */
  uint16_t reason;
  uint8_t duplicate;
  uint8_t reserved[5];
} allot_answer;

enum {
  ALLOT_EVENT_STARTED = 1,
  ALLOT_EVENT_REFUSED = 2,
  ALLOT_EVENT_DUPLICATE = 3,
  ALLOT_EVENT_TICKED = 4,
  ALLOT_EVENT_DEFINED = 5,
  ALLOT_EVENT_SKIPPED = 6,
  ALLOT_EVENT_STOCK_RECEIVED = 20,
  ALLOT_EVENT_STOCK_ADJUSTED = 21,
  ALLOT_EVENT_STOCK_DEFICIT = 22,
  ALLOT_EVENT_SAFETY_STOCK_SET = 23,
  ALLOT_EVENT_PLACED = 40,
  ALLOT_EVENT_IMPORTED = 41,
  ALLOT_EVENT_LINE_HELD = 42,
  ALLOT_EVENT_LINE_ALLOCATED = 43,
  ALLOT_EVENT_LINE_WAITING = 44,
  ALLOT_EVENT_LINE_REFUSED = 45,
  ALLOT_EVENT_LINE_SHORT = 46,
  ALLOT_EVENT_IN_REVIEW = 47,
  ALLOT_EVENT_SHIP_STOP = 48,
  ALLOT_EVENT_ALLOCATED = 49,
  ALLOT_EVENT_CANCELLED = 50,
  ALLOT_EVENT_EXPIRED = 51,
  ALLOT_EVENT_PAID = 52,
  ALLOT_EVENT_PAYMENT_PENDING = 53,
  ALLOT_EVENT_PAYMENT_FAILED = 54,
  ALLOT_EVENT_REFUND_DUE = 55,
  ALLOT_EVENT_RETAKEN = 56,
  ALLOT_EVENT_REMINDER = 57,
  ALLOT_EVENT_REVIEW_APPROVED = 58,
  ALLOT_EVENT_REVIEW_REJECTED = 59
};

enum {
  ALLOT_EVENT_FLAG_BOUNDED = 1,      /* sourced by the bounded fallback */
  ALLOT_EVENT_FLAG_SEVERAL_LOTS = 2, /* `amount` names the first lot only */
  ALLOT_EVENT_FLAG_WAITED = 4        /* the line had been waiting */
};

/* One fact, identified by (shard, epoch, sequence, ordinal). Unused fields are zero. What each type
 * puts where: docs/rules.md. */
typedef struct allot_event {
  uint64_t sequence;
  uint32_t epoch;
  uint16_t ordinal;
  uint8_t type; /* ALLOT_EVENT_* */
  uint8_t flags;
  allot_key order_key;
  uint32_t sku;
  uint32_t node;
  uint32_t quantity;
  uint16_t line;
  uint16_t reason;
  int64_t amount;
  int64_t time;
} allot_event;

/* ---- Failures ------------------------------------------------------------------------------ */

typedef int32_t allot_status;
enum {
  ALLOT_STATUS_OK = 0,
  ALLOT_STATUS_INVALID_ARGUMENT = 1, /* the caller has to change something */
  ALLOT_STATUS_NOT_FOUND = 2,
  ALLOT_STATUS_CORRUPT = 3,  /* stored bytes are not what was written */
  ALLOT_STATUS_IO_ERROR = 4, /* the operating system said no */
  ALLOT_STATUS_STORAGE_FULL = 5,
  ALLOT_STATUS_UNSUPPORTED = 6,     /* another version of a format */
  ALLOT_STATUS_POISONED = 7,        /* a broken invariant or failed write stopped the engine */
  ALLOT_STATUS_OTHER_PROCESS = 8,   /* opened by another process: this is a child made by fork */
  ALLOT_STATUS_TRUNCATED = 9,       /* the log is shorter than it, or its host, knows it was */
  ALLOT_STATUS_INVALID_HANDLE = 32, /* closed before, never opened, or of another kind */
  ALLOT_STATUS_IN_USE = 33,         /* open children, or another call is inside */
  ALLOT_STATUS_OUT_OF_MEMORY = 34,
  ALLOT_STATUS_INTERNAL = 35 /* a bug in the library */
};

typedef struct allot_error allot_error;

/* Returns: the status that the failing call returned; OK for NULL. Any thread. */
ALLOT_API allot_status allot_error_status(const allot_error* error);
/* Returns: [view until the error is destroyed] what is wrong and what to do, ends in NUL; "" for
 * NULL. Any thread. */
ALLOT_API const char* allot_error_message(const allot_error* error);
/* Returns: whether the same call may succeed later without a change. Any thread. */
ALLOT_API bool allot_error_is_retriable(const allot_error* error);
/* Returns: whether the engine will refuse everything from now on. Any thread. */
ALLOT_API bool allot_error_is_fatal(const allot_error* error);
/* error: an error that was given out, once; or NULL. Any thread. */
ALLOT_API void allot_error_destroy(allot_error* error);
/* Returns: [view] the name of a status, such as "io_error"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_status_name(allot_status status);

/* ---- Versions and names -------------------------------------------------------------------- */

/* Returns: [view] the version of the library, such as "0.1.0". Any thread. */
ALLOT_API const char* allot_version(void);
/* Returns: ALLOT_ABI_VERSION of the library that is running. It can be used when its upper half
 * equals ALLOT_ABI_MAJOR and its lower half is at least ALLOT_ABI_MINOR. Any thread. */
ALLOT_API uint32_t allot_abi_version(void);
/* Returns: [view] the name of a reason, such as "stock_insufficient"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_reason_name(uint16_t reason);
/* Returns: [view] the reason in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_reason_text(uint16_t reason);

/* Reads a key from text as JSON lines and Python do: decimal digits without zeros in front, or
 * "hex:" and 16 or 32 hex digits, the high half first. Any other text is refused, never hashed or
 * cut. text: [in] `size` bytes without an end mark. key: [out]. Returns: INVALID_ARGUMENT with the
 * text in `error`. Any thread. */
ALLOT_API allot_status allot_key_parse(const char* text, size_t size, allot_key* key,
                                       allot_error** error);
/* Writes a key as text that allot_key_parse reads back: decimal when `high` is 0, else the hex
 * form. key: [in]. text: [out] ends in NUL. capacity: of `text`, at least ALLOT_KEY_TEXT_BYTES.
 * Returns: INVALID_ARGUMENT when that is too small or a pointer is NULL. Any thread. */
enum { ALLOT_KEY_TEXT_BYTES = 40 };
ALLOT_API allot_status allot_key_text(const allot_key* key, char* text, size_t capacity,
                                      allot_error** error);

/* ---- Engines ------------------------------------------------------------------------------- */

enum { ALLOT_TIME_SOURCE_ENGINE = 0, ALLOT_TIME_SOURCE_HOST = 1 };
enum { ALLOT_DURABILITY_NONE = 0, ALLOT_DURABILITY_ASYNC = 1, ALLOT_DURABILITY_SYNC = 2 };
enum { ALLOT_SLOW_CONSUMER_BUSY = 0, ALLOT_SLOW_CONSUMER_DETACH = 1 };
enum { ALLOT_THREADING_OWN_THREAD = 0, ALLOT_THREADING_HOST_STEPS = 1 };

/* Sizes fixed when a log begins, and logged with it. Ranges: allot/messages/limits.hpp. */
typedef struct allot_limits {
  uint32_t struct_size;
  uint32_t skus_max;
  uint32_t nodes_max;
  uint32_t channels_max;
  uint32_t zones_max;
  uint32_t lots_max;
  uint32_t lots_per_cell_max;
  uint32_t orders_max;
  uint32_t closed_orders_max;
  uint32_t lines_max;
  uint32_t lines_per_order_max;
  uint32_t holds_max;
  uint32_t command_keys_max;
  uint32_t attempts_max;
  uint32_t velocity_depth;
  uint32_t list_entries_max;
  uint32_t nodes_per_order_max;
  uint32_t sourcing_steps_max;
  uint32_t work_units;
  uint8_t time_source; /* ALLOT_TIME_SOURCE_* */
  uint8_t reserved[3];
  int64_t max_step_ns;
} allot_limits;

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
  int64_t async_bound_ns; /* durability async: durable at the latest after this */
  uint32_t answers_max;   /* unread answers per producer */
  uint32_t batch_commands_max;
  uint32_t consumers_max;
  int32_t decision_cpu; /* processor that the decision thread stays on; -1: any */
  int32_t log_cpu;      /* of the log's thread; both -1 under ALLOT_THREADING_HOST_STEPS */
  uint8_t prefault;     /* 0 or 1: tables get all their memory before allot_engine_open returns */
  uint8_t reserved[3];
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
} allot_statistics;

typedef struct allot_engine allot_engine;
typedef struct allot_producer allot_producer;
typedef struct allot_consumer allot_consumer;

/* Zeroes the struct, sets its struct_size and the library's defaults.
 * struct_size: sizeof of the struct as the caller was compiled. Below its size in the first minor
 *              of this ABI major: INVALID_ARGUMENT. Above the library's: the rest stays zero, and
 *              is refused by allot_engine_open if the caller sets it. Above 4,096:
 * INVALID_ARGUMENT. limits, options: [out]. Any thread. */
ALLOT_API allot_status allot_limits_init(allot_limits* limits, size_t struct_size);
ALLOT_API allot_status allot_engine_options_init(allot_engine_options* options, size_t struct_size);

/* Starts a log, or recovers the one that lies in the directory.
 * options: [in].
 * engine:  [out, owned: allot_engine_close]. When a logged command breaks an invariant again, the
 *          engine is read-only: see allot_engine_poison.
 * error:   [out, owned: allot_error_destroy], here and below.
 * Returns: INVALID_ARGUMENT naming the option; CORRUPT, IO_ERROR, STORAGE_FULL, UNSUPPORTED,
 *          OUT_OF_MEMORY. Any thread. Cost: allocates for the limits; recovery replays the log. */
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
 * nobody polls holds the producers back, this returns only once it is polled. Returns: POISONED
 * when the engine is or becomes poisoned. Any thread (own_thread); the stepping thread
 * (host_steps). */
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
 * Returns: INVALID_ARGUMENT when struct_size is below the library's or above 4,096. Any thread. */
ALLOT_API allot_status allot_engine_statistics(allot_engine* engine, allot_statistics* statistics,
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

/* Takes in a prefix of the batch, in order; lines are copied before the call returns.
 * commands: [in] `count` of them; may be NULL when count is 0.
 * accepted: [out] not NULL; how many were taken in.
 * reason:   [out] or NULL; 0 when that is all of them, else why the next one was not: busy,
 *           storage_full, stopped, poisoned, command_too_large (more than lines_per_order_max
 *           lines: those are not read, however many it claims). Nothing of the rest had any effect.
 * Returns:  OK whatever the reason. INVALID_ARGUMENT naming the command's index and field when any
 *           command of the batch is malformed (unknown type, a value outside its enum, reserved
 *           bytes not zero, lines NULL with a count); the whole batch is then left out. So too when
 *           `count` is more than memory can hold.
 * Cost:     about 100 ns for a two-line order; allocates nothing when it succeeds. */
ALLOT_API allot_status allot_producer_submit(allot_producer* producer,
                                             const allot_command* commands, size_t count,
                                             size_t* accepted, uint16_t* reason,
                                             allot_error** error);

/* answers: [out] room for `capacity`. count: [out] not NULL; how many were written.
 * Exactly one for each admitted command, in order, once it is as durable as was asked for. */
ALLOT_API allot_status allot_producer_poll_answers(allot_producer* producer, allot_answer* answers,
                                                   size_t capacity, size_t* count,
                                                   allot_error** error);

/* ---- Consumers: events out. One thread at a time; a second is told IN_USE. ------------------ */

enum { ALLOT_CONSUME_FROM_OLDEST = 0, ALLOT_CONSUME_FROM_NEWEST = 1 };

/* from: ALLOT_CONSUME_FROM_*. consumer: [out, owned: allot_consumer_close]. Any thread. */
ALLOT_API allot_status allot_consumer_open(allot_engine* engine, uint32_t from,
                                           allot_consumer** consumer, allot_error** error);
/* NULL is OK and has no effect. */
ALLOT_API allot_status allot_consumer_close(allot_consumer* consumer, allot_error** error);

/* Copies published events out in (sequence, ordinal) order, waiting for the first one up to
 * timeout_ns (0: returns at once; under host_steps the stepping thread must not wait).
 * events: [out] room for `capacity`. count: [out] not NULL; how many were written. */
ALLOT_API allot_status allot_consumer_poll(allot_consumer* consumer, allot_event* events,
                                           size_t capacity, size_t* count, int64_t timeout_ns,
                                           allot_error** error);

/* Notes that this consumer is done with everything up to `sequence`.
 * Returns: INVALID_ARGUMENT when that is beyond what it has polled; nothing is then noted. */
ALLOT_API allot_status allot_consumer_acknowledge(allot_consumer* consumer, uint64_t sequence,
                                                  allot_error** error);

/* Where this consumer's events come from; each [out] or NULL.
 * rewound: sequences above last_sequence that were seen in an earlier epoch were taken back.
 * detached: it was too slow under ALLOT_SLOW_CONSUMER_DETACH and gets nothing more. */
ALLOT_API allot_status allot_consumer_stream(allot_consumer* consumer, uint32_t* shard,
                                             uint32_t* epoch, bool* rewound,
                                             uint64_t* last_sequence, bool* detached,
                                             allot_error** error);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_ALLOT_H */
