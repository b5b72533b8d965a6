#include "rules/explain.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "cel/times.hpp"
#include "rules/names.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

// Returns: the words with a comma between them.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string of_feature(const FeatureDeclaration& feature, std::string_view name) {
  std::string text = "v." + std::string(name) + ": ";
  switch (feature.kind) {
    case FeatureKind::count: text += "how often"; break;
    case FeatureKind::sum: text += "a sum"; break;
    case FeatureKind::distinct:
      text += "how many of " + std::string(name_of(feature.distinct));
      break;
    case FeatureKind::age_since_first: text += "since when known"; break;
  }
  text += ", by " + std::string(name_of(feature.key));
  if (feature.key_second != FeatureField::none) {
    text += " and " + std::string(name_of(feature.key_second));
  }
  text += ", in " + cel::text_of(cel::Duration{feature.window_ns});
  if (is_bucketed(feature)) {
    text += ", in steps of " + cel::text_of(cel::Duration{feature.step_ns});
  } else if (feature.cap != 0) {
    text += ", exact up to " + std::to_string(feature.cap);
  }
  return text + (feature.prior ? ", without this order" : "");
}

// Fields of the order and of its lines that a rule reads.
std::vector<std::string> fields_of(const cel::RuleExpression& rule) {
  std::set<std::string> fields;
  for (std::size_t i = 0; i < rule.ast.nodes.size(); ++i) {
    const cel::Expr& expr = rule.ast.nodes[i];
    const bool reads = expr.kind == cel::ExprKind::select || expr.kind == cel::ExprKind::has;
    if (!reads || expr.children.empty()) continue;
    const cel::Reference& of = rule.checked.references[expr.children[0]];
    if (of.kind == cel::ReferenceKind::variable && of.index == order_variable) {
      fields.insert("o." + expr.name);
    } else if (of.kind == cel::ReferenceKind::local) {
      fields.insert("line." + expr.name);
    }
  }
  return {fields.begin(), fields.end()};
}

std::string explained_rule(const CompiledRules& rules, std::size_t at) {
  const RuleSet& set = *rules.set;
  const RuleEntry& rule = set.rules[at];
  std::string text = std::string(rule.id.text()) + ": " + std::string(name_of(rule.phase));
  if (rule.phase == RulePhase::score) {
    text += (rule.score > 0 ? " +" : " ") + std::to_string(rule.score);
  }
  text += ", priority " + std::to_string(rule.priority);
  text += rule.shadow ? ", shadow: told, without effect\n" : ", live\n";
  text +=
      "  without a value: " + std::string(name_of(on_error_of(rule.phase, rule.on_error))) + "\n";
  if (rule.reason.present()) {
    text += "  customers are told: " + std::string(rule.reason.text()) + "\n";
  }
  std::string condition = rule.text;
  for (std::size_t line = condition.find('\n'); line != std::string::npos;
       line = condition.find('\n', line + 1)) {
    const std::size_t next = condition.find_first_not_of(" \t\r\n", line);
    condition.replace(line, (next == std::string::npos ? condition.size() : next) - line, "\n    ");
  }
  text += "  holds when: " + condition + "\n";
  const std::vector<std::string> fields = fields_of(rules.expressions[at]);
  if (!fields.empty()) text += "  reads: " + joined(fields) + "\n";
  for (std::size_t i = 0; i < set.features.size(); ++i) {
    if (((rule.features >> i) & 1U) != 0) {
      text += "  reads " + of_feature(set.features[i], set.feature_names[i].text()) + "\n";
    }
  }
  for (std::size_t i = 0; i < set.lists.size(); ++i) {
    if (((rule.lists >> i) & 1U) == 0) continue;
    text += "  reads list " + std::string(set.lists[i].name.text()) + " of tokens of kind " +
            std::string(enum_names<TokenKind>[static_cast<std::size_t>(set.lists[i].kind)]) + "\n";
  }
  return text + "  takes up to " + std::to_string(rules.steps[at]) + " steps\n";
}

}  // namespace

std::string explained(const CompiledRules& rules, std::string_view rule) {
  const RuleSet& set = *rules.set;
  std::string text;
  if (rule.empty()) {
    text = "set " + std::string(set.name.text()) + ": " + std::to_string(set.rules.size()) +
           " rules, " + std::to_string(set.features.size()) + " features, " +
           std::to_string(set.lists.size()) + " lists; all together up to " +
           std::to_string(set.steps) + " steps for an order\n";
  }
  for (std::size_t at = 0; at < set.rules.size(); ++at) {
    if (rule.empty() || set.rules[at].id.text() == rule) {
      text += (text.empty() ? "" : "\n") + explained_rule(rules, at);
    }
  }
  for (const ScoreBand& band : rule.empty() ? set.bands : std::vector<ScoreBand>()) {
    text += "\nscore from " + std::to_string(band.from) + ": " +
            std::string(name_of(band.verdict)) + "\n";
  }
  return text;
}

}  // namespace allot::rules
