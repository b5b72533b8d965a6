#include <nlohmann/json.hpp>

#include "report/headline.hpp"
#include "report/report_page.hpp"

namespace allot::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t ms_ns = 1'000'000;

Json demand_json(const Demand& demand) {
  return {{"orders", demand.orders},
          {"accepted", demand.accepted},
          {"units", demand.units},
          {"at_once", demand.at_once},
          {"waiting", demand.waiting},
          {"refused", demand.refused},
          {"value", demand.value},
          {"value_waiting", demand.value_waiting},
          {"value_refused", demand.value_refused}};
}

Json steps_json(const RunFigures& figures) {
  Json steps = Json::array();
  for (const TimeStep& step : figures.steps) {
    Json one = demand_json(step.demand);
    one["ran_short"] = step.ran_short;
    one["served"] = step.served;
    one["paid"] = step.paid;
    one["expired"] = step.expired;
    one["cancelled"] = step.cancelled;
    steps.push_back(std::move(one));
  }
  return steps;
}

Json named_json(const std::map<std::string, Demand>& demands) {
  Json rows = Json::array();
  for (const auto& [name, demand] : demands) {
    Json one = demand_json(demand);
    one["name"] = name;
    rows.push_back(std::move(one));
  }
  return rows;
}

Json nodes_json(const RunFigures& figures) {
  Json rows = Json::array();
  for (const NodeLoad& node : figures.nodes) {
    rows.push_back({{"name", node.code},
                    {"received", node.received},
                    {"taken", node.taken},
                    {"lines", node.lines},
                    {"parcels", node.parcels},
                    {"taken_by_step", node.taken_by_step}});
  }
  return rows;
}

Json shortfalls_json(const RunFigures& figures) {
  Json rows = Json::array();
  for (const Shortfall& row : figures.shortfalls) {
    rows.push_back({{"sku", row.sku},
                    {"first_ms", row.first_at / ms_ns},
                    {"last_ms", row.last_at / ms_ns},
                    {"asked", row.asked},
                    {"received", row.received},
                    {"withheld", row.withheld},
                    {"refused_orders", row.refused_orders},
                    {"refused", row.refused},
                    {"waited", row.waited},
                    {"served", row.served},
                    {"refused_with", row.refused_with},
                    {"needed", row.needed},
                    {"value_refused", row.value_refused},
                    {"value_with", row.value_with},
                    {"value_waited", row.value_waited},
                    {"no_stock_row", row.no_stock_row}});
  }
  return rows;
}

Json short_sums_json(const Shortfall& sums) {
  return {{"refused_orders", sums.refused_orders},
          {"refused", sums.refused},
          {"refused_with", sums.refused_with},
          {"waited", sums.waited},
          {"served", sums.served},
          {"needed", sums.needed},
          {"value_refused", sums.value_refused},
          {"value_with", sums.value_with},
          {"value_waited", sums.value_waited}};
}

Json advice_json(const RunFigures& figures) {
  Json rows = Json::array();
  for (const StockAdvice::Row& row : figures.advice.rows) {
    rows.push_back({{"sku", row.sku}, {"node", row.node}, {"units", row.units}});
  }
  Json besides = Json::array();
  for (const NeededBesides& row : figures.needed_besides) {
    besides.push_back({{"sku", row.sku}, {"units", row.units}});
  }
  return {{"rows", std::move(rows)},
          {"covered", figures.advice.covered},
          {"of", figures.advice.of},
          {"besides", std::move(besides)},
          {"skus_besides", figures.skus_needed_besides}};
}

Json refusals_json(const RunFigures& figures) {
  Json rows = Json::array();
  for (const auto& [reason, refusals] : figures.refusals) {
    const ReasonText& text = reason_text(reason);
    rows.push_back({{"reason", text.name},
                    {"number", static_cast<unsigned>(reason)},
                    {"text", text.text},
                    {"to_do", text.to_do},
                    {"orders", refusals.orders},
                    {"lines", refusals.lines},
                    {"units", refusals.units},
                    {"value", refusals.value}});
  }
  return rows;
}

Json afterwards_json(const Afterwards& after) {
  return {{"held_units", after.held_units},
          {"firm_units", after.firm_units},
          {"paid", after.paid},
          {"pending", after.pending},
          {"failed", after.failed},
          {"reminders", after.reminders},
          {"expired", after.expired},
          {"expired_units", after.expired_units},
          {"expired_value", after.expired_value},
          {"cancelled", after.cancelled},
          {"cancelled_units", after.cancelled_units},
          {"cancelled_value", after.cancelled_value},
          {"in_review", after.in_review},
          {"approved", after.approved},
          {"rejected", after.rejected},
          {"retaken", after.retaken},
          {"refunds_due", after.refunds_due},
          {"refunds_value", after.refunds_value}};
}

Json figures_json(const RunFigures& figures) {
  Json hours = Json::array();
  for (const Demand& hour : figures.hours) hours.push_back(demand_json(hour));
  Json parcels = Json::array();
  for (const ParcelGroup& group : figures.parcels) {
    parcels.push_back({{"orders", group.orders}, {"cost", group.cost}});
  }
  return {{"begin_ms", figures.begin / ms_ns},
          {"step_ms", figures.step_ns / ms_ns},
          {"ahead_ms", figures.ahead_ns / ms_ns},
          {"steps", steps_json(figures)},
          {"total", demand_json(figures.total)},
          {"hours_in_turn", figures.hours_in_turn},
          {"first_hour_ms", figures.first_hour / ms_ns},
          {"hours", std::move(hours)},
          {"zones", named_json(figures.zones)},
          {"channels", named_json(figures.channels)},
          {"nodes", nodes_json(figures)},
          {"skus_short", figures.skus_short},
          {"short_without_row", figures.short_without_row},
          {"waited_for_others", figures.waited_for_others},
          {"value_waited_for_others", figures.value_waited_for_others},
          {"first_short", figures.first_short},
          {"first_short_ms", figures.short_at.first / ms_ns},
          {"half_short_ms", figures.short_at.half / ms_ns},
          {"all_short_ms", figures.short_at.all / ms_ns},
          {"shortfalls", shortfalls_json(figures)},
          {"short_sums", short_sums_json(figures.short_sums)},
          {"advice", advice_json(figures)},
          {"refusals", refusals_json(figures)},
          {"afterwards", afterwards_json(figures.afterwards)},
          {"parcels", std::move(parcels)},
          {"holds_made_up", figures.holds_made_up},
          {"costs_made_up", figures.costs_made_up}};
}

Json latency_json(const RunReport& run) {
  Json points = Json::array();
  for (const LatencyPoint& point : run.latency_points) {
    points.push_back({{"per_million", point.per_million}, {"ns", point.ns}});
  }
  points.push_back({{"per_million", 1'000'000}, {"ns", run.latency_ns.max}});
  return points;
}

// Whoever reads the block as HTML sees no tag in it, and no end of it.
std::string without_tags(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    switch (c) {
      case '<': out += "\\u003c"; break;
      case '>': out += "\\u003e"; break;
      case '&': out += "\\u0026"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace

std::string report_data(const SimulationReport& report, const PageOptions& options) {
  const RunReport& first = report.virtual_time ? *report.virtual_time : *report.live;
  Json json;
  json["language"] = options.language == Language::zh ? "zh" : "en";
  json["headline"] = marked_headline(report, options.language);
  json["command"] = options.command;
  const auto fill = hundredths_beside_a_limit(first.units.at_once, first.units.requested);
  if (fill) json["fill"] = *fill;              // in ten thousandths, where tenths would mislead
  json["seed"] = std::to_string(report.seed);  // a script's numbers end at 2^53
  json["currency"] = report.input.currency;
  json["several_currencies"] = report.input.several_currencies;
  json["exponent"] = report.input.exponent;
  json["time_zone"] = report.input.time_zone.empty() ? "UTC" : report.input.time_zone;
  json["times_as_in_file"] = report.input.times_as_in_file;
  json["mode"] = first.mode;
  // What --json prints, as it is printed.
  json["summary"] = Json::parse(to_json(report));
  if (first.figures) json["figures"] = figures_json(*first.figures);
  if (report.live) json["latency"] = latency_json(*report.live);
  return without_tags(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string comparison_data(const ComparedRuns& runs) {
  const Json json{{"names", {{"a", runs.name_a}, {"b", runs.name_b}}},
                  {"changed", runs.changed},
                  {"unlike", runs.unlike},
                  {"runs", {{"a", Json::parse(runs.data_a)}, {"b", Json::parse(runs.data_b)}}}};
  return without_tags(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace allot::report
