/* Eight clients that cannot know whether their order got through, so each sends every order again
   and again under the same command_key, and all of them send the same orders. The answer is kept by
   key: an order is placed once, whoever sends it and how often, and the customer's cap is never
   passed. */
#include <stdatomic.h>
#include <stdio.h>

#include "cap_race.h"

enum { ORDERS = 4 * RACE_CAP, TIMES = 3 };

static atomic_uint placed_once;
static _Atomic uint16_t answered[ORDERS + 1]; /* reason + 1, by order; 0: not yet */

static void send_all(cap_racer* racer) {
  for (uint32_t time = 0; time < TIMES; ++time) {
    for (uint32_t i = 0; i < ORDERS; ++i) {
      /* Each in an order of its own. */
      const uint32_t order = 1 + (i * (2 * racer->number + 1) + racer->number * 37) % ORDERS;
      const allot_answer answer = race_place(racer, order, order, 1 + order % 2);
      const uint16_t before = atomic_exchange(&answered[order], (uint16_t)(answer.reason + 1));
      CHECK(answer.reason == 0 || answer.reason == ALLOT_REASON_CAP_REACHED);
      CHECK(before == 0 || before == answer.reason + 1); /* the same answer to everybody */
      if (answer.reason == 0 && answer.duplicate == 0) {
        atomic_fetch_add(&placed_once, 1 + order % 2);
      }
    }
  }
}

int main(void) {
  const uint32_t units = race_run(send_all);
  CHECK(units == RACE_CAP);
  CHECK(atomic_load(&placed_once) == units);
  printf("%u producers sent %u orders %u times each: %u units of at most %u\n", RACE_PRODUCERS,
         ORDERS, TIMES, units, RACE_CAP);
  return 0;
}
