// A shop in which news of an order races the end of its hold: it has five units of a SKU, of which
// the order holds three, and other holds that are due before it, so that a sweep reaches it late.
#pragma once

#include <cstdint>

#include "support/shop.hpp"

namespace allot::test {

struct RaceShop : Shop {
  RaceShop(int others, std::uint32_t work_units) : Shop(limits_of(work_units)) {
    open(1);
    sku_raced = sku("A");
    const SkuId filler = sku("B");
    receive(sku_raced, 1, 5);
    receive(filler, 1, 100);
    for (int i = 0; i < others; ++i) {
      place(100 + static_cast<std::uint64_t>(i), {{filler, 1, 0}});
    }
    place(1, {{sku_raced, 3, 10}});  // due at 1 + 1000
  }

  SkuId sku_raced;

 private:
  static Limits limits_of(std::uint32_t work_units) {
    Limits limits = shop_limits();
    limits.work_units = work_units;
    return limits;
  }
};

}  // namespace allot::test
