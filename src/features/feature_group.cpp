#include "features/feature_group.hpp"

#include <algorithm>
#include <utility>

#include "allot/types/check.hpp"

namespace allot {
namespace {

using RecentTimes = RecentEvents<false>;
using RecentAmounts = RecentEvents<true>;

// Returns: visit.operator()<shape>().
template <class Visit>
[[gnu::always_inline]] inline auto with_shape(FeatureShape shape, Visit&& visit) {
  switch (shape) {
    case FeatureShape::recent_events:
      return visit.template operator()<FeatureShape::recent_events>();
    case FeatureShape::recent_amounts:
      return visit.template operator()<FeatureShape::recent_amounts>();
    case FeatureShape::count_buckets:
      return visit.template operator()<FeatureShape::count_buckets>();
    case FeatureShape::sum_buckets: return visit.template operator()<FeatureShape::sum_buckets>();
    case FeatureShape::recent_tokens:
      return visit.template operator()<FeatureShape::recent_tokens>();
    case FeatureShape::first_event: break;
  }
  return visit.template operator()<FeatureShape::first_event>();
}

// Requires: the feature knows the key, and it was fed inside of the window.
// `fed`: it was fed since it began.
template <FeatureShape shape, bool fed>
[[gnu::always_inline]] inline FeatureFigure figure(const FeatureMember& of, FeatureControl control,
                                                   const std::uint64_t* words,
                                                   TimeNs now) noexcept {
  using enum FeatureShape;
  const TimeNs since = now - of.window_ns;
  if constexpr (shape == recent_events)
    return RecentTimes::read<fed>(control, words, of.size, since);
  if constexpr (shape == recent_amounts) {
    return RecentAmounts::read<fed>(control, words, of.size, since);
  }
  if constexpr (shape == count_buckets) {
    return CountBuckets::read(control, words, of.size.cap, of.step_of(now));
  }
  if constexpr (shape == sum_buckets) {
    return SumBuckets::read(control, words, of.size.cap, of.step_of(now));
  }
  if constexpr (shape == recent_tokens)
    return RecentTokens::read(control, words, of.size.cap, since);
  if constexpr (shape == first_event) return {now - FirstEvent::first(words), false};
}

template <FeatureShape shape, bool fed = false>
[[gnu::always_inline]] inline void write_value(FeatureValue& value, const FeatureMember& of,
                                               FeatureControl control, const std::uint64_t* words,
                                               TimeNs now) noexcept {
  const FeatureFigure found = figure<shape, fed>(of, control, words, now);
  value = {.value = found.value,
           .known = true,
           .at_least = found.at_least,
           .partial = of.is_partial(control, now - of.window_ns)};
}

// What the event adds: an amount, a token, or nothing that has to be named.
template <FeatureShape shape>
[[gnu::always_inline]] inline std::uint64_t operand(const FeatureMember& of,
                                                    const FeatureEvent& event) {
  using enum FeatureShape;
  if constexpr (shape == recent_tokens) return event[of.declaration.distinct];
  if constexpr (shape == recent_amounts || shape == sum_buckets) {
    const std::int64_t named = event[of.declaration.amount];
    ALLOT_CHECK(named >= 0);
    return static_cast<std::uint64_t>(named);
  }
  return 1;
}

template <FeatureShape shape>
[[gnu::always_inline]] inline void begin(FeatureControl& control, std::uint64_t* words,
                                         const FeatureMember& of, TimeNs now,
                                         std::uint64_t added) noexcept {
  using enum FeatureShape;
  if constexpr (shape == recent_events) RecentTimes::begin(control, words, of.size, added);
  if constexpr (shape == recent_amounts) RecentAmounts::begin(control, words, of.size, added);
  if constexpr (shape == count_buckets) {
    CountBuckets::begin(control, words, of.size.cap, of.step, added);
  }
  if constexpr (shape == sum_buckets)
    SumBuckets::begin(control, words, of.size.cap, of.step, added);
  if constexpr (shape == recent_tokens) RecentTokens::begin(control, words, added);
  if constexpr (shape == first_event) FirstEvent::begin(control, words, now);
}

template <FeatureShape shape>
[[gnu::always_inline]] inline void add(FeatureControl& control, std::uint64_t* words,
                                       const FeatureMember& of, TimeNs last,
                                       std::uint64_t added) noexcept {
  using enum FeatureShape;
  if constexpr (shape == recent_events) RecentTimes::feed(control, words, of.size, last, added);
  if constexpr (shape == recent_amounts) RecentAmounts::feed(control, words, of.size, last, added);
  if constexpr (shape == count_buckets) {
    CountBuckets::feed(control, words, of.size.cap, of.step, added);
  }
  if constexpr (shape == sum_buckets) SumBuckets::feed(control, words, of.size.cap, of.step, added);
  if constexpr (shape == recent_tokens)
    RecentTokens::feed(control, words, of.size.cap, last, added);
}

// Effects: as feed_member(), of a key that the feature does not know, or of which it may have
//          forgotten something.
template <FeatureShape shape, FeatureReading reading>
[[gnu::noinline]] void feed_in_full(FeatureMember& of, FeatureCell& cell, std::uint64_t* block,
                                    const FeatureFeeding& feeding, std::uint64_t added) {
  const TimeNs since = feeding.now - of.window_ns;
  unsigned char* const control_at = of.control(cell, block);
  std::uint64_t* const words = of.words(cell, block);
  FeatureControl control = FeatureControl::load(control_at);
  if (cell.last <= since || control.used == 0) {
    // For a key that has only now been given a cell it was said before others had to go for it.
    if (reading == FeatureReading::before && cell.last != FeatureRecords::never) {
      feeding.values[of.position] = of.nothing(since);
    }
    control.lacking = of.lost_until > since;
    begin<shape>(control, words, of, feeding.now, added);
  } else {
    if constexpr (reading == FeatureReading::before) {
      write_value<shape>(feeding.values[of.position], of, control, words, feeding.now);
    }
    control.lacking = of.is_partial(control, since);
    add<shape>(control, words, of, cell.last, added);
  }
  control.store(control_at);
  if constexpr (reading == FeatureReading::after) {
    write_value<shape>(feeding.values[of.position], of, control, words, feeding.now);
  }
}

// Effects: feeds one feature, and reads it.
template <FeatureShape shape, FeatureReading reading, FeatureLayout layout>
[[gnu::always_inline]] inline void feed_inlined(FeatureMember& of, FeatureCell& cell,
                                                std::uint64_t* block, const FeatureFeeding& feeding,
                                                std::size_t control_offset,
                                                std::size_t words_offset) {
  using enum FeatureShape;
  const TimeNs now = feeding.now;
  const TimeNs last = cell.last;
  const std::uint64_t added = operand<shape>(of, feeding.event);
  if constexpr (shape == count_buckets || shape == sum_buckets) of.advance(now);
  unsigned char* const control_at = control_of<layout>(cell, block, control_offset);
  const std::uint16_t both = FeatureControl::load_bytes(control_at);
  if (last <= now - of.window_ns) [[unlikely]] {
    return feed_in_full<shape, reading>(of, cell, block, feeding, added);
  }
  if (!FeatureControl::is_whole(both)) [[unlikely]] {
    return feed_in_full<shape, reading>(of, cell, block, feeding, added);
  }
  FeatureControl control = FeatureControl::of_bytes(both);
  control.lacking = false;
  std::uint64_t* const words = words_of<layout>(cell, block, words_offset);
  if constexpr (reading == FeatureReading::before) {
    write_value<shape>(feeding.values[of.position], of, control, words, now);
  }
  const std::uint32_t used = control.used;
  add<shape>(control, words, of, last, added);
  if constexpr (shape != first_event && shape != recent_tokens) {
    control_at[1] = static_cast<unsigned char>(control.newest);
  }
  if constexpr (shape == recent_events || shape == recent_amounts || shape == recent_tokens) {
    if (control.used != used) [[unlikely]] {
      control_at[0] = static_cast<unsigned char>(control.used);
    }
  }
  if constexpr (reading == FeatureReading::after) {
    write_value<shape, true>(feeding.values[of.position], of, control, words, now);
  }
}
template <FeatureShape shape, FeatureReading reading, FeatureLayout layout>
void feed_member(FeatureMember& of, FeatureCell& cell, std::uint64_t* block,
                 const FeatureFeeding& feeding) {
  feed_inlined<shape, reading, layout>(of, cell, block, feeding, of.control_at, of.words_at);
}

template <FeatureShape shape>
void read_member(const FeatureMember& of, const FeatureCell& cell, const std::uint64_t* block,
                 TimeNs now, FeatureValue& value) {
  const FeatureRecord record(of, cell, block);
  if (record.is_known(now - of.window_ns)) [[likely]] {
    write_value<shape>(value, of, record.control, record.words, now);
  } else {
    value = of.nothing(now - of.window_ns);
  }
}

}  // namespace

void FeatureEvictions::add(std::uint8_t position, const FeatureEviction& eviction) noexcept {
  std::size_t at = count_++;
  for (; at != 0 && positions_[at - 1] > position; --at) {
    positions_[at] = positions_[at - 1];
    list_[at] = list_[at - 1];
  }
  positions_[at] = position;
  list_[at] = eviction;
}

FeatureGroup::FeatureGroup(std::span<const FeatureDeclaration> set, std::size_t first,
                           std::uint64_t seed)
    : members_(members_of(set, first)),
      feeds_(set[first].feeds),
      distinct_(set[first].distinct),
      key_fields_(static_cast<std::uint16_t>(static_cast<unsigned>(set[first].key) << 8U |
                                             static_cast<unsigned>(set[first].key_second))),
      records_(set[first].keys_max, lay_out(members_), seed) {
  choose_functions();
}

// The way of one event through a group, with `feed(cell, block)` in the middle.
template <class Way>
[[gnu::always_inline]] inline void FeatureGroup::feed_with(Token key, std::uint64_t hash,
                                                           const FeatureFeeding& feeding,
                                                           Way&& feed) {
  if (idle_from_ <= feeding.now) [[unlikely]]
    forget_idle(feeding.now, idle_per_feed);
  std::uint32_t at = records_.find(key, hash);
  if (at == FeatureRecords::none) [[unlikely]]
    at = begin_key(key, feeding);
  FeatureCell& cell = records_.cell(at);
  feed(cell, records_.block(cell));
  records_.fed(at, feeding.now);
}

// One feature alone is fed on the way.
template <FeatureShape shape, FeatureReading reading, FeatureLayout layout>
void FeatureGroup::feed_one(FeatureGroup& group, Token key, std::uint64_t hash,
                            const FeatureFeeding& feeding) {
  FeatureMember& member = group.members_.front();
  group.feed_with(key, hash, feeding, [&](FeatureCell& cell, std::uint64_t* block) {
    // Nothing else is in the record, so that it lies at the beginning.
    feed_inlined<shape, reading, layout>(member, cell, block, feeding, 0, 0);
  });
}

template <bool reads>
void FeatureGroup::feed_each(FeatureGroup& group, Token key, std::uint64_t hash,
                             const FeatureFeeding& feeding) {
  group.feed_with(key, hash, feeding, [&](FeatureCell& cell, std::uint64_t* block) {
    for (FeatureMember& member : group.members_) {
      (reads ? member.observe : member.feed)(member, cell, block, feeding);
    }
  });
}

// Effects: chooses the functions for what its members remember, and where.
void FeatureGroup::choose_functions() {
  for (FeatureMember& member : members_) {
    const auto choose = [&]<FeatureShape shape, FeatureLayout layout>() {
      using enum FeatureReading;
      member.read = read_member<shape>;
      member.feed = feed_member<shape, nothing, layout>;
      member.observe =
          member.prior ? feed_member<shape, before, layout> : feed_member<shape, after, layout>;
      if (members_.size() != 1 || layout == FeatureLayout::block) return;
      feed_ = feed_one<shape, nothing, layout>;
      observe_ = member.prior ? feed_one<shape, before, layout> : feed_one<shape, after, layout>;
    };
    with_shape(member.shape, [&]<FeatureShape shape>() {
      switch (member.layout()) {
        case FeatureLayout::cell: return choose.template operator()<shape, FeatureLayout::cell>();
        case FeatureLayout::cell_and_block:
          return choose.template operator()<shape, FeatureLayout::cell_and_block>();
        case FeatureLayout::block: break;
      }
      choose.template operator()<shape, FeatureLayout::block>();
    });
  }
  if (members_.size() == 1) return;
  feed_ = feed_each<false>;
  observe_ = feed_each<true>;
}

// Returns: a record for the key, never fed before.
// Effects: what is `prior` is read before another has to go for it.
[[gnu::noinline]] std::uint32_t FeatureGroup::begin_key(Token key, const FeatureFeeding& feeding) {
  if (feeding.values != nullptr) {
    for (const FeatureMember& member : members_) {
      if (!member.prior) continue;
      feeding.values[member.position] = member.nothing(feeding.now - member.window_ns);
    }
  }
  if (records_.is_full()) evict_oldest(feeding.now, feeding.evictions);
  return records_.begin(key);
}

void FeatureGroup::read(Token key, std::uint64_t hash, TimeNs now,
                        FeatureValue* values) const noexcept {
  const std::uint32_t at = records_.find(key, hash);
  for (const FeatureMember& member : members_) values[member.position] = read_at(member, at, now);
}

FeatureValue FeatureGroup::read_one(const FeatureMember& member, Token key, std::uint64_t hash,
                                    TimeNs now) const noexcept {
  return read_at(member, records_.find(key, hash), now);
}

[[gnu::always_inline]] inline FeatureValue FeatureGroup::read_at(const FeatureMember& member,
                                                                 std::uint32_t at,
                                                                 TimeNs now) const noexcept {
  if (at == FeatureRecords::none) return member.nothing(now - member.window_ns);
  const FeatureCell& cell = records_.cell(at);
  FeatureValue value;
  member.read(member, cell, records_.block(cell), now, value);
  return value;
}

TimeNs FeatureGroup::below_at(std::size_t i, Token key, std::uint64_t hash, TimeNs now,
                              std::uint32_t threshold) const noexcept {
  const FeatureMember& member = members_[i];
  const bool counts = member.shape == FeatureShape::recent_events;
  const bool remembered = counts || member.shape == FeatureShape::recent_tokens;
  if (!remembered || threshold == 0 || threshold > member.size.cap) return 0;
  const std::uint32_t at = records_.find(key, hash);
  if (at == FeatureRecords::none) return now;
  const FeatureCell& cell = records_.cell(at);
  const FeatureRecord record(member, cell, records_.block(cell));
  if (record.control.used < threshold) return now;
  const TimeNs event = counts ? RecentTimes::time(record.control, record.words, member.size,
                                                  cell.last, threshold - 1)
                              : RecentTokens::seen(record.words, cell.last, threshold - 1);
  return std::max(now, event + member.window_ns);
}

[[gnu::noinline]] std::uint32_t FeatureGroup::forget_idle(TimeNs now, std::uint32_t most) {
  std::uint32_t forgotten = 0;
  while (forgotten < most && idle_from_ <= now && records_.count() != 0) {
    const std::uint32_t oldest = records_.oldest();
    // The last member has the longest window.
    const TimeNs idle_from = records_.cell(oldest).last + members_.back().window_ns;
    if (idle_from > now) {
      idle_from_ = idle_from;
      break;
    }
    records_.forget(oldest);
    ++forgotten;
  }
  return forgotten;
}

// Effects: the key that is idle longest is forgotten, as an eviction by each feature that knows it.
void FeatureGroup::evict_oldest(TimeNs now, FeatureEvictions& evictions) {
  const std::uint32_t oldest = records_.oldest();
  const FeatureCell& cell = records_.cell(oldest);
  for (FeatureMember& member : members_) {
    const FeatureRecord record(member, cell, records_.block(cell));
    if (!record.is_known(now - member.window_ns)) continue;
    member.lost_until = cell.last;
    ++member.evictions;
    evictions.add(member.position, {member.declaration.id, cell.key, cell.last});
  }
  records_.forget(oldest);
}

void FeatureGroup::adopt(FeatureGroup& old, TimeNs now) {
  std::vector<const FeatureMember*> from(members_.size());
  bool as_they_are =
      records_.seed() == old.records_.seed() && members_.size() == old.members_.size();
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const auto same = [&](const FeatureMember& other) {
      return remember_the_same(members_[i].declaration, other.declaration);
    };
    as_they_are = as_they_are && same(old.members_[i]);
    const auto found = std::ranges::find_if(old.members_, same);
    if (found == old.members_.end()) continue;
    from[i] = &*found;
    members_[i].lost_until = found->lost_until;
    members_[i].evictions = found->evictions;
  }
  if (as_they_are) {
    std::swap(records_, old.records_);
    return;
  }
  std::as_const(old.records_).visit([&](const FeatureCell& former) {
    const std::uint64_t* const former_block = std::as_const(old.records_).block(former);
    std::uint32_t at = FeatureRecords::none;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (from[i] == nullptr) continue;
      const FeatureRecord known(*from[i], former, former_block);
      if (!known.is_known(now - members_[i].window_ns)) continue;
      if (at == FeatureRecords::none) at = begin_unknown(former);
      FeatureCell& cell = records_.cell(at);
      known.control.store(members_[i].control(cell, records_.block(cell)));
      std::copy_n(known.words, words_of(members_[i].declaration),
                  members_[i].words(cell, records_.block(cell)));
    }
  });
}

// Returns: a record of the same key, fed last when it was, which no feature knows yet: nothing was
//          in it before, so its controls are 0.
std::uint32_t FeatureGroup::begin_unknown(const FeatureCell& former) {
  const std::uint32_t at = records_.begin(former.key);
  records_.fed(at, former.last);
  return at;
}

}  // namespace allot
