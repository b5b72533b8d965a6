// Replays a log that is closed and writes all that was decided, for kill_hosts.py to compare with
// what hosts have noted.
//
// usage: log_events LOG EVENTS COMMANDS
//   EVENTS    file of 64 bytes for each event, as in memory, with epoch 0
//   COMMANDS  file of 24 bytes for each sequence: its number, its command_key low half first
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <span>
#include <variant>

#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"

namespace {

using namespace allot;

// The engine's own commands have none.
CommandKey key_of(const Command& command) {
  return std::visit(
      [](const auto& body) {
        if constexpr (requires { body.command_key; }) return body.command_key;
        return CommandKey{};
      },
      command);
}

template <class T>
void write(std::ofstream& to, std::span<const T> values) {
  const auto bytes = std::as_bytes(values);
  to.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

int fail(const std::string& text) {
  std::fprintf(stderr, "log_events: %s\n", text.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return fail("usage: log_events LOG EVENTS COMMANDS");
  const auto storage = open_posix_storage(argv[1]);
  if (!storage.ok()) return fail(storage.status().message());
  std::ofstream events(argv[2], std::ios::binary);
  std::ofstream commands(argv[3], std::ios::binary);
  ReplayOptions options;
  options.on_step = [&](const Sequenced& in, std::span<const Event> told) {
    const CommandKey key = key_of(in.command);
    const std::array<std::uint64_t, 3> words{in.sequence, key.low, key.high};
    write(commands, std::span<const std::uint64_t>(words));
    write(events, told);
  };
  const auto replayed = replay(*storage.value(), options);
  if (!replayed.ok()) return fail(replayed.status().message());
  const ReplayReport& report = replayed.value();
  if (report.poison) return fail("poisoned: " + report.poison->text);
  if (report.live || report.torn) return fail("the log was not closed");
  const Conservation scan = report.core->conservation();
  if (!scan.holds || scan.oversold_units != 0) return fail("stock does not add up: " + scan.fault);
  events.flush();
  commands.flush();
  if (!events || !commands) return fail("cannot write");
  std::printf("%llu records, %llu events, digest %s\n",
              static_cast<unsigned long long>(report.records),
              static_cast<unsigned long long>(report.events), report.digest.hex().c_str());
}
