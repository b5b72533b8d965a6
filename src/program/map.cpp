// allot map: what the columns of a file of orders, or of stock, mean, as a TOML file to begin with.
#include <iostream>
#include <nlohmann/json.hpp>

#include "files/order_map.hpp"
#include "files/row_account.hpp"
#include "files/shop_draft.hpp"
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

Result<files::ShopDraft> draft(const MapOptions& options) {
  FileProgress progress;
  return files::draft_shop(options.file, options.stock, &progress);
}

int print_map(const MapOptions& options) {
  const Result<files::ShopDraft> drafted = draft(options);
  if (!drafted.ok() && Interruption::came()) {
    return fail_interrupted("map", options.json,
                            "interrupted while " + options.file + " was read; no map is written");
  }
  if (!drafted.ok()) return fail("map", options.json, drafted.status(), bad_input);
  const files::ShopDraft& shop = drafted.value();
  if (options.json) {
    Json json{{"file", shop.look.name},
              {"form", shop.look.form},
              {"columns", shop.look.columns},
              {"preset", shop.preset.empty() ? Json() : Json(shop.preset)},
              {"missing", shop.missing},
              {"toml", shop.toml}};
    if (shop.stock) {
      json["stock"] = {
          {"file", shop.stock->name}, {"form", shop.stock->form}, {"columns", shop.stock->columns}};
    }
    print(json);
  } else {
    std::cout << shop.toml;
  }
  if (shop.missing.empty()) return all_well;
  if (shop.near && !shop.near->fault.empty()) {
    std::cerr << "allot map: " << shop.look.name << ": " << shop.near->fault
              << "; the line that says so has to be mended before the map is used\n";
    return bad_input;
  }
  std::cerr << "allot map: no column could be found for: " << shop.missing << "; name it under ["
            << (shop.is_stock ? "stock" : "columns") << "]\n";
  return found_problem;
}

}  // namespace

int map(const MapOptions& options) {
  if (options.presets) return list_presets(options.json);
  if (!options.preset.empty()) return print_preset(options);
  if (!options.file.empty()) return print_map(options);
  if (!options.stock.empty()) {
    return fail("map", options.json,
                {StatusCode::invalid_argument,
                 "--stock is for a list of stock beside orders: name their "
                 "file, too; a list of "
                 "stock alone is given as FILE"},
                bad_input);
  }
  return fail("map", options.json, {StatusCode::invalid_argument, "name a file, or give --presets"},
              bad_input);
}

}  // namespace allot::program
