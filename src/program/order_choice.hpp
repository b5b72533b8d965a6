// Which order of a log a person means: one is named by its key, or by its number as the shop has
// it.
//
// The log is read, and decided again only where several channels are defined and it has to be told
// which one had the number. Threads: one.
#pragma once

#include <optional>
#include <string>

#include "allot/journal/storage.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "allot/types/status.hpp"

namespace allot::program {

class LogProgress;

struct OrderName {
  std::string text;
  bool is_number{};     // never a key, whatever it looks like
  std::string channel;  // code of the one that gave the number; empty: whichever has it
};

struct OrderChoice {
  OrderKey key;             // absent: no command names such an order
  Sequence last_command{};  // the last one that names it
  Sequence log_end{};       // the last sequence that was read; 0: there is no log
};

// Returns: the order that the commands up to `up_to` name: that of the key which the text is, or
//          else of the number.
// Errors:  invalid_argument for a text that is neither, for a channel that the log does not have,
//          when several channels have the number, and when Ctrl-C came (Interruption); those of
//          reading the log.
[[nodiscard]] Result<OrderChoice> choose_order(Storage& storage, const OrderName& name,
                                               std::optional<Sequence> up_to,
                                               LogProgress& progress);

}  // namespace allot::program
