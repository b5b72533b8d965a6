#include "files/map_guess.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "files/charge_guess.hpp"
#include "files/column_look.hpp"
#include "files/column_names.hpp"
#include "files/column_traits.hpp"
#include "files/content_guess.hpp"
#include "files/draft_lines.hpp"
#include "files/encoding_guess.hpp"
#include "files/implausible_values.hpp"
#include "files/numbers.hpp"
#include "files/order_guess.hpp"
#include "files/repeated_totals.hpp"
#include "files/row_account.hpp"
#include "files/status_guess.hpp"
#include "files/time_guess.hpp"
#include "files/toml_text.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

bool says(std::string_view text, Words words) { return has_word(text, words_of(words)); }

// Whether a column's name says that its amount is the order's, which each line
// repeats.
bool is_of_order(std::string_view column) {
  return says(column, Words::of_order) && !says(column, Words::of_line);
}

// Whether a name that stands inside a column's says what the column is.
bool says_so_in_part(const ColumnLook& columns, std::size_t column, Role role) {
  const std::string& name = columns.name(column);
  switch (role) {
    case Role::sku:
    case Role::customer: {
      if (says(name, Words::property) || reads_as_times(columns, column)) return false;
      // Groups of customers are few; of products a shop may have few, too.
      constexpr std::size_t rows_enough = 20;
      const std::size_t texts = columns.texts(column).size();
      return role == Role::sku || texts < rows_enough || columns.distinct(column) * 20 >= texts;
    }
    case Role::quantity: return !says(name, Words::cancelled);
    case Role::price:
    case Role::line_total: return !says(name, Words::charge) || says(name, Words::with_charge);
    default: return true;
  }
}

// How well the texts of a column are what its name says.
struct Fit {
  bool good{};       // nearly all of them
  bool half{};       // at least, which is enough where the whole name says so
  std::string flaw;  // what is wrong with it; empty: nothing, or nothing to tell
};

template <class Test>
Fit fit_of(const ColumnLook& columns, std::size_t column, std::string_view what, Test test) {
  if (!columns.has_rows()) return {true, true, {}};
  const Flaws flaws = columns.flaws(column, test);
  if (flaws.texts == 0) return {false, false, "it is empty in the rows looked at"};
  return {flaws.most_are_good(), flaws.half_are_good(), flaws.count ? flaws.told(what) : ""};
}

Fit fit_for_quantity(const ColumnLook& columns, std::size_t column) {
  return fit_of(columns, column, "whole numbers", [](std::string_view text) {
    return parse_quantity(text).has_value() || sign_before_three(text) != '\0';
  });
}

Fit fit_for_money(const ColumnLook& columns, std::size_t column) {
  const auto reads = [](char decimal) {
    return [decimal](std::string_view text) { return parse_amount(text, decimal, 2).valid; };
  };
  const bool comma =
      columns.flaws(column, reads(',')).count < columns.flaws(column, reads('.')).count;
  return fit_of(columns, column, "amounts", reads(comma ? ',' : '.'));
}

Fit fit_for_currency(const ColumnLook& columns, std::size_t column) {
  return fit_of(columns, column, "codes of currencies",
                [](std::string_view text) { return exponent_of(currency_code(text)).has_value(); });
}

Fit fit_for_sku(const ColumnLook& columns, std::size_t column) {
  if (!columns.filled(column)) return {false, false, "it is empty in the rows looked at"};
  if (says(columns.name(column), Words::weight)) return {};
  std::string what;
  if (columns.holds_decimals(column)) what = "its texts are numbers with decimals";
  if (columns.holds_pairs(column)) what = "its cells hold several values";
  if (what.empty()) return {true, true, {}};
  const std::string_view first = columns.texts(column)[0];
  return {false, false,
          what + ", the first in line " + std::to_string(columns.line_of(column, first)) + ": " +
              shown(first)};
}

// What a few texts say.
Fit fit_for_few(const ColumnLook& columns, std::size_t column, std::size_t most) {
  const std::size_t distinct = columns.distinct(column);
  if (distinct <= most) return {true, true, {}};
  const std::string_view first = columns.texts(column)[0];
  return {false, false,
          "it has " + json::grouped(distinct) + " different texts, more than " +
              json::grouped(most) + ", the first in line " +
              std::to_string(columns.line_of(column, first)) + ": " + shown(first)};
}

constexpr std::size_t statuses_max = 40;
constexpr std::size_t channels_max = 40;
constexpr std::size_t zones_max = 300;

class Guesser {
 public:
  explicit Guesser(const FileLook& look)
      : look_(look), columns_(look), taken_(look.columns.size(), false) {}

  MapGuess run(const ContentHints* contents) {
    guess_.map.name = "guess";
    guess_.map.origin = MapOrigin::guess;
    // Columns that only one reading fits come first, so that "Date" is no SKU.
    guess_.map.form.lines = look_.lines;
    take_time();
    choose(Role::quantity, [this](std::size_t c) { return fit_for_quantity(columns_, c); });
    guess_money();
    take_order();
    choose(Role::sku, [this](std::size_t c) { return fit_for_sku(columns_, c); });
    leave_totals_of_orders();
    choose(Role::currency, [this](std::size_t c) { return fit_for_currency(columns_, c); });
    for (const ChargeGuess& charge : guess_charges(look_, guess_.map, taken_)) {
      take(charge.role, charge.column, charge.why);
    }
    std::string no_status;              // is called like a status, and loses to one by its texts
    std::optional<std::size_t> region;  // is called so, and its texts are places
    bool is_sure = false;               // they are codes of such
    choose(Role::status, [&](std::size_t c) {
      // A "state" may be one of a country.
      const bool is_zone = is_name(columns_.name(c), column_names(Role::zone));
      if (is_zone && !columns_.says_status(c)) return Fit{};
      bool sure = false;
      if (holds_regions(columns_, c, sure)) {
        no_status = columns_.name(c);
        region = sure || !region ? std::optional(c) : region;
        is_sure = is_sure || sure;
        return Fit{};
      }
      if (!loses_by_texts(columns_, taken_, c, statuses_max))
        return fit_for_few(columns_, c, statuses_max);
      no_status = columns_.name(c);
      return Fit{};
    });
    doubt_status_beside(no_status);
    if (const ColumnChoice& status = guess_.map.of(Role::status); status.given()) {
      guess_.map.status = rule_of_status(columns_.place_of(status.columns[0]));
    }
    choose(Role::zone, [this](std::size_t c) {
      return columns_.says_status(c) ? Fit{} : fit_for_few(columns_, c, zones_max);
    });
    if (region) take_region(*region, is_sure);
    choose(Role::channel, [this](std::size_t c) { return fit_for_few(columns_, c, channels_max); });
    choose(Role::customer, [](std::size_t) { return Fit{true, true, {}}; });
    if (contents != nullptr) take_contents(*contents);
    take_discount();
    if (contents != nullptr) {
      tell_apart();
      tell_quantities();
    }
    tell_doubts();
    return std::move(guess_);
  }

 private:
  // Effects: a column that is called like a status and holds places is where an order goes to,
  // unless another says it.
  void take_region(std::size_t column, bool sure) {
    const std::string& name = columns_.name(column);
    const std::string why = sure ? "its texts are codes of regions"
                                 : "no text of it is known as a status, so that it may be a region";
    if (!guess_.map.of(Role::zone).given()) take(Role::zone, column, why);
    if (guess_.map.of(Role::status).given()) return;
    const bool is_doubtful = !sure || !is_name(name, words_of(Words::region));
    if (is_doubtful) guess_.doubtful.push_back(Role::zone);
    doubt(
        "status_of_regions",
        "'" + name + "' is called like a status and is taken for none: " + why +
            "; where it is one, status under [columns] names it, and [status] says what its texts "
            "mean",
        is_doubtful);
  }

  // Effects: tells of a column that is called like a status and was passed over for the one that
  // was taken. `name`: empty where there is none.
  void doubt_status_beside(const std::string& name) {
    const ColumnChoice& status = guess_.map.of(Role::status);
    if (name.empty() || !status.given()) return;
    guess_.doubtful.push_back(Role::status);
    doubt("status_by_texts",
          "'" + status.columns[0] + "' is taken for the status, as its texts are statuses; '" +
              name + "' is called like one, and no text of it is known as one",
          true);
  }

  // Effects: the free column whose name fits best, and whose texts are what `fit_for` asks, becomes
  // `role`. One that is called so whole and is not used is remembered with what is wrong.
  template <class FitFor>
  bool choose(Role role, FitFor fit_for) {
    std::pair<int, int> best{};
    std::pair<int, int> worst_refused{};
    std::optional<std::size_t> chosen;
    std::string flaw;
    Refusal refusal;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (taken_[c] || columns_.rank(c, role) < 0) continue;
      const bool is_whole = columns_.is_whole(c, role);
      Fit fit = fit_for(c);
      const auto place = columns_.place_for(role, c, fit.good);
      if (is_whole && !fit.half && !fit.flaw.empty() &&
          (refusal.column.empty() || *place < worst_refused)) {
        worst_refused = *place;
        refusal = {columns_.name(c), fit.flaw};
      }
      const bool fits =
          is_whole ? fit.half
                   : fit.good && (!columns_.is_part(c, role) || says_so_in_part(columns_, c, role));
      if (!fits || (chosen && *place >= best)) continue;
      best = *place;
      chosen = c;
      flaw = std::move(fit.flaw);
    }
    constexpr int by_part = 2;
    if (!chosen || best.first >= by_part) refuse(role, std::move(refusal));
    if (!chosen) return false;
    const bool is_part = columns_.is_part(*chosen, role);
    take(role, *chosen, is_part ? "by a part of its name" : "by its name");
    if (!flaw.empty()) guess_.reasons.back().why += "; " + flaw;
    return true;
  }

  // A column that is called like a role whole, and what is wrong with it.
  struct Refusal {
    std::string column, flaw;
  };
  void refuse(Role role, Refusal refusal) {
    if (refusal.column.empty()) return;
    guess_.refused[static_cast<std::size_t>(role)] = refusal.column;
    refusals_[static_cast<std::size_t>(role)] = std::move(refusal);
  }
  // Returns: "'quantity' is not used: ...", with what to do; empty where none was refused.
  [[nodiscard]] std::string refusal_of(Role role) const {
    const Refusal& refusal = refusals_[static_cast<std::size_t>(role)];
    if (refusal.column.empty()) return {};
    return "'" + refusal.column + "' is not used: " + refusal.flaw + "; " +
           std::string(role_names[static_cast<std::size_t>(role)]) +
           " under [columns] of a map takes it all the same, or names another";
  }

  // Returns: the columns that a part of their names alone says the meaning of, as a sentence names
  // them. The order's is told of by itself, as what the order costs beside its lines is.
  [[nodiscard]] std::string named_in_part() const {
    std::string names;
    for (const Role role :
         {Role::time, Role::sku, Role::quantity, Role::price, Role::line_total, Role::customer,
          Role::currency, Role::zone, Role::channel, Role::status}) {
      const ColumnChoice& choice = guess_.map.of(role);
      if (choice.columns.empty()) continue;
      if (!columns_.is_part(columns_.place_of(choice.columns[0]), role)) continue;
      names += (names.empty() ? "" : ", ") +
               std::string(role_names[static_cast<std::size_t>(role)]) + " '" + choice.columns[0] +
               "'";
    }
    return names;
  }

  void take_order() {
    const ColumnChoice& time = guess_.map.of(Role::time);
    const std::optional<OrderGuess> order = guess_order(
        columns_, taken_,
        time.given() ? std::optional(columns_.place_of(time.columns[0])) : std::nullopt);
    if (!order) return refuse_orders();
    take(Role::order, order->column, order->how);
    if (order->assumed.empty()) return;
    doubt("order_guessed",
          "'" + columns_.name(order->column) + "' is taken for the number of the order, " +
              order->assumed + "; order under [columns] of a map confirms it, or names another",
          true);
  }

  // Effects: tells of a column that is called like an order's number and is none.
  void refuse_orders() {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (taken_[c] || !columns_.is_whole(c, Role::order)) continue;
      if (!columns_.filled(c)) {
        return refuse(Role::order, {columns_.name(c), "it is empty in the rows looked at"});
      }
      const std::string_view first = columns_.texts(c)[0];
      return refuse(
          Role::order,
          {columns_.name(c), "its texts are no numbers of orders, the first in line " +
                                 std::to_string(columns_.line_of(c, first)) + ": " + shown(first)});
    }
  }

  void take(Role role, std::size_t column, const std::string& how) {
    taken_[column] = true;
    guess_.map.of(role).columns = {look_.columns[column]};
    std::string why = how;
    if (const std::vector<std::string_view> all = columns_.texts(column); !all.empty()) {
      // Names and addresses of people are nothing for a file that is passed around.
      if (role != Role::customer) why += "; the first is " + shown(all[0], 30);
    } else {
      why += "; it is empty in the rows looked at";
    }
    guess_.reasons.push_back({role, why});
  }

  void take_time() {
    std::optional<TimeGuess> time = guess_time(columns_);
    if (!time) {
      std::optional<UnreadTime> unread = unread_time(columns_);
      if (!unread) return;
      guess_.perhaps_time = std::move(unread->column);
      return doubt(std::string(times_unread), std::move(unread->why));
    }
    take_times(std::move(*time));
  }

  void take_times(TimeGuess time) {
    take(Role::time, time.columns[0], time.how);
    for (const std::size_t part : std::span(time.columns).subspan(1)) {
      taken_[part] = true;
      guess_.map.of(Role::time).columns.push_back(columns_.name(part));
    }
    guess_.reasons.back().why += time.beside;
    guess_.map.time_formats = std::move(time.formats);
    std::ranges::move(time.doubts, std::back_inserter(guess_.doubts));
  }

  void guess_money() {
    if (!choose(Role::price, [this](std::size_t c) { return fit_for_money(columns_, c); })) {
      choose(Role::line_total, [this](std::size_t c) {
        const std::string& name = columns_.name(c);
        if (says(name, Words::refund) || is_of_order(name)) return Fit{};
        return fit_for_money(columns_, c);
      });
    }
    const Role role = guess_.map.of(Role::price).given() ? Role::price : Role::line_total;
    if (!guess_.map.of(role).given()) return;
    const std::size_t column = columns_.place_of(guess_.map.of(role).columns[0]);
    const auto exact = [&](char decimal) {
      const std::vector<std::string_view> all = columns_.texts(column);
      return std::count_if(all.begin(), all.end(), [decimal](std::string_view text) {
        const Amount amount = parse_amount(text, decimal, 2);
        return amount.valid && amount.exact;
      });
    };
    const auto by_comma = exact(',');
    const auto by_point = exact('.');
    if (by_comma > by_point) guess_.map.decimal = ',';
    guess_.map.decimal_known = by_comma != by_point;
  }

  // Effects: an amount that the rows show to be the order's is taken for none of a line.
  void leave_totals_of_orders() {
    ColumnChoice& total = guess_.map.of(Role::line_total);
    const ColumnChoice& order = guess_.map.of(Role::order);
    const ColumnChoice& quantity = guess_.map.of(Role::quantity);
    while (total.given() && order.given()) {
      AmountColumns of{.order = columns_.place_of(order.columns[0]),
                       .amount = columns_.place_of(total.columns[0]),
                       .quantity = {},
                       .decimal = guess_.map.decimal};
      if (quantity.given()) of.quantity = columns_.place_of(quantity.columns[0]);
      const std::string why = why_of_orders(columns_, of);
      if (why.empty()) return;
      doubt(std::string(order_total_unused), "'" + total.columns[0] +
                                                 "' is taken for the total of an order, not of a "
                                                 "line: it " +
                                                 why +
                                                 "; it is compared with what the order costs");
      const std::string name = total.columns[0];
      std::erase_if(guess_.reasons,
                    [](const MapGuess::Reason& reason) { return reason.role == Role::line_total; });
      total = {};
      if (!guess_.map.of(Role::order_total).given()) {
        take(Role::order_total, columns_.place_of(name), "it " + why);
      }
      guess_money();
    }
  }

  // Effects: takes columns by what stands in them, where their names did not say it.
  void take_contents(const ContentHints& hints) {
    ContentGuess contents = guess_by_contents(columns_, guess_.map, taken_, hints);
    for (ContentGuess::Found& found : contents.found) {
      const ColumnChoice before = guess_.map.of(found.role);
      std::erase_if(guess_.reasons,
                    [&found](const auto& known) { return known.role == found.role; });
      for (const std::string& name : before.columns) taken_[columns_.place_of(name)] = false;
      give_back(found.column);
      if (found.role == Role::time) {
        take_times(guess_time_of(columns_, found.column, std::move(found.why)));
      } else {
        take(found.role, found.column, found.why);
      }
      if (found.doubtful) guess_.doubtful.push_back(found.role);
      guess_.by_contents.push_back(found.role);
    }
    if (!guess_.map.decimal_known && contents.decimal != '\0') {
      guess_.map.decimal = contents.decimal;
      guess_.map.decimal_known = true;
    }
    for (const ContentGuess::Found& perhaps : contents.perhaps) {
      guess_.perhaps.push_back(
          "# " + std::string(role_names[static_cast<std::size_t>(perhaps.role)]) + " = " +
          quoted(look_.columns[perhaps.column]) + "  # " +
          (perhaps.doubtful ? std::string(look_at_this) : std::string()) + in_comment(perhaps.why));
    }
    if (!contents.status) return;
    guess_.perhaps_status = look_.columns[*contents.status];
    guess_.status = rule_of_status(*contents.status);
  }

  // Effects: takes what rows show to be taken off, or the total of lines that has it off.
  void take_discount() {
    if (guess_.map.of(Role::line_discount).given() || guess_.map.of(Role::order_discount).given())
      return;
    const std::optional<ChargeGuess> found = guess_discount(look_, guess_.map, taken_);
    if (!found) return;
    if (found->role == Role::line_total) {
      const std::string price = guess_.map.of(Role::price).columns[0];
      give_back(columns_.place_of(price));
      taken_[columns_.place_of(price)] = false;
    }
    take(found->role, found->column, found->why);
  }

  // Effects: tells of orders that have rows at different times.
  void tell_apart() {
    const ColumnChoice& order = guess_.map.of(Role::order);
    const ColumnChoice& time = guess_.map.of(Role::time);
    if (order.columns.empty() || time.columns.empty()) return;
    std::vector<std::size_t> times;
    for (const std::string& name : time.columns) times.push_back(columns_.place_of(name));
    const Apart apart = apart_in(columns_, columns_.place_of(order.columns[0]), times);
    if (apart.apart == 0) return;
    doubt("orders_apart", json::counted(apart.apart, "order") +
                              (apart.apart == 1 ? " has" : " have") +
                              " rows at different times, as where something was refunded later: "
                              "the first is " +
                              shown(apart.first, 30) + ", in line " + std::to_string(apart.line) +
                              "; an order comes when the first of its rows does");
  }

  // Effects: tells of a quantity that is called so and is too large for one.
  void tell_quantities() {
    const ColumnChoice& quantity = guess_.map.of(Role::quantity);
    if (quantity.columns.empty()) return;
    std::vector<std::int64_t> units;
    for (const std::string_view text : columns_.texts(columns_.place_of(quantity.columns[0]))) {
      units.push_back(parse_quantity(text, guess_.map.decimal).value_or(0));
    }
    const std::int64_t median = implausible_median(std::move(units));
    if (median == 0) return;
    doubt("quantity_implausible", implausible_quantity_text(quantity.columns[0], median));
  }

  // Effects: a column that turns out to be something else is nothing of what its name said.
  void give_back(std::size_t column) {
    for (std::size_t r = 0; r < role_count; ++r) {
      std::vector<std::string>& names = guess_.map.columns[r].columns;
      if (std::erase(names, look_.columns[column]) == 0 || !names.empty()) continue;
      std::erase_if(guess_.reasons,
                    [r](const auto& known) { return known.role == static_cast<Role>(r); });
    }
  }

  // Returns: what the texts of a column mean. Effects: they are those that the
  // guess shows.
  StatusRule rule_of_status(std::size_t column) {
    const std::vector<std::string_view> all = columns_.texts(column);
    const std::set<std::string_view> each(all.begin(), all.end());
    guess_.statuses.assign(each.begin(), each.end());
    return rule_of_statuses(guess_.statuses);
  }

  void doubt(std::string name, std::string text, bool assumed = false) {
    guess_.doubts.push_back({std::move(name), std::move(text), assumed});
  }

  void tell_doubts() {
    const OrderMap& map = guess_.map;
    const auto misread = std::ranges::find_if(look_.columns, looks_misread);
    if (misread != look_.columns.end()) {
      doubt("letters_misread",
            "letters of " + shown(*misread) +
                " stand in no word, as where a file is read in another encoding than it was "
                "written in; encoding in a map says which, such as \"cp857\"",
            true);
    }
    if (!map.of(Role::quantity).given()) {
      const std::string refused = refusal_of(Role::quantity);
      std::string text = "each row counts as one unit, as " +
                         (refused.empty() ? "no column is named like a quantity; quantity under "
                                            "[columns] of a map names it"
                                          : refused);
      if (const std::string perhaps = perhaps_quantities(); !perhaps.empty()) {
        text += " (whole numbers stand in " + perhaps + ")";
      }
      doubt(std::string(quantity_assumed), std::move(text), true);
    }
    if (!map.of(Role::price).given() && !map.of(Role::line_total).given()) {
      std::string refused = refusal_of(Role::price);
      if (refused.empty()) refused = refusal_of(Role::line_total);
      doubt("no_price_column", refused.empty() ? "no column looks like a price" : refused);
      const auto total = std::ranges::find_if(look_.columns, [](const std::string& name) {
        return is_of_order(name) && name_rank(name, column_names(Role::line_total)) >= 0;
      });
      if (total != look_.columns.end()) {
        doubt(std::string(order_total_unused),
              "'" + *total +
                  "' looks like the total of an order, which its lines repeat; "
                  "if each order has "
                  "one line, line_total under [columns] names it");
      }
    }
    if (map.of(Role::line_total).given()) {
      doubt("line_total_guessed", "'" + map.of(Role::line_total).columns[0] +
                                      "' is taken as the total of a line, not the price of a unit");
    }
    if (!map.of(Role::zone).given()) {
      const std::string refused = refusal_of(Role::zone);
      doubt("no_zone_column",
            (refused.empty() ? "no column looks like a country or region" : refused) +
                "; there is one zone");
    }
    // What is told of here is told nowhere else.
    for (const Role role : {Role::order, Role::sku, Role::currency, Role::status, Role::channel}) {
      const std::string refused = refusal_of(role);
      if (refused.empty()) continue;
      doubt(std::string(role_names[static_cast<std::size_t>(role)]) + "_refused", refused,
            role == Role::status);
    }
    if (const std::string parts = named_in_part(); !parts.empty()) {
      doubt("named_in_part",
            "a part of their names says what these columns are: " + parts +
                "; [columns] of a map confirms them, or names others",
            true);
    }
    tell_unused();
  }

  // Returns: the columns that are not used and hold small whole numbers, as a
  // sentence names them.
  [[nodiscard]] std::string perhaps_quantities() const {
    constexpr std::int64_t units_max = 10'000;
    std::string names;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const bool small = !taken_[c] && columns_.seen_mostly(c, [](std::string_view text) {
        const auto units = parse_quantity(text);
        return units && *units > 0 && *units <= units_max;
      });
      if (small) names += (names.empty() ? "'" : ", '") + look_.columns[c] + "'";
    }
    return names;
  }

  // Whether each row in which a column says that an order came to nothing is left out by the status
  // that is used, as those are where the other says why.
  [[nodiscard]] bool is_told_by_status(std::size_t column) const {
    const ColumnChoice& used = guess_.map.of(Role::status);
    if (!used.given()) return false;
    const std::size_t status = columns_.place_of(used.columns[0]);
    return std::ranges::all_of(look_.rows, [&](const std::vector<std::string>& row) {
      return !says(row[column], Words::cancelled) || !reason_of_status(row[status]).empty();
    });
  }

  // Effects: names columns that are not used and say more than their names let
  // one think.
  void tell_unused() {
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      if (taken_[c]) continue;
      if (is_name(look_.columns[c], column_names(Role::refund)) &&
          fit_for_money(columns_, c).good) {
        guess_.perhaps.push_back("# refund = " + quoted(look_.columns[c]) +
                                 "  # perhaps, if it is what was given back of the whole order");
      }
      if (const auto lines = columns_.unnamed_lines(c)) {
        doubt(std::string(packed_column),
              "'" + look_.columns[c] + "' holds several lines of an order in one cell, such as " +
                  shown(lines->first) + "; packed = " + quoted(look_.columns[c]) + ", between = " +
                  quoted(lines->between) + " and separator = " + quoted(lines->separator) +
                  " under [lines] of a map read them, with sku = \"line.1\" and quantity = "
                  "\"line.2\" under [columns]");
      } else if (columns_.holds_pairs(c)) {
        doubt(std::string(packed_column),
              "'" + look_.columns[c] +
                  "' holds several values in one cell; if they are the lines "
                  "of an order, packed, "
                  "between, separator and pair under [lines] say so");
      } else if (columns_.says_status(c) && !is_told_by_status(c)) {
        const ColumnChoice& used = guess_.map.of(Role::status);
        if (used.given() && used.columns.size() == 1) {
          const std::string both =
              "status = [" + quoted(used.columns[0]) + ", " + quoted(look_.columns[c]) + "]";
          doubt("status_beside",
                "'" + look_.columns[c] + "' looks like a status, too, " +
                    counted_list(columns_, c) + ", and is not used; " + both +
                    " under [columns] goes by both, [status] says what their texts mean",
                true);
          continue;
        }
        doubt("status_unused",
              "'" + look_.columns[c] +
                  "' looks like a status and is not used, so that what was "
                  "cancelled counts as "
                  "sold; status under [columns] names it, [status] says what "
                  "its texts mean",
              true);
        if (guess_.map.of(Role::status).given() || !guess_.perhaps_status.empty()) continue;
        guess_.perhaps_status = look_.columns[c];
        guess_.status = rule_of_status(c);
      }
    }
  }

  const FileLook& look_;
  ColumnLook columns_;
  std::vector<bool> taken_;
  std::array<Refusal, role_count> refusals_;
  MapGuess guess_;
};

}  // namespace

std::string MapGuess::missing() const {
  std::string text;
  for (const Role role : {Role::order, Role::time, Role::sku}) {
    if (map.of(role).given()) continue;
    text += (text.empty() ? "" : ", ") + std::string(role_names[static_cast<std::size_t>(role)]);
  }
  return text;
}

MapGuess guess_map(const FileLook& look, const ContentHints* contents) {
  return Guesser(look).run(contents);
}

Result<MapTold> tell_map(const TextSource& text, const FileForm& form) {
  Result<FileLook> look = look_at(text, form);
  if (!look.ok()) return look.status();
  MapTold told;
  told.preset = preset_for(look.value());
  if (const std::string lines = lines_of_orders(look.value()); !told.preset && !lines.empty()) {
    FileForm whole = form;
    whole.lines = lines;
    look = look_at(text, whole);
    if (!look.ok()) return look.status();
  }
  told.look = std::move(look.value());
  if (told.preset) return told;
  told.near =
      near_preset(told.look, [](const FileLook& columns) { return guess_map(columns).map; });
  told.guess = guess_map(told.look);
  return told;
}

}  // namespace allot::files
