// The features that active rule sets declare: each is counted once, whoever reads it.
//
// Each has a table of its own, so that a set which takes the place of another one goes on with the
// features that both declare alike. Threads: one at a time. Memory: by what is declared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "features/declaration.hpp"
#include "features/feature_table.hpp"

namespace allot {

// Returns: whether both count the same; what they are called and who reads them is no part of that.
[[nodiscard]] bool counts_the_same(const FeatureDeclaration& a,
                                   const FeatureDeclaration& b) noexcept;

class RuleFeatures {
 public:
  // Effects: there are these features; one that was there before has what was counted, another one
  //          begins empty. Of several that count the same the first is kept.
  void declare(std::span<const FeatureDeclaration> declarations);
  // Returns: the keys that all of them need, each counted once.
  [[nodiscard]] static std::uint64_t keys_of(std::span<const FeatureDeclaration> declarations);

  // Returns: where the feature is. Requires: it was declared.
  [[nodiscard]] std::uint32_t find(const FeatureDeclaration& declaration) const noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return kept_.size(); }
  [[nodiscard]] const FeatureTable& table(std::size_t at) const noexcept {
    return *kept_[at].table;
  }

  // Effects: the event is counted by the features that it feeds; values() are those for the event.
  void observe(const FeatureEvent& event);
  void feed(const FeatureEvent& event);
  // Effects: values() are those for the event, which is not counted.
  void read(const FeatureEvent& event);
  [[nodiscard]] std::span<const FeatureValue> values() const noexcept { return values_; }

 private:
  struct Kept {
    FeatureDeclaration declaration;
    std::unique_ptr<FeatureTable> table;
  };
  std::vector<Kept> kept_;
  std::vector<FeatureValue> values_;
};

}  // namespace allot
