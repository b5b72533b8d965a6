/* The commands of the group after_sale as C structs: members of `body` of an allot_command.
 * Start each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_AFTER_SALE_H
#define ALLOT_C_COMMANDS_AFTER_SALE_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* A customer wants to send goods back, and has until then for it. What does not come back in
 * time is told. */
typedef struct allot_request_return {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* of which order; not 0 */
  /* token by which the host knows the return; it may be of several SKUs, one command for each;
   * not 0 */
  uint64_t return_key;
  uint32_t sku; /* what is to come back; 0 is all SKUs of the order */
  /* how many; 0 is all that was shipped and has not come back; units, at most 2^31-1 */
  uint32_t quantity;
  uint8_t why; /* why the customer does not want it; ALLOT_RETURN_REASON_* */
  uint8_t reserved[7];
  /* the end of the window, after now; ns since 1970, at most 4,000,000,000,000,000,000 */
  int64_t until;
} allot_request_return;

/* Fact: goods came back, of one SKU at one node. It has happened, so it is recorded whatever was
 * agreed on. One of order_key and return_key is needed. */
typedef struct allot_receive_return {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* of which order; 0 is that of the return */
  uint64_t return_key;   /* the return that was requested; 0 is what was requested of the order */
  uint32_t sku;          /* what came back; not 0 */
  uint32_t node;         /* where it arrived; not 0 */
  /* of what is restocked or in quarantine, the lot that it goes into; 0 is the one without a
   * number */
  uint64_t lot;
  uint32_t quantity;   /* how many; units, 1 to 2^31-1 */
  uint8_t disposition; /* what becomes of them; ALLOT_DISPOSITION_* */
  uint8_t reserved[3];
} allot_receive_return;

#endif /* ALLOT_C_COMMANDS_AFTER_SALE_H */
