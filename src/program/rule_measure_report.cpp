#include "program/rule_measure_report.hpp"

#include <absl/strings/str_cat.h>
#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "json/counted.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 5> phase_words{"limit", "allow", "block", "review", "score"};

std::string_view word_of(rules::RulePhase phase) {
  return phase_words[static_cast<std::size_t>(phase)];
}

// Returns: "81.3 %"; "-" of nothing. Rounded down, so that 100 % is all of them.
std::string share_text(std::uint64_t part, std::uint64_t of) {
  if (of == 0) return "-";
  const std::uint64_t permille = part * 1'000 / of;
  return absl::StrFormat("%d.%d %%", permille / 10, permille % 10);
}
Json share_json(std::uint64_t part, std::uint64_t of) {
  return of == 0 ? Json(nullptr) : Json(part * 1'000 / of);
}

void add_row(std::string& out, std::string_view name, const MeasuredOrders& orders) {
  absl::StrAppendFormat(&out, "%-20s %9s %8s %8s %8s %9s %9s\n", name, json::grouped(orders.orders),
                        json::grouped(orders.limited), json::grouped(orders.blocked),
                        json::grouped(orders.reviewed), json::grouped(orders.passed()),
                        share_text(orders.stopped(), orders.orders));
}

void add_classes(std::string& out, const RuleMeasure& measure) {
  absl::StrAppendFormat(&out, "%-20s %9s %8s %8s %8s %9s %9s\n", "class", "orders", "limit",
                        "block", "review", "passed", "stopped");
  for (const MeasuredClass& one : measure.classes) {
    add_row(out, one.name, one.all);
    if (one.kinds.size() < 2) continue;
    for (const auto& [kind, orders] : one.kinds) add_row(out, "  " + kind, orders);
  }
}

void add_rules(std::string& out, const RuleMeasure& measure) {
  absl::StrAppendFormat(&out, "%-30s %-7s %8s %8s %8s %10s\n", "rule", "phase", "hits", "fraud",
                        "honest", "precision");
  for (const MeasuredRule& rule : measure.rules) {
    const std::uint64_t honest = rule.honest_hits();
    const std::uint64_t hits = rule.fraud + honest;
    absl::StrAppendFormat(&out, "%-30s %-7s %8s %8s %8s %10s\n", rule.id, word_of(rule.phase),
                          json::grouped(hits), json::grouped(rule.fraud), json::grouped(honest),
                          share_text(rule.fraud, hits));
    if (honest != 0) {
      std::vector<std::pair<std::string, std::uint64_t>> kinds(rule.honest.begin(),
                                                               rule.honest.end());
      std::ranges::stable_sort(kinds,
                               [](const auto& a, const auto& b) { return a.second > b.second; });
      std::string line = "  honest:";
      for (const auto& [kind, count] : kinds) {
        absl::StrAppend(&line, line.ends_with(':') ? " " : ", ", kind, " ", json::grouped(count));
      }
      absl::StrAppend(&out, line, "\n");
    }
    if (rule.is_shadow) absl::StrAppend(&out, "  in the shadow: without effect\n");
    if (rule.errors != 0) {
      absl::StrAppend(&out, "  could not be evaluated: ", json::counted(rule.errors, "time"), "\n");
    }
  }
}

std::string stopped_text(const std::string& what, std::uint64_t fraud, std::uint64_t honest,
                         const RuleMeasure& measure) {
  return absl::StrCat(what, ": ", json::counted(fraud + honest, "order"), ", precision ",
                      share_text(fraud, fraud + honest), ", recall ",
                      share_text(fraud, measure.fraud.orders), "; ",
                      share_text(honest, measure.honest.orders), " of honest orders\n");
}

Json orders_json(const MeasuredOrders& orders) {
  return {{"orders", orders.orders},
          {"limited", orders.limited},
          {"blocked", orders.blocked},
          {"reviewed", orders.reviewed},
          {"passed", orders.passed()},
          {"otherwise", orders.otherwise},
          {"stopped_permille", share_json(orders.stopped(), orders.orders)}};
}

}  // namespace

std::string text_of(const RuleMeasure& measure) {
  std::string out = absl::StrCat(
      measure.set, ": ", json::counted(measure.honest.orders + measure.fraud.orders, "order"), ", ",
      json::grouped(measure.fraud.orders), " of them not honest\n\n");
  add_classes(out, measure);
  absl::StrAppend(&out, "\n");
  add_rules(out, measure);
  const MeasuredOrders& fraud = measure.fraud;
  const MeasuredOrders& honest = measure.honest;
  absl::StrAppend(&out, "\n",
                  stopped_text("refused", fraud.limited + fraud.blocked,
                               honest.limited + honest.blocked, measure),
                  stopped_text("stopped", fraud.stopped(), honest.stopped(), measure));
  if (const std::uint64_t others = fraud.otherwise + honest.otherwise; others != 0) {
    absl::StrAppend(&out, "refused for something else than rules: ", json::counted(others, "order"),
                    "\n");
  }
  return out;
}

Json json_of(const RuleMeasure& measure) {
  Json classes = Json::array();
  for (const MeasuredClass& one : measure.classes) {
    Json kinds = Json::object();
    for (const auto& [kind, orders] : one.kinds) kinds[kind] = orders_json(orders);
    Json row{{"class", one.name}, {"honest", one.is_honest}};
    row.update(orders_json(one.all));
    row["kinds"] = std::move(kinds);
    classes.push_back(std::move(row));
  }
  Json rules = Json::array();
  for (const MeasuredRule& rule : measure.rules) {
    const std::uint64_t honest = rule.honest_hits();
    Json kinds = Json::object();
    for (const auto& [kind, count] : rule.honest) kinds[kind] = count;
    rules.push_back({{"rule", rule.id},
                     {"phase", word_of(rule.phase)},
                     {"shadow", rule.is_shadow},
                     {"hits", rule.fraud + honest},
                     {"fraud", rule.fraud},
                     {"honest", honest},
                     {"errors", rule.errors},
                     {"precision_permille", share_json(rule.fraud, rule.fraud + honest)},
                     {"honest_kinds", std::move(kinds)}});
  }
  const std::uint64_t stopped = measure.fraud.stopped() + measure.honest.stopped();
  return {{"set", measure.set},
          {"classes", std::move(classes)},
          {"rules", std::move(rules)},
          {"honest", orders_json(measure.honest)},
          {"fraud", orders_json(measure.fraud)},
          {"precision_permille", share_json(measure.fraud.stopped(), stopped)},
          {"recall_permille", share_json(measure.fraud.stopped(), measure.fraud.orders)}};
}

}  // namespace allot::program
