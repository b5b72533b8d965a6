// The features that active rule sets declare: each is counted once, whoever reads it.
//
// All of them have one table, so that those of the same key share what they need for it; a set that
// takes the place of another one goes on with the features that both declare alike. Threads: one at
// a time. Memory: by what is declared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "features/declaration.hpp"
#include "features/feature_table.hpp"

namespace allot {

// Returns: whether both count the same and read it alike; what they are called and what they may do
//          is no part of that.
[[nodiscard]] bool counts_the_same(const FeatureDeclaration& a,
                                   const FeatureDeclaration& b) noexcept;

class RuleFeatures {
 public:
  // Returns: those of several sets, those that count the same once, numbered from 1.
  [[nodiscard]] static std::vector<FeatureDeclaration> counted_of(
      std::span<const FeatureDeclaration> declarations);
  // Returns: the keys that all of them know together.
  [[nodiscard]] static std::uint64_t keys_of(std::span<const FeatureDeclaration> counted) noexcept;
  // Effects: there are these features; one that was there before has what was counted, another one
  //          begins empty.
  // Requires: they are from counted_of(), and check() takes them as a set.
  void declare(std::vector<FeatureDeclaration> counted);

  // Returns: where the feature is. Requires: it was declared.
  [[nodiscard]] std::uint32_t find(const FeatureDeclaration& declaration) const noexcept;
  // Returns: null where no feature is declared.
  [[nodiscard]] const FeatureTable* table() const noexcept { return table_.get(); }

  // Effects: the event is counted by the features that it feeds; values() are those for the event.
  void observe(const FeatureEvent& event);
  void feed(const FeatureEvent& event);
  // Effects: values() are those for the event, which is not counted.
  void read(const FeatureEvent& event);
  [[nodiscard]] std::span<const FeatureValue> values() const noexcept { return values_; }

 private:
  std::vector<FeatureDeclaration> counted_;
  std::unique_ptr<FeatureTable> table_;  // of counted_
  std::vector<FeatureValue> values_;
};

}  // namespace allot
