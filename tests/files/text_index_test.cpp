#include "files/text_index.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace allot::files {
namespace {

// A text of any size around those that are compared in words, and now and then a long one.
std::string drawn(std::mt19937& random) {
  const std::size_t most = random() % 1'000 == 0 ? 300'000 : 20;
  std::string text(random() % (most + 1), 'x');
  for (std::size_t i = 0; i < text.size() && i < 3; ++i) {
    text[random() % text.size()] = static_cast<char>('a' + random() % 5);
  }
  return text;
}

TEST(TextIndex, numbers_texts_as_they_come_like_a_plain_map) {
  std::mt19937 random(7);
  TextIndex index;
  std::map<std::string, std::uint32_t> plain;
  std::vector<std::string_view> views;
  for (int i = 0; i < 60'000; ++i) {
    const std::string text = drawn(random);
    EXPECT_EQ(index.find(text) != TextIndex::none, plain.count(text) == 1);
    const auto [known, is_new] = plain.try_emplace(text, static_cast<std::uint32_t>(plain.size()));
    index.fetch_slot(TextIndex::hash_of(text));
    index.fetch_text(TextIndex::hash_of(text));
    ASSERT_EQ(index.number_of(text), known->second);
    ASSERT_EQ(index.number_of(text), known->second);
    if (is_new) views.push_back(index.text(known->second));
  }
  ASSERT_EQ(index.size(), plain.size());
  for (const auto& [text, number] : plain) {
    ASSERT_EQ(index.find(text), number);
    ASSERT_EQ(index.text(number), text);
    ASSERT_EQ(views[number].data(), index.text(number).data()) << "a text has moved";
  }
}

TEST(TextIndex, room_that_is_made_changes_nothing) {
  for (const double share : {0.0, 1.5, 40.0}) {
    std::mt19937 random(11);
    TextIndex index;
    TextIndex plain;
    for (int i = 0; i < 30'000; ++i) {
      const std::string text = drawn(random);
      ASSERT_EQ(index.number_of(text), plain.number_of(text));
      EXPECT_EQ(index.number_by(TextIndex::hash_of(text)), plain.number_of(text));
      if (i == 500) {
        for (const std::span<std::byte> table : index.reserve(share)) EXPECT_FALSE(table.empty());
      }
    }
    for (std::uint32_t number = 0; number < plain.size(); ++number) {
      ASSERT_EQ(index.text(number), plain.text(number));
    }
  }
}

TEST(TextIndex, the_empty_text_is_a_text) {
  TextIndex index;
  EXPECT_EQ(index.find(""), TextIndex::none);
  EXPECT_EQ(index.number_of(""), 0U);
  EXPECT_EQ(index.number_of("a"), 1U);
  EXPECT_EQ(index.number_of(""), 0U);
  EXPECT_EQ(index.text(0), "");
}

}  // namespace
}  // namespace allot::files
