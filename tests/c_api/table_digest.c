/* Decides the commands of a table through the C interface; prints every event, then the digest.
 * usage: table_digest_c [--answers] TABLE
 *   --answers  every answer too */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <allot/allot.h>

#include "read_table.h"

enum { line_size = 4096, lines_max = 100 };

static void print_answers(allot_producer* producer, int shown) {
  allot_answer answers[16];
  size_t count = 0;
  do {
    if (allot_producer_poll_answers(producer, answers, 16, &count, 0, NULL) != ALLOT_STATUS_OK)
      exit(1);
    for (size_t i = 0; shown && i < count; ++i) {
      const allot_answer* a = &answers[i];
      printf("answer %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %u %u %" PRIu32 "\n",
             a->command_key.low, a->command_key.high, a->sequence, a->first_sequence, a->reason,
             a->duplicate, a->id);
    }
  } while (count > 0);
}

static void print_events(allot_consumer* consumer) {
  allot_event events[256];
  size_t count = 0;
  do {
    if (allot_consumer_poll(consumer, events, 256, &count, 0, NULL) != ALLOT_STATUS_OK) exit(1);
    for (size_t i = 0; i < count; ++i) {
      const allot_event* e = &events[i];
      printf("%" PRIu64 " %" PRIu32 " %u %u %u %" PRIu64 " %" PRIu64 " %" PRIu32 " %" PRIu32
             " %" PRIu32 " %u %u %" PRId64 " %" PRId64 "\n",
             e->sequence, e->epoch, e->ordinal, e->type, e->flags, e->raw.order_key.low,
             e->raw.order_key.high, e->raw.sku, e->raw.node, e->raw.quantity, e->raw.line,
             e->raw.reason, e->raw.amount, e->raw.time);
    }
  } while (count > 0);
}

static void check(allot_status status, allot_error* error, const char* line) {
  if (status == ALLOT_STATUS_OK) return;
  fprintf(stderr, "%s: %s: %s\n", line, allot_status_name(status), allot_error_message(error));
  exit(1);
}

int main(int argc, char** argv) {
  const int with_answers = argc == 3 && strcmp(argv[1], "--answers") == 0;
  FILE* table = fopen(argc == 2 + with_answers ? argv[argc - 1] : "", "r");
  if (table == NULL) {
    fprintf(stderr, "usage: table_digest_c [--answers] TABLE\n");
    return 2;
  }
  allot_limits limits;
  allot_limits_init(&limits, sizeof limits);
  limits.skus_max = 1000;
  limits.lots_max = 10000;
  limits.orders_max = 10000;
  limits.closed_orders_max = 1000;
  limits.lines_max = 50000;
  limits.lines_per_order_max = lines_max;
  limits.holds_max = 10000;
  limits.command_keys_max = 10000;
  limits.attempts_max = 10000;
  limits.time_source = ALLOT_TIME_SOURCE_HOST;
  allot_engine_options options;
  allot_engine_options_init(&options, sizeof options);
  options.limits = &limits;
  options.durability = ALLOT_DURABILITY_NONE;
  options.threading = ALLOT_THREADING_HOST_STEPS;

  allot_error* error = NULL;
  allot_engine* engine = NULL;
  allot_producer* producer = NULL;
  allot_consumer* consumer = NULL;
  check(allot_engine_open(&options, &engine, &error), error, "engine");
  check(allot_producer_open(engine, &producer, &error), error, "producer");
  check(allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, &error), error,
        "consumer");

  char line[line_size];
  while (fgets(line, sizeof line, table) != NULL) {
    if (line[0] == '#' || line[0] == '\n') continue;
    allot_command command;
    read_table_line(line, &command);
    size_t accepted = 0;
    uint16_t reason = 0;
    check(allot_producer_submit(producer, &command, 1, &accepted, &reason, &error), error, line);
    if (accepted != 1) {
      fprintf(stderr, "not admitted: %s\n", allot_reason_name(reason));
      return 1;
    }
    check(allot_engine_step(engine, NULL, &error), error, line);
    print_answers(producer, with_answers);
    print_events(consumer);
  }
  fclose(table);

  char digest[33];
  check(allot_engine_digest(engine, digest, sizeof digest, &error), error, "digest");
  puts(digest);
  check(allot_producer_close(producer, &error), error, "producer");
  check(allot_consumer_close(consumer, &error), error, "consumer");
  check(allot_engine_close(engine, &error), error, "engine");
  return 0;
}
