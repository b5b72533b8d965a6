// Running compiled rules allocates nothing: every operator new of the process is counted. A program
// of its own, since the counting is of all that is linked with it.
//
// usage: cel_allocation
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "cel/machine.hpp"
#include "cel/random_rule.hpp"
#include "cel/shop.hpp"
#include "cel/value_cells.hpp"

namespace {

std::uint64_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
// Not inlined: gcc 12 would see free() meet a new whose malloc it does not see, and warn.
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
  using namespace allot::cel;
  const Environment environment = shop_environment();
  RandomRule random(11);
  std::vector<RuleExpression> rules;
  for (int i = 0; i < 300; ++i) {
    const std::string source = random.condition();
    rules.push_back(compile(source, environment, {TypeKind::boolean, Cost::unbounded - 1}));
  }
  const Program program(environment, rules);
  Machine machine(program, environment);
  ValueCells cells;
  std::vector<Outcome> outcomes(rules.size());
  std::uint64_t holding = 0;
  std::uint64_t allocated = 0;
  for (int order = 0; order < 1'000; ++order) {
    const Values values = random.values(environment);
    cells.give(values, machine);
    const std::uint64_t before = allocations;
    machine.run(outcomes);
    allocated += allocations - before;
    for (const Outcome& outcome : outcomes) holding += outcome.holds ? 1 : 0;
  }
  std::printf("300 rules, 1,000 orders: %llu hits, %llu allocations\n",
              static_cast<unsigned long long>(holding), static_cast<unsigned long long>(allocated));
  // What counts nothing, or rules that never hold, would show nothing.
  return allocated == 0 && allocations > 1'000 && holding > 1'000 ? 0 : 1;
}
