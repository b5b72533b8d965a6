// Until when a lot is sold, by the days and months that lists of stock have.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "files/shop_files.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {
namespace {

class Expiries : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_expiry_" + std::to_string(::getpid()) + ".csv";
  }
  void TearDown() override { ::unlink(path_.c_str()); }

  Result<StockFile> read(const std::vector<std::string>& expiries, const TimeForms& times = {}) {
    std::ofstream file(path_, std::ios::binary);
    file << "sku;quantity;expiry\n";
    for (const std::string& text : expiries) file << "A;1;" << text << '\n';
    file.close();
    return read_stock(path_, lots_, '\0', {}, times);
  }
  // Until when each row is sold, in UTC.
  std::vector<std::string> ends(const std::vector<std::string>& expiries,
                                const TimeForms& times = {}) {
    const auto stock = read(expiries, times);
    if (!stock.ok()) return {stock.status().message()};
    std::vector<std::string> all;
    for (const StockRow& row : stock.value().rows) {
      all.push_back(row.expires_at == 0 ? "never" : json::time_text(row.expires_at));
    }
    return all;
  }
  static const FileNote* note_of(const Result<StockFile>& stock, std::string_view name) {
    const auto& notes = stock.value().account.rows.notes();
    const auto found = std::ranges::find(notes, name, &FileNote::name);
    return found == notes.end() ? nullptr : &*found;
  }

  std::string path_;
  LotNumbers lots_;
};

using Texts = std::vector<std::string>;

TEST_F(Expiries, a_day_is_sold_to_its_end_in_whatever_form_it_stands) {
  for (const char* day :
       {"2026-12-31", "31.12.2026", "2026/12/31", "31/12/2026", "12/31/2026", "31-12-2026",
        "31.12.26", "31/12/26", "12/31/26", "20261231", "31 Dec 2026", "31-Dec-2026", "31-Dec-26",
        "Dec 31, 2026", "2026.12.31", "2026年12月31日"}) {
    EXPECT_EQ(ends({day}), Texts{"2027-01-01T00:00:00Z"}) << day;
  }
}

TEST_F(Expiries, a_month_is_sold_to_its_end) {
  for (const char* month : {"12/2026", "2026-12", "12.2026", "12-2026", "2026/12", "12/26",
                            "Dec 2026", "Dec-26", "2026年12月"}) {
    EXPECT_EQ(ends({month}), Texts{"2027-01-01T00:00:00Z"}) << month;
  }
  EXPECT_EQ(ends({"02/2028", "2028-02-29", "02/2027"}),
            (Texts{"2028-03-01T00:00:00Z", "2028-03-01T00:00:00Z", "2027-03-01T00:00:00Z"}));
}

TEST_F(Expiries, days_end_by_the_clock_of_the_shop) {
  const TimeForms berlin{"Europe/Berlin", {}};
  EXPECT_EQ(ends({"2026-12-31", "12/2026", "2027-06-30", "2027-03-27", "2027-03-28"}, berlin),
            (Texts{"2026-12-31T23:00:00Z", "2026-12-31T23:00:00Z", "2027-06-30T22:00:00Z",
                   "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z"}))
      << "the last of them has 23 hours";
}

TEST_F(Expiries, a_moment_is_that_moment) {
  EXPECT_EQ(ends({"2026-12-31T18:00:00Z", "2026-12-31 18:00", "2026-12-31T18:00+02:00"}),
            (Texts{"2026-12-31T18:00:00Z", "2026-12-31T18:00:00Z", "2026-12-31T16:00:00Z"}));
  const auto stock = read({"2026-12-31 00:00:00.000", "31.12.2026 00:00", "31.12.2026 10:00"});
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  EXPECT_EQ(json::time_text(stock.value().rows.at(1).expires_at), "2026-12-31T00:00:00Z");
  const FileNote* note = note_of(stock, "expiry_midnight");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->count, 2U);
  EXPECT_EQ(note->line, 2U);
}

TEST_F(Expiries, forms_of_the_orders_come_first_with_and_without_their_time_of_day) {
  EXPECT_EQ(ends({"05/06/2027"}, {"", {"%m/%d/%Y %H:%M"}}), Texts{"2027-05-07T00:00:00Z"});
  EXPECT_EQ(ends({"05/06/2027"}, {"", {"%d/%m/%Y"}}), Texts{"2027-06-06T00:00:00Z"});
  EXPECT_EQ(ends({"05-06-27", "05/06/27"}, {"", {"%m/%d/%Y %H:%M"}}),
            (Texts{"2027-05-07T00:00:00Z"}))
      << "dashes with years of two digits are no form";
  EXPECT_EQ(ends({"2027|06|05"}, {"", {"%Y|%m|%d"}}), Texts{"2027-06-06T00:00:00Z"});
  EXPECT_EQ(ends({"2027|06"}, {"", {"%Y|%m"}}), Texts{"2027-07-01T00:00:00Z"});
  EXPECT_EQ(ends({"20261231"}, {"", {"unix"}}), Texts{"2027-01-01T00:00:00Z"});
  EXPECT_EQ(ends({"1798675200"}, {"", {"unix"}}), Texts{"2026-12-31T00:00:00Z"});
  const auto other = read({"05/06/2027", "31/12/2026"}, {"", {"%m/%d/%Y %H:%M"}});
  ASSERT_TRUE(other.ok());
  EXPECT_EQ(other.value().account.rows.rows_of("expiry_unreadable"), 1U)
      << "what the map says holds for all rows";
}

TEST_F(Expiries, one_row_that_has_one_reading_tells_of_all) {
  EXPECT_EQ(ends({"05/06/2027", "31/12/2026", "07/08/2027"}),
            (Texts{"2027-06-06T00:00:00Z", "2027-01-01T00:00:00Z", "2027-08-08T00:00:00Z"}));
  EXPECT_EQ(ends({"05/06/2027", "07/08/2027", "12/31/2026"}),
            (Texts{"2027-05-07T00:00:00Z", "2027-07-09T00:00:00Z", "2027-01-01T00:00:00Z"}));
  EXPECT_EQ(note_of(read({"05/06/2027", "12/31/2026"}), "expiry_ambiguous"), nullptr);
}

TEST_F(Expiries, where_nothing_tells_both_readings_are_named_to_be_confirmed) {
  const auto stock = read({"06/06/2027", "05/06/2027", "07/08/2027", ""});
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  EXPECT_EQ(json::time_text(stock.value().rows.at(1).expires_at), "2027-06-06T00:00:00Z");
  const FileNote* note = note_of(stock, "expiry_ambiguous");
  ASSERT_NE(note, nullptr);
  EXPECT_TRUE(note->assumed);
  EXPECT_EQ(note->text,
            "2 expiries can be read in two ways, as '05/06/2027' in line 3 by day and month is "
            "2027-06-05, by month and day 2027-05-06; the day is taken to come first; "
            "time_formats = [\"%m/%d/%Y\"] in the map of the orders says otherwise");
  const auto one = read({"05/06/2027"});
  ASSERT_NE(note_of(one, "expiry_ambiguous"), nullptr);
  EXPECT_TRUE(note_of(one, "expiry_ambiguous")
                  ->text.starts_with("1 expiry can be read in two ways, as '05/06/2027' in line 2"))
      << note_of(one, "expiry_ambiguous")->text;
  // Rows that contradict each other tell nothing.
  const auto both = read({"05/06/2027", "31/12/2026", "12/30/2026"});
  ASSERT_NE(note_of(both, "expiry_ambiguous"), nullptr);
  EXPECT_EQ(note_of(read({"06/06/2027"}), "expiry_ambiguous"), nullptr) << "one day either way";
}

TEST_F(Expiries, what_programs_write_for_never_is_never) {
  const auto stock =
      read({"9999-12-31", "31.12.9999", "0000-00-00", "00.00.0000", "12/31/9999", ""});
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  ASSERT_EQ(stock.value().rows.size(), 6U);
  for (const StockRow& row : stock.value().rows) EXPECT_EQ(row.expires_at, 0);
  ASSERT_NE(note_of(stock, "expiry_never"), nullptr);
  EXPECT_EQ(note_of(stock, "expiry_never")->count, 5U);
  EXPECT_EQ(ends({"2199-12-31"}), Texts{"2200-01-01T00:00:00Z"});
}

TEST_F(Expiries, what_is_no_day_is_told_with_what_is_expected) {
  for (const char* text :
       {"soon", "31.02.2027", "13/2026", "1969-12-31", "2300-01-01", "45/45/2026", "7", "12"}) {
    const std::string said = read({text}).status().message();
    EXPECT_NE(
        said.find("1 row left out: expiry_unreadable (line 2, expiry '" + std::string(text) + "')"),
        std::string::npos)
        << said;
    EXPECT_NE(said.find("a day such as 2026-12-24 or 24.12.2026, a month such as 12/2026"),
              std::string::npos)
        << said;
  }
}

TEST_F(Expiries, rows_that_are_left_out_for_something_else_change_no_other) {
  std::ofstream(path_, std::ios::binary)
      << "sku;quantity;safety;expiry\nA;1;x;05/06/2027\nB;1;;31.12.2026\nC;1;;12/31/2026\n";
  const auto stock = read_stock(path_, lots_);
  ASSERT_TRUE(stock.ok());
  ASSERT_EQ(stock.value().rows.size(), 2U);
  EXPECT_EQ(json::time_text(stock.value().rows[0].expires_at), "2027-01-01T00:00:00Z");
}

TEST_F(Expiries, every_node_of_a_row_has_its_end) {
  std::ofstream(path_, std::ios::binary)
      << "sku;North;South;expiry\nA;1;2;05/06/2027\nB;3;4;12/31/2026\n";
  StockColumns called;
  called.nodes = {"North", "South"};
  const auto stock = read_stock(path_, lots_, '\0', called);
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  ASSERT_EQ(stock.value().rows.size(), 4U);
  EXPECT_EQ(json::time_text(stock.value().rows[0].expires_at), "2027-05-07T00:00:00Z");
  EXPECT_EQ(json::time_text(stock.value().rows[1].expires_at), "2027-05-07T00:00:00Z");
}

}  // namespace
}  // namespace allot::files
