#include "simulation/verdict.hpp"

#include <algorithm>

#include "json/share.hpp"

namespace allot {

namespace {

__extension__ using Wide = __int128;

bool at_least(std::uint64_t part, std::uint64_t whole, std::uint64_t thousandths) noexcept {
  return Wide{part} * 1'000 >= Wide{whole} * thousandths;
}

bool at_most(std::uint64_t part, std::uint64_t whole, std::uint64_t thousandths) noexcept {
  return Wide{part} * 1'000 <= Wide{whole} * thousandths;
}

Verdict::Level level_of_units(const VerdictFacts& facts) noexcept {
  if (facts.units == 0) return Verdict::Level::bad;
  if (at_least(facts.at_once, facts.units, Verdict::good_at_once_min) &&
      at_most(facts.refused, facts.units, Verdict::good_refused_max)) {
    return Verdict::Level::good;
  }
  return at_least(facts.at_once, facts.units, Verdict::mixed_at_once_min) ? Verdict::Level::mixed
                                                                          : Verdict::Level::bad;
}

Verdict::Level level_of_orders(const VerdictFacts& facts) noexcept {
  if (at_most(facts.lost, facts.accepted, Verdict::good_lost_max)) return Verdict::Level::good;
  return at_most(facts.lost, facts.accepted, Verdict::mixed_lost_max) ? Verdict::Level::mixed
                                                                      : Verdict::Level::bad;
}

// Returns: the rule that refused most units; empty when a lack of stock stands for most of what was
//          missing.
std::string ruling_reason(const VerdictFacts& facts) {
  std::string worst;
  std::uint64_t most = 0;
  std::uint64_t by_rules = 0;
  for (const auto& [reason, units] : facts.refused_units) {
    if (reason.starts_with("stock_")) continue;
    by_rules += units;
    if (units <= most) continue;
    most = units;
    worst = reason;
  }
  return Wide{by_rules} * 2 > Wide{facts.units} - facts.at_once ? worst : std::string();
}

}  // namespace

Verdict verdict_of(const VerdictFacts& facts) {
  Verdict verdict;
  const Verdict::Level by_units = level_of_units(facts);
  const Verdict::Level by_orders = level_of_orders(facts);
  verdict.level = std::max(by_units, by_orders);
  verdict.orders_lost = by_orders != Verdict::Level::good;
  if (by_units != Verdict::Level::good) verdict.refused_by = ruling_reason(facts);
  if (facts.interrupted) verdict.going_by.push_back(Verdict::Doubt::interrupted);
  if (!at_least(facts.rows_used, facts.rows, Verdict::used_min)) {
    verdict.going_by.push_back(Verdict::Doubt::rows);
    // What most rows would have asked for is not known.
    verdict.level = std::max(verdict.level, Verdict::Level::mixed);
  }
  verdict.going_by.insert(verdict.going_by.end(), facts.assumed.begin(), facts.assumed.end());
  return verdict;
}

std::optional<std::uint64_t> hundredths_beside_a_limit(std::uint64_t part,
                                                       std::uint64_t whole) noexcept {
  const std::uint64_t tenths = json::tenths_of(part, whole);
  for (const std::uint64_t limit :
       {Verdict::good_at_once_min, Verdict::mixed_at_once_min, Verdict::good_refused_max,
        Verdict::good_lost_max, Verdict::mixed_lost_max}) {
    if (tenths != limit || Wide{part} * 1'000 == Wide{whole} * limit) continue;
    const auto below = static_cast<std::uint64_t>(Wide{part} * 10'000 / whole);
    return below < limit * 10 ? below : std::max(below, limit * 10 + 1);
  }
  return std::nullopt;
}

std::string_view name_of(Verdict::Level level) noexcept {
  switch (level) {
    case Verdict::Level::good: return "good";
    case Verdict::Level::mixed: return "mixed";
    case Verdict::Level::bad: return "bad";
  }
  return {};
}

std::string_view name_of(Verdict::Doubt doubt) noexcept {
  switch (doubt) {
    case Verdict::Doubt::interrupted: return "interrupted";
    case Verdict::Doubt::rows: return "rows";
    case Verdict::Doubt::quantity: return "quantity";
    case Verdict::Doubt::columns: return "columns";
    case Verdict::Doubt::stock: return "stock";
    case Verdict::Doubt::stock_rows: return "stock_rows";
  }
  return {};
}

}  // namespace allot
