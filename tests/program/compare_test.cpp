// allot simulate --report, and allot compare of what it wrote.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

class Compare : public ProgramTest {
 protected:
  // A small run, whose report and summary are laid down under its name.
  Ran simulate(const std::string& name, const std::string& options) {
    const Ran ran = run("simulate --mode virtual --order-count 400 --json --report " +
                        path(name + ".html") + " --log " + path("log_" + name) + ' ' + options);
    write(name + ".json", ran.out);
    return ran;
  }
  void SetUp() override {
    write("more.json", R"({"name":"more","stock":{"depth_quantiles":[2000,3000],"receipts":2}})");
    ASSERT_EQ(simulate("a", "").status, 0);
    ASSERT_EQ(simulate("b", "--scenario " + path("more.json")).status, 0);
  }
  static nlohmann::json row(const Ran& ran, const std::string& name) {
    const nlohmann::json compared = nlohmann::json::parse(ran.out);
    for (const nlohmann::json& row : compared.at("rows")) {
      if (row.at("name") == name) return row;
    }
    ADD_FAILURE() << name << " is not there:\n" << ran.out;
    return {};
  }
};

TEST_F(Compare, ReportsSideBySide) {
  const Ran ran = run("compare --json " + path("a.html") + ' ' + path("b.html"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(nlohmann::json::parse(ran.out).at("unlike"), "");
  const nlohmann::json a = nlohmann::json::parse(file_text(path("a.json")));
  const nlohmann::json b = nlohmann::json::parse(file_text(path("b.json")));
  EXPECT_EQ(row(ran, "accepted").at("a"), a.at("orders").at("accepted"));
  EXPECT_EQ(row(ran, "accepted").at("b"), b.at("orders").at("accepted"));
  EXPECT_EQ(row(ran, "promised at once").at("change"),
            b.at("units").at("at_once").get<int>() - a.at("units").at("at_once").get<int>());
  EXPECT_GT(row(ran, "promised at once").at("change"), 0);
  EXPECT_LT(row(ran, "SKUs that ran short").at("change"), 0);
  const nlohmann::json refused = row(ran, "value refused");
  for (const char* amount : {"a", "b", "change"}) {
    EXPECT_TRUE(refused.at(amount).is_string()) << "as money is everywhere";
  }
  const Ran bare = run("compare --json --bare-integers " + path("a.html") + ' ' + path("b.html"));
  EXPECT_LT(row(bare, "value refused").at("change"), 0);
  EXPECT_EQ(std::to_string(row(bare, "value refused").at("change").get<std::int64_t>()),
            refused.at("change").get<std::string>());
  EXPECT_NE(ran.out.find("\"missing: "), std::string::npos) << ran.out;
  const Ran table = run("compare " + path("a.html") + ' ' + path("b.html"));
  EXPECT_NE(table.out.find(" points\n"), std::string::npos) << table.out;
  EXPECT_EQ(table.out.find("not runs of the same orders"), std::string::npos) << table.out;
}

// What happened beside the orders makes runs unlike, wherever the file lay.
TEST_F(Compare, UpdatesThatDifferAreSaid) {
  std::string orders = "order,time,sku,quantity,price\n";
  for (int n = 0; n < 9; ++n) {
    orders += std::to_string(n) + ",2026-11-27 10:00:0" + std::to_string(n) + ",A,1,2.00\n";
  }
  write("orders.csv", orders);
  write("stock.csv", "sku,quantity\nA,50\n");
  write("one.csv", "time,type,order\n2026-11-27 10:05:00,payment,1\n");
  write("same.csv", "time,type,order\n2026-11-27 10:05:00,payment,1\n");
  write("other.csv", "time,type,order\n2026-11-27 10:05:00,payment,2\n");
  const auto rehearse = [this](const std::string& name, const std::string& updates) {
    const Ran ran = run("simulate --mode virtual --orders " + path("orders.csv") + " --stock " +
                        path("stock.csv") + updates + " --log " + path(name));
    EXPECT_EQ(ran.status, 0) << ran.err;
  };
  rehearse("run_one", " --updates " + path("one.csv"));
  rehearse("run_same", " --updates " + path("same.csv"));
  rehearse("run_other", " --updates " + path("other.csv"));
  rehearse("run_none", "");
  const auto unlike = [this](const std::string& a, const std::string& b) {
    const Ran ran = run("compare --json " + path(a) + ' ' + path(b));
    return nlohmann::json::parse(ran.out).at("unlike").get<std::string>();
  };
  const std::string said = "which payments, cancellations and deliveries came (--updates)";
  EXPECT_EQ(unlike("run_one", "run_same"), "");
  EXPECT_EQ(unlike("run_one", "run_other"), said);
  EXPECT_EQ(unlike("run_one", "run_none"), said);
}

// A list that goes on ends in how many more there are, not in the dots of the list and the
// sentence.
TEST_F(Compare, ListsEndInHowManyMore) {
  const std::string said = run("compare " + path("a.html") + ' ' + path("b.html")).out;
  EXPECT_EQ(said.find(".."), std::string::npos) << said;
  EXPECT_NE(said.find(" no longer run short:"), std::string::npos) << said;
  EXPECT_NE(said.find(" more"), std::string::npos) << said;
}

TEST_F(Compare, BeginsWithASentence) {
  const Ran ran = run("compare " + path("a.html") + ' ' + path("b.html"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(ran.out.starts_with("In B ")) << ran.out;
  EXPECT_NE(ran.out.find(" instead of "), std::string::npos) << ran.out;
  const nlohmann::json json =
      nlohmann::json::parse(run("compare --json " + path("a.html") + ' ' + path("b.html")).out);
  EXPECT_TRUE(json.at("says").get<std::string>().starts_with("In B "));
  EXPECT_FALSE(json.at("short_in_a_only").empty());
}

TEST_F(Compare, WritesBothAsOnePage) {
  for (const char* language : {"en", "zh"}) {
    const Ran ran = run("compare --json --lang " + std::string(language) + ' ' + path("a.html") +
                        ' ' + path("log_b") + " --report " + path("both.html"));
    ASSERT_EQ(ran.status, 0) << ran.err;
    const std::string page = file_text(path("both.html"));
    EXPECT_LT(page.size(), 5U << 20U);
    EXPECT_NE(page.find(language == std::string("en") ? "lang=\"en\"" : "lang=\"zh-CN\""),
              std::string::npos);
    for (const char* run : {"a", "b"}) {
      const auto summary = nlohmann::json::parse(file_text(path(std::string(run) + ".json")));
      EXPECT_NE(page.find(summary.at("digest").get<std::string>()), std::string::npos) << run;
    }
    EXPECT_EQ(page.find(std::filesystem::current_path().string() + '"'), std::string::npos);
  }
  // It is no run that could be compared in turn.
  const Ran again = run("compare " + path("a.html") + ' ' + path("both.html"));
  EXPECT_EQ(again.status, 2);
  EXPECT_NE(again.err.find("compares two runs"), std::string::npos) << again.err;
  const Ran less =
      run("compare " + path("a.html") + ' ' + path("b.json") + " --report " + path("none.html"));
  EXPECT_EQ(less.status, 2);
  EXPECT_NE(less.err.find("has too little for a page"), std::string::npos) << less.err;
  EXPECT_FALSE(std::filesystem::exists(path("none.html")));
  const Ran nowhere = run("compare " + path("a.html") + ' ' + path("b.html") + " --report " +
                          path("no/where.html"));
  EXPECT_EQ(nowhere.status, 1);
}

TEST_F(Compare, SummariesHaveLess) {
  const Ran ran = run("compare " + path("a.json") + ' ' + path("b.html"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("share promised at once"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("value refused"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("Compare two reports"), std::string::npos) << ran.out;
}

TEST_F(Compare, SaysWhatMakesItUnfair) {
  ASSERT_EQ(simulate("c", "--seed 2").status, 0);
  const Ran ran = run("compare " + path("a.html") + ' ' + path("c.html"));
  EXPECT_NE(ran.out.find("these differ: what they ask for, seed."), std::string::npos) << ran.out;
}

TEST_F(Compare, RefusesWhatIsNoRun) {
  write("torn.html", file_text(path("a.html")).substr(0, 9'000));
  for (const char* name : {"more.json", "nothing.html", "torn.html", "stdin"}) {
    const Ran ran = run("compare " + path("a.html") + ' ' + path(name));
    EXPECT_EQ(ran.status, 2) << name;
    EXPECT_EQ(ran.out, "") << name;
    EXPECT_NE(ran.err.find(path(name) + ": "), std::string::npos) << ran.err;
  }
}

TEST_F(Compare, AReportThatCannotBeWrittenIsSaidBeforeTheRun) {
  const Ran ran = run("simulate --mode virtual --report " + path("no/where.html"));
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("where.html: cannot be written"), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("virtual time"), std::string::npos) << ran.err;
}

TEST_F(Compare, AReportNamesItsCommand) {
  EXPECT_NE(file_text(path("a.html")).find("simulate --mode virtual --order-count 400 --json"),
            std::string::npos);
}

}  // namespace
}  // namespace allot
