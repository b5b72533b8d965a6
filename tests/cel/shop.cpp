#include "cel/shop.hpp"

#include <initializer_list>

namespace allot::cel {
namespace {

struct FieldRow {
  std::string_view name;
  TypeKind kind;
  Presence presence{Presence::required};
  std::uint32_t bytes{40};
};

void declare_fields(Environment& environment, TypeId structure,
                    std::initializer_list<FieldRow> rows) {
  for (const FieldRow& row : rows) {
    environment.declare_field(structure, {std::string(row.name),
                                          Types::plain(row.kind),
                                          row.presence,
                                          {Bounds::unbounded, row.bytes}});
  }
}

}  // namespace

Environment shop_environment() {
  Environment made;
  const TypeId line = made.declare_struct("Line");
  declare_fields(made, line,
                 {{"sku", TypeKind::text},
                  {"price", TypeKind::integer},
                  {"list", TypeKind::integer},
                  {"qty", TypeKind::integer},
                  {"taken", TypeKind::integer},
                  {"cap", TypeKind::integer},
                  {"gift", TypeKind::text, Presence::optional}});
  const TypeId address = made.declare_struct("Address");
  declare_fields(made, address,
                 {{"country", TypeKind::text}, {"city", TypeKind::text, Presence::optional}});
  const TypeId order = made.declare_struct("Order");
  declare_fields(made, order,
                 {{"total", TypeKind::integer},
                  {"items", TypeKind::integer},
                  {"customer", TypeKind::unsigned_integer},
                  {"card", TypeKind::unsigned_integer},
                  {"phone", TypeKind::unsigned_integer},
                  {"limited", TypeKind::boolean},
                  {"coupon", TypeKind::text, Presence::optional},
                  {"ip_country", TypeKind::text, Presence::optional},
                  {"ship_country", TypeKind::text},
                  {"account_age", TypeKind::duration},
                  {"time", TypeKind::timestamp},
                  {"signup_time", TypeKind::timestamp},
                  {"note", TypeKind::text, Presence::required, Bounds::unbounded}});
  made.declare_field(order, {"lines", made.types.list(line), Presence::required, {200, 0}});
  made.declare_field(
      order, {"tags", made.types.list(Types::plain(TypeKind::text)), Presence::required, {16, 40}});
  made.declare_field(order, {"billing", address, Presence::optional, {}});
  const TypeId features = made.declare_struct("Features");
  for (const std::string_view name :
       {"same_cart", "cust_1s", "card_fail", "dev_cards", "dev_cust", "addr_cust", "phone_cust",
        "ip24_10m", "seller_30d", "ord_30d", "cxl_30d"}) {
    declare_fields(made, features, {{name, TypeKind::integer}});
  }
  declare_fields(made, features, {{"card_age", TypeKind::duration}});
  made.declare("o", order);
  made.declare("v", features);
  const TypeId tokens = made.types.set(Types::plain(TypeKind::unsigned_integer));
  for (const char* name : {"vip", "stolen", "black_phone"}) made.declare(name, tokens);
  made.declare("countries", made.types.set(Types::plain(TypeKind::text)), {Bounds::unbounded, 2});
  return made;
}

std::string evaluated(std::string_view source, const Environment& environment,
                      const Values& variables, bool checks) {
  const Parsed parsed = parse(source);
  if (!parsed.ok()) return parsed.problems[0].text;
  References references;
  if (checks) {
    const Checked checked = check(parsed.ast, environment);
    if (!checked.ok()) return checked.problems[0].text;
    references = checked.references;
  } else {
    references = resolve(parsed.ast, environment);
  }
  Work work;
  return shown(evaluate(parsed.ast, references, variables, work));
}

std::string evaluated(std::string_view source, bool checks) {
  return evaluated(source, Environment{}, {}, checks);
}

std::string problems_of(std::string_view source, const Environment& environment) {
  std::string text;
  for (const Problem& problem : compile(source, environment).problems) {
    if (!text.empty()) text += '\n';
    text += (problem.severity == Severity::warning ? "?" : "") + problem.text;
  }
  return text;
}

std::string problems_of(std::string_view source) { return problems_of(source, shop_environment()); }

}  // namespace allot::cel
