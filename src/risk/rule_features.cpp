#include "risk/rule_features.hpp"

#include <algorithm>
#include <utility>

#include "allot/types/check.hpp"

namespace allot {

bool counts_the_same(const FeatureDeclaration& a, const FeatureDeclaration& b) noexcept {
  return a.kind == b.kind && a.feeds == b.feeds && a.key == b.key && a.key_second == b.key_second &&
         a.distinct == b.distinct && a.amount == b.amount && a.window_ns == b.window_ns &&
         a.step_ns == b.step_ns && a.cap == b.cap && a.keys_max == b.keys_max && a.prior == b.prior;
}

std::vector<FeatureDeclaration> RuleFeatures::counted_of(
    std::span<const FeatureDeclaration> declarations) {
  std::vector<FeatureDeclaration> counted;
  for (const FeatureDeclaration& declaration : declarations) {
    const auto is_it = [&declaration](const FeatureDeclaration& other) {
      return counts_the_same(declaration, other);
    };
    if (std::ranges::any_of(counted, is_it)) continue;
    counted.push_back(declaration);
    // Neither number nor use in a set changes what is counted.
    counted.back().id = static_cast<std::uint16_t>(counted.size());
    counted.back().may_block = false;
  }
  return counted;
}

std::uint64_t RuleFeatures::keys_of(std::span<const FeatureDeclaration> counted) noexcept {
  std::uint64_t keys = 0;
  for (const FeatureDeclaration& one : counted) keys += one.keys_max;
  return keys;
}

void RuleFeatures::declare(std::vector<FeatureDeclaration> counted) {
  std::unique_ptr<FeatureTable> table;
  if (!counted.empty()) table = std::make_unique<FeatureTable>(counted);
  if (table != nullptr && table_ != nullptr) table->adopt(*table_);
  table_ = std::move(table);
  counted_ = std::move(counted);
  values_.assign(counted_.size(), {});
}

std::uint32_t RuleFeatures::find(const FeatureDeclaration& declaration) const noexcept {
  const auto known = std::ranges::find_if(counted_, [&declaration](const FeatureDeclaration& one) {
    return counts_the_same(one, declaration);
  });
  ALLOT_CHECK(known != counted_.end());
  return static_cast<std::uint32_t>(known - counted_.begin());
}

void RuleFeatures::observe(const FeatureEvent& event) {
  if (table_ != nullptr) table_->observe(event, values_);
}

void RuleFeatures::feed(const FeatureEvent& event) {
  if (table_ != nullptr) table_->feed(event);
}

void RuleFeatures::read(const FeatureEvent& event) {
  for (std::size_t i = 0; i < counted_.size(); ++i) {
    values_[i] = table_->read(i, key_of(counted_[i], event), event.time);
  }
}

}  // namespace allot
