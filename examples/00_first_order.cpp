#include <cstdio>

#include "allot/engine.hpp"

int main() {
  auto engine = allot::Engine::open({.directory = "shop"});  // its log is replayed
  auto producer = engine.value()->open_producer();           // one for each thread that sends
  const allot::OrderLine six[] = {{.sku = {1}, .quantity = 6, .price = 1'500}};
  for (const std::uint64_t n : {1001U, 1002U}) {  // a command_key sent again does nothing
    (void)producer.value().submit(allot::Place{
        .command_key = {n}, .order_key = {n}, .channel = {1}, .zone = {1}, .lines = six});
  }
  (void)engine.value()->wait_idle();
  allot::Answer answers[2];
  (void)producer.value().poll_answers(answers);
  for (const auto& answer : answers) std::puts(allot::reason_text(answer.reason).name.data());
}
