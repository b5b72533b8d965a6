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

// One command, and no map: the report has the figures that it has by the drafted map.
class ShopAlone : public ShopDraft {};

TEST_P(ShopAlone, GivesTheReportOfItsDraft) {
  const std::string files = shop("orders") + " --stock " + shop("stock");
  const std::string command = "simulate --json --mode virtual --orders " + files + " --log ";
  const Ran alone = run(command + path("alone"));
  ASSERT_EQ(alone.status, 0) << alone.err;
  write("shop.toml", run("map " + files).out);
  const Ran mapped = run(command + path("mapped") + " --map " + path("shop.toml"));
  ASSERT_EQ(mapped.status, 0) << mapped.err;
  const auto one = nlohmann::json::parse(alone.out);
  const auto other = nlohmann::json::parse(mapped.out);
  for (const char* figures : {"orders", "units", "reasons"}) {
    EXPECT_EQ(one.at(figures), other.at(figures)) << figures;
  }
  for (const char* read : {"rows", "used", "skipped"}) {
    EXPECT_EQ(one.at("input").at(read), other.at("input").at(read)) << read;
    EXPECT_EQ(one.at("files").at(0).at(read), other.at("files").at(0).at(read)) << read;
  }
  EXPECT_EQ(one.at("input").at("map"), "guessed from its columns");
}

INSTANTIATE_TEST_SUITE_P(Languages, ShopAlone,
                         testing::Values("greek", "polish", "turkish", "japanese", "portuguese",
                                         "arabic", "finnish", "refunded", "korean", "ukrainian",
                                         "hungarian", "brazilian"));

class ShopWithoutMap : public ProgramTest {
 protected:
  static std::string shop(const std::string& which) {
    return examples_directory() + "/../tests/files/cases/shops/brazilian_" + which + ".csv";
  }
};

// Title rows above the header, a code that no table knows, a state beside two statuses, and what
// an order says on its first row alone.
TEST_F(ShopWithoutMap, TellsWhatItAssumes) {
  const Ran ran = run("simulate --json --mode virtual --orders " + shop("orders") + " --stock " +
                      shop("stock") + " --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto report = nlohmann::json::parse(ran.out);
  const auto assumed = [](const nlohmann::json& file, const std::string& name) {
    for (const auto& note : file.at("notes")) {
      if (note.at("name") == name && note.at("assumed") == true) {
        return note.at("text").get<std::string>();
      }
    }
    return std::string("none");
  };
  const auto& input = report.at("input");
  const auto& stock = report.at("files").at(0);
  EXPECT_NE(assumed(stock, "stock_columns_told").find("sku 'Código (SKU)'"), std::string::npos)
      << stock.at("notes").dump(1);
  EXPECT_NE(assumed(input, "status_by_texts").find("'Estado' is called like one"),
            std::string::npos)
      << input.at("notes").dump(1);
  EXPECT_NE(assumed(input, "status_beside")
                .find("status = [\"Status do Pedido\", \"Status do Pagamento\"]"),
            std::string::npos)
      << input.at("notes").dump(1);
  EXPECT_EQ(input.at("skipped").at("cancelled"), 2) << "the cancelled order's two rows";
  EXPECT_EQ(input.at("notes").dump().find("\"currencies\""), std::string::npos)
      << "an order whose first row is left out has its currency, too";
}

TEST_F(ShopWithoutMap, AsksWhetherItsFilesAreSwapped) {
  const Ran ran = run("simulate --mode virtual --orders " + shop("stock") + " --stock " +
                      shop("orders") + " --log " + path("log"));
  EXPECT_EQ(ran.status, 2) << ran.out;
  EXPECT_NE(ran.err.find("are they swapped?"), std::string::npos) << ran.err;
}

TEST_F(ShopWithoutMap, SaysWhatWasFoundWhereItIsNotEnough) {
  write("o.csv",
        "order,date,sku,quantity\nA-1,2026-11-27 10:00,X-1,2\n"
        "A-2,2026-11-27 10:05,X-2,1\n");
  write("s.csv", "Koodi;Nimi\nX-1;Muki\nX-2;Kannu\n");
  const Ran ran = run("simulate --mode virtual --orders " + path("o.csv") + " --stock " +
                      path("s.csv") + " --log " + path("log"));
  EXPECT_EQ(ran.status, 2) << ran.out;
  EXPECT_NE(
      ran.err.find("> shop.toml writes what was found: order 'order', time 'date', sku 'sku'"),
      std::string::npos)
      << ran.err;
  EXPECT_NE(ran.err.find("of the stock: sku 'Koodi'"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace allot
