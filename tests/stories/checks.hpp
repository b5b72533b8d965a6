// Lines that look at something: "stock TEAPOT LEEDS: 4 available, 6 held".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "speech.hpp"
#include "stage.hpp"
#include "story_text.hpp"

namespace allot::stories {

// The words that such lines begin with.
[[nodiscard]] const std::vector<std::string>& check_words();

struct Looked {
  std::optional<std::string> difference;  // the first thing that is otherwise than expected
  std::string is;                         // what could be expected
};

// `left`: the words before the colon. Errors: throws a Fault.
[[nodiscard]] Looked look(const Words& left, const std::vector<Words>& right, const Stage& stage,
                          const Speech& speech);

}  // namespace allot::stories
