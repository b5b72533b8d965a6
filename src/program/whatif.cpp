// allot whatif: the orders of a run once more, with other stock or another scenario, and what
// changes by that.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "files/row_account.hpp"
#include "files/text_source.hpp"
#include "json/counted.hpp"
#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "program/comparison.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/file_progress.hpp"
#include "program/interruption.hpp"
#include "program/rehearsal.hpp"
#include "program/report_file.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

using Changes = std::vector<std::pair<std::string, std::string>>;  // option, file

Changes changes_of(const WhatIfOptions& options) {
  Changes changes;
  for (const auto& [option, file] : {std::pair{"stock", options.stock_file},
                                     {"more_stock", options.more_stock_file},
                                     {"scenario", options.scenario_file},
                                     {"nodes", options.nodes_file},
                                     {"lanes", options.lanes_file},
                                     {"products", options.products_file}}) {
    if (!file.empty()) changes.emplace_back(option, file);
  }
  return changes;
}

// Returns: the changed files as a sentence names them: "stock2.csv", "stock2.csv and peak.json".
std::string names_of(const Changes& changes) {
  std::string names;
  for (std::size_t at = 0; at < changes.size(); ++at) {
    if (at > 0) names += at + 1 == changes.size() ? " and " : ", ";
    names += changes[at].second;
  }
  return names;
}

bool is_changed(const Changes& changes, const std::string& option) {
  for (const auto& [changed, file] : changes) {
    if (changed == option) return true;
  }
  return false;
}

// Returns: the option as it is typed.
std::string as_typed(std::string option) {
  std::ranges::replace(option, '_', '-');
  return "--" + option;
}

// What is run, and how far it is what was run before.
class Question {
 public:
  Question(const WhatIfOptions& options, Changes changes)
      : options_(options), changes_(std::move(changes)) {}

  // Effects: reads the run that is asked about. Returns: why it cannot be repeated.
  Status open();
  // Returns: the run that is there, with figures of virtual time where it can still be repeated.
  Result<KeptRun> before(int& result, std::string& interrupted) const;
  Result<KeptRun> after(int& result, std::string& interrupted) const;
  // Effects: says on stderr what the run is when not all of its orders were answered.
  void tell_what_it_is() const;

 private:
  // Returns: the path of a file that was named where the run was started.
  [[nodiscard]] std::string path_of(const std::string& option, const InputFile& file) const;
  [[nodiscard]] Status check_file(const std::string& option, const InputFile& file,
                                  FileProgress& progress);
  [[nodiscard]] SimulationOptions same() const;

  const WhatIfOptions& options_;
  Changes changes_;
  KeptRun run_;
  RunInputs inputs_;  // with paths that can be opened from here
  bool replaced_file_differs_{};
};

std::string Question::path_of(const std::string& option, const InputFile& file) const {
  const bool is_preset = option == "map" && !file.mark;
  std::error_code error;
  const bool is_here =
      run_.directory.empty() || run_.directory == std::filesystem::current_path(error).string();
  if (is_preset || is_here || file.name == "-") return file.name;
  return (std::filesystem::path(run_.directory) / file.name).lexically_normal().string();
}

Status Question::check_file(const std::string& option, const InputFile& file,
                            FileProgress& progress) {
  const bool is_replaced = is_changed(changes_, option);
  if (file.name == "-" && !is_replaced) {
    return {StatusCode::invalid_argument,
            options_.run + ": read its " + option +
                " from standard input, which cannot be read again; run simulate on a file"};
  }
  if (!file.mark) return {};
  const std::optional<ContentMark> now = content_mark(file.name, &progress);
  if (Interruption::came()) {
    return {StatusCode::invalid_argument, "interrupted while " + file.name + " was read"};
  }
  if (now == file.mark && !is_replaced && files::needs_made_text(file.name)) {
    return {StatusCode::invalid_argument,
            file.name + ": is a file that only python -m allot reads, and " + options_.run +
                " was made with it; ask with python -m allot whatif in place of allot whatif"};
  }
  if (now == file.mark) return {};
  if (is_replaced) {
    replaced_file_differs_ = true;
    return {};
  }
  if (now) {
    return {StatusCode::invalid_argument,
            file.name + ": is not what " + options_.run + " read (" + as_typed(option) +
                "); it has changed since. Run allot simulate again, and ask then"};
  }
  return {StatusCode::not_found,
          file.name + ": is not there any more, and " + options_.run + " needs it (" +
              as_typed(option) + ")" +
              (run_.directory.empty()
                   ? "; its name is told from where the run was started: go there, or give the "
                     "directory that --log named"
                   : "")};
}

Status Question::open() {
  FileProgress progress;
  Result<KeptRun> run = read_run(options_.run, progress);
  if (!run.ok()) return run.status();
  run_ = std::move(run.value());
  if (!run_.summary().contains("run")) {
    return {StatusCode::invalid_argument,
            options_.run +
                ": does not say which files it read, for another version wrote it; run "
                "allot simulate again"};
  }
  Result<RunInputs> inputs = inputs_from(run_.summary().at("run"));
  if (!inputs.ok())
    return {inputs.status().code(), options_.run + ": " + inputs.status().message()};
  inputs_ = std::move(inputs.value());
  for (auto& [option, file] : inputs_.files) {
    file.name = path_of(option, file);
    if (Status status = check_file(option, file, progress); !status.ok()) return status;
  }
  return {};
}

SimulationOptions Question::same() const {
  SimulationOptions how;
  apply_inputs(inputs_, how);
  const Json& summary = run_.summary();
  // JSON has a seed as text, because many readers round beyond 2^53.
  const Json& seed = summary.at("seed");
  how.seed = seed.is_string() ? std::stoull(seed.get<std::string>()) : seed.get<std::uint64_t>();
  how.scale = summary.at("scale").get<std::uint32_t>();
  how.compress = summary.at("compress").get<std::uint32_t>();
  how.figures = true;
  how.live = false;
  return how;
}

// `interrupted`: how far it came when Ctrl-C ended it, as a sentence goes on.
Result<KeptRun> run_once(SimulationOptions how, const std::string& log_directory,
                         const std::string& command, int& result, std::string& interrupted) {
  const TemporaryDirectory temporary;
  how.log_directory = log_directory.empty() ? temporary.path() : log_directory;
  const Rehearsal rehearsal = rehearse(how);
  interrupted = rehearsal.interrupted;
  if (!rehearsal.report.ok()) {
    result = rehearsal.failure();
    return rehearsal.report.status();
  }
  const SimulationReport& report = rehearsal.report.value();
  if (!report.sound()) {
    result = found_problem;
    return Status{StatusCode::corrupt, "the run is not sound:\n" + summary_text(report)};
  }
  if (!log_directory.empty()) {
    if (Status status = write_run(log_directory, report, command); !status.ok()) {
      result = found_problem;
      return status;
    }
  }
  if (report.stopped) {
    interrupted = stopped_text(*report.stopped);
    return Status{StatusCode::invalid_argument, interrupted};
  }
  return kept_run(report, command);
}

void Question::tell_what_it_is() const {
  const std::string behind = run_.interrupted_behind();
  if (behind.empty()) return;
  std::cerr << "allot whatif: " << options_.run << ": was interrupted behind " << behind
            << "; all of them are run here, with the change and without it\n";
}

Result<KeptRun> Question::before(int& result, std::string& interrupted) const {
  const Json& modes = run_.summary().at("modes");
  const bool is_whole = run_.interrupted_behind().empty();
  const bool has_virtual = modes.contains("virtual_time") && is_whole;
  if (has_virtual && !run_.figures().is_null()) return run_;
  if (replaced_file_differs_) {
    if (has_virtual) return run_;  // less can be told of it
    result = bad_input;
    return Status{StatusCode::invalid_argument,
                  options_.run +
                      (is_whole ? ": was a live run, which has to be repeated in virtual time"
                                : ": was interrupted, and has to be repeated whole") +
                      ", and a file that it read has changed since. Run allot simulate again"};
  }
  Result<KeptRun> again = run_once(same(), "", "", result, interrupted);
  if (!again.ok() || !has_virtual) return again;
  const Json& is = again.value().summary();
  if (is.at("digest") == modes.at("virtual_time").at("digest")) return again;
  result = found_problem;
  return Status{StatusCode::corrupt, options_.run + ": cannot be repeated: it ended with digest " +
                                         modes.at("virtual_time").at("digest").get<std::string>() +
                                         " in version " + run_.summary().value("version", "?") +
                                         ", and does with " + is.at("digest").get<std::string>() +
                                         " in " + is.value("version", "?")};
}

Result<KeptRun> Question::after(int& result, std::string& interrupted) const {
  SimulationOptions how = same();
  for (const auto& [option, file] : changes_) *input_option(how, option) = file;
  return run_once(how, options_.log_directory, options_.command, result, interrupted);
}

// Returns: a sentence about codes of a list that the run did not have; empty where there are none.
//          `known`: one of which may have been meant.
std::string new_codes_text(const std::string& file, const std::string& what,
                           const std::vector<std::string>& codes,
                           const std::vector<std::string>& known, const std::string& which) {
  constexpr std::size_t named_most = 5;
  std::string named;
  for (std::size_t i = 0; i < std::min(codes.size(), named_most); ++i) {
    const std::string near(json::near_name(codes[i], known));
    named += (i == 0 ? "" : ", ") + files::shown(codes[i]) +
             (near.empty() ? "" : " (did you mean " + files::shown(near) + "?)");
  }
  if (codes.empty()) return {};
  if (codes.size() > named_most) {
    named += " and " + json::grouped(codes.size() - named_most) + " more";
  }
  return file + " names " + what + (codes.size() == 1 ? " " : "s ") + named + ", " + which + ".";
}

// Returns: what of another list of stock may be a slip: nodes that the run did not have, and SKUs
//          that it did not have either and no order asks for.
std::vector<std::string> doubts_of(const Changes& changes, const KeptRun& a, const KeptRun& b) {
  const auto stock =
      std::ranges::find(changes, std::string("stock"), &std::pair<std::string, std::string>::first);
  if (stock == changes.end() || !a.stock_codes || !b.stock_codes) return {};
  const auto beside = [](const std::vector<std::string>& codes,
                         const std::vector<std::string>& known) {
    const std::set<std::string> there(known.begin(), known.end());
    std::vector<std::string> left;
    for (const std::string& code : codes) {
      if (there.count(code) == 0) left.push_back(code);
    }
    return left;
  };
  std::vector<std::string> nodes = a.stock_codes->nodes;
  if (!a.figures().is_null()) {
    for (const Json& node : a.figures().at("nodes")) nodes.push_back(node.value("name", ""));
  }
  std::vector<std::string> skus = b.stock_codes->ordered;
  skus.insert(skus.end(), a.stock_codes->unordered.begin(), a.stock_codes->unordered.end());
  std::vector<std::string> doubts;
  for (const std::string& text :
       {new_codes_text(stock->second, "node", beside(b.stock_codes->nodes, nodes), nodes,
                       "which the run did not have: what lies there is sold, too"),
        new_codes_text(stock->second, "SKU",
                       beside(b.stock_codes->unordered, a.stock_codes->unordered), skus,
                       "which the run did not have and no order asks for: what lies there changes "
                       "nothing")}) {
    if (!text.empty()) doubts.push_back(text);
  }
  return doubts;
}

void print_table(const WhatIfOptions& options, const Changes& changes, const KeptRun& a,
                 const KeptRun& b, const Comparison& compared) {
  const std::string names = names_of(changes);
  const std::size_t columns = table_columns();
  const std::string says = what_changes(a, b, compared, "With " + names);
  std::cout << wrapped(json::without_controls(says), columns) << "\n\n";
  for (const std::string& doubt : doubts_of(changes, a, b)) {
    std::cout << wrapped("To be looked at: " + json::without_controls(doubt), columns) << "\n\n";
  }
  if (!compared.unlike.empty()) {
    std::cout << wrapped("Not the change alone makes that; these differ, too: " +
                             unlike_text(compared) + ".",
                         columns)
              << "\n\n";
  }
  std::cout << fitted("A  " + options.run + "\nB  the same with " + names + "\n\n", line_columns())
            << comparison_table(a, b, compared);
  if (!compared.has_figures) {
    std::cout << '\n'
              << wrapped(
                     "Nothing is said of SKUs and money: a file of the first run has changed "
                     "since, and the run kept no report (--report FILE).",
                     columns)
              << '\n';
  }
}

void print_json(const WhatIfOptions& options, const Changes& changes, const KeptRun& a,
                const KeptRun& b, const Comparison& compared) {
  Json json{{"a", options.run}, {"changed", Json::object()}};
  for (const auto& [option, file] : changes) json["changed"][option] = file;
  json["says"] = what_changes(a, b, compared, "With " + names_of(changes));
  json["doubts"] = doubts_of(changes, a, b);
  json.update(comparison_json(compared, options.form));
  json["digest"] = b.summary().at("digest");
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

// Returns: the exit status.
int write_page(const WhatIfOptions& options, const Changes& changes, const KeptRun& a,
               const KeptRun& b, const Comparison& compared) {
  if (options.report_file.empty()) return all_well;
  const std::string names = names_of(changes);
  ComparisonPage page{a,
                      b,
                      options.run,
                      options.run + " with " + names,
                      {},
                      compared.unlike,
                      what_changes(a, b, compared, "With " + names),
                      options.language};
  for (const auto& [option, file] : changes) page.changed.push_back(file);
  if (const Status status = write_comparison_file(options.report_file, page); !status.ok()) {
    std::cerr << "allot whatif: " << status.message() << '\n';
    return status.code() == StatusCode::io_error ? found_problem : bad_input;
  }
  if (!options.json) {
    std::cout << fitted("\nReport: " + options.report_file + '\n', line_columns());
  }
  return all_well;
}

}  // namespace

int whatif(const WhatIfOptions& options) {
  const Changes changes = changes_of(options);
  if (changes.empty()) {
    return fail("whatif", options.json,
                {StatusCode::invalid_argument,
                 "nothing is changed; give --stock, --more-stock, --scenario, --nodes, --lanes or "
                 "--products"},
                bad_input);
  }
  if (!options.report_file.empty()) {
    if (const Status status = check_report_file(options.report_file); !status.ok()) {
      return fail("whatif", options.json, status, found_problem);
    }
  }
  try {
    Question question(options, changes);
    if (const Status status = question.open(); !status.ok() && Interruption::came()) {
      return fail_interrupted("whatif", options.json,
                              "interrupted while the run was looked at; nothing is compared");
    } else if (!status.ok()) {
      return fail("whatif", options.json, status, bad_input);
    }
    question.tell_what_it_is();
    int result = bad_input;
    std::string interrupted;
    const auto stop = [&](const std::string& which) {
      return fail_interrupted("whatif", options.json,
                              interrupted + ", of the orders " + which + "; nothing is compared");
    };
    const Result<KeptRun> b = question.after(result, interrupted);
    if (!interrupted.empty()) return stop("with " + names_of(changes));
    if (!b.ok()) return fail("whatif", options.json, b.status(), result);
    const Result<KeptRun> a = question.before(result, interrupted);
    if (!interrupted.empty()) return stop("without the change");
    if (!a.ok()) return fail("whatif", options.json, a.status(), result);
    const Comparison compared = compare_runs(a.value(), b.value());
    if (options.json) {
      print_json(options, changes, a.value(), b.value(), compared);
    } else {
      print_table(options, changes, a.value(), b.value(), compared);
    }
    return write_page(options, changes, a.value(), b.value(), compared);
  } catch (const Json::exception& error) {
    return fail("whatif", options.json,
                {StatusCode::invalid_argument, options.run +
                                                   ": was written by another version, or "
                                                   "changed: " +
                                                   error.what()},
                bad_input);
  }
}

}  // namespace allot::program
