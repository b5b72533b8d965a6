// One test of the public CEL conformance suite: what it declares, binds and expects.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cel/environment.hpp"
#include "cel/value.hpp"

namespace allot::cel {

struct ConformanceCase {
  Environment environment;
  std::vector<Value> variables;  // an error where nothing is bound
};

// Why a test is passed over: it needs what the language does not have.
enum class Needs { nothing, floating_point, messages };

[[nodiscard]] Needs needs_of(const nlohmann::json& test);
// Requires: a test that needs nothing.
[[nodiscard]] ConformanceCase case_of(const nlohmann::json& test);
[[nodiscard]] Value value_of(const nlohmann::json& value);
[[nodiscard]] TypeId type_of(const nlohmann::json& type, Types& types);

}  // namespace allot::cel
