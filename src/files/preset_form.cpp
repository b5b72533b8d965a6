#include "files/preset_form.hpp"

#include <algorithm>
#include <string_view>

#include "files/column_look.hpp"
#include "files/numbers.hpp"
#include "files/row_account.hpp"
#include "files/time_guess.hpp"
#include "files/times.hpp"
#include "files/toml_text.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

// Returns: the texts of the one column that a role is read from; none where there is no such one.
std::vector<std::string_view> texts_of(const OrderMap& map, Role role, const ColumnLook& columns) {
  const std::vector<std::string>& names = map.of(role).columns;
  if (names.size() != 1) return {};
  const std::size_t place = columns.place_of(names[0]);
  return place < columns.size() ? columns.texts(place) : std::vector<std::string_view>{};
}

std::string read_of(std::size_t read, const std::vector<std::string_view>& texts,
                    const std::string& column) {
  return "  # it reads " + std::to_string(read) + " of " + json::counted(texts.size(), "text") +
         " in " + in_comment(shown(column));
}

std::size_t amounts_read(const std::vector<std::string_view>& texts, char decimal) {
  return static_cast<std::size_t>(std::ranges::count_if(texts, [decimal](std::string_view text) {
    const Amount amount = parse_amount(text, decimal, 2);
    return amount.valid && amount.exact;
  }));
}

// Returns: how many texts are times by such forms; none where a form is none.
std::size_t times_read(const std::vector<std::string_view>& texts, const std::string& zone,
                       const std::vector<std::string>& forms) {
  auto reader = TimeReader::make(zone, forms);
  if (!reader.ok()) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(
      texts, [&](std::string_view text) { return reader.value().read(text).has_value(); }));
}

}  // namespace

std::vector<TopLine> lines_beside_preset(const OrderMap& preset, const FileLook& look) {
  std::vector<TopLine> lines;
  const ColumnLook columns(look);
  const Role price = preset.of(Role::price).given() ? Role::price : Role::line_total;
  const std::vector<std::string_view> amounts = texts_of(preset, price, columns);
  const char other = preset.decimal == ',' ? '.' : ',';
  const std::size_t by_other = amounts_read(amounts, other);
  if (by_other > amounts_read(amounts, preset.decimal)) {
    lines.push_back({"decimal", "decimal = " + quoted(std::string(1, other)) +
                                    read_of(by_other, amounts, preset.of(price).columns[0])});
  }
  const std::vector<std::string_view> times = texts_of(preset, Role::time, columns);
  const std::size_t by_preset = times_read(times, preset.time_zone, preset.time_formats);
  if (times.empty() || by_preset * 2 >= times.size()) return lines;
  const std::string& column = preset.of(Role::time).columns[0];
  const TimeGuess guess = guess_time_of(columns, columns.place_of(column), "");
  const std::size_t by_guess = times_read(times, preset.time_zone, guess.formats);
  if (guess.formats.empty() || by_guess <= by_preset) return lines;
  std::string forms;
  for (const std::string& form : guess.formats) forms += (forms.empty() ? "" : ", ") + quoted(form);
  lines.push_back(
      {"time_formats", "time_formats = [" + forms + "]" + read_of(by_guess, times, column)});
  return lines;
}

std::string with_top_lines(const std::string& map, const std::vector<TopLine>& lines) {
  std::string top;
  std::string rest = map;
  for (const TopLine& line : lines) {
    top += line.line + "\n";
    const std::string begin = line.key + " = ";
    const std::size_t at = rest.starts_with(begin) ? 0 : rest.find("\n" + begin);
    if (at == std::string::npos) continue;
    const std::size_t first = at == 0 && rest.starts_with(begin) ? 0 : at + 1;
    const std::size_t end = rest.find('\n', first);
    rest.erase(first, end == std::string::npos ? end : end + 1 - first);
  }
  return top + rest;
}

}  // namespace allot::files
