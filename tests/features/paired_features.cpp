#include "paired_features.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

#include "core/state_writer.hpp"
#include "features/encoding.hpp"
#include "features/feature_table.hpp"
#include "generator/random_source.hpp"
#include "naive_features.hpp"

namespace allot::naive {
namespace {

using generator::RandomSource;

constexpr TimeNs second = 1'000'000'000;

FeatureField any_field(RandomSource& random) {
  return static_cast<FeatureField>(1 + random.below(feature_fields_count - 1));
}

// A window, and a step that divides it.
void choose_window(RandomSource& random, FeatureDeclaration& of, bool bucketed) {
  const TimeNs longest = random.pick({TimeNs{1}, TimeNs{60}, TimeNs{3'600}, TimeNs{30 * 86'400}});
  of.window_ns = second * random.between(1, longest);
  if (random.one_in(3)) of.window_ns += random.between(0, second - 1);
  of.window_ns = std::min(of.window_ns, feature_window_max_ns);
  if (!bucketed) return;
  const TimeNs steps = random.one_in(4) ? feature_steps_max : random.between(1, 12);
  of.step_ns = std::max<TimeNs>(of.window_ns / steps, 1);
  of.window_ns = of.step_ns * steps;
  if (of.window_ns < feature_window_min_ns) of.window_ns += of.step_ns * steps;
  if (of.window_ns / of.step_ns > feature_steps_max) of.step_ns *= 2;
}

FeatureDeclaration any_declaration(RandomSource& random, std::uint16_t id);

// One that is fed as the other is and has room for as many, so that both know the same keys; or
// nearly so, and they do not.
FeatureDeclaration any_sharing(RandomSource& random, const FeatureDeclaration& with,
                               std::uint16_t id) {
  FeatureDeclaration of;
  do {
    of = any_declaration(random, id);
    of.key = with.key;
    of.key_second = with.key_second;
    if (!random.one_in(6)) of.feeds = with.feeds;
    if (!random.one_in(6)) of.keys_max = with.keys_max;
    if (!random.one_in(6)) of.distinct = with.distinct;
  } while (!check(of).ok());
  return of;
}

FeatureDeclaration any_declaration(RandomSource& random, std::uint16_t id) {
  FeatureDeclaration of;
  of.id = id;
  do {
    of.kind = static_cast<FeatureKind>(random.below(4));
    of.feeds.bits = static_cast<std::uint16_t>(random.between(1, feature_feeds_all));
    if (random.one_in(3)) of.feeds.bits = feature_feeds_all;
    of.key = any_field(random);
    of.key_second = random.one_in(3) ? any_field(random) : FeatureField::none;
    of.distinct = of.kind == FeatureKind::distinct ? any_field(random) : FeatureField::none;
    of.amount = of.kind == FeatureKind::sum ? FeatureAmount::total : FeatureAmount::none;
    const bool counted = of.kind == FeatureKind::count || of.kind == FeatureKind::sum;
    const bool bucketed = counted && random.one_in(2);
    of.step_ns = 0;
    choose_window(random, of, bucketed);
    of.cap = 0;
    if (!bucketed && of.kind != FeatureKind::age_since_first) {
      const std::uint32_t most =
          of.kind == FeatureKind::distinct ? feature_tokens_max : feature_cap_max;
      of.cap = random.one_in(8) ? random.u32(1, most) : random.u32(1, 9);
    }
    of.keys_max = random.one_in(2) ? random.u32(1, 12) : random.u32(13, 200);
    of.prior = random.one_in(2);
    of.may_block = !bucketed && random.one_in(2);
  } while (!check(of).ok());
  return of;
}

// What a run is made of.
class Run {
 public:
  Run(std::uint64_t seed, FeatureCoverage& coverage)
      : random_(seed),
        coverage_(coverage),
        declarations_(any_set()),
        table_(std::make_unique<FeatureTable>(declarations_)),
        seed_(random_.next()),
        moved_(std::make_unique<FeatureTable>(declarations_, seed_)),
        naive_(declarations_),
        tokens_(1 + random_.below(random_.one_in(3) ? 400 : 30)),
        seldom_(random_.pick<std::uint64_t>({1, 1, 10, 100})) {}

  std::string play(std::uint64_t events);

 private:
  std::vector<FeatureDeclaration> any_set() {
    std::vector<FeatureDeclaration> set;
    const std::uint64_t count = 1 + random_.below(8);
    for (std::uint16_t id = 1; id <= count; ++id) set.push_back(any_of(set, id));
    count_sharing(set);
    return set;
  }
  FeatureDeclaration any_of(const std::vector<FeatureDeclaration>& set, std::uint16_t id) {
    if (set.empty() || random_.one_in(2)) return any_declaration(random_, id);
    return any_sharing(random_, random_.pick(set), id);
  }
  void count_sharing(const std::vector<FeatureDeclaration>& set) {
    for (std::size_t i = 1; i < set.size(); ++i) {
      coverage_.sharing += know_the_same_keys(set[i - 1], set[i]) ? 1 : 0;
    }
  }
  // In some runs a few come nearly always, so that the others are idle long.
  Token any_token() {
    return mix_token(
        1 + random_.below(random_.one_in(seldom_) ? tokens_ : std::min<std::uint64_t>(tokens_, 3)));
  }
  TimeNs any_step();
  FeatureEvent any_event();
  void switch_set();
  bool same_values(const FeatureEvent& event);
  bool same_reading();
  bool right_clearing(std::size_t i, Token key, TimeNs time);
  bool same_encoding();
  bool fail(const char* what) {
    difference_ = what;
    return false;
  }

  RandomSource random_;
  FeatureCoverage& coverage_;
  std::vector<FeatureDeclaration> declarations_;
  std::unique_ptr<FeatureTable> table_;
  std::uint64_t seed_;
  std::unique_ptr<FeatureTable> moved_;  // the same, lying elsewhere
  NaiveFeatures naive_;
  std::uint64_t tokens_;
  std::uint64_t seldom_;
  TimeNs time_{1};
  std::string difference_;
};

// Often such that something is exactly as old as a window or a step.
TimeNs Run::any_step() {
  const FeatureDeclaration& of = random_.pick(declarations_);
  switch (random_.below(12)) {
    case 0: return of.window_ns;
    case 1: return of.window_ns - 1;
    case 2: return of.window_ns + 1;
    case 3: return of.window_ns / 2;
    case 4: return of.step_ns;
    case 5: return std::max<TimeNs>(of.step_ns - 1, 0);
    case 6: return random_.between(0, of.window_ns);
    case 7: return 1;
    case 8: return random_.between(0, of.window_ns / 100);
    default: return 0;
  }
}

FeatureEvent Run::any_event() {
  FeatureEvent event{.feed = static_cast<FeatureFeed>(1U << random_.below(9))};
  for (std::size_t i = 1; i < feature_fields_count; ++i) {
    event.tokens[i] = random_.one_in(12) ? 0 : any_token();
  }
  event[FeatureAmount::total] = random_.between(0, 100'000);
  if (random_.one_in(40)) {
    event[FeatureAmount::total] = std::numeric_limits<std::int64_t>::max() - random_.between(0, 3);
  }
  if (random_.one_in(3)) time_ += any_step();
  event.time = time_;
  if (random_.one_in(10)) {
    event.time = std::max<TimeNs>(1, time_ - random_.between(0, 10 * second));
    coverage_.clamped += event.time < naive_.now() ? 1 : 0;
  }
  return event;
}

// Another set, in which some of the features are those that were there.
void Run::switch_set() {
  std::vector<FeatureDeclaration> set;
  std::uint16_t id = 0;
  for (FeatureDeclaration of : declarations_) {
    if (random_.one_in(4)) continue;
    of.id = ++id;
    if (random_.one_in(3)) of.prior = !of.prior;
    set.push_back(of);
  }
  coverage_.carried += set.size();
  const bool as_it_was = set.size() == declarations_.size() && random_.one_in(2);
  while (set.empty() || (!as_it_was && set.size() < 8 && random_.one_in(2))) {
    set.push_back(any_of(set, ++id));
  }
  if (random_.one_in(2)) std::reverse(set.begin(), set.end());
  count_sharing(set);
  auto table = std::make_unique<FeatureTable>(set);
  table->adopt(*table_);
  table_ = std::move(table);
  // The other one goes on, where it lies or elsewhere.
  seed_ = random_.one_in(2) ? random_.next() : seed_;
  auto moved = std::make_unique<FeatureTable>(set, seed_);
  moved->adopt(*moved_);
  moved_ = std::move(moved);
  naive_.switch_to(set);
  declarations_ = set;
  ++coverage_.switches;
}

bool Run::same_values(const FeatureEvent& event) {
  std::vector<FeatureValue> values(table_->size());
  const std::vector<FeatureValue> expected = naive_.observe(event);
  if (random_.one_in(8)) {
    table_->feed(event);  // without being asked
  } else {
    table_->prefetch(event);
    table_->prefetch_rest(event);
    table_->observe(event, values);
    coverage_.values += values.size();
    if (values != expected) return fail("values of an event");
  }
  moved_->feed(event);
  for (const FeatureValue& value : expected) {
    coverage_.at_least += value.at_least ? 1 : 0;
    coverage_.partial += value.partial ? 1 : 0;
    coverage_.absent += value.known ? 0 : 1;
    coverage_.overflows += value.value == std::numeric_limits<std::int64_t>::max() ? 1 : 0;
  }
  coverage_.evictions += naive_.evictions().size();
  if (!std::ranges::equal(table_->evictions(), naive_.evictions())) return fail("evictions");
  return true;
}

bool Run::right_clearing(std::size_t i, Token key, TimeNs time) {
  const std::uint32_t threshold = random_.u32(1, 5);
  const TimeNs clear = table_->below_at(i, key, time, threshold);
  const FeatureDeclaration& of = declarations_[i];
  const bool counts = of.kind == FeatureKind::count || of.kind == FeatureKind::distinct;
  if ((clear != 0) != (counts && threshold <= exact_up_to(of))) {
    return fail("whether an instant of clearing is known");
  }
  if (clear == 0) return true;
  ++coverage_.clears;
  if (naive_.read(i, key, clear).value >= threshold) return fail("an instant of clearing: early");
  if (clear > time && naive_.read(i, key, clear - 1).value < threshold) {
    return fail("an instant of clearing: late");
  }
  return true;
}

// A look at any key at the time that stands or later, and what is true of it.
bool Run::same_reading() {
  const std::size_t i = random_.below(declarations_.size());
  const FeatureDeclaration& of = declarations_[i];
  Token key = any_token();
  if (of.key_second != FeatureField::none) key = pair_token(key, any_token());
  const auto& histories = naive_.features()[i].keys;
  const auto known = histories.find(key);
  TimeNs time = naive_.now() + (random_.one_in(2) ? any_step() : 0);
  if (known != histories.end() && !known->second.history.empty() && random_.one_in(2)) {
    time = std::max(naive_.now(), known->second.history.back().time + of.window_ns);
    coverage_.just_out += time == known->second.history.back().time + of.window_ns ? 1 : 0;
  }
  time = std::max(time, naive_.now());
  const FeatureValue value = table_->read(i, key, time);
  if (value != naive_.read(i, key, time)) return fail("a reading");
  const NaiveFeatures::Truth truth = naive_.truth(i, key, time);
  ++coverage_.truths;
  if (value.value > truth.most) return fail("a value above what is true");
  if (!value.partial && value.known != truth.known) return fail("whether there is a value");
  if (!value.partial && !value.at_least && value.value < truth.least) {
    return fail("a value below what is true");
  }
  return right_clearing(i, key, time);
}

std::vector<std::byte> encoding_of(const FeatureTable& table) {
  StateWriter out;
  put_features(out, table);
  return out.take();
}

bool Run::same_encoding() {
  ++coverage_.encodings;
  const std::vector<std::byte> bytes = encoding_of(*table_);
  if (bytes != naive_.encoding()) return fail("the encoding");
  if (bytes != encoding_of(*moved_)) return fail("the encoding of a table with another seed");
  return true;
}

std::string Run::play(std::uint64_t events) {
  bool same = true;
  std::uint64_t at = 0;
  for (; same && at < events; ++at) {
    same = same_values(any_event()) && (!random_.one_in(2) || same_reading()) &&
           (!random_.one_in(200) || same_encoding());
    if (same && random_.one_in(500)) {
      switch_set();
      same = same_encoding();
    }
    if (random_.one_in(30)) {
      // No value depends on how far idle keys have been given back.
      const std::uint32_t most = random_.u32(0, 5);
      const std::uint32_t given = table_->forget_idle(table_->now(), most);
      if (given > most) same = fail("more were given back than was asked for");
      coverage_.given_back += given;
    }
  }
  same = same && same_encoding();
  ++coverage_.runs;
  coverage_.events += at;
  for (const NaiveFeature& feature : naive_.features()) coverage_.expired += feature.expired;
  return same ? std::string{} : difference_ + " differ at event " + std::to_string(at);
}

}  // namespace

std::vector<std::string> FeatureCoverage::missing() const {
  const std::pair<const char*, std::uint64_t> rows[] = {
      {"evictions", evictions}, {"expired", expired},     {"given_back", given_back},
      {"clamped", clamped},     {"at_least", at_least},   {"overflows", overflows},
      {"partial", partial},     {"absent", absent},       {"just_out", just_out},
      {"clears", clears},       {"encodings", encodings}, {"truths", truths},
      {"sharing", sharing},     {"switches", switches},   {"carried", carried}};
  std::vector<std::string> names;
  for (const auto& [name, times] : rows) {
    if (times == 0) names.emplace_back(name);
  }
  return names;
}

std::string FeatureCoverage::table() const {
  const std::pair<const char*, std::uint64_t> rows[] = {{"runs", runs},
                                                        {"events", events},
                                                        {"values", values},
                                                        {"truths", truths},
                                                        {"evictions", evictions},
                                                        {"expired", expired},
                                                        {"given_back", given_back},
                                                        {"clamped", clamped},
                                                        {"at_least", at_least},
                                                        {"overflows", overflows},
                                                        {"partial", partial},
                                                        {"absent", absent},
                                                        {"just_out", just_out},
                                                        {"clears", clears},
                                                        {"encodings", encodings},
                                                        {"sharing", sharing},
                                                        {"switches", switches},
                                                        {"carried", carried}};
  std::string text;
  for (const auto& [name, times] : rows) {
    text += "  " + std::string(name) + " " + std::to_string(times) + "\n";
  }
  return text;
}

std::string compare_features(std::uint64_t seed, std::uint64_t events, FeatureCoverage& coverage) {
  Run run(seed, coverage);
  return run.play(events);
}

}  // namespace allot::naive
