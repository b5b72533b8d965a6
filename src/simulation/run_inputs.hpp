// What a rehearsal was given, so that it can be repeated: the names of its files as they were
// typed, and what tells whether a file is still the one that was read.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "simulation/simulation_options.hpp"

namespace allot {

// The content of a file, or of a directory's files in the sequence of their names.
struct ContentMark {
  std::uint64_t bytes{};
  std::uint32_t crc32c{};

  friend bool operator==(const ContentMark&, const ContentMark&) = default;
};

struct InputFile {
  std::string name;                 // as typed; "-" is standard input
  std::optional<ContentMark> mark;  // none: a preset, standard input, a pipe, a key
};

struct RunInputs {
  // By option: "orders", "map", "stock", "more_stock", "products", "nodes", "lanes", "updates",
  // "key_file", "scenario". Those that were not given are absent.
  std::map<std::string, InputFile> files;
  std::uint64_t orders{};  // of the generator; 0: as the scenario says
  std::string from;        // SimulationOptions::from, and until
  std::string until;
};

// Returns: the mark of what lies there now; none where that is neither a file nor a directory, and
//          when `watch`, which may be null, ends it.
// Cost:    reads all of it.
[[nodiscard]] std::optional<ContentMark> content_mark(const std::string& path,
                                                      files::ReadWatch* watch = nullptr);

[[nodiscard]] RunInputs run_inputs(const SimulationOptions& options,
                                   files::ReadWatch* watch = nullptr);

// Effects: sets what `inputs` says; everything else of `options` stays.
void apply_inputs(const RunInputs& inputs, SimulationOptions& options);

// Returns: the member of `options` behind a name of RunInputs::files; null when there is none.
[[nodiscard]] std::string* input_option(SimulationOptions& options, std::string_view name);

[[nodiscard]] nlohmann::ordered_json inputs_json(const RunInputs& inputs);
// Errors: invalid_argument, when `json` is not what inputs_json() makes.
[[nodiscard]] Result<RunInputs> inputs_from(const nlohmann::ordered_json& json);

}  // namespace allot
