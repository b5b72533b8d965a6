#include "rules/rule_file.hpp"

#include <algorithm>

namespace allot::rules {

void Spliced::take(std::string_view file, cel::Range part) {
  add(file.substr(part.first, part.last - part.first), part, true);
}

void Spliced::add(std::string_view text, cel::Range place, bool as_it_is) {
  const auto first = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  parts_.push_back({first, static_cast<std::uint32_t>(text_.size()), place, as_it_is});
}

cel::Range Spliced::place_of(cel::Range range) const {
  const auto within = [](const Part& part, std::uint32_t at) {
    return part.first <= at && at < part.last;
  };
  const auto found = std::find_if(parts_.begin(), parts_.end(),
                                  [&](const Part& part) { return within(part, range.first); });
  if (found == parts_.end()) {
    // What is missing is missing behind the last part.
    const std::uint32_t end = parts_.empty() ? 0 : parts_.back().place.last;
    return {end, end};
  }
  if (!found->as_it_is) return found->place;
  const std::uint32_t first = found->place.first + (range.first - found->first);
  const std::uint32_t last =
      found->place.first + (std::min(range.last, found->last) - found->first);
  return {first, std::max(first, last)};
}

}  // namespace allot::rules
