// Decision tables against a naive reading of them: each row's condition by the evaluator that walks
// trees, all rows, and which of them counts by what the page says.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cel/evaluator.hpp"
#include "cel/machine.hpp"
#include "cel/program_check.hpp"
#include "generator/random_source.hpp"
#include "rules/compiler.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/decision.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

// A heading, and cells that may stand under it; '#' is a small number.
struct RandomColumn {
  std::string_view heading;
  std::vector<std::string_view> cells;
};

const std::vector<RandomColumn>& random_columns() {
  static const std::vector<std::string_view> numbers{"#",
                                                     "#",
                                                     ">= #",
                                                     "> #",
                                                     "< #",
                                                     "<= #",
                                                     "== #",
                                                     "!= #",
                                                     "#..#",
                                                     "#..#",
                                                     "in [#, #]",
                                                     "> o.shipping",
                                                     "#..9223372036854775807",
                                                     "> 9223372036854775807"};
  static const std::vector<std::string_view> tokens{
      "\"a\"", "\"b\"", "\"c\"", "in [\"a\", \"c\"]", "!= \"a\"", "== \"b\"", "in vip"};
  static const std::vector<std::string_view> truths{"true", "false"};
  static const std::vector<std::string_view> spans{"duration(\"#h\")", ">= duration(\"#h\")",
                                                   "< duration(\"#h\")"};
  static const std::vector<RandomColumn> columns{
      {"o.total", numbers},
      {"o.units", numbers},
      {"o.total + o.shipping", numbers},
      {"10 / o.units", numbers},
      {"o.points", numbers},  // an attribute that may be absent
      {"v.fails", numbers},   // a feature, which always may
      {"has(v.fails) ? v.fails : 0", numbers},
      {"size(o.lines)", numbers},
      {"o.channel", tokens},
      {"o.seller", tokens},
      {"o.customer", tokens},
      {"o.age", spans},
      {"v.since", spans},
      {"has(o.customer)", truths},
      {"o.place", truths},
      {"o.total > 3", truths},
      {"has(v.fails) && v.fails >= 2", truths},
      {"o.lines.exists(l, l.price > 2)", truths},
      {"o.customer in vip", truths},
      {"o.time",
       {"> timestamp(\"2026-01-01T00:00:00Z\")", "< timestamp(\"2026-06-01T00:00:00Z\")"}},
  };
  return columns;
}

class RandomTables {
 public:
  explicit RandomTables(std::uint64_t seed) : random_(seed) {}

  std::string file() {
    std::string text =
        "rules random\nattribute age duration required\nattribute points int\n"
        "attribute seller token required\nlist vip customer\n"
        "feature fails count by customer window 1h cap 9\n"
        "feature since age_since_first by customer window 30d\n";
    if (random_.one_in(2)) text += "review ALONE o.total > 2 && o.units < 4\n";
    text += table("T");
    if (random_.one_in(3)) text += table("U");
    return text;
  }

  cel::Values order(const cel::Environment& environment) {
    cel::Values values;
    for (const cel::VariableDeclaration& variable : environment.variables) {
      values.push_back(drawn(variable.type, environment));
    }
    return values;
  }

 private:
  std::string table(const std::string& name) {
    std::vector<const RandomColumn*> columns;
    for (std::uint64_t more = 1 + random_.below(4); more > 0; --more) {
      columns.push_back(&random_columns()[random_.below(random_columns().size())]);
    }
    std::string text = "table " + name + (random_.one_in(2) ? " first {\n" : " collect {\n");
    for (const RandomColumn* column : columns) text += "  " + std::string(column->heading) + " |";
    text += " verdict\n";
    const bool is_long = random_.one_in(8);
    const std::uint64_t rows = 1 + random_.below(is_long ? 90 : 14);
    const std::uint64_t wildcards = 2 + random_.below(6);
    for (std::uint64_t row = 0; row < rows; ++row) {
      for (const RandomColumn* column : columns) {
        text += " " + (random_.one_in(wildcards) ? "-" : cell(*column)) + " |";
      }
      static constexpr std::array<std::string_view, 6> verdicts{
          "block", "review", "allow shadow", "limit", "score+2", "review priority 3 on_error skip"};
      text += " " + std::string(verdicts[random_.below(verdicts.size())]) + "\n";
    }
    return text + "}\n";
  }

  std::string cell(const RandomColumn& column) {
    std::string text;
    for (const char c : column.cells[random_.below(column.cells.size())]) {
      if (c != '#') {
        text += c;
        continue;
      }
      text += std::to_string(random_.below(7));
    }
    return text;
  }

  cel::Value drawn(cel::TypeId id, const cel::Environment& environment) {
    static constexpr std::array<std::string_view, 4> names{"a", "b", "c", "d"};
    const cel::Type& type = environment.types[id];
    switch (type.kind) {
      case cel::TypeKind::boolean: return random_.one_in(2);
      case cel::TypeKind::integer:
        if (random_.one_in(12)) return std::int64_t{INT64_MAX};
        return static_cast<std::int64_t>(random_.below(7));
      case cel::TypeKind::unsigned_integer:
        return std::uint64_t{token_of(names[random_.below(names.size())])};
      case cel::TypeKind::timestamp:
        return *cel::timestamp_at(1'767'000'000 + random_.between(0, 20'000'000));
      case cel::TypeKind::duration: return cel::Duration{random_.between(0, 7) * 3'600'000'000'000};
      case cel::TypeKind::list: {
        cel::Values lines;
        for (std::uint64_t more = random_.below(3); more > 0; --more) {
          lines.push_back(drawn(type.first, environment));
        }
        return cel::Value::list(std::move(lines));
      }
      case cel::TypeKind::set: return cel::BorrowedSet{&vip_};
      default: break;
    }
    const cel::StructDeclaration& declared = environment.struct_of(type);
    cel::Record record{declared.name, {}};
    for (const cel::FieldDeclaration& field : declared.fields) {
      const bool is_optional = field.presence == cel::Presence::optional;
      const bool is_set = !is_optional || !random_.one_in(3);
      record.fields.push_back(
          {field.name, is_set ? drawn(field.type, environment) : cel::Value(), is_set});
    }
    return cel::RecordRef{std::make_shared<const cel::Record>(std::move(record))};
  }

  class Vip final : public cel::TokenSet {
   public:
    [[nodiscard]] bool contains(std::uint64_t token) const noexcept override {
      return token == token_of("a") || token == token_of("d");
    }
    [[nodiscard]] std::size_t size() const noexcept override { return 2; }
  };
  Vip vip_;
  generator::RandomSource random_;
};

// One row after the other, by the definition.
class NaiveTables {
 public:
  explicit NaiveTables(const CompiledRules& rules) : rules_(rules) {}

  std::vector<cel::Outcome> outcomes(const cel::Values& order) const {
    std::vector<cel::Outcome> conditions;
    for (const cel::RuleExpression& rule : rules_.expressions) {
      cel::Work work;
      conditions.push_back(
          outcome_of(cel::evaluate(rule.ast, rule.checked.references, order, work)));
    }
    std::vector<cel::Outcome> all = conditions;
    for (const std::string_view table : {"T", "U"}) {
      if (rules_.text.find("table " + std::string(table) + " first") == std::string::npos) continue;
      cel::Outcome before;  // whether one before holds
      for (int row = 1;; ++row) {
        const auto rule = find(std::string(table) + "." + std::to_string(row));
        if (!rule) break;
        all[*rule] = both(conditions[*rule], negated(before));
        before = either(before, conditions[*rule]);
      }
    }
    return all;
  }

 private:
  static cel::Outcome outcome_of(const cel::Value& value) {
    if (const auto* error = value.as<cel::Error>()) return {false, error->code};
    return {*value.as<bool>(), std::nullopt};
  }
  static cel::Outcome negated(cel::Outcome a) { return a.error ? a : cel::Outcome{!a.holds, {}}; }
  static cel::Outcome both(cel::Outcome a, cel::Outcome b) {
    const bool is_false = (!a.error && !a.holds) || (!b.error && !b.holds);
    if (is_false) return {};
    return a.error ? a : b;
  }
  static cel::Outcome either(cel::Outcome a, cel::Outcome b) {
    return negated(both(negated(a), negated(b)));
  }
  [[nodiscard]] std::optional<std::size_t> find(const std::string& id) const {
    const auto found = std::find_if(rules_.set->rules.begin(), rules_.set->rules.end(),
                                    [&id](const RuleEntry& rule) { return rule.id.text() == id; });
    if (found == rules_.set->rules.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rules_.set->rules.begin());
  }

  const CompiledRules& rules_;
};

struct Seen {
  int tables{};
  int refused{};
  int orders{};
  int hits{};
  int errors{};
  int indexed{};  // tables of which some column finds rows
};

void compare_set(const CompiledRules& rules, RandomTables& random, int orders, Seen& seen) {
  const Result<RuleSet> decoded = decode(encode(*rules.set));
  ASSERT_TRUE(decoded.ok()) << decoded.status().message() << "\n" << rules.text;
  const RuleSet& set = decoded.value();
  const cel::Environment environment = environment_of(set);
  for (const cel::Table& table : set.program.tables()) {
    if (!cel::TableIndex(set.program.parts(), table).columns().empty()) ++seen.indexed;
  }
  cel::Machine machine(set.program, environment);
  cel::ValueCells cells;
  const NaiveTables naive(rules);
  for (int i = 0; i < orders; ++i) {
    const cel::Values order = random.order(environment);
    const std::vector<cel::Outcome> expected = naive.outcomes(order);
    std::vector<cel::Told> told;
    for (std::uint32_t rule = 0; rule < expected.size(); ++rule) {
      if (expected[rule].error) ++seen.errors;
      if (expected[rule].holds) ++seen.hits;
      if (expected[rule] != cel::Outcome{}) told.push_back({rule, expected[rule]});
    }
    cells.give(order, machine);
    const std::span<const cel::Told> found = machine.evaluate();
    ASSERT_TRUE(std::equal(found.begin(), found.end(), told.begin(), told.end()))
        << "order " << i << " of\n"
        << rules.text;
    std::vector<cel::Outcome> outcomes(expected.size(), cel::Outcome{true, std::nullopt});
    machine.run(outcomes);
    ASSERT_EQ(outcomes, expected) << rules.text;
    ++seen.orders;
  }
}

TEST(RandomTables, HaveTheOutcomesOfANaiveReading) {
  Seen seen;
  RandomTables random(65);
  for (; seen.tables < 2'500 && !testing::Test::HasFatalFailure(); ++seen.tables) {
    const CompiledRules rules = compile_rules(random.file());
    if (!rules.ok()) {
      if (seen.refused++ == 0) std::cout << rendered(rules, "random");
      continue;
    }
    compare_set(rules, random, 45, seen);
  }
  std::cout << seen.tables << " tables, " << seen.refused << " refused, " << seen.orders
            << " orders, " << seen.hits << " hits, " << seen.errors << " errors, " << seen.indexed
            << " indexed\n";
  EXPECT_GE(seen.orders, 100'000);
  EXPECT_GT(seen.hits, 10'000);
  EXPECT_GT(seen.errors, 10'000);
  EXPECT_GT(seen.indexed, 1'000);
}

// Each seller has so many bands of totals, each of which overlaps the next.
std::string long_table(int rows, int bands, const std::string& policy) {
  std::string text = "rules a\nattribute seller token required\ntable T " + policy +
                     " {\n  o.seller | o.total | verdict\n";
  for (int row = 0; row < rows; ++row) {
    text += "  \"s" + std::to_string(row / bands) + "\" | " + std::to_string(row % bands * 100) +
            ".." + std::to_string(row % bands * 100 + 150) + " | review\n";
  }
  return text + "}\n";
}

// The worst order is reckoned with the rows that one order can be in.
TEST(LongTables, AreReckonedByTheRowsOfOneOrder) {
  const CompiledRules small = compile_rules(long_table(40, 8, "collect"));
  const CompiledRules large = compile_rules(long_table(4'000, 8, "collect"));
  ASSERT_TRUE(small.ok() && large.ok()) << rendered(large, "large");
  EXPECT_LT(large.set->steps, 2 * small.set->steps);
  // Columns that may all be errors lead to all rows.
  std::string text = long_table(4'000, 8, "collect");
  text.replace(text.find(" required"), 9, "");
  text.replace(text.find("o.total"), 7, "100 / o.total");
  const CompiledRules unsure = compile_rules(text);
  ASSERT_TRUE(unsure.ok()) << rendered(unsure, "unsure");
  EXPECT_GT(unsure.set->steps, 4'000U);
}

// A column that may be an error can be the one that rows are found by, and what it leads to can be
// dearer than what another does: nine rows of lists too long to be found by, of nine sellers.
TEST(LongTables, AreReckonedByWhicheverColumnIsTaken) {
  std::string text =
      "rules a\nattribute seller token required\nattribute points int\ntable T collect {\n"
      "  o.seller | o.points | o.units | verdict\n";
  for (int seller = 0; seller < 9; ++seller) {
    const std::string name = "  \"s" + std::to_string(seller) + "\" | ";
    std::string list = std::to_string(seller);
    for (int i = 1; i < 300; ++i) list += ", " + std::to_string(1'000 * i + seller);
    text += name + "5 | in [" + list + "] | review\n";
    for (int row = 0; row < 20; ++row) {
      text += name + std::to_string(100 + seller * 20 + row) + " | - | review\n";
    }
  }
  const CompiledRules rules = compile_rules(text + "}\n");
  ASSERT_TRUE(rules.ok()) << rendered(rules, "rules");
  EXPECT_GT(rules.set->steps, 9U * 300U);
  EXPECT_LT(rules.set->steps, 9U * 400U);
}

TEST(LongTables, FindTheirRows) {
  const CompiledRules rules = compile_rules(long_table(4'000, 80, "first"));
  ASSERT_TRUE(rules.ok());
  const cel::ProgramParts& parts = rules.set->program.parts();
  const cel::TableIndex index(parts, parts.tables[0]);
  ASSERT_EQ(index.columns().size(), 2U);
  const auto rows_of = [&index](std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
    cel::RowSet rows;
    cel::RowSet scratch;
    index.select({a, b, std::nullopt, std::nullopt}, rows, scratch);
    std::size_t count = 0;
    rows.visit([&count](std::size_t) { return ++count != 0; });
    return count;
  };
  const auto seller = static_cast<std::int64_t>(token_of("s17"));
  EXPECT_EQ(rows_of(seller, 120), 2U) << "both columns narrow";
  EXPECT_EQ(rows_of(seller, std::nullopt), 80U);
  EXPECT_EQ(rows_of(seller + 1, 120), 0U);
  EXPECT_EQ(rows_of(std::nullopt, 120), 100U);
  EXPECT_EQ(rows_of(std::nullopt, std::nullopt), 4'000U) << "nothing is concluded from errors";
}

}  // namespace
}  // namespace allot::rules
