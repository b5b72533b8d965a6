#include "simulation/run_inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>
#include <vector>

#include "journal/crc32c.hpp"

namespace allot {
namespace {

using Json = nlohmann::ordered_json;

struct Option {
  std::string_view name;
  std::string SimulationOptions::* file;
};

constexpr std::array<Option, 10> options_with_files{{
    {"orders", &SimulationOptions::orders_file},
    {"map", &SimulationOptions::map},
    {"stock", &SimulationOptions::stock_file},
    {"more_stock", &SimulationOptions::more_stock_file},
    {"products", &SimulationOptions::products_file},
    {"nodes", &SimulationOptions::nodes_file},
    {"lanes", &SimulationOptions::lanes_file},
    {"updates", &SimulationOptions::updates_file},
    {"key_file", &SimulationOptions::key_file},
    {"scenario", &SimulationOptions::scenario_file},
}};

// Returns: false when `watch` ended it.
bool add_file(const std::filesystem::path& path, ContentMark& mark, files::ReadWatch* watch) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  const std::uint64_t before = mark.bytes;
  std::vector<char> buffer(std::size_t{1} << 18U);
  while (file) {
    const std::uint64_t done = mark.bytes - before;
    if (watch != nullptr && !watch->goes_on(path.string(), done, error ? 0 : size)) return false;
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto read = static_cast<std::size_t>(file.gcount());
    mark.bytes += read;
    mark.crc32c = crc32c(std::as_bytes(std::span(buffer.data(), read)), mark.crc32c);
  }
  return true;
}

std::string hex(std::uint32_t value) {
  std::string digits(8, '0');
  for (std::size_t at = digits.size(); at-- > 0; value >>= 4U)
    digits[at] = "0123456789abcdef"[value & 15U];
  return digits;
}

}  // namespace

std::optional<ContentMark> content_mark(const std::string& path, files::ReadWatch* watch) {
  std::error_code error;
  ContentMark mark;
  if (std::filesystem::is_regular_file(path, error)) {
    return add_file(path, mark, watch) ? std::optional(mark) : std::nullopt;
  }
  if (!std::filesystem::is_directory(path, error)) return std::nullopt;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator at(path, error), end; !error && at != end;
       at.increment(error)) {
    if (std::error_code fault; at->is_regular_file(fault)) files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    if (!add_file(file, mark, watch)) return std::nullopt;
  }
  return mark;
}

RunInputs run_inputs(const SimulationOptions& options, files::ReadWatch* watch) {
  RunInputs inputs;
  for (const Option& option : options_with_files) {
    const std::string& name = options.*option.file;
    if (name.empty()) continue;
    // Of a key nothing is told, not even a checksum.
    const bool is_marked = name != "-" && option.name != "key_file";
    inputs.files[std::string(option.name)] = {name,
                                              is_marked ? content_mark(name, watch) : std::nullopt};
  }
  inputs.orders = options.orders;
  inputs.from = options.from;
  inputs.until = options.until;
  return inputs;
}

std::string* input_option(SimulationOptions& options, std::string_view name) {
  for (const Option& option : options_with_files) {
    if (option.name == name) return &(options.*option.file);
  }
  return nullptr;
}

void apply_inputs(const RunInputs& inputs, SimulationOptions& options) {
  for (const Option& option : options_with_files) {
    const auto given = inputs.files.find(std::string(option.name));
    options.*option.file = given == inputs.files.end() ? std::string() : given->second.name;
  }
  options.orders = inputs.orders;
  options.from = inputs.from;
  options.until = inputs.until;
}

Json inputs_json(const RunInputs& inputs) {
  Json json{{"order_count", inputs.orders}, {"files", Json::object()}};
  if (!inputs.from.empty()) json["from"] = inputs.from;
  if (!inputs.until.empty()) json["until"] = inputs.until;
  for (const auto& [option, file] : inputs.files) {
    Json one{{"name", file.name}};
    if (file.mark) {
      one["bytes"] = file.mark->bytes;
      one["crc32c"] = hex(file.mark->crc32c);
    }
    json["files"][option] = std::move(one);
  }
  return json;
}

Result<RunInputs> inputs_from(const Json& json) {
  RunInputs inputs;
  try {
    inputs.orders = json.at("order_count").get<std::uint64_t>();
    inputs.from = json.value("from", "");
    inputs.until = json.value("until", "");
    for (const auto& [option, one] : json.at("files").items()) {
      InputFile file{one.at("name").get<std::string>(), std::nullopt};
      if (one.contains("crc32c")) {
        const auto crc = one.at("crc32c").get<std::string>();
        file.mark = ContentMark{one.at("bytes").get<std::uint64_t>(),
                                static_cast<std::uint32_t>(std::stoul(crc, nullptr, 16))};
      }
      inputs.files[option] = std::move(file);
    }
  } catch (const std::exception& error) {
    return Status{StatusCode::invalid_argument, error.what()};
  }
  return inputs;
}

}  // namespace allot
