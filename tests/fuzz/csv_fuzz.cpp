// Any bytes as an order file, plain or packed, by a preset or by what can be guessed: a book that
// adds up or an error that names the file.
#include <cstdint>
#include <cstdlib>
#include <span>

#include "files/map_guess.hpp"
#include "files/order_loader.hpp"

namespace {

void check(const allot::Result<allot::files::OrderLoad>& load) {
  using namespace allot::files;
  if (!load.ok()) {
    if (load.status().message().rfind("fuzz.csv", 0) != 0) std::abort();
    return;
  }
  const OrderLoad& value = load.value();
  std::uint64_t sum = value.account.used();
  for (const RowReason& reason : value.account.reasons()) sum += reason.rows;
  if (sum != value.account.rows() || value.book.lines.size() != value.account.used()) std::abort();
  std::size_t lines = 0;
  for (const SourceOrder& order : value.book.orders) {
    lines += order.line_count;
    if (order.zone >= value.book.zones.size() || order.time < 0) std::abort();
    for (const SourceLine& line : value.book.lines_of(order)) {
      if (line.sku >= value.book.skus.size() || line.quantity == 0 || line.price < 0) std::abort();
    }
  }
  if (lines != value.account.used()) std::abort();
  static_cast<void>(reasons_text(value.account.reasons(), 5, "  "));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace allot::files;
  const std::span<const std::uint8_t> bytes(data, size);
  const auto open = [bytes] { return ByteSource::over("fuzz.csv", std::as_bytes(bytes)); };
  static const OrderMap presets_tried[] = {order_map_named("uci_online_retail").value(),
                                           order_map_named("woocommerce").value()};
  OrderLoadOptions options;
  options.guests = size % 2 == 0 ? Guests::use : Guests::skip;
  check(load_orders(open(), presets_tried[size % 4 == 0 ? 1 : 0], options));
  const auto text = TextSource::open(open(), {});
  if (!text.ok()) return 0;
  const auto look = look_at(*text.value(), {});
  if (!look.ok()) return 0;
  const MapGuess guess = guess_map(look.value());
  if (!guess.missing().empty()) return 0;
  // What is written down has to be readable, and to mean the same.
  const auto written = parse_order_map("map", map_text(guess, look.value()));
  if (!written.ok()) std::abort();
  check(load_orders(open(), written.value(), options));
  return 0;
}
