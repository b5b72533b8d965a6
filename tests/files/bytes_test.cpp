// From the bytes of a file to its text: packing, encodings, what is no text.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "files/file_kinds.hpp"
#include "files/made_text.hpp"
#include "files/text_bytes.hpp"
#include "files/text_source.hpp"

namespace allot::files {
namespace {

TEST(Bytes, packed_files_are_unpacked_by_their_first_bytes) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += std::to_string(i) + ",";
  for (const std::string& packed : {text, zstd_of(text), gzip_of(text)}) {
    for (const std::size_t block : {std::size_t{7}, std::size_t{100'000}}) {
      const auto source = source_of(packed);
      const Result<std::string> read = all_of(*source, block);
      ASSERT_TRUE(read.ok()) << read.status().message();
      EXPECT_EQ(read.value(), text);
    }
  }
  const std::string two_frames = zstd_of("a") + zstd_of("b");
  EXPECT_EQ(all_of(*source_of(two_frames)).value(), "ab");
  const std::string two_members = gzip_of("a") + gzip_of("b") + std::string(512, '\0');
  EXPECT_EQ(all_of(*source_of(two_members)).value(), "ab");
  EXPECT_EQ(all_of(*source_of("")).value(), "");
  EXPECT_EQ(all_of(*source_of("\x28\xB5")).value(), "\x28\xB5") << "too short to be packed";
}

TEST(Bytes, a_packed_file_that_is_cut_or_broken_is_an_error) {
  const std::string text(100'000, 'x');
  for (const std::string& packed : {zstd_of(text), gzip_of(text)}) {
    const std::string cut = packed.substr(0, packed.size() / 2);
    const Result<std::string> half = all_of(*source_of(cut));
    ASSERT_FALSE(half.ok());
    EXPECT_NE(half.status().message().find("orders.csv: the "), std::string::npos);
    EXPECT_NE(half.status().message().find("ends in the middle"), std::string::npos)
        << half.status().message();
    std::string broken = packed;
    broken[broken.size() - 6] = static_cast<char>(broken[broken.size() - 6] ^ 0x55);
    EXPECT_FALSE(all_of(*source_of(broken)).ok());
  }
}

TEST(Bytes, a_missing_file_is_named) {
  const auto source = ByteSource::open_file("/nowhere/orders.csv");
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.status().code(), StatusCode::not_found);
  EXPECT_EQ(source.status().message().rfind("/nowhere/orders.csv: ", 0), 0U);
  EXPECT_FALSE(ByteSource::open_file("/tmp").ok()) << "a directory is no file";
}

std::string text_of(const std::string& bytes, std::optional<Encoding> given = {},
                    std::string* how = nullptr) {
  auto source = TextSource::open(source_of(bytes), given);
  if (!source.ok()) return "error: " + source.status().message();
  const Result<std::string> text = all_of(*source.value(), 5);
  if (how != nullptr) *how = source.value()->encoding_text();
  return text.ok() ? text.value() : "error: " + text.status().message();
}

TEST(Encoding, is_told_from_the_bytes) {
  const std::string chinese = "订单号,商品名称\n1,苹果手机\n";
  const std::string gbk =
      "\xB6\xA9\xB5\xA5\xBA\xC5,\xC9\xCC\xC6\xB7\xC3\xFB\xB3\xC6\n1,"
      "\xC6\xBB\xB9\xFB\xCA\xD6\xBB\xFA\n";
  std::string how;
  EXPECT_EQ(text_of(gbk, {}, &how), chinese);
  EXPECT_EQ(how, "GB18030, told from the bytes");
  EXPECT_EQ(text_of(chinese, {}, &how), chinese);
  EXPECT_EQ(how, "UTF-8, told from the bytes");
  EXPECT_EQ(text_of("\xEF\xBB\xBF" + chinese), chinese);
  EXPECT_EQ(text_of("M\xFCller,Stra\xDF"
                    "e,\x80 5,\xE9t\xE9\n",
                    {}, &how),
            "Müller,Straße,€ 5,été\n");
  EXPECT_EQ(how, "Windows-1252, told from the bytes");
  EXPECT_EQ(text_of("plain\n", {}, &how), "plain\n");
  EXPECT_EQ(how, "ASCII");
  const std::string wide(
      "\xFF\xFE"
      "a\0,\0\xAC\x20\n\0",
      10);
  EXPECT_EQ(text_of(wide, {}, &how), "a,€\n");
  EXPECT_EQ(how, "UTF-16LE, told from the bytes");
  EXPECT_EQ(text_of("\x81\x82", Encoding::windows_1252), "\xEF\xBF\xBD‚") << "no such character";
  EXPECT_EQ(text_of(gbk, Encoding::gb18030), chinese);
}

TEST(Encoding, is_decided_where_the_first_byte_that_is_not_ascii_stands) {
  const std::string plain(1'000'000, 'x');
  EXPECT_EQ(text_of(plain + "M\xFCller"), plain + "Müller");
  EXPECT_EQ(text_of(plain + "Müller"), plain + "Müller");
  std::string chinese;
  for (int i = 0; i < 100'000; ++i) chinese += "\xB6\xA9";
  std::string expected;
  for (int i = 0; i < 100'000; ++i) expected += "订";
  EXPECT_EQ(text_of("x" + plain + chinese), "x" + plain + expected)
      << "pairs of bytes are cut at block ends";
}

// "Żółty, Białystok" and more in the two sisters of Latin-1 that shops of Poland write.
constexpr const char* polish =
    "sztuk;\u017b\u00f3\u0142ty;Bia\u0142ystok;\u0141\u00f3d\u017a;m\u0105ka;\u015bwie\u017ce\n";
const std::string in_windows_1250 =
    "sztuk;\xAF\xF3\xB3ty;Bia\xB3ystok;\xA3\xF3"
    "d\x9F;m\xB9ka;\x9Cwie\xBF"
    "e\n";
const std::string in_iso_8859_2 =
    "sztuk;\xAF\xF3\xB3ty;Bia\xB3ystok;\xA3\xF3"
    "d\xBC;m\xB1ka;\xB6wie\xBF"
    "e\n";

TEST(Encoding, of_polish_is_told_by_letters_that_are_signs_elsewhere) {
  std::string how;
  EXPECT_EQ(text_of(in_windows_1250, {}, &how), polish);
  EXPECT_EQ(how, "Windows-1250, told from the bytes");
  EXPECT_EQ(text_of(in_windows_1250, Encoding::windows_1250, &how), polish);
  EXPECT_EQ(how, "Windows-1250, as given");
  EXPECT_EQ(text_of(in_iso_8859_2, Encoding::iso_8859_2), polish);
  EXPECT_EQ(text_of(in_iso_8859_2, {}, &how), polish);
  EXPECT_EQ(how, "ISO-8859-2, told from the bytes");
  // Signs that stand beside words are none of their letters.
  EXPECT_EQ(text_of("Kies 3 m\xB3;\xBFQu\xE9?;\xA3 5;c\x9Cur;Caf\xE9\xB9;1 m\xB3/h\n", {}, &how),
            "Kies 3 m³;¿Qué?;£ 5;cœur;Café¹;1 m³/h\n");
  EXPECT_EQ(how, "Windows-1252, told from the bytes");
}

TEST(Encoding, of_other_alphabets_is_read_as_given) {
  EXPECT_EQ(text_of("\xC7\xE0\xEA\xE0\xE7", Encoding::windows_1251), "Заказ");
  EXPECT_EQ(text_of("\xD0\xEF\xF3\xFC\xF4\xE7\xF4\xE1", Encoding::windows_1253), "Ποσότητα");
  EXPECT_EQ(text_of("Sipari\xFE", Encoding::windows_1254), "Sipariş");
  EXPECT_EQ(text_of("Sipari\xFE", Encoding::iso_8859_9), "Sipariş");
}

TEST(Encoding, names) {
  for (const std::string& name : encoding_names()) EXPECT_TRUE(encoding_named(name)) << name;
  EXPECT_EQ(encoding_named("CP1250"), Encoding::windows_1250);
  EXPECT_EQ(encoding_named("latin-2"), Encoding::iso_8859_2);
  EXPECT_EQ(encoding_named("GBK"), Encoding::gb18030);
  EXPECT_EQ(encoding_named("Latin-1"), Encoding::windows_1252);
  EXPECT_EQ(encoding_named("ebcdic"), std::nullopt);
  EXPECT_FALSE(is_utf8("\xC0\x80"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
  EXPECT_TRUE(is_utf8("订a\xF0\x9F\x98\x80"));
}

TEST(MadeTexts, are_read_in_place_of_their_files_and_under_their_names) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "made_texts";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string table = folder / "o.parquet";
  const std::string other = folder / "other.csv";
  std::ofstream(table) << "PAR1";
  std::ofstream(other) << "a\n1\n";
  struct stat found{};
  ASSERT_EQ(::stat(table.c_str(), &found), 0);
  const auto text = [](const std::string& path) {
    Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
    EXPECT_EQ(bytes.value()->name(), path);
    std::string read(16, '\0');
    std::size_t got = 0;
    EXPECT_TRUE(read_full(*bytes.value(), read, got).ok());
    return read.substr(0, got);
  };
  EXPECT_EQ(text(table), "PAR1");
  EXPECT_TRUE(needs_made_text(table));
  std::ofstream(folder / (std::to_string(found.st_dev) + '-' + std::to_string(found.st_ino)))
      << "order,sku\n";
  ::setenv(made_texts_variable, folder.c_str(), 1);
  EXPECT_EQ(text(table), "order,sku\n");
  EXPECT_FALSE(needs_made_text(table));
  EXPECT_EQ(text(other), "a\n1\n");
  ::unsetenv(made_texts_variable);
  EXPECT_EQ(text(table), "PAR1");
  EXPECT_FALSE(needs_made_text(folder / "absent"));
}

TEST(FileKinds, what_is_no_text_is_named_with_what_to_do) {
  const auto what = [](const std::string& head) { return text_of(head + "rest"); };
  EXPECT_NE(what(std::string("PK\x03\x04", 4)).find("Excel's .xlsx"), std::string::npos);
  EXPECT_NE(what(std::string("PK\x03\x04", 4)).find("read_excel('orders.csv')"), std::string::npos);
  EXPECT_NE(what("\xD0\xCF\x11\xE0").find("old Excel workbook"), std::string::npos);
  EXPECT_NE(what("PAR1").find("Parquet"), std::string::npos);
  EXPECT_NE(what("PAR1").find("python -m allot"), std::string::npos);
  EXPECT_NE(what("<html>").find("HTML"), std::string::npos);
  EXPECT_NE(what(std::string("a,b\n1,\0", 7)).find("NUL"), std::string::npos);
  EXPECT_EQ(what("a,b\n1,2\n"), "a,b\n1,2\nrest");
}

}  // namespace
}  // namespace allot::files
