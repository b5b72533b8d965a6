#include "features/feature_group.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "allot/types/check.hpp"
#include "containers/key_index.hpp"

namespace allot {
namespace {

using RecentTimes = RecentEvents<false>;
using RecentAmounts = RecentEvents<true>;

// Of a key that was never fed: before every window.
constexpr TimeNs never = std::numeric_limits<TimeNs>::min();

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
template <FeatureShape shape>
[[gnu::always_inline]] inline FeatureFigure figure(const FeatureMember& of, FeatureControl control,
                                                   const std::uint64_t* words,
                                                   TimeNs now) noexcept {
  using enum FeatureShape;
  const TimeNs since = now - of.window_ns;
  if constexpr (shape == recent_events) return RecentTimes::read(control, words, of.size, since);
  if constexpr (shape == recent_amounts) {
    return RecentAmounts::read(control, words, of.size, since);
  }
  if constexpr (shape == count_buckets) {
    return CountBuckets::read(control, words, of.size, of.step_of(now));
  }
  if constexpr (shape == sum_buckets) {
    return SumBuckets::read(control, words, of.size, of.step_of(now));
  }
  if constexpr (shape == recent_tokens) return RecentTokens::read(control, words, of.size, since);
  if constexpr (shape == first_event) return {now - FirstEvent::first(words), false};
}

template <FeatureShape shape>
[[gnu::always_inline]] inline void write_value(FeatureValue& value, const FeatureMember& of,
                                               FeatureControl control, const std::uint64_t* words,
                                               TimeNs now) noexcept {
  const FeatureFigure found = figure<shape>(of, control, words, now);
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
    CountBuckets::begin(control, words, of.size, of.step, added);
  }
  if constexpr (shape == sum_buckets) SumBuckets::begin(control, words, of.size, of.step, added);
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
    CountBuckets::feed(control, words, of.size, of.step, added);
  }
  if constexpr (shape == sum_buckets) SumBuckets::feed(control, words, of.size, of.step, added);
  if constexpr (shape == recent_tokens) RecentTokens::feed(control, words, of.size, last, added);
}

// The cell's times and the event that is fed.
struct Fed {
  TimeNs now;
  TimeNs last;  // when the key was fed before; never, when it has only now been given a cell
  const FeatureEvent& event;
};

// Effects: feeds one feature, and reads it if there is a value to be written.
template <FeatureShape shape, bool reads>
[[gnu::always_inline]] inline void feed_member(FeatureMember& of, unsigned char* control_at,
                                               std::uint64_t* words, const Fed& fed,
                                               FeatureValue* values) {
  const TimeNs since = fed.now - of.window_ns;
  const std::uint64_t added = operand<shape>(of, fed.event);
  if constexpr (shape == FeatureShape::count_buckets || shape == FeatureShape::sum_buckets) {
    of.advance(fed.now);
  }
  FeatureControl control = FeatureControl::load(control_at);
  if (fed.last <= since || control.used == 0) [[unlikely]] {
    if (reads && of.prior && fed.last != never) values[of.position] = of.nothing(since);
    control.lacking = of.lost_until > since;
    begin<shape>(control, words, of, fed.now, added);
  } else {
    if (reads && of.prior) {
      write_value<shape>(values[of.position], of, control, words, fed.now);
    }
    if (control.lacking) [[unlikely]] control.lacking = of.is_partial(control, since);
    add<shape>(control, words, of, fed.last, added);
  }
  control.store(control_at);
  if (reads && !of.prior) write_value<shape>(values[of.position], of, control, words, fed.now);
}

FeatureValue value_of(const FeatureMember& of, const FeatureCell& cell, const std::uint64_t* block,
                      TimeNs now) noexcept {
  const FeatureRecord record(of, cell, block);
  FeatureValue value;
  if (!record.is_known(now - of.window_ns)) return of.nothing(now - of.window_ns);
  with_shape(of.shape, [&]<FeatureShape shape>() {
    write_value<shape>(value, of, record.control, record.words, now);
  });
  return value;
}

// What it remembers, of those that belong together.
auto remembered(const FeatureDeclaration& of) noexcept {
  return std::tuple(of.window_ns, of.kind, of.step_ns, of.cap, of.amount);
}

std::vector<FeatureMember> members_of(std::span<const FeatureDeclaration> set, std::size_t first) {
  std::vector<FeatureMember> members;
  for (std::size_t i = first; i < set.size(); ++i) {
    if (!FeatureGroup::are_together(set[first], set[i])) continue;
    members.emplace_back(set[i], static_cast<std::uint8_t>(i));
  }
  // So that records are alike in whichever order features are declared.
  std::ranges::stable_sort(members, {}, [](const FeatureMember& member) {
    return remembered(member.declaration);
  });
  return members;
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

bool FeatureGroup::are_together(const FeatureDeclaration& a, const FeatureDeclaration& b) noexcept {
  return a.key == b.key && a.key_second == b.key_second && a.feeds == b.feeds &&
         a.distinct == b.distinct && a.keys_max == b.keys_max;
}

bool FeatureGroup::remember_the_same(const FeatureDeclaration& a,
                                     const FeatureDeclaration& b) noexcept {
  return are_together(a, b) && remembered(a) == remembered(b);
}

FeatureGroup::FeatureGroup(std::span<const FeatureDeclaration> set, std::size_t first,
                           std::uint64_t seed)
    : members_(members_of(set, first)),
      feeds_(declaration().feeds),
      distinct_(declaration().distinct),
      window_max_(members_.back().window_ns),
      seed_(seed),
      cells_(declaration().keys_max),
      blocks_(lay_out(), declaration().keys_max),
      order_(declaration().keys_max) {}

// Effects: each member has its place in the record: in the cell what there is room for, controls
//          first, else in the block. Returns: how many words the block has.
std::size_t FeatureGroup::lay_out() {
  constexpr std::size_t begins = offsetof(FeatureCell, controls);
  const std::size_t in_cell =
      std::min(members_.size(), (sizeof(FeatureCell) - begins) / FeatureControl::bytes);
  for (std::size_t i = 0; i < members_.size(); ++i) {
    FeatureMember& member = members_[i];
    member.control_in_block = i >= in_cell;
    member.control_at = static_cast<std::uint16_t>(
        i < in_cell ? begins + i * FeatureControl::bytes : (i - in_cell) * FeatureControl::bytes);
  }
  const auto words_for = [](std::size_t controls, std::size_t bytes_elsewhere) {
    const std::size_t bytes = controls * FeatureControl::bytes;
    return bytes <= bytes_elsewhere ? 0 : (bytes - bytes_elsewhere + 7) / 8;
  };
  std::size_t cell_words = words_for(in_cell, FeatureCell::controls_bytes);
  std::size_t block_words = words_for(members_.size() - in_cell, 0);
  for (FeatureMember& member : members_) {
    const std::size_t words = words_of(member.declaration);
    member.words_in_block = cell_words + words > FeatureCell::words_count;
    std::size_t& taken = member.words_in_block ? block_words : cell_words;
    member.words_at = static_cast<std::uint16_t>(taken);
    taken += words;
  }
  return block_words;
}

void FeatureGroup::feed(Token key, std::uint64_t hash, TimeNs now, const FeatureEvent& event,
                        FeatureValue* values, FeatureEvictions& evictions) {
  if (values != nullptr) {
    feed_as<true>(key, hash, now, event, values, evictions);
  } else {
    feed_as<false>(key, hash, now, event, values, evictions);
  }
}

template <bool reads>
[[gnu::always_inline]] inline void FeatureGroup::feed_as(Token key, std::uint64_t hash, TimeNs now,
                                                         const FeatureEvent& event,
                                                         FeatureValue* values,
                                                         FeatureEvictions& evictions) {
  if (idle_from_ <= now) [[unlikely]] forget_idle(now, idle_per_feed);
  std::uint32_t at = cells_.find(hash, key);
  if (at == none) [[unlikely]] at = begin_key(key, hash, now, values, evictions);
  FeatureCell& cell = cells_[at];
  std::uint64_t* const block = blocks_[cell.block];
  const Fed fed{.now = now, .last = cell.last, .event = event};
  for (FeatureMember& member : members_) {
    with_shape(member.shape, [&]<FeatureShape shape>() {
      feed_member<shape, reads>(member, member.control(cell, block), member.words(cell, block), fed,
                                values);
    });
  }
  cell.last = now;
  if (!order_.is_last(cell.place)) {
    order_.remove(cell.place);
    cell.place = append(at);
  }
}

// Returns: the cell that the key has from now on, last in the order of feeds; never fed before.
// Effects: what is `prior` is read before another has to go for it.
[[gnu::noinline]] std::uint32_t FeatureGroup::begin_key(Token key, std::uint64_t hash, TimeNs now,
                                                        FeatureValue* values,
                                                        FeatureEvictions& evictions) {
  if (values != nullptr) {
    for (const FeatureMember& member : members_) {
      if (member.prior) values[member.position] = member.nothing(now - member.window_ns);
    }
  }
  if (order_.count() == declaration().keys_max) evict_oldest(now, evictions);
  const std::uint32_t at = cells_.take(hash, key);
  cells_[at].last = never;
  cells_[at].block = blocks_.take();
  cells_[at].place = append(at);
  return at;
}

std::uint32_t FeatureGroup::append(std::uint32_t at) {
  const auto moved = [this](std::uint32_t owner, std::uint32_t place) {
    cells_[owner].place = place;
  };
  const auto soon = [this](std::uint32_t owner) { cells_.prefetch_cell(owner); };
  return order_.append(at, moved, soon);
}

void FeatureGroup::read(Token key, std::uint64_t hash, TimeNs now,
                        FeatureValue* values) const noexcept {
  const std::uint32_t at = cells_.find(hash, key);
  for (const FeatureMember& member : members_) {
    values[member.position] =
        at == none ? member.nothing(now - member.window_ns)
                   : value_of(member, cells_[at], blocks_[cells_[at].block], now);
  }
}

void FeatureGroup::read_absent(FeatureValue* values) const noexcept {
  for (const FeatureMember& member : members_) values[member.position] = {};
}

FeatureValue FeatureGroup::read_one(std::size_t i, Token key, std::uint64_t hash,
                                    TimeNs now) const noexcept {
  const FeatureMember& member = members_[i];
  const std::uint32_t at = cells_.find(hash, key);
  if (at == none) return member.nothing(now - member.window_ns);
  return value_of(member, cells_[at], blocks_[cells_[at].block], now);
}

TimeNs FeatureGroup::below_at(std::size_t i, Token key, std::uint64_t hash, TimeNs now,
                              std::uint32_t threshold) const noexcept {
  const FeatureMember& member = members_[i];
  const bool counts = member.shape == FeatureShape::recent_events;
  const bool remembered = counts || member.shape == FeatureShape::recent_tokens;
  if (!remembered || threshold == 0 || threshold > member.size) return 0;
  const std::uint32_t at = cells_.find(hash, key);
  if (at == none) return now;
  const FeatureCell& cell = cells_[at];
  const FeatureRecord record(member, cell, blocks_[cell.block]);
  if (record.control.used < threshold) return now;
  const TimeNs event =
      counts
          ? RecentTimes::time(record.control, record.words, member.size, cell.last, threshold - 1)
          : RecentTokens::seen(record.words, cell.last, threshold - 1);
  return std::max(now, event + member.window_ns);
}

[[gnu::noinline]] std::uint32_t FeatureGroup::forget_idle(TimeNs now, std::uint32_t most) {
  std::uint32_t forgotten = 0;
  while (forgotten < most && idle_from_ <= now && order_.count() != 0) {
    const std::uint32_t oldest = order_.oldest();
    const TimeNs idle_from = cells_[oldest].last + window_max_;
    if (idle_from > now) {
      idle_from_ = idle_from;
      break;
    }
    forget(oldest);
    ++forgotten;
  }
  return forgotten;
}

// Effects: the key that is idle longest is forgotten, as an eviction by each feature that knows it.
void FeatureGroup::evict_oldest(TimeNs now, FeatureEvictions& evictions) {
  const std::uint32_t oldest = order_.oldest();
  const FeatureCell& cell = cells_[oldest];
  for (FeatureMember& member : members_) {
    if (!FeatureRecord(member, cell, blocks_[cell.block]).is_known(now - member.window_ns)) continue;
    member.lost_until = cell.last;
    ++member.evictions;
    evictions.add(member.position, {member.declaration.id, cell.key, cell.last});
  }
  forget(oldest);
}

void FeatureGroup::forget(std::uint32_t at) noexcept {
  order_.remove(cells_[at].place);
  blocks_.give(cells_[at].block);
  cells_.give(at, spread(cells_[at].key, seed_));
  if (order_.count() != 0) cells_.prefetch_cell(order_.oldest());
}

void FeatureGroup::adopt(FeatureGroup& old, TimeNs now) {
  constexpr std::size_t nobody = ~std::size_t{0};
  std::vector<std::size_t> from(members_.size(), nobody);
  bool as_they_are = seed_ == old.seed_ && members_.size() == old.members_.size();
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const auto same = [&](const FeatureMember& other) {
      return remember_the_same(members_[i].declaration, other.declaration);
    };
    const auto found = std::ranges::find_if(old.members_, same);
    as_they_are = as_they_are && same(old.members_[i]);
    if (found == old.members_.end()) continue;
    from[i] = static_cast<std::size_t>(found - old.members_.begin());
    members_[i].lost_until = found->lost_until;
    members_[i].evictions = found->evictions;
  }
  if (as_they_are) {
    std::swap(cells_, old.cells_);
    std::swap(blocks_, old.blocks_);
    std::swap(order_, old.order_);
    return;
  }
  old.order_.visit([&](std::uint32_t old_at) {
    const FeatureCell& cell = old.cells_[old_at];
    const std::uint64_t* const block = std::as_const(old.blocks_)[cell.block];
    std::uint32_t at = none;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (from[i] == nobody) continue;
      const FeatureRecord known(old.members_[from[i]], cell, block);
      if (!known.is_known(now - members_[i].window_ns)) continue;
      if (at == none) at = add_key(cell.key);
      cells_[at].last = cell.last;
      std::uint64_t* const to = blocks_[cells_[at].block];
      known.control.store(members_[i].control(cells_[at], to));
      std::copy_n(known.words, words_of(members_[i].declaration),
                  members_[i].words(cells_[at], to));
    }
  });
}

// Returns: a cell of the key, last in the order, which no feature knows yet.
std::uint32_t FeatureGroup::add_key(Token key) {
  const std::uint32_t at = cells_.take(spread(key, seed_), key);
  FeatureCell& cell = cells_[at];
  cell.block = blocks_.take();
  for (const FeatureMember& member : members_) {
    FeatureControl{}.store(member.control(cell, blocks_[cell.block]));
  }
  cell.place = append(at);
  return at;
}

}  // namespace allot
