// Every command with random fields: printed in either form, read back, the same; printed again, the
// same text.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "allot/intake/body_hash.hpp"
#include "allot/messages/command_type.hpp"
#include "json/decode_command.hpp"
#include "json/encode.hpp"
#include "json/enum_names.hpp"
#include "json/small_catalogue.hpp"
#include "messages/lists.hpp"

namespace allot::json {
namespace {

// Fills any field that JSON can hold; half of the integers lie at an end of their range.
class RandomFields {
 public:
  explicit RandomFields(std::uint64_t seed) : random_(seed) {}

  template <std::integral T>
  void operator()(std::string_view, T& value) {
    switch (random_() % 4) {
      case 0: value = std::numeric_limits<T>::max(); break;
      case 1: value = std::numeric_limits<T>::min(); break;
      default: value = static_cast<T>(random_()); break;
    }
  }
  void operator()(std::string_view, bool& value) { value = random_() % 2 == 0; }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(std::string_view, E& value) {
    value = static_cast<E>(random_() % enum_names<E>.size());
  }
  template <class Tag>
  void operator()(std::string_view name, Id<Tag>& id) {
    (*this)(name, id.value);
    if (random_() % 2 == 0) id.value = 1;  // one that has a code
  }
  template <class Tag>
  void operator()(std::string_view name, Key<Tag>& key) {
    (*this)(name, key.low);
    if (random_() % 2 == 0) (*this)(name, key.high);
  }
  void operator()(std::string_view, Code& code) {
    static constexpr std::string_view texts[] = {
        "A",         "85123A", "\"quoted\\\"",
        "caf\u00e9", "\t\n",   "0123456789012345678901234567890123456789"};
    code = *Code::from(texts[random_() % std::size(texts)]);
  }
  template <class E>
  void operator()(std::string_view name, std::span<const E>& list) {
    std::vector<E> elements(random_() % 4);
    for (E& element : elements) {
      if constexpr (HasFields<E>) {
        E::fields(element, *this);
      } else {
        (*this)(name, element);
      }
    }
    list = lists_.keep(std::move(elements));
  }

 private:
  std::mt19937_64 random_;
  KeptLists lists_;
};

template <class C>
class RoundTrip : public ::testing::Test {};

template <class V>
struct AsTypes;
template <class... C>
struct AsTypes<std::variant<C...>> {
  using Types = ::testing::Types<C...>;
};
TYPED_TEST_SUITE(RoundTrip, AsTypes<Command>::Types);

TYPED_TEST(RoundTrip, PrintedAndReadBackIsTheSameCommand) {
  const SmallCatalogue names;
  CommandDecoder decoder(names);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    RandomFields random(seed);
    TypeParam command{};
    TypeParam::fields(command, random);
    for (const IntegerForm integers : {IntegerForm::text, IntegerForm::bare}) {
      const PrintForm form{.integers = integers};
      const std::string text = line_text(encode(Command{command}, names, form));
      const auto decoded = decoder.decode(text, {"round_trip", seed});
      ASSERT_TRUE(decoded.ok()) << decoded.status().message() << "\n" << text;
      EXPECT_EQ(command_type(decoded.value().command), command_type_of<TypeParam>);
      EXPECT_EQ(body_hash(decoded.value().command), body_hash(Command{command})) << text;
      EXPECT_EQ(line_text(encode(decoded.value().command, names, form)), text);
    }
  }
}

}  // namespace
}  // namespace allot::json
