// Times as exports of shops write them: what reads them, what a guess makes of them, and what is
// said where nothing does.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "files/guesses.hpp"
#include "files/map_guess.hpp"
#include "files/order_loader.hpp"
#include "files/text_bytes.hpp"
#include "files/time_forms.hpp"
#include "files/time_writing.hpp"
#include "files/times.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {
namespace {

std::string read_as(const std::string& form, std::string_view text, const std::string& zone = {}) {
  Result<TimeReader> reader = TimeReader::make(zone, {form});
  const auto time = reader.value().read(text);
  return time ? json::time_text(*time) : "none";
}

TEST(TimeForms, names_of_months_halves_of_the_day_and_offsets_are_read) {
  EXPECT_EQ(read_as("%d-%b-%y %H:%M", "03-Nov-26 14:02"), "2026-11-03T14:02:00Z");
  EXPECT_EQ(read_as("%b %d, %Y %I:%M %p", "November 27, 2026 12:05 am"), "2026-11-27T00:05:00Z");
  for (const char* offset : {"+0100", "+01:00", "+01", " +0100"}) {
    EXPECT_EQ(read_as("%d.%m.%Y %H:%M %z", std::string("27.11.2026 10:00") + offset),
              "2026-11-27T09:00:00Z")
        << offset;
  }
  EXPECT_EQ(read_as("%d.%m.%Y %H:%M%z", "27.11.2026 10:00Z", "Europe/Paris"),
            "2026-11-27T10:00:00Z");
  EXPECT_EQ(read_as("%b %d, %Y %I:%M:%S %p %z", "Nov 27, 2026 10:00:00 AM PST"),
            "2026-11-27T18:00:00Z");
  EXPECT_EQ(read_as("%d.%m.%Y %H:%M:%S", "27.11.2026 10:00:00.123"), "2026-11-27T10:00:00.123Z");
  EXPECT_EQ(read_as("%d.%m.%Y %H:%M %z", "27.11.2026 10:00 XYZ"), "none");
}

// A day that somebody types, in each form that files have.
TEST(TimeForms, days_are_told_from_any_form_and_both_where_there_are_two) {
  using Days = std::vector<std::string>;
  for (const char* text : {"2026-11-27", "27.11.2026", "27/11/2026", "11/27/2026", "2026/11/27",
                           "2026.11.27", "27-11-2026", "27 November 2026", "Nov 27, 2026",
                           "20261127", "2026年11月27日", "11/27/26"}) {
    EXPECT_EQ(days_named(text), Days{"2026-11-27"}) << text;
  }
  EXPECT_EQ(days_named("05/11/2026"), (Days{"2026-11-05", "2026-05-11"}));
  EXPECT_EQ(days_named("05.11.2026"), Days{"2026-11-05"});
  for (const char* text : {"", "friday", "2026-02-30", "31.11.2026", "2026-11-27T10:00:00Z",
                           "27.11.2026 10:00", "1732700000"}) {
    EXPECT_EQ(days_named(text), Days{}) << text;
  }
}

TEST(TimeForms, months_have_the_names_of_the_shop_s_language) {
  for (const char* text : {"27 novembre 2026 10:00", "27 de noviembre de 2026 10:00",
                           "27 Novembro 2026 10:00", "27 listopada 2026 10:00", "27 lis 2026 10:00",
                           "27 Kasım 2026 10:00", "27 kas 2026 10:00", "27 november 2026 10:00"}) {
    EXPECT_EQ(read_as("%d %b %Y %H:%M", text), "2026-11-27T10:00:00Z") << text;
  }
  // German, Italian, Dutch, Polish, Portuguese, Swedish, Turkish, French, Spanish.
  constexpr std::array months{
      "Januar gennaio januari stycznia janeiro januari Ocak janvier enero",
      "Februar febbraio februari lutego fevereiro februari Şubat février febrero",
      "März marzo maart marca março mars Mart mars marzo",
      "April aprile april kwietnia abril april Nisan avril abril",
      "Mai maggio mei maja maio maj Mayıs mai mayo",
      "Juni giugno juni czerwca junho juni Haziran juin junio",
      "Juli luglio juli lipca julho juli Temmuz juillet julio",
      "August agosto augustus sierpnia agosto augusti Ağustos août agosto",
      "September settembre september września setembro september Eylül septembre septiembre",
      "Oktober ottobre oktober października outubro oktober Ekim octobre octubre",
      "November novembre november listopada novembro november Kasım novembre noviembre",
      "Dezember dicembre december grudnia dezembro december Aralık décembre diciembre"};
  for (std::size_t month = 0; month < months.size(); ++month) {
    std::istringstream names(months[month]);
    const std::string wanted =
        "2026-" + std::string(month < 9 ? "0" : "") + std::to_string(month + 1);
    for (std::string name; names >> name;) {
      EXPECT_EQ(read_as("%d %b %Y", "05 " + name + " 2026"), wanted + "-05T00:00:00Z") << name;
      EXPECT_EQ(time_form_of("5 " + name + " 2026, 10:00"), "%d %b %Y, %H:%M") << name;
    }
  }
  EXPECT_EQ(read_as("%d %b %Y", "27 smarch 2026"), "none");
  EXPECT_EQ(read_as("%d %b %Y", "27 de 2026"), "none");
}

TEST(TimeForms, digits_without_signs_between_them_are_read) {
  EXPECT_EQ(read_as("%Y%m%d%H%M%S", "20261127100005"), "2026-11-27T10:00:05Z");
  EXPECT_EQ(read_as("%Y%m%d%H%M", "202611271000"), "2026-11-27T10:00:00Z");
  EXPECT_EQ(read_as("%Y%m%d%H%M%S", "20261327100005"), "none");
}

// 25569 is the first day of 1970.
TEST(TimeForms, days_of_spreadsheets_are_read_to_the_millisecond) {
  const auto read = [](std::string_view text) { return read_as("spreadsheet", text); };
  EXPECT_EQ(read("25569"), "1970-01-01T00:00:00Z");
  EXPECT_EQ(read("46000.5"), "2025-12-09T12:00:00Z");
  EXPECT_EQ(read("46000,5"), "2025-12-09T12:00:00Z");
  EXPECT_EQ(read("46353.416666666664"), "2026-11-27T10:00:00Z");
  EXPECT_EQ(read("46353.99999999999"), "2026-11-28T00:00:00Z");
  EXPECT_EQ(read_as("spreadsheet", "46353.5", "Europe/Paris"), "2026-11-27T11:00:00Z");
  for (const char* bad :
       {"46000.", "4600", "25568", "99999", "460001", "4.6e4", "46000.5.5", "-1"}) {
    EXPECT_EQ(read(bad), "none") << bad;
  }
}

TEST(TimeForms, the_clock_that_a_form_with_an_offset_shows_is_known) {
  Result<TimeReader> reader = TimeReader::make("", {"%d.%m.%Y %H:%M %z"});
  ASSERT_TRUE(reader.value().read("27.11.2026 00:00 -05:30"));
  EXPECT_EQ(reader.value().last_offset(), -19'800);
  EXPECT_TRUE(reader.value().only_days());
  EXPECT_EQ(reader.value().without_offset(), 0U);
}

// An export of two orders, whose second comes a day after the first.
std::string file_of(const std::string& first, const std::string& second,
                    const std::string& column = "Order Date") {
  return "Order;" + column + ";SKU;Quantity\nA-1;" + first + ";X;1\nA-2;" + second + ";Y;2\n";
}

std::string first_time_of(const std::string& text) {
  const MapGuess guess = guess_of(text);
  if (!guess.missing().empty()) return "missing: " + guess.missing();
  const auto loaded = load_orders(source_of(text), guess.map);
  if (!loaded.ok()) return loaded.status().message();
  if (loaded.value().book.orders.size() != 2) return "not all are read";
  return json::time_text(loaded.value().book.orders[0].time);
}

const MapGuess::Doubt* doubt_of(const MapGuess& guess, std::string_view name) {
  const auto found = std::ranges::find(guess.doubts, name, &MapGuess::Doubt::name);
  return found == guess.doubts.end() ? nullptr : &*found;
}

TEST(GuessOfTimes, forms_that_say_one_thing_need_no_map) {
  struct Case {
    const char *first, *second, *expected;
  };
  const std::array<Case, 16> cases{
      {{"03-Nov-26 14:02", "04-Nov-26 14:02", "2026-11-03T14:02:00Z"},
       {"03-Nov-2026", "04-Nov-2026", "2026-11-03T00:00:00Z"},
       {"Nov-03-26", "Nov-04-26", "2026-11-03T00:00:00Z"},
       {"20261127100000", "20261128100000", "2026-11-27T10:00:00Z"},
       {"2026年11月27日 10:00", "2026年11月28日 10:00", "2026-11-27T10:00:00Z"},
       {"2026年11月27日", "2026年11月28日", "2026-11-27T00:00:00Z"},
       {"Fri Nov 27 2026 10:00:00 GMT+0100 (Central European Standard Time)",
        "Sat Nov 28 2026 10:00:00 GMT+0100 (Central European Standard Time)",
        "2026-11-27T09:00:00Z"},
       {"Fri, 27 Nov 2026 10:00:00 +0100", "Sat, 28 Nov 2026 10:00:00 +0100",
        "2026-11-27T09:00:00Z"},
       {"Fri, 27 Nov 2026 10:00:00 GMT", "Sat, 28 Nov 2026 10:00:00 GMT", "2026-11-27T10:00:00Z"},
       {"Nov 27, 2026 10:00 AM", "Nov 28, 2026 10:00 AM", "2026-11-27T10:00:00Z"},
       {"27 nov. 2026", "28 nov. 2026", "2026-11-27T00:00:00Z"},
       {"27. November 2026 10:00", "28. November 2026 10:00", "2026-11-27T10:00:00Z"},
       {"11/27/2026, 10:00:00 AM", "11/28/2026, 10:00:00 AM", "2026-11-27T10:00:00Z"},
       {"27.11.2026, 10:00:00", "28.11.2026, 10:00:00", "2026-11-27T10:00:00Z"},
       {"27/11/2026 10:00:00 +0100", "28/11/2026 10:00:00 +0100", "2026-11-27T09:00:00Z"},
       {"Nov 27, 2026 10:00:00 AM PST", "Nov 28, 2026 10:00:00 AM PST", "2026-11-27T18:00:00Z"}}};
  for (const Case& one : cases) {
    const std::string text = file_of(one.first, one.second);
    EXPECT_EQ(first_time_of(text), one.expected) << one.first;
    EXPECT_EQ(doubt_of(guess_of(text), times_ambiguous), nullptr) << one.first;
    EXPECT_EQ(doubt_of(guess_of(text), times_of_numbers), nullptr) << one.first;
  }
}

// Numbers are times because their column is called so, which somebody has to confirm.
TEST(GuessOfTimes, numbers_are_times_where_their_column_is_called_so) {
  struct Case {
    const char *first, *second, *form, *expected;
  };
  const std::array<Case, 5> cases{
      {{"46000.5", "46001.5", "spreadsheet", "2025-12-09T12:00:00Z"},
       {"46000", "46001", "spreadsheet", "2025-12-09T00:00:00Z"},
       {"46000,5", "46001,5", "spreadsheet", "2025-12-09T12:00:00Z"},
       {"1795804200", "1795890600", "unix", "2026-11-27T18:30:00Z"},
       {"1795804200000", "1795890600000", "unix_ms", "2026-11-27T18:30:00Z"}}};
  for (const Case& one : cases) {
    const std::string text = file_of(one.first, one.second);
    EXPECT_EQ(first_time_of(text), one.expected) << one.first;
    const MapGuess guess = guess_of(text);
    EXPECT_EQ(guess.map.time_formats, std::vector<std::string>{one.form});
    const MapGuess::Doubt* doubt = doubt_of(guess, times_of_numbers);
    ASSERT_NE(doubt, nullptr) << one.first;
    EXPECT_TRUE(doubt->assumed);
    EXPECT_NE(doubt->text.find(std::string("time_formats = [\"") + one.form + "\"]"),
              std::string::npos)
        << doubt->text;
    EXPECT_NE(doubt->text.find(one.expected), std::string::npos) << doubt->text;
    EXPECT_FALSE(guess_of(file_of(one.first, one.second, "Margin")).map.of(Role::time).given())
        << one.first;
  }
  EXPECT_FALSE(guess_of(file_of("120", "99999", "Time")).map.of(Role::time).given());
  EXPECT_FALSE(guess_of(file_of("30000", "30001", "Date")).map.of(Role::time).given()) << "1982";
}

class UnreadTimes : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_unread_" + std::to_string(::getpid()) + ".csv";
  }
  void TearDown() override { ::unlink(path_.c_str()); }
  std::string fault_of(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    const Result<OrderFile> file = read_order_file(path_, "", {});
    return file.ok() ? "it is read" : file.status().message();
  }

 private:
  std::string path_;
};

TEST_F(UnreadTimes, are_shown_with_their_row_and_the_line_of_a_map_that_reads_them) {
  std::string fault = fault_of(file_of("26-11-27 10:00", "26-11-28 10:00"));
  EXPECT_NE(fault.find("'Order Date' is called like a time"), std::string::npos) << fault;
  EXPECT_NE(fault.find("'26-11-27 10:00' (line 2)"), std::string::npos) << fault;
  EXPECT_NE(fault.find("time_formats = [\"%y-%m-%d %H:%M\"]"), std::string::npos) << fault;
  fault = fault_of(file_of("27.11.2026", "11/28/2026"));
  EXPECT_NE(fault.find("time_formats = [\"%d.%m.%Y\", \"%m/%d/%Y\"]"), std::string::npos) << fault;
  fault = fault_of(file_of("27.11.2026", "28 joulukuuta 2026"));
  EXPECT_NE(fault.find("reads '28 joulukuuta 2026' (line 3)"), std::string::npos) << fault;
  EXPECT_NE(fault.find("names in English, German, French"), std::string::npos) << fault;
}

TEST(DraftOfTimes, a_column_that_is_called_like_a_time_is_offered) {
  const std::string text = file_of("26-11-27 10:00", "26-11-28 10:00");
  const auto source = TextSource::open(source_of(text), {});
  const auto told = tell_map(*source.value(), {});
  const std::string draft = map_text(told.value().guess, told.value().look);
  EXPECT_NE(draft.find("# time = \"Order Date\""), std::string::npos) << draft;
  EXPECT_NE(draft.find("# Look at this: 'Order Date' is called like a time"), std::string::npos)
      << draft;
}

// Each form of the table reads what it writes, so that none stands there in vain.
TEST(TimeForms, no_form_of_the_table_is_beyond_the_reader) {
  Result<TimeReader> any = TimeReader::make("", {});
  for (const std::string& form : time_forms()) {
    if (is_number_form(form)) continue;
    std::string text;
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (form[i] != '%') {
        text += form[i];
        continue;
      }
      switch (form[++i]) {
        case 'd': text += "27"; break;
        case 'm': text += "11"; break;
        case 'b': text += "Nov"; break;
        case 'a': text += "Fri"; break;
        case 'y': text += "26"; break;
        case 'Y': text += "2026"; break;
        case 'H': text += "22"; break;
        case 'I': text += "10"; break;
        case 'M':
        case 'S': text += "00"; break;
        case 'p': text += "PM"; break;
        case 'z': text += "+0000"; break;
        default: FAIL() << form;
      }
    }
    const bool has_clock = form.find("%M") != std::string::npos;
    EXPECT_EQ(read_as(form, text), has_clock ? "2026-11-27T22:00:00Z" : "2026-11-27T00:00:00Z")
        << form << " of " << text;
  }
}

// 2026-11-27 14:05 as programs and spreadsheets of many countries write it.
TEST(TimeWriting, is_read_with_what_stands_around_its_numbers) {
  const auto read = [](const std::string& text, const std::string& form) {
    return read_as(form, text);
  };
  for (const char* text :
       {"27. 11. 2026 14:05", "27. 11. 2026. 14:05", "27.11.2026. 14:05", "27.11.2026 - 14:05",
        "27.11.2026 – 14:05", "27.11.2026 | 14:05", "27.11.2026 14.05", "27.11.2026 saat 14:05",
        "27.11.2026 um 14:05 Uhr", "27.11.2026 ob 14.05", "27.11.2026 v 14:05",
        "27.11.2026 klo 14.05", "27.11.2026 kl. 14.05", "27.11.2026 14h05", "27.11.2026 à 14h05",
        "27.11.2026\u00A014:05", "27.11.2026 в 14:05"}) {
    EXPECT_EQ(read(text, "%d.%m.%Y %H:%M"), "2026-11-27T14:05:00Z") << text;
    EXPECT_EQ(time_form_of(text), "%d.%m.%Y %H:%M") << text;
  }
  EXPECT_EQ(read("27. 11. 2026", "%d.%m.%Y"), "2026-11-27T00:00:00Z");
  EXPECT_EQ(read("27. 11. 2026 14.05.09", "%d.%m.%Y %H:%M:%S"), "2026-11-27T14:05:09Z");
  EXPECT_EQ(read("2026. 11. 27. 14:05", "%Y.%m.%d %H:%M"), "2026-11-27T14:05:00Z");
  EXPECT_EQ(read("2026-11-27 - 14:05", "%H"), "2026-11-27T14:05:00Z") << "the usual grammar";
  EXPECT_EQ(read("27 Kasım 2026 - 14:05", "%d %b %Y %H:%M"), "2026-11-27T14:05:00Z");
  for (const char* text : {"27.11.2026 x 14:05", "27.11.2026 14", "14.05"}) {
    EXPECT_EQ(read(text, "%d.%m.%Y %H:%M"), "none") << text;
  }
}

TEST(TimeWriting, halves_of_the_day_are_read_in_many_languages) {
  const auto read = [](const std::string& text, const std::string& form) {
    return read_as(form, text);
  };
  for (const char* half : {"ÖS", "ös", "p.m.", "p. m.", "pm", "PM", "μ.μ.", "μμ", "du.", "odp.",
                           "下午", "오후", "午後", "م", "пп"}) {
    EXPECT_EQ(read("27.11.2026 02:05 " + std::string(half), "%d.%m.%Y %I:%M %p"),
              "2026-11-27T14:05:00Z")
        << half;
    EXPECT_EQ(read("27.11.2026 " + std::string(half) + " 2:05", "%d.%m.%Y %I:%M %p"),
              "2026-11-27T14:05:00Z")
        << half;
    EXPECT_EQ(read("27.11.2026 02:05 " + std::string(half), "%d.%m.%Y %H:%M"), "none")
        << "a half is never passed over: " << half;
  }
  for (const char* half : {"ÖÖ", "a.m.", "a. m.", "π.μ.", "de.", "dop.", "上午", "오전", "午前"}) {
    EXPECT_EQ(read("27.11.2026 02:05 " + std::string(half), "%d.%m.%Y %I:%M %p"),
              "2026-11-27T02:05:00Z")
        << half;
  }
  EXPECT_EQ(read("2026/11/27 下午 02:05", "%Y/%m/%d %p %I:%M"), "2026-11-27T14:05:00Z");
  EXPECT_EQ(read("2026年11月27日下午2:05", "%Y年%m月%d日 %I:%M %p"), "2026-11-27T14:05:00Z");
  EXPECT_EQ(time_form_of("2026/11/27 下午 02:05:09"), "%Y/%m/%d %I:%M:%S %p");
  EXPECT_EQ(time_form_of("2026. 11. 27. 오후 2:05"), "%Y.%m.%d %I:%M %p");
  EXPECT_EQ(read("27 Kasım 2026 02:05 ÖS", "%d %b %Y %I:%M %p"), "2026-11-27T14:05:00Z");
  EXPECT_TRUE(is_time_of_day("下午 02:05"));
  EXPECT_TRUE(is_time_of_day("14:05 Uhr"));
  EXPECT_FALSE(is_time_of_day("27.11.2026 14:05"));
}

}  // namespace
}  // namespace allot::files
