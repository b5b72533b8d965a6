#include "files/near_preset.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>

#include "files/column_look.hpp"
#include "files/same_text.hpp"
#include "files/toml_text.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

// What a rehearsal gets wrong where the column is another one, or none.
constexpr std::array deciding{Role::order, Role::time,       Role::sku,   Role::quantity,
                              Role::price, Role::line_total, Role::status};
// Of these nothing else of an export has the name.
constexpr std::array replaced{Role::quantity, Role::price};

constexpr std::size_t columns_least = 6;
constexpr std::size_t lacking_most = 2;  // of those by which a preset is told

bool has_column(const FileLook& look, const std::string& name) {
  return column_named(look.columns, name).has_value();
}

// Returns: the names of all columns that the preset speaks of, each once.
std::vector<std::string> names_in(const OrderMap& map) {
  std::vector<std::string> names = map.detect;
  for (const ColumnChoice& choice : map.columns) {
    names.insert(names.end(), choice.columns.begin(), choice.columns.end());
  }
  for (const SkipRule& rule : map.skips) names.push_back(rule.column);
  std::ranges::sort(names);
  const auto again = std::ranges::unique(names);
  names.erase(again.begin(), again.end());
  return names;
}

// How much of a preset a file has.
struct Share {
  std::size_t there{};
  std::size_t of{};

  [[nodiscard]] bool is_most() const { return there >= columns_least && there * 10 >= of * 6; }
  [[nodiscard]] bool more_than(const Share& other) const {
    return there * other.of > other.there * of;
  }
};

Share share_of(const OrderMap& map, const FileLook& look) {
  Share share;
  for (const std::string& name : names_in(map)) {
    ++share.of;
    share.there += has_column(look, name) ? 1U : 0U;
  }
  return share;
}

// Whether its columns are those of one file, each by its own name, and are enough to tell it.
bool is_plain(const OrderMap& map) {
  return map.packed.column.empty() && !map.numbered && map.joins.empty() && map.file.empty() &&
         map.detect_values.empty() && !map.detect.empty();
}

bool lacks_few(const OrderMap& map, const FileLook& look) {
  const auto lacking = static_cast<std::size_t>(std::ranges::count_if(
      map.detect, [&look](const std::string& name) { return !has_column(look, name); }));
  return lacking > 0 && lacking <= lacking_most;
}

// Returns: the columns of the file that the preset does not speak of.
FileLook others_in(const FileLook& look, const OrderMap& map) {
  std::vector<bool> is_known(look.columns.size());
  for (const std::string& name : names_in(map)) {
    if (const auto at = column_named(look.columns, name)) is_known[*at] = true;
  }
  FileLook others = look;
  const auto keep = [&is_known](std::vector<std::string>& texts) {
    std::vector<std::string> kept;
    for (std::size_t c = 0; c < is_known.size() && c < texts.size(); ++c) {
      if (!is_known[c]) kept.push_back(std::move(texts[c]));
    }
    texts = std::move(kept);
  };
  keep(others.columns);
  for (std::vector<std::string>& row : others.rows) keep(row);
  return others;
}

// Returns: the only column of `others` that is called like `role` whole, where its texts are such
//          as well; empty where there is none, or several.
std::string stands_for(const FileLook& others, const OrderMap& guess, Role role) {
  const ColumnLook columns(others);
  std::string only;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool is_filled = columns.texts(c).size() * 2 > columns.rows().size();
    if (!columns.is_whole(c, role) || !is_filled) continue;
    if (!only.empty()) return {};
    only = columns.name(c);
  }
  const std::vector<std::string>& chosen = guess.of(role).columns;
  return chosen.size() == 1 && chosen[0] == only ? only : std::string();
}

// A column of the preset that the file lacks and a rehearsal needs.
struct Gap {
  Role role{};
  std::string column;   // as the preset calls it
  std::string perhaps;  // which of the file it may be; empty: none looks like it
  bool is_taken{};      // and is taken for it
};

class Completion {
 public:
  Completion(const FileLook& look, OrderMap map) : look_(look), map_(std::move(map)) {}

  NearPreset run(const std::string& text, OrderMap (*guess)(const FileLook&)) {
    find_gaps(guess);
    NearPreset near;
    near.toml = text_of(text);
    for (const Gap& gap : gaps_) {
      const std::string key(role_names[static_cast<std::size_t>(gap.role)]);
      if (gap.is_taken) {
        near.doubts.push_back({"preset_column_taken",
                               "'" + gap.perhaps + "' is taken for the preset's '" + gap.column +
                                   "', as the file " + has_most() + " and lacks that one; " + key +
                                   " under [columns] of a map confirms it, or names another",
                               true});
        continue;
      }
      near.missing += (near.missing.empty() ? "" : ", ") + key;
      near.fault +=
          (near.fault.empty() ? "the file " + has_most() + ", and lacks " : std::string(", ")) +
          "'" + gap.column + "' (" + key + ")" +
          (gap.perhaps.empty() ? "" : "; is it '" + gap.perhaps + "'?");
    }
    if (near.missing.empty() && near.doubts.empty()) {
      near.doubts.push_back(
          {"preset_columns_lacking",
           "the file " + has_most() + ", and is read by it; it lacks " + all_lacking(), false});
    }
    drop_lacking();
    near.map = std::move(map_);
    return near;
  }

 private:
  [[nodiscard]] bool lacks(const std::string& name) const { return !has_column(look_, name); }

  [[nodiscard]] std::string has_most() const {
    const Share share = share_of(map_, look_);
    return "has " + json::grouped(share.there) + " of the " + json::grouped(share.of) +
           " columns of the preset " + map_.name;
  }

  [[nodiscard]] std::string all_lacking() const {
    std::string names;
    for (const std::string& name : map_.detect) {
      if (lacks(name)) names += (names.empty() ? "'" : ", '") + name + "'";
    }
    return names;
  }

  // Effects: fills `gaps_`. What another column stands in for, such as a name for a missing SKU of
  // a few rows, is lacking where the first is.
  void find_gaps(OrderMap (*guess)(const FileLook&)) {
    const FileLook others = others_in(look_, map_);
    const OrderMap guessed = guess(others);
    for (const Role role : deciding) {
      const std::vector<std::string>& names = map_.of(role).columns;
      if (names.empty() || !lacks(names[0])) continue;
      const bool is_told = std::ranges::find(map_.detect, names[0]) != map_.detect.end();
      const bool is_always = role == Role::order || role == Role::time || role == Role::sku;
      if (!is_told && (!is_always || names.size() > 1)) continue;
      Gap gap{role, names[0], stands_for(others, guessed, role), false};
      gap.is_taken = !gap.perhaps.empty() && std::ranges::find(replaced, role) != replaced.end();
      gaps_.push_back(std::move(gap));
    }
  }

  // Effects: the map has the columns of the file alone, and is told by none that is lacking.
  void drop_lacking() {
    for (const Gap& gap : gaps_) {
      if (gap.is_taken) map_.of(gap.role).columns[0] = gap.perhaps;
    }
    const auto is_lacking = [this](const std::string& name) { return lacks(name); };
    for (const Role role : deciding) std::erase_if(map_.of(role).columns, is_lacking);
    std::erase_if(map_.detect, is_lacking);
  }

  [[nodiscard]] const Gap* gap_of(const std::string& column) const {
    const auto found = std::ranges::find(gaps_, column, &Gap::column);
    return found == gaps_.end() ? nullptr : &*found;
  }

  // Returns: a line of [columns] as the file has it; what has to be named stands there as the
  //          preset has it, so that the map is refused until somebody mends it.
  [[nodiscard]] std::string column_line(std::string line, const ColumnChoice& choice) const {
    std::size_t there = 0;
    for (const std::string& name : choice.columns) there += lacks(name) ? 0U : 1U;
    if (there == choice.columns.size()) return line;
    if (const Gap* gap = gap_of(choice.columns[0])) {
      const std::string name = quoted(gap->column);
      if (gap->is_taken) {
        line.replace(line.find(name), name.size(), quoted(gap->perhaps));
        return line + "  # Look at this: the preset says " + in_comment(name);
      }
      return line + "  # Look at this: the file has no such column; name it here" +
             (gap->perhaps.empty() ? std::string() : ", perhaps " + quoted(gap->perhaps));
    }
    if (there == 0) return "# " + line + "  # not in the file";
    for (const std::string& name : choice.columns) {
      if (!lacks(name)) continue;
      for (const std::string& part : {quoted(name) + ", ", ", " + quoted(name)}) {
        const std::size_t at = line.find(part);
        if (at == std::string::npos) continue;
        line.erase(at, part.size());
        break;
      }
    }
    return line;
  }

  // Returns: whether a block of the preset's text is a rule about a column that is lacking.
  [[nodiscard]] bool is_lacking_rule(const std::string& block) const {
    return block.starts_with("[[skip]]") &&
           std::ranges::any_of(map_.skips, [&](const SkipRule& rule) {
             return lacks(rule.column) &&
                    block.find("\ncolumn = " + quoted(rule.column) + "\n") != std::string::npos;
           });
  }

  // Returns: the preset's text, block for block, with the columns of the file.
  [[nodiscard]] std::string text_of(const std::string& preset) const {
    std::string text = "# The preset " + map_.name +
                       ", but for what the file lacks: " + in_comment(all_lacking()) + ".\n";
    std::size_t at = 0;
    bool is_first = true;
    while (at < preset.size()) {
      std::size_t end = preset.find("\n\n", at);
      end = end == std::string::npos ? preset.size() : end + 1;
      std::string block = preset.substr(at, end - at);
      if (!block.ends_with('\n')) block += '\n';
      at = end == preset.size() ? end : end + 1;
      if (block.starts_with("[detect_values]")) continue;
      const bool is_columns = block.starts_with("[columns]");
      const bool is_left = is_lacking_rule(block);
      std::istringstream lines(block);
      if (!std::exchange(is_first, false)) text += '\n';
      for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("detect = ")) continue;
        if (is_columns) {
          for (std::size_t r = 0; r < role_count; ++r) {
            const bool is_role = line.starts_with(std::string(role_names[r]) + " = ");
            if (is_role && !map_.columns[r].columns.empty()) {
              line = column_line(line, map_.columns[r]);
              break;
            }
          }
        }
        text += (is_left ? "# " : "") + line + "\n";
      }
    }
    return text;
  }

  const FileLook& look_;
  OrderMap map_;
  std::vector<Gap> gaps_;
};

}  // namespace

std::optional<NearPreset> near_preset(const FileLook& look, OrderMap (*guess)(const FileLook&)) {
  const Preset* best = nullptr;
  Share most;
  for (const Preset& preset : presets()) {
    const Result<OrderMap> map = order_map_named(std::string(preset.name));
    if (!map.ok() || !is_plain(map.value()) || !lacks_few(map.value(), look)) continue;
    const Share share = share_of(map.value(), look);
    if (!share.is_most() || (best != nullptr && !share.more_than(most))) continue;
    best = &preset;
    most = share;
  }
  if (best == nullptr) return std::nullopt;
  Result<OrderMap> map = order_map_named(std::string(best->name));
  if (!map.ok()) return std::nullopt;
  return Completion(look, std::move(map.value())).run(std::string(best->text), guess);
}

Status fault_of(const NearPreset& near, const FileLook& look) {
  return {StatusCode::invalid_argument,
          look.name + ":" + std::to_string(look.header_line) + ": " + near.fault +
              "\n  Write a map with: allot map " + look.name +
              " > orders.toml, which begins with the preset; name the column there, or take its "
              "line out where the file has none, and give it with --map orders.toml"};
}

}  // namespace allot::files
