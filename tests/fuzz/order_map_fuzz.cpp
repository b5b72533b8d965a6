// Any bytes as a map of order columns: a map that a file can be read by, or an error that names its
// place.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "files/order_loader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace allot::files;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto map = parse_order_map("map.toml", text);
  if (!map.ok()) {
    if (map.status().message().rfind("map.toml:", 0) != 0) std::abort();
    return 0;
  }
  // Joined files would be looked for on the disk.
  OrderMap value = map.value();
  value.joins.clear();
  static constexpr std::string_view file =
      "order,time,sku,quantity,price,line_item_1,zone\n1,2026-01-01,A,1,2,sku:B|total:3,x\n";
  const auto load = load_orders(
      ByteSource::over("f.csv", std::as_bytes(std::span(file.data(), file.size()))), value, {});
  static_cast<void>(load);
  return 0;
}
