// JSON as a small tree that remembers where each value stood, so that an error can say
// file:line:column. Parsing is nlohmann's; this keeps its events and their places.
//
// Limits: bytes_max of text, depth_max of nesting, members_max keys in one object. A key twice in
// one object is refused, and so are fractions and exponents: what is read here are whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "allot/types/status.hpp"

namespace allot::simulation {

struct TextPosition {
  std::uint32_t line{1};
  std::uint32_t column{1};
};

struct PositionedJson {
  static constexpr std::size_t bytes_max = std::size_t{4} * 1024 * 1024;
  static constexpr std::size_t depth_max = 16;
  static constexpr std::size_t members_max = 1'024;

  enum class Kind : std::uint8_t { null, boolean, integer, text, array, object };
  struct Member;

  Kind kind{Kind::null};
  TextPosition at;
  bool boolean{};
  std::int64_t integer{};
  std::string text;
  std::vector<PositionedJson> items;
  std::vector<Member> members;

  // Returns: the member of an object, null when it has none of that name.
  [[nodiscard]] const PositionedJson* find(std::string_view key) const noexcept;
};

struct PositionedJson::Member {
  std::string key;
  TextPosition at;
  PositionedJson value;
};

// Errors: "<name>:<line>:<column>: <cause>".
[[nodiscard]] Result<PositionedJson> parse_positioned_json(const std::string& name,
                                                           std::string_view text);

[[nodiscard]] Status fault_at(const std::string& name, TextPosition at, std::string_view cause);

}  // namespace allot::simulation
