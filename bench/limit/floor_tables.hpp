// The tables of the floor, one cache line per entry, and the step over them.
//
// Nothing in a step branches on data, and whatever is written narrow is not soon read wide: a load
// that covers two recent narrower stores waits for both to leave the core.
#pragma once

#include <immintrin.h>

#include <array>
#include <cstdint>

#include "limit/floor.hpp"

namespace allot::bench {

struct alignas(64) DuplicateLine {
  std::uint64_t words[8];  // [0] is 0..6, where the next key goes; then seven keys
};

struct alignas(64) VelocityLine {
  std::uint64_t tags[4];    // token and window in one
  std::uint64_t counts[4];  // attempts in that window
};

struct alignas(64) SkuLine {
  std::uint32_t available[4];
  std::uint32_t held[4];
  std::uint32_t safety[4];
  std::uint64_t price_low;   // of the price band
  std::uint64_t price_span;  // its width
};
static_assert(sizeof(DuplicateLine) == 64 && sizeof(VelocityLine) == 64 && sizeof(SkuLine) == 64);

struct alignas(64) FloorRecord {
  std::uint64_t words[16];
};

// Everything that the step reads besides the order.
struct FloorTables {
  DuplicateLine* duplicates;
  VelocityLine* velocity;
  SkuLine* skus;
  FloorRecord* log;
  FloorAnswer* answers;
  FloorSize size;
};

// Lines that one order needs, found from its keys alone.
struct FloorPlaces {
  DuplicateLine* duplicate;
  VelocityLine* velocity[3];
  SkuLine* sku[2];

  [[gnu::always_inline]] const void* line(std::uint32_t i) const {
    if (i == 0) return duplicate;
    if (i < 4) return velocity[i - 1];
    return sku[i - 4];
  }
};

inline constexpr std::uint32_t floor_zones = 16;
inline constexpr std::uint32_t floor_channels = 4;
inline constexpr std::uint32_t floor_quantity_max = 100;
inline constexpr std::int64_t floor_value_max = 100'000'000;
inline constexpr std::uint64_t floor_velocity_max = 1'000'000;
inline constexpr std::uint32_t floor_log_records = 64;  // 8 KiB, written round and round

// Cost of a unit from each of four nodes to each zone, times four, plus the node: never equal, so
// that the least one also names its node.
struct FloorLanes {
  alignas(64) std::array<std::array<std::uint32_t, 4>, floor_zones> ranks;
};
inline constexpr FloorLanes floor_lanes = [] {
  FloorLanes lanes{};
  for (std::uint32_t zone = 0; zone < floor_zones; ++zone) {
    for (std::uint32_t node = 0; node < 4; ++node) {
      lanes.ranks[zone][node] = (300 + (zone * 7 + node * 13) % 29) * 4 + node;
    }
  }
  return lanes;
}();

// What the lowest set bit of the mask means; bit 16 stands for none.
inline constexpr std::array<std::uint8_t, 17> floor_reasons = {3, 3, 4, 4,  2,  2,  5,  6, 6,
                                                               7, 8, 9, 10, 11, 12, 13, 0};

// Only inlining lets the tables' addresses stay in registers over a whole chunk.
#define ALLOT_FLOOR_INLINE [[gnu::always_inline]] inline

ALLOT_FLOOR_INLINE FloorPlaces floor_places(const FloorTables& t, const FloorOrder& order) {
  const auto place = [](std::uint64_t key, std::uint32_t lines) {
    return (((key * 0x9E3779B97F4A7C15ULL) >> 32) & (lines - 1));
  };
  FloorPlaces places;
  places.duplicate = t.duplicates + place(order.key_low ^ order.key_high, t.size.duplicate_lines);
  for (std::uint32_t kind = 0; kind < 3; ++kind) {
    places.velocity[kind] = t.velocity + place(order.tokens[kind] + kind, t.size.velocity_lines);
  }
  for (std::uint32_t line = 0; line < 2; ++line) {
    places.sku[line] = t.skus + (order.sku[line] & (t.size.skus - 1));
  }
  return places;
}

// Asks for a line as far as the second-level cache. On the way into the first, each line that is
// missing holds one of two dozen miss buffers until memory answers, and the core waits for these.
ALLOT_FLOOR_INLINE void floor_ask_line(const void* line) {
  _mm_prefetch(static_cast<const char*>(line), _MM_HINT_T1);
}

// From the second-level cache into the first, shortly before it is read.
ALLOT_FLOOR_INLINE void floor_bring_line(const void* line) {
  _mm_prefetch(static_cast<const char*>(line), _MM_HINT_T0);
}

// Returns: 1 when the key is new. Remembers it; a known key is written over itself.
ALLOT_FLOOR_INLINE std::uint32_t floor_remember(DuplicateLine& line, std::uint64_t key) {
  const auto wanted = _mm256_set1_epi64x(static_cast<long long>(key));
  const auto* at = reinterpret_cast<const __m256i*>(&line);
  const auto low = _mm256_cmpeq_epi64(_mm256_load_si256(at), wanted);
  const auto high = _mm256_cmpeq_epi64(_mm256_load_si256(at + 1), wanted);
  const auto hits =
      0xFE & static_cast<std::uint32_t>(_mm256_movemask_pd(_mm256_castsi256_pd(low)) |
                                        _mm256_movemask_pd(_mm256_castsi256_pd(high)) << 4);
  const auto next = line.words[0];
  // A hit is a lower bit than the one that stands for the next place.
  const auto place = _tzcnt_u64(hits | std::uint64_t{256} << next);
  const auto fresh = static_cast<std::uint32_t>(place >= 8);
  const auto slot = place - (std::uint64_t{7} & (0 - std::uint64_t{fresh}));
  line.words[slot] = key;
  const auto after = next + fresh;
  line.words[0] = after & (0 - std::uint64_t{after != 7});
  return fresh;
}

// Returns: 1 when the count before this attempt had reached the limit. Counts the attempt.
ALLOT_FLOOR_INLINE std::uint32_t floor_count(VelocityLine& line, std::uint64_t tag,
                                             std::uint32_t attempt) {
  const auto tags = _mm256_load_si256(reinterpret_cast<const __m256i*>(line.tags));
  const auto wanted = _mm256_set1_epi64x(static_cast<long long>(tag));
  const auto hits = static_cast<std::uint32_t>(
      _mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpeq_epi64(tags, wanted))));
  // A tag that is not there takes the way that its own bits name, and starts from nothing.
  const auto way = _tzcnt_u32(hits | (16U << (tag & 3))) & 3;
  const auto known = static_cast<std::uint64_t>(hits + 15) >> 4;
  const auto count = line.counts[way] & (0 - known);
  line.tags[way] = tag;
  line.counts[way] = count + attempt;
  return count >= floor_velocity_max;
}

struct FloorChoice {
  __m128i available;
  __m128i units;  // the quantity in the lane of the chosen node
  std::uint32_t rank;
};

// Cheapest of the four nodes that have the quantity above their safety stock.
ALLOT_FLOOR_INLINE FloorChoice floor_choose(const SkuLine& sku, std::uint32_t quantity,
                                            __m128i lanes) {
  const auto available = _mm_load_si128(reinterpret_cast<const __m128i*>(sku.available));
  const auto safety = _mm_load_si128(reinterpret_cast<const __m128i*>(sku.safety));
  const auto wanted = _mm_set1_epi32(static_cast<int>(quantity));
  const auto ranks = _mm_or_si128(lanes, _mm_cmpgt_epi32(_mm_add_epi32(wanted, safety), available));
  auto least = _mm_min_epu32(ranks, _mm_shuffle_epi32(ranks, 0x4E));
  least = _mm_min_epu32(least, _mm_shuffle_epi32(least, 0xB1));
  const auto chosen = _mm_cmpeq_epi32(ranks, least);
  return {available, _mm_and_si128(chosen, wanted),
          static_cast<std::uint32_t>(_mm_cvtsi128_si32(least))};
}

// Whole vectors are written, because the next order on this SKU reads whole vectors.
ALLOT_FLOOR_INLINE void floor_reserve(SkuLine& sku, const FloorChoice& choice, __m128i accept) {
  const auto units = _mm_and_si128(choice.units, accept);
  auto* held = reinterpret_cast<__m128i*>(sku.held);
  _mm_store_si128(reinterpret_cast<__m128i*>(sku.available),
                  _mm_sub_epi32(choice.available, units));
  _mm_store_si128(held, _mm_add_epi32(_mm_load_si128(held), units));
}

// The ten predicates, bit by bit; 1 is bad: SKU and quantity of each line, channel, zone, two lines
// of one SKU, the price of each line against its band, the value of the order.
ALLOT_FLOOR_INLINE std::uint32_t floor_predicates(const FloorTables& t, const FloorOrder& order,
                                                  const FloorPlaces& places) {
  const auto fields = _mm256_load_si256(reinterpret_cast<const __m256i*>(order.sku));
  const auto least = _mm256_setr_epi32(0, 0, 1, 1, 0, 0, 0, 0);
  const auto skus = static_cast<int>(t.size.skus);
  const auto width = _mm256_setr_epi32(skus, skus, floor_quantity_max, floor_quantity_max,
                                       floor_channels, floor_zones, -1, -1);
  const auto above = _mm256_sub_epi32(fields, least);
  const auto outside = _mm256_cmpeq_epi32(_mm256_max_epu32(above, width), above);
  const auto six = static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(outside)));
  const auto band = [&](std::uint32_t line) -> std::uint32_t {
    const auto& sku = *places.sku[line];
    return static_cast<std::uint64_t>(order.price[line]) - sku.price_low > sku.price_span;
  };
  const auto value = order.price[0] * order.quantity[0] + order.price[1] * order.quantity[1];
  const std::uint32_t same = order.sku[0] == order.sku[1];
  const std::uint32_t too_dear = value > floor_value_max;
  return six | same << 6 | band(0) << 7 | band(1) << 8 | too_dear << 9;
}

// Copies the order and adds the decision, all from registers. Returns: the CRC-32C of the record.
ALLOT_FLOOR_INLINE std::uint32_t floor_record(FloorRecord& record, const FloorOrder& order,
                                              std::uint64_t sequence, std::uint64_t decision) {
  constexpr std::uint64_t header = 128 | std::uint64_t{1} << 32;  // size and version
  const auto* words = reinterpret_cast<const std::uint64_t*>(&order);
  std::uint64_t crc = 0xFFFF'FFFF;
  for (std::size_t i = 0; i < 12; ++i) crc = _mm_crc32_u64(crc, words[i]);
  crc = _mm_crc32_u64(crc, sequence);
  crc = _mm_crc32_u64(crc, decision);
  crc = _mm_crc32_u64(crc, header);
  const auto* from = reinterpret_cast<const __m256i*>(&order);
  auto* to = reinterpret_cast<__m256i*>(&record);
  for (std::size_t i = 0; i < 3; ++i) _mm256_store_si256(to + i, _mm256_load_si256(from + i));
  auto* tail = reinterpret_cast<__m128i*>(to + 3);
  _mm_store_si128(
      tail, _mm_set_epi64x(static_cast<long long>(decision), static_cast<long long>(sequence)));
  _mm_store_si128(tail + 1,
                  _mm_set_epi64x(static_cast<long long>(crc), static_cast<long long>(header)));
  return static_cast<std::uint32_t>(crc);
}

struct FloorTotals {
  std::uint64_t accepted{};
  std::uint64_t hash{};
};

// `ask(i)` asks for line i of a later order; the six calls are spread over the step, because a
// prefetch that waits for its page holds up what comes behind it, and six at once hold it up for
// long.
template <class Ask>
ALLOT_FLOOR_INLINE void floor_decide(const FloorTables& t, const FloorOrder& order,
                                     const FloorPlaces& places, std::uint64_t sequence,
                                     FloorTotals& totals, Ask&& ask) {
  ask(0);
  const auto fresh = floor_remember(*places.duplicate, order.key_low ^ order.key_high);
  const auto window = (static_cast<std::uint64_t>(order.time) >> 40) << 48;
  std::uint32_t mask = (fresh ^ 1) << 10 | floor_predicates(t, order, places);
  for (std::uint32_t kind = 0; kind < 3; ++kind) {
    ask(1 + kind);
    const auto tag = (order.tokens[kind] + kind) ^ window;
    mask |= floor_count(*places.velocity[kind], tag, fresh) << (11 + kind);
  }
  const auto zone = order.zone & (floor_zones - 1);
  const auto lanes =
      _mm_load_si128(reinterpret_cast<const __m128i*>(floor_lanes.ranks[zone].data()));
  const auto choice0 = floor_choose(*places.sku[0], order.quantity[0], lanes);
  ask(4);
  const auto choice1 = floor_choose(*places.sku[1], order.quantity[1], lanes);
  // All ones where no node has enough.
  mask |= (choice0.rank >> 31) << 14 | (choice1.rank >> 31) << 15;
  const auto accept = static_cast<std::uint32_t>(mask == 0);
  const auto accept_lanes = _mm_set1_epi32(-static_cast<int>(accept));
  // Two lines of one SKU are refused, so that neither write undoes the other.
  floor_reserve(*places.sku[0], choice0, accept_lanes);
  floor_reserve(*places.sku[1], choice1, accept_lanes);
  ask(5);
  const auto reason = floor_reasons[_tzcnt_u32(mask | 1U << 16)];
  const auto decision = std::uint64_t{mask} | std::uint64_t{reason} << 16 |
                        std::uint64_t{choice0.rank & 3} << 32 |
                        std::uint64_t{choice1.rank & 3} << 40;
  const auto crc =
      floor_record(t.log[sequence & (floor_log_records - 1)], order, sequence, decision);
  const auto told = (sequence & 0xFFFF'FFFF) | std::uint64_t{reason} << 32;
  _mm_store_si128(
      reinterpret_cast<__m128i*>(t.answers + (sequence & (Floor::chunk - 1))),
      _mm_set_epi64x(static_cast<long long>(told), static_cast<long long>(order.key_low)));
  totals.accepted += accept;
  totals.hash = _mm_crc32_u64(totals.hash, crc | std::uint64_t{reason} << 32);
}

}  // namespace allot::bench
