/* 01_place_order.cpp through the C interface: the same commands, the same output, the same digest.
 *
 *   cc place_order.c $(pkg-config --cflags --libs allot_c) -o place_order */
#include <stdio.h>
#include <string.h>

#include <allot/allot.h>

static uint64_t last_key = 0;

/* Starts a command; each has a key of its own: sent twice, it is done once. */
static allot_command* start(allot_command* command, uint32_t type) {
  allot_command_init(command, type);
  command->body.sku.command_key.low = ++last_key; /* the first field of every body */
  return command;
}

static allot_text text_of(const char* chars) {
  const allot_text text = {chars, strlen(chars)};
  return text;
}

/* Ids are handed out from 1 upward, so the one SKU, node, zone and channel each get id 1. */
static size_t open_shop(allot_command* commands) {
  allot_command* next = commands;
  start(next, ALLOT_COMMAND_SKU)->body.sku.code = text_of("TEAPOT");
  (next++)->body.sku.list_price = 1500;
  start(next, ALLOT_COMMAND_NODE)->body.node.code = text_of("LEEDS");
  ++next;
  start(next, ALLOT_COMMAND_ZONE)->body.zone.code = text_of("UK");
  ++next;
  start(next, ALLOT_COMMAND_CHANNEL)->body.channel.code = text_of("web");
  next->body.channel.hold_ttl_ns = 900000000000; /* 15 minutes to pay */
  (next++)->body.channel.review_ttl_ns = 3600000000000;
  start(next, ALLOT_COMMAND_NETWORK)->body.network.channel = 1;
  (next++)->body.network.node = 1;
  start(next, ALLOT_COMMAND_LANE)->body.lane.node = 1;
  next->body.lane.zone = 1;
  next->body.lane.parcel_cost = 450;
  (next++)->body.lane.unit_cost = 10;
  start(next, ALLOT_COMMAND_RECEIVE)->body.receive.sku = 1;
  next->body.receive.node = 1;
  (next++)->body.receive.quantity = 10;
  return (size_t)(next - commands);
}

static void place(allot_command* command, uint64_t order, const allot_order_line* line,
                  int64_t time) {
  start(command, ALLOT_COMMAND_PLACE)->time = time;
  command->body.place.order_key.low = order;
  command->body.place.channel = 1;
  command->body.place.zone = 1;
  command->body.place.lines = line;
  command->body.place.line_count = 1;
}

static int failed(allot_error* error) {
  fprintf(stderr, "%s\n", allot_error_message(error));
  allot_error_destroy(error);
  return 1;
}

int main(void) {
  allot_limits limits;
  allot_engine_options options;
  allot_limits_init(&limits, sizeof limits);
  limits.skus_max = 100;
  limits.lots_max = 1000;
  limits.orders_max = limits.closed_orders_max = 1000;
  limits.lines_max = 10000;
  limits.holds_max = limits.command_keys_max = limits.attempts_max = 1000;
  limits.time_source = ALLOT_TIME_SOURCE_HOST;
  allot_engine_options_init(&options, sizeof options);
  options.limits = &limits;
  options.durability = ALLOT_DURABILITY_NONE;
  options.threading = ALLOT_THREADING_HOST_STEPS;

  allot_error* error = NULL;
  allot_engine* engine = NULL;
  allot_producer* producer = NULL;
  allot_consumer* consumer = NULL;
  if (allot_engine_open(&options, &engine, &error) != ALLOT_STATUS_OK ||
      allot_producer_open(engine, &producer, &error) != ALLOT_STATUS_OK ||
      allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, &error) !=
          ALLOT_STATUS_OK) {
    return failed(error);
  }

  allot_command commands[16];
  size_t count = open_shop(commands);
  const allot_order_line four = {.sku = 1, .quantity = 4, .price = 1500};
  const allot_order_line fifty = {.sku = 1, .quantity = 50, .price = 1500};
  place(&commands[count++], 1001, &four, 1000);
  place(&commands[count++], 1002, &fifty, 2000);
  start(&commands[count], ALLOT_COMMAND_CONFIRM_PAYMENT)->time = 3000;
  commands[count].body.confirm_payment.order_key.low = 1001;
  commands[count++].body.confirm_payment.paid_at = 2500;

  /* A prefix of the batch is taken in; here all of it. */
  size_t accepted = 0;
  if (allot_producer_submit(producer, commands, count, &accepted, NULL, &error) !=
          ALLOT_STATUS_OK ||
      allot_engine_step(engine, NULL, &error) != ALLOT_STATUS_OK) {
    return failed(error);
  }

  /* Each command has exactly one answer ... */
  allot_answer answers[64];
  allot_producer_poll_answers(producer, answers, 64, &count, 0, NULL);
  for (size_t i = 0; i < count; ++i) {
    printf("command %llu: %s\n", (unsigned long long)answers[i].command_key.low,
           allot_reason_name(answers[i].reason));
  }
  /* ... and what it changed is told in events. */
  allot_event events[64];
  allot_consumer_poll(consumer, events, 64, &count, 0, NULL);
  for (size_t i = 0; i < count; ++i) {
    if (events[i].type != ALLOT_EVENT_LINE_HELD) continue;
    const allot_event_line_taken* const held = &events[i].line_held;
    printf("order %llu: %u of SKU %u held at node %u\n", (unsigned long long)held->order_key.low,
           (unsigned)held->quantity, (unsigned)held->sku, (unsigned)held->node);
  }
  char digest[33];
  allot_engine_digest(engine, digest, sizeof digest, NULL);
  printf("digest %s\n", digest);

  /* Children first: an engine with an open producer or consumer refuses to be closed. */
  allot_producer_close(producer, NULL);
  allot_consumer_close(consumer, NULL);
  return allot_engine_close(engine, &error) == ALLOT_STATUS_OK ? 0 : failed(error);
}
