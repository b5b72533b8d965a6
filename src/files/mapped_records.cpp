#include "files/mapped_records.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "files/characters.hpp"
#include "files/same_text.hpp"
#include "json/near_name.hpp"

namespace allot::files {

namespace {

constexpr std::size_t lines_max = 1'000;  // columns of lines in one row
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::size_t find(const std::vector<std::string>& names, std::string_view name) {
  return column_named(names, name).value_or(none);
}

std::string with_number(std::string name, std::size_t number) {
  const std::size_t place = name.find("{n}");
  return place == std::string::npos ? name : name.replace(place, 3, std::to_string(number));
}

// Every column that a map names.
std::set<std::string> columns_of(const OrderMap& map) {
  std::set<std::string> names;
  for (const ColumnChoice& choice : map.columns) {
    names.insert(choice.columns.begin(), choice.columns.end());
  }
  for (const SkipRule& rule : map.skips) names.insert(rule.column);
  for (const Join& join : map.joins) names.insert(join.key);
  return names;
}

}  // namespace

// A joined file: the rows of the columns that are wanted of it.
struct MappedRecords::Table {
  std::size_t key{};    // column of the record
  std::size_t first{};  // of its columns among the extra ones
  std::size_t width{};
  TextIndex keys;
  TextIndex texts;
  std::vector<std::uint32_t> cells;  // width for each key
  std::string last_key;
  std::uint32_t last_row{TextIndex::none};
};

MappedRecords::MappedRecords(std::unique_ptr<RecordReader> records)
    : records_(std::move(records)), plain_(records_->columns().size()) {}
MappedRecords::~MappedRecords() = default;

Result<std::unique_ptr<MappedRecords>> MappedRecords::open(std::unique_ptr<RecordReader> records,
                                                           const OrderMap& map,
                                                           const std::string& folder,
                                                           ReadWatch* watch) {
  std::unique_ptr<MappedRecords> mapped(new MappedRecords(std::move(records)));
  if (Status status = mapped->join(map, folder, watch); !status.ok()) return status;
  if (Status status = mapped->plan_lines(map); !status.ok()) {
    return with_way_out(status, map, *mapped);
  }
  mapped->extra_.resize(mapped->names_.size());
  mapped->met_.resize(mapped->names_.size());
  return mapped;
}

Status MappedRecords::join(const OrderMap& map, const std::string& folder, ReadWatch* watch) {
  const std::set<std::string> wanted = columns_of(map);
  for (const Join& join : map.joins) {
    auto table = std::make_unique<Table>();
    const Result<std::size_t> key = column(join.key);
    if (!key.ok()) return with_way_out(key.status(), map, *this);
    table->key = key.value();
    table->first = names_.size();
    const bool absolute = !join.file.empty() && join.file.front() == '/';
    Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(
        absolute || folder.empty() ? join.file : folder + "/" + join.file, watch);
    if (!bytes.ok()) return bytes.status();
    Result<std::unique_ptr<RecordReader>> opened = open_records(std::move(bytes.value()), {});
    if (!opened.ok()) return opened.status();
    RecordReader& records = *opened.value();
    const std::size_t their_key = find(records.columns(), join.their_key);
    if (their_key == none) {
      return {StatusCode::invalid_argument,
              records.at_header() + "the header has no column '" + join.their_key + "'" +
                  json::suggestion_of(join.their_key, records.columns())};
    }
    std::vector<std::size_t> taken;
    for (std::size_t i = 0; i < records.columns().size(); ++i) {
      const std::string& name = records.columns()[i];
      if (wanted.count(name) == 0 || column(name).ok()) continue;
      names_.push_back(name);
      taken.push_back(i);
    }
    table->width = taken.size();
    for (bool more = true;;) {
      if (Status status = records.next(more); !status.ok()) return status;
      if (!more) break;
      if (!records.flaw().empty()) continue;
      const std::size_t rows = table->keys.size();
      // Of rows with one key the first counts.
      if (table->keys.number_of(cell_text(records.fields()[their_key])) != rows) continue;
      for (const std::size_t i : taken) {
        table->cells.push_back(table->texts.number_of(records.fields()[i]));
      }
    }
    tables_.push_back(std::move(table));
  }
  return {};
}

Status MappedRecords::plan_lines(const OrderMap& map) {
  first_line_column_ = names_.size();
  packed_ = map.packed;
  const std::vector<std::string>& columns = records_->columns();
  if (!packed_.column.empty()) {
    for (std::size_t n = 1; n <= lines_max; ++n) {
      const std::size_t at = find(columns, with_number(packed_.column, n));
      if (at != none) lines_.push_back({at});
      if (at == none || packed_.column.find("{n}") == std::string::npos) break;
    }
    if (lines_.empty()) {
      return {StatusCode::invalid_argument, records_->at_header() + "the header has no column '" +
                                                with_number(packed_.column, 1) + "'" +
                                                json::suggestion_of(packed_.column, columns)};
    }
    for (const std::string& name : columns_of(map)) {
      if (name.rfind("line.", 0) == 0) names_.push_back(name);
    }
    return {};
  }
  if (!map.numbered) return {};
  for (const std::string& name : columns_of(map)) {
    if (name.find("{n}") != std::string::npos) names_.push_back(name);
  }
  for (std::size_t n = 1; n <= lines_max; ++n) {
    std::vector<std::size_t> line;
    bool any = false;
    for (std::size_t i = first_line_column_; i < names_.size(); ++i) {
      line.push_back(find(columns, with_number(names_[i], n)));
      any = any || line.back() != none;
    }
    if (!any) break;
    lines_.push_back(std::move(line));
  }
  if (!lines_.empty()) return {};
  const std::string first = with_number(names_[first_line_column_], 1);
  return {StatusCode::invalid_argument, records_->at_header() + "the header has no column '" +
                                            first + "'" + json::suggestion_of(first, columns)};
}

Result<std::size_t> MappedRecords::column(const std::string& name) const {
  std::size_t at = find(records_->columns(), name);
  if (at != none) return at;
  at = find(names_, name);
  if (at != none) return plain_ + at;
  std::vector<std::string> known = records_->columns();
  known.insert(known.end(), names_.begin(), names_.end());
  return Status{StatusCode::invalid_argument, records_->at_header() + "the file has no column '" +
                                                  name + "'" + json::suggestion_of(name, known)};
}

void MappedRecords::exchange(std::unique_ptr<RecordReader>& other) {
  std::swap(records_, other);
  plain_ = records_->columns().size();
  name_twice_.clear();
}

Status MappedRecords::next(bool& more) {
  if (lines_.empty()) {
    if (Status status = records_->next(more); !status.ok() || !more) return status;
    if (!tables_.empty()) look_up();
    return {};
  }
  for (;;) {
    if (at_.line > 0 && next_line()) {
      more = true;
      return {};
    }
    // A row without any line is one record all the same, so that it is accounted for.
    if (!at_.any) {
      at_.any = true;
      more = true;
      return {};
    }
    if (Status status = records_->next(more); !status.ok() || !more) return status;
    if (!tables_.empty()) look_up();
    at_.line = 1;
    at_.any = false;
    cell_ = {};
    name_twice_.clear();
    std::fill(extra_.begin() + static_cast<std::ptrdiff_t>(first_line_column_), extra_.end(),
              std::string_view{});
    if (!flaw().empty()) at_.line = lines_.size() + 1;
  }
}

// Effects: goes on to the row's next line that says something.
bool MappedRecords::next_line() {
  while (!cell_.empty() || at_.line <= lines_.size()) {
    bool says_something = false;
    if (!packed_.column.empty()) {
      says_something = unpack(next_packed());
    } else {
      const std::vector<std::size_t>& from = lines_[at_.line++ - 1];
      for (std::size_t i = 0; i < from.size(); ++i) {
        std::string_view& field = extra_[first_line_column_ + i];
        field = from[i] == none ? std::string_view{} : records_->fields()[from[i]];
        says_something = says_something || !field.empty();
      }
    }
    if (says_something) {
      at_.any = true;
      return true;
    }
  }
  return false;
}

// Effects: takes the next line of the cell, or of the next one.
std::string_view MappedRecords::next_packed() {
  if (cell_.empty()) cell_ = records_->fields()[lines_[at_.line++ - 1][0]];
  const std::size_t end =
      packed_.between.empty() ? std::string_view::npos : cell_.find(packed_.between);
  const std::string_view line = cell_.substr(0, end);
  cell_ = end == std::string_view::npos ? std::string_view{}
                                        : cell_.substr(end + packed_.between.size());
  return line;
}

// Effects: reads "name:Lamp|sku:L1|quantity:2" into the line's columns; "L1 x2", whose values have
// no names, into line.1 and line.2.
bool MappedRecords::unpack(std::string_view packed) {
  const auto first = extra_.begin() + static_cast<std::ptrdiff_t>(first_line_column_);
  std::fill(first, extra_.end(), std::string_view{});
  std::fill(met_.begin(), met_.end(), false);
  name_twice_.clear();
  bool any = false;
  for (std::size_t number = 1; !packed.empty(); ++number) {
    const std::size_t end = packed.find(packed_.separator);
    const std::string_view value = packed.substr(0, end);
    packed = end == std::string_view::npos ? std::string_view{}
                                           : packed.substr(end + packed_.separator.size());
    const bool has_names = !packed_.pair.empty();
    const std::size_t colon = has_names ? value.find(packed_.pair) : 0;
    if (colon == std::string_view::npos) continue;
    any = true;
    const std::string name =
        "line." + (has_names ? std::string(value.substr(0, colon)) : std::to_string(number));
    for (std::size_t i = first_line_column_; i < names_.size(); ++i) {
      if (names_[i] != name) continue;
      if (met_[i]) name_twice_ = value.substr(0, colon);
      met_[i] = true;
      extra_[i] = value.substr(colon + packed_.pair.size());
    }
  }
  return any;
}

void MappedRecords::look_up() {
  for (const std::unique_ptr<Table>& table : tables_) {
    const std::string_view key = cell_text(field(table->key));
    if (key != table->last_key || table->last_key.empty()) {
      table->last_key = key;
      table->last_row = table->keys.find(key);
    }
    if (table->last_row == TextIndex::none) ++unjoined_;
    for (std::size_t i = 0; i < table->width; ++i) {
      extra_[table->first + i] =
          table->last_row == TextIndex::none
              ? std::string_view{}
              : table->texts.text(table->cells[table->last_row * table->width + i]);
    }
  }
}

Status with_way_out(const Status& fault, const OrderMap& map, const MappedRecords& records) {
  const std::string& file = records.records().name();
  const std::string who = map.origin == MapOrigin::preset ? "The preset " : "The map ";
  return {fault.code(), fault.message() + "\n  " + who + map.name +
                            " needs it. Write a map of this file with: allot map " + file +
                            " > orders.toml, mend it, and give it with --map orders.toml"};
}

}  // namespace allot::files
