#include "features/feature_keys.hpp"

#include "allot/types/check.hpp"

namespace allot {
namespace {

using RecentTimes = RecentEvents<1>;
using RecentAmounts = RecentEvents<2>;

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

FeatureFigure FeatureKeys::figure(FeatureWords state, TimeNs now) const noexcept {
  const TimeNs since = now - declaration_.window_ns;
  switch (shape_) {
    case FeatureShape::recent_events: return RecentTimes::read(state, declaration_.cap, since);
    case FeatureShape::recent_amounts: return RecentAmounts::read(state, declaration_.cap, since);
    case FeatureShape::count_buckets:
      return CountBuckets::read(state, declaration_.window_ns / declaration_.step_ns,
                                steps_later(state.cell(), now));
    case FeatureShape::sum_buckets:
      return SumBuckets::read(state, declaration_.window_ns / declaration_.step_ns,
                              steps_later(state.cell(), now));
    case FeatureShape::recent_tokens: return RecentTokens::read(state, declaration_.cap, since);
    case FeatureShape::first_event: break;
  }
  return {now - FirstEvent::first(state), false};
}

FeatureValue FeatureKeys::read(const FeatureCells& cells, std::uint32_t at,
                               TimeNs now) const noexcept {
  const TimeNs since = now - declaration_.window_ns;
  if (at == none || cells[at].last() <= since) {
    return {.known = shape_ != FeatureShape::first_event, .partial = is_partial(nullptr, since)};
  }
  const FeatureCell& cell = cells[at];
  const FeatureFigure found = figure({cell, blocks_[cell.block]}, now);
  return {.value = found.value,
          .known = true,
          .at_least = found.at_least,
          .partial = is_partial(&cell, since)};
}

TimeNs FeatureKeys::below_at(const FeatureCells& cells, std::uint32_t at, TimeNs now,
                             std::uint32_t threshold) const noexcept {
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

FeatureKeys::Fed FeatureKeys::feed(FeatureCells& cells, std::uint32_t at, Token key, TimeNs now,
                                   std::uint64_t amount, Token token) {
  const TimeNs since = now - declaration_.window_ns;
  Fed fed{.at = at, .evicted = false, .eviction = {}};
  bool begins = at == none;
  bool stays = false;  // it is the last that was fed, and stays it
  if (begins) {
    fed.at = take_cell(cells, key, since, fed);
  } else {
    begins = cells[at].last() <= since;
    stays = order_.is_last(cells[at].place);
    if (!stays) order_.remove(cells[at].place);
  }
  FeatureCell& cell = cells[fed.at];
  const FeatureState state(cell, blocks_[cell.block]);
  if (begins) {
    cell.lacking = lost_until_ > since ? 1 : 0;
    begin(state, now);
  } else if (cell.lacking != 0) {
    cell.lacking = is_partial(&cell, since) ? 1 : 0;
  }
  add(state, now, amount, token);
  if (!stays) {
    cell.place = order_.append(
        fed.at, [&cells](std::uint32_t moved, std::uint32_t place) { cells[moved].place = place; });
  }
  return fed;
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

// Returns: a cell for the key, for which the one that is idle longest may have gone.
std::uint32_t FeatureKeys::take_cell(FeatureCells& cells, Token key, TimeNs since, Fed& fed) {
  if (order_.count() == declaration_.keys_max) {
    const std::uint32_t oldest = order_.oldest();
    const TimeNs last = cells[oldest].last();
    if (last > since) {
      fed.evicted = true;
      fed.eviction = {declaration_.id, cells[oldest].key, last};
      lost_until_ = last;
      ++evictions_;
    }
    forget(cells, oldest);
  }
  const std::uint32_t at = cells.take(position_, key);
  cells[at].block = blocks_.take();
  return at;
}

void FeatureKeys::begin(FeatureState state, TimeNs now) noexcept {
  switch (shape_) {
    case FeatureShape::recent_events: return RecentTimes::begin(state);
    case FeatureShape::recent_amounts: return RecentAmounts::begin(state);
    case FeatureShape::count_buckets:
      state[0] = static_cast<std::uint64_t>(now);
      return CountBuckets::begin(state, declaration_.window_ns / declaration_.step_ns);
    case FeatureShape::sum_buckets:
      state[0] = static_cast<std::uint64_t>(now);
      return SumBuckets::begin(state, declaration_.window_ns / declaration_.step_ns);
    case FeatureShape::recent_tokens: return RecentTokens::begin(state);
    case FeatureShape::first_event: return FirstEvent::begin(state, now);
  }
}

void FeatureKeys::add(FeatureState state, TimeNs now, std::uint64_t amount, Token token) noexcept {
  switch (shape_) {
    case FeatureShape::recent_events: return RecentTimes::feed(state, declaration_.cap, now, 0);
    case FeatureShape::recent_amounts:
      return RecentAmounts::feed(state, declaration_.cap, now, amount);
    case FeatureShape::count_buckets:
      return CountBuckets::feed(state, declaration_.window_ns / declaration_.step_ns,
                                steps_later(state.cell(), now), now, 1);
    case FeatureShape::sum_buckets:
      return SumBuckets::feed(state, declaration_.window_ns / declaration_.step_ns,
                              steps_later(state.cell(), now), now, amount);
    case FeatureShape::recent_tokens:
      return RecentTokens::feed(state, declaration_.cap, now, token);
    case FeatureShape::first_event: return FirstEvent::feed(state, now);
  }
}

void FeatureKeys::forget(FeatureCells& cells, std::uint32_t at) noexcept {
  order_.remove(cells[at].place);
  blocks_.give(cells[at].block);
  cells.give(at);
  if (order_.count() != 0) cells.prefetch_cell(order_.oldest());
}

}  // namespace allot
