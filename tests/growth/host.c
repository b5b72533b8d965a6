/* A host in C that uses the probes: growth.py builds it in a tree that has them.
 * usage: host LOG */
#include <stdio.h>
#include <string.h>

#include <allot/allot.h>

static allot_command commands[16];
static allot_order_line lines[2];
static size_t count = 0;

static allot_command* next(uint32_t type) {
  allot_command* const command = &commands[count];
  allot_command_init(command, type);
  command->time = 7;
  command->body.sku.command_key.low = ++count; /* the first field of every body */
  command->body.sku.command_key.high = 1;
  return command;
}

static allot_text text(const char* chars) {
  const allot_text text = {chars, strlen(chars)};
  return text;
}

static void open_shop(void) {
  next(ALLOT_COMMAND_SKU)->body.sku.code = text("A");
  next(ALLOT_COMMAND_NODE)->body.node.code = text("N");
  next(ALLOT_COMMAND_ZONE)->body.zone.code = text("Z");
  allot_channel* const channel = &next(ALLOT_COMMAND_CHANNEL)->body.channel;
  channel->code = text("W");
  channel->hold_ttl_ns = channel->review_ttl_ns = 1000;
  allot_network* const network = &next(ALLOT_COMMAND_NETWORK)->body.network;
  network->channel = network->node = 1;
  allot_lane* const lane = &next(ALLOT_COMMAND_LANE)->body.lane;
  lane->node = lane->zone = 1;
  allot_receive* const receive = &next(ALLOT_COMMAND_RECEIVE)->body.receive;
  receive->sku = receive->node = 1;
  receive->quantity = 10;
}

static void probe(uint32_t expected) {
  allot_probe* const probe = &next(ALLOT_COMMAND_PROBE)->body.probe;
  probe->sku = probe->node = 1;
  probe->expected = expected;
}

static void place(uint64_t order, uint8_t mark) {
  allot_place* const place = &next(ALLOT_COMMAND_PLACE)->body.place;
  allot_order_line* const line = &lines[order - 1];
  line->sku = 1;
  line->quantity = 2;
  line->price = 5;
  line->mark = mark;
  place->order_key.low = order;
  place->channel = place->zone = 1;
  place->lines = line;
  place->line_count = 1;
}

static void print(const allot_event* event) {
  if (event->type == ALLOT_EVENT_PROBED) {
    printf("probed sku=%u node=%u available=%u expected=%lld\n", (unsigned)event->probed.sku,
           (unsigned)event->probed.node, (unsigned)event->probed.available,
           (long long)event->probed.expected);
  } else if (event->type == ALLOT_EVENT_REFUSED) {
    printf("refused %s: %s\n", allot_command_name(event->refused.command),
           event->refused.reason == ALLOT_REASON_PROBE_SHORT
               ? "probe_short"
               : allot_reason_name(event->refused.reason));
  }
}

static int failed(allot_error* error) {
  fprintf(stderr, "error: %s\n", allot_error_message(error));
  return 1;
}

int main(int argc, char** argv) {
  allot_limits limits;
  allot_engine_options options;
  allot_error* error = NULL;
  allot_engine* engine = NULL;
  allot_producer* producer = NULL;
  allot_consumer* consumer = NULL;
  if (argc != 2) return 2;
  allot_limits_init(&limits, sizeof limits);
  limits.time_source = ALLOT_TIME_SOURCE_HOST;
  allot_engine_options_init(&options, sizeof options);
  options.limits = &limits;
  options.directory = text(argv[1]);
  options.threading = ALLOT_THREADING_HOST_STEPS;
  open_shop();
  probe(4);
  probe(11);
  place(1, 3);
  place(2, 10);
  size_t accepted = 0;
  if (allot_engine_open(&options, &engine, &error) != ALLOT_STATUS_OK ||
      allot_producer_open(engine, &producer, &error) != ALLOT_STATUS_OK ||
      allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, &error) !=
          ALLOT_STATUS_OK ||
      allot_producer_submit(producer, commands, count, &accepted, NULL, &error) !=
          ALLOT_STATUS_OK ||
      allot_engine_step(engine, NULL, &error) != ALLOT_STATUS_OK) {
    return failed(error);
  }
  static allot_event events[64];
  size_t told = 0;
  allot_consumer_poll(consumer, events, 64, &told, 0, NULL);
  for (size_t i = 0; i < told; ++i) print(&events[i]);
  char digest[33];
  allot_engine_digest(engine, digest, sizeof digest, NULL);
  printf("digest %s\n", digest);
  allot_producer_close(producer, NULL);
  allot_consumer_close(consumer, NULL);
  return allot_engine_close(engine, &error) == ALLOT_STATUS_OK ? 0 : failed(error);
}
