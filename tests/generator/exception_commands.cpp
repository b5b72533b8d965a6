// What random runs say of exceptions: which are raised, whose they are, and what came of them.
#include <algorithm>

#include "command_generator.hpp"
#include "generator/ranges.hpp"

namespace allot::generator {

Command CommandGenerator::draw_exception_rule() {
  SetExceptionRule rule;
  rule.command_key = new_key();
  const auto named_kinds = static_cast<std::uint32_t>(enum_names<ExceptionKind>.size());
  if (random_.one_in(2)) rule.kind = static_cast<ExceptionKind>(random_.below(named_kinds));
  rule.kept = !random_.one_in(6);
  if (random_.one_in(2)) rule.within_ns = ttl();
  if (fault())
    rule.kind = static_cast<ExceptionKind>(named_kinds + random_.below(256 - named_kinds));
  if (fault()) rule.within_ns = random_.pick<std::int64_t>({-1, ranges::ttl_max + 1});
  return rule;
}

// Mostly of those that were raised last; now and then one that is closed, or never was.
std::span<const ExceptionId> CommandGenerator::draw_exceptions() {
  std::vector<ExceptionId> named;
  const std::uint32_t most = std::min<std::uint32_t>(4, profile_.limits.lines_per_order_max);
  const std::uint32_t count = random_.u32(1, most);
  while (named.size() < count) {
    const std::uint32_t back = random_.u32(0, random_.one_in(4) ? 40 : 4);
    named.push_back({last_exception_ > back ? last_exception_ - back : last_exception_});
  }
  if (fault()) named.push_back({last_exception_ + random_.u32(0, 2)});
  if (fault()) named.clear();
  if (fault()) named.resize(profile_.limits.lines_per_order_max + 1, {1});
  return exceptions_.emplace_back(std::move(named));
}

Command CommandGenerator::draw_assign_exceptions() {
  return AssignExceptions{new_key(), draw_exceptions(), random_.below(4)};
}

Command CommandGenerator::draw_resolve_exceptions() {
  ResolveExceptions resolve;
  resolve.command_key = new_key();
  resolve.exceptions = draw_exceptions();
  resolve.outcome = static_cast<Resolution>(fault() ? 4 + random_.below(252) : random_.below(4));
  if (random_.one_in(3)) resolve.reference = random_.next();
  return resolve;
}

}  // namespace allot::generator
