#include "files/file_kinds.hpp"

#include <array>

namespace allot::files {

namespace {

struct Kind {
  std::string_view magic;
  std::string_view what;
  std::string_view pandas;  // how pandas reads it; empty when it does not
  std::string_view advice;
};

constexpr std::array kinds{
    Kind{{"PK\x03\x04", 4},
         "a ZIP archive, as Excel's .xlsx files are",
         "read_excel",
         "save it as CSV UTF-8 in Excel; a real archive has to be unpacked first"},
    Kind{{"\xD0\xCF\x11\xE0", 4},
         "an old Excel workbook (.xls)",
         "read_excel",
         "save it as CSV UTF-8 in Excel"},
    Kind{{"PAR1", 4}, "a Parquet file", "read_parquet", ""},
    Kind{{"ARROW1", 6}, "an Arrow file", "read_feather", ""},
    Kind{{"SQLite format 3", 15}, "an SQLite database", "", "export the table as CSV"},
    Kind{{"%PDF", 4}, "a PDF document", "", "ask the shop for an export as CSV"},
    Kind{{"BZh", 3}, "packed with bzip2", "", "unpack it with bunzip2"},
    Kind{{"\xFD"
          "7zXZ",
          5},
         "packed with xz",
         "",
         "unpack it with unxz"},
    Kind{{"Rar!", 4}, "a RAR archive", "", "unpack it first"},
    Kind{{"7z\xBC\xAF", 4}, "a 7z archive", "", "unpack it first"},
    Kind{{"\x7F"
          "ELF",
          4},
         "a program",
         "",
         "name a file of orders"},
};

bool is_markup(std::string_view head) {
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && head[first] == '<';
}

// Returns: the kind whose files begin so; null when there is none.
const Kind* kind_of(std::string_view head) noexcept {
  for (const Kind& kind : kinds) {
    if (head.substr(0, kind.magic.size()) == kind.magic) return &kind;
  }
  return nullptr;
}

}  // namespace

bool is_table_of_python(std::string_view head) noexcept {
  const Kind* const kind = kind_of(head);
  return kind != nullptr && !kind->pandas.empty();
}

std::string what_is_no_text(std::string_view head, const std::string& name) {
  if (const Kind* const kind = kind_of(head)) {
    std::string text = "this is " + std::string(kind->what) + ", not text: ";
    if (!kind->pandas.empty()) {
      text +=
          "python -m allot reads it in place of allot (docs/files.md), or convert it with\n"
          "  python3 -c \"import pandas; pandas." +
          std::string(kind->pandas) + "('" + name + "').to_csv('orders.csv', index=False)\"";
      if (!kind->advice.empty()) text += "\nor " + std::string(kind->advice);
    } else {
      text += kind->advice;
    }
    return text;
  }
  if (is_markup(head)) {
    return "this is HTML or XML, not a table: a web page may have been saved instead of the "
           "export; some shops also call such files .xls: open it in a spreadsheet and save it as "
           "CSV";
  }
  if (head.find('\0') != std::string_view::npos) {
    return "NUL bytes stand in the file, so it is no text that allot knows; UTF-16 is read when it "
           "begins with a byte order mark or is said to be (encoding = \"utf-16le\")";
  }
  return {};
}

}  // namespace allot::files
