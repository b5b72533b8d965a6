// allot apply: the examples with their events, bad lines, pipes, and the log.
#include <nlohmann/json.hpp>
#include <regex>

#include "run_program.hpp"

namespace allot {
namespace {

constexpr const char* small =
    " --limits skus_max=10,nodes_max=2,orders_max=100,lines_max=4000"
    " --limits command_keys_max=100,attempts_max=100,lots_max=100 ";

class ApplyExample : public ProgramTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(ApplyExample, PrintsTheEventsOfTheGoldenFile) {
  const std::string name = GetParam();
  const std::string golden = golden_directory() + '/' + name + ".events.jsonl";
  const Ran ran = run("apply --digest " + example(name + ".jsonl"));
  // It holds a sale whose order is known already: that is refused, and nothing else in any of them.
  const bool loses_a_sale = name == "import_short";
  EXPECT_EQ(ran.status, loses_a_sale ? 2 : 0) << ran.err;
  EXPECT_EQ(ran.out, file_text(golden))
      << "to accept it: allot apply --digest examples/" << name << ".jsonl > " << golden;
  EXPECT_EQ(ran.err.find("\n  1 line could not be taken: line ") != std::string::npos, loses_a_sale)
      << ran.err;
}

// The log changes nothing but the epoch, and replays to the digest that apply printed.
TEST_P(ApplyExample, LogsReplaysAndVerifies) {
  const std::string log = path("log");
  const Ran applied =
      run("apply --json --journal " + log + ' ' + example(std::string(GetParam()) + ".jsonl"));
  // Only a log can tell that there is nothing to skip.
  const bool skips = std::string(GetParam()) == "import_short";
  EXPECT_EQ(applied.status, skips ? 2 : 0) << applied.err;
  const auto object = nlohmann::json::parse(applied.out);
  EXPECT_EQ(object.at("conservation"), true);
  const std::string digest = object.at("digest");
  const Ran replayed = run("replay --json --digest " + digest + ' ' + log);
  EXPECT_EQ(replayed.status, 0) << replayed.err;
  const auto report = nlohmann::json::parse(replayed.out);
  EXPECT_EQ(report.at("digest"), digest);
  EXPECT_EQ(report.at("last_sequence"), object.at("last_sequence"));
  EXPECT_EQ(report.at("records").dump(), object.at("last_sequence").get<std::string>());
  EXPECT_EQ(report.at("checks_compared"), report.at("records"));
  const Ran verified = run("verify --json " + log);
  EXPECT_EQ(verified.status, 0);
  EXPECT_EQ(nlohmann::json::parse(verified.out).at("closed"), true);
}

INSTANTIATE_TEST_SUITE_P(Files, ApplyExample,
                         ::testing::Values("first_order", "backorder", "payment_race", "review",
                                           "import_short", "purchase_caps", "order_life"));

class Apply : public ProgramTest {};

TEST_F(Apply, StopsAtABadLineAndKeepsWhatWasDecided) {
  const Ran ran = run(std::string("apply") + small,
                      "{\"zone\":{\"code\":\"GB\"}}\n{\"zone\":{\"kode\":\"FR\"}}\n"
                      "{\"zone\":{\"code\":\"DE\"}}\n");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out,
            "{\"sequence\":\"1\",\"ordinal\":0,\"event\":\"started\"}\n"
            "{\"sequence\":\"2\",\"ordinal\":0,\"event\":\"defined\",\"command\":\"zone\",\"id\":1,"
            "\"code\":\"GB\"}\n");
  EXPECT_EQ(ran.err,
            "allot apply: stdin:2: field \"kode\": no such field; did you mean code?\n"
            "allot apply: stdin: 1 line taken, 1 bad\n");
}

TEST_F(Apply, KeepGoingPrintsTheErrorInItsPlace) {
  const Ran ran = run(std::string("apply --keep-going") + small,
                      "{\"zone\":{\"code\":\"GB\"}}\nnonsense\n\n{\"zone\":{\"code\":\"DE\"}}");
  EXPECT_EQ(ran.status, 0) << "it was asked for";
  EXPECT_NE(
      ran.out.find("\n{\"error\":\"stdin:2: not JSON at byte 2; a line holds one JSON object\"}"
                   "\n{\"sequence\":\"3\","),
      std::string::npos)
      << ran.out;
}

// A string in the field of a key is always a number, and a key is printed as a string on request.
TEST_F(Apply, KeysAreReadAndPrintedAsText) {
  const std::string log = path("log");
  const std::string line =
      "{\"fail_payment\":{\"command_key\":\"7\",\"order_key\":\"18446744073709551616\"}}\n";
  const std::string hex_one = "hex:00000000000000010000000000000000";
  const Ran ran = run("apply --keys hex --answers --journal " + log + small, line);
  EXPECT_EQ(ran.status, 2) << "no such order";
  EXPECT_NE(ran.out.find("\"order_key\":\"" + hex_one + "\""), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\"command_key\":\"hex:00000000000000000000000000000007\""),
            std::string::npos)
      << ran.out;
  const Ran shown = run("inspect --keys hex --json " + log, "");
  EXPECT_NE(shown.out.find("\"command_key\":\"hex:00000000000000000000000000000007\""),
            std::string::npos)
      << shown.out;
  EXPECT_NE(run("inspect --json " + log, "").out.find("\"command_key\":\"7\""), std::string::npos);
  EXPECT_NE(run("inspect --json --bare-integers " + log, "").out.find("\"command_key\":7,"),
            std::string::npos);
  const Ran explained = run("explain --json --keys hex " + log + ' ' + hex_one, "");
  EXPECT_NE(explained.out.find("\"order_key\":\"" + hex_one + "\""), std::string::npos)
      << explained.out << explained.err;
}

// A day of orders, a quiet weekend, another day.
constexpr const char* quiet_weekend =
    "{\"zone\":{\"code\":\"Z\"},\"time\":\"2026-11-01T00:00:00Z\"}\n"
    "{\"node\":{\"code\":\"N\"}}\n"
    "{\"channel\":{\"code\":\"web\",\"hold_ttl_ns\":\"15m\",\"review_ttl_ns\":\"1d\"}}\n"
    "{\"network\":{\"channel\":\"web\",\"node\":\"N\"}}\n"
    "{\"lane\":{\"node\":\"N\",\"zone\":\"Z\",\"parcel_cost\":400,\"unit_cost\":10}}\n"
    "{\"sku\":{\"code\":\"TEA\",\"list_price\":1000}}\n"
    "{\"receive\":{\"sku\":\"TEA\",\"node\":\"N\",\"quantity\":9},\"time\":\"2026-11-01T00:01:"
    "00Z\"}\n"
    "{\"import\":{\"order_key\":1,\"channel\":\"web\",\"zone\":\"Z\",\"lines\":[{\"sku\":\"TEA\","
    "\"quantity\":1,\"price\":1000}]},\"time\":\"2026-11-01T12:00:00Z\"}\n"
    "{\"import\":{\"order_key\":2,\"channel\":\"web\",\"zone\":\"Z\",\"lines\":[{\"sku\":\"TEA\","
    "\"quantity\":1,\"price\":1000}]},\"time\":\"2026-11-04T09:00:00Z\"}\n";

TEST_F(Apply, CrossesQuietDaysAndSaysHowMany) {
  const Ran ran = run(std::string("apply --json") + small, quiet_weekend);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err,
            "allot apply: stdin: 9 lines taken\n"
            "  1 gap of more than a day of 2 days 21 hours: line 9\n");
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object["gaps_crossed"], 1);
  EXPECT_EQ(object["longest_gap_ns"], std::int64_t{69} * 3'600 * 1'000'000'000);
  EXPECT_EQ(object["times_raised"], 0);
  EXPECT_EQ(object["not_taken"], 0);
  EXPECT_EQ(object["refused"], 0);
}

TEST_F(Apply, TimesThatGoBackAreCounted) {
  const Ran ran = run(std::string("apply") + small,
                      "{\"zone\":{\"code\":\"GB\"},\"time\":\"2026-11-02T00:00:00Z\"}\n"
                      "{\"zone\":{\"code\":\"DE\"},\"time\":\"2026-11-01T00:00:00Z\"}\n");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err,
            "allot apply: stdin: 2 lines taken\n"
            "  1 time before the one that stood, taken at the later: line 2\n");
}

// A year for a month is a slip of the pen that would end every hold: it is believed when asked to.
TEST_F(Apply, AGapBeyondTheLongestStepNamesItsLineAndTheOption) {
  const std::string late = std::string(quiet_weekend) +
                           "{\"receive\":{\"sku\":\"TEA\",\"node\":\"N\",\"quantity\":1},\"time\":"
                           "\"2028-11-05T00:00:00Z\"}\n"
                           "{\"receive\":{\"sku\":\"TEA\",\"node\":\"N\",\"quantity\":2}}\n";
  const Ran stopped = run(std::string("apply") + small, late);
  EXPECT_EQ(stopped.status, 2);
  EXPECT_NE(stopped.err.find(
                "allot apply: stdin:10: the time 2028-11-05T00:00:00Z is 731 days 15 hours after "
                "2026-11-04T09:00:00Z, the time before it, and max_step_ns is 366d; correct it, or "
                "cross such gaps with --cross-gaps\n"),
            std::string::npos)
      << stopped.err;
  const Ran going = run(std::string("apply --keep-going --json") + small, late);
  EXPECT_EQ(going.status, 0) << going.err;
  const auto went_on = nlohmann::json::parse(going.out);
  EXPECT_EQ(went_on["bad_lines"], 1);
  EXPECT_EQ(went_on["events"].back()["event"], "stock_received") << "at the time that stood";
  const Ran crossed = run(std::string("apply --cross-gaps --json") + small, late);
  EXPECT_EQ(crossed.status, 0) << crossed.err;
  const auto all = nlohmann::json::parse(crossed.out);
  EXPECT_EQ(all["gaps_crossed"], 2);
  EXPECT_EQ(all["commands"], went_on["commands"].get<int>() + 2) << "the line, and the forced tick";
}

// A fact that could not be recorded is no success, though the lines around it were taken.
TEST_F(Apply, AFileSomeOfWhoseLinesCouldNotBeTakenEndsWithAnError) {
  const std::string lines = std::string(quiet_weekend) +
                            "{\"receive\":{\"sku\":7,\"node\":\"N\",\"quantity\":1}}\n"
                            "{\"fail_payment\":{\"order_key\":99}}\n"
                            "{\"receive\":{\"sku\":\"TEA\",\"node\":\"N\",\"quantity\":2}}\n";
  const Ran ran = run(std::string("apply --json") + small, lines);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "allot apply: stdin: 10 lines taken, 2 refused\n"
            "  1 refused, sku_unknown: line 10\n"
            "  1 refused, order_unknown: line 11\n"
            "  1 gap of more than a day of 2 days 21 hours: line 9\n"
            "  2 lines could not be taken; first: line 10: sku_unknown: no such SKU\n");
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object["not_taken"], 2);
  EXPECT_EQ(object["events"].back()["event"], "stock_received") << "what follows is taken";
  EXPECT_EQ(run(std::string("apply --keep-going") + small, lines).status, 0);
}

// An order that is refused is an answer to it.
TEST_F(Apply, ARefusedOrderIsNoFaultOfTheInput) {
  const Ran ran =
      run(std::string("apply") + small,
          std::string(quiet_weekend) +
              "{\"place\":{\"order_key\":5,\"channel\":\"web\",\"zone\":\"Z\",\"lines\":[{"
              "\"sku\":\"TEA\",\"quantity\":100,\"price\":1}]}}\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("stock_insufficient"), std::string::npos) << ran.out;
}

// What the reason of a step that is too large says to send is taken.
TEST_F(Apply, AForcedTickCrossesAGap) {
  const Ran ran =
      run(std::string("apply --json") + small,
          std::string(quiet_weekend) + R"({"tick":{"force":true},"time":"2028-11-05T00:00:00Z"})"
                                       "\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object["events"].back()["event"], "ticked");
  EXPECT_EQ(object["gaps_crossed"], 2);
}

// The times of a file are those of a file, also where an engine's clock began the log.
TEST_F(Apply, AGapIsGuardedWhateverClockBeganTheLog) {
  const std::string lines = R"({"start":{},"time":"2026-01-01T00:00:00Z"})"
                            "\n"
                            R"({"zone":{"code":"A"},"time":"2026-01-10T00:00:00Z"})"
                            "\n"
                            R"({"zone":{"code":"B"},"time":"2026-01-02T00:00:00Z"})"
                            "\n"
                            R"({"zone":{"code":"C"},"time":"2028-01-02T00:00:00Z"})"
                            "\n";
  const Ran ran = run("apply --journal " + path("log"), lines);
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("--cross-gaps"), std::string::npos) << ran.err;
  const Ran shown = run("inspect " + path("log"));
  EXPECT_EQ(shown.out.find("2026-01-10T12"), std::string::npos) << shown.out;
}

TEST_F(Apply, ATimeThatNoLogCanHaveIsABadLine) {
  for (const char* time : {"-5", "9000000000000000000", "-9223372036854775808"}) {
    const Ran ran =
        run("apply --cross-gaps", R"({"zone":{"code":"GB"},"time":)" + std::string(time) + "}\n");
    EXPECT_EQ(ran.status, 2) << time;
    EXPECT_NE(ran.err.find("stdin:1: the time lies outside 1970-01-01T00:00:00Z to "
                           "2096-10-02T07:06:40Z"),
              std::string::npos)
        << ran.err;
  }
}

// A line that is refused as it stands moves no time and ends no hold.
TEST_F(Apply, ABadLineCrossesNoGap) {
  const Ran ran =
      run(std::string("apply --cross-gaps --keep-going") + small,
          std::string(quiet_weekend) + R"({"start":{"skus_max":1},"time":"2090-01-01T00:00:00Z"})"
                                       "\n");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out.find("ticked"), std::string::npos) << ran.out;
  EXPECT_NE(ran.err.find("\n  1 bad line left out: stdin:10: start can only be the first command"),
            std::string::npos)
      << ran.err;
}

// Another sale under a known order's key is a sale that is not recorded.
TEST_F(Apply, ASecondSaleOfOneOrderIsNotTaken) {
  const std::string second =
      R"({"import":{"order_key":1,"channel":"web","zone":"Z","lines":[{"sku":"TEA","quantity":7,"price":1}]}})"
      "\n";
  const Ran ran = run(std::string("apply --json") + small, std::string(quiet_weekend) + second);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(nlohmann::json::parse(ran.out)["not_taken"], 1);
}

// A sale as old as those that are wholly forgotten may be one of them: it takes nothing, and is not
// counted as taken.
TEST_F(Apply, ASaleThatMayBeKnownIsSaidApartAndLeavesSomethingUndone) {
  const auto sale = [](int order, const char* sold_at, const char* state) {
    return R"({"import":{"order_key":)" + std::to_string(order) +
           R"(,"channel":"web","zone":"Z","state":")" + state + R"(","sold_at":"2026-10-2)" +
           sold_at +
           R"(T08:00:00Z","lines":[{"sku":"TEA","quantity":1,"price":1}]}})"
           "\n";
  };
  std::string told = quiet_weekend;
  for (const int day : {1, 2, 3, 4})
    told += sale(10 + day, std::to_string(day).c_str(), "elsewhere");
  const std::string forgetful = std::string("apply --json") + small +
                                "--limits closed_orders_max=1,stubs_max=1,stub_ttl_ns=1 ";
  const Ran ran = run(forgetful, told + sale(11, "1", "paid"));
  EXPECT_EQ(ran.status, 2);
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object["sales_in_question"], 1);
  EXPECT_EQ(object["first_sale_in_question_line"], 14);
  EXPECT_EQ(object["not_taken"], 0);
  EXPECT_NE(ran.err.find("13 lines taken, 1 in question"), std::string::npos) << ran.err;
  EXPECT_EQ(run(forgetful, told).status, 0);
}

// What has happened is recorded however odd it is, and whoever tells it hears of that.
TEST_F(Apply, FactsInQuestionAreSaidWithWhatIsWrong) {
  const std::string odd =
      R"({"payment":{"order_key":1,"payment_key":9,"amount":5000,"kind":"refunded"}})"
      "\n"
      R"({"ship_parcel":{"parcel_key":17}})"
      "\n"
      R"({"confirm_payment":{"order_key":77,"paid_at":"2026-11-04T09:00:00Z"}})"
      "\n";
  const Ran ran = run(std::string("apply --json") + small, std::string(quiet_weekend) + odd);
  EXPECT_EQ(ran.status, 0);
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object["facts_in_question"], 3);
  EXPECT_EQ(object["first_fact_in_question_line"], 10);
  EXPECT_NE(ran.err.find("\n  3 facts in question, recorded all the same; first: line 10: "
                         "beyond_captured\n"),
            std::string::npos)
      << ran.err;
  const std::string strict = std::string("apply --fail-on facts_in_question") + small;
  EXPECT_EQ(run(strict, std::string(quiet_weekend) + odd).status, 3);
  EXPECT_EQ(run(strict, quiet_weekend).status, 0);
}

// A terminal would obey them.
TEST_F(Apply, ControlBytesOfTheInputAreNotPrintedAsTheyAre) {
  const Ran ran = run(std::string("apply") + small,
                      R"({"receive":{"sku":"A\u001b[31m","node":"N","quantity":1}})"
                      "\n");
  EXPECT_EQ(ran.err.find('\x1b'), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("A\\u001b[31m"), std::string::npos) << ran.err;
}

TEST_F(Apply, AnswersALineBeforeTheNextIsWritten) {
  // The second line is written only after the first one's event was read back.
  const std::string script =
      "mkfifo in out; " + program_path() + " apply" + small +
      " < in > out & exec 3> in 4< out; "
      "echo '{\"zone\":{\"code\":\"GB\"}}' >&3; read a <&4; read b <&4; echo \"$b\"; "
      "echo '{\"zone\":{\"code\":\"FR\"}}' >&3; read c <&4; echo \"$c\"; exec 3>&-; wait $!";
  write("script", script);
  const std::string command = "cd " + path("") + " && timeout 60 sh script > result 2> errors";
  EXPECT_EQ(std::system(command.c_str()), 0) << file_text(path("errors"));
  EXPECT_EQ(file_text(path("result")),
            "{\"sequence\":\"2\",\"ordinal\":0,\"event\":\"defined\",\"command\":\"zone\",\"id\":1,"
            "\"code\":\"GB\"}\n"
            "{\"sequence\":\"3\",\"ordinal\":0,\"event\":\"defined\",\"command\":\"zone\",\"id\":2,"
            "\"code\":\"FR\"}\n");
}

TEST_F(Apply, RefusesWhatItCannotUse) {
  EXPECT_EQ(run("apply nowhere.jsonl").status, 2);
  EXPECT_EQ(run("apply --limits nodes=3").status, 2);
  EXPECT_EQ(run("apply --limits nodes_max=0").err,
            "allot apply: --limits: nodes_max must be 1 to 1,024\n");
  const Ran late = run(std::string("apply") + small, "{\"tick\":{}}\n{\"start\":{}}\n");
  EXPECT_EQ(late.status, 2);
  EXPECT_NE(late.err.find("stdin:2: start can only be the first command"), std::string::npos);
}

TEST_F(Apply, LimitsTakeDurationsAndSayWhichWasMeant) {
  const auto with = [this](const std::string& limit) {
    return run(std::string("apply") + small + "--limits " + limit, "");
  };
  const Ran text = with("max_step_ns=12h");
  EXPECT_EQ(text.status, 0) << text.err;
  const std::string log = path("log");
  EXPECT_EQ(run("apply --limits max_step_ns=12h --journal " + log).status, 0);
  EXPECT_NE(run("inspect " + log).out.find("\"max_step_ns\":43200000000000"), std::string::npos);
  EXPECT_EQ(with("max_step_ns=12").status, 0) << "nanoseconds";
  EXPECT_EQ(with("max_step_ns=1w").err,
            "allot apply: --limits max_step_ns=1w: give nanoseconds or whole numbers with units, "
            "like \"15m\" or \"1h30m\" (ns, us, ms, s, m, h, d), or ISO 8601, like \"PT1H30M\"\n");
  EXPECT_EQ(with("max_step_ns=P1DT12H").status, 0);
  EXPECT_EQ(with("max_step_ns=1d12h").status, 0);
  EXPECT_EQ(with("oders_max=5").err,
            "allot apply: --limits oders_max=5: no such limit; did you mean orders_max?\n");
  EXPECT_EQ(with("orders_max=5s").status, 2) << "that is no duration";
}

// Taken as nanoseconds they all lie in January 1970.
TEST_F(Apply, TimesOfAnotherUnitAreSaid) {
  const auto sent = [this](const std::string& options, const std::string& time) {
    return run(std::string("apply") + small + options,
               "{\"tick\":{},\"time\":" + time + "}\n{\"tick\":{},\"time\":" + time + "}\n");
  };
  EXPECT_EQ(sent("", "1795944600000000").err,
            "allot apply: stdin: 2 lines taken\n"
            "  2 times that would be microseconds since 1970, taken as nanoseconds; first: line "
            "1\n");
  EXPECT_NE(sent("", "1795944600000").err.find("be milliseconds since"), std::string::npos);
  EXPECT_NE(sent("", "1795944600").err.find("be seconds since"), std::string::npos);
  EXPECT_EQ(sent("--fail-on times_in_doubt", "1795944600000").status, 3);
  EXPECT_EQ(sent("--fail-on times_in_doubt", "1795944600000000000").status, 0);
}

// Without times a log stands in 1970: what is held there ends when the first time comes.
TEST_F(Apply, HoldsThatNoTimeWasGivenForAreSaid) {
  std::string lines = file_text(example("first_order.jsonl"));
  for (std::size_t at = 0; (at = lines.find(",\"time\":")) != std::string::npos;) {
    lines.erase(at, lines.find_first_of(",}", at + 8) - at);
  }
  // Up to the first order, which nobody pays.
  std::size_t end = lines.find("\"place\"");
  lines.resize(lines.find('\n', end) + 1);
  const std::string advice = "Give every line its \"time\", such as";
  const Ran without = run("apply --journal " + path("shop") + " -", lines);
  const std::string said = std::regex_replace(without.err, std::regex("\\s+"), " ");
  EXPECT_NE(said.find("held goods before any line had a time"), std::string::npos) << without.err;
  EXPECT_EQ(said.find(advice), said.rfind(advice)) << "once";
  EXPECT_NE(said.find(advice), std::string::npos) << without.err;
  const Ran timed =
      run("apply --journal " + path("shop") + " -", R"({"tick":{},"time":"2026-11-27T08:00:00Z"})"
                                                    "\n");
  const std::string then = std::regex_replace(timed.err, std::regex("\\s+"), " ");
  EXPECT_NE(then.find("line 1 is the first with a time: by then what was held"), std::string::npos)
      << timed.err << timed.out;
  EXPECT_NE(then.find(advice), std::string::npos) << timed.err;
  const Ran right = run("apply --journal " + path("right") + ' ' + example("first_order.jsonl"));
  EXPECT_EQ(right.err.find("before any line"), std::string::npos) << right.err;
}

TEST_F(Apply, AnEmptyInputIsAStartedEngine) {
  const Ran ran = run(std::string("apply --json") + small);
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object.at("events").size(), 1U);
  EXPECT_EQ(object.at("last_sequence"), "1");
}

// A log among somebody's files would be found by accident later.
TEST_F(Apply, ADirectoryOfOtherFilesIsNoPlaceForALog) {
  const std::string line = "{\"zone\":{\"code\":\"Z\"}}\n";
  std::filesystem::create_directories(path("mine/photos"));
  write("mine/letter.txt", "Dear all");
  write("mine/other.log", "no segment");
  const Ran refused = run("apply --journal " + path("mine"), line);
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("holds no log, but other files, such as letter.txt"),
            std::string::npos)
      << refused.err;
  EXPECT_FALSE(std::filesystem::exists(path("mine/0000000001.log")));
  // What a fresh volume has in it, and what nobody sees, does no harm.
  std::filesystem::create_directories(path("volume/lost+found"));
  write("volume/.gitkeep", "");
  EXPECT_EQ(run("apply --journal " + path("volume"), line).status, 0);
  // Beside a log anything may stand.
  write("volume/notes.txt", "");
  EXPECT_EQ(run("apply --journal " + path("volume"), line).status, 0);
}

// A job that calls it every minute would else fill the disk with what stands ahead.
TEST_F(Apply, AnOpeningForOneLineTakesLittleOfTheDisk) {
  for (int i = 1; i <= 3; ++i) {
    const std::string how = "apply --key-space " + std::to_string(i) + " --journal " + path("log");
    ASSERT_EQ(run(how, "{\"tick\":{}}\n").status, 0);
  }
  int segments = 0;
  for (const auto& file : std::filesystem::directory_iterator(path("log"))) {
    if (file.path().extension() != ".log") continue;
    ++segments;
    EXPECT_LE(file.file_size(), 80U << 10U) << file.path();
  }
  EXPECT_EQ(segments, 3);
}

}  // namespace
}  // namespace allot
