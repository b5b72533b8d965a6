// Places two-line orders in one thread as bench/step_cost does, while a rule set judges them, for
// callgrind to count instructions by. bench/rules_step.sh compiles and runs it.
//
//   rules_step RULES SKUS NODES OPEN_ORDERS WINDOW CHUNKS
//
// RULES is a rule file, none of whose rules may hit; - judges nobody. Prints how many orders were
// placed. Exit status 0 when every order was decided as the workload says.
#include <valgrind/callgrind.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>

#include "rules/compiler.hpp"
#include "ruleset/codec.hpp"
#include "step_cost/run.hpp"

using allot::bench::fail;
using allot::bench::Run;

// Their names are what the counts are found by.
extern "C" {
[[gnu::noipa]] void place_decide(Run& run, std::uint32_t count) { decide(run, count); }
[[gnu::noipa]] void place_encode(Run& run, std::uint32_t count) { encode(run, count); }
}

namespace {

void judge_by(Run& run, const char* path) {
  std::ifstream file(path, std::ios::binary);
  const allot::rules::CompiledRules rules =
      allot::rules::compile_rules({std::istreambuf_iterator<char>(file), {}});
  if (!rules.ok()) fail(allot::rules::rendered(rules, path).c_str());
  const std::vector<std::byte> bytes = allot::rules::encode(*rules.set);
  const std::size_t part_bytes = run.core.limits().rule_part_bytes_max;
  const std::size_t parts = (bytes.size() + part_bytes - 1) / part_bytes;
  const auto* const from = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t part = 0; part < parts; ++part) {
    const std::size_t size = std::min(part_bytes, bytes.size() - part * part_bytes);
    take(run, allot::LoadRules{.command_key = {part + 1, 10},
                               .part = static_cast<std::uint16_t>(part + 1),
                               .parts = static_cast<std::uint16_t>(parts),
                               .body = {from + part * part_bytes, size}});
  }
  take(run,
       allot::ActivateRules{.command_key = {1, 11}, .version = 1, .mode = allot::RulesMode::live});
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 7) fail("usage: rules_step RULES SKUS NODES OPEN_ORDERS WINDOW CHUNKS");
    std::uint32_t chunks = 0;
    const allot::bench::Workload workload = allot::bench::workload_of(argc - 1, argv + 1, chunks);
    Run run(workload);
    set_up(run);
    if (std::string_view(argv[1]) != "-") judge_by(run, argv[1]);
    // Features know whom they count before it is measured.
    for (std::uint32_t i = 0; i < chunks; ++i) {
      place_chunk(run, allot::bench::decide, allot::bench::encode);
      cancel_chunk(run, workload.size().open_orders, allot::bench::decide, allot::bench::encode);
    }
    const std::uint64_t first = run.next;
    for (std::uint32_t i = 0; i < chunks; ++i) {
      CALLGRIND_START_INSTRUMENTATION;
      place_chunk(run, place_decide, place_encode);
      CALLGRIND_STOP_INSTRUMENTATION;
      cancel_chunk(run, workload.size().open_orders, allot::bench::decide, allot::bench::encode);
    }
    std::printf("%llu\n", static_cast<unsigned long long>(run.next - first));
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    fail(error.what());
  }
}
