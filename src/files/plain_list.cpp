#include "files/plain_list.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "files/characters.hpp"
#include "files/column_look.hpp"
#include "files/column_names.hpp"
#include "files/column_traits.hpp"
#include "files/decimal_sign.hpp"
#include "files/list_groups.hpp"
#include "files/numbers.hpp"
#include "files/reserved_names.hpp"

namespace allot::files {

namespace {

constexpr std::size_t places_most = 64;

// Effects: takes away the rows for which `is_gone` holds.
template <class Test>
void take_rows_away(FileLook& look, Test is_gone) {
  std::size_t kept = 0;
  for (std::size_t row = 0; row < look.rows.size(); ++row) {
    if (is_gone(row)) continue;
    if (kept != row) {
      look.rows[kept] = std::move(look.rows[row]);
      look.places[kept] = look.places[row];
    }
    ++kept;
  }
  look.rows.resize(kept);
  look.places.resize(kept);
}

// Effects: takes away rows that say that they are totals, where most rows do not.
void take_totals_away(FileLook& look) {
  std::vector<bool> says(look.rows.size());
  std::size_t count = 0;
  for (std::size_t row = 0; row < look.rows.size(); ++row) {
    says[row] = std::ranges::any_of(
        look.rows[row], [](const std::string& text) { return is_word_of_totals(cell_text(text)); });
    count += says[row] ? 1U : 0U;
  }
  if (count == 0 || count * 2 > look.rows.size()) return;
  take_rows_away(look, [&says](std::size_t row) { return says[row]; });
}

// The columns of a list that could be what groups go by.
class Candidates {
 public:
  explicit Candidates(const FileLook& look) : columns_(look), decimal_(decimal_sign_of(look.rows)) {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      traits_.push_back(traits_of(columns_, c, decimal_));
    }
  }

  // Returns: the columns of SKUs, those that are called so first; `merged`: those that do not stand
  //          in each row, else those that do.
  [[nodiscard]] std::vector<std::size_t> skus(bool merged) const {
    std::vector<std::size_t> found;
    for (const bool called : {true, false}) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const ColumnTraits& of = traits_[c];
        const bool is_called = name_rank(columns_.name(c), column_names(ShopColumn::sku)) >= 0;
        if (is_called != called || of.filled == 0 || of.times || of.decimals) continue;
        if (merged ? of.full() || of.filled * 10 < of.rows : !of.full() || of.unique()) continue;
        found.push_back(c);
      }
    }
    constexpr std::size_t columns_most = 3;
    if (found.size() > columns_most) found.resize(columns_most);
    return found;
  }
  // Returns: what could tell the rows of a SKU apart.
  [[nodiscard]] std::vector<std::size_t> places(std::size_t sku) const {
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const ColumnTraits& of = traits_[c];
      const std::string& name = columns_.name(c);
      const bool is_named = name_rank(name, column_names(ShopColumn::node)) >= 0 ||
                            is_name(name, column_names(ShopColumn::lot)) ||
                            is_name(name, column_names(ShopColumn::expiry));
      const bool is_place = of.could_name() && of.letters && !of.units && of.distinct >= 2 &&
                            of.distinct <= places_most && of.distinct * 2 <= of.filled;
      if (c != sku && (is_named || is_place)) found.push_back(c);
    }
    return found;
  }
  // Returns: the column of units: what is called so, or the first of whole numbers.
  [[nodiscard]] std::optional<std::size_t> units(std::size_t sku) const {
    std::optional<std::size_t> best;
    int best_rank = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (c == sku || !traits_[c].units || traits_[c].counts_up) continue;
      const std::string& name = columns_.name(c);
      if (says_reserved(name) || says_level(name)) continue;
      const int rank = name_rank(name, column_names(ShopColumn::for_sale)) >= 0   ? 2
                       : name_rank(name, column_names(ShopColumn::quantity)) >= 0 ? 1
                                                                                  : 0;
      if (best && rank <= best_rank) continue;
      best = c;
      best_rank = rank;
    }
    return best;
  }
  [[nodiscard]] char decimal() const noexcept { return decimal_; }

 private:
  ColumnLook columns_;
  char decimal_;
  std::vector<ColumnTraits> traits_;
};

// Returns: which rows go together where `sku` is the SKU; nothing where no column has units.
std::optional<ListGroups> groups_by(const FileLook& look, const Candidates& candidates,
                                    std::size_t sku) {
  const std::optional<std::size_t> units = candidates.units(sku);
  if (!units) return std::nullopt;
  GroupFinder finder({sku, candidates.places(sku), {*units}, candidates.decimal()});
  for (std::size_t row = 0; row < look.rows.size(); ++row) {
    const std::vector<std::string_view> fields(look.rows[row].begin(), look.rows[row].end());
    finder.take(fields, look.places[row]);
  }
  return finder.found();
}

// Effects: where cells were merged, each row has what stands above it.
void fill_down(FileLook& look) {
  const Candidates candidates(look);
  for (const std::size_t sku : candidates.skus(true)) {
    const std::optional<ListGroups> groups = groups_by(look, candidates, sku);
    if (!groups || groups->continued.empty()) continue;
    const auto goes_on = [&](std::size_t row) {
      return groups->continued.count(look.places[row]) != 0;
    };
    for (std::size_t c = 0; c < look.columns.size(); ++c) {
      bool is_merged = true;
      for (std::size_t row = 0; row < look.rows.size() && is_merged; ++row) {
        is_merged = !goes_on(row) || cell_text(look.rows[row][c]).empty();
      }
      if (!is_merged) continue;
      for (std::size_t row = 1; row < look.rows.size(); ++row) {
        if (goes_on(row)) look.rows[row][c] = look.rows[row - 1][c];
      }
    }
    return;
  }
}

// Effects: takes away rows that are the sum of other rows of their SKU.
void take_sums_away(FileLook& look) {
  const Candidates candidates(look);
  for (const std::size_t sku : candidates.skus(false)) {
    const std::optional<ListGroups> groups = groups_by(look, candidates, sku);
    if (!groups || groups->sums.empty()) continue;
    take_rows_away(look,
                   [&](std::size_t row) { return groups->sums.count(look.places[row]) != 0; });
    return;
  }
}

}  // namespace

FileLook without_totals(FileLook look) {
  constexpr std::size_t rows_least = 4;
  if (look.rows.size() < rows_least) return look;
  const std::vector<std::string>& last = look.rows.back();
  const char decimal = decimal_sign_of(look.rows);
  const auto is_sum = [&](std::size_t column) {
    const auto total = parse_quantity(cell_text(last[column]), decimal);
    std::int64_t sum = 0;
    std::size_t filled = 0;
    for (std::size_t row = 0; row + 1 < look.rows.size(); ++row) {
      const std::int64_t units =
          parse_quantity(cell_text(look.rows[row][column]), decimal).value_or(0);
      sum += units;
      filled += units != 0 ? 1U : 0U;
    }
    return total && *total == sum && filled > 2;
  };
  bool any = false;
  for (std::size_t c = 0; c < last.size() && !any; ++c) any = is_sum(c);
  if (!any) return look;
  look.rows.pop_back();
  look.places.pop_back();
  return look;
}

FileLook plain_list(FileLook look) {
  take_totals_away(look);
  look = without_totals(std::move(look));
  fill_down(look);
  take_sums_away(look);
  return look;
}

}  // namespace allot::files
