// A set of features over one table: fed with what happens to orders, read as whole numbers.
//
//   FeatureTable features(declarations);             // check(declarations) is ok
//   features.prefetch(later_event);                   // a batch ahead
//   features.observe(event, values);                  // feeds, and reads each feature for it
//   for (const FeatureEviction& one : features.evictions()) ...  // to be logged
//
// Time is logical and never goes back: an event that names an earlier time than what was told
// already happens then. What is read depends on the events alone, never on where cells lie.
//
// Work in one call: for each feature one key is fed, at most two idle ones are given back, at most
// one is evicted, at most two change their place in the order of feeds; nothing recurses.
//
// Threads: one at a time. Memory: fixed by the constructor (bytes()); nothing is allocated later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "allot/types/ids.hpp"
#include "features/cells.hpp"
#include "features/event.hpp"
#include "features/feature_keys.hpp"

namespace allot {

class FeatureTable {
 public:
  static constexpr std::uint64_t fixed_seed = 0x616c6c6f74;

  // `seed` decides where cells lie and nothing that can be seen, so there is no reason to choose
  // another than to show just that. Requires: check(declarations) is ok.
  // Errors: LimitsTooLarge when the address space is not to be had.
  explicit FeatureTable(std::span<const FeatureDeclaration> declarations,
                        std::uint64_t seed = fixed_seed);

  [[nodiscard]] std::size_t size() const noexcept { return features_.size(); }
  [[nodiscard]] const FeatureKeys& operator[](std::size_t i) const noexcept { return features_[i]; }
  [[nodiscard]] TimeNs now() const noexcept { return now_; }

  // Asks memory for the cells of an event that comes soon; then, when they have come, for what
  // those lead to.
  [[gnu::always_inline]] void prefetch(const FeatureEvent& event) const noexcept {
    for (const FeatureKeys& feature : features_) {
      const Token key = key_of(feature.declaration(), event);
      if (key != 0) feature.prefetch(cells_, key);
    }
  }
  [[gnu::always_inline]] void prefetch_rest(const FeatureEvent& event) const noexcept {
    for (const FeatureKeys& feature : features_) {
      const Token key = key_of(feature.declaration(), event);
      if (key != 0) feature.prefetch_rest(cells_, key);
    }
  }

  // Effects: the event is counted by the features that it feeds. If `values` are wanted, one for
  //          each feature is written: without this event for what is declared `prior`, with it for
  //          the others that it feeds.
  // Requires: values.size() is 0 or size(); amounts are not below 0.
  void observe(const FeatureEvent& event, std::span<FeatureValue> values);
  void feed(const FeatureEvent& event) { observe(event, {}); }
  // Returns: who was forgotten for the last event, in the order of the set; until the next one.
  [[nodiscard]] std::span<const FeatureEviction> evictions() const noexcept {
    return {evictions_.data(), evictions_count_};
  }

  // Returns: what the i-th feature says of a key at `time`, with all that was told.
  [[nodiscard]] FeatureValue read(std::size_t i, Token key, TimeNs time) const noexcept;
  // Returns: see FeatureKeys::below_at; `time` or later, or 0.
  [[nodiscard]] TimeNs below_at(std::size_t i, Token key, TimeNs time,
                                std::uint32_t threshold) const noexcept;

  // Effects: time goes on to `time`; the cells of up to `most` idle keys are given back.
  // Returns: of how many. No value depends on it.
  std::uint32_t forget_idle(TimeNs time, std::uint32_t most);

  // Of the address space; memory is given by the kernel when it is first written.
  [[nodiscard]] std::size_t bytes() const noexcept;
  [[nodiscard]] const FeatureCells& cells() const noexcept { return cells_; }

  template <class Visit>
  friend void visit_pages(FeatureTable& table, Visit& visit) {
    visit_pages_of(visit, table.cells_);
    for (FeatureKeys& feature : table.features_) visit_pages(feature, visit);
  }

 private:
  FeatureCells cells_;
  std::vector<FeatureKeys> features_;
  std::vector<FeatureEviction> evictions_;  // one for each feature, and one for the next to come
  std::size_t evictions_count_{};
  TimeNs now_{};
};

}  // namespace allot
