// Versions and the names of reasons. The texts are string literals, so they end in NUL.
#include "allot/allot.h"
#include "allot/messages/reason.hpp"

namespace {

static_assert(ALLOT_ABI_MAJOR == ALLOT_C_SOVERSION, "change both, in allot.h and CMakeLists.txt");

// ok stands for unknown numbers too in reason_text(); here they are told apart.
const allot::ReasonText* entry_of(uint16_t reason) noexcept {
  const allot::ReasonText& entry = allot::reason_text(static_cast<allot::Reason>(reason));
  return static_cast<uint16_t>(entry.reason) == reason ? &entry : nullptr;
}

}  // namespace

const char* allot_version(void) { return ALLOT_VERSION; }
uint32_t allot_abi_version(void) { return ALLOT_ABI_VERSION; }

const char* allot_reason_name(uint16_t reason) {
  const allot::ReasonText* entry = entry_of(reason);
  return entry == nullptr ? "unknown" : entry->name.data();
}

const char* allot_reason_text(uint16_t reason) {
  const allot::ReasonText* entry = entry_of(reason);
  return entry == nullptr ? "unknown" : entry->text.data();
}
