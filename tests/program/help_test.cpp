// What the program says of itself: help, versions, manual pages, completion, and what it says of
// arguments that it cannot read.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

class Help : public ProgramTest {
 protected:
  // The commands, as the manual of the program names them.
  std::vector<std::string> commands() {
    std::vector<std::string> found;
    std::istringstream lines(run("--help").out);
    bool listed = false;
    for (std::string line; std::getline(lines, line);) {
      if (line == "Commands:") listed = true;
      if (line.empty()) listed = false;
      if (!listed || !line.starts_with("  ") || line[2] == ' ') continue;
      found.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
    return found;
  }
  // What bash offers behind `words`, the last of which is being typed; "" types a new one.
  std::vector<std::string> completed(const std::vector<std::string>& words) {
    write("completion", run("completion bash").out);
    std::string script = ". " + path("completion") + "; compopt() { echo \"<$*>\"; }; COMP_WORDS=(";
    for (const std::string& word : words) script += "'" + word + "' ";
    script += "); COMP_CWORD=" + std::to_string(words.size() - 1) +
              "; _allot; ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' \"${COMPREPLY[@]}\"";
    write("script", script);
    const int status = std::system(("bash " + path("script") + " > " + path("offered")).c_str());
    EXPECT_EQ(status, 0);
    std::istringstream lines(file_text(path("offered")));
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);) found.push_back(line);
    return found;
  }
};

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) most = std::max(most, line.size());
  return most;
}

TEST_F(Help, FitsATerminalAndNamesNoLimitOfTheMachine) {
  std::vector<std::string> all{""};
  for (const std::string& command : commands()) all.push_back(command);
  EXPECT_GE(all.size(), 11U);
  for (const std::string& command : all) {
    const Ran ran = run(command + " --help");
    EXPECT_EQ(ran.status, 0) << command;
    EXPECT_LE(widest(ran.out), 80U) << ran.out;
    EXPECT_EQ(ran.out.find("18446744073709551615"), std::string::npos) << ran.out;
    EXPECT_EQ(ran.out.find("UINT"), std::string::npos) << ran.out;
    const std::string words = command.empty() ? "allot COMMAND " : "allot " + command + " ";
    EXPECT_TRUE(ran.out.starts_with("Usage: " + words + "[OPTION]...")) << ran.out;
  }
  const std::string bench = run("bench --help").out;
  EXPECT_NE(bench.find("--producers N         threads that submit (1 to 64; default: 1)"),
            std::string::npos)
      << bench;
}

TEST_F(Help, NamesAnUnknownCommandAndTheOneThatWasMeant) {
  const Ran near = run("aply");
  EXPECT_EQ(near.status, 2);
  EXPECT_EQ(near.out, "");
  EXPECT_EQ(near.err,
            "allot: aply: there is no such command; did you mean apply?\n'allot --help' lists "
            "them\n");
  EXPECT_EQ(run("frobnicate").err,
            "allot: frobnicate: there is no such command\n'allot --help' lists them\n");
  EXPECT_EQ(run("").err, "allot: give a command\n\n" + run("--help").out);
  EXPECT_EQ(run("").out, "");
  EXPECT_EQ(run("").status, 2);
  EXPECT_EQ(run("man aply").err,
            "allot man: aply: there is no such command; did you mean apply?\n");
}

TEST_F(Help, NamesAnUnknownOptionAndTheOneThatWasMeant) {
  const Ran near = run("bench --duribility=sync --seconds 1");
  EXPECT_EQ(near.status, 2);
  EXPECT_EQ(near.err,
            "allot bench: --duribility: there is no such option; did you mean --durability?\n"
            "'allot bench --help' tells what it takes\n");
  EXPECT_NE(run("bench --color").err.find("bench: --color: there is no such option\n"),
            std::string::npos);
  EXPECT_NE(run("--verison")
                .err.find("allot: --verison: there is no such option; did you mean "
                          "--version?\n"),
            std::string::npos);
  EXPECT_NE(run("verify one two").err.find("allot verify: two: an argument too many\n"),
            std::string::npos);
  EXPECT_NE(run("verify").err.find("allot verify: DIR is required\n"), std::string::npos);
}

// What is none of a few words is answered with the one that was meant.
TEST_F(Help, NamesTheChoiceThatWasMeant) {
  const Ran near = run("simulate --mode virtul");
  EXPECT_EQ(near.status, 2);
  EXPECT_EQ(near.err,
            "allot simulate: --mode: virtul: give both, virtual or live; did you mean virtual?\n"
            "'allot simulate --help' tells what it takes\n");
  EXPECT_NE(run("apply --durability synk").err.find("did you mean sync?"), std::string::npos);
  EXPECT_NE(run("apply --fail-on refussed").err.find("did you mean refused?"), std::string::npos);
  EXPECT_NE(run("orders log --state upaid").err.find("did you mean unpaid?"), std::string::npos);
  EXPECT_NE(run("events log --format cvs").err.find("did you mean csv?"), std::string::npos);
  EXPECT_NE(run("completion bahs").err.find("did you mean bash?"), std::string::npos);
  const Ran far = run("apply --keys zzz");
  EXPECT_NE(far.err.find("--keys: zzz: give shortest or hex\n"), std::string::npos) << far.err;
}

TEST_F(Help, TellsTheReasonsOfRows) {
  const Ran told = run("help quantity_ambiguous");
  EXPECT_EQ(told.status, 0) << told.err;
  EXPECT_NE(told.out.find("one, or a thousand?"), std::string::npos) << told.out;
  EXPECT_NE(run("help quantity_ambigous").err.find("did you mean quantity_ambiguous?"),
            std::string::npos);
}

TEST_F(Help, ALimitDoesNotTakeTheFileForOne) {
  write("one.jsonl", "{\"zone\":{\"code\":\"GB\"}}\n");
  for (const std::string limits :
       {"--limits nodes_max=2 ", "--limits nodes_max=2 --limits skus_max=9 ",
        "--limits nodes_max=2,skus_max=9 "}) {
    const Ran ran = run("apply " + limits + path("one.jsonl"));
    EXPECT_EQ(ran.status, 0) << limits << ran.err;
    EXPECT_NE(ran.out.find("\"code\":\"GB\""), std::string::npos) << ran.out;
  }
}

TEST_F(Help, VersionsAreForPeopleAndForPrograms) {
  const auto object = nlohmann::json::parse(run("--version --json").out);
  const std::string version = object.at("version");
  const Ran text = run("--version");
  EXPECT_EQ(text.status, 0);
  EXPECT_TRUE(text.out.starts_with("allot " + version)) << text.out;
  EXPECT_LE(widest(text.out), 80U) << text.out;
  EXPECT_EQ(object.at("c_abi_version"), "0.1");
  EXPECT_EQ(object.at("semantics_versions_read").at(1), object.at("semantics_version"));
  EXPECT_EQ(object.at("log_format_versions_read").at(1), object.at("log_format_version"));
  EXPECT_TRUE(object.at("commit").is_null() || object.at("commit").get<std::string>().size() == 40);
  EXPECT_NE(object.at("compiler").get<std::string>().find(' '), std::string::npos);
  // What CHANGELOG calls unreleased says so itself.
  const std::string changes = file_text(example("../CHANGELOG.md"));
  const std::string number = version.substr(0, version.find('-'));
  const std::size_t entry = changes.find("\n## ");
  const std::string heading = changes.substr(entry + 4, changes.find('\n', entry + 4) - entry - 4);
  EXPECT_TRUE(heading.starts_with(number)) << heading;
  EXPECT_EQ(version.ends_with("-dev"), heading.find("not yet released") != std::string::npos)
      << version << ", " << heading;
  EXPECT_EQ(run("--json").status, 2);
}

// man(7) itself reads the pages, and warns about what it cannot make out.
TEST_F(Help, EveryCommandHasAManualPage) {
  std::vector<std::string> all{""};
  for (const std::string& command : commands()) all.push_back(command);
  for (const std::string& command : all) {
    const Ran page = run("man " + command);
    ASSERT_EQ(page.status, 0) << page.err;
    EXPECT_NE(page.out.find(".SH SYNOPSIS\n"), std::string::npos);
    if (command.empty()) continue;
    EXPECT_NE(page.out.find("\\fB\\-h, \\-\\-help\\fR\n"), std::string::npos) << page.out;
    EXPECT_NE(run("man").out.find("\\fB" + command + "\\fR\n"), std::string::npos) << command;
  }
  const Ran written = run("man --to " + path("new/man1"));
  EXPECT_EQ(written.status, 0) << written.err;
  EXPECT_TRUE(std::filesystem::exists(path("new/man1/allot-apply.1")));
}

TEST_F(Help, BashCompletesCommandsOptionsAndValues) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(completed({"allot", "ver"}), Words{"verify"});
  EXPECT_EQ(completed({"allot", "--v"}), Words{"--version"});
  EXPECT_EQ(completed({"allot", "apply", "--dur"}), Words{"--durability"});
  EXPECT_EQ(completed({"allot", "apply", "--durability", ""}), (Words{"none", "async", "sync"}));
  EXPECT_EQ(completed({"allot", "apply", "--durability", "as"}), Words{"async"});
  EXPECT_EQ(completed({"allot", "apply", "--key-space", ""}), Words{});
  EXPECT_EQ(completed({"allot", "apply", "--journal", ""}), Words{"<-o dirnames>"});
  EXPECT_EQ(completed({"allot", "apply", ""}), Words{"<-o default>"});
  EXPECT_EQ(completed({"allot", "verify", ""}), Words{"<-o dirnames>"});
  EXPECT_EQ(completed({"allot", "completion", "z"}), Words{"zsh"});
  EXPECT_EQ(completed({"allot", "compare", ""}).back(), "<-o default>");
  EXPECT_EQ(completed({"allot", "whatif", ""}), Words{"<-o default>"});
  EXPECT_EQ(completed({"allot", "simulate", "--map", ""}), Words{"<-o default>"});
}

TEST_F(Help, EveryShellIsToldEveryOption) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Ran script = run(std::string("completion ") + shell);
    ASSERT_EQ(script.status, 0) << script.err;
    for (const char* name : {"apply", "simulate", "completion", "live-seconds", "must-exist"}) {
      EXPECT_NE(script.out.find(name), std::string::npos) << shell << ": " << name;
    }
  }
  EXPECT_EQ(run("completion csh").status, 2);
}

}  // namespace
}  // namespace allot
