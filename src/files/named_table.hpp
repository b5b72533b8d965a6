// A table whose columns have names that are known: of stock, products, nodes, lanes, updates.
//
// Each column goes by several names, which are compared as those of orders are. Rows are accounted
// for as those of orders are. Threads: one at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/column_names.hpp"
#include "files/open_records.hpp"
#include "files/record_reader.hpp"
#include "files/row_account.hpp"
#include "files/table_form.hpp"

namespace allot::files {

struct NamedColumn {
  std::string_view name;
  Names others;  // folded names that mean the same, the better ones first
  bool needed{};
  // Of several columns that fit, none is taken for the better one: they may hold other numbers.
  bool only_one{};
  // Folded names that go before all of `others`: a column of these is taken, the rest passed over.
  Names better{};
  // A folded name: where the file has such a column, this one is not needed.
  std::string_view unless{};
};

class NamedTable {
 public:
  // Errors: those of the file; a needed column that it does not have, with the one that was meant
  // perhaps; two columns where only one can be. `watch` as in ByteSource::open_file.
  // `key`: of the map of the orders, under which it says `form`.
  [[nodiscard]] static Result<NamedTable> open(const std::string& path,
                                               std::span<const NamedColumn> columns,
                                               std::string_view key, const TableForm& form,
                                               ReadWatch* watch = nullptr);

  // Effects: goes to the next row that is whole; others are accounted for.
  [[nodiscard]] Status next(bool& more);
  // Returns: the text of column `number` of those asked for, without blanks around it; empty when
  //          the file has no such column.
  [[nodiscard]] std::string_view operator[](std::size_t number) const noexcept;
  // Returns: what stands before the decimals of the amounts in column `number`, '.' or ',', by the
  //          file's first rows; `usual` when they do not say.
  [[nodiscard]] char decimal_of(std::size_t number, int exponent, char usual) const;
  // The beginning of the file: its first rows, as they stand there.
  [[nodiscard]] const FileLook& look() const noexcept { return look_; }
  [[nodiscard]] bool has(std::size_t number) const noexcept { return at_[number] != absent; }

  // Returns: how many rows before this one, of those that this was asked of, have the same fields.
  //          Memory: about 24 bytes per row. By a hash of 64 bits.
  [[nodiscard]] std::uint32_t repeats();

  void use() noexcept { account_.use(); }
  // Leaves the row out because of what stands in column `number`, or because the file has no such
  // column.
  // `suspicious`: RowReason::suspicious.
  void leave_out(std::string_view reason, std::string_view advice, std::size_t number,
                 bool suspicious = true);

  [[nodiscard]] RowAccount& account() noexcept { return account_; }
  [[nodiscard]] std::uint64_t line() const noexcept { return records_->line(); }
  // What reads the file: its form, its name, and all fields of the row.
  [[nodiscard]] const RecordReader& records() const noexcept { return *records_; }
  // Of JSON lines: of a CSV with the same columns.
  [[nodiscard]] const WrittenForm& written() const noexcept { return written_; }
  [[nodiscard]] const std::vector<std::string>& columns() const noexcept {
    return records_->columns();
  }
  // Returns: the number of a further column, given as its place in the file.
  std::size_t ask(std::size_t column);
  // Returns: what the file calls column `number`. Requires: has(number).
  [[nodiscard]] const std::string& called(std::size_t number) const noexcept {
    return columns()[at_[number]];
  }
  // Returns: its place among the columns of the file. Requires: has(number).
  [[nodiscard]] std::size_t place(std::size_t number) const noexcept { return at_[number]; }
  // Columns that fit column `number`, too, but for its `better` names.
  [[nodiscard]] const std::vector<std::string>& passed_over(std::size_t number) const noexcept {
    return passed_over_[number];
  }
  // Columns that nobody asked for.
  [[nodiscard]] const std::vector<std::string>& unknown_columns() const noexcept {
    return unknown_;
  }

 private:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);

  explicit NamedTable(std::unique_ptr<RecordReader> records) : records_(std::move(records)) {}
  [[nodiscard]] Status find(std::span<const NamedColumn> columns);
  // Effects: `known` says which columns of the file somebody asked for.
  [[nodiscard]] Status find(const NamedColumn& column, std::vector<bool>& known);

  std::unique_ptr<RecordReader> records_;
  FileLook look_;
  std::vector<std::size_t> at_;
  std::vector<std::vector<std::string>> passed_over_;
  std::vector<std::string> unknown_;
  std::unordered_map<std::uint64_t, std::uint32_t> met_;  // by the hash of a row, how often
  WrittenForm written_;
  RowAccount account_;
};

}  // namespace allot::files
