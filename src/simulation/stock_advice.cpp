#include "simulation/stock_advice.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <set>

#include "inspection/csv_text.hpp"

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

Status write_stock_advice(const std::string& path, const StockAdvice& advice) {
  std::string text = "sku,node,quantity\n";
  const auto add = [&text](const std::string& cell, char behind) {
    const std::size_t at = text.size();
    text += cell;
    inspection::quote_csv(text, at);
    text += behind;
  };
  for (const StockAdvice::Row& row : advice.rows) {
    add(row.sku, ',');
    add(row.node, ',');
    add(std::to_string(row.units), '\n');
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  if (file) return {};
  return {StatusCode::io_error, path + ": cannot be written: " + std::strerror(errno)};
}

}  // namespace allot::simulation
