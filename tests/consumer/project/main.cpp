// Starts an engine's core, adds a SKU and prints the digest: enough to need the library's code.
#include <cstdio>

#include "allot/core/core.hpp"
#include "allot/intake/body_hash.hpp"

const char* name_of_sku_command();  // second.cpp

int main() {
  allot::Limits limits;
  limits.skus_max = 10;
  limits.orders_max = 10;
  limits.closed_orders_max = 10;
  limits.lots_max = 10;
  limits.lines_max = 2'000;
  limits.holds_max = 10;
  limits.command_keys_max = 10;
  limits.attempts_max = 10;
  allot::Core core{limits};
  allot::Outcome outcome{allot::Core::step_events_max(limits)};

  const auto apply = [&](allot::Sequence sequence, const allot::Command& command) {
    const allot::Answer answer = core.apply({.sequence = sequence,
                                             .time = 1,
                                             .step_too_large = false,
                                             .body_hash = allot::body_hash(command),
                                             .command = command},
                                            outcome);
    return answer.reason == allot::Reason::ok;
  };
  if (!apply(1, allot::Start{limits})) return 1;
  if (!apply(2, allot::DefineSku{.command_key = {1, 0}, .code = *allot::Code::from("S1")}))
    return 1;
  if (core.find(allot::IdKind::sku, "S1") != 1U) return 1;
  std::printf("%s %s\n", name_of_sku_command(), core.digest().hex().c_str());
  return 0;
}
