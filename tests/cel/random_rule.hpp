// Random conditions of the profile, and random orders that they are about, from a seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cel/environment.hpp"
#include "cel/value.hpp"
#include "generator/random_source.hpp"

namespace allot::cel {

// Makes conditions over shop_environment().
class RandomRule {
 public:
  explicit RandomRule(std::uint64_t seed) : random_(seed) {}

  [[nodiscard]] std::string condition() { return truth(4); }
  // Returns: values for the variables of the environment, in its order; optional fields are set in
  //          one of two.
  [[nodiscard]] Values values(const Environment& environment);

 private:
  std::string truth(int depth);
  std::string combined(int depth);
  std::string compared(int depth);
  std::string asked_of_lists(int depth);
  std::string looked_up(int depth);
  std::string guarded(int depth);
  std::string number(int depth);
  std::string text(int depth);
  std::string token();
  std::string duration(int depth);
  std::string time(int depth);
  std::string zone();
  Value value_of(TypeId type, const Environment& environment);
  Value record_of(const StructDeclaration& declared, const Environment& environment);
  std::int64_t integer();

  generator::RandomSource random_;
  std::vector<std::string> lines_;  // variables of macros that stand for a line
  std::vector<std::string> tags_;   // those that stand for a text
};

}  // namespace allot::cel
