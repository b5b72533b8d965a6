#include <cstdio>

#include "allot/engine.hpp"

int main() {
  using namespace allot;
  const auto code = [](const char* text) { return *Code::from(text); };
  auto engine = Engine::open({.directory = "shop"});  // the log; opened again, it is replayed
  auto producer = engine.value()->open_producer();    // one for each thread that sends
  const auto send = [&](const Command& command) { (void)producer.value().submit(command); };
  send(DefineSku{{1}, code("TEAPOT")});  // {1}: the command's key; sent again it does nothing
  send(DefineNode{{2}, code("LEEDS")});
  send(DefineZone{{3}, code("UK")});
  send(DefineChannel{{4}, code("web"), 900'000'000'000, 0, 0, 1});  // 15 minutes to pay
  send(DefineNetwork{{5}, ChannelId{1}, NodeId{1}});
  send(DefineLane{{6}, NodeId{1}, ZoneId{1}, 450});
  send(Receive{{7}, SkuId{1}, NodeId{1}, 0, 10});
  const OrderLine six[] = {{SkuId{1}, 6, 1'500}};
  for (const std::uint64_t order : {1001U, 1002U}) {
    Place place;
    place.command_key = {order};
    place.order_key = {order};
    place.channel = ChannelId{1};
    place.zone = ZoneId{1};
    place.lines = six;
    send(place);
  }
  (void)engine.value()->wait_idle();
  Answer answers[9];
  (void)producer.value().poll_answers(answers);
  std::printf("order 1001: %s\n", reason_text(answers[7].reason).name.data());
  std::printf("order 1002: %s\n", reason_text(answers[8].reason).name.data());
}
