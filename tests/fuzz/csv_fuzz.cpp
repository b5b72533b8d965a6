// Any bytes as an order file, plain or zstd: a book that adds up or an error that names file and
// line.
#include <cstdint>
#include <cstdlib>
#include <span>

#include "simulation/retail_loader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace allot::simulation;
  const std::span<const std::uint8_t> bytes(data, size);
  const auto load = load_retail(ByteSource::over("fuzz.csv", std::as_bytes(bytes)),
                                size % 2 == 0 ? Guests::use : Guests::skip);
  if (!load.ok()) {
    if (load.status().message().rfind("fuzz.csv", 0) != 0) std::abort();
    return 0;
  }
  const RetailLoad& value = load.value();
  std::uint64_t sum = value.used;
  for (const std::uint64_t skipped : value.skipped) sum += skipped;
  if (sum != value.rows || value.book.lines.size() != value.used) std::abort();
  std::size_t lines = 0;
  for (const SourceOrder& order : value.book.orders) {
    lines += order.line_count;
    for (const SourceLine& line : value.book.lines_of(order)) {
      if (line.sku >= value.book.skus.size() || line.quantity == 0 || line.price <= 0) std::abort();
    }
  }
  if (lines != value.used) std::abort();
  return 0;
}
