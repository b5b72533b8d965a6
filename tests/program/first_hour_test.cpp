// The first hour with a shop's own files: an export and a stock list that no preset knows, and the
// mistakes that are made with them.
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

// A wine shop's: semicolons, decimal commas, German names of columns, codes that are no numbers,
// e-mail addresses, orders that begin with letters, one row a line.
constexpr const char* export_text =
    "Bestellnr.;Datum;Artikel;Menge;Einzelpreis;Kunde;Land;Status\n"
    "C-1001;27.11.2026 19:00:05;ROT-075/18;2;1.012,50;eva@example.com;DE;bezahlt\n"
    "C-1001;27.11.2026 19:00:05;WEISS 0,75;6;7,90;eva@example.com;DE;bezahlt\n"
    "A-1002;27.11.2026 19:03:00;ROT-075/18;3;1.012,50;max@example.com;AT;bezahlt\n"
    "A-1003;27.11.2026 20:10:00;ROT-075/18;1;1.012,50;ida@example.com;DE;storniert\n"
    "A-1004;27.11.2026 20:30:00;ROT-075/18;1;1.012,50;ida@example.com;DE;bezahlt\n";
constexpr const char* stock_text = "SKU;Lager;Bestand\nROT-075/18;Mainz;4\nWEISS 0,75;Mainz;60\n";

class FirstHour : public ProgramTest {
 protected:
  void SetUp() override {
    write("export.csv", export_text);
    write("stock.csv", stock_text);
  }
  Ran simulate(const std::string& orders, const std::string& more = {}) {
    return run("simulate --mode virtual --orders " + path(orders) + ' ' + more);
  }
};

TEST_F(FirstHour, AnExportThatNoPresetKnowsIsRehearsed) {
  const Ran ran = simulate("export.csv", "--json --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto input = nlohmann::json::parse(ran.out).at("input");
  EXPECT_EQ(input.at("rows"), 5) << ran.out;
  EXPECT_EQ(input.at("used"), 4) << ran.out;
  const Ran order = run("explain " + path("log/virtual_time") + " C-1001");
  EXPECT_NE(order.out.find("ROT-075/18, quantity 2, price 101250"), std::string::npos) << order.out;
}

// Where a log was asked for, it is known that it stays.
TEST_F(FirstHour, LogsThatNobodyAskedForAreSaidToStay) {
  std::filesystem::create_directories(path("t"));
  const std::string run_it = "simulate --mode virtual --orders " + path("export.csv");
  const Ran ran = run_after("TMPDIR=" + path("t") + " ", run_it);
  ASSERT_EQ(ran.status, 0) << ran.err;
  std::string made;
  for (const auto& entry : std::filesystem::directory_iterator(path("t"))) made = entry.path();
  ASSERT_NE(made, "");
  const std::string said = std::regex_replace(ran.out, std::regex("\n +"), " ");
  const std::size_t at = said.find("The logs stay in " + made + " (");
  ASSERT_NE(at, std::string::npos) << ran.out;
  EXPECT_NE(said.find(" MB) until you remove it; --log DIR keeps them elsewhere.\n", at),
            std::string::npos)
      << ran.out;
  EXPECT_EQ(run("verify " + made + "/virtual_time").status, 0);
  const Ran asked = run(run_it + " --log " + path("log"));
  EXPECT_EQ(asked.out.find("The logs stay"), std::string::npos) << asked.out;
  const Ran object = run_after("TMPDIR=" + path("t") + " ", run_it + " --json");
  EXPECT_TRUE(nlohmann::json::accept(object.out)) << object.out;
}

TEST_F(FirstHour, WhenNoRowIsLeftItSaysWhy) {
  write("export.csv",
        "Bestellnr.;Datum;Artikel;Menge\n"
        "1;27.11.2026 19:00;A;0\n2;27.11.2026 19:01;A;-5\n3;27.11.2026 19:02;;1\n");
  const Ran ran = simulate("export.csv");
  EXPECT_EQ(ran.status, 2) << ran.out;
  EXPECT_NE(ran.err.find("2 rows left out: non_positive_quantity (line 2, Menge '0')"),
            std::string::npos)
      << ran.err;
  EXPECT_NE(ran.err.find("1 row left out: sku_missing (line 4,"), std::string::npos) << ran.err;
}

TEST_F(FirstHour, NoFileThatIsReadIsWrittenOver) {
  for (const std::string& options :
       {"--report " + path("export.csv"), "--hgrm " + path("./export.csv"),
        "--stock " + path("stock.csv") + " --report " + path("stock.csv")}) {
    const Ran ran = simulate("export.csv", options);
    EXPECT_EQ(ran.status, 2) << options << ran.out;
    EXPECT_NE(ran.err.find(" would write over "), std::string::npos) << ran.err;
  }
  EXPECT_EQ(file_text(path("export.csv")), export_text);
  EXPECT_EQ(file_text(path("stock.csv")), stock_text);
}

TEST_F(FirstHour, TheStockListIsTheStock) {
  const Ran ran = simulate("export.csv", "--stock " + path("stock.csv") + " --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("Stock before these orders: 2 of 2 rows of\n  " + path("stock.csv")),
            std::string::npos)
      << ran.out;
  // Two of four, then three of two, then one of two.
  const Ran refused = run("explain " + path("log/virtual_time") + " A-1002");
  EXPECT_NE(refused.out.find("waiting for 1 of ROT-075/18"), std::string::npos) << refused.out;
  const Ran stock = run("stock --format csv " + path("log/virtual_time"));
  EXPECT_NE(stock.out.find("\"WEISS 0,75\",Mainz,"), std::string::npos) << stock.out;
}

// What the program chose is no fact of the file.
TEST_F(FirstHour, WhatWasAssumedIsToldBeforeWhatWasNoted) {
  write("bare.csv",
        "order,time,sku,country\n1,2026-11-27T10:00:00Z,A,DE\n2,2026-11-27T11:00:00Z,B,DE\n");
  const Ran ran = simulate("bare.csv", "--log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::size_t assumed = ran.out.find("Assumed, to be confirmed: each row counts as one unit");
  EXPECT_LT(assumed, ran.out.find("Note: ")) << ran.out;
  const Ran json = simulate("bare.csv", "--json");
  const auto notes = nlohmann::json::parse(json.out).at("input").at("notes");
  std::size_t flagged = 0;
  for (const auto& note : notes) {
    if (note.at("assumed") == true) ++flagged;
    EXPECT_EQ(note.at("assumed"), note.at("name") == "quantity_assumed") << note;
  }
  EXPECT_EQ(flagged, 1U) << json.out;
}

// Their columns of stock have names of their own, and those of orders are told as always.
TEST_F(FirstHour, AMapOfTheStockAloneIsEnough) {
  write("own.csv", "Teil;Halle;Da\nROT-075/18;Mainz;4\nWEISS 0,75;Mainz;60\n");
  write("stock.toml", "[stock]\nsku = \"Teil\"\nnode = \"Halle\"\nquantity = \"Da\"\n");
  const Ran ran = simulate(
      "export.csv", "--map " + path("stock.toml") + " --stock " + path("own.csv") + " --json");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto summary = nlohmann::json::parse(ran.out);
  EXPECT_EQ(summary.at("input").at("used"), 4);
  EXPECT_EQ(summary.at("files")[0].at("used"), 2);
}

// Last Friday, out of the file of a month: a day of the shop's own clock.
TEST_F(FirstHour, ADayOfAMonthIsRehearsedWithTheStockOfItsMorning) {
  write("month.csv",
        "order,time,sku,quantity,country\n"
        "1,2026-11-26T23:30:00+01:00,A,1,DE\n"
        "2,2026-11-27T00:30:00+01:00,A,2,DE\n"
        "3,2026-11-27T23:30:00+01:00,A,3,DE\n"
        "4,2026-11-28T00:30:00+01:00,A,4,DE\n");
  write("friday.csv", "sku,quantity\nA,3\n");
  write("news.csv",
        "time,type,order,sku,quantity\n"
        "2026-11-26T23:40:00+01:00,payment,1,,\n"
        "2026-11-28T00:10:00+01:00,payment,3,,\n"
        "2026-11-26T12:00:00+01:00,receipt,,A,100\n"
        "2026-11-27T12:00:00+01:00,receipt,,A,1\n");
  const std::string day = "--from 2026-11-27 --until 2026-11-28 --stock " + path("friday.csv") +
                          " --updates " + path("news.csv") + ' ';
  const Ran ran = simulate("month.csv", day + "--json --log " + path("friday"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto summary = nlohmann::json::parse(ran.out);
  EXPECT_EQ(summary.at("input").at("orders"), 2);
  EXPECT_EQ(summary.at("input").at("skipped").at("outside_window"), 2);
  EXPECT_EQ(summary.at("run").at("from"), "2026-11-27");
  EXPECT_EQ(summary.at("run").at("until"), "2026-11-28");
  for (const auto& file : summary.at("files")) {
    if (file.at("kind") != "updates") continue;
    EXPECT_EQ(file.at("skipped").at("outside_window"), 2) << file;
    EXPECT_EQ(file.at("used"), 2) << file;
  }
  const Ran told = simulate("month.csv", day + "--details");
  EXPECT_NE(told.out.find("from 2026-11-27 on, before 2026-11-28"), std::string::npos) << told.out;
  EXPECT_NE(told.out.find("what lies there at 2026-11-27"), std::string::npos) << told.out;
  // Nothing is changed but the stock: the day is the same.
  write("more.csv", "sku,quantity\nA,9\n");
  const Ran whatif = run("whatif " + path("friday") + " --json --stock " + path("more.csv"));
  ASSERT_EQ(whatif.status, 0) << whatif.err;
  EXPECT_EQ(nlohmann::json::parse(whatif.out).at("unlike"), "") << whatif.out;
}

TEST_F(FirstHour, AWindowWithoutAnOrderSaysWhenTheyWere) {
  const Ran ran = simulate("export.csv", "--from 2025-01-01 --until 2025-02-01");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("outside_window"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("2026-11-27T19:00:05Z"), std::string::npos) << ran.err;
  const Ran wrong = simulate("export.csv", "--from 27.11.");
  EXPECT_EQ(wrong.status, 2);
  EXPECT_NE(wrong.err.find("from '27.11.' is no time"), std::string::npos) << wrong.err;
  const Ran made_up = run("simulate --mode virtual --from 2026-11-27");
  EXPECT_EQ(made_up.status, 2);
  EXPECT_NE(made_up.err.find("--from and --until are for a file of orders"), std::string::npos)
      << made_up.err;
}

// What is in a file, and what to do about it.
TEST_F(FirstHour, AFileThatIsNotReadIsToldForWhatItIs) {
  struct Row {
    std::string bytes;
    std::string said;
  };
  for (const Row& row : {Row{"PK\x03\x04sheet", "this is a ZIP archive, as Excel's"},
                         Row{"PAR1\x15\x04", "this is a Parquet file"},
                         Row{"Bestellnr.;Datum;Artikel;Menge\n", "has a header and no rows"},
                         Row{"", "the file is empty"}}) {
    write("other", row.bytes);
    const Ran ran = simulate("other");
    EXPECT_NE(ran.status, 0) << row.said;
    EXPECT_NE(ran.err.find(row.said), std::string::npos) << row.said << ": " << ran.err;
  }
}

// "Order type" is called like an order and is none: the file had two orders, by that.
TEST_F(FirstHour, AnOrderTypeIsNoNumberOfAnOrder) {
  std::string text = "Ref,Order type,Date,Item code,Qty,Price\n";
  for (int row = 0; row < 200; ++row) {
    text += "R" + std::to_string(1'000 + row / 2) + (row % 4 < 2 ? ",web" : ",shop") +
            ",2026-11-27 10:" + std::to_string(10 + row / 5) + ",S" + std::to_string(row * 7 % 23) +
            ",1,2.50\n";
  }
  write("ref.csv", text);
  const Ran ran = simulate("ref.csv", "--json --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto input = nlohmann::json::parse(ran.out).at("input");
  EXPECT_EQ(input.at("orders"), 100);
  EXPECT_NE(input.at("notes").dump().find("'Ref' is taken for the number of the order"),
            std::string::npos)
      << input.at("notes").dump();
}

TEST_F(FirstHour, AQuantityWithGapsIsReadAndItsGapsAreTold) {
  std::string text = "order,time,sku,quantity,price\n";
  for (int row = 0; row < 60; ++row) {
    text += "A" + std::to_string(row) + ",2026-11-27 10:" + std::to_string(row % 50 + 10) + ",S," +
            (row % 6 == 0 ? "n/a" : "2") + ",1.50\n";
  }
  write("gaps.csv", text);
  const Ran ran = simulate("gaps.csv", "--details --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("Orders: 50 from"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("10 rows left out: quantity_unreadable (line 2, quantity 'n/a')"),
            std::string::npos)
      << ran.out;
  EXPECT_EQ(ran.out.find("one unit"), std::string::npos) << ran.out;
}

// One text of a time, and one of a duration, wherever they are written.
TEST_F(FirstHour, TimesWithOffsetsAreReadEverywhere) {
  const std::string instant = "2026-11-27T19:30:00+01:00";
  const Ran lines =
      run("apply --journal " + path("log") + " --limits max_step_ns=7d",
          "{\"zone\":{\"code\":\"Z\"},\"time\":\"" + instant +
              "\"}\n{\"channel\":{\"code\":\"web\",\"hold_ttl_ns\":\"15m\",\"review_ttl_ns\":"
              "\"24h\"}}\n");
  EXPECT_EQ(lines.status, 0) << lines.err;
  const Ran before = run("events --to 2026-11-27T19:29:59+01:00 " + path("log"));
  const Ran then = run("events --json --to " + instant + ' ' + path("log"));
  EXPECT_EQ(before.out, "");
  EXPECT_NE(before.err.find(": the log begins later than --to"), std::string::npos) << before.err;
  EXPECT_NE(then.out.find("\"time\":\"2026-11-27T18:30:00Z\""), std::string::npos) << then.out;
  write("orders.csv", "order,time,sku,quantity\n1," + instant + ",A,1\n");
  const Ran file = simulate("orders.csv", "--log " + path("file"));
  EXPECT_EQ(file.status, 0) << file.err;
  EXPECT_NE(run("events --json " + path("file/virtual_time")).out.find("2026-11-27T18:30:00"),
            std::string::npos);
}

TEST_F(FirstHour, AMistypedFieldIsNamedWithTheOneThatWasMeant) {
  const Ran ran = run("apply", "{\"sku\":{\"cod\":\"A\"}}\n");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("did you mean code?"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace allot
