#include "program/demo_shop.hpp"

#include <absl/strings/str_format.h>

#include <array>

#include "json/scalar_text.hpp"
#include "json/time_units.hpp"

namespace allot::program {
namespace {

constexpr std::int64_t opening = 1'795'766'400 * second_ns;  // 2026-11-27T08:00:00Z
constexpr std::array<const char*, 3> skus{"TEAPOT", "CUP", "TRAY"};

}  // namespace

std::string demo_shop_lines() {
  std::string lines;
  std::uint64_t number = 0;
  // `fields` come behind the command_key.
  const auto put = [&](const char* command, const std::string& fields) {
    const auto seconds = static_cast<std::int64_t>(number++);
    absl::StrAppendFormat(&lines, "{\"%s\":{\"command_key\":%d,%s},\"time\":\"%s\"}\n", command,
                          number, fields, json::time_text(opening + seconds * second_ns));
  };
  put("zone", R"("code":"UK")");
  put("channel", R"("code":"web","hold_ttl_ns":"24h","review_ttl_ns":"24h")");
  for (const char* node : {"LEEDS", "BATH"}) {
    put("node", absl::StrFormat(R"("code":"%s")", node));
    put("network", absl::StrFormat(R"("channel":"web","node":"%s")", node));
    put("lane",
        absl::StrFormat(R"("node":"%s","zone":"UK","parcel_cost":450,"unit_cost":0)", node));
  }
  for (const char* sku : skus) {
    put("sku", absl::StrFormat(R"("code":"%s","list_price":1500)", sku));
    for (const char* node : {"LEEDS", "BATH"}) {
      put("receive", absl::StrFormat(R"("sku":"%s","node":"%s","quantity":2000)", sku, node));
    }
  }
  for (std::uint64_t order = 1; order <= demo_orders; ++order) {
    put("place", absl::StrFormat(R"("order_key":%d,"channel":"web","zone":"UK",)"
                                 R"("lines":[{"sku":"%s","quantity":%d,"price":1500}])",
                                 order, skus[order % skus.size()], 1 + order % 4));
  }
  return lines;
}

}  // namespace allot::program
