/* The commands of the group exceptions as C structs: members of `body` of an allot_command.
 * Start each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_EXCEPTIONS_H
#define ALLOT_C_COMMANDS_EXCEPTIONS_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* Whether exceptions of a kind are raised, and how soon each has to be looked after. A log
 * begins with none: what happens is told by its own event all the same. */
typedef struct allot_exception_rule {
  allot_key command_key; /* makes the command idempotent */
  uint8_t kind;          /* of which kind; any sets all of them; ALLOT_EXCEPTION_KIND_* */
  uint8_t kept;          /* false raises no more; those that are open stay; 0 or 1, init sets 1 */
  uint8_t reserved[6];
  int64_t within_ns; /* from raising to its deadline; 0 is without one; ns, 0 to 10^18 */
} allot_exception_rule;

/* Somebody takes exceptions, or they are given to somebody. */
typedef struct allot_assign_exceptions {
  allot_key command_key;      /* makes the command idempotent */
  const uint32_t* exceptions; /* [in] which ones; 1 to lines_per_order_max */
  uint64_t exception_count;
  uint64_t owner; /* who looks after them; 0 is nobody */
} allot_assign_exceptions;

/* Exceptions were looked after: they are closed. */
typedef struct allot_resolve_exceptions {
  allot_key command_key;      /* makes the command idempotent */
  const uint32_t* exceptions; /* [in] which ones; 1 to lines_per_order_max */
  uint64_t exception_count;
  uint8_t outcome; /* what came of them; ALLOT_RESOLUTION_* */
  uint8_t reserved[7];
  uint64_t reference; /* token of a note or a document that says more; 0 is absent */
} allot_resolve_exceptions;

/* Fact: somebody names an article by a code, and the catalogue may not have it: a sale made
 * elsewhere, a parcel at the door. The code has an id from now on, by which facts can be
 * recorded; an article that is only named waits to be defined by sku. */
typedef struct allot_name_sku {
  allot_key command_key; /* makes the command idempotent */
  allot_text code;       /* 1 to 40 bytes without NUL */
} allot_name_sku;

#endif /* ALLOT_C_COMMANDS_EXCEPTIONS_H */
