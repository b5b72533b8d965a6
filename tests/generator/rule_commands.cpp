// What random runs ask of rule sets: sets that are drawn, loaded in parts, switched, and what
// orders bring for them.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "cel/rule.hpp"
#include "command_generator.hpp"
#include "generator/ranges.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::generator {
namespace {

using ranges::second;
using ranges::time_max;

// Features that a rule may refuse for come first: they are exact.
constexpr std::size_t exact_features = 4;
constexpr std::size_t features_drawn = 6;

// Conditions over what every set here declares.
class RandomCondition {
 public:
  RandomCondition(RandomSource& random, std::int64_t ttl_ns, std::size_t features)
      : random_(random), ttl_ns_(ttl_ns), features_(features) {}

  std::string truth(int depth) {
    if (depth == 0) return random_.pick<std::string>({"o.place", "has(o.ip)", "true", "o.fresh"});
    const std::uint64_t choice = random_.below(12);
    switch (choice) {
      case 0: return "!" + truth(depth - 1);
      case 1: {
        std::string made = "(" + truth(depth - 1) + " ? ";
        made += truth(depth - 1) + " : ";
        return made + truth(depth - 1) + ")";
      }
      case 2: {
        const std::string wanted = token();
        return wanted + " in " + random_.pick<std::string>({"vip", "bad"});
      }
      case 3: {
        std::string made = "(" + token();
        made += random_.one_in(2) ? " == " : " != ";
        return made + token() + ")";
      }
      case 4: return of_lines(depth);
      case 5: {
        const std::string time =
            random_.pick<std::string>({"o.time", "o.ship_by", "o.since", "o.time"});
        return "(" + time + " < o.since + duration('" + std::to_string(random_.below(90)) + "s'))";
      }
      case 6:
      case 7: {
        const std::string_view between = random_.one_in(2) ? " && " : " || ";
        std::string made = "(" + truth(depth - 1);
        made += between;
        return made + truth(depth - 1) + ")";
      }
      default: return compared(depth);
    }
  }

 private:
  std::string compared(int depth) {
    if (random_.one_in(8)) {
      const auto ns = std::to_string(random_.between(0, ttl_ns_));
      const std::string left = random_.pick<std::string>({"o.age", "v.f3"});
      return "(" + left + " < duration('" + ns + "ns'))";
    }
    const std::string left = number(depth - 1);
    const std::string_view between = random_.pick<std::string_view>({" < ", " >= ", " == ", " > "});
    return "(" + left + std::string(between) + number(0) + ")";
  }
  std::string of_lines(int depth) {
    if (in_lines_) return compared(depth);
    in_lines_ = true;
    const std::string macro = random_.pick<std::string>({"exists", "all", "exists_one"});
    const std::string made = "o.lines." + macro + "(l, " + truth(depth - 1) + ")";
    in_lines_ = false;
    return made;
  }
  std::string number(int depth) {
    if (depth > 0 && random_.one_in(4)) {
      const std::string left = number(depth - 1);
      const std::string_view sign = random_.pick<std::string_view>({" + ", " - ", " * ", " / "});
      return "(" + left + std::string(sign) + number(depth - 1) + ")";
    }
    if (in_lines_ && random_.one_in(2)) {
      return random_.pick<std::string>({"l.price", "l.qty", "l.list", "l.total", "l.discount"});
    }
    switch (random_.below(6)) {
      case 0: return std::to_string(random_.between(-1, 12));
      case 1: return random_.pick<std::string>({"0", "100", "1000", "4611686018427387904"});
      case 2: {
        const std::size_t one = random_.below(features_);
        return one == 3 ? "size(o.lines)" : "v.f" + std::to_string(one);
      }
      case 3: return random_.pick<std::string>({"o.points", "o.priority", "size(o.lines)"});
      default:
        return random_.pick<std::string>(
            {"o.total", "o.units", "o.subtotal", "o.discount", "o.shipping"});
    }
  }
  std::string token() {
    return random_.pick<std::string>({"o.customer", "o.customer", "o.device", "o.card", "o.ip",
                                      "o.phone", "o.address", "o.recipient", "3u", "1u"});
  }

  RandomSource& random_;
  std::int64_t ttl_ns_;
  std::size_t features_;
  bool in_lines_{};
};

FeatureDeclaration draw_feature(RandomSource& random, std::size_t place, std::int64_t ttl_ns) {
  constexpr std::array keys{FeatureField::customer, FeatureField::customer, FeatureField::device,
                            FeatureField::card,     FeatureField::ip,       FeatureField::address};
  FeatureDeclaration one;
  one.id = static_cast<std::uint16_t>(place + 1);
  one.feeds.bits = static_cast<std::uint16_t>(FeatureFeed::attempt);
  if (!random.one_in(3)) one.feeds.bits = static_cast<std::uint16_t>(1U << random.below(9));
  if (random.one_in(3)) one.feeds.bits |= static_cast<std::uint16_t>(1U << random.below(4));
  one.key = keys[random.below(keys.size())];
  if (random.one_in(4)) one.key_second = keys[random.below(keys.size())];
  if (one.key_second == one.key) one.key_second = FeatureField::none;
  const std::int64_t wanted = random.pick<std::int64_t>({ttl_ns / 4, ttl_ns, 3 * (ttl_ns / 2)});
  one.window_ns = std::clamp(wanted, feature_window_min_ns, feature_window_max_ns);
  one.keys_max = random.u32(1, random.one_in(2) ? 3 : 12);
  one.prior = random.one_in(3);
  one.cap = random.u32(1, 5);
  if (place >= exact_features) {
    const std::int64_t steps = random.between(1, 6);
    one.step_ns = std::max<std::int64_t>(1, one.window_ns / steps);
    one.window_ns = one.step_ns * steps;
    one.cap = 0;
    one.kind = random.one_in(2) ? FeatureKind::count : FeatureKind::sum;
  } else if (place == 3) {
    one.kind = FeatureKind::age_since_first;
    one.cap = 0;
  } else {
    one.kind = random.pick({FeatureKind::count, FeatureKind::sum, FeatureKind::distinct});
  }
  if (one.kind == FeatureKind::sum) {
    one.amount = random.pick({FeatureAmount::total, FeatureAmount::units, FeatureAmount::discount});
  }
  if (one.kind == FeatureKind::distinct) {
    one.distinct = one.key == FeatureField::phone ? FeatureField::card : FeatureField::phone;
  }
  one.may_block = place < exact_features;
  return one;
}

rules::RuleSet draw_declared(RandomSource& random, std::int64_t ttl_ns) {
  using rules::AttributeType;
  rules::RuleSet set;
  set.name = Code::given("drawn");
  set.attributes = {{Code::given("ip"), AttributeType::token, false},
                    {Code::given("points"), AttributeType::integer, random.one_in(6)},
                    {Code::given("age"), AttributeType::duration, false},
                    {Code::given("fresh"), AttributeType::boolean, false},
                    {Code::given("since"), AttributeType::timestamp, false}};
  set.lists = {{Code::given("vip"), TokenKind::customer}, {Code::given("bad"), TokenKind::card}};
  for (std::size_t i = 0; i < features_drawn; ++i) {
    set.features.push_back(draw_feature(random, i, ttl_ns));
    set.feature_names.push_back(Code::given("f" + std::to_string(i)));
  }
  return set;
}

rules::RuleEntry draw_rule(RandomSource& random, std::size_t number, std::int64_t ttl_ns) {
  using rules::RulePhase;
  rules::RuleEntry rule;
  rule.id = Code::given("R" + std::to_string(number));
  rule.phase = static_cast<RulePhase>(random.below(5));
  rule.priority = static_cast<std::uint16_t>(random.below(3));
  if (random.one_in(2)) rule.on_error = static_cast<rules::RuleOnError>(random.below(5));
  rule.shadow = random.one_in(6);
  if (rule.phase == RulePhase::score) {
    rule.score = static_cast<std::int32_t>(random.between(-20, 60));
  }
  const bool reviews = rule.phase == RulePhase::review || rule.phase == RulePhase::allow;
  RandomCondition condition(random, ttl_ns, reviews ? features_drawn : exact_features);
  rule.text = condition.truth(3);
  // Most orders are let through, or nothing is left to be told of them.
  if (rule.phase <= RulePhase::block && random.one_in(2)) {
    rule.text = "o.customer == " + std::to_string(1 + random.below(3)) + "u && " + rule.text;
  }
  for (std::size_t i = 0; i < features_drawn; ++i) {
    if (rule.text.find("v.f" + std::to_string(i)) != std::string::npos) {
      rule.features |= std::uint64_t{1} << i;
    }
  }
  if (rule.text.find(" in vip") != std::string::npos) rule.lists |= 1;
  if (rule.text.find(" in bad") != std::string::npos) rule.lists |= 2;
  return rule;
}

// Returns: the bytes of a set that can be loaded, where there is one in what is drawn.
std::vector<std::uint8_t> draw_set(RandomSource& random, std::int64_t ttl_ns) {
  rules::RuleSet set = draw_declared(random, ttl_ns);
  const cel::Environment environment =
      rules::environment_of({set.attributes, set.lists, set.features, set.feature_names});
  const std::size_t wanted = 1 + random.below(8);
  for (std::size_t i = 0; i < wanted; ++i) {
    rules::RuleEntry rule = draw_rule(random, i, ttl_ns);
    if (cel::compile(rule.text, environment).ok()) set.rules.push_back(std::move(rule));
  }
  std::ranges::sort(set.rules, [](const rules::RuleEntry& a, const rules::RuleEntry& b) {
    if (a.phase != b.phase) return a.phase < b.phase;
    if (a.priority != b.priority) return a.priority > b.priority;
    return a.id.text() < b.id.text();
  });
  std::vector<cel::RuleExpression> conditions;
  for (const rules::RuleEntry& rule : set.rules) {
    conditions.push_back(cel::compile(rule.text, environment));
  }
  set.program = cel::Program(environment, conditions);
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    set.rules[i].result = set.program.results()[i];
  }
  if (!random.one_in(3)) {
    set.bands = {{-10, rules::BandVerdict::pass, {}},
                 {20, rules::BandVerdict::review, {}},
                 {45, rules::BandVerdict::block, {}}};
  }
  const std::vector<std::byte> bytes = rules::encode(set);
  std::vector<std::uint8_t> made;
  for (const std::byte byte : bytes) made.push_back(static_cast<std::uint8_t>(byte));
  return made;
}

}  // namespace

// What can still be run stays as it is: the naive engine reads conditions from their texts.
void CommandGenerator::spoil_bytes(std::vector<std::uint8_t>& bytes) {
  std::vector<std::uint8_t> spoilt = bytes;
  const std::size_t at = random_.below(spoilt.size());
  spoilt[at] = static_cast<std::uint8_t>(random_.below(256));
  if (!rules::verify(std::as_bytes(std::span(spoilt))).ok()) bytes = spoilt;
}

Command CommandGenerator::draw_load_rules() {
  const std::size_t most = profile_.limits.rule_part_bytes_max;
  if (rule_bytes_.empty() || rule_part_ * most >= rule_bytes_.back().size()) {
    rule_bytes_.push_back(draw_set(random_, profile_.ttl_ns));
    rule_part_ = 0;
    if (random_.one_in(8)) spoil_bytes(rule_bytes_.back());
  }
  const std::vector<std::uint8_t>& bytes = rule_bytes_.back();
  LoadRules load;
  load.command_key = new_key();
  load.part = static_cast<std::uint16_t>(rule_part_ + 1);
  load.parts = static_cast<std::uint16_t>((bytes.size() + most - 1) / most);
  const std::size_t first = rule_part_ * most;
  load.body = std::span(bytes).subspan(first, std::min(most, bytes.size() - first));
  ++rule_part_;
  if (random_.one_in(12)) load.part = static_cast<std::uint16_t>(load.part + random_.below(3));
  if (fault()) {
    switch (random_.below(4)) {
      case 0: load.part = static_cast<std::uint16_t>(random_.below(4)); break;
      case 1: load.parts = static_cast<std::uint16_t>(random_.below(4)); break;
      case 2: load.body = {}; break;
      default: rule_part_ = 0; break;
    }
  }
  return load;
}

Command CommandGenerator::draw_activate_rules() {
  ActivateRules change;
  change.command_key = new_key();
  change.version = last_rules_;
  if (random_.one_in(3)) change.version = random_.u32(0, last_rules_ + 1);
  change.mode = random_.pick({RulesMode::live, RulesMode::live, RulesMode::shadow, RulesMode::off});
  if (fault()) change.mode = static_cast<RulesMode>(3 + random_.below(253));
  return change;
}

Command CommandGenerator::draw_list_member() {
  SetListMember member;
  member.command_key = new_key();
  member.list = Code::given(random_.pick<std::string_view>({"vip", "bad", "bad", "other"}));
  if (fault()) member.list = {};
  member.token = fault() ? 0 : random_.below(profile_.customers) + 1;
  member.member = !random_.one_in(3);
  return member;
}

std::span<const OrderAttribute> CommandGenerator::draw_attributes() {
  std::vector<OrderAttribute>& drawn = attributes_.emplace_back();
  const auto add = [&](std::string_view name, std::int64_t value) {
    drawn.push_back({rules::token_of(name), value});
  };
  if (random_.one_in(2)) add("ip", random_.between(0, profile_.customers));
  if (!random_.one_in(8)) add("points", random_.between(-3, 12));
  if (random_.one_in(2)) add("age", random_.between(0, profile_.ttl_ns));
  const std::int64_t truths = fault() ? 3 : 1;
  if (random_.one_in(2)) add("fresh", random_.between(0, truths));
  if (random_.one_in(2)) {
    add("since", std::max<TimeNs>(0, now_ - random_.between(0, 100) * second));
  }
  if (random_.one_in(8)) add("unknown", 7);
  if (fault()) add(random_.one_in(2) ? "points" : "ip", 1);
  if (fault()) drawn.push_back({0, 1});
  return drawn;
}

}  // namespace allot::generator
