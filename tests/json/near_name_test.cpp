#include "json/near_name.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace allot::json {
namespace {

std::string nearest(std::string_view word, const std::vector<std::string>& names) {
  NearestName found(word);
  for (const std::string& name : names) found.offer(name);
  return found.found();
}

TEST(NearestName, IsTheFirstOfThoseWithFewestSteps) {
  EXPECT_EQ(nearest("LEDS", {"YORK", "LEEDS", "LEEK"}), "LEEDS");
  EXPECT_EQ(nearest("leeds", {"YORK", "LEEDS"}), "LEEDS") << "capitals count for nothing";
  EXPECT_EQ(nearest("\u015fpk-006", {"\u015ePK-060", "\u015ePK-006"}), "\u015ePK-006");
  EXPECT_EQ(suggestion("\u015fpk", std::vector<std::string>{"\u00c7PK", "\u015ePK"}),
            "; did you mean \u015ePK?");
  EXPECT_EQ(nearest("GBB", {"FR", "GB", "GBX"}), "GB");
  EXPECT_EQ(nearest("TEAPTO", {"TEAPOT", "TEACUP"}), "TEAPOT") << "a swap is one step";
  EXPECT_EQ(nearest("NOPE", {"A", "TEAPOT"}), "");
  EXPECT_EQ(nearest("", {"A"}), "A");
  EXPECT_EQ(nearest("A", {}), "");
}

// What is passed over unread would not have been nearer.
TEST(NearestName, FindsWhatLookingAtAllFinds) {
  std::mt19937 random(5);
  const auto name = [&random] {
    std::string text;
    for (std::size_t n = 1 + random() % 9; n > 0; --n) {
      text += static_cast<char>('a' + random() % 5);
    }
    return text;
  };
  for (int round = 0; round < 2'000; ++round) {
    std::vector<std::string> names;
    for (int i = 0; i < 20; ++i) names.push_back(name());
    const std::string word = name();
    EXPECT_EQ(nearest(word, names), std::string(near_name(word, names))) << word;
  }
}

}  // namespace
}  // namespace allot::json
