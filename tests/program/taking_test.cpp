// allot apply and the files that a log took already: the same one, one that has grown, one that
// only begins alike, one whose taking was cut short.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

constexpr const char* tea_shop =
    "{\"zone\":{\"code\":\"Z\"}}\n{\"node\":{\"code\":\"N\"}}\n{\"sku\":{\"code\":\"TEA\"}}\n";

std::string receive(int units) {
  return R"({"receive":{"sku":"TEA","node":"N","quantity":)" + std::to_string(units) + "}}\n";
}

class Taking : public ProgramTest {
 protected:
  // Effects: applies a file of this name and text to the log.
  Ran apply(const std::string& name, const std::string& text, const std::string& options = "") {
    write(name, text);
    return run_after("cd " + path("") + " && ", "apply --journal log " + options + ' ' + name);
  }
  // The program reads what `pipe`, shell text that ends in |, prints.
  Ran run_piped(const std::string& pipe, const std::string& arguments) {
    write("piped", pipe + program_path() + ' ' + arguments);
    const std::string command = "sh " + path("piped") + " > " + path("out") + " 2> " + path("err");
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(path("out")),
            file_text(path("err"))};
  }
  // Returns: what stands available at last.
  int available() {
    const auto events =
        nlohmann::json::parse(run("apply --json --key-space " + std::to_string(1000 + probes_) +
                                      " --journal " + path("log"),
                                  R"({"adjust":{"sku":"TEA","node":"N","delta":1}})"
                                  "\n")
                                  .out);
    return events.at("events").back().at("available").get<int>() - ++probes_;
  }
  // Returns: all that the log holds, without a count of its files.
  std::string records() {
    const std::string shown = run("inspect --records-only " + path("log")).out;
    return shown.substr(0, shown.rfind('\n', shown.size() - 2));
  }
  static std::string small() {
    return "--limits skus_max=10,nodes_max=2,orders_max=100,lines_max=4000,command_keys_max=100,"
           "attempts_max=100,lots_max=100";
  }

 private:
  int probes_{};
};

TEST_F(Taking, TheSameFileTwiceAddsNothing) {
  const std::string text = tea_shop + receive(5);
  EXPECT_EQ(apply("a.jsonl", text, small()).status, 0);
  const std::string before = records();
  const Ran again = apply("a.jsonl", text);
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(again.out, "");
  EXPECT_EQ(again.err, "allot apply: a.jsonl: the log has its first 4 lines; nothing follows\n");
  EXPECT_EQ(records(), before);
  const Ran renamed = apply("b.jsonl", text);
  EXPECT_EQ(renamed.err,
            "allot apply: b.jsonl: the log has its first 4 lines, taken as a.jsonl; nothing "
            "follows\n");
  EXPECT_EQ(apply("b.jsonl", text, "--json").out.find("\"known_before\":4") != std::string::npos,
            true);
}

TEST_F(Taking, AFileThatHasGrownIsGoneOnWith) {
  EXPECT_EQ(apply("a.jsonl", tea_shop + receive(5), small()).status, 0);
  const Ran grown = apply("a.jsonl", tea_shop + receive(5) + receive(7));
  EXPECT_EQ(grown.status, 0);
  EXPECT_EQ(grown.err,
            "allot apply: a.jsonl: the log has its first 4 lines; goes on behind\n"
            "allot apply: a.jsonl: 1 line taken, 4 known before\n");
  EXPECT_EQ(apply("old.jsonl", tea_shop + receive(5)).out, "") << "as it was before it grew";
  EXPECT_EQ(available(), 12);
}

// What follows a last line without an end may belong to it.
TEST_F(Taking, ALastLineWithoutAnEndIsKnownByItsKey) {
  const std::string text = tea_shop + receive(5);
  EXPECT_EQ(apply("a.jsonl", text.substr(0, text.size() - 1), small()).status, 0);
  const Ran ended = apply("a.jsonl", text + receive(7));
  EXPECT_EQ(ended.err,
            "allot apply: a.jsonl: the log has its first 3 lines; goes on behind\n"
            "allot apply: a.jsonl: 1 line taken, 1 duplicate, 3 known before\n"
            "  1 duplicate of what is in the log: line 4\n");
  EXPECT_EQ(available(), 12);
  EXPECT_EQ(apply("crlf.jsonl", "{\"sku\":{\"code\":\"X\"}}\r\n").status, 0);
  EXPECT_EQ(apply("crlf.jsonl", "{\"sku\":{\"code\":\"X\"}}\r\n").out, "");
}

// Yesterday's file and today's may begin with the same lines; each of them counts.
TEST_F(Taking, AFileThatBeginsAlikeIsAnother) {
  EXPECT_EQ(apply("shop.jsonl", tea_shop, small()).status, 0);
  EXPECT_EQ(apply("tuesday.jsonl", tea_shop + receive(5) + receive(1)).status, 0);
  const Ran other = apply("wednesday.jsonl", tea_shop + receive(5) + receive(2));
  EXPECT_EQ(other.status, 0);
  EXPECT_EQ(other.err.find("the log has its first 3 lines, taken as shop.jsonl"), 30U) << other.err;
  EXPECT_EQ(available(), 6 + 7);
  const std::string thursday = receive(3) + receive(4);
  EXPECT_EQ(apply("thursday.jsonl", thursday).status, 0);
  const Ran friday = apply("friday.jsonl", receive(3) + receive(9));
  EXPECT_EQ(friday.err,
            "allot apply: friday.jsonl: begins like thursday.jsonl, which was taken before, and "
            "goes on otherwise; it is taken as another file\n"
            "allot apply: friday.jsonl: 2 lines taken\n");
  EXPECT_EQ(available(), 6 + 7 + 7 + 12);
  EXPECT_EQ(apply("friday.jsonl", receive(3) + receive(9)).out, "");
  EXPECT_EQ(apply("friday.jsonl", receive(3) + receive(9) + receive(1)).status, 0);
  EXPECT_EQ(apply("thursday.jsonl", thursday + receive(1)).status, 0);
  EXPECT_EQ(available(), 6 + 7 + 7 + 12 + 2);
}

TEST_F(Taking, AChangedEarlyLineIsSaid) {
  EXPECT_EQ(apply("a.jsonl", tea_shop + receive(5) + receive(6), small()).status, 0);
  const Ran changed = apply("a.jsonl", tea_shop + receive(4) + receive(6));
  EXPECT_NE(changed.err.find("a.jsonl: begins like what was taken before under this name and goes "
                             "on otherwise; it is taken as another file\n"),
            std::string::npos)
      << changed.err;
  EXPECT_EQ(available(), 11 + 10);
}

// Whoever mends the line that stopped it goes on there.
TEST_F(Taking, ABadLineIsMendedAndGoneOnWith) {
  const Ran stopped = apply("a.jsonl", tea_shop + receive(5) + "{\"receive\":{}}\n", small());
  EXPECT_EQ(stopped.status, 2);
  const Ran mended = apply("a.jsonl", tea_shop + receive(5) + receive(6));
  EXPECT_EQ(mended.status, 0);
  EXPECT_NE(mended.err.find("the log has its first 4 lines; goes on behind\n"), std::string::npos);
  EXPECT_EQ(available(), 11);
  // A line that was left out is no line taken: it is tried again, and those behind it are known.
  const std::string unknown = R"({"receive":{"sku":"NEW","node":"N","quantity":1}})"
                              "\n";
  EXPECT_EQ(apply("b.jsonl", unknown + receive(1), "--keep-going").status, 0);
  EXPECT_EQ(apply("sku.jsonl", R"({"sku":{"code":"NEW"}})"
                               "\n")
                .status,
            0);
  const Ran known = apply("b.jsonl", unknown + receive(1));
  EXPECT_NE(known.err.find("1 line taken, 1 duplicate\n"), std::string::npos) << known.err;
  EXPECT_EQ(available(), 12);
}

TEST_F(Taking, APipeIsKnownByItsLines) {
  const std::string into = "apply --journal " + path("log") + " -";
  write("text", tea_shop + receive(5));
  const std::string pipe = "cat " + path("text") + " | ";
  EXPECT_EQ(run_piped(pipe, into + ' ' + small()).status, 0);
  write("text", tea_shop + receive(5) + receive(6));
  const Ran again = run_piped(pipe, into);
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(again.err,
            "allot apply: stdin: 1 line taken, 4 duplicates\n"
            "  4 duplicates of what is in the log; first: line 1\n");
  const Ran file = apply("a.jsonl", tea_shop + receive(5) + receive(6) + receive(1));
  EXPECT_EQ(file.err,
            "allot apply: a.jsonl: the log has its first 5 lines, taken as stdin; goes on behind\n"
            "allot apply: a.jsonl: 1 line taken, 5 known before\n");
  EXPECT_EQ(available(), 12);
}

TEST_F(Taking, AKeySpaceOverrides) {
  const std::string text = tea_shop + receive(5);
  EXPECT_EQ(apply("a.jsonl", text, small()).status, 0);
  const Ran other = apply("a.jsonl", text, "--key-space 2 --answers");
  EXPECT_NE(other.out.find("\"answer\":\"ok\""), std::string::npos);
  EXPECT_EQ(other.err, "allot apply: a.jsonl: 4 lines taken\n");
  const Ran again = apply("a.jsonl", text, "--key-space 2 --fail-on duplicates");
  EXPECT_EQ(again.status, 3);
  EXPECT_EQ(available(), 10);
}

// A note beside another log, or one whose end is gone, is not believed.
TEST_F(Taking, ANoteIsHeldToItsLog) {
  EXPECT_EQ(apply("a.jsonl", tea_shop + receive(5), small()).status, 0);
  std::filesystem::copy(path("log"), path("kept"));
  EXPECT_EQ(apply("b.jsonl", receive(6)).status, 0);
  // The log of before, with the note of after.
  for (const auto& file : std::filesystem::directory_iterator(path("log"))) {
    if (file.path().extension() == ".log") std::filesystem::remove(file.path());
  }
  for (const auto& file : std::filesystem::directory_iterator(path("kept"))) {
    if (file.path().extension() == ".log") std::filesystem::copy(file.path(), path("log"));
  }
  const Ran lost = apply("b.jsonl", receive(6));
  EXPECT_EQ(lost.err, "allot apply: b.jsonl: 1 line taken\n");
  EXPECT_NE(apply("a.jsonl", tea_shop + receive(5)).err.find("first 4 lines; nothing follows"),
            std::string::npos)
      << "the log has that";
  EXPECT_EQ(available(), 11);
}

TEST_F(Taking, ADamagedNoteIsSaidAndTheKeysRemain) {
  EXPECT_EQ(apply("a.jsonl", tea_shop + receive(5), small()).status, 0);
  for (const auto& file : std::filesystem::directory_iterator(path("log"))) {
    if (file.path().extension() == ".taken") std::filesystem::resize_file(file.path(), 100);
  }
  const Ran again = apply("a.jsonl", tea_shop + receive(5) + receive(1));
  EXPECT_EQ(again.status, 0);
  EXPECT_NE(again.err.find("is damaged and is made anew"), std::string::npos) << again.err;
  EXPECT_NE(again.err.find("1 line taken, 4 duplicates"), std::string::npos) << again.err;
  EXPECT_EQ(available(), 6);
}

// More lines than the log remembers keys of, killed again and again while it is at them: each is
// taken once.
TEST_F(Taking, AFileWhoseTakingIsKilledIsTakenOnce) {
  std::string text = tea_shop;
  int units = 0;
  for (int n = 1; n <= 3'000; ++n) {
    text += receive(n);
    units += n;
  }
  write("a.jsonl", text);
  // It waits for its reader when the pipe is full, and is killed then.
  write("script", "mkfifo out; " + program_path() +
                      " apply --durability $1 --journal log $2 a.jsonl > out 2> err & pid=$!; "
                      "exec 3< out; head -n $3 <&3 > shown; kill -9 $pid; wait $pid; "
                      "s=$?; rm out; exit $s");
  for (const char* const durability : {"sync", "async", "none", "sync"}) {
    const std::string limits = std::filesystem::exists(path("log")) ? "\"\"" : "\"" + small() + '"';
    const std::string command =
        "cd " + path("") + " && sh script " + durability + ' ' + limits + " 300 2> /dev/null";
    const int status = std::system(command.c_str());
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 128 + 9) << status;
  }
  const Ran whole = apply("a.jsonl", text);
  EXPECT_EQ(whole.status, 0) << whole.err;
  EXPECT_NE(whole.err.find("; goes on behind\n"), std::string::npos) << whole.err;
  EXPECT_EQ(available(), units) << whole.err;
}

TEST_F(Taking, FailOnNamesWhatAScriptMinds) {
  const std::string order = R"({"fail_payment":{"order_key":9}})"
                            "\n";
  const std::string early = R"({"tick":{},"time":"2026-01-02T00:00:00Z"})"
                            "\n"
                            R"({"tick":{},"time":"2026-01-01T00:00:00Z"})"
                            "\n";
  const std::string late = R"({"tick":{},"time":"2026-01-04T00:00:00Z"})"
                           "\n";
  const auto status = [&](const std::string& options, const std::string& text) {
    return run("apply " + small() + ' ' + options, text).status;
  };
  EXPECT_EQ(status("", tea_shop + order), 2);
  EXPECT_EQ(status("--fail-on refused", tea_shop + order), 3);
  EXPECT_EQ(status("--keep-going --fail-on not_taken,gaps_crossed", tea_shop + order), 3);
  EXPECT_EQ(status("--keep-going --fail-on gaps_crossed", tea_shop + order), 0);
  EXPECT_EQ(status("--fail-on times_raised", early), 3);
  EXPECT_EQ(status("--fail-on gaps_crossed", early), 0);
  EXPECT_EQ(status("--fail-on gaps_crossed", early + late), 3);
  EXPECT_EQ(status("--keep-going --fail-on bad_lines", "no\n"), 3);
  EXPECT_EQ(status("--fail-on bad_lines", "no\n"), 2) << "which ended it";
  EXPECT_EQ(status("--fail-on anything", ""), 2);
}

}  // namespace
}  // namespace allot
