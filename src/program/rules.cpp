// allot rules: files of risk rules, checked, formatted, explained, tested, measured and compiled.
#include "rules/compiler.hpp"

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/rule_lines.hpp"
#include "program/rule_measure.hpp"
#include "program/rule_measure_report.hpp"
#include "program/terminal.hpp"
#include "program/text_file.hpp"
#include "program/verbs.hpp"
#include "rules/explain.hpp"
#include "rules/format.hpp"
#include "rules/rule_tests.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;
using rules::CompiledRules;

Json json_of(const cel::Problems& problems, std::string_view text) {
  Json all = Json::array();
  for (const cel::Problem& problem : problems) {
    const cel::Position at = cel::position_of(text, problem.range.first);
    all.push_back({{"severity", problem.severity == cel::Severity::error ? "error" : "warning"},
                   {"line", at.line},
                   {"column", at.column},
                   {"text", problem.text}});
  }
  return all;
}

// What is told of one file: as text where it is wanted, else as a member of the object.
struct Told {
  explicit Told(const RulesOptions& options) : json(options.json) {}

  void problems(const std::string& file, const std::string& text, const cel::Problems& found,
                Json&& more) {
    if (json) {
      Json one{{"file", file}, {"problems", json_of(found, text)}};
      one.update(more);
      files.push_back(std::move(one));
      return;
    }
    for (const cel::Problem& problem : found) {
      std::cerr << cel::rendered(problem, file, text) << '\n';
    }
  }
  int end(int status) const {
    if (json) {
      Json all{{"files", files}};
      if (status != all_well) {
        all["error"] = "a file is not as it has to be; its problems say where";
        all["cause"] = cause_name(StatusCode::invalid_argument);
      }
      std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }
    return status;
  }

  bool json;
  Json files = Json::array();
};

int fail_at(const RulesOptions& options, const Status& why) {
  return fail("rules", options.json, why, bad_input);
}

void say(const std::string& text) { std::cout << fitted(text, line_columns()); }

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

int check_files(const RulesOptions& options) {
  Told told(options);
  int status = all_well;
  for (const std::string& file : options.files) {
    Result<std::string> text = read_text_file(file);
    if (!text.ok()) return fail_at(options, text.status());
    const CompiledRules found = rules::compile_rules(text.value());
    Json more{{"ok", found.ok()}};
    if (found.ok()) {
      more["set"] = found.set->name.text();
      more["rules"] = found.set->rules.size();
      more["steps"] = found.set->steps;
    }
    told.problems(file, found.text, found.problems, std::move(more));
    if (!found.ok()) {
      status = found_problem;
    } else if (!options.json) {
      say(file + ": " + counted(found.set->rules.size(), "rule") + ", up to " +
          counted(found.set->steps, "step") + " for an order\n");
    }
  }
  return told.end(status);
}

int format_files(const RulesOptions& options) {
  Told told(options);
  int status = all_well;
  for (const std::string& file : options.files) {
    Result<std::string> text = read_text_file(file);
    if (!text.ok()) return fail_at(options, text.status());
    const rules::Source source = rules::read_source(text.value());
    const rules::FormattedRules made = rules::format_rules(source);
    const bool same = made.ok() && made.text == text.value();
    Json more{{"ok", made.ok()}, {"formatted", same}};
    if (options.json && made.ok() && !options.check && !options.write) more["text"] = made.text;
    told.problems(file, source.text, made.problems, std::move(more));
    if (!made.ok()) {
      status = found_problem;
    } else if (options.check) {
      if (same) continue;
      status = found_problem;
      if (!options.json) say(file + ": is not as fmt writes it\n");
    } else if (options.write) {
      if (same) continue;
      if (Status written = write_text_file(file, made.text); !written.ok()) {
        return fail_at(options, written);
      }
      if (!options.json) say(file + ": written\n");
    } else if (!options.json) {
      std::cout << made.text;
    }
  }
  return told.end(status);
}

int explain_file(const RulesOptions& options) {
  if (options.files.size() > 2) {
    return fail_at(options, {StatusCode::invalid_argument,
                             "explain is of one file, and of one rule of it or of all"});
  }
  const std::string& file = options.files[0];
  Result<std::string> text = read_text_file(file);
  if (!text.ok()) return fail_at(options, text.status());
  const CompiledRules found = rules::compile_rules(text.value());
  Told told(options);
  Json more{{"ok", found.ok()}};
  if (!found.ok()) {
    told.problems(file, found.text, found.problems, std::move(more));
    return told.end(found_problem);
  }
  const std::string rule = options.files.size() == 2 ? options.files[1] : std::string();
  const std::string explained = rules::explained(found, rule);
  if (explained.empty()) {
    std::vector<std::string_view> ids;
    for (const rules::RuleEntry& one : found.set->rules) ids.push_back(one.id.text());
    return fail_at(options, {StatusCode::not_found,
                             file + ": has no rule '" + rule + "'" + cel::did_you_mean(rule, ids)});
  }
  more["text"] = explained;
  if (options.json) {
    told.problems(file, found.text, found.problems, std::move(more));
  } else {
    say(explained);
  }
  return told.end(all_well);
}

int compile_file(const RulesOptions& options) {
  if (options.files.size() > 1) {
    return fail_at(options, {StatusCode::invalid_argument, "compile is of one file"});
  }
  const std::string& file = options.files[0];
  Result<std::string> text = read_text_file(file);
  if (!text.ok()) return fail_at(options, text.status());
  const CompiledRules found = rules::compile_rules(text.value());
  Told told(options);
  if (!found.ok()) {
    told.problems(file, found.text, found.problems, {{"ok", false}});
    return told.end(found_problem);
  }
  std::vector<std::string> lines = load_lines(*found.set, options.part_bytes);
  if (!options.activate.empty()) {
    const RulesMode mode = options.activate == "live" ? RulesMode::live : RulesMode::shadow;
    lines.push_back(activate_line(options.version, mode));
  }
  std::string all;
  for (const std::string& line : lines) all += line + '\n';
  Json more{{"ok", true}, {"set", found.set->name.text()}, {"lines", lines.size()}};
  if (options.output.empty()) {
    if (options.json) more["text"] = all;
  } else {
    if (Status written = write_text_file(options.output, all); !written.ok()) {
      return fail_at(options, written);
    }
    more["output"] = options.output;
  }
  told.problems(file, found.text, found.problems, std::move(more));
  if (options.json) return told.end(all_well);
  if (options.output.empty()) {
    std::cout << all;
  } else {
    say(options.output + ": " + counted(lines.size(), "line") + " for allot apply\n");
  }
  return told.end(all_well);
}

int test_files(const RulesOptions& options) {
  Told told(options);
  int status = all_well;
  for (const std::string& file : options.files) {
    Result<std::string> tests = read_text_file(file);
    if (!tests.ok()) return fail_at(options, tests.status());
    const std::string named = rules::rules_named_by(tests.value());
    if (named.empty()) {
      return fail_at(options, {StatusCode::invalid_argument,
                               file + ": names no rules; it begins with: rules FILE"});
    }
    const std::string rules_file =
        (std::filesystem::path(file).parent_path() / named).lexically_normal().string();
    Result<std::string> text = read_text_file(rules_file);
    if (!text.ok()) return fail_at(options, text.status());
    const CompiledRules found = rules::compile_rules(text.value());
    if (!found.ok()) {
      told.problems(rules_file, found.text, found.problems, {{"ok", false}});
      status = found_problem;
      continue;
    }
    const rules::RuleTestRun run = rules::run_rule_tests(found, tests.value());
    if (!run.problems.empty()) status = found_problem;
    told.problems(file, tests.value(), run.problems,
                  {{"ok", run.problems.empty()}, {"cases", run.cases}, {"failed", run.failed}});
    if (!options.json) {
      say(file + ": " + counted(run.cases, "case") + ", " + std::to_string(run.failed) +
          " failed\n");
    }
  }
  return told.end(status);
}

int measure_file(const RulesOptions& options) {
  if (options.files.size() != 3) {
    return fail_at(options, {StatusCode::invalid_argument,
                             "measure is of one set, and of commands and their labels"});
  }
  const std::string& file = options.files[0];
  Result<std::string> text = read_text_file(file);
  if (!text.ok()) return fail_at(options, text.status());
  const CompiledRules found = rules::compile_rules(text.value());
  Told told(options);
  if (!found.ok()) {
    told.problems(file, found.text, found.problems, {{"ok", false}});
    return told.end(found_problem);
  }
  const Interruption interruption;
  const Result<RuleMeasure> measured =
      measure_rules(*found.set, options.files[1], options.files[2]);
  if (!measured.ok() && Interruption::came()) {
    return fail_interrupted("rules", options.json, measured.status().message());
  }
  if (!measured.ok()) return fail_at(options, measured.status());
  if (options.json) {
    told.problems(file, found.text, found.problems,
                  {{"ok", true}, {"measured", json_of(measured.value())}});
  } else {
    told.problems(file, found.text, found.problems, {});
    say(text_of(measured.value()));
  }
  return told.end(all_well);
}

}  // namespace

int rules(const RulesOptions& options) {
  if (options.action != "fmt" && (options.write || options.check)) {
    return fail_at(options, {StatusCode::invalid_argument,
                             "--write and --check are for allot rules fmt alone"});
  }
  const bool says_how = !options.output.empty() || !options.activate.empty();
  if (options.action != "compile" && says_how) {
    return fail_at(options, {StatusCode::invalid_argument,
                             "--output and --activate are for allot rules compile alone"});
  }
  if (options.action == "check") return check_files(options);
  if (options.action == "fmt") return format_files(options);
  if (options.action == "explain") return explain_file(options);
  if (options.action == "measure") return measure_file(options);
  if (options.action == "compile") return compile_file(options);
  return test_files(options);
}

}  // namespace allot::program
