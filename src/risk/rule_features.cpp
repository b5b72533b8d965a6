#include "risk/rule_features.hpp"

#include <algorithm>
#include <utility>

#include "allot/types/check.hpp"

namespace allot {
namespace {

// What a table is made of: neither number nor use in a set changes what is counted.
FeatureDeclaration counted_alone(FeatureDeclaration declaration) {
  declaration.id = 1;
  declaration.may_block = false;
  return declaration;
}

}  // namespace

bool counts_the_same(const FeatureDeclaration& a, const FeatureDeclaration& b) noexcept {
  return a.kind == b.kind && a.feeds == b.feeds && a.key == b.key && a.key_second == b.key_second &&
         a.distinct == b.distinct && a.amount == b.amount && a.window_ns == b.window_ns &&
         a.step_ns == b.step_ns && a.cap == b.cap && a.keys_max == b.keys_max && a.prior == b.prior;
}

void RuleFeatures::declare(std::span<const FeatureDeclaration> declarations) {
  std::vector<Kept> before = std::exchange(kept_, {});
  for (const FeatureDeclaration& declaration : declarations) {
    const auto counts_it = [&declaration](const Kept& kept) {
      return kept.table != nullptr && counts_the_same(kept.declaration, declaration);
    };
    if (std::ranges::any_of(kept_, counts_it)) continue;
    const auto known = std::ranges::find_if(before, counts_it);
    if (known != before.end()) {
      kept_.push_back(std::move(*known));
      continue;
    }
    const FeatureDeclaration alone = counted_alone(declaration);
    kept_.push_back({alone, std::make_unique<FeatureTable>(std::span(&alone, 1))});
  }
  values_.assign(kept_.size(), {});
}

std::uint64_t RuleFeatures::keys_of(std::span<const FeatureDeclaration> declarations) {
  std::uint64_t keys = 0;
  for (std::size_t i = 0; i < declarations.size(); ++i) {
    const FeatureDeclaration& one = declarations[i];
    const bool counted = std::ranges::any_of(
        declarations.first(i),
        [&one](const FeatureDeclaration& before) { return counts_the_same(before, one); });
    if (!counted) keys += one.keys_max;
  }
  return keys;
}

std::uint32_t RuleFeatures::find(const FeatureDeclaration& declaration) const noexcept {
  const auto known = std::ranges::find_if(kept_, [&declaration](const Kept& kept) {
    return counts_the_same(kept.declaration, declaration);
  });
  ALLOT_CHECK(known != kept_.end());
  return static_cast<std::uint32_t>(known - kept_.begin());
}

void RuleFeatures::observe(const FeatureEvent& event) {
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    kept_[i].table->observe(event, std::span(&values_[i], 1));
  }
}

void RuleFeatures::feed(const FeatureEvent& event) {
  for (const Kept& kept : kept_) kept.table->feed(event);
}

void RuleFeatures::read(const FeatureEvent& event) {
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    values_[i] = kept_[i].table->read(0, key_of(kept_[i].declaration, event), event.time);
  }
}

}  // namespace allot
