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
    : source_(std::move(source)), dialect_(dialect), buffer_(buffer_bytes + chunk_bytes) {}

Status DelimitedReader::fault_at(std::uint64_t line, std::string_view cause) const {
  return {StatusCode::invalid_argument,
          source_->name() + ":" + std::to_string(line) + ": " + std::string(cause)};
}

Status DelimitedReader::fault(std::string_view cause) const { return fault_at(row_line_, cause); }

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
Status DelimitedReader::refill(std::size_t& field) {
  if (end_ - row_ >= row_bytes_max) {
    return fault("the row is longer than " + std::to_string(row_bytes_max) +
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
  field -= shift;
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

void DelimitedReader::end_field(std::size_t begin, std::size_t end) {
  if (in_ == In::plain) {
    fields_.emplace_back(buffer_.data() + begin, end - begin);
    return;
  }
  if (end != quote_ + 1 && flaw_.empty()) {
    flaw_ = "text follows a closing quote; a quote inside a quoted field is written twice";
  }
  char* const text = buffer_.data() + begin + 1;
  std::size_t size = quote_ - begin - 1;
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

Status DelimitedReader::read_row(bool& more) {
  fields_.clear();
  flaw_ = {};
  row_line_ = line_;
  std::size_t field = row_;
  for (;;) {
    while (marks_ == 0) {
      chunk_ += chunk_bytes;
      if (chunk_ < end_) {
        marks_ = marks_of(chunk_);
        continue;
      }
      if (ended_) {
        more = row_ < end_;
        if (!more) return {};
        if (in_ == In::quoted) return fault_at(quote_line_, "a quoted field is not closed");
        end_field(field, end_ > field && buffer_[end_ - 1] == '\r' ? end_ - 1 : end_);
        row_ = end_;
        return {};
      }
      if (Status status = refill(field); !status.ok()) return status;
    }
    const std::size_t at = chunk_ + static_cast<std::size_t>(std::countr_zero(marks_));
    marks_ &= marks_ - 1;
    const char c = buffer_[at];
    if (c == '\n') ++line_;
    if (c == '"' && dialect_.quotes) {
      if (in_ == In::quoted) {
        in_ = In::closed;
        quote_ = at;
      } else if (in_ == In::closed && at == quote_ + 1) {
        in_ = In::quoted;
        doubled_ = true;
      } else if (in_ == In::plain && at == field) {
        in_ = In::quoted;
        quote_line_ = line_;
      }
      continue;
    }
    if (in_ == In::quoted) continue;
    if (c != '\n') {
      end_field(field, at);
      field = at + 1;
      if (fields_.size() < fields_max) continue;
      return fault("the row has more than " + std::to_string(fields_max) + " fields");
    }
    end_field(field, at > field && buffer_[at - 1] == '\r' ? at - 1 : at);
    row_ = at + 1;
    more = true;
    return {};
  }
}

Status DelimitedReader::next(bool& more) {
  do {
    more = false;
    if (Status status = read_row(more); !status.ok()) {
      return status.code() == StatusCode::invalid_argument
                 ? status
                 : Status{status.code(),
                          status.message() + " (after line " + std::to_string(line_) + ")"};
    }
  } while (more && fields_.size() == 1 && fields_[0].empty());
  return {};
}

}  // namespace allot::files
