#include "files/list_groups.hpp"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/numbers.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

std::uint64_t hash_of(std::string_view text) {
  return text.empty() ? 0 : XXH3_64bits(text.data(), text.size()) | 1U;
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

// Returns: `text` without the blanks and signs that stand between a word and a code.
std::string_view without_signs(std::string_view text) {
  constexpr std::string_view signs = " :-/()[]";
  const std::size_t begin = text.find_first_not_of(signs);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(signs) + 1 - begin);
}

// Returns: what is left of "Total A-1", "A-1 Toplam" or "Summe: A-1" without the word for totals;
//          empty where there is none, and nothing else.
std::string_view beside_total(std::string_view text) {
  for (std::size_t blank = text.find(' '); blank != std::string_view::npos;
       blank = text.find(' ', blank + 1)) {
    if (is_word_of_totals(text.substr(0, blank))) return without_signs(text.substr(blank));
    if (is_word_of_totals(text.substr(blank + 1))) return without_signs(text.substr(0, blank));
  }
  return {};
}

}  // namespace

bool is_word_of_totals(std::string_view text) {
  constexpr std::size_t bytes_most = 64;
  if (text.empty() || text.size() > bytes_most || !has_letter(text)) return false;
  return is_name(text, words_of(Words::totals)) || is_name(text, words_of(Words::subtotals));
}

bool has_word_of_totals(std::string_view text) {
  return is_word_of_totals(text) || !beside_total(text).empty();
}

void GroupFinder::tell_columns(std::size_t count) {
  for (std::size_t c = 0; c < count; ++c) {
    if (c == columns_.sku || std::ranges::count(columns_.units, c) > 0) continue;
    others_.push_back(c);
    is_place_.push_back(std::ranges::count(columns_.places, c) > 0);
  }
  letters_.resize(others_.size());
}

// A word for a total in a cell of its own, or beside the row's own SKU.
bool GroupFinder::says_total(std::span<const std::string_view> fields) const {
  const std::string_view sku = cell_text(fields[columns_.sku]);
  return std::ranges::any_of(others_, [&](std::size_t c) {
    const std::string_view text = cell_text(fields[c]);
    return is_word_of_totals(text) || (!sku.empty() && beside_total(text) == sku);
  });
}

void GroupFinder::take(std::span<const std::string_view> fields, std::uint64_t line) {
  if (rows_.size() >= rows_most) return;
  if (others_.empty() && columns_.units.size() + 1 < fields.size()) tell_columns(fields.size());
  Row row{line, 0, 0, false, says_total(fields)};
  const std::string_view sku = cell_text(fields[columns_.sku]);
  if (!sku.empty()) {
    row.sku = skus_.try_emplace(std::string(sku), static_cast<std::uint32_t>(skus_.size() + 1))
                  .first->second;
  }
  for (const std::size_t c : columns_.places) {
    const std::uint64_t text = hash_of(cell_text(fields[c]));
    if (text != 0 || row.place != 0) row.place = row.place * 31 + text + 1;
  }
  for (const std::size_t c : columns_.units) {
    const std::string_view text = cell_text(fields[c]);
    row.is_counted = row.is_counted || !text.empty();
    units_.push_back(parse_quantity(text, columns_.decimal).value_or(0));
  }
  for (std::size_t i = 0; i < others_.size(); ++i) {
    const std::string_view text = cell_text(fields[others_[i]]);
    texts_.push_back(hash_of(text));
    letters_[i] += has_letter(text) ? 1U : 0U;
  }
  rows_.push_back(row);
}

ListGroups GroupFinder::found() {
  ListGroups found;
  found.rows = rows_.size();
  continue_skus(found);
  group_rows();
  find_named_sums(found);
  find_word_sums(found);
  find_sums(found);
  return found;
}

// Whether rows without a SKU, `bare`, are those of merged cells. `merged`: what describes the SKU
// and was merged with it, such as a name. A name of its own in most of them says that they are
// products without a code.
bool GroupFinder::is_continued_list(const std::vector<std::uint32_t>& bare,
                                    std::vector<std::size_t>& merged) const {
  constexpr std::size_t parts = 10;
  if (bare.size() < 2 || bare.size() * parts < rows_.size()) return false;
  std::unordered_set<std::uint32_t> skus;
  std::size_t heads = 0;
  for (const Row& row : rows_) {
    if (row.sku == 0 || !row.is_counted) continue;
    ++heads;
    skus.insert(row.sku);
  }
  if (skus.size() * parts < heads * (parts - 1)) return false;
  bool has_own_names = false;
  for (std::size_t i = 0; i < others_.size(); ++i) {
    if (is_place_[i] || letters_[i] * 2 < heads) continue;
    std::unordered_set<std::uint64_t> texts;
    for (std::uint32_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r].sku != 0 && text(r, i) != 0) texts.insert(text(r, i));
    }
    if (texts.size() < 2 || texts.size() * 3 < heads) continue;
    const auto empty = static_cast<std::size_t>(
        std::ranges::count_if(bare, [&](std::uint32_t r) { return text(r, i) == 0; }));
    if (empty * 2 >= bare.size()) {
      merged.push_back(i);
      continue;
    }
    std::size_t own = 0;
    std::uint64_t above = 0;
    std::uint32_t r = 0;
    for (const std::uint32_t of : bare) {
      for (; r < of; ++r) above = rows_[r].sku != 0 ? text(r, i) : above;
      own += text(of, i) != above ? 1U : 0U;
    }
    has_own_names = has_own_names || own * 2 > bare.size();
  }
  return !merged.empty() || !has_own_names;
}

void GroupFinder::continue_skus(ListGroups& found) {
  std::vector<std::uint32_t> bare;
  for (std::uint32_t r = 0; r < rows_.size(); ++r) {
    const Row& row = rows_[r];
    if (row.sku == 0 && row.is_counted && row.place != 0 && !row.says_total) bare.push_back(r);
  }
  std::vector<std::size_t> merged;
  if (!is_continued_list(bare, merged)) return;
  std::optional<std::uint32_t> head;
  std::unordered_set<std::uint64_t> places;  // of the rows of the head's SKU
  for (std::uint32_t r = 0; r < rows_.size(); ++r) {
    Row& row = rows_[r];
    if (row.sku == 0 && row.says_total) continue;
    if (row.sku != 0) {
      head = r;
      places.clear();
      places.insert(row.place);
      continue;
    }
    const bool goes_on =
        head && row.is_counted && row.place != 0 &&
        std::ranges::all_of(
            merged,
            [&](std::size_t i) { return text(r, i) == 0 || text(r, i) == text(*head, i); }) &&
        places.insert(row.place).second;
    if (!goes_on) {
      head.reset();  // from here to the next SKU nobody knows of what a row is
      continue;
    }
    row.sku = rows_[*head].sku;
    if (found.continued.empty()) found.first_continued = row.line;
    found.continued.insert(row.line);
  }
}

void GroupFinder::group_rows() {
  groups_.resize(skus_.size() + 1);
  for (std::uint32_t r = 0; r < rows_.size(); ++r) {
    if (rows_[r].sku != 0) groups_[rows_[r].sku].push_back(r);
  }
}

// Sums whose SKU is another one beside a word, as spreadsheets write subtotals.
void GroupFinder::find_named_sums(ListGroups& found) const {
  for (const auto& [sku, number] : skus_) {
    const std::string_view of = beside_total(sku);
    if (of.empty() || skus_.count(std::string(of)) == 0) continue;
    for (const std::uint32_t row : groups_[number]) leave_out(row, found);
  }
}

bool GroupFinder::is_sum_of(std::uint32_t row, std::span<const std::uint32_t> parts) const {
  if (parts.empty()) return false;
  for (std::size_t c = 0; c < columns_.units.size(); ++c) {
    std::int64_t sum = 0;
    for (const std::uint32_t part : parts) sum += units(part, c);
    if (units(row, c) != sum) return false;
  }
  return true;
}

// Whether a row that says that it is a total is that of all others of its SKU, or of those that
// stand directly before it, or behind it.
bool GroupFinder::agrees(const Group& group, std::size_t at) const {
  Group all;
  for (const std::uint32_t row : group) {
    if (!rows_[row].says_total) all.push_back(row);
  }
  std::size_t first = at;
  while (first > 0 && !rows_[group[first - 1]].says_total) --first;
  std::size_t last = at + 1;
  while (last < group.size() && !rows_[group[last]].says_total) ++last;
  const std::span<const std::uint32_t> rows(group);
  return is_sum_of(group[at], all) || is_sum_of(group[at], rows.subspan(first, at - first)) ||
         is_sum_of(group[at], rows.subspan(at + 1, last - at - 1));
}

void GroupFinder::find_word_sums(ListGroups& found) const {
  Group said;
  std::size_t agree = 0;
  std::uint64_t differs = 0;  // line of the first that does
  constexpr std::size_t rows_of_sku_most = 1'000;
  for (const Group& group : groups_) {
    if (group.size() > rows_of_sku_most) continue;
    if (std::ranges::all_of(group, [this](auto row) { return rows_[row].says_total; })) continue;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (!rows_[group[i]].says_total) continue;
      said.push_back(group[i]);
      const bool is_so = agrees(group, i);
      agree += is_so ? 1U : 0U;
      const std::uint64_t line = rows_[group[i]].line;
      if (!is_so && (differs == 0 || line < differs)) differs = line;
    }
  }
  if (said.empty()) return;
  const bool believed = agree * 2 >= said.size();
  if (believed) {
    for (const std::uint32_t row : said) leave_out(row, found);
  }
  if (agree == said.size()) return;
  found.doubt = "of the " + json::counted(said.size(), "row") +
                " of stock that say that they are a total of their SKU, " +
                json::grouped(said.size() - agree) + ", the first in line " +
                std::to_string(differs) + ", are not the sum of its other rows: " +
                (believed ? "they are left out all the same" : "they count as stock") +
                "; take the rows or the word away to say which";
}

GroupFinder::Group GroupFinder::without_sums(const Group& group, const ListGroups& found) const {
  Group left;
  for (const std::uint32_t row : group) {
    if (found.sums.count(rows_[row].line) == 0) left.push_back(row);
  }
  return left;
}

// Sums that no word tells: what all of them have in common, in one column, no other row of their
// SKU has, and nearly each row that has it is the sum of the others of its SKU.
void GroupFinder::find_sums(ListGroups& found) const {
  constexpr std::size_t strong_least = 3;  // fewer may be by chance
  std::vector<Group> groups;
  Group sums;    // rows that are the sum of the others of their SKU
  Group strong;  // of two others that are something: one row is as much as another now and then
  bool all_last = true;  // each SKU of several rows ends in the sum of the others
  for (const Group& whole : groups_) {
    Group group = without_sums(whole, found);
    if (group.size() < 2) continue;
    std::vector<std::int64_t> all(columns_.units.size());
    std::size_t filled = 0;
    for (const std::uint32_t row : group) {
      for (std::size_t c = 0; c < all.size(); ++c) all[c] += units(row, c);
      filled += has_units(row) ? 1U : 0U;
    }
    bool is_last = false;
    for (const std::uint32_t row : group) {
      is_last = false;
      for (std::size_t c = 0; c < all.size(); ++c) {
        is_last = units(row, c) * 2 == all[c];
        if (!is_last) break;
      }
      if (!is_last) continue;
      sums.push_back(row);
      if (filled > 2 && has_units(row)) strong.push_back(row);
    }
    all_last = all_last && is_last;
    groups.push_back(std::move(group));
  }
  if (strong.size() < 2) return;
  for (std::size_t c = 0; c < others_.size(); ++c) {
    std::map<std::uint64_t, std::size_t> counts;
    for (const std::uint32_t row : strong) ++counts[text(row, c)];
    const auto most =
        std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    if (most->second < 2) continue;
    const auto is_marked = [&](std::uint32_t row) { return text(row, c) == most->first; };
    Group marked;
    bool one_each = true;
    for (const Group& group : groups) {
      const std::size_t before = marked.size();
      std::ranges::copy_if(group, std::back_inserter(marked), is_marked);
      one_each = one_each && marked.size() <= before + 1;
    }
    const auto agree = static_cast<std::size_t>(std::ranges::count_if(sums, is_marked));
    if (!one_each || agree * 4 < marked.size() * 3) continue;
    const bool is_few = most->second < strong_least;
    const bool believed = agree * 20 >= marked.size() * 19;
    if (is_few && !believed) continue;
    if (believed) {
      for (const std::uint32_t row : marked) leave_out(row, found);
    }
    if (!believed || is_few || agree < marked.size()) {
      found.doubt = json::grouped(agree) + " of " + json::counted(marked.size(), "row") +
                    " of stock that have a text in common, the first in line " +
                    std::to_string(rows_[marked[0]].line) +
                    ", are the sum of the other rows of their SKU: " +
                    (believed ? "all of them are left out as sums" : "they count as stock") +
                    "; a word such as Total there says that they are sums";
    }
    return;
  }
  if (!all_last || strong.size() < strong_least) return;
  for (const Group& group : groups) leave_out(group.back(), found);
  found.doubt =
      "each SKU with several rows of stock ends in one that is the sum of the others, the first in "
      "line " +
      std::to_string(rows_[groups[0].back()].line) +
      ": these are left out as sums; a word such as Total in them says that they are";
}

}  // namespace allot::files
