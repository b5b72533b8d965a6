// The commands of the group service. What each does, in which order, and every reason:
// docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// What a shop promises of the orders of a channel. Promises that begin from then on are made by it;
// those that run stay as they are. A log begins without any.
struct SetServiceLevel {
  static constexpr std::string_view name = "service_level";
  static constexpr CommandType type = CommandType::service_level;

  CommandKey command_key{};                   // makes the command idempotent
  ChannelId channel{};                        // of whose orders; not 0
  ServiceKind kind{ServiceKind::processing};  // what is promised
  bool promised{true};                        // false promises it no more
  // how long that may take. Of ship_by 0, since each order says its own time; of all others not 0,
  // where it is promised; ns, 0 to 10^18
  std::int64_t within_ns{};
  // how long before that time is over a warning is told; 0 is never. Less than within_ns, where
  // that is not 0; 0 to 10^18
  std::int64_t warn_before_ns{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "channel", .needed = true, .not_zero = true}, self.channel);
    visit(Field{.name = "kind"}, self.kind);
    visit(Field{.name = "promised"}, self.promised);
    visit(Field{.name = "within_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.within_ns);
    visit(Field{.name = "warn_before_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.warn_before_ns);
  }
};

}  // namespace allot
