// How fast a file of orders is read: from its bytes to the orders in memory, every row accounted
// for. bench/order_file.py times it in turns with DuckDB.
//
// usage: order_file_bench FILE [MAP]
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "files/order_loader.hpp"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: order_file_bench FILE [MAP]\n", stderr);
    return 2;
  }
  const auto begun = std::chrono::steady_clock::now();
  const auto file = allot::files::read_order_file(argv[1], argc > 2 ? argv[2] : "", {});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  if (!file.ok()) {
    std::fprintf(stderr, "%s\n", file.status().message().c_str());
    return 1;
  }
  const allot::files::OrderLoad& load = file.value().load;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("{\"seconds\": %.3f, \"rows\": %llu, \"used\": %llu, \"orders\": %zu, \"mb\": %ld}\n",
              took.count(), static_cast<unsigned long long>(load.account.rows()),
              static_cast<unsigned long long>(load.account.used()), load.book.orders.size(),
              usage.ru_maxrss / 1024);
  return 0;
}
