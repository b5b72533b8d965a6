#include "program/help_text.hpp"

#include <absl/strings/str_join.h>

#include <algorithm>

#include "program/terminal.hpp"

namespace allot::program {
namespace {

constexpr std::size_t text_at = 24;  // column at which descriptions begin
constexpr std::size_t names_at = 2;

// `at`: the column at which the text begins.
std::string row(const std::string& name, const std::string& text, std::size_t columns,
                std::size_t at = text_at) {
  // Narrow terminals keep room for the text.
  at = std::min(at, std::max(2 * names_at, columns / 3));
  std::string out = std::string(names_at, ' ') + name;
  if (out.size() + 2 > at) {
    out += '\n' + std::string(at, ' ');
  } else {
    out.resize(at, ' ');
  }
  return out + wrapped(text, columns, at, at) + '\n';
}

// Where the texts of these names begin: as near as the longest that is not too long allows.
template <class Rows>
std::size_t text_behind(const Rows& rows) {
  std::size_t at = names_at;
  for (const auto& row : rows) {
    const std::size_t end = names_at + row.name.size() + 2;
    if (end <= text_at) at = std::max(at, end);
  }
  return at == names_at ? text_at : at;
}

std::string rows(std::string_view heading, const std::vector<DescribedOption>& options,
                 std::size_t columns) {
  if (options.empty()) return {};
  std::string out = '\n' + std::string(heading) + '\n';
  for (const DescribedOption& option : options) {
    out += row(option_words(option), option_text(option), columns);
  }
  return out;
}

// An option shows its choices in place of its value, unless they are too many for a line.
bool shows_choices(const DescribedOption& option) {
  constexpr std::size_t width_max = 40;
  return !option.choices.empty() && !option.names.empty() &&
         absl::StrJoin(option.choices, "|").size() <= width_max;
}

}  // namespace

std::string usage_line(const DescribedCommand& command, std::string_view words) {
  std::string out(words);
  if (!command.commands.empty()) return out + " COMMAND [OPTION]...";
  if (!command.options.empty()) out += " [OPTION]...";
  for (const DescribedOption& argument : command.arguments) {
    const std::string word = argument.value + (argument.repeated ? "..." : "");
    out += argument.required ? " " + word : " [" + word + "]";
  }
  return out;
}

std::string option_words(const DescribedOption& option) {
  std::string out = absl::StrJoin(option.names, ", ");
  if (option.value.empty()) return out;
  out += option.names.empty() ? "" : " ";
  out += shows_choices(option) ? absl::StrJoin(option.choices, "|") : option.value;
  return out + (option.repeated ? "..." : "");
}

std::string option_text(const DescribedOption& option) {
  std::vector<std::string> notes;
  if (!option.choices.empty() && !shows_choices(option)) {
    notes.push_back(absl::StrJoin(option.choices, ", "));
  }
  if (!option.range.empty()) notes.push_back(option.range);
  if (!option.default_value.empty()) notes.push_back("default: " + option.default_value);
  return option.text + (notes.empty() ? "" : " (" + absl::StrJoin(notes, "; ") + ")");
}

std::string topics_text(const DescribedCommand& program, std::size_t columns) {
  std::string out = "Topics:\n";
  const std::size_t at = text_behind(program.topics);
  for (const DescribedTopic& topic : program.topics) {
    out += row(topic.name, topic.text, columns, at);
  }
  const std::string words = program.name + " help ";
  return out + '\n' +
         wrapped(words + "TOPIC tells one of them, " + words + "COMMAND a command (" +
                     program.name + " --help lists these), " + words +
                     "place what the line of that name does and has in it (and so of every other "
                     "command of JSON lines, and every event), " +
                     words + "REASON why a command was refused, and what to do.",
                 columns) +
         '\n';
}

std::string topic_text(const DescribedTopic& topic, std::size_t columns) {
  std::string out = wrapped(topic.name + ": " + topic.text, columns) + '\n';
  const std::size_t at = text_behind(topic.parts);
  bool in_rows = false;
  for (const TopicPart& part : topic.parts) {
    const bool is_row = !part.name.empty();
    if (!is_row || !in_rows) out += '\n';
    in_rows = is_row;
    out += is_row ? row(part.name, part.text, columns, at) : wrapped(part.text, columns) + '\n';
  }
  return out;
}

std::string help_text(const DescribedCommand& command, std::string_view words,
                      std::size_t columns) {
  std::string out = "Usage: " + usage_line(command, words) + "\n\n";
  out += wrapped(command.text, columns) + '\n';
  if (!command.commands.empty()) {
    out += "\nCommands:\n";
    for (const DescribedCommand& each : command.commands) out += row(each.name, each.text, columns);
  }
  out += rows("Arguments:", command.arguments, columns);
  out += rows("Options:", command.options, columns);
  if (!command.footer.empty()) out += '\n' + wrapped(command.footer, columns) + '\n';
  return out;
}

}  // namespace allot::program
