// An explanation as text for a person.
#include <nlohmann/json.hpp>
#include <set>

#include "json/encode.hpp"
#include "json/scalar_text.hpp"
#include "program/explanation.hpp"

namespace allot::program {
namespace {

class TextPrinter {
 public:
  TextPrinter(const Explanation& explanation, std::ostream& out) : it_(explanation), out_(out) {}

  void print() {
    out_ << "Order " << json::encode_key(it_.order_key.high, it_.order_key.low).dump()
         << ", as of sequence " << it_.last_sequence << "\n";
    for (const HistoryStep& step : it_.history.steps()) print_step(step);
    print_order();
  }

 private:
  std::string code(json::NameKind kind, std::uint32_t id) const {
    const std::string_view text = it_.names.code(kind, id);
    return text.empty() ? "id " + std::to_string(id) : std::string(text);
  }
  std::string node(std::uint32_t id) const { return code(json::NameKind::node, id); }

  std::string nodes(const std::vector<std::uint32_t>& ids) const {
    std::string text;
    for (const std::uint32_t id : ids) text += (text.empty() ? "" : " + ") + node(id);
    return text;
  }

  void print_step(const HistoryStep& step) {
    Command command = step.command;
    std::visit(
        [&step](auto& c) {
          if constexpr (requires { c.lines; }) c.lines = step.lines;
        },
        command);
    out_ << "\n" << step.sequence << "  " << json::time_text(step.time) << "  ";
    if (step.names_order) {
      out_ << json::line_text(json::encode(command, it_.names)) << "\n";
    } else {
      out_ << "in the step of another command, work that was due for this order\n";
    }
    for (const RuleHit& rule : step.rules) {
      out_ << "    rule " << rule.rule << ": " << (rule.hit ? "HIT, " : "") << rule.value << "\n";
    }
    for (const Choice& choice : step.choices) print_choice(choice, step.policy);
    for (const Event& event : step.events) {
      out_ << "    -> " << json::line_text(json::encode(event, it_.names)) << "\n";
    }
  }

  void print_choice(const Choice& choice, SourcingPolicy policy) {
    out_ << "    choice among " << choice.candidates << " nodes of the network, "
         << choice.sets_looked_at << " sets looked at, " << choice.sets_that_serve << " serve it\n";
    for (const auto& [id, why] : choice.excluded) {
      out_ << "      " << node(id) << ": left out, " << why << "\n";
    }
    std::set<std::uint32_t> considered;
    for (const ChoiceLine& line : choice.lines) {
      out_ << "      line " << line.line << " " << code(json::NameKind::sku, line.sku.value)
           << ": wants " << line.wanted << ", can have " << line.total << ", needs now "
           << line.need << "; stock";
      for (const auto& [id, units] : line.stock) {
        out_ << " " << node(id) << " " << units;
        considered.insert(id);
      }
      out_ << "\n";
    }
    if (!choice.last_stock.empty()) {
      out_ << "      the line that decided it; stock";
      for (const auto& [id, units] : choice.last_stock) {
        out_ << " " << node(id) << " " << units;
        considered.insert(id);
      }
      out_ << "\n";
    }
    for (const std::uint32_t id : considered) {
      out_ << "      " << node(id) << ": " << verdict(choice, id, policy) << "\n";
    }
    if (choice.chosen && !choice.chosen->nodes.empty()) {
      out_ << "      taken: " << nodes(choice.chosen->nodes) << " at cost " << choice.chosen->cost
           << (choice.bounded ? ", by the bounded fallback" : "") << "\n";
    } else {
      out_ << "      taken: nothing\n";
    }
  }

  void print_order() {
    if (it_.history.passed_over() != 0) {
      out_ << "\nWaiting, it had its turn " << it_.history.passed_over()
           << " more times and could not be served.\n";
    }
    if (!it_.order) {
      out_ << "\nNow: no such order is known (refused, never asked for, or retired)\n";
      return;
    }
    const OrderInspection& order = *it_.order;
    out_ << "\nNow: " << status_name(order.status) << ", " << payment_name(order.payment) << ", "
         << review_name(order) << ", version " << order.version << ", value " << order.value;
    if (order.pay_by != 0) out_ << ", pay_by " << json::time_text(order.pay_by);
    if (order.review_by != 0) out_ << ", review_by " << json::time_text(order.review_by);
    out_ << "\n";
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      const LineInspection& line = order.lines[i];
      out_ << "  line " << i << " " << code(json::NameKind::sku, line.sku.value) << ": ordered "
           << line.ordered;
      for (const HoldInspection& hold : line.holds) {
        out_ << ", " << hold.quantity << " at " << node(hold.node.value);
        if (hold.lot != 0) out_ << " lot " << hold.lot;
      }
      if (line.waiting != 0) out_ << ", " << line.waiting << " waiting";
      if (line.refused != 0) out_ << ", " << line.refused << " refused";
      out_ << "\n";
    }
  }

  const Explanation& it_;
  std::ostream& out_;
};

}  // namespace

void print_text(const Explanation& explanation, std::ostream& out) {
  TextPrinter(explanation, out).print();
}

}  // namespace allot::program
