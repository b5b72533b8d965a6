// Sets of SKUs, for what counts over several of them, such as a cap.
//
// Each SKU has one bit for each set in its row, so that an order fetches its SKUs' sets with them.
// Memory is taken once, for as many sets and members as the limits allow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "allot/messages/limits.hpp"
#include "allot/types/ids.hpp"
#include "catalogue/code_table.hpp"
#include "catalogue/sku_rows.hpp"
#include "containers/page_array.hpp"

namespace allot {

class SkuSets {
 public:
  // Borrows the rows.
  SkuSets(const Limits& limits, SkuRows& rows);

  // Most members of one set.
  [[nodiscard]] std::size_t members_max() const noexcept { return members_max_; }

  // Requires: a valid code, no more than members_max() members, all of them known SKUs.
  // Effects:  the set with this code has these members from now on, each once, and no others.
  // Returns:  its id; an absent one when the set is new and there is no room.
  // Cost:     O(n log n) in the members that it had and that it gets.
  [[nodiscard]] SkuSetId put(const Code& code, std::span<const SkuId> members);

  // Requires: a known SKU and a known set. Cost: O(1), one cache line at most.
  [[nodiscard]] bool contains(SkuSetId set, SkuId sku) const noexcept {
    return (std::as_const(rows_).sets(sku)[word_of(set)] & bit_of(set)) != 0;
  }
  // Returns: the members of a known set, ascending.
  [[nodiscard]] std::span<const SkuId> members(SkuSetId set) const noexcept {
    return {&members_[first_of(set)], counts_[set.value - 1]};
  }
  [[nodiscard]] bool known(SkuSetId set) const noexcept { return codes_.known(set.value); }
  [[nodiscard]] const CodeTable& codes() const noexcept { return codes_; }

  template <class Visit>
  friend void visit_pages(SkuSets& sets, Visit& visit) {
    visit_pages_of(visit, sets.codes_, sets.members_, sets.counts_);
  }

 private:
  static constexpr std::uint32_t word_bits = 32;

  [[nodiscard]] static std::size_t word_of(SkuSetId set) noexcept {
    return (set.value - 1) / word_bits;
  }
  [[nodiscard]] static std::uint32_t bit_of(SkuSetId set) noexcept {
    return std::uint32_t{1} << (set.value - 1) % word_bits;
  }
  [[nodiscard]] std::size_t first_of(SkuSetId set) const noexcept {
    return std::size_t{set.value - 1} * members_max_;
  }

  std::size_t members_max_;
  CodeTable codes_;
  SkuRows& rows_;
  PageArray<SkuId> members_;         // members_max_ places for each set
  PageArray<std::uint32_t> counts_;  // of the members of each set
};

}  // namespace allot
