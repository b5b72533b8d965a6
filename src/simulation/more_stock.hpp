// What comes beside a list of stock, of the same shop.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "allot/types/status.hpp"
#include "files/encoding.hpp"
#include "files/shop_files.hpp"
#include "simulation/scenario.hpp"

namespace allot::simulation {

// The nodes and SKUs that a shop's files name.
struct KnownCodes {
  std::set<std::string> nodes;
  std::set<std::string> skus;

  template <class Rows>
  void add_nodes(const Rows& rows) {
    for (const auto& row : rows) {
      if (!node_of(row).empty()) nodes.insert(node_of(row));
    }
  }
  template <class Rows>
  void add_skus(const Rows& rows) {
    for (const auto& row : rows) {
      if (!row.sku.empty()) skus.insert(row.sku);
    }
  }

 private:
  static const std::string& node_of(const files::NodeRow& row) { return row.code; }
  static const std::string& node_of(const NodeSpec& node) { return node.code; }
  template <class Row>
  static const std::string& node_of(const Row& row) {
    return row.node;
  }
};

// What comes beside a list of stock is about what the shop has: another code would be a node from
// which nothing was sent before, or an SKU that nobody asks for.
// Errors: a row with such a code, with the codes that there are.
[[nodiscard]] Status check_more(const files::StockFile& more, const KnownCodes& known,
                                const std::string& stock_file);

// Returns: what a list beside one in `usual` is written in: its bytes are too few to tell more than
//          that they are UTF-8, or not.
[[nodiscard]] std::optional<files::Encoding> encoding_beside(const std::string& path,
                                                             files::Encoding usual);

}  // namespace allot::simulation
