// Lines that are commands, and lines that are not, with the exact message for each.
#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "allot/types/order_key.hpp"
#include "json/base64.hpp"
#include "json/decode_command.hpp"
#include "json/small_catalogue.hpp"
#include "types/name_token.hpp"

namespace allot::json {
namespace {

class Decode : public ::testing::Test {
 protected:
  template <class C>
  C read(std::string_view line) {
    const auto decoded = decoder_.decode(line, {"orders.jsonl", 3});
    if (!decoded.ok()) {
      ADD_FAILURE() << decoded.status().message();
      return {};
    }
    time_ = decoded.value().time;
    has_command_key_ = decoded.value().has_command_key;
    return std::get<C>(decoded.value().command);
  }

  SmallCatalogue names_;
  CommandDecoder decoder_{names_};
  std::optional<TimeNs> time_;
  bool has_command_key_{};
};

TEST_F(Decode, ReadsAPlaceWithCodesTimeAndDefaults) {
  const auto place = read<Place>(
      R"({"place":{"command_key":7,"order_key":1001,"channel":"web","zone":"GB","customer":42,)"
      R"("lines":[{"sku":"85123A","quantity":6,"price":255},)"
      R"({"sku":2,"quantity":1,"price":1275,"shortage":"backorder"}]},)"
      R"("time":"2010-12-01T08:26:00Z"})");
  EXPECT_EQ(place.command_key, (CommandKey{7, 0}));
  EXPECT_EQ(place.order_key, (OrderKey{1001, 0}));
  EXPECT_EQ(place.channel, ChannelId{1});
  EXPECT_EQ(place.zone, ZoneId{1});
  EXPECT_EQ(place.tokens.customer, 42U);
  EXPECT_EQ(place.priority, 128);
  EXPECT_EQ(place.max_splits, 255);
  ASSERT_EQ(place.lines.size(), 2U);
  EXPECT_EQ(place.lines[0], (OrderLine{SkuId{1}, 6, 255, Shortage::by_order}));
  EXPECT_EQ(place.lines[1], (OrderLine{SkuId{2}, 1, 1275, Shortage::backorder}));
  EXPECT_EQ(time_, 1'291'191'960'000'000'000);
  EXPECT_TRUE(has_command_key_);
}

TEST_F(Decode, ReadsAnOrderThatIsNamedByItsNumber) {
  const auto place = read<Place>(
      R"({"place":{"order_number":"114-1234567-1234567","channel":"web","zone":"GB","lines":[]}})");
  EXPECT_EQ(place.order_number.text(), "114-1234567-1234567");
  EXPECT_FALSE(place.order_key.present());
  EXPECT_EQ(read<Import>(R"({"import":{"order_number":"007","channel":1,"zone":1,"lines":[]}})")
                .order_number.text(),
            "007");
  // Left to the engine, which refuses it as it does from any host.
  const auto both = read<Place>(
      R"({"place":{"order_number":"A","order_key":1,"channel":1,"zone":1,"lines":[]}})");
  EXPECT_TRUE(both.order_number.present() && both.order_key.present());
}

TEST_F(Decode, ReadsAttributesByNameOrToken) {
  const auto place =
      read<Place>(R"({"place":{"order_key":1,"channel":1,"zone":1,"lines":[],)"
                  R"("attributes":[{"name":"account_age","value":-5},{"name":7,"value":1}]}})");
  ASSERT_EQ(place.attributes.size(), 2U);
  EXPECT_EQ(place.attributes[0], (OrderAttribute{name_token("account_age"), -5}));
  EXPECT_EQ(place.attributes[1], (OrderAttribute{7, 1}));
}

TEST_F(Decode, ReadsBytesAsBase64) {
  const auto load = read<LoadRules>(R"({"load_rules":{"body":"AAH/gA=="}})");
  EXPECT_EQ(std::vector<std::uint8_t>(load.body.begin(), load.body.end()),
            (std::vector<std::uint8_t>{0, 1, 255, 128}));
  EXPECT_EQ(load.parts, 1U);
  for (const std::string_view wrong : {"AAH/gA=", "AAH/gB==", "A===", "AA=A", "AA A"}) {
    EXPECT_FALSE(json::base64_bytes(wrong).has_value()) << wrong;
  }
  EXPECT_EQ(json::base64_text(*json::base64_bytes("")), "");
  EXPECT_EQ(json::base64_text(*json::base64_bytes("AAE=")), "AAE=");
}

TEST_F(Decode, MakesTheKeysOfTwoOrdersFromChannelAndNumbers) {
  const OrderKey stays = order_key_of("web", "007");
  const OrderKey goes = order_key_of("web", "008");
  const auto both = read<Merge>(
      R"({"merge":{"order_number":"007","other_number":"008","channel":"web","version":3}})");
  EXPECT_EQ(both.order_key, stays);
  EXPECT_EQ(both.other_key, goes);
  EXPECT_EQ(both.version, 3U);
  const auto other = read<Merge>(R"({"merge":{"other_number":"008","channel":1,"order_key":17}})");
  EXPECT_EQ(other.order_key, (OrderKey{17, 0}));
  EXPECT_EQ(other.other_key, goes);
  const auto first =
      read<Merge>(R"({"merge":{"channel":"web","other_key":18,"order_number":"007"}})");
  EXPECT_EQ(first.order_key, stays);
  EXPECT_EQ(first.other_key, (OrderKey{18, 0}));
}

TEST_F(Decode, MakesTheKeyOfAKnownOrderFromChannelAndNumber) {
  const OrderKey key = order_key_of("web", "007");
  EXPECT_EQ(read<Cancel>(R"({"cancel":{"order_number":"007","channel":"web"}})").order_key, key);
  const auto paid = read<ConfirmPayment>(
      R"({"confirm_payment":{"channel":1,"order_number":"007","command_key":9,"paid_at":5}})");
  EXPECT_EQ(paid.order_key, key);
  EXPECT_EQ(paid.command_key, (CommandKey{9, 0}));
  EXPECT_EQ(paid.paid_at, 5);
  EXPECT_EQ(
      read<PaymentPending>(R"({"payment_pending":{"order_number":"007","channel":1}})").order_key,
      key);
  EXPECT_EQ(read<FailPayment>(R"({"fail_payment":{"order_number":"007","channel":1}})").order_key,
            key);
  EXPECT_EQ(read<ReviewDecision>(R"({"review_decision":{"order_number":"007","channel":"web",)"
                                 R"("version":1,"outcome":"approve"}})")
                .order_key,
            key);
}

TEST_F(Decode, KeepsAll64BitsAndBothHalvesOfKeys) {
  const auto skip =
      read<Skip>(R"({"skip":{"skipped":18446744073709551615,"hash":9007199254740993}})");
  EXPECT_EQ(skip.skipped, std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(skip.hash, 9'007'199'254'740'993U);
  const auto cancel =
      read<Cancel>(R"({"cancel":{"order_key":"hex:0123456789abcdefFEDCBA9876543210"}})");
  EXPECT_EQ(cancel.order_key, (OrderKey{0xFEDCBA9876543210U, 0x0123456789ABCDEFU}));
  EXPECT_FALSE(has_command_key_);
  const auto short_key = read<Cancel>(R"({"cancel":{"order_key":"hex:00000000000000ff"}})");
  EXPECT_EQ(short_key.order_key, (OrderKey{255, 0}));
  const auto decimal = read<Cancel>(R"({"cancel":{"order_key":"18446744073709551616"}})");
  EXPECT_EQ(decimal.order_key, (OrderKey{0, 1}));
  const auto token =
      read<SetList>(R"({"list":{"list":"block","kind":"card","token":"18446744073709551615"}})");
  EXPECT_EQ(token.token, std::numeric_limits<std::uint64_t>::max());
  const auto adjust = read<Adjust>(R"({"adjust":{"sku":1,"node":1,"delta":-2147483648}})");
  EXPECT_EQ(adjust.delta, std::numeric_limits<std::int32_t>::min());
}

TEST_F(Decode, ReadsTimesAndDurationsInBothForms) {
  EXPECT_EQ(read<DefineChannel>(
                R"({"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":86400000000000}})")
                .hold_ttl_ns,
            900'000'000'000);
  EXPECT_EQ(read<ConfirmPayment>(
                R"({"confirm_payment":{"order_key":1,"paid_at":"1970-01-01T00:00:01.5Z"}})")
                .paid_at,
            1'500'000'000);
  EXPECT_EQ(read<ConfirmPayment>(R"({"confirm_payment":{"order_key":1,"paid_at":-5}})").paid_at,
            -5);
  (void)read<Tick>(R"({"tick":{},"time":12})");
  EXPECT_EQ(time_, 12);
  (void)read<Advance>(R"({"advance":{}})");
  EXPECT_EQ(time_, std::nullopt);
}

TEST_F(Decode, LinesOfTheNextOrderReplaceThoseOfTheLast) {
  (void)read<Import>(R"({"import":{"order_key":1,"channel":1,"zone":1,"lines":[]}})");
  const auto import = read<Import>(
      R"({"import":{"order_key":1,"channel":1,"zone":1,"lines":[{"sku":1,"quantity":4294967295,)"
      R"("price":-9223372036854775808}]}})");
  ASSERT_EQ(import.lines.size(), 1U);
  EXPECT_EQ(import.lines[0].quantity, 4'294'967'295U);
  EXPECT_EQ(import.lines[0].price, std::numeric_limits<std::int64_t>::min());
}

TEST_F(Decode, ASaleMayNameWhatTheCatalogueDoesNotHave) {
  const auto decoded = decoder_.decode(
      R"({"import":{"order_key":1,"channel":1,"zone":1,"lines":[)"
      R"({"sku":"NOPE","quantity":1,"price":5},{"sku":"85123A","quantity":1,"price":5},)"
      R"({"sku":"NOPE","quantity":2,"price":5}]}})",
      {"orders.jsonl", 3});
  ASSERT_TRUE(decoded.ok()) << decoded.status().message();
  ASSERT_EQ(decoded.value().unknown_skus.size(), 1U) << "each once";
  EXPECT_EQ(decoded.value().unknown_skus[0].text(), "NOPE");
  const auto plain = decoder_.decode(
      R"({"import":{"order_key":1,"channel":1,"zone":1,"lines":[{"sku":1,"quantity":1,"price":5}]}})",
      {"orders.jsonl", 4});
  ASSERT_TRUE(plain.ok());
  EXPECT_TRUE(plain.value().unknown_skus.empty());
}

TEST_F(Decode, ReadsAListOfExceptionsByTheirNumbers) {
  const auto assign =
      read<AssignExceptions>(R"({"assign_exceptions":{"exceptions":[3,1],"owner":42}})");
  ASSERT_EQ(assign.exceptions.size(), 2U);
  EXPECT_EQ(assign.exceptions[0], ExceptionId{3});
  const auto named =
      decoder_.decode(R"({"assign_exceptions":{"exceptions":["X"]}})", {"orders.jsonl", 3});
  EXPECT_EQ(named.status().message(),
            "orders.jsonl:3: field \"exceptions[0]\": \"X\" is no number of an exception; give an "
            "integer");
}

TEST_F(Decode, ReadsAListOfCodesAndIds) {
  const auto set = read<DefineSkuSet>(R"({"sku_set":{"code":"gifts","skus":["22423",1,7]}})");
  ASSERT_EQ(set.skus.size(), 3U);
  EXPECT_EQ(set.skus[0], SkuId{2});
  EXPECT_EQ(set.skus[1], SkuId{1});
  EXPECT_EQ(set.skus[2], SkuId{7});
  EXPECT_TRUE(read<DefineSkuSet>(R"({"sku_set":{"code":"none","skus":[]}})").skus.empty());
}

struct BadLine {
  std::string_view line;
  std::string message;  // after "orders.jsonl:3: "
};

std::string command_names() {
  return []<class First, class... Rest>(std::type_identity<std::variant<First, Rest...>>) {
    return (std::string(First::name) + ... + (", " + std::string(Rest::name)));
  }(std::type_identity<Command>{});
}

std::string line_fields() {
  std::string names;
  const OrderLine sample;
  OrderLine::fields(sample, [&names](const Field& field, const auto&) {
    names += (names.empty() ? "" : ", ") + std::string(field.name);
  });
  return names;
}

class Refuse : public ::testing::TestWithParam<BadLine> {};

TEST_P(Refuse, SaysWhereAndWhatToDo) {
  const SmallCatalogue names;
  CommandDecoder decoder(names);
  const auto decoded = decoder.decode(GetParam().line, {"orders.jsonl", 3});
  ASSERT_FALSE(decoded.ok()) << GetParam().line;
  EXPECT_EQ(decoded.status().code(), StatusCode::invalid_argument);
  EXPECT_EQ(decoded.status().message(), "orders.jsonl:3: " + GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Refuse,
    ::testing::Values(
        BadLine{"", "not JSON at byte 1; a line holds one JSON object"},
        BadLine{R"({"tick":{})", "not JSON at byte 11; a line holds one JSON object"},
        BadLine{R"({"tick":{}} {})", "not JSON at byte 13; a line holds one JSON object"},
        BadLine{"{\"tick\":{\"force\":\"\xFF\"}}",
                "not JSON at byte 19; a line holds one JSON object"},
        BadLine{"[]", "an array; write for example {\"tick\":{}}"},
        BadLine{"7", "an integer; write for example {\"tick\":{}}"},
        BadLine{"{}", "the line names no command; write for example {\"tick\":{}}"},
        BadLine{R"({"time":1})", "the line names no command; write for example {\"tick\":{}}"},
        BadLine{R"([[[[[0]]]]])", "nested deeper than any command is"},
        BadLine{R"({"tick":{},"advance":{}})",
                "field \"advance\": a second command; give it a line of its own"},
        BadLine{R"({"tick":{},"tick":{}})", "field \"tick\": given twice; keep one of them"},
        BadLine{R"({"frobnicate":{}})",
                "field \"frobnicate\": no such command; the commands are " + command_names()},
        BadLine{R"({"ticks":{}})", "field \"ticks\": no such command; did you mean tick?"},
        BadLine{R"({"tick":null})",
                "field \"tick\": null; give an object with the command's fields"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, Refuse,
    ::testing::Values(
        BadLine{R"({"tick":{"forced":true}})",
                "field \"forced\": no such field; did you mean force?"},
        BadLine{R"({"advance":{"x":1}})", "field \"x\": no such field; this command has none"},
        BadLine{R"({"cancel":{"order_key":1,"order_key":2}})",
                "field \"order_key\": given twice; keep one of them"},
        BadLine{R"({"cancel":{"oder_key":1}})",
                "field \"oder_key\": no such field; did you mean order_key?"},
        BadLine{R"({"cancel":{"why":1}})",
                "field \"order_key\": missing; it has no default, so give it, or order_number and "
                "channel"},
        BadLine{R"({"cancel":{}})",
                "field \"order_key\": missing; it has no default, so give it, or order_number and "
                "channel"},
        BadLine{R"({"tick":{"force":1}})", "field \"force\": an integer; give true or false"},
        BadLine{R"({"tick":{},"time":"yesterday"})",
                "field \"time\": \"yesterday\" is no time from 1970 to 2262; give nanoseconds or a "
                "time like \"2026-11-11T00:00:00Z\" or \"2026-11-11T01:00:00+01:00\""},
        BadLine{
            R"({"tick":{},"time":"2026-02-30T00:00:00Z"})",
            "field \"time\": \"2026-02-30T00:00:00Z\" is no time from 1970 to 2262; give "
            "nanoseconds or a time like \"2026-11-11T00:00:00Z\" or \"2026-11-11T01:00:00+01:00\""},
        BadLine{R"({"channel":{"code":"c","hold_ttl_ns":"15 minutes","review_ttl_ns":1}})",
                "field \"hold_ttl_ns\": \"15 minutes\" is no duration; give nanoseconds or whole "
                "numbers with units, like \"15m\" or \"1h30m\" (ns, us, ms, s, m, h, d), or ISO "
                "8601, like \"PT1H30M\""},
        BadLine{R"({"sku":{"code":""}})",
                "field \"code\": \"\" is no code; give 1 to 40 bytes without NUL"},
        BadLine{R"({"sku":{"code":7}})", "field \"code\": an integer; give a code as a string"},
        BadLine{R"({"sku":{"code":"A","list_price":1.5}})",
                "field \"list_price\": a fraction; give an integer from -9223372036854775808 to "
                "9223372036854775807"},
        BadLine{R"({"sku":{"code":"A","list_price":"2.55"}})",
                "field \"list_price\": \"2.55\" is no 64-bit number; give an integer, or its "
                "digits"},
        BadLine{R"({"node":{"code":"A","priority":"1"}})",
                "field \"priority\": a string; give an integer without quotes"},
        BadLine{R"({"tick":{},"time":"1794355200500000000"})",
                "field \"time\": \"1794355200500000000\" is no time from 1970 to 2262; give "
                "nanoseconds or a time like \"2026-11-11T00:00:00Z\" or "
                "\"2026-11-11T01:00:00+01:00\""},
        BadLine{R"({"tick":{},"time":"1970-01-01T00:00:00Z","time_ns":"1"})",
                "field \"time_ns\": another time than \"time\"; keep one of them"},
        BadLine{R"({"tick":{},"time_ns":"1970-01-01T00:00:00Z"})",
                "field \"time_ns\": \"1970-01-01T00:00:00Z\" is no 64-bit number; give an "
                "integer, or its digits"},
        BadLine{R"({"confirm_payment":{"order_key":1}})",
                "field \"paid_at\": missing; it has no default, so give it"},
        BadLine{R"({"channel":{"code":"web"}})",
                "field \"hold_ttl_ns\": missing; it has no default, so give it; so is "
                "review_ttl_ns"},
        BadLine{R"({"lane":{"node":"LON","zone":"GB","transit_ns":0}})",
                "field \"parcel_cost\": missing; it has no default, so give it; so is unit_cost"},
        BadLine{R"({"place":{"channel":"web","zone":"A","lines":[{"price":1}]}})",
                "field \"order_key\": missing; it has no default, so give it, or order_number"},
        BadLine{R"({"confirm_payment":{}})",
                "field \"order_key\": missing; it has no default, so give it, or order_number and "
                "channel; so is paid_at"},
        BadLine{R"({"sku":{"code":"A","list_price":99999999999999999999}})",
                "field \"list_price\": the integer lies outside its range; give "
                "-9223372036854775808 to 9223372036854775807"},
        BadLine{R"({"node":{"code":"A","priority":4294967296}})",
                "field \"priority\": the integer lies outside its range; give 0 to 4294967295"},
        BadLine{R"({"node":{"code":"A","priority":-1}})",
                "field \"priority\": the integer lies outside its range; give 0 to 4294967295"},
        BadLine{R"({"list":{"list":"deny","kind":"card","token":1}})",
                "field \"list\": \"deny\" is not a choice; use block or allow"},
        BadLine{
            R"({"list":{"list":"block","kind":2,"token":1}})",
            "field \"kind\": an integer; use customer, device, card, address, phone or recipient"},
        BadLine{R"({"list":{"list":"block","kind":"card","token":"4111 1"}})",
                "field \"token\": \"4111 1\" is no 64-bit number; give an integer, its digits, or "
                "\"hex:\" and 16 digits"},
        BadLine{
            R"({"list":{"list":"block","kind":"card","token":"18446744073709551616"}})",
            "field \"token\": \"18446744073709551616\" is no 64-bit number; give an integer, its "
            "digits, or \"hex:\" and 16 digits"},
        BadLine{R"({"cancel":{"order_key":"A-17"}})",
                "field \"order_key\": \"A-17\" is no key; give an integer from 0 to 2^64-1, or "
                "a string: decimal digits without zeros in front, or hex: and 16 or 32 hex digits; "
                "give other text as order_number"},
        BadLine{R"({"cancel":{"order_key":-1}})",
                "field \"order_key\": a negative integer; give an integer from 0 to 2^64-1, or "
                "a string: decimal digits without zeros in front, or hex: and 16 or 32 hex digits"},
        BadLine{R"({"receive":{"sku":"NOPE","node":"LON","quantity":1}})",
                "field \"sku\": no sku has the code \"NOPE\"; define it on an earlier line"},
        BadLine{R"({"receive":{"sku":"85123B","node":"LON","quantity":1}})",
                "field \"sku\": no sku has the code \"85123B\" (did you mean \"85123A\"?); define "
                "it on an earlier line"},
        BadLine{
            R"({"receive":{"sku":"22423","node":"leds","quantity":1}})",
            "field \"node\": no node has the code \"leds\" (did you mean \"LEEDS\"?); define it "
            "on an earlier line"},
        BadLine{R"({"list":{"list":"blok","kind":"card","token":1}})",
                "field \"list\": \"blok\" is not a choice (did you mean \"block\"?); use block or "
                "allow"},
        BadLine{R"({"receive":{"sku":true,"node":"LON","quantity":1}})",
                "field \"sku\": true or false; give an integer from 0 to 4294967295"}));

INSTANTIATE_TEST_SUITE_P(
    NamesOfOrders, Refuse,
    ::testing::Values(
        BadLine{R"({"place":{"channel":"web","zone":"GB","lines":[]}})",
                "field \"order_key\": missing; it has no default, so give it, or order_number"},
        BadLine{R"({"import":{"order_number":17,"channel":"web","zone":"GB","lines":[]}})",
                "field \"order_number\": an integer; give an order number as a string"},
        BadLine{R"({"place":{"order_number":"","channel":"web","zone":"GB","lines":[]}})",
                "field \"order_number\": \"\" is no order number; give 1 to 40 bytes without NUL"},
        BadLine{R"({"cancel":{"order_number":"0123456789012345678901234567890123456789x",)"
                R"("channel":"web"}})",
                "field \"order_number\": \"0123456789012345678901234567890123456789x\" is no order "
                "number; give 1 to 40 bytes without NUL"},
        BadLine{R"({"cancel":{"order_number":"A-17"}})",
                "field \"channel\": missing; the same order_number may come in each channel, so "
                "give the channel's code, too"},
        BadLine{
            R"({"cancel":{"order_number":"A-17","channel":"shop"}})",
            "field \"channel\": no channel has the code \"shop\"; define it on an earlier line"},
        BadLine{
            R"({"cancel":{"order_number":"A-17","channel":2}})",
            "field \"channel\": there is no channel 2; give the code of one, or define it on an "
            "earlier line"},
        BadLine{R"({"fail_payment":{"order_number":"A-17","channel":"web","order_key":1}})",
                "field \"order_number\": the order has two names; give order_key, or order_number "
                "and channel"},
        BadLine{R"({"merge":{"other_number":"A-18","channel":"web","order_key":1,"other_key":2}})",
                "field \"other_number\": the order has two names; give other_key, or other_number "
                "and channel"},
        BadLine{R"({"merge":{"other_number":"A-18","order_key":1}})",
                "field \"channel\": missing; the same order_number may come in each channel, so "
                "give the channel's code, too"},
        BadLine{R"({"merge":{"other_number":"","channel":"web","order_key":1}})",
                "field \"other_number\": \"\" is no other number; give 1 to 40 bytes without NUL"},
        BadLine{R"({"merge":{"other_key":2,"channel":"web","order_key":1}})",
                "field \"channel\": goes with order_number; an order_key names the order without "
                "it"},
        BadLine{R"({"merge":{"other_numer":"A-18","channel":"web","order_key":1}})",
                "field \"other_numer\": no such field; did you mean other_number?"},
        BadLine{R"({"cancel":{"other_number":"A-18","channel":"web"}})",
                "field \"other_number\": no such field; did you mean order_number?"},
        BadLine{R"({"payment_pending":{"channel":"web","order_key":1}})",
                "field \"channel\": goes with order_number; an order_key names the order without "
                "it"},
        BadLine{R"({"cancel":{"order_numer":"A-17","channel":"web"}})",
                "field \"order_numer\": no such field; did you mean order_number?"}));

INSTANTIATE_TEST_SUITE_P(
    Lines, Refuse,
    ::testing::Values(
        BadLine{R"({"import":{"order_key":1,"channel":1,"zone":1,"lines":{}}})",
                "field \"lines\": an object; give an array of lines"},
        BadLine{R"({"import":{"order_key":1,"channel":1,"zone":1,"lines":[7]}})",
                "field \"lines[0]\": an integer; give an object with sku, quantity and price"},
        BadLine{R"({"import":{"order_key":1,"channel":1,"zone":1,)"
                R"("lines":[{"sku":1,"quantity":1,"price":1},{"sku":1,"price":1}]}})",
                "field \"lines[1].quantity\": missing; it has no default, so give it"},
        BadLine{R"({"import":{"order_key":1,"channel":1,"zone":1,)"
                R"("lines":[{"sku":1,"quantity":1,"price":1,"gift":true}]}})",
                "field \"lines[0].gift\": no such field; the fields are " + line_fields()},
        BadLine{R"({"sku_set":{"code":"A","skus":"22423"}})",
                "field \"skus\": a string; give an array of skus"},
        BadLine{R"({"sku_set":{"code":"A","skus":["22423","NOPE"]}})",
                "field \"skus[1]\": no sku has the code \"NOPE\"; define it on an earlier line"},
        BadLine{R"({"sku_set":{"code":"A","skus":[1,-1]}})",
                "field \"skus[1]\": the integer lies outside its range; give 0 to 4294967295"}));

}  // namespace
}  // namespace allot::json
