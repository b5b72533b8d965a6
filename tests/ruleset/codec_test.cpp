#include "ruleset/codec.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <string>

#include "cel/machine.hpp"
#include "cel/program_check.hpp"
#include "cel/table_index.hpp"
#include "cel/value_cells.hpp"
#include "generator/random_source.hpp"
#include "ruleset/sample_orders.hpp"
#include "ruleset/sample_set.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

std::string refused(const RuleSet& set) {
  const Status status = check(set);
  // What comes as bytes is refused alike.
  EXPECT_EQ(verify(encode(set)).ok(), status.ok()) << status.message();
  return status.message();
}

TEST(RuleSetCodec, ReadsWhatItWrote) {
  const RuleSet set = sample_set();
  const std::vector<std::byte> bytes = encode(set);
  const Result<RuleSet> read = decode(bytes);
  ASSERT_TRUE(read.ok()) << read.status().message();
  const RuleSet& back = read.value();
  EXPECT_EQ(encode(back), bytes);
  EXPECT_EQ(back.name, set.name);
  EXPECT_EQ(back.program.instructions(), set.program.instructions());
  EXPECT_EQ(back.program.constant_registers(), set.program.constant_registers());
  EXPECT_FALSE(back.program.constant_registers().empty());
  EXPECT_TRUE(std::any_of(back.program.instructions().begin(), back.program.instructions().end(),
                          [](const cel::Instruction& one) { return one.number == 5'000'000; }))
      << "o.total > 5000000";
  EXPECT_EQ(back.program.results(), set.program.results());
  ASSERT_EQ(back.program.constants().size(), set.program.constants().size());
  for (std::size_t i = 0; i < set.program.constants().size(); ++i) {
    EXPECT_EQ(cel::shown(back.program.constants()[i]), cel::shown(set.program.constants()[i]));
  }
  ASSERT_EQ(back.rules.size(), 8U);
  EXPECT_EQ(back.rules[4].reason.text(), "请联系客服");
  EXPECT_EQ(back.rules[4].text, set.rules[4].text);
  EXPECT_EQ(back.rules[7].score, -5);
  EXPECT_EQ(back.features[2].step_ns, 30'000'000'000);
  EXPECT_EQ(back.bands[1].reason.text(), "look");
  EXPECT_GT(back.steps, 64U * 64U) << "two loops over the lines, one in the other";
  EXPECT_LE(back.steps, RuleSetLimits::steps_max);
}

TEST(RuleSetCodec, NumbersHave64Bits) {
  const RuleSet set = sample_set({{"A", RulePhase::review, "o.total > -5000000001"},
                                  {"B", RulePhase::review, "o.total < 9223372036854775807"},
                                  {"C", RulePhase::review, "o.total >= -4294967296"}});
  const Result<RuleSet> read = decode(encode(set));
  ASSERT_TRUE(read.ok()) << read.status().message();
  EXPECT_EQ(read.value().program.instructions(), set.program.instructions());
}

TEST(RuleSetCodec, ASetWithoutRulesIsOne) {
  RuleSet set;
  set.name = Code::given("empty");
  EXPECT_EQ(refused(set), "");
}

TEST(RuleSetCodec, RefusesWhatIsWrongOutsideOfTheProgram) {
  const auto changed = [](auto&& change) {
    RuleSet set = sample_set();
    change(set);
    return refused(set);
  };
  EXPECT_EQ(changed([](RuleSet&) {}), "");
  EXPECT_EQ(changed([](RuleSet& set) { set.name = {}; }), "rule set: without a name");
  EXPECT_EQ(changed([](RuleSet& set) { set.attributes[1].name = Code::given("total"); }),
            "rule set: attribute 'total': every order has that field");
  EXPECT_EQ(changed([](RuleSet& set) { set.attributes[1].name = Code::given("if"); }),
            "rule set: attribute 'if': a name is a letter, then letters, digits and _, and no word "
            "of the language");
  EXPECT_EQ(changed([](RuleSet& set) { set.attributes[0].type = AttributeType::integer; }),
            "rule set: attribute 'ip' is a token, since features are keyed by it");
  EXPECT_EQ(changed([](RuleSet& set) { set.attributes[0].name = Code::given("ipv6"); }),
            "rule set: feature 'ip_orders' is about ip, which orders bring only where it is "
            "declared: attribute ip token");
  EXPECT_EQ(changed([](RuleSet& set) { set.lists[1].name = set.lists[0].name; }),
            "rule set: list 'vip' is declared twice");
  EXPECT_EQ(changed([](RuleSet& set) { set.lists[1].name = Code::given("o"); }),
            "rule set: a list cannot be called 'o'");
  EXPECT_EQ(changed([](RuleSet& set) { set.lists[1].kind = static_cast<TokenKind>(99); }),
            "rule set: list 'stolen' is of a kind that there is not");
  EXPECT_EQ(changed([](RuleSet& set) { set.features[0].cap = 0; }),
            "rule set: feature 1: is exact and has no cap; say up to how many it is to be exact");
  EXPECT_EQ(changed([](RuleSet& set) { set.features[0].may_block = false; }),
            "rule set: rule 'CARD_TEST' refuses for feature 'card_fail', which is not declared to "
            "block");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[1].id = set.rules[0].id; }),
            "rule set: rule 'MAX_VALUE' stands behind one that it comes before");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[7].id = set.rules[0].id; }),
            "rule set: rule 'MAX_VALUE' stands behind one that it comes before");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[2].id = set.rules[0].id; }),
            "rule set: two rules are called 'MAX_VALUE'");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[1].priority = 7; }),
            "rule set: rule 'PRICE_BAND' stands behind one that it comes before");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[3].score = 1; }),
            "rule set: rule 'CARD_TEST' has a score, which only rules of the phase score have");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[3].lists = 4; }),
            "rule set: rule 'CARD_TEST' reads a feature or list that there is not");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[3].features = 8; }),
            "rule set: rule 'CARD_TEST' reads a feature or list that there is not");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[7].phase = static_cast<RulePhase>(9); }),
            "rule set: rule 'XNIGHT' is of a phase that there is not");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[3].on_error = static_cast<RuleOnError>(9); }),
            "rule set: rule 'CARD_TEST' has an outcome on error that there is not");
  EXPECT_EQ(changed([](RuleSet& set) { set.bands[1].from = 0; }),
            "rule set: bands that are not by score, each from another on");
  EXPECT_EQ(changed([](RuleSet& set) { set.rules[3].text = "\xff"; }),
            "rule set: rule 'CARD_TEST' has a condition that is no text");
}

// A band of scores that refuses makes each rule that adds to the score one that may refuse.
TEST(RuleSetCodec, AScoreMayRefuseByItsBand) {
  RuleSet set = sample_set({{"IP", RulePhase::score, "has(v.ip_orders) && v.ip_orders > 9"}});
  set.rules[0].score = 10;
  set.rules[0].features = 4;
  set.bands = {{10, BandVerdict::review, {}}};
  EXPECT_EQ(refused(set), "");
  set.bands[0].verdict = BandVerdict::block;
  EXPECT_EQ(refused(set),
            "rule set: rule 'IP' refuses for feature 'ip_orders', which is not declared to block");
  set.rules[0].shadow = true;
  EXPECT_EQ(refused(set), "");
}

TEST(RuleSetCodec, RefusesWhatTakesTooManySteps) {
  const auto dear = [](const std::string& factor) {
    std::string made = "o.lines.exists(a, o.lines.exists(b, a.price + b.price == 1";
    for (int i = 2; i < 20; ++i) {
      made += " || a.price * b.price + " + factor + " * a.qty == " + std::to_string(i);
    }
    return made + "))";
  };
  EXPECT_EQ(refused(sample_set({{"DEAR", RulePhase::review, dear("3")}})), "");
  EXPECT_EQ(refused(sample_set({{"DEAR", RulePhase::review, dear("3")},
                                {"MORE", RulePhase::review, dear("5")}}))
                .substr(0, 22),
            "rule set: takes up to ");
}

// Returns: bytes changed in one to eight places, each bit by bit, or by another number.
std::vector<std::byte> damaged(std::vector<std::byte> bytes, generator::RandomSource& random) {
  for (std::uint64_t changes = 1 + random.below(8); changes > 0; --changes) {
    const std::size_t at = random.below(bytes.size());
    if (random.one_in(2)) {
      bytes[at] ^= static_cast<std::byte>(1U << random.below(8));
    } else {
      bytes[at] = static_cast<std::byte>(random.below(6));
    }
  }
  if (random.one_in(50)) bytes.resize(random.below(bytes.size()));
  return bytes;
}

// Whatever of it is accepted is run; a sanitizer sees what a machine reads beside. Rows of tables
// are passed over only where they would not hold, whatever their instructions are.
void run_damaged(const RuleSet& sample) {
  generator::RandomSource random(7);
  const std::vector<std::byte> whole = encode(sample);
  std::size_t accepted = 0;
  std::size_t other = 0;
  std::set<std::string> reasons;
  for (int round = 0; round < 60'000; ++round) {
    const std::vector<std::byte> bytes = damaged(whole, random);
    Result<RuleSet> set = decode(bytes);
    if (!set.ok()) {
      reasons.insert(set.status().message());
      continue;
    }
    ++accepted;
    if (bytes != whole) ++other;
    const cel::Values values = sample_values(set.value());
    std::vector<cel::Outcome> outcomes(set.value().rules.size());
    cel::Machine machine(set.value().program, environment_of(set.value()));
    cel::run(machine, values, outcomes);
    ASSERT_EQ(outcomes, outcomes_by_row(set.value(), values)) << round;
  }
  EXPECT_GT(other, 1'000U) << accepted;
  EXPECT_GT(reasons.size(), 100U) << "damage is found everywhere, not in one place";
}

TEST(RuleSetCodec, WhateverIsAcceptedCanBeRun) { run_damaged(sample_set()); }
TEST(RuleSetCodec, WhateverTableIsAcceptedCanBeRun) { run_damaged(sample_tables()); }

TEST(RuleSetCodec, ReadsTables) {
  const RuleSet set = sample_tables();
  ASSERT_EQ(refused(set), "");
  const std::vector<std::byte> bytes = encode(set);
  const Result<RuleSet> read = decode(bytes);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().program.tables(), set.program.tables());
  EXPECT_EQ(encode(read.value()), bytes);
  EXPECT_EQ(cel::TableIndex(set.program.parts(), set.program.tables()[0]).columns().size(), 2U)
      << "total and channel";
}

// What rows must not do to each other.
TEST(RuleSetCodec, RowsOfTablesStandApart) {
  const RuleSet set = sample_tables();
  const cel::ProgramParts& whole = set.program.parts();
  const cel::Environment environment =
      environment_of({set.attributes, set.lists, set.features, set.feature_names});
  const auto fault = [&](auto&& change) {
    cel::ProgramParts parts = whole;
    change(parts);
    return cel::check(parts, environment).fault;
  };
  const auto begin = [&whole](std::size_t row) { return whole.tables[0].rows[row].begin; };
  ASSERT_EQ(fault([](cel::ProgramParts&) {}), "");
  EXPECT_NE(fault([](auto& parts) { parts.tables[0].rows.clear(); }), "");
  EXPECT_EQ(fault([](auto& parts) { parts.tables[1].rows[0].rule = 0; }), "two rows of one rule");
  EXPECT_EQ(fault([](auto& parts) { parts.tables[1].rows[0].rule = 12; }),
            "a row of a rule that there is not");
  EXPECT_EQ(fault([](auto& parts) { parts.tables.resize(257, {false, {{0, 0}}}); }),
            "too many tables");
  EXPECT_NE(fault([](auto& parts) { ++parts.tables[0].rows[2].begin; }).find("no row begins here"),
            std::string::npos);
  EXPECT_NE(fault([](auto& parts) {
              std::swap(parts.tables[0], parts.tables[1]);
            }).find("no row begins here"),
            std::string::npos);
  EXPECT_NE(fault([](auto& parts) {
              parts.code.push_back(parts.code.back());
            }).find("an end that is not the last"),
            std::string::npos);
  // What is calculated for all stays; what another row has calculated is not there.
  const cel::Instruction& compares = whole.code[begin(0)];
  ASSERT_EQ(compares.code, cel::Code::compare_constant);
  EXPECT_NE(fault([&](auto& parts) {
              parts.code[begin(0)].to = compares.a;
            }).find("writes over what other rows read"),
            std::string::npos);
  ASSERT_EQ(whole.code[begin(1)].to, compares.to) << "the next row uses its registers again";
  EXPECT_NE(fault([&](auto& parts) {
              parts.code[begin(1)].code = cel::Code::logical_not;
              parts.code[begin(1)].a = compares.to;
            }).find("before it is written"),
            std::string::npos);
  EXPECT_NE(fault([&](auto& parts) {
              for (std::uint32_t at = begin(0); at < begin(1); ++at) {
                if (parts.code[at].code == cel::Code::chain) parts.code[at].target = begin(1) + 1;
              }
            }).find("jumps behind its end"),
            std::string::npos);
}

// Bytes that every version has to read as they are here: logs hold them.
TEST(RuleSetCodec, NumbersAreKept) {
  EXPECT_EQ(static_cast<int>(cel::Code::compare_field), 23);
  EXPECT_EQ(static_cast<int>(cel::Code::in_set), 33);
  EXPECT_EQ(static_cast<int>(cel::Code::chain), 38);
  EXPECT_EQ(static_cast<int>(cel::Code::end), 45);
  EXPECT_EQ(static_cast<int>(cel::Function::in), 17);
  EXPECT_EQ(static_cast<int>(cel::Function::get_milliseconds), 33);
  EXPECT_EQ(static_cast<int>(cel::TypeKind::structure), 14);
  EXPECT_EQ(static_cast<int>(cel::Macro::exists_one), 2);
  EXPECT_EQ(static_cast<int>(cel::ErrorCode::work_exhausted), 13);
}

TEST(RuleSetSurroundings, FieldsStandWhereTheirNumbersSay) {
  const RuleSet set = sample_set();
  const cel::Environment made = environment_of(set);
  const auto position = [&made](std::uint32_t variable, std::string_view field) {
    return made.struct_of(made.types[made.variables[variable].type]).find(field);
  };
  EXPECT_EQ(made.variables[order_variable].name, "o");
  EXPECT_EQ(made.variables[values_variable].name, "v");
  EXPECT_EQ(made.variables[first_list_variable + 1].name, "stolen");
  EXPECT_EQ(position(order_variable, "total"), static_cast<std::uint32_t>(OrderField::total));
  EXPECT_EQ(position(order_variable, "lines"), static_cast<std::uint32_t>(OrderField::lines));
  EXPECT_EQ(position(order_variable, "recipient"),
            static_cast<std::uint32_t>(OrderField::recipient));
  EXPECT_EQ(position(order_variable, "points"), order_fields_count + 2);
  EXPECT_EQ(position(values_variable, "card_age"), 1U);
  const auto& line = made.structs[0];
  EXPECT_EQ(line.find("gift"), static_cast<std::uint32_t>(LineField::gift));
  EXPECT_EQ(line.fields.size(), line_fields_count);
}

TEST(RuleSetSurroundings, TokensOfTextsAreXxh3) {
  EXPECT_EQ(token_of("web"), token_of(std::string("web")));
  EXPECT_NE(token_of("web"), token_of("Web"));
  // What another implementation of XXH3-64 says of an empty text.
  EXPECT_EQ(token_of(""), 0x2d06800538d394c2U);
}

}  // namespace
}  // namespace allot::rules
