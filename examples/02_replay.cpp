// Writes a log, then proves from the log alone what was decided: replays it to the same digest, and
// to an earlier point; then opens an engine on it, which goes on where the first one ended.
//
// usage: 02_replay DIRECTORY     (for the log; made when it is not there)
#include <cstdio>
#include <string>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"

namespace {

using namespace allot;

EngineOptions options(const std::string& directory) {
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
  options.directory = directory;
  options.durability = Durability::sync;  // no answer leaves before its command is on the disk
  options.threading = Threading::host_steps;
  return options;
}

// One SKU with stock for 25 orders of four, then 30 orders.
void run_shop(Producer& producer) {
  std::uint64_t key = 0;
  const auto next = [&key] { return CommandKey{++key, 0}; };
  const Submission shop[] = {
      {DefineSku{next(), *Code::from("TEAPOT"), 1'500}},
      {DefineNode{next(), *Code::from("LEEDS"), 0}},
      {DefineZone{next(), *Code::from("UK")}},
      {DefineChannel{.command_key = next(),
                     .code = *Code::from("web"),
                     .hold_ttl_ns = 900'000'000'000,
                     .review_ttl_ns = 3'600'000'000'000}},
      {DefineNetwork{next(), ChannelId{1}, NodeId{1}, true}},
      {DefineLane{next(), NodeId{1}, ZoneId{1}, 450, 10, 0, true}},
      {Receive{.command_key = next(), .sku = SkuId{1}, .node = NodeId{1}, .quantity = 100}},
  };
  (void)producer.submit(shop);
  const OrderLine four{SkuId{1}, 4, 1'500, Shortage::by_order};
  for (std::uint64_t order = 1; order <= 30; ++order) {
    Place place;
    place.command_key = next();
    place.order_key = {order, 0};
    place.channel = ChannelId{1};
    place.zone = ZoneId{1};
    place.lines = {&four, 1};
    (void)producer.submit(place, static_cast<TimeNs>(order) * 1'000);
  }
}

int failed(const Status& status) {
  std::fprintf(stderr, "%s\n", status.message().c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: 02_replay DIRECTORY\n");
    return 1;
  }
  const std::string directory = argv[1];

  std::string live;
  {
    auto engine = Engine::open(options(directory));
    if (!engine.ok()) return failed(engine.status());
    auto producer = engine.value()->open_producer();
    if (!producer.ok()) return failed(producer.status());
    run_shop(producer.value());
    if (Status status = engine.value()->wait_idle(); !status.ok()) return failed(status);
    live = engine.value()->digest().hex();
    const EngineStatistics figures = engine.value()->statistics();
    std::printf("decided %llu orders, refused %llu\n",
                static_cast<unsigned long long>(figures.orders),
                static_cast<unsigned long long>(figures.refusals));
    if (Status status = engine.value()->stop(); !status.ok()) return failed(status);
  }

  auto storage = open_posix_storage(directory);
  if (!storage.ok()) return failed(storage.status());
  auto again = replay(*storage.value());
  if (!again.ok()) return failed(again.status());
  std::printf("replayed %llu records: %s\n", static_cast<unsigned long long>(again.value().records),
              again.value().digest.hex() == live ? "the same digest" : "ANOTHER DIGEST");

  // What was there to sell after the tenth order? Sequences 1 to 8 made the shop.
  ReplayOptions earlier;
  earlier.up_to = 18;
  auto then = replay(*storage.value(), earlier);
  if (!then.ok()) return failed(then.status());
  std::printf("available after 10 orders: %llu\n",
              static_cast<unsigned long long>(then.value().core->available(SkuId{1}, NodeId{1})));
  storage.value().reset();

  auto engine = Engine::open(options(directory));
  if (!engine.ok()) return failed(engine.status());
  std::printf("opened again: %s\n",
              engine.value()->digest().hex() == live ? "the same digest" : "ANOTHER DIGEST");
  std::printf("digest %s\n", live.c_str());
}
