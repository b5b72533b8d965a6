// Rule sets (rules, section 29): each condition is a tree that is walked, each figure a look at all
// that ever happened.
#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include <xxhash.h>

#include "cel/evaluator.hpp"
#include "naive_engine.hpp"
#include "naive_writer.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::oracle {
namespace {

__extension__ typedef __int128 Wide;

Token token_of_text(std::string_view text) {
  const Token token = XXH3_64bits(text.data(), text.size());
  return token == 0 ? 1 : token;
}

std::int64_t at_most_63_bits(Wide value) {
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(value, most));
}

Wide amount_of_line(const OrderLine& line) {
  return line.total > 0 ? Wide{line.total} : Wide{line.price} * line.quantity;
}

cel::Value time_value(TimeNs time) {
  const TimeNs second = 1'000'000'000;
  const TimeNs rest = (time % second + second) % second;
  return cel::Value(cel::Timestamp{(time - rest) / second, static_cast<std::int32_t>(rest)});
}
cel::Value token_value(Token token) { return cel::Value(std::uint64_t{token}); }

// Nothing that orders have is a text, so one that is compared is written for its token.
cel::Parsed parsed_with_tokens(const std::string& text) {
  cel::Parsed parsed = cel::parse(text);
  const auto compare_token = [&parsed](cel::ExprId id) {
    cel::Expr& node = parsed.ast.nodes[id];
    if (const auto* written = node.value.as<cel::Text>(); written != nullptr) {
      node.value = token_value(token_of_text(**written));
    }
  };
  const std::vector<cel::Expr> nodes = parsed.ast.nodes;
  for (const cel::Expr& node : nodes) {
    const bool compares = node.function == cel::Function::equals ||
                          node.function == cel::Function::not_equals ||
                          node.function == cel::Function::in;
    if (node.kind != cel::ExprKind::call || !compares) continue;
    for (const cel::ExprId side : node.children) {
      compare_token(side);
      if (nodes[side].kind != cel::ExprKind::list) continue;
      for (const cel::ExprId element : nodes[side].children) compare_token(element);
    }
  }
  return parsed;
}

using Fields = std::map<std::string, cel::Value, std::less<>>;

void put_token(Fields& fields, const std::string& name, Token token) {
  if (token != 0) fields[name] = token_value(token);
}

cel::Value record_of(const cel::StructDeclaration& structure, const Fields& fields) {
  auto record = std::make_shared<cel::Record>();
  record->type = structure.name;
  for (const cel::FieldDeclaration& field : structure.fields) {
    const auto found = fields.find(field.name);
    const bool set = found != fields.end();
    record->fields.push_back({field.name, set ? found->second : cel::Value(std::int64_t{0}), set});
  }
  return cel::Value(cel::RecordRef{std::move(record)});
}

const cel::StructDeclaration& structure_named(const cel::Environment& environment,
                                              cel::TypeId type) {
  return environment.struct_of(environment.types[type]);
}

bool counts_alike(FeatureDeclaration a, const FeatureDeclaration& b) {
  a.id = b.id;
  a.may_block = b.may_block;
  const auto said = [](const FeatureDeclaration& one) {
    return std::tuple(one.kind, one.feeds.bits, one.key, one.key_second, one.distinct, one.amount,
                      one.window_ns, one.step_ns, one.cap, one.keys_max, one.prior);
  };
  return said(a) == said(b);
}

// What features of both sets are to be counted, those that count alike once.
std::vector<FeatureDeclaration> wanted_by(const NaiveRuleSet* live, const NaiveRuleSet* shadow) {
  std::vector<FeatureDeclaration> wanted;
  for (const NaiveRuleSet* set : {live, shadow}) {
    if (set == nullptr) continue;
    for (const FeatureDeclaration& one : set->set.features) {
      const bool there = std::ranges::any_of(
          wanted, [&one](const FeatureDeclaration& other) { return counts_alike(one, other); });
      if (there) continue;
      wanted.push_back(one);
      wanted.back().id = static_cast<std::uint16_t>(wanted.size());
      wanted.back().may_block = false;
    }
  }
  return wanted;
}

std::uint64_t keys_of(const std::vector<FeatureDeclaration>& features) {
  std::uint64_t keys = 0;
  for (const FeatureDeclaration& feature : features) keys += feature.keys_max;
  return keys;
}

enum class Does { nothing, refuse, allow, review, score };

Does what_it_does(const rules::RuleEntry& rule, const NaiveFinding& finding) {
  using rules::RuleOnError;
  using rules::RulePhase;
  if (finding.error == 0) {
    if (!finding.holds) return Does::nothing;
    const std::map<RulePhase, Does> by_phase{{RulePhase::limit, Does::refuse},
                                             {RulePhase::allow, Does::allow},
                                             {RulePhase::block, Does::refuse},
                                             {RulePhase::review, Does::review},
                                             {RulePhase::score, Does::score}};
    return by_phase.at(rule.phase);
  }
  if (rule.on_error == RuleOnError::by_phase) {
    if (rule.phase == RulePhase::limit) return Does::refuse;
    const bool looks = rule.phase == RulePhase::block || rule.phase == RulePhase::review;
    return looks ? Does::review : Does::nothing;
  }
  const std::map<RuleOnError, Does> said{{RuleOnError::refuse, Does::refuse},
                                         {RuleOnError::review, Does::review},
                                         {RuleOnError::allow, Does::allow},
                                         {RuleOnError::skip, Does::nothing}};
  return said.at(rule.on_error);
}

bool hits(const NaiveFinding& finding) { return finding.holds || finding.error != 0; }

// Whether an order can be refused because the rule holds.
bool can_refuse(const rules::RuleSet& set, const rules::RuleEntry& rule) {
  if (rule.shadow) return false;
  const bool by_band = std::ranges::any_of(set.bands, [](const rules::ScoreBand& band) {
    return band.verdict == rules::BandVerdict::block;
  });
  switch (rule.phase) {
    case rules::RulePhase::limit:
    case rules::RulePhase::block: return true;
    case rules::RulePhase::score: return by_band;
    default: return false;
  }
}

FeatureEvent event_of(const NaiveKept& order, FeatureFeed feed, TimeNs now) {
  FeatureEvent event;
  event.feed = feed;
  event.time = now;
  event.tokens = order.tokens;
  event.amounts = order.amounts;
  return event;
}

std::optional<FeatureFeed> fed_by(const Event& event) {
  static const std::map<EventType, FeatureFeed> feeds{
      {EventType::paid, FeatureFeed::paid},
      {EventType::payment_failed, FeatureFeed::payment_failed},
      {EventType::cancelled, FeatureFeed::cancelled},
      {EventType::expired, FeatureFeed::expired},
      {EventType::return_completed, FeatureFeed::returned},
      {EventType::charged_back, FeatureFeed::charged_back},
  };
  if (event.type == EventType::delivery_exception && event.reason == Reason::parcel_refused) {
    return FeatureFeed::refused_on_delivery;
  }
  const auto found = feeds.find(event.type);
  return found == feeds.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

// --- sets that come, act and go

NaiveEngine::Verdict NaiveEngine::run(const LoadRules& command) {
  NaiveRules& all = state_.rule_sets;
  all.loaded = 0;
  if (command.part == 0 || command.parts < command.part || command.body.empty()) {
    return Refusal{Reason::field_out_of_range};
  }
  if (command.part == 1) {
    all.bytes.clear();
    all.next = 1;
    all.parts = command.parts;
  }
  const auto forget = [&all] {
    all.bytes.clear();
    all.next = 1;
    all.parts = 0;
  };
  if (command.part != all.next || command.parts != all.parts) {
    forget();
    return Refusal{Reason::rules_incomplete};
  }
  if (all.bytes.size() + command.body.size() > state_.limits.rule_set_bytes_max) {
    forget();
    return Refusal{Reason::rules_too_large};
  }
  for (const std::uint8_t byte : command.body) all.bytes.push_back(byte);
  ++all.next;
  if (command.part < command.parts) {
    emit_defined(command, 0);
    return {};
  }
  const std::vector<std::uint8_t> bytes = all.bytes;
  forget();
  auto decoded = rules::decode(std::as_bytes(std::span(bytes)));
  if (!decoded.ok()) return Refusal{Reason::rules_invalid};
  auto made = std::make_shared<NaiveRuleSet>();
  made->set = std::move(decoded).value();
  made->hash = XXH3_64bits(bytes.data(), bytes.size());
  for (const FeatureDeclaration& feature : made->set.features) {
    for (const FeatureField field : {feature.key, feature.key_second, feature.distinct}) {
      if (field == FeatureField::sku) return Refusal{Reason::rules_invalid};
    }
  }
  const std::uint64_t others = std::min<std::uint64_t>(step_events_bound(state_.limits), 65'535);
  const std::uint64_t room = (65'535 - others) / 2;
  const std::uint64_t rules_most = std::min<std::uint64_t>(room, state_.limits.rules_max);
  if (made->set.rules.size() > rules_most ||
      keys_of(wanted_by(made.get(), nullptr)) > state_.limits.rule_keys_max) {
    return Refusal{Reason::rules_too_large};
  }
  made->environment = rules::environment_of(
      {made->set.attributes, made->set.lists, made->set.features, made->set.feature_names});
  for (const rules::RuleEntry& rule : made->set.rules) {
    made->conditions.push_back(cel::compile(parsed_with_tokens(rule.text), made->environment));
    ALLOT_CHECK(made->conditions.back().ok());
  }
  if (all.known.size() == state_.limits.rule_sets_max) {
    for (auto one = all.known.begin(); one != all.known.end(); ++one) {
      if (*one == all.live || *one == all.shadow) continue;
      all.known.erase(one);
      break;
    }
  }
  made->version = ++all.versions;
  all.loaded = made->version;
  all.known.push_back(made);
  emit_defined(command, made->version);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const ActivateRules& command) {
  NaiveRules& all = state_.rule_sets;
  if (command.version == 0 || static_cast<int>(command.mode) > 2) {
    return Refusal{Reason::field_out_of_range};
  }
  std::shared_ptr<NaiveRuleSet> named;
  for (const auto& one : all.known) {
    if (one->version == command.version) named = one;
  }
  if (named == nullptr) return Refusal{Reason::rules_unknown};
  std::shared_ptr<NaiveRuleSet> live = all.live == named ? nullptr : all.live;
  std::shared_ptr<NaiveRuleSet> shadow = all.shadow == named ? nullptr : all.shadow;
  if (command.mode == RulesMode::live) live = named;
  if (command.mode == RulesMode::shadow) shadow = named;
  const std::vector<FeatureDeclaration> wanted = wanted_by(live.get(), shadow.get());
  if (wanted.size() > 64 || keys_of(wanted) > state_.limits.rule_keys_max) {
    return Refusal{Reason::rules_too_large};
  }
  for (const FeatureDeclaration& one : wanted) {
    for (const FeatureDeclaration& other : all.counted) {
      state_.gone.features_carried += counts_alike(one, other) ? 1 : 0;
    }
  }
  if (wanted.empty()) {
    all.history = nullptr;
  } else if (all.history == nullptr) {
    all.history = std::make_shared<naive::NaiveFeatures>(wanted);
  } else {
    all.history->switch_to(wanted);
  }
  all.counted = wanted;
  all.live = live;
  all.shadow = shadow;
  if (live == nullptr && shadow == nullptr) all.kept.clear();
  emit_defined(command, 0);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const SetListMember& command) {
  if (!command.list.valid()) return Refusal{Reason::code_invalid};
  if (command.token == 0) return Refusal{Reason::field_out_of_range};
  auto& members = state_.rule_sets.members;
  const std::string name(command.list.text());
  if (!command.member) {
    if (members.contains(name)) members[name].erase(command.token);
    if (members.contains(name) && members[name].empty()) members.erase(name);
  } else if (!members.contains(name) || !members[name].contains(command.token)) {
    std::size_t all = 0;
    for (const auto& [list, tokens] : members) all += tokens.size();
    if (all == state_.limits.rule_members_max) return Refusal{Reason::rule_members_full};
    members[name].insert(command.token);
  }
  emit_defined(command, 0);
  return {};
}

// --- an order is judged

Reason NaiveEngine::wrong_attributes(const Request& request) const {
  std::map<Token, std::int64_t> given;
  for (const OrderAttribute& one : request.attributes) {
    if (one.name == 0 || !given.emplace(one.name, one.value).second) {
      return Reason::attribute_invalid;
    }
  }
  if (state_.rule_sets.live == nullptr) return Reason::ok;
  for (const rules::RuleAttribute& declared : state_.rule_sets.live->set.attributes) {
    const auto found = given.find(token_of_text(declared.name.text()));
    bool absent = found == given.end();
    if (!absent && declared.type == rules::AttributeType::token) absent = found->second == 0;
    if (absent && declared.required) return Reason::attribute_missing;
    if (found != given.end() && declared.type == rules::AttributeType::boolean &&
        (found->second < 0 || found->second > 1)) {
      return Reason::attribute_invalid;
    }
  }
  return Reason::ok;
}

// What the declared attributes of the set that judges say goes before those of the one that is
// tried.
NaiveKept NaiveEngine::features_of(const Request& request) const {
  NaiveKept kept;
  kept.key = request.key;
  const OrderTokens& tokens = request.tokens;
  const auto put = [&kept](FeatureField field, Token token) {
    kept.tokens[static_cast<std::size_t>(field)] = token;
  };
  put(FeatureField::customer, tokens.customer);
  put(FeatureField::card, tokens.card);
  put(FeatureField::device, tokens.device);
  put(FeatureField::address, tokens.address);
  put(FeatureField::phone, tokens.phone);
  const std::map<std::string, FeatureField, std::less<>> named{{"ip", FeatureField::ip},
                                                               {"ip24", FeatureField::ip24},
                                                               {"seller", FeatureField::seller},
                                                               {"campaign", FeatureField::campaign},
                                                               {"basket", FeatureField::basket}};
  for (const auto& [name, field] : named) {
    const auto declares_it = [&name](const rules::RuleAttribute& one) {
      return one.type == rules::AttributeType::token && one.name.text() == name;
    };
    const NaiveRules& all = state_.rule_sets;
    bool declared = false;
    for (const auto& set : {all.live, all.shadow}) {
      if (set != nullptr) declared |= std::ranges::any_of(set->set.attributes, declares_it);
    }
    for (const OrderAttribute& one : request.attributes) {
      if (!declared || one.name != token_of_text(name)) continue;
      put(field, static_cast<Token>(one.value));
      break;
    }
  }
  Wide units = 0;
  Wide taken_off = request.discount;
  for (const OrderLine& line : request.lines) {
    units += line.quantity;
    taken_off += line.discount;
  }
  kept.amounts = {0, request.value, at_most_63_bits(units), at_most_63_bits(taken_off)};
  return kept;
}

cel::Values NaiveEngine::variables_of(const NaiveRuleSet& set, const Request& request) const {
  const cel::Environment& environment = set.environment;
  const Channel& channel = channel_of(request.channel);
  const cel::StructDeclaration& order_type =
      structure_named(environment, environment.variables[0].type);
  Fields order;
  Wide goods = 0;
  for (const OrderLine& line : request.lines) goods += amount_of_line(line);
  const NaiveKept kept = features_of(request);
  order["total"] = cel::Value(request.value);
  order["subtotal"] = cel::Value(at_most_63_bits(goods));
  order["shipping"] = cel::Value(request.shipping);
  order["discount"] = cel::Value(kept.amounts[3]);
  order["units"] = cel::Value(kept.amounts[2]);
  order["channel"] = token_value(token_of_text(channel.settings.code.text()));
  order["currency"] = token_value(token_of_text(channel.settings.currency.text()));
  order["priority"] = cel::Value(std::int64_t{request.priority});
  order["time"] = time_value(state_.now);
  if (request.ship_by != 0) order["ship_by"] = time_value(request.ship_by);
  order["cash_on_delivery"] = cel::Value(channel.settings.cash_on_delivery);
  order["place"] = cel::Value(!request.imported);
  put_token(order, "customer", request.tokens.customer);
  put_token(order, "device", request.tokens.device);
  put_token(order, "card", request.tokens.card);
  put_token(order, "address", request.tokens.address);
  put_token(order, "phone", request.tokens.phone);
  put_token(order, "recipient", request.tokens.recipient);
  for (const rules::RuleAttribute& declared : set.set.attributes) {
    const std::string name(declared.name.text());
    for (const OrderAttribute& one : request.attributes) {
      if (one.name != token_of_text(name)) continue;
      switch (declared.type) {
        case rules::AttributeType::integer: order[name] = cel::Value(one.value); break;
        case rules::AttributeType::boolean:
          if (one.value == 0) order[name] = cel::Value(false);
          if (one.value == 1) order[name] = cel::Value(true);
          break;
        case rules::AttributeType::timestamp: order[name] = time_value(one.value); break;
        case rules::AttributeType::duration:
          order[name] = cel::Value(cel::Duration{one.value});
          break;
        case rules::AttributeType::token:
          put_token(order, name, static_cast<Token>(one.value));
          break;
      }
      break;
    }
  }
  const auto lines_at = order_type.find("lines");
  const cel::Type lines_type = environment.types[order_type.fields[*lines_at].type];
  cel::Values lines;
  for (const OrderLine& line : request.merged) {
    const DefineSku& sku = state_.skus[line.sku.value - 1];
    Fields fields;
    const Wide amount = amount_of_line(line);
    fields["sku"] = token_value(token_of_text(sku.code.text()));
    fields["price"] = cel::Value(
        static_cast<std::int64_t>(line.total > 0 ? amount / line.quantity : Wide{line.price}));
    if (sku.list_price > 0) fields["list"] = cel::Value(sku.list_price);
    fields["qty"] = cel::Value(std::int64_t{line.quantity});
    fields["total"] = cel::Value(at_most_63_bits(amount));
    fields["discount"] = cel::Value(line.discount);
    fields["gift"] = cel::Value(amount == 0);
    lines.push_back(record_of(structure_named(environment, lines_type.first), fields));
  }
  order["lines"] = cel::Value::list(std::move(lines));

  Fields values;
  for (std::size_t i = 0; i < set.set.features.size(); ++i) {
    const FeatureDeclaration& declared = set.set.features[i];
    const NaiveRules& all = state_.rule_sets;
    for (std::size_t at = 0; at < all.counted.size(); ++at) {
      if (!counts_alike(declared, all.counted[at]) || !all.values[at].known) continue;
      const std::int64_t value = all.values[at].value;
      const bool is_age = declared.kind == FeatureKind::age_since_first;
      values[std::string(set.set.feature_names[i].text())] =
          is_age ? cel::Value(cel::Duration{value}) : cel::Value(value);
    }
  }

  cel::Values variables{
      record_of(order_type, order),
      record_of(structure_named(environment, environment.variables[1].type), values)};
  for (const rules::RuleList& list : set.set.lists) {
    cel::Values tokens;
    const auto found = state_.rule_sets.members.find(std::string(list.name.text()));
    if (found != state_.rule_sets.members.end()) {
      for (const Token token : found->second) tokens.push_back(token_value(token));
    }
    variables.push_back(cel::Value::set(std::move(tokens)));
  }
  return variables;
}

std::vector<NaiveFinding> NaiveEngine::evaluate(const NaiveRuleSet& set, const Request& request) {
  std::vector<NaiveFinding> found;
  if (request.merged.size() > 64) {
    found.assign(set.set.rules.size(), {false, static_cast<int>(RuleError::too_many_lines)});
    return found;
  }
  const cel::Values variables = variables_of(set, request);
  for (std::size_t i = 0; i < set.set.rules.size(); ++i) {
    const rules::RuleEntry& rule = set.set.rules[i];
    NaiveFinding finding;
    bool partial = false;
    for (std::size_t f = 0; f < set.set.features.size(); ++f) {
      if ((rule.features >> f & 1U) == 0) continue;
      for (std::size_t at = 0; at < state_.rule_sets.counted.size(); ++at) {
        if (counts_alike(set.set.features[f], state_.rule_sets.counted[at])) {
          partial |= state_.rule_sets.values[at].partial;
        }
      }
    }
    cel::Work work(100'000'000);
    const cel::Value value =
        cel::evaluate(set.conditions[i].ast, set.conditions[i].checked.references, variables, work);
    if (const auto* error = value.as<cel::Error>()) finding.error = static_cast<int>(error->code);
    if (const auto* truth = value.as<bool>()) finding.holds = *truth;
    if (partial && can_refuse(set.set, rule)) {
      finding = {false, static_cast<int>(RuleError::partial_feature)};
    }
    found.push_back(finding);
  }
  return found;
}

void NaiveEngine::tell_hit(const NaiveRuleSet& set, const Request& request, std::size_t rule,
                           const NaiveFinding& finding, HitOutcome outcome) {
  const rules::RuleEntry& entry = set.set.rules[rule];
  Event& event = emit(EventType::rule_hit);
  event.order_key = request.key;
  event.node = set.version;
  event.line = static_cast<std::uint16_t>(rule);
  event.quantity = static_cast<std::uint32_t>(entry.phase);
  event.reason = static_cast<Reason>(outcome);
  event.sku = static_cast<std::uint32_t>(finding.error);
  const bool adds = entry.phase == rules::RulePhase::score && finding.holds;
  event.amount = adds ? entry.score : 0;
}

// Returns: why it is refused, and why it is reviewed. Tells what hits.
std::pair<Reason, Reason> NaiveEngine::decide_by(const NaiveRuleSet& set, const Request& request) {
  const std::vector<NaiveFinding> found = evaluate(set, request);
  const std::vector<rules::RuleEntry>& all = set.set.rules;
  std::vector<Does> does;
  bool allowed = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    does.push_back(what_it_does(all[i], found[i]));
    if (does[i] == Does::allow && !all[i].shadow) allowed = true;
  }
  const auto acts = [&](std::size_t i) {
    return !all[i].shadow && (!allowed || all[i].phase == rules::RulePhase::limit);
  };
  const auto first_that = [&](Does what) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (acts(i) && does[i] == what) return i;
    }
    return all.size();
  };
  std::size_t decisive = first_that(Does::refuse);
  if (decisive == all.size()) decisive = first_that(Does::review);
  std::int64_t score = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!hits(found[i])) continue;
    if (acts(i) && does[i] == Does::score) score += all[i].score;
    HitOutcome outcome = HitOutcome::outranked;
    if (i == decisive || (does[i] == Does::score && decisive == all.size())) {
      outcome = HitOutcome::decided;
    }
    if (!acts(i)) outcome = HitOutcome::suppressed;
    if (does[i] == Does::allow) outcome = HitOutcome::allows;
    if (does[i] == Does::nothing) outcome = HitOutcome::skipped;
    if (all[i].shadow) outcome = HitOutcome::shadow;
    tell_hit(set, request, i, found[i], outcome);
  }
  if (decisive < all.size()) {
    if (does[decisive] == Does::review) return {Reason::ok, Reason::rule_review};
    const bool limits = all[decisive].phase == rules::RulePhase::limit;
    return {limits ? Reason::rule_limit : Reason::rule_block, Reason::ok};
  }
  if (allowed) return {Reason::ok, Reason::ok};
  rules::BandVerdict verdict = rules::BandVerdict::pass;
  std::int64_t highest = std::numeric_limits<std::int64_t>::min();
  for (const rules::ScoreBand& band : set.set.bands) {
    if (band.from > score || band.from < highest) continue;
    highest = band.from;
    verdict = band.verdict;
  }
  state_.gone.bands_decided += verdict != rules::BandVerdict::pass ? 1 : 0;
  if (verdict == rules::BandVerdict::block) return {Reason::rule_block, Reason::ok};
  return {Reason::ok, verdict == rules::BandVerdict::review ? Reason::rule_review : Reason::ok};
}

// `before`: why limits and lists refuse; of an import they say so in `review`.
NaiveEngine::Verdict NaiveEngine::ask_rules(const Request& request, Verdict before,
                                            Reason& review) {
  NaiveRules& all = state_.rule_sets;
  if (all.live == nullptr && all.shadow == nullptr) return before;
  const Reason wrong = wrong_attributes(request);
  if (wrong != Reason::ok && !request.imported) return before ? before : Verdict(Refusal{wrong});
  all.judged = features_of(request);
  all.values.clear();
  const FeatureEvent event = event_of(all.judged, FeatureFeed::attempt, state_.now);
  if (all.history != nullptr && !request.imported) all.values = all.history->observe(event);
  for (std::size_t i = 0; i < all.counted.size() && request.imported; ++i) {
    const Token key = allot::key_of(all.counted[i], event);
    all.values.push_back(all.history->read(i, key, state_.now));
  }
  for (const FeatureValue& value : all.values) state_.gone.features_partial += value.partial;
  std::pair<Reason, Reason> said{Reason::ok, Reason::ok};
  if (all.live != nullptr) said = decide_by(*all.live, request);
  if (all.shadow != nullptr) {
    const std::vector<NaiveFinding> found = evaluate(*all.shadow, request);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (hits(found[i])) tell_hit(*all.shadow, request, i, found[i], HitOutcome::shadow);
    }
  }
  const bool stopped = request.imported && review != Reason::ok && review != Reason::value_review;
  if (before || stopped) return before;
  if (said.first != Reason::ok && !request.imported) return Refusal{said.first};
  if (said.first != Reason::ok) {
    review = said.first;
  } else if (review == Reason::ok) {
    review = said.second;
  }
  return {};
}

// What the step has told is counted behind it.
void NaiveEngine::count_for_rules() {
  NaiveRules& all = state_.rule_sets;
  if (all.live == nullptr && all.shadow == nullptr) return;
  for (const Event& event : *events_) {
    const bool comes = event.type == EventType::placed || event.type == EventType::imported;
    std::optional<FeatureFeed> feed = fed_by(event);
    const NaiveKept* of = nullptr;
    if (comes && all.judged.key.present() && event.order_key == all.judged.key) {
      feed = FeatureFeed::accepted;
      for (NaiveKept& known : all.kept) {
        if (known.key == event.order_key) known = {};
      }
      if (all.kept.size() == state_.limits.rule_orders_max) all.kept.pop_front();
      all.kept.push_back(all.judged);
      of = &all.kept.back();
    } else if (feed) {
      for (const NaiveKept& known : all.kept) {
        if (known.key == event.order_key) of = &known;
      }
    }
    if (!feed || of == nullptr) continue;
    ++state_.gone.rule_feeds[static_cast<std::uint16_t>(*feed)];
    const FeatureEvent happened = event_of(*of, *feed, state_.now);
    if (all.history != nullptr) (void)all.history->observe(happened);
  }
  all.judged = {};
}

// --- the canonical encoding

void write_rules(Writer& w, const State& s) {
  const NaiveRules& all = s.rule_sets;
  if (all.versions > 0 || all.parts > 0) {
    w.section(88, all.known.size());
    for (const auto& one : all.known) {
      w.u32(one->version);
      w.u8(one == all.live ? 1 : one == all.shadow ? 2 : 0);
      w.u64(one->hash);
    }
    w.u32(all.versions);
    w.u16(all.next);
    w.u16(all.parts);
    w.u64(all.bytes.size());
    w.u64(XXH3_64bits(all.bytes.data(), all.bytes.size()));
  }
  std::size_t members = 0;
  for (const auto& [list, tokens] : all.members) members += tokens.size();
  if (members > 0) w.section(89, members);
  for (const auto& [list, tokens] : all.members) {
    for (const Token token : tokens) {
      w.code(Code::given(list));
      w.u64(token);
    }
  }
  if (all.history != nullptr) {
    w.section(90, all.counted.size());
    for (const std::byte byte : all.history->encoding()) w.u8(static_cast<std::uint8_t>(byte));
  }
  if (!all.kept.empty()) w.section(91, all.kept.size());
  for (const NaiveKept& kept : all.kept) {
    w.u64(kept.key.low);
    w.u64(kept.key.high);
    for (const Token token : kept.tokens) w.u64(token);
    for (const std::int64_t amount : kept.amounts) w.i64(amount);
  }
}

}  // namespace allot::oracle
