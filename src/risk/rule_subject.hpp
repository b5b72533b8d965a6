// An order as rule sets see it.
#pragma once

#include <span>

#include "allot/messages/command.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/checked_order.hpp"

namespace allot {

struct RuleSubject {
  const CheckedOrder& order;
  const Catalogue& catalogue;
  OrderKey key;
  std::span<const OrderAttribute> attributes;
  MoneyMinor discount{};  // of the whole order
  MoneyMinor shipping{};
  TimeNs now{};
  TimeNs ship_by{};  // 0: none
  std::uint8_t priority{};
  bool is_place{};  // false: a sale that was made elsewhere
};

// Returns: the value of the attribute with this name; null where the order has none.
[[nodiscard]] inline const std::int64_t* attribute_of(const RuleSubject& subject,
                                                      Token name) noexcept {
  for (const OrderAttribute& attribute : subject.attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

}  // namespace allot
