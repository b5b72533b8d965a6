#include "files/text_source.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "files/encoding_guess.hpp"
#include "files/file_kinds.hpp"

namespace allot::files {

namespace {

constexpr std::size_t block_bytes = std::size_t{256} * 1024;
constexpr std::size_t window_bytes = std::size_t{512} * 1024;  // by which an encoding is told
constexpr std::string_view replacement = "\xEF\xBF\xBD";

const iconv_t no_converter = reinterpret_cast<iconv_t>(-1);

struct EncodingForm {
  Encoding encoding;
  std::string_view shown;
  const char* iconv_name;
  std::string_view names;  // as maps have them, with blanks between them, the usual one first
};
// In the order of Encoding.
constexpr std::array encoding_forms{
    EncodingForm{Encoding::utf8, "UTF-8", "UTF-8", "utf-8 utf8 ascii"},
    EncodingForm{Encoding::gb18030, "GB18030", "GB18030", "gbk gb18030 gb2312 cp936"},
    EncodingForm{Encoding::windows_1252, "Windows-1252", "CP1252",
                 "windows-1252 cp1252 latin-1 latin1 iso-8859-1"},
    EncodingForm{Encoding::windows_1250, "Windows-1250", "CP1250", "windows-1250 cp1250"},
    EncodingForm{Encoding::windows_1251, "Windows-1251", "CP1251", "windows-1251 cp1251"},
    EncodingForm{Encoding::windows_1253, "Windows-1253", "CP1253", "windows-1253 cp1253"},
    EncodingForm{Encoding::windows_1254, "Windows-1254", "CP1254", "windows-1254 cp1254"},
    EncodingForm{Encoding::windows_1255, "Windows-1255", "CP1255", "windows-1255 cp1255"},
    EncodingForm{Encoding::windows_1256, "Windows-1256", "CP1256", "windows-1256 cp1256"},
    EncodingForm{Encoding::windows_1257, "Windows-1257", "CP1257", "windows-1257 cp1257"},
    EncodingForm{Encoding::windows_874, "Windows-874", "CP874", "windows-874 cp874 tis-620"},
    EncodingForm{Encoding::iso_8859_2, "ISO-8859-2", "ISO-8859-2", "iso-8859-2 latin-2 latin2"},
    EncodingForm{Encoding::iso_8859_5, "ISO-8859-5", "ISO-8859-5", "iso-8859-5"},
    EncodingForm{Encoding::iso_8859_7, "ISO-8859-7", "ISO-8859-7", "iso-8859-7"},
    EncodingForm{Encoding::iso_8859_9, "ISO-8859-9", "ISO-8859-9", "iso-8859-9 latin-5 latin5"},
    EncodingForm{Encoding::koi8_r, "KOI8-R", "KOI8-R", "koi8-r"},
    EncodingForm{Encoding::koi8_u, "KOI8-U", "KOI8-U", "koi8-u"},
    EncodingForm{Encoding::cp866, "CP866", "CP866", "cp866"},
    EncodingForm{Encoding::cp850, "CP850", "CP850", "cp850"},
    EncodingForm{Encoding::cp852, "CP852", "CP852", "cp852"},
    EncodingForm{Encoding::cp857, "CP857", "CP857", "cp857"},
    EncodingForm{Encoding::macintosh, "Mac Roman", "MACINTOSH", "macintosh mac-roman"},
    EncodingForm{Encoding::shift_jis, "Shift_JIS", "CP932",
                 "shift_jis shift-jis sjis cp932 windows-31j"},
    EncodingForm{Encoding::euc_jp, "EUC-JP", "EUC-JP", "euc-jp"},
    EncodingForm{Encoding::big5, "Big5", "CP950", "big5 cp950"},
    EncodingForm{Encoding::euc_kr, "EUC-KR", "CP949", "euc-kr cp949 uhc"},
    EncodingForm{Encoding::utf16le, "UTF-16LE", "UTF-16LE", "utf-16le"},
    EncodingForm{Encoding::utf16be, "UTF-16BE", "UTF-16BE", "utf-16be"},
};

const EncodingForm& form_of(Encoding encoding) noexcept {
  return encoding_forms[static_cast<std::size_t>(encoding)];
}

// Whether `name` is one of `names`, which have blanks between them.
bool is_one_of(const std::string& name, std::string_view names) {
  return !name.empty() &&
         (' ' + std::string(names) + ' ').find(' ' + name + ' ') != std::string::npos;
}

std::size_t ascii_in(std::string_view bytes) noexcept {
  return static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

bool is_ascii(std::string_view bytes) noexcept {
  std::uint64_t high = 0;
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    high |= word;
  }
  for (; at < bytes.size(); ++at) high |= static_cast<unsigned char>(bytes[at]);
  return (high & 0x8080808080808080U) == 0;
}

// Bytes of the character that begins with `lead`; 0 when none does.
std::size_t utf8_length(unsigned char lead) noexcept {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// How many bytes at the front are whole UTF-8 characters.
std::size_t utf8_prefix(std::string_view bytes) noexcept {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = utf8_length(lead);
    if (length == 0 || length > bytes.size() - at) return at;
    for (std::size_t i = 1; i < length; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[at + i]);
      if ((byte & 0xC0U) != 0x80) return at;
      // Overlong forms, surrogates and what lies above the last character.
      if (i == 1 && ((lead == 0xE0 && byte < 0xA0) || (lead == 0xED && byte > 0x9F) ||
                     (lead == 0xF0 && byte < 0x90) || (lead == 0xF4 && byte > 0x8F))) {
        return at;
      }
    }
    at += length;
  }
  return at;
}

}  // namespace

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const EncodingForm& known : encoding_forms) {
    if (is_one_of(lower, known.names)) return known.encoding;
  }
  return std::nullopt;
}

std::vector<std::string> encoding_names() {
  std::vector<std::string> names;
  for (const EncodingForm& known : encoding_forms) {
    names.emplace_back(known.names.substr(0, known.names.find(' ')));
  }
  return names;
}

std::string_view name_of(Encoding encoding) noexcept { return form_of(encoding).shown; }

bool is_utf8(std::string_view bytes) noexcept {
  return is_ascii(bytes) || utf8_prefix(bytes) == bytes.size();
}

Encoding guess_encoding(std::string_view bytes) {
  const std::size_t whole = utf8_prefix(bytes);
  const std::size_t rest = bytes.size() - whole;
  if (rest == 0) return Encoding::utf8;
  if (rest < 4 && utf8_length(static_cast<unsigned char>(bytes[whole])) > rest) {
    const std::string_view tail = bytes.substr(whole + 1);
    if (std::all_of(tail.begin(), tail.end(),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; })) {
      return Encoding::utf8;
    }
  }
  // A byte that was damaged makes no other encoding of a text that is UTF-8 everywhere else.
  std::size_t read = 0;
  std::size_t bad = 0;
  for (std::size_t at = whole; at < bytes.size();) {
    const std::size_t good = utf8_prefix(bytes.substr(at));
    read += good - ascii_in(bytes.substr(at, good));
    at += good + 1;
    bad += at <= bytes.size() ? 1U : 0U;
  }
  read += whole - ascii_in(bytes.substr(0, whole));
  constexpr std::size_t bytes_of_one_bad = 20;
  if (read > bad * bytes_of_one_bad) return Encoding::utf8;
  return encoding_of(bytes);
}

std::optional<std::string> encoded(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::utf8) return std::string(text);
  const iconv_t converter = iconv_open(form_of(encoding).iconv_name, "UTF-8");
  if (converter == no_converter) return std::nullopt;
  const bool wide = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  std::string from = (wide ? "\xEF\xBB\xBF" : "") + std::string(text);
  constexpr std::size_t bytes_of_one_most = 4;
  std::string out(from.size() * bytes_of_one_most, '\0');
  char* in = from.data();
  char* into = out.data();
  std::size_t in_left = from.size();
  std::size_t room = out.size();
  // What stands for a letter that is not there would be another's.
  const std::size_t replaced = iconv(converter, &in, &in_left, &into, &room);
  iconv_close(converter);
  if (replaced != 0) return std::nullopt;
  out.resize(out.size() - room);
  return out;
}

bool needs_made_text(const std::string& path) {
  const Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  std::array<char, 8> head{};
  std::size_t got = 0;
  return bytes.ok() && read_full(*bytes.value(), head, got).ok() &&
         is_table_of_python(std::string_view(head.data(), got));
}

TextSource::TextSource(std::unique_ptr<ByteSource> bytes, std::optional<Encoding> given)
    : ByteSource(bytes->name()),
      bytes_(std::move(bytes)),
      encoding_(given),
      converter_(no_converter) {}

TextSource::~TextSource() {
  if (converter_ != no_converter) iconv_close(converter_);
}

Result<std::unique_ptr<TextSource>> TextSource::open(std::unique_ptr<ByteSource> bytes,
                                                     std::optional<Encoding> given) {
  std::unique_ptr<TextSource> source(new TextSource(std::move(bytes), given));
  if (Status status = source->start(); !status.ok()) return status;
  return source;
}

Status TextSource::start() {
  raw_.resize(block_bytes);
  if (Status status = read_full(*bytes_, raw_, raw_end_); !status.ok()) return status;
  std::string_view head(raw_.data(), raw_end_);
  if (head.substr(0, 3) == "\xEF\xBB\xBF") {
    raw_begin_ = 3;
    if (!encoding_) told_ = true;
    if (!encoding_) encoding_ = Encoding::utf8;
  } else if (head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF") {
    raw_begin_ = 2;
    told_ = true;
    encoding_ = head[0] == '\xFF' ? Encoding::utf16le : Encoding::utf16be;
  }
  head.remove_prefix(raw_begin_);
  const bool wide = encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be;
  if (!wide) {
    if (const std::string what = what_is_no_text(head, name()); !what.empty()) {
      return {StatusCode::invalid_argument, name() + ": " + what};
    }
  }
  if (encoding_ || !is_ascii(head)) {
    if (Status status = decide(head); !status.ok()) return status;
  }
  if (converter_ != no_converter) return convert();
  hand_out_raw();
  return {};
}

// Effects: from here on the text is what `window`, or whoever gave an encoding, says.
Status TextSource::decide(std::string_view window) {
  if (!encoding_) {
    told_ = true;
    encoding_ = guess_encoding(window);
  }
  if (encoding_ == Encoding::utf8) return {};
  converter_ = iconv_open("UTF-8", form_of(*encoding_).iconv_name);
  if (converter_ != no_converter) return {};
  const std::string encoding(name_of(*encoding_));
  return {StatusCode::io_error,
          name() + ": it is written in " + encoding +
              ", and this build of allot has no converter for that: a program that was linked "
              "statically brings none (those of the wheel and of the .deb use the system's). "
              "Convert the file first:\n  iconv -f " +
              form_of(*encoding_).iconv_name + " -t UTF-8 '" + name() + "' > utf8.csv"};
}

// Effects: makes some text, unless the file has ended.
Status TextSource::convert() {
  out_begin_ = out_end_ = 0;
  while (out_end_ == 0) {
    if (raw_begin_ == raw_end_ && raw_ended_) {
      // Some converters keep a letter back until they know whether a mark follows it.
      out_.resize(std::max(out_.size(), replacement.size() * 2));
      char* into = out_.data();
      std::size_t room = out_.size();
      iconv(converter_, nullptr, nullptr, &into, &room);
      out_end_ = static_cast<std::size_t>(into - out_.data());
      return {};
    }
    convert_raw(raw_ended_);
    if (out_end_ > 0 || raw_ended_) continue;
    std::memmove(raw_.data(), raw_.data() + raw_begin_, raw_end_ - raw_begin_);
    raw_end_ -= raw_begin_;
    raw_begin_ = 0;
    raw_.resize(std::max(raw_.size(), block_bytes));
    std::size_t got = 0;
    if (Status status = bytes_->read(std::span(raw_).subspan(raw_end_), got); !status.ok()) {
      return status;
    }
    raw_end_ += got;
    raw_ended_ = got == 0;
  }
  return {};
}

// Effects: converts what was read; what ends in the middle of a character stays, unless nothing
//          follows it.
void TextSource::convert_raw(bool at_end) {
  // No encoding above makes more than three bytes of one.
  out_.resize((raw_end_ - raw_begin_) * 3 + replacement.size());
  char* in = raw_.data() + raw_begin_;
  char* into = out_.data();
  std::size_t in_left = raw_end_ - raw_begin_;
  std::size_t room = out_.size();
  while (in_left > 0) {
    if (iconv(converter_, &in, &in_left, &into, &room) != static_cast<std::size_t>(-1)) break;
    if (errno == EINVAL && !at_end) break;
    std::memcpy(into, replacement.data(), replacement.size());
    into += replacement.size();
    room -= replacement.size();
    ++in;
    --in_left;
    ++replaced_;
    if (room < replacement.size() + in_left * 3) break;
  }
  raw_begin_ = raw_end_ - in_left;
  out_end_ = static_cast<std::size_t>(into - out_.data());
}

Status TextSource::read(std::span<char> into, std::size_t& got) {
  if (out_begin_ == out_end_ && converter_ != no_converter) {
    if (Status status = convert(); !status.ok()) return status;
  }
  if (out_begin_ < out_end_ || converter_ != no_converter) {
    got = std::min(into.size(), out_end_ - out_begin_);
    std::memcpy(into.data(), out_.data() + out_begin_, got);
    out_begin_ += got;
    return {};
  }
  if (Status status = bytes_->read(into, got); !status.ok()) return status;
  if (encoding_ || is_ascii({into.data(), got})) return {};
  // The first byte that is not ASCII: what surrounds it decides.
  raw_.assign(into.begin(), into.begin() + static_cast<std::ptrdiff_t>(got));
  raw_.resize(got + window_bytes);
  std::size_t more = 0;
  if (Status status = read_full(*bytes_, std::span(raw_).subspan(got), more); !status.ok()) {
    return status;
  }
  raw_begin_ = 0;
  raw_end_ = got + more;
  if (Status status = decide({raw_.data(), raw_end_}); !status.ok()) return status;
  if (converter_ == no_converter) hand_out_raw();
  return read(into, got);
}

// Effects: what was read is the text as it stands.
void TextSource::hand_out_raw() {
  out_.swap(raw_);
  out_begin_ = raw_begin_;
  out_end_ = raw_end_;
  raw_begin_ = raw_end_ = 0;
}

std::string TextSource::encoding_text() const {
  if (!encoding_) return "ASCII";
  return std::string(name_of(*encoding_)) + (told_ ? ", told from the bytes" : ", as given");
}

std::string TextSource::origin_text() const {
  std::string text;
  if (!packing().empty()) text += ", packed with " + std::string(packing());
  if (is_made_text()) text += ", made of the file by python -m allot";
  return text;
}

}  // namespace allot::files
