// Rows of any number of nodes: nobody's words are anybody else's, and all are zero at first.
#include "catalogue/sku_rows.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace allot {
namespace {

SkuRow row_of(std::uint32_t sku) {
  return {.available = UnitSum(sku * 7ULL),
          .held = UnitSum(sku * 11ULL),
          .waiting = UnitSum(sku * 13ULL),
          .queue = {sku * 17},
          .serve_item = {sku * 19},
          .list_price = -1'000'000'007LL * sku};
}
bool same(const SkuRow& a, const SkuRow& b) {
  return a.available == b.available && a.held == b.held && a.waiting == b.waiting &&
         a.queue == b.queue && a.serve_item == b.serve_item && a.list_price == b.list_price;
}

TEST(SkuRows, KeepEachSkuAndNodeApart) {
  for (std::uint32_t nodes = 1; nodes <= 40; ++nodes) {
    Limits limits;
    limits.skus_max = 5;
    limits.nodes_max = nodes;
    SkuRows rows(limits);
    for (SkuId sku{1}; sku.value <= limits.skus_max; ++sku.value) {
      EXPECT_TRUE(same(rows[sku], SkuRow{}));
      rows[sku] = row_of(sku.value);
      for (std::uint32_t node = 0; node < nodes; ++node) {
        EXPECT_FALSE(rows.available(sku)[node].present());
        EXPECT_FALSE(rows.safety(sku)[node].present());
        EXPECT_FALSE(rows.first_lot(sku)[node].present());
        rows.available(sku)[node] = Units{sku.value * 1'000 + node};
        rows.safety(sku)[node] = Units{sku.value * 2'000 + node};
        rows.first_lot(sku)[node] = LotSlot{sku.value * 3'000 + node};
      }
    }
    for (SkuId sku{1}; sku.value <= limits.skus_max; ++sku.value) {
      const SkuRows& read = rows;
      EXPECT_TRUE(same(read[sku], row_of(sku.value))) << nodes << " nodes";
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(&read[sku]) % 64, 0U);
      for (std::uint32_t node = 0; node < nodes; ++node) {
        ASSERT_EQ(read.available(sku)[node].value, sku.value * 1'000 + node);
        ASSERT_EQ(read.safety(sku)[node].value, sku.value * 2'000 + node);
        ASSERT_EQ(read.first_lot(sku)[node].value, sku.value * 3'000 + node);
      }
    }
  }
}

TEST(SkuRows, SevenNodesLieOnTwoCacheLines) {
  Limits limits;
  limits.skus_max = 2;
  limits.nodes_max = 7;
  const SkuRows rows(limits);
  const auto* first = reinterpret_cast<const std::byte*>(&rows[SkuId{1}]);
  const auto* second = reinterpret_cast<const std::byte*>(&rows[SkuId{2}]);
  EXPECT_EQ(second - first, 128);
}

}  // namespace
}  // namespace allot
