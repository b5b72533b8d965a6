// Quantities, money and times as people write them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "files/numbers.hpp"
#include "files/times.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {
namespace {

TEST(Quantity, whole_numbers_only) {
  EXPECT_EQ(parse_quantity("6"), 6);
  EXPECT_EQ(parse_quantity(" -2 "), -2);
  EXPECT_EQ(parse_quantity("6.0"), 6);
  EXPECT_EQ(parse_quantity("+3"), 3);
  EXPECT_EQ(parse_quantity("2147483647"), 2'147'483'647);
  for (const char* bad : {"", "-", "six", "1.5", "1,000", "2147483648", "1e3", "0x10", "1."}) {
    EXPECT_EQ(parse_quantity(bad), std::nullopt) << bad;
  }
  EXPECT_EQ(parse_quantity("1.000"), std::nullopt) << "one, or a thousand";
  EXPECT_EQ(parse_quantity("1.234.000"), 1'234'000) << "no number has two points before decimals";
  EXPECT_EQ(parse_quantity("1.0000"), 1) << "thousands stand in threes";
  EXPECT_EQ(parse_quantity("0.000"), 0) << "no group of thousands begins with 0";
  // R and pandas write whole numbers so, exactly; what has decimals may have been rounded.
  EXPECT_EQ(parse_quantity("1e+05"), 100'000);
  EXPECT_EQ(parse_quantity("-12e+06"), -12'000'000);
  EXPECT_EQ(parse_quantity("2e+00"), 2);
  for (const char* bad : {"1.23E+05", "1.5e+05", "1E+05", "1e+5", "1e-05", "3e+09", "e+05", "1e+",
                          "1e+0x", "1e+99", "9e+18"}) {
    EXPECT_EQ(parse_quantity(bad), std::nullopt) << bad;
  }
}

std::string amount(std::string_view text, char decimal = '.', int exponent = 2) {
  const Amount a = parse_amount(text, decimal, exponent);
  if (!a.valid) return "invalid";
  return (a.negative ? "-" : "") + std::to_string(a.minor) + (a.exact ? "" : " inexact");
}

TEST(Money, as_people_write_it) {
  EXPECT_EQ(amount("2.55"), "255");
  EXPECT_EQ(amount("16.0"), "1600");
  EXPECT_EQ(amount("16"), "1600");
  EXPECT_EQ(amount(".5"), "50");
  EXPECT_EQ(amount("1,234.56"), "123456");
  EXPECT_EQ(amount("1.234,56", ','), "123456");
  EXPECT_EQ(amount("1.234", ','), "123400");
  EXPECT_EQ(amount("12,34,567.00"), "123456700") << "India";
  EXPECT_EQ(amount("1 234,50 €", ','), "123450");
  EXPECT_EQ(amount("1\xC2\xA0"
                   "234,50",
                   ','),
            "123450");
  EXPECT_EQ(amount("1'234.50"), "123450");
  EXPECT_EQ(amount("$16.00"), "1600");
  EXPECT_EQ(amount("USD 16.00"), "1600");
  EXPECT_EQ(amount("￥250.00"), "25000");
  EXPECT_EQ(amount("(5.00)"), "-500");
  EXPECT_EQ(amount("-5"), "-500");
  EXPECT_EQ(amount("5.00-"), "-500");
  EXPECT_EQ(amount("-0.00"), "0");
  EXPECT_EQ(amount("0.001"), "0 inexact");
  EXPECT_EQ(amount("2.5500"), "255");
  EXPECT_EQ(amount("5000", '.', 0), "5000");
  EXPECT_EQ(amount("5000.00", '.', 0), "5000");
  EXPECT_EQ(amount("0.5", '.', 0), "0 inexact");
  EXPECT_EQ(amount("0.500", '.', 3), "500");
}

TEST(Money, what_is_not_sure_is_refused) {
  for (const char* bad : {"", "abc", "1.234,56", "1,23", "1,2345", "12,345,6", "2.5.5", "1e5",
                          "--5", "10000000000000", ",5", "1,,000", "1.5x2"}) {
    EXPECT_EQ(amount(bad), "invalid") << bad;
  }
  EXPECT_EQ(amount("1,234.56", ','), "invalid");
  EXPECT_EQ(amount("9999999999999.99"), "999999999999999");
}

TEST(Money, exponents_are_those_of_iso_4217) {
  EXPECT_EQ(exponent_of("JPY"), 0);
  EXPECT_EQ(exponent_of("kwd"), 3);
  EXPECT_EQ(exponent_of("EUR"), 2);
  EXPECT_EQ(exponent_of("CLF"), 4);
  EXPECT_EQ(exponent_of("EURO"), std::nullopt);
  EXPECT_EQ(exponent_of("12.5"), std::nullopt);
  for (const auto& [sign, code] :
       std::vector<std::pair<std::string, std::string>>{{"TL", "TRY"},
                                                        {"₺", "TRY"},
                                                        {"zł", "PLN"},
                                                        {"Kč", "CZK"},
                                                        {"Ft", "HUF"},
                                                        {"lei", "RON"},
                                                        {"€", "EUR"},
                                                        {"£", "GBP"},
                                                        {"RMB", "CNY"},
                                                        {"元", "CNY"},
                                                        {"円", "JPY"},
                                                        {"원", "KRW"},
                                                        {"грн", "UAH"},
                                                        {"EUR", "EUR"}}) {
    EXPECT_EQ(currency_code(sign), code);
    EXPECT_TRUE(exponent_of(currency_code(sign))) << sign;
  }
  // Of several currencies.
  for (const char* sign : {"$", "kr", "¥"}) EXPECT_FALSE(exponent_of(currency_code(sign))) << sign;
}

TimeReader reader_of(const std::string& zone, std::vector<std::string> forms) {
  Result<TimeReader> reader = TimeReader::make(zone, std::move(forms));
  return std::move(reader.value());
}

std::string time(TimeReader& reader, std::string_view text) {
  const auto read = reader.read(text);
  return read ? json::time_text(*read) : "none";
}

TEST(Times, as_iso_8601_has_them_beside_rfc_3339) {
  TimeReader utc = reader_of("", {});
  EXPECT_EQ(time(utc, "2026-11-29T24:00"), "2026-11-30T00:00:00Z");
  EXPECT_EQ(time(utc, "2026-12-31 24:00:00.000+01:00"), "2026-12-31T23:00:00Z");
  EXPECT_EQ(time(utc, "20261129T173000Z"), "2026-11-29T17:30:00Z");
  EXPECT_EQ(time(utc, "20261129T1730+0100"), "2026-11-29T16:30:00Z");
  EXPECT_EQ(time(utc, "20261129T173000.250Z"), "2026-11-29T17:30:00.250Z");
  EXPECT_EQ(time(utc, "20261129T240000Z"), "2026-11-30T00:00:00Z");
  EXPECT_EQ(utc.without_offset(), 1U);
  TimeReader berlin = reader_of("Europe/Berlin", {});
  EXPECT_EQ(time(berlin, "20261129T173000"), "2026-11-29T16:30:00Z");
  EXPECT_EQ(time(berlin, "2026-03-28T24:00"), "2026-03-28T23:00:00Z");
  for (const char* bad :
       {"2026-11-29T24:01", "2026-11-29T24:00:01", "2026-11-29T24:00:00.5", "2026-11-31T24:00",
        "20261131T173000Z", "20261129T17Z", "20261129T17300Z", "2026-1129T173000Z"}) {
    EXPECT_EQ(time(utc, bad), "none") << bad;
  }
}

TEST(Times, beyond_the_nanoseconds_that_there_are_is_no_time) {
  Result<TimeReader> made = TimeReader::make("", {});
  TimeReader& reader = made.value();
  EXPECT_TRUE(reader.read("2026-11-30T23:00:00-14:00").has_value());
  for (const std::string text :
       {"2262-04-11T23:00:00-14:00", "9999-12-31T23:59:59-01:00", "9999-12-31 23:59:59"}) {
    EXPECT_FALSE(reader.read(text).has_value()) << text;
  }
}

TEST(Times, with_an_offset_or_a_zone) {
  TimeReader utc = reader_of("", {});
  EXPECT_EQ(time(utc, "2026-09-03 10:14:00 -0400"), "2026-09-03T14:14:00Z");
  EXPECT_EQ(time(utc, "2026-09-03T14:14:00+00:00"), "2026-09-03T14:14:00Z");
  EXPECT_EQ(time(utc, "2026-09-03 14:14"), "2026-09-03T14:14:00Z");
  EXPECT_EQ(time(utc, "2026-09-03"), "2026-09-03T00:00:00Z");
  EXPECT_EQ(utc.without_offset(), 2U);
  for (const char* bad : {"", "yesterday", "2026-02-30", "1969-12-31", "2091-01-01", "10:14",
                          "2026-09-03 25:00:00", "12/1/2010 8:26"}) {
    EXPECT_EQ(time(utc, bad), "none") << bad;
  }
  TimeReader berlin = reader_of("Europe/Berlin", {});
  EXPECT_EQ(time(berlin, "2026-07-01 12:00:00"), "2026-07-01T10:00:00Z");
  EXPECT_EQ(time(berlin, "2026-12-01 12:00:00"), "2026-12-01T11:00:00Z");
  EXPECT_EQ(time(berlin, "2026-12-01 12:00:00Z"), "2026-12-01T12:00:00Z");
  EXPECT_EQ(berlin.unsure(), 0U);
  EXPECT_EQ(time(berlin, "2026-10-25 02:30:00"), "2026-10-25T00:30:00Z") << "the first of two";
  EXPECT_EQ(time(berlin, "2026-03-29 02:30:00"), "2026-03-29T01:00:00Z") << "it never was";
  EXPECT_EQ(berlin.unsure(), 2U);
  EXPECT_FALSE(TimeReader::make("Europe/Berlinn", {}).ok());
  EXPECT_FALSE(TimeReader::make("+1:00", {}).ok());
  EXPECT_FALSE(TimeReader::make("+24:00", {}).ok());
  EXPECT_FALSE(TimeReader::make("+01:60", {}).ok());
}

TEST(Times, with_one_offset_for_all) {
  TimeReader east = reader_of("+05:30", {"%d.%m.%Y %H:%M"});
  EXPECT_EQ(time(east, "2026-07-01 12:00:00"), "2026-07-01T06:30:00Z");
  EXPECT_EQ(time(east, "01.12.2026 05:00"), "2026-11-30T23:30:00Z");
  EXPECT_EQ(time(east, "2026-12-01 12:00:00Z"), "2026-12-01T12:00:00Z");
  TimeReader west = reader_of("-03:00", {});
  EXPECT_EQ(time(west, "2026-07-01 22:00:00"), "2026-07-02T01:00:00Z");
  EXPECT_EQ(west.unsure(), 0U);
  TimeReader none = reader_of("+00:00", {});
  EXPECT_EQ(time(none, "2026-07-01 22:00:00"), "2026-07-01T22:00:00Z");
}

std::string zone_fault(const std::string& zone) {
  return TimeReader::make(zone, {}).status().message();
}

TEST(Times, a_name_that_is_no_zone_is_not_the_systems_fault) {
  const std::string said = zone_fault("Europe/Berlinn");
  EXPECT_NE(said.find("no time zone that this system knows"), std::string::npos) << said;
  EXPECT_EQ(said.find("tzdata"), std::string::npos) << said;
}

// In a process of its own, since one keeps what it has looked up of zones.
TEST(TimesDeathTest, a_system_without_zones_is_named_with_what_to_do) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        ::setenv("TZDIR", "/nonexistent", 1);
        std::cerr << zone_fault("Europe/Berlin");
        std::exit(0);
      },
      testing::ExitedWithCode(0), "no data of time zones: install tzdata, .*TZDIR.*\\+01:00");
}

TEST(Times, every_hour_of_years_is_as_the_zone_has_it) {
  TimeReader zoned = reader_of("America/New_York", {});
  TimeReader fresh = reader_of("America/New_York", {});
  for (TimeNs t = 1'700'000'000; t < 1'770'000'000; t += 1'801) {
    const std::string text = json::time_text(t * 1'000'000'000).substr(0, 19);
    const auto with_memory = zoned.read(text);
    fresh = reader_of("America/New_York", {});
    ASSERT_EQ(with_memory, fresh.read(text)) << text;
  }
}

TEST(Times, forms_of_the_file) {
  TimeReader german = reader_of("", {"%d.%m.%Y %H:%M", "%d.%m.%Y"});
  EXPECT_EQ(time(german, "03.09.2026 10:14"), "2026-09-03T10:14:00Z");
  EXPECT_EQ(time(german, "03.09.2026"), "2026-09-03T00:00:00Z");
  EXPECT_EQ(time(german, "2026-09-03 10:14:00"), "2026-09-03T10:14:00Z") << "is always known";
  TimeReader epoch = reader_of("", {"unix_ms"});
  EXPECT_EQ(time(epoch, "1788430440123"), "2026-09-03T10:14:00.123Z");
  TimeReader american = reader_of("America/New_York", {"%m/%d/%Y %H:%M"});
  EXPECT_EQ(time(american, "12/1/2010 8:26"), "2010-12-01T13:26:00Z");
}

}  // namespace
}  // namespace allot::files
