// One line of an order. Lines of the same SKU are merged into the first.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct OrderLine {
  SkuId sku{};  // what
  // how many; the same range for the sum over the order; units, 1 to 2^31-1
  std::uint32_t quantity{};
  MoneyMinor price{};                     // of one unit; minor units, from 0
  Shortage shortage{Shortage::by_order};  // what happens when it is short

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "sku", .needed = true}, self.sku);
    visit(Field{.name = "quantity", .needed = true, .min = 1, .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "price", .form = FieldForm::money, .needed = true, .min = 0}, self.price);
    visit(Field{.name = "shortage"}, self.shortage);
  }

  friend bool operator==(const OrderLine&, const OrderLine&) noexcept = default;
};

}  // namespace allot
