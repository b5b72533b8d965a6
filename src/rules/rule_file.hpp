// A rule file, read: what it declares and what its rules say, before their conditions are compiled.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/source.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

// Text that is put together of parts of the file, so that what is wrong with it is told where it
// stands there.
class Spliced {
 public:
  // Adds a part of the file as it is.
  void take(std::string_view file, cel::Range part);
  // Adds what stands for `place`.
  void add(std::string_view text, cel::Range place) { add(text, place, false); }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] cel::Range place_of(cel::Range range) const;

 private:
  struct Part {
    std::uint32_t first{};  // in the text
    std::uint32_t last{};
    cel::Range place;  // in the file
    bool as_it_is{};   // byte for byte
  };
  void add(std::string_view text, cel::Range place, bool as_it_is);

  std::string text_;
  std::vector<Part> parts_;
};

template <class T>
struct Placed {
  T value;
  cel::Range place;
};

struct RuleText {
  RuleEntry entry;    // but what it reads
  Spliced condition;  // empty: any order
  cel::Range place;   // of its id
  std::size_t table{no_table};

  static constexpr std::size_t no_table = ~std::size_t{0};
};

struct TableText {
  Code name;
  cel::Range place;
  bool first{};                                 // the first row that holds, not all that do
  std::vector<std::size_t> rules;               // its rows, in their order
  std::vector<std::vector<std::string>> cells;  // of each row, without its verdict
};

struct RuleFile {
  Placed<Code> name;
  std::vector<Placed<RuleAttribute>> attributes;
  std::vector<Placed<RuleList>> lists;
  std::vector<Placed<FeatureDeclaration>> features;
  std::vector<Code> feature_names;
  std::vector<RuleText> rules;  // in the order of the file
  std::vector<TableText> tables;
  std::vector<Placed<ScoreBand>> bands;
  cel::Problems problems;
};

[[nodiscard]] RuleFile read_rules(const Source& source);

}  // namespace allot::rules
