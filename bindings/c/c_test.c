/* The C interface as a host sees it: what works, and every misuse that must be an error. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <allot/allot.h>

static int checks = 0;

static void check_at(int holds, const char* text, int line) {
  ++checks;
  if (holds) return;
  fprintf(stderr, "c_test.c:%d: %s\n", line, text);
  exit(1);
}
#define CHECK(condition) check_at((condition), #condition, __LINE__)

/* The call must fail with this status and a message that holds `part`. */
#define CHECK_FAILS(call, wanted, part)                             \
  do {                                                              \
    allot_error* error = NULL;                                      \
    const allot_status status = (call);                             \
    CHECK(status == (wanted));                                      \
    CHECK(error != NULL && allot_error_status(error) == (wanted));  \
    if (strstr(allot_error_message(error), (part)) == NULL) {       \
      fprintf(stderr, "message: %s\n", allot_error_message(error)); \
    }                                                               \
    CHECK(strstr(allot_error_message(error), (part)) != NULL);      \
    allot_error_destroy(error);                                     \
  } while (0)

static allot_text text_of(const char* chars) {
  const allot_text text = {chars, strlen(chars)};
  return text;
}

static void small_options(allot_engine_options* options, allot_limits* limits) {
  CHECK(allot_limits_init(limits, sizeof *limits) == ALLOT_STATUS_OK);
  limits->skus_max = 100;
  limits->lots_max = 1000;
  limits->orders_max = 1000;
  limits->closed_orders_max = 1000;
  limits->lines_max = 10000;
  limits->lines_per_order_max = 50;
  limits->holds_max = 1000;
  limits->command_keys_max = 1000;
  limits->attempts_max = 1000;
  limits->time_source = ALLOT_TIME_SOURCE_HOST;
  CHECK(allot_engine_options_init(options, sizeof *options) == ALLOT_STATUS_OK);
  options->limits = limits;
  options->durability = ALLOT_DURABILITY_NONE;
  options->threading = ALLOT_THREADING_HOST_STEPS;
}

static allot_engine* open_small(void) {
  allot_limits limits;
  allot_engine_options options;
  small_options(&options, &limits);
  allot_engine* engine = NULL;
  allot_error* error = NULL;
  if (allot_engine_open(&options, &engine, &error) != ALLOT_STATUS_OK) {
    fprintf(stderr, "open: %s\n", allot_error_message(error));
    exit(1);
  }
  return engine;
}

/* One SKU, node, zone and channel, each with id 1, and ten units. Returns how many commands. */
static size_t fill_catalogue(allot_command* commands) {
  static const uint32_t types[] = {ALLOT_COMMAND_SKU,     ALLOT_COMMAND_NODE,    ALLOT_COMMAND_ZONE,
                                   ALLOT_COMMAND_CHANNEL, ALLOT_COMMAND_NETWORK, ALLOT_COMMAND_LANE,
                                   ALLOT_COMMAND_RECEIVE};
  const size_t count = sizeof types / sizeof types[0];
  for (size_t i = 0; i < count; ++i) {
    allot_command_init(&commands[i], types[i]);
    commands[i].body.cancel.command_key.low = i + 1;
  }
  commands[0].body.sku.code = text_of("TEAPOT");
  commands[1].body.node.code = text_of("LEEDS");
  commands[2].body.zone.code = text_of("UK");
  commands[3].body.channel.code = text_of("web");
  commands[3].body.channel.hold_ttl_ns = 900;
  commands[3].body.channel.review_ttl_ns = 900;
  commands[4].body.network.channel = 1;
  commands[4].body.network.node = 1;
  commands[5].body.lane.node = 1;
  commands[5].body.lane.zone = 1;
  commands[5].body.lane.parcel_cost = 450;
  commands[6].body.receive.sku = 1;
  commands[6].body.receive.node = 1;
  commands[6].body.receive.quantity = 10;
  return count;
}

static void fill_place(allot_command* command, uint64_t key, const allot_order_line* line) {
  allot_command_init(command, ALLOT_COMMAND_PLACE);
  command->body.place.command_key.low = key;
  command->body.place.order_key.low = 1000 + key;
  command->body.place.channel = 1;
  command->body.place.zone = 1;
  command->body.place.lines = line;
  command->body.place.line_count = 1;
}

static void submit_and_step(allot_engine* engine, allot_producer* producer,
                            const allot_command* commands, size_t count) {
  size_t accepted = 0;
  uint16_t reason = 9999;
  CHECK(allot_producer_submit(producer, commands, count, &accepted, &reason, NULL) ==
        ALLOT_STATUS_OK);
  CHECK(accepted == count && reason == 0);
  uint64_t decided = 0;
  CHECK(allot_engine_step(engine, &decided, NULL) == ALLOT_STATUS_OK);
  CHECK(decided >= count);
}

static void test_orders(void) {
  allot_engine* engine = open_small();
  allot_producer* producer = NULL;
  allot_consumer* consumer = NULL;
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, NULL) == ALLOT_STATUS_OK);
  allot_command commands[8];
  size_t count = fill_catalogue(commands);
  submit_and_step(engine, producer, commands, count);
  char before[33];
  CHECK(allot_engine_digest(engine, before, sizeof before, NULL) == ALLOT_STATUS_OK);
  CHECK(strlen(before) == 32 && strspn(before, "0123456789abcdef") == 32);

  /* One order paid, one cancelled, one that asks for too much. */
  const allot_order_line four = {.sku = 1, .quantity = 4, .price = 1500};
  const allot_order_line fifty = {.sku = 1, .quantity = 50, .price = 1500};
  fill_place(&commands[0], 20, &four);
  fill_place(&commands[1], 21, &four);
  fill_place(&commands[2], 22, &fifty);
  allot_command_init(&commands[3], ALLOT_COMMAND_CONFIRM_PAYMENT);
  commands[3].body.confirm_payment.command_key.low = 23;
  commands[3].body.confirm_payment.order_key.low = 1020;
  commands[3].body.confirm_payment.paid_at = 5;
  allot_command_init(&commands[4], ALLOT_COMMAND_CANCEL);
  commands[4].body.cancel.command_key.low = 24;
  commands[4].body.cancel.order_key.low = 1021;
  for (size_t i = 0; i < 5; ++i) commands[i].time = 10 + (int64_t)i;
  submit_and_step(engine, producer, commands, 5);

  allot_answer answers[32];
  size_t answered = 0;
  CHECK(allot_producer_poll_answers(producer, answers, 32, &answered, 0, NULL) == ALLOT_STATUS_OK);
  CHECK(answered == count + 5);
  CHECK(answers[count].command_key.low == 20 && answers[count].reason == 0);
  CHECK(answers[count + 2].reason == 3001);
  CHECK(strcmp(allot_reason_name(answers[count + 2].reason), "stock_insufficient") == 0);
  CHECK(answers[count + 4].sequence == answers[count].sequence + 4);

  allot_event events[64];
  size_t polled = 0;
  unsigned seen[256] = {0};
  CHECK(allot_consumer_poll(consumer, events, 64, &polled, 0, NULL) == ALLOT_STATUS_OK);
  CHECK(polled > 0 && polled < 64);
  for (size_t i = 0; i < polled; ++i) ++seen[events[i].type];
  CHECK(seen[ALLOT_EVENT_STARTED] == 1 && seen[ALLOT_EVENT_STOCK_RECEIVED] == 1);
  CHECK(seen[ALLOT_EVENT_PLACED] == 2 && seen[ALLOT_EVENT_LINE_HELD] == 2);
  CHECK(seen[ALLOT_EVENT_PAID] == 1 && seen[ALLOT_EVENT_ALLOCATED] == 1);
  CHECK(seen[ALLOT_EVENT_CANCELLED] == 1 && seen[ALLOT_EVENT_REFUSED] == 1);
  const uint64_t last = events[polled - 1].sequence;
  CHECK(allot_consumer_acknowledge(consumer, last, NULL) == ALLOT_STATUS_OK);
  CHECK_FAILS(allot_consumer_acknowledge(consumer, last + 1, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "beyond");
  uint32_t epoch = 9;
  bool detached = true;
  CHECK(allot_consumer_stream(consumer, NULL, &epoch, NULL, NULL, &detached, NULL) ==
        ALLOT_STATUS_OK);
  CHECK(epoch == events[0].epoch && !detached);

  allot_statistics figures = {.struct_size = sizeof figures};
  CHECK(allot_engine_statistics(engine, &figures, NULL) == ALLOT_STATUS_OK);
  CHECK(figures.orders == 3 && figures.refusals == 1 && figures.queue_depth == 0);
  char after[33];
  CHECK(allot_engine_digest(engine, after, sizeof after, NULL) == ALLOT_STATUS_OK);
  CHECK(strcmp(before, after) != 0);
  CHECK(allot_engine_wait_idle(engine, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_poison(engine, NULL, NULL, NULL) == ALLOT_STATUS_OK);

  /* After stop: commands are told `stopped`, what was decided can still be read. */
  CHECK(allot_engine_stop(engine, NULL) == ALLOT_STATUS_OK);
  size_t accepted = 9;
  uint16_t reason = 0;
  CHECK(allot_producer_submit(producer, commands, 1, &accepted, &reason, NULL) == ALLOT_STATUS_OK);
  CHECK(accepted == 0 && strcmp(allot_reason_name(reason), "stopped") == 0);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_consumer_close(consumer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
}

static void test_handles(void) {
  allot_engine* engine = open_small();
  allot_producer* producer = NULL;
  allot_consumer* consumer = NULL;
  size_t count = 7;
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_consumer_open(engine, ALLOT_CONSUME_FROM_NEWEST, &consumer, NULL) == ALLOT_STATUS_OK);

  /* An engine with children stays open and usable. */
  CHECK_FAILS(allot_engine_close(engine, &error), ALLOT_STATUS_IN_USE, "close what was opened");
  CHECK(allot_engine_step(engine, NULL, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK_FAILS(allot_engine_close(engine, &error), ALLOT_STATUS_IN_USE, "in use");
  CHECK(allot_consumer_close(consumer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);

  /* Closing twice, and every use after closing. */
  CHECK_FAILS(allot_engine_close(engine, &error), ALLOT_STATUS_INVALID_HANDLE, "not open");
  CHECK_FAILS(allot_producer_close(producer, &error), ALLOT_STATUS_INVALID_HANDLE, "producer");
  CHECK_FAILS(allot_consumer_close(consumer, &error), ALLOT_STATUS_INVALID_HANDLE, "consumer");
  CHECK_FAILS(allot_engine_step(engine, NULL, &error), ALLOT_STATUS_INVALID_HANDLE, "engine");
  CHECK_FAILS(allot_producer_open(engine, &producer, &error), ALLOT_STATUS_INVALID_HANDLE,
              "engine");
  CHECK_FAILS(allot_producer_submit(producer, NULL, 0, &count, NULL, &error),
              ALLOT_STATUS_INVALID_HANDLE, "producer");
  CHECK(count == 0);
  CHECK_FAILS(allot_consumer_poll(consumer, NULL, 0, &count, 0, &error),
              ALLOT_STATUS_INVALID_HANDLE, "consumer");

  /* A handle of another kind, NULL, and a slot that was given out again. */
  allot_engine* second = open_small();
  CHECK(second != engine);
  CHECK_FAILS(allot_engine_close(engine, &error), ALLOT_STATUS_INVALID_HANDLE, "not open");
  CHECK_FAILS(allot_producer_close((allot_producer*)(void*)second, &error),
              ALLOT_STATUS_INVALID_HANDLE, "another kind");
  CHECK_FAILS(allot_engine_step(NULL, NULL, &error), ALLOT_STATUS_INVALID_HANDLE, "engine");
  CHECK(allot_engine_close(NULL, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_producer_close(NULL, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_consumer_close(NULL, NULL) == ALLOT_STATUS_OK);
  allot_error_destroy(NULL);
  CHECK(allot_engine_close(second, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(second, NULL) == ALLOT_STATUS_INVALID_HANDLE);
}

static void test_options(void) {
  allot_limits limits;
  allot_engine_options options;
  allot_engine* engine = NULL;
  CHECK(allot_engine_options_init(NULL, sizeof options) == ALLOT_STATUS_INVALID_ARGUMENT);
  CHECK(allot_engine_options_init(&options, 4) == ALLOT_STATUS_INVALID_ARGUMENT);
  CHECK(allot_limits_init(&limits, 0) == ALLOT_STATUS_INVALID_ARGUMENT);

#define CHECK_REFUSED(change, part)                                                          \
  do {                                                                                       \
    small_options(&options, &limits);                                                        \
    change;                                                                                  \
    CHECK_FAILS(allot_engine_open(&options, &engine, &error), ALLOT_STATUS_INVALID_ARGUMENT, \
                part);                                                                       \
    CHECK(engine == NULL);                                                                   \
  } while (0)
  CHECK_REFUSED(options.struct_size = 0, "struct_size");
  CHECK_REFUSED(options.struct_size = 1U << 30, "struct_size");
  CHECK_REFUSED(options.reserved[1] = 1, "reserved");
  CHECK_REFUSED(options.reserved2[5] = 1, "reserved2");
  CHECK_REFUSED(options.must_exist = 2, "must_exist must be 0 or 1");
  CHECK_REFUSED(options.must_exist = 1, "must_exist and at_least need a log");
  CHECK_REFUSED(options.damaged_end = 2, "damaged_end is 2");
  CHECK_REFUSED(options.prefault = 2, "prefault");
  CHECK_REFUSED(options.durability = 3, "durability is 3");
  CHECK_REFUSED(options.threading = 2, "threading is 2");
  CHECK_REFUSED(options.slow_consumer = 2, "slow_consumer is 2");
  CHECK_REFUSED(options.views = 2, "views");
  CHECK_REFUSED(options.directory.size = 5, "directory");
  /* A path ends at its first NUL, so this one would be the directory `cut_here`. */
  CHECK_REFUSED((options.durability = ALLOT_DURABILITY_SYNC,
                 options.directory = (allot_text){"cut_here\0b", 10}),
                "allot_engine_options.directory");
  CHECK(access("cut_here", F_OK) != 0);
  CHECK_REFUSED(options.durability = ALLOT_DURABILITY_SYNC, "dur");
  CHECK_REFUSED(limits.struct_size = 8, "allot_limits.struct_size is 8");
  CHECK_REFUSED(limits.reserved[2] = 1, "allot_limits.reserved");
  CHECK_REFUSED(limits.time_source = 2, "time_source is 2");
  CHECK_REFUSED(limits.skus_max = 0, "skus_max");
  CHECK_FAILS(allot_engine_open(NULL, &engine, &error), ALLOT_STATUS_INVALID_ARGUMENT, "options");
  small_options(&options, &limits);
  CHECK_FAILS(allot_engine_open(&options, NULL, &error), ALLOT_STATUS_INVALID_ARGUMENT, "engine");

  /* A longer struct of a later version is understood as long as its new fields are zero. */
  struct {
    allot_engine_options options;
    uint64_t later_field;
  } longer;
  memset(&longer, 0, sizeof longer);
  small_options(&longer.options, &limits);
  longer.options.struct_size = sizeof longer;
  CHECK(allot_engine_open(&longer.options, &engine, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
  engine = NULL;
  longer.later_field = 1;
  CHECK_FAILS(allot_engine_open(&longer.options, &engine, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "does not know");
}

static void test_malformed_commands(void) {
  allot_engine* engine = open_small();
  allot_producer* producer = NULL;
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  allot_order_line line = {.sku = 1, .quantity = 1, .price = 1};
  allot_command commands[2];
  size_t accepted = 9;
  uint16_t reason = 9;

#define CHECK_MALFORMED(change, part)                                                     \
  do {                                                                                    \
    fill_place(&commands[0], 1, NULL);                                                    \
    commands[0].body.place.line_count = 0;                                                \
    fill_place(&commands[1], 2, &line);                                                   \
    change;                                                                               \
    CHECK_FAILS(allot_producer_submit(producer, commands, 2, &accepted, &reason, &error), \
                ALLOT_STATUS_INVALID_ARGUMENT, part);                                     \
    CHECK(accepted == 0);                                                                 \
    line = (allot_order_line){.sku = 1, .quantity = 1, .price = 1};                       \
  } while (0)
  CHECK_MALFORMED(commands[1].type = 0, "commands[1]");
  CHECK_MALFORMED(commands[1].type = ALLOT_COMMAND_START, "only the engine");
  CHECK_MALFORMED(commands[1].reserved = 1, "reserved");
  CHECK_MALFORMED(commands[1].body.bytes[239] = 1, "behind the body");
  CHECK_MALFORMED(commands[1].body.place.shortage = 4, "shortage is 4, but must be 0 to 3");
  CHECK_MALFORMED(commands[1].body.place.ship_complete = 2, "ship_complete");
  CHECK_MALFORMED(commands[1].body.place.reserved = 1, "reserved");
  CHECK_MALFORMED(commands[1].body.place.lines = NULL, "lines is NULL");
  CHECK_MALFORMED(line.shortage = 4, "lines[0].shortage");
  CHECK_MALFORMED(line.reserved[sizeof line.reserved - 1] = 1, "lines[0].reserved");
  CHECK_MALFORMED((allot_command_init(&commands[1], ALLOT_COMMAND_CHANNEL),
                   commands[1].body.channel.policy = 3),
                  "policy");
  CHECK_MALFORMED(
      (allot_command_init(&commands[1], ALLOT_COMMAND_SKU), commands[1].body.sku.code.size = 3),
      "code.data is NULL");
  CHECK_MALFORMED(
      (allot_command_init(&commands[1], ALLOT_COMMAND_LIST), commands[1].body.list.kind = 6),
      "kind");
  CHECK_MALFORMED((allot_command_init(&commands[1], ALLOT_COMMAND_REVIEW_DECISION),
                   commands[1].body.review_decision.outcome = 2),
                  "outcome");

  /* What only the business refuses is an answer; more lines than any limit allows is a reason. */
  allot_order_line* many = calloc(5000, sizeof *many);
  CHECK(many != NULL);
  fill_place(&commands[0], 3, &line);
  fill_place(&commands[1], 4, many);
  commands[1].body.place.line_count = 5000;
  CHECK(allot_producer_submit(producer, commands, 2, &accepted, &reason, NULL) == ALLOT_STATUS_OK);
  CHECK(accepted == 1 && strcmp(allot_reason_name(reason), "command_too_large") == 0);
  free(many);
  /* So is a set of more SKUs; they are not read, whatever their count says. */
  const uint32_t sku = 1;
  allot_command_init(&commands[0], ALLOT_COMMAND_SKU_SET);
  commands[0].body.sku_set.skus = &sku;
  commands[0].body.sku_set.sku_count = UINT64_MAX;
  CHECK(allot_producer_submit(producer, commands, 1, &accepted, &reason, NULL) == ALLOT_STATUS_OK);
  CHECK(accepted == 0 && strcmp(allot_reason_name(reason), "command_too_large") == 0);
  CHECK_FAILS(allot_producer_submit(producer, NULL, 1, &accepted, NULL, &error),
              ALLOT_STATUS_INVALID_ARGUMENT, "NULL");
  CHECK_FAILS(allot_producer_submit(producer, commands, 1, NULL, NULL, &error),
              ALLOT_STATUS_INVALID_ARGUMENT, "NULL");
  CHECK(allot_engine_step(engine, NULL, NULL) == ALLOT_STATUS_OK);
  allot_answer answer;
  size_t count = 0;
  CHECK(allot_producer_poll_answers(producer, &answer, 1, &count, 0, NULL) == ALLOT_STATUS_OK);
  CHECK(count == 1 && strcmp(allot_reason_name(answer.reason), "channel_unknown") == 0);
  char digest[33];
  CHECK_FAILS(allot_engine_digest(engine, digest, 32, &error), ALLOT_STATUS_INVALID_ARGUMENT, "33");
  allot_statistics figures = {.struct_size = 8};
  CHECK_FAILS(allot_engine_statistics(engine, &figures, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "struct_size");
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
}

/* As a host sees it that was compiled with a later, longer allot_statistics. */
static void test_longer_statistics(void) {
  struct longer {
    allot_statistics known;
    uint64_t later_fields[3];
    uint64_t behind;
  } figures;
  const size_t size = offsetof(struct longer, behind);
  allot_engine* engine = open_small();
  memset(&figures, 0xAA, sizeof figures);
  figures.known.struct_size = (uint32_t)size;
  CHECK(allot_engine_statistics(engine, &figures.known, NULL) == ALLOT_STATUS_OK);
  CHECK(figures.known.struct_size == size && figures.known.reserved == 0);
  CHECK(figures.known.orders == 0 && figures.known.durable_sequence == 0);
  for (size_t i = 0; i < 3; ++i) CHECK(figures.later_fields[i] == 0);
  CHECK(figures.behind == UINT64_C(0xAAAAAAAAAAAAAAAA));

  /* A size that nobody set is no reason to write over all that lies behind. */
  figures.known.struct_size = 1U << 30;
  CHECK_FAILS(allot_engine_statistics(engine, &figures.known, &error),
              ALLOT_STATUS_INVALID_ARGUMENT, "struct_size");
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
}

/* More than one piece of the library's own batch, with more lines than one piece holds. */
static void test_large_batches(void) {
  enum { count = 700, lines_each = 40 };
  allot_engine* engine = open_small();
  allot_producer* producer = NULL;
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  allot_command* commands = calloc(count, sizeof *commands);
  allot_order_line* lines = calloc((size_t)count * lines_each, sizeof *lines);
  allot_answer* answers = calloc(count, sizeof *answers);
  CHECK(commands != NULL && lines != NULL && answers != NULL);
  for (size_t i = 0; i < count; ++i) {
    fill_place(&commands[i], i + 1, &lines[i * lines_each]);
    commands[i].body.place.line_count = lines_each;
  }
  size_t accepted = 0;
  size_t answered = 0;
  while (accepted < count) {
    size_t now = 0;
    uint16_t reason = 0;
    CHECK(allot_producer_submit(producer, commands + accepted, count - accepted, &now, &reason,
                                NULL) == ALLOT_STATUS_OK);
    accepted += now;
    CHECK((accepted == count) == (reason == 0));
    CHECK(reason == 0 || strcmp(allot_reason_name(reason), "busy") == 0);
    CHECK(allot_engine_wait_idle(engine, NULL) == ALLOT_STATUS_OK);
    size_t told = 0;
    CHECK(allot_producer_poll_answers(producer, answers + answered, count - answered, &told, 0,
                                      NULL) == ALLOT_STATUS_OK);
    answered += told;
  }
  CHECK(answered == count);
  for (size_t i = 0; i < count; ++i) {
    CHECK(answers[i].command_key.low == i + 1 && answers[i].sequence == i + 2);
  }
  free(commands);
  free(lines);
  free(answers);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
}

/* Answers are waited for, by time and by descriptor, and tell the id of what was defined. */
static void test_waiting(void) {
  allot_limits limits;
  allot_engine_options options;
  small_options(&options, &limits);
  options.threading = ALLOT_THREADING_OWN_THREAD;
  allot_engine* engine = NULL;
  CHECK(allot_engine_open(&options, &engine, NULL) == ALLOT_STATUS_OK);
  allot_producer* producer = NULL;
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  CHECK_FAILS(allot_producer_wait_descriptor(producer, NULL, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "descriptor");
  allot_answer answer;
  size_t count = 9;
  CHECK_FAILS(allot_producer_poll_answers(producer, &answer, 1, &count, -1, &error),
              ALLOT_STATUS_INVALID_ARGUMENT, "timeout_ns");
  CHECK(count == 0);
  const int64_t minute = 60000000000;
  const char* const codes[] = {"TEAPOT", "KETTLE", "TEAPOT"};
  const uint32_t ids[] = {1, 2, 1};
  int descriptor = -1;
  for (uint64_t i = 0; i < 3; ++i) {
    allot_command command;
    allot_command_init(&command, ALLOT_COMMAND_SKU);
    command.body.sku.command_key.low = i + 1;
    command.body.sku.code = text_of(codes[i]);
    size_t accepted = 0;
    CHECK(allot_producer_submit(producer, &command, 1, &accepted, NULL, NULL) == ALLOT_STATUS_OK);
    if (i == 2) {
      CHECK(allot_producer_wait_descriptor(producer, &descriptor, NULL) == ALLOT_STATUS_OK);
      struct pollfd asked = {.fd = descriptor, .events = POLLIN};
      CHECK(poll(&asked, 1, 60000) == 1);
    }
    CHECK(allot_producer_poll_answers(producer, &answer, 1, &count, minute, NULL) ==
          ALLOT_STATUS_OK);
    CHECK(count == 1 && answer.reason == 0 && answer.id == ids[i]);
  }
  CHECK(allot_engine_stop(engine, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_producer_poll_answers(producer, &answer, 1, &count, minute, NULL) == ALLOT_STATUS_OK);
  CHECK(count == 0);
  struct pollfd asked = {.fd = descriptor, .events = POLLIN};
  CHECK(poll(&asked, 1, 0) == 1);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
}

/* What an engine knows, asked from outside. */
static void test_look_ups(void) {
  allot_engine* engine = open_small();
  allot_producer* producer = NULL;
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  allot_command commands[16];
  size_t count = fill_catalogue(commands);
  const allot_order_line four = {.sku = 1, .quantity = 4, .price = 1500};
  fill_place(&commands[count], 20, &four);
  fill_place(&commands[count + 1], 21, &four);
  size_t accepted = 0;
  CHECK(allot_producer_submit(producer, commands, count + 2, &accepted, NULL, NULL) ==
        ALLOT_STATUS_OK);
  CHECK(accepted == count + 2);
  CHECK(allot_engine_wait_idle(engine, NULL) == ALLOT_STATUS_OK);

  const allot_text codes[] = {text_of("TEAPOT"), text_of("nothing"), {NULL, 0}};
  uint32_t ids[3] = {9, 9, 9};
  CHECK(allot_look_up_ids(engine, ALLOT_ID_KIND_SKU, codes, 3, ids, NULL) == ALLOT_STATUS_OK);
  CHECK(ids[0] == 1 && ids[1] == 0 && ids[2] == 0);
  allot_found_code found_codes[2];
  CHECK(allot_look_up_codes(engine, ALLOT_ID_KIND_SKU, ids, 2, found_codes, NULL) ==
        ALLOT_STATUS_OK);
  CHECK(found_codes[0].size == 6 && strcmp(found_codes[0].text, "TEAPOT") == 0);
  CHECK(found_codes[1].size == 0 && found_codes[1].text[0] == 0);
  uint32_t entries = 9;
  CHECK(allot_look_up_count(engine, ALLOT_ID_KIND_CAP, &entries, NULL) == ALLOT_STATUS_OK);
  CHECK(entries == 0);
  CHECK_FAILS(allot_look_up_count(engine, 99, &entries, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "ALLOT_ID_KIND");
  CHECK_FAILS(allot_look_up_ids(engine, 0, NULL, 1, ids, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "NULL");
  CHECK_FAILS(allot_look_up_ids(engine, 0, codes, SIZE_MAX, ids, &error),
              ALLOT_STATUS_INVALID_ARGUMENT, "count");

  const allot_key keys[] = {{1021, 0}, {7, 7}, {1020, 0}};
  allot_found_orders* orders = NULL;
  CHECK(allot_look_up_orders(engine, keys, 3, &orders, NULL) == ALLOT_STATUS_OK);
  const allot_found_order* const order = allot_found_orders_data(orders, &count);
  CHECK(count == 3 && order[0].known && !order[1].known && order[2].known);
  CHECK(order[0].order_key.low == 1021 && order[1].order_key.high == 7);
  CHECK(order[2].status == ALLOT_ORDER_STATUS_OPEN && order[2].line_count == 1);
  CHECK(order[2].lines[0].sku == 1 && order[2].lines[0].held == 4);
  CHECK(order[2].lines[0].state == ALLOT_LINE_STATE_HELD && order[2].lines[0].hold_count == 1);
  CHECK(order[2].lines[0].holds[0].node == 1 && order[2].lines[0].holds[0].quantity == 4);
  CHECK(order[0].as_of == order[2].as_of && order[0].sequence == order[2].sequence + 1);
  CHECK(order[1].lines == NULL && order[1].line_count == 0);
  allot_found_orders_destroy(orders);
  allot_found_orders_destroy(NULL);
  CHECK(allot_look_up_orders(engine, NULL, 0, &orders, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_found_orders_data(orders, &count) == NULL && count == 0);
  allot_found_orders_destroy(orders);

  const uint32_t skus[] = {1, 2};
  const uint32_t nodes[] = {1, 9};
  uint32_t at_nodes[4] = {9, 9, 9, 9};
  allot_found_available available[2];
  CHECK(allot_look_up_available(engine, 1, 1, skus, 2, available, nodes, 2, at_nodes, NULL) ==
        ALLOT_STATUS_OK);
  CHECK_FAILS(
      allot_look_up_available(engine, 1, 1, skus, 2, available, nodes, SIZE_MAX, at_nodes, &error),
      ALLOT_STATUS_INVALID_ARGUMENT, "node_count");
  CHECK_FAILS(allot_look_up_available(engine, 1, 1, skus, 2, available, nodes, SIZE_MAX / 8,
                                      at_nodes, &error),
              ALLOT_STATUS_INVALID_ARGUMENT, "node_count");
  CHECK(available[0].known && available[0].can_have + 8 == 10 && !available[1].known);
  CHECK(at_nodes[0] + 8 == 10 && at_nodes[1] == 0 && at_nodes[2] == 0 && at_nodes[3] == 0);
  allot_found_told told[2];
  CHECK(allot_look_up_told(engine, 1, skus, 2, told, NULL) == ALLOT_STATUS_OK);
  CHECK(!told[0].known && told[0].sku == 1 && !told[1].known && told[1].version == 0);
  CHECK_FAILS(allot_look_up_told(engine, 1, skus, 2, NULL, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "array");
  const uint64_t token = 5;
  allot_found_cap_account account;
  CHECK(allot_look_up_cap_accounts(engine, 1, &token, 1, 5, &account, NULL) == ALLOT_STATUS_OK);
  CHECK(!account.known && account.token == 5);

  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
  CHECK_FAILS(allot_look_up_count(engine, 0, &entries, &error), ALLOT_STATUS_INVALID_HANDLE,
              "not open");
}

static void test_names(void) {
  CHECK(allot_abi_version() == ALLOT_ABI_VERSION);
  CHECK(strlen(allot_version()) >= 5);
  CHECK(strcmp(allot_reason_name(0), "ok") == 0);
  CHECK(strcmp(allot_reason_name(1), "unknown") == 0);
  CHECK(strcmp(allot_reason_text(3001), "not enough stock; may succeed after a receipt") == 0);
  CHECK(strcmp(allot_status_name(ALLOT_STATUS_IN_USE), "in_use") == 0);
  CHECK(strcmp(allot_status_name(-1), "unknown") == 0);
  CHECK(allot_error_status(NULL) == ALLOT_STATUS_OK && !allot_error_is_fatal(NULL));
  CHECK(strcmp(allot_error_message(NULL), "") == 0);
  allot_error* error = NULL;
  allot_engine* engine = open_small();
  allot_producer* producer = NULL;
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, &error) == ALLOT_STATUS_IN_USE);
  CHECK(allot_error_is_retriable(error) && !allot_error_is_fatal(error));
  allot_error_destroy(error);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
}

static void test_keys(void) {
  static const struct {
    const char* text;
    allot_key key;
  } keys[] = {{"0", {0, 0}},
              {"1001", {1001, 0}},
              {"18446744073709551615", {UINT64_MAX, 0}},
              {"hex:000000000000000100000000000000ff", {255, 1}},
              {"hex:ffffffffffffffffffffffffffffffff", {UINT64_MAX, UINT64_MAX}}};
  char text[ALLOT_KEY_TEXT_BYTES];
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; ++i) {
    allot_key key = {7, 7};
    CHECK(allot_key_parse(keys[i].text, strlen(keys[i].text), &key, NULL) == ALLOT_STATUS_OK);
    CHECK(key.low == keys[i].key.low && key.high == keys[i].key.high);
    CHECK(allot_key_text(&key, text, sizeof text, NULL) == ALLOT_STATUS_OK);
    CHECK(strcmp(text, keys[i].text) == 0);
  }
  /* Decimal beyond 64 bits is read, and written as hex. */
  allot_key key = {7, 7};
  CHECK(allot_key_parse("18446744073709551616", 20, &key, NULL) == ALLOT_STATUS_OK);
  CHECK(key.low == 0 && key.high == 1);

  key.low = 7;
  CHECK_FAILS(allot_key_parse("A-1001", 6, &key, &error), ALLOT_STATUS_INVALID_ARGUMENT, "A-1001");
  CHECK_FAILS(allot_key_parse("007", 3, &key, &error), ALLOT_STATUS_INVALID_ARGUMENT, "no key");
  CHECK_FAILS(allot_key_parse("", 0, &key, &error), ALLOT_STATUS_INVALID_ARGUMENT, "no key");
  CHECK_FAILS(allot_key_parse("1", SIZE_MAX, &key, &error), ALLOT_STATUS_INVALID_ARGUMENT, "bytes");
  CHECK_FAILS(allot_key_parse(NULL, 1, &key, &error), ALLOT_STATUS_INVALID_ARGUMENT, "NULL");
  CHECK_FAILS(allot_key_parse("1", 1, NULL, &error), ALLOT_STATUS_INVALID_ARGUMENT, "NULL");
  CHECK_FAILS(allot_key_text(&key, text, sizeof text - 1, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "ALLOT_KEY_TEXT_BYTES");
  CHECK_FAILS(allot_key_text(NULL, text, sizeof text, &error), ALLOT_STATUS_INVALID_ARGUMENT,
              "NULL");
  CHECK(key.low == 7 && key.high == 1);
}

int main(void) {
  test_names();
  test_keys();
  test_options();
  test_malformed_commands();
  test_longer_statistics();
  test_large_batches();
  test_waiting();
  test_look_ups();
  test_handles();
  test_orders();
  printf("%d checks hold\n", checks);
  return 0;
}
