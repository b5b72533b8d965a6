#include "cel/function.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace allot::cel {
namespace {

constexpr std::size_t first_name = static_cast<std::size_t>(Function::size);
constexpr std::array<std::string_view, 44> spellings{
    "",
    "?:",
    "||",
    "&&",
    "!",
    "-",
    "+",
    "-",
    "*",
    "/",
    "%",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "in",
    "[]",
    "size",
    "contains",
    "startsWith",
    "endsWith",
    "matches",
    "getFullYear",
    "getMonth",
    "getDate",
    "getDayOfMonth",
    "getDayOfWeek",
    "getDayOfYear",
    "getHours",
    "getMinutes",
    "getSeconds",
    "getMilliseconds",
    "bool",
    "bytes",
    "double",
    "duration",
    "dyn",
    "int",
    "string",
    "timestamp",
    "type",
    "uint",
};

constexpr auto all_names = [] {
  std::array<std::string_view, spellings.size() - first_name> names{};
  for (std::size_t i = first_name; i < spellings.size(); ++i) names[i - first_name] = spellings[i];
  return names;
}();
static_assert(spellings.size() == static_cast<std::size_t>(Function::to_uint) + 1);

}  // namespace

std::string_view spelling(Function function) noexcept {
  const auto number = static_cast<std::size_t>(function);
  return number < spellings.size() ? spellings[number] : std::string_view{};
}

Function function_of(std::string_view name) noexcept {
  const auto* found = std::find(all_names.begin(), all_names.end(), name);
  if (found == all_names.end()) return Function::unknown;
  return static_cast<Function>(first_name + static_cast<std::size_t>(found - all_names.begin()));
}

std::span<const std::string_view> function_names() noexcept { return all_names; }

}  // namespace allot::cel
