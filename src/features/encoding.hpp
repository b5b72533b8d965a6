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
void put_recent_events(Writer& out, const FeatureRecord& key, TimeNs since) {
  using Events = RecentEvents<false>;
  const FeatureSize size = key.member.size;
  const std::uint32_t in = Events::count(key.control, key.words, size, since);
  out.put(in);
  for (std::uint32_t n = 0; n < in; ++n) {
    out.put(Events::time(key.control, key.words, size, key.cell.last, n));
  }
}

template <class Writer>
void put_recent_amounts(Writer& out, const FeatureRecord& key, TimeNs since) {
  using Events = RecentEvents<true>;
  const FeatureSize size = key.member.size;
  const std::uint32_t in = Events::count(key.control, key.words, size, since);
  out.put(in);
  for (std::uint32_t n = 0; n < in; ++n) {
    out.put(Events::time(key.control, key.words, size, key.cell.last, n),
            Events::amount(key.control, key.words, size, n));
  }
}

// Buckets in which there is something, the newest first, by how many steps they lie back.
template <class Buckets, class Writer>
void put_buckets(Writer& out, const FeatureRecord& key, TimeNs now) {
  const std::uint32_t steps = key.member.size.cap;
  const std::uint32_t later = Buckets::later(key.words, key.member.step_of(now));
  const auto each = [&](auto&& visit) {
    for (std::uint32_t back = later; back <= steps; ++back) {
      const std::uint32_t at = ring_at(key.control.newest, steps + 1, back - later);
      const std::uint64_t value = Buckets::bucket(key.words, at);
      if (value != 0) visit(back, value);
    }
  };
  std::uint32_t filled = 0;
  each([&filled](std::uint32_t, std::uint64_t) { ++filled; });
  out.put(filled);
  each([&out](std::uint32_t back, std::uint64_t value) { out.put(back, value); });
}

template <class Writer>
void put_recent_tokens(Writer& out, const FeatureRecord& key, TimeNs since) {
  const std::uint32_t in = RecentTokens::count(key.control, key.words, since);
  out.put(in);
  for (std::uint32_t n = 0; n < in; ++n) {
    out.put(RecentTokens::token(key.words, n), RecentTokens::seen(key.words, key.cell.last, n));
  }
}

template <class Writer>
void put_state(Writer& out, const FeatureRecord& key, TimeNs now) {
  const TimeNs since = now - key.member.window_ns;
  switch (key.member.shape) {
    case FeatureShape::recent_events: return put_recent_events(out, key, since);
    case FeatureShape::recent_amounts: return put_recent_amounts(out, key, since);
    case FeatureShape::count_buckets: return put_buckets<CountBuckets>(out, key, now);
    case FeatureShape::sum_buckets: return put_buckets<SumBuckets>(out, key, now);
    case FeatureShape::recent_tokens: return put_recent_tokens(out, key, since);
    case FeatureShape::first_event: return out.put(FirstEvent::first(key.words));
  }
}

}  // namespace feature_encoding

template <class Writer>
void put_features(Writer& out, const FeatureTable& table) {
  const TimeNs now = table.now();
  out.put(now, static_cast<std::uint32_t>(table.size()));
  for (std::size_t i = 0; i < table.size(); ++i) {
    const FeatureMember& feature = table[i];
    const TimeNs since = now - feature.window_ns;
    std::uint32_t known = 0;
    table.visit_known(i, [&known](const FeatureRecord&) { ++known; });
    out.put(feature.declaration.id, feature.evictions, feature.lost_until, known);
    table.visit_known(i, [&](const FeatureRecord& key) {
      out.put(key.cell.key, key.cell.last,
              static_cast<std::uint8_t>(feature.is_partial(key.control, since) ? 1 : 0));
      feature_encoding::put_state(out, key, now);
    });
  }
}

}  // namespace allot
