/* The commands of the group control as C structs: members of `body` of an allot_command. Start
 * each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_CONTROL_H
#define ALLOT_C_COMMANDS_CONTROL_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* Moves time and does queued work. */
typedef struct allot_tick {
  uint8_t force; /* crosses a step longer than max_step_ns; 0 or 1 */
} allot_tick;

/* Risk limits; each set replaces the last whole one. 0 switches a limit off. */
typedef struct allot_risk_limits {
  allot_key command_key;      /* makes the command idempotent */
  int64_t order_value_max;    /* most that one order may be worth; minor units, from 0 */
  uint32_t line_quantity_max; /* most units of one SKU in one order */
  uint32_t price_low_bp;      /* least price as a part of the list price; 1/10,000 */
  uint32_t price_high_bp;     /* greatest price as a part of the list price; 1/10,000 */
  /* most attempts of one customer inside the window, at most velocity_depth */
  uint32_t velocity_count;
  int64_t velocity_window_ns; /* the window; not 0 when velocity_count is set; ns, 0 to 10^18 */
  int64_t review_value_min;   /* orders of at least this value are reviewed; minor units, from 0 */
  /* of order_value_max, review_value_min and list prices: orders of channels with another one,
   * or none, are not compared with them; empty compares all */
  allot_text currency;
} allot_risk_limits;

/* A compiled rule set comes in, whole or in parts one after the other. The last part has it
 * verified and kept; it judges nobody before activate_rules. The answer's id is its version: 1
 * for the first set of a log, then 2, 3, ... */
typedef struct allot_load_rules {
  allot_key command_key; /* makes the command idempotent */
  uint16_t part;         /* which part, from 1; from 1; init sets 1 */
  uint16_t parts;        /* how many there are; from 1; init sets 1 */
  uint32_t reserved;
  const uint8_t* body; /* [in] its bytes, as rule files are compiled to */
  uint64_t body_count;
} allot_load_rules;

/* A rule set judges, is tried without deciding, or is switched off. One judges and one is tried
 * at one time: another one takes its place. */
typedef struct allot_activate_rules {
  allot_key command_key; /* makes the command idempotent */
  uint32_t version;      /* of which set, as load_rules answered; not 0 */
  uint8_t mode;          /* what it does from now on; ALLOT_RULES_MODE_* */
  uint8_t reserved[3];
} allot_activate_rules;

/* A token is a member of a list that rule sets name, or is so no more. */
typedef struct allot_set_list_member {
  allot_key command_key; /* makes the command idempotent */
  allot_text list;       /* the list's name; it is there as soon as it has a member */
  uint64_t token;        /* token of who is on it; not 0 */
  uint8_t member;        /* false takes it off; 0 or 1, init sets 1 */
  uint8_t reserved[7];
} allot_set_list_member;

#endif /* ALLOT_C_COMMANDS_CONTROL_H */
