#include "files/charge_guess.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/numbers.hpp"

namespace allot::files {

namespace {

class ChargeGuesser {
 public:
  ChargeGuesser(const FileLook& look, const OrderMap& map, std::vector<bool> taken)
      : look_(look), map_(map), taken_(std::move(taken)) {}

  std::vector<ChargeGuess> run() {
    choose(Role::shipping_tax, Role::line_shipping_tax);
    choose(Role::shipping, Role::line_shipping);
    choose(Role::order_tax, Role::line_tax);
    if (!map_.of(Role::order_total).given()) choose(Role::order_total, Role::order_total);
    return std::move(found_);
  }

 private:
  // Effects: the free column of amounts whose name fits best becomes `whole`, or `of_line` when
  // rows
  //          of one order say several. It has to be called so and no more: a name that merely holds
  //          such a word may be of a postcode, or of a number for taxes.
  void choose(Role whole, Role of_line) {
    const Names names = column_names(whole);
    int best = static_cast<int>(names.size());
    std::size_t chosen = look_.columns.size();
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const int rank = taken_[c] ? -1 : rank_of(c, whole);
      if (rank < 0 || rank >= best || !holds_amounts(c)) continue;
      if (whole == Role::order_tax && holds_rates(c)) continue;
      best = rank;
      chosen = c;
    }
    if (chosen == look_.columns.size()) return;
    taken_[chosen] = true;
    const bool is_of_line = whole != of_line && differs_within_orders(chosen);
    found_.push_back({is_of_line ? of_line : whole, chosen,
                      is_of_line ? "by its name, and rows of one order say several"
                                 : "by its name, and rows of one order say one"});
  }

  // A "total" is the order's where JSON has it beside the lines.
  [[nodiscard]] int rank_of(std::size_t column, Role role) const {
    const std::string& name = look_.columns[column];
    const Names names = column_names(role);
    const int rank = name_rank(name, names);
    const bool is_beside_lines = !look_.lines.empty() && !name.starts_with(look_.lines + ".");
    const bool is_total = role == Role::order_total && is_beside_lines &&
                          is_name(name, column_names(Role::line_total));
    return is_total && rank < 0 ? static_cast<int>(names.size()) - 1 : rank;
  }

  [[nodiscard]] bool holds_amounts(std::size_t column) const {
    if (look_.columns[column].find('%') != std::string::npos) return false;
    std::size_t good = 0;
    std::size_t all = 0;
    for (const std::vector<std::string>& row : look_.rows) {
      const std::string_view text = cell_text(row[column]);
      if (text.empty()) continue;
      ++all;
      good += text.back() != '%' && parse_amount(text, map_.decimal, 2).valid ? 1U : 0U;
    }
    return all > 0 && good * 10 >= all * 9;
  }

  // Whether what stands in most orders is the same for different prices.
  [[nodiscard]] bool holds_rates(std::size_t column) const {
    const auto price = column_of(map_.of(Role::price).given() ? Role::price : Role::line_total);
    const auto order = column_of(Role::order);
    if (!price || !order) return false;
    std::set<std::string_view> orders;
    std::map<std::string_view, std::set<std::string_view>> prices;  // by what stands there
    for (const std::vector<std::string>& row : look_.rows) {
      const std::string_view text = cell_text(row[column]);
      if (parse_amount(text, map_.decimal, 4).minor == 0) continue;
      if (orders.insert(cell_text(row[*order])).second) {
        prices[text].insert(cell_text(row[*price]));
      }
    }
    const auto met =
        std::ranges::count_if(prices, [](const auto& entry) { return entry.second.size() > 1; });
    return static_cast<std::size_t>(met) * 2 > prices.size();
  }

  // Whether two rows of one order say different things in a column.
  [[nodiscard]] bool differs_within_orders(std::size_t column) const {
    const auto order = column_of(Role::order);
    if (!order) return false;
    std::map<std::string_view, std::string_view> said;
    return std::ranges::any_of(look_.rows, [&](const std::vector<std::string>& row) {
      const std::string_view text = cell_text(row[column]);
      if (text.empty()) return false;
      const auto [known, is_new] = said.try_emplace(cell_text(row[*order]), text);
      return !is_new && known->second != text;
    });
  }

  // The column that a role is read from first, where it is found.
  [[nodiscard]] std::optional<std::size_t> column_of(Role role) const {
    const std::vector<std::string>& names = map_.of(role).columns;
    if (names.empty()) return std::nullopt;
    const auto at = std::ranges::find(look_.columns, names[0]);
    return static_cast<std::size_t>(at - look_.columns.begin());
  }

  const FileLook& look_;
  const OrderMap& map_;
  std::vector<bool> taken_;
  std::vector<ChargeGuess> found_;
};

}  // namespace

std::vector<ChargeGuess> guess_charges(const FileLook& look, const OrderMap& map,
                                       std::vector<bool> taken) {
  return ChargeGuesser(look, map, std::move(taken)).run();
}

}  // namespace allot::files
