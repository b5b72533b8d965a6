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

// A record with a field for each of a struct's, none of them set.
std::shared_ptr<cel::Record> empty_record(const cel::StructDeclaration& structure) {
  auto record = std::make_shared<cel::Record>();
  record->type = structure.name;
  for (const cel::FieldDeclaration& field : structure.fields) {
    record->fields.push_back({field.name, cel::Value(std::int64_t{0}), false});
  }
  return record;
}

template <class T>
void set_field(cel::Record& record, std::size_t at, T value) {
  record.fields[at].value = cel::Value(value);
  record.fields[at].set = true;
}
void set_token(cel::Record& record, std::size_t at, Token token) {
  record.fields[at].set = token != 0;
  if (token != 0) record.fields[at].value = cel::Value(std::uint64_t{token});
}

std::size_t at(rules::OrderField field) { return static_cast<std::size_t>(field); }
std::size_t at(rules::LineField field) { return static_cast<std::size_t>(field); }

}  // namespace

ActiveRules::ActiveRules(std::shared_ptr<const rules::RuleSet> set, std::uint32_t version,
                         const RuleMembers& members, const RuleFeatures& features)
    : set_(std::move(set)),
      version_(version),
      features_(features),
      outcomes_(set_->rules.size()),
      findings_(set_->rules.size()),
      machine_(set_->program) {
  const cel::Environment environment =
      rules::environment_of({set_->attributes, set_->lists, set_->features, set_->feature_names});
  const auto structure_of = [&](std::uint32_t variable) -> const cel::StructDeclaration& {
    return environment.struct_of(environment.types[environment.variables[variable].type]);
  };
  const cel::StructDeclaration& order = structure_of(rules::order_variable);
  order_ = empty_record(order);
  values_ = empty_record(structure_of(rules::values_variable));
  const cel::TypeId lines = order.fields[at(rules::OrderField::lines)].type;
  const cel::TypeId line = {environment.types[lines].first};
  lines_ = std::make_shared<cel::Values>();
  lines_->reserve(rules::order_lines_max);
  for (std::uint32_t i = 0; i < rules::order_lines_max; ++i) {
    line_records_.push_back(empty_record(environment.struct_of(environment.types[line])));
  }
  set_field(*order_, at(rules::OrderField::lines), cel::List{lines_});
  variables_.emplace_back(cel::RecordRef{order_});
  variables_.emplace_back(cel::RecordRef{values_});
  for (const rules::RuleList& list : set_->lists) {
    lists_.push_back(std::make_unique<Members>(members, list.name));
    variables_.emplace_back(cel::BorrowedSet{lists_.back().get()});
  }
  for (const rules::RuleAttribute& attribute : set_->attributes) {
    const bool is_token = attribute.type == rules::AttributeType::token;
    attributes_.push_back(
        {rules::token_of(attribute.name.text()),
         is_token ? feature_field_of(attribute.name.text()) : FeatureField::none});
  }
  for (const rules::RuleEntry& rule : set_->rules) {
    may_refuse_.push_back(rules::may_refuse(*set_, rule));
  }
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
  cel::Record& record = *order_;
  const DefineChannel& settings = subject.catalogue.channel(subject.order.channel).settings;
  std::int64_t goods = 0;
  std::int64_t taken_off = subject.discount;
  std::int64_t units_of_all = 0;
  for (const OrderLine& line : subject.order.lines) {
    goods = up_to_most(goods, amount_of(line));
    taken_off = up_to_most(taken_off, line.discount);
    units_of_all += line.quantity;
  }
  const CodeTable& channels = subject.catalogue.codes(IdKind::channel);
  set_field(record, at(total), subject.order.value);
  set_field(record, at(subtotal), goods);
  set_field(record, at(shipping), subject.shipping);
  set_field(record, at(discount), taken_off);
  set_field(record, at(units), units_of_all);
  set_token(record, at(rules::OrderField::channel),
            rules::token_of(channels.code(subject.order.channel.value).text()));
  set_token(record, at(currency), rules::token_of(settings.currency.text()));
  set_field(record, at(priority), std::int64_t{subject.priority});
  set_field(record, at(time), timestamp_of_ns(subject.now));
  record.fields[at(ship_by)].set = subject.ship_by != 0;
  if (subject.ship_by != 0) set_field(record, at(ship_by), timestamp_of_ns(subject.ship_by));
  set_field(record, at(cash_on_delivery), settings.cash_on_delivery);
  set_field(record, at(place), subject.is_place);
  const OrderTokens& tokens = *subject.order.tokens;
  set_token(record, at(customer), tokens.customer);
  set_token(record, at(device), tokens.device);
  set_token(record, at(card), tokens.card);
  set_token(record, at(address), tokens.address);
  set_token(record, at(phone), tokens.phone);
  set_token(record, at(recipient), tokens.recipient);
}

// One that cannot be what it is declared to be is as one that is absent.
void ActiveRules::fill_attributes(const RuleSubject& subject) {
  for (std::size_t i = 0; i < attributes_.size(); ++i) {
    const std::size_t field = rules::order_fields_count + i;
    const std::int64_t* const value = attribute_of(subject, attributes_[i].name);
    order_->fields[field].set = false;
    if (value == nullptr) continue;
    switch (set_->attributes[i].type) {
      case rules::AttributeType::integer: set_field(*order_, field, *value); break;
      case rules::AttributeType::boolean:
        if (*value == 0 || *value == 1) set_field(*order_, field, *value == 1);
        break;
      case rules::AttributeType::timestamp:
        set_field(*order_, field, timestamp_of_ns(*value));
        break;
      case rules::AttributeType::duration: set_field(*order_, field, cel::Duration{*value}); break;
      case rules::AttributeType::token:
        set_token(*order_, field, static_cast<Token>(*value));
        break;
    }
  }
}

void ActiveRules::fill_lines(const RuleSubject& subject) {
  using enum rules::LineField;
  lines_->clear();
  const CodeTable& skus = subject.catalogue.codes(IdKind::sku);
  for (const OrderLine& line : subject.order.merged) {
    const std::shared_ptr<cel::Record>& record = line_records_[lines_->size()];
    const MoneyMinor amount = amount_of(line);
    const MoneyMinor of_list = subject.catalogue.list_price(line.sku);
    set_token(*record, at(sku), rules::token_of(skus.code(line.sku.value).text()));
    set_field(*record, at(price),
              line.total != 0 ? line.total / MoneyMinor{line.quantity} : line.price);
    record->fields[at(list)].set = of_list > 0;
    if (of_list > 0) set_field(*record, at(list), of_list);
    set_field(*record, at(qty), std::int64_t{line.quantity});
    set_field(*record, at(total), amount);
    set_field(*record, at(discount), line.discount);
    set_field(*record, at(gift), amount == 0);
    lines_->push_back(cel::Value(cel::RecordRef{record}));
  }
}

void ActiveRules::fill_values() {
  partial_ = 0;
  for (std::size_t i = 0; i < feature_places_.size(); ++i) {
    const FeatureValue& value = features_.values()[feature_places_[i]];
    values_->fields[i].set = value.known;
    if (value.partial) partial_ |= std::uint64_t{1} << i;
    if (!value.known) continue;
    if (set_->features[i].kind == FeatureKind::age_since_first) {
      set_field(*values_, i, cel::Duration{value.value});
    } else {
      set_field(*values_, i, value.value);
    }
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
  machine_.run(variables_, outcomes_);
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    rules::RuleFinding& finding = findings_[i];
    finding = rules::finding_of(outcomes_[i]);
    // What an order can be refused for has to be exact.
    if (may_refuse_[i] && (set_->rules[i].features & partial_) != 0) {
      finding = {false, RuleError::partial_feature};
    }
  }
  return findings_;
}

}  // namespace allot
