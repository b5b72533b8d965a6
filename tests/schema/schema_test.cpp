// The schema of record says what the code says: names, order, types, numbers, defaults, units.
// A difference is a mistake in one of the two; src/messages/allot.fbs is changed together with
// include/allot, and tests/schema/stored only ever grows.
#include <gtest/gtest.h>

#include <set>

#include "allot/messages/command_type.hpp"
#include "allot/messages/reason.hpp"
#include "generator/schema_reader.hpp"
#include "json/enum_names.hpp"
#include "json/event_fields.hpp"
#include "json/field_form.hpp"

namespace allot::schema {
namespace {

const Schema& current() {
  static const Schema schema = read_schema(ALLOT_SCHEMA_BFBS);
  return schema;
}

// The name in the schema of a C++ type, and of a default value.
template <class T>
std::string type_name() {
  if constexpr (std::is_same_v<T, bool>) return "bool";
  if constexpr (std::is_same_v<T, std::uint8_t>) return "ubyte";
  if constexpr (std::is_same_v<T, std::uint32_t>) return "uint";
  if constexpr (std::is_same_v<T, std::int32_t>) return "int";
  if constexpr (std::is_same_v<T, std::uint64_t>) return "ulong";
  if constexpr (std::is_same_v<T, std::int64_t>) return "long";
  if constexpr (std::is_same_v<T, Code>) return "string";
  if constexpr (std::is_same_v<T, SkuId>) return "SkuId";
  if constexpr (std::is_same_v<T, NodeId>) return "NodeId";
  if constexpr (std::is_same_v<T, ChannelId>) return "ChannelId";
  if constexpr (std::is_same_v<T, ZoneId>) return "ZoneId";
  if constexpr (std::is_same_v<T, CommandKey> || std::is_same_v<T, OrderKey>) return "Key";
  if constexpr (std::is_same_v<T, Shortage>) return "Shortage";
  if constexpr (std::is_same_v<T, SourcingPolicy>) return "SourcingPolicy";
  if constexpr (std::is_same_v<T, ListKind>) return "ListKind";
  if constexpr (std::is_same_v<T, TokenKind>) return "TokenKind";
  if constexpr (std::is_same_v<T, ReviewOutcome>) return "ReviewOutcome";
  if constexpr (std::is_same_v<T, TimeSource>) return "TimeSource";
  if constexpr (std::is_same_v<T, std::span<const OrderLine>>) return "[OrderLine]";
  return "a type that the schema test does not know";
}

template <class T>
std::string default_of(const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_enum_v<T>) {
    return std::string(enum_names<T>[static_cast<std::size_t>(value)]);
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(value);
  } else {
    return {};
  }
}

std::string unit_of(json::FieldForm form) {
  switch (form) {
    case json::FieldForm::time: return "ns since 1970";
    case json::FieldForm::duration: return "ns";
    case json::FieldForm::money: return "minor units";
    case json::FieldForm::plain: return {};
  }
  return {};
}

// Compares one visited field with the next one of a table.
class TableCheck {
 public:
  explicit TableCheck(const Table& table) : table_(table) {}

  template <class T>
  void operator()(std::string_view name, const T& standard) {
    ASSERT_LT(next_, table_.fields.size()) << table_.name << " lacks " << name;
    const Field& field = table_.fields[next_++];
    const std::string where = table_.name + '.' + std::string(name);
    EXPECT_EQ(field.name, name) << where;
    EXPECT_EQ(field.type, type_name<T>()) << where;
    const bool needed = field.attributes.contains("needed");
    EXPECT_EQ(needed, json::is_needed(name)) << where;
    if (!needed) {
      EXPECT_EQ(field.standard, default_of(standard)) << where;
    }
    const auto unit = field.attributes.find("unit");
    const std::string written = unit == field.attributes.end() ? "" : unit->second;
    if (json::form_of(name) != json::FieldForm::plain) {
      EXPECT_EQ(written, unit_of(json::form_of(name))) << where;
    } else {
      EXPECT_NE(written, "ns") << where;
      EXPECT_NE(written, "ns since 1970") << where;
      EXPECT_NE(written, "minor units") << where;
    }
    EXPECT_FALSE(field.comment.empty()) << where << " says nothing";
  }
  void finish() const { EXPECT_EQ(next_, table_.fields.size()) << table_.name; }

 private:
  const Table& table_;
  std::size_t next_{};
};

template <class Call>
void each_command(Call&& call) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (call(std::variant_alternative_t<I, Command>{}), ...);
  }(std::make_index_sequence<std::variant_size_v<Command>>{});
}

TEST(Schema, CommandsHaveTheFieldsOfTheStructs) {
  const Enum& body = current().enums.at("CommandBody");
  EXPECT_EQ(body.values.size(), std::variant_size_v<Command>);
  each_command([&body](const auto& command) {
    using C = std::decay_t<decltype(command)>;
    const auto value = std::ranges::find(body.values, std::string(C::name), &EnumValue::name);
    ASSERT_NE(value, body.values.end()) << C::name;
    EXPECT_EQ(value->number, static_cast<std::int64_t>(command_type_of<C>)) << C::name;
    const Table& table = current().tables.at(value->table);
    EXPECT_EQ(is_fact<C>, table.attributes.contains("fact")) << C::name;
    TableCheck check(table);
    C::fields(command, check);
    check.finish();
  });
}

TEST(Schema, OrderLinesHaveTheFieldsOfTheStruct) {
  const OrderLine line{};
  TableCheck check(current().tables.at("OrderLine"));
  check("sku", line.sku);
  check("quantity", line.quantity);
  check("price", line.price);
  check("shortage", line.shortage);
  check.finish();
}

template <class E>
void expect_names(std::string_view name) {
  const Enum& source = current().enums.at(std::string(name));
  ASSERT_EQ(source.values.size(), enum_names<E>.size()) << name;
  for (std::size_t i = 0; i < source.values.size(); ++i) {
    EXPECT_EQ(source.values[i].name, enum_names<E>[i]) << name;
    EXPECT_EQ(source.values[i].number, static_cast<std::int64_t>(i)) << name;
  }
}

TEST(Schema, EnumsHaveTheNamesAndNumbersOfTheCode) {
  expect_names<Shortage>("Shortage");
  expect_names<SourcingPolicy>("SourcingPolicy");
  expect_names<ListKind>("ListKind");
  expect_names<TokenKind>("TokenKind");
  expect_names<ReviewOutcome>("ReviewOutcome");
  expect_names<TimeSource>("TimeSource");
  // Named here by their enumerators, because the names above are only texts.
  EXPECT_EQ(json::enum_value<Shortage>("backorder"), Shortage::backorder);
  EXPECT_EQ(json::enum_value<Shortage>("refuse_line"), Shortage::refuse_line);
  EXPECT_EQ(json::enum_value<SourcingPolicy>("node_priority"), SourcingPolicy::node_priority);
  EXPECT_EQ(json::enum_value<ListKind>("allow"), ListKind::allow);
  EXPECT_EQ(json::enum_value<TokenKind>("recipient"), TokenKind::recipient);
  EXPECT_EQ(json::enum_value<ReviewOutcome>("approve"), ReviewOutcome::approve);
  EXPECT_EQ(json::enum_value<TimeSource>("host"), TimeSource::host);
}

std::string_view advice_name(Advice advice) {
  switch (advice) {
    case Advice::none: return "none";
    case Advice::permanent: return "permanent";
    case Advice::retry: return "retry";
    case Advice::fix: return "fix";
  }
  return "";
}

TEST(Schema, ReasonsHaveTheNumbersAdviceAndTextsOfTheCode) {
  const Enum& reasons = current().enums.at("Reason");
  ASSERT_EQ(reasons.values.size(), reason_texts.size());
  for (std::size_t i = 0; i < reason_texts.size(); ++i) {
    const ReasonText& text = reason_texts[i];
    EXPECT_EQ(reasons.values[i].name, text.name);
    EXPECT_EQ(reasons.values[i].number, static_cast<std::int64_t>(text.reason)) << text.name;
    EXPECT_EQ(reasons.values[i].comment,
              std::string(advice_name(text.advice)) + ": " + std::string(text.text));
  }
}

std::string_view slot_name(json::EventSlot slot) {
  switch (slot) {
    case json::EventSlot::order_key: return "order_key";
    case json::EventSlot::lot: return "order_key.low";
    case json::EventSlot::sku: return "sku";
    case json::EventSlot::node: return "node";
    case json::EventSlot::quantity: return "quantity";
    case json::EventSlot::line: return "line";
    case json::EventSlot::reason: return "reason";
    case json::EventSlot::amount: return "amount";
    case json::EventSlot::time: return "time";
    case json::EventSlot::flags: return "flags";
  }
  return "";
}

std::set<std::string> types_of(json::EventSlot slot) {
  switch (slot) {
    case json::EventSlot::order_key: return {"Key"};
    case json::EventSlot::lot: return {"ulong"};
    case json::EventSlot::sku: return {"SkuId"};
    case json::EventSlot::node: return {"NodeId"};
    case json::EventSlot::quantity: return {"uint"};
    case json::EventSlot::line: return {"ushort"};
    case json::EventSlot::reason: return {"Reason"};
    case json::EventSlot::amount: return {"long", "ulong", "ubyte"};
    case json::EventSlot::time: return {"long"};
    case json::EventSlot::flags: return {"EventFlags"};
  }
  return {};
}

TEST(Schema, EventsHaveTheNumbersAndFieldsThatArePrinted) {
  const Enum& body = current().enums.at("EventBody");
  ASSERT_EQ(body.values.size(), json::event_shapes().size());
  for (std::size_t i = 0; i < body.values.size(); ++i) {
    const json::EventShape& shape = json::event_shapes()[i];
    const EnumValue& value = body.values[i];
    EXPECT_EQ(value.name, shape.name);
    EXPECT_EQ(value.number, static_cast<std::int64_t>(shape.type)) << shape.name;
    const Table& table = current().tables.at(value.table);
    ASSERT_EQ(table.fields.size(), shape.fields.size()) << shape.name;
    for (std::size_t j = 0; j < shape.fields.size(); ++j) {
      const Field& field = table.fields[j];
      const std::string where = std::string(shape.name) + '.' + field.name;
      EXPECT_EQ(field.name, shape.fields[j].name) << where;
      EXPECT_EQ(field.attributes.at("slot"), slot_name(shape.fields[j].slot)) << where;
      EXPECT_TRUE(types_of(shape.fields[j].slot).contains(field.type)) << where << field.type;
      const auto unit = field.attributes.find("unit");
      const std::string written = unit == field.attributes.end() ? "" : unit->second;
      EXPECT_EQ(shape.fields[j].form == json::EventForm::money, written == "minor units") << where;
      EXPECT_EQ(shape.fields[j].form == json::EventForm::time, written == "ns since 1970") << where;
    }
  }
}

TEST(Schema, FlagsHaveTheMasksOfTheCode) {
  const Enum& flags = current().enums.at("EventFlags");
  ASSERT_EQ(flags.values.size(), 3U);
  EXPECT_EQ(flags.values[0].name, "bounded");
  EXPECT_EQ(flags.values[0].number, Event::flag_bounded);
  EXPECT_EQ(flags.values[1].name, "several_lots");
  EXPECT_EQ(flags.values[1].number, Event::flag_several_lots);
  EXPECT_EQ(flags.values[2].name, "waited");
  EXPECT_EQ(flags.values[2].number, Event::flag_waited);
}

// What flatc --conform does not see: nothing that was ever stored may vanish, move or be renamed.
TEST(Schema, NothingThatWasStoredIsGone) {
  const Schema stored = read_schema(ALLOT_SCHEMA_STORED);
  for (const auto& [name, old_enum] : stored.enums) {
    ASSERT_TRUE(current().enums.contains(name)) << name;
    const Enum& now = current().enums.at(name);
    for (const EnumValue& old_value : old_enum.values) {
      const auto value = std::ranges::find(now.values, old_value.name, &EnumValue::name);
      ASSERT_NE(value, now.values.end()) << name << '.' << old_value.name;
      EXPECT_EQ(value->number, old_value.number) << name << '.' << old_value.name;
      EXPECT_EQ(value->table, old_value.table) << name << '.' << old_value.name;
    }
  }
  for (const auto& [name, old_table] : stored.tables) {
    ASSERT_TRUE(current().tables.contains(name)) << name;
    const Table& now = current().tables.at(name);
    ASSERT_GE(now.fields.size(), old_table.fields.size()) << name;
    if (old_table.is_struct) {
      EXPECT_EQ(now.fields.size(), old_table.fields.size()) << name;
    }
    for (std::size_t i = 0; i < old_table.fields.size(); ++i) {
      EXPECT_EQ(now.fields[i].name, old_table.fields[i].name) << name;
      EXPECT_EQ(now.fields[i].type, old_table.fields[i].type) << name;
      EXPECT_EQ(now.fields[i].standard, old_table.fields[i].standard) << name;
    }
  }
}

}  // namespace
}  // namespace allot::schema
