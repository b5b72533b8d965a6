// allot traffic and allot rules measure: what the set to begin with does to orders that are known.
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class Measure : public ProgramTest {
 protected:
  [[nodiscard]] std::string traffic() const { return path("traffic.jsonl"); }
  [[nodiscard]] std::string labels() const { return path("labels.csv"); }
  static std::string starter() { return example("rules/starter.rules"); }

  void make(const std::string& how) {
    const Ran ran = run("traffic " + traffic() + ' ' + labels() + ' ' + how);
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  Json measured(const std::string& rules) {
    const Ran ran = run("rules measure --json " + rules + ' ' + traffic() + ' ' + labels());
    EXPECT_EQ(ran.status, 0) << ran.err;
    const Json told = Json::parse(ran.out, nullptr, false);
    if (!told.is_object()) return {};
    return told.at("files").at(0).at("measured");
  }
  std::string told_of(const std::string& arguments) {
    const Ran ran = run("rules measure " + arguments);
    EXPECT_NE(ran.status, 0) << ran.out;
    return ran.err;
  }
};

// Returns: the row of a rule or class.
Json row_of(const Json& rows, const std::string& of, const std::string& name) {
  for (const Json& row : rows) {
    if (row.at(of) == name) return row;
  }
  ADD_FAILURE() << "no " << of << ' ' << name;
  return {};
}

TEST_F(Measure, ApplyTakesAllLinesOfTraffic) {
  make("--seed 101 --order-count 2000");
  const Ran ran = run("apply --json --digest " + traffic());
  EXPECT_EQ(ran.status, 0) << ran.err;
  const Json told = Json::parse(ran.out);
  EXPECT_EQ(told.at("refused"), 0);
  EXPECT_EQ(told.at("bad_lines"), 0);
  EXPECT_EQ(told.at("facts_in_question"), 0);
}

TEST_F(Measure, CountsEachOrderOnceAndEachClassTriggersSomething) {
  make("--seed 101 --order-count 10000");
  const Json measure = measured(starter());
  std::uint64_t orders = 0;
  const std::map<std::string, std::uint64_t> wanted{
      {"honest", 8'800},     {"scalper", 300},   {"bonus_hunter", 300}, {"brushing", 200},
      {"card_testing", 200}, {"duplicate", 100}, {"price_error", 100}};
  ASSERT_EQ(measure.at("classes").size(), wanted.size());
  for (const Json& one : measure.at("classes")) {
    EXPECT_EQ(one.at("orders"), wanted.at(one.at("class"))) << one;
    std::uint64_t parts = 0;
    for (const char* part : {"limited", "blocked", "reviewed", "passed", "otherwise"}) {
      parts += one.at(part).get<std::uint64_t>();
    }
    EXPECT_EQ(one.at("orders"), parts) << one;
    EXPECT_EQ(one.at("otherwise"), 0) << one;
    orders += parts;
    if (one.at("class") == "honest") continue;
    EXPECT_GE(one.at("stopped_permille").get<int>(), 400) << one;
  }
  EXPECT_EQ(orders, 10'000U);
  EXPECT_LE(measure.at("honest").at("stopped_permille").get<int>(), 150);
  for (const Json& rule : measure.at("rules")) {
    EXPECT_EQ(rule.at("errors"), 0) << rule;
    EXPECT_EQ(rule.at("hits"), rule.at("fraud").get<int>() + rule.at("honest").get<int>()) << rule;
  }
  // The rules are what finds each class: without the one it is meant for, less is found.
  for (const auto& [rule, of] :
       std::map<std::string, std::string>{{"PRICE_ERROR", "price_error"},
                                          {"DUPLICATE_CART", "duplicate"},
                                          {"CARD_TESTING", "card_testing"},
                                          {"BRUSHING_PAIR", "brushing"},
                                          {"SCALPER_PHONE", "scalper"},
                                          {"BONUS_DEVICE", "bonus_hunter"}}) {
    EXPECT_GT(row_of(measure.at("rules"), "rule", rule).at("fraud"), 0) << of;
  }
}

TEST_F(Measure, IsAsTheLabelsSay) {
  make("--seed 3 --order-count 500 --days 2");
  write("all.rules", "rules all\nblock ALL true || o.total > 1\nreview shadow TRIED o.total > 0\n");
  write("none.rules", "rules none\nlimit NONE o.total < 0\n");
  const Json all = measured(path("all.rules"));
  EXPECT_EQ(all.at("recall_permille"), 1000);
  EXPECT_EQ(all.at("precision_permille"), 120);  // twelve of a hundred, and all are blocked
  EXPECT_EQ(all.at("honest").at("blocked"), 440);
  const Json tried = row_of(all.at("rules"), "rule", "TRIED");
  EXPECT_EQ(tried.at("shadow"), true);
  EXPECT_EQ(tried.at("hits"), 500);
  const Json none = measured(path("none.rules"));
  EXPECT_EQ(none.at("recall_permille"), 0);
  EXPECT_EQ(none.at("precision_permille"), nullptr);
  EXPECT_EQ(none.at("fraud").at("passed"), 60);
  // Who is honest is what the labels say, whatever the class is called.
  std::string turned = file_text(labels());
  for (std::size_t at = 0; (at = turned.find(",honest,", at)) != std::string::npos;) {
    turned.replace(at, 8, ",rogue,");
    turned.replace(turned.find(",yes", at), 4, ",no");
  }
  write("labels.csv", turned);
  EXPECT_EQ(measured(path("all.rules")).at("fraud").at("orders"), 500);
}

// What was refused is neither paid nor does its payment fail.
TEST_F(Measure, LeavesOutWhatWouldNotHappenToARefusedOrder) {
  make("--seed 5 --order-count 400 --days 3");
  write("fail.rules",
        "rules fail\nfeature failed count by device on payment_failed window 30d cap 8\n"
        "block ANY o.total > 0\nreview SEEN has(v.failed) && v.failed > 0\n");
  EXPECT_EQ(row_of(measured(path("fail.rules")).at("rules"), "rule", "SEEN").at("hits"), 0);
}

TEST_F(Measure, SaysWhatIsWrongWithItsFiles) {
  make("--order-count 10");
  const std::string rest = ' ' + traffic() + ' ' + labels();
  EXPECT_NE(told_of(starter()).find("measure is of one set, and of commands and their labels"),
            std::string::npos);
  EXPECT_NE(told_of(path("nothing.rules") + rest).find("nothing.rules: cannot be read"),
            std::string::npos);
  write("wrong.rules", "rules wrong\nlimit A o.totl > 1\n");
  EXPECT_NE(told_of(path("wrong.rules") + rest).find("wrong.rules:2:11: error"), std::string::npos);
  const std::string good = file_text(labels());
  const std::map<std::string, std::string> bad{
      {"order,class\n", "labels.csv:1: labels begin with the line order_key,class,kind,honest"},
      {"order_key,class,kind,honest\n", "labels.csv: says of no order who it is of"},
      {"order_key,class,kind,honest\n1,a,b\n", "labels.csv:2: a label has four cells"},
      {"order_key,class,kind,honest\nx,a,b,no\n", "labels.csv:2: an order_key is a whole number"},
      {"order_key,class,kind,honest\n1,a,b,maybe\n", "labels.csv:2: whether an order is honest"},
      {"order_key,class,kind,honest\n1,,b,no\n", "labels.csv:2: an order is of a class"},
      {"order_key,class,kind,honest\n1,a,b,no\n1,a,b,no\n", "labels.csv:3: this order has a label"},
      {"order_key,class,kind,honest\n1,a,b,no\n2,a,b,yes\n", "labels.csv:3: a class is honest, or"},
      {"order_key,class,kind,honest\n77,a,b,no\n", "traffic.jsonl:"}};
  for (const auto& [text, why] : bad) {
    write("labels.csv", text);
    const std::string told = told_of(starter() + rest);
    EXPECT_NE(told.find(why), std::string::npos) << told;
  }
  write("labels.csv", good);
  write("traffic.jsonl", "{\"zone\":{\"cod\":\"GB\"}}\n");
  EXPECT_NE(told_of(starter() + rest).find("traffic.jsonl:1: "), std::string::npos);
  write("traffic.jsonl", "{\"zone\":{\"code\":\"GB\"}}\n");
  EXPECT_NE(told_of(starter() + rest).find("no order of it has a label"), std::string::npos);
}

TEST_F(Measure, TrafficSaysWhatItCannotMake) {
  const auto told = [this](const std::string& arguments) {
    const Ran ran = run("traffic " + arguments);
    EXPECT_NE(ran.status, 0) << arguments;
    return ran.err;
  };
  EXPECT_NE(told("a.jsonl b.csv --shares thieves=5").find("--shares: 'thieves' is none of"),
            std::string::npos);
  EXPECT_NE(told("same same").find("commands and labels are two files"), std::string::npos);
  EXPECT_NE(told(path("no/a") + ' ' + path("no/b")).find("cannot be written"), std::string::npos);
  EXPECT_NE(told("a.jsonl b.csv --order-count 0").find("give a whole number"), std::string::npos);
  EXPECT_NE(told("a.jsonl").find("LABELS"), std::string::npos);
}

}  // namespace
}  // namespace allot
