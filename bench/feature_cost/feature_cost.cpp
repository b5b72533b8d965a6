// Feeds and reads one feature of each shape, each part of the work in a function of its own, for
// callgrind to count instructions by. bench/feature_cost.sh builds and runs it.
//
//   feature_cost SHAPE      one of: count sum count_in_steps sum_in_steps distinct age evicting
//                          ten_counts three_keys
//
// Prints how many events were fed, how many values were read, and how many of both in one call.
// Exit status 0 when the values are what was fed.
#include <valgrind/callgrind.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

#include "features/feature_table.hpp"
#include "generator/random_source.hpp"

using allot::FeatureDeclaration;
using allot::FeatureEvent;
using allot::FeatureKind;
using allot::FeatureTable;
using allot::FeatureValue;

// Their names are what the counts are found by.
extern "C" {
[[gnu::noipa]] void feature_feed(FeatureTable& table, const FeatureEvent& event) {
  table.feed(event);
}
[[gnu::noipa]] void feature_read(const FeatureTable& table, const FeatureEvent& event,
                                 FeatureValue& value) {
  value = table.read(0, event[allot::FeatureField::customer], event.time);
}
[[gnu::noipa]] void feature_observe(FeatureTable& table, const FeatureEvent& event,
                                    std::span<FeatureValue> values) {
  table.observe(event, values);
}
[[gnu::noipa]] void feature_prefetch(const FeatureTable& table, const FeatureEvent& event) {
  table.prefetch(event);
  table.prefetch_rest(event);
}
}

namespace {

constexpr std::uint32_t keys = 10'000;
constexpr std::uint32_t rounds = 20'000;
constexpr allot::FeatureField key_fields[] = {
    allot::FeatureField::customer, allot::FeatureField::device, allot::FeatureField::address};

FeatureDeclaration declared(std::string_view shape) {
  FeatureDeclaration of;
  of.id = 1;
  of.feeds = allot::FeatureFeed::attempt;
  of.key = allot::FeatureField::customer;
  of.window_ns = 3'600'000'000'000;
  of.keys_max = shape == "evicting" ? keys / 2 : keys;
  of.cap = 5;
  if (shape == "sum" || shape == "sum_in_steps") {
    of.kind = FeatureKind::sum;
    of.amount = allot::FeatureAmount::total;
  }
  if (shape == "distinct") {
    of.kind = FeatureKind::distinct;
    of.distinct = allot::FeatureField::card;
    of.cap = 16;
  }
  if (shape == "age") {
    of.kind = FeatureKind::age_since_first;
    of.cap = 0;
  }
  if (shape == "count_in_steps" || shape == "sum_in_steps") {
    of.cap = 0;
    of.step_ns = of.window_ns / 24;
  }
  return of;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view shape = argc == 2 ? argv[1] : "";
  const FeatureDeclaration of = declared(shape);
  std::vector<FeatureDeclaration> set(shape == "ten_counts"   ? 10
                                      : shape == "three_keys" ? 3
                                                              : 1,
                                      of);
  for (std::size_t i = 0; i < set.size(); ++i) {
    set[i].id = static_cast<std::uint16_t>(i + 1);
    if (shape == "ten_counts") set[i].window_ns += static_cast<allot::TimeNs>(i) * 1'000'000'000;
    if (shape == "three_keys") set[i].key = key_fields[i];
  }
  FeatureTable table(set);
  allot::generator::RandomSource random(5);
  FeatureEvent event;
  event.feed = allot::FeatureFeed::attempt;
  const auto next = [&] {
    event.time += 1'000'000;
    for (const allot::FeatureField field : key_fields) {
      event[field] = allot::mix_token(1 + random.below(keys));
    }
    event[allot::FeatureField::card] = 1 + random.below(4);
    event[allot::FeatureAmount::total] = 3;
  };
  for (std::uint32_t i = 0; i < 20 * keys; ++i) {
    next();
    table.feed(event);
  }
  FeatureValue value;
  std::vector<FeatureValue> values(set.size());
  std::uint64_t wrong = 0;
  CALLGRIND_START_INSTRUMENTATION;
  for (std::uint32_t i = 0; i < rounds; ++i) {
    next();
    feature_prefetch(table, event);
    feature_feed(table, event);
    feature_read(table, event, value);
    next();
    const FeatureValue before = table.read(0, event[allot::FeatureField::customer], event.time);
    feature_observe(table, event, values);
    const std::int64_t more = values.front().value - before.value;
    const bool right =
        values.front().at_least || (of.kind == FeatureKind::count      ? more == 1
                                    : of.kind == FeatureKind::sum      ? more == 3
                                    : of.kind == FeatureKind::distinct ? more == 0 || more == 1
                                                                       : more == 0);
    wrong += right ? 0 : 1;
  }
  CALLGRIND_STOP_INSTRUMENTATION;
  std::printf("%u %u %u %u\n", rounds, rounds, rounds, rounds);
  return wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
