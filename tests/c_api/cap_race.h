/* One engine, one customer's purchase cap, and eight threads that each place orders for that
   customer through a producer of their own; and a thread that reads all events in order and holds
   the cap against each. For the programs beside it. */
#ifndef ALLOT_TESTS_CAP_RACE_H
#define ALLOT_TESTS_CAP_RACE_H

#include <stddef.h>
#include <stdint.h>

#include <allot/allot.h>

enum { RACE_PRODUCERS = 8, RACE_CAP = 100, RACE_ORDERS_MAX = 1 << 16 };

void race_check(int holds, const char* text, const char* file, int line);
#define CHECK(condition) race_check((condition), #condition, __FILE__, __LINE__)
void race_check_ok(allot_status status, allot_error* error, const char* call);

typedef struct cap_race cap_race;

/* One of the threads that place orders. */
typedef struct cap_racer {
  cap_race* of;
  allot_producer* producer;
  uint32_t number; /* from 0 */
  uint64_t random; /* state */
} cap_racer;

/* Returns: a number below `bound`, of the racer's own sequence. */
uint32_t race_below(cap_racer* racer, uint32_t bound);
/* Effects: sends the command until it is taken in, and waits for its answer. */
allot_answer race_decide(cap_racer* racer, const allot_command* command);
/* An order of `quantity` units by the customer whose cap is raced for. */
allot_answer race_place(cap_racer* racer, uint64_t command_key, uint64_t order_key,
                        uint32_t quantity);
allot_answer race_cancel(cap_racer* racer, uint64_t command_key, uint64_t order_key);

/* Effects: opens an engine, runs `run` in eight threads, each with a racer, and closes all. The
   events are read all the while, and no event may leave more than RACE_CAP units placed. Returns:
   how many units were placed and not cancelled, in the end. */
uint32_t race_run(void (*run)(cap_racer* racer));

#endif
