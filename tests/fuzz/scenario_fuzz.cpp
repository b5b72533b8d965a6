// Any bytes as a scenario: values within their ranges or an error that names file, line and column.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "simulation/scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace allot::simulation;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto scenario = parse_scenario("fuzz.json", text);
  if (!scenario.ok()) {
    if (scenario.status().message().rfind("fuzz.json:", 0) != 0) std::abort();
    return 0;
  }
  const Scenario& value = scenario.value();
  if (value.nodes.empty() || value.channels.empty() || value.zone_groups.empty()) std::abort();
  for (const LaneSpec& lane : value.lanes) {
    if (lane.node >= value.nodes.size() || lane.group >= value.zone_groups.size()) std::abort();
  }
  for (const ChannelSpec& channel : value.channels) {
    for (const std::uint32_t node : channel.nodes) {
      if (node >= value.nodes.size()) std::abort();
    }
  }
  static_cast<void>(value.group_of("Germany"));
  return 0;
}
