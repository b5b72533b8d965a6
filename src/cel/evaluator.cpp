#include "cel/evaluator.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/functions.hpp"

namespace allot::cel {
namespace {

std::string_view name_of_type(std::uint32_t kind) noexcept {
  switch (static_cast<TypeKind>(kind)) {
    case TypeKind::boolean: return "bool";
    case TypeKind::integer: return "int";
    case TypeKind::unsigned_integer: return "uint";
    case TypeKind::text: return "string";
    case TypeKind::bytes: return "bytes";
    case TypeKind::timestamp: return "google.protobuf.Timestamp";
    case TypeKind::duration: return "google.protobuf.Duration";
    case TypeKind::list: return "list";
    case TypeKind::map: return "map";
    case TypeKind::null: return "null_type";
    default: return "type";
  }
}

class Evaluator {
 public:
  Evaluator(const Ast& ast, const References& references, std::span<const Value> variables,
            Work& work)
      : ast_(ast), references_(references), variables_(variables), work_(work) {}

  Value run() {
    Value result = value_of(ast_.root);
    // What was cut short may have been absorbed by then.
    if (work_.exhausted()) return Error{ErrorCode::work_exhausted, place(ast_.root)};
    return result;
  }

 private:
  [[nodiscard]] std::uint32_t place(ExprId id) const noexcept { return ast_[id].mark.first; }

  // As deep as the tree, which the parser bounds.
  Value value_of(ExprId id) {
    if (!work_.spend(1)) return Error{ErrorCode::work_exhausted, place(id)};
    const Expr& expr = ast_[id];
    switch (expr.kind) {
      case ExprKind::literal: return expr.value;
      case ExprKind::ident: return referred(id);
      case ExprKind::select:
        if (references_[id].kind != ReferenceKind::none) return referred(id);
        return field(id);
      case ExprKind::has: return has(id);
      case ExprKind::call: return call(id);
      case ExprKind::list: return list(expr);
      case ExprKind::map: return map(expr);
      case ExprKind::message: return Error{ErrorCode::unsupported, place(id)};
      case ExprKind::comprehension: return comprehension(id);
    }
    return Error{ErrorCode::unsupported, place(id)};
  }

  Value referred(ExprId id) {
    const Reference& reference = references_[id];
    switch (reference.kind) {
      case ReferenceKind::variable: {
        const Value& value = variables_[reference.index];
        // An absent variable is reported where it is read.
        if (const auto* error = value.as<Error>()) return Error{error->code, place(id)};
        return value;
      }
      case ReferenceKind::local: {
        const auto found = std::find_if(
            locals_.rbegin(), locals_.rend(),
            [&reference](const auto& local) { return local.first == reference.index; });
        return found->second;
      }
      case ReferenceKind::type: return Value::type(name_of_type(reference.index));
      default: return Error{ErrorCode::undeclared, place(id)};
    }
  }

  Value field(ExprId id) {
    const Expr& expr = ast_[id];
    const Value operand = value_of(expr.children[0]);
    if (operand.is_error()) return operand;
    if (const auto* record = operand.as<RecordRef>()) {
      const Record::Field* found = find_field(*record->record, expr.name);
      if (found == nullptr || !found->set) return Error{ErrorCode::no_such_field, place(id)};
      return found->value;
    }
    if (const auto* map = operand.as<MapRef>()) {
      const Value* found = find_in(*map->map, Value::text(expr.name), work_);
      if (found == nullptr) return Error{ErrorCode::no_such_key, place(id)};
      return *found;
    }
    return Error{ErrorCode::no_such_overload, place(id)};
  }

  // A null value is there: has() asks for the key, not for what it leads to.
  Value has(ExprId id) {
    const Expr& expr = ast_[id];
    const Value operand = value_of(expr.children[0]);
    if (operand.is_error()) return operand;
    if (const auto* record = operand.as<RecordRef>()) {
      const Record::Field* found = find_field(*record->record, expr.name);
      if (found == nullptr) return Error{ErrorCode::no_such_field, place(id)};
      return found->set;
    }
    if (const auto* map = operand.as<MapRef>()) {
      return find_in(*map->map, Value::text(expr.name), work_) != nullptr;
    }
    return Error{ErrorCode::no_such_overload, place(id)};
  }

  static const Record::Field* find_field(const Record& record, std::string_view name) noexcept {
    const auto found =
        std::find_if(record.fields.begin(), record.fields.end(),
                     [name](const Record::Field& field) { return field.name == name; });
    return found == record.fields.end() ? nullptr : &*found;
  }

  Value call(ExprId id) {
    const Expr& expr = ast_[id];
    switch (expr.function) {
      case Function::logical_and: return absorbing(expr, false);
      case Function::logical_or: return absorbing(expr, true);
      case Function::conditional: return conditional(id);
      default: break;
    }
    Values arguments;
    arguments.reserve(expr.children.size());
    for (const ExprId child : expr.children) {
      Value argument = value_of(child);
      if (argument.is_error()) return argument;
      arguments.push_back(std::move(argument));
    }
    if (expr.function == Function::unknown) return Error{ErrorCode::undeclared, place(id)};
    return apply(expr.function, expr.has_target, arguments, place(id), work_);
  }

  // Returns: `decides` when an operand is that, whatever the others are; else the first error; else
  //          the other truth.
  Value absorbing(const Expr& expr, bool decides) {
    Value result = !decides;
    for (const ExprId child : expr.children) {
      Value operand = truth(child);
      const auto* value = operand.as<bool>();
      if (value != nullptr && *value == decides) return operand;
      if (value == nullptr && !result.is_error()) result = std::move(operand);
    }
    return result;
  }

  // Returns: a bool or an error.
  Value truth(ExprId id) {
    Value value = value_of(id);
    if (value.as<bool>() != nullptr || value.is_error()) return value;
    return Error{ErrorCode::no_such_overload, place(id)};
  }

  Value conditional(ExprId id) {
    const Expr& expr = ast_[id];
    const Value condition = truth(expr.children[0]);
    const auto* value = condition.as<bool>();
    if (value == nullptr) return condition;
    return value_of(expr.children[*value ? 1 : 2]);
  }

  Value list(const Expr& expr) {
    Values values;
    values.reserve(expr.children.size());
    for (const ExprId child : expr.children) {
      Value value = value_of(child);
      if (value.is_error()) return value;
      values.push_back(std::move(value));
    }
    return Value::list(std::move(values));
  }

  Value map(const Expr& expr) {
    Map map;
    for (std::size_t i = 0; i < expr.children.size(); i += 2) {
      Value key = value_of(expr.children[i]);
      if (key.is_error()) return key;
      if (!can_be_key(key)) return Error{ErrorCode::no_such_overload, place(expr.children[i])};
      Value value = value_of(expr.children[i + 1]);
      if (value.is_error()) return value;
      const auto at = std::lower_bound(map.entries.begin(), map.entries.end(), key,
                                       [this](const auto& entry, const Value& wanted) {
                                         work_.spend(1);
                                         return key_order(entry.first, wanted, work_) < 0;
                                       });
      if (at != map.entries.end() && key_order(at->first, key, work_) == 0) {
        return Error{ErrorCode::duplicate_key, place(expr.children[i])};
      }
      map.entries.insert(at, {std::move(key), std::move(value)});
    }
    return MapRef{std::make_shared<Map>(std::move(map))};
  }

  Value comprehension(ExprId id) {
    const Expr& expr = ast_[id];
    const Value range = value_of(expr.children[0]);
    if (range.is_error()) return range;
    const auto* list = range.as<List>();
    const auto* map = range.as<MapRef>();
    if (list == nullptr && map == nullptr) {
      return Error{ErrorCode::no_such_overload, place(expr.children[0])};
    }
    const std::size_t size = list != nullptr ? list->values->size() : map->map->entries.size();
    // The values are kept by `range`; maps are walked by their keys, in the order of keys.
    Gathered gathered;
    bool done = false;
    for (std::size_t i = 0; i < size && !done; ++i) {
      locals_.emplace_back(id, list != nullptr ? (*list->values)[i] : map->map->entries[i].first);
      done = visit(expr, gathered);
      locals_.pop_back();
    }
    return result_of(expr.macro, gathered);
  }

  // What a comprehension has found so far.
  struct Gathered {
    Values values;
    Value error = false;  // the first; false while there is none
    std::uint32_t count{0};
    bool decided{false};
  };

  // Returns: whether further elements cannot change the result.
  bool visit(const Expr& expr, Gathered& out) {
    const Value element = locals_.back().second;
    const bool maps_all = expr.macro == Macro::map && expr.children.size() == 2;
    if (!maps_all) {
      const Value condition = truth(expr.children[1]);
      const auto* holds = condition.as<bool>();
      if (holds == nullptr) {
        if (!out.error.is_error()) out.error = condition;
        // all and exists may still be decided by a later element.
        return work_.exhausted() || (expr.macro != Macro::all && expr.macro != Macro::exists);
      }
      if (expr.macro == Macro::all || expr.macro == Macro::exists) {
        out.decided = *holds == (expr.macro == Macro::exists);
        return out.decided;
      }
      if (!*holds) return false;
    }
    ++out.count;
    if (expr.macro == Macro::filter) out.values.push_back(element);
    if (expr.macro == Macro::map) {
      Value mapped = value_of(expr.children.back());
      if (mapped.is_error()) {
        out.error = std::move(mapped);
        return true;
      }
      out.values.push_back(std::move(mapped));
    }
    return false;
  }

  static Value result_of(Macro macro, Gathered& gathered) {
    if (gathered.decided) return macro == Macro::exists;
    if (gathered.error.is_error()) return gathered.error;
    switch (macro) {
      case Macro::all: return true;
      case Macro::exists: return false;
      case Macro::exists_one: return gathered.count == 1;
      default: return Value::list(std::move(gathered.values));
    }
  }

  const Ast& ast_;
  const References& references_;
  std::span<const Value> variables_;
  Work& work_;
  std::vector<std::pair<ExprId, Value>> locals_;
};

}  // namespace

Value evaluate(const Ast& ast, const References& references, std::span<const Value> variables,
               Work& work) {
  return Evaluator(ast, references, variables, work).run();
}

}  // namespace allot::cel
