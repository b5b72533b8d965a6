// The rules of a map by which rows are no sale of a product.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "files/mapped_records.hpp"
#include "files/order_values.hpp"
#include "files/row_fields.hpp"
#include "files/text_rules.hpp"

namespace allot::files {

// Which texts of a rule some row has, and what else stands in its column while one was not met.
class MetTexts {
 public:
  // `texts` must live as long as this.
  explicit MetTexts(const std::vector<std::string>& texts)
      : texts_(&texts), met_(texts.size(), false), unmet_(texts.size()) {}

  void look(std::string_view text);
  // Returns: each text that no row has and that is nearly one which rows have, with that one and
  //          its rows, as a sentence names them. Digits have to be the same: codes of things that
  //          differ are often near. Empty when there is none.
  [[nodiscard]] std::string meant() const;

 private:
  const std::vector<std::string>* texts_;
  std::vector<bool> met_;
  std::size_t unmet_;
  std::map<std::string, std::uint64_t, std::less<>> others_;  // of the first few, by rows
};

class SkipRules {
 public:
  // The arguments must live as long as the rules.
  SkipRules(const MappedRecords& records, RowFields& fields) : records_(records), fields_(fields) {}

  // Effects: finds the columns of the map's rules; `lacking` names those that the file may lack and
  //          does. Errors: a column that it must have.
  [[nodiscard]] Status find_columns(std::string& lacking);

  // Effects: adds the columns that the rules look at.
  void add_columns(std::vector<std::size_t>& columns) const;

  // Returns: whether a rule leaves the row out, which is then accounted for.
  // `short_row`: the row has not the header's fields.
  [[nodiscard]] bool leave_out(bool short_row);
  // The same of rules that leave out the order whole: this row, and those that come behind it.
  [[nodiscard]] bool leave_out_with(KnownOrder& order);
  // Effects: of a map of somebody's own, tells of texts that no row has, and which was meant.
  void tell_unmet() const;

 private:
  // Returns: what stands in the column of a rule.
  std::string_view look(std::size_t test);

  const MappedRecords& records_;
  RowFields& fields_;
  std::vector<SkipTest> tests_;
  std::vector<MetTexts> met_;  // by the texts of each
};

}  // namespace allot::files
