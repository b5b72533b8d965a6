// What a shop's own orders meet beside its stock: which rules of risk, which channels. Whoever
// reads the result should not have to know what a scenario would have by itself.
#pragma once

#include <string>

#include "files/source_orders.hpp"
#include "simulation/own_shop.hpp"
#include "simulation/report.hpp"
#include "simulation/scenario.hpp"
#include "simulation/simulation_options.hpp"

namespace allot::simulation {

// Returns: which rules of `risk` are on, with their values, as a sentence goes on; empty: none.
// `input`: of which currency its limits of value are.
[[nodiscard]] std::string risk_in_words(const RiskSpec& risk, const InputReport& input);

// Effects: notes of `input` say which rules of risk and which channel orders meet, how they are
//          paid and what they do when goods run short, and who says so.
// Requires: the orders are those of a file.
void tell_terms(const SimulationOptions& options, const Scenario& scenario,
                const files::SourceOrders& book, const OwnShop& shop, InputReport& input);

}  // namespace allot::simulation
