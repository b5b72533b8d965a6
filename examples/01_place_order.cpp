// Opens an engine in memory, tells it about one SKU in one warehouse, and places two orders: one
// that gets its goods and one that asks for too many. Prints what each producer and consumer hears.
//
// The host stamps the time and calls step() itself, so the output is the same on every run; leave
// both options out for an engine with a thread and a clock of its own.
#include <array>
#include <cstdio>

#include "allot/engine.hpp"

namespace {

using namespace allot;

EngineOptions options() {
  EngineOptions options;
  options.limits = Limits{.skus_max = 100,
                          .lots_max = 1'000,
                          .orders_max = 1'000,
                          .closed_orders_max = 1'000,
                          .lines_max = 10'000,
                          .holds_max = 1'000,
                          .command_keys_max = 1'000,
                          .attempts_max = 1'000,
                          .time_source = TimeSource::host};
  options.durability = Durability::none;  // nothing is logged: see 02_replay.cpp for a log
  options.threading = Threading::host_steps;
  return options;
}

// Every command has a key of its own: sent twice, it is done once.
CommandKey key() {
  static std::uint64_t last = 0;
  return {++last, 0};
}

// Ids are handed out from 1 upward, so the one SKU, node, zone and channel each get id 1.
void open_shop(Producer& producer) {
  const Submission shop[] = {
      {DefineSku{key(), *Code::from("TEAPOT"), 1'500}},
      {DefineNode{key(), *Code::from("LEEDS"), 0}},
      {DefineZone{key(), *Code::from("UK")}},
      {DefineChannel{.command_key = key(),
                     .code = *Code::from("web"),
                     .hold_ttl_ns = 900'000'000'000,  // 15 minutes to pay
                     .review_ttl_ns = 3'600'000'000'000}},
      {DefineNetwork{key(), ChannelId{1}, NodeId{1}, true}},
      {DefineLane{key(), NodeId{1}, ZoneId{1}, 450, 10, 0, true}},
      {Receive{.command_key = key(), .sku = SkuId{1}, .node = NodeId{1}, .quantity = 10}},
  };
  (void)producer.submit(shop);
}

Submission place(std::uint64_t order, const OrderLine& line, TimeNs time) {
  Place place;
  place.command_key = key();
  place.order_key = {order, 0};
  place.channel = ChannelId{1};
  place.zone = ZoneId{1};
  place.lines = {&line, 1};
  return {place, time};
}

}  // namespace

int main() {
  auto engine = Engine::open(options());
  if (!engine.ok()) {
    std::fprintf(stderr, "%s\n", engine.status().message().c_str());
    return 1;
  }
  auto producer = engine.value()->open_producer();
  auto consumer = engine.value()->open_consumer();
  if (!producer.ok() || !consumer.ok()) return 1;

  open_shop(producer.value());
  const OrderLine four{SkuId{1}, 4, 1'500, Shortage::by_order};
  const OrderLine fifty{SkuId{1}, 50, 1'500, Shortage::by_order};
  const Submission orders[] = {
      place(1001, four, 1'000),
      place(1002, fifty, 2'000),
      {ConfirmPayment{key(), {1001, 0}, 2'500}, 3'000},
  };
  (void)producer.value().submit(orders);
  engine.value()->step();

  // Each command has exactly one answer ...
  std::array<Answer, 64> answers;
  const std::size_t answered = producer.value().poll_answers(answers);
  for (std::size_t i = 0; i < answered; ++i) {
    const ReasonText& said = reason_text(answers[i].reason);
    std::printf("command %llu: %s\n", static_cast<unsigned long long>(answers[i].command_key.low),
                said.name.data());
  }
  // ... and what it changed is told in events.
  std::array<Event, 64> events;
  const std::size_t polled = consumer.value().poll(events);
  for (std::size_t i = 0; i < polled; ++i) {
    if (events[i].type != EventType::line_held) continue;
    std::printf("order %llu: %u of SKU %u held at node %u\n",
                static_cast<unsigned long long>(events[i].order_key.low), events[i].quantity,
                events[i].sku, events[i].node);
  }
  std::printf("digest %s\n", engine.value()->digest().hex().c_str());
}
