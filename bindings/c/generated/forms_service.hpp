// The commands of the group service, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<SetServiceLevel> {
  using Struct = allot_service_level;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("channel", c.channel, cpp.channel);
    visit.choice("kind", c.kind, cpp.kind, 4);
    visit("promised", c.promised, cpp.promised);
    visit("within_ns", c.within_ns, cpp.within_ns);
    visit("warn_before_ns", c.warn_before_ns, cpp.warn_before_ns);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

}  // namespace allot::c
