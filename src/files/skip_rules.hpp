// The rules of a map by which rows are no sale of a product.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "files/mapped_records.hpp"
#include "files/order_values.hpp"
#include "files/row_fields.hpp"
#include "files/text_rules.hpp"

namespace allot::files {

class SkipRules {
 public:
  // The arguments must live as long as the rules.
  SkipRules(const MappedRecords& records, RowFields& fields) : records_(records), fields_(fields) {}

  // Effects: finds the columns of the map's rules; `lacking` names those that the file may lack and
  //          does. Errors: a column that it must have.
  [[nodiscard]] Status find_columns(std::string& lacking);

  // Returns: whether a rule leaves the row out, which is then accounted for.
  // `short_row`: the row has not the header's fields.
  [[nodiscard]] bool leave_out(bool short_row);
  // The same of rules that leave out the order whole: this row, and those that come behind it.
  [[nodiscard]] bool leave_out_with(KnownOrder& order);

 private:
  const MappedRecords& records_;
  RowFields& fields_;
  std::vector<SkipTest> tests_;
};

}  // namespace allot::files
