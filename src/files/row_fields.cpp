#include "files/row_fields.hpp"

#include <algorithm>

namespace allot::files {

namespace {

bool is_needed(Role role, const OrderMap& map) {
  if (!map.columns_may_lack || role == Role::order || role == Role::time || role == Role::sku) {
    return true;
  }
  const std::vector<std::string>& names = map.of(role).columns;
  return std::any_of(names.begin(), names.end(), [&map](const std::string& name) {
    return std::find(map.detect.begin(), map.detect.end(), name) != map.detect.end();
  });
}

}  // namespace

Status RowFields::find_columns() {
  for (std::size_t role = 0; role < role_count; ++role) {
    const ColumnChoice& choice = map_.columns[role];
    Source& source = sources_[role];
    source.value = choice.value;
    source.added = choice.added;
    // Several columns of a time are its parts, those of others stand in for each other.
    const bool each = !map_.columns_may_lack || role == static_cast<std::size_t>(Role::time);
    Status fault;
    for (const std::string& name : choice.columns) {
      const Result<std::size_t> column = records_.column(name);
      if (column.ok()) {
        source.names.push_back(name);
        source.columns.push_back(column.value());
      } else if (fault.ok()) {
        fault = column.status();
      }
    }
    if (fault.ok() || (!each && !source.columns.empty())) continue;
    if (is_needed(static_cast<Role>(role), map_)) return with_way_out(fault, map_, records_);
    lacking_.push_back(static_cast<Role>(role));
  }
  return {};
}

std::optional<Amount> RowFields::amount(Role role, int exponent) const {
  const Source& source = sources_[static_cast<std::size_t>(role)];
  if (!source.added) {
    const std::string_view text = (*this)[role];
    if (text.empty()) return std::nullopt;
    return parse_amount(text, map_.decimal, exponent);
  }
  constexpr MoneyMinor minor_max = 100'000'000'000'000'000;  // as of one amount
  std::optional<Amount> sum;
  MoneyMinor minor = 0;
  for (const std::size_t column : source.columns) {
    const std::string_view text = cell_text(records_.field(column));
    if (text.empty()) continue;
    const Amount part = parse_amount(text, map_.decimal, exponent);
    if (!sum) sum = Amount{true, true, false, 0};
    minor += part.negative ? -part.minor : part.minor;
    const bool is_small = minor < minor_max && minor > -minor_max;
    sum->valid = sum->valid && part.valid && is_small;
    sum->exact = sum->exact && part.exact;
    if (!is_small) minor = 0;
  }
  if (!sum) return std::nullopt;
  sum->negative = minor < 0;
  sum->minor = minor < 0 ? -minor : minor;
  return sum;
}

}  // namespace allot::files
