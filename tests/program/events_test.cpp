// allot events: what is in a log, for people and for programs, also while it is written.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class Events : public ProgramTest {
 protected:
  void SetUp() override {
    const Ran ran = run("apply --journal " + log_ + ' ' + example("first_order.jsonl"));
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  static std::size_t lines_of(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
  }
  // Returns: once the file has so many lines, or after ten seconds what it has.
  std::string text_of(const std::string& name, std::size_t lines) {
    std::string text;
    for (int looks = 0; looks < 1'000; ++looks) {
      text = file_text(path(name));
      if (lines_of(text) >= lines) return text;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return text;
  }
  const std::string log_ = path("log");
};

TEST_F(Events, ATableShowsWhatHappened) {
  const Ran ran = run("events --from 12 --currency GBP " + log_);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.out, R"(SEQ  TIME          EVENT           ORDER  WHAT
2026-11-11 UTC
 12  00:00:00.000  stock_received         100 of 85123A at LON, available 100
 13  00:00:00.000  stock_received         4 of 85123A at LEEDS, available 4
 14  00:00:00.000  stock_received         10 of 22423 at LON, available 10
 15  00:00:01.000  placed          1001   lines 2, parcels 1, cost 5.25, pay_by…
 15  00:00:01.000  line_held       1001   6 of 85123A at LON
 15  00:00:01.000  line_held       1001   1 of 22423 at LON
 16  00:00:21.000  paid            1001   value 28.05, paid_at 00:00:20
 16  00:00:21.000  allocated       1001
 17  00:00:30.000  placed          1002   lines 1, parcels 1, cost 4.50, pay_by…
 17  00:00:30.000  line_held       1002   4 of 85123A at LEEDS
 18  00:00:30.000  refused         1003   stock_insufficient, 22423
 19  00:00:31.000  cancelled       1002   4 units, value 10.20
)");
}

TEST_F(Events, ATableFitsWhatItIsShownOn) {
  const Ran narrow = run_after("COLUMNS=40 ", "events --from 17 " + log_);
  EXPECT_EQ(narrow.out, R"(SEQ  EVENT      ORDER  WHAT
2026-11-11 UTC
 17  placed     1002   lines 1, parcels…
 17  line_held  1002   4 of 85123A at L…
 18  refused    1003   stock_insufficie…
 19  cancelled  1002   4 units, value 1…
no room for TIME, which a wider terminal
has, and --format csv
)");
  for (const int columns : {20, 33, 60, 80, 200}) {
    std::istringstream drawn(run_on_terminal(columns, "", "events " + log_).out);
    std::size_t widest = 0;
    for (std::string line; std::getline(drawn, line);) {
      // An ellipsis is three bytes in one column; the terminal adds a carriage return.
      const bool cut = line.find("\u2026") != std::string::npos;
      widest = std::max(widest, line.size() - 1 - (cut ? 2 : 0));
    }
    EXPECT_LE(widest, static_cast<std::size_t>(columns));
  }
  EXPECT_NE(run_after("COLUMNS=200 ", "events " + log_).out.find("pay_by 00:15:01\n"),
            std::string::npos);
}

TEST_F(Events, JsonIsAnObjectALine) {
  const Ran ran = run("events --json --from 18 --to 18 " + log_);
  EXPECT_EQ(ran.status, 0) << ran.err;
  ASSERT_EQ(lines_of(ran.out), 1U) << ran.out;
  const Json event = Json::parse(ran.out);
  EXPECT_EQ(event.at("time"), "2026-11-11T00:00:30Z");
  EXPECT_EQ(event.at("time_ns"), "1794355230000000000");
  EXPECT_EQ(event.at("command"), "place");
  EXPECT_EQ(event.at("event"), "refused");
  EXPECT_EQ(event.at("reason"), "stock_insufficient");
  EXPECT_EQ(event.at("sku"), "22423");
  EXPECT_EQ(event.at("channel"), "web");
  EXPECT_EQ(event.at("zone"), "GB");
  // The event of a log is the one that was told when it was decided.
  const std::string told = run("apply " + example("first_order.jsonl")).out;
  const std::string seen = run("events --json " + log_).out;
  EXPECT_EQ(lines_of(seen), lines_of(told));
}

TEST_F(Events, CsvHasAColumnForEachField) {
  const Ran ran = run("events --format csv --from 19 " + log_);
  EXPECT_EQ(ran.status, 0) << ran.err;
  std::istringstream lines(ran.out);
  std::string header, row, more;
  std::getline(lines, header);
  std::getline(lines, row);
  EXPECT_TRUE(header.starts_with(
      "sequence,ordinal,epoch,time,time_ns,command,event,order_key,order_number,sku,"
      "node,quantity,reason,channel,zone,"))
      << header;
  EXPECT_TRUE(
      row.starts_with("19,0,1,2026-11-11T00:00:31Z,1794355231000000000,cancel,cancelled,"
                      "1002,,,,,,,"))
      << row;
  EXPECT_EQ(std::ranges::count(row, ','), std::ranges::count(header, ','));
  EXPECT_FALSE(std::getline(lines, more)) << more;
}

TEST_F(Events, MomentsAreSequencesOrTimes) {
  const auto sequences = [this](const std::string& arguments) {
    std::string all;
    std::istringstream lines(run("events --json " + arguments + ' ' + log_).out);
    for (std::string line; std::getline(lines, line);) {
      const Json event = Json::parse(line);
      if (event.at("ordinal") == 0) all += event.at("sequence").get<std::string>() + ' ';
    }
    return all;
  };
  EXPECT_EQ(sequences("--from 17"), "17 18 19 ");
  EXPECT_EQ(sequences("--from 2026-11-11T00:00:21Z"), "16 17 18 19 ");
  EXPECT_EQ(sequences("--from 2026-11-11T01:00:01+01:00 --to 2026-11-11T00:00:29Z"), "15 16 ");
  EXPECT_EQ(sequences("--from 16 --to 2026-11-11T00:00:30Z"), "16 17 18 ");
  const Ran typed = run("events --from yesterday " + log_);
  EXPECT_EQ(typed.status, 2);
  EXPECT_NE(typed.err.find("yesterday: give a sequence from 1, a time such as"), std::string::npos)
      << typed.err;
  const Ran wrong_way = run("events --from 10 --to 5 " + log_);
  EXPECT_EQ(wrong_way.status, 2);
  EXPECT_NE(wrong_way.err.find("--from lies behind --to"), std::string::npos) << wrong_way.err;
  const Ran beyond = run("events --to 99 " + log_);
  EXPECT_EQ(beyond.status, 1);
  EXPECT_NE(beyond.err.find("the log ends at sequence 19, before 99"), std::string::npos);
}

TEST_F(Events, BytesAreNotShownOnATerminal) {
  const Ran ran = run_on_terminal(80, "", "events --format arrow " + log_);
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.out.find("is not for a terminal"), std::string::npos) << ran.out;
  EXPECT_EQ(run("events --currency EURO " + log_).status, 2);
}

// What is whole is shown before the damage is told.
TEST_F(Events, ADamagedLogIsShownUpToTheDamage) {
  {
    std::fstream file(log_ + "/0000000001.log", std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(4'096 + 300);
    file.put('\x7f');
  }
  const Ran ran = run("events --json " + log_);
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.err.find("offset 4096"), std::string::npos) << ran.err;
  EXPECT_EQ(Json::parse(ran.out.substr(ran.out.rfind('\n', ran.out.size() - 2) + 1)).at("cause"),
            "corrupt")
      << ran.out;
  EXPECT_EQ(run("events " + path("nothing")).status, 2);
}

TEST_F(Events, AFullDiskIsNoSuccess) {
  for (const char* format : {"table", "json", "csv", "arrow"}) {
    EXPECT_EQ(run_into_full_disk("events --format " + std::string(format) + ' ' + log_).status, 1);
  }
}

// A writer that holds the log open, and a reader beside it that is ended by Ctrl-C.
TEST_F(Events, FollowingShowsWhatIsWrittenMeanwhile) {
  const std::size_t before = lines_of(run("events --json " + log_).out);
  write("watch", program_path() + " events --json --follow " + log_ + " > " + path("seen") +
                     " 2> " + path("said") + " & echo $! > " + path("pid") +
                     "; wait $!; echo $? > " + path("ended") + "\n");
  ASSERT_EQ(std::system(("sh " + path("watch") + " &").c_str()), 0);
  EXPECT_EQ(lines_of(text_of("seen", before)), before);
  for (int round = 1; round <= 2; ++round) {
    std::string ticks;
    for (int i = 0; i < 50; ++i) ticks += "{\"tick\":{}}\n";
    EXPECT_EQ(
        run("apply --key-space " + std::to_string(1 + round) + " --journal " + log_, ticks).status,
        0);
    const std::size_t wanted = before + 50U * static_cast<unsigned>(round);
    EXPECT_EQ(lines_of(text_of("seen", wanted)), wanted);
  }
  const std::string pid = text_of("pid", 1);
  ASSERT_EQ(std::system(("kill -INT " + pid).c_str()), 0);
  EXPECT_EQ(text_of("ended", 1), "0\n");
  EXPECT_EQ(file_text(path("said")), "");
  EXPECT_EQ(file_text(path("seen")), run("events --json " + log_).out);
}

}  // namespace
}  // namespace allot
