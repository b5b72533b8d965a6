// Which name was meant by a word that names nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace allot::json {

// Returns: the name that takes the fewest letters added, left out, changed or swapped with a
//          neighbour, the first of several; nothing when all take more than a third of the letters.
//          Capitals count for nothing.
[[nodiscard]] std::string_view near_name(std::string_view word, std::span<const std::string> names);

// The nearest of names that come one by one, as those of a catalogue do, which nobody copies.
// Capitals, blanks, dashes and underscores count for nothing. What is too long, or has too many
// other letters, costs nearly nothing. Borrows the word; threads: one.
class NearestName {
 public:
  explicit NearestName(std::string_view word);

  void offer(std::string_view name);
  // Returns: the first of those that take the fewest steps, as near_name() counts; empty when all
  //          take too many.
  [[nodiscard]] const std::string& found() const noexcept { return found_; }

 private:
  std::string word_;  // folded
  std::uint64_t letters_;
  std::size_t fewest_;
  std::string found_;
};

// Returns: "; did you mean NAME?", or nothing when no name is near.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> names);

// The same for names in quotes. Capitals, blanks, dashes and underscores count for nothing.
// Returns: "; did you mean 'NAME'?", or when no name is near "; there are 'A', 'B', ...".
[[nodiscard]] std::string suggestion_of(std::string_view word, std::span<const std::string> names);
// The same where others are there than could have been meant.
[[nodiscard]] std::string suggestion_of(std::string_view word, std::span<const std::string> names,
                                        std::span<const std::string> there);

}  // namespace allot::json
