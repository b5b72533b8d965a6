#include "files/delimited_reader.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace allot::files {

namespace {

constexpr std::size_t chunk_bytes = 64;
constexpr std::size_t buffer_bytes = std::size_t{1} << 20U;

std::uint64_t low_bits(std::size_t count) noexcept {
  return count >= chunk_bytes ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

}  // namespace

DelimitedReader::DelimitedReader(std::unique_ptr<ByteSource> source, Dialect dialect)
    : source_(std::move(source)), dialect_(dialect), buffer_(buffer_bytes + chunk_bytes) {
  rows_.reserve(group_rows);
}

Status DelimitedReader::fault_at(std::uint64_t line, std::string_view cause) const {
  return {StatusCode::invalid_argument,
          source_->name() + ":" + std::to_string(line) + ": " + std::string(cause)};
}

Status DelimitedReader::fault(std::string_view cause) const { return fault_at(line(), cause); }

// The buffer has room for a whole chunk behind its end; what lies there is masked away.
std::uint64_t DelimitedReader::marks_of(std::size_t chunk) const noexcept {
  const char* const bytes = buffer_.data() + chunk;
  const char quote = dialect_.quotes ? '"' : dialect_.delimiter;
  std::uint64_t marks = 0;
#ifdef __SSE2__
  const __m128i delimiters = _mm_set1_epi8(dialect_.delimiter);
  const __m128i quotes = _mm_set1_epi8(quote);
  const __m128i feeds = _mm_set1_epi8('\n');
  for (unsigned part = 0; part < 4; ++part) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + part * 16));
    const __m128i hit =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(text, delimiters), _mm_cmpeq_epi8(text, quotes)),
                     _mm_cmpeq_epi8(text, feeds));
    marks |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hit)))
             << (part * 16);
  }
#else
  for (unsigned i = 0; i < chunk_bytes; ++i) {
    const char c = bytes[i];
    if (c == dialect_.delimiter || c == quote || c == '\n') marks |= std::uint64_t{1} << i;
  }
#endif
  return marks & low_bits(end_ - chunk);
}

// Effects: reads on behind the row so far, which moves to the front of the buffer.
// Requires: no other row is in use.
Status DelimitedReader::refill() {
  if (end_ - row_ >= row_bytes_max) {
    return fault_at(row_line_, "the row is longer than " + std::to_string(row_bytes_max) +
                                   " bytes; is a quote missing?");
  }
  const std::size_t shift = row_;
  const char* const before = buffer_.data();
  std::memmove(buffer_.data(), buffer_.data() + row_, end_ - row_);
  if (buffer_.size() < (end_ - row_) * 2) buffer_.resize(buffer_.size() * 2);
  for (std::string_view& known : fields_) {
    if (!known.empty()) {
      known = {buffer_.data() + (known.data() - before) - shift, known.size()};
    }
  }
  field_ -= shift;
  quote_ -= shift;
  end_ -= shift;
  row_ = 0;
  std::size_t got = 0;
  const std::span<char> room(buffer_.data() + end_, buffer_.size() - chunk_bytes - end_);
  if (Status status = source_->read(room, got); !status.ok()) return status;
  ended_ = got == 0;
  chunk_ = end_;
  end_ += got;
  marks_ = ended_ ? 0 : marks_of(chunk_);
  return {};
}

void DelimitedReader::end_field(std::size_t end) {
  if (in_ == In::plain) {
    fields_.emplace_back(buffer_.data() + field_, end - field_);
    return;
  }
  if (end != quote_ + 1 && flaw_.empty()) {
    flaw_ = "text follows a closing quote; a quote inside a quoted field is written twice";
  }
  char* const text = buffer_.data() + field_ + 1;
  std::size_t size = quote_ - field_ - 1;
  if (doubled_) {
    // The text only shrinks, so it can be closed up where it stands.
    std::size_t kept = 0;
    for (std::size_t at = 0; at < size; ++at) {
      text[kept++] = text[at];
      if (text[at] == '"' && at + 1 < size) ++at;
    }
    size = kept;
  }
  fields_.emplace_back(text, size);
  in_ = In::plain;
  doubled_ = false;
}

// Effects: ends the row before the line feed, or the end of the file, at `end`; it joins the group
//          unless there is no text in it.
void DelimitedReader::end_row(std::size_t end) {
  end_field(end > field_ && buffer_[end - 1] == '\r' ? end - 1 : end);
  const std::size_t count = fields_.size() - row_first_;
  if (count == 1 && fields_.back().empty()) {
    fields_.pop_back();
  } else {
    rows_.push_back({row_first_, count, row_line_, flaw_});
    row_first_ = fields_.size();
  }
  flaw_ = {};
}

// Returns: whether the mark is a quote, or stands between two, so that it ends no field.
bool DelimitedReader::is_only_mark(char mark, std::size_t at) noexcept {
  if (mark != '"' || !dialect_.quotes) return in_ == In::quoted;
  if (in_ == In::quoted) {
    in_ = In::closed;
    quote_ = at;
  } else if (in_ == In::closed && at == quote_ + 1) {
    in_ = In::quoted;
    doubled_ = true;
  } else if (in_ == In::plain && at == field_) {
    in_ = In::quoted;
    quote_line_ = line_;
  }
  return true;
}

// The file ends, with or without a line feed behind its last row.
Status DelimitedReader::read_end(Met& met) {
  met = Met::end_of_file;
  if (row_ >= end_) return {};
  if (in_ == In::quoted) return fault_at(quote_line_, "a quoted field is not closed");
  end_row(end_);
  row_ = field_ = end_;
  return {};
}

// Effects: reads to the end of the row, of the file, or of the bytes in the buffer.
Status DelimitedReader::read_row(Met& met) {
  for (;;) {
    while (marks_ == 0) {
      if (chunk_ + chunk_bytes >= end_) {
        if (ended_) return read_end(met);
        met = Met::end_of_bytes;
        return {};
      }
      chunk_ += chunk_bytes;
      marks_ = marks_of(chunk_);
    }
    const std::size_t at = chunk_ + static_cast<std::size_t>(std::countr_zero(marks_));
    marks_ &= marks_ - 1;
    const char c = buffer_[at];
    if (c == '\n') ++line_;
    if ((c == '"' || in_ == In::quoted) && is_only_mark(c, at)) continue;
    if (c != '\n') {
      end_field(at);
      field_ = at + 1;
      if (fields_.size() - row_first_ < fields_max) continue;
      return fault_at(row_line_, "the row has more than " + std::to_string(fields_max) + " fields");
    }
    end_row(at);
    row_ = field_ = at + 1;
    row_line_ = line_;
    met = Met::row;
    return {};
  }
}

// Effects: replaces the group by the next rows: at least one, unless the file ends.
Status DelimitedReader::read_group() {
  fields_.erase(fields_.begin(), fields_.begin() + static_cast<std::ptrdiff_t>(row_first_));
  row_first_ = 0;
  rows_.clear();
  at_ = 0;
  while (rows_.size() < group_rows) {
    Met met = Met::row;
    if (Status status = read_row(met); !status.ok()) return status;
    if (met == Met::end_of_file) return {};
    if (met == Met::row) continue;
    // Fields of the group lie in the buffer, which is needed whole.
    if (!rows_.empty()) return {};
    if (Status status = refill(); !status.ok()) return status;
  }
  return {};
}

Status DelimitedReader::next(bool& more) {
  more = true;
  if (at_ + 1 < rows_.size()) {
    ++at_;
    return {};
  }
  if (fault_.ok())
    fault_ = read_group();
  else
    rows_.clear();
  if (!rows_.empty()) return {};
  more = false;
  if (fault_.ok() || fault_.code() == StatusCode::invalid_argument) return fault_;
  return {fault_.code(), fault_.message() + " (after line " + std::to_string(line_) + ")"};
}

}  // namespace allot::files
