/* Why a call failed, where the environment or the caller is to blame. What the business refuses
 * is no failure: see Reason. Each comment says what a caller can do as those of Reason do.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_STATUSES_H
#define ALLOT_C_STATUSES_H

#include "allot/c/settings.h"
#include "allot/c/types.h"

typedef int32_t allot_status;
enum {
  ALLOT_STATUS_OK = 0,               /* none: all is well */
  ALLOT_STATUS_INVALID_ARGUMENT = 1, /* fix: the caller has to change something */
  ALLOT_STATUS_NOT_FOUND = 2,        /* fix: something that should be there is not */
  ALLOT_STATUS_CORRUPT = 3,          /* permanent: stored bytes are not what was written */
  ALLOT_STATUS_IO_ERROR = 4,         /* fix: the operating system said no */
  ALLOT_STATUS_STORAGE_FULL = 5,     /* retry: no space is left */
  ALLOT_STATUS_UNSUPPORTED = 6,      /* permanent: another version of a format */
  /* permanent: a broken invariant or a failed write stopped the engine */
  ALLOT_STATUS_POISONED = 7,
  /* fix: opened by another process: this one is a child that it made by fork */
  ALLOT_STATUS_OTHER_PROCESS = 8,
  /* permanent: the log is shorter than it, or its host, knows that it was */
  ALLOT_STATUS_TRUNCATED = 9,
  /* fix: the handle was closed before, never opened, or is of another kind */
  ALLOT_STATUS_INVALID_HANDLE = 32,
  /* retry: what was opened from the handle is open, or another call is inside */
  ALLOT_STATUS_IN_USE = 33,
  ALLOT_STATUS_OUT_OF_MEMORY = 34, /* retry: out of memory */
  ALLOT_STATUS_INTERNAL = 35       /* permanent: a bug in the library */
};

#ifdef __cplusplus
extern "C" {
#endif

/* Returns: [view] the name of a status, such as "io_error"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_status_name(allot_status status);
/* Returns: [view] the status in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_status_text(allot_status status);
/* Returns: ALLOT_ADVICE_*: what a caller can do about it; ALLOT_ADVICE_NONE for other numbers.
 * Any thread. */
ALLOT_API uint8_t allot_status_advice(allot_status status);
/* Returns: [view] what to do about it, in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_status_to_do(allot_status status);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_STATUSES_H */
