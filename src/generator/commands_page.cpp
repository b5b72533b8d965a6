// docs/commands.md: every command, event and reason, for people.
#include <sstream>

#include "generator/writers.hpp"

namespace allot::schema {
namespace {

constexpr std::string_view preface =
    R"(<!-- Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh -->
# Commands, events and reasons

Every message that goes into the engine or comes out of it, with the names that JSON lines, C++, C and Python
share. What each command does, in which order, and what decides: [rules.md](rules.md). Made from the schema of
record, [allot.fbs](../src/messages/allot.fbs).

## How a line is written

`allot apply` reads one JSON object per line: the command's name with its fields, and, where wanted, `time`.

```json
{"place":{"command_key":7,"order_key":1001,"channel":"web","zone":"GB","customer":42,"lines":[{"sku":"85123A","quantity":6,"price":255}]},"time":"2010-12-01T08:26:00Z"}
```

- **Codes and ids.** A SKU, node, channel or zone is named by its code (a string) or by its id
  (an integer). `"22423"` is a code, `22423` an id.
- **Keys** (`command_key`, `order_key`) are integers from 0 to 2^64-1, or `"hex:"` and 16 or 32
  hex digits, the high half first. Tokens and other 64-bit numbers may be written as `"hex:"`
  and 16 digits. 0 is absent.
- **Times** are nanoseconds since 1970-01-01 UTC, or strings such as `"2026-11-11T00:00:00.5Z"`
  (UTC only). A line without `time` has the time of the line before; the first line of a log
  without one has time 0. Time never goes back, and a step of more than `max_step_ns` is refused
  `step_too_large`.
- **Durations** (`..._ns`) are nanoseconds, or strings such as `"15m"` with ns, us, ms, s, m, h
  or d. **Money** is an integer of minor units.
- A `command_key` that is left out is made by `apply` from the line's number: low half the
  number, high half `--key-space` (default 1, so such keys meet neither 8-byte keys nor each
  other). The same file applied again is therefore recognised and changes nothing; give another
  file for the same journal another `--key-space`. Given as 0, it is refused
  `command_key_missing`.
- Strict: unknown, missing or repeated fields, wrong types and integers outside their range are
  errors that name file, line and field.

A field without a default must be given.
)";

constexpr std::size_t columns_max = 120;

// Breaks what stands in running text at spaces; tables and code are left as they are.
std::string wrapped(const std::string& page) {
  std::istringstream in(page);
  std::string out;
  bool code = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) code = !code;
    const std::string indent = line.starts_with("- ") ? "  " : "";
    while (!code && !line.starts_with('|') && line.size() > columns_max) {
      const std::size_t space = line.rfind(' ', columns_max);
      if (space == std::string::npos || space <= indent.size()) break;
      out += line.substr(0, space) + '\n';
      line = indent + line.substr(space + 1);
    }
    out += line + '\n';
  }
  return out;
}

std::string escaped(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) {
    text.insert(at, 1, '\\');
  }
  return text;
}

std::string attribute(const Field& field, const std::string& name) {
  const auto found = field.attributes.find(name);
  return found == field.attributes.end() ? "" : found->second;
}

// What the type of a field is called on the page.
std::string type_words(const Field& field) {
  if (field.type == "Key") return "key";
  if (field.type == "SkuId") return "SKU";
  if (field.type == "NodeId") return "node";
  if (field.type == "ChannelId") return "channel";
  if (field.type == "ZoneId") return "zone";
  if (field.type == "[OrderLine]") return "array of [lines](#a-line-of-an-order)";
  if (field.type == "string") return "code";
  if (field.type == "ubyte") return "0 to 255";
  if (field.type == "ushort") return "u16";
  if (field.type == "uint") return "u32";
  if (field.type == "ulong") return "u64";
  if (field.type == "int") return "i32";
  if (field.type == "long") return "i64";
  return field.type;
}

std::string default_words(const Field& field) {
  if (field.attributes.contains("needed")) return "";
  if (field.name == "command_key") return "from the line";
  return '`' + (field.standard.empty() ? "0" : field.standard) + '`';
}

void print_command_fields(std::ostream& out, const Schema& schema, const Table& table) {
  if (table.fields.empty()) {
    out << "\nNo fields.\n";
    return;
  }
  out << "\n| field | type | unit | default | meaning and range |\n|---|---|---|---|---|\n";
  for (const Field& field : table.fields) {
    std::string type = type_words(field);
    const auto choices = schema.enums.find(field.type);
    if (choices != schema.enums.end()) {
      type.clear();
      for (const EnumValue& value : choices->second.values) {
        type += (type.empty() ? "`" : ", `") + value.name + '`';
      }
    }
    out << "| `" << field.name << "` | " << type << " | " << attribute(field, "unit") << " | "
        << default_words(field) << " | " << escaped(field.comment) << " |\n";
  }
}

// The groups of product.md, by the bands of type numbers.
std::string_view group_of(std::int64_t number) {
  if (number < 20) return "Control";
  if (number < 40) return "Catalogue";
  if (number < 60) return "Stock";
  return "Orders";
}

void print_commands(std::ostream& out, const Schema& schema) {
  std::string_view group;
  for (const EnumValue& value : schema.enums.at("CommandBody").values) {
    if (group_of(value.number) != group) {
      group = group_of(value.number);
      out << "\n## Commands: " << group << "\n";
    }
    const Table& table = schema.tables.at(value.table);
    out << "\n### `" << value.name << "` (" << value.number << ")\n\n" << table.comment << "\n";
    print_command_fields(out, schema, table);
  }
  const Table& line = schema.tables.at("OrderLine");
  out << "\n### A line of an order\n\n" << line.comment << "\n";
  print_command_fields(out, schema, line);
}

void print_choices(std::ostream& out, const Schema& schema) {
  out << "\n## Choices\n";
  for (const std::string_view name :
       {"Shortage", "SourcingPolicy", "ListKind", "TokenKind", "ReviewOutcome", "TimeSource"}) {
    const Enum& choices = schema.enums.at(std::string(name));
    out << "\n**" << name << "**: " << choices.comment
        << "\n\n| name | number | meaning |\n|---|---|---|\n";
    for (const EnumValue& value : choices.values) {
      out << "| `" << value.name << "` | " << value.number << " | " << escaped(value.comment)
          << " |\n";
    }
  }
}

void print_events(std::ostream& out, const Schema& schema) {
  out << "\n## Events\n\nEach line has `sequence` (of its command), `ordinal` (from 0), `epoch` "
         "when "
         "it is not 0, and `event`. An event is known by (epoch, sequence, ordinal).\nA SKU or "
         "node "
         "is printed as its code and, beside it, its id (`sku`, `sku_id`); a reason as its name "
         "and "
         "number (`reason`, `reason_number`);\n`defined` also prints the `code` of a catalogue "
         "entry. "
         "The last column names the member of `allot::Event` that carries the value in C++, C and "
         "Python.\n";
  for (const EnumValue& value : schema.enums.at("EventBody").values) {
    const Table& table = schema.tables.at(value.table);
    out << "\n### `" << value.name << "` (" << value.number << ")\n\n" << table.comment;
    if (!value.comment.empty()) out << " Here: " << value.comment << '.';
    out << "\n";
    if (table.fields.empty()) continue;
    out << "\n| field | type | unit | meaning | carried by |\n|---|---|---|---|---|\n";
    for (const Field& field : table.fields) {
      const std::string type = field.type == "Reason"       ? "reason"
                               : field.type == "EventFlags" ? "array of flags"
                               : field.name == "command"    ? "name of a command"
                                                            : type_words(field);
      out << "| `" << field.name << "` | " << type << " | " << attribute(field, "unit") << " | "
          << escaped(field.comment) << " | `" << attribute(field, "slot") << "` |\n";
    }
  }
  const Enum& flags = schema.enums.at("EventFlags");
  out << "\n### Flags\n\n| flag | mask | meaning |\n|---|---|---|\n";
  for (const EnumValue& value : flags.values) {
    out << "| `" << value.name << "` | " << value.number << " | " << escaped(value.comment)
        << " |\n";
  }
}

void print_reasons(std::ostream& out, const Schema& schema) {
  out << "\n## Reasons\n\nNumbers are stable and never reused: 1xxx intake, sequencing and "
         "identity; "
         "2xxx risk; 3xxx allocation; 4xxx journal.\nAdvice: *none* nothing was wrong; *permanent* "
         "the same command will never succeed; *retry* it may succeed later, under a new "
         "command_key; *fix* the input has to change.\n"
         "\n| number | reason | advice | text |\n|---|---|---|---|\n";
  for (const EnumValue& value : schema.enums.at("Reason").values) {
    const std::size_t colon = value.comment.find(": ");
    out << "| " << value.number << " | `" << value.name << "` | " << value.comment.substr(0, colon)
        << " | " << escaped(value.comment.substr(colon + 2)) << " |\n";
  }
}

}  // namespace

std::vector<GeneratedFile> write_commands_page(const Schema& schema) {
  std::ostringstream out;
  out << preface;
  print_commands(out, schema);
  print_choices(out, schema);
  print_events(out, schema);
  print_reasons(out, schema);
  return {{"docs/commands.md", wrapped(out.str())}};
}

}  // namespace allot::schema
