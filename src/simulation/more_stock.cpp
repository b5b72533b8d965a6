#include "simulation/more_stock.hpp"

#include <filesystem>
#include <fstream>
#include <vector>

#include "files/row_account.hpp"
#include "files/text_source.hpp"
#include "json/counted.hpp"
#include "json/near_name.hpp"

namespace allot::simulation {

namespace {

// Returns: which of the codes was meant perhaps, and what they are, as a sentence goes on.
std::string meant_code(const std::string& code, const std::set<std::string>& codes) {
  constexpr std::size_t named_most = 8;
  const std::vector<std::string> all(codes.begin(), codes.end());
  const std::string near(json::near_name(code, all));
  std::string there;
  for (std::size_t i = 0; i < all.size() && i < named_most; ++i) {
    there += (there.empty() ? "" : ", ") + files::shown(all[i]);
  }
  if (all.size() > named_most) {
    there += " and " + json::grouped(all.size() - named_most) + " more";
  }
  if (near.empty()) return "; there are " + there;
  return "; did you mean " + files::shown(near) + "? There are " + there;
}

}  // namespace

Status check_more(const files::StockFile& more, const KnownCodes& known,
                  const std::string& stock_file) {
  for (const files::StockRow& row : more.rows) {
    const std::string at = more.account.path + ":" + std::to_string(row.line) + ": ";
    if (known.nodes.count(row.node) == 0) {
      return {StatusCode::invalid_argument, at + "the shop has no node " + files::shown(row.node) +
                                                meant_code(row.node, known.nodes) +
                                                ". A new one is named by --nodes or --lanes"};
    }
    if (known.skus.count(row.sku) == 0) {
      return {StatusCode::invalid_argument, at + "no order asks for SKU " + files::shown(row.sku) +
                                                ", and " + stock_file + " has no row of it" +
                                                meant_code(row.sku, known.skus) +
                                                ". Mend the row, or take it away"};
    }
  }
  return {};
}

std::optional<files::Encoding> encoding_beside(const std::string& path, files::Encoding usual) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  constexpr std::size_t bytes_most = 200'000;
  std::string head(bytes_most, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  if (files::guess_encoding(head) == files::Encoding::utf8) return std::nullopt;
  return usual == files::Encoding::utf8 ? std::nullopt : std::optional(usual);
}

}  // namespace allot::simulation
