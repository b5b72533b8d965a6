// Safety stock of a list whose columns are a node each: a row says it once for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "files/shop_files.hpp"

namespace allot::files {

class NodeSafety {
 public:
  // `place`: where `row` will stand among the rows of the file. `said`: units that its line of the
  // file withholds, where it says so.
  void add(std::size_t place, const StockRow& row, std::optional<std::uint32_t> said);

  // Effects: shares what each SKU withholds, by the last line that says so, among its nodes by
  //          their units, so that the nodes up to any one have together what falls on their units,
  //          rounded down. Where nothing lies anywhere the first one has all. A share stands on the
  //          first row of its node. Returns: how many SKUs were shared. Requires: no row that was
  //          added stands elsewhere now.
  std::uint64_t share(std::span<StockRow> rows) const;

 private:
  struct Node {
    std::string code;
    std::size_t first{};  // of its rows
    std::uint64_t units{};
  };
  struct Sku {
    std::vector<Node> nodes;  // as the file has them
    std::optional<std::uint32_t> safety;
  };

  std::map<std::string, Sku> skus_;
};

}  // namespace allot::files
