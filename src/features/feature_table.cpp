#include "features/feature_table.hpp"

#include <algorithm>
#include <tuple>

#include "allot/types/check.hpp"

namespace allot {

FeatureTable::FeatureTable(std::span<const FeatureDeclaration> declarations, std::uint64_t seed)
    : places_(declarations.size(), {none, 0}), evictions_(declarations.size()), seed_(seed) {
  ALLOT_CHECK(check(declarations).ok());
  // Groups of one key stand together, so that it is found out and hashed once.
  std::vector<std::size_t> by_key(declarations.size());
  for (std::size_t i = 0; i < by_key.size(); ++i) by_key[i] = i;
  std::ranges::sort(by_key, {}, [&](std::size_t i) {
    return std::tuple(declarations[i].key, declarations[i].key_second, i);
  });
  groups_.reserve(declarations.size());
  for (const std::size_t first : by_key) {
    if (places_[first].group != none) continue;
    groups_.emplace_back(declarations, first, seed);
    const std::span<const FeatureMember> members = groups_.back().members();
    for (std::size_t i = 0; i < members.size(); ++i) {
      places_[members[i].position] = {static_cast<std::uint8_t>(groups_.size() - 1),
                                      static_cast<std::uint8_t>(i)};
    }
  }
}

template <bool reads>
[[gnu::always_inline]] inline void FeatureTable::feed_groups(const FeatureEvent& event,
                                                             FeatureValue* values) {
  now_ = std::max(now_, event.time);
  evictions_.clear();
  const FeatureFeeding feeding{
      .event = event, .now = now_, .values = values, .evictions = evictions_};
  KeyOfEvent key;
  for (FeatureGroup& group : groups_) {
    const bool fed = group.is_fed(event);
    if (!reads && !fed) continue;
    key.choose(group, event, seed_);
    if (key.token() == 0) [[unlikely]] {
      if (!reads) continue;
      for (const FeatureMember& member : group.members()) values[member.position] = {};
    } else if (fed) {
      group.feed<reads>(key.token(), key.hash(), feeding);
    } else {
      group.read(key.token(), key.hash(), feeding.now, values);
    }
  }
}

void FeatureTable::feed(const FeatureEvent& event) { feed_groups<false>(event, nullptr); }

void FeatureTable::observe(const FeatureEvent& event, std::span<FeatureValue> values) {
  ALLOT_CHECK(values.size() == places_.size());
  feed_groups<true>(event, values.data());
}

FeatureValue FeatureTable::read(std::size_t i, Token key, TimeNs time) const noexcept {
  if (key == 0) return {};
  const auto [group, member] = places_[i];
  return groups_[group].read_one(groups_[group].members()[member], key, spread(key, seed_),
                                 std::max(now_, time));
}

TimeNs FeatureTable::below_at(std::size_t i, Token key, TimeNs time,
                              std::uint32_t threshold) const noexcept {
  if (key == 0) return 0;
  const auto [group, member] = places_[i];
  return groups_[group].below_at(member, key, spread(key, seed_), std::max(now_, time), threshold);
}

std::uint32_t FeatureTable::forget_idle(TimeNs time, std::uint32_t most) {
  now_ = std::max(now_, time);
  std::uint32_t forgotten = 0;
  for (FeatureGroup& group : groups_) forgotten += group.forget_idle(now_, most - forgotten);
  return forgotten;
}

void FeatureTable::adopt(FeatureTable& old) {
  ALLOT_CHECK(now_ == 0);
  now_ = old.now_;
  for (FeatureGroup& group : groups_) {
    for (FeatureGroup& former : old.groups_) {
      const auto& of = group.members().front().declaration;
      if (!know_the_same_keys(of, former.members().front().declaration)) continue;
      group.adopt(former, now_);
    }
  }
}

std::size_t FeatureTable::bytes() const noexcept {
  std::size_t bytes = 0;
  for (const FeatureGroup& group : groups_) bytes += group.records().bytes();
  return bytes;
}

}  // namespace allot
