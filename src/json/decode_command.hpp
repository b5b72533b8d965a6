// One JSON line to one command.
//
//   {"place":{"command_key":7,"order_key":1001,"channel":"web","zone":"GB","customer":42,
//             "lines":[{"sku":"85123A","quantity":6,"price":255}]},"time":"2010-12-01T08:26:00Z"}
//
// The only keys of a line are the command's name and `time`. Every field of every command:
// docs/commands.md. Strict: an unknown, missing or repeated field, a wrong type, an integer outside
// its range and a code that the catalogue does not have are each refused with
// `FILE:LINE: field "F": cause; what to do`. Business rules are not tested here, that is the
// core's.
//
// Threads:   one at a time. Ownership: the lists of the last decoded command live in the decoder.
// Errors:    Status invalid_argument; nothing is thrown.
// Cost:      some microseconds a line; it allocates. For tools, not for the order path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/types/status.hpp"
#include "json/kept_lists.hpp"
#include "json/names.hpp"

namespace allot::json {

// Where a line came from, for messages.
struct Origin {
  std::string_view file;
  std::uint64_t line{};
};

struct DecodedCommand {
  Command command;  // its lists are borrowed from the decoder until the next decode()
  std::optional<TimeNs> time;
  bool has_command_key{};  // false: the line named none, and command_key is 0
  // Codes of SKUs in a sale made elsewhere that the catalogue does not have, each once. Where there
  // are any, the command is not to be sent: name them by name_sku, and decode the line again.
  std::vector<Code> unknown_skus;
};

class CommandDecoder {
 public:
  // Borrows `names`; look-ups happen while a line is decoded.
  explicit CommandDecoder(const Names& names) noexcept : names_(names) {}

  [[nodiscard]] Result<DecodedCommand> decode(std::string_view text, Origin origin);

 private:
  const Names& names_;
  KeptLists lists_;
};

// Effects: puts `key` into the command, if commands of its type have one.
void set_command_key(Command& command, CommandKey key) noexcept;

}  // namespace allot::json
