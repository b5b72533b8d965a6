#include "catalogue/cap_table.hpp"

#include <algorithm>

#include "allot/messages/limits_rules.hpp"

namespace allot {
namespace {

constexpr std::int64_t cap_window_ns_min = 1'000'000'000;
constexpr std::int64_t cap_window_ns_max = 1'000'000'000'000'000'000;
constexpr TimeNs cap_origin_max = 4'000'000'000'000'000'000;

// What was debited by a cap keeps its meaning only while these stay what they are.
bool counts_alike(const Cap& known, const DefineCap& cap) noexcept {
  return known.measure == cap.measure && known.per == cap.per && known.window_ns == cap.window_ns &&
         known.origin == cap.origin;
}

}  // namespace

CapTable::CapTable(const Limits& limits)
    : codes_(caps_usable(limits)),
      by_set_(std::size_t{limits.sku_sets_max} + 1),
      capped_((limits.sku_sets_max + 31) / 32) {}

bool CapTable::in_range(const DefineCap& cap) noexcept {
  const bool has_window = cap.window_ns != 0;
  return cap.measure <= CapMeasure::orders && cap.per <= TokenKind::recipient &&
         cap.at_most - 1 < units_max && cap.origin >= 0 && cap.origin <= cap_origin_max &&
         (!has_window ||
          (cap.window_ns >= cap_window_ns_min && cap.window_ns <= cap_window_ns_max));
}

CapTable::Put CapTable::put(const DefineCap& command) {
  CapId id{codes_.find(command.code.text())};
  if (!id.present()) {
    id.value = codes_.add(command.code);
    if (!id.present()) return {Reason::catalogue_full, {}};
    Cap& added = caps_.emplace_back();
    added.window_ns = command.window_ns;
    added.origin = command.origin;
    added.per = command.per;
    added.measure = command.measure;
  } else if (counts_alike((*this)[id], command)) {
    unlist(id, (*this)[id].sku_set);
  } else {
    return {Reason::cap_conflict, {}};
  }
  Cap& cap = caps_[id.value - 1];
  cap.at_most = Units{command.at_most};
  cap.most_ever = std::max(cap.most_ever, cap.at_most);
  cap.sku_set = command.sku_set;
  cap.token_required = command.token_required;
  list(id, cap.sku_set);
  return {Reason::ok, id};
}

void CapTable::list(CapId id, SkuSetId under) {
  std::vector<CapId>& caps = by_set_[under.value];
  caps.insert(std::lower_bound(caps.begin(), caps.end(), id), id);
  if (under.present()) capped_[(under.value - 1) / 32] |= 1U << (under.value - 1) % 32;
}

void CapTable::unlist(CapId id, SkuSetId under) {
  std::vector<CapId>& caps = by_set_[under.value];
  std::erase(caps, id);
  if (under.present() && caps.empty()) {
    capped_[(under.value - 1) / 32] &= ~(1U << (under.value - 1) % 32);
  }
}

}  // namespace allot
