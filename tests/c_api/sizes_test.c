/* Sizes and counts that a caller claims and that are not true. What lies behind the memory that was
 * really given is a page that nobody may read: believing a claim before it is bounded ends the
 * process. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <allot/allot.h>

enum { lines_per_order_max = 50 };

static int checks = 0;

static void check_at(int holds, const char* text, int line) {
  ++checks;
  if (holds) return;
  fprintf(stderr, "sizes_test.c:%d: %s\n", line, text);
  exit(1);
}
#define CHECK(condition) check_at((condition), #condition, __LINE__)

static void check_refused_at(allot_status status, allot_error* error, const char* part, int line) {
  check_at(status == ALLOT_STATUS_INVALID_ARGUMENT, "is refused as INVALID_ARGUMENT", line);
  if (strstr(allot_error_message(error), part) == NULL) {
    fprintf(stderr, "message without '%s': %s\n", part, allot_error_message(error));
    check_at(0, "the message names what is wrong", line);
  }
  allot_error_destroy(error);
}
#define CHECK_REFUSED(status, error, part) check_refused_at((status), (error), (part), __LINE__)

/* Returns: a copy of `size` bytes that ends where readable memory ends. */
static void* at_the_edge(const void* bytes, size_t size) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  char* memory = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK(memory != MAP_FAILED);
  CHECK(mprotect(memory + page, page, PROT_NONE) == 0);
  return memcpy(memory + page - size, bytes, size);
}

static void fill_options(allot_engine_options* options, allot_limits* limits) {
  CHECK(allot_limits_init(limits, sizeof *limits) == ALLOT_STATUS_OK);
  limits->skus_max = 100;
  limits->lots_max = limits->orders_max = limits->closed_orders_max = 1000;
  limits->lines_max = 10000;
  limits->lines_per_order_max = lines_per_order_max;
  limits->holds_max = limits->command_keys_max = limits->attempts_max = 1000;
  CHECK(allot_engine_options_init(options, sizeof *options) == ALLOT_STATUS_OK);
  options->limits = limits;
  options->durability = ALLOT_DURABILITY_NONE;
  options->threading = ALLOT_THREADING_HOST_STEPS;
}

static void fill_order(allot_command* command, uint64_t key, const allot_order_line* lines,
                       uint64_t line_count) {
  allot_command_init(command, ALLOT_COMMAND_PLACE);
  command->body.place.command_key.low = key;
  command->body.place.order_key.low = key;
  command->body.place.channel = command->body.place.zone = 1;
  command->body.place.lines = lines;
  command->body.place.line_count = line_count;
}

/* More lines than any order of this engine may have are not looked at: the order is not taken in,
 * with the same reason as through C++, and what stands before it is. */
static void test_line_count(allot_producer* producer) {
  const allot_order_line line = {.sku = 1, .quantity = 1, .price = 1};
  const allot_order_line* const edge = at_the_edge(&line, sizeof line);
  const uint64_t claims[] = {lines_per_order_max + 1,
                             4001,
                             UINT64_C(1) << 20,
                             UINT64_C(1) << 32,
                             UINT64_MAX / sizeof line + 2,
                             UINT64_C(1) << 61,
                             UINT64_MAX};
  for (size_t i = 0; i < sizeof claims / sizeof claims[0]; ++i) {
    for (unsigned import = 0; import < 2; ++import) {
      allot_command commands[3];
      fill_order(&commands[0], 10 * i + 5 * import + 1, &line, 1);
      fill_order(&commands[1], 10 * i + 5 * import + 2, edge, claims[i]);
      fill_order(&commands[2], 10 * i + 5 * import + 3, &line, 1);
      if (import) {
        allot_command_init(&commands[1], ALLOT_COMMAND_IMPORT);
        commands[1].body.import.lines = edge;
        commands[1].body.import.line_count = claims[i];
      }
      size_t accepted = 9;
      uint16_t reason = 0;
      CHECK(allot_producer_submit(producer, commands, 3, &accepted, &reason, NULL) ==
            ALLOT_STATUS_OK);
      CHECK(accepted == 1);
      CHECK(strcmp(allot_reason_name(reason), "command_too_large") == 0);
    }
  }
}

/* A code that is longer than any may be is an answer, whatever its bytes are. */
static void test_code_size(allot_engine* engine, allot_producer* producer) {
  allot_command command;
  allot_command_init(&command, ALLOT_COMMAND_SKU);
  command.body.sku.command_key.low = 1000;
  command.body.sku.code.data = at_the_edge("A", 1);
  command.body.sku.code.size = UINT64_MAX;
  size_t accepted = 0;
  CHECK(allot_producer_submit(producer, &command, 1, &accepted, NULL, NULL) == ALLOT_STATUS_OK);
  CHECK(accepted == 1 && allot_engine_step(engine, NULL, NULL) == ALLOT_STATUS_OK);
  allot_answer answers[64];
  size_t count = 0;
  CHECK(allot_producer_poll_answers(producer, answers, 64, &count, 0, NULL) == ALLOT_STATUS_OK);
  CHECK(count > 0 && strcmp(allot_reason_name(answers[count - 1].reason), "code_invalid") == 0);
}

/* No array has more elements than memory has bytes for: that is a negative number, cast. */
static void test_array_counts(allot_producer* producer, allot_consumer* consumer) {
  const size_t claims[] = {SIZE_MAX, SIZE_MAX / 2, SIZE_MAX / sizeof(allot_command) + 2};
  allot_command command;
  fill_order(&command, 2000, NULL, 0);
  const allot_command* const edge = at_the_edge(&command, sizeof command);
  for (size_t i = 0; i < sizeof claims / sizeof claims[0]; ++i) {
    allot_error* error = NULL;
    size_t count = 9;
    allot_status status = allot_producer_submit(producer, edge, claims[i], &count, NULL, &error);
    CHECK_REFUSED(status, error, "count");
    CHECK(count == 0);
  }
  allot_answer answer;
  allot_event event;
  size_t count = 9;
  allot_error* error = NULL;
  allot_status status = allot_producer_poll_answers(producer, &answer, SIZE_MAX, &count, 0, &error);
  CHECK_REFUSED(status, error, "capacity");
  CHECK(count == 0);
  count = 9;
  error = NULL;
  status = allot_consumer_poll(consumer, &event, SIZE_MAX, &count, 0, &error);
  CHECK_REFUSED(status, error, "capacity");
  CHECK(count == 0);
}

/* Counts are 0 after a failure, also when an array is missing. */
static void test_counts_after_a_failure(allot_engine* engine, allot_producer* producer,
                                        allot_consumer* consumer) {
  size_t count = 9;
  uint16_t reason = 9;
  CHECK(allot_producer_submit(producer, NULL, 1, &count, &reason, NULL) ==
        ALLOT_STATUS_INVALID_ARGUMENT);
  CHECK(count == 0 && reason == 0);
  count = 9;
  CHECK(allot_producer_poll_answers(producer, NULL, 1, &count, 0, NULL) ==
        ALLOT_STATUS_INVALID_ARGUMENT);
  CHECK(count == 0);
  count = 9;
  CHECK(allot_consumer_poll(consumer, NULL, 1, &count, 0, NULL) == ALLOT_STATUS_INVALID_ARGUMENT);
  CHECK(count == 0);
  uint64_t decided = 9;
  CHECK(allot_engine_step((allot_engine*)(void*)consumer, &decided, NULL) ==
        ALLOT_STATUS_INVALID_HANDLE);
  CHECK(decided == 0 && allot_engine_step(engine, &decided, NULL) == ALLOT_STATUS_OK);
}

/* No path is longer than the operating system's longest. */
static void test_directory_size(void) {
  const uint64_t claims[] = {4096, UINT64_C(1) << 20, UINT64_MAX};
  for (size_t i = 0; i < sizeof claims / sizeof claims[0]; ++i) {
    allot_limits limits;
    allot_engine_options options;
    fill_options(&options, &limits);
    options.durability = ALLOT_DURABILITY_SYNC;
    options.directory.data = at_the_edge("logs", 4);
    options.directory.size = claims[i];
    allot_engine* engine = NULL;
    allot_error* error = NULL;
    const allot_status status = allot_engine_open(&options, &engine, &error);
    CHECK_REFUSED(status, error, "allot_engine_options.directory");
    CHECK(engine == NULL);
  }
}

int main(void) {
  allot_limits limits;
  allot_engine_options options;
  fill_options(&options, &limits);
  allot_engine* engine = NULL;
  allot_producer* producer = NULL;
  allot_consumer* consumer = NULL;
  CHECK(allot_engine_open(&options, &engine, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, NULL) == ALLOT_STATUS_OK);
  test_directory_size();
  test_array_counts(producer, consumer);
  test_counts_after_a_failure(engine, producer, consumer);
  test_line_count(producer);
  test_code_size(engine, producer);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_consumer_close(consumer, NULL) == ALLOT_STATUS_OK);
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK);
  printf("%d checks hold\n", checks);
  return 0;
}
