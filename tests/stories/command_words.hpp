// The words of a command as the JSON that `allot apply` takes.
//
//   place A1 TEAPOT x6 @15.00 UGLY x1 shortage=backorder
//
// Words with "=" name their field. The others are told by what they look like, and else stand in
// the order in which docs/commands.md has the fields that are needed: `receive TEAPOT LEEDS x10`.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>

#include "message_forms.hpp"
#include "speech.hpp"

namespace allot::stories {

// What a story may leave out, and what then is meant.
struct Defaults {
  // Returns: the list price of a SKU; 0 when it has none.
  std::function<std::int64_t(std::string_view sku)> list_price;
  // Returns: the version of an order as it is now.
  std::function<std::int64_t(const std::string& order)> version;
};

// `words`: with the command's name in front. Returns: {"place":{...}}.
// Errors: throws a Fault.
[[nodiscard]] nlohmann::ordered_json read_command(const Words& words, Speech& speech,
                                                  const Defaults& defaults);

}  // namespace allot::stories
