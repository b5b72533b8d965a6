#include "ruleset/sample_orders.hpp"

#include <memory>
#include <utility>

#include "cel/environment.hpp"
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
  const cel::Environment environment =
      environment_of({set.attributes, set.lists, set.features, set.feature_names});
  cel::Values values;
  for (const cel::VariableDeclaration& variable : environment.variables) {
    values.push_back(value_of(variable.type, environment));
  }
  return values;
}

}  // namespace allot::rules
