// Every enum that hosts meet has a name for each of its values, and what says why something went
// wrong says what to do.
#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <variant>

#include "allot/driver/settings.hpp"
#include "allot/journal/durability.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/order_state.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/status.hpp"

namespace allot {
namespace {

// Returns: how many numbers have a name. Each name stands for one number.
template <class E>
std::size_t named() {
  std::set<std::string_view> names;
  for (unsigned number = 0; number < 256; ++number) {
    const std::string_view of = name(static_cast<E>(number));
    if (!of.empty()) {
      EXPECT_TRUE(names.insert(of).second) << of;
    }
  }
  return names.size();
}

TEST(Names, OfChoicesAreThereForEachValue) {
  EXPECT_EQ(named<TimeSource>(), 2U);
  EXPECT_EQ(named<SourcingPolicy>(), 3U);
  EXPECT_EQ(named<ReviewOutcome>(), 2U);
  EXPECT_EQ(named<ListKind>(), 2U);
  EXPECT_EQ(named<TokenKind>(), 6U);
  EXPECT_EQ(named<CapMeasure>(), 2U);
  EXPECT_EQ(named<Shortage>(), 4U);
  EXPECT_EQ(named<RulesMode>(), 3U);
  EXPECT_EQ(named<RulePhase>(), 5U);
  EXPECT_EQ(named<HitOutcome>(), 6U);
  EXPECT_EQ(named<RuleError>(), 16U);
  EXPECT_EQ(named<IdKind>(), 8U);
  EXPECT_EQ(named<OrderStatus>(), 6U);
  EXPECT_EQ(named<Payment>(), 6U);
  EXPECT_EQ(named<Review>(), 2U);
  EXPECT_EQ(named<Durability>(), 3U);
  EXPECT_EQ(named<SlowConsumer>(), 2U);
  EXPECT_EQ(named<Threading>(), 2U);
  EXPECT_EQ(named<DamagedEnd>(), 2U);
  EXPECT_EQ(named<ConsumeFrom>(), 2U);
  EXPECT_EQ(named<Advice>(), 4U);
  EXPECT_EQ(name(Review::in_review), "in_review");
}

TEST(Names, OfMessagesAreThoseOfJson) {
  EXPECT_EQ(name(CommandType::place), "place");
  EXPECT_EQ(name(EventType::line_held), "line_held");
  EXPECT_EQ(named<CommandType>(), std::variant_size_v<Command>);
  EXPECT_GT(named<EventType>(), 30U);
}

template <class Texts, class ValueOf>
void expect_whole(const Texts& texts, ValueOf value_of) {
  for (const auto& entry : texts) {
    const auto value = value_of(entry);
    EXPECT_EQ(name(value), entry.name);
    EXPECT_EQ(advice(value), entry.advice) << entry.name;
    EXPECT_FALSE(name(entry.advice).empty()) << entry.name;
    EXPECT_FALSE(entry.text.empty()) << entry.name;
    EXPECT_FALSE(to_do(value).empty()) << entry.name;
  }
}

TEST(Names, ReasonsAndStatusesSayWhatToDo) {
  expect_whole(reason_texts, [](const ReasonText& entry) { return entry.reason; });
  expect_whole(status_texts, [](const StatusText& entry) { return entry.status; });
  EXPECT_EQ(advice(Reason::busy), Advice::retry);
  EXPECT_EQ(name(static_cast<Reason>(1)), "");
  EXPECT_EQ(name(static_cast<StatusCode>(99)), "");
  EXPECT_EQ(name(StatusCode::io_error), "io_error");
}

}  // namespace
}  // namespace allot
