#include "allot/types/order_key.hpp"

#include <gtest/gtest.h>

#include <string>

#include "types/key_text.hpp"

namespace allot {
namespace {

// What `printf 'amazon\000114-1234567-1234567' | xxh128sum` prints.
TEST(OrderKeyOf, IsTheHashOfTheChannelAZeroByteAndTheNumber) {
  EXPECT_EQ(key_text(order_key_of("amazon", "114-1234567-1234567")),
            "hex:ed8498411c362cceb839323f9bed9001");
}

TEST(OrderKeyOf, TellsChannelFromNumber) {
  EXPECT_NE(order_key_of("web", "11"), order_key_of("web1", "1"));
  EXPECT_NE(order_key_of("web", "7"), order_key_of("web", "007"));
  EXPECT_NE(order_key_of("web", "a"), order_key_of("web", "A"));
}

TEST(OrderKeyOf, TakesWhatACodeMayBe) {
  const std::string longest(40, 'x');
  EXPECT_TRUE(order_key_of(longest, longest).present());
  for (const std::string& none : {std::string(), longest + 'x', std::string("1\0", 2)}) {
    EXPECT_FALSE(order_key_of(none, "1").present());
    EXPECT_FALSE(order_key_of("web", none).present());
  }
}

}  // namespace
}  // namespace allot
