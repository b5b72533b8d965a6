// Events and answers as JSON lines: which fields each type prints, with codes beside ids.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>

#include "allot/messages/command_type.hpp"
#include "json/encode.hpp"
#include "json/small_catalogue.hpp"

namespace allot::json {
namespace {

std::string text(const Event& event) { return line_text(encode(event, SmallCatalogue{})); }

Event base(EventType type) {
  Event event;
  event.sequence = 5;
  event.ordinal = 2;
  event.type = type;
  event.order_key = {1001, 0};
  return event;
}

TEST(EventLine, PlacedHasParcelsCostAndPayBy) {
  Event event = base(EventType::placed);
  event.line = 2;
  event.quantity = 1;
  event.amount = 450;
  event.time = 9'007'199'254'740'993;
  EXPECT_EQ(
      text(event),
      R"({"sequence":"5","ordinal":2,"event":"placed","order_key":"1001","lines":2,"parcels":1,)"
      R"("cost":"450","pay_by":"1970-04-15T05:59:59.254740993Z","pay_by_ns":"9007199254740993"})");
  event.flags = EventFlags::bounded;
  event.time = 0;
  event.epoch = 3;
  EXPECT_EQ(
      text(event),
      R"({"sequence":"5","ordinal":2,"epoch":3,"event":"placed","order_key":"1001","lines":2,)"
      R"("parcels":1,"cost":"450","flags":["bounded"]})");
}

TEST(EventLine, LinesNameSkuAndNodeByCodeAndId) {
  Event event = base(EventType::line_held);
  event.sku = 1;
  event.node = 2;
  event.quantity = 6;
  event.amount = -1;  // a lot code of 2^64-1
  event.flags = EventFlags::several_lots | EventFlags::waited;
  EXPECT_EQ(text(event),
            R"({"sequence":"5","ordinal":2,"event":"line_held","order_key":"1001","line":0,)"
            R"("sku":"85123A","sku_id":1,"node":"LEEDS","node_id":2,"quantity":6,)"
            R"("lot":"18446744073709551615","flags":["several_lots","waited"]})");
  event.sku = 77;  // no code
  event.type = EventType::line_short;
  EXPECT_EQ(text(event),
            R"({"sequence":"5","ordinal":2,"event":"line_short","order_key":"1001","line":0,)"
            R"("sku_id":77,"quantity":6})");
}

TEST(EventLine, RefusedNamesCommandReasonAndOnlyThenALine) {
  Event event = base(EventType::refused);
  event.amount = static_cast<std::int64_t>(CommandType::place);
  event.reason = Reason::velocity_exceeded;
  EXPECT_EQ(text(event),
            R"({"sequence":"5","ordinal":2,"event":"refused","order_key":"1001","command":"place",)"
            R"("reason":"velocity_exceeded","reason_number":2004})");
  event.reason = Reason::stock_insufficient;
  event.sku = 2;
  EXPECT_EQ(text(event),
            R"({"sequence":"5","ordinal":2,"event":"refused","order_key":"1001","command":"place",)"
            R"("reason":"stock_insufficient","reason_number":3001,"line":0,"sku":"22423",)"
            R"("sku_id":2})");
}

TEST(EventLine, DefinedResolvesTheIdOfItsOwnCatalogue) {
  Event event;
  event.sequence = 2;
  event.type = EventType::defined;
  event.quantity = 1;
  event.amount = static_cast<std::int64_t>(CommandType::node);
  EXPECT_EQ(text(event), R"({"sequence":"2","ordinal":0,"event":"defined","command":"node","id":1,)"
                         R"("code":"LON"})");
  event.quantity = 0;
  event.amount = static_cast<std::int64_t>(CommandType::lane);
  EXPECT_EQ(text(event), R"({"sequence":"2","ordinal":0,"event":"defined","command":"lane"})");
}

TEST(EventLine, OnRequestIntegersAreBare) {
  Event event = base(EventType::paid);
  event.quantity = 2;
  event.amount = 9'007'199'254'740'993;
  event.time = 1'794'355'200'500'000'000;
  EXPECT_EQ(text(event),
            R"({"sequence":"5","ordinal":2,"event":"paid","order_key":"1001",)"
            R"("value":"9007199254740993","version":2,"paid_at":"2026-11-11T00:00:00.500Z",)"
            R"("paid_at_ns":"1794355200500000000"})");
  EXPECT_EQ(line_text(encode(event, SmallCatalogue{}, {.integers = IntegerForm::bare})),
            R"({"sequence":5,"ordinal":2,"event":"paid","order_key":1001,)"
            R"("value":9007199254740993,"version":2,"paid_at":"2026-11-11T00:00:00.500Z",)"
            R"("paid_at_ns":1794355200500000000})");
}

// A time that was sequenced although no text says it is told in nanoseconds alone.
TEST(EventLine, TimesThatNoTextSaysAreNanoseconds) {
  Event event = base(EventType::ticked);
  event.time = -1;
  EXPECT_EQ(text(event), R"({"sequence":"5","ordinal":2,"event":"ticked","time_ns":"-1"})");
}

// What counts stays a number, however wide the member that carries it.
TEST(EventLine, UnitsAreNumbers) {
  Event event = base(EventType::stock_adjusted);
  event.sku = 1;
  event.node = 2;
  event.quantity = 3;
  event.amount = -4;
  EXPECT_EQ(text(event),
            R"({"sequence":"5","ordinal":2,"event":"stock_adjusted","sku":"85123A","sku_id":1,)"
            R"("node":"LEEDS","node_id":2,"lot":"1001","available":3,"delta":-4})");
}

TEST(EventLine, LongKeysAreHex) {
  Event event = base(EventType::allocated);
  event.order_key = {1, 2};
  EXPECT_EQ(text(event), R"({"sequence":"5","ordinal":2,"event":"allocated",)"
                         R"("order_key":"hex:00000000000000020000000000000001"})");
}

TEST(EventLine, OnRequestAllKeysAreHex) {
  EXPECT_EQ(line_text(encode(base(EventType::allocated), SmallCatalogue{}, {.keys = KeyForm::hex})),
            R"({"sequence":"5","ordinal":2,"event":"allocated",)"
            R"("order_key":"hex:000000000000000000000000000003e9"})");
  const Answer answer{{7, 0}, 12, 0, Reason::ok, false};
  EXPECT_EQ(line_text(encode(answer, {.keys = KeyForm::hex})),
            R"({"answer":"ok","reason_number":0,"sequence":"12",)"
            R"("command_key":"hex:00000000000000000000000000000007"})");
  Cancel cancel;
  cancel.order_key.low = 255;
  EXPECT_EQ(line_text(encode(Command{cancel}, SmallCatalogue{}, {.keys = KeyForm::hex})),
            R"({"cancel":{"order_key":"hex:000000000000000000000000000000ff"}})");
}

// Each field of each type, one at a time, so that two that shared a member would be seen.
TEST(EventLine, EveryTypePrintsEveryFieldUnderANameOfItsOwn) {
  std::set<std::string_view> names;
  const auto one = [&]<class E>(std::type_identity<E>) {
    EXPECT_TRUE(names.insert(event_name(E::type)).second);
    std::set<std::string> texts{text(event_of(E{}))};
    E said;
    E::fields(said, [&](const EventField& field, auto& value) {
      if constexpr (requires { value.low; }) value.low = 7;
      if constexpr (requires { value.value; }) value.value = 1;
      if constexpr (requires { value.bits; }) value.bits = EventFlags::waited;
      if constexpr (std::is_integral_v<std::decay_t<decltype(value)>>) value = 1;
      if constexpr (std::is_enum_v<std::decay_t<decltype(value)>>) {
        value = static_cast<std::decay_t<decltype(value)>>(2);
      }
      EXPECT_TRUE(texts.insert(text(event_of(said))).second) << event_name(E::type) << field.name;
    });
    EXPECT_EQ(event_of(said).template as<E>(), said) << event_name(E::type);
  };
  [&]<class... E>(std::type_identity<std::tuple<E...>>) {
    (one(std::type_identity<E>{}), ...);
  }(std::type_identity<events::All>{});
  EXPECT_EQ(text(base(static_cast<EventType>(200))), R"({"sequence":"5","ordinal":2,"event":200})");
}

TEST(AnswerLine, SaysReasonSequenceAndTheFirstSequenceOfADuplicate) {
  Answer answer{{7, 0}, 12, 0, Reason::ok, false};
  EXPECT_EQ(line_text(encode(answer)),
            R"({"answer":"ok","reason_number":0,"sequence":"12","command_key":"7"})");
  answer = {{7, 0}, 13, 12, Reason::order_exists, true};
  EXPECT_EQ(line_text(encode(answer)),
            R"({"answer":"order_exists","reason_number":1204,"sequence":"13","command_key":"7",)"
            R"("first_sequence":"12"})");
}

}  // namespace
}  // namespace allot::json
