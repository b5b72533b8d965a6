// The numbers of commands and of events.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "allot/messages/command_number.hpp"
#include "allot/messages/event_number.hpp"

namespace allot {}  // namespace allot
