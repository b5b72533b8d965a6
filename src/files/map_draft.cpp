// A guess as the TOML file that somebody mends and keeps.
#include <algorithm>

#include "files/column_names.hpp"
#include "files/map_guess.hpp"
#include "files/toml_text.hpp"

namespace allot::files {

namespace {

std::string list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (std::size_t i = 0; i < texts.size(); ++i)
    out += (i == 0 ? "" : ", ") + files::quoted(texts[i]);
  return out + "]";
}

// What the texts of a status mean, each line behind `before`.
std::string status_text(const MapGuess& guess, const StatusRule& rule, const std::string& before) {
  std::string text =
      "\n" + before + "[status]  # the texts that stand there: " + list(guess.statuses) + "\n";
  if (!rule.unpaid.empty()) text += before + "unpaid = " + list(rule.unpaid) + "\n";
  for (const auto& [reason, texts] : rule.leave) {
    text += before + "leave_out." + reason + " = " + list(texts) + "\n";
  }
  std::vector<std::string> unknown;
  for (const std::string& status : guess.statuses) {
    const bool is_left = std::ranges::any_of(rule.leave, [&status](const auto& left) {
      return std::ranges::find(left.second, status) != left.second.end();
    });
    const bool is_unpaid = std::ranges::find(rule.unpaid, status) != rule.unpaid.end();
    if (!is_left && !is_unpaid && !is_plain_sale(status)) unknown.push_back(status);
  }
  if (!unknown.empty()) {
    text += "# not known, and sales until unpaid or leave_out names them: " + list(unknown) + "\n";
  }
  return text;
}

}  // namespace

std::string map_text(const MapGuess& guess, const FileLook& look) {
  const OrderMap& map = guess.map;
  std::string text = "# What the columns of " + in_comment(look.name) + " mean, as far as " +
                     std::to_string(look.rows.size()) + " rows tell. " +
                     "Mend what is wrong;\n# every key is in docs/files.md.\n# The file: " +
                     in_comment(look.form) + "; " + in_comment(look.sniffed.why) + ".\n";
  for (const MapGuess::Doubt& doubt : guess.doubts) {
    text += "# Look at this: " + in_comment(doubt.text) + ".\n";
  }
  if (look.sniffed.shape == Shape::delimited) {
    text +=
        "delimiter = " + files::quoted(name_of_delimiter(look.sniffed.dialect.delimiter)) + "\n";
    if (!look.sniffed.dialect.quotes) text += "quotes = false\n";
  }
  if (!map.form.lines.empty()) {
    text += "lines.json = " + files::quoted(map.form.lines) + "  # the array of an order's lines\n";
  }
  if (!map.time_formats.empty()) text += "time_formats = " + list(map.time_formats) + "\n";
  text += "# time_zone = \"Europe/Berlin\"  # of times without an offset; UTC when absent\n";
  text += map.decimal_known
              ? "decimal = " + files::quoted(std::string(1, map.decimal)) + "\n"
              : "# decimal = \",\"  # what stands before decimals; no amount here tells\n";
  if (!map.of(Role::currency).given()) text += "# currency = \"EUR\"\n";
  if (map.of(Role::order_tax).given() || map.of(Role::line_tax).given()) {
    text += "# prices_include_tax = true  # as the totals of the file say, when absent\n";
  }
  text += "\n[columns]\n";
  for (std::size_t r = 0; r < role_count; ++r) {
    const auto role = static_cast<Role>(r);
    const ColumnChoice& choice = map.of(role);
    std::string line = std::string(role_names[r]) + " = ";
    if (choice.columns.size() == 1)
      line += files::quoted(choice.columns[0]);
    else if (!choice.columns.empty())
      line += list(choice.columns);
    else if (!choice.value.empty())
      line += "{value = " + files::quoted(choice.value) + "}";
    else if (role == Role::time && !guess.perhaps_time.empty())
      line = "# " + line + files::quoted(guess.perhaps_time) + "  # needed; see above";
    else if (const std::string& refused = guess.refused[r]; !refused.empty())
      line = "# " + line + files::quoted(refused) +
             (role == Role::order || role == Role::sku ? "  # needed; see above"
                                                       : "  # not used; see above");
    else if (role == Role::order || role == Role::time || role == Role::sku)
      line = "# " + line + "\"\"  # needed, and no column looks like it";
    else if (role == Role::quantity)
      line =
          "# " + line +
          "{value = \"1\"}  # assumed, to be confirmed: no column looks like a quantity, so each "
          "row counts as one unit; name the column, or take away the first #";
    else
      continue;
    for (const MapGuess::Reason& reason : guess.reasons) {
      if (reason.role == role) line += "  # " + in_comment(reason.why);
    }
    text += line + "\n";
  }
  if (!guess.perhaps_status.empty()) {
    text +=
        "# status = " + files::quoted(guess.perhaps_status) + "  # perhaps, with [status] below\n";
  }
  text += "# Not used:";
  std::string row;
  for (const std::string& column : look.columns) {
    const bool used =
        std::any_of(map.columns.begin(), map.columns.end(), [&column](const ColumnChoice& choice) {
          return std::find(choice.columns.begin(), choice.columns.end(), column) !=
                 choice.columns.end();
        });
    if (used) continue;
    if (row.size() + column.size() > 80) {
      text += row + "\n#";
      row.clear();
    }
    row += " " + files::quoted(column);
  }
  text += row + "\n";
  if (map.of(Role::status).given()) text += status_text(guess, map.status, "");
  if (!guess.perhaps_status.empty()) text += status_text(guess, guess.status, "# ");
  return text;
}

}  // namespace allot::files
