// Opens the records of a file whatever its shape, and looks at its beginning.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "files/record_reader.hpp"
#include "files/sniff.hpp"

namespace allot::files {

// Reads the header, or what stands for one. `form` says what is known.
// Errors: those of sniff(); a header that is none.
[[nodiscard]] Result<std::unique_ptr<RecordReader>> open_records(std::unique_ptr<TextSource> text,
                                                                 const FileForm& form);
// The same from bytes. Errors: also those of TextSource::open.
[[nodiscard]] Result<std::unique_ptr<RecordReader>> open_records(std::unique_ptr<ByteSource> bytes,
                                                                 const FileForm& form);

// Returns: the encoding of a file that was told from its bytes and may be another; else nothing.
//          `form`: RecordReader::form_text().
[[nodiscard]] std::string told_encoding(std::string_view form);
// Returns: of a file whose encoding was told from its bytes and may be another, how to say so, as a
//          sentence goes on; else empty. `where`: "in a map".
[[nodiscard]] std::string encoding_advice(std::string_view form, std::string_view where);

// The beginning of a file: what it is, its columns and first rows.
struct FileLook {
  static constexpr std::size_t rows_max = 1'000;

  std::string name;
  Sniffed sniffed;
  std::string form;   // in words
  std::string lines;  // FileForm::lines by which it was looked at
  std::vector<std::string> columns;
  std::uint64_t header_line{1};  // RecordReader::header_line()
  std::vector<std::vector<std::string>> rows;
  std::vector<std::uint64_t> places;  // of each row, the line of the file
};

// Leaves the text as it is. Requires: nothing of it was read.
[[nodiscard]] Result<FileLook> look_at(const TextSource& text, const FileForm& form);

}  // namespace allot::files
