// verify, inspect, replay and explain on logs that are good, damaged and absent.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "run_program.hpp"

namespace allot {
namespace {

class LogCommands : public ProgramTest {
 protected:
  void SetUp() override {
    const Ran ran = run("apply --journal " + log_ + ' ' + example("first_order.jsonl"));
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  const std::string log_ = path("log");
};

TEST_F(LogCommands, InspectShowsEveryRecordOrARange) {
  const Ran all = run("inspect --json " + log_);
  EXPECT_EQ(all.status, 0) << all.err;
  const auto object = nlohmann::json::parse(all.out);
  std::size_t records = 0;
  for (const auto& part : object.at("parts")) records += part.contains("record") ? 1U : 0U;
  EXPECT_EQ(records, 19U);
  EXPECT_EQ(object.at("records"), 19);
  const Ran backwards = run("inspect --from 10 --to 5 " + log_);
  EXPECT_EQ(backwards.status, 2);
  EXPECT_EQ(backwards.out, "");
  EXPECT_EQ(backwards.err, "allot inspect: --from lies behind --to: nothing is between\n");
  const Ran some = run("inspect --records-only --from 15 --to 16 " + log_);
  EXPECT_EQ(some.status, 0);
  EXPECT_NE(some.out.find("15  2026-11-11T00:00:01Z  {\"place\":{"), std::string::npos) << some.out;
  EXPECT_EQ(some.out.find("14  "), std::string::npos) << some.out;
  EXPECT_EQ(some.out.find("17  "), std::string::npos) << some.out;
}

TEST_F(LogCommands, ReplayStopsWhereItIsTold) {
  const Ran part = run("replay --json --to 10 " + log_);
  EXPECT_EQ(part.status, 0) << part.err;
  EXPECT_EQ(nlohmann::json::parse(part.out).at("last_sequence"), "10");
  EXPECT_EQ(run("replay --to 1000 " + log_).status, 1);
  EXPECT_EQ(run("replay --digest 00000000000000000000000000000000 " + log_).status, 1);
}

// A frame that closed the log and was changed is neither one that is not there nor a sound one.
TEST_F(LogCommands, VerifySaysWhatStandsBehindTheEnd) {
  const std::string file = log_ + "/0000000001.log";
  const std::string whole = file_text(file);
  std::size_t end = whole.size();
  while (end > 0 && whole[end - 1] == '\0') --end;
  const std::size_t frame = (end - 1) / 4'096 * 4'096;
  const std::string place = file + ", offset " + std::to_string(frame) + ", sequence 20: 1 block";
  const auto verify_changed = [&](std::size_t at, char value) {
    std::string changed = whole;
    changed[frame + at] = value;
    write("log/0000000001.log", changed);
    return run("verify " + log_);
  };
  const Ran damaged = verify_changed(2'000, 'x');  // where it has zeros
  EXPECT_EQ(damaged.status, 1);
  const Ran perhaps = verify_changed(9, static_cast<char>(~whole[frame + 9]));  // its checksum
  EXPECT_EQ(perhaps.status, 0);
  for (const Ran& ran : {damaged, perhaps}) {
    EXPECT_EQ(ran.out.find("the chain are right;"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("are right up to sequence 19; then: " + place), std::string::npos)
        << ran.out;
    EXPECT_NE(ran.out.find("restore this file from a copy"), std::string::npos) << ran.out;
  }
  EXPECT_NE(damaged.out.find("no write leaves such bytes"), std::string::npos) << damaged.out;
  EXPECT_NE(perhaps.out.find("the bytes cannot tell"), std::string::npos) << perhaps.out;
  const auto json = nlohmann::json::parse(run("verify --json " + log_).out);
  EXPECT_EQ(json.at("torn"), true);
  EXPECT_EQ(json.at("damaged_end"), false);
  EXPECT_EQ(json.at("torn_at").at("offset"), frame);
  write("log/0000000001.log", whole.substr(0, frame) + std::string(whole.size() - frame, '\0'));
  const Ran open = run("verify " + log_);
  EXPECT_EQ(open.status, 0);
  EXPECT_NE(open.out.find("the chain are right; not closed"), std::string::npos) << open.out;
}

// Whoever reads JSON with floating numbers loses nothing, and whoever wants numbers asks for them.
TEST_F(LogCommands, IntegersAreTextOrBareInEveryCommand) {
  for (const std::string verb :
       {"events --json --from 16 --to 16", "orders --json", "stock --json --at 16",
        "waiting --json", "replay --json", "inspect --json --from 16 --to 16", "verify --json",
        "explain --json", "history --json"}) {
    const std::string of = ' ' + log_ +
                           (verb.starts_with("explain")   ? " 1001"
                            : verb.starts_with("history") ? " 22423"
                                                          : "");
    const std::string text = run(verb + of).out;
    const std::string bare = run(verb + " --bare-integers" + of).out;
    EXPECT_NE(text.find("sequence\":\""), std::string::npos) << verb << text;
    EXPECT_EQ(bare.find("sequence\":\""), std::string::npos) << verb << bare;
    EXPECT_FALSE(std::regex_search(text, std::regex("[:,\\[][0-9]{16}"))) << verb << text;
    const bool has_time = std::regex_search(text, std::regex("time_ns\":\"[0-9]+\""));
    EXPECT_EQ(has_time, !verb.starts_with("verify")) << text;
    EXPECT_EQ(std::regex_search(bare, std::regex("time_ns\":[0-9]+")), has_time) << bare;
  }
}

// What is shown of a log is taken again, in either form, and leads to the same state.
TEST_F(LogCommands, WhatInspectPrintsIsTakenAgain) {
  const auto digest_of = [this](const std::string& log) {
    return nlohmann::json::parse(run("replay --json " + log).out).at("digest");
  };
  for (const std::string form : {"", "--bare-integers "}) {
    std::string lines;
    const auto walk = nlohmann::ordered_json::parse(run("inspect --json " + form + log_).out);
    for (const auto& part : walk.at("parts")) {
      if (!part.contains("record")) continue;
      nlohmann::ordered_json line;
      for (const auto& [name, value] : part.items()) {
        if (value.is_object() || name == "time" || name == "time_ns") line[name] = value;
      }
      lines += line.dump() + '\n';
    }
    const std::string again = path(form.empty() ? "text" : "bare");
    const Ran ran = run("apply --cross-gaps --journal " + again, lines);
    EXPECT_EQ(ran.err.find("bad"), std::string::npos) << ran.err;
    EXPECT_EQ(digest_of(again), digest_of(log_)) << ran.err;
  }
}

TEST_F(LogCommands, VerifyTellsThePointAndCountsInWords) {
  const Ran text = run("verify " + log_);
  EXPECT_TRUE(text.out.starts_with("1 segment, ")) << text.out;
  const auto object = nlohmann::json::parse(run("verify --json " + log_).out);
  EXPECT_FALSE(object.contains("cause"));
  const std::string point = object.at("point");
  EXPECT_NE(text.out.find("\npoint " + point + "\n"), std::string::npos) << text.out;
  EXPECT_EQ(run("verify --at-least " + point + " " + log_).status, 0);
  const std::string zeros(32, '0');
  EXPECT_NE(run("verify --at-least 5:" + zeros + ' ' + log_).err.find("a chain of zeros is what a"),
            std::string::npos);
  for (const std::string& none : {std::string("0"), "0:" + zeros}) {
    EXPECT_NE(run("verify --at-least " + none + ' ' + log_).err.find("give a SEQUENCE from 1"),
              std::string::npos)
        << none;
  }
  EXPECT_NE(run("verify --at-least 5:12 " + log_).err.find("SEQUENCE:CHAIN, of 32 hex digits"),
            std::string::npos);
  const auto beyond = nlohmann::json::parse(run("verify --json --at-least 99 " + log_).out);
  EXPECT_EQ(beyond.at("cause"), "truncated");
}

TEST_F(LogCommands, VerifyListsThePositionsOfConsumersAndCopyLeavesThem) {
  {
    auto engine = Engine::open({.directory = log_});
    ASSERT_TRUE(engine.ok()) << engine.status().message();
    ASSERT_TRUE(engine.value()->open_consumer({.from = ConsumeFrom::newest, .name = "mail"}).ok());
  }
  const Ran text = run("verify " + log_);
  EXPECT_EQ(text.status, 0);
  EXPECT_NE(text.out.find("\nconsumer mail is done with sequence 19\n"), std::string::npos);
  EXPECT_EQ(text.out.find("not counted"), std::string::npos) << text.out;
  const auto object = nlohmann::json::parse(run("verify --json " + log_).out);
  EXPECT_EQ(object.at("consumers").at(0).at("sequence"), "19");
  ASSERT_EQ(run("copy " + log_ + ' ' + path("copy")).status, 0);
  EXPECT_FALSE(std::filesystem::exists(path("copy") + "/mail.consumer"));
  EXPECT_EQ(run("apply --journal " + log_).status, 0) << "recovery goes by segments alone";
  std::filesystem::resize_file(log_ + "/mail.consumer", 100);
  const Ran damaged = run("verify " + log_);
  EXPECT_EQ(damaged.status, 1);
  EXPECT_NE(damaged.out.find("mail.consumer: "), std::string::npos) << damaged.out;
  const auto fault = nlohmann::json::parse(run("verify --json " + log_).out);
  EXPECT_EQ(fault.at("sound"), true) << "of the log";
  EXPECT_TRUE(fault.at("consumers").at(0).contains("fault"));
}

TEST_F(LogCommands, AnOrderKeyOf0IsToldForWhatItIs) {
  EXPECT_EQ(run("explain " + log_ + " 0").err, "allot explain: 0: no order has the key 0\n");
}

TEST_F(LogCommands, ADamagedLogIsNamedByFileAndPlace) {
  const std::string file = log_ + "/0000000001.log";
  std::string bytes = file_text(file);
  ASSERT_GT(bytes.size(), 8'192U);
  bytes[4'096 + 200] = static_cast<char>(bytes[4'096 + 200] ^ 1);  // inside the first frame's body
  std::ofstream(file, std::ios::binary) << bytes;
  const Ran verified = run("verify --json " + log_);
  EXPECT_EQ(verified.status, 1);
  const auto object = nlohmann::json::parse(verified.out);
  EXPECT_EQ(object.at("sound"), false);
  EXPECT_NE(object.at("fault").get<std::string>().find("0000000001.log"), std::string::npos);
  EXPECT_NE(object.at("fault").get<std::string>().find("4096"), std::string::npos);
  EXPECT_EQ(object.at("cause"), "corrupt");
  EXPECT_FALSE(object.contains("point"));
  EXPECT_EQ(nlohmann::json::parse(run("replay --json " + log_).out).at("cause"), "corrupt");
  EXPECT_EQ(nlohmann::json::parse(run("inspect --json " + log_).out).at("cause"), "corrupt");
  EXPECT_EQ(run("replay " + log_).status, 1);
  EXPECT_EQ(run("inspect " + log_).status, 1);
  EXPECT_EQ(run("explain " + log_ + " 1001").status, 1);
}

// exit_status.hpp: a damaged log is a problem found, whoever finds it.
TEST_F(LogCommands, WhoeverOpensADamagedLogEndsWith1) {
  const std::string file = log_ + "/0000000001.log";
  std::string bytes = file_text(file);
  bytes[4'096 + 200] = static_cast<char>(bytes[4'096 + 200] ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
  for (const std::string& arguments :
       {"apply --journal " + log_, "bench --seconds 0.1 --skus 5 --journal " + log_}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 1) << arguments;
    EXPECT_NE(ran.err.find("0000000001.log"), std::string::npos) << ran.err;
  }
}

TEST_F(LogCommands, ADirectoryThatCannotBeMadeEndsWith1) {
  write("file", "");
  for (const std::string& directory : {path("file"), path("file/below"), path("no/parent")}) {
    for (const std::string& arguments :
         {"apply --journal " + directory,
          "bench --seconds 0.1 --skus 5 --nodes 1 --journal " + directory}) {
      const Ran ran = run(arguments);
      EXPECT_EQ(ran.status, 1) << arguments << "\n" << ran.err;
      EXPECT_NE(ran.err.find(directory), std::string::npos) << ran.err;
    }
  }
  const std::string below = path("file/below");
  EXPECT_EQ(run("simulate --mode virtual --order-count 50 --log " + below).status, 1);
}

TEST_F(LogCommands, PastTheEndIsSaidByReplayAndExplain) {
  for (const std::string& arguments : {"replay " + log_, "explain " + log_ + " 1001"}) {
    const Ran whole = run(arguments);
    const Ran past = run(arguments + " --to 9999");
    EXPECT_EQ(past.status, 1) << arguments;
    EXPECT_NE(past.out, "") << arguments;
    EXPECT_NE(past.err.find("the log ends at sequence 19, before 9999"), std::string::npos)
        << past.err;
  }
}

TEST_F(LogCommands, AReplayUpToNothingIsRefused) {
  Result<std::unique_ptr<Storage>> storage = open_posix_storage(log_);
  ASSERT_TRUE(storage.ok());
  const Status status = replay(*storage.value(), {.up_to = 0}).status();
  EXPECT_EQ(status.code(), StatusCode::invalid_argument);
  EXPECT_NE(status.message().find("up_to must be at least 1"), std::string::npos);
}

// A log of three segments: each opening begins one.
class Segments : public LogCommands {
 protected:
  void SetUp() override {
    LogCommands::SetUp();
    for (int i = 0; i < 2; ++i) ASSERT_EQ(run("apply --journal " + log_).status, 0);
  }
  void cut(const std::string& name, std::uintmax_t bytes) {
    std::filesystem::resize_file(log_ + '/' + name, bytes);
  }
};

// What a writer leaves that dies when it has just made a file, and nothing else, is not counted.
TEST_F(Segments, VerifyNamesAFileThatIsNotCountedAndRefusesOneThatWasCut) {
  EXPECT_EQ(run("verify " + log_).out.find("not counted"), std::string::npos);
  for (const std::uintmax_t bytes : {8'191U, 4'096U, 4'095U, 100U, 1U}) {
    cut("0000000003.log", bytes);
    const Ran text = run("verify " + log_);
    EXPECT_EQ(text.status, 1) << bytes << text.out;
    EXPECT_NE(text.out.find("0000000003.log: "), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("cut"), std::string::npos) << text.out;
    EXPECT_EQ(run("apply --journal " + log_).status, 1);
  }
  cut("0000000003.log", 0);
  const Ran text = run("verify " + log_);
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_NE(text.out.find("0000000003.log is not counted: "), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("the next writer removes it"), std::string::npos) << text.out;
  const auto object = nlohmann::json::parse(run("verify --json " + log_).out);
  EXPECT_EQ(object.at("abandoned"), nlohmann::json::array({"0000000003.log"}));
  EXPECT_EQ(object.at("segments"), 2);
  EXPECT_EQ(run("apply --journal " + log_).status, 0);
  EXPECT_EQ(nlohmann::json::parse(run("verify --json " + log_).out).at("abandoned").size(), 0U);
}

TEST_F(Segments, AFileCutBelowItsHeaderIsNotCalledMissing) {
  for (const std::string name : {"0000000001.log", "0000000002.log"}) {
    const std::string whole = file_text(log_ + '/' + name);
    for (const std::uintmax_t bytes : {4'095U, 0U}) {
      cut(name, bytes);
      const Ran ran = run("verify " + log_);
      EXPECT_EQ(ran.status, 1);
      EXPECT_EQ(ran.out.find("missing"), std::string::npos) << ran.out;
      const std::string said = bytes == 0 ? name + ", which is there but too short to be read"
                                          : name + ": it was cut inside its header";
      EXPECT_NE(ran.out.find(said), std::string::npos) << ran.out;
    }
    std::filesystem::remove(log_ + '/' + name);
    EXPECT_EQ(run("verify " + log_).out.find("too short"), std::string::npos);
    write("log/" + name, whole);
    EXPECT_EQ(run("verify " + log_).status, 0);
  }
}

// The next opening would delete the one file and begin an empty shop.
TEST_F(LogCommands, ALogWhoseOnlyFileWasCutIsNoNewLog) {
  const std::string file = log_ + "/0000000001.log";
  for (const std::uintmax_t bytes : {4'096U, 2'000U}) {
    std::filesystem::resize_file(file, bytes);
    const Ran ran = run("verify " + log_);
    EXPECT_EQ(ran.status, 1);
    EXPECT_NE(ran.out.find("cut"), std::string::npos) << ran.out;
    EXPECT_EQ(run("apply --journal " + log_ + ' ' + example("first_order.jsonl")).status, 1);
    EXPECT_TRUE(std::filesystem::exists(file));
  }
  // Cut to nothing it looks like one whose creation was cut short; who knows better says so.
  std::filesystem::resize_file(file, 0);
  const Ran verified = run("verify " + log_);
  EXPECT_EQ(verified.status, 1);
  EXPECT_NE(verified.out.find("holds nothing"), std::string::npos) << verified.out;
  const Ran kept = run("apply --must-exist --journal " + log_);
  EXPECT_EQ(kept.status, 1);
  EXPECT_NE(kept.err.find("there is no log in"), std::string::npos) << kept.err;
  EXPECT_TRUE(std::filesystem::exists(file));
  EXPECT_EQ(run("apply --must-exist --journal " + path("nowhere")).status, 1);
  EXPECT_FALSE(std::filesystem::exists(path("nowhere")));
  EXPECT_EQ(run("apply --must-exist").status, 2);
}

TEST_F(LogCommands, VerifySaysHowTheLogEndsAndHoldsItToAPoint) {
  const Ran closed = run("verify " + log_);
  EXPECT_EQ(closed.status, 0);
  EXPECT_NE(closed.out.find("closed in order\npoint 19:"), std::string::npos) << closed.out;
  const auto object = nlohmann::json::parse(run("verify --json " + log_).out);
  EXPECT_EQ(object.at("frames_missing_max"), 0);
  EXPECT_EQ(object.at("live"), false);
  const std::string point = "19:" + object.at("chain").get<std::string>();
  EXPECT_NE(closed.out.find("point " + point + "\n"), std::string::npos) << closed.out;
  const auto held_to = [this](const std::string& least) {
    return run("verify --at-least " + least + ' ' + log_);
  };
  EXPECT_EQ(held_to(point).status, 0);
  EXPECT_EQ(held_to("7").status, 0);
  const Ran beyond = held_to("20");
  EXPECT_EQ(beyond.status, 1);
  EXPECT_NE(beyond.out.find("the log ends at sequence 19, and 20 was there before"),
            std::string::npos)
      << beyond.out;
  const Ran other = held_to("19:00000000000000000000000000000001");
  EXPECT_EQ(other.status, 1);
  EXPECT_NE(other.out.find("another history"), std::string::npos) << other.out;
  for (const char* wrong : {"x", "19:", "19:12", "'19:hex:12'", "-1"}) {
    EXPECT_EQ(held_to(wrong).status, 2) << wrong;
  }
  // The same without its last frame, as if it had been killed in the middle of that.
  const std::string file = log_ + "/0000000001.log";
  std::string bytes = file_text(file);
  std::size_t last = 4'096;
  while (bytes.compare(last + 4'096, 4, "ALFR") == 0) last += 4'096;
  bytes[last + 20] = static_cast<char>(bytes[last + 20] ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
  const Ran torn = run("verify " + log_);
  EXPECT_EQ(torn.status, 0);
  EXPECT_NE(torn.out.find("not closed; up to 1 frame may be missing"), std::string::npos)
      << torn.out;
  bytes.replace(last, 4'096, std::string(4'096, '\0'));
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_NE(run("verify " + log_).out.find("not closed; no frame is missing that left a trace"),
            std::string::npos);
}

// Under `none` what stands behind a hole is no end; giving it up is a wish, and counted.
TEST_F(LogCommands, AHoleIsGoneOnFromOnlyOnRequest) {
  const std::string log = path("hole");
  std::string input;
  for (int i = 0; i < 3; ++i) {
    input += "{\"sku\":{\"code\":\"A" + std::to_string(i) + "\"}}\n";
  }
  // A frame for each line, as each comes late, and the end of a process that is killed.
  write("input", input);
  const std::string slowly = "(while read -r line; do echo \"$line\"; sleep 0.2; done < " +
                             path("input") + "; sleep 8) | timeout -s KILL 4 ";
  (void)run_after(slowly + "sh -c 'exec " + program_path() + " apply --durability none --journal " +
                      log + "' ; true ",
                  "");
  const std::string file = log + "/0000000001.log";
  std::string bytes = file_text(file);
  ASSERT_GE(bytes.size(), 4U * 4'096) << "three frames at least";
  bytes[2 * 4'096 + 200] = static_cast<char>(bytes[2 * 4'096 + 200] ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
  const Ran refused = run("apply --journal " + log);
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("records that were written later"), std::string::npos) << refused.err;
  const Ran dropped = run("apply --drop-damaged-end --journal " + log);
  EXPECT_EQ(dropped.status, 0) << dropped.err;
  EXPECT_NE(dropped.err.find(": dropped 1 frame with 1 record behind sequence 2\n"),
            std::string::npos)
      << dropped.err;
  EXPECT_EQ(run("verify " + log).status, 0);
  EXPECT_EQ(run("apply --journal " + log).err, "");
}

TEST_F(LogCommands, ExplainTellsRulesNodesAndWhatCameAfter) {
  const Ran text = run("explain " + log_ + " 1001");
  EXPECT_EQ(text.status, 0) << text.err;
  for (const char* part : {"rules that are off: order_value_exceeded", "LON: chosen",
                           "LEEDS: in no set that serves; alone it has line 0 4 of 6",
                           "taken: LON at cost 525", "Now: open, paid, clear, version 2"}) {
    EXPECT_NE(text.out.find(part), std::string::npos) << part << "\n" << text.out;
  }
  const Ran refused = run("explain --json " + log_ + " 1003");
  EXPECT_EQ(refused.status, 0) << refused.err;
  const auto object = nlohmann::json::parse(refused.out);
  EXPECT_EQ(object.at("order"), nullptr);
  EXPECT_EQ(object.at("steps").at(0).at("events").at(0).at("reason"), "stock_insufficient");
  EXPECT_EQ(run("explain " + log_ + " 77").status, 1);
  EXPECT_EQ(run("explain " + log_ + " seven").status, 1) << "it may be a number";
}

TEST_F(LogCommands, ExplainShowsTheValuesThatRiskSaw) {
  const std::string log = path("review");
  ASSERT_EQ(run("apply --journal " + log + ' ' + example("review.jsonl")).status, 0);
  const Ran velocity = run("explain " + log + " 4");
  EXPECT_NE(velocity.out.find("rule velocity_exceeded: HIT and decided, 2 attempts before it"),
            std::string::npos)
      << velocity.out;
  const Ran band = run("explain " + log + " 3");
  EXPECT_NE(band.out.find("Refused: price_out_of_band: line 0 costs 100, list price 255"),
            std::string::npos)
      << band.out;
  const Ran listed = run("explain " + log + " 2");
  EXPECT_NE(listed.out.find("rule listed: HIT and decided, card 255"), std::string::npos)
      << listed.out;
  const Ran allowed = run("explain " + log + " 5");
  EXPECT_NE(allowed.out.find("rule allow: HIT, customer 7"), std::string::npos) << allowed.out;
}

class NoLog : public ProgramTest {};

TEST_F(NoLog, IsAnErrorThatNamesTheDirectory) {
  for (const char* command : {"replay", "verify", "inspect"}) {
    const Ran ran = run(std::string(command) + " nowhere");
    EXPECT_EQ(ran.status, 2) << command;
    EXPECT_NE(ran.err.find("nowhere: no such directory"), std::string::npos) << ran.err;
  }
  EXPECT_EQ(run("verify .").status, 2);
  EXPECT_FALSE(std::filesystem::exists("nowhere"));
}

// The directory that a rehearsal was told to log in holds its logs in folders: each command that
// takes a log names them.
TEST_F(NoLog, IsLookedForInTheFoldersBeneath) {
  const std::string above = path("run");
  write("shop.jsonl", R"({"sku":{"code":"A"}})");
  std::filesystem::create_directories(above);
  ASSERT_EQ(run("apply --journal " + above + "/virtual_time " + path("shop.jsonl")).status, 0);
  std::filesystem::create_directories(above + "/empty");
  const std::string said =
      above + ": holds no log itself, but a folder in it does: give " + above + "/virtual_time";
  for (const char* command : {"verify", "replay", "inspect", "events", "orders", "stock", "waiting",
                              "exceptions", "services", "feed", "top --once"}) {
    const Ran ran = run(std::string(command) + " " + above);
    EXPECT_EQ(ran.status, 2) << command;
    EXPECT_NE(ran.err.find(said), std::string::npos) << command << ": " << ran.err;
  }
  for (const std::string& command : {"explain " + above + " 1", "history " + above + " A",
                                     "copy " + above + ' ' + path("elsewhere")}) {
    EXPECT_NE(run(command).err.find(said), std::string::npos) << command;
  }
  std::filesystem::copy(above + "/virtual_time", above + "/live");
  EXPECT_NE(
      run("verify " + above)
          .err.find("folders in it do: give " + above + "/live or " + above + "/virtual_time"),
      std::string::npos);
}

}  // namespace
}  // namespace allot
