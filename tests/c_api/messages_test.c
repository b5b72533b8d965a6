/* Everything that the description of messages says, asked of the header and of the library: each
 * number and name, each default, each value that a command must not have, each value of an event by
 * its name, each range of a limit. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <allot/allot.h>

#include "message_tables.h"

static int checks = 0;

static void check_at(int holds, const char* text, const char* what, const char* field, int line) {
  ++checks;
  if (holds) return;
  fprintf(stderr, "messages_test.c:%d: %s %s: %s\n", line, what, field, text);
  exit(1);
}
#define CHECK(condition, what, field) check_at((condition), #condition, (what), (field), __LINE__)

static void test_numbers(void) {
  for (const struct number_row* row = number_rows; row->constant != NULL; ++row) {
    CHECK(row->value == row->number, row->constant, "");
    CHECK(strcmp(row->name_of(row->number), row->name) == 0, row->constant, "");
    CHECK(strcmp(row->name_of(UINT32_MAX), "unknown") == 0, row->constant, "");
    CHECK(strcmp(row->name_of(251), "unknown") == 0, row->constant, "");
  }
  for (const struct reason_row* row = reason_rows; row->name != NULL; ++row) {
    CHECK(row->value == row->number, row->name, "");
    CHECK(strcmp(allot_reason_name(row->number), row->name) == 0, row->name, "");
    CHECK(strcmp(allot_reason_text(row->number), row->text) == 0 && row->text[0], row->name, "");
    CHECK(strcmp(allot_reason_to_do(row->number), row->to_do) == 0 && row->to_do[0], row->name, "");
    CHECK(allot_reason_advice(row->number) == row->advice, row->name, "");
  }
  CHECK(strcmp(allot_reason_name(1), "unknown") == 0, "reason", "1");
  CHECK(strcmp(allot_reason_text(UINT16_MAX), "unknown") == 0, "reason", "65535");
  CHECK(strcmp(allot_reason_to_do(1), "unknown") == 0, "reason", "1");
  CHECK(allot_reason_advice(1) == ALLOT_ADVICE_NONE, "reason", "1");
  CHECK(strcmp(allot_advice_name(ALLOT_ADVICE_RETRY), "retry") == 0, "advice", "retry");
  CHECK(strcmp(allot_advice_name(4), "unknown") == 0, "advice", "4");
}

static void test_statuses(void) {
  for (const struct reason_row* row = status_rows; row->name != NULL; ++row) {
    const allot_status status = row->number;
    CHECK(row->value == row->number, row->name, "");
    CHECK(strcmp(allot_status_name(status), row->name) == 0, row->name, "");
    CHECK(strcmp(allot_status_text(status), row->text) == 0 && row->text[0], row->name, "");
    CHECK(strcmp(allot_status_to_do(status), row->to_do) == 0 && row->to_do[0], row->name, "");
    CHECK(allot_status_advice(status) == row->advice, row->name, "");
  }
  CHECK(strcmp(allot_status_name(-1), "unknown") == 0, "status", "-1");
  CHECK(strcmp(allot_status_to_do(36), "unknown") == 0, "status", "36");
  CHECK(allot_status_advice(36) == ALLOT_ADVICE_NONE, "status", "36");
}

static void put_number(void* whole, const struct field_row* row, int64_t number) {
  memcpy((char*)whole + row->offset, &number, row->size); /* hosts are little-endian */
}

/* After the init function everything is zero but the type and what the description says. */
static void test_defaults(void) {
  for (const struct command_row* row = command_rows; row->name != NULL; ++row) {
    CHECK(row->type == row->number, row->name, "number");
    allot_command wanted;
    memset(&wanted, 0, sizeof wanted);
    wanted.type = row->number;
    for (const struct field_row* field = row->fields; field != NULL && field->name != NULL;
         ++field) {
      if (field->standard != 0) put_number(&wanted, field, field->standard);
    }
    allot_command command;
    memset(&command, 0xAA, sizeof command);
    allot_command_init(&command, row->number);
    CHECK(memcmp(&command, &wanted, sizeof command) == 0, row->name, "defaults");
  }
  allot_limits limits;
  allot_limits wanted;
  memset(&wanted, 0, sizeof wanted);
  wanted.struct_size = sizeof wanted;
  for (const struct field_row* field = limit_rows; field->name != NULL; ++field) {
    put_number(&wanted, field, field->standard);
  }
  memset(&limits, 0xAA, sizeof limits);
  CHECK(allot_limits_init(&limits, sizeof limits) == ALLOT_STATUS_OK, "limits", "init");
  CHECK(memcmp(&limits, &wanted, sizeof limits) == 0, "limits", "defaults");
}

/* The batch must be refused with a message that names `part`. */
static void check_malformed(allot_producer* producer, const allot_command* command,
                            const char* what, const char* part) {
  size_t accepted = 9;
  allot_error* error = NULL;
  const allot_status status = allot_producer_submit(producer, command, 1, &accepted, NULL, &error);
  CHECK(status == ALLOT_STATUS_INVALID_ARGUMENT && accepted == 0, what, part);
  const char* message = allot_error_message(error);
  if (strstr(message, part) == NULL) fprintf(stderr, "message: %s\n", message);
  CHECK(strstr(message, "commands[0]") != NULL && strstr(message, part) != NULL, what, part);
  allot_error_destroy(error);
}

/* Tries every wrong value of one member. `whole` is the struct that the row is of, inside or beside
 * *command; `name` is how the message calls the member. */
static void check_member(allot_producer* producer, allot_command* command, void* whole,
                         const struct field_row* row, const char* what, const char* name) {
  unsigned char* const member = (unsigned char*)whole + row->offset;
  switch (row->kind) {
    case FIELD_BOOLEAN:
      *member = 2;
      check_malformed(producer, command, what, name);
      break;
    case FIELD_CHOICE:
      *member = (unsigned char)row->choices;
      check_malformed(producer, command, what, name);
      *member = 255;
      check_malformed(producer, command, what, name);
      break;
    case FIELD_RESERVED:
      for (size_t i = 0; i < row->size; ++i) {
        member[i] = 1;
        check_malformed(producer, command, what, name);
        member[i] = 0;
      }
      break;
    case FIELD_TEXT: {
      const allot_text text = {NULL, 1};
      memcpy(member, &text, sizeof text);
      check_malformed(producer, command, what, name);
      break;
    }
    default: return;
  }
  memset(member, 0, row->size);
  if (row->standard != 0) put_number(whole, row, row->standard);
}

/* An array without memory, and an array with one element, of which each member is wrong in turn. */
static void check_array(allot_producer* producer, allot_command* command,
                        const struct field_row* row, const char* what) {
  unsigned char* const pointer = (unsigned char*)command + row->offset;
  const uint64_t one = 1;
  memcpy((unsigned char*)command + row[1].offset, &one, sizeof one);
  check_malformed(producer, command, what, row->name);
  uint64_t element[8] = {0};
  CHECK(row->element_size <= sizeof element, what, row->name);
  memcpy(pointer, &(void*){element}, sizeof(void*));
  for (const struct field_row* inside = row->element; inside != NULL && inside->name != NULL;
       ++inside) {
    char name[80];
    snprintf(name, sizeof name, "%s[0].%s", row->name, inside->name);
    check_member(producer, command, element, inside, what, name);
  }
  memset(pointer, 0, row->size);
  memset((unsigned char*)command + row[1].offset, 0, row[1].size);
}

static void test_malformed(allot_producer* producer) {
  unsigned char known[256] = {0};
  allot_command command;
  for (const struct command_row* row = command_rows; row->name != NULL; ++row) {
    CHECK(row->number < 256 && !known[row->number], row->name, "number");
    known[row->number] = 1;
    allot_command_init(&command, row->number);
    if (!row->from_hosts) {
      check_malformed(producer, &command, row->name, "only the engine");
      continue;
    }
    for (const struct field_row* field = row->fields; field->name != NULL; ++field) {
      if (field->kind == FIELD_ARRAY) {
        check_array(producer, &command, field, row->name);
      } else {
        check_member(producer, &command, &command, field, row->name, field->name);
      }
    }
    for (size_t i = row->size; i < sizeof command.body.bytes; ++i) {
      command.body.bytes[i] = 1;
      check_malformed(producer, &command, row->name, "behind the body");
      command.body.bytes[i] = 0;
    }
    command.reserved = 1;
    check_malformed(producer, &command, row->name, "reserved");
  }
  for (uint32_t type = 0; type < 258; ++type) {
    if (type < 256 && known[type]) continue;
    allot_command_init(&command, type);
    check_malformed(producer, &command, "unknown type", "ALLOT_COMMAND_*");
  }
}

/* Each named value is the slot that carries it, and no two values of an event share bytes. */
static void test_events(void) {
  allot_event event;
  for (size_t i = 0; i < sizeof event; ++i) ((unsigned char*)&event)[i] = (unsigned char)i;
  for (const struct event_row* row = event_rows; row->name != NULL; ++row) {
    CHECK(row->type == row->number, row->name, "number");
    unsigned char taken[sizeof event] = {0};
    for (const struct value_row* value = row->values; value->name != NULL; ++value) {
      CHECK(value->offset == value->raw_offset, row->name, value->name);
      CHECK(value->size <= value->raw_size, row->name, value->name);
      for (size_t i = value->offset; i < value->offset + value->size; ++i) {
        CHECK(i >= 16 && i < sizeof event && !taken[i], row->name, value->name);
        taken[i] = 1;
      }
    }
  }
  /* As a host reads them. */
  CHECK(event.placed.parcels == event.raw.quantity, "placed", "parcels");
  CHECK(event.placed.cost == event.raw.amount, "placed", "cost");
  CHECK(event.refused.command == (uint8_t)event.raw.amount, "refused", "command");
  CHECK(event.stock_received.lot == event.raw.order_key.low, "stock_received", "lot");
  CHECK(event.expired.pay_by == event.raw.time, "expired", "pay_by");
}

static void small_limits(allot_limits* limits) {
  CHECK(allot_limits_init(limits, sizeof *limits) == ALLOT_STATUS_OK, "limits", "init");
  limits->skus_max = limits->lots_max = 100;
  limits->orders_max = limits->closed_orders_max = limits->holds_max = 100;
  limits->lines_max = 1000;
  limits->lines_per_order_max = 10;
  limits->command_keys_max = limits->attempts_max = limits->list_entries_max = 100;
}

static allot_status open_with(const allot_limits* limits, allot_engine** engine,
                              allot_error** error) {
  allot_engine_options options;
  CHECK(allot_engine_options_init(&options, sizeof options) == ALLOT_STATUS_OK, "options", "init");
  options.limits = limits;
  options.durability = ALLOT_DURABILITY_NONE;
  options.threading = ALLOT_THREADING_HOST_STEPS;
  return allot_engine_open(&options, engine, error);
}

/* With this limit no engine opens, and the message names it. */
static void check_limit(const struct field_row* row, int64_t value) {
  allot_limits limits;
  small_limits(&limits);
  put_number(&limits, row, value);
  allot_engine* engine = NULL;
  allot_error* error = NULL;
  CHECK(open_with(&limits, &engine, &error) == ALLOT_STATUS_INVALID_ARGUMENT, "limit", row->name);
  CHECK(strstr(allot_error_message(error), row->name) != NULL, "limit", row->name);
  CHECK(engine == NULL, "limit", row->name);
  allot_error_destroy(error);
}

static void test_limits(void) {
  for (const struct field_row* row = limit_rows; row->name != NULL; ++row) {
    if (row->min != INT64_MIN) check_limit(row, row->min - 1);
    if (row->max != INT64_MAX) check_limit(row, row->max + 1);
    if (row->kind == FIELD_CHOICE) check_limit(row, row->choices);
    if (row->kind != FIELD_RESERVED) continue;
    for (size_t i = 0; i < row->size; ++i) check_limit(row, INT64_C(1) << (8 * i));
  }
}

int main(void) {
  test_numbers();
  test_statuses();
  test_defaults();
  test_events();
  test_limits();
  allot_limits limits;
  small_limits(&limits);
  allot_engine* engine = NULL;
  allot_producer* producer = NULL;
  CHECK(open_with(&limits, &engine, NULL) == ALLOT_STATUS_OK, "engine", "open");
  CHECK(allot_producer_open(engine, &producer, NULL) == ALLOT_STATUS_OK, "producer", "open");
  test_malformed(producer);
  CHECK(allot_producer_close(producer, NULL) == ALLOT_STATUS_OK, "producer", "close");
  CHECK(allot_engine_close(engine, NULL) == ALLOT_STATUS_OK, "engine", "close");
  printf("%d checks hold\n", checks);
  return 0;
}
