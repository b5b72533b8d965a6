// The body hash against docs/rules.md, section 2: the bytes put down one by one, then hashed.
#include "allot/intake/body_hash.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "allot/messages/command_type.hpp"
#include "journal/samples.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {
namespace {

class NaiveBody {
 public:
  explicit NaiveBody(const Command& command) {
    put(command_type(command));
    std::visit(
        [this]<class C>(const C& c) {
          put_first(c);
          put_later(c);
        },
        command);
  }
  [[nodiscard]] std::uint64_t hash() const { return XXH3_64bits(bytes_.data(), bytes_.size()); }

 private:
  template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void put(T value) {
    auto rest = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < sizeof value; ++i, rest >>= 8U) {
      bytes_.push_back(static_cast<std::uint8_t>(rest & 0xFFU));
    }
  }
  template <class Tag>
  void put(Id<Tag> id) {
    put(id.value);
  }
  template <class Tag>
  void put(const Key<Tag>& key) {
    put(key.low);
    put(key.high);
  }
  void put(const Code& code) {
    put(code.size);
    for (std::size_t i = 0; i < code.size && i < Code::size_max; ++i) put(code.bytes[i]);
  }
  template <class Tag>
  void put(std::span<const Id<Tag>> ids) {
    put(static_cast<std::uint32_t>(ids.size()));
    for (const Id<Tag> id : ids) put(id.value);
  }
  void put(std::span<const std::uint8_t> bytes) {
    put(static_cast<std::uint32_t>(bytes.size()));
    for (const std::uint8_t byte : bytes) put(byte);
  }
  void put(std::span<const OrderLine> lines) { put_each(lines); }
  void put(std::span<const OrderAttribute> attributes) { put_each(attributes); }
  template <class E>
  void put_each(std::span<const E> elements) {
    put(static_cast<std::uint32_t>(elements.size()));
    for (const E& element : elements) put_first(element);
  }

  template <class S>
  void put_first(const S& said) {
    S::fields(said, [this](const Field& field, const auto& value) {
      if (field.added == 0) this->put(value);
    });
  }
  // Field by field, through their text: slow, and another way than the one that is tested.
  template <class C>
  void put_later(const C& c) {
    C::fields(c, [&](const Field& field, const auto& value) {
      if (field.added == 0 || text_of(c, field.added) == text_of(C{}, field.added)) return;
      put(field.added);
      put(value);
    });
    if constexpr (requires { c.lines; }) {
      const OrderLine standard;
      OrderLine::fields(standard, [&](const Field& field, const auto&) {
        if (field.added == 0) return;
        const std::string usual = text_of(standard, field.added);
        const bool said = std::ranges::any_of(
            c.lines, [&](const OrderLine& line) { return text_of(line, field.added) != usual; });
        if (!said) return;
        put(static_cast<std::uint8_t>(128 + field.added));
        for (const OrderLine& line : c.lines) {
          OrderLine::fields(line, [&](const Field& each, const auto& value) {
            if (each.added == field.added) this->put(value);
          });
        }
      });
    }
  }
  template <class S>
  static std::string text_of(const S& said, unsigned number) {
    samples::Describe describe;
    S::fields(said, [&](const Field& field, const auto& value) {
      if (field.added == number) describe.put(value);
    });
    return describe.text;
  }

  std::vector<std::uint8_t> bytes_;
};

TEST(BodyHash, IsWhatTheRulesSay) {
  samples::Random random(20'261'125);
  for (int i = 0; i < 50'000; ++i) {
    const Command command = random.command();
    ASSERT_EQ(body_hash(command), NaiveBody(command).hash()) << samples::describe(command);
  }
}

TEST(BodyHash, IsTheSameForFewAndForManyLines) {
  std::vector<OrderLine> lines(2'000);
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    lines[i] = {.sku = SkuId{i * 7 + 1}, .quantity = i + 1, .price = i * 99, .shortage = {}};
  }
  for (std::size_t count = 0; count <= lines.size(); count += count < 40 ? 1 : 97) {
    Place place;
    place.lines = std::span(lines).first(count);
    Import import;
    import.lines = place.lines;
    ASSERT_EQ(body_hash(place), NaiveBody(place).hash()) << count << " lines";
    ASSERT_EQ(body_hash(import), NaiveBody(import).hash()) << count << " lines";
  }
}

}  // namespace
}  // namespace allot
