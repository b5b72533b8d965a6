// Rows of delimited text that were taken apart together, with the bytes that their fields lie in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"

namespace allot::files {

// Small, as it goes from one processor to another.
struct RowBlock {
  // Where a field lies in the bytes.
  struct Field {
    std::uint32_t begin{};
    std::uint32_t size{};
  };
  struct Row {
    std::uint64_t line{};   // of the file, on which it began, from 1
    std::uint32_t first{};  // of its fields
    std::uint32_t count : 31 {};
    std::uint32_t broken : 1 {};  // text follows a closing quote: it is not to be believed
  };

  [[nodiscard]] std::string_view text(Field field) const noexcept {
    return {bytes.data() + field.begin, field.size};
  }

  std::vector<char> bytes;
  std::size_t used{};         // of these, by the rows
  std::vector<Field> fields;  // of all rows, one after the other
  std::vector<Row> rows;
  std::uint64_t line{1};  // of the file, on which begins what comes behind the rows
  Status fault;           // what that is, where it cannot be believed
  bool last{false};       // nothing that can be believed follows
};

}  // namespace allot::files
