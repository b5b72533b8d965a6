#include "speech.hpp"

#include <algorithm>
#include <cctype>

#include "json/near_name.hpp"

namespace allot::stories {
namespace {

// Far from any number that a story writes.
constexpr std::uint64_t first_named_key = 1'000'000'000'001;

}  // namespace

KeyHalves KeyNames::key(const std::string& name) {
  if (const auto at = keys_.find(name); at != keys_.end()) return at->second;
  KeyHalves key{.low = first_named_key + keys_.size()};
  if (const auto number = parse_key(name)) key = *number;
  keys_.emplace(name, key);
  return key;
}

std::string KeyNames::name(KeyHalves key) const {
  const auto at =
      std::ranges::find_if(keys_, [key](const auto& entry) { return entry.second == key; });
  return at == keys_.end() ? key_text(key.high, key.low) : at->first;
}

void KeyNames::learn(const std::string& name, KeyHalves key) {
  const bool has_name =
      std::ranges::any_of(keys_, [key](const auto& entry) { return entry.second == key; });
  if (!has_name) keys_.insert_or_assign(name, key);
}

std::vector<std::string> KeyNames::names() const {
  std::vector<std::string> names;
  for (const auto& [name, key] : keys_) names.push_back(name);
  return names;
}

std::optional<std::uint32_t> Speech::find(IdKind kind, std::string_view code) const {
  if (core == nullptr) return {};
  return core->find(kind, code);
}

std::vector<std::string> Speech::codes(IdKind kind) const {
  std::vector<std::string> codes;
  for (std::uint32_t id = 1; core != nullptr && id <= core->count(kind); ++id) {
    codes.emplace_back(core->code(kind, id));
  }
  return codes;
}

std::string choices_text(const std::vector<std::string>& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i != 0) text += i + 1 == choices.size() ? " or " : ", ";
    text += choices[i];
  }
  return text;
}

void refuse_name(const Word& word, const std::string& what, const std::vector<std::string>& names) {
  std::string text = "'" + word.text + "' is no " + what;
  const std::string meant = json::suggestion(word.text, names);
  if (!meant.empty()) {
    text += meant;
  } else if (!names.empty()) {
    text += "; there are " + choices_text(names);
  }
  refuse(word, text);
}

}  // namespace allot::stories
