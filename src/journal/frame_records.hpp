// The records of the frame that is being read.
#pragma once

#include <span>
#include <vector>

#include "allot/types/status.hpp"
#include "journal/frame.hpp"
#include "journal/log_record.hpp"
#include "journal/record_codec.hpp"

namespace allot {

class FrameRecords {
 public:
  FrameHeader header;
  std::vector<std::byte> bytes;  // the whole frame, header first

  // Effects: the next record is the first.
  void rewind() noexcept {
    index_ = 0;
    cursor_ = 0;
  }
  [[nodiscard]] bool at_end() const noexcept { return index_ == header.count; }
  [[nodiscard]] std::uint32_t index() const noexcept { return index_; }

  // Requires: not at_end(), and the frame is whole.
  // Effects:  decodes the next record, whose sequence has to be `expected` and whose time not
  //           before `least`. Its lists stay valid until the next call.
  // Errors:   unsupported, corrupt; the text says what of the frame it is.
  [[nodiscard]] Status next(Sequence expected, TimeNs least, LogRecord& out);

 private:
  [[nodiscard]] Status decode(std::span<const std::byte> rest, Sequence expected);

  std::uint32_t index_{};                 // of the next record
  std::size_t cursor_{};                  // behind the header
  std::vector<std::uint64_t> list_room_;  // for the lists of the record that was read last
  DecodedRecord decoded_;
};

}  // namespace allot
