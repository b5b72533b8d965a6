// Orders that were read by another column than the one whose codes the stock has.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "simulation/simulation.hpp"
#include "simulation_input/quiet.hpp"

namespace allot {
namespace {

class StockCodes : public testing::Test {
 protected:
  void SetUp() override {
    directory_ =
        testing::TempDir() + "allot_codes_" + std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.live = false;
    options_.log_directory = directory_ + "/log";
    options_.orders_file = file("orders.csv",
                                "order,date,product,own code,qty,price\n"
                                "A-1,2026-11-03T10:00:00Z,Mug,K-1,2,9.00\n"
                                "A-2,2026-11-03T10:05:00Z,Cup,K-2,2,9.00\n"
                                "A-3,2026-11-03T12:00:00Z,Pan,K-3,2,9.00\n");
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ + "/" + name) << text;
    return directory_ + "/" + name;
  }
  std::string fault(const std::string& stock) {
    std::filesystem::remove_all(options_.log_directory);
    options_.stock_file = file("stock.csv", stock);
    const auto report = simulate(options_, sink_);
    std::string text = report.ok() ? "" : report.status().message();
    for (std::size_t at = 0; (at = text.find(directory_ + "/")) != std::string::npos;) {
      text.erase(at, directory_.size() + 1);
    }
    return text;
  }

  std::string directory_;
  SimulationOptions options_;
  Quiet sink_;
};

TEST_F(StockCodes, in_another_column_of_the_orders_refuse_the_rehearsal_and_name_it) {
  EXPECT_EQ(fault("sku,quantity\nK-1,5\nK-2,5\nK-9,5\n"), "") << "without a map it is taken";
  options_.map = file("map.toml", "sku_capitals = false\n");
  EXPECT_EQ(fault("sku,quantity\nK-1,5\nK-2,5\nK-9,5\n"),
            "orders.csv: of 3 SKUs that its orders ask for, such as 'Mug', 0 have a row in "
            "stock.csv. The column 'own code' has codes of the stock in 2 of its 3 texts. Is it "
            "the SKU? Say so in a map, sku = \"own code\" under [columns]; allot map orders.csv "
            "begins one");
  EXPECT_EQ(fault("sku,quantity\nMug,5\nK-1,5\nK-2,5\n"), "") << "one of three is met";
  EXPECT_EQ(fault("sku,quantity\nX-1,5\nX-2,5\n"), "") << "no column has these codes";
}

}  // namespace
}  // namespace allot
