// What reaches standard output: all of it or exit status 1, and with --json one object, whatever
// happens.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "run_program.hpp"

namespace allot {
namespace {

constexpr const char* small =
    " --limits skus_max=10,nodes_max=2,orders_max=100,lines_max=4000"
    " --limits command_keys_max=100,attempts_max=100,lots_max=100 ";

class Output : public ProgramTest {
 protected:
  // A log with a few orders.
  std::string make_log() {
    const Ran ran = run("apply --journal " + path("log") + ' ' + example("first_order.jsonl"));
    EXPECT_EQ(ran.status, 0) << ran.err;
    return path("log");
  }
};

TEST_F(Output, ThatIsLostIsAProblem) {
  const std::string log = make_log();
  const std::string bench = "bench --seconds 0.1 --skus 5 --nodes 1";
  const std::string simulate = "simulate --mode virtual --order-count 50 --log ";
  for (const std::string& arguments :
       {"verify " + log, "verify --json " + log, "replay " + log, "replay --json " + log,
        "inspect " + log, "inspect --json " + log, "explain " + log + " 1001",
        "explain --json " + log + " 1001", bench, bench + " --json", simulate + path("one"),
        simulate + path("two") + " --json", std::string("apply") + small,
        std::string("apply --json") + small, std::string("--help"), std::string("--version")}) {
    const Ran ran = run_into_full_disk(arguments, "{\"zone\":{\"code\":\"GB\"}}\n");
    EXPECT_EQ(ran.status, 1) << arguments;
    EXPECT_NE(ran.err.find("standard output cannot be written"), std::string::npos)
        << arguments << "\n"
        << ran.err;
  }
}

TEST_F(Output, OfABadLineIsStillOneObject) {
  for (const char* input : {"bad\n", "{\"zone\":{\"code\":\"GB\"}}\nbad\n"}) {
    const Ran ran = run(std::string("apply --json") + small, input);
    EXPECT_EQ(ran.status, 2);
    const auto object = nlohmann::json::parse(ran.out);
    EXPECT_TRUE(object.at("events").is_array());
    EXPECT_NE(object.at("error").get<std::string>().find("not JSON"), std::string::npos) << ran.out;
  }
}

// The log fails in the middle of the input. A limit on the size of files stands for a full disk;
// the commands are long and their events short, so that the output stays below it.
TEST_F(Output, OfALogThatFailsIsStillOneObject) {
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    lines +=
        std::string(i == 0 ? "" : ",") + "{\"sku\":1,\"quantity\":2000000,\"price\":1000000000000}";
  }
  std::string input;
  for (int i = 1; i <= 1'500; ++i) {
    input += "{\"place\":{\"order_key\":" + std::to_string(i) +
             ",\"channel\":1,\"zone\":1,\"lines\":[" + lines + "]}}\n";
  }
  write("input", input);
  for (const std::string durability : {"none", "async", "sync"}) {
    const std::string fifo = path("fifo_" + durability);
    const std::string log = path(durability);
    // Far more than a pipe holds comes first: the program reads, and so it has opened its log.
    const std::string deleting = "mkfifo " + fifo + "; (head -c 1000000 " + path("input") +
                                 "; rm -rf " + log + "; tail -c +1000001 " + path("input") +
                                 ") > " + fifo + " & ";
    const Ran ran = run_after(deleting, "apply --json --durability " + durability + " " + fifo +
                                            " --journal " + log + small);
    EXPECT_EQ(ran.status, 1) << durability;
    const auto object = nlohmann::json::parse(ran.out, nullptr, false);
    ASSERT_TRUE(object.is_object()) << ran.out.substr(0, 200);
    EXPECT_TRUE(object.at("events").is_array());
    EXPECT_NE(object.value("error", "").find("was deleted"), std::string::npos)
        << durability << ran.err;
  }
}

TEST_F(Output, OfAFailureIsOneObjectToo) {
  const std::string log = make_log();
  write("not_a_directory", "");
  for (const std::string& arguments :
       {std::string("apply nowhere.jsonl"), std::string("apply --limits nodes_max=0"),
        "apply --journal " + path("not_a_directory"), std::string("replay nowhere"),
        std::string("verify nowhere"), std::string("inspect nowhere"),
        std::string("explain nowhere 1"), "explain " + log + " 77", "explain " + log + " seven",
        "bench --journal " + log, "simulate --log " + log}) {
    const Ran ran = run(arguments + " --json");
    EXPECT_NE(ran.status, 0) << arguments;
    const auto object = nlohmann::json::parse(ran.out, nullptr, false);
    ASSERT_TRUE(object.is_object()) << arguments << "\n" << ran.out;
    EXPECT_NE(ran.err.find(object.at("error").get<std::string>()), std::string::npos) << ran.err;
    EXPECT_NE(object.at("cause").get<std::string>(), "ok") << ran.out;
  }
}

// Whoever stops a measurement gets what was measured, and the status says that it is not all.
// What cannot even be read of a command is told as its other failures are.
TEST_F(Output, OfArgumentsThatCannotBeReadIsOneObjectToo) {
  for (const std::string arguments :
       {"simulate --bogus", "verify", "top log --interval 5", "replay a b c"}) {
    const Ran ran = run(arguments + " --json");
    EXPECT_EQ(ran.status, 2) << arguments;
    const auto object = nlohmann::json::parse(ran.out, nullptr, false);
    ASSERT_TRUE(object.is_object()) << arguments << "\n" << ran.out;
    EXPECT_NE(ran.err.find(object.at("error").get<std::string>()), std::string::npos) << ran.err;
    EXPECT_EQ(object.at("cause"), "invalid_argument");
    EXPECT_EQ(run(arguments).out, "") << arguments;
  }
}

// A file of more than a kilobyte cannot be written there: as on a disk that is full.
TEST_F(Output, ThatCannotBeWrittenLeavesTheFileThatWasThere) {
  for (const char* name : {"a", "b"}) {
    ASSERT_EQ(run("simulate --mode virtual --order-count 200 --report " +
                  path(std::string(name) + ".html") + " --log " + path(name))
                  .status,
              0);
  }
  const std::string compared = "compare " + path("a.html") + ' ' + path("b.html") + " --report ";
  ASSERT_EQ(run(compared + path("old.html")).status, 0);
  const std::string old = file_text(path("old.html"));
  ASSERT_GT(old.size(), 100'000U);
  std::filesystem::create_symlink("old.html", path("link.html"));
  for (const char* page : {"old.html", "new.html", "link.html"}) {
    const Ran ran = run_after("trap '' XFSZ; ulimit -f 8; ", compared + path(page));
    EXPECT_EQ(ran.status, 1) << ran.err;
    EXPECT_NE(ran.err.find(path(page) + ": cannot be written"), std::string::npos) << ran.err;
  }
  EXPECT_TRUE(file_text(path("old.html")) == old) << "the page that was there is gone";
  EXPECT_FALSE(std::filesystem::exists(path("new.html")));
  for (const auto& entry : std::filesystem::directory_iterator(path(""))) {
    EXPECT_NE(entry.path().extension(), ".part") << entry.path();
  }
  // What can be written replaces it, keeps its permissions, and where a link leads.
  std::filesystem::permissions(path("old.html"), std::filesystem::perms(0640));
  EXPECT_EQ(run(compared + path("link.html") + " --lang zh").status, 0);
  EXPECT_TRUE(file_text(path("old.html")) != old) << "the page in Chinese did not replace it";
  EXPECT_TRUE(std::filesystem::is_symlink(path("link.html")));
  EXPECT_EQ(std::filesystem::status(path("old.html")).permissions(), std::filesystem::perms(0640));
  EXPECT_EQ(run(compared + "/dev/stdout").status, 0) << "what is no file is written as it comes";
}

TEST_F(Output, OfAnInterruptedBenchIsWhatThereIs) {
  const std::string bench = "bench --seconds 60 --skus 5 --nodes 1";
  const Ran json = run_after("timeout --foreground --preserve-status -s INT 4 ", bench + " --json");
  EXPECT_EQ(json.status, 130) << json.err;
  EXPECT_NE(json.err.find("allot bench: interrupted after "), std::string::npos) << json.err;
  const auto object = nlohmann::json::parse(json.out);
  EXPECT_EQ(object.at("interrupted"), true);
  EXPECT_EQ(object.at("sound"), true) << json.out;
  EXPECT_GT(object.at("orders"), 0);
  EXPECT_LT(object.at("seconds"), 60);
  const Ran text = run_after("timeout --foreground --preserve-status -s INT 4 ", bench);
  EXPECT_NE(text.out.find(" orders/s, "), std::string::npos) << text.out;
}

}  // namespace
}  // namespace allot
