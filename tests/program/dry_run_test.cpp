// allot apply --dry-run: what lines would do to a log, of which not a byte changes.
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

// Two orders for ten teapots: 6 are held for order 1001.
constexpr const char* shop =
    "{\"start\":{\"skus_max\":10,\"nodes_max\":2,\"orders_max\":100,\"lines_max\":4000,"
    "\"command_keys_max\":100,\"attempts_max\":100,\"lots_max\":100,\"time_source\":\"host\"}}\n"
    "{\"sku\":{\"code\":\"TEAPOT\",\"list_price\":1500},\"time\":\"2026-11-27T08:00:00Z\"}\n"
    "{\"node\":{\"code\":\"LEEDS\"}}\n"
    "{\"zone\":{\"code\":\"UK\"}}\n"
    "{\"channel\":{\"code\":\"web\",\"hold_ttl_ns\":\"15m\",\"review_ttl_ns\":\"24h\"}}\n"
    "{\"network\":{\"channel\":\"web\",\"node\":\"LEEDS\"}}\n"
    "{\"lane\":{\"node\":\"LEEDS\",\"zone\":\"UK\",\"parcel_cost\":450,\"unit_cost\":0}}\n"
    "{\"receive\":{\"sku\":\"TEAPOT\",\"node\":\"LEEDS\",\"quantity\":10}}\n"
    "{\"place\":{\"order_key\":1001,\"channel\":\"web\",\"zone\":\"UK\",\"lines\":[{\"sku\":"
    "\"TEAPOT\",\"quantity\":6,\"price\":1500}]}}\n";
constexpr const char* order_of_six =
    "{\"place\":{\"order_key\":1002,\"channel\":\"web\",\"zone\":\"UK\",\"lines\":[{\"sku\":"
    "\"TEAPOT\",\"quantity\":6,\"price\":1500}]}}\n";
constexpr const char* cancel = "{\"cancel\":{\"order_key\":1001}}\n";

// Returns: the lines without what says that they were logged, or not.
std::string without_epochs(const std::string& lines) {
  return std::regex_replace(lines, std::regex("\"epoch\":[0-9]+,"), "");
}

class DryRun : public ProgramTest {
 protected:
  // Returns: what lies in the directory of the log, by name.
  std::map<std::string, std::string> files() {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(log_)) {
      all[entry.path().filename().string()] = file_text(entry.path());
    }
    return all;
  }
  void begin() {
    const Ran ran = run("apply --journal " + log_, shop);
    ASSERT_EQ(ran.status, 0) << ran.err;
  }

  std::string log_ = path("log");
};

class DryRunExample : public DryRun, public ::testing::WithParamInterface<const char*> {};

// Each half of an example, and the whole on top of itself, which the log then knows.
TEST_P(DryRunExample, TellsWhatApplyThenTells) {
  std::istringstream all(file_text(example(std::string(GetParam()) + ".jsonl")));
  std::vector<std::string> lines;
  for (std::string line; std::getline(all, line);) lines.push_back(line + '\n');
  const std::size_t half = lines.size() / 2;
  std::string first;
  std::string rest;
  for (std::size_t i = 0; i < lines.size(); ++i) (i < half ? first : rest) += lines[i];
  write("first.jsonl", first);
  write("rest.jsonl", rest);
  ASSERT_EQ(run("apply --journal " + log_ + ' ' + path("first.jsonl")).status, 0);
  for (const char* const input : {"rest.jsonl", "rest.jsonl", "first.jsonl"}) {
    const std::string arguments = "--journal " + log_ + ' ' + path(input);
    const auto before = files();
    const Ran dry = run("apply --dry-run --answers " + arguments);
    EXPECT_EQ(files(), before);
    EXPECT_EQ(run("apply --dry-run --answers " + arguments).out, dry.out);
    const Ran real = run("apply --answers " + arguments);
    EXPECT_EQ(dry.status, real.status) << dry.err << real.err;
    // Behind it stands what an idle engine would do by itself.
    EXPECT_EQ(dry.out.substr(0, without_epochs(real.out).size()), without_epochs(real.out));
    EXPECT_EQ(dry.out.find("\"epoch\""), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, DryRunExample,
                         ::testing::Values("first_order", "backorder", "payment_race", "review",
                                           "purchase_caps"));

TEST_F(DryRun, LinesSeeThoseBeforeThemAndNoOtherRun) {
  begin();
  EXPECT_NE(run("apply --dry-run --journal " + log_, order_of_six).out.find("stock_insufficient"),
            std::string::npos);
  const Ran both = run("apply --dry-run --journal " + log_, std::string(cancel) + order_of_six);
  EXPECT_EQ(both.status, 0) << both.err;
  EXPECT_EQ(both.out.find("stock_insufficient"), std::string::npos) << both.out;
  EXPECT_NE(both.err.find("allot apply: a dry run on " + log_ +
                          " as of sequence 9: nothing was logged\n"),
            std::string::npos)
      << both.err;
  EXPECT_EQ(run("apply --dry-run --journal " + log_, order_of_six).status, 0);
}

TEST_F(DryRun, StandsWhereItIsTold) {
  begin();
  // Before the receipt, before the order, and at the end.
  const auto reason_at = [this](const std::string& at) {
    const Ran ran = run("apply --json --dry-run --at " + at + " --journal " + log_, order_of_six);
    const auto object = nlohmann::json::parse(ran.out);
    EXPECT_EQ(object.at("dry_run_as_of"), at);
    return object.at("refused").get<int>();
  };
  EXPECT_EQ(reason_at("7"), 1);
  EXPECT_EQ(reason_at("8"), 0);
  EXPECT_EQ(reason_at("9"), 1);
  const Ran beyond = run("apply --dry-run --at 10 --journal " + log_, order_of_six);
  EXPECT_NE(beyond.status, 0);
  EXPECT_NE(beyond.err.find("the log ends at sequence 9, before 10"), std::string::npos)
      << beyond.err;
  const Ran early = run("apply --dry-run --at 2025-01-01 --journal " + log_, order_of_six);
  EXPECT_NE(early.status, 0);
}

TEST_F(DryRun, TellsWhoWouldLoseWhatACountTakes) {
  begin();
  const char* const count = "{\"adjust\":{\"sku\":\"TEAPOT\",\"node\":\"LEEDS\",\"delta\":-7}}\n";
  const auto before = files();
  const Ran dry = run("apply --dry-run --journal " + log_, count);
  EXPECT_EQ(dry.status, 0) << dry.err;
  EXPECT_TRUE(
      std::regex_search(dry.out, std::regex("\"event\":\"line_lost\",\"order_key\":\"1001\"")))
      << dry.out;
  const Ran table = run("apply --dry-run --table --journal " + log_, count);
  EXPECT_EQ(table.out.find("SEQ"), 0U) << table.out;
  EXPECT_TRUE(std::regex_search(table.out, std::regex("line_lost +1001"))) << table.out;
  EXPECT_EQ(files(), before);
}

TEST_F(DryRun, BadLinesAreToldAsByApply) {
  begin();
  const std::string lines = std::string("{\"cancel\":{\"order_key\":77}}\n") +
                            "{\"adjust\":{\"sku\":\"KETTLE\",\"node\":\"LEEDS\",\"delta\":1}}\n" +
                            "{\"cancle\":{\"order_key\":1001}}\n" + cancel;
  for (const char* const how : {"", "--keep-going "}) {
    const Ran dry = run("apply --dry-run " + std::string(how) + "--journal " + log_, lines);
    std::filesystem::remove_all(path("copy"));
    std::filesystem::copy(log_, path("copy"));
    const Ran real = run("apply " + std::string(how) + "--journal " + path("copy"), lines);
    EXPECT_EQ(dry.status, real.status);
    EXPECT_EQ(dry.out, without_epochs(real.out));
    EXPECT_NE(dry.err.find("no sku has the code"), std::string::npos) << dry.err;
    EXPECT_EQ(std::regex_replace(dry.err, std::regex("allot apply: a dry run on .*\n"), ""),
              real.err);
  }
}

TEST_F(DryRun, SaysWhatItCannotDo) {
  const Ran none = run("apply --dry-run --journal " + log_, cancel);
  EXPECT_NE(none.status, 0);
  EXPECT_NE(none.err.find("no such directory"), std::string::npos) << none.err;
  EXPECT_FALSE(std::filesystem::exists(log_));
  begin();
  for (const char* const wrong :
       {"--dry-run", "--at 3 --journal L", "--table --journal L",
        "--dry-run --must-exist --journal L", "--dry-run --durability none --journal L",
        "--dry-run --table --json --journal L"}) {
    EXPECT_EQ(run("apply " + std::regex_replace(wrong, std::regex("L$"), log_), cancel).status, 2)
        << wrong;
  }
  const Ran limits = run("apply --dry-run --limits orders_max=5 --journal " + log_, cancel);
  EXPECT_EQ(limits.status, 2) << limits.err;
}

}  // namespace
}  // namespace allot
