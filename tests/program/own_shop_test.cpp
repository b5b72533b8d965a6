// A shop of its own, from its two files to a report: what the files say happens, and nothing else.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

// Forints with decimals, postage as a line, units of which some are reserved, a row of totals, a
// status that no table of words knows.
class OwnShop : public ProgramTest {
 protected:
  static std::string shop(const std::string& which) {
    return examples_directory() + "/../tests/files/cases/shops/hungarian_" + which + ".csv";
  }
  // The shop's own words of a status are known since; here they are heaps.
  void SetUp() override {
    ProgramTest::SetUp();
    std::ifstream file(shop("orders"), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::pair<std::string, std::string> words[] = {{"Teljes\xEDtve", "Kupac"},
                                                         {"Kisz\xE1ll\xEDt\xE1s alatt", "Halom"},
                                                         {"T\xF6r\xF6lve", "Garmada"}};
    for (const auto& [known, other] : words) {
      for (std::size_t at = text.find(known); at != std::string::npos; at = text.find(known, at)) {
        text.replace(at, known.size(), other);
      }
    }
    write("orders.csv", text);
  }
  std::string files() { return path("orders.csv") + " --stock " + shop("stock"); }
  // Writes the draft of a map, as it comes.
  std::string draft() {
    const Ran drafted = run("map " + files());
    EXPECT_EQ(drafted.status, 0) << drafted.err;
    write("shop.toml", drafted.out);
    return drafted.out;
  }
  Json rehearse(const std::string& options = {}) {
    const Ran ran = run("simulate --json --mode virtual --orders " + files() + " --map " +
                        path("shop.toml") + ' ' + options);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return ran.status == 0 ? Json::parse(ran.out) : Json();
  }
  static std::string note(const Json& file, const std::string& name) {
    for (const Json& note : file.at("notes")) {
      if (note.at("name") == name) return note.at("text");
    }
    return {};
  }
};

TEST_F(OwnShop, IsRehearsedWithNothingThatItsFilesDoNotSay) {
  const std::string map = draft();
  const Json report = rehearse();
  EXPECT_EQ(report.at("reasons"), Json::object())
      << "forints are no cents, and what a code that the stock lacks is asked for waits";
  EXPECT_EQ(report.at("orders").at("in_review"), 0);
  EXPECT_EQ(report.at("orders").at("refused").get<int>() +
                report.at("orders").at("backordered").get<int>(),
            3)
      << "those with TU1001, TU1002 and TU1005, which the stock calls otherwise\n"
      << map;
  const Json& input = report.at("input");
  EXPECT_EQ(input.at("skipped").at("no_product"), 27) << "SZALLITAS";
  EXPECT_NE(note(input, "risk_rules").find("no limits of value"), std::string::npos);
  EXPECT_NE(note(input, "one_channel").find("'shop'"), std::string::npos);
  EXPECT_NE(note(input, "statuses_unsaid").find("every text of 'Állapot' counts as a sale"),
            std::string::npos)
      << input.at("notes").dump(1);
  const Json& stock = report.at("files").at(0);
  EXPECT_NE(note(stock, "unstocked").find("TU1002"), std::string::npos);
  EXPECT_NE(note(stock, "alike").find("TU1001, which may be TU-1001"), std::string::npos)
      << stock.at("notes").dump(1);
}

TEST_F(OwnShop, HearsOfAStatusThatItsMapLeavesOut) {
  std::string map = draft();
  map.replace(map.find("status = "), 0, "# ");
  write("shop.toml", map);
  const Json report = rehearse();
  const Json& input = report.at("input");
  EXPECT_NE(note(input, "status_unused").find("'Állapot' looks like a status, 'Kupac' ("),
            std::string::npos)
      << input.at("notes").dump(1);
}

TEST_F(OwnShop, HasCodesThatTheStockLacksNamedByTheRun) {
  std::string map = draft();
  const std::size_t skip = map.find("[[skip]]");
  ASSERT_NE(skip, std::string::npos) << map;
  map.erase(skip, map.find("\n\n", skip) - skip);
  write("shop.toml", map);
  const Json report = rehearse();
  const Json& stock = report.at("files").at(0);
  EXPECT_NE(note(stock, "unstocked").find("they have no stock: SZALLITAS"), std::string::npos)
      << "the most frequent first\n"
      << stock.at("notes").dump(1);
  EXPECT_NE(note(stock, "no_product").find("SZALLITAS"), std::string::npos);
}

TEST_F(OwnShop, WithARiskOfItsOwnHasThatRuleAndNoPeaks) {
  draft();
  write("risk.json", R"({"risk": {"order_value_max": 10000000}})");
  const Json report = rehearse("--scenario " + path("risk.json"));
  EXPECT_GT(report.at("reasons").at("order_value_exceeded"), 0);
  EXPECT_EQ(report.at("reasons").count("velocity_exceeded"), 0U);
  for (const Json& part : report.at("synthetic")) {
    EXPECT_EQ(part.get<std::string>().find("peak"), std::string::npos) << part;
    EXPECT_EQ(part.get<std::string>().find("block list"), std::string::npos) << part;
  }
}

TEST_F(OwnShop, HearsWhereALimitComesFrom) {
  for (const char* reason : {"order_value_exceeded", "value_review", "listed"}) {
    const Ran ran = run("help " + std::string(reason));
    EXPECT_NE(ran.out.find("--scenario"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("allot help scenarios"), std::string::npos) << ran.out;
  }
  const Ran topic = run("help scenarios");
  EXPECT_EQ(topic.status, 0);
  EXPECT_NE(topic.out.find("no rules of risk"), std::string::npos) << topic.out;
}

TEST_F(OwnShop, SeesNoCostOfLanesThatNobodyGave) {
  draft();
  rehearse("--report " + path("a.html") + " --log " + path("a"));
  const std::string page = file_text(path("a.html"));
  EXPECT_NE(page.find("\"costs_made_up\":true"), std::string::npos);
  write("more.csv", "sku,node,quantity\nTU1002,Budapest,5\n");
  const Ran ran = run("whatif " + path("a") + " --more-stock " + path("more.csv"));
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.find("hipping cost"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace allot
