#include "cel/random_rule.hpp"

#include <string_view>
#include <utility>

namespace allot::cel {
namespace {

std::string in_brackets(const std::string& a, std::string_view between, const std::string& b) {
  return "(" + a + " " + std::string(between) + " " + b + ")";
}

}  // namespace

std::string RandomRule::truth(int depth) {
  if (depth <= 0) {
    return random_.pick<std::string>({"true", "false", "o.limited", "has(o.coupon)"});
  }
  switch (random_.below(10)) {
    case 0: return "!" + truth(0);
    case 1: {
      const std::string condition = truth(depth - 1);
      const std::string then = truth(depth - 1);
      return "(" + condition + " ? " + then + " : " + truth(depth - 1) + ")";
    }
    case 2: return asked_of_lists(depth);
    case 3: return looked_up(depth);
    case 4: return guarded(depth);
    case 5:
    case 6: return compared(depth);
    default: return combined(depth);
  }
}

// A chain, so that operands absorb errors on either side.
std::string RandomRule::combined(int depth) {
  const std::string_view between = random_.one_in(2) ? " && " : " || ";
  std::string made = "(" + truth(depth - 1);
  for (std::uint64_t more = 1 + random_.below(3); more > 0; --more) {
    made += std::string(between) + truth(depth - 1);
  }
  return made + ")";
}

std::string RandomRule::compared(int depth) {
  const auto order = random_.pick<std::string_view>({"<", "<=", ">", ">=", "==", "!="});
  const auto of_two = [&](auto draw) {
    const std::string left = draw();
    const std::string right = draw();
    return in_brackets(left, order, right);
  };
  switch (random_.below(8)) {
    case 0:
    case 1: return of_two([&] { return text(depth - 1); });
    case 2: return of_two([&] { return duration(depth - 1); });
    case 3: return of_two([&] { return time(depth - 1); });
    case 4: {
      const std::string left = token();
      const std::string_view between = random_.one_in(2) ? "==" : "!=";
      return in_brackets(left, between, token());
    }
    case 5: return of_two([&] { return truth(depth - 2); });
    default: return of_two([&] { return number(depth - 1); });
  }
}

std::string RandomRule::asked_of_lists(int depth) {
  if (lines_.size() + tags_.size() >= 2) return compared(depth);
  const std::string name = "x" + std::to_string(lines_.size() + tags_.size());
  const auto macro = random_.pick<std::string_view>({"exists", "all", "exists_one"});
  const bool lines = random_.one_in(2);
  std::vector<std::string>& open = lines ? lines_ : tags_;
  open.push_back(name);
  std::string made = (lines ? "o.lines." : "o.tags.") + std::string(macro) + "(" + name + ", " +
                     truth(depth - 1) + ")";
  open.pop_back();
  return made;
}

std::string RandomRule::looked_up(int depth) {
  switch (random_.below(7)) {
    case 0: {
      const std::string wanted = token();
      return in_brackets(wanted, "in",
                         random_.pick<std::string>({"vip", "stolen", "[5u, 6u]", "[o.card, 7u]"}));
    }
    case 1: {
      const std::string wanted = text(depth - 1);
      return in_brackets(wanted, "in",
                         random_.pick<std::string>({"countries", "o.tags", "['CN', 'C']"}));
    }
    case 2: {
      const std::string wanted = number(depth - 1);
      const std::string first = number(depth - 1);
      return in_brackets(wanted, "in", "[" + first + ", " + number(depth - 1) + "]");
    }
    case 3: {
      const std::string wanted = duration(depth - 1);
      return in_brackets(wanted, "in", "[" + duration(depth - 1) + ", duration('24h')]");
    }
    case 4: {
      const std::string wanted = time(depth - 1);
      return in_brackets(wanted, "in", "[o.time, " + time(depth - 1) + "]");
    }
    default: {
      const std::string where = text(depth - 1);
      const auto asked = random_.pick<std::string>({".startsWith(", ".endsWith(", ".contains("});
      return where + asked + text(depth - 1) + ")";
    }
  }
}

// Reads of an optional field, some of them guarded well, some not.
std::string RandomRule::guarded(int depth) {
  const std::string path =
      random_.pick<std::string>({"o.coupon", "o.ip_country", "o.billing.city"});
  const std::string has =
      path == "o.billing.city" ? "has(o.billing) && has(" + path + ")" : "has(" + path + ")";
  const std::string read = in_brackets(path, "==", text(depth - 1));
  switch (random_.below(5)) {
    case 0: return "(" + has + " && " + read + ")";
    case 1: return "(" + read + " && " + has + ")";
    case 2: return "(!(" + has + ") || " + truth(depth - 1) + " || " + read + ")";
    case 3: return path == "o.billing.city" ? read : "(" + has + " ? " + read + " : false)";
    default: return random_.one_in(4) ? read : "(" + has + " && " + read + ")";
  }
}

std::string RandomRule::number(int depth) {
  const std::uint64_t choice = depth <= 0 ? random_.below(3) : random_.below(13);
  switch (choice) {
    case 0: return std::to_string(integer());
    case 1:
      if (!lines_.empty()) {
        const std::string line = random_.pick(lines_);
        return line + random_.pick<std::string>({".qty", ".price", ".taken"});
      }
      return "o.items";
    case 2:
      return random_.pick<std::string>(
          {"o.total", "v.cust_1s", "size(o.lines)", "size(o.tags)", "size(vip)", "vip.size()"});
    case 3: return "size(" + text(depth - 1) + ")";
    case 4: {
      const std::string at = time(depth - 1);
      const auto part = random_.pick<std::string>(
          {".getHours(", ".getDayOfWeek(", ".getFullYear(", ".getDayOfYear(", ".getMonth(",
           ".getDate(", ".getDayOfMonth(", ".getMinutes(", ".getSeconds(", ".getMilliseconds("});
      return at + part + zone() + ")";
    }
    case 5: return "o.lines[" + std::to_string(random_.below(3)) + "].cap";
    case 6: {
      const std::string condition = truth(depth - 1);
      const std::string then = number(depth - 1);
      return "(" + condition + " ? " + then + " : " + number(depth - 1) + ")";
    }
    case 7: {
      const std::string span = duration(depth - 1);
      return span + random_.pick<std::string>({".getHours()", ".getMinutes()", ".getSeconds()"});
    }
    case 8: return random_.one_in(2) ? "int(" + time(depth - 1) + ")" : "-" + number(0);
    case 9: return "o.lines[" + number(depth - 1) + "].qty";
    default: {
      const std::string left = number(depth - 1);
      const auto between = random_.pick<std::string_view>({"+", "-", "*", "/", "%"});
      return in_brackets(left, between, number(depth - 1));
    }
  }
}

std::string RandomRule::text(int depth) {
  if (!tags_.empty() && random_.one_in(2)) return random_.pick(tags_);
  if (!lines_.empty() && random_.one_in(3)) return random_.pick(lines_) + ".sku";
  if (depth > 0 && random_.one_in(6)) {
    const std::string condition = truth(depth - 1);
    const std::string then = text(depth - 1);
    return "(" + condition + " ? " + then + " : " + text(depth - 1) + ")";
  }
  if (depth > 0 && random_.one_in(8)) return "o.tags[" + number(depth - 1) + "]";
  return random_.pick<std::string>({"o.ship_country", "'CN'", "''", "'\u8d85'", "'C'", "'\\uFF5E'",
                                    "'\\U0001F600'", "\"\\\"\\n\""});
}

std::string RandomRule::token() {
  return random_.pick<std::string>({"o.card", "o.customer", "o.phone", "5u", "6u"});
}

std::string RandomRule::duration(int depth) {
  if (depth > 0 && random_.one_in(2)) {
    if (random_.one_in(2)) {
      const std::string to = time(depth - 1);
      return in_brackets(to, "-", time(depth - 1));
    }
    const std::string left = duration(depth - 1);
    const std::string_view between = random_.one_in(2) ? "+" : "-";
    return in_brackets(left, between, duration(depth - 1));
  }
  return random_.pick<std::string>({"o.account_age", "v.card_age", "duration('24h')",
                                    "duration('-1.5s')", "duration('2000000h')",
                                    "duration('1h30m0.5s')", "duration('-9223372036854775808ns')",
                                    "duration('9223372036854775807ns')", "duration('0.1us')"});
}

std::string RandomRule::time(int depth) {
  if (depth > 0 && random_.one_in(3)) {
    const std::string from = time(depth - 1);
    const std::string_view between = random_.one_in(2) ? "+" : "-";
    return in_brackets(from, between, duration(depth - 1));
  }
  return random_.pick<std::string>({"o.time", "o.signup_time", "timestamp('2026-11-30T20:00:00Z')",
                                    "timestamp('9999-12-31T23:00:00Z')",
                                    "timestamp('0001-01-01T00:00:00Z')",
                                    "timestamp('2024-02-29T23:59:59.999999999+08:00')",
                                    "timestamp('1969-12-31T23:59:59.5-05:30')"});
}

std::string RandomRule::zone() {
  return random_.pick<std::string>({"'UTC'", "'+08:00'", "'-05:30'", "'-00:45'", "'+14:00'"});
}

std::int64_t RandomRule::integer() {
  switch (random_.below(6)) {
    case 0: return random_.pick<std::int64_t>({INT64_MIN, INT64_MAX, -1, 0, 1});
    case 1: return random_.between(INT64_MIN, INT64_MAX);
    default: return random_.between(-3, 12);
  }
}

Value RandomRule::record_of(const StructDeclaration& declared, const Environment& environment) {
  Record record{declared.name, {}};
  for (const FieldDeclaration& field : declared.fields) {
    const bool set = field.presence == Presence::required || random_.one_in(2);
    record.fields.push_back({field.name, value_of(field.type, environment), set});
  }
  return RecordRef{std::make_shared<Record>(std::move(record))};
}

Value RandomRule::value_of(TypeId type, const Environment& environment) {
  const Type& found = environment.types[type];
  switch (found.kind) {
    case TypeKind::boolean: return random_.one_in(2);
    case TypeKind::integer: return integer();
    case TypeKind::unsigned_integer: return std::uint64_t{random_.below(8)};
    case TypeKind::text:
      return Value::text(random_.pick<std::string>(
          {"CN", "C", "", "\u8d85", "HK", "\uFF5E", "\U0001F600", "\"\n"}));
    case TypeKind::duration: return Duration{integer()};
    case TypeKind::timestamp: {
      Timestamp time = *timestamp_at(random_.between(-62'135'596'800, 253'402'300'799));
      if (random_.one_in(2)) time.nanos = static_cast<std::int32_t>(random_.below(1'000'000'000));
      return time;
    }
    case TypeKind::structure: return record_of(environment.structs[found.first], environment);
    default: {
      Values values;
      for (std::uint64_t more = random_.below(4); more > 0; --more) {
        values.push_back(value_of(found.first, environment));
      }
      return found.kind == TypeKind::set ? Value::set(std::move(values))
                                         : Value::list(std::move(values));
    }
  }
}

Values RandomRule::values(const Environment& environment) {
  Values values;
  for (const VariableDeclaration& variable : environment.variables) {
    values.push_back(value_of(variable.type, environment));
  }
  return values;
}

}  // namespace allot::cel
