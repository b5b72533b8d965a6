#include "ruleset/codec.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "cel/program_check.hpp"
#include "cel/utf8.hpp"
#include "rule_set_generated.h"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;
using flatbuffers::Vector;

constexpr std::uint16_t format_without_tables = 2;
constexpr std::uint16_t format_with_tables = 3;

enum class ConstantKind : std::uint8_t {
  error = 0,
  boolean = 1,
  integer = 2,
  unsigned_integer = 3,
  text = 4,
  timestamp = 5,
  duration = 6,
  list = 7,
  set = 8,
};

Status bad(std::string text) {
  return {StatusCode::invalid_argument, "rule set: " + std::move(text)};
}
Status bad_rule(const RuleEntry& rule, const std::string& text) {
  return bad("rule '" + std::string(rule.id.text()) + "' " + text);
}

// Writing.

Offset<flatbuffers::String> put(FlatBufferBuilder& builder, std::string_view text) {
  return builder.CreateString(text.data(), text.size());
}
// An absent code is no text at all.
Offset<flatbuffers::String> put(FlatBufferBuilder& builder, const Code& code) {
  return code.present() ? put(builder, code.text()) : Offset<flatbuffers::String>();
}

struct ConstantWriter {
  FlatBufferBuilder& builder;

  using Made = Offset<wire::Constant>;

  static std::uint8_t kind(ConstantKind kind) { return static_cast<std::uint8_t>(kind); }
  [[nodiscard]] Made number(ConstantKind of, std::int64_t value, std::int32_t nanos = 0) const {
    return wire::CreateConstant(builder, kind(of), value, nanos);
  }
  [[nodiscard]] Made elements(ConstantKind of, const cel::Values& values) const {
    std::vector<Made> made;
    for (const cel::Value& value : values) made.push_back(std::visit(*this, value.held()));
    const auto vector = builder.CreateVector(made);
    return wire::CreateConstant(builder, kind(of), 0, 0, 0, vector);
  }

  Made operator()(bool value) const { return number(ConstantKind::boolean, value ? 1 : 0); }
  Made operator()(std::int64_t value) const { return number(ConstantKind::integer, value); }
  Made operator()(std::uint64_t value) const {
    return number(ConstantKind::unsigned_integer, static_cast<std::int64_t>(value));
  }
  Made operator()(const cel::Text& text) const {
    const auto made = put(builder, std::string_view(*text));
    return wire::CreateConstant(builder, kind(ConstantKind::text), 0, 0, made);
  }
  Made operator()(const cel::Timestamp& time) const {
    return number(ConstantKind::timestamp, time.seconds, time.nanos);
  }
  Made operator()(const cel::Duration& duration) const {
    return number(ConstantKind::duration, duration.ns);
  }
  Made operator()(const cel::List& list) const {
    return elements(ConstantKind::list, *list.values);
  }
  Made operator()(const cel::Set& set) const { return elements(ConstantKind::set, *set.values); }
  Made operator()(const cel::Error& error) const {
    return number(ConstantKind::error, static_cast<std::int64_t>(error.code));
  }
  // The profile has no other constants.
  template <class Other>
  Made operator()(const Other& /*other*/) const {
    return number(ConstantKind::error, static_cast<std::int64_t>(cel::ErrorCode::unsupported));
  }
};

std::uint32_t low_half(std::int64_t number) noexcept {
  return static_cast<std::uint32_t>(static_cast<std::uint64_t>(number));
}
std::uint32_t high_half(std::int64_t number) noexcept {
  return static_cast<std::uint32_t>(static_cast<std::uint64_t>(number) >> 32U);
}
std::int64_t number_of(const wire::Instruction& from) noexcept {
  return static_cast<std::int64_t>(std::uint64_t{from.number_high()} << 32U | from.number_low());
}

template <class All, class Make>
auto put_all(FlatBufferBuilder& builder, const All& all, Make&& make) {
  std::vector<decltype(make(all[0]))> made;
  made.reserve(all.size());
  for (const auto& one : all) made.push_back(make(one));
  return builder.CreateVector(made);
}

auto put_rules(FlatBufferBuilder& builder, const RuleSet& set) {
  return put_all(builder, set.rules, [&builder](const RuleEntry& rule) {
    const auto id = put(builder, rule.id);
    const auto reason = put(builder, rule.reason);
    const auto text = put(builder, std::string_view(rule.text));
    return wire::CreateRule(builder, id, static_cast<std::uint8_t>(rule.phase), rule.priority,
                            static_cast<std::uint8_t>(rule.on_error), rule.shadow, rule.score,
                            reason, rule.result, rule.features, rule.lists, text);
  });
}

auto put_features(FlatBufferBuilder& builder, const RuleSet& set) {
  std::vector<Offset<wire::Feature>> made;
  for (std::size_t i = 0; i < set.features.size(); ++i) {
    const FeatureDeclaration& of = set.features[i];
    const auto name = put(builder, set.feature_names[i]);
    made.push_back(wire::CreateFeature(
        builder, name, of.id, static_cast<std::uint8_t>(of.kind), of.feeds.bits,
        static_cast<std::uint8_t>(of.key), static_cast<std::uint8_t>(of.key_second),
        static_cast<std::uint8_t>(of.distinct), static_cast<std::uint8_t>(of.amount), of.window_ns,
        of.step_ns, of.cap, of.keys_max, of.prior, of.may_block));
  }
  return builder.CreateVector(made);
}

// Reading. `Reader` keeps the first thing that is wrong.

constexpr std::size_t elements_max = 200'000;
constexpr flatbuffers::uoffset_t depth_max = 8;
constexpr flatbuffers::uoffset_t tables_max = 500'000;

class Reader {
 public:
  explicit Reader(std::size_t bytes) : texts_left_(bytes) {}

  Result<RuleSet> read(const wire::RuleSet& from) {
    RuleSet set;
    cel::ProgramParts parts;
    const bool has_tables = from.format() == format_with_tables;
    if (!has_tables && from.format() != format_without_tables) {
      refuse("of another format than this version reads");
    }
    if (has_tables != (from.tables() != nullptr)) refuse("tables that its format has not");
    set.name = code(from.name(), "its name");
    read_declarations(from, set);
    read_rules(from, set);
    each(from.bands(), RuleSetLimits::bands_max, "bands", [&](const wire::Band& one) {
      set.bands.push_back({one.from(), static_cast<BandVerdict>(one.verdict()),
                           optional_code(one.reason(), "the reason of a band")});
    });
    read_program(from, parts);
    if (!fault_.empty()) return bad(fault_);
    for (const RuleEntry& rule : set.rules) parts.results.push_back(rule.result);
    set.program = cel::Program(std::move(parts));
    return set;
  }

 private:
  void refuse(std::string text) {
    if (fault_.empty()) fault_ = std::move(text);
  }

  template <class T, class Take>
  void each(const Vector<Offset<T>>* all, std::size_t most, const std::string& what, Take&& take) {
    if (all == nullptr) return;
    if (all->size() > most) {
      return refuse("more than " + std::to_string(most) + " " + what);
    }
    for (const T* one : *all) {
      if (!fault_.empty()) return;
      take(*one);
    }
  }

  std::string_view text(const flatbuffers::String* from) {
    if (from == nullptr) return {};
    // Several fields may point to one text; copies of it would take more room than the bytes.
    if (from->size() > texts_left_) {
      refuse("texts that are one behind another");
      return {};
    }
    texts_left_ -= from->size();
    return {from->c_str(), from->size()};
  }
  Code optional_code(const flatbuffers::String* from, const std::string& what) {
    if (from == nullptr) return {};
    const std::string_view given = text(from);
    const std::optional<Code> made = Code::from(given);
    if (!made || !cel::is_utf8(given)) refuse(what + " is no text of 1 to 40 bytes");
    return made.value_or(Code{});
  }
  Code code(const flatbuffers::String* from, const std::string& what) {
    if (from == nullptr) refuse(what + " is missing");
    return optional_code(from, what);
  }

  void read_declarations(const wire::RuleSet& from, RuleSet& set) {
    each(from.attributes(), RuleSetLimits::attributes_max, "attributes",
         [&](const wire::Attribute& one) {
           set.attributes.push_back({code(one.name(), "the name of an attribute"),
                                     static_cast<AttributeType>(one.type()), one.required()});
         });
    each(from.lists(), RuleSetLimits::lists_max, "lists", [&](const wire::TokenList& one) {
      set.lists.push_back(
          {code(one.name(), "the name of a list"), static_cast<TokenKind>(one.kind())});
    });
    each(from.features(), features_max, "features", [&](const wire::Feature& one) {
      FeatureDeclaration made;
      made.id = one.id();
      made.kind = static_cast<FeatureKind>(one.kind());
      made.feeds.bits = one.feeds();
      made.key = static_cast<FeatureField>(one.key());
      made.key_second = static_cast<FeatureField>(one.key_second());
      made.distinct = static_cast<FeatureField>(one.distinct());
      made.amount = static_cast<FeatureAmount>(one.amount());
      made.window_ns = one.window_ns();
      made.step_ns = one.step_ns();
      made.cap = one.cap();
      made.keys_max = one.keys_max();
      made.prior = one.prior();
      made.may_block = one.may_block();
      set.features.push_back(made);
      set.feature_names.push_back(code(one.name(), "the name of a feature"));
    });
  }

  void read_rules(const wire::RuleSet& from, RuleSet& set) {
    each(from.rules(), RuleSetLimits::rules_max, "rules", [&](const wire::Rule& one) {
      RuleEntry made;
      made.id = code(one.id(), "the id of a rule");
      made.phase = static_cast<RulePhase>(one.phase());
      made.priority = one.priority();
      made.on_error = static_cast<RuleOnError>(one.on_error());
      made.shadow = one.shadow();
      made.score = one.score();
      made.reason = optional_code(one.reason(), "the reason of a rule");
      made.result = one.result();
      made.features = one.features();
      made.lists = one.lists();
      made.text = text(one.text());
      set.rules.push_back(std::move(made));
    });
  }

  void read_program(const wire::RuleSet& from, cel::ProgramParts& parts) {
    parts.registers = from.registers();
    if (from.instructions() != nullptr) {
      if (from.instructions()->size() > cel::ProgramLimits::instructions_max) {
        return refuse("too many instructions");
      }
      for (const wire::Instruction* one : *from.instructions()) {
        parts.code.push_back({static_cast<cel::Code>(one->code()), one->choice(),
                              static_cast<cel::TypeKind>(one->type()), one->slot(), one->to(),
                              one->a(), one->b(), one->target(), one->after(), number_of(*one)});
      }
    }
    if (from.constant_registers() != nullptr) {
      if (from.constant_registers()->size() > cel::ProgramLimits::registers_max) {
        return refuse("too many registers of constants");
      }
      for (const wire::ConstantRegister* one : *from.constant_registers()) {
        parts.constant_registers.push_back(
            {one->to(), one->constant(), static_cast<cel::TypeKind>(one->type())});
      }
    }
    each(from.tables(), cel::ProgramLimits::tables_max, "tables",
         [&](const wire::DecisionTable& one) {
           cel::Table& table = parts.tables.emplace_back();
           table.first = one.first();
           if (one.rows() == nullptr) return;
           if (one.rows()->size() > cel::ProgramLimits::table_rows_max) {
             return refuse("too many rows of a table");
           }
           for (const wire::TableRow* row : *one.rows()) {
             table.rows.push_back({row->rule(), row->begin()});
           }
         });
    each(from.constants(), cel::ProgramLimits::constants_max, "constants",
         [&](const wire::Constant& one) { parts.constants.push_back(constant(one, true)); });
  }

  cel::Value constant(const wire::Constant& from, bool may_hold) {
    if (++elements_ > elements_max) {
      refuse("too many constants");
      return {};
    }
    switch (static_cast<ConstantKind>(from.kind())) {
      case ConstantKind::error:
        if (from.number() < 1 || cel::name_of(static_cast<cel::ErrorCode>(from.number())).empty() ||
            from.number() > UINT8_MAX) {
          break;
        }
        return cel::Error{static_cast<cel::ErrorCode>(from.number()), 0};
      case ConstantKind::boolean: return from.number() != 0;
      case ConstantKind::integer: return from.number();
      case ConstantKind::unsigned_integer: return static_cast<std::uint64_t>(from.number());
      case ConstantKind::text: return cel::Value::text(std::string(text(from.text())));
      case ConstantKind::timestamp: return cel::Timestamp{from.number(), from.nanos()};
      case ConstantKind::duration: return cel::Duration{from.number()};
      case ConstantKind::list:
      case ConstantKind::set: {
        if (!may_hold) break;
        cel::Values values;
        each(from.elements(), elements_max, "elements",
             [&](const wire::Constant& one) { values.push_back(constant(one, false)); });
        auto held = std::make_shared<const cel::Values>(std::move(values));
        if (static_cast<ConstantKind>(from.kind()) == ConstantKind::list) {
          return cel::List{std::move(held)};
        }
        // It is looked at by check(): a set in another order than its own would hide members.
        return cel::Set{std::move(held)};
      }
    }
    refuse("a constant that there is not");
    return {};
  }

  std::size_t texts_left_;
  std::size_t elements_{0};
  std::string fault_;
};

// Checking.

Declared declared_by(const RuleSet& set) {
  return {set.attributes, set.lists, set.features, set.feature_names};
}

bool comes_before(const RuleEntry& a, const RuleEntry& b) {
  // High priorities first.
  if (a.phase != b.phase) return a.phase < b.phase;
  if (a.priority != b.priority) return a.priority > b.priority;
  return a.id.text() < b.id.text();
}

std::uint64_t bits_below(std::size_t count) noexcept {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

bool may_refuse_by_score(const RuleSet& set) noexcept {
  return std::any_of(set.bands.begin(), set.bands.end(),
                     [](const ScoreBand& band) { return band.verdict == BandVerdict::block; });
}

}  // namespace

bool may_refuse(const RuleSet& set, const RuleEntry& rule) noexcept {
  if (rule.shadow) return false;
  return rule.phase == RulePhase::limit || rule.phase == RulePhase::block ||
         (rule.phase == RulePhase::score && may_refuse_by_score(set));
}

namespace {

bool is_optional_text(const Code& code) {
  return !code.present() || (code.valid() && cel::is_utf8(code.text()));
}

Status check_rule(const RuleSet& set, const RuleEntry& rule) {
  if (!rule.id.valid() || !cel::is_utf8(rule.id.text())) return bad("a rule without an id");
  if (rule.phase > RulePhase::score) return bad_rule(rule, "is of a phase that there is not");
  if (rule.on_error > RuleOnError::skip) {
    return bad_rule(rule, "has an outcome on error that there is not");
  }
  if (rule.phase != RulePhase::score && rule.score != 0) {
    return bad_rule(rule, "has a score, which only rules of the phase score have");
  }
  if (rule.score > RuleSetLimits::score_max || rule.score < -RuleSetLimits::score_max) {
    return bad_rule(rule, "has a score beyond " + std::to_string(RuleSetLimits::score_max));
  }
  if (!is_optional_text(rule.reason)) return bad_rule(rule, "has a reason that is no text");
  if (rule.text.size() > RuleSetLimits::text_bytes_max || !cel::is_utf8(rule.text)) {
    return bad_rule(rule, "has a condition that is no text");
  }
  if ((rule.features & ~bits_below(set.features.size())) != 0 ||
      (rule.lists & ~bits_below(set.lists.size())) != 0) {
    return bad_rule(rule, "reads a feature or list that there is not");
  }
  for (std::size_t i = 0; i < set.features.size(); ++i) {
    const bool reads = ((rule.features >> i) & 1U) != 0;
    if (reads && may_refuse(set, rule) && !set.features[i].may_block) {
      return bad_rule(rule, "refuses for feature '" + std::string(set.feature_names[i].text()) +
                                "', which is not declared to block");
    }
  }
  return {};
}

Status check_bands(const RuleSet& set) {
  for (std::size_t i = 0; i < set.bands.size(); ++i) {
    if (set.bands[i].verdict > BandVerdict::block)
      return bad("a band of a verdict that there is not");
    if (!is_optional_text(set.bands[i].reason)) return bad("a band with a reason that is no text");
    if (i > 0 && set.bands[i].from <= set.bands[i - 1].from) {
      return bad("bands that are not by score, each from another on");
    }
  }
  return {};
}

struct CheckedSet {
  Status status;
  std::uint64_t steps{};
};

CheckedSet look_at(const RuleSet& set) {
  if (!set.name.valid() || !cel::is_utf8(set.name.text())) return {bad("without a name"), 0};
  const Declared declared = declared_by(set);
  if (Status status = check(declared); !status.ok()) return {bad(status.message()), 0};
  if (set.rules.size() > RuleSetLimits::rules_max) return {bad("too many rules"), 0};
  if (set.bands.size() > RuleSetLimits::bands_max) return {bad("too many bands"), 0};
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    const RuleEntry& rule = set.rules[i];
    if (Status status = check_rule(set, rule); !status.ok()) return {std::move(status), 0};
    if (i > 0 && !comes_before(set.rules[i - 1], rule)) {
      return {bad_rule(rule, "stands behind one that it comes before"), 0};
    }
    ids.push_back(rule.id.text());
  }
  std::sort(ids.begin(), ids.end());
  if (const auto twice = std::adjacent_find(ids.begin(), ids.end()); twice != ids.end()) {
    return {bad("two rules are called '" + std::string(*twice) + "'"), 0};
  }
  if (Status status = check_bands(set); !status.ok()) return {std::move(status), 0};
  if (set.program.results().size() != set.rules.size()) return {bad("rules without results"), 0};
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    if (set.program.results()[i] != set.rules[i].result) return {bad("another rule's result"), 0};
  }
  const cel::ProgramCheck program = cel::check(set.program.parts(), environment_of(declared));
  if (!program.ok()) return {bad(program.fault), 0};
  if (program.steps > RuleSetLimits::steps_max) {
    return {bad("takes up to " + std::to_string(program.steps) + " steps for an order, of which " +
                std::to_string(RuleSetLimits::steps_max) + " are allowed"),
            0};
  }
  return {{}, program.steps};
}

}  // namespace

std::vector<std::byte> encode(const RuleSet& set) {
  FlatBufferBuilder builder;
  const auto name = put(builder, set.name);
  const auto attributes = put_all(builder, set.attributes, [&](const RuleAttribute& one) {
    const auto of = put(builder, one.name);
    return wire::CreateAttribute(builder, of, static_cast<std::uint8_t>(one.type), one.required);
  });
  const auto lists = put_all(builder, set.lists, [&](const RuleList& one) {
    const auto of = put(builder, one.name);
    return wire::CreateTokenList(builder, of, static_cast<std::uint8_t>(one.kind));
  });
  const auto features = put_features(builder, set);
  const auto rules = put_rules(builder, set);
  const auto bands = put_all(builder, set.bands, [&](const ScoreBand& one) {
    const auto reason = put(builder, one.reason);
    return wire::CreateBand(builder, one.from, static_cast<std::uint8_t>(one.verdict), reason);
  });
  std::vector<wire::Instruction> code;
  for (const cel::Instruction& one : set.program.instructions()) {
    code.emplace_back(static_cast<std::uint8_t>(one.code), one.choice,
                      static_cast<std::uint8_t>(one.type), one.slot, one.to, one.a, one.b,
                      one.target, one.after, low_half(one.number), high_half(one.number));
  }
  std::vector<wire::ConstantRegister> held;
  for (const cel::ConstantRegister& one : set.program.constant_registers()) {
    held.emplace_back(one.to, one.constant, static_cast<std::uint8_t>(one.type));
  }
  const auto instructions = builder.CreateVectorOfStructs(code);
  const auto constant_registers = builder.CreateVectorOfStructs(held);
  const auto constants =
      put_all(builder, set.program.constants(), [&builder](const cel::Value& value) {
        return std::visit(ConstantWriter{builder}, value.held());
      });
  // A set without tables has the bytes that it always had.
  const bool has_tables = !set.program.tables().empty();
  Offset<Vector<Offset<wire::DecisionTable>>> tables;
  if (has_tables) {
    tables = put_all(builder, set.program.tables(), [&builder](const cel::Table& one) {
      std::vector<wire::TableRow> rows;
      for (const cel::TableRow& row : one.rows) rows.emplace_back(row.rule, row.begin);
      const auto of = builder.CreateVectorOfStructs(rows);
      return wire::CreateDecisionTable(builder, one.first, of);
    });
  }
  wire::FinishRuleSetBuffer(
      builder, wire::CreateRuleSet(builder, has_tables ? format_with_tables : format_without_tables,
                                   name, attributes, lists, features, rules, bands, instructions,
                                   constants, set.program.registers(), constant_registers, tables));
  const auto* first = reinterpret_cast<const std::byte*>(builder.GetBufferPointer());
  return {first, first + builder.GetSize()};
}

Status check(const RuleSet& set) { return look_at(set).status; }

Result<RuleSet> decode(std::span<const std::byte> bytes) {
  if (bytes.size() > RuleSetLimits::bytes_max) {
    return bad("more than " + std::to_string(RuleSetLimits::bytes_max) + " bytes");
  }
  // Whoever brings the bytes need not have them where numbers may lie.
  std::vector<std::uint64_t> aligned((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(aligned.data());
  flatbuffers::Verifier verifier(data, bytes.size(), depth_max, tables_max);
  if (bytes.size() < 16 || !wire::VerifyRuleSetBuffer(verifier)) {
    return bad("these bytes are no compiled rule set");
  }
  Result<RuleSet> set = Reader(bytes.size()).read(*wire::GetRuleSet(data));
  if (!set.ok()) return set;
  CheckedSet found = look_at(set.value());
  if (!found.status.ok()) return std::move(found.status);
  set.value().steps = found.steps;
  return set;
}

Status verify(std::span<const std::byte> bytes) { return decode(bytes).status(); }

}  // namespace allot::rules
