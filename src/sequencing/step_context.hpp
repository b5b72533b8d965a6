// What one step is part of: when it happens, under which number, and where its events go. Every
// room that changes state is handed it.
#pragma once

#include "allot/messages/outcome.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct StepContext {
  TimeNs now{};
  Sequence sequence{};
  Outcome* out{};
};

}  // namespace allot
