// --json is understood by every command, prints one object, and its members are told in
// docs/commands.md.
#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class JsonOutput : public ProgramTest {
 protected:
  void SetUp() override {
    ASSERT_EQ(run("apply --journal " + path("log") + ' ' + example("first_order.jsonl")).status, 0);
    for (const char* name : {"a", "b"}) {
      ASSERT_EQ(run("simulate --mode virtual --order-count 200 --report " +
                    path(std::string(name) + ".html") + " --log " + path(name))
                    .status,
                0);
    }
    ASSERT_EQ(run("traffic --order-count 100 " + path("t.jsonl") + ' ' + path("labels.csv")).status,
              0);
  }
  // What each command is asked to print, well and badly.
  std::map<std::string, std::vector<std::string>> asked() {
    const std::string log = path("log");
    return {
        {"apply", {"apply --digest " + example("first_order.jsonl"), "apply nowhere.jsonl"}},
        {"replay", {"replay " + log, "replay nowhere"}},
        {"verify", {"verify " + log, "verify nowhere"}},
        {"copy", {"copy " + log + ' ' + path("copy"), "copy nowhere " + path("other")}},
        {"inspect", {"inspect " + log, "inspect nowhere"}},
        {"events", {"events " + log, "events nowhere"}},
        {"orders", {"orders " + log, "orders nowhere"}},
        {"stock", {"stock " + log, "stock nowhere"}},
        {"waiting", {"waiting " + log, "waiting nowhere"}},
        {"exceptions", {"exceptions " + log, "exceptions nowhere"}},
        {"services", {"services " + log, "services nowhere"}},
        {"feed", {"feed " + log, "feed nowhere"}},
        {"history", {"history " + log + " 85123A", "history " + log + " NOPE"}},
        {"top", {"top --once " + log, "top --once nowhere"}},
        {"explain", {"explain " + log + " 1001", "explain " + log + " 77"}},
        {"bench", {"bench --seconds 0.1 --skus 5 --nodes 1", "bench --journal " + log}},
        {"map",
         {"map " + example("files/orders_de.csv"), "map --presets", "map --preset shopify",
          "map nowhere.csv"}},
        {"rules",
         {"rules check " + example("rules/risk_md.rules"),
          "rules fmt " + example("rules/risk_md.rules"),
          "rules explain " + example("rules/risk_md.rules"),
          "rules test " + example("rules/risk_md.cases"),
          "rules compile " + example("rules/risk_md.rules") + " --activate live --set-version 1",
          "rules compile " + example("rules/risk_md.rules") + " -o " + path("rules.jsonl"),
          "rules measure " + example("rules/starter.rules") + " " + path("t.jsonl") + " " +
              path("labels.csv"),
          "rules check nowhere.rules"}},
        {"traffic",
         {"traffic --order-count 50 " + path("made.jsonl") + " " + path("made.csv"),
          "traffic " + path("nowhere/t.jsonl") + " " + path("made.csv")}},
        {"simulate",
         {"simulate --mode virtual --order-count 100 --log " + path("c"),
          "simulate --orders nowhere.csv --log " + path("d")}},
        {"compare",
         {"compare " + path("a.html") + ' ' + path("b.html"), "compare nowhere nothing"}},
        {"whatif",
         {"whatif " + path("a") + " --scenario " + example("scenarios/peak.json"),
          "whatif nowhere --stock nothing.csv"}},
        {"demo", {"demo"}},
        {"help", {"help", "help times", "help verify", "help nothing_at_all"}},
        // Scripts and pages are for programs as they are.
        {"completion", {}},
        {"man", {}},
    };
  }
  // The members of each command's object, as the document lists them.
  static std::map<std::string, std::set<std::string>> documented() {
    const std::string page =
        file_text(std::filesystem::path(examples_directory()) / "../docs/commands.md");
    const std::size_t begin = page.find("\n## Output for programs\n");
    EXPECT_NE(begin, std::string::npos) << "docs/commands.md says nothing of --json";
    if (begin == std::string::npos) return {};
    const std::string part = page.substr(begin, page.find("\n## ", begin + 4) - begin);
    std::map<std::string, std::set<std::string>> members;
    const std::regex row(R"(\n\| (`[^|]*) \| ([^|\n]*) \|)");
    const std::regex name("`([A-Za-z_]+)`");
    for (std::sregex_iterator at(part.begin(), part.end(), row), end; at != end; ++at) {
      const std::string commands = (*at)[1];
      const std::string list = (*at)[2];
      for (std::sregex_iterator one(commands.begin(), commands.end(), name); one != end; ++one) {
        for (std::sregex_iterator of(list.begin(), list.end(), name); of != end; ++of) {
          members[(*one)[1]].insert((*of)[1]);
        }
      }
    }
    return members;
  }
};

TEST_F(JsonOutput, OfEveryCommandIsOneObjectWithMembersThatAreTold) {
  const auto asked = this->asked();
  const auto told = documented();
  const auto help = Json::parse(run("help --json").out);
  for (const auto& command : help.at("commands")) {
    const std::string name = command.at("name");
    ASSERT_TRUE(asked.contains(name)) << name << " is asked nothing here";
    for (const std::string& arguments : asked.at(name)) {
      const Ran ran = run(arguments + " --json");
      // Events are an object a line.
      std::istringstream lines(ran.out);
      std::string text = ran.out;
      if (name == "events") std::getline(lines, text);
      const Json object = Json::parse(text, nullptr, false);
      ASSERT_TRUE(object.is_object()) << arguments << '\n' << ran.out << ran.err;
      EXPECT_EQ(ran.status != 0, object.contains("error")) << arguments << ran.out;
      if (object.contains("error")) {
        EXPECT_TRUE(object.at("cause").is_string()) << ran.out;
        continue;
      }
      if (name == "events") continue;  // the fields of events have a chapter of their own
      ASSERT_TRUE(told.contains(name)) << name << " stands in no row";
      for (const auto& [member, value] : object.items()) {
        const std::string plain =
            member.ends_with("_ns") ? member.substr(0, member.size() - 3) : "";
        EXPECT_TRUE(told.at(name).contains(member) || told.at(name).contains(plain))
            << name << " prints " << member << ", of which docs/commands.md says nothing";
      }
    }
  }
}

}  // namespace
}  // namespace allot
