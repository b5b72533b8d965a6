#include "limit/floor.hpp"

#include <algorithm>
#include <bit>
#include <new>
#include <stdexcept>

#include "limit/clock.hpp"
#include "limit/floor_tables.hpp"

namespace allot::bench {

namespace {

// SplitMix64.
std::uint64_t draw(std::uint64_t& state) {
  auto z = (state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

void decide_singly(const FloorTables& tables, const FloorOrder* ring, std::uint64_t first,
                   FloorTotals& totals) {
  const auto t = tables;
  auto sums = totals;
  for (std::uint32_t i = 0; i < Floor::chunk; ++i) {
    floor_decide(t, ring[i], floor_places(t, ring[i]), first + i, sums, [](std::uint32_t) {});
  }
  totals = sums;
}

// While one order is decided, the lines of the one `group` places behind it are asked for as far as
// the second-level cache, and those of the next one from there into the first. The ring already
// holds the next chunk when this one ends, so asking never stops.
template <std::uint32_t group>
void decide_grouped(const FloorTables& tables, const FloorOrder* ring, std::uint64_t first,
                    FloorPlaces* places, FloorTotals& totals) {
  const auto t = tables;
  auto sums = totals;
  const auto slot = [&](std::uint64_t sequence) -> const FloorOrder& {
    return ring[sequence & (Floor::slots - 1)];
  };
  if (first == 0) {
    for (std::uint64_t sequence = 0; sequence < group; ++sequence) {
      places[sequence] = floor_places(t, slot(sequence));
      for (std::uint32_t line = 0; line < Floor::lines_per_order; ++line) {
        floor_ask_line(places[sequence].line(line));
      }
    }
  }
  for (auto sequence = first; sequence < first + Floor::chunk; ++sequence) {
    const auto now = places[sequence & 15];
    const auto later = floor_places(t, slot(sequence + group));
    places[(sequence + group) & 15] = later;
    const auto& next = places[(sequence + 1) & 15];
    const auto ask = [&](std::uint32_t line) __attribute__((always_inline)) {
      floor_ask_line(later.line(line));
      floor_bring_line(next.line(line));
    };
    floor_decide(t, slot(sequence), now, sequence, sums, ask);
  }
  totals = sums;
}

[[nodiscard]] FloorTables tables_of(const Pages& pages, const FloorSize& size, const Pages& log,
                                    FloorAnswer* answers) {
  FloorTables t{};
  t.duplicates = reinterpret_cast<DuplicateLine*>(pages.data());
  t.velocity = reinterpret_cast<VelocityLine*>(t.duplicates + size.duplicate_lines);
  t.skus = reinterpret_cast<SkuLine*>(t.velocity + size.velocity_lines);
  t.log = reinterpret_cast<FloorRecord*>(log.data());
  t.answers = answers;
  t.size = size;
  return t;
}

}  // namespace

bool floor_supported() noexcept {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("sse4.2") &&
         __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
}

Floor::Floor(FloorSize size)
    : size_(size),
      pages_(size.bytes()),
      ring_(slots),
      answers_(chunk),
      log_(floor_log_records * sizeof(FloorRecord)) {
  if (!std::has_single_bit(size.duplicate_lines) || !std::has_single_bit(size.velocity_lines) ||
      !std::has_single_bit(size.skus)) {
    throw std::invalid_argument("the floor's tables must be powers of two");
  }
}

void Floor::reset() {
  std::fill_n(pages_.data(), pages_.size(), std::byte{0});
  const auto t = tables_of(pages_, size_, log_, answers_.data());
  for (std::uint32_t sku = 0; sku < size_.skus; ++sku) {
    auto& line = t.skus[sku];
    for (std::uint32_t node = 0; node < 4; ++node) {
      line.available[node] = 1U << 24;
      line.safety[node] = 5;
    }
    line.price_low = (1'000 + sku % 5'000) / 2;
    line.price_span = 1'000 + sku % 5'000;
  }
  random_ = 42;
}

// Fills the ring with the orders from `first`. Returns: what of them has to be accepted. One
// in 64 is out of its price band and one in 64 repeats the key of the order before it.
Floor::Expected Floor::fill_ring(std::uint64_t first) {
  Expected expected;
  const std::uint64_t people = std::uint64_t{size_.velocity_lines};
  for (std::uint32_t i = 0; i < chunk; ++i) {
    const auto sequence = first + i;
    auto& order = ring_[sequence & (slots - 1)];
    const auto& before = ring_[(sequence - 1) & (slots - 1)];
    const auto bits = draw(random_);
    const bool dear = (bits >> 58) == 0;
    const bool again = i > 0 && ((bits >> 52) & 63) == 0;
    order.key_low = again ? before.key_low : sequence | 1ULL << 63;
    order.key_high = again ? before.key_high : draw(random_);
    for (auto& token : order.tokens) token = 1 + draw(random_) % people;
    order.time = static_cast<std::int64_t>(sequence * 100);
    order.sku[0] = static_cast<std::uint32_t>(draw(random_)) & (size_.skus - 1);
    order.sku[1] = static_cast<std::uint32_t>(draw(random_)) & (size_.skus - 1);
    if (order.sku[1] == order.sku[0]) order.sku[1] = order.sku[0] ^ 1;
    for (std::uint32_t line = 0; line < 2; ++line) {
      order.quantity[line] = 1 + ((bits >> (line * 8)) & 3);
      order.price[line] = 1'000 + order.sku[line] % 5'000;
    }
    if (dear) order.price[1] *= 2;
    order.channel = (bits >> 20) & 3;
    order.zone = (bits >> 24) & (floor_zones - 1);
    if (dear || again) continue;
    ++expected.orders;
    expected.units += order.quantity[0] + order.quantity[1];
  }
  return expected;
}

FloorResult Floor::run(std::uint64_t orders, std::uint32_t group) {
  reset();
  const auto t = tables_of(pages_, size_, log_, answers_.data());
  FloorTotals totals;
  FloorPlaces places[16];
  FloorResult result;
  std::vector<double> chunks;
  chunks.reserve(orders / chunk);
  double all = 0;
  std::uint64_t units = 0;
  auto filled = fill_ring(0);
  for (std::uint64_t first = 0; first < orders; first += chunk) {
    result.expected += filled.orders;
    units += filled.units;
    filled = fill_ring(first + chunk);
    const auto start = ticks();
    switch (group) {
      case 8: decide_grouped<8>(t, ring_.data(), first, places, totals); break;
      case 12: decide_grouped<12>(t, ring_.data(), first, places, totals); break;
      case 16: decide_grouped<16>(t, ring_.data(), first, places, totals); break;
      default: decide_singly(t, ring_.data() + (first & (slots - 1)), first, totals); break;
    }
    chunks.push_back(static_cast<double>(ticks() - start) * ns_per_tick());
    all += chunks.back();
  }
  result.mean_ns = all / static_cast<double>(orders);
  result.ns_per_order = spread(chunks).median / chunk;
  result.hash = static_cast<std::uint32_t>(totals.hash);
  result.accepted = totals.accepted;
  std::uint64_t held = 0;
  bool all_there = true;
  for (std::uint32_t sku = 0; sku < size_.skus; ++sku) {
    const auto& line = t.skus[sku];
    for (std::uint32_t node = 0; node < 4; ++node) {
      held += line.held[node];
      all_there = all_there && line.available[node] + line.held[node] == 1U << 24;
    }
  }
  result.conserved = all_there && held == units;
  return result;
}

double Floor::line_cost(std::uint64_t lines, std::uint32_t distance) {
  constexpr std::uint32_t window = 256;
  constexpr std::uint32_t timed = 8'192;
  auto* words = reinterpret_cast<std::uint64_t*>(pages_.data());
  const std::uint64_t total = pages_.size() / 64;
  distance = std::min(distance, window - 1);
  std::uint64_t places[window];
  std::uint64_t state = 7;
  const auto next = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (((state >> 32) * total) >> 32) * 8;
  };
  for (std::uint32_t i = 0; i < distance; ++i) places[i] = next();
  std::vector<double> chunks;
  std::uint64_t at = 0;
  while (at < lines) {
    const auto start = ticks();
    for (std::uint32_t i = 0; i < timed; ++i, ++at) {
      const auto ahead = next();
      places[(at + distance) & (window - 1)] = ahead;
      floor_ask_line(words + ahead);
      words[places[at & (window - 1)]] += at;
    }
    chunks.push_back(static_cast<double>(ticks() - start) * ns_per_tick());
  }
  return spread(chunks).median / timed;
}

}  // namespace allot::bench
