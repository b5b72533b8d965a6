// An explanation as one JSON object.
#include <nlohmann/json.hpp>
#include <set>

#include "json/encode.hpp"
#include "program/explanation.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

class JsonPrinter {
 public:
  explicit JsonPrinter(const json::Names& names) : names_(names) {}

  Json step(const HistoryStep& step) const {
    Json object{{"sequence", step.sequence}, {"time", step.time}};
    if (step.names_order) {
      Command command = step.command;
      std::visit(
          [&step](auto& c) {
            if constexpr (requires { c.lines; }) c.lines = step.lines;
          },
          command);
      object["command"] = json::encode(command, names_);
    }
    if (!step.rules.empty()) {
      Json rules = Json::array();
      for (const RuleHit& rule : step.rules) {
        rules.push_back({{"rule", rule.rule}, {"hit", rule.hit}, {"value", rule.value}});
      }
      object["rules"] = std::move(rules);
    }
    if (!step.choices.empty()) {
      Json choices = Json::array();
      for (const Choice& each : step.choices) choices.push_back(choice(each, step.policy));
      object["choices"] = std::move(choices);
    }
    Json events = Json::array();
    for (const Event& event : step.events) events.push_back(json::encode(event, names_));
    object["events"] = std::move(events);
    return object;
  }

  Json order(const OrderInspection& order) const {
    Json object{{"status", status_name(order.status)},
                {"payment", payment_name(order.payment)},
                {"review", review_name(order)},
                {"version", order.version},
                {"value", order.value}};
    if (order.pay_by != 0) object["pay_by"] = order.pay_by;
    if (order.review_by != 0) object["review_by"] = order.review_by;
    Json lines = Json::array();
    for (const LineInspection& line : order.lines) {
      Json holds = Json::array();
      for (const HoldInspection& hold : line.holds) {
        holds.push_back({{"node", code(json::NameKind::node, hold.node.value)},
                         {"lot", hold.lot},
                         {"quantity", hold.quantity}});
      }
      lines.push_back({{"sku", code(json::NameKind::sku, line.sku.value)},
                       {"ordered", line.ordered},
                       {"waiting", line.waiting},
                       {"refused", line.refused},
                       {"price", line.price},
                       {"holds", std::move(holds)}});
    }
    object["lines"] = std::move(lines);
    return object;
  }

 private:
  // The code, or the id where there is none.
  Json code(json::NameKind kind, std::uint32_t id) const {
    const std::string_view text = names_.code(kind, id);
    if (text.empty()) return id;
    return std::string(text);
  }

  Json plan(const Plan& plan) const {
    Json nodes = Json::array();
    for (const std::uint32_t node : plan.nodes) nodes.push_back(code(json::NameKind::node, node));
    return {{"nodes", std::move(nodes)}, {"cost", plan.cost}};
  }

  Json stock(const std::map<std::uint32_t, std::uint32_t>& units_by_node) const {
    Json array = Json::array();
    for (const auto& [node, units] : units_by_node) {
      array.push_back({{"node", code(json::NameKind::node, node)}, {"units", units}});
    }
    return array;
  }

  Json choice(const Choice& choice, SourcingPolicy policy) const {
    Json lines = Json::array();
    std::set<std::uint32_t> considered;
    for (const auto& [node, units] : choice.last_stock) considered.insert(node);
    for (const ChoiceLine& line : choice.lines) {
      for (const auto& [node, units] : line.stock) considered.insert(node);
      lines.push_back({{"line", line.line},
                       {"sku", code(json::NameKind::sku, line.sku.value)},
                       {"wants", line.wanted},
                       {"can_have", line.total},
                       {"needs_now", line.need},
                       {"stock", stock(line.stock)}});
    }
    Json nodes = Json::array();
    for (const auto& [node, why] : choice.excluded) {
      nodes.push_back(
          {{"node", code(json::NameKind::node, node)}, {"verdict", "left out, " + why}});
    }
    for (const std::uint32_t node : considered) {
      Json entry{{"node", code(json::NameKind::node, node)},
                 {"verdict", verdict(choice, node, policy)}};
      const auto best = choice.cheapest_with.find(node);
      if (best != choice.cheapest_with.end()) entry["cheapest_plan_with_it"] = plan(best->second);
      nodes.push_back(std::move(entry));
    }
    Json object{{"network_nodes", choice.candidates},
                {"sets_looked_at", choice.sets_looked_at},
                {"sets_that_serve", choice.sets_that_serve},
                {"lines", std::move(lines)}};
    if (!choice.last_stock.empty()) object["deciding_line_stock"] = stock(choice.last_stock);
    object["nodes"] = std::move(nodes);
    object["bounded"] = choice.bounded;
    object["chosen"] = choice.chosen ? plan(*choice.chosen) : Json(nullptr);
    return object;
  }

  const json::Names& names_;
};

}  // namespace

Json to_json(const Explanation& explanation) {
  const JsonPrinter printer(explanation.names);
  Json steps = Json::array();
  for (const HistoryStep& step : explanation.history.steps()) steps.push_back(printer.step(step));
  Json object{
      {"order_key", json::encode_key(explanation.order_key.high, explanation.order_key.low)},
      {"last_sequence", explanation.last_sequence},
      {"steps", std::move(steps)},
      {"passed_over", explanation.history.passed_over()}};
  object["order"] = explanation.order ? printer.order(*explanation.order) : Json(nullptr);
  return object;
}

}  // namespace allot::program
