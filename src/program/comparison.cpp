#include "program/comparison.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "inspection/money_text.hpp"
#include "inspection/text_table.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/share.hpp"
#include "program/terminal.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;
using Row = ComparedRow;
using inspection::Tone;

constexpr std::size_t skus_shown = 10;
constexpr std::size_t skus_said = 5;

std::int64_t per_thousand(std::int64_t part, std::int64_t whole) {
  return static_cast<std::int64_t>(
      json::tenths_of(static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(whole)));
}

std::int64_t shipping_cost(const Json& figures) {
  std::int64_t cost = 0;
  for (const Json& group : figures.at("parcels")) cost += number(group.at("cost"));
  return cost;
}

// Costs of lanes that nobody gave say nothing.
bool has_cost(const Json& a, const Json& b) {
  return !a.value("costs_made_up", false) && !b.value("costs_made_up", false);
}

void add_orders(const Json& a, const Json& b, std::vector<Row>& rows) {
  const auto both = [&](const char* name, const char* group, const char* key) {
    rows.push_back(
        {name, Measure::count, number(a.at(group).at(key)), number(b.at(group).at(key))});
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
    rows.push_back({name, Measure::count, number(a.at(key)), number(b.at(key))});
  }
}

void add_figures(const Json& a, const Json& b, bool has_money, std::vector<Row>& rows) {
  const auto pair = [&](const char* name, Measure measure, const auto& value) {
    rows.push_back({name, measure, value(a), value(b)});
  };
  pair("SKUs that ran short", Measure::count,
       [](const Json& f) { return number(f.at("skus_short")); });
  if (!has_money) return;
  for (const auto& [name, key] : {std::pair{"value asked for", "value"},
                                  {"value refused", "value_refused"},
                                  {"value that had to wait", "value_waiting"}}) {
    pair(name, Measure::money,
         [field = key](const Json& f) { return number(f.at("total").at(field)); });
  }
  if (has_cost(a, b)) pair("shipping cost", Measure::money, shipping_cost);
}

void add_reasons(const Json& a, const Json& b, std::vector<Row>& rows) {
  std::map<std::string, Row> reasons;
  for (const auto& [reason, count] : a.at("reasons").items()) reasons[reason].a = number(count);
  for (const auto& [reason, count] : b.at("reasons").items()) reasons[reason].b = number(count);
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

void most_first(std::vector<ComparedSku>& skus) {
  std::sort(skus.begin(), skus.end(), [](const ComparedSku& x, const ComparedSku& y) {
    const std::int64_t x_size = std::abs(x.b - x.a);
    const std::int64_t y_size = std::abs(y.b - y.a);
    return x_size != y_size ? x_size > y_size : x.sku < y.sku;
  });
}

// One that a run does not list is compared only where that run lists all that ran short.
void add_skus(const Json& a, const Json& b, Comparison& out) {
  const Missing in_a(a);
  const Missing in_b(b);
  out.lists_all = in_a.all && in_b.all;
  std::vector<ComparedSku> differing;
  for (const auto& [sku, units] : in_a.units) {
    const auto other = in_b.units.find(sku);
    if (other != in_b.units.end()) {
      if (other->second != units) differing.push_back({sku, units, other->second});
    } else if (in_b.all) {
      differing.push_back({sku, units, 0});
      out.short_in_a.push_back(differing.back());
    }
  }
  for (const auto& [sku, units] : in_b.units) {
    if (!in_a.all || in_a.units.contains(sku)) continue;
    differing.push_back({sku, 0, units});
    out.short_in_b.push_back(differing.back());
  }
  for (auto* skus : {&differing, &out.short_in_a, &out.short_in_b}) most_first(*skus);
  differing.resize(std::min(differing.size(), skus_shown));
  for (const ComparedSku& sku : differing) {
    out.rows.push_back({"missing: " + sku.sku, Measure::count, sku.a, sku.b});
  }
}

// Which orders a scenario moves, in the words of the run; empty: they keep their times.
std::string peaks(const Json& summary) {
  for (const Json& part : summary.at("synthetic")) {
    if (part.get<std::string>().starts_with("peaks: ")) return part.get<std::string>();
  }
  return {};
}

struct Unlike {
  std::string_view name;
  std::string_view text;
};
constexpr Unlike unlike_texts[] = {
    {"interrupted", "how far they came, for one was interrupted"},
    {"source", "where the orders come from"},
    {"orders", "how many orders there are"},
    {"units", "what they ask for"},
    {"seed", "seed"},
    {"scale", "scale"},
    {"compress", "compress"},
    {"peaks", "when they come, for a scenario moves orders into peaks"},
    {"updates", "which payments, cancellations and deliveries came (--updates)"},
};

// What a file of the run held, wherever it lay; null where nobody knows.
Json mark_of(const Json& summary, const char* option) {
  const Json none;
  const Json files = summary.value("run", Json::object()).value("files", Json::object());
  Json file = files.value(option, Json::object());
  file.erase("name");
  return file.contains("crc32c") ? file : none;
}

std::vector<std::string> unlike(const Json& a, const Json& b) {
  std::vector<std::string> found;
  const auto differs = [&](const char* what, const Json& one, const Json& other) {
    if (one != other) found.emplace_back(what);
  };
  if (const Json one = mark_of(a, "orders"); one.is_null() || one != mark_of(b, "orders")) {
    differs("source", a.at("input").at("source"), b.at("input").at("source"));
  }
  differs("orders", a.at("input").at("orders"), b.at("input").at("orders"));
  differs("units", a.at("units").at("requested"), b.at("units").at("requested"));
  for (const char* what : {"seed", "scale", "compress"}) differs(what, a.at(what), b.at(what));
  differs("peaks", peaks(a), peaks(b));
  differs("updates", mark_of(a, "updates"), mark_of(b, "updates"));
  return found;
}

// Returns: the amount with all decimals of its currency, which may be unknown.
std::string amount(std::int64_t value, int exponent) {
  return inspection::grouped_money(value, {"?", exponent});
}

std::string shown(std::int64_t value, Measure measure, int exponent) {
  const auto size = static_cast<std::uint64_t>(std::abs(value));
  if (measure == Measure::thousandths) {
    return std::to_string(size / 10) + '.' + std::to_string(size % 10) + " %";
  }
  if (measure == Measure::money) return amount(std::abs(value), exponent);
  return json::grouped(size);
}

std::string change(const Row& row, int exponent) {
  if (row.a == row.b) return "=";
  std::string size = shown(row.b - row.a, row.measure, exponent);
  if (row.measure == Measure::thousandths) size.replace(size.size() - 1, 1, "points");
  return (row.b > row.a ? "+" : "-") + size;
}

// Returns: whether the change is for the better. More refused, waiting or missing is bad; more that
//          is accepted or promised at once is good; more orders or parcels are neither.
Tone tone_of(const Row& row) {
  const auto is_one_of = [&row](std::initializer_list<std::string_view> beginnings) {
    return std::ranges::any_of(
        beginnings, [&row](std::string_view begin) { return row.name.starts_with(begin); });
  };
  if (row.a == row.b) return Tone::plain;
  if (is_one_of({"accepted", "share ", "promised"})) return row.b > row.a ? Tone::good : Tone::bad;
  const bool is_cost = is_one_of({"refused", "had to wait", "missing: ", "SKUs that ran short",
                                  "value refused", "value that had to wait", "expired unpaid"});
  if (!is_cost) return Tone::plain;
  return row.b > row.a ? Tone::bad : Tone::good;
}

// Returns: "5 more parcels", "1 parcel fewer"; nothing when there are as many.
std::string more(std::int64_t change, const std::string& one, const std::string& several) {
  if (change == 0) return {};
  const std::string size = json::grouped(static_cast<std::uint64_t>(std::abs(change)));
  const std::string& what = std::abs(change) == 1 ? one : several;
  return change > 0 ? size + " more " + what : size + ' ' + what + " fewer";
}

std::string money(std::int64_t value, const KeptRun& run) {
  const std::string text = amount(std::abs(value), run.exponent());
  return run.currency().empty() ? text : text + ' ' + run.currency();
}

std::string listed(const std::vector<ComparedSku>& skus) {
  std::string text;
  for (std::size_t at = 0; at < std::min(skus.size(), skus_said); ++at) {
    text += (at == 0 ? "" : ", ") + skus[at].sku;
  }
  if (skus.size() <= skus_said) return text;
  return text + " and " + json::grouped(skus.size() - skus_said) + " more";
}

// Where the same SKUs ran short in both.
std::string most_differing(const Comparison& compared) {
  constexpr std::string_view prefix = "missing: ";
  for (const Row& row : compared.rows) {
    if (!row.name.starts_with(prefix)) continue;
    return " Of " + row.name.substr(prefix.size()) + ' ' +
           json::counted(static_cast<std::uint64_t>(row.b), "unit") + " instead of " +
           json::grouped(static_cast<std::uint64_t>(row.a)) +
           (row.b == 1 ? " is missing." : " are missing.");
  }
  return {};
}

std::string skus_sentence(const KeptRun& a, const KeptRun& b, const Comparison& compared) {
  const auto n = [](std::size_t skus) { return json::counted(skus, "SKU"); };
  const auto& gone = compared.short_in_a;
  const auto& came = compared.short_in_b;
  if (!compared.lists_all) {
    const std::int64_t was = number(a.figures().at("skus_short"));
    const std::int64_t is = number(b.figures().at("skus_short"));
    if (was == is) return {};
    return ' ' + n(static_cast<std::size_t>(is)) + (is == 1 ? " runs" : " run") +
           " short instead of " + json::grouped(static_cast<std::uint64_t>(was)) + '.';
  }
  if (gone.empty() && came.empty()) return most_differing(compared);
  std::string text = " ";
  if (!gone.empty()) {
    text += n(gone.size()) + " no longer " + (gone.size() == 1 ? "runs" : "run") +
            " short: " + listed(gone);
  }
  if (!came.empty()) {
    text += gone.empty() ? "" : "; ";
    text += n(came.size()) + " now " + (came.size() == 1 ? "does" : "do") +
            (gone.empty() ? " run short: " : ": ") + listed(came);
  }
  return text + '.';
}

std::string cost_sentence(const KeptRun& a, const KeptRun& b, const Comparison& compared) {
  const std::int64_t parcels =
      number(b.summary().at("parcels")) - number(a.summary().at("parcels"));
  const std::string how_many = more(parcels, "parcel", "parcels");
  const bool told = compared.has_money && has_cost(a.figures(), b.figures());
  const std::int64_t cost = told ? shipping_cost(b.figures()) - shipping_cost(a.figures()) : 0;
  if (cost == 0 && how_many.empty()) return {};
  if (cost == 0) return " It takes " + how_many + '.';
  return " Shipping costs " + money(cost, a) + (cost > 0 ? " more" : " less") + ", with " +
         (how_many.empty() ? "as many parcels" : how_many) + '.';
}

std::string units_sentence(const Json& a, const Json& b) {
  std::string text;
  for (const auto& [key, what] :
       {std::pair{"refused", "refused"}, {"backordered", "made to wait"}}) {
    const std::int64_t by = number(b.at(key)) - number(a.at(key));
    const std::string how_many = more(by, "unit", "units");
    if (how_many.empty()) continue;
    text += (text.empty() ? " " : ", ") + how_many + (std::abs(by) == 1 ? " is " : " are ") + what;
  }
  return text.empty() ? text : text + '.';
}

}  // namespace

Comparison compare_runs(const KeptRun& a, const KeptRun& b) {
  Comparison out;
  out.unlike = unlike(a.summary(), b.summary());
  if (a.interrupted_behind() != b.interrupted_behind()) {
    out.unlike.insert(out.unlike.begin(), "interrupted");
  }
  add_orders(a.summary(), b.summary(), out.rows);
  add_reasons(a.summary(), b.summary(), out.rows);
  out.has_figures = !a.figures().is_null() && !b.figures().is_null();
  if (!out.has_figures) return out;
  out.has_money = a.has_money() && b.has_money() && a.currency() == b.currency();
  add_figures(a.figures(), b.figures(), out.has_money, out.rows);
  add_skus(a.figures(), b.figures(), out);
  return out;
}

std::string what_changes(const KeptRun& a, const KeptRun& b, const Comparison& compared,
                         const std::string& with) {
  const Json& was = a.summary().at("units");
  const Json& is = b.summary().at("units");
  const auto fill = [](const Json& units) {
    return per_thousand(number(units.at("at_once")), number(units.at("requested")));
  };
  const std::string now = shown(fill(is), Measure::thousandths, 0);
  const std::string rest = units_sentence(was, is) + cost_sentence(a, b, compared) +
                           (compared.has_figures ? skus_sentence(a, b, compared) : "");
  if (rest.empty() && number(was.at("at_once")) == number(is.at("at_once"))) {
    return with + " nothing changes: " + now + " of the units asked for are promised at once.";
  }
  if (fill(was) == fill(is)) {
    return with + ' ' + now + " of the units asked for are promised at once, as before." + rest;
  }
  return with + ' ' + now + " instead of " + shown(fill(was), Measure::thousandths, 0) +
         " of the units asked for are promised at once." + rest;
}

std::string comparison_table(const KeptRun& a, const KeptRun& b, const Comparison& compared) {
  inspection::TextTable table(
      {{"", 0, false, true}, {"A", 0, true}, {"B", 0, true}, {"B - A", 1, true}}, table_columns(),
      takes_colour(STDOUT_FILENO));
  for (const Row& row : compared.rows) {
    table.add({row.name, shown(row.a, row.measure, a.exponent()),
               shown(row.b, row.measure, b.exponent()), change(row, a.exponent())},
              {Tone::plain, Tone::plain, Tone::plain, tone_of(row)});
  }
  std::string text = table.take();
  return text + table.note("--json");
}

std::string unlike_text(const Comparison& compared) {
  std::string text;
  for (const Unlike& each : unlike_texts) {
    if (std::ranges::find(compared.unlike, each.name) == compared.unlike.end()) continue;
    text += (text.empty() ? "" : ", ") + std::string(each.text);
  }
  return text;
}

Json comparison_json(const Comparison& compared, json::PrintForm form) {
  Json json{{"unlike", unlike_text(compared)}, {"rows", Json::array()}};
  for (const Row& row : compared.rows) {
    const char* unit = row.measure == Measure::count         ? "count"
                       : row.measure == Measure::thousandths ? "thousandths"
                                                             : "minor_units";
    const auto value = [&row, form](std::int64_t number) {
      return row.measure == Measure::money ? json::encode_integer(number, form) : Json(number);
    };
    json["rows"].push_back({{"name", row.name},
                            {"unit", unit},
                            {"a", value(row.a)},
                            {"b", value(row.b)},
                            {"change", value(row.b - row.a)}});
  }
  if (!compared.has_figures) return json;
  for (const auto& [name, skus] : {std::pair{"short_in_a_only", &compared.short_in_a},
                                   {"short_in_b_only", &compared.short_in_b}}) {
    json[name] = Json::array();
    for (const ComparedSku& sku : *skus) {
      json[name].push_back({{"sku", sku.sku}, {"missing_units", sku.a + sku.b}});
    }
  }
  return json;
}

}  // namespace allot::program
