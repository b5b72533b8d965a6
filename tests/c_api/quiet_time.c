/* Time does not shut the shop: an engine with its own clock is used, left alone for longer than
   max_step_ns, used again, stopped for longer than that, opened again. Whoever comes after the gap
   is served like anybody, and a hold that was due in it expires although nobody sends anything. */
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <allot/allot.h>

enum { MILLISECOND = 1000000, STEP_MAX_NS = 200 * MILLISECOND, GAP_MS = 500 };

static void check_at(int holds, const char* text, int line) {
  if (holds) return;
  fprintf(stderr, "quiet_time.c:%d: %s\n", line, text);
  exit(1);
}
#define CHECK(condition) check_at((condition), #condition, __LINE__)

static void check_ok(allot_status status, allot_error* error, const char* call) {
  if (status == ALLOT_STATUS_OK) return;
  fprintf(stderr, "%s: %s\n", call, error != NULL ? allot_error_message(error) : "?");
  exit(1);
}

static void leave_alone(long milliseconds) {
  const struct timespec time = {milliseconds / 1000, milliseconds % 1000 * MILLISECOND};
  nanosleep(&time, NULL);
}

static allot_text text_of(const char* chars) {
  const allot_text text = {chars, strlen(chars)};
  return text;
}

static allot_engine* open_engine(const char* directory) {
  allot_limits limits;
  allot_engine_options options;
  allot_engine* engine = NULL;
  allot_error* error = NULL;
  CHECK(allot_limits_init(&limits, sizeof limits) == ALLOT_STATUS_OK);
  limits.skus_max = 10;
  limits.lots_max = limits.orders_max = limits.closed_orders_max = limits.holds_max = 100;
  limits.lines_max = 10000;
  limits.command_keys_max = limits.attempts_max = 100;
  limits.time_source = ALLOT_TIME_SOURCE_ENGINE;
  limits.max_step_ns = STEP_MAX_NS;
  CHECK(allot_engine_options_init(&options, sizeof options) == ALLOT_STATUS_OK);
  options.limits = &limits;
  options.directory = text_of(directory);
  options.durability = ALLOT_DURABILITY_SYNC;
  check_ok(allot_engine_open(&options, &engine, &error), error, "open");
  return engine;
}

/* One command, decided. Returns the name of its answer's reason. */
static const char* decide(allot_engine* engine, allot_producer* producer, allot_command* command) {
  static uint64_t last_key = 0;
  allot_error* error = NULL;
  size_t accepted = 0;
  size_t answered = 0;
  uint16_t refusal = 0;
  allot_answer answer;
  command->body.cancel.command_key.low = ++last_key;
  check_ok(allot_producer_submit(producer, command, 1, &accepted, &refusal, &error), error,
           "submit");
  check_ok(allot_engine_wait_idle(engine, &error), error, "wait_idle");
  check_ok(allot_producer_poll_answers(producer, &answer, 1, &answered, 0, &error), error,
           "answers");
  CHECK(accepted == 1 && answered == 1);
  return allot_reason_name(answer.reason);
}

static void open_shop(allot_engine* engine, allot_producer* producer) {
  static const uint32_t types[] = {ALLOT_COMMAND_SKU,     ALLOT_COMMAND_NODE,
                                   ALLOT_COMMAND_ZONE,    ALLOT_COMMAND_CHANNEL,
                                   ALLOT_COMMAND_NETWORK, ALLOT_COMMAND_LANE};
  allot_command commands[sizeof types / sizeof types[0]];
  for (size_t i = 0; i < sizeof types / sizeof types[0]; ++i) {
    allot_command_init(&commands[i], types[i]);
  }
  commands[0].body.sku.code = text_of("TEAPOT");
  commands[1].body.node.code = text_of("LEEDS");
  commands[2].body.zone.code = text_of("GB");
  commands[3].body.channel.code = text_of("web");
  commands[3].body.channel.hold_ttl_ns = GAP_MS / 2 * (int64_t)MILLISECOND;
  commands[3].body.channel.review_ttl_ns = 1;
  commands[4].body.network.channel = 1;
  commands[4].body.network.node = 1;
  commands[5].body.lane.node = 1;
  commands[5].body.lane.zone = 1;
  for (size_t i = 0; i < sizeof types / sizeof types[0]; ++i) {
    CHECK(strcmp(decide(engine, producer, &commands[i]), "ok") == 0);
  }
}

static const char* receive_one(allot_engine* engine, allot_producer* producer) {
  allot_command command;
  allot_command_init(&command, ALLOT_COMMAND_RECEIVE);
  command.body.receive.sku = command.body.receive.node = 1;
  command.body.receive.quantity = 1;
  return decide(engine, producer, &command);
}

static const char* place(allot_engine* engine, allot_producer* producer, uint64_t order_key) {
  const allot_order_line line = {.sku = 1, .quantity = 1, .price = 100};
  allot_command command;
  allot_command_init(&command, ALLOT_COMMAND_PLACE);
  command.body.place.order_key.low = order_key;
  command.body.place.channel = command.body.place.zone = 1;
  command.body.place.lines = &line;
  command.body.place.line_count = 1;
  return decide(engine, producer, &command);
}

/* Returns how many orders have expired, waiting a while for the first. */
static int expired(allot_consumer* consumer) {
  allot_event events[64];
  size_t count = 0;
  int found = 0;
  for (int tries = 0; tries < 200 && found == 0; ++tries) {
    CHECK(allot_consumer_poll(consumer, events, 64, &count, 10 * MILLISECOND, NULL) ==
          ALLOT_STATUS_OK);
    for (size_t i = 0; i < count; ++i) found += events[i].type == ALLOT_EVENT_EXPIRED;
  }
  return found;
}

static int remove_entry(const char* path, const struct stat* status, int kind, struct FTW* where) {
  (void)status;
  (void)kind;
  (void)where;
  return remove(path);
}

int main(void) {
  char directory[] = "/tmp/allot_quiet_time_XXXXXX";
  allot_error* error = NULL;
  allot_producer* producer = NULL;
  allot_consumer* consumer = NULL;
  CHECK(mkdtemp(directory) != NULL);

  allot_engine* engine = open_engine(directory);
  check_ok(allot_producer_open(engine, &producer, &error), error, "producer");
  check_ok(allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, &error), error,
           "consumer");
  open_shop(engine, producer);
  CHECK(strcmp(receive_one(engine, producer), "ok") == 0);
  CHECK(strcmp(place(engine, producer, 1), "ok") == 0);
  leave_alone(GAP_MS);
  /* The idle engine goes on by itself: the unit of the unpaid order is on sale again. */
  CHECK(expired(consumer) == 1);
  CHECK(strcmp(receive_one(engine, producer), "ok") == 0);
  CHECK(strcmp(place(engine, producer, 2), "ok") == 0);
  CHECK(strcmp(place(engine, producer, 3), "ok") == 0);
  allot_consumer_close(consumer, NULL);
  allot_producer_close(producer, NULL);
  check_ok(allot_engine_close(engine, &error), error, "close");

  leave_alone(GAP_MS);
  engine = open_engine(directory);
  check_ok(allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, &error), error,
           "consumer");
  CHECK(expired(consumer) > 0); /* although nobody has said anything */
  check_ok(allot_producer_open(engine, &producer, &error), error, "producer");
  CHECK(strcmp(place(engine, producer, 5), "ok") == 0);
  CHECK(strcmp(receive_one(engine, producer), "ok") == 0);
  allot_consumer_close(consumer, NULL);
  allot_producer_close(producer, NULL);
  check_ok(allot_engine_close(engine, &error), error, "close");
  nftw(directory, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
  return 0;
}
