#include "json/counted.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace allot::json {

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::string counted(std::uint64_t count, std::string_view noun, std::string_view several) {
  std::string text = grouped(count) + ' ';
  if (count == 1) return text.append(noun);
  return several.empty() ? text.append(noun) + 's' : text.append(several);
}

DurationUnit unit_of(std::uint64_t least_ns) noexcept {
  constexpr std::array units{DurationUnit{"s", 1e9}, DurationUnit{"ms", 1e6},
                             DurationUnit{"us", 1e3}, DurationUnit{"ns", 1}};
  for (const DurationUnit& unit : units) {
    if (static_cast<double>(least_ns) * 10 >= unit.ns) return unit;
  }
  return units.back();
}

std::string duration_in(std::uint64_t ns, DurationUnit unit) {
  const double value = static_cast<double>(ns) / unit.ns;
  std::string text;
  if (value >= 99.95 || unit.ns == 1) {
    text = grouped(static_cast<std::uint64_t>(std::llround(value)));
  } else {
    std::array<char, 32> digits{};
    const int decimals = value >= 9.995 ? 1 : 2;
    const int size = std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value);
    text.assign(digits.data(), static_cast<std::size_t>(size));
  }
  return text + ' ' + std::string(unit.name);
}

}  // namespace allot::json
