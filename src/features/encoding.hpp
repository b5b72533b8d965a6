// The canonical encoding of a table of features: what will be said of each key, and who is evicted
// next; nothing of where cells lie.
//
// `Writer` has put(value...), which writes integers little-endian one after the other, as that of
// the whole state does. Features come in the order of the set, keys in the order in which they were
// fed last, the one that is idle longest first: that order is part of the state. Of a key there is
// what lies inside its window at the time that stands; a key that is idle for a window is not
// there.
#pragma once

#include <cstdint>

#include "features/feature_table.hpp"

namespace allot {

namespace feature_encoding {

template <class Writer>
void put_recent_events(Writer& out, FeatureWords state, std::uint32_t cap, TimeNs since) {
  using Events = RecentEvents<1>;
  const std::uint32_t in = Events::count(state, cap, since);
  out.put(in);
  for (std::uint32_t n = 0; n < in; ++n) {
    out.put(state.time(Events::entry(state.cell(), cap, n)));
  }
}

template <class Writer>
void put_recent_amounts(Writer& out, FeatureWords state, std::uint32_t cap, TimeNs since) {
  using Events = RecentEvents<2>;
  const std::uint32_t in = Events::count(state, cap, since);
  out.put(in);
  for (std::uint32_t n = 0; n < in; ++n) {
    const std::size_t at = Events::entry(state.cell(), cap, n);
    out.put(state.time(at), state[at + 1]);
  }
}

// Buckets in which there is something, the newest first, by how many steps they lie back.
template <class Buckets, class Writer>
void put_buckets(Writer& out, FeatureWords state, const FeatureDeclaration& of, TimeNs now) {
  const TimeNs steps = of.window_ns / of.step_ns;
  const TimeNs later = now / of.step_ns - state.cell().last() / of.step_ns;
  const auto each = [&](auto&& visit) {
    for (TimeNs back = later; back <= steps; ++back) {
      const TimeNs before = back - later;
      const TimeNs newest = state.cell().newest;
      const TimeNs at = newest >= before ? newest - before : newest + steps + 1 - before;
      const std::uint64_t value = Buckets::bucket(state, static_cast<std::size_t>(at));
      if (value != 0) visit(static_cast<std::uint32_t>(back), value);
    }
  };
  std::uint32_t filled = 0;
  each([&filled](std::uint32_t, std::uint64_t) { ++filled; });
  out.put(filled);
  each([&out](std::uint32_t back, std::uint64_t value) { out.put(back, value); });
}

template <class Writer>
void put_recent_tokens(Writer& out, FeatureWords state, TimeNs since) {
  const std::uint32_t in = RecentTokens::count(state, since);
  out.put(in);
  for (std::uint32_t n = 0; n < in; ++n) {
    out.put(RecentTokens::token(state, n), RecentTokens::seen(state, n));
  }
}

template <class Writer>
void put_state(Writer& out, FeatureWords state, const FeatureDeclaration& of, TimeNs now) {
  const TimeNs since = now - of.window_ns;
  switch (shape_of(of)) {
    case FeatureShape::recent_events: return put_recent_events(out, state, of.cap, since);
    case FeatureShape::recent_amounts: return put_recent_amounts(out, state, of.cap, since);
    case FeatureShape::count_buckets: return put_buckets<CountBuckets>(out, state, of, now);
    case FeatureShape::sum_buckets: return put_buckets<SumBuckets>(out, state, of, now);
    case FeatureShape::recent_tokens: return put_recent_tokens(out, state, since);
    case FeatureShape::first_event: return out.put(FirstEvent::first(state));
  }
}

}  // namespace feature_encoding

template <class Writer>
void put_features(Writer& out, const FeatureTable& table) {
  const TimeNs now = table.now();
  out.put(now, static_cast<std::uint32_t>(table.size()));
  for (std::size_t i = 0; i < table.size(); ++i) {
    const FeatureKeys& feature = table[i];
    const FeatureDeclaration& declaration = feature.declaration();
    const TimeNs since = now - declaration.window_ns;
    std::uint32_t known = 0;
    feature.visit_known(table.cells(), now, [&known](FeatureWords) { ++known; });
    out.put(declaration.id, feature.evictions(), feature.lost_until(), known);
    feature.visit_known(table.cells(), now, [&](FeatureWords state) {
      const FeatureCell& cell = state.cell();
      out.put(cell.key, cell.last(),
              static_cast<std::uint8_t>(feature.is_partial(&cell, since) ? 1 : 0));
      feature_encoding::put_state(out, state, declaration, now);
    });
  }
}

}  // namespace allot
