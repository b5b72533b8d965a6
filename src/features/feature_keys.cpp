#include "features/feature_keys.hpp"

#include "allot/types/check.hpp"

namespace allot {
namespace {

using RecentTimes = RecentEvents<1>;
using RecentAmounts = RecentEvents<2>;

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

TimeNs steps_of(const FeatureDeclaration& of) noexcept { return of.window_ns / of.step_ns; }
// Returns: how many steps began after the key was fed last.
TimeNs steps_later(const FeatureCell& cell, const FeatureDeclaration& of, TimeNs now) noexcept {
  return now / of.step_ns - cell.last() / of.step_ns;
}

template <FeatureShape shape>
[[gnu::always_inline]] inline FeatureFigure figure(FeatureWords state, const FeatureDeclaration& of,
                                                   TimeNs now) noexcept {
  using enum FeatureShape;
  const TimeNs since = now - of.window_ns;
  if constexpr (shape == recent_events) return RecentTimes::read(state, of.cap, since);
  if constexpr (shape == recent_amounts) return RecentAmounts::read(state, of.cap, since);
  if constexpr (shape == count_buckets) {
    return CountBuckets::read(state, steps_of(of), steps_later(state.cell(), of, now));
  }
  if constexpr (shape == sum_buckets) {
    return SumBuckets::read(state, steps_of(of), steps_later(state.cell(), of, now));
  }
  if constexpr (shape == recent_tokens) return RecentTokens::read(state, of.cap, since);
  if constexpr (shape == first_event) return {now - FirstEvent::first(state), false};
}

template <FeatureShape shape>
[[gnu::always_inline]] inline void begin(FeatureState state, const FeatureDeclaration& of,
                                         TimeNs now) noexcept {
  using enum FeatureShape;
  state[0] = static_cast<std::uint64_t>(now);
  if constexpr (shape == recent_events) RecentTimes::begin(state);
  if constexpr (shape == recent_amounts) RecentAmounts::begin(state);
  if constexpr (shape == count_buckets) CountBuckets::begin(state, steps_of(of));
  if constexpr (shape == sum_buckets) SumBuckets::begin(state, steps_of(of));
  if constexpr (shape == recent_tokens) RecentTokens::begin(state);
  if constexpr (shape == first_event) FirstEvent::begin(state, now);
}

template <FeatureShape shape>
[[gnu::always_inline]] inline void add(FeatureState state, const FeatureDeclaration& of, TimeNs now,
                                       const FeatureEvent& event) {
  using enum FeatureShape;
  if constexpr (shape == recent_events) RecentTimes::feed(state, of.cap, now, 0);
  if constexpr (shape == count_buckets) {
    CountBuckets::feed(state, steps_of(of), steps_later(state.cell(), of, now), now, 1);
  }
  if constexpr (shape == recent_tokens) {
    RecentTokens::feed(state, of.cap, now, event[of.distinct]);
  }
  if constexpr (shape == first_event) FirstEvent::feed(state, now);
  if constexpr (shape == recent_amounts || shape == sum_buckets) {
    const std::int64_t named = event[of.amount];
    ALLOT_CHECK(named >= 0);
    const auto amount = static_cast<std::uint64_t>(named);
    if constexpr (shape == recent_amounts) {
      RecentAmounts::feed(state, of.cap, now, amount);
    } else {
      SumBuckets::feed(state, steps_of(of), steps_later(state.cell(), of, now), now, amount);
    }
  }
}

std::size_t words_beyond_cell(const FeatureDeclaration& declaration) noexcept {
  const std::size_t words = words_of(declaration);
  return words > FeatureCell::words_count ? words - FeatureCell::words_count : 0;
}

}  // namespace

FeatureShape shape_of(const FeatureDeclaration& declaration) noexcept {
  switch (declaration.kind) {
    case FeatureKind::count:
      return is_bucketed(declaration) ? FeatureShape::count_buckets : FeatureShape::recent_events;
    case FeatureKind::sum:
      return is_bucketed(declaration) ? FeatureShape::sum_buckets : FeatureShape::recent_amounts;
    case FeatureKind::distinct: return FeatureShape::recent_tokens;
    case FeatureKind::age_since_first: break;
  }
  return FeatureShape::first_event;
}

std::size_t words_of(const FeatureDeclaration& declaration) noexcept {
  switch (shape_of(declaration)) {
    case FeatureShape::recent_events: return RecentTimes::words(declaration.cap);
    case FeatureShape::recent_amounts: return RecentAmounts::words(declaration.cap);
    case FeatureShape::count_buckets:
      return CountBuckets::words(declaration.window_ns / declaration.step_ns);
    case FeatureShape::sum_buckets:
      return SumBuckets::words(declaration.window_ns / declaration.step_ns);
    case FeatureShape::recent_tokens: return RecentTokens::words(declaration.cap);
    case FeatureShape::first_event: break;
  }
  return FirstEvent::words;
}

FeatureKeys::FeatureKeys(const FeatureDeclaration& declaration, std::uint8_t position)
    : declaration_(declaration),
      position_(position),
      shape_(shape_of(declaration)),
      has_blocks_(words_beyond_cell(declaration) != 0),
      order_(declaration.keys_max),
      blocks_(words_beyond_cell(declaration), declaration.keys_max) {
  ALLOT_CHECK(position != 0);
}

template <FeatureShape shape>
[[gnu::always_inline]] inline FeatureValue FeatureKeys::read_as(const FeatureCells& cells,
                                                                std::uint32_t at,
                                                                TimeNs now) const noexcept {
  const TimeNs since = now - declaration_.window_ns;
  if (at == none || cells[at].last() <= since) {
    return {.known = shape != FeatureShape::first_event, .partial = is_partial(nullptr, since)};
  }
  const FeatureCell& cell = cells[at];
  const FeatureFigure found = figure<shape>({cell, blocks_[cell.block]}, declaration_, now);
  return {.value = found.value,
          .known = true,
          .at_least = found.at_least,
          .partial = is_partial(&cell, since)};
}

FeatureValue FeatureKeys::read(const FeatureCells& cells, Token key, TimeNs now) const noexcept {
  const std::uint32_t at = cells.find(position_, key);
  return with_shape(shape_, [&]<FeatureShape shape>() { return read_as<shape>(cells, at, now); });
}

TimeNs FeatureKeys::below_at(const FeatureCells& cells, Token key, TimeNs now,
                             std::uint32_t threshold) const noexcept {
  const std::uint32_t at = cells.find(position_, key);
  const bool remembered =
      shape_ == FeatureShape::recent_events || shape_ == FeatureShape::recent_tokens;
  if (!remembered || threshold == 0 || threshold > declaration_.cap) return 0;
  if (at == none || cells[at].used < threshold) return now;
  const FeatureWords state(cells[at], blocks_[cells[at].block]);
  const TimeNs event =
      shape_ == FeatureShape::recent_events
          ? state.time(RecentTimes::entry(cells[at], declaration_.cap, threshold - 1))
          : RecentTokens::seen(state, threshold - 1);
  return std::max(now, event + declaration_.window_ns);
}

template <FeatureShape shape>
[[gnu::noinline]] bool FeatureKeys::observe_as(FeatureCells& cells, Token key, TimeNs now,
                                               const FeatureEvent& event, FeatureValue* value,
                                               FeatureEviction& evicted) {
  const bool fed = feeds(declaration_, event);
  if (fed && idle_from_ <= now) forget_idle(cells, now, idle_per_feed);
  std::uint32_t at = cells.find(position_, key);
  const bool before = !fed || declaration_.prior;
  if (value != nullptr && before) *value = read_as<shape>(cells, at, now);
  if (!fed) return false;

  const TimeNs since = now - declaration_.window_ns;
  bool begins = at == none;
  bool stays = false;  // it is the last that was fed, and stays it
  bool evicts = false;
  if (begins) {
    evicts = order_.count() == declaration_.keys_max;
    if (evicts) evicted = evict_oldest(cells, since);
    at = cells.take(position_, key);
    cells[at].block = blocks_.take();
  } else {
    begins = cells[at].last() <= since;
    stays = order_.is_last(cells[at].place);
    if (!stays) order_.remove(cells[at].place);
  }
  FeatureCell& cell = cells[at];
  const FeatureState state(cell, blocks_[cell.block]);
  if (begins) {
    cell.lacking = lost_until_ > since ? 1 : 0;
    begin<shape>(state, declaration_, now);
  } else if (cell.lacking != 0) {
    cell.lacking = is_partial(&cell, since) ? 1 : 0;
  }
  add<shape>(state, declaration_, now, event);
  if (!stays) {
    const auto moved = [&cells](std::uint32_t owner, std::uint32_t place) {
      cells[owner].place = place;
    };
    const auto soon = [&cells](std::uint32_t owner) { cells.prefetch_cell(owner); };
    cell.place = order_.append(at, moved, soon);
  }
  if (value != nullptr && !before) *value = read_as<shape>(cells, at, now);
  return evicts;
}

bool FeatureKeys::observe(FeatureCells& cells, Token key, TimeNs now, const FeatureEvent& event,
                          FeatureValue* value, FeatureEviction& evicted) {
  return with_shape(shape_, [&]<FeatureShape shape>() {
    return observe_as<shape>(cells, key, now, event, value, evicted);
  });
}

std::uint32_t FeatureKeys::forget_idle(FeatureCells& cells, TimeNs now, std::uint32_t most) {
  std::uint32_t forgotten = 0;
  while (forgotten < most && idle_from_ <= now && order_.count() != 0) {
    const std::uint32_t oldest = order_.oldest();
    const TimeNs idle_from = cells[oldest].last() + declaration_.window_ns;
    if (idle_from > now) {
      idle_from_ = idle_from;
      break;
    }
    forget(cells, oldest);
    ++forgotten;
  }
  return forgotten;
}

// Effects: the key that is idle longest is forgotten. Its window is not over: keys whose window is
//          were given back before, until there was room or none was left.
FeatureEviction FeatureKeys::evict_oldest(FeatureCells& cells, TimeNs since) {
  const std::uint32_t oldest = order_.oldest();
  const FeatureEviction evicted{declaration_.id, cells[oldest].key, cells[oldest].last()};
  ALLOT_CHECK(evicted.last_fed > since);
  lost_until_ = evicted.last_fed;
  ++evictions_;
  forget(cells, oldest);
  return evicted;
}

void FeatureKeys::forget(FeatureCells& cells, std::uint32_t at) noexcept {
  order_.remove(cells[at].place);
  blocks_.give(cells[at].block);
  cells.give(at);
  if (order_.count() != 0) cells.prefetch_cell(order_.oldest());
}

}  // namespace allot
