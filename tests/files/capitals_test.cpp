// Codes that a map makes capitals, in every script that has some.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "files/order_loader.hpp"

namespace allot::files {
namespace {

std::vector<std::string> codes_in_capitals(const std::vector<std::string>& codes) {
  const std::string place = testing::TempDir() + "allot_capitals_" + std::to_string(::getpid());
  std::ofstream orders(place + ".csv", std::ios::binary);
  orders << "order,time,sku,quantity\n";
  for (const std::string& code : codes) orders << "1,2026-11-27 10:00:00," << code << ",1\n";
  orders.close();
  std::ofstream(place + ".toml") << "sku_capitals = true\n";
  const auto file = read_order_file(place + ".csv", place + ".toml", {});
  ::unlink((place + ".csv").c_str());
  ::unlink((place + ".toml").c_str());
  if (!file.ok()) return {file.status().message()};
  std::vector<std::string> found;
  for (const SourceSku& sku : file.value().load.book.skus) found.push_back(sku.code);
  return found;
}

TEST(Capitals, of_codes_are_those_of_latin_greek_and_cyrillic) {
  EXPECT_EQ(codes_in_capitals({"ab-1", "\u010daj-1", "k\u00e4se", "\u03bc\u03b5\u03bb-\u03ac\u03c2",
                               "\u0447\u0430\u0439\u0451", "\u0142\u00f3d\u017a", "\u00ff",
                               "\u1ea1", "\uff41", "\u0131", "\u0219", "\u01a1\u01b0"}),
            (std::vector<std::string>{"AB-1", "\u010cAJ-1", "K\u00c4SE",
                                      "\u039c\u0395\u039b-\u0386\u03a3", "\u0427\u0410\u0419\u0401",
                                      "\u0141\u00d3D\u0179", "\u0178", "\u1ea0", "\uff21", "I",
                                      "\u0218", "\u01a0\u01af"}));
}

TEST(Capitals, leave_what_has_none) {
  const std::vector<std::string> same{"A-\u00df",   "\u00d7\u00f7", "\u8336-1",
                                      "\U0001F375", "\u0138",       "\u010c"};
  EXPECT_EQ(codes_in_capitals(same), same);
}

}  // namespace
}  // namespace allot::files
