/* Why a call failed, where the environment or the caller is to blame. What the business refuses is
 * no error: see reasons.h. */
#ifndef ALLOT_C_ERRORS_H
#define ALLOT_C_ERRORS_H

#include "allot/c/types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t allot_status;
enum {
  ALLOT_STATUS_OK = 0,
  ALLOT_STATUS_INVALID_ARGUMENT = 1, /* the caller has to change something */
  ALLOT_STATUS_NOT_FOUND = 2,
  ALLOT_STATUS_CORRUPT = 3,  /* stored bytes are not what was written */
  ALLOT_STATUS_IO_ERROR = 4, /* the operating system said no */
  ALLOT_STATUS_STORAGE_FULL = 5,
  ALLOT_STATUS_UNSUPPORTED = 6,     /* another version of a format */
  ALLOT_STATUS_POISONED = 7,        /* a broken invariant or failed write stopped the engine */
  ALLOT_STATUS_OTHER_PROCESS = 8,   /* opened by another process: this is a child made by fork */
  ALLOT_STATUS_TRUNCATED = 9,       /* the log is shorter than it, or its host, knows it was */
  ALLOT_STATUS_INVALID_HANDLE = 32, /* closed before, never opened, or of another kind */
  ALLOT_STATUS_IN_USE = 33,         /* open children, or another call is inside */
  ALLOT_STATUS_OUT_OF_MEMORY = 34,
  ALLOT_STATUS_INTERNAL = 35 /* a bug in the library */
};

typedef struct allot_error allot_error;

/* Returns: the status that the failing call returned; OK for NULL. Any thread. */
ALLOT_API allot_status allot_error_status(const allot_error* error);
/* Returns: [view until the error is destroyed] what is wrong and what to do, ends in NUL; "" for
 * NULL. Any thread. */
ALLOT_API const char* allot_error_message(const allot_error* error);
/* Returns: whether the same call may succeed later without a change. Any thread. */
ALLOT_API bool allot_error_is_retriable(const allot_error* error);
/* Returns: whether the engine will refuse everything from now on. Any thread. */
ALLOT_API bool allot_error_is_fatal(const allot_error* error);
/* error: an error that was given out, once; or NULL. Any thread. */
ALLOT_API void allot_error_destroy(allot_error* error);
/* Returns: [view] the name of a status, such as "io_error"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_status_name(allot_status status);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_ERRORS_H */
