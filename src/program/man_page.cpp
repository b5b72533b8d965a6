#include "program/man_page.hpp"

#include <absl/strings/ascii.h>
#include <absl/strings/str_split.h>

#include <filesystem>

#include "files/whole_file.hpp"
#include "program/help_text.hpp"

namespace allot::program {
namespace {

// Text as it stands: a minus stays one and can be copied, and no line is taken for a request.
std::string literal(std::string_view text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    begins = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string section(std::string_view name) { return ".SH " + std::string(name) + '\n'; }

std::string item(const std::string& name, const std::string& text) {
  return ".TP\n\\fB" + literal(name) + "\\fR\n" + literal(text) + '\n';
}

std::string options_section(std::string_view name, const std::vector<DescribedOption>& options) {
  if (options.empty()) return {};
  std::string out = section(name);
  for (const DescribedOption& option : options) {
    out += item(option_words(option), option_text(option));
  }
  return out;
}

// Lines that begin with a space are examples, to be copied as they are.
std::string notes_section(const std::string& footer) {
  if (footer.empty()) return {};
  std::string out = section("NOTES");
  bool example = false;
  for (const std::string& line : std::vector<std::string>(absl::StrSplit(footer, '\n'))) {
    const bool is_example = absl::StartsWith(line, " ");
    if (is_example != example) out += is_example ? ".PP\n.EX\n" : ".EE\n";
    if (!is_example) out += ".PP\n";
    example = is_example;
    out += literal(line) + '\n';
  }
  return out + (example ? ".EE\n" : "");
}

std::string topic_section(const DescribedTopic& topic) {
  std::string out = section(absl::AsciiStrToUpper(topic.name)) + literal(topic.text) + '\n';
  for (const TopicPart& part : topic.parts) {
    out += part.name.empty() ? ".PP\n" + literal(part.text) + '\n' : item(part.name, part.text);
  }
  return out;
}

std::string references(const std::vector<std::string>& pages) {
  std::string out = section("SEE ALSO");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out += ".BR " + literal(pages[i]) + " (1)" + (i + 1 == pages.size() ? "\n" : ",\n");
  }
  return out;
}

std::string page_name(const DescribedCommand& program, const DescribedCommand& command) {
  return &program == &command ? program.name : program.name + "-" + command.name;
}

}  // namespace

std::string man_page(const DescribedCommand& program, const DescribedCommand& command,
                     std::string_view version) {
  const bool whole = &program == &command;
  const std::string words = whole ? program.name : program.name + " " + command.name;
  const std::string page = page_name(program, command);
  // No date: the same program makes the same page.
  std::string out = ".TH " + literal(absl::AsciiStrToUpper(page)) + " 1 \"\" \"" +
                    literal(program.name + " " + std::string(version)) + "\" \"User Commands\"\n";
  out += section("NAME") + literal(page) + " \\- " + literal(command.text) + '\n';
  out += section("SYNOPSIS") + ".B " + literal(usage_line(command, words)) + '\n';
  std::vector<std::string> others;
  if (whole) {
    out += section("COMMANDS");
    for (const DescribedCommand& each : program.commands) {
      out += item(each.name, each.text);
      others.push_back(program.name + "-" + each.name);
    }
    out += section("TOPICS");
    for (const DescribedTopic& topic : program.topics) out += item(topic.name, topic.text);
    out += ".PP\n" + literal(program.name + " help TOPIC tells them; so does " + program.name +
                             "-help(1).\n");
  } else {
    others.push_back(program.name);
  }
  out += options_section("ARGUMENTS", command.arguments);
  out += options_section("OPTIONS", command.options);
  if (command.name == "help") {
    for (const DescribedTopic& topic : program.topics) out += topic_section(topic);
  }
  return out + notes_section(command.footer) + references(others);
}

Status write_man_pages(const DescribedCommand& program, std::string_view version,
                       const std::string& directory) {
  std::vector<const DescribedCommand*> all{&program};
  for (const DescribedCommand& each : program.commands) all.push_back(&each);
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  for (const DescribedCommand* each : all) {
    const std::string file = directory + "/" + page_name(program, *each) + ".1";
    const Status status = files::write_whole(file, man_page(program, *each, version));
    if (!status.ok()) return status;
  }
  return {};
}

}  // namespace allot::program
