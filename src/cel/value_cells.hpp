// Orders that are there as values, given to a machine. For tests of rules, and whoever reads orders
// from text; an engine writes the cells itself.
#pragma once

#include <deque>
#include <span>
#include <vector>

#include "cel/cell.hpp"
#include "cel/machine.hpp"
#include "cel/value.hpp"

namespace allot::cel {

class ValueCells {
 public:
  // Effects:  writes the cells of every variable. What they borrow stays until the next call; texts
  //           and borrowed sets are the values' own.
  // Requires: a value of its type, or an error, for each variable of the machine's environment;
  //           records with all fields in the order of their declaration.
  void give(std::span<const Value> values, Machine& machine);

 private:
  Cell cell(const Value& value);
  Cell list(const Values& values);
  void write(const Record& record, Cell* to);

  std::deque<std::vector<Cell>> kept_;
};

// Gives the values, and runs.
void run(Machine& machine, std::span<const Value> values, std::span<Outcome> outcomes);

}  // namespace allot::cel
