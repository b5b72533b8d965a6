/* Reading events across restarts, as a C host does it: by sequence, by name; what is known of each
 * consumer, and what busy says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "allot/allot.h"

static int checks = 0;
#define CHECK(condition)                                              \
  do {                                                                \
    ++checks;                                                         \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                        \
    }                                                                 \
  } while (0)

static allot_engine* open_log(const char* directory) {
  allot_limits limits;
  allot_engine_options options;
  CHECK(allot_limits_init(&limits, sizeof limits) == ALLOT_STATUS_OK);
  limits.skus_max = 16;
  limits.nodes_max = 2;
  limits.orders_max = 64;
  limits.closed_orders_max = 64;
  limits.lines_per_order_max = 8;
  CHECK(allot_engine_options_init(&options, sizeof options) == ALLOT_STATUS_OK);
  options.limits = &limits;
  options.directory.data = directory;
  options.directory.size = strlen(directory);
  options.durability = ALLOT_DURABILITY_SYNC;
  options.threading = ALLOT_THREADING_HOST_STEPS;
  options.answers_max = 32;
  allot_engine* engine = NULL;
  allot_error* error = NULL;
  if (allot_engine_open(&options, &engine, &error) != ALLOT_STATUS_OK) {
    fprintf(stderr, "%s\n", allot_error_message(error));
    exit(1);
  }
  return engine;
}

static void tick(allot_engine* engine, allot_producer* producer, int count) {
  for (int i = 0; i < count; ++i) {
    allot_command command;
    size_t accepted = 0;
    allot_answer answer;
    allot_command_init(&command, ALLOT_COMMAND_TICK);
    CHECK(allot_producer_submit(producer, &command, 1, &accepted, NULL, NULL) == ALLOT_STATUS_OK);
    CHECK(accepted == 1);
    CHECK(allot_engine_step(engine, NULL, NULL) == ALLOT_STATUS_OK);
    CHECK(allot_producer_poll_answers(producer, &answer, 1, &accepted, 0, NULL) == ALLOT_STATUS_OK);
  }
}

static allot_consumer* open_consumer(allot_engine* engine, uint64_t sequence, const char* name) {
  allot_consumer_options options;
  CHECK(allot_consumer_options_init(&options, sizeof options) == ALLOT_STATUS_OK);
  CHECK(options.struct_size == sizeof options && options.from == ALLOT_CONSUME_FROM_OLDEST);
  options.from_sequence = sequence;
  options.name.data = name;
  options.name.size = strlen(name);
  allot_consumer* consumer = NULL;
  CHECK(allot_consumer_open_with(engine, &options, &consumer, NULL) == ALLOT_STATUS_OK);
  return consumer;
}

/* Reads from `first` to `last`, each once. */
static void read_all(allot_engine* engine, allot_consumer* consumer, uint64_t first,
                     uint64_t last) {
  while (first <= last) {
    allot_event event;
    size_t count = 0;
    CHECK(allot_engine_step(engine, NULL, NULL) == ALLOT_STATUS_OK);
    CHECK(allot_consumer_poll(consumer, &event, 1, &count, 1000000, NULL) == ALLOT_STATUS_OK);
    if (count == 1) CHECK(event.sequence == first++ && event.epoch == 1);
  }
}

static void test_options(allot_engine* engine) {
  allot_consumer_options options;
  allot_consumer* consumer = NULL;
  allot_error* error = NULL;
  CHECK(allot_consumer_options_init(&options, 8) == ALLOT_STATUS_INVALID_ARGUMENT);
  CHECK(allot_consumer_options_init(NULL, sizeof options) == ALLOT_STATUS_INVALID_ARGUMENT);
  const struct {
    const char* data;
    uint64_t size;
  } names[] = {{"a/b", 3}, {NULL, 3}, {"mail", UINT64_MAX}, {"mail", 65}};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    CHECK(allot_consumer_options_init(&options, sizeof options) == ALLOT_STATUS_OK);
    options.name.data = names[i].data;
    options.name.size = names[i].size;
    CHECK(allot_consumer_open_with(engine, &options, &consumer, &error) ==
          ALLOT_STATUS_INVALID_ARGUMENT);
    CHECK(strstr(allot_error_message(error), "name") != NULL);
    allot_error_destroy(error);
    CHECK(allot_engine_forget_consumer(engine, options.name, NULL) ==
          ALLOT_STATUS_INVALID_ARGUMENT);
  }
  CHECK(allot_consumer_options_init(&options, sizeof options) == ALLOT_STATUS_OK);
  options.from = 2;
  CHECK(allot_consumer_open_with(engine, &options, &consumer, NULL) ==
        ALLOT_STATUS_INVALID_ARGUMENT);
  options.from = 0;
  options.reserved = 1;
  CHECK(allot_consumer_open_with(engine, &options, &consumer, NULL) ==
        ALLOT_STATUS_INVALID_ARGUMENT);
  options.reserved = 0;
  options.from_sequence = 1;
  options.from_epoch = 99;
  CHECK(allot_consumer_open_with(engine, &options, &consumer, NULL) == ALLOT_STATUS_TRUNCATED);
  CHECK(consumer == NULL);
}

static void test_busy(allot_engine* engine, allot_producer* producer) {
  allot_command command;
  size_t accepted = 1;
  uint16_t reason = 0;
  uint32_t with = 99;
  char text[24];
  allot_consumer_figures figures;
  CHECK(allot_producer_busy(producer, &with, &figures, text, sizeof text, NULL) == ALLOT_STATUS_OK);
  CHECK(with == ALLOT_BUSY_WITH_NOTHING && text[0] == 0);
  allot_command_init(&command, ALLOT_COMMAND_TICK);
  while (accepted == 1) {
    CHECK(allot_producer_submit(producer, &command, 1, &accepted, &reason, NULL) ==
          ALLOT_STATUS_OK);
  }
  CHECK(strcmp(allot_reason_name(reason), "busy") == 0);
  CHECK(allot_producer_busy(producer, &with, &figures, text, sizeof text, NULL) == ALLOT_STATUS_OK);
  CHECK(with == ALLOT_BUSY_WITH_ANSWERS && strlen(text) == sizeof text - 1);
  CHECK(strcmp(allot_busy_with_name(with), "answers") == 0);
  CHECK(figures.polled == 0 && figures.name[0] == 0);
  CHECK(allot_producer_busy(producer, NULL, NULL, NULL, 0, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_step(engine, NULL, NULL) == ALLOT_STATUS_OK);
}

int main(int argc, char** argv) {
  CHECK(argc == 2);
  allot_producer* producer = NULL;
  allot_engine* engine = open_log(argv[1]);
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  tick(engine, producer, 9);
  allot_consumer* mail = open_consumer(engine, 0, "mail");
  read_all(engine, mail, 1, 7);
  CHECK(allot_consumer_acknowledge(mail, 5, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_consumer_acknowledge(mail, 8, NULL) == ALLOT_STATUS_INVALID_ARGUMENT);
  allot_consumer_figures figures[2];
  size_t count = 0;
  CHECK(allot_engine_consumers(engine, figures, 2, &count, NULL) == ALLOT_STATUS_OK);
  CHECK(count == 1 && strcmp(figures[0].name, "mail") == 0);
  CHECK(figures[0].acknowledged == 5 && figures[0].polled == 7 && figures[0].sequences_behind == 3);
  CHECK(allot_consumer_close(mail, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);

  /* Restarted: the events of the run before, by name and by sequence. */
  engine = open_log(argv[1]);
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  test_options(engine);
  mail = open_consumer(engine, 0, "mail");
  uint64_t first = 0;
  uint64_t acknowledged = 0;
  bool catching_up = false;
  CHECK(allot_consumer_position(mail, &first, &acknowledged, &catching_up, NULL) ==
        ALLOT_STATUS_OK);
  CHECK(first == 6 && acknowledged == 5 && catching_up);
  read_all(engine, mail, 6, 10);
  allot_consumer* other = open_consumer(engine, 1, "");
  read_all(engine, other, 1, 10);
  CHECK(allot_consumer_rejoin(other, NULL) == ALLOT_STATUS_OK);
  allot_kept_consumer kept[1];
  const allot_text name = {"mail", 4};
  CHECK(allot_engine_kept_consumers(engine, kept, 1, &count, NULL) == ALLOT_STATUS_OK);
  CHECK(count == 1 && kept[0].sequence == 5 && kept[0].status == ALLOT_STATUS_OK);
  CHECK(allot_engine_forget_consumer(engine, name, NULL) == ALLOT_STATUS_INVALID_ARGUMENT);
  CHECK(allot_consumer_close(mail, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_forget_consumer(engine, name, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_forget_consumer(engine, name, NULL) == ALLOT_STATUS_NOT_FOUND);
  CHECK(allot_engine_kept_consumers(engine, NULL, 0, &count, NULL) == ALLOT_STATUS_OK);
  CHECK(count == 0);
  test_busy(engine, producer);
  CHECK(allot_consumer_close(other, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
  printf("%d checks hold\n", checks);
  return 0;
}
