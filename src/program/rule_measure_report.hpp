// What was measured of a rule set, for people and for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "program/rule_measure.hpp"

namespace allot::program {

// Returns: tables of 80 columns, and sentences.
[[nodiscard]] std::string text_of(const RuleMeasure& measure);
[[nodiscard]] nlohmann::ordered_json json_of(const RuleMeasure& measure);

}  // namespace allot::program
