// Prints random rules of the profile, random orders and what comes out, for others to compare with:
// json_lines.hpp, then for each rule {"rule": "…", "results": ["true", "error overflow"],
// "orders": [[…], […]]}. The results are those of the compiled form; the evaluator that walks trees
// has to give the same ones, otherwise this ends with status 1.
//
// usage: cel_print_random_rules RULES SEED
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "cel/machine.hpp"
#include "cel/peers/json_lines.hpp"
#include "cel/random_rule.hpp"
#include "cel/shop.hpp"

namespace {

using namespace allot::cel;

constexpr int orders_of_a_rule = 2;

int failed(std::uint64_t seed, std::uint64_t number, const std::string& source,
           const std::string& text) {
  std::fprintf(stderr, "seed %llu, rule %llu: %s\n%s\n", static_cast<unsigned long long>(seed),
               static_cast<unsigned long long>(number), text.c_str(), source.c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: cel_print_random_rules RULES SEED\n", stderr);
    return 2;
  }
  const std::uint64_t rules = std::strtoull(arguments[1], nullptr, 10);
  const std::uint64_t seed = std::strtoull(arguments[2], nullptr, 10);
  const Environment environment = shop_environment();
  RandomRule random(seed);
  std::string line = declarations_as_json(environment);
  std::puts(line.c_str());
  for (std::uint64_t number = 1; number <= rules; ++number) {
    const std::string source = random.condition();
    const std::array<RuleExpression, 1> rule{
        compile(source, environment, {TypeKind::boolean, Cost::unbounded - 1})};
    if (!rule[0].ok()) return failed(seed, number, source, rule[0].problems[0].text);
    const Program program(environment, rule);
    Machine machine(program);
    line = "{\"rule\":";
    append_json(line, source);
    std::string orders;
    std::string results;
    for (int i = 0; i < orders_of_a_rule; ++i) {
      const Values values = random.values(environment);
      std::array<Outcome, 1> outcome;
      machine.run(values, outcome);
      const std::string result = outcome[0].error
                                     ? "error " + std::string(name_of(*outcome[0].error))
                                     : std::string(outcome[0].holds ? "true" : "false");
      Work work(Cost::unbounded);
      const Value walked = evaluate(rule[0].ast, rule[0].checked.references, values, work);
      if (shown(walked) != result) {
        return failed(seed, number, source, "machine: " + result + ", evaluator: " + shown(walked));
      }
      results += (i > 0 ? ",\"" : "\"") + result + "\"";
      if (i > 0) orders += ',';
      append_json(orders, values);
    }
    line += ",\"results\":[" + results + "],\"orders\":[" + orders + "]}";
    // Whoever reads has ended, and has said why.
    if (std::puts(line.c_str()) < 0) return 1;
  }
  return 0;
}
