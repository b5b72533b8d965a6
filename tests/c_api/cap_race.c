#define _XOPEN_SOURCE 700
#include "cap_race.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MILLISECOND = 1000000, CUSTOMER = 42, EVENTS_AT_ONCE = 256 };

struct cap_race {
  allot_engine* engine;
  allot_consumer* consumer;
  void (*run)(cap_racer*);
  atomic_int racing;
  /* Of the thread that reads the events. */
  uint8_t units_of[RACE_ORDERS_MAX]; /* by order key; 0: not open */
  uint32_t placed;
  uint32_t most;
};

void race_check(int holds, const char* text, const char* file, int line) {
  if (holds) return;
  fprintf(stderr, "%s:%d: %s\n", file, line, text);
  exit(1);
}

void race_check_ok(allot_status status, allot_error* error, const char* call) {
  if (status == ALLOT_STATUS_OK) return;
  fprintf(stderr, "%s: %s\n", call, error != NULL ? allot_error_message(error) : "?");
  exit(1);
}

/* xorshift64 (Marsaglia). */
uint32_t race_below(cap_racer* racer, uint32_t bound) {
  racer->random ^= racer->random << 13;
  racer->random ^= racer->random >> 7;
  racer->random ^= racer->random << 17;
  return (uint32_t)(racer->random >> 33) % bound;
}

allot_answer race_decide(cap_racer* racer, const allot_command* command) {
  allot_error* error = NULL;
  size_t accepted = 0;
  size_t answered = 0;
  uint16_t refusal = 0;
  allot_answer answer;
  while (accepted == 0) {
    race_check_ok(allot_producer_submit(racer->producer, command, 1, &accepted, &refusal, &error),
                  error, "submit");
    CHECK(accepted == 1 || refusal == ALLOT_REASON_BUSY);
    if (accepted == 0) sched_yield();
  }
  for (;;) {
    race_check_ok(allot_producer_poll_answers(racer->producer, &answer, 1, &answered, 0, &error),
                  error, "answers");
    if (answered == 1) break;
    sched_yield(); /* there are more threads than processors */
  }
  return answer;
}

allot_answer race_place(cap_racer* racer, uint64_t command_key, uint64_t order_key,
                        uint32_t quantity) {
  const allot_order_line line = {.sku = 1, .quantity = quantity, .price = 100};
  allot_command command;
  CHECK(order_key < RACE_ORDERS_MAX);
  allot_command_init(&command, ALLOT_COMMAND_PLACE);
  command.body.place.command_key.low = command_key;
  command.body.place.order_key.low = order_key;
  command.body.place.channel = command.body.place.zone = 1;
  command.body.place.tokens.customer = CUSTOMER;
  command.body.place.lines = &line;
  command.body.place.line_count = 1;
  return race_decide(racer, &command);
}

allot_answer race_cancel(cap_racer* racer, uint64_t command_key, uint64_t order_key) {
  allot_command command;
  allot_command_init(&command, ALLOT_COMMAND_CANCEL);
  command.body.cancel.command_key.low = command_key;
  command.body.cancel.order_key.low = order_key;
  return race_decide(racer, &command);
}

static allot_text text_of(const char* chars) {
  const allot_text text = {chars, strlen(chars)};
  return text;
}

static allot_engine* open_engine(void) {
  allot_limits limits;
  allot_engine_options options;
  allot_engine* engine = NULL;
  allot_error* error = NULL;
  CHECK(allot_limits_init(&limits, sizeof limits) == ALLOT_STATUS_OK);
  limits.skus_max = 10;
  limits.lots_max = limits.holds_max = limits.attempts_max = 100;
  limits.orders_max = limits.closed_orders_max = limits.command_keys_max = RACE_ORDERS_MAX;
  limits.cap_accounts_max = 10;
  limits.debits_max = RACE_ORDERS_MAX;
  CHECK(allot_engine_options_init(&options, sizeof options) == ALLOT_STATUS_OK);
  options.limits = &limits;
  options.durability = ALLOT_DURABILITY_NONE;
  race_check_ok(allot_engine_open(&options, &engine, &error), error, "open");
  return engine;
}

static void open_shop(cap_racer* racer) {
  static const uint32_t types[] = {ALLOT_COMMAND_SKU,     ALLOT_COMMAND_NODE,    ALLOT_COMMAND_ZONE,
                                   ALLOT_COMMAND_CHANNEL, ALLOT_COMMAND_NETWORK, ALLOT_COMMAND_LANE,
                                   ALLOT_COMMAND_CAP,     ALLOT_COMMAND_RECEIVE};
  enum { COMMANDS = sizeof types / sizeof types[0] };
  allot_command commands[COMMANDS];
  for (size_t i = 0; i < COMMANDS; ++i) {
    allot_command_init(&commands[i], types[i]);
    commands[i].body.cancel.command_key.high = i + 1;
  }
  commands[0].body.sku.code = text_of("TEAPOT");
  commands[1].body.node.code = text_of("LEEDS");
  commands[2].body.zone.code = text_of("GB");
  commands[3].body.channel.code = text_of("web");
  commands[3].body.channel.hold_ttl_ns = commands[3].body.channel.review_ttl_ns =
      (int64_t)3600 * 1000 * MILLISECOND;
  commands[4].body.network.channel = commands[4].body.network.node = 1;
  commands[5].body.lane.node = commands[5].body.lane.zone = 1;
  commands[6].body.cap.code = text_of("each customer");
  commands[6].body.cap.at_most = RACE_CAP;
  commands[6].body.cap.per = ALLOT_TOKEN_KIND_CUSTOMER;
  commands[7].body.receive.sku = commands[7].body.receive.node = 1;
  commands[7].body.receive.quantity = 1000000;
  for (size_t i = 0; i < COMMANDS; ++i) CHECK(race_decide(racer, &commands[i]).reason == 0);
}

/* Events come in the order in which commands were decided, so the sum after each is what was placed
   then. */
static size_t read_events(cap_race* race) {
  static allot_event events[EVENTS_AT_ONCE];
  size_t count = 0;
  CHECK(allot_consumer_poll(race->consumer, events, EVENTS_AT_ONCE, &count, MILLISECOND, NULL) ==
        ALLOT_STATUS_OK);
  for (size_t i = 0; i < count; ++i) {
    const allot_event* event = &events[i];
    const uint64_t order = event->raw.order_key.low;
    if (event->type == ALLOT_EVENT_LINE_HELD) {
      CHECK(race->units_of[order] == 0);
      race->units_of[order] = (uint8_t)event->line_held.quantity;
      race->placed += event->line_held.quantity;
    } else if (event->type == ALLOT_EVENT_CANCELLED) {
      CHECK(race->units_of[order] != 0);
      race->placed -= race->units_of[order];
      race->units_of[order] = 0;
    } else if (event->type == ALLOT_EVENT_REFUSED &&
               event->refused.reason == ALLOT_REASON_CAP_REACHED) {
      CHECK(event->refused.cap == 1);
      CHECK(event->refused.left == RACE_CAP - race->placed);
    }
    CHECK(race->placed <= RACE_CAP);
    if (race->placed > race->most) race->most = race->placed;
  }
  return count;
}

static void* read_all_events(void* argument) {
  cap_race* race = argument;
  while (atomic_load(&race->racing) != 0) (void)read_events(race);
  while (read_events(race) != 0) {
  }
  return NULL;
}

static void* run_racer(void* argument) {
  cap_racer* racer = argument;
  racer->of->run(racer);
  return NULL;
}

uint32_t race_run(void (*run)(cap_racer* racer)) {
  static cap_race all;
  cap_racer racers[RACE_PRODUCERS];
  pthread_t threads[RACE_PRODUCERS];
  pthread_t reader;
  allot_error* error = NULL;
  all.engine = open_engine();
  all.run = run;
  atomic_store(&all.racing, 1);
  race_check_ok(allot_consumer_open(all.engine, ALLOT_CONSUME_FROM_OLDEST, &all.consumer, &error),
                error, "consumer");
  for (uint32_t i = 0; i < RACE_PRODUCERS; ++i) {
    racers[i].of = &all;
    racers[i].number = i;
    racers[i].random = 88172645463325252U + i;
    race_check_ok(allot_producer_open(all.engine, &racers[i].producer, &error), error, "producer");
  }
  open_shop(&racers[0]);
  CHECK(pthread_create(&reader, NULL, read_all_events, &all) == 0);
  for (uint32_t i = 0; i < RACE_PRODUCERS; ++i) {
    CHECK(pthread_create(&threads[i], NULL, run_racer, &racers[i]) == 0);
  }
  for (uint32_t i = 0; i < RACE_PRODUCERS; ++i) {
    CHECK(pthread_join(threads[i], NULL) == 0);
    allot_producer_close(racers[i].producer, NULL);
  }
  race_check_ok(allot_engine_wait_idle(all.engine, &error), error, "wait_idle");
  atomic_store(&all.racing, 0);
  CHECK(pthread_join(reader, NULL) == 0);
  allot_consumer_close(all.consumer, NULL);
  race_check_ok(allot_engine_close(all.engine, &error), error, "close");
  CHECK(all.most == RACE_CAP); /* it was raced for to the last unit */
  return all.placed;
}
