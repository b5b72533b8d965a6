// Any bytes as a file of rules: it is refused, each fault in a place of it, or becomes a set that
// the engine accepts; and writing it in the one way changes nothing of what it says.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rules/compiler.hpp"
#include "rules/explain.hpp"
#include "rules/format.hpp"
#include "rules/rule_tests.hpp"
#include "ruleset/codec.hpp"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace allot::rules;
  // Tables of thousands of rows show no more than those of ten.
  if (size > 20'000) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const CompiledRules made = compile_rules(text);
  for (const allot::cel::Problem& problem : made.problems) {
    demand(problem.range.first <= problem.range.last && problem.range.last <= made.text.size() + 1);
  }
  demand(rendered(made, "fuzz").empty() == made.problems.empty());
  const FormattedRules written = format_rules(read_source(text));
  if (written.ok()) {
    const FormattedRules again = format_rules(read_source(written.text));
    demand(again.ok() && again.text == written.text);
  }
  if (!made.ok()) return 0;
  demand(verify(encode(*made.set)).ok());
  demand(!explained(made, "").empty());
  if (written.ok()) {
    const CompiledRules after = compile_rules(written.text);
    demand(after.ok());
    demand(after.set->program.instructions() == made.set->program.instructions());
  }
  (void)run_rule_tests(made, text);
  return 0;
}
