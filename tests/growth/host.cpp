// A host in C++ that uses the probes: growth.py builds it in a tree that has them.
// usage: host LOG
#include <array>
#include <cstdio>
#include <string>

#include "allot/engine.hpp"

using namespace allot;

namespace {

Producer* producer = nullptr;
std::uint64_t last_key = 0;

template <class C>
void send(C command) {
  command.command_key = {++last_key, 1};
  if (!producer->submit(command, 7).ok()) std::puts("not admitted");
}

void place(std::uint64_t order, std::uint8_t mark) {
  const std::array lines{OrderLine{.sku = {1}, .quantity = 2, .price = 5, .mark = mark}};
  Place place;
  place.order_key = {order, 0};
  place.channel = {1};
  place.zone = {1};
  place.lines = lines;
  send(place);
}

void print(const Event& event) {
  if (event.type == EventType::probed) {
    const auto said = event.as<events::Probed>();
    std::printf("probed sku=%u node=%u available=%u expected=%lld\n", said.sku.value,
                said.node.value, said.available, static_cast<long long>(said.expected));
  }
  if (event.type == EventType::refused) {
    const auto said = event.as<events::Refused>();
    std::printf("refused %s: %s\n", command_name(said.command).data(),
                reason_text(said.reason).name.data());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  EngineOptions options;
  options.directory = argv[1];
  options.limits = Limits{.time_source = TimeSource::host};
  options.threading = Threading::host_steps;
  auto engine = Engine::open(options);
  if (!engine.ok()) return 1;
  Producer opened = std::move(engine.value()->open_producer().value());
  Consumer consumer = std::move(engine.value()->open_consumer().value());
  producer = &opened;
  send(DefineSku{{}, *Code::from("A")});
  send(DefineNode{{}, *Code::from("N")});
  send(DefineZone{{}, *Code::from("Z")});
  send(DefineChannel{{}, *Code::from("W"), 1'000, 0, 0, 1'000});
  send(DefineNetwork{{}, {1}, {1}});
  send(DefineLane{{}, {1}, {1}});
  send(Receive{{}, {1}, {1}, 0, 10});
  send(Probe{{}, {1}, {1}, 4});
  send(Probe{{}, {1}, {1}, 11});
  place(1, 3);
  place(2, 10);
  engine.value()->step();
  std::array<Event, 64> events;
  const std::size_t count = consumer.poll(events);
  for (std::size_t i = 0; i < count; ++i) print(events[i]);
  std::printf("digest %s\n", engine.value()->digest().hex().c_str());
  return engine.value()->stop().ok() ? 0 : 1;
}
