// One line of an order. Lines of the same SKU and the same line_number are merged into the first.
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
  // of all its units, in place of price; minor units, from 0
  MoneyMinor total{};
  // taken off its price or total, which is not less; minor units, from 0
  MoneyMinor discount{};
  // on all its units; the channel says whether prices include it; minor units, from 0
  MoneyMinor tax{};
  // when the customer wants it; kept and told, and nothing else depends on it; 0 is no date; ns
  // since 1970, 0 to 4,000,000,000,000,000,000
  TimeNs wanted_at{};
  // the line's number as the shop has it: lines of one SKU with other numbers stay apart, and
  // commands name them by it; 0 is none
  std::uint16_t line_number{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "sku", .needed = true}, self.sku);
    visit(Field{.name = "quantity", .needed = true, .min = 1, .max = 2'147'483'647}, self.quantity);
    visit(
        Field{
            .name = "price", .form = FieldForm::money, .needed = true, .unless = "total", .min = 0},
        self.price);
    visit(Field{.name = "shortage"}, self.shortage);
    visit(Field{.name = "total", .form = FieldForm::money, .added = 1, .min = 0}, self.total);
    visit(Field{.name = "discount", .form = FieldForm::money, .added = 2, .min = 0}, self.discount);
    visit(Field{.name = "tax", .form = FieldForm::money, .added = 3, .min = 0}, self.tax);
    visit(Field{.name = "wanted_at",
                .form = FieldForm::time,
                .added = 4,
                .min = 0,
                .max = 4'000'000'000'000'000'000},
          self.wanted_at);
    visit(Field{.name = "line_number", .added = 5}, self.line_number);
  }

  friend bool operator==(const OrderLine&, const OrderLine&) noexcept = default;
};

}  // namespace allot
