#include "files/map_guess.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <span>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/numbers.hpp"
#include "files/row_account.hpp"
#include "files/text_rules.hpp"
#include "files/times.hpp"

namespace allot::files {

namespace {

bool says(std::string_view text, Words words) { return has_word(text, words_of(words)); }

// Returns: why orders of this status are left out; empty when they are not. What was given back
// or called off in part was sold all the same.
std::string_view reason_of_status(std::string_view status) {
  if (says(status, Words::draft)) return "draft";
  if (!says(status, Words::cancelled) && !says(status, Words::refund)) return {};
  if (says(status, Words::partly)) return {};
  if (says(status, Words::refund)) return "refunded";
  return says(status, Words::returned) ? "returned" : "cancelled";
}

// Whether a column's name says that its amount is the order's, which each line repeats.
bool is_of_order(std::string_view column) {
  return says(column, Words::of_order) && !says(column, Words::of_line);
}

class Guesser {
 public:
  explicit Guesser(const FileLook& look) : look_(look), taken_(look.columns.size(), false) {}

  MapGuess run() {
    guess_.map.name = "guess";
    guess_.map.origin = MapOrigin::guess;
    // Columns that only one reading fits come first, so that "Date" is no SKU.
    guess_time();
    choose(Role::quantity, [this](std::size_t c) { return reads_as_quantity(c); });
    guess_money();
    choose(Role::order, [this](std::size_t c) { return filled(c); });
    choose(Role::sku, [this](std::size_t c) { return reads_as_sku(c); });
    choose(Role::currency, [this](std::size_t c) { return reads_as_currency(c); });
    choose(Role::status, [this](std::size_t c) { return distinct(c) <= 40; });
    guess_status();
    choose(Role::zone, [this](std::size_t c) { return distinct(c) <= 300 && !says_status(c); });
    choose(Role::channel, [this](std::size_t c) { return distinct(c) <= 40; });
    choose(Role::customer, [](std::size_t) { return true; });
    tell_doubts();
    return std::move(guess_);
  }

 private:
  // Texts of a column, without the empty ones.
  [[nodiscard]] std::vector<std::string_view> texts(std::size_t column) const {
    std::vector<std::string_view> found;
    for (const std::vector<std::string>& row : look_.rows) {
      const std::string_view text = cell_text(row[column]);
      if (!text.empty()) found.push_back(text);
    }
    return found;
  }
  [[nodiscard]] std::size_t distinct(std::size_t column) const {
    const std::vector<std::string_view> all = texts(column);
    return std::set<std::string_view>(all.begin(), all.end()).size();
  }
  [[nodiscard]] bool filled(std::size_t column) const {
    return look_.rows.empty() || !texts(column).empty();
  }
  template <class Test>
  [[nodiscard]] bool mostly(std::size_t column, Test test) const {
    const std::vector<std::string_view> all = texts(column);
    const auto good = std::count_if(all.begin(), all.end(), test);
    return look_.rows.empty() ||
           (!all.empty() && static_cast<std::size_t>(good) * 10 >= all.size() * 9);
  }
  [[nodiscard]] bool reads_as_quantity(std::size_t column) const {
    return mostly(column, [](std::string_view text) {
      return parse_quantity(text).has_value() || sign_before_three(text) != '\0';
    });
  }
  // Whether the first rows mostly pass `test`; without any they do not.
  template <class Test>
  [[nodiscard]] bool seen_mostly(std::size_t column, Test test) const {
    return !look_.rows.empty() && mostly(column, test);
  }
  [[nodiscard]] bool reads_as_sku(std::size_t column) const {
    if (!filled(column) || has_word(look_.columns[column], words_of(Words::weight))) return false;
    return !holds_pairs(column) && !seen_mostly(column, [](std::string_view text) {
      const std::size_t point = text.find_first_of(".,");
      return point != std::string_view::npos && point > 0 && point + 1 < text.size() &&
             text.find_first_not_of("0123456789") == point &&
             text.find_first_not_of("0123456789", point + 1) == std::string_view::npos;
    });
  }
  // Whether cells hold names and values, such as "Product ID: 1, Product SKU: A".
  [[nodiscard]] bool holds_pairs(std::size_t column) const {
    return seen_mostly(column, [](std::string_view text) {
      return std::count(text.begin(), text.end(), ':') >= 2 &&
             text.find_first_of(",|;") != std::string_view::npos;
    });
  }
  // Whether a few short texts stand there, one of which says that an order came to nothing.
  [[nodiscard]] bool says_status(std::size_t column) const {
    constexpr std::size_t statuses_max = 20;
    constexpr std::size_t bytes_max = 60;
    const std::vector<std::string_view> all = texts(column);
    const std::set<std::string_view> each(all.begin(), all.end());
    const auto is_long = [](std::string_view text) { return text.size() > bytes_max; };
    return each.size() <= statuses_max && std::none_of(each.begin(), each.end(), is_long) &&
           std::any_of(each.begin(), each.end(), [](std::string_view text) {
             return has_word(text, words_of(Words::cancelled));
           });
  }
  [[nodiscard]] bool reads_as_money(std::size_t column, char decimal) const {
    return mostly(
        column, [decimal](std::string_view text) { return parse_amount(text, decimal, 2).valid; });
  }
  [[nodiscard]] bool reads_as_currency(std::size_t column) const {
    return mostly(column, [](std::string_view text) { return exponent_of(text).has_value(); });
  }

  // Effects: the free column whose name fits best, and whose texts pass `test`, becomes `role`.
  template <class Test>
  bool choose(Role role, Test test) {
    int best = std::numeric_limits<int>::max();
    std::size_t chosen = look_.columns.size();
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const int rank = taken_[c] ? -1 : name_rank(look_.columns[c], column_names(role));
      if (rank < 0 || rank >= best || !test(c)) continue;
      best = rank;
      chosen = c;
    }
    if (chosen == look_.columns.size()) return false;
    take(role, chosen, "by its name");
    return true;
  }

  void take(Role role, std::size_t column, const std::string& how) {
    taken_[column] = true;
    guess_.map.of(role).columns = {look_.columns[column]};
    std::string why = how;
    if (const std::vector<std::string_view> all = texts(column); !all.empty()) {
      // Names and addresses of people are nothing for a file that is passed around.
      if (role != Role::customer) why += "; the first is " + shown(all[0], 30);
    } else {
      why += "; it is empty in the rows looked at";
    }
    guess_.reasons.push_back({role, why});
  }

  // What a column's texts are as times: how many steps go back, and the forms that read them.
  struct TimeFit {
    std::string form;  // empty: the usual grammar
    std::size_t back{};
    TimeNs span{};
  };

  [[nodiscard]] std::optional<TimeFit> fit_time(std::size_t column, std::string_view form) const {
    Result<TimeReader> reader =
        TimeReader::make("", form.empty() ? std::vector<std::string>{}
                                          : std::vector<std::string>{std::string(form)});
    TimeFit fit{std::string(form), 0, 0};
    TimeNs last = -1;
    TimeNs least = std::numeric_limits<TimeNs>::max();
    TimeNs most = 0;
    std::size_t good = 0;
    const std::vector<std::string_view> all = texts(column);
    for (const std::string_view text : all) {
      const auto time = reader.value().read(text);
      if (!time) continue;
      ++good;
      if (*time < last) ++fit.back;
      last = *time;
      least = std::min(least, last);
      most = std::max(most, last);
    }
    if (good == 0 || good * 10 < all.size() * 9) return std::nullopt;
    fit.span = most - least;
    return fit;
  }

  // Returns: the readings of a column's texts as times, the best one first.
  [[nodiscard]] std::vector<TimeFit> time_fits(std::size_t column) const {
    std::vector<TimeFit> fits;
    if (const auto usual = fit_time(column, "")) return {*usual};
    for (const std::string_view known : time_forms()) {
      if (const auto other = fit_time(column, known)) fits.push_back(*other);
    }
    std::stable_sort(fits.begin(), fits.end(), [](const TimeFit& a, const TimeFit& b) {
      return a.back != b.back ? a.back < b.back : a.span < b.span;
    });
    return fits;
  }

  void guess_time() {
    int best = std::numeric_limits<int>::max();
    std::size_t chosen = look_.columns.size();
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const int rank = name_rank(look_.columns[c], column_names(Role::time));
      if (rank < 0 || rank >= best || (time_fits(c).empty() && !look_.rows.empty())) continue;
      best = rank;
      chosen = c;
    }
    if (chosen != look_.columns.size()) {
      take_time(chosen, "by its name, and its texts are times");
    } else if (const std::optional<std::size_t> only = only_times()) {
      take_time(*only, "its texts are times, as those of no other column are");
    }
  }

  // Returns: the one column whose texts look like days or times and read as such, if there is one.
  [[nodiscard]] std::optional<std::size_t> only_times() const {
    const auto looks_so = [](std::string_view text) {
      return std::count_if(text.begin(), text.end(), [](char c) {
               return c == '.' || c == '/' || c == '-' || c == ':';
             }) >= 2;
    };
    std::optional<std::size_t> only;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      if (!seen_mostly(c, looks_so) || time_fits(c).empty()) continue;
      if (only) return std::nullopt;
      only = c;
    }
    return only;
  }

  void take_time(std::size_t column, const std::string& how) {
    const std::vector<TimeFit> fits = time_fits(column);
    const std::string form = fits.empty() ? "" : fits[0].form;
    take(Role::time, column, how);
    if (!form.empty()) guess_.map.time_formats = {form};
    add_clock(column, form);
    if (fits.size() > 1) {
      doubt(std::string(times_ambiguous),
            "times can be read as " + form + " and as " + fits[1].form +
                "; the first puts them into better order, and is taken",
            true);
    }
  }

  // Effects: where `day` says days alone and a column beside it the times of day, the time is both.
  // `form`: of the days; empty: the usual grammar.
  void add_clock(std::size_t day, const std::string& form) {
    const auto is_clock = [](std::string_view text) {
      return text.size() >= 4 && text.size() <= 11 && is_digit(text[0]) &&
             (text[1] == ':' || text[2] == ':');
    };
    const auto has_clock = [](std::string_view text) {
      return text.find(':') != std::string_view::npos;
    };
    if (mostly(day, has_clock)) return;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const bool named = is_name(look_.columns[c], words_of(Words::clock));
      if (taken_[c] || !named || !seen_mostly(c, is_clock)) continue;
      taken_[c] = true;
      guess_.map.of(Role::time).columns.push_back(look_.columns[c]);
      guess_.reasons.back().why += "; the times of day stand beside it";
      const bool halves = mostly(c, [](std::string_view text) { return is_letter(text.back()); });
      if (form.empty() && !halves) return;
      const std::string days = form.empty() ? "%Y-%m-%d" : form;
      guess_.map.time_formats =
          halves ? std::vector<std::string>{days + " %I:%M:%S %p", days + " %I:%M %p"}
                 : std::vector<std::string>{days + " %H:%M:%S", days + " %H:%M"};
      return;
    }
  }

  void guess_money() {
    const auto is_money = [this](std::size_t c) {
      return reads_as_money(c, '.') || reads_as_money(c, ',');
    };
    if (!choose(Role::price, is_money)) {
      choose(Role::line_total, [&](std::size_t c) {
        return !has_word(look_.columns[c], words_of(Words::refund)) &&
               !is_of_order(look_.columns[c]) && is_money(c);
      });
    }
    const Role role = guess_.map.of(Role::price).given() ? Role::price : Role::line_total;
    if (!guess_.map.of(role).given()) return;
    const auto column = static_cast<std::size_t>(
        std::find(look_.columns.begin(), look_.columns.end(), guess_.map.of(role).columns[0]) -
        look_.columns.begin());
    const auto exact = [&](char decimal) {
      const std::vector<std::string_view> all = texts(column);
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

  void guess_status() {
    const ColumnChoice& choice = guess_.map.of(Role::status);
    if (!choice.given()) return;
    const auto column = static_cast<std::size_t>(
        std::find(look_.columns.begin(), look_.columns.end(), choice.columns[0]) -
        look_.columns.begin());
    guess_.map.status = rule_of_status(column);
  }

  // Returns: what the texts of a column mean. Effects: they are those that the guess shows.
  StatusRule rule_of_status(std::size_t column) {
    StatusRule rule;
    const std::vector<std::string_view> all = texts(column);
    std::map<std::string_view, std::vector<std::string>> left;
    for (const std::string_view text : std::set<std::string_view>(all.begin(), all.end())) {
      guess_.statuses.emplace_back(text);
      if (const std::string_view reason = reason_of_status(text); !reason.empty())
        left[reason].emplace_back(text);
      else if (!says(text, Words::cancelled) && says(text, Words::unpaid))
        rule.unpaid.emplace_back(text);
    }
    for (auto& [reason, statuses] : left) rule.leave.emplace_back(reason, std::move(statuses));
    return rule;
  }

  void doubt(std::string name, std::string text, bool assumed = false) {
    guess_.doubts.push_back({std::move(name), std::move(text), assumed});
  }

  void tell_doubts() {
    const OrderMap& map = guess_.map;
    if (!map.of(Role::quantity).given()) {
      std::string text =
          "each row counts as one unit, as no column is named like a quantity; quantity under "
          "[columns] of a map names it";
      if (const std::string perhaps = perhaps_quantities(); !perhaps.empty()) {
        text += " (whole numbers stand in " + perhaps + ")";
      }
      doubt(std::string(quantity_assumed), std::move(text), true);
    }
    if (!map.of(Role::price).given() && !map.of(Role::line_total).given()) {
      doubt("no_price_column", "no column looks like a price");
      const auto total = std::ranges::find_if(look_.columns, [](const std::string& name) {
        return is_of_order(name) && name_rank(name, column_names(Role::line_total)) >= 0;
      });
      if (total != look_.columns.end()) {
        doubt("order_total_unused",
              "'" + *total +
                  "' looks like the total of an order, which its lines repeat; if each order has "
                  "one line, line_total under [columns] names it");
      }
    }
    if (map.of(Role::line_total).given()) {
      doubt("line_total_guessed", "'" + map.of(Role::line_total).columns[0] +
                                      "' is taken as the total of a line, not the price of a unit");
    }
    if (!map.of(Role::zone).given()) {
      doubt("no_zone_column", "no column looks like a country or region; there is one zone");
    }
    tell_unused();
  }

  // Returns: the columns that are not used and hold small whole numbers, as a sentence names them.
  [[nodiscard]] std::string perhaps_quantities() const {
    constexpr std::int64_t units_max = 10'000;
    std::string names;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const bool small = !taken_[c] && seen_mostly(c, [](std::string_view text) {
        const auto units = parse_quantity(text);
        return units && *units > 0 && *units <= units_max;
      });
      if (small) names += (names.empty() ? "'" : ", '") + look_.columns[c] + "'";
    }
    return names;
  }

  // Effects: names columns that are not used and say more than their names let one think.
  void tell_unused() {
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      if (taken_[c]) continue;
      if (holds_pairs(c)) {
        doubt("packed_column",
              "'" + look_.columns[c] +
                  "' holds several values in one cell; if they are the lines of an order, packed, "
                  "between, separator and pair under [lines] say so");
      } else if (says_status(c)) {
        doubt("status_unused",
              "'" + look_.columns[c] +
                  "' looks like a status and is not used, so that what was cancelled counts as "
                  "sold; status under [columns] names it, [status] says what its texts mean",
              true);
        if (guess_.map.of(Role::status).given() || !guess_.perhaps_status.empty()) continue;
        guess_.perhaps_status = look_.columns[c];
        guess_.status = rule_of_status(c);
      }
    }
  }

  const FileLook& look_;
  std::vector<bool> taken_;
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

MapGuess guess_map(const FileLook& look) { return Guesser(look).run(); }

}  // namespace allot::files
