// Any bytes as an expression: it is refused with a message that names a place, or has a value, with
// and without a checker, in bounded time. What was checked is never asked for what its types do not
// have; what is of the profile costs no more than was reckoned, and its compiled form says the
// same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

#include "cel/evaluator.hpp"
#include "cel/machine.hpp"
#include "cel/parser.hpp"
#include "cel/rule.hpp"
#include "cel/value_cells.hpp"

namespace {

using namespace allot::cel;

// Variables of every kind that an expression can meet: x and y of any type, l a list of them.
Environment declared() {
  Environment made;
  made.declare("x", Types::plain(TypeKind::integer));
  made.declare("s", Types::plain(TypeKind::text), {Bounds::unbounded, 16});
  made.declare("d", Types::plain(TypeKind::dyn));
  made.declare("l", made.types.list(Types::plain(TypeKind::integer)), {4, 0});
  const TypeId order = made.declare_struct("Order");
  made.declare_field(order, {"total", Types::plain(TypeKind::integer), Presence::required, {}});
  made.declare_field(order, {"coupon", Types::plain(TypeKind::text), Presence::optional, {0, 8}});
  made.declare("o", order);
  return made;
}

Values given() {
  Record order{"Order", {{"total", std::int64_t{5}, true}, {"coupon", Value(), false}}};
  return {std::int64_t{-3}, Value::text("\u8d85a"),
          Value::list({Value::text("a"), std::uint64_t{7}, Null{}}),
          Value::list({std::int64_t{1}, std::int64_t{0}, INT64_MIN}),
          RecordRef{std::make_shared<Record>(order)}};
}

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Environment environment = declared();
  static const Values values = given();
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  const Parsed parsed = parse(source);
  if (!parsed.ok()) {
    demand(parsed.problems.size() == 1 && parsed.problems[0].range.first <= source.size());
    demand(rendered(parsed.problems[0], "fuzz", source).starts_with("fuzz:"));
    return 0;
  }
  Work unchecked(100'000);
  (void)shown(evaluate(parsed.ast, resolve(parsed.ast, environment), values, unchecked));

  const Checked checked = check(parsed.ast, environment);
  for (const Problem& problem : checked.problems) {
    demand(!rendered(problem, "fuzz", source).empty());
  }
  const RuleExpression rule = compile(source, environment);
  demand(checked.ok() || !rule.ok());
  if (!rule.ok()) return 0;
  Work work;
  const Value value = evaluate(rule.ast, rule.checked.references, values, work);
  demand(work.spent() <= rule.cost.steps);
  const Program program(environment, std::span(&rule, 1));
  Outcome outcome;
  Machine machine(program, environment);
  run(machine, values, std::span(&outcome, 1));
  if (const auto* error = value.as<Error>()) {
    demand(error->code != ErrorCode::no_such_overload && error->code != ErrorCode::undeclared);
    demand(error->code != ErrorCode::no_such_field || !rule.problems.empty());
    demand(outcome.error == error->code);
  } else {
    demand(value.as<bool>() != nullptr);
    demand(!outcome.error && outcome.holds == *value.as<bool>());
  }
  return 0;
}
