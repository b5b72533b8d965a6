// What an event costs features: it is counted, and what is known then is read. Tables that fit into
// the cache and that do not, with memory asked for sixteen events ahead and without.
//
// Every run checks what is said of one key against a count of its events.
//   features_bench --benchmark_repetitions=9 --benchmark_report_aggregates_only=true
// Tables of 10 million keys take up to 3 GB. There is one at a time, and it takes longer to fill
// than to measure, so that runs are not to be interleaved.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "features/feature_table.hpp"

namespace allot {
namespace {

constexpr TimeNs second = 1'000'000'000;
constexpr TimeNs between_events = 1'000;
constexpr std::size_t ahead = 16;
constexpr std::uint64_t checked_max = std::uint64_t{1} << 22U;

FeatureDeclaration declared(std::uint16_t id, std::uint32_t keys) {
  FeatureDeclaration of;
  of.id = id;
  of.feeds = FeatureFeed::attempt;
  of.key = FeatureField::customer;
  of.window_ns = 3'600 * second;
  of.cap = 5;
  of.keys_max = keys;
  return of;
}

std::vector<FeatureDeclaration> exact_count(std::uint32_t keys) { return {declared(1, keys)}; }

std::vector<FeatureDeclaration> count_in_steps(std::uint32_t keys) {
  FeatureDeclaration of = declared(1, keys);
  of.cap = 0;
  of.step_ns = of.window_ns / 24;
  return {of};
}

// As a set of rules would have: counts, ages and sets of tokens of five keys that an order names.
std::vector<FeatureDeclaration> ten_features(std::uint32_t keys) {
  std::vector<FeatureDeclaration> set;
  for (std::uint16_t id = 1; id <= 10; ++id) {
    FeatureDeclaration of = declared(id, keys / 10);
    of.key = static_cast<FeatureField>(1 + id % 5);
    if (id == 4 || id == 8) {
      of.kind = FeatureKind::age_since_first;
      of.cap = 0;
    }
    if (id == 5) {
      of.kind = FeatureKind::distinct;
      of.distinct = FeatureField::phone;
      of.cap = 2;
    }
    set.push_back(of);
  }
  return set;
}

// The table, full, and events of keys at random.
class Bench {
 public:
  using Set = std::vector<FeatureDeclaration> (&)(std::uint32_t);
  Bench(Set set, std::uint32_t keys, std::uint32_t tokens)
      : declarations_(set(keys)),
        table_(declarations_),
        values_(declarations_.size()),
        tokens_(tokens),
        known_(declarations_.front().keys_max) {
    for (std::uint32_t i = 0; i < known_; ++i) one(mix_token(i + 1), values_);
    // Where others have to go, they have begun to.
    for (std::uint32_t i = known_; i < tokens && i < 2 * known_; ++i) next<false>();
  }

  template <bool prefetches>
  void next() {
    if constexpr (prefetches) {
      table_.prefetch(event(token_at(at_ + ahead)));
      table_.prefetch_rest(event(token_at(at_ + ahead / 2)));
    }
    one(token_at(at_), values_);
    ++at_;
  }
  // Returns: whether the key that comes next was counted as often as it came before; of many
  // events, at least as often as among the first.
  bool right() const {
    const Token token = token_at(at_);
    const FeatureDeclaration& of = declarations_.front();
    std::int64_t times = 1;
    for (std::uint64_t i = 0; i < std::min(at_, checked_max); ++i) times += token_at(i) == token;
    if (of.cap != 0) times = std::min<std::int64_t>(times, of.cap);
    const FeatureValue said = table_.read(0, token, time_);
    return said.partial || (at_ > checked_max ? said.value >= times : said.value == times);
  }
  std::size_t bytes() const { return table_.bytes(); }
  std::uint64_t evictions() const { return table_[0].evictions; }

 private:
  // Any of the keys, by the number of the event.
  Token token_at(std::uint64_t i) const {
    __extension__ using Wide = unsigned __int128;
    return mix_token(1 + static_cast<Token>(Wide{mix_token(i + 1)} * tokens_ >> 64U));
  }
  static FeatureEvent event(Token token) {
    FeatureEvent event{.feed = FeatureFeed::attempt};
    for (std::size_t i = 1; i <= 5; ++i) event.tokens[i] = token;
    event[FeatureField::phone] = token;
    return event;
  }
  void one(Token token, std::span<FeatureValue> values) {
    FeatureEvent happened = event(token);
    happened.time = time_ += between_events;
    table_.observe(happened, values);
    benchmark::DoNotOptimize(values.data());
    benchmark::ClobberMemory();
  }

  std::vector<FeatureDeclaration> declarations_;
  FeatureTable table_;
  std::vector<FeatureValue> values_;
  std::uint64_t tokens_;
  std::uint32_t known_;
  std::uint64_t at_{};
  TimeNs time_{second};
};

struct Wanted {
  const char* name;
  Bench::Set set;
  std::uint32_t keys;
  std::uint32_t tokens;  // that come; more than keys, and others have to go for them
};

Bench& bench_of(const Wanted& wanted) {
  static std::unique_ptr<Bench> kept;
  static std::string name;
  const std::string wanted_name = wanted.name + std::to_string(wanted.keys);
  if (name != wanted_name) {
    kept.reset();
    kept = std::make_unique<Bench>(wanted.set, wanted.keys, wanted.tokens);
    name = wanted_name;
  }
  return *kept;
}

template <bool prefetches>
void observe(benchmark::State& state, const Wanted& wanted) {
  Bench& bench = bench_of(wanted);
  const std::uint64_t evicted = bench.evictions();
  for (auto step : state) bench.next<prefetches>();
  if (!bench.right()) state.SkipWithError("a key was not counted as often as it came");
  const bool evicts = bench.evictions() != evicted;
  if (evicts != (wanted.tokens > wanted.keys) && state.iterations() > 1'000) {
    state.SkipWithError("keys were evicted, or were not");
  }
  state.counters["MB"] = static_cast<double>(bench.bytes() >> 20U);
}

constexpr std::uint32_t few = 100'000;
constexpr std::uint32_t many = 10'000'000;

void registered(const Wanted& wanted) {
  const std::string name = wanted.name + std::string(wanted.keys == few ? "/100k" : "/10M");
  benchmark::RegisterBenchmark(
      name.c_str(), [wanted](benchmark::State& state) { observe<false>(state, wanted); });
  benchmark::RegisterBenchmark((name + "/prefetch").c_str(),
                               [wanted](benchmark::State& state) { observe<true>(state, wanted); });
}

}  // namespace
}  // namespace allot

int main(int argc, char** argv) {
  using namespace allot;
  for (const std::uint32_t keys : {few, many}) {
    registered({"exact_count", exact_count, keys, keys});
    registered({"count_in_steps", count_in_steps, keys, keys});
    registered({"ten_features", ten_features, keys, keys / 10});
    registered({"evicting", exact_count, keys, 4 * keys});
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
