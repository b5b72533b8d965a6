// A shop shows what is for sale in its channel: it opens a feed, keeps a copy of what that tells,
// and passes on what has changed since it did so last, however often it changed meanwhile. One that
// starts later asks for all of it, and has the same.
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <utility>

#include "allot/engine.hpp"

namespace {

using namespace allot;
using namespace std::chrono_literals;

class Shop {
 public:
  explicit Shop(Engine& engine) : producer_(std::move(engine.open_producer().value())) {}

  // Submits one command and sleeps until its answer is there. Returns: the id of what it defined.
  std::uint32_t decide(const Command& command) {
    Answer answer{};
    if (!producer_.submit(command).ok()) return 0;
    while (producer_.poll_answers({&answer, 1}, 1s) == 0) {
    }
    return answer.id;
  }
  CommandKey key() { return {.low = ++last_key_}; }

 private:
  Producer producer_;
  std::uint64_t last_key_{0};
};

// What is for sale in one channel, as its feed tells it.
class ForSaleCopy {
 public:
  explicit ForSaleCopy(ChannelId channel) : channel_(channel) {}

  // Effects: takes in what has been published. The place of an article that changes many times is
  //          written again, so that the copy never grows beyond the articles that there are.
  void read(Consumer& consumer) {
    std::array<Event, 64> events;
    while (const std::size_t count = consumer.poll(events)) {
      for (std::size_t i = 0; i < count; ++i) take(events[i]);
    }
  }
  // Calls `pass_on(sku, units, version)` for what has changed since this was called last.
  template <class PassOn>
  void flush(PassOn&& pass_on) {
    for (auto& [sku, figure] : figures_) {
      if (figure.passed_on) continue;
      pass_on(sku, figure.units, figure.version);
      figure.passed_on = true;
    }
  }
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  struct Figure {
    std::uint32_t units{};
    Sequence version{};
    bool passed_on{};
  };

  void take(const Event& event) {
    if (ChannelId{event.node} != channel_) return;
    switch (event.type) {
      case EventType::for_sale:
      case EventType::sold_out:
      case EventType::back_in_stock: {
        Figure& figure = figures_[SkuId{event.sku}];
        // After a restart, or from another reader, what is older comes too late.
        if (event.sequence >= figure.version) figure = {event.quantity, event.sequence, false};
        break;
      }
      case EventType::feed_complete: complete_ = true; break;
      default: break;
    }
  }

  ChannelId channel_;
  std::map<SkuId, Figure> figures_;
  bool complete_{};
};

Code code(const char* text) { return *Code::from(text); }

void show(const char* who, ForSaleCopy& copy) {
  std::printf("%s%s:", who, copy.complete() ? "" : " (not complete)");
  copy.flush([](SkuId sku, std::uint32_t units, Sequence version) {
    std::printf(" SKU %u has %u (%llu)", sku.value, units,
                static_cast<unsigned long long>(version));
  });
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
  const auto opened = Engine::open(options);
  if (!opened.ok()) {
    std::fprintf(stderr, "%s\n", opened.status().message().c_str());
    return 1;
  }
  Engine& engine = *opened.value();
  Shop shop(engine);
  const SkuId teapot{shop.decide(DefineSku{shop.key(), code("TEAPOT"), 1'500})};
  const SkuId cup{shop.decide(DefineSku{shop.key(), code("CUP"), 300})};
  const NodeId leeds{shop.decide(DefineNode{shop.key(), code("LEEDS")})};
  const ZoneId uk{shop.decide(DefineZone{shop.key(), code("UK")})};
  const ChannelId web{shop.decide(DefineChannel{.command_key = shop.key(),
                                                .code = code("web"),
                                                .hold_ttl_ns = 900'000'000'000,
                                                .review_ttl_ns = 900'000'000'000})};
  shop.decide(DefineNetwork{shop.key(), web, leeds});
  shop.decide(DefineLane{shop.key(), leeds, uk});
  shop.decide(Receive{shop.key(), teapot, leeds, 0, 5});
  shop.decide(Receive{shop.key(), cup, leeds, 0, 40});

  auto reads = engine.open_consumer(ConsumeFrom::newest);
  if (!reads.ok()) return 1;
  ForSaleCopy copy(web);
  shop.decide(SetFeed{shop.key(), web});
  (void)engine.wait_idle();
  copy.read(reads.value());
  show("the picture", copy);

  for (const std::uint32_t units : {2U, 1U, 2U}) {
    const std::array lines{OrderLine{.sku = teapot, .quantity = units, .price = 1'500}};
    const CommandKey key = shop.key();
    shop.decide(Place{.command_key = key,
                      .order_key = {.low = 1'000 + key.low},
                      .channel = web,
                      .zone = uk,
                      .lines = lines});
  }
  (void)engine.wait_idle();
  copy.read(reads.value());
  show("three orders later", copy);

  // Another one starts at night, and asks for all of it.
  auto reads_too = engine.open_consumer(ConsumeFrom::newest);
  if (!reads_too.ok()) return 1;
  ForSaleCopy nightly(web);
  shop.decide(SetFeed{shop.key(), web});
  (void)engine.wait_idle();
  nightly.read(reads_too.value());
  show("the nightly sync", nightly);
  return 0;
}
