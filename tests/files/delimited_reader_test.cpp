#include "files/delimited_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "files/sniff.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> rows_of(const std::string& text, Dialect dialect = {}) {
  DelimitedReader reader(source_of(text), dialect);
  Rows rows;
  for (;;) {
    bool more = false;
    if (Status status = reader.next(more); !status.ok()) return status;
    if (!more) return rows;
    rows.emplace_back(reader.fields().begin(), reader.fields().end());
    if (!reader.flaw().empty()) rows.back().emplace_back("FLAW");
  }
}

TEST(DelimitedReader, reads_quotes_line_breaks_and_either_end_of_line) {
  EXPECT_EQ(rows_of("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\n,\"\"\n3,4").value(),
            (Rows{{"a", "b"}, {"1", "x, \"y\"\nz"}, {"", ""}, {"3", "4"}}));
  EXPECT_EQ(rows_of("a;b,c\n", {';', true}).value(), (Rows{{"a", "b,c"}}));
  EXPECT_EQ(rows_of("Lamp 12\" brass\tx\n", {'\t', true}).value(),
            (Rows{{"Lamp 12\" brass", "x"}}));
  EXPECT_EQ(rows_of("\"12\" brass\tx\n", {'\t', false}).value(), (Rows{{"\"12\" brass", "x"}}));
  EXPECT_EQ(rows_of("\"a\"b,c\n1,2\n").value(), (Rows{{"a", "c", "FLAW"}, {"1", "2"}}));
  EXPECT_EQ(rows_of("").value(), Rows{});
  EXPECT_EQ(rows_of("\n\r\n").value(), Rows{});
  EXPECT_EQ(rows_of("a,").value(), (Rows{{"a", ""}}));
}

TEST(DelimitedReader, what_cannot_be_believed_is_an_error_with_its_line) {
  EXPECT_EQ(rows_of("a,b\n1,\"x\n2,y\n").status().message(),
            "orders.csv:2: a quoted field is not closed");
  const std::string endless = "a\n\"" + std::string(DelimitedReader::row_bytes_max + 5, 'x');
  EXPECT_NE(rows_of(endless).status().message().find("orders.csv:2: the row is longer than"),
            std::string::npos);
  const std::string wide(DelimitedReader::fields_max + 1, ',');
  EXPECT_EQ(rows_of(wide).status().message(), "orders.csv:1: the row has more than 4096 fields");
}

TEST(DelimitedReader, rows_before_one_that_cannot_be_believed_are_given_out_first) {
  std::string text = "a,b\n";
  for (std::size_t row = 2; row <= 3 * DelimitedReader::group_rows; ++row) text += "1,2\n";
  const std::size_t rows = 3 * DelimitedReader::group_rows;
  text += std::string(DelimitedReader::fields_max, ',') + "\n1,2\n";
  DelimitedReader reader(source_of(text), {});
  bool more = true;
  for (std::size_t row = 1; row <= rows; ++row) {
    ASSERT_TRUE(reader.next(more).ok() && more) << row;
    EXPECT_EQ(reader.line(), row);
    ASSERT_EQ(reader.fields().size(), 2U);
  }
  const std::string cause =
      "orders.csv:" + std::to_string(rows + 1) + ": the row has more than 4096 fields";
  EXPECT_EQ(reader.next(more).message(), cause);
  EXPECT_FALSE(more);
  EXPECT_EQ(reader.next(more).message(), cause);
}

TEST(DelimitedReader, shows_rows_that_come_next) {
  // The first bytes of a source, by which it is told whether it is packed, come alone.
  const std::string text = "a,b\n1,2\n\n3,\"x\"\"y\"\n4\n";
  DelimitedReader reader(source_of(text), {});
  bool more = true;
  ASSERT_TRUE(reader.next(more).ok() && more);
  ASSERT_TRUE(reader.next(more).ok() && more);
  ASSERT_EQ(reader.ahead(), 2U);
  EXPECT_EQ(reader.field_ahead(1, 1), "x\"y");
  EXPECT_EQ(reader.field_ahead(2, 0), "4");
  EXPECT_EQ(reader.field_ahead(2, 1), "");
  ASSERT_TRUE(reader.next(more).ok() && more);
  EXPECT_EQ(reader.fields()[0], "3");
  EXPECT_EQ(reader.ahead(), 1U);
}

TEST(DelimitedReader, counts_the_lines_of_the_file) {
  const std::string text = "a\n\"1\n2\"\n\n3\n";
  DelimitedReader reader(source_of(text), {});
  std::vector<std::uint64_t> lines;
  for (bool more = true; reader.next(more).ok() && more;) lines.push_back(reader.line());
  EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 2, 5}));
}

// The naive twin: one byte after the other.
Rows naive_rows(const std::string& text, char delimiter) {
  Rows rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  bool closed = false;
  bool any = false;
  const auto end_field = [&] {
    row.push_back(field);
    field.clear();
    closed = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        field += '"';
        ++i;
      } else if (c == '"') {
        quoted = false;
        closed = true;
      } else {
        field += c;
      }
      continue;
    }
    if (c == '"' && field.empty() && !closed) {
      quoted = any = true;
    } else if (c == delimiter) {
      end_field();
      any = true;
    } else if (c == '\n') {
      if (any || !field.empty()) {
        end_field();
        rows.push_back(row);
      }
      row.clear();
      any = false;
    } else {
      field += c;
      any = true;
    }
  }
  return rows;
}

TEST(DelimitedReader, reads_random_tables_as_a_naive_reader_does) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const std::size_t rows = random() % 200 + 1;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t fields = random() % 6 + 1;
      for (std::size_t f = 0; f < fields; ++f) {
        std::string value;
        const std::size_t size = random() % (round % 10 == 0 ? 5'000 : 90);
        const bool quoted = random() % 3 == 0;
        for (std::size_t i = 0; i < size; ++i) {
          const char c = "ab1\",\n;\t"[random() % (quoted ? 8 : 3)];
          value += c;
          if (c == '"') value += '"';
        }
        text += f > 0 ? "," : "";
        text += quoted ? "\"" + value + "\"" : value;
      }
      text += '\n';
    }
    Rows expected = naive_rows(text, ',');
    std::erase(expected, std::vector<std::string>{""});
    ASSERT_EQ(rows_of(text).value(), expected) << "round " << round;
  }
}

// A source that gives a few bytes at a time, and fails behind `good` of them.
class Dripping final : public ByteSource {
 public:
  Dripping(std::string_view text, std::size_t good, std::size_t most, bool may_wait)
      : ByteSource("orders.csv"), text_(text), good_(good), most_(most), may_wait_(may_wait) {}

  Status read(std::span<char> into, std::size_t& got) override {
    if (at_ >= good_ && good_ < text_.size()) return {StatusCode::io_error, name() + ": broken"};
    got = text_.substr(at_, std::min(good_ - at_, most_)).copy(into.data(), into.size());
    at_ += got;
    return {};
  }
  [[nodiscard]] bool may_wait() const noexcept override { return may_wait_; }

 private:
  std::string_view text_;
  std::size_t good_;
  std::size_t most_;
  bool may_wait_;
  std::size_t at_{0};
};

TEST(DelimitedReader, blank_lines_in_front_are_passed_over_however_the_bytes_come) {
  for (const std::string blank : {"\n", "\r\n", "\"\"\n"}) {
    std::string text;
    for (int lines = 0; lines < 6; ++lines) {
      text += blank;
      const std::string file = text + "id,text\n1,\"a\"\"\nb\"\n" + text + "2,cd";
      for (const std::size_t most : {1U, 2U, 3U, 4U, 7U, 100U}) {
        DelimitedReader reader(std::make_unique<Dripping>(file, file.size(), most, false), {});
        Rows rows;
        for (bool more = true; reader.next(more).ok() && more;) {
          rows.emplace_back(reader.fields().begin(), reader.fields().end());
        }
        EXPECT_EQ(rows, (Rows{{"id", "text"}, {"1", "a\"\nb"}, {"2", "cd"}}))
            << lines << " of " << blank << " by " << most;
      }
      EXPECT_EQ(sniff("f", file, true).value().dialect.delimiter, ',');
    }
  }
  const std::string mostly_blank = "a,b\n" + std::string(700'000, '\n') + "abc,2\n";
  EXPECT_EQ(rows_of(mostly_blank).value(), (Rows{{"a", "b"}, {"abc", "2"}}));
}

TEST(DelimitedReader, a_row_may_be_as_long_as_is_said_and_no_longer) {
  for (const std::string before : {"", "a\n", "a\nb\nc\n"}) {
    for (const std::string end : {"", "\n"}) {
      const std::string row(DelimitedReader::row_bytes_max, 'x');
      EXPECT_TRUE(rows_of(before + row + end).ok());
      EXPECT_NE(rows_of(before + row + "x" + end).status().message().find("the row is longer"),
                std::string::npos);
    }
  }
}

// More than what is read ahead, with quotes doubled and left open wherever a block ends.
std::string large_table(std::size_t bytes) {
  std::mt19937_64 random(3);
  std::string text = "id,text\n";
  for (std::size_t row = 1; text.size() < bytes; ++row) {
    text += std::to_string(row);
    text += ",\"";
    const std::size_t size = row % 1'000 == 0 ? 300'000 : random() % 60;
    for (std::size_t i = 0; i < size; ++i) text += i % 7 == 3 ? "\"\"" : i % 11 == 5 ? "\n" : "x";
    text += "\"\n";
  }
  return text;
}

TEST(DelimitedReader, a_large_file_is_read_ahead_and_alike_however_its_bytes_come) {
  const std::string text = large_table(9'000'000);
  const Rows expected = naive_rows(text, ',');
  for (const std::size_t most : {std::size_t{700}, std::size_t{70'000}, text.size()}) {
    for (const bool may_wait : {false, true}) {
      DelimitedReader reader(std::make_unique<Dripping>(text, text.size(), most, may_wait), {});
      bool more = true;
      std::size_t row = 0;
      for (; reader.next(more).ok() && more; ++row) {
        ASSERT_LT(row, expected.size());
        ASSERT_TRUE(std::ranges::equal(reader.fields(), expected[row])) << row << " of " << most;
        for (std::size_t ahead = 1; ahead <= reader.ahead(); ++ahead) {
          ASSERT_EQ(reader.field_ahead(ahead, 0), expected[row + ahead][0]);
        }
      }
      EXPECT_EQ(row, expected.size());
      EXPECT_TRUE(reader.next(more).ok());
      EXPECT_FALSE(more);
    }
  }
}

TEST(DelimitedReader, rows_before_a_source_that_breaks_are_given_out_first) {
  const std::string text = large_table(3'000'000);
  for (const std::size_t good : {std::size_t{2}, std::size_t{100'000}, std::size_t{2'500'000}}) {
    const std::string_view whole = std::string_view(text).substr(0, good);
    DelimitedReader reader(std::make_unique<Dripping>(text, good, 50'000, false), {});
    bool more = true;
    Status status;
    std::uint64_t line = 1;
    while ((status = reader.next(more)).ok() && more) line = reader.line();
    EXPECT_EQ(status.code(), StatusCode::io_error);
    EXPECT_FALSE(more);
    const auto lines = static_cast<std::uint64_t>(std::ranges::count(whole, '\n'));
    EXPECT_LE(line, lines + 1);
    EXPECT_NE(status.message().find("orders.csv: broken (after line "), std::string::npos)
        << status.message();
    EXPECT_EQ(reader.next(more).message(), status.message()) << "it is still broken";
  }
}

TEST(DelimitedReader, can_be_left_in_the_middle_of_a_large_file) {
  const std::string text = large_table(6'000'000);
  for (const std::size_t rows : {1U, 500U, 5'000U}) {
    DelimitedReader reader(source_of(text), {});
    bool more = true;
    for (std::size_t row = 0; row < rows; ++row) ASSERT_TRUE(reader.next(more).ok() && more);
  }
}

TEST(DelimitedReader, tells_about_how_many_rows_a_file_has) {
  const std::string text = large_table(2'000'000);
  DelimitedReader reader(source_of(text), {});
  EXPECT_EQ(reader.rows_expected(), 0U);
  bool more = true;
  ASSERT_TRUE(reader.next(more).ok() && more);
  EXPECT_EQ(reader.rows_expected(), 0U) << "bytes in memory do not say how many they are";
}

TEST(Sniff, tells_the_delimiter_from_the_first_rows) {
  const auto delimiter = [](const std::string& text) {
    return sniff("f", text, true).value().dialect.delimiter;
  };
  EXPECT_EQ(delimiter("a,b,c\n1,2,3\n"), ',');
  EXPECT_EQ(delimiter("a;b;c\n1,5;2,5;3\n1,5;2,5;3\n"), ';') << "decimal commas do not split";
  EXPECT_EQ(delimiter("a\tb\n1,2\t3\n"), '\t');
  EXPECT_EQ(delimiter("a|b|c\n1|2|3\n"), '|');
  EXPECT_EQ(delimiter("a,b\n\"x;y;z\",1\n"), ',');
  EXPECT_EQ(delimiter("one\n1\n"), ',') << "one column";
  EXPECT_FALSE(sniff("f", "n\ts\nLamp 12\" x\ty\n\"Tube\" 3\tz\n", true).value().dialect.quotes ==
               true)
      << "quotes in tab-separated text that close nothing";
}

TEST(Sniff, passes_over_what_stands_above_the_header) {
  const auto found = [](const std::string& text) {
    const Sniffed sniffed = sniff("f", text, true).value();
    return std::to_string(sniffed.above) + sniffed.dialect.delimiter;
  };
  EXPECT_EQ(found("sep=;\na;b\n1,5;2\n"), "1;");
  EXPECT_EQ(found("\"SEP=\t\"\r\na\tb\r\n1\t2\r\n"), "1\t");
  EXPECT_EQ(found("Orders of shop X\na;b;c\n1;2;3\n4;5;6\n"), "1;");
  EXPECT_EQ(found("Orders of shop X, all;;\n;;\na;b;c\n1;2;3\n"), "2;");
  EXPECT_EQ(found("Orders, 1 to 2\n\na;b;c\n1;2;3\n"), "1;") << "a blank line is no row";
  EXPECT_EQ(found("a,b,c\n1,2,3\n"), "0,");
  EXPECT_EQ(found("sku\nA\nB\n"), "0,");
  EXPECT_EQ(found("sku,\nA,1\nB,2\n"), "0,") << "two columns are no table below a title";
}

TEST(Sniff, says_what_a_file_is_that_cannot_be_read) {
  const auto fault = [](const std::string& text) {
    const auto found = sniff("f", text, true);
    return found.ok() ? std::string{} : found.status().message();
  };
  EXPECT_EQ(fault(" \n"), "f:1: the file is empty; a header with column names is expected");
  EXPECT_NE(fault("[{\"a\":1}]").find("jq -c '.[]'"), std::string::npos);
  EXPECT_NE(fault("{\n\"a\":1\n}").find("jq -c ."), std::string::npos);
  EXPECT_NE(fault("a,b\r1,2\r").find("old Macs"), std::string::npos);
  EXPECT_EQ(sniff("f", "{\"a\":1}\n", true).value().shape, Shape::json_lines);
}

}  // namespace
}  // namespace allot::files
