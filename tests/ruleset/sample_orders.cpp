#include "ruleset/sample_orders.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "cel/environment.hpp"
#include "cel/value_cells.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

class SevenAlone final : public cel::TokenSet {
 public:
  [[nodiscard]] bool contains(std::uint64_t token) const noexcept override { return token == 7; }
  [[nodiscard]] std::size_t size() const noexcept override { return 1; }
};

cel::Value value_of(cel::TypeId id, const cel::Environment& environment);

cel::Value record_of(const cel::StructDeclaration& declared, const cel::Environment& environment) {
  cel::Record record{declared.name, {}};
  bool set = false;
  for (const cel::FieldDeclaration& field : declared.fields) {
    if (field.presence == cel::Presence::optional) set = !set;
    const bool has = field.presence == cel::Presence::required || set;
    record.fields.push_back(
        {field.name, has ? value_of(field.type, environment) : cel::Value(), has});
  }
  return cel::RecordRef{std::make_shared<const cel::Record>(std::move(record))};
}

cel::Value value_of(cel::TypeId id, const cel::Environment& environment) {
  static const SevenAlone seven;
  const cel::Type& type = environment.types[id];
  switch (type.kind) {
    case cel::TypeKind::boolean: return true;
    case cel::TypeKind::integer: return std::int64_t{500};
    case cel::TypeKind::unsigned_integer: return std::uint64_t{7};
    case cel::TypeKind::timestamp: return *cel::timestamp_at(1'764'500'000);
    case cel::TypeKind::duration: return cel::Duration{3'600'000'000'000};
    case cel::TypeKind::list:
      return cel::Value::list(
          {value_of(type.first, environment), value_of(type.first, environment)});
    case cel::TypeKind::set: return cel::BorrowedSet{&seven};
    default: return record_of(environment.struct_of(type), environment);
  }
}

}  // namespace

cel::Values sample_values(const RuleSet& set) {
  const cel::Environment environment = environment_of(set);
  cel::Values values;
  for (const cel::VariableDeclaration& variable : environment.variables) {
    values.push_back(value_of(variable.type, environment));
  }
  return values;
}

// A table of one row has no index.
std::vector<cel::Outcome> outcomes_by_row(const RuleSet& set, const cel::Values& order) {
  const cel::Program& program = set.program;
  cel::ProgramParts parts = program.parts();
  parts.tables.clear();
  for (const cel::Table& table : program.tables()) {
    for (const cel::TableRow& row : table.rows) parts.tables.push_back({false, {row}});
  }
  const cel::Program apart(std::move(parts));
  std::vector<cel::Outcome> outcomes(program.results().size());
  cel::Machine machine(apart, environment_of(set));
  cel::run(machine, order, outcomes);
  for (const cel::Table& table : program.tables()) {
    if (!table.first) continue;
    bool is_taken = false;
    std::optional<cel::ErrorCode> error;
    for (const cel::TableRow& row : table.rows) {
      cel::Outcome& outcome = outcomes[row.rule];
      const cel::Outcome alone = outcome;
      if (is_taken) outcome = {};
      if (!is_taken && alone.holds && error) outcome = {false, error};
      is_taken = is_taken || alone.holds;
      if (!error) error = alone.error;
    }
  }
  return outcomes;
}

}  // namespace allot::rules
