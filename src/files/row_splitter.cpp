#include "files/row_splitter.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace allot::files {

namespace {

constexpr std::size_t first_bytes = std::size_t{128} << 10U;
constexpr std::size_t chunk_bytes = 64;

// What a delimited file is taken apart at. `quote`: the delimiter once more where there are none.
struct Marks {
  char delimiter;
  char quote;

  // Returns: a bit for each of 64 bytes that is a mark.
  [[nodiscard]] std::uint64_t of(const char* bytes) const noexcept {
    std::uint64_t marks = 0;
#ifdef __SSE2__
    const __m128i delimiters = _mm_set1_epi8(delimiter);
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
      if (c == delimiter || c == quote || c == '\n') marks |= std::uint64_t{1} << i;
    }
#endif
    return marks;
  }
};

// Effects: writes doubled quotes once. The text only shrinks, so it can be closed up where it
// stands. Returns: how long it is then.
std::size_t with_single_quotes(char* text, std::size_t size) noexcept {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < size; ++at) {
    text[kept++] = text[at];
    if (text[at] == '"' && at + 1 < size) ++at;
  }
  return kept;
}

}  // namespace

Status RowSplitter::fault_at(std::uint64_t line, std::string_view cause) const {
  return {StatusCode::invalid_argument,
          source_->name() + ":" + std::to_string(line) + ": " + std::string(cause)};
}

Status RowSplitter::too_long() const {
  return fault_at(open_.row.line, "the row is longer than " + std::to_string(row_bytes_max) +
                                      " bytes; is a quote missing?");
}

// Effects: reads on behind the row so far, which moves to the front of the block.
Status RowSplitter::read_on(RowBlock& block) {
  std::vector<char>& bytes = block.bytes;
  end_ -= open_.begin;
  if (end_ > row_bytes_max) return too_long();
  std::memmove(bytes.data(), bytes.data() + open_.begin, end_);
  open_.begin = open_.field = 0;
  // There is room for a whole chunk behind the end; what lies there is no mark.
  if (bytes.size() < end_ * 2 + chunk_bytes) bytes.resize(bytes.size() * 2);
  // What is there is taken apart again: of a source that gives few bytes at a time, once it has
  // doubled.
  const std::size_t enough = end_ * 2;
  do {
    std::size_t got = 0;
    const std::span<char> room(bytes.data() + end_, bytes.size() - chunk_bytes - end_);
    if (Status status = source_->read(room, got); !status.ok()) {
      ended_ = true;
      return status;
    }
    ended_ = got == 0;
    end_ += got;
  } while (!ended_ && end_ < enough);
  return {};
}

// Effects: the row that begins at `at` is the next one, whatever was taken apart of it.
void RowSplitter::begin_row(const RowBlock& block, std::size_t at) {
  open_.row = {open_.line, static_cast<std::uint32_t>(block.fields.size()), 0, 0};
  open_.begin = open_.field = at;
  open_.in = In::plain;
  open_.doubled = false;
  open_.mend.clear();
}

void RowSplitter::end_field(RowBlock& block, std::size_t end) {
  const auto add = [&block](std::size_t begin, std::size_t behind) {
    block.fields.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(behind - begin)});
  };
  ++open_.row.count;
  if (open_.in == In::plain) return add(open_.field, end);
  if (end != open_.quote + 1) open_.row.broken = 1;
  // Bytes are changed once the row is whole, for it may be taken apart again.
  if (open_.doubled) open_.mend.push_back(block.fields.size());
  add(open_.field + 1, open_.quote);
  open_.in = In::plain;
  open_.doubled = false;
}

// Effects: ends the row at `end`, a line feed or the end of the file; the next begins at `next`.
// Lines without any text are no rows.
void RowSplitter::end_row(RowBlock& block, std::size_t end, std::size_t next) {
  char* const bytes = block.bytes.data();
  end_field(block, end > open_.field && bytes[end - 1] == '\r' ? end - 1 : end);
  for (const std::size_t at : open_.mend) {
    RowBlock::Field& field = block.fields[at];
    field.size = static_cast<std::uint32_t>(with_single_quotes(bytes + field.begin, field.size));
  }
  if (open_.row.count == 1 && block.fields.back().size == 0)
    block.fields.pop_back();
  else
    block.rows.push_back(open_.row);
  begin_row(block, next);
}

// Effects: takes a mark that is a quote. Returns: whether the mark ends no field, being a quote or
// standing between two.
bool RowSplitter::is_inside(char mark, std::size_t at) noexcept {
  if (mark != '"' || !dialect_.quotes) return open_.in == In::quoted;
  if (open_.in == In::quoted) {
    open_.in = In::closed;
    open_.quote = at;
  } else if (open_.in == In::closed && at == open_.quote + 1) {
    open_.in = In::quoted;
    open_.doubled = true;
  } else if (open_.in == In::plain && at == open_.field) {
    open_.in = In::quoted;
    open_.quote_line = open_.line;
  }
  return true;
}

// Effects: takes apart what the block has from the open row on.
Status RowSplitter::split(RowBlock& block) {
  const Marks marks{dialect_.delimiter, dialect_.quotes ? '"' : dialect_.delimiter};
  const char* const bytes = block.bytes.data();
  for (std::size_t chunk = open_.begin; chunk < end_; chunk += chunk_bytes) {
    std::uint64_t met = marks.of(bytes + chunk);
    if (end_ - chunk < chunk_bytes) met &= (std::uint64_t{1} << (end_ - chunk)) - 1;
    for (; met != 0; met &= met - 1) {
      const std::size_t at = chunk + static_cast<std::size_t>(std::countr_zero(met));
      const char c = bytes[at];
      if (c == '\n') ++open_.line;
      if ((c == '"' || open_.in == In::quoted) && is_inside(c, at)) continue;
      if (c == '\n') {
        if (at - open_.begin > row_bytes_max) return too_long();
        end_row(block, at, at + 1);
        continue;
      }
      end_field(block, at);
      open_.field = at + 1;
      if (open_.row.count < fields_max) continue;
      return fault_at(open_.row.line,
                      "the row has more than " + std::to_string(fields_max) + " fields");
    }
  }
  if (!ended_ || open_.begin >= end_) return {};
  // The file ends, with or without a line feed behind its last row.
  if (end_ - open_.begin > row_bytes_max) return too_long();
  if (open_.in == In::quoted) return fault_at(open_.quote_line, "a quoted field is not closed");
  end_row(block, end_, end_);
  return {};
}

void RowSplitter::fill(RowBlock& block) {
  block.fields.clear();
  block.rows.clear();
  if (block.bytes.size() < std::max(first_bytes, rest_.size() * 2) + chunk_bytes) {
    block.bytes.resize(std::max(first_bytes, rest_.size() * 2) + chunk_bytes);
  }
  end_ = rest_.size();
  std::copy(rest_.begin(), rest_.end(), block.bytes.begin());
  begin_row(block, 0);
  while (block.rows.empty() && !ended_ && block.fault.ok()) {
    if (Status status = read_on(block); !status.ok()) {
      block.fault = {status.code(),
                     status.code() == StatusCode::invalid_argument
                         ? status.message()
                         : status.message() + " (after line " + std::to_string(open_.line) + ")"};
      break;
    }
    block.fault = split(block);
    if (ended_ || !block.fault.ok()) break;
    // A row that goes on behind the block is taken apart again.
    block.fields.resize(open_.row.first);
    open_.line = open_.row.line;
    begin_row(block, open_.begin);
  }
  block.last = ended_ || !block.fault.ok();
  block.line = open_.row.line;
  block.used = open_.begin;
  rest_.assign(block.bytes.begin() + static_cast<std::ptrdiff_t>(open_.begin),
               block.bytes.begin() + static_cast<std::ptrdiff_t>(end_));
}

}  // namespace allot::files
