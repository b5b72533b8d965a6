#include "simulation/stock_advice.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "files/text_rules.hpp"
#include "files/text_source.hpp"

namespace allot::simulation {

namespace {

// Returns: by node, of how many groups of zones it has lanes to.
std::vector<std::size_t> zones_served(const Scenario& scenario) {
  std::vector<std::set<std::uint32_t>> groups(scenario.nodes.size());
  for (const LaneSpec& lane : scenario.lanes) groups[lane.node].insert(lane.group);
  std::vector<std::size_t> counts;
  for (const std::set<std::uint32_t>& served : groups) counts.push_back(served.size());
  return counts;
}

// Units of each SKU of the shop's list, by node.
using UnitsAtNodes = std::map<std::string, std::vector<std::uint64_t>>;

UnitsAtNodes units_at_nodes(const World& world) {
  UnitsAtNodes units;
  if (world.own() == nullptr) return units;
  for (const OwnShop::Lot& lot : world.own()->stock) {
    auto& at = units[world.book().skus[lot.sku].code];
    at.resize(world.scenario().nodes.size());
    at[lot.node] += lot.quantity;
  }
  return units;
}

// Adds rows of cells to a text.
class Rows {
 public:
  Rows(char delimiter, std::string& text) : delimiter_(delimiter), text_(text) {}

  void add(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text_ += delimiter_;
      const bool plain = cells[i].find_first_of("\"\r\n") == std::string::npos &&
                         cells[i].find(delimiter_) == std::string::npos &&
                         (cells[i].empty() || (cells[i].front() != ' ' && cells[i].back() != ' '));
      const std::size_t at = text_.size();
      text_ += plain ? cells[i] : '"' + cells[i] + '"';
      if (plain) continue;
      for (std::size_t c = text_.size() - 2; c > at; --c) {
        if (text_[c] == '"') text_.insert(c, 1, '"');
      }
    }
    text_ += '\n';
  }

 private:
  char delimiter_;
  std::string& text_;
};

// Returns: the rows as a list of stock of this form.
std::string table_text(const StockAdvice& advice, const files::StockForm& form) {
  std::string text;
  Rows rows(form.written.delimiter, text);
  if (!form.nodes.empty()) {
    std::vector<std::string> header{form.sku};
    header.insert(header.end(), form.nodes.begin(), form.nodes.end());
    rows.add(header);
    for (const StockAdvice::Row& row : advice.rows) {
      std::vector<std::string> cells{row.sku};
      for (const std::string& node : form.nodes) {
        cells.push_back(files::code_of(node) == row.node ? std::to_string(row.units) : "0");
      }
      rows.add(cells);
    }
    return text;
  }
  // Of a list without nodes all lies in one, unless others come from elsewhere.
  const bool names_nodes =
      !form.node.empty() || std::ranges::any_of(advice.rows, [](const StockAdvice::Row& row) {
        return row.node != "main";
      });
  const std::string node = form.node.empty() ? "node" : form.node;
  rows.add(names_nodes ? std::vector{form.sku, node, form.quantity}
                       : std::vector{form.sku, form.quantity});
  for (const StockAdvice::Row& row : advice.rows) {
    const std::string units = std::to_string(row.units);
    rows.add(names_nodes ? std::vector{row.sku, row.node, units} : std::vector{row.sku, units});
  }
  return text;
}

}  // namespace

StockAdvice stock_advice(const World& world, const RunFigures& figures) {
  const bool has_money = figures.total.value > 0;
  const auto weight = [has_money](const Shortfall& row) -> std::uint64_t {
    return has_money
               ? static_cast<std::uint64_t>(row.value_refused + row.value_with + row.value_waited)
               : row.refused + row.refused_with + row.waited;
  };
  StockAdvice advice;
  advice.of = weight(figures.short_sums);
  std::uint64_t without_row = 0;
  for (const Shortfall& row : figures.shortfalls) {
    if (row.no_stock_row) without_row += weight(row);
  }
  const std::vector<std::size_t> served = zones_served(world.scenario());
  const UnitsAtNodes units = units_at_nodes(world);
  for (const Shortfall& row : figures.shortfalls) {
    const bool enough = advice.covered * 5 >= (advice.of - without_row) * 4;
    if (enough || advice.rows.size() == StockAdvice::rows_max) break;
    if (row.no_stock_row || row.needed == 0) continue;
    const auto known = units.find(row.sku);
    std::size_t best = 0;
    const auto has = [&](std::size_t node) {
      return known == units.end() ? 0 : known->second[node];
    };
    for (std::size_t node = 1; node < served.size(); ++node) {
      const bool better =
          served[node] != served[best] ? served[node] > served[best] : has(node) > has(best);
      if (better) best = node;
    }
    advice.rows.push_back({row.sku, world.scenario().nodes[best].code, row.needed});
    advice.covered += weight(row);
  }
  return advice;
}

Status write_stock_advice(const std::string& path, const StockAdvice& advice,
                          const files::StockForm& form) {
  std::string text = table_text(advice, form);
  const std::optional<std::string> encoded = files::encoded(text, form.written.encoding);
  // A spreadsheet takes UTF-8 without a mark for the letters of its own country.
  const bool is_ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const bool is_utf8 = !encoded || form.written.encoding == files::Encoding::utf8;
  text = is_utf8 ? (is_ascii ? "" : "\xEF\xBB\xBF") + text : *encoded;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  if (file) return {};
  return {StatusCode::io_error, path + ": cannot be written: " + std::strerror(errno)};
}

}  // namespace allot::simulation
