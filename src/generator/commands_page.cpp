// docs/commands.md: every command, event and reason, for people.
#include <algorithm>
#include <cctype>
#include <sstream>

#include "generator/writers.hpp"

namespace allot::schema {
namespace {

constexpr std::string_view preface =
    R"(<!-- Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh -->
# Commands, events and reasons

Every message that goes into the engine or comes out of it, with the names that JSON lines, C++, C and Python
share. What each command does, in which order, and what decides: [rules.md](rules.md). Made from the description in
[src/messages](../src/messages/allot.fbs).

## How a line is written

`allot apply` reads one JSON object per line: the command's name with its fields, and, where wanted, `time`.

```json
{"place":{"command_key":7,"order_key":1001,"channel":"web","zone":"GB","customer":42,"lines":[{"sku":"85123A","quantity":6,"price":255}]},"time":"2010-12-01T08:26:00Z"}
```

- **Codes and ids.** A SKU, node, channel, zone or set of SKUs is named by its code (a string) or by its id
  (an integer). `"22423"` is a code, `22423` an id.
- **Keys** (`command_key`, `order_key`) are integers from 0 to 2^64-1, or strings: decimal digits, or `"hex:"`
  and 16 or 32 hex digits, the high half first. Tokens and other unsigned 64-bit numbers may be written as
  strings in the same way. 0 is absent. `--keys hex` prints every key as hex.
- **Order numbers** are texts of 1 to 40 bytes, as the shop or the marketplace gives them:
  `"114-1234567-1234567"`, `"007"`. `place` and `import` take `order_number` in place of
  `order_key`. The order's key is then made from the code of its channel and the number, and the
  text is kept with the order: the same number in another channel is another order. In lines the
  other commands about an order take `order_number` and `channel` in place of `order_key`:
  `{"cancel":{"order_number":"114-1234567-1234567","channel":"amazon"}}`, and `merge` takes
  `other_number`, of the same channel, in place of `other_key`. Events have
  `order_number` beside `order_key`. Hosts make the key with `order_key_of` (C++ and Python) or
  `allot_order_key_of` (C). A string in a key field is always a number, never a text to be hashed.
- **64-bit integers** are printed as strings of decimal digits where they name something (keys,
  tokens, lots, hashes, sequences: `u64` below), are money, or nanoseconds since 1970: JavaScript and
  others round numbers beyond 2^53. `--bare-integers` prints them as numbers. What counts and what
  has fewer bits is a number, and so is a duration: in whole seconds it is exact up to 146 years. The
  field decides, never the value. Read are both, wherever a field has 64 bits.
- **Times** are printed as text in UTC (`"time"`, `"pay_by"`), and beside it under `..._ns` the
  nanoseconds since 1970-01-01 UTC (`"time_ns"`). Read are nanoseconds, strings such as
  `"2026-11-11T00:00:00.5Z"` or `"2026-11-11T01:00:00+01:00"`, and `..._ns`; where both are given
  they have to agree. A line without `time` has the time of the line before; the first line of a log
  without one has time 0. Time never goes back: an earlier one is raised to the time that stands. A line whose
  time is more than `max_step_ns` after the time that stands is a bad line, unless it is a `tick`
  with `force` or `--cross-gaps` is given. `apply` reads no clock: a log that an engine with its
  own clock began goes by the lines' times, too.
- **Lines that could not be taken** are counted on stderr with the first of them, and the exit
  status is 2 unless `--keep-going` is given: bad lines, facts (import, the payments, receive,
  adjust) and settings (the catalogue, risk) that were refused, and anything refused with a reason
  below 2000 whose advice is `fix`. Any other request that is refused got its answer.
- **Durations** (`..._ns`) are nanoseconds, or strings such as `"15m"` with ns, us, ms, s, m, h
  or d. **Money** is an integer of minor units.
- A `command_key` that is left out is made by `apply` from what the file holds up to the end of the
  line, or with `--key-space N` from the line's number (low half) and N (high half). Such keys meet
  no 8-byte keys. Given as 0, it is refused `command_key_missing`.
- **Files that a log took.** A note beside the log (`NUMBER.taken`) says which. A file that begins
  with all that was taken of one before is gone on with behind that, and stderr says so: the same
  file applied again changes nothing, one that has grown adds what is new, one that was killed in
  the middle or stopped at a bad line goes on there. Lines between the last note and a crash are
  sent again, and are duplicates. A file that only begins alike is another file, and taken whole; so
  is one of whose early lines one was changed. Of a pipe the first lines that were taken before are
  duplicates, as it cannot be looked at ahead. With `--key-space` nothing is compared or noted.
- **At the end** stderr says how many lines were taken, refused, for which reasons, and repeated,
  which gaps were crossed and which times raised, with the first line of each; `--json` has the
  same. `--fail-on KIND` makes one of them (`refused`, `not_taken`, `sales_in_question`,
  `facts_in_question`, `bad_lines`, `duplicates`, `gaps_crossed`, `times_raised`,
  `times_in_doubt`) end with status 3, where nothing worse happened. A fact in question was
  recorded, and is not as it should be, such as a refund of more than was paid. In doubt are
  times that are nanoseconds of 1970 and, as another unit, of our days.
- Strict: unknown, missing or repeated fields, wrong types and integers that do not fit their type
  are errors that name file, line and field. A value that fits its type and lies outside the range
  of the tables below is sequenced and refused, as it is from any host.

A field without a default must be given.

## Output for programs

`--json` makes a command print one object on stdout; everything else goes to stderr. `events` prints an object a line,
`top` one each `--interval`. A command that failed prints `{"error": TEXT, "cause": NAME}` and ends with a status that
is not 0 (`allot help exit-status`); `allot help json` lists the causes. `completion` and `man` print what programs read
as it is. Members at the top of each object; those of times have a twin with `_ns`, and some are there only when they
have something to say (`fault`, `poison`, `interrupted`, `torn_at`):

| command | members |
|---|---|
| `apply` | `events`: as this page has them; `commands`, `event_count`, `refused`, `bad_lines`, `last_sequence`, `taken`, `known_before`, `refusals`, `not_taken`, `first_not_taken_line`, `sales_in_question`, `first_sale_in_question_line`, `facts_in_question`, `first_fact_in_question_line`, `duplicates`, `first_duplicate_line`, `gaps_crossed`, `first_gap_line`, `longest_gap_ns`, `times_raised`, `first_raised_line`, `times_in_doubt`, `untimed_holds`, `digest`, `conservation`, `oversold_units`, `fault`, `dry_run_as_of`, `interrupted` |
| `replay` | `sound`, `digest`, `last_sequence`, `last_time`, `records`, `orders`, `events`, `checks_compared`, `skipped`, `torn`, `live`, `interrupted`, `conservation`, `oversold_units`, `lots`, `lines`, `elapsed_ns`, `orders_per_second`, `fault`, `poison` |
| `verify` | `sound`, `segments`, `frames`, `records`, `checks`, `bytes`, `first_sequence`, `last_sequence`, `durable_sequence`, `live`, `interrupted`, `torn`, `damaged_end`, `closed`, `frames_missing_max`, `abandoned`, `torn_at`, `end`, `chain`, `point`, `consumers`, `fault`, `cause` |
| `copy` | `copied`, `segments`, `frames`, `records`, `bytes`, `last_sequence`, `chain`, `point`, `closed`, `live` |
| `inspect` | `parts`: segments, frames and records in their order; `sound`, `segments`, `frames`, `records`, `semantics_version`, `last_sequence`, `live`, `torn`, `closed`, `interrupted`, `fault`, `cause` |
| `orders` | `sequence`, `time`, `forgotten`, `stubs`, `orders`, `totals` |
| `stock` | `sequence`, `time`, `on_hand`, `unavailable`, `deficit`, `waiting`, `stock`, `totals` |
| `waiting` | `sequence`, `time`, `lines`, `orders`, `waiting`, `totals` |
| `exceptions` | `sequence`, `time`, `open`, `overdue`, `owned`, `missed`, `exceptions` |
| `services` | `sequence`, `time`, `begun`, `kept`, `breached`, `running`, `missed`, `services` |
| `feed` | `sequence`, `time`, `feeds`, `for_sale`, `sold_out`, `feed` |
| `history` | `sequence`, `time`, `sku`, `node`, `received`, `taken`, `given_back`, `shipped`, `returned`, `available`, `withheld`, `first_short`, `history`, `totals` |
| `top` | `sequence`, `time`, `live`, `window_s`, `orders_per_second`, `recent`, `all`, `queues`, `consumers`, `runs_out_next`, `skus_gone` |
| `explain` | `order_key`, `order_number`, `last_sequence`, `steps`, `passed_over`, `order`, `stub`, `news`, `left_out` |
| `bench` | `sound`, `orders_per_second`, `ns_per_order`, `orders`, `cancels`, `seconds`, `lines_per_order`, `skus`, `nodes`, `producers`, `journal`, `durability`, `journal_bytes`, `processors`, `compiler`, `build`, `version`, `interrupted`, `fault` |
| `map` | `file`, `form`, `columns`, `preset`, `missing`, `toml`; with `--stock` `stock` (`file`, `form`, `columns`); with `--presets` `presets` alone |
| `rules` | `files`: for each `file`, `problems` (`severity`, `line`, `column`, `text`), `ok`; of check `set`, `rules`, `steps`; of fmt `formatted` and, where it prints, `text`; of explain `text`; of test `cases`, `failed`; of measure `measured` (`classes`, `rules`, `honest`, `fraud`, `precision_permille`, `recall_permille`) |
| `traffic` | `commands`, `labels`, `seed`, `days`, `orders`, `classes` |
| `simulate` | `version`, `seed`, `scenario`, `scale`, `compress`, `run`, `input`, `files`, `verdict`, `orders`, `lines`, `units`, `parcels`, `split_orders`, `fulfilment`, `returns`, `refunds`, `services`, `reasons`, `refused_units`, `updates`, `ended_stock`, `ran_short`, `orders_per_second`, `latency_ns`, `oversold_units`, `conservation`, `conservation_fault`, `digest`, `journal`, `replay`, `sound`, `synthetic`, `modes`, `interrupted` |
| `compare`, `whatif` | `a`, `b`, `changed`, `says`, `unlike`, `rows`, `short_in_a_only`, `short_in_b_only`, `digest`; `whatif` alone `doubts` |
| `demo` | `sound`, `steps`, `elapsed_s`, `report`, `directory`, `kept` |
| `help` | `topics`, `commands`; of a topic or reason `topic`, `about`, `parts`; of a command `command`, `about`, `text` |
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

// "ZoneId" -> "zone", "SkuSetId" -> "SKU set"
std::string id_words(std::string_view type) {
  std::string words;
  for (const char letter : type.substr(0, type.size() - 2)) {
    if (std::isupper(letter) != 0 && !words.empty()) words += ' ';
    words += static_cast<char>(std::tolower(letter));
  }
  if (words.starts_with("sku")) words.replace(0, 3, "SKU");
  return words;
}

// What the type of a field is called on the page.
std::string type_words(const MessageField& field) {
  switch (field.kind) {
    case Kind::boolean: return "bool";
    case Kind::command_key:
    case Kind::order_key:
    case Kind::payment_key: return "key";
    case Kind::id: return id_words(field.type);
    case Kind::ids: return "array of " + id_words(element_of(field)) + 's';
    case Kind::code: return field.name == "code" ? "code" : "text";
    case Kind::attributes: return "array of [attributes](#an-attribute-of-an-order)";
    case Kind::bytes: return "bytes, as base64";
    case Kind::lines: return "array of [lines](#a-line-of-an-order)";
    case Kind::command: return "name of a command";
    case Kind::flags: return "array of flags";
    case Kind::reason: return "reason";
    default: return (field.is_signed ? "i" : "u") + std::to_string(field.bits);
  }
}

std::string choice_words(const Description& description, const MessageField& field) {
  const auto list = std::ranges::find(description.choices, field.type, &ChoiceList::name);
  std::string text;
  for (const Choice& choice : list->values)
    text += (text.empty() ? "`" : ", `") + choice.name + '`';
  return text;
}

std::string default_words(const MessageField& field) {
  if (!field.unless.empty()) return "or `" + field.unless + '`';
  if (field.needed) return "";
  if (field.kind == Kind::code) return "none";
  if (field.kind == Kind::command_key) return "from the line";
  return '`' + (field.standard.empty() ? "0" : field.standard) + '`';
}

void print_fields(std::ostream& out, const Description& description,
                  const std::vector<MessageField>& fields) {
  if (fields.empty()) {
    out << "\nNo fields.\n";
    return;
  }
  out << "\n| field | type | unit | range | default | meaning |\n|---|---|---|---|---|---|\n";
  for (const MessageField& field : fields) {
    out << "| `" << field.name << "` | "
        << (field.kind == Kind::choice ? choice_words(description, field) : type_words(field))
        << " | " << field.unit << " | " << range_text(field) << " | " << default_words(field)
        << " | " << escaped(field.comment) << " |\n";
  }
}

std::string group_title(const std::string& group) {
  std::string title = group == "order" ? "orders" : group;
  std::ranges::replace(title, '_', ' ');
  title[0] = static_cast<char>(std::toupper(title[0]));
  return title;
}

void print_commands(std::ostream& out, const Description& description) {
  std::string group;
  for (const CommandMessage& command : description.commands) {
    if (command.group != group) {
      group = command.group;
      out << "\n## Commands: " << group_title(group) << "\n";
    }
    out << "\n### `" << command.name << "` (" << command.number << ")\n\n"
        << command.comment
        << (command.from_hosts ? "" : " Hosts cannot submit it; `allot apply` takes it.") << "\n";
    print_fields(out, description, command.fields);
  }
  out << "\n### A line of an order\n\n" << description.line_comment << "\n";
  print_fields(out, description, description.line);
  out << "\n### An attribute of an order\n\n" << description.attribute_comment << "\n";
  print_fields(out, description, description.attribute);
}

void print_numbers(std::ostream& out, const Description& description) {
  out << "\n## Numbers of commands\n\nNever renumbered, never reused. 0 and 255 stay invalid for "
         "ever.\n\n| group | numbers | in use | reserved |\n|---|---|---|---|\n";
  for (std::size_t i = 0; i < description.groups.size(); ++i) {
    const GroupMessage& group = description.groups[i];
    const bool is_last = i + 1 == description.groups.size();
    const unsigned end = is_last ? group.first + 20 : description.groups[i + 1].first;
    std::string used;
    for (const CommandMessage& command : description.commands) {
      if (command.group != group.name) continue;
      used += (used.empty() ? "" : ", ") + std::to_string(command.number) + ' ' + command.name;
    }
    out << "| " << group.name << " | " << group.first << " to " << end - 1 << " | " << used << " | "
        << group.reserved << " |\n";
  }
}

void print_choices(std::ostream& out, const Description& description) {
  out << "\n## Choices\n";
  for (const ChoiceList& list : description.choices) {
    out << "\n**" << list.name << "**: " << list.comment
        << "\n\n| name | number | meaning |\n|---|---|---|\n";
    for (const Choice& choice : list.values) {
      out << "| `" << choice.name << "` | " << choice.number << " | " << escaped(choice.comment)
          << " |\n";
    }
  }
}

void print_event_fields(std::ostream& out, const EventMessage& event) {
  if (event.fields.empty()) return;
  out << "\n| field | type | unit | meaning | carried by |\n|---|---|---|---|---|\n";
  for (const MessageField& field : event.fields) {
    out << "| `" << field.name << "` | " << type_words(field) << " | " << field.unit << " | "
        << escaped(field.comment) << " | `" << field.slot << "` |\n";
  }
}

void print_events(std::ostream& out, const Description& description) {
  out << "\n## Events\n\nEach line has `sequence` (of its command), `ordinal` (from 0), `epoch` "
         "when it is not 0, and `event`. An event is known by (epoch, sequence, ordinal).\nA SKU "
         "or node is printed as its code and, beside it, its id (`sku`, `sku_id`); a reason as its "
         "name and number (`reason`, `reason_number`);\n`defined` also prints the `code` of a "
         "catalogue entry. The last column names the member of `allot::Event` that carries the "
         "value in C++, C and Python.\n";
  for (const EventMessage& event : description.events) {
    out << "\n### `" << event.name << "` (" << event.number << ")\n\n" << event.comment;
    if (!event.note.empty()) out << " Here: " << event.note << '.';
    out << "\n";
    print_event_fields(out, event);
  }
  for (const ChoiceList& list : description.flags) {
    out << "\n### Flags\n\n| flag | mask | meaning |\n|---|---|---|\n";
    for (const Choice& flag : list.values) {
      out << "| `" << flag.name << "` | " << flag.number << " | " << escaped(flag.comment)
          << " |\n";
    }
  }
}

void print_reasons(std::ostream& out, const Description& description) {
  out << "\n## Reasons\n\nNumbers are stable and never reused: 1xxx intake, sequencing and "
         "identity; 2xxx risk; 3xxx allocation; 4xxx journal.\nAdvice: *none* nothing was wrong; "
         "*permanent* the same command will never succeed; *retry* it may succeed later, under a "
         "new command_key; *fix* the input has to change.\n"
         "\n| number | reason | advice | text | what to do |\n|---|---|---|---|---|\n";
  for (const ReasonMessage& reason : description.reasons) {
    out << "| " << reason.number << " | `" << reason.name << "` | " << reason.advice << " | "
        << escaped(reason.text) << " | " << escaped(reason.to_do) << " |\n";
  }
}

}  // namespace

std::vector<GeneratedFile> write_commands_page(const Description& description) {
  std::ostringstream out;
  out << preface;
  print_commands(out, description);
  print_numbers(out, description);
  print_choices(out, description);
  print_events(out, description);
  print_reasons(out, description);
  return {{"docs/commands.md", wrapped(out.str())}};
}

}  // namespace allot::schema
