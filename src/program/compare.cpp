// allot compare: what two runs of `allot simulate` say, side by side.
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "inspection/text_table.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"
#include "report/report_page.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t skus_shown = 10;

// A run as it was written: by --json, or by --report, which has more of it.
struct Run {
  std::string file;
  Json summary;
  Json figures;  // null: the file is no report
  std::string currency;
  int exponent{2};
  bool money{};
};

enum class Measure { count, thousandths, money };

struct Row {
  std::string name;
  Measure measure{};
  std::int64_t a{};
  std::int64_t b{};
};

// 64-bit numbers may be texts.
std::int64_t number(const Json& json) {
  return json.is_string() ? std::stoll(json.get<std::string>()) : json.get<std::int64_t>();
}

Result<Run> read_run(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad()) {
    return Status{StatusCode::not_found, file + ": cannot be read: " + std::strerror(errno)};
  }
  Run run;
  run.file = file;
  const std::string_view block = report::data_of_page(text);
  Json json = Json::parse(block.empty() ? std::string_view(text) : block, nullptr, false);
  if (!block.empty() && json.is_object() && json.contains("figures")) {
    run.figures = json.at("figures");
    run.currency = json.value("currency", "");
    run.exponent = json.value("exponent", 2);
    run.money =
        !json.value("several_currencies", false) && number(run.figures.at("total").at("value")) > 0;
    run.summary = json.at("summary");
  } else if (json.is_object()) {
    run.summary = std::move(json);
  }
  if (!run.summary.contains("orders") || !run.summary.contains("units")) {
    return Status{StatusCode::invalid_argument,
                  file +
                      ": is neither a report of allot simulate (--report FILE) nor what it "
                      "printed with --json"};
  }
  return run;
}

std::int64_t per_thousand(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : part * 1'000 / whole;
}

void add_orders(const Run& a, const Run& b, std::vector<Row>& rows) {
  const auto both = [&](const char* name, const char* group, const char* key) {
    rows.push_back({name, Measure::count, number(a.summary.at(group).at(key)),
                    number(b.summary.at(group).at(key))});
    return rows.back();
  };
  const auto share = [&](const char* name, const Row& part, const Row& whole) {
    rows.push_back(
        {name, Measure::thousandths, per_thousand(part.a, whole.a), per_thousand(part.b, whole.b)});
  };
  const Row orders = both("orders", "orders", "submitted");
  const Row accepted = both("accepted", "orders", "accepted");
  share("share accepted", accepted, orders);
  (void)both("expired unpaid", "orders", "expired");
  (void)both("cancelled", "orders", "cancelled");
  const Row units = both("units asked for", "units", "requested");
  const Row at_once = both("promised at once", "units", "at_once");
  share("share promised at once", at_once, units);
  (void)both("had to wait", "units", "backordered");
  (void)both("served later", "units", "waited");
  (void)both("refused", "units", "refused");
  for (const auto& [name, key] :
       {std::pair{"parcels", "parcels"}, {"orders split", "split_orders"}}) {
    rows.push_back({name, Measure::count, number(a.summary.at(key)), number(b.summary.at(key))});
  }
}

void add_figures(const Run& a, const Run& b, std::vector<Row>& rows) {
  const auto pair = [&](const char* name, Measure measure, const auto& value) {
    rows.push_back({name, measure, value(a.figures), value(b.figures)});
  };
  pair("SKUs that ran short", Measure::count,
       [](const Json& f) { return number(f.at("skus_short")); });
  if (!a.money || !b.money || a.currency != b.currency) return;
  for (const auto& [name, key] : {std::pair{"value asked for", "value"},
                                  {"value refused", "value_refused"},
                                  {"value that had to wait", "value_waiting"}}) {
    pair(name, Measure::money,
         [field = key](const Json& f) { return number(f.at("total").at(field)); });
  }
  pair("shipping cost", Measure::money, [](const Json& f) {
    std::int64_t cost = 0;
    for (const Json& group : f.at("parcels")) cost += number(group.at("cost"));
    return cost;
  });
}

void add_reasons(const Run& a, const Run& b, std::vector<Row>& rows) {
  std::map<std::string, Row> reasons;
  for (const auto& [reason, count] : a.summary.at("reasons").items())
    reasons[reason].a = number(count);
  for (const auto& [reason, count] : b.summary.at("reasons").items())
    reasons[reason].b = number(count);
  for (auto& [reason, row] : reasons) {
    row.name = "refused: " + reason;
    rows.push_back(row);
  }
}

// Units that were refused, or had to wait, by SKU; whether no other SKU ran short.
struct Missing {
  explicit Missing(const Json& figures) {
    const Json& rows = figures.at("shortfalls");
    for (const Json& row : rows) {
      units[row.at("sku").get<std::string>()] =
          number(row.at("refused")) + number(row.at("waited"));
    }
    all = number(figures.at("skus_short")) == static_cast<std::int64_t>(rows.size());
  }
  std::map<std::string, std::int64_t> units;
  bool all{};
};

// The SKUs between which the runs differ most. One that a run does not list is compared only where
// that run lists all that ran short.
std::vector<Row> differing_skus(const Run& a, const Run& b) {
  const Missing in_a(a.figures);
  const Missing in_b(b.figures);
  std::map<std::string, Row> skus;
  for (const auto& [sku, units] : in_a.units) {
    if (in_b.all || in_b.units.contains(sku)) skus[sku].a = units;
  }
  for (const auto& [sku, units] : in_b.units) {
    if (in_a.all || in_a.units.contains(sku)) skus[sku].b = units;
  }
  std::vector<Row> rows;
  for (auto& [sku, row] : skus) {
    row.name = "missing: " + sku;
    if (row.a != row.b) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [](const Row& x, const Row& y) {
    const std::int64_t x_size = std::abs(x.b - x.a);
    const std::int64_t y_size = std::abs(y.b - y.a);
    return x_size != y_size ? x_size > y_size : x.name < y.name;
  });
  rows.resize(std::min(rows.size(), skus_shown));
  return rows;
}

std::vector<Row> rows_of(const Run& a, const Run& b) {
  std::vector<Row> rows;
  add_orders(a, b, rows);
  add_reasons(a, b, rows);
  if (a.figures.is_null() || b.figures.is_null()) return rows;
  add_figures(a, b, rows);
  for (Row& row : differing_skus(a, b)) rows.push_back(std::move(row));
  return rows;
}

// What makes it unfair to compare them; empty when nothing does.
std::string unlike(const Run& a, const Run& b) {
  std::string text;
  const auto differs = [&](const char* what, const Json& one, const Json& other) {
    if (one != other) text += std::string(text.empty() ? "" : ", ") + what;
  };
  differs("where the orders come from", a.summary.at("input").at("source"),
          b.summary.at("input").at("source"));
  differs("how many orders there are", a.summary.at("input").at("orders"),
          b.summary.at("input").at("orders"));
  for (const char* what : {"seed", "scale", "compress"}) {
    differs(what, a.summary.at(what), b.summary.at(what));
  }
  return text;
}

std::string shown(std::int64_t value, Measure measure, int exponent) {
  const auto size = static_cast<std::uint64_t>(std::abs(value));
  if (measure == Measure::thousandths) {
    return std::to_string(size / 10) + '.' + std::to_string(size % 10) + " %";
  }
  std::uint64_t unit = 1;
  for (int digit = 0; measure == Measure::money && digit < exponent; ++digit) unit *= 10;
  return inspection::grouped(size / unit);
}

std::string change(const Row& row, int exponent) {
  if (row.a == row.b) return "=";
  std::string size = shown(row.b - row.a, row.measure, exponent);
  if (row.measure == Measure::thousandths) size.replace(size.size() - 1, 1, "points");
  return (row.b > row.a ? "+" : "-") + size;
}

void print_table(const Run& a, const Run& b, const std::vector<Row>& rows) {
  const std::string why = unlike(a, b);
  if (!why.empty()) {
    std::cout << wrapped("They are not runs of the same orders; these differ: " + why + ".",
                         table_columns())
              << "\n\n";
  }
  std::cout << "A  " << a.file << "\nB  " << b.file << "\n\n";
  inspection::TextTable table(
      {{"", 0, false, true}, {"A", 0, true}, {"B", 0, true}, {"B - A", 1, true}}, table_columns());
  for (const Row& row : rows) {
    table.add({row.name, shown(row.a, row.measure, a.exponent),
               shown(row.b, row.measure, b.exponent), change(row, a.exponent)});
  }
  std::cout << table.take();
  if (a.figures.is_null() || b.figures.is_null()) {
    std::cout << '\n'
              << wrapped("Compare two reports (--report FILE) to see SKUs and money, too.",
                         table_columns())
              << '\n';
  }
}

void print_json(const Run& a, const Run& b, const std::vector<Row>& rows) {
  Json json{{"a", a.file}, {"b", b.file}, {"unlike", unlike(a, b)}, {"rows", Json::array()}};
  for (const Row& row : rows) {
    const char* unit = row.measure == Measure::count         ? "count"
                       : row.measure == Measure::thousandths ? "thousandths"
                                                             : "minor_units";
    json["rows"].push_back({{"name", row.name},
                            {"unit", unit},
                            {"a", row.a},
                            {"b", row.b},
                            {"change", row.b - row.a}});
  }
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

int compare(const CompareOptions& options) {
  try {
    const Result<Run> a = read_run(options.first);
    if (!a.ok()) return fail("compare", options.json, a.status(), bad_input);
    const Result<Run> b = read_run(options.second);
    if (!b.ok()) return fail("compare", options.json, b.status(), bad_input);
    const std::vector<Row> rows = rows_of(a.value(), b.value());
    (options.json ? print_json : print_table)(a.value(), b.value(), rows);
  } catch (const Json::exception& error) {
    return fail("compare", options.json,
                {StatusCode::invalid_argument,
                 options.first + " or " + options.second +
                     " was written by another version, or changed: " + error.what()},
                bad_input);
  }
  return all_well;
}

}  // namespace allot::program
