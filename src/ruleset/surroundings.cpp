#include "ruleset/surroundings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cel/lexer.hpp"
#include "types/name_token.hpp"

namespace allot::rules {
namespace {

using cel::Presence;
using cel::TypeKind;
using cel::Types;

struct FieldRow {
  std::string_view name;
  TypeKind type{};
  Presence presence{Presence::required};
};

// By OrderField; `lines` has a type of its own.
constexpr std::array<FieldRow, order_fields_count> order_rows{{
    {"total", TypeKind::integer},
    {"subtotal", TypeKind::integer},
    {"shipping", TypeKind::integer},
    {"discount", TypeKind::integer},
    {"units", TypeKind::integer},
    {"lines", TypeKind::list},
    {"channel", TypeKind::unsigned_integer},
    {"currency", TypeKind::unsigned_integer},
    {"priority", TypeKind::integer},
    {"time", TypeKind::timestamp},
    {"ship_by", TypeKind::timestamp, Presence::optional},
    {"cash_on_delivery", TypeKind::boolean},
    {"place", TypeKind::boolean},
    {"customer", TypeKind::unsigned_integer, Presence::optional},
    {"device", TypeKind::unsigned_integer, Presence::optional},
    {"card", TypeKind::unsigned_integer, Presence::optional},
    {"address", TypeKind::unsigned_integer, Presence::optional},
    {"phone", TypeKind::unsigned_integer, Presence::optional},
    {"recipient", TypeKind::unsigned_integer, Presence::optional},
}};

// By LineField.
constexpr std::array<FieldRow, line_fields_count> line_rows{{
    {"sku", TypeKind::unsigned_integer},
    {"price", TypeKind::integer},
    {"list", TypeKind::integer, Presence::optional},
    {"qty", TypeKind::integer},
    {"total", TypeKind::integer},
    {"discount", TypeKind::integer},
    {"gift", TypeKind::boolean},
}};

constexpr TypeKind type_of(AttributeType type) noexcept {
  switch (type) {
    case AttributeType::integer: return TypeKind::integer;
    case AttributeType::boolean: return TypeKind::boolean;
    case AttributeType::timestamp: return TypeKind::timestamp;
    case AttributeType::duration: return TypeKind::duration;
    case AttributeType::token: return TypeKind::unsigned_integer;
  }
  return TypeKind::failed;
}

// What a feature may be keyed by and an order has only as an attribute.
constexpr std::array<std::string_view, 5> token_attributes{"ip", "ip24", "seller", "campaign",
                                                           "basket"};

Status refuse(std::string text) { return {StatusCode::invalid_argument, std::move(text)}; }

bool is_order_field(std::string_view name) noexcept {
  return std::any_of(order_rows.begin(), order_rows.end(),
                     [name](const FieldRow& row) { return row.name == name; });
}

// Names of one kind of declarations.
Status check_names(const std::vector<std::string_view>& names, const std::string& what) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_name(names[i])) {
      return refuse(what + " '" + std::string(names[i]) +
                    "': a name is a letter, then letters, digits and _, and no word of the "
                    "language");
    }
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
        names.begin() + static_cast<std::ptrdiff_t>(i)) {
      return refuse(what + " '" + std::string(names[i]) + "' is declared twice");
    }
  }
  return {};
}

Status check_attribute(const RuleAttribute& attribute) {
  const std::string name(attribute.name.text());
  if (attribute.type > AttributeType::token) {
    return refuse("attribute '" + name + "' is of a type that there is not");
  }
  if (is_order_field(name)) return refuse("attribute '" + name + "': every order has that field");
  const bool keys =
      std::find(token_attributes.begin(), token_attributes.end(), name) != token_attributes.end();
  if (keys && attribute.type != AttributeType::token) {
    return refuse("attribute '" + name + "' is a token, since features are keyed by it");
  }
  return {};
}

Status check_list(const RuleList& list) {
  const std::string_view name = list.name.text();
  if (name == "o" || name == "v")
    return refuse("a list cannot be called '" + std::string(name) + "'");
  if (static_cast<std::size_t>(list.kind) >= enum_names<TokenKind>.size()) {
    return refuse("list '" + std::string(name) + "' is of a kind that there is not");
  }
  return {};
}

// The attribute that has to be declared for a field; empty where every order has it.
std::string_view attribute_of(FeatureField field) noexcept {
  switch (field) {
    case FeatureField::ip: return "ip";
    case FeatureField::ip24: return "ip24";
    case FeatureField::seller: return "seller";
    case FeatureField::campaign: return "campaign";
    case FeatureField::basket: return "basket";
    default: return {};
  }
}

Status check_feature(const FeatureDeclaration& feature, std::string_view name,
                     std::span<const RuleAttribute> attributes) {
  for (const FeatureField field : {feature.key, feature.key_second, feature.distinct}) {
    const std::string_view needed = attribute_of(field);
    const bool there = needed.empty() || std::any_of(attributes.begin(), attributes.end(),
                                                     [needed](const RuleAttribute& attribute) {
                                                       return attribute.name.text() == needed;
                                                     });
    if (!there) {
      return refuse("feature '" + std::string(name) + "' is about " + std::string(needed) +
                    ", which orders bring only where it is declared: attribute " +
                    std::string(needed) + " token");
    }
  }
  return {};
}

std::vector<std::string_view> names_of(std::span<const Code> codes) {
  std::vector<std::string_view> names;
  for (const Code& code : codes) names.push_back(code.text());
  return names;
}
template <class T>
std::vector<std::string_view> names_of(std::span<const T> all) {
  std::vector<std::string_view> names;
  for (const T& one : all) names.push_back(one.name.text());
  return names;
}

void declare_rows(cel::Environment& environment, cel::TypeId structure,
                  std::span<const FieldRow> rows, cel::TypeId lines) {
  for (const FieldRow& row : rows) {
    const bool list = row.type == TypeKind::list;
    environment.declare_field(
        structure, {std::string(row.name), list ? lines : Types::plain(row.type), row.presence,
                    cel::Bounds{list ? order_lines_max : 0, 0}});
  }
}

}  // namespace

bool is_name(std::string_view text) noexcept {
  if (text.empty() || text.size() > Code::size_max || text.front() == '_') return false;
  cel::Problems problems;
  cel::Lexer lexer(text, problems);
  const cel::Token first = lexer.next();
  return first.kind == cel::TokenKind::ident && first.range.last == text.size() &&
         first.text == text;
}

Token token_of(std::string_view text) noexcept { return name_token(text); }

Status check(const Declared& declared) {
  if (declared.attributes.size() > RuleSetLimits::attributes_max) {
    return refuse("more than " + std::to_string(RuleSetLimits::attributes_max) + " attributes");
  }
  if (declared.lists.size() > RuleSetLimits::lists_max) {
    return refuse("more than " + std::to_string(RuleSetLimits::lists_max) + " lists");
  }
  if (declared.features.size() != declared.feature_names.size()) {
    return refuse("features without names");
  }
  if (declared.features.size() > features_max) {
    return refuse("more than " + std::to_string(features_max) + " features");
  }
  if (Status s = check_names(names_of(declared.attributes), "attribute"); !s.ok()) return s;
  if (Status s = check_names(names_of(declared.lists), "list"); !s.ok()) return s;
  if (Status s = check_names(names_of(declared.feature_names), "feature"); !s.ok()) return s;
  for (const RuleAttribute& attribute : declared.attributes) {
    if (Status s = check_attribute(attribute); !s.ok()) return s;
  }
  for (const RuleList& list : declared.lists) {
    if (Status s = check_list(list); !s.ok()) return s;
  }
  for (std::size_t i = 0; i < declared.features.size(); ++i) {
    Status s =
        check_feature(declared.features[i], declared.feature_names[i].text(), declared.attributes);
    if (!s.ok()) return s;
  }
  if (declared.features.empty()) return {};
  return allot::check(declared.features);
}

cel::Environment environment_of(const Declared& declared) {
  cel::Environment made;
  const cel::TypeId line = made.declare_struct("Line");
  declare_rows(made, line, line_rows, 0);
  const cel::TypeId order = made.declare_struct("Order");
  declare_rows(made, order, order_rows, made.types.list(line));
  for (const RuleAttribute& attribute : declared.attributes) {
    made.declare_field(
        order, {std::string(attribute.name.text()), Types::plain(type_of(attribute.type)),
                attribute.required ? Presence::required : Presence::optional, cel::Bounds{0, 0}});
  }
  const cel::TypeId values = made.declare_struct("Values");
  for (std::size_t i = 0; i < declared.features.size(); ++i) {
    made.declare_field(values, {std::string(declared.feature_names[i].text()),
                                Types::plain(type_of(declared.features[i])), Presence::optional,
                                cel::Bounds{0, 0}});
  }
  made.declare("o", order);
  made.declare("v", values);
  const cel::TypeId tokens = made.types.set(Types::plain(TypeKind::unsigned_integer));
  for (const RuleList& list : declared.lists) {
    made.declare(std::string(list.name.text()), tokens);
  }
  return made;
}

}  // namespace allot::rules
