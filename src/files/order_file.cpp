// Which file is meant, and by which map it is read.
#include <filesystem>

#include "files/map_guess.hpp"
#include "files/order_loader.hpp"

namespace allot::files {

namespace {

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

// Returns: the map of a file that came without one, or with one, `said`, that leaves its columns
//          to be told.
Result<OrderMap> map_for(const TextSource& text, const OrderMap& said,
                         std::vector<MapGuess::Doubt>& doubts) {
  Result<MapTold> told = tell_map(text, said.form);
  if (!told.ok()) return told.status();
  if (told.value().preset) return std::move(*told.value().preset);
  const FileLook& look = told.value().look;
  MapGuess& guess = told.value().guess;
  if (const std::string missing = guess.missing(); !missing.empty()) {
    std::string columns;
    for (const std::string& column : look.columns) {
      if (columns.size() > 400) {
        columns += ", ...";
        break;
      }
      columns += (columns.empty() ? "'" : ", '") + column + "'";
    }
    std::string why;
    for (const MapGuess::Doubt& doubt : guess.doubts) {
      if (doubt.name == times_unread || doubt.name == order_refused || doubt.name == sku_refused) {
        why += "\n  " + doubt.text + ".";
      }
    }
    return Status{StatusCode::invalid_argument,
                  text.name() + ":1: no column could be found for: " + missing + why +
                      "\n  The file is " + look.form + "; " + look.sniffed.why +
                      ".\n  Its columns: " + columns + "\n  Write a map with: allot map " +
                      text.name() + " > orders.toml, mend it, and give it with --map orders.toml"};
  }
  doubts = std::move(guess.doubts);
  if (!said.time_formats.empty()) {
    std::erase_if(doubts, [](const auto& doubt) {
      return doubt.name == times_ambiguous || doubt.name == times_of_numbers;
    });
  }
  return std::move(guess.map);
}

}  // namespace

Result<OrderFile> read_order_file(const std::string& path, const std::string& map_name,
                                  const OrderLoadOptions& options) {
  OrderFile file;
  std::string place = path;
  if (!map_name.empty()) {
    Result<OrderMap> map = order_map_named(map_name);
    if (!map.ok()) return map.status();
    file.map = std::move(map.value());
    std::error_code error;
    if (std::filesystem::is_directory(path, error) && !file.map.file.empty()) {
      place = path + "/" + file.map.file;
    }
  }
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(place, options.watch);
  if (!bytes.ok()) return bytes.status();
  Result<std::unique_ptr<TextSource>> text =
      TextSource::open(std::move(bytes.value()), file.map.form.encoding);
  if (!text.ok()) return text.status();
  std::vector<MapGuess::Doubt> doubts;
  if (!has_columns(file.map)) {
    Result<OrderMap> told = map_for(*text.value(), file.map, doubts);
    if (!told.ok()) return told.status();
    file.map = map_name.empty() ? std::move(told.value())
                                : completed(std::move(file.map), std::move(told.value()));
  }
  Result<std::unique_ptr<RecordReader>> records =
      open_records(std::move(text.value()), file.map.form);
  if (!records.ok()) return records.status();
  Result<std::unique_ptr<MappedRecords>> mapped =
      MappedRecords::open(std::move(records.value()), file.map, folder_of(place), options.watch);
  if (!mapped.ok()) return mapped.status();
  Result<OrderLoad> load = load_orders(std::move(mapped.value()), file.map, options);
  if (!load.ok()) return load.status();
  file.load = std::move(load.value());
  for (const MapGuess::Doubt& doubt : doubts) {
    if (doubt.assumed)
      file.load.account.assume(doubt.name, doubt.text);
    else
      file.load.account.note(doubt.name, doubt.text, 0, 0);
  }
  return file;
}

}  // namespace allot::files
