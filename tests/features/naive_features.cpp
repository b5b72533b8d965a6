#include "naive_features.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "core/state_writer.hpp"

namespace allot::naive {
namespace {

__extension__ using Wide = __int128;
constexpr std::int64_t most_money = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t most_events = std::numeric_limits<std::uint32_t>::max();

bool lost_after(const NaiveFeature& feature, TimeNs since) {
  return feature.lost_until.has_value() && *feature.lost_until > since;
}

bool is_known(const NaiveFeature& feature, Token key, TimeNs time) {
  if (std::find(feature.order.begin(), feature.order.end(), key) == feature.order.end()) {
    return false;
  }
  return time - feature.keys.at(key).history.back().time < feature.declaration.window_ns;
}

// Returns: whether something as old still counts at `time`.
bool counts(const FeatureDeclaration& of, TimeNs then, TimeNs time) {
  if (of.step_ns == 0) return time - then < of.window_ns;
  return time / of.step_ns - then / of.step_ns <= of.window_ns / of.step_ns;
}

// What counts at `time` of a history from `from` on, the oldest first.
std::vector<Past> inside(const FeatureDeclaration& of, const NaiveKey& key, std::size_t from,
                         TimeNs time) {
  std::vector<Past> found;
  for (std::size_t i = from; i < key.history.size(); ++i) {
    if (counts(of, key.history[i].time, time)) found.push_back(key.history[i]);
  }
  return found;
}

FeatureValue capped(Wide figure, std::int64_t most) {
  FeatureValue value{.known = true};
  value.at_least = figure >= most;
  value.value = value.at_least ? most : static_cast<std::int64_t>(figure);
  return value;
}

Wide sum_of(std::span<const Past> events) {
  Wide sum = 0;
  for (const Past& past : events) sum += past.amount;
  return sum;
}

std::size_t tokens_of(const std::vector<Past>& events) {
  std::set<Token> tokens;
  for (const Past& past : events) tokens.insert(past.token);
  return tokens.size();
}

FeatureValue value_of(const FeatureDeclaration& of, const NaiveKey& key, TimeNs time) {
  const std::vector<Past> events = inside(of, key, key.known_from, time);
  const auto cap = static_cast<std::int64_t>(of.cap);
  const bool exact = of.step_ns == 0;
  switch (of.kind) {
    case FeatureKind::count:
      return capped(static_cast<Wide>(events.size()), exact ? cap : most_events);
    case FeatureKind::distinct: return capped(static_cast<Wide>(tokens_of(events)), cap);
    case FeatureKind::age_since_first:
      return {.value = time - key.history[key.known_from].time, .known = true};
    case FeatureKind::sum: break;
  }
  if (!exact || events.size() < of.cap) return capped(sum_of(events), most_money);
  FeatureValue last = capped(sum_of(std::span(events).last(of.cap)), most_money);
  last.at_least = true;
  return last;
}

}  // namespace

NaiveFeatures::NaiveFeatures(std::span<const FeatureDeclaration> declarations) {
  for (const FeatureDeclaration& declaration : declarations) {
    features_.push_back({.declaration = declaration, .keys = {}, .order = {}, .lost_until = {}});
  }
}

void NaiveFeatures::switch_to(std::span<const FeatureDeclaration> declarations) {
  std::vector<NaiveFeature> former;
  std::swap(former, features_);
  for (const FeatureDeclaration& declaration : declarations) {
    NaiveFeature next{.declaration = declaration, .keys = {}, .order = {}, .lost_until = {}};
    for (const NaiveFeature& feature : former) {
      // What it is called, how it is read and what it is for is not what it counts.
      FeatureDeclaration of = feature.declaration;
      of.id = declaration.id;
      of.prior = declaration.prior;
      of.may_block = declaration.may_block;
      if (of != declaration) continue;
      next = feature;
      next.declaration = declaration;
    }
    features_.push_back(next);
  }
}

// Effects: time goes on; every key whose window is over is forgotten at once.
void NaiveFeatures::advance(TimeNs time) {
  now_ = std::max(now_, time);
  for (NaiveFeature& feature : features_) {
    std::vector<Token> left;
    for (const Token key : feature.order) {
      if (is_known(feature, key, now_)) left.push_back(key);
    }
    feature.expired += feature.order.size() - left.size();
    feature.order = left;
  }
}

std::vector<FeatureValue> NaiveFeatures::observe(const FeatureEvent& event) {
  advance(event.time);
  evictions_.clear();
  std::vector<FeatureValue> values;
  for (std::size_t i = 0; i < features_.size(); ++i) {
    NaiveFeature& feature = features_[i];
    const FeatureDeclaration& of = feature.declaration;
    const Token first = event[of.key];
    const Token second = event[of.key_second];
    Token key = first;
    if (of.key_second != FeatureField::none) key = pair_token(first, second);
    const FeatureValue before = read(i, key, now_);
    const bool distinct_absent = of.kind == FeatureKind::distinct && event[of.distinct] == 0;
    if (key == 0 || !of.feeds.has(event.feed) || distinct_absent) {
      values.push_back(before);
      continue;
    }
    NaiveKey& known = feature.keys[key];
    const auto at = std::find(feature.order.begin(), feature.order.end(), key);
    if (at != feature.order.end()) {
      feature.order.erase(at);
      if (of.kind != FeatureKind::age_since_first) {
        known.lacking = known.lacking && lost_after(feature, now_ - of.window_ns);
      }
    } else {
      if (feature.order.size() == of.keys_max) {
        const Token idle = feature.order.front();
        const TimeNs last = feature.keys.at(idle).history.back().time;
        evictions_.push_back({of.id, idle, last});
        feature.lost_until = last;
        ++feature.evictions;
        feature.order.erase(feature.order.begin());
      }
      known.known_from = known.history.size();
      known.lacking = lost_after(feature, now_ - of.window_ns);
    }
    feature.order.push_back(key);
    known.history.push_back({now_, event[of.amount], event[of.distinct]});
    values.push_back(of.prior ? before : read(i, key, now_));
  }
  return values;
}

FeatureValue NaiveFeatures::read(std::size_t i, Token key, TimeNs time) const {
  const NaiveFeature& feature = features_[i];
  const FeatureDeclaration& of = feature.declaration;
  time = std::max(time, now_);
  if (key == 0) return {};
  const bool lost = lost_after(feature, time - of.window_ns);
  if (!is_known(feature, key, time)) {
    return {.known = of.kind != FeatureKind::age_since_first, .partial = lost};
  }
  const NaiveKey& known = feature.keys.at(key);
  FeatureValue value = value_of(of, known, time);
  value.partial = known.lacking && (lost || of.kind == FeatureKind::age_since_first);
  return value;
}

NaiveFeatures::Truth NaiveFeatures::truth(std::size_t i, Token key, TimeNs time) const {
  const NaiveFeature& feature = features_[i];
  const FeatureDeclaration& of = feature.declaration;
  const auto found = feature.keys.find(key);
  const bool ages = of.kind == FeatureKind::age_since_first;
  if (found == feature.keys.end()) return {0, 0, !ages};
  const std::vector<Past>& history = found->second.history;
  if (ages) {
    if (time - history.back().time >= of.window_ns) return {0, 0, false};
    std::size_t first = history.size() - 1;
    while (first > 0 && history[first].time - history[first - 1].time < of.window_ns) --first;
    return {time - history[first].time, time - history[first].time, true};
  }
  // What lies inside the window, and what lies inside it or up to one step before.
  std::vector<Past> in;
  std::vector<Past> nearly;
  for (const Past& past : history) {
    if (time - past.time < of.window_ns) in.push_back(past);
    if (time - past.time < of.window_ns + of.step_ns) nearly.push_back(past);
  }
  const auto figure = [&of](const std::vector<Past>& events) {
    Wide value = static_cast<Wide>(events.size());
    if (of.kind == FeatureKind::sum) value = sum_of(events);
    if (of.kind == FeatureKind::distinct) value = static_cast<Wide>(tokens_of(events));
    return static_cast<std::int64_t>(std::min<Wide>(value, most_money));
  };
  return {figure(in), figure(nearly), true};
}

namespace {

void put_events(StateWriter& out, const FeatureDeclaration& of, std::vector<Past> events) {
  std::reverse(events.begin(), events.end());
  if (of.kind == FeatureKind::distinct) {
    std::set<Token> seen;
    std::erase_if(events, [&seen](const Past& past) { return !seen.insert(past.token).second; });
  }
  if (events.size() > of.cap) events.resize(of.cap);
  out.put(static_cast<std::uint32_t>(events.size()));
  for (const Past& past : events) {
    if (of.kind == FeatureKind::distinct) out.put(past.token);
    out.put(past.time);
    if (of.kind == FeatureKind::sum) out.put(past.amount);
  }
}

void put_steps(StateWriter& out, const FeatureDeclaration& of, const std::vector<Past>& events,
               TimeNs now) {
  std::map<std::uint32_t, Wide> steps;  // by how far they lie back
  for (const Past& past : events) {
    Wide& step = steps[static_cast<std::uint32_t>(now / of.step_ns - past.time / of.step_ns)];
    step += of.kind == FeatureKind::sum ? past.amount : 1;
    step = std::min<Wide>(step, most_money);
  }
  std::erase_if(steps, [](const auto& step) { return step.second == 0; });
  out.put(static_cast<std::uint32_t>(steps.size()));
  for (const auto& [back, value] : steps) out.put(back, static_cast<std::uint64_t>(value));
}

}  // namespace

std::vector<std::byte> NaiveFeatures::encoding() {
  advance(now_);
  StateWriter out;
  out.put(now_, static_cast<std::uint32_t>(features_.size()));
  for (const NaiveFeature& feature : features_) {
    const FeatureDeclaration& of = feature.declaration;
    out.put(of.id, feature.evictions,
            feature.lost_until.value_or(std::numeric_limits<TimeNs>::min()),
            static_cast<std::uint32_t>(feature.order.size()));
    const bool lost = lost_after(feature, now_ - of.window_ns);
    for (const Token token : feature.order) {
      const NaiveKey& key = feature.keys.at(token);
      const bool ages = of.kind == FeatureKind::age_since_first;
      out.put(token, key.history.back().time,
              static_cast<std::uint8_t>(key.lacking && (lost || ages) ? 1 : 0));
      const std::vector<Past> events = inside(of, key, key.known_from, now_);
      if (ages) {
        out.put(key.history[key.known_from].time);
      } else if (of.step_ns != 0) {
        put_steps(out, of, events, now_);
      } else {
        put_events(out, of, events);
      }
    }
  }
  return out.take();
}

}  // namespace allot::naive
