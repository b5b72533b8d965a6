#include "core/watch_codec.hpp"

#include <utility>
#include <vector>

namespace allot {
namespace {

constexpr std::uint8_t byte_of(bool value) noexcept { return value ? 1 : 0; }

}  // namespace

void put_exceptions(StateWriter& out, const Exceptions& exceptions) {
  std::vector<ExceptionKind> said;
  for (std::size_t number = 1; number < ExceptionRules::kinds; ++number) {
    const auto kind = static_cast<ExceptionKind>(number);
    if (exceptions.rules().of(kind) != ExceptionRules::Rule{}) said.push_back(kind);
  }
  if (!said.empty()) out.section(43, said.size());
  for (const ExceptionKind kind : said) {
    out.put(kind, byte_of(exceptions.rules().of(kind).kept), exceptions.rules().of(kind).within_ns);
  }
  if (exceptions.raised() == 0 && exceptions.missed() == 0) return;
  out.section(44, exceptions.count());
  out.put(exceptions.raised(), exceptions.missed());
  exceptions.visit_oldest_first([&out](const ExceptionItem& item) {
    out.put(item.number.value, item.kind, item.reason, item.key.low, item.key.high,
            item.order_sequence, item.sku.value, item.units, item.amount, item.sequence,
            item.raised_at, item.due_at, byte_of(item.overdue), item.owner);
  });
}

void put_promises(StateWriter& out, const Promises& promises, const Catalogue& catalogue) {
  std::vector<std::pair<ChannelId, ServiceKind>> said;
  for (ChannelId channel{1}; catalogue.known(channel); ++channel.value) {
    for (std::size_t number = 0; number < service_kinds; ++number) {
      const auto kind = static_cast<ServiceKind>(number);
      const ServiceLevel& level = promises.level(channel, kind);
      const bool says = level.promised || level.within_ns != 0 || level.warn_before_ns != 0;
      if (says || promises.counts(channel, kind).begun != 0) said.emplace_back(channel, kind);
    }
  }
  if (!said.empty()) out.section(60, said.size());
  for (const auto& [channel, kind] : said) {
    const ServiceLevel& level = promises.level(channel, kind);
    const ServiceCounts& counts = promises.counts(channel, kind);
    out.put(channel.value, kind, byte_of(level.promised), level.within_ns, level.warn_before_ns,
            counts.begun, counts.warned, counts.kept, counts.breached, counts.in_time, counts.late);
  }
  const std::vector<Promise> run = promises.sorted();
  if (run.empty() && promises.missed() == 0) return;
  out.section(61, run.size());
  out.put(promises.missed());
  for (const Promise& promise : run) {
    out.put(promise.key.low, promise.key.high, promise.kind, promise.sku.value,
            promise.channel.value, promise.order_sequence, promise.sequence, promise.began_at,
            promise.warn_at, promise.due_at, byte_of(promise.warned), byte_of(promise.breached));
  }
}

}  // namespace allot
