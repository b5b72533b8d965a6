// An explanation as one JSON object.
#include <nlohmann/json.hpp>

#include "json/encode.hpp"
#include "json/enum_names.hpp"
#include "program/explanation.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

// Effects: an order that went into another says into which.
template <class Inspection>
void put_merged(Json& object, const Inspection& order, json::PrintForm form) {
  if (!order.merged_into.present()) return;
  object["merged_into"] = json::encode_key(order.merged_into.high, order.merged_into.low, form);
  object["merged_sequence"] = json::encode_integer(order.merged_sequence, form);
}

class JsonPrinter {
 public:
  JsonPrinter(const json::Names& names, json::PrintForm form) : names_(names), form_(form) {}

  Json step(const HistoryStep& step) const {
    Json object{{"sequence", integer(step.sequence)}};
    json::put_time(object, "time", step.time, form_);
    if (step.names_order) {
      Command command = step.command;
      std::visit(
          [&step](auto& c) {
            if constexpr (requires { c.lines; }) c.lines = step.lines;
          },
          command);
      object["command"] = json::encode(command, names_, form_);
    }
    if (!step.rules.findings.empty()) {
      Json rules = Json::array();
      for (const RiskFinding& finding : step.rules.findings) {
        rules.push_back(rule(finding, step.rules.limits));
      }
      object["rules"] = std::move(rules);
    }
    if (!step.choices.empty()) {
      Json choices = Json::array();
      for (const Choice& each : step.choices) choices.push_back(choice(each));
      object["choices"] = std::move(choices);
    }
    if (!step.caps.empty()) {
      Json caps = Json::array();
      for (const CapFinding& each : step.caps) caps.push_back(cap(each));
      object["caps"] = std::move(caps);
    }
    Json events = Json::array();
    for (const Event& event : step.events) events.push_back(json::encode(event, names_, form_));
    object["events"] = std::move(events);
    return object;
  }

  Json order(const OrderInspection& order) const {
    Json object{{"status", status_name(order.status)},
                {"payment", payment_name(order.payment)},
                {"review", review_name(order)},
                {"version", order.version},
                {"value", integer(order.value)}};
    if ((order.discount | order.shipping | order.shipping_tax) != 0) {
      object["discount"] = integer(order.discount);
      object["shipping"] = integer(order.shipping);
      object["shipping_tax"] = integer(order.shipping_tax);
      object["tax_included"] = order.tax_included;
    }
    if (order.payments.recorded) {
      object["authorised"] = integer(order.payments.authorised);
      object["captured"] = integer(order.payments.captured);
      object["refunded"] = integer(order.payments.refunded);
      object["reversed"] = integer(order.payments.reversed);
      object["charged_back"] = integer(order.payments.charged_back);
      object["open"] = integer(order.payments.open);
      object["refund_due"] = integer(order.payments.refund_due);
      if (order.payments.credit != 0) object["credit"] = integer(order.payments.credit);
    }
    if (order.asked_back) object["asked_back"] = true;
    put_merged(object, order, form_);
    if (order.pay_by != 0) json::put_time(object, "pay_by", order.pay_by, form_);
    if (order.review_by != 0) json::put_time(object, "review_by", order.review_by, form_);
    Json lines = Json::array();
    for (const LineInspection& line : order.lines) {
      Json holds = Json::array();
      for (const HoldInspection& hold : line.holds) {
        holds.push_back({{"node", code(json::NameKind::node, hold.node.value)},
                         {"lot", integer(hold.lot)},
                         {"quantity", hold.quantity}});
      }
      lines.push_back({{"sku", code(json::NameKind::sku, line.sku.value)},
                       {"ordered", line.ordered},
                       {"waiting", line.waiting},
                       {"refused", line.refused},
                       {"shipped", line.shipped},
                       {"shipped_beyond", line.shipped_beyond},
                       {"delivered", line.delivered},
                       {"returned", line.returned},
                       {"price", integer(line.price)},
                       {"holds", std::move(holds)}});
      if (line.to_pick != 0) lines.back()["to_pick"] = line.to_pick;
      if (line.picked != 0) lines.back()["picked"] = line.picked;
      if (line.packed != 0) lines.back()["packed"] = line.packed;
      if (line.lost != 0) lines.back()["lost"] = line.lost;
      if (line.turned_away != 0) lines.back()["turned_away"] = line.turned_away;
      if (line.total != 0) lines.back()["total"] = integer(line.total);
      if (line.discount != 0) lines.back()["discount"] = integer(line.discount);
      if (line.tax != 0) lines.back()["tax"] = integer(line.tax);
      if (line.line_number != 0) lines.back()["line_number"] = line.line_number;
      if (line.wanted_at != 0) json::put_time(lines.back(), "wanted_at", line.wanted_at, form_);
    }
    object["lines"] = std::move(lines);
    if (order.cap_debits.empty()) return object;
    Json debits = Json::array();
    for (const CapDebitInspection& debit : order.cap_debits) {
      Json one{{"cap", code(json::NameKind::cap, debit.cap.value)},
               {"token", integer(debit.token)}};
      json::put_time(one, "window_begin", debit.window_begin, form_);
      one["quantity"] = debit.units;
      one["excess"] = debit.excess;
      debits.push_back(std::move(one));
    }
    object["cap_debits"] = std::move(debits);
    return object;
  }

 private:
  // The code, or the id where there is none.
  Json code(json::NameKind kind, std::uint32_t id) const {
    const std::string_view text = names_.code(kind, id);
    if (text.empty()) return id;
    return std::string(text);
  }

  Json integer(auto value) const { return json::encode_integer(value, form_); }

  // What was looked at stands in numbers beside the words, where the rule compares two.
  Json rule(const RiskFinding& finding, const SetRiskLimits& limits) const {
    const bool asked =
        finding.outcome != RuleOutcome::off && finding.outcome != RuleOutcome::not_asked;
    Json object{{"rule", rule_name(finding)},
                {"hit", asked && finding.outcome != RuleOutcome::passed},
                {"outcome", outcome_name(finding.outcome)},
                {"value", rule_words(finding, limits)}};
    if (!asked || finding.rule == RiskRule::allow || finding.rule == RiskRule::block) {
      return object;
    }
    const bool is_money = finding.rule == RiskRule::order_value ||
                          finding.rule == RiskRule::price_band || finding.rule == RiskRule::review;
    object["looked_at"] = is_money ? integer(finding.value) : Json(finding.value);
    object["limit"] = is_money ? integer(finding.limit) : Json(finding.limit);
    if (finding.looked_at_line) object["line"] = finding.line;
    return object;
  }

  Json cap(const CapFinding& finding) const {
    Json object{{"cap", code(json::NameKind::cap, finding.cap.value)},
                {"measure", enum_names<CapMeasure>[static_cast<std::size_t>(finding.measure)]},
                {"per", enum_names<TokenKind>[static_cast<std::size_t>(finding.per)]},
                {"token", integer(finding.token)},
                {"wants", finding.wanted},
                {"left", finding.left},
                {"at_most", finding.at_most}};
    if (finding.next_window_at != 0) {
      json::put_time(object, "next_window_at", finding.next_window_at, form_);
    }
    if (finding.reason != Reason::ok) object["reason"] = reason_name(finding.reason);
    return object;
  }

  Json plan(const NodePlan& plan) const {
    Json nodes = Json::array();
    for (const std::uint32_t node : plan.nodes) nodes.push_back(code(json::NameKind::node, node));
    return {{"nodes", std::move(nodes)}, {"cost", integer(plan.cost)}};
  }

  Json line(const LineTold& told) const {
    const LineFinding& finding = told.finding;
    Json stock = Json::array();
    for (const NodeUnits& at : told.at) {
      stock.push_back({{"node", code(json::NameKind::node, at.node.value)}, {"units", at.units}});
    }
    Json object{{"line", finding.line},
                {"sku", code(json::NameKind::sku, finding.sku.value)},
                {"wants", finding.wanted},
                {"can_have", finding.can_have},
                {"needs_now", finding.need}};
    if (finding.waits != 0) object["waits"] = finding.waits;
    if (finding.claimed) object["claimed"] = true;
    if (finding.before != 0) object["before"] = finding.before;
    if (finding.reason != Reason::ok) object["reason"] = reason_name(finding.reason);
    object["stock"] = std::move(stock);
    for (const NodeUnits& at : told.withheld) {
      object["withheld"].push_back(
          {{"node", code(json::NameKind::node, at.node.value)}, {"units", at.units}});
    }
    for (const NodeUnits& at : told.near_end) {
      object["near_end"].push_back(
          {{"node", code(json::NameKind::node, at.node.value)}, {"units", at.units}});
    }
    return object;
  }

  Json nodes(const Choice& choice) const {
    Json nodes = Json::array();
    for (const auto& [node, why] : choice.excluded) {
      nodes.push_back(
          {{"node", code(json::NameKind::node, node)}, {"verdict", "left out, " + why}});
    }
    for (const NodeId node : candidates_of(choice)) {
      const std::string why = verdict(choice, node);
      Json entry{{"node", code(json::NameKind::node, node.value)}};
      if (!why.empty()) entry["verdict"] = why;
      const auto lost = choice.lost.find(node.value);
      if (lost != choice.lost.end() && !lost->second.best_with_it.nodes.empty()) {
        entry["best_plan_with_it"] = plan(lost->second.best_with_it);
      }
      nodes.push_back(std::move(entry));
    }
    return nodes;
  }

  Json choice(const Choice& choice) const {
    Json lines = Json::array();
    for (const LineTold& each : choice.lines) lines.push_back(line(each));
    Json object{{"policy", enum_names<SourcingPolicy>[static_cast<std::size_t>(choice.policy)]},
                {"network_nodes", choice.network_nodes},
                {"sets_looked_at", choice.sets_looked_at},
                {"sets_that_serve", choice.sets_that_serve},
                {"lines", std::move(lines)},
                {"nodes", nodes(choice)}};
    if (!choice.fallback.empty()) {
      Json rounds = Json::array();
      for (const CoverTold& cover : choice.fallback) {
        rounds.push_back({{"round", cover.round},
                          {"node", code(json::NameKind::node, cover.node.value)},
                          {"covers", cover.units},
                          {"taken", cover.taken}});
      }
      object["fallback"] = std::move(rounds);
    }
    object["bounded"] = choice.bounded;
    object["chosen"] = choice.chosen ? plan(*choice.chosen) : Json(nullptr);
    if (choice.given_up) object["given_up"] = reason_name(*choice.given_up);
    return object;
  }

  const json::Names& names_;
  json::PrintForm form_;
};

Json stub_json(const StubInspection& stub, json::PrintForm form) {
  Json object{{"status", status_name(stub.status)},
              {"payment", payment_name(stub.payment)},
              {"value", json::encode_integer(stub.value, form)},
              {"placed_sequence", json::encode_integer(stub.sequence, form)}};
  json::put_time(object, "retired_at", stub.retired_at, form);
  put_merged(object, stub, form);
  return object;
}

Json news_json(const NewsInspection& item, json::PrintForm form) {
  Json object{{"command", command_name(item.command)},
              {"sequence", json::encode_integer(item.sequence, form)}};
  if (item.paid_at != 0) json::put_time(object, "paid_at", item.paid_at, form);
  json::put_time(object, "until", item.until, form);
  return object;
}

}  // namespace

Json to_json(const Explanation& explanation) {
  const JsonPrinter printer(explanation.names, explanation.form);
  Json steps = Json::array();
  for (const HistoryStep& step : explanation.history.steps()) steps.push_back(printer.step(step));
  Json object{{"order_key", json::encode_key(explanation.order_key.high, explanation.order_key.low,
                                             explanation.form)},
              {"order_number", number_of(explanation)},
              {"last_sequence", json::encode_integer(explanation.last_sequence, explanation.form)},
              {"steps", std::move(steps)},
              {"passed_over", explanation.history.passed_over()}};
  if (number_of(explanation).empty()) object.erase("order_number");
  if (!explanation.left_out.empty()) object["left_out"] = explanation.left_out;
  object["order"] = explanation.order ? printer.order(*explanation.order) : Json(nullptr);
  if (explanation.stub) object["stub"] = stub_json(*explanation.stub, explanation.form);
  for (const NewsInspection& item : explanation.news) {
    object["news"].push_back(news_json(item, explanation.form));
  }
  return object;
}

}  // namespace allot::program
