#include "features/feature_member.hpp"

#include <algorithm>
#include <tuple>

namespace allot {
namespace {

FeatureSize size_of(const FeatureDeclaration& of) noexcept {
  if (is_bucketed(of)) return {.cap = static_cast<std::uint32_t>(of.window_ns / of.step_ns)};
  return {.cap = of.cap, .ring = std::max(of.cap, 2U) - 1};
}

// What it remembers, of those that know the same keys.
auto remembered(const FeatureDeclaration& of) noexcept {
  return std::tuple(of.window_ns, of.kind, of.step_ns, of.cap, of.amount);
}

}  // namespace

bool know_the_same_keys(const FeatureDeclaration& a, const FeatureDeclaration& b) noexcept {
  return a.key == b.key && a.key_second == b.key_second && a.feeds == b.feeds &&
         a.distinct == b.distinct && a.keys_max == b.keys_max;
}

bool remember_the_same(const FeatureDeclaration& a, const FeatureDeclaration& b) noexcept {
  return know_the_same_keys(a, b) && remembered(a) == remembered(b);
}

std::vector<FeatureMember> members_of(std::span<const FeatureDeclaration> set, std::size_t first) {
  std::vector<FeatureMember> members;
  for (std::size_t i = first; i < set.size(); ++i) {
    if (!know_the_same_keys(set[first], set[i])) continue;
    members.emplace_back(set[i], static_cast<std::uint8_t>(i));
  }
  // So that records are alike in whichever order features are declared.
  std::ranges::stable_sort(
      members, {}, [](const FeatureMember& member) { return remembered(member.declaration); });
  return members;
}

std::size_t lay_out(std::span<FeatureMember> members) noexcept {
  constexpr std::size_t room =
      FeatureCell::controls_bytes + FeatureCell::words_count * sizeof(std::uint64_t);
  const std::size_t in_cell = std::min(members.size(), room / FeatureControl::bytes);
  for (std::size_t i = 0; i < members.size(); ++i) {
    members[i].control_in_block = i >= in_cell;
    members[i].control_at =
        static_cast<std::uint16_t>((i < in_cell ? i : i - in_cell) * FeatureControl::bytes);
  }
  const auto words_for = [](std::size_t controls, std::size_t bytes_elsewhere) {
    const std::size_t bytes = controls * FeatureControl::bytes;
    return bytes <= bytes_elsewhere ? 0 : (bytes - bytes_elsewhere + 7) / 8;
  };
  std::size_t cell_words = words_for(in_cell, FeatureCell::controls_bytes);
  std::size_t block_words = words_for(members.size() - in_cell, 0);
  for (FeatureMember& member : members) {
    const std::size_t words = words_of(member.declaration);
    member.words_in_block = cell_words + words > FeatureCell::words_count;
    std::size_t& taken = member.words_in_block ? block_words : cell_words;
    member.words_at = static_cast<std::uint16_t>(taken);
    taken += words;
  }
  return block_words;
}

FeatureShape shape_of(const FeatureDeclaration& declaration) noexcept {
  switch (declaration.kind) {
    case FeatureKind::count:
      return is_bucketed(declaration) ? FeatureShape::count_buckets : FeatureShape::recent_events;
    case FeatureKind::sum:
      return is_bucketed(declaration) ? FeatureShape::sum_buckets : FeatureShape::recent_amounts;
    case FeatureKind::distinct: return FeatureShape::recent_tokens;
    case FeatureKind::age_since_first: break;
  }
  return FeatureShape::first_event;
}

std::size_t words_of(const FeatureDeclaration& declaration) noexcept {
  const FeatureSize size = size_of(declaration);
  switch (shape_of(declaration)) {
    case FeatureShape::recent_events: return RecentEvents<false>::words(size);
    case FeatureShape::recent_amounts: return RecentEvents<true>::words(size);
    case FeatureShape::count_buckets: return CountBuckets::words(size.cap);
    case FeatureShape::sum_buckets: return SumBuckets::words(size.cap);
    case FeatureShape::recent_tokens: return RecentTokens::words(size.cap);
    case FeatureShape::first_event: break;
  }
  return FirstEvent::words;
}

FeatureMember::FeatureMember(const FeatureDeclaration& of, std::uint8_t in_set)
    : window_ns(of.window_ns),
      size(size_of(of)),
      shape(shape_of(of)),
      prior(of.prior),
      position(in_set),
      declaration(of) {}

void FeatureMember::begin_step(TimeNs now) noexcept {
  const TimeNs number = now / declaration.step_ns;
  step = static_cast<std::uint32_t>(number);
  step_ends = (number + 1) * declaration.step_ns;
}

}  // namespace allot
