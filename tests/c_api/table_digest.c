/* Decides the commands of a table through the C interface; prints every event, then the digest.
 * usage: table_digest_c TABLE */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <allot/allot.h>

enum { line_size = 4096, lines_max = 100 };

/* The words of one line of the table, taken one after the other. */
static char* next_word(void) { return strtok(NULL, " \n"); }
static int64_t next(void) {
  const char* word = next_word();
  return word == NULL ? 0 : strtoll(word, NULL, 10);
}
static uint32_t next_u32(void) { return (uint32_t)next(); }
static uint8_t next_u8(void) { return (uint8_t)next(); }
static allot_key next_key(void) {
  const allot_key key = {(uint64_t)next(), 0};
  return key;
}
static allot_text next_text(void) {
  const char* word = next_word();
  const allot_text text = {word, word == NULL ? 0 : strlen(word)};
  return text;
}
static allot_order_tokens next_tokens(void) {
  allot_order_tokens tokens;
  tokens.customer = (uint64_t)next();
  tokens.device = (uint64_t)next();
  tokens.card = (uint64_t)next();
  tokens.address = (uint64_t)next();
  tokens.phone = (uint64_t)next();
  tokens.recipient = (uint64_t)next();
  return tokens;
}
static const allot_order_line* next_lines(uint64_t* count) {
  static allot_order_line lines[lines_max];
  memset(lines, 0, sizeof lines);
  *count = (uint64_t)next();
  if (*count > lines_max) {
    fprintf(stderr, "more than %d lines\n", lines_max);
    exit(2);
  }
  for (uint64_t i = 0; i < *count; ++i) {
    lines[i].sku = next_u32();
    lines[i].quantity = next_u32();
    lines[i].price = next();
    lines[i].shortage = next_u8();
  }
  return lines;
}

static void read_catalogue(allot_command* command) {
  allot_channel* channel = &command->body.channel;
  allot_network* network = &command->body.network;
  allot_lane* lane = &command->body.lane;
  switch (command->type) {
    case ALLOT_COMMAND_SKU:
      command->body.sku.code = next_text();
      command->body.sku.list_price = next();
      break;
    case ALLOT_COMMAND_NODE:
      command->body.node.code = next_text();
      command->body.node.priority = next_u32();
      break;
    case ALLOT_COMMAND_ZONE: command->body.zone.code = next_text(); break;
    case ALLOT_COMMAND_CHANNEL:
      channel->code = next_text();
      channel->hold_ttl_ns = next();
      channel->remind_before_ns = next();
      channel->pending_ttl_ns = next();
      channel->review_ttl_ns = next();
      channel->safety_stock = next_u32();
      channel->policy = next_u8();
      channel->review_outcome = next_u8();
      channel->cash_on_delivery = next_u8();
      channel->review_pauses_payment = next_u8();
      break;
    case ALLOT_COMMAND_NETWORK:
      network->channel = next_u32();
      network->node = next_u32();
      network->serves = next_u8();
      break;
    default:
      lane->node = next_u32();
      lane->zone = next_u32();
      lane->parcel_cost = next();
      lane->unit_cost = next();
      lane->transit_ns = next();
      lane->serviceable = next_u8();
      break;
  }
}

static void read_stock_and_risk(allot_command* command) {
  allot_risk_limits* limits = &command->body.risk_limits;
  allot_list* list = &command->body.list;
  allot_receive* receive = &command->body.receive;
  switch (command->type) {
    case ALLOT_COMMAND_RISK_LIMITS:
      limits->order_value_max = next();
      limits->line_quantity_max = next_u32();
      limits->price_low_bp = next_u32();
      limits->price_high_bp = next_u32();
      limits->velocity_count = next_u32();
      limits->velocity_window_ns = next();
      limits->review_value_min = next();
      break;
    case ALLOT_COMMAND_LIST:
      list->list = next_u8();
      list->kind = next_u8();
      list->token = (uint64_t)next();
      list->present = next_u8();
      break;
    case ALLOT_COMMAND_RECEIVE:
      receive->sku = next_u32();
      receive->node = next_u32();
      receive->lot = (uint64_t)next();
      receive->quantity = next_u32();
      receive->expires_at = next();
      break;
    case ALLOT_COMMAND_ADJUST:
      command->body.adjust.sku = next_u32();
      command->body.adjust.node = next_u32();
      command->body.adjust.lot = (uint64_t)next();
      command->body.adjust.delta = (int32_t)next();
      break;
    default:
      command->body.safety_stock.sku = next_u32();
      command->body.safety_stock.node = next_u32();
      command->body.safety_stock.quantity = next_u32();
      break;
  }
}

static void read_order(allot_command* command) {
  allot_place* place = &command->body.place;
  allot_import* import = &command->body.import;
  /* The order's key stands behind the command's own in every one of them. */
  command->body.cancel.order_key = next_key();
  switch (command->type) {
    case ALLOT_COMMAND_PLACE:
      place->channel = next_u32();
      place->zone = next_u32();
      place->tokens = next_tokens();
      place->ship_by = next();
      place->priority = next_u8();
      place->max_splits = next_u8();
      place->shortage = next_u8();
      place->ship_complete = next_u8();
      place->lines = next_lines(&place->line_count);
      break;
    case ALLOT_COMMAND_IMPORT:
      import->channel = next_u32();
      import->zone = next_u32();
      import->tokens = next_tokens();
      import->ship_by = next();
      import->priority = next_u8();
      import->lines = next_lines(&import->line_count);
      break;
    case ALLOT_COMMAND_CONFIRM_PAYMENT: command->body.confirm_payment.paid_at = next(); break;
    case ALLOT_COMMAND_REVIEW_DECISION:
      command->body.review_decision.version = next_u32();
      command->body.review_decision.outcome = next_u8();
      break;
    default: break;
  }
}

static uint32_t type_of(const char* name) {
  static const struct {
    const char* name;
    uint32_t type;
  } types[] = {{"tick", ALLOT_COMMAND_TICK},
               {"risk_limits", ALLOT_COMMAND_RISK_LIMITS},
               {"sku", ALLOT_COMMAND_SKU},
               {"node", ALLOT_COMMAND_NODE},
               {"zone", ALLOT_COMMAND_ZONE},
               {"channel", ALLOT_COMMAND_CHANNEL},
               {"network", ALLOT_COMMAND_NETWORK},
               {"lane", ALLOT_COMMAND_LANE},
               {"list", ALLOT_COMMAND_LIST},
               {"receive", ALLOT_COMMAND_RECEIVE},
               {"adjust", ALLOT_COMMAND_ADJUST},
               {"safety_stock", ALLOT_COMMAND_SAFETY_STOCK},
               {"place", ALLOT_COMMAND_PLACE},
               {"import", ALLOT_COMMAND_IMPORT},
               {"cancel", ALLOT_COMMAND_CANCEL},
               {"confirm_payment", ALLOT_COMMAND_CONFIRM_PAYMENT},
               {"payment_pending", ALLOT_COMMAND_PAYMENT_PENDING},
               {"fail_payment", ALLOT_COMMAND_FAIL_PAYMENT},
               {"review_decision", ALLOT_COMMAND_REVIEW_DECISION}};
  for (size_t i = 0; i < sizeof types / sizeof types[0]; ++i) {
    if (name != NULL && strcmp(types[i].name, name) == 0) return types[i].type;
  }
  return 0;
}

static void read_command(char* line, allot_command* command) {
  const int64_t time = strtoll(strtok(line, " \n"), NULL, 10);
  allot_command_init(command, type_of(next_word()));
  command->time = time;
  if (command->type == ALLOT_COMMAND_TICK) {
    command->body.tick.force = next_u8();
    return;
  }
  /* The command's own key is the first field of every other one. */
  command->body.cancel.command_key = next_key();
  if (command->type >= ALLOT_COMMAND_PLACE) {
    read_order(command);
  } else if (command->type >= ALLOT_COMMAND_RECEIVE || command->type == ALLOT_COMMAND_LIST ||
             command->type == ALLOT_COMMAND_RISK_LIMITS) {
    read_stock_and_risk(command);
  } else {
    read_catalogue(command);
  }
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
             e->sequence, e->epoch, e->ordinal, e->type, e->flags, e->order_key.low,
             e->order_key.high, e->sku, e->node, e->quantity, e->line, e->reason, e->amount,
             e->time);
    }
  } while (count > 0);
}

static void check(allot_status status, allot_error* error, const char* line) {
  if (status == ALLOT_STATUS_OK) return;
  fprintf(stderr, "%s: %s: %s\n", line, allot_status_name(status), allot_error_message(error));
  exit(1);
}

int main(int argc, char** argv) {
  FILE* table = fopen(argc == 2 ? argv[1] : "", "r");
  if (table == NULL) {
    fprintf(stderr, "usage: table_digest_c TABLE\n");
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
    read_command(line, &command);
    size_t accepted = 0;
    uint16_t reason = 0;
    check(allot_producer_submit(producer, &command, 1, &accepted, &reason, &error), error, line);
    if (accepted != 1) {
      fprintf(stderr, "not admitted: %s\n", allot_reason_name(reason));
      return 1;
    }
    check(allot_engine_step(engine, NULL, &error), error, line);
    allot_answer answer;
    size_t answers = 0;
    check(allot_producer_poll_answers(producer, &answer, 1, &answers, &error), error, line);
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
