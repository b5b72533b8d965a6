#include "rules/rule_tests.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "cel/machine.hpp"
#include "rules/reader.hpp"
#include "rules/source.hpp"
#include "ruleset/decision.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

using namespace std::string_view_literals;

constexpr std::array verdict_words{"pass"sv, "limit"sv, "block"sv, "review"sv};

class GivenTokens final : public cel::TokenSet {
 public:
  [[nodiscard]] bool contains(std::uint64_t token) const noexcept override {
    return tokens.contains(token);
  }
  [[nodiscard]] std::size_t size() const noexcept override { return tokens.size(); }

  std::set<std::uint64_t> tokens;
};

std::string word(std::string_view text) { return "'" + std::string(text) + "'"; }

class TestReader {
 public:
  TestReader(const CompiledRules& rules, const std::string& tests)
      : set_(*rules.set),
        source_(read_source(tests)),
        environment_(
            environment_of({set_.attributes, set_.lists, set_.features, set_.feature_names})),
        program_(set_.program) {}

  RuleTestRun run() {
    run_.problems = source_.problems;
    for (const Statement& statement : source_.statements) {
      Words words(source_.cleared, statement.code);
      const Words::Word first = words.take();
      if (first.text == "case") {
        begin();
        const std::size_t before = run_.problems.size();
        for (std::size_t i = statement.first + 1; i < statement.last; ++i) {
          const cel::Range line = source_.lines[i].code;
          if (line.first != line.last) said(Words(source_.cleared, line));
        }
        ++run_.cases;
        if (!asked_) refuse(first.range, "this case expects nothing");
        if (run_.problems.size() != before) ++run_.failed;
      } else if (first.text != "rules") {
        refuse(first.range, word(first.text) +
                                " begins no case; a file of tests has 'rules FILE' " + "and cases");
      }
    }
    if (run_.cases == 0 && run_.problems.empty()) refuse({}, "there is no case in this file");
    return std::move(run_);
  }

 private:
  void refuse(cel::Range where, std::string text) {
    run_.problems.push_back({cel::Severity::error, where, std::move(text)});
  }

  // Returns: what a value is of which nothing is given.
  static cel::Value nothing_of(cel::TypeKind kind) {
    switch (kind) {
      case cel::TypeKind::boolean: return false;
      case cel::TypeKind::integer: return std::int64_t{0};
      case cel::TypeKind::unsigned_integer: return std::uint64_t{0};
      case cel::TypeKind::timestamp: return cel::Timestamp{};
      case cel::TypeKind::duration: return cel::Duration{};
      default: return cel::Value::list({});
    }
  }

  cel::Record empty_record(const cel::StructDeclaration& of) const {
    cel::Record record{of.name, {}};
    for (const cel::FieldDeclaration& field : of.fields) {
      record.fields.push_back({field.name, nothing_of(environment_.types.kind(field.type)),
                               field.presence == cel::Presence::required});
    }
    return record;
  }
  [[nodiscard]] const cel::StructDeclaration& struct_of(std::uint32_t variable) const {
    return environment_.struct_of(environment_.types[environment_.variables[variable].type]);
  }
  [[nodiscard]] const cel::StructDeclaration& line_struct() const {
    const auto lines = static_cast<std::size_t>(OrderField::lines);
    const cel::Type& list = environment_.types[struct_of(order_variable).fields[lines].type];
    return environment_.struct_of(environment_.types[list.first]);
  }

  void begin() {
    order_ = empty_record(struct_of(order_variable));
    order_.fields[static_cast<std::size_t>(OrderField::place)].value = true;
    values_ = empty_record(struct_of(values_variable));
    lines_.clear();
    lists_.clear();
    lists_.resize(set_.lists.size());
    findings_.reset();
    asked_ = false;
  }

  void said(Words words) {
    const Words::Word first = words.take();
    if (first.text == "given") {
      if (findings_) return refuse(first.range, "what is given comes before what is expected");
      return given(words);
    }
    if (first.text == "expect") return expect(words);
    refuse(first.range, word(first.text) + " is none of given, expect");
  }

  void given(Words words) {
    const Words::Word what = words.take();
    if (what.text == "list") return given_list(words);
    if (what.text == "line") return given_line(words);
    const bool order = what.text.starts_with("o.");
    if (!order && !what.text.starts_with("v.")) {
      return refuse(what.range, "given is a field of o or of v, a line, or what a list has");
    }
    const cel::StructDeclaration& of = struct_of(order ? order_variable : values_variable);
    if (assign(words, of, order ? order_ : values_, what.text.substr(2), what.range)) finish(words);
  }

  void finish(Words& words) {
    if (!words.at_end()) refuse(words.rest(), "nothing goes here");
  }

  bool assign(Words& words, const cel::StructDeclaration& of, cel::Record& record,
              std::string_view name, cel::Range where) {
    const std::optional<std::uint32_t> field = of.find(name);
    if (!field) {
      std::vector<std::string_view> names;
      for (const cel::FieldDeclaration& one : of.fields) names.emplace_back(one.name);
      refuse(where, of.name + " has no field " + word(name) + cel::did_you_mean(name, names));
      return false;
    }
    if (!words.take("=")) {
      refuse(words.here(), "'=' is missing here");
      return false;
    }
    const std::optional<cel::Value> value =
        value_of(words, environment_.types.kind(of.fields[*field].type));
    if (!value) return false;
    record.fields[*field].value = *value;
    record.fields[*field].set = true;
    return true;
  }

  std::optional<cel::Value> value_of(Words& words, cel::TypeKind kind) {
    if (kind == cel::TypeKind::unsigned_integer) return token(words);
    const Words::Word given = words.take();
    std::optional<cel::Value> made;
    std::string_view form = "a whole number";
    if (kind == cel::TypeKind::integer) {
      if (const auto number = whole_number(given.text)) made = *number;
    } else if (kind == cel::TypeKind::boolean) {
      form = "true or false";
      if (given.text == "true" || given.text == "false") made = given.text == "true";
    } else if (kind == cel::TypeKind::duration) {
      form = "a duration such as 90s or 36h";
      if (const auto duration = cel::duration_of(given.text)) made = *duration;
    } else if (kind == cel::TypeKind::timestamp) {
      form = "a time in double quotes, such as \"2026-11-30T08:00:00+08:00\"";
      Words again(source_.cleared, {given.range.first, words.rest().last});
      if (const auto quoted = again.quoted()) {
        words = again;
        if (const auto time = cel::timestamp_of(quoted->text)) made = *time;
      }
    } else {
      form = "a line: given line price = 500, qty = 2";
    }
    if (!made) refuse(given.range, "this is to be " + std::string(form));
    return made;
  }

  // A number, or a text whose token it is.
  std::optional<cel::Value> token(Words& words) {
    if (const auto quoted = words.quoted()) return std::uint64_t{token_of(quoted->text)};
    const Words::Word given = words.take();
    const std::optional<std::int64_t> number = whole_number(given.text);
    if (number && *number > 0) return static_cast<std::uint64_t>(*number);
    refuse(given.range, "a token is a number from 1 on, or a text in double quotes");
    return std::nullopt;
  }

  void given_list(Words words) {
    const Words::Word name = words.take();
    for (std::size_t i = 0; i < set_.lists.size(); ++i) {
      if (set_.lists[i].name.text() != name.text) continue;
      if (!words.take("has")) return refuse(words.here(), "'has' is missing here");
      do {
        const std::optional<cel::Value> value = token(words);
        if (!value) return;
        lists_[i].tokens.insert(*value->as<std::uint64_t>());
      } while (words.take(","));
      return finish(words);
    }
    refuse(name.range, "there is no list " + word(name.text));
  }

  void given_line(Words words) {
    if (lines_.size() == order_lines_max) {
      return refuse(words.here(),
                    "an order has at most " + std::to_string(order_lines_max) + " lines here");
    }
    cel::Record line = empty_record(line_struct());
    do {
      const Words::Word field = words.take();
      if (!assign(words, line_struct(), line, field.text, field.range)) return;
    } while (words.take(","));
    finish(words);
    lines_.push_back(cel::RecordRef{std::make_shared<const cel::Record>(std::move(line))});
  }

  void evaluate() {
    order_.fields[static_cast<std::size_t>(OrderField::lines)].value = cel::Value::list(lines_);
    cel::Values variables{cel::RecordRef{std::make_shared<const cel::Record>(order_)},
                          cel::RecordRef{std::make_shared<const cel::Record>(values_)}};
    for (const GivenTokens& list : lists_) variables.emplace_back(cel::BorrowedSet{&list});
    std::vector<cel::Outcome> outcomes(set_.rules.size());
    cel::Machine(program_).run(variables, outcomes);
    findings_.emplace();
    for (const cel::Outcome& outcome : outcomes) findings_->push_back(finding_of(outcome));
  }

  void expect(Words words) {
    if (!findings_) evaluate();
    asked_ = true;
    const Words::Word what = words.take();
    if (what.text == "verdict") return expect_verdict(words);
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < set_.rules.size(); ++i) {
      ids.push_back(set_.rules[i].id.text());
      if (ids.back() == what.text) return expect_rule(words, what, (*findings_)[i]);
    }
    refuse(what.range, "there is no rule " + word(what.text) + cel::did_you_mean(what.text, ids));
  }

  void expect_rule(Words& words, const Words::Word& rule, const RuleFinding& finding) {
    const Words::Word wanted = words.take();
    const bool has_error = finding.error != RuleError::none;
    const std::string_view found = has_error ? "error" : finding.holds ? "hit" : "not";
    if (wanted.text != "hit" && wanted.text != "not" && wanted.text != "error") {
      return refuse(wanted.range, "a rule is expected to be hit, not or error");
    }
    if (wanted.text != found) {
      std::string why = word(rule.text) + " is " + std::string(found);
      if (has_error)
        why += " (" + std::string(enum_names<RuleError>[static_cast<std::size_t>(finding.error)]) +
               ")";
      refuse(wanted.range, why + ", expected was " + std::string(wanted.text));
    }
    finish(words);
  }

  void expect_verdict(Words& words) {
    const Words::Word wanted = words.take();
    if (std::find(verdict_words.begin(), verdict_words.end(), wanted.text) == verdict_words.end()) {
      return refuse(wanted.range, "a verdict is one of pass, limit, block, review");
    }
    const RuleDecision decision = decide(set_, *findings_);
    const std::string_view found = verdict_words[static_cast<std::size_t>(decision.verdict)];
    if (wanted.text != found) {
      std::string why = "the verdict is " + std::string(found);
      if (decision.rule) {
        why += ", by " + word(set_.rules[*decision.rule].id.text());
      } else if (decision.band) {
        why += ", by a score of " + std::to_string(decision.score);
      }
      refuse(wanted.range, why + "; expected was " + std::string(wanted.text));
    }
    finish(words);
  }

  const RuleSet& set_;
  Source source_;
  cel::Environment environment_;
  cel::Program program_;
  RuleTestRun run_;
  // Of the case that is read.
  cel::Record order_;
  cel::Record values_;
  cel::Values lines_;
  std::deque<GivenTokens> lists_;
  std::optional<std::vector<RuleFinding>> findings_;
  bool asked_{};
};

}  // namespace

std::string rules_named_by(std::string_view tests) {
  const Source source = read_source(std::string(tests));
  for (const Statement& statement : source.statements) {
    Words words(source.cleared, statement.code);
    if (words.take("rules")) {
      const cel::Range rest = words.rest();
      return source.cleared.substr(rest.first, rest.last - rest.first);
    }
  }
  return {};
}

RuleTestRun run_rule_tests(const CompiledRules& rules, const std::string& tests) {
  return TestReader(rules, tests).run();
}

}  // namespace allot::rules
