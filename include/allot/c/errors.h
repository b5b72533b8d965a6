/* Why a call failed, where the environment or the caller is to blame. What the business refuses is
 * no error: see reasons.h. */
#ifndef ALLOT_C_ERRORS_H
#define ALLOT_C_ERRORS_H

#include "allot/c/statuses.h"
#include "allot/c/types.h"

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_ERRORS_H */
