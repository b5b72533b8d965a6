// allot top: how a log is doing, against what the other commands say of it.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "allot/journal/posix_storage.hpp"
#include "journal/position_file.hpp"
#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class Top : public ProgramTest {
 protected:
  Json simulate() {
    const Ran ran = run("simulate --mode virtual --order-count 400 --json --log " + path("sim"));
    EXPECT_EQ(ran.status, 0) << ran.err;
    return Json::parse(ran.out);
  }
  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
  }
  [[nodiscard]] std::string log() const { return path("sim/virtual_time"); }
};

TEST_F(Top, CountsWhatTheSimulationCounted) {
  const Json summary = simulate();
  const Ran ran = run("top --once --json --bare-integers " + log());
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json all = Json::parse(ran.out).at("all");
  EXPECT_EQ(all.at("placed").get<int>() + all.at("imported").get<int>(),
            summary.at("orders").at("accepted"));
  EXPECT_EQ(all.at("refused"), summary.at("orders").at("refused"));
  EXPECT_EQ(all.at("units"), summary.at("units").at("requested"));
  EXPECT_EQ(all.at("units_at_once"), summary.at("units").at("at_once"));
  EXPECT_EQ(all.at("units_waiting"), summary.at("units").at("backordered"));
  EXPECT_EQ(all.at("units_refused"), summary.at("units").at("refused"));
}

TEST_F(Top, QueuesAreThoseOfTheOtherCommandsAtEveryMoment) {
  (void)simulate();
  const Json end = Json::parse(run("top --once --json --bare-integers " + log()).out);
  const auto last = end.at("sequence").get<std::uint64_t>();
  bool anything_waited = false;
  for (const std::uint64_t at : {last / 3, last / 2, last * 3 / 4, last}) {
    const std::string moment = " --at " + std::to_string(at);
    const Json top = Json::parse(run("top --json --bare-integers " + log() + moment).out);
    EXPECT_EQ(top.at("sequence"), at);
    const Json queues = top.at("queues");
    const Json waiting = Json::parse(run("waiting --json " + log() + moment).out);
    EXPECT_EQ(queues.at("waiting_lines"), waiting.at("lines")) << at;
    EXPECT_EQ(queues.at("waiting_orders"), waiting.at("orders")) << at;
    anything_waited = anything_waited || waiting.at("lines") > 0;
    for (const auto& [queue, state] : {std::pair{"open_orders", "open"},
                                       {"unpaid_orders", "unpaid"},
                                       {"in_review", "in_review"}}) {
      const Json orders = Json::parse(
          run("orders --json --state " + std::string(state) + ' ' + log() + moment).out);
      EXPECT_EQ(queues.at(queue), orders.at("orders").size()) << queue << " at " << at;
    }
    const Json stock = Json::parse(run("stock --json " + log() + moment).out);
    std::uint64_t held = 0;
    for (const Json& row : stock.at("stock")) held += row.at("held").get<std::uint64_t>();
    EXPECT_EQ(queues.at("held_units"), held) << at;
  }
  EXPECT_TRUE(anything_waited);
}

// 60 orders in a minute, of one unit each: five of them take the last pots, the others 55 of 100
// mugs.
TEST_F(Top, SaysWhatRunsOutNextAndWhatIsGone) {
  std::string commands =
      R"({"zone":{"code":"GB"},"time":"2026-11-27T08:59:50Z"})"
      "\n"
      R"({"node":{"code":"LON"}})"
      "\n"
      R"({"channel":{"code":"web","hold_ttl_ns":"15m","remind_before_ns":"5m","pending_ttl_ns":"10m","review_ttl_ns":"24h"}})"
      "\n"
      R"({"network":{"channel":"web","node":"LON"}})"
      "\n"
      R"({"lane":{"node":"LON","zone":"GB","parcel_cost":100,"unit_cost":1}})"
      "\n"
      R"({"sku":{"code":"MUG"}})"
      "\n"
      R"({"sku":{"code":"POT"}})"
      "\n"
      R"({"receive":{"sku":"MUG","node":"LON","quantity":100}})"
      "\n"
      R"({"receive":{"sku":"POT","node":"LON","quantity":5}})"
      "\n";
  for (int n = 0; n < 60; ++n) {
    const std::string second = (n < 10 ? "0" : "") + std::to_string(n);
    commands += R"({"time":"2026-11-27T09:00:)" + second + R"(Z","place":{"order_key":)" +
                std::to_string(100 + n) + R"(,"channel":"web","zone":"GB","lines":[{"sku":")" +
                (n < 5 ? "POT" : "MUG") + R"(","quantity":1,"price":500}]}})" + "\n";
  }
  commands +=
      R"({"time":"2026-11-27T09:01:00Z","place":{"order_key":999,"channel":"web","zone":"GB","lines":[{"sku":"POT","quantity":1,"price":500}]}})"
      "\n";
  const Ran applied = run("apply --keep-going --journal " + path("shop") + " -", commands);
  ASSERT_EQ(applied.status, 0) << applied.err << applied.out;
  const Ran ran = run("top --once --json --window 60s " + path("shop"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json top = Json::parse(ran.out);
  EXPECT_EQ(top.at("all").at("placed"), 60) << ran.out;
  EXPECT_EQ(top.at("recent").at("placed"), 59) << ran.out;  // the first is a minute old
  EXPECT_EQ(top.at("recent").at("refused"), 1) << ran.out;
  EXPECT_EQ(top.at("recent").at("reasons").at("stock_insufficient"), 1);
  ASSERT_EQ(top.at("runs_out_next").size(), 1U) << ran.out;
  const Json mug = top.at("runs_out_next").at(0);
  EXPECT_EQ(mug.at("sku"), "MUG");
  EXPECT_EQ(mug.at("left"), 45);
  EXPECT_EQ(mug.at("taken"), 55);
  EXPECT_NEAR(mug.at("in_s").get<double>(), 45.0 / 55 * top.at("window_s").get<double>(), 0.001);
  EXPECT_EQ(top.at("skus_gone"), 1);
  const Ran text = run("top --window 60s " + path("shop"));
  EXPECT_NE(text.out.find("1 SKU asked for lately has nothing left"), std::string::npos)
      << text.out;
  EXPECT_NE(text.out.find("LAST 1m"), std::string::npos) << text.out;
}

TEST_F(Top, TellsHowFarConsumersAreBehind) {
  (void)simulate();
  const auto last =
      Json::parse(run("top --once --json --bare-integers " + log()).out).at("sequence");
  {
    auto storage = open_posix_storage(log());
    ASSERT_TRUE(storage.ok());
    ASSERT_TRUE(PositionFile::open(*storage.value(), "mailer", {100, 1, 0}).ok());
  }
  const Json consumers =
      Json::parse(run("top --once --json --bare-integers " + log()).out).at("consumers");
  ASSERT_EQ(consumers.size(), 1U);
  EXPECT_EQ(consumers.at(0).at("name"), "mailer");
  EXPECT_EQ(consumers.at(0).at("sequence"), 100);
  EXPECT_EQ(consumers.at(0).at("behind"), last.get<std::uint64_t>() - 100);
  EXPECT_NE(run("top " + log()).out.find("mailer"), std::string::npos);
}

TEST_F(Top, SequencesAreTextsUnlessTheyAreToBeBare) {
  ASSERT_EQ(run("apply --journal " + path("shop") + ' ' + example("first_order.jsonl")).status, 0);
  const Json json = Json::parse(run("top --once --json " + path("shop")).out);
  EXPECT_EQ(json.at("sequence"), "19");
  EXPECT_EQ(json.at("time_ns"), "1794355231000000000");
}

TEST_F(Top, FitsAnyWidth) {
  (void)simulate();
  for (const int columns : {40, 80, 120}) {
    const Ran ran = run_after("COLUMNS=" + std::to_string(columns) + ' ', "top " + log());
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
    for (const std::string& line : lines_of(ran.out)) {
      const auto characters = static_cast<int>(std::ranges::count_if(
          line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
      EXPECT_LE(characters, columns) << line;
    }
    EXPECT_NE(ran.out.find("promised at once"), std::string::npos) << ran.out;
  }
}

TEST_F(Top, RedrawsInPlaceUntilCtrlC) {
  (void)simulate();
  const Ran ran = run_on_terminal(40, "timeout --foreground --preserve-status -s INT 2 ",
                                  "top --interval 100ms " + log());
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_NE(ran.out.find("\x1b[2J"), std::string::npos) << ran.out;
  // Each frame begins where the one before it began.
  const std::size_t up = ran.out.find("A\r");
  ASSERT_NE(up, std::string::npos) << ran.out;
  const std::size_t begin = ran.out.rfind("\x1b[", up) + 2;
  const int lines = std::stoi(ran.out.substr(begin, up - begin));
  EXPECT_GT(lines, 10);
  const std::string frame = ran.out.substr(up, ran.out.find("\x1b[J", up) - up);
  EXPECT_EQ(std::ranges::count(frame, '\n'), lines) << frame;
}

TEST_F(Top, FollowsALogThatIsBeingWritten) {
  ASSERT_EQ(run("apply --journal " + path("shop") + ' ' + example("first_order.jsonl")).status, 0);
  const Json before = Json::parse(run("top --once --json --bare-integers " + path("shop")).out);
  // Something is appended while it looks.
  write("more.jsonl", R"({"tick":{}})"
                      "\n");
  const Ran ran = run_after("(sleep 1; " + std::string(program_path()) + " apply --journal " +
                                path("shop") + ' ' + path("more.jsonl") + " > " + path("ticked") +
                                " 2>&1) & timeout --foreground --preserve-status -s INT 4 ",
                            "top --json --bare-integers --interval 200ms " + path("shop"));
  EXPECT_EQ(ran.status, 0) << ran.err;
  const std::vector<std::string> lines = lines_of(ran.out);
  ASSERT_GT(lines.size(), 3U) << ran.out;
  EXPECT_EQ(Json::parse(lines.front()).at("sequence"), before.at("sequence"));
  EXPECT_GT(Json::parse(lines.back()).at("sequence"), before.at("sequence"))
      << file_text(path("ticked"));
}

// Nobody writes the log, and nobody watches: a pipe waits for the end.
TEST_F(Top, ShowsItOnceWithoutATerminalUnlessLooksAreAskedFor) {
  ASSERT_EQ(run("apply --journal " + path("shop") + ' ' + example("first_order.jsonl")).status, 0);
  const Ran ran = run_after("timeout 20 ", "top --json " + path("shop"));
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(lines_of(ran.out).size(), 1U) << ran.out;
  for (const char* form : {"--json", ""}) {
    const Ran asked = run_after("timeout --foreground --preserve-status -s INT 2 ",
                                std::string("top --interval 200ms ") + form + ' ' + path("shop"));
    EXPECT_EQ(asked.status, 0) << asked.err;
    EXPECT_GT(lines_of(asked.out).size(), *form == '\0' ? 30U : 2U) << asked.out;
  }
}

TEST_F(Top, RefusesWhatIsNoLog) {
  for (const auto& [arguments, why] :
       {std::pair<std::string, std::string>{path("none"), "no such directory"},
        {path("") + " --once", "holds no log"},
        {path("none") + " --interval 5", "--interval"},
        {path("none") + " --attach 1", "there is no such option"}}) {
    const Ran ran = run("top " + arguments);
    EXPECT_EQ(ran.status, 2) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
  }
}

}  // namespace
}  // namespace allot
