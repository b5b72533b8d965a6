#include "files/stock_draft.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/column_traits.hpp"
#include "files/decimal_sign.hpp"
#include "files/draft_lines.hpp"
#include "files/list_groups.hpp"
#include "files/numbers.hpp"
#include "files/plain_list.hpp"
#include "files/reserved_names.hpp"
#include "files/row_account.hpp"
#include "files/time_forms.hpp"
#include "files/times.hpp"
#include "files/toml_text.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

constexpr std::size_t nodes_most = 64;

// What stands in a list of stock.
class StockTable {
 public:
  explicit StockTable(const FileLook& look)
      : look_(plain_list(look)), columns_(look_), decimal_(decimal_sign_of(look_.rows)) {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      traits_.push_back(traits_of(columns_, c, decimal_));
    }
  }

  [[nodiscard]] const ColumnLook& columns() const noexcept { return columns_; }
  [[nodiscard]] const std::string& name(std::size_t column) const { return columns_.name(column); }
  [[nodiscard]] const ColumnTraits& of(std::size_t column) const { return traits_[column]; }
  [[nodiscard]] std::size_t size() const noexcept { return columns_.size(); }

  // "Name" and "ticket" are columns of many lists.
  [[nodiscard]] bool has_exactly(Names names) const {
    return std::ranges::any_of(look_.columns, [names](const std::string& column) {
      const std::string name = folded_name(column);
      return name != "name" && name != "ticket" && std::ranges::find(names, name) != names.end();
    });
  }

  // Stock has no times of day, nobody's address, and numbers of units.
  [[nodiscard]] bool looks_like_stock() const {
    bool units = false;
    std::size_t days = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const ColumnTraits& traits = traits_[c];
      if (traits.addresses || traits.clocks) return false;
      if (traits.times && columns_.seen_mostly(c, [](std::string_view text) {
            return text.find(':') != std::string_view::npos;
          })) {
        return false;
      }
      days += traits.times ? 1U : 0U;
      units = units || (traits.units && !traits.counts_up && holds_units(c));
    }
    return units && days <= 1;
  }

  [[nodiscard]] bool holds_units(std::size_t column) const {
    std::size_t filled = 0;
    for (const std::vector<std::string>& row : look_.rows) {
      const std::string_view text = cell_text(row[column]);
      if (text.empty()) continue;
      ++filled;
      if (!parse_quantity(text, decimal_) && sign_before_three(text) == '\0' &&
          !is_name(text, words_of(Words::not_stocked))) {
        return false;
      }
    }
    return filled > 0;
  }

  // What stands before the decimals of the list; '\0': its columns do not say.
  [[nodiscard]] char decimal() const noexcept { return decimal_; }
  // Whether some of a column's numbers have three digits behind that sign.
  [[nodiscard]] bool has_three_decimals(std::size_t column) const {
    return decimal_ != '\0' &&
           std::ranges::any_of(columns_.texts(column), [this](std::string_view text) {
             return sign_before_three(text) == decimal_;
           });
  }

  // How much a column looks like codes, not like names of products.
  [[nodiscard]] std::tuple<bool, bool, bool, bool> codes_in(std::size_t column) const {
    const ColumnTraits& traits = traits_[column];
    const bool runs_on = traits.units && traits.ascends && traits.bytes_most <= 4;
    // Numbers under a barcode stand beside codes of the shop's own.
    const bool barcode = traits.units && traits.bytes_most >= 12;
    return {!runs_on, !traits.blanks, traits.digits, !barcode};
  }

  // Whether most codes with several rows have another text of the column in each.
  [[nodiscard]] bool differs_by_code(std::size_t sku, std::size_t column) const {
    std::map<std::string_view, std::pair<std::size_t, std::set<std::string_view>>> of_code;
    for (const std::vector<std::string>& row : look_.rows) {
      auto& [rows, texts] = of_code[cell_text(row[sku])];
      ++rows;
      texts.insert(cell_text(row[column]));
    }
    std::size_t several = 0;
    std::size_t differ = 0;
    for (const auto& [code, of] : of_code) {
      several += of.first > 1 ? 1U : 0U;
      differ += of.first > 1 && of.second.size() > 1 ? 1U : 0U;
    }
    return several > 0 && differ * 10 >= several * 9;
  }

  // Whether texts of a column stand beside several codes, as places do, and names of products do
  // not. Of a few texts, or of fewer than there are codes by far, half may stand beside one code.
  [[nodiscard]] bool is_shared(std::size_t sku, std::size_t column) const {
    constexpr std::size_t texts_few = 7;
    if (traits_[column].distinct <= texts_few) return true;
    std::map<std::string_view, std::set<std::string_view>> codes;
    for (const std::vector<std::string>& row : look_.rows) {
      if (!cell_text(row[column]).empty()) {
        codes[cell_text(row[column])].insert(cell_text(row[sku]));
      }
    }
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(codes, [](const auto& of) { return of.second.size() > 1; }));
    const bool are_many = codes.size() * 4 > traits_[sku].distinct * 3;
    return are_many ? shared * 10 >= codes.size() * 9 : shared * 2 >= codes.size();
  }

  // Some of what is sold out has 0 units; prices and sizes have not. Where some columns count
  // without decimals, those with them are amounts.
  [[nodiscard]] std::tuple<bool, bool, bool, bool> how_countable(std::size_t column) const {
    bool zero = false;
    for (const std::string_view text : columns_.texts(column)) {
      zero = zero || parse_quantity(text, decimal_).value_or(0) == 0;
    }
    return {!has_decimals(column), zero, !of_fives(column), traits_[column].distinct > 3};
  }
  // Whether all its numbers have decimals, which are zeros where it holds units.
  [[nodiscard]] bool has_decimals(std::size_t column) const {
    return columns_.seen_mostly(column, [](std::string_view text) {
      const std::size_t mark = text.find_last_of(".,");
      return mark != std::string_view::npos && text.size() - mark != 4;
    });
  }
  [[nodiscard]] bool of_fives(std::size_t column) const {
    const auto texts = columns_.texts(column);
    return std::ranges::all_of(texts, [this](std::string_view text) {
      return parse_quantity(text, decimal_).value_or(0) % 5 == 0;
    });
  }
  // Whether as much lies nowhere.
  [[nodiscard]] bool is_too_much(std::size_t column) const {
    constexpr std::int64_t units_most = 999'999;
    const auto texts = columns_.texts(column);
    return std::ranges::any_of(texts, [this](std::string_view text) {
      return parse_quantity(text, decimal_).value_or(0) > units_most;
    });
  }
  // Whether units of `part` are some of those of `whole`: never more in a row, and by far fewer.
  [[nodiscard]] bool is_part_of(std::size_t part, std::size_t whole) const {
    if (has_decimals(part) != has_decimals(whole) || of_fives(whole)) return false;
    return sum_of(part) * 2 <= sum_of(whole) && holds_in_rows(part, [&](std::size_t row) {
             return units_at(row, part) <= units_at(row, whole);
           });
  }

  [[nodiscard]] std::int64_t units_at(std::size_t row, std::size_t column) const {
    return parse_quantity(cell_text(look_.rows[row][column]), decimal_).value_or(0);
  }
  // Whether `test` holds of nearly all rows, and the column of `differs` is not 0 in some.
  template <class Test>
  [[nodiscard]] bool holds_in_rows(std::size_t differs, Test test) const {
    std::size_t held = 0;
    bool any = false;
    for (std::size_t row = 0; row < look_.rows.size(); ++row) {
      held += test(row) ? 1U : 0U;
      any = any || units_at(row, differs) != 0;
    }
    return any && look_.rows.size() > 2 && held * 20 >= look_.rows.size() * 19;
  }

  [[nodiscard]] std::int64_t sum_of(std::size_t column) const {
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < look_.rows.size(); ++row) sum += units_at(row, column);
    return sum;
  }

  [[nodiscard]] bool lies_behind(std::size_t column, TimeNs moment) const {
    return columns_.seen_mostly(column, [moment](std::string_view text) {
      const std::string form = time_form_of(text);
      auto reader = TimeReader::make(
          "", form.empty() ? std::vector<std::string>{} : std::vector<std::string>{form});
      const auto time = reader.ok() ? reader.value().read(text) : std::nullopt;
      return time && *time > moment;
    });
  }

  [[nodiscard]] std::string first_of(std::size_t column) const {
    for (const std::vector<std::string>& row : look_.rows) {
      const std::string_view text = cell_text(row[column]);
      if (!text.empty()) return "; the first is " + in_comment(shown(text, 30));
    }
    return "; it is empty in the rows looked at";
  }

 private:
  FileLook look_;
  ColumnLook columns_;
  char decimal_;
  std::vector<ColumnTraits> traits_;
};

// Returns: the names of some columns, each in quotes.
std::string quoted_names(const StockTable& table, const std::vector<std::size_t>& columns) {
  std::string names;
  for (const std::size_t c : columns)
    names += (names.empty() ? "" : ", ") + files::quoted(table.name(c));
  return names;
}

// Returns: the columns of units that are called a quantity and, behind a sign, different things, as
//          in "Stock (Leeds)" and "Stock (York)"; of several kinds of these none.
std::vector<std::size_t> columns_of_places(const StockTable& table,
                                           const std::vector<bool>& taken) {
  std::map<std::string, std::vector<std::size_t>> places;  // by what is before the sign
  for (std::size_t c = 0; c < table.size(); ++c) {
    const std::string& name = table.name(c);
    const std::size_t sign = name.find_first_of(":([/-|");
    if (taken[c] || sign == std::string::npos || sign + 1 >= name.size()) continue;
    const std::string head = folded_name(name.substr(0, sign));
    const bool is_quantity = is_name(head, column_names(ShopColumn::quantity)) ||
                             is_name(head, column_names(ShopColumn::for_sale));
    const bool is_elsewhere =
        says_reserved(name) || says_level(name) || has_word(name, words_of(Words::elsewhere));
    if (is_quantity && !is_elsewhere && table.holds_units(c)) places[head].push_back(c);
  }
  return places.size() == 1 ? places.begin()->second : std::vector<std::size_t>{};
}

// Returns: the name of a column of totals that stands empty, as one does that a spreadsheet adds
//          up; empty where there is none, and where a column is called a quantity.
std::string empty_total(const StockTable& table) {
  std::string total;
  for (std::size_t c = 0; c < table.size(); ++c) {
    const std::string& name = table.name(c);
    const bool is_quantity = is_name(name, column_names(ShopColumn::quantity)) ||
                             is_name(name, column_names(ShopColumn::for_sale));
    if (is_quantity && table.holds_units(c)) return {};
    if (table.of(c).filled == 0 && has_word_of_totals(name)) total = name;
  }
  return total;
}

// Whether the names of several columns say a place each, or have a word in common, as "Merkez Depo"
// and "Tuzla Depo" do. One of a single word may be of all places.
bool are_called_alike(const StockTable& table, const std::vector<std::size_t>& columns) {
  if (columns.size() < 2) return false;
  const auto words_in = [](const std::string& name) {
    std::set<std::string> words;
    std::string word;
    for (const char c : name + ' ') {
      const bool is_within = is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
      if (is_within) word += c;
      if (!is_within && word.size() > 2) words.insert(folded_name(word));
      if (!is_within) word.clear();
    }
    return words;
  };
  std::set<std::string> common = words_in(table.name(columns[0]));
  bool are_places = true;
  for (const std::size_t c : columns) {
    const std::set<std::string> words = words_in(table.name(c));
    if (words.size() < 2) return false;
    std::erase_if(common, [&](const std::string& word) { return words.count(word) == 0; });
    are_places = are_places && name_rank(table.name(c), column_names(ShopColumn::node)) >= 0;
  }
  return are_places || !common.empty();
}

// Returns: the line of a map that says what stands before three decimals of units that are taken.
std::string decimal_line(const StockTable& table, const std::vector<bool>& taken) {
  for (std::size_t c = 0; c < table.size(); ++c) {
    if (!taken[c] || !table.has_three_decimals(c) || !table.holds_units(c)) continue;
    return "decimal = " + files::quoted(std::string(1, table.decimal())) +
           "  # of this file, by its own columns" + table.first_of(c) + "\n";
  }
  return {};
}

// What a draft has so far.
struct DraftState {
  bool sku{};
  bool units{};
  bool free{};  // and they are what nobody has been promised
  bool node{};
  bool expiry{};
  bool doubts{};      // some of it may be wrong
  bool contents{};    // names alone did not tell
  std::string found;  // StockDraft::found
  std::string told;   // StockDraft::told
};

// Effects: adds "key 'name'" to a list.
void add_named(std::string& list, std::string_view key, const std::string& name) {
  list += (list.empty() ? "" : ", ") + std::string(key) + " '" + name + "'";
}

class StockDrafter {
 public:
  StockDrafter(const FileLook& look, const StockHints& hints)
      : table_(look), hints_(hints), taken_(look.columns.size(), false) {}

  // Returns: the names of columns_of_units(), each in quotes.
  [[nodiscard]] std::string names_of_units() const {
    return quoted_names(table_, columns_of_units());
  }

  StockDraft by_names() {
    if (says_orders()) return {};
    if (!choose("sku", column_names(ShopColumn::sku), true, any)) return {};
    take_named();
    if (!has_.units && (has_.node || !take_nodes())) return {};
    take_rest();
    return draft();
  }

  StockDraft by_contents() {
    has_.contents = true;
    if (!hints_.said && (says_orders() || !table_.looks_like_stock())) return {};
    if (hints_.sku) {
      take("sku", *hints_.sku, hints_.why, false);
    } else if (!choose("sku", column_names(ShopColumn::sku), true, any)) {
      take_code();
    }
    take_named();
    if (!has_.node) take_place();
    if (!has_.units) take_units();
    take_rest();
    if (!has_.expiry) take_days();
    if (!has_.sku && !hints_.said) return {};
    return draft();
  }

 private:
  static constexpr auto any = [](std::size_t) { return true; };

  // Effects: takes what is called so.
  void take_named() {
    const auto counts = [this](std::size_t column) {
      return table_.holds_units(column) && !table_.of(column).counts_up && !is_elsewhere(column);
    };
    has_.node = choose("node", column_names(ShopColumn::node), false, any);
    const std::vector<std::size_t> places = columns_of_places(table_, taken_);
    if (!has_.node && places.size() > 1) {
      return take_nodes(places,
                        std::string(look_at_this) + "their names say a quantity each, of a place");
    }
    const std::vector<std::size_t> parts = columns_of_units();
    const std::string total = empty_total(table_);
    if (!has_.node && !total.empty() && parts.size() > 1) {
      has_.doubts = true;
      return take_nodes(parts, std::string(look_at_this) + "the column of their sums, " +
                                   in_comment(shown(total)) +
                                   ", is empty: is each a node of yours?");
    }
    has_.free = choose("quantity", column_names(ShopColumn::for_sale), true, counts);
    has_.units = has_.free || choose("quantity", column_names(ShopColumn::quantity), true, counts);
  }
  void take_rest() {
    const auto counts = [this](std::size_t column) { return table_.holds_units(column); };
    choose("lot", column_names(ShopColumn::lot), false, any);
    has_.expiry = choose("expiry", column_names(ShopColumn::expiry), false, any);
    const bool kept_back = choose("safety", column_names(ShopColumn::safety), false, counts);
    take_reserved(kept_back);
  }

  // Effects: what somebody has been promised is withheld like safety stock, unless the quantity is
  // what is left of it.
  void take_reserved(bool kept_back) {
    if (has_.free) return;
    for (std::size_t c = 0; c < table_.size(); ++c) {
      if (taken_[c] || !says_reserved(table_.name(c))) continue;
      if (!table_.holds_units(c)) continue;
      const std::string why =
          "by its name these units are promised to orders already, and withheld from sale so; take "
          "the line away if those orders are in the file of orders";
      if (!kept_back && has_.units) return take("safety", c, why, true);
      perhaps_.push_back("# safety = " + files::quoted(table_.name(c)) + "  # perhaps: " + why);
    }
    if (!part_ || kept_back) return;
    perhaps_.push_back(
        "# safety = " + files::quoted(table_.name(*part_)) +
        "  # perhaps, if these units are promised to orders already: no row has more "
        "of them than of the quantity");
  }

  // Orders have numbers and times.
  [[nodiscard]] bool says_orders() const {
    return table_.has_exactly(column_names(Role::time)) ||
           table_.has_exactly(column_names(ShopColumn::order));
  }
  // `loosely`: also a column whose name only holds one of `names`.
  template <class Test>
  bool choose(const std::string& key, Names names, bool loosely, Test test) {
    int best = loosely ? std::numeric_limits<int>::max() : static_cast<int>(names.size());
    std::optional<std::size_t> chosen;
    for (std::size_t c = 0; c < table_.size(); ++c) {
      const bool is_out = taken_[c] || says_unavailable(table_.name(c));  // has "available" in it
      const int rank = is_out ? -1 : name_rank(table_.name(c), names);
      if (rank < 0 || rank >= best || !test(c)) continue;
      best = rank;
      chosen = c;
    }
    if (!chosen) return false;
    take(key, *chosen, "by its name", false);
    if (!is_name(table_.name(*chosen), names)) add_named(has_.told, key, table_.name(*chosen));
    return true;
  }

  // `doubtful`: whoever reads the map should look at it.
  void take(const std::string& key, std::size_t column, const std::string& why, bool doubtful) {
    taken_[column] = true;
    if (key == "sku") sku_ = column;
    has_.sku = has_.sku || key == "sku";
    has_.units = has_.units || key == "quantity";
    has_.node = has_.node || key == "node";
    has_.expiry = has_.expiry || key == "expiry";
    has_.doubts = has_.doubts || doubtful;
    add_named(has_.found, key, table_.name(column));
    const bool is_hint = key == "sku" && hints_.sku == column;
    const bool is_known = is_name(table_.name(column), column_names(ShopColumn::sku));
    if (doubtful || (is_hint && !is_known)) add_named(has_.told, key, table_.name(column));
    lines_ += key + " = " + files::quoted(table_.name(column)) + "  # " +
              (doubtful ? std::string(look_at_this) : std::string()) + in_comment(why) +
              table_.first_of(column) + "\n";
  }

  // Whether its units are promised, on their way or a level, by its name.
  [[nodiscard]] bool is_elsewhere(std::size_t column) const {
    return says_reserved(table_.name(column)) || says_level(table_.name(column)) ||
           says_unavailable(table_.name(column)) ||
           has_word(table_.name(column), words_of(Words::elsewhere));
  }

  // Returns: the columns that could be a node each, as whole numbers stand there.
  [[nodiscard]] std::vector<std::size_t> columns_of_units() const {
    std::vector<std::size_t> nodes;
    for (std::size_t c = 0; c < table_.size(); ++c) {
      const bool other = taken_[c] || name_rank(table_.name(c), column_names(Role::price)) >= 0 ||
                         name_rank(table_.name(c), column_names(Role::sku)) >= 0 ||
                         is_name(table_.name(c), column_names(ShopColumn::safety)) ||
                         is_name(table_.name(c), column_names(Role::line_total)) ||
                         is_elsewhere(c) || has_word(table_.name(c), words_of(Words::weight));
      if (!other && !table_.of(c).counts_up && table_.holds_units(c)) nodes.push_back(c);
    }
    return nodes;
  }

  // Effects: where no column is called a quantity, those that hold units are a node each.
  bool take_nodes() {
    const std::vector<std::size_t> nodes = columns_of_units();
    // One column of numbers may be anything.
    if (nodes.size() < 2) return false;
    take_nodes(nodes, "whole numbers stand there: take away what is no node of yours");
    return true;
  }
  void take_nodes(const std::vector<std::size_t>& nodes, const std::string& why) {
    const std::string names = quoted_names(table_, nodes);
    for (const std::size_t c : nodes) taken_[c] = true;
    has_.units = has_.node = true;
    for (std::string* list : {&has_.told, &has_.found}) {
      *list += (list->empty() ? "" : ", ") + std::string("nodes ") + names;
    }
    lines_ += "nodes = [" + names + "]  # " + why + "\n";
  }

  // Effects: the SKU is what tells the rows apart, by itself or with one of few places.
  void take_code() {
    std::optional<std::size_t> chosen;
    for (std::size_t c = 0; c < table_.size(); ++c) {
      if (taken_[c] || !table_.of(c).could_name() || table_.of(c).counts_up) continue;
      const bool tells = table_.of(c).unique() || place_beside(c).has_value();
      if (!tells || (table_.of(c).units && table_.of(c).bytes_most < 3)) continue;
      if (!chosen || table_.codes_in(c) > table_.codes_in(*chosen)) chosen = c;
    }
    if (!chosen) return;
    take("sku", *chosen,
         table_.of(*chosen).unique() ? "its texts tell the rows apart"
                                     : "its texts tell the rows of a place apart",
         true);
  }

  // Returns: the column of few texts of which each row of a code has another; nothing where codes
  //          stand in one row each.
  [[nodiscard]] std::optional<std::size_t> place_beside(std::size_t sku) const {
    if (table_.of(sku).unique() || table_.of(sku).distinct < 2) return std::nullopt;
    std::optional<std::size_t> found;
    for (std::size_t c = 0; c < table_.size(); ++c) {
      const ColumnTraits& traits = table_.of(c);
      if (c == sku || taken_[c] || !traits.could_name() || traits.units || !traits.letters)
        continue;
      if (traits.distinct < 2 || traits.distinct > nodes_most) continue;
      if (traits.distinct * 2 > traits.filled || traits.distinct > table_.of(sku).distinct)
        continue;
      if (table_.differs_by_code(sku, c) && table_.is_shared(sku, c) &&
          (!found || traits.distinct < table_.of(*found).distinct)) {
        found = c;
      }
    }
    return found;
  }

  void take_place() {
    if (!sku_) return;
    if (const auto place = place_beside(*sku_)) {
      return take("node", *place,
                  "the rows of one SKU have different ones of its " +
                      json::counted(table_.of(*place).distinct, "text"),
                  true);
    }
    for (std::size_t c = 0; c < table_.size(); ++c) {
      if (taken_[c] || !table_.of(c).letters || table_.of(c).units || table_.of(c).times ||
          table_.of(c).decimals || !table_.of(c).few(nodes_most)) {
        continue;
      }
      perhaps_.push_back("# node = " + files::quoted(table_.name(c)) +
                         "  # perhaps, if these are your warehouses: " +
                         in_comment(counted_list(table_.columns(), c)));
    }
  }

  // Effects: of the columns of whole numbers the one that counts what lies there.
  void take_units() {
    std::vector<std::size_t> numbers;
    for (std::size_t c = 0; c < table_.size(); ++c) {
      const ColumnTraits& traits = table_.of(c);
      if (taken_[c] || !traits.units || traits.counts_up || !table_.holds_units(c)) continue;
      if (table_.is_too_much(c) || is_elsewhere(c)) continue;
      // A price is the same wherever the SKU lies.
      if (has_.node && sku_ && decides(table_.columns(), *sku_, c) &&
          !decides(table_.columns(), c, *sku_))
        continue;
      numbers.push_back(c);
    }
    if (numbers.empty()) return;
    if (take_whole(numbers) || take_free(numbers)) return;
    if (!has_.node && are_called_alike(table_, numbers)) {
      has_.doubts = true;
      return take_nodes(numbers, std::string(look_at_this) +
                                     "whole numbers stand there, and their names are alike: is "
                                     "each a node of yours?");
    }
    std::size_t best = numbers[0];
    for (const std::size_t c : numbers) {
      if (table_.how_countable(c) > table_.how_countable(best)) best = c;
    }
    for (const std::size_t whole : numbers) {
      if (whole == best || !table_.is_part_of(best, whole)) continue;
      part_ = best;
      best = whole;
      break;
    }
    const bool only = numbers.size() == 1;
    take("quantity", best,
         only ? "whole numbers stand there, and in no other column" : "whole numbers stand there",
         !only || !hints_.said);
    if (only) return;
    perhaps_.push_back("# nodes = [" + quoted_names(table_, numbers) +
                       "]  # in place of quantity and node, if each of these columns is a "
                       "warehouse with its units");
  }

  // Effects: where one column is the sum of the others, each of these is a node.
  bool take_whole(const std::vector<std::size_t>& numbers) {
    if (numbers.size() < 3 || has_.node) return false;
    for (const std::size_t whole : numbers) {
      std::vector<std::size_t> parts;
      std::ranges::copy_if(numbers, std::back_inserter(parts),
                           [whole](std::size_t c) { return c != whole; });
      const bool is_sum = table_.holds_in_rows(whole, [&](std::size_t row) {
        std::int64_t sum = 0;
        for (const std::size_t part : parts) sum += table_.units_at(row, part);
        return sum == table_.units_at(row, whole);
      });
      if (!is_sum) continue;
      // What is free and what is promised add up to what lies there, too: the latter is less by
      // far, and a sum stands behind its parts.
      if (parts.size() == 2) {
        const std::int64_t less = std::min(table_.sum_of(parts[0]), table_.sum_of(parts[1]));
        const std::int64_t more = std::max(table_.sum_of(parts[0]), table_.sum_of(parts[1]));
        if (less * 3 <= more || whole < parts[1]) return false;
      }
      has_.doubts = true;
      take_nodes(parts, std::string(look_at_this) + "they add up to " +
                            in_comment(shown(table_.name(whole))) +
                            " in each row: is each a node of yours?");
      return true;
    }
    return false;
  }

  // Effects: of what lies there, what is promised and what is left, the last is taken.
  bool take_free(const std::vector<std::size_t>& numbers) {
    for (const std::size_t there : numbers) {
      for (const std::size_t promised : numbers) {
        for (const std::size_t left : numbers) {
          if (there == promised || left == there || left == promised) continue;
          const auto is_left = [&](std::size_t row) {
            return table_.units_at(row, there) - table_.units_at(row, promised) ==
                   table_.units_at(row, left);
          };
          // Which of two parts is left, their sizes say: more is left than is promised.
          if (!table_.holds_in_rows(promised, is_left) ||
              table_.sum_of(left) < table_.sum_of(promised))
            continue;
          has_.free = true;
          take("quantity", left,
               "it is " + shown(table_.name(there)) + " less " + shown(table_.name(promised)) +
                   " in each row: what is still for sale",
               true);
          return true;
        }
      }
    }
    return false;
  }
  // Effects: days behind the last order are those until which lots are sold.
  void take_days() {
    for (std::size_t c = 0; c < table_.size(); ++c) {
      if (taken_[c] || !table_.of(c).times) continue;
      const bool later = hints_.ordered_until && table_.lies_behind(c, *hints_.ordered_until);
      if (later) return take("expiry", c, "its days lie behind the last order", true);
      perhaps_.push_back("# expiry = " + files::quoted(table_.name(c)) +
                         "  # perhaps, if lots are sold until then; the first is " +
                         in_comment(shown(table_.columns().texts(c)[0], 30)));
    }
  }
  [[nodiscard]] StockDraft draft() const {
    StockDraft made;
    made.doubtful = has_.doubts;
    made.by_contents = has_.contents;
    made.found = has_.found;
    made.told = has_.told;
    std::string needed;
    const auto lacks = [&](const std::string& key) {
      made.missing += (made.missing.empty() ? "" : ", ") + key;
      needed += "# " + key + " = \"\"  # needed, and no column looks like it\n";
    };
    if (!has_.sku) lacks("sku");
    if (!has_.units) lacks("quantity");
    made.toml = "[stock]\n" + decimal_line(table_, taken_) + lines_ + needed;
    for (const std::string& line : perhaps_) made.toml += line + "\n";
    made.toml += unused_text(table_.columns(), taken_);
    return made;
  }

  StockTable table_;
  const StockHints& hints_;
  std::vector<bool> taken_;
  std::string lines_;                 // of the map, one for each column that was found
  std::vector<std::string> perhaps_;  // further lines, as comments
  std::optional<std::size_t> sku_;
  std::optional<std::size_t> part_;  // its units are some of those of the quantity
  DraftState has_;
};

}  // namespace

StockDraft draft_stock(const FileLook& look, const StockHints& hints) {
  if (!hints.sku) {
    StockDraft named = StockDrafter(look, hints).by_names();
    if (!named.toml.empty()) return named;
  }
  return StockDrafter(look, hints).by_contents();
}

std::string stock_map_text(const FileLook& look) {
  const StockHints nothing;
  return StockDrafter(look, nothing).by_names().toml;
}

std::string stock_units_text(const FileLook& look) {
  const StockHints nothing;
  return StockDrafter(look, nothing).names_of_units();
}

}  // namespace allot::files
