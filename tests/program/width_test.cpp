// What every command shows on a terminal fits it, whatever its width.
#include <algorithm>
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

std::size_t columns_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Lines as they stand on the screen: without control sequences, and of what was drawn over all.
std::vector<std::string> drawn_lines(const std::string& text) {
  const std::string plain = std::regex_replace(text, std::regex("\x1b\\[[0-9;?]*[A-Za-z]"), "");
  std::vector<std::string> lines;
  std::string line;
  for (const char c : plain + '\n') {
    if (c != '\n' && c != '\r') {
      line += c;
      continue;
    }
    lines.push_back(line);
    line.clear();
  }
  return lines;
}

// A digest, a path or a JSON text without a blank has no place at which it could be broken. What is
// to be typed stays on one line, to be copied.
bool stays_whole(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin == std::string::npos || line.find(' ', begin) == std::string::npos ||
         line.starts_with("  allot ") || line.starts_with("  printf ");
}

class Width : public ProgramTest {
 protected:
  void SetUp() override {
    const Ran log = run("apply --journal " + path("log") + ' ' + example("first_order.jsonl"));
    ASSERT_EQ(log.status, 0) << log.err;
    for (const char* name : {"a", "b"}) {
      const Ran ran = run("simulate --mode virtual --order-count 300 --report " +
                          path(std::string(name) + ".html") + " --log " + path(name));
      ASSERT_EQ(ran.status, 0) << ran.err;
    }
    // Half of a frame behind the last one: what there is to say is a long sentence.
    ASSERT_EQ(std::system(("cp -r " + path("log") + ' ' + path("torn") +
                           " && printf x | dd of=" + path("torn") +
                           "/0000000001.log bs=1 seek=12288 conv=notrunc 2>/dev/null")
                              .c_str()),
              0);
    write("stock.csv", "sku,node,quantity\nA,LON,20\n");
    ASSERT_EQ(run("traffic --order-count 100 " + path("t.jsonl") + ' ' + path("labels.csv")).status,
              0);
    write("bad.jsonl", "{\"zone\":{\"code\":\"GB\"}}\n{\"zone\":{\"cod\":\"GB\"}}\n");
  }

  // Each command with what it is shown doing; what prints for machines alone has none.
  std::map<std::string, std::vector<std::string>> shown() {
    const std::string log = path("log");
    return {
        {"apply",
         {"apply --journal " + path("new") + "$$ " + example("first_order.jsonl") + " >/dev/null",
          "apply " + path("bad.jsonl") + " >/dev/null"}},
        {"replay", {"replay " + log, "replay " + log + " --to 4"}},
        {"verify", {"verify " + log, "verify " + path("torn")}},
        {"copy", {"copy " + log + ' ' + path("copy") + "$$"}},
        {"inspect", {"inspect " + log}},
        {"events", {"events " + log}},
        {"orders", {"orders " + log}},
        {"stock", {"stock " + log}},
        {"waiting", {"waiting " + log}},
        {"exceptions", {"exceptions " + log}},
        {"services", {"services " + log}},
        {"feed", {"feed " + log}},
        {"history", {"history " + log + " 85123A", "history " + log + " NOPE"}},
        {"top", {"top " + log + " --once"}},
        {"explain", {"explain " + log + " 1001", "explain " + log + " 1002"}},
        {"bench", {"bench --seconds 0.1 --skus 5 --nodes 1"}},
        {"map", {"map --presets", "map " + path("nothing.csv")}},
        {"simulate",
         {"simulate --mode virtual --order-count 200 --log " + path("run") + "$$",
          "simulate --mode virtual --orders " + example("files/orders_de.csv") + " --map " +
              example("files/orders_de.toml") + " --log " + path("de") + "$$"}},
        {"compare", {"compare " + path("a.html") + ' ' + path("b.html")}},
        {"whatif", {"whatif " + path("a") + " --scenario " + example("scenarios/peak.json")}},
        {"rules",
         {"rules check " + example("rules/risk_md.rules"),
          "rules explain " + example("rules/risk_md.rules"),
          "rules test " + example("rules/risk_md.cases"), "rules check " + path("bad.jsonl"),
          "rules compile " + example("rules/risk_md.rules") + " -o " + path("rules.jsonl"),
          "rules measure " + example("rules/starter.rules") + " " + path("t.jsonl") + " " +
              path("labels.csv"),
          "rules check " + path("nothing.rules")}},
        {"traffic", {"traffic --order-count 50 " + path("made.jsonl") + " " + path("made.csv")}},
        {"demo", {}},        // it takes seconds, and has a test of its own
        {"completion", {}},  // a script
        {"man", {}},         // text for man(1), which fits it to the terminal
        {"help", {"help", "help json", "help reasons", "help stock_insufficient", "help simulate"}},
    };
  }
};

TEST_F(Width, IsKeptByEveryCommand) {
  const auto shown = this->shown();
  const auto told = nlohmann::json::parse(run("help --json").out);
  for (const auto& command : told.at("commands")) {
    EXPECT_TRUE(shown.contains(command.at("name"))) << command << " has no example here";
  }
  std::vector<std::string> all{"--version", "--help", "simulat"};
  for (const auto& [command, examples] : shown) {
    all.insert(all.end(), examples.begin(), examples.end());
  }
  for (const int columns : {40, 60, 80, 160}) {
    for (const std::string& arguments : all) {
      const Ran ran = run_on_terminal(columns, "", arguments);
      EXPECT_FALSE(ran.out.empty()) << arguments;
      for (const std::string& line : drawn_lines(ran.out)) {
        EXPECT_TRUE(columns_of(line) <= static_cast<std::size_t>(columns) || stays_whole(line))
            << arguments << " on " << columns << ": " << line.size() << " '" << line << "'";
      }
    }
  }
}

// Paragraphs are as wide as the terminal, not as wide as one usually is.
TEST_F(Width, IsUsed) {
  const std::string log = path("log");
  for (const std::string& arguments :
       {"simulate --mode virtual --order-count 200 --log " + path("wide"),
        "explain " + log + " 1001", "inspect " + log,
        std::string("bench --seconds 0.1 --skus 5 --nodes 1"), "verify " + path("torn")}) {
    std::size_t widest = 0;
    for (const std::string& line : drawn_lines(run_on_terminal(160, "", arguments).out)) {
      widest = std::max(widest, columns_of(line));
    }
    EXPECT_GT(widest, 90U) << arguments;
  }
}

// Where no terminal is, a line stays whole for who searches it, unless COLUMNS says otherwise.
TEST_F(Width, IsToldByColumnsWhereNoTerminalIs) {
  const Ran whole = run("verify " + path("torn"));
  const Ran narrow = run_after("COLUMNS=50 ", "verify " + path("torn"));
  std::size_t widest = 0;
  for (const std::string& line : drawn_lines(whole.out)) widest = std::max(widest, line.size());
  EXPECT_GT(widest, 160U) << whole.out;
  for (const std::string& line : drawn_lines(narrow.out)) {
    EXPECT_TRUE(line.size() <= 50 || stays_whole(line)) << line;
  }
  EXPECT_EQ(whole.status, narrow.status);
}

}  // namespace
}  // namespace allot
