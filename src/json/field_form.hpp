// How a field is written in JSON beyond its C++ type: what its integer counts, and whether it has
// to be there. tests/schema compares both with the attributes `unit` and `needed` of the schema.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace allot::json {

enum class FieldForm : std::uint8_t {
  plain,
  time,      // nanoseconds since 1970 as an integer, or an ISO-8601 UTC string
  duration,  // nanoseconds as an integer, or a string such as "15m"
  money,     // minor units, an integer
};

[[nodiscard]] constexpr FieldForm form_of(std::string_view field) noexcept {
  constexpr std::array times{std::string_view{"ship_by"}, std::string_view{"expires_at"},
                             std::string_view{"paid_at"}, std::string_view{"time"}};
  constexpr std::array money{
      std::string_view{"list_price"},      std::string_view{"price"},
      std::string_view{"parcel_cost"},     std::string_view{"unit_cost"},
      std::string_view{"order_value_max"}, std::string_view{"review_value_min"}};
  if (field.ends_with("_ns")) return FieldForm::duration;
  if (std::ranges::find(times, field) != times.end()) return FieldForm::time;
  if (std::ranges::find(money, field) != money.end()) return FieldForm::money;
  return FieldForm::plain;
}

// A field that is not needed has the default of its struct, which is the schema's.
[[nodiscard]] constexpr bool is_needed(std::string_view field) noexcept {
  constexpr std::array needed{std::string_view{"code"},        std::string_view{"hold_ttl_ns"},
                              std::string_view{"channel"},     std::string_view{"review_ttl_ns"},
                              std::string_view{"node"},        std::string_view{"zone"},
                              std::string_view{"parcel_cost"}, std::string_view{"unit_cost"},
                              std::string_view{"list"},        std::string_view{"kind"},
                              std::string_view{"token"},       std::string_view{"sku"},
                              std::string_view{"quantity"},    std::string_view{"delta"},
                              std::string_view{"order_key"},   std::string_view{"lines"},
                              std::string_view{"price"},       std::string_view{"paid_at"},
                              std::string_view{"version"},     std::string_view{"outcome"},
                              std::string_view{"skipped"},     std::string_view{"hash"}};
  return std::ranges::find(needed, field) != needed.end();
}

}  // namespace allot::json
