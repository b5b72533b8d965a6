// Ctrl-C in the middle of a rehearsal: what it leaves, and what other commands say of that.
#include <nlohmann/json.hpp>
#include <regex>

#include "held_up.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;
constexpr auto interrupted = 130;

class InterruptedRun : public HeldUp {
 protected:
  // Orders are answered: the line that it prints each second says so.
  static Hold between_orders(const std::string& phase) {
    return {.until =
                [phase](const std::string&, const std::string& err) {
                  return std::regex_search(
                      err, std::regex(phase + R"( +\d+%.* [1-9]\d* (k )?orders/s)"));
                },
            .signal = SIGINT};
  }
  // Whatever it was broken into lines by.
  static std::string one_line(std::string text) {
    return std::regex_replace(text, std::regex("\\s+"), " ");
  }
  // Three thousand orders, of which it has time for a few.
  Ran live(const std::string& options) {
    return run_held_up("simulate --mode live --live-seconds 600 --order-count 3000 " + options,
                       between_orders("live"));
  }
};

TEST_F(InterruptedRun, SaysHowFarItCameAndKeepsWhatItHas) {
  const Ran ran = live("--log " + path("friday") + " --report " + path("friday.html"));
  EXPECT_EQ(ran.status, interrupted) << ran.err;
  const std::regex said(
      R"(allot simulate: interrupted at (\S+Z) in the live run, (\d+) of 3,000 orders\n$)");
  std::smatch parts;
  ASSERT_TRUE(std::regex_search(ran.err, parts, said)) << ran.err;
  const std::string out = one_line(ran.out);
  EXPECT_NE(out.find("the first " + parts[2].str() + " of 3,000 orders"), std::string::npos)
      << ran.out;
  EXPECT_NE(out.find("Interrupted at " + parts[1].str()), std::string::npos) << ran.out;
  EXPECT_NE(out.find("was not replayed, as the run was interrupted"), std::string::npos);
  EXPECT_NE(file_text(path("friday.html")).find("the first " + parts[2].str() + " of 3,000 orders"),
            std::string::npos);
  const Json summary = Json::parse(file_text(path("friday/run.json"))).at("summary");
  const Json& stop = summary.at("interrupted");
  EXPECT_EQ(stop.at("mode"), "live");
  EXPECT_EQ(stop.at("during"), "orders");
  EXPECT_EQ(stop.at("at"), parts[1].str());
  EXPECT_EQ(std::to_string(stop.at("orders").get<int>()), parts[2].str());
  EXPECT_EQ(stop.at("of"), 3'000);
  EXPECT_EQ(summary.at("replay"), nullptr);
  EXPECT_EQ(summary.at("sound"), true);
  // Its log is closed in good order, and is as long as was told.
  const Ran replayed = run("replay --json " + path("friday/live"));
  EXPECT_EQ(replayed.status, 0) << replayed.out;
  EXPECT_EQ(Json::parse(replayed.out).at("digest"), summary.at("digest"));
}

TEST_F(InterruptedRun, IsComparedAsWhatItIs) {
  ASSERT_EQ(live("--log " + path("friday")).status, interrupted);
  ASSERT_EQ(run("simulate --mode virtual --order-count 3000 --log " + path("whole")).status, 0);
  const Ran compared = run("compare --json " + path("friday") + ' ' + path("whole"));
  EXPECT_EQ(compared.status, 0) << compared.err;
  const std::string unlike = Json::parse(compared.out).at("unlike");
  EXPECT_TRUE(unlike.starts_with("how far they came, for one was interrupted")) << unlike;
  // All orders are run for the question, as the run did not get to them.
  write("stock.csv", "sku,node,quantity\nNONE,LON,20\n");
  const Ran asked = run("whatif --json " + path("friday") + " --scenario " + examples_directory() +
                        "/scenarios/peak.json");
  EXPECT_EQ(asked.status, 0) << asked.err;
  EXPECT_TRUE(std::regex_search(
      asked.err, std::regex(R"(friday: was interrupted behind \d+ of 3,000 orders; all of them)")))
      << asked.err;
  const Json comparison = Json::parse(asked.out);
  for (const Json& row : comparison.at("rows")) {
    if (row.at("name") != "orders") continue;
    EXPECT_EQ(row.at("a"), 3'000);
    EXPECT_EQ(row.at("b"), 3'000);
  }
}

TEST_F(InterruptedRun, InVirtualTimeIsTheSame) {
  const Ran ran = run_held_up(
      "simulate --mode both --order-count 20000 --scale 100 --json --log " + path("friday"),
      between_orders("virtual time"));
  EXPECT_EQ(ran.status, interrupted) << ran.err;
  const Json summary = Json::parse(ran.out);
  EXPECT_EQ(summary.at("interrupted").at("mode"), "virtual_time");
  EXPECT_LT(summary.at("interrupted").at("orders"), 2'000'000);
  EXPECT_GT(summary.at("interrupted").at("orders"), 0);
  EXPECT_FALSE(summary.at("modes").contains("live"));
  EXPECT_EQ(summary.at("orders").at("submitted"), summary.at("interrupted").at("orders"));
}

// Nothing of it stays, so nothing of that is named.
TEST_F(InterruptedRun, OfAQuestionIsNoAnswer) {
  ASSERT_EQ(run("simulate --mode virtual --order-count 20000 --log " + path("friday")).status, 0);
  // As if it had been a hundred times as many.
  Json record = Json::parse(file_text(path("friday/run.json")));
  record.at("summary").at("scale") = 100;
  write("friday/run.json", record.dump());
  const Ran ran = run_held_up(
      "whatif " + path("friday") + " --scenario " + examples_directory() + "/scenarios/peak.json",
      between_orders("virtual time"));
  EXPECT_EQ(ran.status, interrupted) << ran.err;
  EXPECT_EQ(ran.out, "");
  const std::regex said(
      R"(allot whatif: interrupted at \S+Z in the run in virtual time, [\d,]+ of 2,000,000 orders, )"
      R"(of the orders with \S+peak.json; nothing is compared\n$)");
  EXPECT_TRUE(std::regex_search(ran.err, said)) << ran.err;
  EXPECT_EQ(ran.err.find("allot_whatif"), std::string::npos) << ran.err;
  EXPECT_EQ(temporary_left(), 0U);
}

}  // namespace
}  // namespace allot
