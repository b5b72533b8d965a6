#include "journal/frame_records.hpp"

#include <algorithm>

#include "journal/byte_order.hpp"
#include "journal/record_layout.hpp"

namespace allot {

Status FrameRecords::decode(std::span<const std::byte> rest, Sequence expected) {
  // Room for all that the record's bytes could hold, as lines or as ids, not for what it claims.
  const std::size_t units = rest.size() < 2 ? 0 : load<std::uint16_t>(rest.data());
  const std::size_t record = std::min(units * 8, rest.size());
  const std::size_t words =
      record / record_layout::line_bytes * (sizeof(OrderLine) / 8) + record / 8 + 1;
  if (list_room_.size() < words) list_room_.resize(words);
  const RecordFault fault =
      decode_record(rest, expected, header.base_time, ListRoom(std::span(list_room_)), decoded_);
  if (fault == RecordFault::none) return {};
  const bool newer = fault == RecordFault::type_unknown || fault == RecordFault::flags_unknown;
  return {newer ? StatusCode::unsupported : StatusCode::corrupt,
          "record " + std::to_string(index_) +
              " of the frame: " + std::string{record_fault_text(fault)} +
              (newer ? "; use the version of this library that wrote it" : "")};
}

Status FrameRecords::next(Sequence expected, TimeNs least, LogRecord& out) {
  const auto body =
      std::span<const std::byte>{bytes}.subspan(frame_header_bytes, header.body_bytes);
  if (Status status = decode(body.subspan(cursor_), expected); !status.ok()) return status;
  if (decoded_.command.time < least) {
    return {StatusCode::corrupt,
            "record " + std::to_string(index_) + " of the frame: its time goes back"};
  }
  const bool last = index_ + 1 == header.count;
  if (last && cursor_ + decoded_.bytes != body.size()) {
    return {StatusCode::corrupt, "bytes behind the frame's last record"};
  }
  out.command = decoded_.command;
  out.has_check = header.has_checks;
  out.check = 0;
  if (header.has_checks) {
    out.check = load<std::uint32_t>(bytes.data() + frame_header_bytes + header.body_bytes +
                                    std::size_t{index_} * 4);
  }
  out.epoch = header.epoch;
  out.bytes = static_cast<std::uint32_t>(decoded_.bytes);
  out.position = {.segment = header.segment,
                  .offset = header.offset + frame_header_bytes + cursor_};
  cursor_ += decoded_.bytes;
  ++index_;
  return {};
}

}  // namespace allot
