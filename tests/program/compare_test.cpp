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
  EXPECT_LT(row(ran, "value refused").at("change"), 0);
  EXPECT_NE(ran.out.find("\"missing: "), std::string::npos) << ran.out;
  const Ran table = run("compare " + path("a.html") + ' ' + path("b.html"));
  EXPECT_NE(table.out.find(" points\n"), std::string::npos) << table.out;
  EXPECT_EQ(table.out.find("not runs of the same orders"), std::string::npos) << table.out;
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
  EXPECT_NE(ran.out.find("these differ: seed."), std::string::npos) << ran.out;
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
