// allot map: what the columns of a file of orders, or of stock, mean, as a TOML file to begin with.
#include <iostream>
#include <nlohmann/json.hpp>

#include "files/map_guess.hpp"
#include "files/order_map.hpp"
#include "files/row_account.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/file_progress.hpp"
#include "program/interruption.hpp"
#include "program/terminal.hpp"
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
    if (json) continue;
    std::cout << preset.name << '\n' << files::wrapped(about, "    ", table_columns());
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
std::string preset_text(const files::MapTold& told, std::string& name) {
  if (!told.preset) return {};
  const files::FileLook& look = told.look;
  name = told.preset->name;
  for (const files::Preset& preset : files::presets()) {
    if (preset.name != name) continue;
    return "# " + look.name + " has the columns of the preset " + name +
           ", which is used without --map.\n# The file: " + look.form + "; " + look.sniffed.why +
           ".\n" + std::string(preset.text);
  }
  return {};
}

Result<files::MapTold> tell(const std::string& file) {
  FileProgress progress;
  Result<std::unique_ptr<files::ByteSource>> bytes = files::ByteSource::open_file(file, &progress);
  if (!bytes.ok()) return bytes.status();
  const Result<std::unique_ptr<files::TextSource>> text =
      files::TextSource::open(std::move(bytes.value()), {});
  if (!text.ok()) return text.status();
  return files::tell_map(*text.value(), {});
}

int print_map(const MapOptions& options) {
  const Result<files::MapTold> told = tell(options.file);
  if (!told.ok() && Interruption::came()) {
    return fail_interrupted("map", options.json,
                            "interrupted while " + options.file + " was read; no map is written");
  }
  if (!told.ok()) return fail("map", options.json, told.status(), bad_input);
  const files::FileLook& look = told.value().look;
  std::string preset;
  std::string toml = preset_text(told.value(), preset);
  std::string missing;
  if (toml.empty()) toml = files::stock_map_text(look);
  if (toml.empty()) {
    toml = files::map_text(told.value().guess, look);
    missing = told.value().guess.missing();
  }
  if (options.json) {
    print({{"file", look.name},
           {"form", look.form},
           {"columns", look.columns},
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
