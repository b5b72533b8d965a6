// allot apply: the examples with their events, bad lines, pipes, and the log.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

constexpr const char* small =
    " --limits skus_max=10 nodes_max=2 orders_max=100 lines_max=4000"
    " command_keys_max=100 attempts_max=100 lots_max=100 ";

class ApplyExample : public ProgramTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(ApplyExample, PrintsTheEventsOfTheGoldenFile) {
  const std::string name = GetParam();
  const std::string golden = std::string(ALLOT_GOLDEN) + '/' + name + ".events.jsonl";
  const Ran ran = run("apply --digest " + example(name + ".jsonl"));
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, file_text(golden))
      << "to accept it: allot apply --digest examples/" << name << ".jsonl > " << golden;
  EXPECT_EQ(ran.err, "");
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
  EXPECT_EQ(report.at("records"), object.at("last_sequence"));
  EXPECT_EQ(report.at("checks_compared"), object.at("last_sequence"));
  const Ran verified = run("verify --json " + log);
  EXPECT_EQ(verified.status, 0);
  EXPECT_EQ(nlohmann::json::parse(verified.out).at("closed"), true);
}

INSTANTIATE_TEST_SUITE_P(Files, ApplyExample,
                         ::testing::Values("first_order", "backorder", "payment_race", "review",
                                           "import_short"));

class Apply : public ProgramTest {};

TEST_F(Apply, StopsAtABadLineAndKeepsWhatWasDecided) {
  const Ran ran = run(std::string("apply") + small,
                      "{\"zone\":{\"code\":\"GB\"}}\n{\"zone\":{\"kode\":\"FR\"}}\n"
                      "{\"zone\":{\"code\":\"DE\"}}\n");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out,
            "{\"sequence\":1,\"ordinal\":0,\"event\":\"started\"}\n"
            "{\"sequence\":2,\"ordinal\":0,\"event\":\"defined\",\"command\":\"zone\",\"id\":1,"
            "\"code\":\"GB\"}\n");
  EXPECT_EQ(ran.err,
            "allot apply: stdin:2: field \"code\": missing; it has no default, so give it\n");
}

TEST_F(Apply, KeepGoingPrintsTheErrorInItsPlace) {
  const Ran ran = run(std::string("apply --keep-going") + small,
                      "{\"zone\":{\"code\":\"GB\"}}\nnonsense\n\n{\"zone\":{\"code\":\"DE\"}}");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(
      ran.out.find("\n{\"error\":\"stdin:2: not JSON at byte 2; a line holds one JSON object\"}"
                   "\n{\"sequence\":3,"),
      std::string::npos)
      << ran.out;
}

TEST_F(Apply, TheSameFileTwiceIsRecognised) {
  const std::string line = "{\"zone\":{\"code\":\"GB\"}}\n";
  const std::string log = path("log");
  const Ran first = run("apply --digest --journal " + log + small, line);
  EXPECT_EQ(first.status, 0) << first.err;
  const Ran second = run("apply --journal " + log, line);
  EXPECT_EQ(second.status, 0) << second.err;
  EXPECT_EQ(
      second.out,
      "{\"sequence\":3,\"ordinal\":0,\"epoch\":2,\"event\":\"duplicate\",\"first_sequence\":2,"
      "\"reason\":\"ok\",\"reason_number\":0}\n");
  const Ran third = run("apply --key-space 2 --answers --journal " + log, line);
  EXPECT_EQ(third.status, 0) << third.err;
  EXPECT_NE(third.out.find("{\"answer\":\"ok\",\"reason_number\":0,\"sequence\":4,"),
            std::string::npos)
      << third.out;
  EXPECT_EQ(run("apply --journal " + log + small, line).status, 2);
}

// A string in the field of a key is always a number, and a key is printed as a string on request.
TEST_F(Apply, KeysAreReadAndPrintedAsText) {
  const std::string log = path("log");
  const std::string line =
      "{\"cancel\":{\"command_key\":\"7\",\"order_key\":\"18446744073709551616\"}}\n";
  const std::string hex_one = "hex:00000000000000010000000000000000";
  const Ran ran = run("apply --keys hex --answers --journal " + log + small, line);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("\"order_key\":\"" + hex_one + "\""), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\"command_key\":\"hex:00000000000000000000000000000007\""),
            std::string::npos)
      << ran.out;
  const Ran shown = run("inspect --keys hex --json " + log, "");
  EXPECT_NE(shown.out.find("\"command_key\":\"hex:00000000000000000000000000000007\""),
            std::string::npos)
      << shown.out;
  EXPECT_NE(run("inspect --json " + log, "").out.find("\"command_key\":7"), std::string::npos);
  const Ran explained = run("explain --json --keys hex " + log + ' ' + hex_one, "");
  EXPECT_NE(explained.out.find("\"order_key\":\"" + hex_one + "\""), std::string::npos)
      << explained.out << explained.err;
}

TEST_F(Apply, AnswersALineBeforeTheNextIsWritten) {
  // The second line is written only after the first one's event was read back.
  const std::string script =
      "mkfifo in out; " + std::string(ALLOT_PROGRAM_PATH) + " apply" + small +
      " < in > out & exec 3> in 4< out; "
      "echo '{\"zone\":{\"code\":\"GB\"}}' >&3; read a <&4; read b <&4; echo \"$b\"; "
      "echo '{\"zone\":{\"code\":\"FR\"}}' >&3; read c <&4; echo \"$c\"; exec 3>&-; wait $!";
  write("script", script);
  const std::string command = "cd " + path("") + " && timeout 60 sh script > result 2> errors";
  EXPECT_EQ(std::system(command.c_str()), 0) << file_text(path("errors"));
  EXPECT_EQ(file_text(path("result")),
            "{\"sequence\":2,\"ordinal\":0,\"event\":\"defined\",\"command\":\"zone\",\"id\":1,"
            "\"code\":\"GB\"}\n"
            "{\"sequence\":3,\"ordinal\":0,\"event\":\"defined\",\"command\":\"zone\",\"id\":2,"
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

TEST_F(Apply, AnEmptyInputIsAStartedEngine) {
  const Ran ran = run(std::string("apply --json") + small);
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object.at("events").size(), 1U);
  EXPECT_EQ(object.at("last_sequence"), 1);
}

}  // namespace
}  // namespace allot
