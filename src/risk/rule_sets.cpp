#include "risk/rule_sets.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "allot/messages/limits_rules.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/decision.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {
namespace {

bool names_sku(const FeatureDeclaration& feature) noexcept {
  return feature.key == FeatureField::sku || feature.key_second == FeatureField::sku ||
         feature.distinct == FeatureField::sku;
}

void tell_hit(Outcome& out, const RuleSubject& subject, const ActiveRules& rules_of, std::size_t at,
              const rules::RuleFinding& finding, HitOutcome outcome) {
  const rules::RuleEntry& rule = rules_of.set().rules[at];
  const bool adds = rule.phase == rules::RulePhase::score && finding.holds;
  out.tell(events::RuleHit{.order_key = subject.key,
                           .version = rules_of.version(),
                           .rule = static_cast<std::uint16_t>(at),
                           .phase = static_cast<RulePhase>(rule.phase),
                           .outcome = outcome,
                           .error = finding.error,
                           .score = adds ? rule.score : 0});
}

// Returns: how an event feeds features of the order that it names; of no feed: it does not.
FeatureFeeds feed_of(const Event& event) noexcept {
  switch (event.type) {
    case EventType::paid: return FeatureFeed::paid;
    case EventType::payment_failed: return FeatureFeed::payment_failed;
    case EventType::cancelled: return FeatureFeed::cancelled;
    case EventType::expired: return FeatureFeed::expired;
    case EventType::return_completed: return FeatureFeed::returned;
    case EventType::charged_back: return FeatureFeed::charged_back;
    case EventType::delivery_exception:
      if (event.reason == Reason::parcel_refused) return FeatureFeed::refused_on_delivery;
      return {};
    default: return {};
  }
}

FeatureEvent feature_event(const RuleOrder& order, FeatureFeed feed, TimeNs now) noexcept {
  return {.feed = feed, .time = now, .tokens = order.tokens, .amounts = order.amounts};
}

std::int64_t added_up(std::int64_t a, std::int64_t b) noexcept {
  std::int64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::int64_t>::max() : sum;
}

bool are_too_many(std::span<const FeatureDeclaration> counted, const Limits& limits) noexcept {
  return counted.size() > features_max || RuleFeatures::keys_of(counted) > limits.rule_keys_max;
}

bool is_too_large(const rules::RuleSet& set, const Limits& limits) {
  return set.rules.size() > rules_usable(limits) ||
         are_too_many(RuleFeatures::counted_of(set.features), limits);
}

std::vector<FeatureDeclaration> declared_by(const rules::RuleSet* first,
                                            const rules::RuleSet* second) {
  std::vector<FeatureDeclaration> declared;
  for (const rules::RuleSet* set : {first, second}) {
    if (set != nullptr) declared.insert(declared.end(), set->features.begin(), set->features.end());
  }
  return declared;
}

bool names_attributes_well(const RuleSubject& subject) noexcept {
  const std::span<const OrderAttribute> all = subject.attributes;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto is_same = [&](const OrderAttribute& other) { return other.name == all[i].name; };
    if (all[i].name == 0 || std::ranges::any_of(all.first(i), is_same)) return false;
  }
  return true;
}

}  // namespace

RuleSets::RuleSets(const Limits& limits)
    : limits_(limits), members_(limits.rule_members_max), orders_(limits.rule_orders_max) {}

Reason RuleSets::set(const LoadRules& part) {
  loaded_ = 0;
  if (part.part == 0 || part.parts == 0 || part.part > part.parts || part.body.empty()) {
    return Reason::field_out_of_range;
  }
  if (part.part == 1) parts_ = {.next = 1, .of = part.parts, .bytes = {}};
  const bool follows = part.part == parts_.next && part.parts == parts_.of;
  if (!follows || part.body.size() > limits_.rule_set_bytes_max - parts_.bytes.size()) {
    parts_ = {};
    return follows ? Reason::rules_too_large : Reason::rules_incomplete;
  }
  parts_.bytes.insert(parts_.bytes.end(), part.body.begin(), part.body.end());
  ++parts_.next;
  if (part.part < part.parts) return Reason::ok;
  const Reason taken = take_whole();
  parts_ = {};
  return taken;
}

Reason RuleSets::take_whole() {
  Result<rules::RuleSet> decoded = rules::decode(std::as_bytes(std::span(parts_.bytes)));
  if (!decoded.ok()) return Reason::rules_invalid;
  auto set = std::make_shared<const rules::RuleSet>(std::move(decoded).value());
  if (std::ranges::any_of(set->features, names_sku)) return Reason::rules_invalid;
  if (is_too_large(*set, limits_)) return Reason::rules_too_large;
  if (known_.size() == limits_.rule_sets_max) {
    const auto idle = std::ranges::find_if(known_, [this](const Known& one) {
      const auto is_it = [&one](const std::unique_ptr<ActiveRules>& active) {
        return active != nullptr && active->version() == one.version;
      };
      return !is_it(live_) && !is_it(shadow_);
    });
    known_.erase(idle);
  }
  loaded_ = ++versions_;
  known_.push_back(
      {loaded_, XXH3_64bits(parts_.bytes.data(), parts_.bytes.size()), std::move(set)});
  return Reason::ok;
}

Reason RuleSets::set(const ActivateRules& change) {
  loaded_ = 0;
  if (change.version == 0 || change.mode > RulesMode::shadow) return Reason::field_out_of_range;
  const auto known = std::ranges::find(known_, change.version, &Known::version);
  if (known == known_.end()) return Reason::rules_unknown;
  const auto after = [&change, &known](const std::unique_ptr<ActiveRules>& active,
                                       RulesMode mode) -> const rules::RuleSet* {
    if (change.mode == mode) return known->set.get();
    const bool goes = active == nullptr || active->version() == change.version;
    return goes ? nullptr : &active->set();
  };
  std::vector<FeatureDeclaration> counted = RuleFeatures::counted_of(
      declared_by(after(live_, RulesMode::live), after(shadow_, RulesMode::shadow)));
  if (are_too_many(counted, limits_)) return Reason::rules_too_large;
  features_.declare(std::move(counted));
  const auto put = [&](std::unique_ptr<ActiveRules>& active, RulesMode mode) {
    const bool goes = active != nullptr && active->version() == change.version;
    if (change.mode == mode) {
      active = std::make_unique<ActiveRules>(known->set, known->version, members_, features_);
    } else if (goes) {
      active = nullptr;
    } else if (active != nullptr) {
      active->bind();
    }
  };
  put(live_, RulesMode::live);
  put(shadow_, RulesMode::shadow);
  if (!active()) orders_.clear();
  return Reason::ok;
}

Reason RuleSets::set(const SetListMember& change) {
  loaded_ = 0;
  const Reason reason = members_.set(change);
  for (const auto* active : {&live_, &shadow_}) {
    if (*active != nullptr) (*active)->bind();
  }
  return reason;
}

// Effects: what features know of the order is noted; its attempt is counted; their values are those
//          for it.
void RuleSets::look_at(const RuleSubject& subject) {
  const OrderTokens& tokens = *subject.order.tokens;
  FeatureEvent event{.feed = FeatureFeed::attempt, .time = subject.now};
  event[FeatureField::customer] = tokens.customer;
  event[FeatureField::card] = tokens.card;
  event[FeatureField::device] = tokens.device;
  event[FeatureField::address] = tokens.address;
  event[FeatureField::phone] = tokens.phone;
  if (shadow_ != nullptr) shadow_->add_tokens(subject, event);
  if (live_ != nullptr) live_->add_tokens(subject, event);
  std::int64_t units = 0;
  std::int64_t taken_off = subject.discount;
  for (const OrderLine& line : subject.order.merged) {
    units += line.quantity;
    taken_off = added_up(taken_off, line.discount);
  }
  event[FeatureAmount::total] = subject.order.value;
  event[FeatureAmount::units] = units;
  event[FeatureAmount::discount] = taken_off;
  subject.is_place ? features_.observe(event) : features_.read(event);
  judged_ = {.key = subject.key, .tokens = event.tokens, .amounts = event.amounts};
}

Verdict RuleSets::judge(const RuleSubject& subject, const Verdict& before, Outcome& out) {
  Reason fault = Reason::ok;
  if (!names_attributes_well(subject)) {
    fault = Reason::attribute_invalid;
  } else if (live_ != nullptr) {
    fault = live_->fault(subject);
  }
  // A sale that has been made is judged by what it has.
  if (fault != Reason::ok && subject.is_place) {
    return before.decision.accepted() ? Verdict{.decision = fault} : before;
  }
  look_at(subject);
  const Verdict verdict = live_ != nullptr ? decide(subject, out) : Verdict{};
  if (shadow_ != nullptr) tell_tried(subject, out);
  if (!before.decision.accepted()) return before;
  return before.review == Reason::ok || !verdict.decision.accepted() ? verdict : before;
}

Verdict RuleSets::decide(const RuleSubject& subject, Outcome& out) {
  const std::span<const rules::RuleFinding> findings = live_->run(subject);
  if (findings.empty()) return {};
  const rules::RuleDecision decision = rules::decide(live_->set(), findings);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!findings[i].hits()) continue;
    const HitOutcome outcome = rules::outcome_of(live_->set(), i, findings[i], decision);
    tell_hit(out, subject, *live_, i, findings[i], outcome);
  }
  switch (decision.verdict) {
    case rules::RuleVerdict::pass: return {};
    case rules::RuleVerdict::limit: return {.decision = Reason::rule_limit};
    case rules::RuleVerdict::block: return {.decision = Reason::rule_block};
    case rules::RuleVerdict::review: return {.decision = Reason::ok, .review = Reason::rule_review};
  }
  return {};
}

void RuleSets::tell_tried(const RuleSubject& subject, Outcome& out) {
  const std::span<const rules::RuleFinding> findings = shadow_->run(subject);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].hits()) {
      tell_hit(out, subject, *shadow_, i, findings[i], HitOutcome::shadow);
    }
  }
}

void RuleSets::end_step(TimeNs now, std::span<const Event> told) {
  for (const Event& event : told) {
    const bool comes = event.type == EventType::placed || event.type == EventType::imported;
    if (comes) {
      if (!judged_.key.present() || event.order_key != judged_.key) continue;
      orders_.keep(judged_);
      features_.feed(feature_event(judged_, FeatureFeed::accepted, now));
      continue;
    }
    const FeatureFeeds feed = feed_of(event);
    if (feed.bits == 0) continue;
    if (const RuleOrder* const order = orders_.find(event.order_key); order != nullptr) {
      features_.feed(feature_event(*order, static_cast<FeatureFeed>(feed.bits), now));
    }
  }
  judged_.key = {};
}

}  // namespace allot
