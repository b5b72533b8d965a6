#include "read_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message_tables.h"

enum { elements_max = 100, element_bytes_max = 64 };

static const char* current = "";

/* The word that next_word() gives next; NULL at the end of the line. */
static const char* peeked = NULL;
static const char* peeked_word(void) {
  if (peeked == NULL) peeked = strtok(NULL, " \n");
  return peeked;
}

static const char* next_word(void) {
  const char* word = peeked_word();
  peeked = NULL;
  if (word == NULL) {
    fprintf(stderr, "%s: a word is missing\n", current);
    exit(2);
  }
  return word;
}

/* Stores a number in `size` bytes; hosts are little-endian. */
static void put_number(unsigned char* into, size_t size, const char* word) {
  const uint64_t number =
      word[0] == '-' ? (uint64_t)strtoll(word, NULL, 10) : (uint64_t)strtoull(word, NULL, 10);
  memcpy(into, &number, size);
}

static void put_key(unsigned char* into, const char* word) {
  allot_error* error = NULL;
  if (allot_key_parse(word, strlen(word), (allot_key*)(void*)into, &error) != ALLOT_STATUS_OK) {
    fprintf(stderr, "%s: %s\n", current, allot_error_message(error));
    exit(2);
  }
}

static void read_array(const struct field_row* row, unsigned char* whole);

static void read_field(const struct field_row* row, unsigned char* whole) {
  unsigned char* const into = whole + row->offset;
  switch (row->kind) {
    case FIELD_NUMBER:
    case FIELD_BOOLEAN:
    case FIELD_CHOICE: put_number(into, row->size, next_word()); break;
    case FIELD_KEY: put_key(into, next_word()); break;
    case FIELD_TEXT: {
      const char* word = next_word();
      const allot_text text = {word, strlen(word)};
      memcpy(into, &text, sizeof text);
      break;
    }
    case FIELD_ARRAY: read_array(row, whole); break;
    case FIELD_COUNT:
    case FIELD_RESERVED: break;
  }
}

/* Those that came later follow as name=value, where they are not left out. */
static void read_fields(const struct field_row* rows, unsigned char* whole) {
  for (const struct field_row* row = rows; row->name != NULL; ++row) {
    if (row->added == 0) read_field(row, whole);
  }
  while (peeked_word() != NULL && strchr(peeked_word(), '=') != NULL) {
    const struct field_row* row = rows;
    size_t length = strcspn(peeked_word(), "=");
    while (row->name != NULL && (row->added == 0 || strlen(row->name) != length ||
                                 strncmp(row->name, peeked_word(), length) != 0)) {
      ++row;
    }
    if (row->name == NULL) return; /* it is one of the command, not of its last line */
    peeked += length + 1;          /* the value is the next word */
    read_field(row, whole);
  }
}

/* `row` is of the pointer, the next one of the count. */
static void read_array(const struct field_row* row, unsigned char* whole) {
  static uint64_t memory[elements_max * element_bytes_max / sizeof(uint64_t)];
  unsigned char* const elements = (unsigned char*)memory;
  const uint64_t count = strtoull(next_word(), NULL, 10);
  if (count > elements_max || row->element_size > element_bytes_max) {
    fprintf(stderr, "%s: more than %d elements\n", current, elements_max);
    exit(2);
  }
  memset(memory, 0, sizeof memory);
  for (uint64_t i = 0; i < count; ++i) {
    unsigned char* const element = elements + i * row->element_size;
    if (row->element != NULL) {
      read_fields(row->element, element);
    } else {
      put_number(element, row->element_size, next_word());
    }
  }
  memcpy(whole + row->offset, &(const void*){elements}, sizeof(void*));
  memcpy(whole + row[1].offset, &count, sizeof count);
}

void read_table_line(char* line, allot_command* command) {
  peeked = NULL;
  const char* const time = strtok(line, " \n");
  const char* const name = next_word();
  current = name;
  for (const struct command_row* row = command_rows; row->name != NULL; ++row) {
    if (strcmp(row->name, name) != 0 || !row->from_hosts) continue;
    allot_command_init(command, row->type);
    command->time = strtoll(time, NULL, 10);
    read_fields(row->fields, (unsigned char*)command);
    if (peeked_word() != NULL) {
      fprintf(stderr, "%s: a word too many: %s\n", name, peeked_word());
      exit(2);
    }
    return;
  }
  fprintf(stderr, "%s: no such command\n", name);
  exit(2);
}
