// What the map of the orders says of the other files of a shop: capitals of codes, encodings.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "simulation/simulation.hpp"
#include "simulation_input/quiet.hpp"

namespace allot {
namespace {

class ShopMap : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_shop_map_" + test->name() + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.live = false;
    options_.log_directory = directory_ + "/log";
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ + "/" + name, std::ios::binary) << text;
    return directory_ + "/" + name;
  }
  SimulationReport run() {
    std::filesystem::remove_all(options_.log_directory);
    Result<SimulationReport> report = simulate(options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status().message();
    return report.ok() ? report.value() : SimulationReport{};
  }
  std::string fault() {
    std::filesystem::remove_all(options_.log_directory);
    const auto report = simulate(options_, sink_);
    return report.ok() ? std::string{} : report.status().message();
  }
  // Every note of the files beside the orders, by its name.
  static std::string notes(const SimulationReport& report) {
    std::string text;
    for (const auto& each : report.files) {
      for (const auto& note : each.notes)
        text += each.kind + " " + note.name + ": " + note.text + "\n";
    }
    return text;
  }

  std::string directory_;
  SimulationOptions options_;
  Quiet sink_;
};

TEST_F(ShopMap, codes_in_stock_are_alike_but_for_capitals_in_every_script) {
  options_.orders_file = file("orders.csv",
                              "order,date,sku,qty,price\n"
                              "A-1,2026-11-03T10:00:00Z,\u010cAJ-1,2,9.00\n"
                              "A-2,2026-11-03T10:05:00Z,MUG,2,9.00\n");
  options_.stock_file = file("stock.csv", "sku,quantity\n\u010daj-1,4\nMUG,1\n");
  EXPECT_EQ(notes(run()).find("match no order"), std::string::npos) << "without a map they meet";
  options_.map = file("map.toml", "sku_capitals = false\n");
  const std::string told = notes(run());
  EXPECT_NE(told.find("1 of 2 codes in stock match no order; 1 would"), std::string::npos) << told;
}

TEST_F(ShopMap, capitals_of_codes_are_made_in_all_files) {
  options_.orders_file = file("orders.csv",
                              "order,date,sku,qty\n"
                              "A-1,2026-11-03T10:00:00Z,\u03ba\u03bf\u03cd\u03c0\u03b1-1,2\n"
                              "A-2,2026-11-03T10:05:00Z,mug,2\n");
  options_.stock_file =
      file("stock.csv", "sku,quantity\n\u039a\u03bf\u03cd\u03c0\u03b1-1,4\nMug,1\n");
  options_.products_file =
      file("products.csv", "sku,price\n\u039a\u039f\u038e\u03a0\u0391-1,5.00\nMUG,3.00\n");
  options_.updates_file =
      file("updates.csv", "time,type,sku,quantity,node\n2026-11-03T09:00:00Z,receipt,mUg,3,main\n");
  options_.map = file("map.toml", "sku_capitals = true\n");
  const SimulationReport report = run();
  const std::string told = notes(report);
  EXPECT_EQ(told.find("unstocked"), std::string::npos) << told;
  EXPECT_EQ(told.find("unordered"), std::string::npos) << told;
  EXPECT_EQ(told.find("new_sku"), std::string::npos) << told;
  EXPECT_EQ(report.input.skus, 2U);
  options_.map = file("map.toml", "sku_capitals = false\n");
  const std::string without = notes(run());
  EXPECT_NE(without.find("stock unstocked"), std::string::npos) << without;
  EXPECT_NE(without.find("updates new_sku"), std::string::npos) << without;
}

// "sku;qty;name" in Greek, whose letters are those of Cyrillic elsewhere.
TEST_F(ShopMap, encodings_are_said_for_each_file) {
  options_.orders_file = file("orders.csv",
                              "order,date,sku,qty\n"
                              "A-1,2026-11-03T10:00:00Z,\u039a\u039f\u03a5\u03a0\u0391,2\n");
  options_.stock_file = file("stock.csv", "sku;quantity\n\xCA\xCF\xD5\xD0\xC1;4\n");
  EXPECT_EQ(notes(run()).find("unstocked"), std::string::npos) << "told from the bytes";
  options_.map = file("map.toml", "[stock]\nencoding = \"windows-1251\"\n");
  EXPECT_NE(notes(run()).find("unstocked"), std::string::npos) << "as said, which is wrong";
  options_.map = file("map.toml", "[stock]\nencoding = \"windows-1253\"\n");
  EXPECT_EQ(notes(run()).find("unstocked"), std::string::npos);
  options_.map = file("map.toml", "[products]\nencoding = \"greek\"\n");
  EXPECT_NE(fault().find("map.toml:2:12: products.encoding 'greek' is not known"),
            std::string::npos)
      << fault();
}

TEST_F(ShopMap, a_list_without_the_columns_is_told_with_its_encoding_and_the_key) {
  options_.orders_file = file("orders.csv", "order,date,sku,qty\nA-1,2026-11-03T10:00:00Z,MUG,2\n");
  options_.stock_file =
      file("stock.csv", "\xCA\xF9\xE4\xE9\xEA\xFC\xF2;\xD0\xEF\xF3.\nMUG;4\nCUP;1\n");
  EXPECT_EQ(fault(), "") << "without a map what stands in the columns tells them";
  options_.map = file("map.toml", "sku_capitals = false\n");
  const std::string told = fault();
  EXPECT_NE(
      told.find("Its letters are taken for Windows-1253 by its bytes; encoding = \"...\" under "
                "[stock] of a map says another"),
      std::string::npos)
      << told;
}

}  // namespace
}  // namespace allot
