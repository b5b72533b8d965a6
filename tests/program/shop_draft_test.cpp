// Orders and stock of shops whose columns no table knows: README's way from two files to a report.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "run_program.hpp"

namespace allot {
namespace {

class ShopDraft : public ProgramTest, public testing::WithParamInterface<const char*> {
 protected:
  static std::string shop(const std::string& which) {
    return examples_directory() + "/../tests/files/cases/shops/" + GetParam() + "_" + which +
           ".csv";
  }
};

TEST_P(ShopDraft, GivesAReportWithoutMending) {
  const std::string files = shop("orders") + " --stock " + shop("stock");
  const Ran drafted = run("map " + files);
  ASSERT_EQ(drafted.status, 0) << drafted.err << drafted.out;
  write("shop.toml", drafted.out);
  const Ran ran =
      run("simulate --json --mode virtual --orders " + files + " --map " + path("shop.toml") +
          " --report " + path("shop.html") + " --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err << drafted.out;
  const auto report = nlohmann::json::parse(ran.out);
  EXPECT_EQ(report.at("input").at("source"), shop("orders"));
  for (const auto& left : report.at("input").at("left_out")) {
    const std::string reason = left.at("reason");
    EXPECT_TRUE(reason == "cancelled" || reason == "returned" || reason == "refunded")
        << reason << "\n"
        << drafted.out;
  }
  for (const auto& note : report.at("files").at(0).at("notes")) {
    EXPECT_NE(note.at("name"), "unordered") << drafted.out;
    EXPECT_NE(note.at("name"), "unstocked") << drafted.out;
  }
  EXPECT_NE(file_text(path("shop.html")).find("</html>"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Languages, ShopDraft,
                         testing::Values("greek", "polish", "turkish", "japanese", "portuguese",
                                         "arabic", "finnish", "refunded", "korean", "ukrainian"));

}  // namespace
}  // namespace allot
