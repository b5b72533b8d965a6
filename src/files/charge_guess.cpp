#include "files/charge_guess.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/numbers.hpp"
#include "files/repeated_totals.hpp"
#include "json/counted.hpp"

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
    choose_discount();
    return std::move(found_);
  }

  std::optional<ChargeGuess> run_discount() {
    choose_discount();
    if (found_.empty()) choose_discount_of_lines();
    if (found_.empty()) choose_line_total();
    return found_.empty() ? std::nullopt : std::optional(found_.front());
  }

 private:
  using RowsOfOrders = std::map<std::string_view, std::vector<std::size_t>>;

  // Returns: the rows of each order that was looked at whole.
  [[nodiscard]] RowsOfOrders rows_of_orders(std::size_t order) const {
    RowsOfOrders orders;
    for (std::size_t row = 0; row < look_.rows.size(); ++row) {
      orders[cell_text(look_.rows[row][order])].push_back(row);
    }
    // Of the last one rows may lie behind those that were looked at.
    if (look_.rows.size() >= FileLook::rows_max) {
      orders.erase(cell_text(look_.rows.back()[order]));
    }
    return orders;
  }

  // What the totals of orders say of a column of discounts.
  struct Sums {
    std::size_t orders{};    // with a discount
    std::size_t of_order{};  // of these, add up with what the first row says, once
    std::size_t of_lines{};  // with what all of its rows say together
    std::size_t without{};   // without any
  };

  // Effects: the free column of amounts that is called like a discount, and with which nearly all
  //          orders that have one cost what the file says, is one: of the order, or of each line.
  void choose_discount() {
    const auto total = charge_column(Role::order_total);
    const auto order = column_of(Role::order);
    if (!total || !order) return;
    const RowsOfOrders orders = rows_of_orders(*order);
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      if (!is_discount(c)) continue;
      Sums sums;
      for (const auto& [number, rows] : orders) add_up(rows, c, *total, sums);
      const std::size_t best = std::max(sums.of_order, sums.of_lines);
      if (best == 0 || best * 10 < sums.orders * 9 || sums.without >= best) continue;
      const bool is_of_order = sums.of_order == best;
      taken_[c] = true;
      found_.push_back({is_of_order ? Role::order_discount : Role::line_discount, c,
                        "by its name, and with it " + std::to_string(best) + " of " +
                            json::counted(sums.orders, "order") +
                            " with a discount cost what the file says"});
      return;
    }
  }

  [[nodiscard]] bool is_discount(std::size_t column) const {
    return !taken_[column] && has_word(look_.columns[column], words_of(Words::discount)) &&
           holds_amounts(column);
  }

  // Returns: what the units of a row cost by their price; nothing where it does not say.
  [[nodiscard]] std::optional<MoneyMinor> cost_at(std::size_t row, std::size_t price,
                                                  std::size_t quantity) const {
    const std::optional<MoneyMinor> amount = amount_at(row, price);
    const auto units = parse_quantity(cell_text(look_.rows[row][quantity]), map_.decimal);
    MoneyMinor cost = 0;
    if (!amount || !units || __builtin_mul_overflow(*amount, *units, &cost)) return std::nullopt;
    return cost;
  }

  // Effects: a column that is called a discount is the line's where a column of amounts is price
  //          times quantity less it, in nearly all rows that have one.
  void choose_discount_of_lines() {
    constexpr std::size_t rows_least = 3;
    const auto price = column_of(Role::price);
    const auto quantity = column_of(Role::quantity);
    if (!price || !quantity) return;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      if (!is_discount(c)) continue;
      for (std::size_t total = 0; total < look_.columns.size(); ++total) {
        if (total == c || total == *price || !holds_amounts(total)) continue;
        std::size_t discounted = 0;
        std::size_t held = 0;
        for (std::size_t row = 0; row < look_.rows.size(); ++row) {
          const auto cost = cost_at(row, *price, *quantity);
          const MoneyMinor off = amount_at(row, c).value_or(0);
          if (!cost || off == 0) continue;
          ++discounted;
          held += amount_at(row, total) == *cost - off ? 1U : 0U;
        }
        if (held < rows_least || held * 20 < discounted * 19) continue;
        taken_[c] = true;
        found_.push_back({Role::line_discount, c,
                          "by its name, and '" + look_.columns[total] +
                              "' is price times quantity less it in " + std::to_string(held) +
                              " of " + json::counted(discounted, "row") + " with a discount"});
        return;
      }
    }
  }

  // Effects: a column that is called a total of lines goes before the price where nearly all orders
  //          cost what the file says with it, and fewer with the price.
  void choose_line_total() {
    const auto total = charge_column(Role::order_total);
    const auto order = column_of(Role::order);
    const auto price = column_of(Role::price);
    const auto quantity = column_of(Role::quantity);
    if (!total || !order || !price || !quantity) return;
    const RowsOfOrders orders = rows_of_orders(*order);
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const bool is_total = name_rank(look_.columns[c], column_names(Role::line_total)) >= 0;
      if (taken_[c] || !is_total || c == *total || !holds_amounts(c)) continue;
      std::size_t asked = 0;
      std::size_t by_lines = 0;
      std::size_t by_price = 0;
      for (const auto& [number, rows] : orders) {
        const MoneyMinor whole = said(rows, *total, false);
        if (whole == 0) continue;
        MoneyMinor goods = 0;
        for (const std::size_t row : rows) {
          goods += cost_at(row, *price, *quantity).value_or(0);
        }
        ++asked;
        by_price += fits(rows, goods, whole) ? 1U : 0U;
        by_lines += fits(rows, said(rows, c, true), whole) ? 1U : 0U;
      }
      constexpr std::size_t orders_least = 3;
      if (by_lines < orders_least || by_lines * 10 < asked * 9 || by_price * 10 >= asked * 9)
        continue;
      found_.push_back({Role::line_total, c,
                        "with it " + std::to_string(by_lines) + " of " +
                            json::counted(asked, "order") + " cost what the file says, with " +
                            "'" + look_.columns[*price] + "' " + std::to_string(by_price)});
      return;
    }
  }

  // Whether goods with their shipping, and perhaps their tax, cost what the file says.
  [[nodiscard]] bool fits(const std::vector<std::size_t>& rows, MoneyMinor goods,
                          MoneyMinor whole) const {
    if (const auto shipping = charge_column(Role::shipping)) goods += said(rows, *shipping, false);
    if (const auto of_lines = charge_column(Role::line_shipping)) {
      goods += said(rows, *of_lines, true);
    }
    const auto order_tax = charge_column(Role::order_tax);
    const auto line_tax = charge_column(Role::line_tax);
    const MoneyMinor tax = order_tax  ? said(rows, *order_tax, false)
                           : line_tax ? said(rows, *line_tax, true)
                                      : 0;
    // Prices may have their tax in them.
    return goods == whole || goods + tax == whole;
  }

  void add_up(const std::vector<std::size_t>& rows, std::size_t discount, std::size_t total,
              Sums& sums) const {
    const auto price = column_of(map_.of(Role::price).given() ? Role::price : Role::line_total);
    const auto quantity = column_of(Role::quantity);
    if (!price) return;
    MoneyMinor goods = 0;
    for (const std::size_t row : rows) {
      const std::optional<MoneyMinor> amount = amount_at(row, *price);
      const auto units = map_.of(Role::price).given() && quantity
                             ? parse_quantity(cell_text(look_.rows[row][*quantity]), map_.decimal)
                             : std::optional<std::int64_t>(1);
      MoneyMinor cost = 0;
      if (!amount || !units || __builtin_mul_overflow(*amount, *units, &cost) ||
          __builtin_add_overflow(goods, cost, &goods)) {
        return;
      }
    }
    const MoneyMinor off = said(rows, discount, false);
    const MoneyMinor whole = said(rows, total, false);
    if (off == 0 || whole == 0) return;
    ++sums.orders;
    sums.of_order += fits(rows, goods - off, whole) ? 1U : 0U;
    sums.of_lines += fits(rows, goods - said(rows, discount, true), whole) ? 1U : 0U;
    sums.without += fits(rows, goods, whole) ? 1U : 0U;
  }

  // Returns: the amount that the first row says that says one, or that all say together; without
  //          its sign, as some write what is taken off as less than nothing.
  [[nodiscard]] MoneyMinor said(const std::vector<std::size_t>& rows, std::size_t column,
                                bool together) const {
    MoneyMinor sum = 0;
    for (const std::size_t row : rows) {
      if (cell_text(look_.rows[row][column]).empty()) continue;
      if (__builtin_add_overflow(sum, amount_at(row, column).value_or(0), &sum)) return 0;
      if (!together) break;
    }
    return sum;
  }

  [[nodiscard]] std::optional<MoneyMinor> amount_at(std::size_t row, std::size_t column) const {
    const Amount amount = parse_amount(cell_text(look_.rows[row][column]), map_.decimal, 2);
    return amount.valid ? std::optional(amount.minor) : std::nullopt;
  }

  // Returns: the column of a charge that was found before, or here.
  [[nodiscard]] std::optional<std::size_t> charge_column(Role role) const {
    const auto here = std::ranges::find(found_, role, &ChargeGuess::role);
    return here != found_.end() ? std::optional(here->column) : column_of(role);
  }

  // Effects: the free column of amounts whose name fits best becomes `whole`, or `of_line` when
  //          rows of one order say several. It has to be called so and no more: a name that merely
  //          holds such a word may be of a postcode, or of a number for taxes.
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
    const bool is_bare = rank < 0 || rank >= static_cast<int>(names.size());
    if (is_bare && (is_total || is_total_by_rows(column, role))) {
      return static_cast<int>(names.size()) - 1;
    }
    return rank;
  }

  // A "total" beside the price of a unit is the order's where rows show it.
  [[nodiscard]] bool is_total_by_rows(std::size_t column, Role role) const {
    const auto order = column_of(Role::order);
    if (role != Role::order_total || !order || !map_.of(Role::price).given() ||
        !is_name(look_.columns[column], column_names(Role::line_total)) || !holds_amounts(column)) {
      return false;
    }
    const ColumnLook columns(look_);
    return !why_of_orders(columns, {.order = *order,
                                    .amount = column,
                                    .quantity = column_of(Role::quantity),
                                    .decimal = map_.decimal})
                .empty();
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

std::optional<ChargeGuess> guess_discount(const FileLook& look, const OrderMap& map,
                                          std::vector<bool> taken) {
  return ChargeGuesser(look, map, std::move(taken)).run_discount();
}

}  // namespace allot::files
