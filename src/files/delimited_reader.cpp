#include "files/delimited_reader.hpp"

#include <string>

namespace allot::files {

DelimitedReader::DelimitedReader(std::unique_ptr<ByteSource> source, Dialect dialect)
    : bytes_(std::move(source), dialect.delimiter, dialect.quotes ? '"' : dialect.delimiter),
      quotes_(dialect.quotes) {}

Status DelimitedReader::fault_at(std::uint64_t line, std::string_view cause) const {
  return {StatusCode::invalid_argument,
          source().name() + ":" + std::to_string(line) + ": " + std::string(cause)};
}

Status DelimitedReader::fault(std::string_view cause) const { return fault_at(line(), cause); }

// Effects: reads on behind the row so far. Requires: the group is empty.
Status DelimitedReader::read_on() {
  if (bytes_.end() - row_ >= row_bytes_max) {
    return fault_at(group_.open().line, "the row is longer than " + std::to_string(row_bytes_max) +
                                            " bytes; is a quote missing?");
  }
  const char* const before = bytes_.data() + row_;
  if (Status status = bytes_.read_on(row_); !status.ok()) return status;
  group_.move(before, bytes_.data());
  field_ -= row_;
  quote_ -= row_;
  row_ = 0;
  return {};
}

void DelimitedReader::end_field(std::size_t end) {
  if (in_ == In::plain) return group_.add_field({bytes_.data() + field_, end - field_});
  std::string_view& flaw = group_.open().flaw;
  if (end != quote_ + 1 && flaw.empty()) {
    flaw = "text follows a closing quote; a quote inside a quoted field is written twice";
  }
  char* const text = bytes_.data() + field_ + 1;
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
  group_.add_field({text, size});
  in_ = In::plain;
  doubled_ = false;
}

// Effects: ends the row at `end`, a line feed or the end of the file; the next begins at `next`.
void DelimitedReader::end_row(std::size_t end, std::size_t next) {
  end_field(end > field_ && bytes_.data()[end - 1] == '\r' ? end - 1 : end);
  group_.end_row(line_);
  row_ = field_ = next;
}

// Effects: takes a mark that is a quote. Returns: whether the mark ends no field, being a quote or
// standing between two.
bool DelimitedReader::is_inside(char mark, std::size_t at) noexcept {
  if (mark != '"' || !quotes_) return in_ == In::quoted;
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
  if (row_ >= bytes_.end()) return {};
  if (in_ == In::quoted) return fault_at(quote_line_, "a quoted field is not closed");
  end_row(bytes_.end(), bytes_.end());
  return {};
}

// Effects: reads to the end of the row, of the file, or of the bytes at hand.
Status DelimitedReader::read_row(Met& met) {
  for (std::size_t at = 0;;) {
    if (!bytes_.next(at)) {
      if (bytes_.ended()) return read_end(met);
      met = Met::end_of_bytes;
      return {};
    }
    const char c = bytes_.data()[at];
    if (c == '\n') ++line_;
    if ((c == '"' || in_ == In::quoted) && is_inside(c, at)) continue;
    if (c != '\n') {
      end_field(at);
      field_ = at + 1;
      if (group_.open().count < fields_max) continue;
      return fault_at(group_.open().line,
                      "the row has more than " + std::to_string(fields_max) + " fields");
    }
    end_row(at, at + 1);
    met = Met::row;
    return {};
  }
}

// Effects: replaces the group by the next rows: at least one, unless the file ends.
Status DelimitedReader::read_group() {
  group_.clear();
  while (!group_.full()) {
    Met met = Met::row;
    if (Status status = read_row(met); !status.ok()) return status;
    if (met == Met::end_of_file) return {};
    if (met == Met::row) continue;
    // Fields of the group lie among the bytes that make room for the next.
    if (!group_.empty()) return {};
    if (Status status = read_on(); !status.ok()) return status;
  }
  return {};
}

Status DelimitedReader::next(bool& more) {
  more = true;
  if (group_.go_on()) return {};
  if (fault_.ok())
    fault_ = read_group();
  else
    group_.clear();
  if (!group_.empty()) return {};
  more = false;
  if (fault_.ok() || fault_.code() == StatusCode::invalid_argument) return fault_;
  return {fault_.code(), fault_.message() + " (after line " + std::to_string(line_) + ")"};
}

}  // namespace allot::files
