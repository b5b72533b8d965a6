/* What commands have in them besides plain fields.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_PARTS_H
#define ALLOT_C_COMMANDS_PARTS_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* One line of an order. Lines of the same SKU and the same line_number are merged into the
 * first. */
typedef struct allot_order_line {
  uint32_t sku; /* what */
  /* how many; the same range for the sum over the order; units, 1 to 2^31-1 */
  uint32_t quantity;
  int64_t price;    /* of one unit; minor units, from 0 */
  uint8_t shortage; /* what happens when it is short; ALLOT_SHORTAGE_* */
  uint8_t reserved[1];
  /* the line's number as the shop has it: lines of one SKU with other numbers stay apart, and
   * commands name them by it; 0 is none */
  uint16_t line_number;
  uint32_t reserved2;
  int64_t total;    /* of all its units, in place of price; minor units, from 0 */
  int64_t discount; /* taken off its price or total, which is not less; minor units, from 0 */
  /* on all its units; the channel says whether prices include it; minor units, from 0 */
  int64_t tax;
  /* when the customer wants it; kept and told, and nothing else depends on it; 0 is no date; ns
   * since 1970, 0 to 4,000,000,000,000,000,000 */
  int64_t wanted_at;
} allot_order_line;

/* What an order says of itself besides: a value that rules ask for by name. */
typedef struct allot_order_attribute {
  uint64_t name; /* token of the name: XXH3-64 of its bytes; not 0 */
  /* a number, 0 or 1, nanoseconds since 1970, nanoseconds, or a token, as the rule set declares
   * it */
  int64_t value;
} allot_order_attribute;

typedef struct allot_order_tokens {
  uint64_t customer;  /* token of who buys; 0 is absent */
  uint64_t device;    /* token of the device; 0 is absent */
  uint64_t card;      /* token of the card; 0 is absent */
  uint64_t address;   /* token of the address; 0 is absent */
  uint64_t phone;     /* token of the phone; 0 is absent */
  uint64_t recipient; /* token of who receives; 0 is absent */
} allot_order_tokens;

#endif /* ALLOT_C_COMMANDS_PARTS_H */
