#include "inspection/log_pulse.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <variant>

#include "allot/messages/command_type.hpp"

namespace allot::inspection {
namespace {

// What an order asks for; nothing when the command is none.
std::optional<std::span<const OrderLine>> lines_of(const Command& command) {
  if (const auto* place = std::get_if<Place>(&command)) return place->lines;
  if (const auto* import = std::get_if<Import>(&command)) return import->lines;
  return std::nullopt;
}

std::uint64_t left_of(SkuId sku, const Core& core) {
  std::uint64_t left = 0;
  for (std::uint32_t node = 1; node <= core.count(IdKind::node); ++node) {
    left += core.available(sku, NodeId{node});
  }
  return left;
}

}  // namespace

void OrderFlow::add(const OrderFlow& other) {
  placed += other.placed;
  imported += other.imported;
  refused += other.refused;
  units += other.units;
  at_once += other.at_once;
  waiting += other.waiting;
  units_refused += other.units_refused;
  for (const auto& [reason, count] : other.reasons) reasons[reason] += count;
}

LogPulse::LogPulse(std::int64_t window_ns)
    : bucket_ns_(std::max<std::int64_t>(1, window_ns / buckets_max)) {}

LogPulse::Bucket& LogPulse::bucket_at(TimeNs time) {
  const std::int64_t number = time / bucket_ns_;
  while (!buckets_.empty() && buckets_.front().number <= number - buckets_max) buckets_.pop_front();
  if (buckets_.empty() || buckets_.back().number != number) {
    buckets_.emplace_back();
    buckets_.back().number = number;
  }
  return buckets_.back();
}

void LogPulse::step(const Step& step) {
  last_ = step.in.time;
  Bucket& bucket = bucket_at(step.in.time);
  OrderFlow flow;
  decided(step, flow, bucket);
  bucket.flow.add(flow);
  all_.add(flow);
  if (flow.orders() > 0 && first_ < 0) first_ = step.in.time;
  OrderKey seen;
  for (const Event& event : step.events) {
    if (event.type == EventType::line_held || event.type == EventType::line_allocated) {
      bucket.taken[event.sku] += event.quantity;
    }
    // Lines of an order stand together.
    if (event.type < EventType::placed || !event.order_key.present() || event.order_key == seen) {
      continue;
    }
    seen = event.order_key;
    refresh(event.order_key, step.core);
  }
}

// A command makes one order at most; events of others, which it served, are no part of its answer.
void LogPulse::decided(const Step& step, OrderFlow& flow, Bucket& bucket) const {
  const auto lines = lines_of(step.in.command);
  if (!lines) return;
  OrderKey key;
  for (const Event& event : step.events) {
    const bool answers = event.type == EventType::placed || event.type == EventType::imported ||
                         event.type == EventType::refused;
    if (!answers || key.present()) continue;
    key = event.order_key;
    flow.placed += event.type == EventType::placed ? 1 : 0;
    flow.imported += event.type == EventType::imported ? 1 : 0;
    if (event.type != EventType::refused) continue;
    ++flow.refused;
    ++flow.reasons[event.reason];
  }
  if (flow.orders() == 0) return;  // it repeats one that was decided before
  for (const OrderLine& line : *lines) {
    flow.units += line.quantity;
    bucket.asked[line.sku.value] += line.quantity;
  }
  if (flow.refused > 0) {
    flow.units_refused = flow.units;
    return;
  }
  for (const Event& event : step.events) {
    if (event.order_key != key) continue;
    switch (event.type) {
      case EventType::line_held:
      case EventType::line_allocated:
        if ((event.flags & EventFlags::waited) == 0) flow.at_once += event.quantity;
        break;
      case EventType::line_waiting:
      case EventType::line_short: flow.waiting += event.quantity; break;
      case EventType::line_refused:
        flow.units_refused += event.quantity;
        ++flow.reasons[event.reason];
        break;
      default: break;
    }
  }
}

void LogPulse::count(const OpenOrder& order, std::uint64_t sign) noexcept {
  const bool waits = order.waiting_lines > 0;
  queues_.open_orders += order.open ? sign : 0;
  queues_.unpaid_orders += order.unpaid ? sign : 0;
  queues_.held_units += order.held * sign;
  queues_.in_review += order.in_review ? sign : 0;
  queues_.waiting_orders += waits ? sign : 0;
  queues_.waiting_lines += order.waiting_lines * sign;
  queues_.waiting_units += order.waiting_units * sign;
}

// Takes what the order added before out of the queues, and puts in what it adds now.
void LogPulse::refresh(const OrderKey& key, const Core& core) {
  constexpr std::uint64_t minus_one = ~std::uint64_t{0};
  const auto known = orders_.find(key);
  if (known != orders_.end()) count(known->second, minus_one);
  const std::optional<OrderInspection> order = core.find_order(key);
  if (!order || order->status != OrderStatus::open) {
    if (known != orders_.end()) orders_.erase(known);
    return;
  }
  OpenOrder now;
  now.open = true;
  now.unpaid = order->payment == Payment::unpaid || order->payment == Payment::pending;
  now.in_review = order->review == Review::in_review;
  for (const LineInspection& line : order->lines) {
    if (line.state != LineState::allocated) now.held += line.held;
    now.waiting_units += line.waiting;
    now.waiting_lines = static_cast<std::uint16_t>(now.waiting_lines + (line.waiting > 0 ? 1 : 0));
  }
  count(now, 1);
  orders_[key] = now;
}

OrderFlow LogPulse::recent() const {
  OrderFlow sum;
  for (const Bucket& bucket : buckets_) sum.add(bucket.flow);
  return sum;
}

std::int64_t LogPulse::recent_ns() const noexcept {
  if (first_ < 0) return 0;
  // The newest bucket is filled as far as the last step.
  const std::int64_t since =
      last_ - last_ / bucket_ns_ * bucket_ns_ + (buckets_max - 1) * bucket_ns_;
  return std::max<std::int64_t>(1, std::min(since, last_ - first_));
}

std::vector<RunsOut> LogPulse::runs_out(const Core& core) const {
  std::map<std::uint32_t, std::uint64_t> taken;
  for (const Bucket& bucket : buckets_) {
    for (const auto& [sku, units] : bucket.taken) taken[sku] += units;
  }
  std::vector<RunsOut> out;
  for (const auto& [sku, units] : taken) {
    const std::uint64_t left = left_of(SkuId{sku}, core);
    if (left == 0 || units == 0) continue;
    const double ns = static_cast<double>(left) / static_cast<double>(units) *
                      static_cast<double>(std::max<std::int64_t>(recent_ns(), 1'000'000'000));
    out.push_back({SkuId{sku}, left, units, static_cast<std::int64_t>(std::min(ns, 9e18))});
  }
  std::sort(out.begin(), out.end(), [](const RunsOut& a, const RunsOut& b) {
    return a.in_ns != b.in_ns ? a.in_ns < b.in_ns : a.sku.value < b.sku.value;
  });
  return out;
}

std::uint64_t LogPulse::gone(const Core& core) const {
  std::set<std::uint32_t> asked;
  for (const Bucket& bucket : buckets_) {
    for (const auto& [sku, units] : bucket.asked) asked.insert(sku);
  }
  return static_cast<std::uint64_t>(std::ranges::count_if(
      asked, [&](std::uint32_t sku) { return left_of(SkuId{sku}, core) == 0; }));
}

}  // namespace allot::inspection
