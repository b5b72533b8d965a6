// A moment of a log is named alike wherever one is asked for: by its sequence, its time or its day.
#include <nlohmann/json.hpp>
#include <utility>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

// Sequence 2 is of the 26th at eight, 3 of the first moment of the 27th, 4 of eight o'clock on
// that day, 5 of the 28th at eight.
class Moments : public ProgramTest {
 protected:
  void SetUp() override {
    for (const std::string at : {"26T08", "27T00", "27T08", "28T08"}) {
      const std::string line =
          R"({"sku":{"code":"S)" + at + R"("},"time":"2026-11-)" + at + R"(:00:00Z"})";
      ASSERT_EQ(run("apply --journal " + path("log"), line + "\n").status, 0);
    }
  }
  Json object(const std::string& arguments) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 0) << arguments << ": " << ran.err;
    return ran.status == 0 ? Json::parse(ran.out) : Json{};
  }
  // Ways to name a moment, and the last sequence by it.
  static std::vector<std::pair<std::string, std::string>> moments() {
    return {{"3", "3"},
            {"2026-11-27", "3"},
            {"2026/11/28", "4"},
            {"2026-11-27T09:00:00+01:00", "4"},
            {"2026-11-27T07:59:59.999Z", "3"},
            {"2026-11-28T08:00:00Z", "5"},
            {"2027-01-01", "5"}};
  }
};

TEST_F(Moments, EndWhatIsReadOfALog) {
  for (const auto& [moment, last] : moments()) {
    const std::string to = " --to " + moment + ' ' + path("log");
    const Json replayed = object("replay --json" + to);
    EXPECT_EQ(replayed.at("last_sequence"), last) << moment;
    EXPECT_EQ(replayed.at("sound"), true) << moment;
    std::filesystem::remove_all(path("copy"));
    EXPECT_EQ(object("copy --json" + to + ' ' + path("copy")).at("last_sequence"), last) << moment;
    const Ran inspected = run("inspect --records-only" + to);
    EXPECT_NE(inspected.out.find("\n    " + last + "  2026-11-"), std::string::npos) << moment;
    EXPECT_EQ(inspected.out.find("\n    " + std::to_string(std::stoi(last) + 1) + "  2026-11-"),
              std::string::npos)
        << moment;
    const std::string events = run("events --format json" + to).out;
    EXPECT_NE(events.find(R"("sequence":")" + last + '"'), std::string::npos) << events;
    EXPECT_EQ(events.find(R"("sequence":")" + std::to_string(std::stoi(last) + 1) + '"'),
              std::string::npos)
        << events;
  }
}

TEST_F(Moments, BeginWhatIsShownOfALog) {
  const auto shown = [this](const std::string& arguments) {
    std::string all;
    std::istringstream lines(run("inspect --records-only " + arguments + ' ' + path("log")).out);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("    ")) all += line[4];
    }
    return all;
  };
  EXPECT_EQ(shown(""), "12345");
  EXPECT_EQ(shown("--from 2026-11-27"), "345");
  EXPECT_EQ(shown("--from 2026-11-27T00:00:00.000000001Z"), "45");
  EXPECT_EQ(shown("--from 2026-11-27 --to 2026-11-28"), "34");
  EXPECT_EQ(shown("--from 3 --to 2026-11-28"), "34");
  EXPECT_EQ(shown("--from 1970-01-02"), "12345");
  EXPECT_EQ(shown("--from 2027-01-01"), "");
  const Ran wrong_way = run("inspect --from 2026-11-28 --to 2026-11-27 " + path("log"));
  EXPECT_EQ(wrong_way.status, 2);
  EXPECT_NE(wrong_way.err.find("--from lies behind --to"), std::string::npos) << wrong_way.err;
}

TEST_F(Moments, OfAStateMayBeADay) {
  for (const std::string verb :
       {"stock", "orders", "waiting", "exceptions", "services", "feed", "top --json"}) {
    const std::string format = verb.starts_with("top") ? "" : " --format json";
    const Json then = object(verb + format + " --at 2026-11-27 " + path("log"));
    EXPECT_EQ(then, object(verb + format + " --at 2026-11-27T00:00:00Z " + path("log"))) << verb;
  }
  EXPECT_EQ(run("history --at 2026-11-27 " + path("log") + " S27T00").status, 0);
  EXPECT_NE(run("history --at 2026-11-27 " + path("log") + " S28T08").status, 0)
      << "that code is of the day behind";
}

TEST_F(Moments, OfAnOrderIsAsOfThen) {
  ASSERT_EQ(run("apply --journal " + path("shop") + ' ' + example("first_order.jsonl")).status, 0);
  const std::string explain = "explain --json " + path("shop") + " 1001 --to ";
  EXPECT_EQ(object(explain + "2026-11-11T00:00:20Z"), object(explain + "15"));
  EXPECT_EQ(object(explain + "2026-11-12"), object("explain --json " + path("shop") + " 1001"));
  const Ran before = run(explain + "2026-11-11");
  EXPECT_EQ(before.status, 1);
  EXPECT_NE(before.err.find("no command up to sequence 14 names order 1001"), std::string::npos)
      << before.err;
}

TEST_F(Moments, BeforeALogAndOfAnotherFormAreTold) {
  for (const std::string verb : {"replay", "copy", "inspect", "explain"}) {
    const std::string rest = verb == "copy" ? " " + path("none") : verb == "explain" ? " 1001" : "";
    const Ran before = run(verb + " --to 2026-11-26T07:00:00Z " + path("log") + rest);
    EXPECT_EQ(before.status, 1) << verb;
    EXPECT_NE(before.err.find("--to 2026-11-26T07:00:00Z: the log begins at 2026-11-26T08:00:00Z"),
              std::string::npos)
        << before.err;
    const Ran typed = run(verb + " --to yesterday " + path("log") + rest);
    EXPECT_EQ(typed.status, 2) << verb;
    EXPECT_NE(typed.err.find("yesterday: give a sequence from 1, a time such as "
                             "2026-11-27T08:00:00Z, or a day such as 2026-11-27"),
              std::string::npos)
        << typed.err;
  }
  const Ran clock = run("stock --at 2026-11-27T08:00 " + path("log"));
  EXPECT_EQ(clock.status, 2) << "a time without an offset may be one of any clock";
  EXPECT_EQ(run("replay --to 0 " + path("log")).status, 2);
  EXPECT_EQ(run("replay --to 2026-02-30 " + path("log")).status, 2);
}

}  // namespace
}  // namespace allot
