// The 15 rules of a shop over random orders: writes them and what comes out for others to answer,
// and times how long the compiled form takes.
//
// usage: rules_cost write ORDERS SEED    to standard output
//        rules_cost time ORDERS SEED     "allot NANOSECONDS": processor time of one rule
//        rules_cost count ORDERS SEED    runs each order once, for callgrind: machine_run
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/machine.hpp"
#include "cel/peers/json_lines.hpp"
#include "cel/shop.hpp"
#include "generator/random_source.hpp"

namespace {

using namespace allot::cel;

struct Rule {
  std::string_view name;
  std::string_view text;
};

constexpr std::array<Rule, 15> rules{{
    {"MAX_VALUE", "o.total > 5000000"},
    {"PRICE_BAND", "o.lines.exists(l, l.price * 100 < l.list * 40)"},
    {"DUPLICATE", "v.same_cart >= 1"},
    {"THROTTLE", "v.cust_1s > 5"},
    {"SKU_CAP", "o.lines.exists(l, l.taken + l.qty > l.cap)"},
    {"VIP", "o.customer in vip && !(o.card in stolen)"},
    {"LISTED", "o.card in stolen || o.phone in black_phone"},
    {"CARD_TEST", "v.card_fail >= 5 || v.dev_cards >= 4"},
    {"SCALPER", "o.limited && (v.addr_cust >= 6 || v.phone_cust >= 4)"},
    {"BONUS_RING", "has(o.coupon) && v.dev_cust >= 3"},
    {"FRESH_BIG", "o.account_age < duration(\"24h\") && o.total > 50000"},
    {"IP_BURST", "v.ip24_10m >= 50 && size(o.lines) == 1"},
    {"BRUSHING", "v.seller_30d >= 10 && v.cxl_30d * 2 > v.ord_30d"},
    {"GEO", "has(o.ip_country) && o.ip_country != o.ship_country && v.card_age < duration(\"1h\")"},
    {"INSTANT", "o.time - o.signup_time < duration(\"60s\")"},
}};

// Orders of one to five lines, of which each rule meets some; lists of twenty.
class Orders {
 public:
  Orders(const Environment& environment, std::uint64_t seed)
      : environment_(environment), random_(seed) {}

  Values next() {
    Values values;
    for (const VariableDeclaration& variable : environment_.variables) {
      values.push_back(drawn(variable.type, variable.name));
    }
    return values;
  }

 private:
  Value drawn(TypeId type, std::string_view name) {
    const Type& found = environment_.types[type];
    switch (found.kind) {
      case TypeKind::boolean: return random_.one_in(5);
      case TypeKind::integer: return integer(name);
      case TypeKind::unsigned_integer: return std::uint64_t{1} + random_.below(200);
      case TypeKind::text: return Value::text(random_.pick<std::string>({"CN", "HK", "DE"}));
      case TypeKind::duration:
        return Duration{random_.between(0, 300'000) * std::int64_t{1'000'000'000}};
      case TypeKind::timestamp: return Timestamp{1'796'000'000 + random_.between(0, 600), 0};
      case TypeKind::structure: return record(environment_.structs[found.first]);
      case TypeKind::set: {
        Values members;
        for (int i = 0; i < 20; ++i) members.push_back(drawn(found.first, name));
        return Value::set(std::move(members));
      }
      default: {
        Values members;
        for (std::uint64_t more = 1 + random_.below(5); more > 0; --more) {
          members.push_back(drawn(found.first, name));
        }
        return Value::list(std::move(members));
      }
    }
  }

  Value record(const StructDeclaration& declared) {
    Record made{declared.name, {}};
    for (const FieldDeclaration& field : declared.fields) {
      const bool set = field.presence == Presence::required || random_.one_in(2);
      made.fields.push_back({field.name, drawn(field.type, field.name), set});
    }
    return RecordRef{std::make_shared<Record>(std::move(made))};
  }

  std::int64_t integer(std::string_view name) {
    if (name == "total") return random_.between(1, random_.one_in(20) ? 9'000'000 : 90'000);
    if (name == "price") return random_.between(500, 20'000);
    if (name == "list") return random_.between(900, 20'000);
    if (name == "cap") return random_.between(5, 20);
    if (name == "ip24_10m") return random_.between(0, 70);
    return random_.between(0, 6);
  }

  const Environment& environment_;
  allot::generator::RandomSource random_;
};

[[gnu::noinline]] void machine_run(Machine& machine, const Values& order,
                                   std::span<Outcome> outcomes) {
  machine.run(order, outcomes);
}

void write(const Environment& environment, Machine& machine, const std::vector<Values>& orders) {
  std::string line = declarations_as_json(environment) + "\n[";
  for (const Rule& rule : rules) {
    if (&rule != rules.data()) line += ',';
    line += "[\"" + std::string(rule.name) + "\",";
    append_json(line, rule.text);
    line += ']';
  }
  std::puts((line + "]").c_str());
  std::array<Outcome, rules.size()> outcomes;
  for (const Values& order : orders) {
    machine_run(machine, order, outcomes);
    line = "{\"order\":";
    append_json(line, order);
    line += ",\"results\":[";
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      if (outcomes[i].error) {
        std::fputs("rules_cost: a rule has no value\n", stderr);
        std::exit(1);
      }
      line += (i > 0 ? "," : "") + std::string(outcomes[i].holds ? "true" : "false");
    }
    std::puts((line + "]}").c_str());
  }
}

void time(Machine& machine, const std::vector<Values>& orders) {
  std::array<Outcome, rules.size()> outcomes;
  std::uint64_t runs = 0;
  std::uint64_t held = 0;
  const std::clock_t begin = std::clock();
  while (std::clock() - begin < CLOCKS_PER_SEC / 2) {
    for (const Values& order : orders) {
      machine_run(machine, order, outcomes);
      for (const Outcome& outcome : outcomes) held += outcome.holds ? 1 : 0;
    }
    runs += orders.size();
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  if (held == 0) std::exit(1);
  std::printf("allot %.2f\n",
              seconds * 1e9 / (static_cast<double>(runs) * static_cast<double>(rules.size())));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: rules_cost write|time|count ORDERS SEED\n", stderr);
    return 2;
  }
  const std::string_view verb = arguments[1];
  const Environment environment = shop_environment();
  std::vector<RuleExpression> compiled;
  for (const Rule& rule : rules) compiled.push_back(compile(rule.text, environment));
  for (const RuleExpression& rule : compiled) {
    if (!rule.ok()) return 1;
  }
  const Program program(environment, compiled);
  Machine machine(program);
  Orders source(environment, std::strtoull(arguments[3], nullptr, 10));
  std::vector<Values> orders(std::strtoull(arguments[2], nullptr, 10));
  for (Values& order : orders) order = source.next();
  if (verb == "write") write(environment, machine, orders);
  if (verb == "time") time(machine, orders);
  if (verb == "count") {
    std::array<Outcome, rules.size()> outcomes;
    for (const Values& order : orders) machine_run(machine, order, outcomes);
  }
  return 0;
}
