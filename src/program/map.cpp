// allot map: what the columns of a file of orders mean, as a TOML file to begin with.
#include <iostream>
#include <nlohmann/json.hpp>

#include "files/map_guess.hpp"
#include "files/order_map.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

void print(const Json& json) {
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

int list_presets(bool json) {
  Json all = Json::array();
  for (const files::Preset& preset : files::presets()) {
    const Result<files::OrderMap> map =
        files::parse_order_map(std::string(preset.name), preset.text);
    const std::string about = map.ok() ? map.value().about : map.status().message();
    all.push_back({{"name", preset.name}, {"about", about}});
    if (!json) std::cout << preset.name << "\n    " << about << '\n';
  }
  if (json) print({{"presets", all}});
  return all_well;
}

int print_preset(const MapOptions& options) {
  const Result<files::OrderMap> map = files::order_map_named(options.preset);
  if (!map.ok()) return fail("map", options.json, map.status(), bad_input);
  for (const files::Preset& preset : files::presets()) {
    if (preset.name != options.preset) continue;
    if (options.json) {
      print({{"preset", options.preset}, {"toml", preset.text}});
    } else {
      std::cout << preset.text;
    }
    return all_well;
  }
  return fail(
      "map", options.json,
      {StatusCode::not_found, options.preset + ": is no preset; allot map --presets lists them"},
      bad_input);
}

// Returns: the map of the preset that the file is of, with a comment; empty when there is none.
std::string preset_text(const files::FileLook& look, std::string& name) {
  const std::optional<files::OrderMap> map = files::preset_for(look);
  if (!map) return {};
  name = map->name;
  for (const files::Preset& preset : files::presets()) {
    if (preset.name != map->name) continue;
    return "# " + look.name + " has the columns of the preset " + map->name +
           ", which is used without --map.\n# The file: " + look.form + "; " + look.sniffed.why +
           ".\n" + std::string(preset.text);
  }
  return {};
}

int print_map(const MapOptions& options) {
  Result<std::unique_ptr<files::ByteSource>> bytes = files::ByteSource::open_file(options.file);
  if (!bytes.ok()) return fail("map", options.json, bytes.status(), bad_input);
  const Result<std::unique_ptr<files::TextSource>> text =
      files::TextSource::open(std::move(bytes.value()), {});
  if (!text.ok()) return fail("map", options.json, text.status(), bad_input);
  const Result<files::FileLook> look = files::look_at(*text.value(), {});
  if (!look.ok()) return fail("map", options.json, look.status(), bad_input);
  std::string preset;
  std::string toml = preset_text(look.value(), preset);
  std::string missing;
  if (toml.empty()) {
    const files::MapGuess guess = files::guess_map(look.value());
    toml = files::map_text(guess, look.value());
    missing = guess.missing();
  }
  if (options.json) {
    print({{"file", look.value().name},
           {"form", look.value().form},
           {"columns", look.value().columns},
           {"preset", preset.empty() ? Json() : Json(preset)},
           {"missing", missing},
           {"toml", toml}});
  } else {
    std::cout << toml;
  }
  if (missing.empty()) return all_well;
  std::cerr << "allot map: no column could be found for: " << missing
            << "; name it under [columns]\n";
  return found_problem;
}

}  // namespace

int map(const MapOptions& options) {
  if (options.presets) return list_presets(options.json);
  if (!options.preset.empty()) return print_preset(options);
  if (!options.file.empty()) return print_map(options);
  return fail("map", options.json, {StatusCode::invalid_argument, "name a file, or give --presets"},
              bad_input);
}

}  // namespace allot::program
