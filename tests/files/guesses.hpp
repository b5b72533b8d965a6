// What a guess says of a text, and what an account says of the rows that were read.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "files/map_guess.hpp"
#include "files/row_account.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {

// By the columns as one look finds them.
inline MapGuess guess_by_look(const std::string& text) {
  const auto source = TextSource::open(source_of(text), {});
  const auto look = look_at(*source.value(), {});
  EXPECT_TRUE(look.ok()) << look.status().message();
  return guess_map(look.value());
}

// As `allot map` and `--orders` tell it: what is packed in a column is unpacked first.
inline MapGuess guess_of(const std::string& text) {
  const auto source = TextSource::open(source_of(text), {});
  const auto told = tell_map(*source.value(), {});
  EXPECT_TRUE(told.ok()) << told.status().message();
  return told.ok() ? told.value().guess : MapGuess{};
}

inline std::string column_of(const MapGuess& guess, Role role) {
  const ColumnChoice& choice = guess.map.of(role);
  return choice.columns.empty() ? "none" : choice.columns[0];
}

inline const FileNote* note_of(const RowAccount& account, std::string_view name) {
  const auto found = std::ranges::find(account.notes(), name, &FileNote::name);
  return found == account.notes().end() ? nullptr : &*found;
}

// Returns: what to do about a reason for which rows were left out; "none" where none were.
inline std::string advice_of(const RowAccount& account, std::string_view name) {
  const auto found = std::ranges::find(account.reasons(), name, &RowReason::name);
  return found == account.reasons().end() || found->rows == 0 ? "none" : found->advice;
}

}  // namespace allot::files
