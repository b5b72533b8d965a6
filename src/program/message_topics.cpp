#include "program/message_topics.hpp"

#include <algorithm>

#include "program/commands_page.hpp"

namespace allot::program {
namespace {

using Lines = std::vector<std::string_view>;
using Cells = std::vector<std::string>;

constexpr std::string_view commands_heading = "## Commands: ";
constexpr std::string_view events_heading = "## Events";
constexpr std::string_view heading = "### ";
constexpr std::string_view link_of_lines = "](#a-line-of-an-order)";
constexpr std::string_view lines_heading = "A line of an order";

// A heading, what stands under it, and under which greater heading it does.
struct Section {
  std::string_view title;
  std::string_view chapter;
  Lines lines;
};

std::vector<Section> sections() {
  std::vector<Section> all;
  std::string_view chapter;
  for (std::string_view rest : commands_page) {
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
      const std::string_view line = rest.substr(0, rest[end] == '\n' ? end : end + 1);
      rest.remove_prefix(end + 1);
      if (line.starts_with("## ")) chapter = line;
      if (line.starts_with("## ") || line.starts_with(heading)) {
        all.push_back({line.substr(line.find(' ') + 1), chapter, {}});
      } else if (!all.empty()) {
        all.back().lines.push_back(line);
      }
    }
  }
  return all;
}

// "`place` (60)": the name; empty where the heading is of no message.
std::string_view name_in(const Section& section) {
  const bool is_message =
      section.chapter.starts_with(commands_heading) || section.chapter.starts_with(events_heading);
  if (!is_message || !section.title.starts_with('`')) return {};
  return section.title.substr(1, section.title.find('`', 1) - 1);
}

// Without what only a page needs: backticks, and where links go.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '`' || text[at] == '[') continue;
    if (text.substr(at).starts_with("](")) {
      at = std::min(text.find(')', at), text.size() - 1);
    } else {
      out += text[at];
    }
  }
  return out;
}

Cells cells_of(std::string_view row) {
  Cells cells;
  row.remove_prefix(1);
  for (std::size_t end = row.find('|'); end != std::string_view::npos; end = row.find('|')) {
    const std::string cell = plain(row.substr(0, end));
    const std::size_t from = std::min(cell.find_first_not_of(' '), cell.size());
    cells.push_back(cell.substr(from, cell.find_last_not_of(' ') + 1 - from));
    row.remove_prefix(end + 1);
  }
  return cells;
}

// One row: what the field is, then of what kind it is and what it may be.
TopicPart field_of(const Cells& head, const Cells& cells) {
  const auto cell = [&](std::string_view column) {
    const auto at = std::ranges::find(head, column) - head.begin();
    return at < std::ssize(cells) ? cells[static_cast<std::size_t>(at)] : std::string{};
  };
  std::string kind = cell("type");
  for (const char* column : {"unit", "range"}) {
    if (const std::string said = cell(column); !said.empty()) kind += ", " + said;
  }
  if (std::ranges::find(head, "default") != head.end()) {
    const std::string otherwise = cell("default");
    if (otherwise.empty()) {
      kind += "; has to be there";
    } else if (otherwise.starts_with("or ") || otherwise.starts_with("from ")) {
      kind += "; " + otherwise;
    } else {
      kind += "; else " + otherwise;
    }
  }
  return {cells.front(), cell("meaning") + " (" + kind + ")"};
}

// Paragraphs as they stand, and a table's rows as fields.
void add_parts(const Section& section, std::vector<TopicPart>& parts) {
  Cells head;
  std::string paragraph;
  const auto end_paragraph = [&] {
    if (!paragraph.empty()) parts.push_back({"", std::move(paragraph)});
    paragraph.clear();
  };
  for (const std::string_view line : section.lines) {
    if (!line.starts_with('|')) {
      head.clear();
      if (line.empty()) end_paragraph();
      if (!line.empty()) paragraph += (paragraph.empty() ? "" : " ") + plain(line);
    } else if (head.empty()) {
      end_paragraph();
      head = cells_of(line);
    } else if (!line.starts_with("|--")) {
      parts.push_back(field_of(head, cells_of(line)));
    }
  }
  end_paragraph();
}

}  // namespace

std::optional<DescribedTopic> message_topic(std::string_view name) {
  const std::vector<Section> all = sections();
  const auto found = std::ranges::find(all, name, name_in);
  if (name.empty() || found == all.end()) return std::nullopt;
  const bool is_event = found->chapter.starts_with(events_heading);
  DescribedTopic topic{std::string(name), is_event ? "an event" : "a command of JSON lines", {}};
  add_parts(*found, topic.parts);
  const bool has_lines = std::ranges::any_of(found->lines, [](std::string_view line) {
    return line.find(link_of_lines) != std::string_view::npos;
  });
  const auto lines = std::ranges::find(all, lines_heading, &Section::title);
  if (has_lines && lines != all.end()) add_parts(*lines, topic.parts);
  topic.parts.push_back({"", "How lines are written, and all the rest: docs/commands.md."});
  return topic;
}

std::vector<std::string> message_names() {
  std::vector<std::string> names;
  for (const Section& section : sections()) {
    if (const std::string_view name = name_in(section); !name.empty()) names.emplace_back(name);
  }
  return names;
}

}  // namespace allot::program
