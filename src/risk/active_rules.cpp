#include "risk/active_rules.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "ruleset/codec.hpp"
#include "ruleset/surroundings.hpp"

namespace allot {
namespace {

constexpr std::int64_t ns_per_second = 1'000'000'000;

cel::Timestamp timestamp_of_ns(TimeNs time) noexcept {
  std::int64_t seconds = time / ns_per_second;
  std::int64_t nanos = time % ns_per_second;
  if (nanos < 0) {
    --seconds;
    nanos += ns_per_second;
  }
  return {seconds, static_cast<std::int32_t>(nanos)};
}

FeatureField feature_field_of(std::string_view attribute) noexcept {
  if (attribute == "ip") return FeatureField::ip;
  if (attribute == "ip24") return FeatureField::ip24;
  if (attribute == "seller") return FeatureField::seller;
  if (attribute == "campaign") return FeatureField::campaign;
  if (attribute == "basket") return FeatureField::basket;
  return FeatureField::none;
}

std::int64_t up_to_most(std::int64_t a, std::int64_t b) noexcept {
  std::int64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::int64_t>::max() : sum;
}

cel::Cell token_cell(Token token) noexcept {
  return token != 0 ? cel::Cell::of(static_cast<std::int64_t>(token)) : cel::Cell::absent();
}
cel::Cell truth_cell(bool truth) noexcept { return cel::Cell::of(truth ? 1 : 0); }

std::size_t at(rules::OrderField field) { return static_cast<std::size_t>(field); }
std::size_t at(rules::LineField field) { return static_cast<std::size_t>(field); }

}  // namespace

ActiveRules::ActiveRules(std::shared_ptr<const rules::RuleSet> set, std::uint32_t version,
                         const RuleMembers& members, const RuleFeatures& features)
    : set_(std::move(set)),
      version_(version),
      features_(features),
      findings_(set_->rules.size()),
      machine_(set_->program, rules::environment_of(*set_)) {
  lines_.resize(std::size_t{rules::order_lines_max} * rules::line_fields_count);
  for (std::uint32_t i = 0; i < rules::order_fields_count; ++i) {
    if (machine_.reads(rules::order_variable, i)) reads_ |= std::uint64_t{1} << i;
  }
  for (std::uint32_t i = 0; i < reads_of_lines_.size(); ++i) {
    reads_of_lines_[i] = machine_.reads_of_elements(i);
  }
  std::uint32_t variable = rules::first_list_variable;
  for (const rules::RuleList& list : set_->lists) {
    lists_.push_back(std::make_unique<Members>(members, list.name));
    machine_.cells(variable++).front() = cel::Cell::of(*lists_.back());
  }
  for (const rules::RuleAttribute& attribute : set_->attributes) {
    const bool is_token = attribute.type == rules::AttributeType::token;
    attributes_.push_back(
        {rules::token_of(attribute.name.text()),
         is_token ? feature_field_of(attribute.name.text()) : FeatureField::none});
  }
  for (const rules::RuleEntry& rule : set_->rules) {
    may_refuse_.push_back(rules::may_refuse(*set_, rule));
    if (may_refuse_.back()) refuses_by_ |= rule.features;
  }
  passes_unhit_ = rules::decide(*set_, findings_).verdict == rules::RuleVerdict::pass;
  bind();
}

void ActiveRules::bind() {
  for (const auto& list : lists_) list->bind();
  feature_places_.clear();
  for (const FeatureDeclaration& feature : set_->features) {
    feature_places_.push_back(features_.find(feature));
  }
}

Reason ActiveRules::fault(const RuleSubject& subject) const {
  for (std::size_t i = 0; i < attributes_.size(); ++i) {
    const rules::RuleAttribute& declared = set_->attributes[i];
    const std::int64_t* const value = attribute_of(subject, attributes_[i].name);
    const bool is_absent =
        value == nullptr || (declared.type == rules::AttributeType::token && *value == 0);
    if (is_absent && declared.required) return Reason::attribute_missing;
    const bool is_boolean = declared.type == rules::AttributeType::boolean;
    if (value != nullptr && is_boolean && *value != 0 && *value != 1) {
      return Reason::attribute_invalid;
    }
  }
  return Reason::ok;
}

void ActiveRules::add_tokens(const RuleSubject& subject, FeatureEvent& event) const {
  for (const Attribute& attribute : attributes_) {
    if (attribute.field == FeatureField::none) continue;
    const std::int64_t* const value = attribute_of(subject, attribute.name);
    if (value != nullptr) event[attribute.field] = static_cast<Token>(*value);
  }
}

void ActiveRules::fill_order(const RuleSubject& subject) {
  using enum rules::OrderField;
  const std::span<cel::Cell> order = machine_.cells(rules::order_variable);
  const auto put = [&](rules::OrderField field, const cel::Cell& cell) { order[at(field)] = cell; };
  const auto read = [&](rules::OrderField field) { return ((reads_ >> at(field)) & 1U) != 0; };
  const DefineChannel& settings = subject.catalogue.channel(subject.order.channel).settings;
  if (read(total)) put(total, cel::Cell::of(subject.order.value));
  if (read(shipping)) put(shipping, cel::Cell::of(subject.shipping));
  if (read(subtotal) || read(discount) || read(units)) fill_sums(subject);
  if (read(rules::OrderField::channel)) {
    const CodeTable& channels = subject.catalogue.codes(IdKind::channel);
    const std::uint32_t code = subject.order.channel.value;
    put(rules::OrderField::channel, token_cell(rules::token_of(channels.code(code).text())));
  }
  if (read(currency)) put(currency, token_cell(rules::token_of(settings.currency.text())));
  if (read(priority)) put(priority, cel::Cell::of(std::int64_t{subject.priority}));
  if (read(place)) put(place, truth_cell(subject.is_place));
  if (read(cash_on_delivery)) put(cash_on_delivery, truth_cell(settings.cash_on_delivery));
  if (read(time)) put(time, cel::Cell::of(timestamp_of_ns(subject.now)));
  if (read(ship_by)) {
    put(ship_by, subject.ship_by != 0 ? cel::Cell::of(timestamp_of_ns(subject.ship_by))
                                      : cel::Cell::absent());
  }
  const OrderTokens& tokens = *subject.order.tokens;
  if (read(customer)) put(customer, token_cell(tokens.customer));
  if (read(device)) put(device, token_cell(tokens.device));
  if (read(card)) put(card, token_cell(tokens.card));
  if (read(address)) put(address, token_cell(tokens.address));
  if (read(phone)) put(phone, token_cell(tokens.phone));
  if (read(recipient)) put(recipient, token_cell(tokens.recipient));
}

void ActiveRules::fill_sums(const RuleSubject& subject) {
  const std::span<cel::Cell> order = machine_.cells(rules::order_variable);
  std::int64_t goods = 0;
  std::int64_t taken_off = subject.discount;
  std::int64_t units_of_all = 0;
  for (const OrderLine& line : subject.order.lines) {
    goods = up_to_most(goods, amount_of(line));
    taken_off = up_to_most(taken_off, line.discount);
    units_of_all += line.quantity;
  }
  order[at(rules::OrderField::subtotal)] = cel::Cell::of(goods);
  order[at(rules::OrderField::discount)] = cel::Cell::of(taken_off);
  order[at(rules::OrderField::units)] = cel::Cell::of(units_of_all);
}

// One that cannot be what it is declared to be is as one that is absent.
void ActiveRules::fill_attributes(const RuleSubject& subject) {
  cel::Cell* cell = machine_.cells(rules::order_variable).data() + rules::order_fields_count;
  for (std::size_t i = 0; i < attributes_.size(); ++i, ++cell) {
    const std::int64_t* const value = attribute_of(subject, attributes_[i].name);
    if (value == nullptr) {
      *cell = cel::Cell::absent();
      continue;
    }
    switch (set_->attributes[i].type) {
      case rules::AttributeType::integer:
      case rules::AttributeType::duration: *cell = cel::Cell::of(*value); break;
      case rules::AttributeType::boolean:
        *cell = *value == 0 || *value == 1 ? cel::Cell::of(*value) : cel::Cell::absent();
        break;
      case rules::AttributeType::timestamp: *cell = cel::Cell::of(timestamp_of_ns(*value)); break;
      case rules::AttributeType::token: *cell = token_cell(static_cast<Token>(*value)); break;
    }
  }
}

void ActiveRules::fill_lines(const RuleSubject& subject) {
  using enum rules::LineField;
  if (((reads_ >> at(rules::OrderField::lines)) & 1U) == 0) return;
  cel::Cell* cells = lines_.data();
  const CodeTable& skus = subject.catalogue.codes(IdKind::sku);
  for (const OrderLine& line : subject.order.merged) {
    const MoneyMinor amount = amount_of(line);
    if (reads_of_lines_[at(sku)]) {
      cells[at(sku)] = token_cell(rules::token_of(skus.code(line.sku.value).text()));
    }
    cells[at(price)] =
        cel::Cell::of(line.total != 0 ? line.total / MoneyMinor{line.quantity} : line.price);
    if (reads_of_lines_[at(list)]) {
      const MoneyMinor of_list = subject.catalogue.list_price(line.sku);
      cells[at(list)] = of_list > 0 ? cel::Cell::of(of_list) : cel::Cell::absent();
    }
    cells[at(qty)] = cel::Cell::of(std::int64_t{line.quantity});
    cells[at(total)] = cel::Cell::of(amount);
    cells[at(discount)] = cel::Cell::of(line.discount);
    cells[at(gift)] = truth_cell(amount == 0);
    cells += rules::line_fields_count;
  }
  machine_.cells(rules::order_variable)[at(rules::OrderField::lines)] =
      cel::Cell::list(lines_.data(), subject.order.merged.size(), rules::line_fields_count);
}

void ActiveRules::fill_values() {
  const std::span<cel::Cell> values = machine_.cells(rules::values_variable);
  partial_ = 0;
  for (std::size_t i = 0; i < feature_places_.size(); ++i) {
    const FeatureValue& value = features_.values()[feature_places_[i]];
    values[i] = value.known ? cel::Cell::of(value.value) : cel::Cell::absent();
    if (value.partial) partial_ |= std::uint64_t{1} << i;
  }
}

std::span<const rules::RuleFinding> ActiveRules::run(const RuleSubject& subject) {
  if (subject.order.merged.size() > rules::order_lines_max) {
    std::ranges::fill(findings_, rules::RuleFinding{false, RuleError::too_many_lines});
    return findings_;
  }
  fill_order(subject);
  fill_attributes(subject);
  fill_lines(subject);
  fill_values();
  const std::span<const cel::Told> told = machine_.evaluate();
  const bool may_lack = (refuses_by_ & partial_) != 0;
  if (told.empty() && passes_unhit_ && !may_lack) return {};
  std::ranges::fill(findings_, rules::RuleFinding{});
  for (const cel::Told& one : told) findings_[one.rule] = rules::finding_of(one.outcome);
  if (!may_lack) return findings_;
  // What an order can be refused for has to be exact.
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    if (may_refuse_[i] && (set_->rules[i].features & partial_) != 0) {
      findings_[i] = {false, RuleError::partial_feature};
    }
  }
  return findings_;
}

}  // namespace allot
