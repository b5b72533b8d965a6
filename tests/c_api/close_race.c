/* Threads that use an engine while others close it: each call ends, with a status that says what
   happened, each handle is closed by exactly one of those who try, and a process may end while its
   threads are inside. Run under ThreadSanitizer by scripts/test_hosts.sh. */
#define _XOPEN_SOURCE 700
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <allot/allot.h>

enum { PRODUCERS = 2, MILLISECOND = 1000000, ROUNDS = 60, EXITS = 20, SECONDS_MAX = 240 };

/* What the threads of a round share. */
struct shop {
  allot_engine* engine;
  allot_producer* producers[PRODUCERS];
  allot_consumer* consumer;
  atomic_ullong keys;
  atomic_int closed[PRODUCERS + 2]; /* how often each handle was: producers, consumer, engine */
};
typedef struct shop shop;

static void check_at(int holds, const char* text, int line) {
  if (holds) return;
  fprintf(stderr, "close_race.c:%d: %s\n", line, text);
  _exit(1);
}
#define CHECK(condition) check_at((condition), #condition, __LINE__)

/* Returns: whether the handle is still open. Another call inside is no reason to stop trying. */
static int goes_on(allot_status status) {
  CHECK(status == ALLOT_STATUS_OK || status == ALLOT_STATUS_IN_USE ||
        status == ALLOT_STATUS_INVALID_HANDLE);
  if (status == ALLOT_STATUS_IN_USE) sched_yield();
  return status != ALLOT_STATUS_INVALID_HANDLE;
}

static void rest(long nanoseconds) {
  const struct timespec time = {0, nanoseconds};
  nanosleep(&time, NULL);
}

/* ---- Those who use it ---------------------------------------------------------------------- */

static void* submit(void* argument) {
  shop* in = argument;
  const allot_order_line line = {.sku = 1, .quantity = 1, .price = 1};
  allot_command commands[8];
  for (unsigned turn = 0;; ++turn) {
    size_t accepted = 0;
    for (size_t i = 0; i < 8; ++i) {
      allot_command_init(&commands[i], ALLOT_COMMAND_PLACE);
      const uint64_t key = atomic_fetch_add(&in->keys, 1) + 1;
      commands[i].body.place.command_key.low = commands[i].body.place.order_key.low = key;
      commands[i].body.place.lines = &line;
      commands[i].body.place.line_count = 1;
    }
    if (!goes_on(allot_producer_submit(in->producers[turn % PRODUCERS], commands, 8, &accepted,
                                       NULL, NULL)) &&
        turn % PRODUCERS == 0) {
      return NULL;
    }
  }
}

static void* poll_answers(void* argument) {
  shop* in = argument;
  allot_answer answers[32];
  for (unsigned turn = 0;; ++turn) {
    size_t count = 0;
    if (!goes_on(allot_producer_poll_answers(in->producers[turn % PRODUCERS], answers, 32, &count,
                                             0, NULL)) &&
        turn % PRODUCERS == 0) {
      return NULL;
    }
    if (count == 0) sched_yield();
  }
}

static void* poll_events(void* argument) {
  shop* in = argument;
  allot_event events[64];
  for (;;) {
    size_t count = 0;
    if (!goes_on(allot_consumer_poll(in->consumer, events, 64, &count, MILLISECOND, NULL))) break;
    if (count == 0) continue;
    /* Another thread may have polled since; what it polled includes this. */
    if (!goes_on(allot_consumer_acknowledge(in->consumer, events[count - 1].sequence, NULL))) break;
    if (!goes_on(allot_consumer_stream(in->consumer, NULL, NULL, NULL, NULL, NULL, NULL))) break;
  }
  return NULL;
}

static void* ask(void* argument) {
  shop* in = argument;
  char digest[33];
  allot_log_point point;
  allot_statistics figures;
  figures.struct_size = sizeof figures;
  while (goes_on(allot_engine_statistics(in->engine, &figures, NULL)) &&
         goes_on(allot_engine_log_point(in->engine, &point, NULL)) &&
         goes_on(allot_engine_poison(in->engine, NULL, NULL, NULL)) &&
         goes_on(allot_engine_digest(in->engine, digest, sizeof digest, NULL))) {
    sched_yield();
  }
  return NULL;
}

static void* wait_idle(void* argument) {
  shop* in = argument;
  while (goes_on(allot_engine_wait_idle(in->engine, NULL))) sched_yield();
  return NULL;
}

/* Opens and closes children of its own while others close the engine. */
static void* open_children(void* argument) {
  shop* in = argument;
  for (;;) {
    allot_producer* producer = NULL;
    allot_consumer* consumer = NULL;
    /* A stopped engine gives none: that is INVALID_ARGUMENT. */
    const allot_status status = allot_producer_open(in->engine, &producer, NULL);
    if (status != ALLOT_STATUS_INVALID_ARGUMENT && !goes_on(status)) return NULL;
    if (status == ALLOT_STATUS_OK) CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK);
    if (allot_consumer_open(in->engine, ALLOT_CONSUME_FROM_NEWEST, &consumer, NULL) ==
        ALLOT_STATUS_OK) {
      CHECK(allot_consumer_close(consumer, NULL) == ALLOT_STATUS_OK);
    }
    rest(MILLISECOND / 4);
  }
}

/* ---- Those who close it -------------------------------------------------------------------- */

static void* close_all(void* argument) {
  shop* in = argument;
  allot_status status;
  for (size_t i = 0; i < PRODUCERS; ++i) {
    while (goes_on(status = allot_producer_close(in->producers[i], NULL))) {
      if (status == ALLOT_STATUS_OK) ++in->closed[i];
    }
  }
  while (goes_on(status = allot_consumer_close(in->consumer, NULL))) {
    if (status == ALLOT_STATUS_OK) ++in->closed[PRODUCERS];
  }
  while (goes_on(status = allot_engine_close(in->engine, NULL))) {
    if (status == ALLOT_STATUS_OK) ++in->closed[PRODUCERS + 1];
  }
  return NULL;
}

static void* stop(void* argument) {
  shop* in = argument;
  (void)goes_on(allot_engine_stop(in->engine, NULL));
  return NULL;
}

/* ---- The rounds ---------------------------------------------------------------------------- */

static void open_shop(shop* in, const char* directory) {
  allot_limits limits;
  allot_engine_options options;
  memset(in, 0, sizeof *in);
  CHECK(allot_limits_init(&limits, sizeof limits) == ALLOT_STATUS_OK);
  limits.skus_max = 10;
  limits.lots_max = limits.orders_max = limits.closed_orders_max = 100;
  limits.lines_max = 1000;
  limits.lines_per_order_max = 10;
  limits.holds_max = limits.command_keys_max = limits.attempts_max = 100;
  CHECK(allot_engine_options_init(&options, sizeof options) == ALLOT_STATUS_OK);
  options.limits = &limits;
  options.durability = directory == NULL ? ALLOT_DURABILITY_NONE : ALLOT_DURABILITY_ASYNC;
  options.segment_bytes = 1U << 20;
  if (directory != NULL) {
    options.directory.data = directory;
    options.directory.size = strlen(directory);
  }
  CHECK(allot_engine_open(&options, &in->engine, NULL) == ALLOT_STATUS_OK);
  for (size_t i = 0; i < PRODUCERS; ++i) {
    CHECK(allot_producer_open(in->engine, &in->producers[i], NULL) == ALLOT_STATUS_OK);
  }
  CHECK(allot_consumer_open(in->engine, ALLOT_CONSUME_FROM_OLDEST, &in->consumer, NULL) ==
        ALLOT_STATUS_OK);
}

static void* (*const users[])(void*) = {submit, submit,    poll_answers,  poll_events, poll_events,
                                        ask,    wait_idle, open_children, NULL};
/* Who stops comes before, beside or behind who closes, as the threads fall. */
static void* (*const closers[])(void*) = {close_all, stop, close_all, close_all, NULL};

static size_t start(void* (*const bodies[])(void*), shop* in, pthread_t* threads) {
  size_t count = 0;
  for (; bodies[count] != NULL; ++count) {
    CHECK(pthread_create(&threads[count], NULL, bodies[count], in) == 0);
  }
  return count;
}

static void run_round(unsigned round, const char* directory) {
  static shop in;
  pthread_t threads[16];
  open_shop(&in, round % 3 == 0 ? directory : NULL);
  size_t count = start(users, &in, threads);
  rest((long)(round % 7) * MILLISECOND);
  count += start(closers, &in, threads + count);
  for (size_t i = 0; i < count; ++i) CHECK(pthread_join(threads[i], NULL) == 0);
  for (size_t i = 0; i < PRODUCERS + 2; ++i) CHECK(in.closed[i] == 1);
}

/* A process whose main function returns while its threads are in all kinds of calls. */
static int leave(unsigned round) {
  static shop in;
  pthread_t threads[16];
  open_shop(&in, NULL);
  (void)start(users, &in, threads);
  rest((long)(round % 7) * MILLISECOND);
  return 0;
}

static void run_leaving(const char* program, unsigned round) {
  char number[16];
  snprintf(number, sizeof number, "%u", round);
  const pid_t child = fork();
  CHECK(child >= 0);
  if (child == 0) {
    execl(program, program, "leave", number, (char*)NULL);
    _exit(127);
  }
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child);
  if (status != 0) fprintf(stderr, "exit %u: wait status %d\n", round, status);
  CHECK(status == 0);
}

int main(int count, char** arguments) {
  char directory[] = "/tmp/allot_close_race_XXXXXX";
  alarm(SECONDS_MAX); /* a call that never ends is a failure too */
  if (count == 3) return leave((unsigned)atoi(arguments[2]));
  CHECK(mkdtemp(directory) != NULL);
  for (unsigned round = 0; round < ROUNDS; ++round) run_round(round, directory);
  for (unsigned round = 0; round < EXITS; ++round) run_leaving(arguments[0], round);
  char command[64];
  snprintf(command, sizeof command, "rm -r %s", directory);
  CHECK(system(command) == 0);
  printf("%d rounds, %d exits\n", ROUNDS, EXITS);
  return 0;
}
