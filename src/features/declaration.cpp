#include "features/declaration.hpp"

#include <string>

namespace allot {
namespace {

Status refuse(const FeatureDeclaration& declaration, const std::string& why) {
  return {StatusCode::invalid_argument, "feature " + std::to_string(declaration.id) + ": " + why};
}

bool is_field(FeatureField field) noexcept {
  return static_cast<std::size_t>(field) < feature_fields_count;
}

const char* wrong_keys(const FeatureDeclaration& of) {
  if (!is_field(of.key) || !is_field(of.key_second) || !is_field(of.distinct)) {
    return "names a field that there is not";
  }
  if (of.key == FeatureField::none) return "has no key; name the field whose feature it is";
  if (of.key == of.key_second) return "has the same field twice as its key; name it once";
  return nullptr;
}

const char* wrong_operand(const FeatureDeclaration& of) {
  if (static_cast<std::size_t>(of.amount) >= feature_amounts_count) {
    return "names an amount that there is not";
  }
  const bool sums = of.kind == FeatureKind::sum;
  if (sums && of.amount == FeatureAmount::none) return "is a sum of nothing; name the amount";
  if (!sums && of.amount != FeatureAmount::none) {
    return "names an amount, which only a sum has; leave it out or make it a sum";
  }
  const bool tells_apart = of.kind == FeatureKind::distinct;
  if (tells_apart && of.distinct == FeatureField::none) {
    return "counts distinct tokens of no field; name the field";
  }
  if (!tells_apart && of.distinct != FeatureField::none) {
    return "names a field to tell apart, which only a distinct has";
  }
  if (tells_apart && (of.distinct == of.key || of.distinct == of.key_second)) {
    return "tells apart the field that is its key, of which there is always one";
  }
  return nullptr;
}

const char* wrong_window(const FeatureDeclaration& of) {
  if (of.window_ns < feature_window_min_ns || of.window_ns > feature_window_max_ns) {
    return "has a window that is not from 1 second to 30 days";
  }
  if (of.step_ns == 0) return nullptr;
  if (of.kind != FeatureKind::count && of.kind != FeatureKind::sum) {
    return "has a step, which only counts and sums have: others are exact";
  }
  if (of.step_ns < 0) return "has a step below 0; 0 is exact";
  if (of.window_ns % of.step_ns != 0) return "has a window that is not a whole number of steps";
  if (of.window_ns / of.step_ns > feature_steps_max) {
    return "has more than 63 steps in its window; take a longer step";
  }
  return nullptr;
}

const char* wrong_cap(const FeatureDeclaration& of) {
  const bool has_cap = !is_bucketed(of) && of.kind != FeatureKind::age_since_first;
  if (!has_cap && of.cap != 0) {
    return "has a cap, which only what is exact and counts has; leave it 0";
  }
  if (!has_cap) return nullptr;
  if (of.cap == 0) return "is exact and has no cap; say up to how many it is to be exact";
  if (of.kind == FeatureKind::distinct && of.cap > feature_tokens_max) {
    return "has a cap above 64 tokens";
  }
  if (of.cap > feature_cap_max) return "has a cap above 128 events; count it in steps instead";
  return nullptr;
}

// Returns: why not, or nothing.
const char* wrong(const FeatureDeclaration& of) {
  if (of.id == 0) return "has no id; they begin at 1";
  if (of.kind > FeatureKind::age_since_first) return "is of a kind that there is not";
  if (of.feeds.bits == 0) return "is fed by nothing; name the events";
  if ((of.feeds.bits & ~feature_feeds_all) != 0) return "is fed by an event that there is not";
  for (const auto part : {wrong_keys, wrong_operand, wrong_window, wrong_cap}) {
    if (const char* why = part(of)) return why;
  }
  if (of.keys_max == 0 || of.keys_max > feature_keys_max) {
    return "knows at most from 1 to 134217728 keys: say how many";
  }
  if (of.may_block && is_bucketed(of)) {
    return "may block and is counted in steps, so that it could refuse for what is outside of its "
           "window; leave the step 0 and give a cap";
  }
  return nullptr;
}

}  // namespace

Status check(const FeatureDeclaration& declaration) {
  if (const char* why = wrong(declaration)) return refuse(declaration, why);
  return {};
}

Status check(std::span<const FeatureDeclaration> declarations) {
  if (declarations.empty()) return {StatusCode::invalid_argument, "a set without features"};
  if (declarations.size() > features_max) {
    return {StatusCode::invalid_argument,
            "a set of " + std::to_string(declarations.size()) + " features; at most 64"};
  }
  std::uint64_t keys = 0;
  for (std::size_t i = 0; i < declarations.size(); ++i) {
    if (Status status = check(declarations[i]); !status.ok()) return status;
    for (std::size_t before = 0; before < i; ++before) {
      if (declarations[before].id == declarations[i].id) {
        return refuse(declarations[i], "is there twice; each has an id of its own");
      }
    }
    keys += declarations[i].keys_max;
  }
  if (keys > feature_keys_max) {
    return {StatusCode::invalid_argument, "a set of features that knows " + std::to_string(keys) +
                                              " keys; all of them together at most 134217728"};
  }
  return {};
}

std::uint32_t exact_up_to(const FeatureDeclaration& declaration) noexcept {
  return is_bucketed(declaration) ? 0 : declaration.cap;
}

}  // namespace allot
