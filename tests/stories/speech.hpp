// How the people of one story speak: names of orders and keys, and what time it is.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "allot/core/core.hpp"
#include "story_text.hpp"
#include "types/key_text.hpp"

namespace allot::stories {

// Names that people give to what has a key of 128 bits. A name of digits is that number.
class KeyNames {
 public:
  // Returns: the key of this name, a new one where the name is new.
  KeyHalves key(const std::string& name);
  // Returns: the name of a key; its digits where it has none.
  [[nodiscard]] std::string name(KeyHalves key) const;
  [[nodiscard]] bool knows(const std::string& name) const { return keys_.contains(name); }
  // Effects: from now on the key has this name, unless it has one.
  void learn(const std::string& name, KeyHalves key);
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::map<std::string, KeyHalves> keys_;
};

struct Speech {
  const Core* core{};  // null before the story has begun
  KeyNames orders;
  KeyNames commands;
  TimeNs now{};

  // Returns: the id of a code; nothing when there is none.
  [[nodiscard]] std::optional<std::uint32_t> find(IdKind kind, std::string_view code) const;
  // Returns: the codes of one kind, in the order of their ids.
  [[nodiscard]] std::vector<std::string> codes(IdKind kind) const;
};

// Returns: the values with "or" before the last: "held, waiting or short".
[[nodiscard]] std::string choices_text(const std::vector<std::string>& choices);
// Throws a Fault: nothing is called so; and which name was meant, or which there are.
[[noreturn]] void refuse_name(const Word& word, const std::string& what,
                              const std::vector<std::string>& names);

}  // namespace allot::stories
