// Any bytes as a log record: decoded without harm, and whatever decodes encodes to the same bytes.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>
#include <vector>

#include "journal/record_codec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 8) return 0;
  allot::TimeNs base = 0;
  std::memcpy(&base, data, sizeof base);
  const auto record = std::as_bytes(std::span{data + 8, size - 8});
  static std::vector<allot::OrderLine> lines(allot::record_bytes_max / 12);
  allot::DecodedRecord out;
  if (allot::decode_record(record, 1, base, allot::ListRoom(std::span(lines)), out) !=
      allot::RecordFault::none)
    return 0;
  std::vector<std::byte> again(out.bytes);
  if (allot::encoded_size(out.command, base) != out.bytes) std::abort();
  if (allot::encode_record(out.command, base, again) != out.bytes) std::abort();
  if (std::memcmp(again.data(), record.data(), out.bytes) != 0) std::abort();
  return 0;
}
