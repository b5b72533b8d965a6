#include "types/key_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace allot {
namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

TEST(KeyText, ReadsDecimalNumbersOf128Bits) {
  EXPECT_EQ(parse_key("0"), (KeyHalves{0, 0}));
  EXPECT_EQ(parse_key("1001"), (KeyHalves{0, 1001}));
  EXPECT_EQ(parse_key("18446744073709551615"), (KeyHalves{0, most}));
  EXPECT_EQ(parse_key("18446744073709551616"), (KeyHalves{1, 0}));
  EXPECT_EQ(parse_key("340282366920938463463374607431768211455"), (KeyHalves{most, most}));
}

TEST(KeyText, ReadsHexOf16Or32Digits) {
  EXPECT_EQ(parse_key("hex:00000000000003e9"), (KeyHalves{0, 1001}));
  EXPECT_EQ(parse_key("hex:fedcBA98765432100000000000000007"),
            (KeyHalves{0xFEDC'BA98'7654'3210U, 7}));
}

TEST(KeyText, RefusesWhatIsNoNumber) {
  for (const std::string_view text :
       {"", " ", "A-1001", "1001 ", " 1001", "+1001", "-1", "1.0", "1e3", "0x10", "007", "00",
        "hex:", "hex:1", "hex:001122334455667g", "HEX:0011223344556677", "hex:00112233445566778",
        "340282366920938463463374607431768211456", "999999999999999999999999999999999999999999"}) {
    EXPECT_EQ(parse_key(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_key(std::string_view("1\0", 2)), std::nullopt);
  EXPECT_EQ(parse_hex("1001"), std::nullopt) << "the hex form alone";
}

TEST(KeyText, WritesWhatItReads) {
  EXPECT_EQ(key_text(0, 1001), "1001");
  EXPECT_EQ(key_text(OrderKey{255, 1}), "hex:000000000000000100000000000000ff");
  for (const KeyHalves& key : {KeyHalves{0, 0}, KeyHalves{0, most}, KeyHalves{1, 0},
                               KeyHalves{most, most}, KeyHalves{most, 0}}) {
    EXPECT_EQ(parse_key(key_text(key.high, key.low)), key);
    EXPECT_EQ(parse_key(hex_text(key.high, key.low)), key);
  }
}

}  // namespace
}  // namespace allot
