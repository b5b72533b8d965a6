// One row per SKU, in whole cache lines: what several rooms keep of a SKU lies side by side, so
// that an order fetches it at once. First the words of the stock room, of which only the number is
// known here, then the list price. With up to seven nodes a row is two lines; with eight the price
// lies on a third.
#pragma once

#include <cstdint>
#include <cstring>

#include "allot/messages/limits.hpp"
#include "allot/types/ids.hpp"
#include "containers/page_array.hpp"

namespace allot {

class SkuRows {
 public:
  // Of the stock room: for the SKU, and for each of its nodes.
  static constexpr std::size_t sku_words = 8;
  static constexpr std::size_t node_words = 3;

  explicit SkuRows(const Limits& limits)
      : price_at_((sku_words + node_words * limits.nodes_max + price_words - 1) / price_words *
                  price_words),
        stride_((price_at_ + price_words + words_per_line - 1) / words_per_line * words_per_line),
        // A window of eight nodes may be read beyond the last node of the last row.
        words_(stride_ * limits.skus_max + words_per_line) {}

  [[nodiscard]] std::uint32_t* stock(SkuId sku) noexcept { return &words_[row_at(sku)]; }
  [[nodiscard]] const std::uint32_t* stock(SkuId sku) const noexcept {
    return &words_[row_at(sku)];
  }

  [[nodiscard]] MoneyMinor list_price(SkuId sku) const noexcept {
    MoneyMinor price{};
    std::memcpy(&price, &words_[row_at(sku) + price_at_], sizeof price);
    return price;
  }
  void set_list_price(SkuId sku, MoneyMinor price) noexcept {
    std::memcpy(&words_[row_at(sku) + price_at_], &price, sizeof price);
  }

  // Asks memory for the first two lines of a row, and for the one with the price.
  [[gnu::always_inline]] void prefetch(SkuId sku) const noexcept {
    const std::uint32_t* row = &words_[row_at(sku)];
    __builtin_prefetch(row, 1);
    if (stride_ == words_per_line) return;
    __builtin_prefetch(row + words_per_line, 1);
    if (stride_ > 2 * words_per_line) __builtin_prefetch(row + price_at_);
  }

 private:
  static constexpr std::size_t words_per_line = 16;
  static constexpr std::size_t price_words = sizeof(MoneyMinor) / sizeof(std::uint32_t);

  [[nodiscard]] std::size_t row_at(SkuId sku) const noexcept {
    return std::size_t{sku.value - 1} * stride_;
  }

  std::size_t price_at_;
  std::size_t stride_;  // 4-byte words
  PageArray<std::uint32_t> words_;
};

}  // namespace allot
