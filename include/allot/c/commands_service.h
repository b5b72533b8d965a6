/* The commands of the group service as C structs: members of `body` of an allot_command. Start
 * each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_SERVICE_H
#define ALLOT_C_COMMANDS_SERVICE_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* What a shop promises of the orders of a channel. Promises that begin from then on are made by
 * it; those that run stay as they are. A log begins without any. */
typedef struct allot_service_level {
  allot_key command_key; /* makes the command idempotent */
  uint32_t channel;      /* of whose orders; not 0 */
  uint8_t kind;          /* what is promised; ALLOT_SERVICE_KIND_* */
  uint8_t promised;      /* false promises it no more; 0 or 1, init sets 1 */
  uint8_t reserved[2];
  /* how long that may take. Of ship_by 0, since each order says its own time; of all others not
   * 0, where it is promised; ns, 0 to 10^18 */
  int64_t within_ns;
  /* how long before that time is over a warning is told; 0 is never. Less than within_ns, where
   * that is not 0; 0 to 10^18 */
  int64_t warn_before_ns;
} allot_service_level;

#endif /* ALLOT_C_COMMANDS_SERVICE_H */
