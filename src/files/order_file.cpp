// Which file is meant, and by which map it is read.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "files/characters.hpp"
#include "files/column_look.hpp"
#include "files/content_guess.hpp"
#include "files/draft_lines.hpp"
#include "files/map_guess.hpp"
#include "files/order_loader.hpp"
#include "files/shop_draft.hpp"
#include "files/stock_draft.hpp"

namespace allot::files {

namespace {

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

// Returns: the columns that the guess has no use for, as a sentence names them; of many the first.
std::string unused_names(const FileLook& look, const OrderMap& map) {
  constexpr std::size_t named_most = 8;
  std::string names;
  std::size_t unused = 0;
  for (const std::string& column : look.columns) {
    const bool used = std::ranges::any_of(map.columns, [&column](const ColumnChoice& choice) {
      return std::ranges::find(choice.columns, column) != choice.columns.end();
    });
    if (used || ++unused > named_most) continue;
    names += (names.empty() ? "'" : ", '") + column + "'";
  }
  if (unused > named_most) names += " and " + std::to_string(unused - named_most) + " more";
  return names;
}

// Returns: whether the map has no use for a column.
bool is_unused(const std::string& column, const OrderMap& map) {
  return std::ranges::none_of(map.columns,
                              [&column](const ColumnChoice& choice) {
                                return std::ranges::find(choice.columns, column) !=
                                       choice.columns.end();
                              }) &&
         std::ranges::none_of(map.skips,
                              [&column](const SkipRule& rule) { return rule.column == column; });
}

// Returns: the map of a file that came without one, or with one, `said`, that leaves its columns
//          to be told.
Result<OrderMap> map_for(const TextSource& text, const OrderMap& said,
                         std::vector<MapGuess::Doubt>& doubts) {
  Result<MapTold> told = tell_map(text, said.form);
  if (!told.ok()) return told.status();
  if (told.value().preset) return std::move(*told.value().preset);
  const FileLook& look = told.value().look;
  if (std::optional<NearPreset>& near = told.value().near) {
    if (!near->missing.empty()) return fault_of(*near, look);
    doubts = std::move(near->doubts);
    return std::move(near->map);
  }
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
      if (doubt.name == times_unread || doubt.name == order_refused || doubt.name == sku_refused ||
          (doubt.name == packed_column && !guess.map.of(Role::sku).given())) {
        why += "\n  " + doubt.text + ".";
      }
    }
    if (!stock_map_text(look).empty()) {
      why += "\n  It looks like a list of stock: are --orders and --stock swapped?";
    }
    return Status{StatusCode::invalid_argument,
                  text.name() + ":" + std::to_string(look.header_line) +
                      ": no column could be found for: " + missing + why + "\n  The file is " +
                      look.form + "; " + look.sniffed.why + encoding_advice(look.form, "in a map") +
                      ".\n  Its columns: " + columns + "\n  Write a map with: allot map " +
                      text.name() +
                      " > orders.toml, mend it, and give it with --map orders.toml; with a "
                      "list of stock at hand, --stock STOCK writes one map for both"};
  }
  doubts = std::move(guess.doubts);
  if (const std::string unused = unused_names(look, guess.map); !unused.empty()) {
    doubts.push_back({"unknown_columns", "columns that are not used: " + unused, false});
  }
  if (!said.time_formats.empty()) {
    std::erase_if(doubts, [](const auto& doubt) {
      return doubt.name == times_ambiguous || doubt.name == times_of_numbers;
    });
  }
  return std::move(guess.map);
}

// Effects: tells of a column that looks like a status and that a map of somebody's does not use.
// Requires: nothing of the text was read.
void tell_unused_status(const TextSource& text, const OrderMap& map,
                        std::vector<MapGuess::Doubt>& doubts) {
  const Result<FileLook> look = look_at(text, map.form);
  if (!look.ok()) return;  // reading it will say so
  const ContentHints nothing;
  const MapGuess guess = guess_map(look.value(), &nothing);
  const ColumnChoice& named = guess.map.of(Role::status);
  const std::string column = named.columns.size() == 1 ? named.columns[0] : guess.perhaps_status;
  if (column.empty() || !is_unused(column, map)) return;
  const ColumnLook columns(look.value());
  const std::size_t place = columns.place_of(column);
  const bool is_one = named.given() || columns.says_status(place);
  doubts.push_back({"status_unused",
                    "'" + column + "' looks like a status, " + counted_list(columns, place) +
                        ", and the map does not use it, so that all of these count as sold; status "
                        "under [columns] names it, [status] says what its texts mean",
                    is_one});
}

// A preset that reads a folder, and the files that it reads there.
struct FolderPreset {
  std::string name;
  OrderMap map;
  std::vector<std::string> files;
};

const std::vector<FolderPreset>& folder_presets() {
  static const std::vector<FolderPreset> all = [] {
    std::vector<FolderPreset> found;
    for (const Preset& preset : presets()) {
      Result<OrderMap> map = order_map_named(std::string(preset.name));
      if (!map.ok() || map.value().file.empty()) continue;
      std::vector<std::string> files{map.value().file};
      for (const Join& join : map.value().joins) files.push_back(join.file);
      found.push_back({std::string(preset.name), std::move(map.value()), std::move(files)});
    }
    return found;
  }();
  return all;
}

// Returns: the preset all of whose files the folder has; nothing when there is none, or several.
std::optional<OrderMap> preset_of_folder(const std::string& path) {
  std::optional<OrderMap> found;
  for (const FolderPreset& preset : folder_presets()) {
    const bool has_all = std::ranges::all_of(preset.files, [&path](const std::string& file) {
      std::error_code error;
      return std::filesystem::is_regular_file(std::filesystem::path(path) / file, error);
    });
    if (!has_all) continue;
    if (found) return std::nullopt;
    found = preset.map;
  }
  return found;
}

// `map`: that was asked for; empty: none.
Status no_map_of_folder(const std::string& path, const std::string& map) {
  std::string text = path + ": is a folder";
  text += map.empty() ? ", give a file of it" : ", and the map " + map + " reads one file; give it";
  std::string_view between = "; of a folder";
  for (const FolderPreset& preset : folder_presets()) {
    text += std::string(between) + " --map " + preset.name + " reads ";
    for (std::size_t i = 0; i < preset.files.size(); ++i) {
      if (i > 0) text += i + 1 == preset.files.size() ? " and " : ", ";
      text += preset.files[i];
    }
    between = ",";
  }
  return {StatusCode::invalid_argument, text};
}

// Returns: that a map says another encoding than the bytes of the file at `path` do, as an error of
// its columns goes on; else nothing.
std::string encoding_blamed(const std::string& path, const OrderMap& map) {
  std::error_code error;
  if (!map.form.encoding || *map.form.encoding == Encoding::utf8 ||
      !std::filesystem::is_regular_file(path, error)) {
    return {};
  }
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return {};
  const Result<std::unique_ptr<TextSource>> text = TextSource::open(std::move(bytes.value()), {});
  if (!text.ok() || text.value()->encoding() != Encoding::utf8) return {};
  const std::string_view head = text.value()->head();
  const bool is_ascii =
      std::ranges::all_of(head, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_ascii) return {};
  return "\n  The map says encoding = \"" + std::string(name_of(*map.form.encoding)) +
         "\", and the bytes of this file are UTF-8: take that line out of the map";
}

// Effects: a rule about a column that stands in an order's first row alone holds for the order
// whole, as what its other rows leave blank is what the first one says.
void widen_skips(OrderMap& map, const FileLook& look) {
  const std::vector<std::string>& keys = map.of(Role::order).columns;
  const auto place = [&look](const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(look.columns, name) - look.columns.begin());
  };
  if (map.origin == MapOrigin::preset || keys.size() != 1 || place(keys[0]) == look.columns.size())
    return;
  for (SkipRule& rule : map.skips) {
    const std::size_t column = place(rule.column);
    if (rule.whole_order || column == look.columns.size()) continue;
    std::set<std::string_view> orders;
    std::set<std::string_view> said;  // orders whose first row has a text there
    bool further = false;             // there are further rows of these
    bool stands_there = false;        // and some of them have texts, too
    for (const std::vector<std::string>& row : look.rows) {
      const std::string_view order = cell_text(row[place(keys[0])]);
      const bool has_text = !cell_text(row[column]).empty();
      if (orders.insert(order).second) {
        if (has_text) said.insert(order);
        continue;
      }
      further = further || said.count(order) != 0;
      stands_there = stands_there || has_text;
    }
    rule.whole_order = further && !stands_there;
  }
}

// Reads `place` by the map of `file`, and tells of the doubts.
Result<OrderFile> load_file(std::unique_ptr<TextSource> text, const std::string& place,
                            OrderFile file, const std::vector<MapGuess::Doubt>& doubts,
                            const OrderLoadOptions& options) {
  if (!file.map.skips.empty()) {
    const Result<FileLook> look = look_at(*text, file.map.form);
    if (look.ok()) widen_skips(file.map, look.value());
  }
  Result<std::unique_ptr<RecordReader>> records = open_records(std::move(text), file.map.form);
  if (!records.ok()) return records.status();
  Result<std::unique_ptr<MappedRecords>> mapped =
      MappedRecords::open(std::move(records.value()), file.map, folder_of(place), options.watch);
  if (!mapped.ok()) {
    return Status{mapped.status().code(),
                  mapped.status().message() + encoding_blamed(place, file.map)};
  }
  Result<OrderLoad> load = load_orders(std::move(mapped.value()), file.map, options);
  if (!load.ok()) {
    return Status{load.status().code(), load.status().message() + encoding_blamed(place, file.map)};
  }
  file.load = std::move(load.value());
  for (const MapGuess::Doubt& doubt : doubts) {
    if (doubt.assumed)
      file.load.account.assume(doubt.name, doubt.text);
    else
      file.load.account.note(doubt.name, doubt.text, 0, 0);
  }
  return file;
}

}  // namespace

Result<OrderFile> read_order_file(const std::string& path, const ToldShop& told,
                                  const OrderLoadOptions& options) {
  OrderFile file;
  file.map = *told.map;
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path, options.watch);
  if (!bytes.ok()) return bytes.status();
  Result<std::unique_ptr<TextSource>> text =
      TextSource::open(std::move(bytes.value()), file.map.form.encoding);
  if (!text.ok()) return text.status();
  std::vector<MapGuess::Doubt> doubts = told.doubts;
  if (file.map.origin == MapOrigin::guess) {
    const bool is_told = std::ranges::any_of(
        doubts, [](const auto& doubt) { return doubt.name == "status_unused"; });
    if (!is_told && !file.map.of(Role::status).given()) {
      tell_unused_status(*text.value(), file.map, doubts);
    }
    if (const Result<FileLook> look = look_at(*text.value(), file.map.form); look.ok()) {
      if (const std::string unused = unused_names(look.value(), file.map); !unused.empty()) {
        doubts.push_back({"unknown_columns", "columns that are not used: " + unused, false});
      }
    }
  }
  return load_file(std::move(text.value()), path, std::move(file), doubts, options);
}

Result<OrderFile> read_order_file(const std::string& path, const std::string& map_name,
                                  const OrderLoadOptions& options) {
  OrderFile file;
  std::string place = path;
  if (!map_name.empty()) {
    Result<OrderMap> map = order_map_named(map_name);
    if (!map.ok()) return map.status();
    file.map = std::move(map.value());
  }
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    if (map_name.empty()) file.map = preset_of_folder(path).value_or(OrderMap{});
    if (file.map.file.empty()) return no_map_of_folder(path, map_name);
    place = path + "/" + file.map.file;
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
  } else if (file.map.origin == MapOrigin::file && !file.map.of(Role::status).given()) {
    tell_unused_status(*text.value(), file.map, doubts);
  }
  return load_file(std::move(text.value()), place, std::move(file), doubts, options);
}

}  // namespace allot::files
