// What a story expects to happen, and whether it did.
//
// Each phrase between commas tells one event: whose order it is of (where not of the order that the
// command names), what happened, and as much of the rest as matters. What happened and is not told
// is a mistake of the story, but for what is_quiet() and behind "and more".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "message_forms.hpp"
#include "speech.hpp"
#include "telling.hpp"

namespace allot::stories {

// One thing that is said about an event.
struct Detail {
  const ValueForm* field{};
  std::int64_t number{};  // of an integer, amount or time
  std::string text;       // of anything else
};

struct Phrase {
  std::string text;   // as the story writes it
  std::string order;  // empty: of the order that the command names
  const EventForm* form{};
  std::vector<Detail> details;

  [[nodiscard]] bool tells(ValueKind kind) const;
};

struct Expectation {
  std::vector<Phrase> phrases;
  bool and_more{};
};

// Returns: what the right side of a command means. Errors: throws a Fault.
[[nodiscard]] Expectation read_expectation(const std::vector<Words>& right, const Speech& speech);

// Returns: the first thing that is otherwise than expected; nothing when all is as expected.
[[nodiscard]] std::optional<std::string> difference(const Expectation& expected,
                                                    const std::vector<Told>& came,
                                                    const std::string& own_order);

// Reads words about named values: "6 units", "pay by 09:15", "lot=7". Used for events, and for
// states of orders and stock.
class DetailReader {
 public:
  // `what`: how messages call what the fields belong to.
  DetailReader(const std::vector<ValueForm>& fields, std::string what, const Speech& speech)
      : fields_(fields), what_(std::move(what)), speech_(speech) {}

  // Returns: what the words from `at` on say. Errors: throws a Fault.
  [[nodiscard]] std::vector<Detail> read(const Words& words, std::size_t at) const;

 private:
  [[nodiscard]] std::size_t read_one(const Words& words, std::size_t at,
                                     std::vector<Detail>& details) const;
  [[nodiscard]] const ValueForm* named(const Words& words, std::size_t& at) const;
  [[nodiscard]] std::size_t read_value(const ValueForm& field, const Words& words, std::size_t at,
                                       std::vector<Detail>& details) const;
  [[nodiscard]] std::size_t read_bare(const Words& words, std::size_t at,
                                      std::vector<Detail>& details) const;
  [[nodiscard]] bool is_value_of(const ValueForm& field, const std::string& text,
                                 bool may_be_code) const;
  [[noreturn]] void refuse_word(const Word& word) const;

  const std::vector<ValueForm>& fields_;
  std::string what_;
  const Speech& speech_;
};

// Returns: whether `fact` is what was said of it; null is nothing.
[[nodiscard]] bool agrees(const Detail& detail, const Fact* fact);

}  // namespace allot::stories
