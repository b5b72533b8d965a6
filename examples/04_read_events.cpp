// A host that restarts goes on with the events where it stopped: once by the name of its consumer,
// whose place the engine keeps, and once by the sequence that the host keeps itself.
//
// usage: 04_read_events DIRECTORY     (for the log; made when it is not there)
#include <array>
#include <chrono>
#include <cstdio>
#include <string>

#include "allot/engine.hpp"

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
                          .attempts_max = 1'000};
  options.directory = directory;
  options.durability = Durability::sync;
  return options;
}

// Decides so many commands, each of which has one event.
Status tick(Engine& engine, int count) {
  auto producer = engine.open_producer();
  if (!producer.ok()) return producer.status();
  for (int i = 0; i < count; ++i) (void)producer.value().submit(Tick{});
  return engine.wait_idle();
}

// Polls until there was an event of `last`. Returns: how many events that were.
int read_to(Consumer& consumer, Sequence last) {
  std::array<Event, 64> events;
  int seen = 0;
  for (Sequence at = 0; at < last && consumer.status().ok();) {
    const std::size_t count = consumer.poll(events, std::chrono::seconds(1));
    seen += static_cast<int>(count);
    if (count != 0) at = events[count - 1].sequence;
  }
  return seen;
}

int failed(const Status& status) {
  std::fprintf(stderr, "%s\n", status.message().c_str());
  return 1;
}

unsigned long long number(Sequence sequence) { return sequence; }

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: 04_read_events DIRECTORY\n");
    return 1;
  }
  {
    auto engine = Engine::open(options(argv[1]));
    if (!engine.ok()) return failed(engine.status());
    auto mail = engine.value()->open_consumer({.name = "mail"});
    if (!mail.ok()) return failed(mail.status());
    if (Status status = tick(*engine.value(), 9); !status.ok()) return failed(status);
    std::printf("mail read %d events", read_to(mail.value(), 10));
    (void)mail.value().acknowledge(6);
    std::printf(" and is done with %llu\n", number(mail.value().acknowledged()));
  }

  // Restarted, with more decided before anybody reads.
  auto engine = Engine::open(options(argv[1]));
  if (!engine.ok()) return failed(engine.status());
  if (Status status = tick(*engine.value(), 5); !status.ok()) return failed(status);
  auto mail = engine.value()->open_consumer({.name = "mail"});
  if (!mail.ok()) return failed(mail.status());
  std::printf("mail goes on with %llu and reads %d events\n",
              number(mail.value().stream().first_sequence), read_to(mail.value(), 15));

  // A host that keeps the sequence itself; the engine's buffer never held these events in this run.
  auto search = engine.value()->open_consumer({.from_sequence = 3, .from_epoch = 1});
  if (!search.ok()) return failed(search.status());
  std::printf("search goes on with %llu and reads %d events\n",
              number(search.value().stream().first_sequence), read_to(search.value(), 15));
  for (const ConsumerFigures& one : engine.value()->consumers()) {
    std::printf("consumer %u%s%s is %llu sequences behind\n", one.index,
                one.name.empty() ? "" : ", ", one.name.c_str(), number(one.sequences_behind));
  }
  return 0;
}
