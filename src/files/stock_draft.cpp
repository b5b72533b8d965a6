// A list of stock as the [stock] of a map that somebody mends and keeps.
#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/map_guess.hpp"
#include "files/numbers.hpp"
#include "files/row_account.hpp"
#include "files/toml_text.hpp"

namespace allot::files {

namespace {

class StockDraft {
 public:
  explicit StockDraft(const FileLook& look) : look_(look), taken_(look.columns.size(), false) {}

  // Returns: the names of columns_of_units(), each in quotes.
  [[nodiscard]] std::string names_of_units() const {
    std::string names;
    for (const std::size_t c : columns_of_units()) {
      names += (names.empty() ? "" : ", ") + quoted(look_.columns[c]);
    }
    return names;
  }

  // Returns: the map; empty when the file has no SKU and units that lie somewhere, or has numbers
  //          and times of orders.
  std::string text() {
    if (has_exactly(column_names(Role::time)) || has_exactly(column_names(ShopColumn::order))) {
      return {};
    }
    const auto any = [](std::size_t) { return true; };
    const auto counts = [this](std::size_t column) { return holds_units(column); };
    if (!choose("sku", column_names(ShopColumn::sku), true, any)) return {};
    const bool has_node = choose("node", column_names(ShopColumn::node), false, any);
    if (!choose("quantity", column_names(ShopColumn::for_sale), true, counts) &&
        !choose("quantity", column_names(ShopColumn::quantity), true, counts) &&
        (has_node || !take_nodes())) {
      return {};
    }
    choose("lot", column_names(ShopColumn::lot), false, any);
    choose("expiry", column_names(ShopColumn::expiry), false, any);
    choose("safety", column_names(ShopColumn::safety), false, counts);
    std::string text =
        "# A list of stock, " + in_comment(look_.name) + ": what its columns mean, " +
        "as far as " + std::to_string(look_.rows.size()) +
        " rows tell. Mend what is wrong; every\n# key is in docs/files.md. The file: " +
        in_comment(look_.form) + ".\n# To be given as --map, beside --orders and " +
        "--stock; [columns] of the orders are guessed where none are here.\n" + "\n[stock]\n" +
        lines_ + "# Not used:";
    std::string row;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      if (taken_[c]) continue;
      if (row.size() + look_.columns[c].size() > 80) {
        text += row + "\n#";
        row.clear();
      }
      row += " " + quoted(look_.columns[c]);
    }
    return text + row + "\n";
  }

 private:
  // "Name" and "ticket" are columns of many lists.
  [[nodiscard]] bool has_exactly(Names names) const {
    return std::ranges::any_of(look_.columns, [names](const std::string& column) {
      const std::string name = folded_name(column);
      return name != "name" && name != "ticket" && std::ranges::find(names, name) != names.end();
    });
  }

  [[nodiscard]] bool holds_units(std::size_t column) const {
    std::size_t filled = 0;
    for (const std::vector<std::string>& row : look_.rows) {
      const std::string_view text = cell_text(row[column]);
      if (text.empty()) continue;
      ++filled;
      if (!parse_quantity(text) && sign_before_three(text) == '\0' &&
          !is_name(text, words_of(Words::not_stocked))) {
        return false;
      }
    }
    return filled > 0;
  }

  // `loosely`: also a column whose name only holds one of `names`.
  template <class Test>
  bool choose(const std::string& key, Names names, bool loosely, Test test) {
    int best = loosely ? std::numeric_limits<int>::max() : static_cast<int>(names.size());
    std::optional<std::size_t> chosen;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const int rank = taken_[c] ? -1 : name_rank(look_.columns[c], names);
      if (rank < 0 || rank >= best || !test(c)) continue;
      best = rank;
      chosen = c;
    }
    if (!chosen) return false;
    taken_[*chosen] = true;
    lines_ += key + " = " + quoted(look_.columns[*chosen]) + "  # by its name" + first_of(*chosen);
    lines_ += "\n";
    return true;
  }

  // Returns: the columns that could be a node each, as whole numbers stand there.
  [[nodiscard]] std::vector<std::size_t> columns_of_units() const {
    std::vector<std::size_t> nodes;
    for (std::size_t c = 0; c < look_.columns.size(); ++c) {
      const bool other = taken_[c] || name_rank(look_.columns[c], column_names(Role::price)) >= 0 ||
                         name_rank(look_.columns[c], column_names(Role::sku)) >= 0 ||
                         is_name(look_.columns[c], column_names(ShopColumn::safety)) ||
                         is_name(look_.columns[c], column_names(Role::line_total)) ||
                         has_word(look_.columns[c], words_of(Words::elsewhere)) ||
                         has_word(look_.columns[c], words_of(Words::weight));
      if (!other && holds_units(c)) nodes.push_back(c);
    }
    return nodes;
  }

  // Effects: where no column is called a quantity, those that hold units are a node each.
  bool take_nodes() {
    const std::vector<std::size_t> nodes = columns_of_units();
    // One column of numbers may be anything.
    if (nodes.size() < 2) return false;
    const std::string names = names_of_units();
    for (const std::size_t c : nodes) taken_[c] = true;
    lines_ += "nodes = [" + names +
              "]  # whole numbers stand there: take away what is no node of yours\n";
    return true;
  }

  [[nodiscard]] std::string first_of(std::size_t column) const {
    for (const std::vector<std::string>& row : look_.rows) {
      const std::string_view text = cell_text(row[column]);
      if (!text.empty()) return "; the first is " + in_comment(shown(text, 30));
    }
    return "; it is empty in the rows looked at";
  }

  const FileLook& look_;
  std::vector<bool> taken_;
  std::string lines_;  // of the map, one for each column that was found
};

}  // namespace

std::string stock_map_text(const FileLook& look) { return StockDraft(look).text(); }

std::string stock_units_text(const FileLook& look) { return StockDraft(look).names_of_units(); }

}  // namespace allot::files
