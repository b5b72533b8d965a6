/* The sizes that a log is started with.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_LIMITS_H
#define ALLOT_C_LIMITS_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* Sizes fixed when a log begins, and logged with it: reaching one is an answer. Start with
 * allot_limits_init, which sets the defaults and struct_size. */
typedef struct allot_limits {
  uint32_t struct_size;
  /* SKUs; skus_max x nodes_max at most 1,000,000,000; 1 to 50,000,000; init sets 100,000 */
  uint32_t skus_max;
  uint32_t nodes_max;    /* nodes; 1 to 1,024; init sets 8 */
  uint32_t channels_max; /* channels; 1 to 65,535; init sets 16 */
  uint32_t zones_max;    /* zones; 1 to 65,535; init sets 256 */
  /* lots over all SKUs and nodes; 1 to 200,000,000; init sets 1,000,000 */
  uint32_t lots_max;
  uint32_t lots_per_cell_max; /* lots of one SKU at one node; 1 to 4,096; init sets 64 */
  uint32_t orders_max;        /* open orders; 1 to 100,000,000; init sets 1,000,000 */
  /* ended orders still known by key; 1 to 100,000,000; init sets 100,000 */
  uint32_t closed_orders_max;
  /* lines of open and closed orders together, at least lines_per_order_max; 1 to 400,000,000;
   * init sets 4,000,000 */
  uint32_t lines_max;
  uint32_t lines_per_order_max; /* lines of one order; 1 to 4,000; init sets 2,000 */
  /* places that lines take from beyond their first; holds, 1 to 400,000,000; init sets 1,000,000 */
  uint32_t holds_max;
  /* commands whose key is still known; keys, 1 to 100,000,000; init sets 1,000,000 */
  uint32_t command_keys_max;
  /* attempts inside the velocity window; 1 to 100,000,000; init sets 1,000,000 */
  uint32_t attempts_max;
  /* largest velocity_count that can be set; attempts, 1 to 62; init sets 6 */
  uint32_t velocity_depth;
  /* allow and block entries together; 1 to 100,000,000; init sets 100,000 */
  uint32_t list_entries_max;
  /* nodes in one sourcing decision; with lines_per_order_max bounded by 65,535 events a step; 1
   * to 16; init sets 8 */
  uint32_t nodes_per_order_max;
  /* node sets x lines looked at for one order; steps, 1 to 100,000,000; init sets 65,536 */
  uint32_t sourcing_steps_max;
  /* W: queued work before each command, in lines looked at; what is begun is finished; units of
   * work, 1 to 65,536; init sets 64 */
  uint32_t work_units;
  uint8_t time_source; /* who stamps commands; ALLOT_TIME_SOURCE_* */
  uint8_t reserved[3];
  /* furthest that one stamp of the host may move time; ns, from 1; init sets
   * 31,622,400,000,000,000 */
  int64_t max_step_ns;
  /* sets of SKUs; each SKU keeps one bit for each of them; 1 to 512; init sets 32 */
  uint32_t sku_sets_max;
  /* SKUs that one command puts into a set; 1 to 65,535; init sets 1,000 */
  uint32_t sku_set_skus_max;
  uint32_t caps_max; /* purchase caps; 1 to 1,024; init sets 64 */
  /* accounts of purchase caps in use: one for each cap, token and window that has debits; 1 to
   * 200,000,000; init sets 1,000,000 */
  uint32_t cap_accounts_max;
  /* debits besides stock that orders remember; 1 to 400,000,000; init sets 1,000,000 */
  uint32_t debits_max;
  /* ended orders beyond closed_orders_max of which key, value and payment are still known; 1 to
   * 100,000,000; init sets 1,000,000 */
  uint32_t stubs_max;
  /* how long they are known at least, while there are fewer than stubs_max; ns, 1 to 10^18; init
   * sets 15,552,000,000,000,000 */
  int64_t stub_ttl_ns;
  /* news that waits for its order: payments and cancellations heard before it; 1 to 100,000,000;
   * init sets 100,000 */
  uint32_t news_max;
  uint32_t reserved2;
  /* how long it waits; ns, 1 to 10^18; init sets 604,800,000,000,000 */
  int64_t news_ttl_ns;
  /* payments of which key and amount are remembered; 1 to 100,000,000; init sets 1,000,000 */
  uint32_t payments_max;
  /* most returns that are waited for; 1 to 100,000,000; init sets 100,000 */
  uint32_t returns_max;
  /* most exceptions that are open; 1 to 100,000,000; init sets 100,000 */
  uint32_t exceptions_max;
  /* most promises of service levels that run; 1 to 100,000,000; init sets 1,000,000 */
  uint32_t promises_max;
  /* most channels that ever had a feed; feeds, 1 to 1,024; init sets 16 */
  uint32_t feeds_max;
  uint32_t carriers_max; /* carriers; 1 to 65,535; init sets 64 */
  /* parcels in which anything lies; 1 to 100,000,000; init sets 100,000 */
  uint32_t parcels_max;
  uint32_t attributes_max; /* attributes of one order; 1 to 16; init sets 16 */
  /* bytes of a rule set that one command brings; 1 to 65,536; init sets 4,000 */
  uint32_t rule_part_bytes_max;
  uint32_t rule_set_bytes_max; /* bytes of one rule set; 1 to 16,777,216; init sets 262,144 */
  /* rule sets that are known; the oldest that does nothing gives way; 3 to 64; init sets 4 */
  uint32_t rule_sets_max;
  uint32_t rules_max; /* rules of one set; 1 to 1,024; init sets 64 */
  /* members of all lists of rules together; 1 to 100,000,000; init sets 100,000 */
  uint32_t rule_members_max;
  /* keys of all features of rules together; 1 to 1,000,000,000; init sets 1,000,000 */
  uint32_t rule_keys_max;
  /* orders of which rules still know the tokens, for what happens to them later; 1 to
   * 100,000,000; init sets 100,000 */
  uint32_t rule_orders_max;
  uint32_t reserved3;
} allot_limits;

#endif /* ALLOT_C_LIMITS_H */
