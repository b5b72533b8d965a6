// Features that always know the same keys: of the same key, fed by the same events, with room for
// as many keys. What they remember of a key lies in one record, found and put in order once.
//
// A key that was not fed for a feature's whole window is forgotten by it: it says what a key says
// that was never fed, from that instant on, whether its cell has been given back yet or not. When
// as many keys are known as can be, a new one takes the place of the one that is idle longest; what
// was fed at one time is told apart by the order of the feeds. This is an eviction for each feature
// that knew it, and it is told.
//
// Each feature knows what it would know alone. All that a shorter window has not yet forgotten is
// the end of the one order of feeds; so when the key at its beginning has to go and a feature knows
// it, that feature knows all the others, too, and would have had no room either.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "features/declaration.hpp"
#include "features/event.hpp"
#include "features/feature_member.hpp"
#include "features/records.hpp"

namespace allot {

// Who was forgotten for one event, in the order of the set.
class FeatureEvictions {
 public:
  explicit FeatureEvictions(std::size_t features) : list_(features), positions_(features) {}

  void clear() noexcept { count_ = 0; }
  void add(std::uint8_t position, const FeatureEviction& eviction) noexcept;
  [[nodiscard]] std::span<const FeatureEviction> list() const noexcept {
    return {list_.data(), count_};
  }

 private:
  std::vector<FeatureEviction> list_;
  std::vector<std::uint8_t> positions_;
  std::size_t count_{};
};

class FeatureGroup {
 public:
  // Of those of the set that know the same keys as the first of them that is named, from there on.
  // `seed`: of the hashes that it is given.
  FeatureGroup(std::span<const FeatureDeclaration> set, std::size_t first, std::uint64_t seed);

  // The one with the longest window is the last. The first stands for all in what they share.
  [[nodiscard]] std::span<const FeatureMember> members() const noexcept { return members_; }
  // Returns: which field or fields its key is, as one number.
  [[nodiscard]] std::uint32_t key_fields() const noexcept { return key_fields_; }
  [[nodiscard]] const FeatureRecords& records() const noexcept { return records_; }

  // Returns: whether the event counts. Requires: it names the key.
  [[nodiscard, gnu::always_inline]] bool is_fed(const FeatureEvent& event) const noexcept {
    return feeds_.has(event.feed) && (distinct_ == FeatureField::none || event[distinct_] != 0);
  }

  // Effects: the event counts for the key. If it `reads`, values are written: as they were before
  //          for a feature that is declared `prior`, else with it.
  // Requires: it is fed; nothing was observed later than `now`; amounts are not below 0.
  template <bool reads>
  [[gnu::always_inline]] void feed(Token key, std::uint64_t hash, const FeatureFeeding& feeding) {
    (reads ? observe_ : feed_)(*this, key, hash, feeding);
  }
  // Effects: writes what is known of the key at `now`.
  void read(Token key, std::uint64_t hash, TimeNs now, FeatureValue* values) const noexcept;
  // Returns: what the member knows of the key at `now`.
  [[nodiscard]] FeatureValue read_one(const FeatureMember& member, Token key, std::uint64_t hash,
                                      TimeNs now) const noexcept;
  // Returns: the first instant from which on the value is below `threshold`, if nothing is fed
  //          until then; `now` if it is already, 0 where that is not remembered (sums, what is
  //          counted in steps, ages, thresholds above the cap).
  [[nodiscard]] TimeNs below_at(std::size_t i, Token key, std::uint64_t hash, TimeNs now,
                                std::uint32_t threshold) const noexcept;

  // Effects: gives the cells of up to `most` keys back that are idle for the longest window.
  // Returns: of how many.
  std::uint32_t forget_idle(TimeNs now, std::uint32_t most);

  // Visits what the i-th member remembers of each key that it knows, the one that is idle longest
  // first.
  template <class Visit>
  void visit_known(std::size_t i, TimeNs now, Visit&& visit) const {
    const FeatureMember& member = members_[i];
    records_.visit([&](const FeatureCell& cell) {
      const FeatureRecord record(member, cell, records_.block(cell));
      if (record.is_known(now - member.window_ns)) visit(record);
    });
  }

  // Effects: goes on with what those features knew in `old` that remember the same here; others
  //          know nothing yet. `old` is not to be used any longer. When all remember the same and
  //          hashes are of one seed, tables are taken over as they are; else each key is looked at.
  // Requires: they belong together; nothing was observed here, and by `old` nothing after `now`.
  void adopt(FeatureGroup& old, TimeNs now);

  template <class Visit>
  friend void visit_pages(FeatureGroup& group, Visit& visit) {
    visit_pages(group.records_, visit);
  }

 private:
  // Idle keys that are given back for each key that is fed: more than can come, so that they do
  // not pile up.
  static constexpr std::uint32_t idle_per_feed = 2;

  using Feed = void (*)(FeatureGroup&, Token, std::uint64_t hash, const FeatureFeeding&);

  void choose_functions();
  template <class Way>
  void feed_with(Token key, std::uint64_t hash, const FeatureFeeding& feeding, Way&& feed);
  template <FeatureShape shape, FeatureReading reading, FeatureLayout layout>
  static void feed_one(FeatureGroup& group, Token key, std::uint64_t hash,
                       const FeatureFeeding& feeding);
  template <bool reads>
  static void feed_each(FeatureGroup& group, Token key, std::uint64_t hash,
                        const FeatureFeeding& feeding);
  std::uint32_t begin_key(Token key, const FeatureFeeding& feeding);
  void evict_oldest(TimeNs now, FeatureEvictions& evictions);
  std::uint32_t begin_unknown(const FeatureCell& former);
  [[nodiscard]] FeatureValue read_at(const FeatureMember& member, std::uint32_t at,
                                     TimeNs now) const noexcept;

  std::vector<FeatureMember> members_;
  Feed feed_{};     // without reading
  Feed observe_{};  // with
  FeatureFeeds feeds_;
  FeatureField distinct_;
  std::uint16_t key_fields_;
  TimeNs idle_from_{};  // before it no key is idle for the longest window
  FeatureRecords records_;
};

}  // namespace allot
