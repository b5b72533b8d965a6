#include "files/open_records.hpp"

#include <algorithm>

#include "files/characters.hpp"
#include "files/json_records.hpp"
#include "files/row_account.hpp"

namespace allot::files {

namespace {

class DelimitedRecords final : public RecordReader {
 public:
  DelimitedRecords(std::unique_ptr<TextSource> source, Dialect dialect)
      : RecordReader(source->name()),
        text_(*source),
        dialect_(dialect),
        reader_(std::move(source), dialect) {}

  // `above`: rows above the header.
  Status start(const std::vector<std::string>& header, std::size_t above) {
    if (!header.empty()) {
      columns_ = header;
      return {};
    }
    bool more = false;
    for (above_ = 0; above_ < above; ++above_) {
      if (Status status = reader_.next(more); !status.ok()) return status;
    }
    if (Status status = reader_.next(more); !status.ok()) return status;
    if (!more) return reader_.fault("the file is empty; a header with column names is expected");
    header_line_ = reader_.line();
    for (const std::string_view name : reader_.fields()) columns_.emplace_back(cell_text(name));
    // A header that ends in a delimiter names no column by it.
    while (columns_.size() > 1 && columns_.back().empty()) columns_.pop_back();
    const bool is_data = std::all_of(columns_.begin(), columns_.end(), [](const std::string& name) {
      return !name.empty() && is_digit(name[0]);
    });
    if (is_data) {
      return reader_.fault(
          "the first row is no header, as all its fields begin with digits: "
          "give the names of the "
          "columns in the map, header = [\"order\", \"sku\", ...]");
    }
    return {};
  }

  Status next(bool& more) override {
    do {
      if (Status status = reader_.next(more); !status.ok() || !more) return status;
      fields_ = reader_.fields();
    } while (says_nothing());
    if (!reader_.flaw().empty() || fields_.size() != columns_.size())
      mend();
    else if (!flaw_.empty())
      flaw_.clear();
    return {};
  }

  [[nodiscard]] std::uint64_t line() const noexcept override { return reader_.line(); }

  [[nodiscard]] std::uint64_t header_line() const noexcept override { return header_line_; }

  [[nodiscard]] std::size_t ahead() const noexcept override { return reader_.ahead(); }
  [[nodiscard]] std::string_view field_ahead(std::size_t record,
                                             std::size_t column) const noexcept override {
    return reader_.field_ahead(record, column);
  }

  [[nodiscard]] std::uint64_t rows_expected() const noexcept override {
    return reader_.rows_expected();
  }

  [[nodiscard]] std::string form_text() const override {
    std::string text = dialect_.delimiter == '\t'
                           ? "tab-separated text"
                           : "CSV by '" + std::string(1, dialect_.delimiter) + "'";
    if (!dialect_.quotes) text += " without quoting";
    text += ", " + text_.encoding_text();
    text += text_.origin_text();
    if (above_ > 0) text += ", header below " + rows_text(above_) + " passed over";
    return text;
  }

 private:
  // Returns: whether the row is one of delimiters alone, as spreadsheets write a blank line.
  [[nodiscard]] bool says_nothing() const noexcept {
    return fields_.size() > 1 && fields_[0].empty() && reader_.flaw().empty() &&
           std::all_of(fields_.begin(), fields_.end(),
                       [](std::string_view field) { return field.empty(); });
  }

  // Empty fields too many at the end are no fault: spreadsheets and hand-made exports have them.
  void mend() {
    flaw_ = reader_.flaw();
    copy_.assign(fields_.begin(), fields_.end());
    while (copy_.size() > columns_.size() && copy_.back().empty()) copy_.pop_back();
    if (flaw_.empty() && copy_.size() != columns_.size()) {
      flaw_ = "the row has " + std::to_string(copy_.size()) + " fields, the header has " +
              std::to_string(columns_.size());
    }
    copy_.resize(columns_.size());
    fields_ = copy_;
  }

  const TextSource& text_;  // owned by reader_
  Dialect dialect_;
  DelimitedReader reader_;
  std::vector<std::string_view> copy_;
  std::size_t above_{};
  std::uint64_t header_line_{1};
};

static_assert(DelimitedReader::group_rows <= RecordReader::ahead_max + 1);

constexpr std::size_t whole_head_max = 200'000;

// Errors: the delimiter that was given leaves a header in one piece which another splits.
Status check_delimiter(const RecordReader& records, const FileForm& form, const Sniffed& found) {
  if (!form.delimiter || *form.delimiter == found.dialect.delimiter) return {};
  const std::vector<std::string>& columns = records.columns();
  if (columns.size() != 1 || columns[0].find(found.dialect.delimiter) == std::string::npos) {
    return {};
  }
  const std::string said = name_of_delimiter(*form.delimiter);
  const std::string meant = name_of_delimiter(found.dialect.delimiter);
  constexpr std::size_t bytes_shown = 60;
  return {StatusCode::invalid_argument, records.at_header() + "delimiter = \"" + said +
                                            "\" in the map leaves the first line in one piece: " +
                                            shown(columns[0], bytes_shown) + ". " + found.why +
                                            ": write delimiter = \"" + meant +
                                            "\", or leave that line of the map away"};
}

}  // namespace

Result<std::unique_ptr<RecordReader>> open_records(std::unique_ptr<TextSource> text,
                                                   const FileForm& form) {
  const std::string_view head = text->head();
  Result<Sniffed> found = sniff(text->name(), head, head.size() < whole_head_max);
  if (!found.ok()) return found.status();
  Dialect dialect = found.value().dialect;
  if (form.delimiter) dialect.delimiter = *form.delimiter;
  if (form.quotes) dialect.quotes = *form.quotes;
  if (found.value().shape == Shape::json_lines) {
    return open_json_records(std::move(text), form.lines);
  }
  auto records = std::make_unique<DelimitedRecords>(std::move(text), dialect);
  if (Status status = records->start(form.header, found.value().above); !status.ok()) return status;
  if (Status status = check_delimiter(*records, form, found.value()); !status.ok()) return status;
  return std::unique_ptr<RecordReader>(std::move(records));
}

Result<std::unique_ptr<RecordReader>> open_records(std::unique_ptr<ByteSource> bytes,
                                                   const FileForm& form) {
  Result<std::unique_ptr<TextSource>> text = TextSource::open(std::move(bytes), form.encoding);
  if (!text.ok()) return text.status();
  return open_records(std::move(text.value()), form);
}

std::string told_encoding(std::string_view form) {
  const std::size_t told = form.find(", told from the bytes");
  const std::size_t before = told == std::string_view::npos ? told : form.rfind(", ", told - 1);
  if (before == std::string_view::npos) return {};
  const std::string_view encoding = form.substr(before + 2, told - before - 2);
  return encoding == "UTF-8" ? std::string() : std::string(encoding);
}

std::string encoding_advice(std::string_view form, std::string_view where) {
  const std::string encoding = told_encoding(form);
  if (encoding.empty()) return {};
  return ". Its letters are taken for " + encoding + " by its bytes; encoding = \"...\" " +
         std::string(where) + " says another";
}

Result<FileLook> look_at(const TextSource& text, const FileForm& form) {
  std::string_view head = text.head();
  FileLook look;
  look.name = text.name();
  look.lines = form.lines;
  Result<Sniffed> found = sniff(look.name, head, head.size() < whole_head_max);
  if (!found.ok()) return found.status();
  look.sniffed = found.value();
  if (head.size() >= whole_head_max) head = head.substr(0, head.rfind('\n') + 1);
  FileForm plain = form;
  plain.encoding = Encoding::utf8;
  Result<std::unique_ptr<RecordReader>> records = open_records(
      ByteSource::over(look.name, std::as_bytes(std::span(head.data(), head.size()))), plain);
  if (!records.ok()) return records.status();
  look.columns = records.value()->columns();
  look.header_line = records.value()->header_line();
  look.form = records.value()->form_text();
  if (const std::size_t at = look.form.find("UTF-8, as given"); at != std::string::npos) {
    look.form.replace(at, std::string("UTF-8, as given").size(), text.encoding_text());
  }
  look.form += text.origin_text();
  for (bool more = true; look.rows.size() < FileLook::rows_max;) {
    // What breaks later rows is said when the file is read whole.
    if (!records.value()->next(more).ok() || !more) break;
    if (!records.value()->flaw().empty()) continue;
    look.rows.emplace_back(records.value()->fields().begin(), records.value()->fields().end());
    look.places.push_back(records.value()->line());
  }
  return look;
}

}  // namespace allot::files
