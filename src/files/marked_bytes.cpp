#include "files/marked_bytes.hpp"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace allot::files {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 20U;

std::uint64_t low_bits(std::size_t count) noexcept {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

}  // namespace

MarkedBytes::MarkedBytes(std::unique_ptr<ByteSource> source, char delimiter, char quote)
    : source_(std::move(source)),
      delimiter_(delimiter),
      quote_(quote),
      buffer_(buffer_bytes + chunk_bytes) {}

// The buffer has room for a whole chunk behind its end; what lies there is masked away.
std::uint64_t MarkedBytes::marks_of(std::size_t chunk) const noexcept {
  const char* const bytes = buffer_.data() + chunk;
  std::uint64_t marks = 0;
#ifdef __SSE2__
  const __m128i delimiters = _mm_set1_epi8(delimiter_);
  const __m128i quotes = _mm_set1_epi8(quote_);
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
    if (c == delimiter_ || c == quote_ || c == '\n') marks |= std::uint64_t{1} << i;
  }
#endif
  return marks & low_bits(end_ - chunk);
}

Status MarkedBytes::read_on(std::size_t keep) {
  end_ -= keep;
  std::memmove(buffer_.data(), buffer_.data() + keep, end_);
  if (buffer_.size() < end_ * 2) buffer_.resize(buffer_.size() * 2);
  std::size_t got = 0;
  const std::span<char> room(buffer_.data() + end_, buffer_.size() - chunk_bytes - end_);
  if (Status status = source_->read(room, got); !status.ok()) return status;
  ended_ = got == 0;
  chunk_ = end_;
  end_ += got;
  marks_ = ended_ ? 0 : marks_of(chunk_);
  return {};
}

}  // namespace allot::files
