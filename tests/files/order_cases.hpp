// Files of orders as shops export them, and what tests ask of what was read.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "files/order_loader.hpp"

namespace allot::files {

inline void expect_adds_up(const OrderLoad& load) {
  std::uint64_t rows = load.account.used();
  for (const RowReason& reason : load.account.reasons()) rows += reason.rows;
  EXPECT_EQ(rows, load.account.rows());
  EXPECT_EQ(load.book.lines.size(), load.account.used());
}

inline std::string case_path(const std::string& name) {
  return std::string(ALLOT_SOURCE_DIRECTORY) + "/tests/files/cases/" + name;
}

inline OrderFile read_case(const std::string& name, const std::string& map = "") {
  Result<OrderFile> file = read_order_file(case_path(name), map, {});
  EXPECT_TRUE(file.ok()) << file.status().message();
  if (!file.ok()) return {};
  expect_adds_up(file.value().load);
  return std::move(file.value());
}

inline bool noted(const OrderLoad& load, std::string_view name, std::uint64_t count) {
  for (const FileNote& note : load.account.notes()) {
    if (note.name == name) return note.count == count;
  }
  return false;
}

// The text of a note; empty when there is none of that name.
inline std::string note_of(const OrderLoad& load, std::string_view name) {
  for (const FileNote& note : load.account.notes()) {
    if (note.name == name) return note.text;
  }
  return {};
}

// What an order's lines cost, less its discount.
inline MoneyMinor value_of(const OrderLoad& load, std::size_t order) {
  MoneyMinor value = 0;
  for (const SourceLine& line : load.book.lines_of(load.book.orders.at(order))) {
    value += line.total();
  }
  return value - load.book.orders.at(order).discount;
}

inline MoneyMinor due_of(const OrderLoad& load, std::size_t order) {
  return load.book.due(load.book.orders.at(order));
}

inline MoneyMinor tax_of_line(const OrderLoad& load, std::size_t order, std::size_t line) {
  return load.book.tax_of(load.book.orders.at(order).first_line + line);
}

inline std::string code_of_line(const OrderLoad& load, std::size_t order, std::size_t line) {
  return load.book.skus[load.book.lines_of(load.book.orders[order])[line].sku].code;
}

}  // namespace allot::files
