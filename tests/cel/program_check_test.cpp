// What is refused of programs that come as data, and that compiled ones are never refused.
#include "cel/program_check.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cel/machine.hpp"
#include "cel/random_rule.hpp"
#include "cel/shop.hpp"

namespace allot::cel {
namespace {

using enum Code;

Instruction made(Code code, TypeKind type, std::uint32_t to, std::uint32_t a = 0,
                 std::uint32_t b = 0) {
  Instruction one;
  one.code = code;
  one.type = type;
  one.to = to;
  one.a = a;
  one.b = b;
  return one;
}
Instruction compared(Code code, Function function, std::uint32_t to, std::uint32_t a,
                     std::uint32_t b) {
  Instruction one = made(code, TypeKind::boolean, to, a, b);
  one.choice = static_cast<std::uint8_t>(function);
  return one;
}
Instruction jumping(Code code, std::uint32_t to, std::uint32_t target, std::uint32_t after = 0) {
  Instruction one = made(code, TypeKind::boolean, to, to);
  one.target = target;
  one.after = after;
  return one;
}

// Constants: true, 5, "a", [1, 2], a set of 3u and 9u.
ProgramParts parts_of(std::vector<Instruction> code, std::uint32_t registers,
                      std::uint32_t result) {
  ProgramParts parts;
  parts.code = std::move(code);
  parts.constants = {true, std::int64_t{5}, Value::text("a"),
                     Value::list({std::int64_t{1}, std::int64_t{2}}),
                     Value::set({std::uint64_t{9}, std::uint64_t{3}})};
  parts.registers = registers;
  parts.results = {result};
  return parts;
}

std::string fault(std::vector<Instruction> code, std::uint32_t registers, std::uint32_t result) {
  return check(parts_of(std::move(code), registers, result), shop_environment()).fault;
}

const Instruction load_true = made(load_constant, TypeKind::boolean, 0, 0);
const Instruction load_five = made(load_constant, TypeKind::integer, 1, 1);
const Instruction load_a = made(load_constant, TypeKind::text, 2, 2);
const Instruction load_list = made(load_constant, TypeKind::list, 3, 3);

TEST(CelProgramCheck, TypesOfRegisters) {
  EXPECT_EQ(fault({load_true}, 1, 0), "");
  EXPECT_EQ(fault({load_true}, 1, 1), "instruction 1: a register that there is not");
  EXPECT_EQ(fault({load_true, load_five}, 2, 1), "instruction 2: reads a value of another type");
  EXPECT_EQ(fault({made(load_constant, TypeKind::text, 0, 0)}, 1, 0),
            "instruction 0: a constant that is none of its type");
  EXPECT_EQ(fault({made(load_constant, TypeKind::boolean, 0, 5)}, 1, 0),
            "instruction 0: a constant that there is not");
  // A text that was written where an int is read: a machine would take a number for an address.
  EXPECT_EQ(
      fault({load_true, load_five, load_a, compared(compare_texts, Function::less, 0, 1, 2)}, 3, 0),
      "instruction 3: does this with values of another type");
  EXPECT_EQ(fault({load_true, load_five, made(load_constant, TypeKind::text, 1, 2)}, 3, 0),
            "instruction 2: writes a value of another type");
  EXPECT_EQ(fault({load_true, made(copy, TypeKind::boolean, 0, 1), load_five}, 2, 0),
            "instruction 1: reads register 1 before it is written");
  EXPECT_EQ(fault({load_true, made(negate, TypeKind::integer, 0, 0, 77)}, 1, 0),
            "instruction 1: a register that there is not")
      << "an operand that is not looked at is formed all the same";
}

TEST(CelProgramCheck, WhatIsThere) {
  EXPECT_EQ(fault({made(load_variable, TypeKind::structure, 0, 99)}, 1, 0),
            "instruction 0: a variable that there is not");
  EXPECT_EQ(fault({made(load_variable, TypeKind::integer, 0, 0)}, 1, 0),
            "instruction 0: a variable of another type");
  const Instruction load_order = made(load_variable, TypeKind::structure, 0, 0);
  EXPECT_EQ(fault({load_order, made(load_field, TypeKind::integer, 1, 0, 99)}, 2, 1),
            "instruction 1: a field that there is not");
  EXPECT_EQ(fault({load_order, made(load_field, TypeKind::text, 1, 0, 0)}, 2, 1),
            "instruction 1: a field of another type");
  EXPECT_EQ(fault({load_order, made(ask_field, TypeKind::boolean, 1, 0, 0)}, 2, 1), "");
  EXPECT_EQ(fault({load_true, made(ask_field, TypeKind::boolean, 1, 0, 0)}, 2, 1),
            "instruction 1: a field of what has none");
  EXPECT_EQ(fault({made(static_cast<Code>(99), TypeKind::boolean, 0)}, 1, 0),
            "instruction 0: an instruction that there is not");
  EXPECT_EQ(fault({load_true, load_five, compared(compare_numbers, Function::add, 0, 1, 1)}, 2, 0),
            "instruction 2: does this with values of another type");
}

TEST(CelProgramCheck, JumpsGoForwardAndLeaveNothingUnwritten) {
  EXPECT_EQ(fault({load_true, jumping(jump_decided, 0, 1)}, 1, 0),
            "instruction 1: jumps to where it may not");
  EXPECT_EQ(fault({load_true, jumping(jump_decided, 0, 99)}, 1, 0),
            "instruction 1: jumps to where it may not");
  EXPECT_EQ(fault({load_true, jumping(jump_decided, 0, 2)}, 1, 0), "");
  // What one way alone writes is not there where the ways meet.
  EXPECT_EQ(fault({load_true, jumping(jump_decided, 0, 3), load_five,
                   compared(compare_numbers, Function::less, 0, 1, 1)},
                  2, 0),
            "instruction 3: reads register 1 before it is written");
  EXPECT_EQ(fault({load_true, jumping(jump, 0, 3), load_five, load_true}, 2, 0),
            "instruction 2: an instruction that nothing leads to");
  // The error of a branch is written on the way of errors alone.
  Instruction split = jumping(branch, 0, 2, 3);
  split.to = 1;
  EXPECT_EQ(fault({load_true, split, load_five, made(copy, TypeKind::boolean, 0, 1)}, 2, 0),
            "instruction 3: writes a value of another type");
  EXPECT_EQ(fault({load_true, split, load_true, made(copy, TypeKind::boolean, 0, 1)}, 2, 0),
            "instruction 3: reads register 1 before it is written");
}

// Register 4 is the result, 5 the element, 0 the condition.
std::vector<Instruction> loop_over(const Instruction& list, std::uint32_t from) {
  Instruction begin = made(loop, TypeKind::integer, 4, from, 5);
  begin.choice = static_cast<std::uint8_t>(Macro::exists);
  begin.target = 5;
  Instruction end = begin;
  end.code = next;
  end.a = 0;
  end.target = 3;
  return {load_true, list, begin, compared(compare_numbers, Function::less, 0, 5, 5), end};
}

TEST(CelProgramCheck, LoopsEnd) {
  const auto changed = [](auto&& change) {
    std::vector<Instruction> code = loop_over(load_list, 3);
    change(code);
    return fault(std::move(code), 6, 4);
  };
  EXPECT_EQ(changed([](auto&) {}), "");
  EXPECT_EQ(changed([](auto& code) { code[4].target = 2; }),
            "instruction 4: an end of another loop");
  EXPECT_EQ(changed([](auto& code) { code[4].slot = 1; }), "instruction 4: an end of another loop");
  EXPECT_EQ(changed([](auto& code) { code[2].slot = 2; }),
            "instruction 2: a loop that there is not");
  EXPECT_EQ(changed([](auto& code) {
              code.pop_back();
              code[2].target = 4;
            }),
            "instruction 4: a loop without an end");
  EXPECT_EQ(changed([](auto& code) { code[3] = jumping(jump_decided, 0, 5); }),
            "instruction 3: jumps out of a loop");
  EXPECT_EQ(changed([](auto& code) { code[3] = jumping(jump_decided, 0, 4); }), "");
  EXPECT_EQ(changed([](auto& code) {
              code[1] = load_five;
              code[2].a = 1;
              code[4].a = 0;
            }),
            "instruction 2: goes through what is no list");
  EXPECT_EQ(changed([](auto& code) { code[2].type = TypeKind::text; }),
            "instruction 2: an element of another type");
  std::vector<Instruction> into = loop_over(load_list, 3);
  into.insert(into.begin() + 1, jumping(jump_decided, 0, 4));
  into[3].target = 6;
  into[5].target = 4;
  EXPECT_EQ(fault(into, 6, 4), "instruction 3: jumps into a loop");
}

TEST(CelProgramCheck, SetsAreInOrder) {
  ProgramParts parts = parts_of({load_true, made(load_constant, TypeKind::set, 1, 4)}, 2, 0);
  EXPECT_EQ(check(parts, Environment{}).fault, "");
  const auto held = std::make_shared<Values>(Values{std::uint64_t{9}, std::uint64_t{3}});
  parts.constants[4] = Set{held};
  EXPECT_EQ(check(parts, Environment{}).fault,
            "instruction 1: a constant that is none of its type");
}

TEST(CelProgramCheck, StepsCountLoopsAndLists) {
  const Environment environment = shop_environment();
  const auto steps = [&environment](std::string_view source) {
    const RuleExpression rule = compile(source, environment);
    return check(Program(environment, std::span(&rule, 1)).parts(), environment).steps;
  };
  EXPECT_EQ(steps("o.limited"), 2U);
  const std::uint64_t once = steps("o.lines.exists(l, l.qty > 5)");
  EXPECT_GT(once, 200U * 2U);
  EXPECT_LT(once, 200U * 5U);
  EXPECT_GT(steps("o.lines.exists(a, o.lines.exists(b, a.qty > b.qty))"), 200U * 200U * 2U);
}

// What the compiler makes is accepted, of one rule and of several.
TEST(CelProgramCheck, AcceptsWhatIsCompiled) {
  const Environment environment = shop_environment();
  RandomRule random(5);
  std::uint64_t loops = 0;
  for (int round = 0; round < 6'000; ++round) {
    std::vector<RuleExpression> rules;
    for (int rule = 0; rule < 3; ++rule) {
      rules.push_back(
          compile(random.condition(), environment, {TypeKind::boolean, Cost::unbounded - 1}));
      ASSERT_TRUE(rules.back().ok());
    }
    const Program program(environment, rules);
    const ProgramCheck found = check(program.parts(), environment);
    ASSERT_EQ(found.fault, "") << "round " << round;
    if (found.steps > 10'000) ++loops;
  }
  EXPECT_GT(loops, 50U);
}

// Of programs that were changed at random, those that are accepted run to their end.
TEST(CelProgramCheck, WhateverIsAcceptedCanBeRun) {
  const Environment environment = shop_environment();
  RandomRule random(11);
  generator::RandomSource damage(3);
  std::uint64_t accepted = 0;
  for (int round = 0; round < 3'000; ++round) {
    const RuleExpression rule =
        compile(random.condition(), environment, {TypeKind::boolean, Cost::unbounded - 1});
    const Values values = random.values(environment);
    const ProgramParts whole = Program(environment, std::span(&rule, 1)).parts();
    for (int change = 0; change < 20; ++change) {
      ProgramParts parts = whole;
      Instruction& one = parts.code[damage.below(parts.code.size())];
      const auto small = static_cast<std::uint32_t>(damage.below(parts.registers + 1));
      switch (damage.below(8)) {
        case 0: one.to = small; break;
        case 1: one.a = small; break;
        case 2: one.b = small; break;
        case 3: one.target = small; break;
        case 4: one.code = static_cast<Code>(damage.below(41)); break;
        case 5: one.type = static_cast<TypeKind>(damage.below(17)); break;
        case 6: one.choice = static_cast<std::uint8_t>(damage.below(40)); break;
        default: one.after = small; break;
      }
      const ProgramCheck found = check(parts, environment);
      if (!found.ok() || found.steps > 1'000'000'000) continue;
      ++accepted;
      const Program program(std::move(parts));
      Outcome outcome;
      Machine(program).run(values, std::span(&outcome, 1));
    }
  }
  EXPECT_GT(accepted, 3'000U);
}

}  // namespace
}  // namespace allot::cel
