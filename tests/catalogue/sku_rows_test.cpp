// Rows of any number of nodes: nobody's words are anybody else's, and all are zero at first.
#include "catalogue/sku_rows.hpp"

#include <gtest/gtest.h>

namespace allot {
namespace {

TEST(SkuRows, KeepStockAndPriceApart) {
  for (std::uint32_t nodes = 1; nodes <= 40; ++nodes) {
    Limits limits;
    limits.skus_max = 5;
    limits.nodes_max = nodes;
    SkuRows rows(limits);
    const std::size_t words = SkuRows::sku_words + SkuRows::node_words * nodes;
    for (std::uint32_t sku = 1; sku <= limits.skus_max; ++sku) {
      EXPECT_EQ(rows.list_price({sku}), 0);
      for (std::size_t i = 0; i < words; ++i) EXPECT_EQ(rows.stock({sku})[i], 0U);
    }
    for (std::uint32_t sku = 1; sku <= limits.skus_max; ++sku) {
      rows.set_list_price({sku}, -1'000'000'007LL * sku);
      for (std::size_t i = 0; i < words; ++i) {
        rows.stock({sku})[i] = sku * 1'000 + static_cast<std::uint32_t>(i);
      }
    }
    for (std::uint32_t sku = 1; sku <= limits.skus_max; ++sku) {
      EXPECT_EQ(rows.list_price({sku}), -1'000'000'007LL * sku);
      for (std::size_t i = 0; i < words; ++i) {
        ASSERT_EQ(rows.stock({sku})[i], sku * 1'000 + i) << nodes << " nodes";
      }
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(rows.stock({sku})) % 64, 0U);
    }
  }
}

}  // namespace
}  // namespace allot
