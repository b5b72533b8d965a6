// What was stored is frozen: names, numbers, types and defaults. And what the description refuses.
//
// Code is made from the description (generated_is_current); only what was written by older versions
// can still differ from it. tests/schema/stored only ever grows.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "generator/description.hpp"
#include "generator/schema_reader.hpp"

namespace allot::schema {
namespace {

const Schema& current() {
  static const Schema schema = read_schema(ALLOT_SCHEMA_BFBS);
  return schema;
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

// Records of the stored commands lie in logs: a field that is new in one of them has to be an added
// one, and one that was there has to stay what it was.
TEST(Schema, AFieldThatAStoredCommandGainsIsMarkedAsAdded) {
  const Schema stored = read_schema(ALLOT_SCHEMA_STORED);
  std::vector<std::string> tables{"OrderLine"};
  for (const EnumValue& command : stored.enums.at("CommandBody").values) {
    tables.push_back(command.table);
  }
  for (const std::string& name : tables) {
    const Table& old_table = stored.tables.at(name);
    const Table& now = current().tables.at(name);
    for (std::size_t i = 0; i < now.fields.size(); ++i) {
      const auto number = [i](const Table& table) {
        const auto added = table.fields[i].attributes.find("added");
        return added == table.fields[i].attributes.end() ? std::string() : added->second;
      };
      if (i < old_table.fields.size()) {
        EXPECT_EQ(number(now), number(old_table)) << name << '.' << now.fields[i].name;
      } else {
        EXPECT_NE(number(now), "") << name << '.' << now.fields[i].name;
      }
    }
  }
}

using Edit = std::function<void(Schema&)>;

std::string refusal(const Edit& edit) {
  Schema schema = current();
  edit(schema);
  try {
    static_cast<void>(describe(schema));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "accepted";
}

Field& field(Schema& schema, const std::string& table, const std::string& name) {
  return *std::ranges::find(schema.tables.at(table).fields, name, &Field::name);
}

TEST(Description, TakesWhatIsThere) {
  EXPECT_EQ(refusal([](Schema&) {}), "accepted");
}

TEST(Description, RefusesWhatContradictsItself) {
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Receive", "lot").comment.clear(); }),
            "Receive.lot: says nothing");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Receive", "lot").attributes["kind"] = "tokn"; }),
            "Receive.lot: no such kind");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Receive", "lot").type = "float"; }),
            "Receive.lot: no writer knows the type float");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Receive", "command_key").name = "key"; }),
            "Receive.key: say the kind of this key");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "DefineLane", "transit_ns").type = "uint"; }),
            "DefineLane.transit_ns: times, durations and money are long");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Paid", "value").attributes["slot"] = "price"; }),
            "Paid.value: says no slot of an event");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Paid", "value").attributes["slot"] = "quantity"; }),
            "Paid.value: does not fit its slot");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Paid", "value").attributes["slot"] = "time"; }),
            "Paid.paid_at: its slot is taken");
  EXPECT_EQ(refusal([](Schema& s) { field(s, "Paid", "reason").attributes["presence"] = "often"; }),
            "Paid.reason: no such presence");
  EXPECT_EQ(refusal([](Schema& s) { s.enums.at("Reason").values[3].comment = "no advice"; }),
            "Reason.poisoned: begins with none:, permanent:, retry: or fix:");
  EXPECT_EQ(refusal([](Schema& s) { s.enums.at("Reason").values[3].comment = "fix: it is bad"; }),
            "Reason.poisoned: does not say what to do");
  EXPECT_EQ(refusal([](Schema& s) { s.enums.at("StatusCode").values[3].comment = "fix: bad"; }),
            "StatusCode.corrupt: does not say what to do");
  EXPECT_EQ(refusal([](Schema& s) { s.enums.at("Payment").values[1].comment.clear(); }),
            "Payment.pending: says nothing");
  EXPECT_EQ(refusal([](Schema& s) { s.enums.at("Shortage").values[3].number = 4; }),
            "Shortage.backorder: choices are numbered from 0 without a gap");
}

TEST(Description, ListsAreOfLinesOrIdsAndBounded) {
  const auto skus = [](Schema& s) -> Field& { return field(s, "DefineSkuSet", "skus"); };
  EXPECT_EQ(refusal([&](Schema& s) { skus(s).type = "[NodeId]"; }), "accepted");
  EXPECT_EQ(refusal([&](Schema& s) { skus(s).type = "[uint]"; }),
            "DefineSkuSet.skus: no writer knows the type [uint]");
  EXPECT_EQ(refusal([&](Schema& s) { skus(s).attributes.erase("at_most"); }),
            "DefineSkuSet.skus: lists, and they alone, say which limit bounds them: at_most");
  EXPECT_EQ(refusal([&](Schema& s) { skus(s).attributes["at_most"] = "sets_max"; }),
            "sku_set.skus: no limit is called sets_max");
  EXPECT_EQ(refusal([&](Schema& s) { skus(s).attributes["added"] = "1"; }),
            "DefineSkuSet.skus: a list belongs to the first format");
  EXPECT_EQ(refusal([&](Schema& s) {
              s.tables.at("Paid").fields[1] = skus(s);
              s.tables.at("Paid").fields[1].attributes["slot"] = "amount";
            }),
            "Paid.skus: no event has room for a list");
}

TEST(Description, NoCommandHasAReservedNumber) {
  const auto group = [](Schema& s) -> EnumValue& { return s.enums.at("CommandGroup").values[1]; };
  EXPECT_EQ(refusal([&](Schema& s) { group(s).comment = "34 kit"; }),
            "sku_set: its number is reserved");
  EXPECT_EQ(refusal([&](Schema& s) { group(s).comment = "27 kit, 34 listing"; }),
            "sku_set: its number is reserved");
  EXPECT_EQ(refusal([&](Schema& s) { group(s).comment = "27 kit, 134 listing"; }), "accepted");
}

TEST(Description, AddedFieldsHaveDefaultsAndRisingNumbers) {
  const auto add = [](Schema& s, const std::string& name, const std::string& number) -> Field& {
    Field& lot = field(s, "Receive", name);
    lot.attributes["added"] = number;
    return lot;
  };
  EXPECT_EQ(refusal([&](Schema& s) { add(s, "expires_at", "1"); }), "accepted");
  EXPECT_EQ(refusal([&](Schema& s) { add(s, "expires_at", "1").attributes["needed"]; }),
            "Receive.expires_at: old records lack it, so it needs a default");
  EXPECT_EQ(refusal([&](Schema& s) { add(s, "expires_at", "128"); }),
            "Receive.expires_at: added is 1 to 127");
  EXPECT_EQ(refusal([&](Schema& s) { add(s, "expires_at", "0"); }),
            "Receive.expires_at: added is 1 to 127");
  EXPECT_EQ(refusal([&](Schema& s) {
              add(s, "lot", "2");
              add(s, "expires_at", "1");
            }),
            "Receive.expires_at: numbers of added fields rise");
}

TEST(Description, RangesAreWrittenAsPeopleWriteThem) {
  const Description description = describe(current());
  const auto range = [&](const std::string& command, std::string_view name) {
    return range_text(
        *std::ranges::find(description.command(command).fields, name, &MessageField::name));
  };
  EXPECT_EQ(range("start", "skus_max"), "1 to 50,000,000");
  EXPECT_EQ(range("receive", "quantity"), "1 to 2^31-1");
  EXPECT_EQ(range("lane", "transit_ns"), "0 to 10^18");
  EXPECT_EQ(range("adjust", "delta"), "from -2^31+1, not 0");
  EXPECT_EQ(range("sku", "list_price"), "from 0");
  EXPECT_EQ(range("node", "priority"), "");
}

}  // namespace
}  // namespace allot::schema
