/* Eight clients that want as much as they can get: who is refused comes again under a new
   command_key, and who has something cancels some of it now and then. What a cancel gives back
   another gets, and the customer's cap is never passed. */
#include <stdatomic.h>
#include <stdio.h>

#include "cap_race.h"

enum { STEPS = 2000, MOST = 32 };

static atomic_uint kept;

static void grab_and_let_go(cap_racer* racer) {
  uint64_t orders[MOST];
  uint32_t units[MOST];
  uint32_t held = 0;
  uint64_t last_order = (uint64_t)racer->number * (RACE_ORDERS_MAX / RACE_PRODUCERS);
  uint64_t last_key = (uint64_t)(racer->number + 1) << 32;
  for (uint32_t step = 0; step < STEPS; ++step) {
    const int full = held == MOST;
    if (full || (held != 0 && race_below(racer, 3) == 0)) {
      const uint32_t at = race_below(racer, held);
      const uint64_t key = ++last_key;
      CHECK(race_cancel(racer, key, orders[at]).reason == 0);
      /* Again, since the answer may have been lost: it gives back nothing more. */
      if (race_below(racer, 2) == 0) CHECK(race_cancel(racer, key, orders[at]).duplicate == 1);
      --held;
      orders[at] = orders[held];
      units[at] = units[held];
      continue;
    }
    const uint32_t wanted = 1 + race_below(racer, 3);
    const uint64_t order = ++last_order;
    /* A refused order may come again, under a new command_key. */
    for (uint32_t tries = 0; tries < 3; ++tries) {
      const uint16_t reason = race_place(racer, ++last_key, order, wanted).reason;
      CHECK(reason == 0 || reason == ALLOT_REASON_CAP_REACHED);
      if (reason != 0) continue;
      orders[held] = order;
      units[held++] = wanted;
      break;
    }
  }
  for (uint32_t at = 0; at < held; ++at) atomic_fetch_add(&kept, units[at]);
}

int main(void) {
  const uint32_t units = race_run(grab_and_let_go);
  CHECK(units == atomic_load(&kept));
  printf("%u producers in %u steps each: %u units of at most %u in the end\n", RACE_PRODUCERS,
         STEPS, units, RACE_CAP);
  return 0;
}
