// Prefaulting reaches every table of a core: the kernel counts what it gave for each.
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

#include "allot/core/core.hpp"

namespace allot {
namespace {

struct Tables {
  std::uint64_t kilobytes{0};
  std::uint64_t resident{0};
};

// What /proc/self/smaps says of mappings without reserved swap, which is what tables ask for and
// hardly anybody else ("nr").
Tables tables() {
  std::ifstream maps("/proc/self/smaps");
  Tables all;
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    if (name == "Size:") words >> size;
    if (name == "Rss:") words >> resident;
    if (name != "VmFlags:" || line.find(" nr") == std::string::npos) continue;
    all.kilobytes += size;
    all.resident += resident;
  }
  return all;
}

TEST(Prefault, TakesTheMemoryOfEveryTable) {
  Limits limits;
  limits.skus_max = 5'000;
  limits.orders_max = 20'000;
  limits.closed_orders_max = 5'000;
  limits.lines_max = 40'000;
  limits.holds_max = 20'000;
  limits.lots_max = 10'000;
  const Tables before = tables();
  Core core(limits);
  const Tables reserved = tables();
#ifdef ALLOT_SANITIZED
  // What is touched is watched by the sanitizer; the pages are counted by builds without one.
  core.prefault();
  GTEST_SKIP() << "the sanitizer's own mappings cannot be told from the tables";
#endif
  ASSERT_GT(reserved.kilobytes, before.kilobytes + 4'096) << "the tables are not seen";
  EXPECT_LT(reserved.resident - before.resident, (reserved.kilobytes - before.kilobytes) / 2)
      << "nothing is taken before it is asked for";
  core.prefault();
  const Tables taken = tables();
  EXPECT_EQ(taken.kilobytes, reserved.kilobytes);
  EXPECT_EQ(taken.resident - before.resident, taken.kilobytes - before.kilobytes)
      << "a table is not among those that its owner shows (visit_pages)";
}

}  // namespace
}  // namespace allot
