// What happened, in the words of stories: "A1 expired 6 units", "TEAPOT x6 held at LEEDS".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "allot/messages/event.hpp"
#include "message_forms.hpp"
#include "speech.hpp"

namespace allot::stories {

// One thing that an event, or the state of an order or of stock, says.
struct Fact {
  const ValueForm* form{};
  std::int64_t number{};
  std::string text;  // as a story writes it
};

struct Told {
  const EventForm* form{};
  std::string order;  // empty: of no order
  std::vector<Fact> facts;

  [[nodiscard]] const Fact* fact(std::string_view name) const;
};

[[nodiscard]] Told tell(const Event& event, const Speech& speech);

// Returns: whether a story may be silent about it: that something was defined or received as the
// command says, or that time has passed.
[[nodiscard]] bool is_quiet(const Told& told);

// Returns: it as an expectation; the order is left out where it is `own_order`.
[[nodiscard]] std::string text_of(const Told& told, const std::string& own_order);

}  // namespace allot::stories
