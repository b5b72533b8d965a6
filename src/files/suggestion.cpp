#include "files/suggestion.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace allot::files {

namespace {

constexpr std::size_t names_shown = 24;

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '_' || c == '-') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

// Letters to add, drop, change, or swap with their neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> now(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] =
          std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

}  // namespace

std::string suggestion(std::string_view wrong, std::span<const std::string> known) {
  if (known.empty()) return {};
  const std::string sought = folded(wrong.substr(0, 80));
  const std::string* best = nullptr;
  std::size_t least = 0;
  for (const std::string& name : known) {
    const std::size_t steps = distance(sought, folded(std::string_view(name).substr(0, 80)));
    if (best == nullptr || steps < least) {
      best = &name;
      least = steps;
    }
  }
  if (least <= std::max<std::size_t>(1, sought.size() / 3)) {
    return "; did you mean '" + *best + "'?";
  }
  std::string text = "; there are ";
  for (std::size_t i = 0; i < known.size() && i < names_shown; ++i) {
    text += (i == 0 ? "'" : ", '") + known[i] + "'";
  }
  if (known.size() > names_shown) {
    text += " and " + std::to_string(known.size() - names_shown) + " more";
  }
  return text;
}

}  // namespace allot::files
