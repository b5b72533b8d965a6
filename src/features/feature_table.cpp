#include "features/feature_table.hpp"

#include <algorithm>
#include <numeric>

#include "allot/types/check.hpp"

namespace allot {
namespace {

std::uint32_t keys_of(std::span<const FeatureDeclaration> declarations) {
  ALLOT_CHECK(check(declarations).ok());
  return std::accumulate(declarations.begin(), declarations.end(), std::uint32_t{0},
                         [](std::uint32_t keys, const FeatureDeclaration& declaration) {
                           return keys + declaration.keys_max;
                         });
}

}  // namespace

FeatureTable::FeatureTable(std::span<const FeatureDeclaration> declarations, std::uint64_t seed)
    : cells_(keys_of(declarations), seed), evictions_(declarations.size() + 1) {
  features_.reserve(declarations.size());
  for (const FeatureDeclaration& declaration : declarations) {
    features_.emplace_back(declaration, static_cast<std::uint8_t>(features_.size() + 1));
  }
}

void FeatureTable::observe(const FeatureEvent& event, std::span<FeatureValue> values) {
  ALLOT_CHECK(values.empty() || values.size() == features_.size());
  now_ = std::max(now_, event.time);
  evictions_count_ = 0;
  const bool reads = !values.empty();
  for (std::size_t i = 0; i < features_.size(); ++i) {
    FeatureKeys& feature = features_[i];
    const Token key = key_of(feature.declaration(), event);
    if (key == 0) {
      if (reads) values[i] = {};
      continue;
    }
    FeatureValue* const value = reads ? &values[i] : nullptr;
    const bool evicts =
        feature.observe(cells_, key, now_, event, value, evictions_[evictions_count_]);
    if (evicts) ++evictions_count_;
  }
}

FeatureValue FeatureTable::read(std::size_t i, Token key, TimeNs time) const noexcept {
  if (key == 0) return {};
  return features_[i].read(cells_, key, std::max(now_, time));
}

TimeNs FeatureTable::below_at(std::size_t i, Token key, TimeNs time,
                              std::uint32_t threshold) const noexcept {
  if (key == 0) return 0;
  return features_[i].below_at(cells_, key, std::max(now_, time), threshold);
}

std::uint32_t FeatureTable::forget_idle(TimeNs time, std::uint32_t most) {
  now_ = std::max(now_, time);
  std::uint32_t forgotten = 0;
  for (FeatureKeys& feature : features_) {
    forgotten += feature.forget_idle(cells_, now_, most - forgotten);
  }
  return forgotten;
}

std::size_t FeatureTable::bytes() const noexcept {
  std::size_t bytes = cells_.bytes();
  for (const FeatureKeys& feature : features_) bytes += feature.bytes();
  return bytes;
}

}  // namespace allot
