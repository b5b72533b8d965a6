// Any bytes as a JSON line: the decoder refuses them with a message, or what it read prints as a
// line that reads back the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "allot/intake/body_hash.hpp"
#include "json/decode_command.hpp"
#include "json/encode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace allot;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const json::NoNames names;
  json::CommandDecoder decoder(names);
  const auto first = decoder.decode(text, {"fuzz", 1});
  if (!first.ok()) {
    if (!first.status().message().starts_with("fuzz:1: ")) std::abort();
    return 0;
  }
  const std::string printed = json::line_text(json::encode(first.value().command, names));
  const std::uint64_t hash = body_hash(first.value().command);
  const auto second = decoder.decode(printed, {"fuzz", 2});
  if (!second.ok() || body_hash(second.value().command) != hash) std::abort();
  return 0;
}
