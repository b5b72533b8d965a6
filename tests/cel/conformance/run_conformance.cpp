// Runs the public CEL conformance suite and prints what passed, failed and was passed over, by
// file.
//
// usage: cel_conformance CASES EXCEPTIONS
//   CASES       what extract.mjs wrote
//   EXCEPTIONS  tests that are not expected to pass, each with its reason
//
// Fails when a test fails that is not excepted, when an excepted one passes, and when other tests
// than expected are passed over.
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "cel/checker.hpp"
#include "cel/evaluator.hpp"
#include "cel/parser.hpp"
#include "conformance_case.hpp"

namespace {

using namespace allot::cel;
using nlohmann::json;

// The suite writes the type of types without what it names.
std::string plain_types(std::string type) {
  const std::string named = "type(dyn)";
  const std::size_t at = type.find(named);
  return at == std::string::npos ? type : type.replace(at, named.size(), "type");
}

// Returns: what is wrong; empty when the test passed.
std::string outcome_of(const json& test) {
  const auto source = test.at("expr").get<std::string>();
  const bool wants_error = test.contains("evalError");
  const Parsed parsed = parse(source);
  if (!parsed.ok()) return rendered(parsed.problems[0], "expr", source);
  const ConformanceCase given = case_of(test);
  References references = resolve(parsed.ast, given.environment);
  if (!test.value("disableCheck", false)) {
    const Checked checked = check(parsed.ast, given.environment);
    if (!checked.ok()) return rendered(checked.problems[0], "expr", source);
    references = checked.references;
    // The package knows no type where cel-go's own checker refuses the test.
    const std::string type =
        name_of(checked.of_node[parsed.ast.root], checked.types, given.environment);
    const std::string wanted = test.value("type", type);
    if (type != wanted && plain_types(type) != wanted) {
      return "is of type " + type + ", not " + wanted;
    }
  }
  Work work;
  const Value value = evaluate(parsed.ast, references, given.variables, work);
  if (wants_error) return value.is_error() ? "" : "gave " + shown(value) + ", not an error";
  const Value wanted = test.contains("value") ? value_of(test.at("value")) : Value(true);
  // int and uint are equal as numbers; what is written tells them apart.
  return shown(value) == shown(wanted) ? "" : "gave " + shown(value) + ", not " + shown(wanted);
}

struct Counts {
  int passed{};
  int failed{};
  int excepted{};
  int floating_point{};
  int messages{};

  void add(const Counts& other) {
    passed += other.passed;
    failed += other.failed;
    excepted += other.excepted;
    floating_point += other.floating_point;
    messages += other.messages;
  }
};

void print(const std::string& name, const Counts& counts) {
  std::printf("%-14s %6d %6d %8d %7d %8d\n", name.c_str(), counts.passed, counts.failed,
              counts.excepted, counts.floating_point, counts.messages);
}

// Returns: name of a test -> why it is not expected to pass.
std::map<std::string, std::string> read_exceptions(const char* path) {
  std::map<std::string, std::string> exceptions;
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t hash = line.find(" # ");
    if (line.empty() || line[0] == '#') continue;
    if (hash == std::string::npos) throw std::runtime_error("an exception without reason: " + line);
    exceptions[line.substr(0, line.find_last_not_of(' ', hash) + 1)] = line.substr(hash + 3);
  }
  return exceptions;
}

Counts run(const json& file, std::map<std::string, std::string>& exceptions) {
  Counts counts;
  const auto file_name = file.at("name").get<std::string>();
  for (const json& test : file.at("tests")) {
    const std::string name = file_name + "/" + test.at("section").get<std::string>() + "/" +
                             test.at("name").get<std::string>();
    const Needs needs = needs_of(test);
    if (needs != Needs::nothing) {
      ++(needs == Needs::messages ? counts.messages : counts.floating_point);
      continue;
    }
    const std::string wrong = outcome_of(test);
    const auto excepted = exceptions.find(name);
    if (excepted != exceptions.end()) {
      if (wrong.empty()) {
        std::printf("%s passes: take it out of the exceptions\n", name.c_str());
        ++counts.failed;
      } else {
        ++counts.excepted;
      }
      exceptions.erase(excepted);
    } else if (wrong.empty()) {
      ++counts.passed;
    } else {
      ++counts.failed;
      std::printf("%s failed: %s\n  %s\n", name.c_str(), wrong.c_str(),
                  test.at("expr").get<std::string>().c_str());
    }
  }
  return counts;
}

// A test that is passed over says nothing, so that as many have to be as the suite is known to
// have.
constexpr int floating_point_expected = 187;
constexpr int messages_expected = 94;

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::fputs("usage: cel_conformance CASES EXCEPTIONS\n", stderr);
    return 2;
  }
  std::ifstream cases(argv[1]);
  if (!cases) {
    std::fprintf(stderr,
                 "%s is not there: the public conformance suite was not run; "
                 "scripts/setup.sh installs it\n",
                 argv[1]);
    return 1;
  }
  auto exceptions = read_exceptions(argv[2]);
  std::printf("%-14s %6s %6s %8s %7s %8s\n", "file", "passed", "failed", "excepted", "doubles",
              "messages");
  Counts all;
  for (const json& file : json::parse(cases)) {
    const Counts counts = run(file, exceptions);
    print(file.at("name").get<std::string>(), counts);
    all.add(counts);
  }
  print("all", all);
  for (const auto& [name, reason] : exceptions) {
    std::printf("there is no test %s: take it out of the exceptions\n", name.c_str());
  }
  const bool as_known =
      all.floating_point == floating_point_expected && all.messages == messages_expected;
  if (!as_known) {
    std::printf("expected %d tests with doubles and %d with messages\n", floating_point_expected,
                messages_expected);
  }
  return all.failed == 0 && exceptions.empty() && as_known ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "cel_conformance: %s\n", error.what());
  return 1;
}
