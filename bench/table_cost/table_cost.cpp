// Decides orders by a decision table of so many rows, for callgrind to count instructions by.
// bench/table_cost.sh builds and runs it.
//
//   table_cost SHAPE first|collect ROWS ORDERS
//
// SHAPE: keys (a seller in each row, and a total), bands (of totals, none overlapping), grid (each
// seller with each band), overlaps (of 97 sellers, bands that overlap), or lists (each row of three
// of as many sellers as there are rows). Orders lie where a row does that is drawn, one in four
// with another seller. Exit status 0 when as many rows hold as a look at each cell says.
#include <valgrind/callgrind.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/machine.hpp"
#include "cel/value_cells.hpp"
#include "generator/random_source.hpp"
#include "rules/compiler.hpp"
#include "ruleset/surroundings.hpp"

namespace {

using namespace allot;

struct Row {
  std::vector<std::uint64_t> sellers;  // by number; none: any
  std::int64_t from{};
  std::int64_t to{};
  bool web{};
};

Row row_of(std::string_view shape, std::uint64_t row, std::uint64_t rows) {
  std::uint64_t side = 1;
  while (side * side < rows) ++side;
  const bool web = row % 2 != 0;
  const auto band = [web](std::vector<std::uint64_t> sellers, std::uint64_t at, std::int64_t wide) {
    const auto from = static_cast<std::int64_t>(at) * 1'000;
    return Row{std::move(sellers), from, from + wide, web};
  };
  if (shape == "keys") return Row{{row}, 1'000, INT64_MAX, web};
  if (shape == "bands") return band({}, row, 999);
  if (shape == "grid") return band({row / side}, row % side, 999);
  if (shape == "overlaps") return band({row % 97}, row, 20'000);
  if (shape == "lists") return band({row, (row + 1) % rows, (row + 2) % rows}, 1, 500'000);
  std::exit(2);
}

std::string seller(std::uint64_t number) { return "s" + std::to_string(number); }

std::string file_of(const std::vector<Row>& rows, std::string_view policy) {
  std::string text = "rules table_cost\nattribute seller token required\ntable T ";
  text += std::string(policy) + " {\n  o.seller | o.total | o.channel | verdict\n";
  for (const Row& row : rows) {
    std::string sellers;
    for (const std::uint64_t number : row.sellers) {
      sellers += (sellers.empty() ? "\"" : ", \"") + seller(number) + "\"";
    }
    if (sellers.empty()) sellers = "-";
    if (row.sellers.size() > 1) sellers = "in [" + sellers + "]";
    text += "  " + sellers + " | " + std::to_string(row.from) + ".." + std::to_string(row.to) +
            (row.web ? " | \"web\"" : " | -") + " | review\n";
  }
  return text + "}\n";
}

struct Order {
  std::uint64_t seller{};
  std::int64_t total{};
};

std::size_t rows_that_hold(const std::vector<Row>& rows, const Order& order, bool first) {
  std::size_t count = 0;
  for (const Row& row : rows) {
    const bool sells = row.sellers.empty() || std::find(row.sellers.begin(), row.sellers.end(),
                                                        order.seller) != row.sellers.end();
    if (sells && row.from <= order.total && order.total <= row.to) ++count;
    if (first && count > 0) break;
  }
  return count;
}

// An order of the channel "web" that has what tables ask for, and nothing else.
cel::Values values_of(const cel::Environment& environment, const Order& order) {
  cel::Record record{"Order", {}};
  for (const cel::FieldDeclaration& field :
       environment.struct_of(environment.types[environment.variables[0].type]).fields) {
    cel::Value value;
    if (field.name == "total") value = order.total;
    if (field.name == "seller") value = std::uint64_t{rules::token_of(seller(order.seller))};
    if (field.name == "channel") value = std::uint64_t{rules::token_of("web")};
    const bool is_set = value.as<cel::Null>() == nullptr;
    record.fields.push_back({field.name, std::move(value), is_set});
  }
  return {cel::RecordRef{std::make_shared<const cel::Record>(std::move(record))},
          cel::RecordRef{std::make_shared<const cel::Record>()}};
}

}  // namespace

// Its name is what the count is found by.
extern "C" [[gnu::noipa]] std::size_t table_decide(cel::Machine& machine) {
  return machine.evaluate().size();
}

int main(int count, char** arguments) {
  if (count != 5) return 2;
  const std::string_view shape = arguments[1];
  const std::string_view policy = arguments[2];
  const std::uint64_t rows_count = std::strtoull(arguments[3], nullptr, 10);
  const std::uint64_t orders_count = std::strtoull(arguments[4], nullptr, 10);
  std::vector<Row> rows;
  for (std::uint64_t i = 0; i < rows_count; ++i) rows.push_back(row_of(shape, i, rows_count));
  const rules::CompiledRules rules = rules::compile_rules(file_of(rows, policy));
  if (!rules.ok()) {
    std::fputs(rules::rendered(rules, "table").c_str(), stderr);
    return 1;
  }
  const rules::RuleSet& set = *rules.set;
  const cel::Environment environment = rules::environment_of(set);
  generator::RandomSource random(1);
  std::vector<cel::Values> orders;
  std::vector<std::size_t> expected;
  for (std::uint64_t i = 0; i < orders_count; ++i) {
    const Row& row = rows[random.below(rows_count)];
    Order order{row.sellers.empty() ? 0 : row.sellers[random.below(row.sellers.size())], 0};
    order.total = random.between(row.from, std::min(row.to, row.from + 30'000));
    if (random.one_in(4)) order.seller = random.below(2 * rows_count);
    orders.push_back(values_of(environment, order));
    expected.push_back(rows_that_hold(rows, order, policy == "first"));
  }
  cel::Machine machine(set.program, environment);
  cel::ValueCells cells;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    cells.give(orders[i], machine);
    CALLGRIND_START_INSTRUMENTATION;
    const std::size_t told = table_decide(machine);
    CALLGRIND_STOP_INSTRUMENTATION;
    if (told != expected[i]) return 1;
  }
  return 0;
}
