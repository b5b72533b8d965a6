#include "json/near_name.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

#include "json/capitals.hpp"
#include "types/letter_steps.hpp"

namespace allot::json {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '_' && c != '-') out += c;
  }
  return in_capitals(out);
}

// A bit for each letter and digit that is there.
std::uint64_t letters_of(std::string_view text) {
  std::uint64_t letters = 0;
  for (const char c : text) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return letters;
}

std::size_t too_many_steps(std::size_t word_bytes) {
  return std::max<std::size_t>(1, word_bytes / 3) + 1;
}

}  // namespace

NearestName::NearestName(std::string_view word)
    : word_(folded(word)), letters_(letters_of(word_)), fewest_(too_many_steps(word_.size())) {}

void NearestName::offer(std::string_view name) {
  if (fewest_ == 0 || name.size() > 2 * word_.size() + 8) return;
  const std::string plain = folded(name);
  const std::size_t longer = std::max(plain.size(), word_.size());
  if (longer - std::min(plain.size(), word_.size()) >= fewest_) return;
  // A step brings at most one letter and takes at most one away.
  const auto other = static_cast<std::size_t>(std::popcount(letters_of(plain) ^ letters_));
  if ((other + 1) / 2 >= fewest_) return;
  const std::size_t steps = letter_steps(word_, plain);
  if (steps >= fewest_) return;
  fewest_ = steps;
  found_ = name;
}

std::string_view near_name(std::string_view word, std::span<const std::string> names) {
  const std::string wanted = in_capitals(word);
  std::string_view nearest;
  std::size_t fewest = too_many_steps(word.size());
  for (const std::string& name : names) {
    const std::size_t steps = letter_steps(wanted, in_capitals(name));
    if (steps >= fewest) continue;
    fewest = steps;
    nearest = name;
  }
  return nearest;
}

std::string suggestion(std::string_view word, std::span<const std::string> names) {
  const std::string_view name = near_name(word, names);
  return name.empty() ? "" : "; did you mean " + std::string(name) + "?";
}

std::string suggestion_of(std::string_view word, std::span<const std::string> names) {
  return suggestion_of(word, names, names);
}

std::string suggestion_of(std::string_view word, std::span<const std::string> names,
                          std::span<const std::string> there) {
  constexpr std::size_t bytes_compared = 80;
  constexpr std::size_t names_shown = 24;
  std::vector<std::string> plain;
  for (const std::string& name : names) plain.push_back(folded(name.substr(0, bytes_compared)));
  const std::string_view nearest = near_name(folded(word.substr(0, bytes_compared)), plain);
  if (!nearest.empty()) {
    const auto at = std::find(plain.begin(), plain.end(), nearest) - plain.begin();
    return "; did you mean '" + names[static_cast<std::size_t>(at)] + "'?";
  }
  std::string text;
  for (std::size_t i = 0; i < there.size() && i < names_shown; ++i) {
    text += (i == 0 ? "; there are '" : ", '") + there[i] + "'";
  }
  if (there.size() > names_shown) {
    text += " and " + std::to_string(there.size() - names_shown) + " more";
  }
  return text;
}

}  // namespace allot::json
