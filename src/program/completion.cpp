#include "program/completion.hpp"

#include <absl/strings/str_join.h>
#include <absl/strings/str_replace.h>
#include <absl/strings/substitute.h>

namespace allot::program {
namespace {

enum class ValueKind { flag, choice, file, directory, other };

// Values are named by what they are: FILE, DIR, and DEST for a new directory.
ValueKind kind_of(const DescribedOption& option) {
  if (option.value.empty()) return ValueKind::flag;
  if (!option.choices.empty()) return ValueKind::choice;
  // Runs are named by their directory or their report, maps by their file; presets have no such
  // name.
  for (const char* file : {"FILE", "MAP", "RUN", "A", "B"}) {
    if (option.value == file) return ValueKind::file;
  }
  return option.value == "DIR" || option.value == "DEST" ? ValueKind::directory : ValueKind::other;
}

std::vector<std::string> names_of(const std::vector<DescribedCommand>& commands) {
  std::vector<std::string> names;
  for (const DescribedCommand& each : commands) names.push_back(each.name);
  return names;
}

std::string in_quotes(const std::string& text) {
  return "'" + absl::StrReplaceAll(text, {{"'", "'\\''"}}) + "'";
}

// ---- bash: the words behind an option that has a value, then options, then the arguments.

std::string bash_reply(const DescribedOption& option) {
  switch (kind_of(option)) {
    case ValueKind::flag: return {};
    case ValueKind::choice:
      return absl::Substitute("COMPREPLY=($$(compgen -W $0 -- \"$$word\"))",
                              in_quotes(absl::StrJoin(option.choices, " ")));
    case ValueKind::file: return "compopt -o default";
    case ValueKind::directory: return "compopt -o dirnames";
    case ValueKind::other: return ":";
  }
  return {};
}

std::string bash_command(const DescribedCommand& command) {
  std::string values;
  std::vector<std::string> options;
  for (const DescribedOption& option : command.options) {
    options.insert(options.end(), option.names.begin(), option.names.end());
    const std::string reply = bash_reply(option);
    if (reply.empty()) continue;
    values +=
        absl::Substitute("        $0) $1; return ;;\n", absl::StrJoin(option.names, "|"), reply);
  }
  std::string arguments;
  for (const DescribedOption& argument : command.arguments) {
    arguments += "      " + bash_reply(argument) + "\n";
  }
  std::string out = "    " + command.name + ")\n";
  if (!values.empty()) out += "      case $previous in\n" + values + "      esac\n";
  out += absl::Substitute(
      "      if [[ $$word == -* ]]; then COMPREPLY=($$(compgen -W $0 -- \"$$word\")); return; fi\n",
      in_quotes(absl::StrJoin(options, " ")));
  return out + arguments + "      ;;\n";
}

std::string bash_script(const DescribedCommand& program) {
  std::vector<std::string> first = names_of(program.commands);
  for (const DescribedOption& option : program.options) {
    first.insert(first.end(), option.names.begin(), option.names.end());
  }
  std::string out = absl::Substitute(
      "# Completion of $0 for bash.\n"
      "_$0() {\n"
      "  local word=$${COMP_WORDS[COMP_CWORD]} previous=$${COMP_WORDS[COMP_CWORD-1]}\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($$(compgen -W $1 -- \"$$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case $${COMP_WORDS[1]} in\n",
      program.name, in_quotes(absl::StrJoin(first, " ")));
  for (const DescribedCommand& command : program.commands) out += bash_command(command);
  return out + absl::Substitute("  esac\n}\ncomplete -F _$0 $0\n", program.name);
}

// ---- zsh: _arguments with a specification for each option and argument.

// Inside [...] and behind a colon some characters would end the text.
std::string zsh_text(const std::string& text) {
  return absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"]", "\\]"}, {"[", "\\["}, {":", "\\:"}});
}

std::string zsh_action(const DescribedOption& option) {
  switch (kind_of(option)) {
    case ValueKind::flag: return {};
    case ValueKind::choice: return "(" + absl::StrJoin(option.choices, " ") + ")";
    case ValueKind::file: return "_files";
    case ValueKind::directory: return "_files -/";
    case ValueKind::other: return " ";
  }
  return {};
}

std::string zsh_options(const std::vector<DescribedOption>& options) {
  std::string out;
  for (const DescribedOption& option : options) {
    for (const std::string& name : option.names) {
      std::string specification = name + "[" + zsh_text(option.text) + "]";
      if (!option.value.empty()) specification += ":" + option.value + ":" + zsh_action(option);
      out += " \\\n        " + in_quotes(specification);
    }
  }
  return out;
}

std::string zsh_command(const DescribedCommand& command) {
  std::string out =
      absl::Substitute("        $0) _arguments$1", command.name, zsh_options(command.options));
  for (const DescribedOption& argument : command.arguments) {
    const char* const colons = argument.required ? ":" : "::";
    out += " \\\n        " + in_quotes(colons + argument.value + ":" + zsh_action(argument));
  }
  return out + " ;;\n";
}

std::string zsh_script(const DescribedCommand& program) {
  std::string commands;
  std::string each;
  for (const DescribedCommand& command : program.commands) {
    commands += "        " + in_quotes(command.name + ":" + command.text) + "\n";
    each += zsh_command(command);
  }
  return absl::Substitute(
      "#compdef $0\n"
      "_$0() {\n"
      "  local context state state_descr line\n"
      "  typeset -A opt_args\n"
      "  _arguments -C$1 \\\n"
      "        '1:command:->command' '*::argument:->arguments'\n"
      "  case $$state in\n"
      "    command)\n"
      "      local -a commands=(\n"
      "$2"
      "      )\n"
      "      _describe command commands ;;\n"
      "    arguments)\n"
      "      case $$line[1] in\n"
      "$3"
      "      esac ;;\n"
      "  esac\n"
      "}\n"
      "if [[ $$funcstack[1] == _$0 ]]; then _$0 \"$$@\"; else compdef _$0 $0; fi\n",
      program.name, zsh_options(program.options), commands, each);
}

// ---- fish: a line for each command, option and argument.

std::string fish_values(const DescribedOption& option) {
  switch (kind_of(option)) {
    case ValueKind::flag: return {};
    case ValueKind::choice: return " -xa " + in_quotes(absl::StrJoin(option.choices, " "));
    case ValueKind::file: return " -rF";
    case ValueKind::directory: return " -xa '(__fish_complete_directories)'";
    case ValueKind::other: return " -x";
  }
  return {};
}

std::string fish_options(const std::string& when, const std::vector<DescribedOption>& options) {
  std::string out;
  for (const DescribedOption& option : options) {
    out += when;
    for (const std::string& name : option.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    out += fish_values(option) + " -d " + in_quotes(option.text) + "\n";
  }
  return out;
}

std::string fish_script(const DescribedCommand& program) {
  const std::string complete = "complete -c " + program.name;
  std::string out = "# Completion of " + program.name + " for fish.\n" + complete + " -f\n";
  const std::string first = complete + " -n __fish_use_subcommand";
  for (const DescribedCommand& command : program.commands) {
    out += first + " -a " + command.name + " -d " + in_quotes(command.text) + "\n";
  }
  out += fish_options(first, program.options);
  for (const DescribedCommand& command : program.commands) {
    const std::string when = complete + " -n '__fish_seen_subcommand_from " + command.name + "'";
    out += fish_options(when, command.options);
    for (const DescribedOption& argument : command.arguments) {
      out += when + (kind_of(argument) == ValueKind::file ? " -F" : fish_values(argument)) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const DescribedCommand& program, std::string_view shell) {
  if (shell == "bash") return bash_script(program);
  return shell == "zsh" ? zsh_script(program) : fish_script(program);
}

}  // namespace allot::program
