// The fields of a record by what they mean, and what to say of a row that is left out.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/characters.hpp"
#include "files/mapped_records.hpp"
#include "files/numbers.hpp"
#include "files/order_reasons.hpp"
#include "files/row_account.hpp"
#include "files/text_rules.hpp"

namespace allot::files {

class RowFields {
 public:
  // The arguments must live as long as the fields.
  RowFields(const MappedRecords& records, const OrderMap& map, RowAccount& account)
      : records_(records), map_(map), account_(account) {}

  // Errors: a column that is needed and that the file does not have.
  [[nodiscard]] Status find_columns();
  // Roles that the map gives and the file has no column for (OrderMap::columns_may_lack).
  [[nodiscard]] const std::vector<Role>& lacking() const noexcept { return lacking_; }

  // The text of the current record (cell_text); empty when there is none.
  [[nodiscard]] std::string_view operator[](Role role) const noexcept {
    const Source& source = sources_[static_cast<std::size_t>(role)];
    for (const std::size_t column : source.columns) {
      const std::string_view text = cell_text(records_.field(column));
      if (!text.empty()) return text;
    }
    return source.value;
  }
  // The same of the time, whose columns are parts of it, such as day and time of day, with blanks
  // between them. Good until the next call.
  [[nodiscard]] std::string_view time() const {
    const Source& source = sources_[static_cast<std::size_t>(Role::time)];
    if (source.columns.size() < 2) return (*this)[Role::time];
    time_.clear();
    for (const std::size_t column : source.columns) {
      const std::string_view part = cell_text(records_.field(column));
      if (part.empty()) continue;
      if (!time_.empty()) time_ += ' ';
      time_ += part;
    }
    return time_;
  }
  // Returns: the amount of money that the current record says, in minor units of a currency with
  //          `exponent` decimals; nothing where it says none.
  [[nodiscard]] std::optional<Amount> amount(Role role, int exponent) const;
  [[nodiscard]] bool given(Role role) const noexcept {
    const Source& source = sources_[static_cast<std::size_t>(role)];
    return !source.columns.empty() || !source.value.empty();
  }
  // The name of the column from which the role is read first; of the role when there is none.
  [[nodiscard]] std::string_view name_of(Role role) const noexcept {
    const Source& source = sources_[static_cast<std::size_t>(role)];
    return source.columns.empty() ? role_names[static_cast<std::size_t>(role)]
                                  : std::string_view(source.names[0]);
  }
  // The columns from which a role is read, and the name of one of them.
  [[nodiscard]] std::span<const std::size_t> columns_of(Role role) const noexcept {
    return sources_[static_cast<std::size_t>(role)].columns;
  }
  [[nodiscard]] std::string_view name_of(Role role, std::size_t column) const noexcept {
    return sources_[static_cast<std::size_t>(role)].names[column];
  }
  [[nodiscard]] std::string_view text_at(std::size_t column) const noexcept {
    return cell_text(records_.field(column));
  }
  // The column from which the role is read first; none when it is a constant or not given.
  static constexpr std::size_t no_column = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t first_column(Role role) const noexcept {
    const Source& source = sources_[static_cast<std::size_t>(role)];
    return source.columns.empty() ? no_column : source.columns[0];
  }
  [[nodiscard]] std::uint64_t line() const noexcept { return records_.line(); }

  void leave_out(std::size_t reason, std::string_view column, std::string_view text) {
    account_.leave_out(reason, line(), column, text);
  }
  void leave_out(std::size_t reason, Role role) {
    leave_out(reason, name_of(role), role == Role::time ? time() : (*this)[role]);
  }
  // The same where the text is somebody's name or address.
  void leave_out_silently(std::size_t reason, Role role) {
    leave_out(reason, role_names[static_cast<std::size_t>(role)], "not shown");
  }
  [[nodiscard]] RowAccount& account() noexcept { return account_; }
  [[nodiscard]] const OrderMap& map() const noexcept { return map_; }

 private:
  struct Source {
    std::vector<std::size_t> columns;
    std::vector<std::string> names;  // of the columns
    std::string value;
    bool added{};  // ColumnChoice::added
  };

  const MappedRecords& records_;
  const OrderMap& map_;
  RowAccount& account_;
  std::array<Source, role_count> sources_;
  std::vector<Role> lacking_;
  mutable std::string time_;
};

}  // namespace allot::files
