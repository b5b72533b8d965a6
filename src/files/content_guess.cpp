#include "files/content_guess.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "files/characters.hpp"
#include "files/column_traits.hpp"
#include "files/draft_lines.hpp"
#include "files/implausible_values.hpp"
#include "files/numbers.hpp"
#include "files/repeated_totals.hpp"
#include "files/row_account.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

constexpr std::size_t statuses_most = 12;
constexpr std::size_t zones_most = 60;

// Whether nearly all of some cases are so.
bool nearly(std::size_t held, std::size_t all) { return all > 0 && held * 20 >= all * 19; }

// What is told of the rows once it is known which of them make an order.
class OrderRows {
 public:
  explicit OrderRows(const ColumnLook& columns) : columns_(columns) {
    for (std::size_t c = 0; c < columns.size(); ++c) traits_.push_back(traits_of(columns, c));
  }

  [[nodiscard]] const ColumnTraits& of(std::size_t column) const { return traits_[column]; }
  [[nodiscard]] std::size_t rows() const { return columns_.rows().size(); }
  [[nodiscard]] std::size_t orders() const { return orders_.size(); }

  // `column`: the numbers of orders.
  void read_orders(std::size_t column) {
    std::map<std::string_view, std::vector<std::size_t>> by_number;
    for (std::size_t row = 0; row < rows(); ++row) {
      const std::string_view number = cell(row, column);
      if (!number.empty()) by_number[number].push_back(row);
    }
    for (auto& [number, of] : by_number) orders_.push_back(std::move(of));
  }

  // Returns: of the orders with several lines, how many say different things in a column.
  [[nodiscard]] std::pair<std::size_t, std::size_t> differing(std::size_t column) const {
    std::size_t several = 0;
    std::size_t differ = 0;
    for (const std::vector<std::size_t>& of : orders_) {
      if (of.size() < 2) continue;
      ++several;
      differ += std::ranges::any_of(
                    of, [&](std::size_t row) { return cell(row, column) != cell(of[0], column); })
                    ? 1U
                    : 0U;
    }
    return {differ, several};
  }
  // What is the same on all lines of nearly every order with several.
  [[nodiscard]] bool is_of_order(std::size_t column) const {
    const auto [differ, several] = differing(column);
    return several > 0 && differ * 20 <= several;
  }

  [[nodiscard]] bool may_be_of_order(std::size_t column) const {
    const auto [differ, several] = differing(column);
    return differ * 20 <= several;
  }

  // Small whole numbers that are no numbers of lines.
  [[nodiscard]] bool could_count(std::size_t column) const {
    const ColumnTraits& traits = of(column);
    if (!traits.units || !traits.full() || traits.bytes_most > 5) return false;
    std::size_t small = 0;
    for (const std::string_view text : columns_.texts(column)) {
      const auto units = parse_quantity(text);
      constexpr std::int64_t many = 1'000;
      small += units && *units >= -many && *units != 0 && *units <= many ? 1U : 0U;
    }
    return nearly(small, traits.filled) && !counts_lines(column) &&
           !(traits.unique() && traits.ascends && rows() > 3);
  }
  [[nodiscard]] bool counts_lines(std::size_t column) const {
    std::size_t several = 0;
    std::size_t held = 0;
    for (const std::vector<std::size_t>& of : orders_) {
      if (of.size() < 2) continue;
      ++several;
      bool all = true;
      for (std::size_t i = 0; i < of.size(); ++i) {
        const auto number = parse_quantity(cell(of[i], column));
        const auto first = parse_quantity(cell(of[0], column));
        all = all && number && first && *number == *first + static_cast<std::int64_t>(i);
      }
      held += all ? 1U : 0U;
    }
    return several > 1 && nearly(held, several);
  }

  // Whole numbers are amounts, too, of a currency without decimals.
  [[nodiscard]] bool is_amount(std::size_t column) const {
    const ColumnTraits& traits = traits_[column];
    if (traits.times || traits.clocks || traits.addresses) return false;
    return traits.decimals || (traits.units && !traits.unique() && traits.bytes_most >= 2);
  }

 private:
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return cell_text(columns_.rows()[row][column]);
  }

  const ColumnLook& columns_;
  std::vector<ColumnTraits> traits_;
  std::vector<std::vector<std::size_t>> orders_;  // rows of each
};

// Amounts and units of the rows.
class Numbers {
 public:
  // `decimal`: what stands before decimals; '\0': the amounts say.
  Numbers(const ColumnLook& columns, char decimal) : columns_(columns), decimal_(decimal) {}

  [[nodiscard]] char decimal() const noexcept { return decimal_; }
  [[nodiscard]] char decimal_or_point() const noexcept { return decimal_ == '\0' ? '.' : decimal_; }

  void read_decimal(const std::vector<std::size_t>& amounts) {
    if (decimal_ != '\0') return;
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const std::size_t c : amounts) {
      for (const std::string_view text : columns_.texts(c)) {
        const auto exact = [text](char decimal) {
          const Amount amount = parse_amount(text, decimal, 2);
          return amount.valid && amount.exact ? 1U : 0U;
        };
        commas += exact(',');
        points += exact('.');
      }
    }
    if (commas != points) decimal_ = commas > points ? ',' : '.';
  }

  [[nodiscard]] std::optional<std::int64_t> units_at(std::size_t row, std::size_t column) const {
    return parse_quantity(cell(row, column), decimal_);
  }
  [[nodiscard]] std::optional<MoneyMinor> amount_at(std::size_t row, std::size_t column) const {
    const Amount amount = parse_amount(cell(row, column), decimal_or_point(), 2);
    if (!amount.valid || amount.negative) return std::nullopt;
    return amount.minor;
  }

  // Whether `whole` is `part` times `units` in nearly all rows, of which some have more than one.
  [[nodiscard]] bool is_product(std::size_t whole, std::size_t part, std::size_t units) const {
    std::size_t held = 0;
    std::size_t all = 0;
    bool any = false;
    for (std::size_t row = 0; row < columns_.rows().size(); ++row) {
      const auto w = amount_at(row, whole);
      const auto p = amount_at(row, part);
      const auto u = units_at(row, units);
      if (!w || !p || !u || *u <= 0) continue;
      ++all;
      any = any || *u > 1;
      MoneyMinor product = 0;
      if (__builtin_mul_overflow(*p, *u, &product)) continue;
      // A total is rounded once.
      held += *w >= product - 1 && *w <= product + 1 ? 1U : 0U;
    }
    return any && nearly(held, all);
  }

  // What the amounts of a column are of.
  [[nodiscard]] AmountVotes votes_of(std::size_t amount, std::size_t sku,
                                     std::size_t quantity) const {
    AmountVotes votes;
    std::map<std::string_view, std::uint64_t> skus;
    for (std::size_t row = 0; row < columns_.rows().size(); ++row) {
      const auto units = units_at(row, quantity);
      const auto money = amount_at(row, amount);
      if (!units || !money) continue;
      votes.add(skus.try_emplace(cell(row, sku), skus.size()).first->second, *units, *money);
    }
    return votes;
  }

  [[nodiscard]] std::int64_t sum_of(std::size_t column) const {
    std::int64_t sum = 0;
    for (const std::string_view text : columns_.texts(column)) {
      sum += std::max<std::int64_t>(parse_quantity(text).value_or(0), 0);
    }
    return sum;
  }

 private:
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return cell_text(columns_.rows()[row][column]);
  }

  const ColumnLook& columns_;
  char decimal_;
};

// Two or three capitals are codes of countries and currencies.
bool holds_codes_of_places(const ColumnLook& columns, std::size_t column) {
  return columns.seen_mostly(column, [](std::string_view text) {
    return text.size() <= 3 &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  });
}

class ContentReader {
 public:
  ContentReader(const ColumnLook& columns, const OrderMap& map, std::vector<bool> taken,
                const ContentHints& hints)
      : columns_(columns),
        taken_(std::move(taken)),
        hints_(hints),
        rows_(columns),
        numbers_(columns, map.decimal_known ? map.decimal : '\0') {
    for (std::size_t r = 0; r < role_count; ++r) {
      const ColumnChoice& choice = map.columns[r];
      known_[r] = choice.given();
      if (!choice.columns.empty()) at_[r] = columns.place_of(choice.columns[0]);
    }
  }

  ContentGuess run() {
    if (rows_.rows() < 2) return std::move(guess_);
    if (hints_.sku && at(Role::sku) != hints_.sku) {
      for (std::size_t r = 0; r < role_count; ++r) {
        if (at_[r] != hints_.sku) continue;
        known_[r] = false;
        at_[r].reset();
      }
      take(Role::sku, *hints_.sku, hints_.why, false);
    }
    take_time();
    take_customer();
    take_order();
    if (at(Role::order)) rows_.read_orders(*at(Role::order));
    take_sku();
    take_quantity_and_money();
    tell_few();
    guess_.decimal = numbers_.decimal();
    return std::move(guess_);
  }

 private:
  [[nodiscard]] bool knows(Role role) const { return known_[static_cast<std::size_t>(role)]; }
  [[nodiscard]] std::optional<std::size_t> at(Role role) const {
    return at_[static_cast<std::size_t>(role)];
  }

  void take(Role role, std::size_t column, std::string why, bool doubtful) {
    taken_[column] = true;
    known_[static_cast<std::size_t>(role)] = true;
    at_[static_cast<std::size_t>(role)] = column;
    guess_.found.push_back({role, column, std::move(why), doubtful});
  }

  // Of several days in a row the first is when the order came: what is done about it comes later.
  void take_time() {
    if (knows(Role::time)) return;
    std::vector<std::size_t> times;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!taken_[c] && rows_.of(c).times && rows_.of(c).full()) times.push_back(c);
    }
    if (times.empty()) return;
    const std::size_t first = times[0];
    take(Role::time, first,
         times.size() == 1
             ? "its texts are times, as those of no other column are"
             : "the first of " + std::to_string(times.size()) + " columns whose texts are times",
         times.size() > 1);
  }

  void take_customer() {
    if (knows(Role::customer)) return;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (taken_[c] || !rows_.of(c).addresses) continue;
      return take(Role::customer, c, "its texts are addresses of e-mail", false);
    }
  }

  // The number of an order is one of a column whose equal texts stand together and have one time.
  void take_order() {
    if (knows(Role::order)) return;
    std::optional<std::size_t> chosen;
    std::optional<std::size_t> doubted;
    std::tuple<bool, int, std::size_t, std::size_t> best{};
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const ColumnTraits& traits = rows_.of(c);
      if (taken_[c] || !traits.could_name() || !traits.digits || !traits.together()) continue;
      constexpr std::size_t rows_few = 20;
      constexpr std::size_t bytes_most = 64;
      if (traits.distinct < 2 || traits.bytes_most > bytes_most) continue;
      if (traits.rows >= rows_few && traits.distinct * 20 < traits.rows) continue;
      const Apart apart = times_apart(c);
      int score = 0;
      if (!traits.unique()) score += 4;
      if (traits.ascends) score += 3;
      if (!traits.blanks) score += 2;
      if (traits.bytes_most >= 4) score += 1;
      const std::tuple rank{apart.few(), score, apart.keys - apart.apart, traits.distinct};
      if ((chosen || doubted) && rank <= best) continue;
      best = rank;
      (apart.few() ? chosen : doubted) = c;
    }
    if (!chosen && doubted) {
      const Apart apart = times_apart(*doubted);
      guess_.perhaps.push_back(
          {Role::order, *doubted,
           "perhaps: equal texts stand together, but " + json::grouped(apart.apart) + " of " +
               json::grouped(apart.keys) + " have rows at different times, the first " +
               shown(apart.first, 30) + " in line " + std::to_string(apart.line),
           true});
    }
    if (!chosen) return;
    take(Role::order, *chosen,
         rows_.of(*chosen).unique()
             ? "its texts differ in all rows: each is an order with one line"
             : "equal texts stand together, at one time: the lines of an order",
         true);
  }

  [[nodiscard]] Apart times_apart(std::size_t column) const {
    return at(Role::time) ? apart_in(columns_, column, {*at(Role::time)}) : Apart{};
  }

  // A code of products is another on each line of an order, and comes again in other orders.
  void take_sku() {
    if (knows(Role::sku)) return;
    std::optional<std::size_t> chosen;
    std::optional<std::size_t> doubted;
    std::tuple<bool, int, std::size_t> best{};
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const ColumnTraits& traits = rows_.of(c);
      if (taken_[c] || !traits.could_name() || rows_.is_of_order(c)) continue;
      const bool comes_again = !traits.unique() || rows_.rows() <= 5;
      constexpr std::size_t digits_of_counts = 4;
      if (traits.units && traits.bytes_most <= digits_of_counts) continue;
      if (traits.few(3)) continue;
      const auto [differ, several] = rows_.differing(c);
      int score = 0;
      if (several > 0 && differ * 10 >= several * 9) score += 4;
      if (!traits.blanks) score += 2;
      if (traits.digits) score += 2;
      if (traits.letters) score += 1;
      const std::tuple rank{comes_again, score, traits.distinct};
      if ((chosen || doubted) && rank <= best) continue;
      best = rank;
      (comes_again ? chosen : doubted) = c;
    }
    if (!chosen && doubted) {
      guess_.perhaps.push_back({Role::sku, *doubted,
                                "perhaps: its texts differ in all rows, as of products that are "
                                "sold once each",
                                true});
    }
    if (!chosen) return;
    take(Role::sku, *chosen,
         "its texts come again in other orders, and differ within one: codes or names of products",
         true);
  }

  void take_quantity_and_money() {
    std::vector<std::size_t> counts;
    std::vector<std::size_t> amounts;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (taken_[c]) continue;
      if (rows_.could_count(c)) counts.push_back(c);
      if (rows_.is_amount(c)) amounts.push_back(c);
    }
    if (knows(Role::quantity)) counts.clear();
    if (at(Role::quantity)) counts.push_back(*at(Role::quantity));
    numbers_.read_decimal(amounts);
    const bool has_money = knows(Role::price) || knows(Role::line_total);
    if (!has_money && take_product(counts, amounts)) return tell_totals(amounts);
    if (!knows(Role::quantity)) take_quantity(counts);
    if (!has_money) take_amount(amounts);
    if (has_money) change_amount();
    tell_totals(amounts);
  }

  // Effects: an amount is the other one of a unit's and a line's than its name said, where all rows
  // say so.
  void change_amount() {
    if (at(Role::price) && votes_of(*at(Role::price)).are_of_lines()) {
      take(Role::line_total, *at(Role::price),
           "of the whole line, whatever its name says: amounts of a SKU grow with its units", true);
    } else if (at(Role::line_total) && votes_of(*at(Role::line_total)).are_of_units()) {
      take(Role::price, *at(Role::line_total),
           "of one unit, whatever its name says: a SKU has the same one whatever its units", true);
    }
  }

  // Where one column is another times a third, all three are plain.
  bool take_product(const std::vector<std::size_t>& counts,
                    const std::vector<std::size_t>& amounts) {
    for (const std::size_t units : counts) {
      for (const std::size_t part : amounts) {
        for (const std::size_t whole : amounts) {
          if (units == part || units == whole || part == whole) continue;
          if (!numbers_.is_product(whole, part, units)) continue;
          const std::string product = shown(columns_.name(whole)) + " is " +
                                      shown(columns_.name(part)) + " times " +
                                      shown(columns_.name(units)) + " in the rows looked at";
          if (!knows(Role::quantity)) take(Role::quantity, units, product, false);
          take(Role::price, part, "of one unit: " + product, false);
          taken_[whole] = true;
          guess_.perhaps.push_back(
              {Role::line_total, whole, "the same, of the whole line: price says it", false});
          return true;
        }
      }
    }
    return false;
  }

  void take_quantity(const std::vector<std::size_t>& counts) {
    std::optional<std::size_t> chosen;
    std::tuple<bool, bool, std::int64_t> best{};
    for (const std::size_t c : counts) {
      bool one = false;
      for (const std::string_view text : columns_.texts(c)) one = one || parse_quantity(text) == 1;
      const std::tuple rank{one, !rows_.is_of_order(c), -numbers_.sum_of(c)};
      if (chosen && rank <= best) continue;
      best = rank;
      chosen = c;
    }
    if (!chosen) return;
    take(Role::quantity, *chosen,
         counts.size() == 1 ? "small whole numbers stand there, as in no other column"
                            : "small whole numbers stand there",
         true);
  }

  [[nodiscard]] AmountVotes votes_of(std::size_t amount) const {
    if (!at(Role::sku) || !at(Role::quantity)) return {};
    return numbers_.votes_of(amount, *at(Role::sku), *at(Role::quantity));
  }

  void take_amount(const std::vector<std::size_t>& amounts) {
    std::optional<std::size_t> chosen;
    std::tuple<std::size_t, bool, bool> best{};
    for (const std::size_t c : amounts) {
      if (taken_[c] || !why_of_orders_whole(c).empty()) continue;
      const AmountVotes votes = votes_of(c);
      const std::size_t most = std::max(votes.same(), votes.grown());
      const std::tuple rank{most, rows_.of(c).decimals, !rows_.is_of_order(c)};
      if (most == 0 && !rows_.of(c).decimals) continue;
      if (chosen && rank <= best) continue;
      best = rank;
      chosen = c;
    }
    if (!chosen) return;
    const AmountVotes votes = votes_of(*chosen);
    if (votes.grown() > votes.same()) {
      take(Role::line_total, *chosen, "of the whole line: amounts of a SKU grow with its units",
           false);
    } else if (votes.same() > 0) {
      take(Role::price, *chosen, "of one unit: a SKU has the same one whatever its units", false);
    } else {
      take(Role::price, *chosen,
           "of one unit, or of the whole line? No row tells; line_total in place of price says the "
           "latter",
           true);
    }
  }

  [[nodiscard]] std::string why_of_orders_whole(std::size_t amount) const {
    if (!at(Role::order)) return {};
    return why_of_orders(columns_, {.order = *at(Role::order),
                                    .amount = amount,
                                    .quantity = at(Role::quantity),
                                    .decimal = numbers_.decimal_or_point()});
  }

  void tell_totals(const std::vector<std::size_t>& amounts) {
    for (const std::size_t c : amounts) {
      if (taken_[c] || knows(Role::order_total) || !rows_.of(c).decimals) continue;
      // What is charged or taken off beside the goods, and what these cost alone, is no total.
      if (has_word(columns_.name(c), words_of(Words::part_of_total))) continue;
      const std::string why = why_of_orders_whole(c);
      if (why.empty()) continue;
      return take(Role::order_total, c, "compared, never taken: it " + why, false);
    }
  }

  // Effects: columns of few texts are told: one may be a status, one where orders go.
  void tell_few() {
    std::vector<std::size_t> few;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const ColumnTraits& traits = rows_.of(c);
      if (taken_[c] || !traits.letters || traits.times || traits.decimals) continue;
      if (traits.few(zones_most) && rows_.may_be_of_order(c)) few.push_back(c);
    }
    tell_status(few);
    if (knows(Role::zone)) return;
    for (const std::size_t c : few) {
      // Names and numbers of customers come again, too; of places there are fewer.
      if (guess_.status == c || rows_.of(c).digits) continue;
      if (rows_.orders() > 0 && rows_.of(c).distinct * 4 > rows_.orders()) continue;
      guess_.perhaps.push_back(
          {Role::zone, c,
           "perhaps, if these are places that orders go to: " + counted_list(columns_, c), false});
    }
  }
  // A status that most orders have reached is the most frequent of its texts by far.
  void tell_status(const std::vector<std::size_t>& few) {
    if (knows(Role::status)) return;
    std::tuple<bool, bool, std::size_t> best{};
    for (const std::size_t c : few) {
      if (rows_.of(c).distinct > statuses_most || holds_codes_of_places(columns_, c)) continue;
      const auto counted = counted_texts(columns_, c);
      const bool changes = !goes_with_one_customer(c);
      const std::tuple rank{columns_.says_status(c), changes,
                            counted[0].second * 1'000 / rows_.of(c).filled};
      if (guess_.status && rank <= best) continue;
      best = rank;
      guess_.status = c;
    }
    if (!guess_.status) return;
    guess_.status_why = "a few texts stand there: " + counted_list(columns_, *guess_.status);
  }
  [[nodiscard]] bool goes_with_one_customer(std::size_t column) const {
    const auto customer = at(Role::customer);
    if (!customer || rows_.of(*customer).distinct * 10 > rows_.orders() * 9) return false;
    return decides(columns_, *customer, column);
  }

  const ColumnLook& columns_;
  std::vector<bool> taken_;
  const ContentHints& hints_;
  std::array<bool, role_count> known_{};
  std::array<std::optional<std::size_t>, role_count> at_;
  OrderRows rows_;
  Numbers numbers_;
  ContentGuess guess_;
};

}  // namespace

ContentGuess guess_by_contents(const ColumnLook& columns, const OrderMap& map,
                               std::vector<bool> taken, const ContentHints& hints) {
  return ContentReader(columns, map, std::move(taken), hints).run();
}

}  // namespace allot::files
