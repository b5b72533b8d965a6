// What `allot top` shows at one moment, as lines for people and as an object for programs.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "allot/journal/storage.hpp"
#include "inspection/log_pulse.hpp"
#include "json/print_form.hpp"

namespace allot::program {

// A consumer that keeps its position beside the log.
struct ConsumerLag {
  std::string name;
  Sequence sequence{};  // it is done with everything up to this one
  Sequence behind{};
  std::string fault;  // why its position cannot be read; empty when it can
};

// A SKU that runs out, by the code that people know.
struct NamedRunsOut {
  std::string sku;
  inspection::RunsOut how;
};

struct TopFrame {
  std::string directory;
  Sequence sequence{};
  TimeNs time{};
  bool live{};  // a writer has the log open
  std::int64_t window_ns{};
  inspection::OrderFlow recent;
  std::int64_t recent_ns{};
  inspection::OrderFlow all;
  inspection::Queues queues;
  std::vector<ConsumerLag> consumers;
  std::vector<NamedRunsOut> runs_out;  // soonest first
  std::uint64_t gone{};                // SKUs asked for lately of which nothing is left
};

// Effects: reads the positions of the consumers from `storage`.
[[nodiscard]] TopFrame top_frame(const inspection::LogPulse& pulse, const Core& core,
                                 Storage& storage, std::int64_t window_ns);

// Returns: lines of at most `columns`, each with its end; at most `lines` of them: what there is no
//          room for is left out from the end of each list.
[[nodiscard]] std::string top_text(const TopFrame& frame, std::size_t columns, std::size_t lines);

[[nodiscard]] nlohmann::ordered_json top_json(const TopFrame& frame, json::PrintForm form);

}  // namespace allot::program
