// What is refused of programs that come as data, and that compiled ones are never refused.
#include "cel/program_check.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
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

// Registers that hold constants; what is calculated goes into the first free one and those behind.
constexpr std::uint32_t truth = 0;
constexpr std::uint32_t five = 1;
constexpr std::uint32_t letter = 2;
constexpr std::uint32_t list = 3;
constexpr std::uint32_t token_set = 4;
constexpr std::uint32_t token = 5;
constexpr std::uint32_t hour = 6;
constexpr std::uint32_t to = 7;

ProgramParts parts_of(std::vector<Instruction> code, std::uint32_t free, std::uint32_t result) {
  ProgramParts parts;
  parts.code = std::move(code);
  parts.code.push_back(made(end, TypeKind{}, 0));
  parts.constants = {true,
                     std::int64_t{5},
                     Value::text("a"),
                     Value::list({std::int64_t{1}, std::int64_t{2}}),
                     Value::set({std::uint64_t{9}, std::uint64_t{3}}),
                     std::uint64_t{9},
                     Duration{3'600'000'000'000}};
  parts.constant_registers = {{truth, 0, TypeKind::boolean}, {five, 1, TypeKind::integer},
                              {letter, 2, TypeKind::text},   {list, 3, TypeKind::list},
                              {token_set, 4, TypeKind::set}, {token, 5, TypeKind::unsigned_integer},
                              {hour, 6, TypeKind::duration}};
  parts.registers = to + free;
  parts.results = {result};
  return parts;
}

std::string fault(std::vector<Instruction> code, std::uint32_t free, std::uint32_t result) {
  return check(parts_of(std::move(code), free, result), shop_environment()).fault;
}

const Instruction copy_truth = made(copy, TypeKind::boolean, to, truth);
const Instruction copy_five = made(copy, TypeKind::integer, to + 1, five);
const Instruction load_order = made(load_variable, TypeKind::structure, to, 0, 0);
const Instruction load_values = made(load_variable, TypeKind::structure, to, 0, 1);

TEST(CelProgramCheck, TypesOfRegisters) {
  EXPECT_EQ(fault({copy_truth}, 1, to), "");
  EXPECT_EQ(fault({}, 0, truth), "") << "a constant is a result";
  EXPECT_EQ(fault({copy_truth}, 1, to + 1), "instruction 1: a register that there is not");
  EXPECT_EQ(fault({copy_truth, copy_five}, 2, to + 1),
            "instruction 2: reads a value of another type");
  EXPECT_EQ(fault({copy_truth}, 2, to + 1), "instruction 1: reads register 8 before it is written");
  // A text that was written where an int is read: a machine would take a number for an address.
  EXPECT_EQ(fault({compared(compare_texts, Function::less, to, five, letter)}, 1, to),
            "instruction 0: does this with values of another type");
  EXPECT_EQ(fault({copy_five, made(copy, TypeKind::text, to + 1, letter)}, 2, truth),
            "instruction 1: writes a value of another type");
  EXPECT_EQ(fault({made(copy, TypeKind::boolean, to, to + 1), copy_five}, 2, truth),
            "instruction 0: reads register 8 before it is written");
  EXPECT_EQ(fault({made(negate, TypeKind::integer, to, five, 77)}, 1, truth),
            "instruction 0: a register that there is not")
      << "an operand that is not looked at is formed all the same";
  EXPECT_EQ(fault({made(load_variable, TypeKind::structure, to, 77, 0)}, 1, truth),
            "instruction 0: a register that there is not");
  EXPECT_EQ(fault({made(copy, TypeKind::boolean, 99, truth)}, 1, truth),
            "instruction 0: a register that there is not");
}

TEST(CelProgramCheck, RegistersHoldConstants) {
  const auto changed = [](auto&& change) {
    ProgramParts parts = parts_of({copy_truth}, 1, to);
    change(parts);
    return check(parts, shop_environment()).fault;
  };
  EXPECT_EQ(changed([](auto&) {}), "");
  EXPECT_EQ(changed([](auto& parts) { parts.constant_registers[1].to = to + 1; }),
            "register 8: there is none");
  EXPECT_EQ(changed([](auto& parts) { parts.constant_registers[1].to = truth; }),
            "register 0: holds two constants");
  EXPECT_EQ(changed([](auto& parts) { parts.constant_registers[1].constant = 7; }),
            "register 1: a constant that there is not");
  EXPECT_EQ(
      changed([](auto& parts) { parts.constant_registers[1] = {five, 0, TypeKind::boolean}; }),
      "register 1: a constant that another one holds");
  EXPECT_EQ(changed([](auto& parts) { parts.constant_registers[1].type = TypeKind::text; }),
            "register 1: a constant that is none of its type");
  EXPECT_EQ(changed([](auto& parts) { parts.constant_registers[1].type = TypeKind::structure; }),
            "register 1: a constant that is none of its type");
  EXPECT_EQ(changed([](auto& parts) { parts.constant_registers.resize(9); }),
            "too many registers of constants");
  EXPECT_EQ(changed([](auto& parts) { parts.registers = to + 5; }),
            "more registers than are written");
  // An error is of each type, in a register of its own for each.
  EXPECT_EQ(changed([](auto& parts) {
              parts.constants[1] = Error{ErrorCode::overflow, 0};
              parts.constant_registers[1] = {five, 1, TypeKind::boolean};
              parts.constant_registers[2] = {letter, 1, TypeKind::list};
            }),
            "");
}

// The next run would find what this one wrote.
TEST(CelProgramCheck, NothingWritesOverAConstant) {
  EXPECT_EQ(fault({made(copy, TypeKind::boolean, truth, truth)}, 0, truth),
            "instruction 0: writes over a constant");
  EXPECT_EQ(fault({made(load_variable, TypeKind::structure, five, 0, 0)}, 0, truth),
            "instruction 0: writes over a constant");
  EXPECT_EQ(fault({made(logical_not, TypeKind::boolean, truth, truth)}, 0, truth),
            "instruction 0: writes over a constant");
  EXPECT_EQ(fault({jumping(chain, truth, 1)}, 0, truth), "instruction 0: writes over a constant");
  EXPECT_EQ(fault({jumping(absorb, truth, 1)}, 0, truth), "instruction 0: writes over a constant");
  EXPECT_EQ(fault({jumping(branch, truth, 1, 1)}, 0, truth),
            "instruction 0: writes over a constant");
  Instruction read = compared(compare_field, Function::less, truth, to, 0);
  read.type = TypeKind::integer;
  EXPECT_EQ(fault({load_order, read}, 1, truth), "instruction 1: writes over a constant");
}

TEST(CelProgramCheck, WhatIsThere) {
  EXPECT_EQ(fault({made(load_variable, TypeKind::structure, to, 0, 99)}, 1, truth),
            "instruction 0: a variable that there is not");
  EXPECT_EQ(fault({made(load_variable, TypeKind::integer, to, 0, 0)}, 1, truth),
            "instruction 0: a variable of another type");
  const auto field = [](Code code, TypeKind type, std::uint32_t position) {
    return fault({load_order, made(code, type, to + 1, to, position)}, 2, truth);
  };
  EXPECT_EQ(field(load_field, TypeKind::integer, 99), "instruction 1: a field that there is not");
  EXPECT_EQ(field(load_field, TypeKind::text, 0), "instruction 1: a field of another type");
  EXPECT_EQ(field(ask_field, TypeKind::boolean, 0), "");
  EXPECT_EQ(fault({made(ask_field, TypeKind::boolean, to, truth, 0)}, 1, to),
            "instruction 0: a field of what has none");
  EXPECT_EQ(fault({made(static_cast<Code>(99), TypeKind::boolean, to)}, 1, to),
            "instruction 0: an instruction that there is not");
  EXPECT_EQ(fault({compared(compare_numbers, Function::add, to, five, five)}, 1, to),
            "instruction 0: does this with values of another type");
}

// Instructions that read a field of one type are given no other, whatever they say it is.
TEST(CelProgramCheck, FieldsOfOneType) {
  const Environment environment = shop_environment();
  struct Reading {
    Code code;
    TypeKind type;
  };
  const std::vector<Reading> readings{{load_int, TypeKind::integer},
                                      {load_token, TypeKind::unsigned_integer},
                                      {load_span, TypeKind::duration},
                                      {compare_field, TypeKind::integer}};
  std::set<TypeKind> seen;
  std::size_t fits = 0;
  for (std::uint32_t variable = 0; variable < 2; ++variable) {
    const Type& type = environment.types[environment.variables[variable].type];
    ASSERT_EQ(type.kind, TypeKind::structure);
    const StructDeclaration& of = environment.struct_of(type);
    for (std::uint32_t at = 0; at < of.fields.size(); ++at) {
      const TypeKind kind = environment.types[of.fields[at].type].kind;
      seen.insert(kind);
      for (const Reading& reading : readings) {
        for (const TypeKind said : {kind, reading.type}) {
          Instruction one = made(reading.code, said, to + 1, to, at);
          one.choice = static_cast<std::uint8_t>(Function::less);
          const bool right = kind == reading.type;
          fits += right ? 1 : 0;
          EXPECT_EQ(
              fault({made(load_variable, TypeKind::structure, to, 0, variable), one}, 2, truth),
              right ? "" : "instruction 1: a field of another type");
        }
      }
    }
  }
  EXPECT_GT(seen.size(), 5U);
  EXPECT_GT(fits, 8U);
}

TEST(CelProgramCheck, ComparesWithNumbers) {
  const auto with = [](Code code, Function function, std::uint32_t a, std::uint32_t b = 0) {
    Instruction one = compared(code, function, to + 1, a, b);
    one.type = TypeKind::integer;
    one.number = 7;
    return fault({load_order, one}, 2, to + 1);
  };
  EXPECT_EQ(with(compare_constant, Function::equals, five), "");
  EXPECT_EQ(with(compare_constant, Function::greater_equals, hour), "");
  for (const std::uint32_t other : {truth, letter, list, token_set, token, to}) {
    EXPECT_EQ(with(compare_constant, Function::less, other),
              "instruction 1: does this with values of another type");
  }
  EXPECT_EQ(with(compare_constant, Function::less, to + 1),
            "instruction 1: reads register 8 before it is written");
  const std::uint32_t total =
      shop_environment()
          .struct_of(shop_environment().types[shop_environment().variables[0].type])
          .find("total")
          .value();
  EXPECT_EQ(with(compare_field, Function::equals, to, total), "");
  EXPECT_EQ(with(compare_field, Function::greater_equals, to, total), "");
  EXPECT_EQ(with(compare_field, Function::less, to, 99),
            "instruction 1: a field that there is not");
  EXPECT_EQ(with(compare_field, Function::less, five, total),
            "instruction 1: a field of what has none");
  // A machine looks its answer up by the operator.
  for (const int beside : {static_cast<int>(Function::equals) - 1,
                           static_cast<int>(Function::greater_equals) + 1, 0, 255}) {
    EXPECT_EQ(with(compare_constant, static_cast<Function>(beside), five),
              "instruction 1: does this with values of another type");
    EXPECT_EQ(with(compare_field, static_cast<Function>(beside), to, total),
              "instruction 1: a comparison that there is not");
  }
}

TEST(CelProgramCheck, JumpsGoForwardAndLeaveNothingUnwritten) {
  const auto jumps = [](Code code, std::uint32_t target) {
    return fault({copy_truth, jumping(code, to, target)}, 1, to);
  };
  for (const Code code : {chain, absorb}) {
    EXPECT_EQ(jumps(code, 1), "instruction 1: jumps to where it may not");
    EXPECT_EQ(jumps(code, 0), "instruction 1: jumps to where it may not");
    EXPECT_EQ(jumps(code, 3), "instruction 1: jumps to where it may not") << "behind the end";
    EXPECT_EQ(jumps(code, 99), "instruction 1: jumps to where it may not");
    EXPECT_EQ(jumps(code, 2), "");
    // What one way alone writes is not there where the ways meet.
    EXPECT_EQ(fault({copy_truth, jumping(code, to, 3), copy_five,
                     compared(compare_numbers, Function::less, to, to + 1, to + 1)},
                    2, to),
              "instruction 3: reads register 8 before it is written");
  }
  EXPECT_EQ(fault({copy_truth, jumping(jump, to, 3), copy_five, copy_truth}, 2, to),
            "instruction 2: an instruction that nothing leads to");
  EXPECT_EQ(fault({jumping(jump, truth, 1)}, 0, truth), "");
  EXPECT_EQ(fault({jumping(jump, truth, 2)}, 0, truth), "instruction 0: jumps to where it may not");
  // The error of a branch is written on the way of errors alone.
  Instruction split = jumping(branch, to, 2, 3);
  split.to = to + 1;
  EXPECT_EQ(fault({copy_truth, split, copy_five, made(copy, TypeKind::boolean, to, to + 1)}, 2, to),
            "instruction 3: writes a value of another type");
  EXPECT_EQ(
      fault({copy_truth, split, copy_truth, made(copy, TypeKind::boolean, to, to + 1)}, 2, to),
      "instruction 3: reads register 8 before it is written");
  split.after = 5;
  EXPECT_EQ(fault({copy_truth, split, copy_truth, made(copy, TypeKind::boolean, to, truth)}, 2, to),
            "instruction 1: jumps to where it may not");
}

TEST(CelProgramCheck, ChainsAreOfTruths) {
  const auto fault_of = [](Code code, std::uint32_t a, std::uint32_t b, std::uint8_t choice) {
    Instruction one = made(code, TypeKind::boolean, to, a, b);
    one.choice = choice;
    one.target = 2;
    return fault({copy_truth, one}, 1, to);
  };
  for (const Code code : {chain, absorb, join}) {
    EXPECT_EQ(fault_of(code, truth, truth, 0), "");
    EXPECT_EQ(fault_of(code, truth, truth, 1), "");
    EXPECT_EQ(fault_of(code, truth, truth, 2), "instruction 1: a truth that there is not");
    EXPECT_NE(fault_of(code, five, truth, 0), "");
    EXPECT_NE(fault_of(code, letter, truth, 0), "");
    EXPECT_NE(fault_of(code, 99, truth, 0), "");
  }
  EXPECT_EQ(fault_of(join, truth, five, 0), "instruction 1: does this with values of another type");
  EXPECT_EQ(fault_of(join, truth, 99, 0), "instruction 1: a register that there is not");
  // What an operand is taken into has to be there, and a truth.
  Instruction taken = jumping(absorb, to, 1);
  taken.a = truth;
  EXPECT_EQ(fault({taken}, 1, to), "instruction 0: reads register 7 before it is written");
  taken.target = 2;
  EXPECT_EQ(fault({made(copy, TypeKind::integer, to, five), taken}, 1, truth),
            "instruction 1: reads a value of another type");
  Instruction begun = jumping(chain, to, 2);
  begun.a = truth;
  EXPECT_EQ(fault({made(copy, TypeKind::integer, to, five), begun}, 1, truth),
            "instruction 1: writes a value of another type");
}

TEST(CelProgramCheck, TheEndIsLastAndOnlyThere) {
  ProgramParts parts = parts_of({copy_truth}, 1, to);
  parts.code.pop_back();
  EXPECT_EQ(check(parts, Environment{}).fault, "instruction 1: there is no end");
  parts.code.clear();
  parts.registers = to;
  EXPECT_EQ(check(parts, Environment{}).fault, "instruction 0: there is no end");
  EXPECT_EQ(check(ProgramParts{}, Environment{}).fault, "instruction 0: there is no end");
  EXPECT_EQ(check(Program().parts(), Environment{}).fault, "");
  EXPECT_EQ(fault({made(end, TypeKind{}, 0), copy_truth}, 1, to),
            "instruction 0: an end that is not the last");
  EXPECT_EQ(fault({made(end, TypeKind{}, 0)}, 0, truth),
            "instruction 0: an end that is not the last");
}

// Register `to` is the condition, behind it are the result and the element.
std::vector<Instruction> loop_over(std::uint32_t from) {
  Instruction begin = made(loop, TypeKind::integer, to + 1, from, to + 2);
  begin.choice = static_cast<std::uint8_t>(Macro::exists);
  begin.target = 4;
  Instruction last = begin;
  last.code = next;
  last.a = to;
  last.target = 2;
  return {copy_truth, begin, compared(compare_numbers, Function::less, to, to + 2, to + 2), last};
}

TEST(CelProgramCheck, LoopsEnd) {
  const auto changed = [](auto&& change) {
    std::vector<Instruction> code = loop_over(list);
    change(code);
    return fault(std::move(code), 3, to + 1);
  };
  EXPECT_EQ(changed([](auto&) {}), "");
  EXPECT_EQ(changed([](auto& code) { code[3].target = 1; }),
            "instruction 3: an end of another loop");
  EXPECT_EQ(changed([](auto& code) { code[3].slot = 1; }), "instruction 3: an end of another loop");
  EXPECT_EQ(changed([](auto& code) { code[1].slot = 2; }),
            "instruction 1: a loop that there is not");
  EXPECT_EQ(changed([](auto& code) {
              code.pop_back();
              code[1].target = 3;
            }),
            "instruction 3: a loop without an end");
  EXPECT_EQ(changed([](auto& code) { code[1].target = 5; }),
            "instruction 1: jumps to where it may not");
  for (const Code code : {chain, absorb}) {
    EXPECT_EQ(changed([code](auto& all) { all[2] = jumping(code, to, 4); }),
              "instruction 2: jumps out of a loop");
    EXPECT_EQ(changed([code](auto& all) { all[2] = jumping(code, to, 3); }), "");
  }
  EXPECT_EQ(changed([](auto& code) { code[1].a = five; }),
            "instruction 1: goes through what is no list");
  EXPECT_EQ(changed([](auto& code) { code[1].type = TypeKind::text; }),
            "instruction 1: an element of another type");
  EXPECT_EQ(changed([](auto& code) { code[1].to = code[3].to = truth; }),
            "instruction 1: writes over a constant");
  EXPECT_EQ(changed([](auto& code) { code[1].b = code[3].b = five; }),
            "instruction 1: writes over a constant");
  std::vector<Instruction> into = loop_over(list);
  into.insert(into.begin() + 1, jumping(chain, to, 3));
  into[2].target = 5;
  into[4].target = 3;
  EXPECT_EQ(fault(into, 3, to + 1), "instruction 2: jumps into a loop");
}

TEST(CelProgramCheck, SetsAreInOrder) {
  ProgramParts parts = parts_of({}, 0, truth);
  EXPECT_EQ(check(parts, Environment{}).fault, "");
  const auto held = std::make_shared<Values>(Values{std::uint64_t{9}, std::uint64_t{3}});
  parts.constants[4] = Set{held};
  EXPECT_EQ(check(parts, Environment{}).fault, "register 4: a constant that is none of its type");
}

// A machine looks for a token without asking each element of what type it is.
TEST(CelProgramCheck, SetsAreOfWhatIsLookedFor) {
  const auto looked = [](TypeKind type, std::uint32_t wanted) {
    return fault({made(in_set, type, to, wanted, token_set)}, 1, to);
  };
  EXPECT_EQ(looked(TypeKind::unsigned_integer, token), "");
  EXPECT_EQ(looked(TypeKind::integer, five),
            "instruction 0: does this with values of another type");
  EXPECT_EQ(looked(TypeKind::unsigned_integer, five),
            "instruction 0: does this with values of another type");
  ProgramParts parts =
      parts_of({made(in_set, TypeKind::unsigned_integer, to, token, token_set)}, 1, to);
  parts.constants[4] = Value::set({std::int64_t{3}, std::int64_t{9}});
  EXPECT_EQ(check(parts, Environment{}).fault,
            "instruction 0: does this with values of another type");
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

void damage_constants(ProgramParts& parts, std::uint32_t small, generator::RandomSource& damage) {
  if (parts.constant_registers.empty()) return;
  ConstantRegister& one = parts.constant_registers[damage.below(parts.constant_registers.size())];
  switch (damage.below(3)) {
    case 0: one.to = small; break;
    case 1: one.constant = small; break;
    default: one.type = static_cast<TypeKind>(damage.below(17)); break;
  }
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
    const Values others = random.values(environment);
    const ProgramParts whole = Program(environment, std::span(&rule, 1)).parts();
    for (int change = 0; change < 20; ++change) {
      ProgramParts parts = whole;
      Instruction& one = parts.code[damage.below(parts.code.size())];
      const auto small = static_cast<std::uint32_t>(damage.below(parts.registers + 1));
      switch (damage.below(10)) {
        case 0: one.to = small; break;
        case 1: one.a = small; break;
        case 2: one.b = small; break;
        case 3: one.target = small; break;
        case 4: one.code = static_cast<Code>(damage.below(47)); break;
        case 5: one.type = static_cast<TypeKind>(damage.below(17)); break;
        case 6: one.choice = static_cast<std::uint8_t>(damage.below(40)); break;
        case 7: one.number = static_cast<std::int64_t>(damage.below(100)); break;
        case 8: damage_constants(parts, small, damage); break;
        default: one.after = small; break;
      }
      const ProgramCheck found = check(parts, environment);
      if (!found.ok() || found.steps > 1'000'000'000) continue;
      ++accepted;
      const Program program(std::move(parts));
      Machine machine(program);
      const auto run = [&machine](const Values& order) {
        Outcome outcome;
        machine.run(order, std::span(&outcome, 1));
        return outcome;
      };
      const Outcome first = run(values);
      (void)run(others);
      ASSERT_EQ(run(values), first) << "it reads what a run before has left";
    }
  }
  EXPECT_GT(accepted, 3'000U);
}

}  // namespace
}  // namespace allot::cel
