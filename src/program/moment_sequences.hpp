// Moments of a log as sequences, for what counts in these: replay, copies, records.
#pragma once

#include <optional>
#include <string>

#include "allot/journal/storage.hpp"
#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
#include "inspection/moment.hpp"

namespace allot::program {

// Returns: the sequence of `to` itself; of a time the last one that the log has by then, as far as
//          it is whole: whoever reads it next meets and tells the damage. Nothing for no moment.
// Errors:  not_found where the log begins behind the time; io_error when Ctrl-C came (Interruption)
//          while the log was read.
[[nodiscard]] Result<std::optional<Sequence>> last_sequence_of(Storage& storage,
                                                               const inspection::Moment& to);

// Returns: the same of `from`; of a time the first sequence that is of then or later, one behind
//          the log's last when it has none. Errors: io_error, as above.
[[nodiscard]] Result<std::optional<Sequence>> first_sequence_of(Storage& storage,
                                                                const inspection::Moment& from);

// How a command that was given such a moment says that it has no sequence.
// Returns: the exit status.
int fail_moment(std::string_view command, bool json, const Status& why);

}  // namespace allot::program
