// The core's own structures beside what Boost offers for the same job: the index of keys against
// boost::unordered_flat_map, the timer heap against a red-black tree of Boost.Intrusive.
//
// Each benchmark checks its answer: both sides find the same slots and fire the same timers.
//   structures_bench --benchmark_repetitions=9 --benchmark_enable_random_interleaving=true
#include <benchmark/benchmark.h>

#include <boost/intrusive/set.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <memory>
#include <random>
#include <vector>

#include "containers/key_index.hpp"
#include "orders/timers.hpp"
#include "support/shop.hpp"

namespace allot {
namespace {

// ---- index: a window of N keys slides; every step looks a new key up, adds it, forgets the
// oldest.

std::vector<OrderKey> keys(std::size_t count) {
  std::vector<OrderKey> all(count);
  std::mt19937_64 random(11);
  for (OrderKey& key : all) key = {random(), 0};
  return all;
}

void index_own(benchmark::State& state) {
  const auto window = static_cast<std::size_t>(state.range(0));
  const std::vector<OrderKey> all = keys(window * 2);
  std::vector<OrderKey> ring(window);
  KeyIndex index(window);
  const auto find = [&](const OrderKey& key) {
    return index.find(spread(key), [&](std::uint32_t slot) { return ring[slot] == key; });
  };
  for (std::uint32_t i = 0; i < window; ++i) {
    ring[i] = all[i];
    index.insert(spread(all[i]), i);
  }
  std::size_t at = window;
  for (auto step : state) {
    const OrderKey& key = all[at % all.size()];
    const auto slot = static_cast<std::uint32_t>(at % window);
    if (find(key) != KeyIndex::none) state.SkipWithError("found a key that is not there");
    index.erase(spread(ring[slot]), slot);
    ring[slot] = key;
    index.insert(spread(key), slot);
    ++at;
  }
  if (find(all[(at - 1) % all.size()]) != (at - 1) % window) state.SkipWithError("lost a key");
}

struct Spread {
  using is_avalanching = void;
  std::size_t operator()(const OrderKey& key) const noexcept { return spread(key); }
};

void index_boost(benchmark::State& state) {
  const auto window = static_cast<std::size_t>(state.range(0));
  const std::vector<OrderKey> all = keys(window * 2);
  boost::unordered_flat_map<OrderKey, std::uint32_t, Spread> map;
  map.reserve(window * 2);
  for (std::uint32_t i = 0; i < window; ++i) map.emplace(all[i], i);
  std::size_t at = window;
  for (auto step : state) {
    const OrderKey& key = all[at % all.size()];
    if (map.find(key) != map.end()) state.SkipWithError("found a key that is not there");
    map.erase(all[(at - window) % all.size()]);
    map.emplace(key, static_cast<std::uint32_t>(at % window));
    ++at;
  }
  if (map.find(all[(at - 1) % all.size()]) == map.end()) state.SkipWithError("lost a key");
}

BENCHMARK(index_own)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(index_boost)->Arg(10'000)->Arg(1'000'000);

// ---- timers: N orders wait for payment. Each step a new hold is the latest; of the holds placed N
// steps ago two in three have been paid (a removal from the middle) and one expires (the earliest).

struct Hook : boost::intrusive::set_base_hook<boost::intrusive::optimize_size<true>> {
  TimeNs time{};
  Sequence sequence{};
  friend bool operator<(const Hook& a, const Hook& b) noexcept {
    return a.time != b.time ? a.time < b.time : a.sequence < b.sequence;
  }
};

void timers_own(benchmark::State& state) {
  const auto window = static_cast<std::uint32_t>(state.range(0));
  Limits limits = test::shop_limits();
  limits.orders_max = window + 1;
  limits.lines_max = window + limits.lines_per_order_max;
  OrderBook orders(limits, true);
  Timers timers(limits.orders_max);
  std::vector<OrderSlot> slots(window);
  std::uint64_t now = 0;
  for (; now < window; ++now) {
    slots[now] = orders.add({now + 1, 0}, 1);
    orders[slots[now]].sequence = now + 1;
    timers.set(orders, slots[now], static_cast<TimeNs>(now + 1));
  }
  std::mt19937_64 random(5);
  for (auto step : state) {
    // A paid order stands anywhere in the window; its place is taken by the new hold.
    OrderSlot slot = slots[random() % window];
    if (now % 3 == 0) slot = timers.earliest().order;
    timers.set(orders, slot, 0);
    orders[slot].sequence = ++now;
    timers.set(orders, slot, static_cast<TimeNs>(now));
  }
  // What is left fires in order.
  TimeNs last = 0;
  std::uint32_t fired = 0;
  for (; !timers.empty(); ++fired) {
    if (timers.earliest().time < last) state.SkipWithError("fired out of order");
    last = timers.earliest().time;
    timers.set(orders, timers.earliest().order, 0);
  }
  if (fired != window) state.SkipWithError("lost a timer");
}

void timers_boost(benchmark::State& state) {
  const auto window = static_cast<std::uint32_t>(state.range(0));
  // Each hook lies in a record as large as an order, as it would in the order book.
  struct alignas(64) Record {
    Hook hook;
    std::byte order[64];
  };
  std::vector<Record> orders(window);
  boost::intrusive::set<Hook> timers;
  std::uint64_t now = 0;
  for (; now < window; ++now) {
    orders[now].hook.time = static_cast<TimeNs>(now + 1);
    orders[now].hook.sequence = now + 1;
    timers.insert(timers.end(), orders[now].hook);
  }
  std::mt19937_64 random(5);
  for (auto step : state) {
    Hook* hook = &orders[random() % window].hook;
    if (now % 3 == 0) hook = &*timers.begin();
    timers.erase(timers.iterator_to(*hook));
    hook->sequence = ++now;
    hook->time = static_cast<TimeNs>(now);
    timers.insert(timers.end(), *hook);
  }
  TimeNs last = 0;
  std::uint32_t fired = 0;
  for (; !timers.empty(); ++fired) {
    if (timers.begin()->time < last) state.SkipWithError("fired out of order");
    last = timers.begin()->time;
    timers.erase(timers.begin());
  }
  if (fired != window) state.SkipWithError("lost a timer");
}

BENCHMARK(timers_own)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(timers_boost)->Arg(10'000)->Arg(1'000'000);

}  // namespace
}  // namespace allot

BENCHMARK_MAIN();
