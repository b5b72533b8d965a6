// Any bytes as a compiled rule set: they are refused, or can be run and are written alike,
// and rows of tables are passed over only where they would not hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "cel/machine.hpp"
#include "cel/value_cells.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/sample_orders.hpp"
#include "ruleset/surroundings.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace allot;
  const Result<rules::RuleSet> set = rules::decode(std::as_bytes(std::span(data, size)));
  if (!set.ok()) {
    if (set.status().message().empty()) std::abort();
    return 0;
  }
  if (!rules::verify(rules::encode(set.value())).ok()) std::abort();
  const cel::Values values = rules::sample_values(set.value());
  std::vector<cel::Outcome> outcomes(set.value().rules.size());
  cel::Machine machine(set.value().program, rules::environment_of(set.value()));
  cel::run(machine, values, outcomes);
  if (outcomes != rules::outcomes_by_row(set.value(), values)) std::abort();
  return 0;
}
