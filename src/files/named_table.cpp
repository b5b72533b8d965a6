#include "files/named_table.hpp"

#include <xxhash.h>

#include <algorithm>
#include <optional>

#include "files/characters.hpp"
#include "files/numbers.hpp"
#include "files/open_records.hpp"
#include "files/text_rules.hpp"
#include "json/near_name.hpp"

namespace allot::files {

namespace {

// Returns: how well a column's name fits, 0 best; nothing when it does not.
std::optional<std::size_t> rank_of(const NamedColumn& column, const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (name == folded_name(column.name)) return 0;
  const auto other = std::ranges::find(column.others, name);
  if (other == column.others.end()) return std::nullopt;
  return static_cast<std::size_t>(other - column.others.begin()) + 1;
}

// Returns: what else the column may be called, to be said to who has none of these.
std::string other_names(const NamedColumn& column) {
  constexpr std::size_t shown_max = 8;
  std::string text;
  for (const std::string_view other :
       column.others.first(std::min(column.others.size(), shown_max))) {
    if (other == column.name) continue;
    text += (text.empty() ? "; it may be called " : ", ") + std::string(other);
  }
  return text + (column.others.size() > shown_max ? " and more (docs/files.md)" : "");
}

}  // namespace

Result<NamedTable> NamedTable::open(const std::string& path, std::span<const NamedColumn> columns,
                                    std::string_view key, const TableForm& form, ReadWatch* watch) {
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path, watch);
  if (!bytes.ok()) return bytes.status();
  Result<std::unique_ptr<TextSource>> text =
      TextSource::open(std::move(bytes.value()), form.encoding);
  if (!text.ok()) return text.status();
  Result<FileLook> look = look_at(*text.value(), {});
  if (!look.ok()) return look.status();
  const Encoding encoding = text.value()->encoding();
  Result<std::unique_ptr<RecordReader>> records = open_records(std::move(text.value()), {});
  if (!records.ok()) return records.status();
  NamedTable table(std::move(records.value()));
  if (look.value().sniffed.shape == Shape::delimited) {
    table.written_ = {look.value().sniffed.dialect.delimiter, encoding};
  }
  table.look_ = std::move(look.value());
  if (Status status = table.find(columns); !status.ok()) {
    return Status{status.code(),
                  status.message() + encoding_advice(table.records().form_text(),
                                                     "under [" + std::string(key) + "] of a map")};
  }
  return table;
}

Status NamedTable::find(const NamedColumn& column, std::vector<bool>& known) {
  const std::vector<std::string>& names = records_->columns();
  at_.push_back(absent);
  std::vector<std::string>& passed_over = passed_over_.emplace_back();
  const auto is_better = [&](std::size_t i) { return is_name(names[i], column.better); };
  bool better = false;
  for (std::size_t i = 0; i < names.size(); ++i) better = better || is_better(i);
  std::size_t best = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::optional<std::size_t> rank = rank_of(column, folded_name(names[i]));
    if (better && !is_better(i)) {
      if (!rank) continue;
      passed_over.push_back(names[i]);
      known[i] = true;
      continue;
    }
    if (better) rank = 0;
    if (!rank) continue;
    if (at_.back() != absent && (column.only_one || *rank == best)) {
      return {StatusCode::invalid_argument, records_->at_header() + "both '" + names[at_.back()] +
                                                "' and '" + names[i] + "' are the column " +
                                                std::string(column.name) +
                                                ": take away the one that is not meant"};
    }
    if (at_.back() != absent && *rank > best) continue;
    best = *rank;
    at_.back() = i;
  }
  if (at_.back() != absent) known[at_.back()] = true;
  return {};
}

Status NamedTable::find(std::span<const NamedColumn> columns) {
  const std::vector<std::string>& names = records_->columns();
  std::vector<bool> known(names.size(), false);
  for (const NamedColumn& column : columns) {
    if (Status status = find(column, known); !status.ok()) return status;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!known[i]) unknown_.push_back(names[i]);
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!columns[c].needed || at_[c] != absent) continue;
    const bool is_spared = std::ranges::any_of(names, [&](const std::string& name) {
      return !columns[c].unless.empty() && folded_name(name) == columns[c].unless;
    });
    if (is_spared) continue;
    return {StatusCode::invalid_argument,
            records_->at_header() + "the file has no column '" + std::string(columns[c].name) +
                "'" + json::suggestion_of(columns[c].name, unknown_, names) +
                other_names(columns[c])};
  }
  return {};
}

char NamedTable::decimal_of(std::size_t number, int exponent, char usual) const {
  if (!has(number)) return usual;
  const auto exact = [&](char decimal) {
    return std::count_if(look_.rows.begin(), look_.rows.end(),
                         [&](const std::vector<std::string>& row) {
                           const Amount amount = parse_amount(row[at_[number]], decimal, exponent);
                           return amount.valid && amount.exact;
                         });
  };
  const char other = usual == ',' ? '.' : ',';
  return exact(other) > exact(usual) ? other : usual;
}

Status NamedTable::next(bool& more) {
  for (;;) {
    if (Status status = records_->next(more); !status.ok() || !more) return status;
    if (records_->flaw().empty()) return {};
    account_.leave_out(account_.add_reason("row_shape", "mend the row", true), line(), "row",
                       records_->flaw());
  }
}

std::uint32_t NamedTable::repeats() {
  std::uint64_t hash = 0;
  for (const std::string_view field : records_->fields()) {
    hash = XXH3_64bits_withSeed(field.data(), field.size(), hash + 1);
  }
  return met_[hash]++;
}

std::string_view NamedTable::operator[](std::size_t number) const noexcept {
  return at_[number] == absent ? std::string_view{} : cell_text(records_->fields()[at_[number]]);
}

std::size_t NamedTable::ask(std::size_t column) {
  std::erase(unknown_, columns()[column]);
  at_.push_back(column);
  passed_over_.emplace_back();
  return at_.size() - 1;
}

void NamedTable::leave_out(std::string_view reason, std::string_view advice, std::size_t number,
                           bool suspicious) {
  account_.leave_out(
      account_.add_reason(std::string(reason), std::string(advice), suspicious), line(),
      has(number) ? std::string_view(records_->columns()[at_[number]]) : std::string_view{},
      (*this)[number]);
}

}  // namespace allot::files
