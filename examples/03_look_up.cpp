// A host that learns ids from answers, sleeps until they are there, and looks an order up: what it
// got, where its goods are held, what waits, and what can be sold after it.
#include <array>
#include <chrono>
#include <cstdio>
#include <string>

#include "allot/engine.hpp"

namespace {

using namespace allot;
using namespace std::chrono_literals;

class Shop {
 public:
  explicit Shop(Engine& engine) : producer_(std::move(engine.open_producer().value())) {}

  // Submits one command and sleeps until its answer is there. Returns: the answer.
  Answer decide(const Command& command) {
    Answer answer{};
    if (!producer_.submit(command).ok()) return answer;
    while (producer_.poll_answers({&answer, 1}, 1s) == 0) {
    }
    return answer;
  }
  CommandKey key() { return {.low = ++last_key_}; }

 private:
  Producer producer_;
  std::uint64_t last_key_{0};
};

Code code(const char* text) { return *Code::from(text); }

void print(const Lookups& look_up, const OrderInspection& order) {
  std::printf("order %llu: %s, %s, version %u\n",
              static_cast<unsigned long long>(order.order_key.low), name(order.status).data(),
              name(order.payment).data(), order.version);
  for (const LineInspection& line : order.lines) {
    const std::string sku = look_up.codes(IdKind::sku, std::array{line.sku.value}).front();
    std::printf("  %s: %u ordered, %u held, %u waiting: %s\n", sku.c_str(), line.ordered, line.held,
                line.waiting, name(line.state).data());
    for (const HoldInspection& hold : line.holds) {
      const std::string node = look_up.codes(IdKind::node, std::array{hold.node.value}).front();
      std::printf("    %u at %s\n", hold.quantity, node.c_str());
    }
  }
}

void print(const char* what, const Answer& answer) {
  std::printf("%s: %s", what, name(answer.reason).data());
  if (answer.id != 0) std::printf(", id %u", answer.id);
  if (answer.reason != Reason::ok) {
    std::printf(" (%s): %s", name(advice(answer.reason)).data(), to_do(answer.reason).data());
  }
  std::printf("\n");
}

}  // namespace

int main() {
  EngineOptions options;
  options.durability = Durability::none;
  options.limits = Limits{.skus_max = 100,
                          .lots_max = 1'000,
                          .orders_max = 1'000,
                          .closed_orders_max = 1'000,
                          .lines_max = 10'000,
                          .holds_max = 1'000,
                          .command_keys_max = 1'000,
                          .attempts_max = 1'000};
  const auto engine = Engine::open(options);
  if (!engine.ok()) {
    std::fprintf(stderr, "%s\n", engine.status().message().c_str());
    return 1;
  }
  Shop shop(*engine.value());

  // Each answer tells the id of what it defined; said again, the same one.
  const Answer teapot = shop.decide(
      DefineSku{.command_key = shop.key(), .code = code("TEAPOT"), .list_price = 1'500});
  print("TEAPOT", teapot);
  const Answer leeds = shop.decide(DefineNode{.command_key = shop.key(), .code = code("LEEDS")});
  print("LEEDS", leeds);
  print("TEAPOT again",
        shop.decide(
            DefineSku{.command_key = shop.key(), .code = code("TEAPOT"), .list_price = 1'400}));
  const Answer uk = shop.decide(DefineZone{.command_key = shop.key(), .code = code("UK")});
  DefineChannel web;
  web.command_key = shop.key();
  web.code = code("web");
  web.hold_ttl_ns = 900'000'000'000;
  web.review_ttl_ns = 900'000'000'000;
  web.safety_stock = 2;
  const ChannelId channel{shop.decide(web).id};
  const SkuId sku{teapot.id};
  const NodeId node{leeds.id};
  const ZoneId zone{uk.id};
  shop.decide(DefineNetwork{.command_key = shop.key(), .channel = channel, .node = node});
  DefineLane lane;
  lane.command_key = shop.key();
  lane.node = node;
  lane.zone = zone;
  shop.decide(lane);
  Receive receive;
  receive.command_key = shop.key();
  receive.sku = sku;
  receive.node = node;
  receive.quantity = 10;
  shop.decide(receive);

  const std::array<OrderLine, 1> lines{OrderLine{.sku = sku, .quantity = 12, .price = 1'500}};
  Place place;
  place.command_key = shop.key();
  place.order_key = {.low = 1001};
  place.channel = channel;
  place.zone = zone;
  place.lines = lines;
  print("order 1001", shop.decide(place));
  place.command_key = shop.key();
  place.shortage = Shortage::backorder;
  print("order 1001 as backorder", shop.decide(place));

  const Lookups look_up = engine.value()->look_up();
  const std::array<OrderKey, 2> keys{OrderKey{.low = 1001}, OrderKey{.low = 1002}};
  const auto found = look_up.orders(keys);
  if (found[0]) print(look_up, *found[0]);
  std::printf("order 1002: %s\n", found[1] ? "known" : "not known");
  const auto available = look_up.available(channel, zone, std::array{sku}).front();
  std::printf("web can have %llu TEAPOT\n",
              static_cast<unsigned long long>(available ? available->can_have : 0));
  return engine.value()->stop().ok() ? 0 : 1;
}
