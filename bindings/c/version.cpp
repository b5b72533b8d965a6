// Which library this is.
#include "allot/allot.h"

static_assert(ALLOT_ABI_MAJOR == ALLOT_C_SOVERSION, "change both, in allot.h and CMakeLists.txt");

const char* allot_version(void) { return ALLOT_VERSION; }
uint32_t allot_abi_version(void) { return ALLOT_ABI_VERSION; }
