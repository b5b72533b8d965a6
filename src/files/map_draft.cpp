// A guess as the TOML file that somebody mends and keeps.
#include <algorithm>

#include "files/column_look.hpp"
#include "files/column_names.hpp"
#include "files/draft_lines.hpp"
#include "files/map_guess.hpp"
#include "files/status_guess.hpp"
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
std::string status_text(const MapGuess& guess, const FileLook& look, std::size_t column,
                        const StatusRule& rule, const std::string& before) {
  std::string text = "\n" + before + "[status]  # the texts that stand there: " +
                     in_comment(guess.statuses_told.empty() ? counted_list(ColumnLook(look), column)
                                                            : guess.statuses_told) +
                     "\n";
  if (!rule.unpaid.empty()) text += before + "unpaid = " + list(rule.unpaid) + "\n";
  for (const auto& [reason, texts] : rule.leave) {
    text += before + "leave_out." + reason + " = " + list(texts) + "\n";
  }
  std::vector<std::string> unknown;
  std::vector<std::string> back;
  for (const std::string& status : guess.statuses) {
    const bool is_left = std::ranges::any_of(rule.leave, [&status](const auto& left) {
      return std::ranges::find(left.second, status) != left.second.end();
    });
    const bool is_unpaid = std::ranges::find(rule.unpaid, status) != rule.unpaid.end();
    if (is_left || is_unpaid || is_plain_sale(status)) continue;
    (came_back(status) ? back : unknown).push_back(status);
  }
  if (!back.empty()) {
    text += "# leave_out.returned = " + list(back) +
            "  # goods came back: they were taken then, and count as sales until this leaves them "
            "out\n";
  }
  if (!unknown.empty()) {
    text += "# not known, and sales until unpaid or leave_out names them: " + list(unknown) + "\n";
    if (rule.leave.empty()) {
      text += "# leave_out.cancelled = []  # the texts of those that are no sale\n";
    }
  }
  return text;
}

// Whether a line of those that [columns] may have names a column of the role.
bool is_perhaps(const MapGuess& guess, Role role) {
  const std::string begin = "# " + std::string(role_names[static_cast<std::size_t>(role)]) + " = ";
  return std::ranges::any_of(guess.perhaps,
                             [&begin](const std::string& line) { return line.starts_with(begin); });
}

}  // namespace

std::string map_text(const MapGuess& guess, const FileLook& look) {
  const OrderMap& map = guess.map;
  std::string text = "# What the columns of " + in_comment(look.name) + " mean, as far as " +
                     std::to_string(look.rows.size()) +
                     " rows tell.\n# Lines that say \"Look at this\" are what "
                     "may be wrong: read those, and mend them. " +
                     "Every key is in\n# docs/files.md.\n# The file: " + in_comment(look.form) +
                     "; " + in_comment(look.sniffed.why) + ".\n";
  for (const MapGuess::Doubt& doubt : guess.doubts) {
    // Of one zone the report says less, and nothing that is wrong.
    const bool is_plain = doubt.name == "no_zone_column";
    text += "# " + std::string(is_plain ? "" : look_at_this) + in_comment(doubt.text) + ".\n";
  }
  text += encoding_line(look.form);
  if (look.sniffed.shape == Shape::delimited) {
    text +=
        "delimiter = " + files::quoted(name_of_delimiter(look.sniffed.dialect.delimiter)) + "\n";
    if (!look.sniffed.dialect.quotes) text += "quotes = false\n";
  }
  if (!map.form.lines.empty()) {
    text += "lines.json = " + files::quoted(map.form.lines) + "  # the array of an order's lines\n";
  }
  if (!map.time_formats.empty()) text += "time_formats = " + list(map.time_formats) + "\n";
  text +=
      "# time_zone = \"Europe/Berlin\"  # of times without an offset; UTC "
      "when absent\n";
  text += map.decimal_known ? "decimal = " + files::quoted(std::string(1, map.decimal)) + "\n"
                            : "# decimal = \",\"  # what stands before decimals; no amount "
                              "here tells\n";
  if (!map.of(Role::currency).given()) text += "# currency = \"EUR\"\n";
  if (map.of(Role::order_tax).given() || map.of(Role::line_tax).given()) {
    text +=
        "# prices_include_tax = true  # as the totals of the file say, "
        "when absent\n";
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
    else if (is_perhaps(guess, role))
      continue;
    else if (role == Role::order || role == Role::time || role == Role::sku)
      line = "# " + line + "\"\"  # needed, and no column looks like it";
    else if (role == Role::quantity)
      line = "# " + line +
             "{value = \"1\"}  # assumed, to be confirmed: no column looks like a "
             "quantity, so each "
             "row counts as one unit; name the column, or take away the first #";
    else
      continue;
    const bool is_doubtful = std::ranges::find(guess.doubtful, role) != guess.doubtful.end();
    for (const MapGuess::Reason& reason : guess.reasons) {
      if (reason.role != role) continue;
      line += "  # " + std::string(is_doubtful ? look_at_this : "") + in_comment(reason.why);
    }
    text += line + "\n";
  }
  for (const std::string& line : guess.perhaps) text += line + "\n";
  if (!guess.perhaps_status.empty()) {
    text += "# status = " + files::quoted(guess.perhaps_status) +
            "  # perhaps, with [status] below. Look at this\n";
  }
  const ColumnLook columns(look);
  std::vector<bool> used(look.columns.size(), false);
  for (const ColumnChoice& choice : map.columns) {
    for (const std::string& name : choice.columns) used[columns.place_of(name)] = true;
  }
  text += unused_text(columns, used);
  if (map.of(Role::status).given()) {
    text +=
        status_text(guess, look, columns.place_of(map.of(Role::status).columns[0]), map.status, "");
  }
  if (!guess.perhaps_status.empty()) {
    text += status_text(guess, look, columns.place_of(guess.perhaps_status), guess.status, "# ");
  }
  return text;
}

}  // namespace allot::files
