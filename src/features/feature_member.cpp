#include "features/feature_member.hpp"

#include <algorithm>

namespace allot {
namespace {

FeatureSize size_of(const FeatureDeclaration& of) noexcept {
  if (is_bucketed(of)) return {.cap = static_cast<std::uint32_t>(of.window_ns / of.step_ns)};
  return {.cap = of.cap, .ring = std::max(of.cap, 2U) - 1};
}

}  // namespace

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
