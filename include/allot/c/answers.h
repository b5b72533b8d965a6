/* What a producer is told. */
#ifndef ALLOT_C_ANSWERS_H
#define ALLOT_C_ANSWERS_H

#include "allot/c/types.h"

/* What a producer is told about one command. Reason 0 is ok; a duplicate repeats the first one. */
typedef struct allot_answer {
  allot_key command_key;
  uint64_t sequence;       /* of this command; 0 when it was not sequenced */
  uint64_t first_sequence; /* of the command it repeats, for a duplicate, else 0 */
  uint16_t reason;         /* ALLOT_REASON_* */
  uint8_t duplicate;       /* 0 or 1 */
  uint8_t reserved;
  uint32_t id; /* of the entry with the code that the command names, made, changed or only found,
                  also when it was refused or is a duplicate; 0 when there is none, and for
                  commands that define nothing with a code */
} allot_answer;

#endif /* ALLOT_C_ANSWERS_H */
