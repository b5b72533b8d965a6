// What the expressions of a rule set may speak of: the order `o` with its lines, the features `v`,
// one set of tokens for each list. Compiler and engine both take positions from here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
#include "cel/environment.hpp"
#include "features/declaration.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

// Positions of variables. Lists follow in their order.
inline constexpr std::uint32_t order_variable = 0;
inline constexpr std::uint32_t values_variable = 1;
inline constexpr std::uint32_t first_list_variable = 2;

// Positions of fields of `o`. Declared attributes follow in their order.
enum class OrderField : std::uint32_t {
  total,
  subtotal,  // of its lines alone
  shipping,
  discount,
  units,
  lines,
  channel,   // token of its code
  currency,  // token of its code
  priority,
  time,
  ship_by,  // optional
  cash_on_delivery,
  place,  // false for an import
  customer,
  device,
  card,
  address,
  phone,
  recipient,  // these six are optional
};
inline constexpr std::uint32_t order_fields_count = 19;

// Positions of fields of a line.
enum class LineField : std::uint32_t {
  sku,  // token of its code
  price,
  list,  // the price without a reduction; optional
  qty,
  total,
  discount,
  gift,
};
inline constexpr std::uint32_t line_fields_count = 7;
inline constexpr std::uint32_t order_lines_max = 64;

// What is declared, of one rule set.
struct Declared {
  std::span<const RuleAttribute> attributes;
  std::span<const RuleList> lists;
  std::span<const FeatureDeclaration> features;
  std::span<const Code> feature_names;
};

// Returns: ok; or what is wrong with names, types or features.
[[nodiscard]] Status check(const Declared& declared);
// Requires: check(declared) is ok.
[[nodiscard]] cel::Environment environment_of(const Declared& declared);

// Returns: whether a name can be given to an attribute, a feature or a list: a letter, then
// letters,
//          digits and _, and no word of the language.
[[nodiscard]] bool is_name(std::string_view text) noexcept;

// Returns: the token of a text: XXH3-64 (seed 0) of its bytes, and 1 for 0. What expressions
// compare
//          tokens with, and what stands for codes of SKUs, channels and currencies.
[[nodiscard]] Token token_of(std::string_view text) noexcept;

// Returns: the type of a feature's value: duration for an age, else int.
[[nodiscard]] constexpr cel::TypeKind type_of(const FeatureDeclaration& feature) noexcept {
  return feature.kind == FeatureKind::age_since_first ? cel::TypeKind::duration
                                                      : cel::TypeKind::integer;
}

}  // namespace allot::rules
