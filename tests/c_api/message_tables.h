/* Every command, event, number and limit of the C interface as rows. The rows are made from the
 * description of messages (generated/), so that a test which walks them reaches everything that is
 * added to it. */
#ifndef ALLOT_TESTS_C_API_MESSAGE_TABLES_H
#define ALLOT_TESTS_C_API_MESSAGE_TABLES_H

#include <allot/allot.h>

/* Offset and size of a member. */
#define LIES_AT(whole, path) offsetof(whole, path), sizeof(((whole*)0)->path)

enum field_kind {
  FIELD_NUMBER,  /* of `size` bytes */
  FIELD_BOOLEAN, /* 0 or 1 */
  FIELD_CHOICE,  /* 0 to choices - 1 */
  FIELD_KEY,
  FIELD_TEXT,
  FIELD_ARRAY, /* a pointer to elements; the next row is their count */
  FIELD_COUNT,
  FIELD_RESERVED /* must be zero */
};

/* One member of a struct. */
struct field_row {
  const char* name; /* of the field in the description, but for counts and reserved members */
  enum field_kind kind;
  size_t offset; /* in an allot_command, allot_limits or element */
  size_t size;
  int is_signed;
  int64_t standard; /* what the init function sets */
  unsigned choices;
  int64_t min; /* of a limit */
  int64_t max;
  const struct field_row* element; /* of an array of structs, up to a row without a name */
  size_t element_size;
  unsigned added; /* 0: of the first format; else its number among the fields that came later */
};

struct command_row {
  const char* name;
  uint32_t type;   /* the constant of the header */
  uint32_t number; /* that of the description */
  int from_hosts;
  size_t size;                    /* of the body's member */
  const struct field_row* fields; /* in the order of the description, up to a row without a name */
};

/* One value of an event: by its name and by its slot. */
struct value_row {
  const char* name; /* NULL ends the rows */
  size_t offset;
  size_t size;
  size_t raw_offset;
  size_t raw_size;
};

struct event_row {
  const char* name;
  uint32_t type;
  uint32_t number;
  const struct value_row* values;
};

/* One constant of the header, with the name that its function gives. */
struct number_row {
  const char* constant;
  uint32_t value;  /* of the constant */
  uint32_t number; /* of the description */
  const char* name;
  const char* (*name_of)(uint32_t number);
};

struct reason_row {
  uint16_t value; /* of the constant */
  uint16_t number;
  const char* name;
  const char* text;
  const char* to_do;
  uint8_t advice;
};

#ifdef __cplusplus
extern "C" {
#endif
/* Each ends with a row whose name, or constant, is NULL. */
extern const struct field_row line_rows[];
extern const struct command_row command_rows[];
extern const struct field_row limit_rows[];
extern const struct event_row event_rows[];
extern const struct number_row number_rows[];
extern const struct reason_row reason_rows[];
extern const struct reason_row status_rows[];
#ifdef __cplusplus
}
#endif

#endif
