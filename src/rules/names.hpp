// The words of rule files, for those who read, write and explain them. Each stands where the number
// of what it names says.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "ruleset/rule_set.hpp"

namespace allot::rules {

inline constexpr std::array phase_names{std::string_view("limit"), std::string_view("allow"),
                                        std::string_view("block"), std::string_view("review"),
                                        std::string_view("score")};
inline constexpr std::array on_error_names{std::string_view("by_phase"), std::string_view("refuse"),
                                           std::string_view("review"), std::string_view("allow"),
                                           std::string_view("skip")};
inline constexpr std::array verdict_names{std::string_view("pass"), std::string_view("review"),
                                          std::string_view("block")};
inline constexpr std::array attribute_types{
    std::string_view("int"), std::string_view("bool"), std::string_view("timestamp"),
    std::string_view("duration"), std::string_view("token")};
inline constexpr std::array feature_kinds{std::string_view("count"), std::string_view("sum"),
                                          std::string_view("distinct"),
                                          std::string_view("age_since_first")};
inline constexpr std::array field_names{
    std::string_view("none"),    std::string_view("customer"), std::string_view("card"),
    std::string_view("device"),  std::string_view("ip"),       std::string_view("ip24"),
    std::string_view("address"), std::string_view("phone"),    std::string_view("sku"),
    std::string_view("seller"),  std::string_view("campaign"), std::string_view("basket")};
inline constexpr std::array amount_names{std::string_view("none"), std::string_view("total"),
                                         std::string_view("units"), std::string_view("discount")};
inline constexpr std::array feed_names{
    std::string_view("attempt"),     std::string_view("accepted"),
    std::string_view("paid"),        std::string_view("payment_failed"),
    std::string_view("cancelled"),   std::string_view("expired"),
    std::string_view("returned"),    std::string_view("refused_on_delivery"),
    std::string_view("charged_back")};
inline constexpr std::array statement_names{
    std::string_view("rules"),   std::string_view("attribute"), std::string_view("list"),
    std::string_view("feature"), std::string_view("limit"),     std::string_view("allow"),
    std::string_view("block"),   std::string_view("review"),    std::string_view("score"),
    std::string_view("table"),   std::string_view("band")};
inline constexpr std::array feature_part_names{std::string_view("by"),     std::string_view("on"),
                                               std::string_view("window"), std::string_view("step"),
                                               std::string_view("cap"),    std::string_view("keys"),
                                               std::string_view("prior")};
inline constexpr std::array option_names{std::string_view("shadow"), std::string_view("live"),
                                         std::string_view("priority"), std::string_view("on_error"),
                                         std::string_view("reason")};
static_assert(field_names.size() == feature_fields_count);
static_assert(amount_names.size() == feature_amounts_count);

[[nodiscard]] constexpr std::string_view name_of(RulePhase phase) noexcept {
  return phase_names[static_cast<std::size_t>(phase)];
}
[[nodiscard]] constexpr std::string_view name_of(RuleOnError on_error) noexcept {
  return on_error_names[static_cast<std::size_t>(on_error)];
}
[[nodiscard]] constexpr std::string_view name_of(BandVerdict verdict) noexcept {
  return verdict_names[static_cast<std::size_t>(verdict)];
}
[[nodiscard]] constexpr std::string_view name_of(FeatureField field) noexcept {
  return field_names[static_cast<std::size_t>(field)];
}

}  // namespace allot::rules
