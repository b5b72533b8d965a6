#include "simulation/csv_reader.hpp"

namespace allot::simulation {

Status CsvReader::fault_at(std::uint64_t line, std::string_view cause) const {
  return {StatusCode::invalid_argument,
          source_->name() + ":" + std::to_string(line) + ": " + std::string(cause)};
}

Status CsvReader::fault(std::string_view cause) const { return fault_at(row_line_, cause); }

Status CsvReader::read(char& c, bool& more) {
  while (block_.empty()) {
    if (Status status = source_->next(block_); !status.ok()) return status;
    if (block_.empty()) {
      more = false;
      return {};
    }
  }
  c = block_.front();
  block_ = block_.subspan(1);
  more = true;
  return {};
}

Status CsvReader::row_too_long() const {
  return fault("the row is longer than " + std::to_string(row_bytes_max) +
               " bytes; is a quote missing?");
}

Status CsvReader::append(char c) {
  if (text_.size() >= row_bytes_max) return row_too_long();
  text_.push_back(c);
  return {};
}

// Appends the bytes up to the next one that could mean something, which need no look one by one.
Status CsvReader::take_run(At& at) {
  if (at != At::plain && at != At::quoted && at != At::field_start) return {};
  std::size_t run = 0;
  while (run < block_.size()) {
    const char c = block_[run];
    if (c == '"' || c == ',' || c == '\n' || c == '\r' || c == '\0') break;
    ++run;
  }
  if (run == 0) return {};
  if (run > row_bytes_max - text_.size()) return row_too_long();
  text_.append(block_.data(), run);
  block_ = block_.subspan(run);
  if (at == At::field_start) at = At::plain;
  return {};
}

Status CsvReader::end_field() {
  if (ends_.size() >= fields_max) {
    return fault("the row has more than " + std::to_string(fields_max) + " fields");
  }
  ends_.push_back(text_.size());
  return {};
}

// Takes one character of a row; what it means depends on where it stands.
Status CsvReader::take(char c, At& at, bool& row_ended) {
  if (c == '\0') return fault_at(line_, "a NUL byte stands in the file");
  if (at == At::after_cr) {
    if (c != '\n') return fault_at(line_, "a carriage return is not followed by a line feed");
    row_ended = true;
    return end_field();
  }
  if (at == At::quoted) {
    if (c == '"') {
      at = At::quote_in_quoted;
      return {};
    }
    return append(c);
  }
  if (c == '"') {
    if (at == At::plain) return fault_at(line_, "a quote stands inside an unquoted field");
    if (at == At::quote_in_quoted) {
      at = At::quoted;
      return append(c);
    }
    at = At::quoted;
    quote_line_ = line_;
    return {};
  }
  if (c == ',') {
    at = At::field_start;
    return end_field();
  }
  if (c == '\n') {
    row_ended = true;
    return end_field();
  }
  if (c == '\r') {
    at = At::after_cr;
    return {};
  }
  if (at == At::quote_in_quoted) {
    return fault_at(line_, "text follows a closing quote; a quote inside a field is written twice");
  }
  at = At::plain;
  return append(c);
}

Status CsvReader::finish_row() {
  fields_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    fields_.emplace_back(text_.data() + begin, end - begin);
    begin = end;
  }
  if (columns_ == 0) columns_ = fields_.size();
  if (fields_.size() != columns_) {
    return fault("the row has " + std::to_string(fields_.size()) + " fields, the header has " +
                 std::to_string(columns_));
  }
  return {};
}

Status CsvReader::next(bool& more) {
  more = false;
  if (ended_) return {};
  text_.clear();
  ends_.clear();
  fields_.clear();
  row_line_ = line_;
  At at = At::field_start;
  bool row_ended = false;
  bool anything = false;
  while (!row_ended) {
    if (!block_.empty()) {
      const std::size_t before = block_.size();
      if (Status status = take_run(at); !status.ok()) return status;
      anything = anything || block_.size() != before;
    }
    char c = 0;
    bool got = false;
    if (Status status = read(c, got); !status.ok()) {
      return Status{status.code(),
                    status.message() + " (after line " + std::to_string(line_) + ")"};
    }
    if (!got) {
      ended_ = true;
      if (!anything) return {};  // the last row has ended with its line break
      if (at == At::quoted) return fault_at(quote_line_, "a quoted field is not closed");
      if (at == At::after_cr) return fault_at(line_, "the file ends in a carriage return");
      if (Status status = end_field(); !status.ok()) return status;
      break;
    }
    anything = true;
    if (Status status = take(c, at, row_ended); !status.ok()) return status;
    if (c == '\n') ++line_;
  }
  if (Status status = finish_row(); !status.ok()) return status;
  more = true;
  return {};
}

}  // namespace allot::simulation
