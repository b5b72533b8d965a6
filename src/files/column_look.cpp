#include "files/column_look.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "files/characters.hpp"
#include "files/row_account.hpp"
#include "files/text_rules.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

using Json = nlohmann::ordered_json;

bool begins_with_path(std::string_view text, std::string_view path) {
  return text.size() > path.size() && text.starts_with(path) && text[path.size()] == '.';
}

std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('.') + 1);  // npos + 1 is 0
}

bool is_exact(int rank, Names names) { return rank >= 0 && rank < static_cast<int>(names.size()); }

// Roles that are a line's, never the order's.
bool is_of_a_line(Role role) {
  return role == Role::sku || role == Role::quantity || role == Role::price ||
         role == Role::line_total;
}

constexpr int later = ColumnLook::other_place;

// Returns: the rank as the order's key of a column that is not called like one whole. `rank`: its
//          rank by the usual names. `is_order`: it lies beside lines of the order's own; else "id"
//          may be that of a row.
int rank_of_key(std::string_view name, int rank, bool is_order) {
  const Names names = column_names(Role::order);
  const Names bare = words_of(Words::key);
  if (is_name(name, bare)) return is_order ? static_cast<int>(names.size()) - 1 : later;
  if (rank < 0) return rank;
  // Words that say so only when they stand alone: "product_name" is no order.
  return is_name(names[static_cast<std::size_t>(rank) - names.size()], bare) ? -1 : rank;
}

// How much in an array of objects looks like the lines of an order.
struct Likeness {
  std::size_t products{};  // objects with something that is named like a SKU
  std::size_t amounts{};   // objects of these with a quantity, too
};

// Effects: counts what `object` has, and what the objects in it have.
void look_into(const Json& object, bool& product, bool& quantity) {
  for (auto item = object.begin(); item != object.end(); ++item) {
    const auto named = [&item](Role role) {
      const Names names = column_names(role);
      return is_exact(name_rank(item.key(), names), names);
    };
    if (item.value().is_object()) {
      // {"product": {"sku": "A"}}; {"node": {...}}, as GraphQL has it.
      look_into(item.value(), product, quantity);
    } else if (!item.value().is_array()) {
      product = product || named(Role::sku);
      quantity = quantity || named(Role::quantity);
    }
  }
}

Likeness likeness_of(const std::vector<std::string_view>& texts) {
  Likeness found;
  for (const std::string_view text : texts) {
    if (text.front() != '[') continue;
    const Json array = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!array.is_array()) continue;
    for (const Json& element : array) {
      if (!element.is_object()) continue;
      bool product = false;
      bool quantity = false;
      look_into(element, product, quantity);
      found.products += product ? 1 : 0;
      found.amounts += product && quantity ? 1 : 0;
    }
  }
  return found;
}

// Returns: whether `line` is a text, `separator` and a number.
bool is_counted(std::string_view line, std::string_view separator) {
  const std::size_t at = line.rfind(separator);
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view units = line.substr(at + separator.size());
  return !units.empty() && units.size() <= 6 && std::ranges::all_of(units, is_digit);
}

// Returns: how many lines of such a kind a cell holds; 0 where one of its parts is none.
std::size_t counted_lines(std::string_view cell, std::string_view between,
                          std::string_view separator) {
  for (std::size_t lines = 1;; ++lines) {
    const std::size_t end = cell.find(between);
    if (!is_counted(cell.substr(0, end), separator)) return 0;
    if (end == std::string_view::npos) return lines;
    cell.remove_prefix(end + between.size());
  }
}

}  // namespace

std::string lines_of_orders(const FileLook& look) {
  if (look.sniffed.shape != Shape::json_lines || !look.lines.empty()) return {};
  const ColumnLook columns(look);
  std::string found;
  Likeness best;
  int best_rank = -1;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const Likeness likeness = likeness_of(columns.texts(c));
    const int rank = name_rank(last_part(columns.name(c)), words_of(Words::lines));
    // What is called like lines may lack quantities; another array needs them.
    if (likeness.products == 0 || (likeness.amounts == 0 && rank < 0)) continue;
    const bool has_amounts = likeness.amounts > 0;
    const bool is_better = (has_amounts != (best.amounts > 0)) ? has_amounts
                           : (rank < 0) != (best_rank < 0)     ? rank >= 0
                           : rank != best_rank                 ? rank < best_rank
                                                               : likeness.amounts > best.amounts;
    if (!found.empty() && !is_better) continue;
    found = columns.name(c);
    best = likeness;
    best_rank = rank;
  }
  return found;
}

std::string Flaws::told(std::string_view what) const {
  return json::grouped(count) + " of " + json::grouped(texts) + " texts are no " +
         std::string(what) + ", the first in line " + std::to_string(line) + ": " + shown(first);
}

std::size_t ColumnLook::place_of(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::find(look_.columns, name) - look_.columns.begin());
}

std::uint64_t ColumnLook::line_of(std::size_t column, std::string_view text) const {
  for (std::size_t row = 0; row < look_.rows.size(); ++row) {
    if (cell_text(look_.rows[row][column]) == text) return look_.places[row];
  }
  return 0;
}

bool ColumnLook::is_of_line(std::size_t column) const {
  return !look_.lines.empty() && begins_with_path(look_.columns[column], look_.lines);
}

// Returns: the name without the path of what all values of an order, or of a line, lie in. That an
//          address is one says nothing: "shipping_address.country" is the country of shipping.
std::string ColumnLook::plain_name(std::size_t column) const {
  std::string_view name = look_.columns[column];
  if (look_.lines.empty()) return std::string(name);
  if (is_of_line(column)) return std::string(name.substr(look_.lines.size() + 1));
  std::string_view path = look_.lines;
  for (std::size_t end = path.find('.'); end != std::string_view::npos; end = path.find('.')) {
    if (!begins_with_path(name, path.substr(0, end))) break;
    name.remove_prefix(end + 1);
    path.remove_prefix(end + 1);
  }
  std::string plain = folded_name(name);
  constexpr std::string_view address = "address";
  if (const std::size_t at = plain.find(address); at != std::string::npos && at > 0) {
    plain.erase(at, address.size());
  }
  return plain;
}

int ColumnLook::rank(std::size_t column, Role role) const {
  const bool in_line = is_of_line(column);
  const bool has_lines = !look_.lines.empty();
  if (has_lines && !in_line && is_of_a_line(role)) return -1;
  const Names names = column_names(role);
  const std::string name = plain_name(column);
  int rank = name_rank(name, names);
  if (in_line && !is_exact(rank, names)) {
    // "node.sku": of a line the last part says it.
    const int last = name_rank(last_part(name), names);
    if (is_exact(last, names)) rank = last;
  }
  if (role == Role::order && !is_exact(rank, names)) {
    rank = rank_of_key(name, rank, has_lines && !in_line);
  }
  const std::string_view word = role == Role::sku ? "sku" : role == Role::quantity ? "qty" : "";
  if (!word.empty() && !is_exact(rank, names) && has_whole_word(look_.columns[column], word)) {
    rank = static_cast<int>(names.size()) - 1;
  }
  if (rank < 0 || (!is_exact(rank, names) && has_word(name, foreign_words(role)))) return -1;
  const bool is_worse = name_rank(name, names) != rank || !is_exact(rank, names);
  if (is_worse && has_word(name, worse_words(role))) rank += later;
  return !has_lines || in_line == is_of_a_line(role) ? rank : rank + 2 * later;
}

bool ColumnLook::is_whole(std::size_t column, Role role) const {
  return is_exact(rank(column, role), column_names(role));
}

bool ColumnLook::is_part(std::size_t column, Role role) const {
  const int place = rank(column, role);
  return place >= 0 && !is_exact(place % other_place, column_names(role));
}

std::optional<std::pair<int, int>> ColumnLook::place_for(Role role, std::size_t column,
                                                         bool good) const {
  const int place = rank(column, role);
  if (place < 0) return std::nullopt;
  if (place >= other_place) return std::pair{3, place};
  if (!is_exact(place, column_names(role))) return std::pair{2, place};
  return std::pair{good ? 0 : 1, place};
}

std::vector<std::string_view> ColumnLook::texts(std::size_t column) const {
  std::vector<std::string_view> found;
  for (const std::vector<std::string>& row : look_.rows) {
    const std::string_view text = cell_text(row[column]);
    if (!text.empty()) found.push_back(text);
  }
  return found;
}

std::size_t ColumnLook::distinct(std::size_t column) const {
  const std::vector<std::string_view> all = texts(column);
  return std::set<std::string_view>(all.begin(), all.end()).size();
}

bool ColumnLook::holds_decimals(std::size_t column) const {
  return seen_mostly(column, [](std::string_view text) {
    const std::size_t point = text.find_first_of(".,");
    return point != std::string_view::npos && point > 0 && point + 1 < text.size() &&
           text.find_first_not_of("0123456789") == point &&
           text.find_first_not_of("0123456789", point + 1) == std::string_view::npos;
  });
}

bool ColumnLook::holds_pairs(std::size_t column) const {
  return seen_mostly(column, [](std::string_view text) {
    // An array or an object of JSON has signs of its own between its values.
    return text.front() != '[' && text.front() != '{' &&
           std::count(text.begin(), text.end(), ':') >= 2 &&
           text.find_first_of(",|;") != std::string_view::npos;
  });
}

std::optional<UnnamedLines> ColumnLook::unnamed_lines(std::size_t column) const {
  for (const std::string_view between : {", ", "; ", " | ", " + ", ",", ";", "|", "\n"}) {
    for (const std::string_view separator : {" x ", " x", " X", " × ", " ×", "×", " * ", "*"}) {
      std::string_view first;
      const bool all = seen_mostly(column, [&](std::string_view text) {
        const std::size_t lines = counted_lines(text, between, separator);
        if (lines > 1 && first.empty()) first = text;
        return lines > 0;
      });
      if (all && !first.empty()) {
        return UnnamedLines{std::string(between), std::string(separator), first};
      }
    }
  }
  return std::nullopt;
}

bool ColumnLook::says_status(std::size_t column) const {
  constexpr std::size_t statuses_max = 20;
  constexpr std::size_t bytes_max = 60;
  const std::vector<std::string_view> all = texts(column);
  const std::set<std::string_view> each(all.begin(), all.end());
  const auto is_long = [](std::string_view text) { return text.size() > bytes_max; };
  return each.size() <= statuses_max && std::none_of(each.begin(), each.end(), is_long) &&
         std::any_of(each.begin(), each.end(), [](std::string_view text) {
           return has_word(text, words_of(Words::cancelled));
         });
}

}  // namespace allot::files
