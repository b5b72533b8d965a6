#include "rules/compiler.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "cel/checker.hpp"
#include "cel/graph.hpp"
#include "cel/parser.hpp"
#include "cel/program_check.hpp"
#include "rules/lints.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

using cel::Severity;

// A written text that is compared with a token is the token of that text.
void put_tokens_for_texts(cel::Ast& ast, const cel::Environment& environment) {
  const cel::Checked checked = cel::check(ast, environment);
  const auto is_token = [&](cel::ExprId id) {
    return checked.type_of(id).kind == cel::TypeKind::unsigned_integer;
  };
  const auto replace = [&ast](cel::ExprId id) {
    cel::Expr& expr = ast.nodes[id];
    const auto* text = expr.value.as<cel::Text>();
    if (expr.kind == cel::ExprKind::literal && text != nullptr) {
      expr.value = cel::Value(std::uint64_t{token_of(**text)});
    }
  };
  for (std::size_t i = 0; i < ast.nodes.size(); ++i) {
    const cel::Expr& expr = ast.nodes[i];
    if (expr.kind != cel::ExprKind::call || expr.children.size() != 2) continue;
    const cel::ExprId a = expr.children[0];
    const cel::ExprId b = expr.children[1];
    if (expr.function == cel::Function::equals || expr.function == cel::Function::not_equals) {
      if (is_token(a)) replace(b);
      if (is_token(b)) replace(a);
    } else if (expr.function == cel::Function::in) {
      const cel::Type& container = checked.type_of(b);
      const bool tokens = container.kind == cel::TypeKind::set &&
                          checked.types.kind(container.first) == cel::TypeKind::unsigned_integer;
      if (tokens) replace(a);
      if (is_token(a) && ast.nodes[b].kind == cel::ExprKind::list) {
        for (const cel::ExprId element : std::vector(ast.nodes[b].children)) replace(element);
      }
    }
  }
}

class Compiler {
 public:
  explicit Compiler(std::string text) {
    Source source = read_source(std::move(text));
    file_ = read_rules(source);
    out_.text = std::move(source.text);
  }

  CompiledRules run() {
    out_.problems = std::move(file_.problems);
    declare();
    compile_conditions();
    look_at_ids();
    cel::Graph graph(environment_);
    const std::vector<cel::NodeIndex> alone = read_conditions(graph);
    const std::vector<std::size_t> order = in_order_of_decision();
    // What can be said of a rule is said, whatever is wrong with others.
    lint_conditions(file_, order, alone, graph, out_.problems);
    lint_tables(file_, out_.problems);
    if (!cel::has_errors(out_.problems)) assemble(graph, alone, order);
    std::stable_sort(
        out_.problems.begin(), out_.problems.end(),
        [](const cel::Problem& a, const cel::Problem& b) { return a.range.first < b.range.first; });
    if (cel::has_errors(out_.problems)) out_.set.reset();
    return std::move(out_);
  }

 private:
  void refuse(cel::Range where, std::string text) {
    out_.problems.push_back({Severity::error, where, std::move(text)});
  }

  [[nodiscard]] Declared declared() const {
    return {set_.attributes, set_.lists, set_.features, set_.feature_names};
  }

  // One after the other, so that each fault is told where it stands.
  void declare() {
    set_.name = file_.name.value;
    for (const auto& [attribute, place] : file_.attributes) {
      set_.attributes.push_back(attribute);
      if (!accepted(place)) set_.attributes.pop_back();
    }
    for (const auto& [list, place] : file_.lists) {
      set_.lists.push_back(list);
      if (!accepted(place)) set_.lists.pop_back();
    }
    for (std::size_t i = 0; i < file_.features.size(); ++i) {
      set_.features.push_back(file_.features[i].value);
      set_.feature_names.push_back(file_.feature_names[i]);
      feature_places_.push_back(file_.features[i].place);
      if (accepted(file_.features[i].place)) continue;
      set_.features.pop_back();
      set_.feature_names.pop_back();
      feature_places_.pop_back();
    }
    std::vector<Placed<ScoreBand>> bands = file_.bands;
    std::stable_sort(bands.begin(), bands.end(),
                     [](const auto& a, const auto& b) { return a.value.from < b.value.from; });
    for (std::size_t i = 0; i < bands.size(); ++i) {
      if (i > 0 && bands[i].value.from == bands[i - 1].value.from) {
        refuse(bands[i].place, "another band begins at this score");
      }
      set_.bands.push_back(bands[i].value);
    }
    if (bands.size() > RuleSetLimits::bands_max) {
      refuse(bands.back().place,
             "more than " + std::to_string(RuleSetLimits::bands_max) + " bands");
    }
    environment_ = environment_of(declared());
  }

  bool accepted(cel::Range place) {
    const Status status = check(declared());
    if (status.ok()) return true;
    std::string text = status.message();
    // Features are numbered there, and have names here.
    if (text.starts_with("feature ") && !text.starts_with("feature '")) {
      text = "this feature " + text.substr(std::min(text.find(": ") + 2, text.size()));
    }
    refuse(place, std::move(text));
    return false;
  }

  void compile_conditions() {
    for (const RuleText& rule : file_.rules) {
      if (rule.condition.text().empty()) {
        expressions_.push_back(cel::compile("true", environment_));
        continue;
      }
      cel::Parsed parsed = cel::parse(rule.condition.text());
      if (parsed.ok()) put_tokens_for_texts(parsed.ast, environment_);
      cel::RuleExpression made =
          cel::compile(std::move(parsed), environment_, {cel::TypeKind::boolean, rule_steps_max});
      for (const cel::Problem& problem : made.problems) {
        cel::Problem told = problem;
        told.range = rule.condition.place_of(problem.range);
        // What is wrong with the heading of a column is wrong in every row.
        const bool known = std::any_of(
            out_.problems.begin(), out_.problems.end(), [&told](const cel::Problem& other) {
              return other.range == told.range && other.text == told.text;
            });
        if (!known) out_.problems.push_back(std::move(told));
      }
      expressions_.push_back(std::move(made));
    }
  }

  void look_at_ids() {
    std::map<std::string_view, cel::Range> seen;
    for (const RuleText& rule : file_.rules) {
      const auto [other, is_new] = seen.try_emplace(rule.entry.id.text(), rule.place);
      if (is_new) continue;
      refuse(rule.place, "another rule is called '" + std::string(rule.entry.id.text()) +
                             "': in line " +
                             std::to_string(cel::position_of(out_.text, other->second.first).line));
    }
    if (file_.rules.size() > RuleSetLimits::rules_max) {
      refuse(file_.rules.back().place,
             "more than " + std::to_string(RuleSetLimits::rules_max) + " rules");
    }
    if (file_.tables.size() > cel::ProgramLimits::tables_max) {
      refuse(file_.tables.back().place,
             "more than " + std::to_string(cel::ProgramLimits::tables_max) + " tables");
    }
  }

  // Notes which features and lists a rule reads.
  void note_reads(const cel::RuleExpression& rule, RuleEntry& entry) const {
    for (std::size_t i = 0; i < rule.ast.nodes.size(); ++i) {
      const cel::Reference& own = rule.checked.references[i];
      if (own.kind == cel::ReferenceKind::variable && own.index >= first_list_variable) {
        entry.lists |= std::uint64_t{1} << (own.index - first_list_variable);
      }
      const cel::Expr& expr = rule.ast.nodes[i];
      const bool reads_field =
          (expr.kind == cel::ExprKind::select || expr.kind == cel::ExprKind::has) &&
          own.kind == cel::ReferenceKind::none && !expr.children.empty();
      if (!reads_field) continue;
      const cel::Reference& of = rule.checked.references[expr.children[0]];
      if (of.kind != cel::ReferenceKind::variable || of.index != values_variable) continue;
      const auto found =
          std::find_if(set_.feature_names.begin(), set_.feature_names.end(),
                       [&expr](const Code& name) { return name.text() == expr.name; });
      if (found == set_.feature_names.end()) continue;
      entry.features |= std::uint64_t{1} << (found - set_.feature_names.begin());
    }
  }

  // Returns: the node of each condition; no_node of one with errors.
  std::vector<cel::NodeIndex> read_conditions(cel::Graph& graph) const {
    std::vector<cel::NodeIndex> nodes;
    for (const cel::RuleExpression& one : expressions_) {
      nodes.push_back(one.ok() ? graph.read(one.ast, one.checked) : no_node);
    }
    return nodes;
  }

  [[nodiscard]] std::vector<std::size_t> in_order_of_decision() const {
    std::vector<std::size_t> order(file_.rules.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      const RuleEntry& left = file_.rules[a].entry;
      const RuleEntry& right = file_.rules[b].entry;
      if (left.phase != right.phase) return left.phase < right.phase;
      if (left.priority != right.priority) return left.priority > right.priority;
      return left.id.text() != right.id.text() ? left.id.text() < right.id.text() : a < b;
    });
    return order;
  }

  void assemble(cel::Graph& graph, const std::vector<cel::NodeIndex>& alone,
                const std::vector<std::size_t>& order) {
    for (const std::size_t i : order) graph.ask(alone[i]);
    set_.program = cel::Program(graph, tables_in(order));
    for (std::size_t at = 0; at < order.size(); ++at) {
      const RuleText& rule = file_.rules[order[at]];
      RuleEntry entry = rule.entry;
      note_reads(expressions_[order[at]], entry);
      entry.text = rule.condition.text().empty() ? "true" : rule.condition.text();
      entry.result = set_.program.results()[at];
      set_.rules.push_back(std::move(entry));
      out_.steps.push_back(expressions_[order[at]].cost.steps);
      out_.expressions.push_back(expressions_[order[at]]);
    }
    derive_may_block(order);
    finish();
  }

  // The rows of tables, by the places that their rules have in the set.
  [[nodiscard]] std::vector<cel::Table> tables_in(const std::vector<std::size_t>& order) const {
    std::vector<std::uint32_t> places(order.size());
    for (std::size_t at = 0; at < order.size(); ++at) {
      places[order[at]] = static_cast<std::uint32_t>(at);
    }
    std::vector<cel::Table> tables;
    for (const TableText& table : file_.tables) {
      cel::Table& made = tables.emplace_back();
      made.first = table.first;
      for (const std::size_t rule : table.rules) made.rows.push_back({places[rule], 0});
    }
    return tables;
  }

  // What the first rule to refuse by a feature demands of it.
  void derive_may_block(const std::vector<std::size_t>& order) {
    for (std::size_t at = 0; at < set_.rules.size(); ++at) {
      const RuleEntry& rule = set_.rules[at];
      if (!may_refuse(set_, rule)) continue;
      for (std::size_t i = 0; i < set_.features.size(); ++i) {
        if (((rule.features >> i) & 1U) == 0) continue;
        set_.features[i].may_block = true;
        if (!is_bucketed(set_.features[i])) continue;
        refuse(
            file_.rules[order[at]].place,
            "this rule can refuse an order for v." + std::string(set_.feature_names[i].text()) +
                ", which is counted in steps, so that it could refuse for what is outside of "
                "its window; declare it with a cap instead of a step, or make the rule a review");
      }
    }
  }

  void finish() {
    const cel::ProgramCheck program = cel::check(set_.program.parts(), environment_);
    set_.steps = program.steps;
    if (program.ok() && program.steps > RuleSetLimits::steps_max) {
      const auto dearest = std::max_element(out_.steps.begin(), out_.steps.end());
      const auto& rule = set_.rules[static_cast<std::size_t>(dearest - out_.steps.begin())];
      return refuse(file_.name.place, "this set takes up to " + std::to_string(program.steps) +
                                          " steps for an order, at most " +
                                          std::to_string(RuleSetLimits::steps_max) +
                                          " are allowed; '" + std::string(rule.id.text()) +
                                          "' takes most, " + std::to_string(*dearest));
    }
    if (cel::has_errors(out_.problems)) return;
    const std::size_t bytes = encode(set_).size();
    if (bytes > RuleSetLimits::bytes_max) {
      return refuse(file_.name.place, "this set has " + std::to_string(bytes) +
                                          " bytes when it is compiled, at most " +
                                          std::to_string(RuleSetLimits::bytes_max) +
                                          " are allowed");
    }
    if (const Status status = check(set_); !status.ok()) {
      return refuse(file_.name.place, status.message());
    }
    out_.set = std::move(set_);
  }

  RuleFile file_;
  RuleSet set_;
  std::vector<cel::Range> feature_places_;
  cel::Environment environment_;
  std::vector<cel::RuleExpression> expressions_;  // in the order of the file
  CompiledRules out_;
};

}  // namespace

CompiledRules compile_rules(std::string text) { return Compiler(std::move(text)).run(); }

std::string rendered(const CompiledRules& rules, std::string_view file) {
  std::string text;
  for (const cel::Problem& problem : rules.problems) {
    text += cel::rendered(problem, file, rules.text);
    if (!text.ends_with('\n')) text += '\n';
  }
  return text;
}

}  // namespace allot::rules
