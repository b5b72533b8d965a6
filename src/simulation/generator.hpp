// Orders without a file: Zipf popularity, basket sizes, repeat customers, a daily rhythm and prices
// with the shape of the UCI Online Retail data (generator_tables.hpp, made by fit_generator.py).
//
// Synthetic, and labelled so. One seed gives one book on every compiler: integers only.
// Memory: 16 bytes per line, 40 per order, 40 per SKU and customer.
#pragma once

#include "files/byte_source.hpp"
#include "files/source_orders.hpp"
#include "simulation/scenario.hpp"

namespace allot::simulation {

// Requires: the ranges that parse_scenario() checks.
// `watch`: borrowed, may be null; told how many orders are made, of a file without a name. When it
// ends that there are none.
[[nodiscard]] files::SourceOrders generate_orders(const GeneratorSpec& spec, std::uint64_t seed,
                                                  files::ReadWatch* watch = nullptr);

}  // namespace allot::simulation
