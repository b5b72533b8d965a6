#include "limit/workload.hpp"

#include <algorithm>

namespace allot::bench {

namespace {

constexpr TimeNs first_time = 1'700'000'000'000'000'000;
constexpr TimeNs order_step_ns = 1'000;
constexpr std::uint32_t zones = 16;
constexpr std::uint32_t listed = 1'000;

// The finalizer of SplitMix64, a bijection.
constexpr std::uint64_t spread_bits(std::uint64_t z) noexcept {
  z += 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

constexpr std::int64_t list_price(std::uint32_t sku) noexcept { return 1'000 + sku % 5'000; }

Code code(const char* kind, std::uint32_t number) {
  return *Code::from(kind + std::to_string(number));
}

}  // namespace

Limits Workload::limits(std::uint32_t in_flight) const {
  Limits limits;
  limits.skus_max = size_.skus;
  limits.nodes_max = size_.nodes;
  limits.channels_max = 4;
  limits.zones_max = zones;
  limits.lots_max = static_cast<std::uint32_t>(size_.cells());
  limits.orders_max = size_.open_orders + in_flight;
  limits.closed_orders_max = std::max(1'024U, size_.open_orders / 10);
  limits.lines_max = 2 * (limits.orders_max + limits.closed_orders_max) + 2 * in_flight + 4'000;
  limits.command_keys_max = 4 * size_.window;
  limits.attempts_max = 2 * size_.window;
  limits.list_entries_max = listed;
  limits.time_source = TimeSource::host;
  return limits;
}

std::uint64_t Workload::ended_first() const noexcept {
  return 2 * std::uint64_t{limits(0).closed_orders_max};
}

void Workload::set_up(const std::function<void(const Command&)>& take) const {
  std::uint64_t count = 0;
  const auto key = [&count] { return CommandKey{++count, 1}; };
  for (std::uint32_t node = 1; node <= size_.nodes; ++node) {
    take(DefineNode{.command_key = key(), .code = code("node-", node), .priority = node});
  }
  for (std::uint32_t zone = 1; zone <= zones; ++zone) {
    take(DefineZone{.command_key = key(), .code = code("zone-", zone)});
  }
  DefineChannel channel{.command_key = key(), .code = code("channel-", 1)};
  channel.hold_ttl_ns = 1'000'000'000'000'000;
  channel.review_ttl_ns = 1'000'000'000'000'000;
  channel.safety_stock = 3;
  take(channel);
  for (std::uint32_t node = 1; node <= size_.nodes; ++node) {
    take(DefineNetwork{.command_key = key(), .channel = {1}, .node = {node}});
    for (std::uint32_t zone = 1; zone <= zones; ++zone) {
      DefineLane lane{.command_key = key(), .node = {node}, .zone = {zone}};
      lane.parcel_cost = 300 + (zone * 7 + node * 13) % 29;
      lane.unit_cost = 20 + (zone + node) % 5;
      take(lane);
    }
  }
  SetRiskLimits risk{.command_key = key()};
  risk.order_value_max = 100'000'000;
  risk.line_quantity_max = 100;
  risk.price_low_bp = 5'000;
  risk.price_high_bp = 15'000;
  risk.velocity_count = 6;
  risk.velocity_window_ns = size_.window * order_step_ns;
  risk.review_value_min = 50'000'000;
  take(risk);
  for (std::uint32_t entry = 0; entry < listed; ++entry) {
    SetList list{.command_key = key(), .kind = TokenKind::card};
    list.token = spread_bits(entry) | 1ULL << 63;
    take(list);
  }
  for (std::uint32_t sku = 1; sku <= size_.skus; ++sku) {
    DefineSku define{.command_key = key(), .code = code("sku-", sku)};
    define.list_price = list_price(sku);
    take(define);
  }
  for (std::uint32_t sku = 1; sku <= size_.skus; ++sku) {
    for (std::uint32_t node = 1; node <= size_.nodes; ++node) {
      Receive receive{.command_key = key(), .sku = {sku}, .node = {node}};
      receive.quantity = 1'000'000;
      take(receive);
    }
  }
}

bool Workload::repeats(std::uint64_t order) const noexcept {
  const auto drawn = [](std::uint64_t i) { return i != 0 && (spread_bits(i) & 63) == 0; };
  return drawn(order) && !drawn(order - 1);
}

Expectation Workload::expectation(std::uint64_t order) const noexcept {
  if (repeats(order)) return Expectation::duplicate;
  return ((spread_bits(order) >> 6) & 63) == 0 ? Expectation::refused : Expectation::accepted;
}

Place Workload::place(std::uint64_t order, OrderLines& lines) const noexcept {
  const auto i = repeats(order) ? order - 1 : order;
  const auto bits = spread_bits(i);
  const auto more = spread_bits(bits);
  Place place;
  place.command_key = {bits, 2};
  place.order_key = {more, 3};
  place.channel = {1};
  place.zone = {static_cast<std::uint32_t>(1 + ((bits >> 20) & (zones - 1)))};
  // Each customer comes twice in a window, each time in another place of memory.
  const auto people = std::max(1U, size_.window / 2);
  place.tokens.customer = spread_bits(i % people) & ~(1ULL << 63);
  place.tokens.device = bits & ~(1ULL << 63);
  place.tokens.card = more & ~(1ULL << 63);
  place.tokens.customer |= 1;
  const auto first = static_cast<std::uint32_t>((more >> 32) % size_.skus);
  const auto second = static_cast<std::uint32_t>((more & 0xFFFF'FFFF) % (size_.skus - 1));
  const std::uint32_t skus[2] = {1 + first, 1 + (second < first ? second : second + 1)};
  for (std::uint32_t line = 0; line < 2; ++line) {
    lines[line] = {.sku = {skus[line]},
                   .quantity = static_cast<std::uint32_t>(1 + ((bits >> (40 + 8 * line)) & 3)),
                   .price = list_price(skus[line])};
  }
  if (expectation(i) == Expectation::refused) lines[1].price *= 2;
  place.lines = lines;
  return place;
}

Cancel Workload::cancel(std::uint64_t order) const noexcept {
  const auto bits = spread_bits(order);
  return {.command_key = {bits, 4}, .order_key = {spread_bits(bits), 3}};
}

TimeNs Workload::time(std::uint64_t order) const noexcept {
  return first_time + static_cast<TimeNs>(order) * order_step_ns;
}

}  // namespace allot::bench
