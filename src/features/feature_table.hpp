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
// Features of one key that the same events feed and that know as many keys share what they need
// for that (feature_group.hpp).
//
// Work in one call: for each group of features one key is fed, at most two idle ones are given
// back, at most one is evicted, at most two change their place in the order of feeds; nothing
// recurses.
//
// Threads: one at a time. Memory: fixed by the constructor (bytes()); nothing is allocated later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "allot/types/ids.hpp"
#include "containers/key_index.hpp"
#include "features/event.hpp"
#include "features/feature_group.hpp"

namespace allot {

class FeatureTable {
 public:
  static constexpr std::uint64_t fixed_seed = 0x616c6c6f74;

  // `seed` decides where cells lie and nothing that can be seen, so there is no reason to choose
  // another than to show just that. Requires: check(declarations) is ok.
  // Errors: LimitsTooLarge when the address space is not to be had.
  explicit FeatureTable(std::span<const FeatureDeclaration> declarations,
                        std::uint64_t seed = fixed_seed);

  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  // Returns: the i-th feature.
  [[nodiscard]] const FeatureMember& operator[](std::size_t i) const noexcept {
    return group_of(i).members()[places_[i].member];
  }
  // Returns: those that always know the same keys as the i-th, with itself.
  [[nodiscard]] const FeatureGroup& group_of(std::size_t i) const noexcept {
    return groups_[places_[i].group];
  }
  [[nodiscard]] TimeNs now() const noexcept { return now_; }

  // Asks memory for the cells of an event that comes soon; then, when they have come, for what
  // those lead to.
  [[gnu::always_inline]] void prefetch(const FeatureEvent& event) const noexcept {
    KeyOfEvent key;
    for (const FeatureGroup& group : groups_) {
      key.choose(group, event, seed_);
      if (key.token() != 0) group.records().prefetch(key.hash());
    }
  }
  [[gnu::always_inline]] void prefetch_rest(const FeatureEvent& event) const noexcept {
    KeyOfEvent key;
    for (const FeatureGroup& group : groups_) {
      key.choose(group, event, seed_);
      if (key.token() != 0) group.records().prefetch_rest(key.token(), key.hash());
    }
  }

  // Effects: the event is counted by the features that it feeds, and one value for each feature is
  //          written: without this event for what is declared `prior`, with it for the others that
  //          it feeds.
  // Requires: values.size() is size(); amounts are not below 0.
  void observe(const FeatureEvent& event, std::span<FeatureValue> values);
  // Effects: the same without values.
  void feed(const FeatureEvent& event);
  // Returns: who was forgotten for the last event, in the order of the set; until the next one.
  [[nodiscard]] std::span<const FeatureEviction> evictions() const noexcept {
    return evictions_.list();
  }

  // Returns: what the i-th feature says of a key at `time`, with all that was told.
  [[nodiscard]] FeatureValue read(std::size_t i, Token key, TimeNs time) const noexcept;
  // Returns: see FeatureGroup::below_at; `time` or later, or 0.
  [[nodiscard]] TimeNs below_at(std::size_t i, Token key, TimeNs time,
                                std::uint32_t threshold) const noexcept;

  // Effects: time goes on to `time`; the cells of up to `most` idle keys are given back.
  // Returns: of how many. No value depends on it.
  std::uint32_t forget_idle(TimeNs time, std::uint32_t most);

  // Visits what is remembered of the keys that the i-th feature knows, the one that is idle longest
  // first.
  template <class Visit>
  void visit_known(std::size_t i, Visit&& visit) const {
    group_of(i).visit_known(places_[i].member, now_, visit);
  }

  // Effects: goes on with what `old` knows of features that are declared here as they were there,
  //          whatever their id, whether what is read is `prior`, and what it may do; other features
  //          know nothing yet. `old` is not to be used any longer. Evictions are counted on.
  // Requires: nothing was observed here yet.
  // Work: a group whose features all stay is taken over as it is; of another, each key that one of
  //       its features knows is put into a new record, which is linear in keys. For tables of two
  //       seeds it is always linear.
  void adopt(FeatureTable& old);

  // Of the address space; memory is given by the kernel when it is first written.
  [[nodiscard]] std::size_t bytes() const noexcept;

  template <class Visit>
  friend void visit_pages(FeatureTable& table, Visit& visit) {
    for (FeatureGroup& group : table.groups_) visit_pages(group, visit);
  }

 private:
  static constexpr std::uint8_t none = 0xff;
  struct Place {
    std::uint8_t group;
    std::uint8_t member;
  };
  // The key that an event names, and its hash, as long as groups ask for the same.
  class KeyOfEvent {
   public:
    [[gnu::always_inline]] void choose(const FeatureGroup& group, const FeatureEvent& event,
                                       std::uint64_t seed) noexcept {
      if (group.key_fields() == fields_) return;
      fields_ = group.key_fields();
      token_ = key_of(group.members().front().declaration, event);
      hash_ = spread(token_, seed);
    }
    [[nodiscard]] Token token() const noexcept { return token_; }
    [[nodiscard]] std::uint64_t hash() const noexcept { return hash_; }

   private:
    std::uint32_t fields_{};
    Token token_{};
    std::uint64_t hash_{};
  };

  template <bool reads>
  void feed_groups(const FeatureEvent& event, FeatureValue* values);

  std::vector<FeatureGroup> groups_;
  std::vector<Place> places_;  // of each feature of the set
  FeatureEvictions evictions_;
  std::uint64_t seed_;
  TimeNs now_{};
};

}  // namespace allot
