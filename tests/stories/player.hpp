// Plays a story: each line is done as `allot apply` does it, and what comes of it is compared with
// what the story expects.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "story_text.hpp"

namespace allot::stories {

// Something that is not as the story says.
struct Finding {
  std::size_t line{};
  std::size_t column{};  // 0: it is about the whole line
  std::string text;
};

// The right side of a line, as it should be.
struct Correction {
  const Statement* statement{};
  std::string right;
};

struct Played {
  std::vector<Finding> findings;
  std::vector<Correction> corrections;
  std::vector<std::string> lines;  // the commands as JSON, with those that stories leave out
};

// Errors: none; whatever is wrong is a finding.
[[nodiscard]] Played play(const Story& story);

// Returns: "FILE:LINE:COLUMN: TITLE" and what is wrong.
[[nodiscard]] std::string text_of(const Story& story, const Finding& finding);

// Returns: the text of the file with corrections of its stories. Those that hold stay as they are.
[[nodiscard]] std::string corrected(const std::string& file_text,
                                    const std::vector<Correction>& corrections);

}  // namespace allot::stories
