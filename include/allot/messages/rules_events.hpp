// What the events of the group rules say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// A rule holds for an order, or could not be evaluated. Told before what became of the order.
struct RuleHit {
  static constexpr EventType type = EventType::rule_hit;

  OrderKey order_key{};     // which order
  std::uint32_t version{};  // of which version
  // which rule of that set, in the order of decision, from 0
  std::uint16_t rule{};
  RulePhase phase{RulePhase::limit};        // in which it decides
  HitOutcome outcome{HitOutcome::decided};  // what came of it
  RuleError error{RuleError::none};         // why it could not be evaluated; absent where it holds
  std::int64_t score{};                     // what it adds to the order's score

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key}, self.order_key);
    visit(EventField{"version", EventSlot::node}, self.version);
    visit(EventField{"rule", EventSlot::line}, self.rule);
    visit(EventField{"phase", EventSlot::quantity}, self.phase);
    visit(EventField{"outcome", EventSlot::reason}, self.outcome);
    visit(EventField{"error", EventSlot::sku, Presence::not_zero}, self.error);
    visit(EventField{"score", EventSlot::amount, Presence::not_zero}, self.score);
  }

  friend bool operator==(const RuleHit&, const RuleHit&) noexcept = default;
};

}  // namespace allot::events
