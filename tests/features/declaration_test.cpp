// What can be declared, and what is said of the rest.
#include "features/declaration.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace allot {
namespace {

constexpr TimeNs sec = 1'000'000'000;

FeatureDeclaration card_failures() {
  FeatureDeclaration of;
  of.id = 12;
  of.kind = FeatureKind::count;
  of.feeds = FeatureFeed::payment_failed;
  of.key = FeatureField::card;
  of.window_ns = 600 * sec;
  of.step_ns = 30 * sec;
  of.keys_max = 100;
  return of;
}

FeatureDeclaration device_cards() {
  FeatureDeclaration of = card_failures();
  of.kind = FeatureKind::distinct;
  of.key = FeatureField::device;
  of.distinct = FeatureField::card;
  of.step_ns = 0;
  of.cap = 16;
  return of;
}

TEST(FeatureDeclaration, WhatCanBeIsFine) {
  EXPECT_TRUE(check(card_failures()).ok());
  EXPECT_TRUE(check(device_cards()).ok());
  FeatureDeclaration age = card_failures();
  age.kind = FeatureKind::age_since_first;
  age.step_ns = 0;
  age.may_block = true;
  age.window_ns = feature_window_max_ns;
  EXPECT_TRUE(check(age).ok());
  FeatureDeclaration exact = card_failures();
  exact.step_ns = 0;
  exact.cap = 5;
  exact.may_block = true;
  exact.window_ns = feature_window_min_ns;
  EXPECT_TRUE(check(exact).ok());
  EXPECT_EQ(exact_up_to(exact), 5U);
  EXPECT_EQ(exact_up_to(card_failures()), 0U);
}

TEST(FeatureDeclaration, WhatCannotBeIsRefusedWithWhatToDo) {
  struct Case {
    FeatureDeclaration base;
    std::function<void(FeatureDeclaration&)> change;
    std::string said;
  };
  const std::vector<Case> cases = {
      {card_failures(), [](auto& of) { of.id = 0; }, "has no id"},
      {card_failures(), [](auto& of) { of.kind = static_cast<FeatureKind>(4); }, "of a kind"},
      {card_failures(), [](auto& of) { of.feeds = {}; }, "fed by nothing"},
      {card_failures(), [](auto& of) { of.feeds.bits = 0x200; }, "by an event that there is not"},
      {card_failures(), [](auto& of) { of.key = FeatureField::none; }, "has no key"},
      {card_failures(), [](auto& of) { of.key_second = of.key; }, "the same field twice"},
      {card_failures(), [](auto& of) { of.key = static_cast<FeatureField>(12); }, "a field that"},
      {card_failures(), [](auto& of) { of.amount = FeatureAmount::total; }, "only a sum has"},
      {card_failures(), [](auto& of) { of.amount = static_cast<FeatureAmount>(4); },
       "an amount that"},
      {card_failures(), [](auto& of) { of.kind = FeatureKind::sum; }, "a sum of nothing"},
      {card_failures(), [](auto& of) { of.distinct = FeatureField::sku; }, "only a distinct has"},
      {card_failures(), [](auto& of) { of.cap = 4; }, "leave it 0"},
      {card_failures(), [](auto& of) { of.step_ns = 0; }, "has no cap"},
      {card_failures(), [](auto& of) { of.step_ns = -1; }, "below 0"},
      {card_failures(), [](auto& of) { of.step_ns = 7 * sec; }, "a whole number of steps"},
      {card_failures(), [](auto& of) { of.step_ns = sec; }, "more than 63 steps"},
      {card_failures(), [](auto& of) { of.window_ns = sec - 1; }, "1 second to 30 days"},
      {card_failures(), [](auto& of) { of.window_ns = feature_window_max_ns + 1; }, "30 days"},
      {card_failures(), [](auto& of) { of.keys_max = 0; }, "say how many"},
      {card_failures(), [](auto& of) { of.keys_max = feature_keys_max + 1; }, "say how many"},
      {card_failures(), [](auto& of) { of.may_block = true; }, "may block and is counted in steps"},
      {device_cards(), [](auto& of) { of.step_ns = sec; }, "others are exact"},
      {device_cards(), [](auto& of) { of.distinct = FeatureField::none; }, "tokens of no field"},
      {device_cards(), [](auto& of) { of.distinct = of.key; }, "the field that is its key"},
      {device_cards(), [](auto& of) { of.cap = 0; }, "has no cap"},
      {device_cards(), [](auto& of) { of.cap = 65; }, "above 64 tokens"},
      {device_cards(),
       [](auto& of) {
         of.kind = FeatureKind::count;
         of.distinct = FeatureField::none;
         of.cap = 129;
       },
       "above 128 events"},
      {device_cards(),
       [](auto& of) {
         of.kind = FeatureKind::age_since_first;
         of.distinct = FeatureField::none;
       },
       "leave it 0"},
  };
  for (const Case& one : cases) {
    FeatureDeclaration of = one.base;
    one.change(of);
    const Status status = check(of);
    EXPECT_EQ(status.code(), StatusCode::invalid_argument) << one.said;
    EXPECT_NE(status.message().find(one.said), std::string::npos) << status.message();
    EXPECT_TRUE(status.message().starts_with("feature " + std::to_string(of.id) + ": "));
  }
}

TEST(FeatureDeclaration, ASetHasIdsThatDifferAndAnEnd) {
  std::vector<FeatureDeclaration> set;
  EXPECT_NE(check(set).message().find("without features"), std::string::npos);
  set = {card_failures(), device_cards()};
  EXPECT_NE(check(set).message().find("feature 12: is there twice"), std::string::npos);
  set[1].id = 13;
  EXPECT_TRUE(check(set).ok());
  set[1].cap = 0;
  EXPECT_NE(check(set).message().find("feature 13: "), std::string::npos);
  set[1].cap = 16;
  set[0].keys_max = set[1].keys_max = feature_keys_max;
  EXPECT_NE(check(set).message().find("all of them together"), std::string::npos);
  set.assign(features_max + 1, card_failures());
  EXPECT_NE(check(set).message().find("at most 64"), std::string::npos);
}

}  // namespace
}  // namespace allot
