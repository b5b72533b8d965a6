/* The types that everything else in the C interface is made of. */
#ifndef ALLOT_C_TYPES_H
#define ALLOT_C_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__) || defined(__clang__)
#define ALLOT_API __attribute__((visibility("default")))
#else
#define ALLOT_API
#endif

/* 128-bit name chosen by the host; both halves 0 means absent. An 8-byte key has high == 0. */
typedef struct allot_key {
  uint64_t low;
  uint64_t high;
} allot_key;

/* Text without an end mark. `data` may be NULL when `size` is 0. */
typedef struct allot_text {
  const char* data;
  uint64_t size;
} allot_text;

#endif /* ALLOT_C_TYPES_H */
