// The text of a file as UTF-8, whatever it was written in: UTF-8, UTF-16 with a byte order mark, or
// one of the encodings below, of which GB18030 holds GBK and GB2312, and Windows-1252 Latin-1. It
// is told from the bytes (encoding_guess.hpp) unless it is given, as what else is known has to be.
// A file of ASCII alone is never decided, so the first byte that is not ASCII may stand anywhere in
// it.
//
// Memory: a block of 256 KiB, one of 768 KiB, and their conversion. Threads: one at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/byte_source.hpp"
#include "files/encoding.hpp"

namespace allot::files {

// "utf-8", "gbk", "latin-1", ... in capitals or not. Returns: nothing for other names.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);
// Returns: the names that are known, without those that mean the same.
[[nodiscard]] std::vector<std::string> encoding_names();
[[nodiscard]] std::string_view name_of(Encoding encoding) noexcept;

// UTF-8, also where a few bytes of it were damaged, or what encoding_of() tells; a character cut
// off at the end is not held against any of them.
[[nodiscard]] Encoding guess_encoding(std::string_view bytes);
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

// Returns: `text`, which is UTF-8, as `encoding` writes it, with the mark of Unicode before what is
//          written in UTF-16; nothing where it has letters that the encoding lacks, or this build
//          no converter.
[[nodiscard]] std::optional<std::string> encoded(std::string_view text, Encoding encoding);

// Returns: whether the file at `path` is a table that is no text and that `python -m allot` reads
//          (Parquet, a workbook), and no text was made of it (made_text.hpp).
[[nodiscard]] bool needs_made_text(const std::string& path);

class TextSource final : public ByteSource {
 public:
  // Errors: those of the source; invalid_argument for a file that is no text (a workbook, Parquet,
  // a picture), with what it is and what to do.
  [[nodiscard]] static Result<std::unique_ptr<TextSource>> open(std::unique_ptr<ByteSource> bytes,
                                                                std::optional<Encoding> given);
  ~TextSource() override;

  [[nodiscard]] Status read(std::span<char> into, std::size_t& got) override;
  [[nodiscard]] std::string_view packing() const noexcept override { return bytes_->packing(); }

  [[nodiscard]] bool is_made_text() const noexcept override { return bytes_->is_made_text(); }
  [[nodiscard]] std::uint64_t size() const noexcept override { return bytes_->size(); }
  [[nodiscard]] bool may_wait() const noexcept override { return bytes_->may_wait(); }

  // The beginning of the text, at most 256 KiB; read() begins there all the same. Good until the
  // first read().
  [[nodiscard]] std::string_view head() const noexcept {
    return {out_.data() + out_begin_, out_end_ - out_begin_};
  }
  // What it is written in as far as it was read; a text of ASCII is UTF-8, too.
  [[nodiscard]] Encoding encoding() const noexcept { return encoding_.value_or(Encoding::utf8); }
  // What the text was found to be written in, such as "ASCII" or "GB18030, told from the bytes".
  [[nodiscard]] std::string encoding_text() const;
  // Where the text is from, as a sentence about it goes on: ", packed with zstd"; else empty.
  [[nodiscard]] std::string origin_text() const;
  // Characters that could not be read and stand in the text as U+FFFD.
  [[nodiscard]] std::uint64_t replaced() const noexcept { return replaced_; }

 private:
  TextSource(std::unique_ptr<ByteSource> bytes, std::optional<Encoding> given);

  [[nodiscard]] Status start();
  [[nodiscard]] Status decide(std::string_view window);
  [[nodiscard]] Status convert();
  void hand_out_raw();
  void convert_raw(bool at_end);

  std::unique_ptr<ByteSource> bytes_;
  std::optional<Encoding> encoding_;
  bool told_{false};       // from the bytes, or by a byte order mark
  void* converter_;        // an iconv_t while the text has to be converted
  std::vector<char> raw_;  // bytes [raw_begin_, raw_end_) are read and not converted
  std::size_t raw_begin_{0};
  std::size_t raw_end_{0};
  std::vector<char> out_;  // text [out_begin_, out_end_) is not handed out
  std::size_t out_begin_{0};
  std::size_t out_end_{0};
  bool raw_ended_{false};
  std::uint64_t replaced_{0};
};

}  // namespace allot::files
