// Numbers for texts, from 0 in the order in which they first come. Texts are copied once; what is
// returned of them stays where it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace allot::files {

class TextIndex {
 public:
  // Returns: the text's number. A text that is new gets size() as it was.
  std::uint32_t number_of(std::string_view text);
  // Returns: the number, or none when the text is not known.
  static constexpr std::uint32_t none = 0xFFFF'FFFFU;
  [[nodiscard]] std::uint32_t find(std::string_view text) const;

  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const noexcept {
    return texts_[number];
  }

 private:
  struct Hash {
    using is_avalanching = void;
    std::size_t operator()(std::string_view text) const noexcept;
  };

  [[nodiscard]] std::string_view keep(std::string_view text);

  boost::unordered_flat_map<std::string_view, std::uint32_t, Hash> numbers_;
  std::vector<std::string_view> texts_;
  std::uint32_t last_{none};  // the number that was asked for last
  std::vector<std::vector<char>> blocks_;
  std::size_t used_{0};  // of the last block
};

}  // namespace allot::files
