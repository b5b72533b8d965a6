#include "catalogue/sku_sets.hpp"

#include <algorithm>

namespace allot {

SkuSets::SkuSets(const Limits& limits, SkuRows& rows)
    : members_max_(limits.sku_set_skus_max),
      codes_(limits.sku_sets_max),
      rows_(rows),
      members_(members_max_ * limits.sku_sets_max),
      counts_(limits.sku_sets_max) {}

SkuSetId SkuSets::put(const Code& code, std::span<const SkuId> members) {
  SkuSetId set{codes_.find(code.text())};
  if (!set.present()) set.value = codes_.add(code);
  if (!set.present()) return set;
  for (const SkuId sku : this->members(set)) rows_.sets(sku)[word_of(set)] &= ~bit_of(set);
  SkuId* const first = &members_[first_of(set)];
  SkuId* const end = std::copy(members.begin(), members.end(), first);
  std::sort(first, end);
  counts_[set.value - 1] = static_cast<std::uint32_t>(std::unique(first, end) - first);
  for (const SkuId sku : this->members(set)) rows_.sets(sku)[word_of(set)] |= bit_of(set);
  return set;
}

}  // namespace allot
