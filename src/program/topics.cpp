#include "program/topics.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

#include "allot/messages/limits.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/status_code.hpp"
#include "files/named_table.hpp"
#include "files/order_map.hpp"
#include "files/order_reasons.hpp"
#include "files/shop_files.hpp"
#include "files/update_file.hpp"
#include "inspection/moment.hpp"
#include "inspection/text_table.hpp"
#include "journal/recovery.hpp"
#include "journal/taken_files.hpp"
#include "json/counted.hpp"
#include "json/scalar_text.hpp"
#include "program/environment.hpp"
#include "program/exit_status.hpp"

namespace allot::program {
namespace {

using Parts = std::vector<TopicPart>;

// Abseil joins no std::string_view.
template <class Names>
std::string joined(const Names& names, std::string_view between) {
  std::string all;
  for (const auto& name : names) {
    if (!all.empty()) all += between;
    all += name;
  }
  return all;
}

void say(Parts& parts, std::string text) { parts.push_back({"", std::move(text)}); }

// Returns: the commands for which `is` holds, as a sentence lists them.
template <class Is>
std::string commands_that(const DescribedCommand& program, Is is) {
  std::vector<std::string> names;
  for (const DescribedCommand& command : program.commands) {
    if (is(command)) names.push_back(command.name);
  }
  return joined(names, ", ");
}

const DescribedOption* option_of(const DescribedCommand& command, const std::string& name) {
  for (const DescribedOption& option : command.options) {
    if (std::ranges::find(option.names, name) != option.names.end()) return &option;
  }
  return nullptr;
}

// Returns: what help says of an option, with the commands that have it.
TopicPart option_part(const DescribedCommand& program, const std::string& name) {
  std::string text;
  const std::string commands = commands_that(program, [&](const DescribedCommand& command) {
    const DescribedOption* option = option_of(command, name);
    if (option != nullptr) text = option->text;
    return option != nullptr;
  });
  return {name, text + " (" + commands + ")"};
}

// ---- Forms of values.

void add_instant(Parts& parts, const std::string& text) {
  const auto time = json::parse_time(text);
  parts.push_back(
      {text, time ? json::time_text(*time) + ", " + std::to_string(*time) + " ns since 1970"
                  : "no time"});
}

Parts times(const DescribedCommand& program) {
  Parts parts;
  say(parts,
      "Times are those of RFC 3339: " + std::string(json::time_wanted) +
          ". A blank may stand for the T and before the offset, slashes for the dashes; seconds, "
          "and the colon of the offset, may be left out; up to nine decimals of a second.");
  for (const char* text :
       {"2026-11-27T08:00:00Z", "2026-11-27 09:00 +01:00", "2026/11/27 09:00:00.25+0100"}) {
    add_instant(parts, text);
  }
  say(parts, "Where a time is asked for:");
  parts.push_back({"MOMENT", std::string(inspection::moment_form) + "; a time has an offset (" +
                                 commands_that(program,
                                               [](const DescribedCommand& command) {
                                                 return std::ranges::any_of(
                                                     command.options,
                                                     [](const DescribedOption& option) {
                                                       return option.value == "MOMENT";
                                                     });
                                               }) +
                                 ")"});
  parts.push_back({"JSON lines",
                   "with an offset; or nanoseconds since 1970-01-01 UTC, under the same name or "
                   "with _ns behind it"});
  parts.push_back({"files of a shop",
                   "also as time_formats of their map say; without an offset of its time_zone, "
                   "else of UTC"});
  parts.push_back({"--from, --until",
                   "of simulate: also a day alone; without an offset of the clock that the times "
                   "of the file have"});
  say(parts,
      "Printed is UTC, and in JSON beside it, under a name with _ns behind it, nanoseconds since "
      "1970.");
  return parts;
}

Parts durations(const DescribedCommand&) {
  Parts parts;
  say(parts, "A duration is " + std::string(json::duration_wanted) + ":");
  for (const char* text : {"250ms", "90s", "15m", "36h", "2d", "1h30m", "PT1H30M"}) {
    parts.push_back(
        {text, std::to_string(json::parse_duration(text).value_or(0)) + " nanoseconds"});
  }
  say(parts, "Where one is asked for:");
  parts.push_back({"JSON lines", "such a text in quotes, or a number of nanoseconds"});
  parts.push_back({"--limits", "such a text, or nanoseconds: stub_ttl_ns=180d"});
  parts.push_back({"--seconds", "a bare number is seconds; --live-seconds takes the same"});
  parts.push_back({"--lanes", "in the column transit; in transit_days a whole number"});
  return parts;
}

// ---- Files of a shop.

std::string columns_text(std::span<const files::NamedColumn> columns) {
  std::vector<std::string> needed;
  std::vector<std::string> others;
  for (const files::NamedColumn& column : columns) {
    (column.needed ? needed : others).emplace_back(column.name);
  }
  return joined(needed, ", ") + (others.empty() ? "" : "; perhaps ") + joined(others, ", ");
}

Parts shop_files(const DescribedCommand&) {
  Parts parts;
  say(parts,
      "simulate and map read: CSV by comma, semicolon, tab or |, and JSON lines; plain, zstd or "
      "gzip; UTF-8, UTF-16 with a byte order mark, and what programs wrote before: Latin-1 "
      "(Windows-1252) and its sisters of Poland, Turkey, the Baltic, Greece, Russia, Israel and "
      "the "
      "Arab countries, KOI8, the code pages 850, 852, 857 and 866 of DOS, GBK (GB18030), Big5, "
      "Shift_JIS, EUC-JP, EUC-KR. All of that is told from the bytes. - is standard input. python "
      "-m allot reads Parquet, Arrow files and "
      "workbooks, too.");
  say(parts, "Columns, needed ones first:");
  parts.push_back({"--orders", "what its map says: allot help maps"});
  for (const files::ShopFile file : files::all_shop_files) {
    parts.push_back({std::string(files::option_of(file)), columns_text(files::columns_of(file))});
  }
  parts.push_back({"--updates", columns_text(files::update_columns())});
  say(parts,
      "Columns go by other names, too, in ten languages: allot help stock, allot help updates. "
      "Every row is used, or left out for one reason, which is shown with the first of its rows. "
      "All of it: docs/files.md");
  return parts;
}

Parts maps(const DescribedCommand&) {
  Parts parts;
  say(parts,
      "A map says what the columns of a file of orders mean: --map NAME or --map FILE.toml. "
      "Without one the preset is taken whose columns the file has, else they are guessed; allot "
      "map FILE writes that guess down, to be mended.");
  std::vector<std::string> presets;
  for (const files::Preset& preset : files::presets()) presets.emplace_back(preset.name);
  parts.push_back({"presets", joined(presets, ", ")});
  parts.push_back(
      {"columns", joined(files::role_names, ", ") + "; order, time and sku are needed"});
  parts.push_back({"keys", joined(files::map_keys(), ", ")});
  say(parts, "What each key says: docs/files.md. A map to begin with: allot map --preset shopify");
  return parts;
}

void add_names(Parts& parts, std::span<const files::NamedColumn> columns) {
  constexpr std::size_t names_shown = 8;
  for (const files::NamedColumn& column : columns) {
    std::vector<std::string_view> names;
    for (const std::string_view name : column.others) {
      if (name != column.name && names.size() < names_shown) names.push_back(name);
    }
    const bool more = column.others.size() > names.size() + 1;
    parts.push_back(
        {std::string(column.name), std::string(column.needed ? "needed; also " : "also ") +
                                       joined(names, ", ") + (more ? ", ..." : "")});
  }
}

Parts stock(const DescribedCommand& program) {
  Parts parts;
  say(parts,
      "simulate --stock FILE and whatif --stock FILE take stock as it is: a row for what lies at "
      "one node, perhaps of one lot. Without it stock is made up. Rows of one lot add up. Columns, "
      "which also go by other names, without capitals, accents, blanks and signs:");
  add_names(parts, files::columns_of(files::ShopFile::stock));
  say(parts, "allot stock DIR shows what a log has:");
  for (const DescribedCommand& command : program.commands) {
    if (command.name == "stock") say(parts, command.footer.substr(0, command.footer.find('\n')));
  }
  return parts;
}

Parts updates(const DescribedCommand&) {
  Parts parts;
  say(parts,
      "simulate --updates FILE takes what happened beside the orders: a row each, with its time, "
      "and in the column type what it says:");
  for (const files::UpdateTypeText& type : files::update_type_texts) {
    parts.push_back(
        {std::string(type.name),
         std::string(type.text) + (type.columns.empty() ? "" : ": ") + std::string(type.columns)});
  }
  say(parts, "Its columns:");
  add_names(parts, files::update_columns());
  return parts;
}

Parts scenarios(const DescribedCommand&) {
  Parts parts;
  say(parts,
      "simulate --scenario FILE.json says what happens around the orders. With --orders nothing is "
      "done to them that it does not name: no peaks, no rules of risk, no block list, one channel, "
      "shop, which withholds nothing, and whose unpaid orders keep what they took. Without "
      "--orders a key that is missing has the value of the "
      "built-in peak.");
  say(parts, "{\"risk\": {\"order_value_max\": 5000000}} in a file is a whole scenario. Keys:");
  parts.push_back({"risk",
                   "order_value_max and review_value_min, in minor units of the orders' currency; "
                   "line_quantity_max; price_low_bp, price_high_bp; velocity_count, "
                   "velocity_window_s; blocked_permille. 0, or missing: off"});
  parts.push_back({"channels, nodes, lanes",
                   "who sells, from where, at which cost; hold_ttl_s of a "
                   "channel is how long unpaid orders keep what they took"});
  parts.push_back({"peaks, jitter_s, settle_s", "when orders come, and how long time goes on"});
  parts.push_back({"stock, payment, cancel", "what is made up of these where no file says it"});
  parts.push_back({"review, orders", "likewise"});
  parts.push_back({"fulfilment, returns, refunds", "likewise, of what leaves and comes back"});
  parts.push_back({"live, engine, generator", "how it is run, and orders without --orders"});
  say(parts, "Each key with its units and limits: docs/simulation.md");
  return parts;
}

// ---- Logs.

// Adds a row for each limit.
class LimitRows {
 public:
  explicit LimitRows(Parts& parts) : parts_(parts) {}

  template <class T>
  void operator()(const Field& field, const T& value) {
    std::string text;
    if constexpr (std::is_enum_v<T>) {
      text = std::string(enum_names<T>[static_cast<std::size_t>(value)]) + " (" +
             joined(enum_names<T>, ", ") + ")";
    } else {
      text = shown(field, value) + " (" + shown(field, field.min);
      text += field.max == std::numeric_limits<std::int64_t>::max()
                  ? " or more)"
                  : " to " + shown(field, field.max) + ")";
    }
    parts_.push_back({std::string(field.name), std::move(text)});
  }

 private:
  static std::string shown(const Field& field, std::int64_t value) {
    if (field.form == FieldForm::duration) return json::duration_text(value);
    return json::grouped(static_cast<std::uint64_t>(value));
  }
  Parts& parts_;
};

Parts limits(const DescribedCommand&) {
  Parts parts;
  say(parts,
      "Sizes of a log, fixed when it begins; reaching one is an answer, no crash. apply --limits "
      "skus_max=1000,orders_max=50000 sets some, and the others are as they stand here, with what "
      "they may be. What each bounds: docs/commands.md, start.");
  Limits usual;
  LimitRows rows(parts);
  Limits::fields(usual, rows);
  return parts;
}

Parts logs(const DescribedCommand& program) {
  Parts parts;
  say(parts, "A log is a directory with segments " + segment_name(1) + ", " + segment_name(2) +
                 " and so on: every command with its time, from which everything is decided again "
                 "bit for bit. Beside them lie notes of the files that apply took (" +
                 std::string(TakenFiles::suffix) + ") and the places of consumers.");
  parts.push_back({"written by", "apply --journal, simulate --log, bench --journal, and hosts"});
  parts.push_back({"read by", commands_that(program, [](const DescribedCommand& command) {
                     return !command.arguments.empty() && command.arguments.front().value == "DIR";
                   })});
  for (const DescribedCommand& command : program.commands) {
    if (command.name != "apply") continue;
    for (const char* name : {"--durability", "--must-exist", "--drop-damaged-end"}) {
      if (const DescribedOption* option = option_of(command, name)) {
        parts.push_back({name, option->text});
      }
    }
  }
  say(parts,
      "One process writes a log, any number may read it meanwhile. What it promises: "
      "docs/durability.md. Whether it is whole: allot verify DIR");
  return parts;
}

// ---- What the program says of itself.

Parts exit_status(const DescribedCommand&) {
  Parts parts;
  say(parts, "What every command ends with:");
  for (const ExitStatusText& status : exit_status_texts) {
    parts.push_back({std::to_string(status.status), std::string(status.text)});
  }
  say(parts,
      "With --json a failure is one object on stdout, {\"error\": ..., \"cause\": ...}; allot help "
      "json lists the causes.");
  return parts;
}

Parts json_forms(const DescribedCommand& program) {
  Parts parts;
  say(parts,
      "With --json a command prints one object on stdout, and everything else on stderr. So do " +
          commands_that(program,
                        [](const DescribedCommand& command) {
                          return option_of(command, "--json") != nullptr;
                        }) +
          "; top prints one each interval, events one a line.");
  parts.push_back(option_part(program, "--bare-integers"));
  parts.push_back(option_part(program, "--keys"));
  say(parts, "A failure is {\"error\": TEXT, \"cause\": NAME}. Causes, and what to do:");
  for (const StatusText& status : status_texts) {
    if (status.status == StatusCode::ok) continue;
    parts.push_back(
        {std::string(status.name), std::string(status.text) + ": " + std::string(status.to_do)});
  }
  return parts;
}

Parts environment(const DescribedCommand&) {
  Parts parts;
  say(parts, "Variables that the program looks at:");
  for (const EnvironmentVariable* variable : environment_variables) {
    parts.push_back({variable->name, std::string(variable->text)});
  }
  return parts;
}

struct AdviceText {
  Advice advice;
  std::string_view text;
};
constexpr std::array advice_texts{
    AdviceText{Advice::fix, "what was given has to change first, or what lies around the engine"},
    AdviceText{Advice::retry, "the same may succeed later, under a new command_key"},
    AdviceText{Advice::permanent, "the same will never succeed"},
};

Parts reasons(const DescribedCommand&) {
  Parts parts;
  say(parts,
      "Why a command was refused, by what to do about it. allot help REASON tells what one says, "
      "such as allot help stock_insufficient.");
  for (const AdviceText& advice : advice_texts) {
    std::vector<std::string_view> names;
    for (const ReasonText& reason : reason_texts) {
      if (reason.advice == advice.advice) names.push_back(reason.name);
    }
    parts.push_back({std::string(enum_names<Advice>[static_cast<std::size_t>(advice.advice)]),
                     std::string(advice.text) + ": " + joined(names, ", ")});
  }
  return parts;
}

// Rules of risk, and the keys of a scenario that set them.
struct RiskKey {
  Reason reason;
  std::string_view keys;
};
constexpr std::array risk_keys{
    RiskKey{Reason::order_value_exceeded, "order_value_max"},
    RiskKey{Reason::line_quantity_exceeded, "line_quantity_max"},
    RiskKey{Reason::price_out_of_band, "price_low_bp and price_high_bp"},
    RiskKey{Reason::velocity_exceeded, "velocity_count and velocity_window_s"},
    RiskKey{Reason::listed, "blocked_permille"},
    RiskKey{Reason::value_review, "review_value_min"},
};

struct Topic {
  std::string_view name;
  std::string_view text;
  Parts (*parts)(const DescribedCommand& program);
};
constexpr std::array topics{
    Topic{"times", "how times are written, and of which clock they are", times},
    Topic{"durations", "how durations are written", durations},
    Topic{"files", "files of orders and of a shop, and their columns", shop_files},
    Topic{"maps", "what the columns of orders mean", maps},
    Topic{"stock", "stock as it is, and what a log says of it", stock},
    Topic{"updates", "payments, cancellations and receipts beside the orders", updates},
    Topic{"scenarios", "what happens around the orders of a rehearsal, and rules of risk",
          scenarios},
    Topic{"limits", "sizes of a log", limits},
    Topic{"log", "what a log is, who writes it and who reads it", logs},
    Topic{"exit-status", "what commands end with", exit_status},
    Topic{"json", "output for programs", json_forms},
    Topic{"environment", "variables that are looked at", environment},
    Topic{"reasons", "why a command was refused, and what to do", reasons},
};

}  // namespace

std::vector<DescribedTopic> described_topics(const DescribedCommand& program) {
  std::vector<DescribedTopic> all;
  for (const Topic& topic : topics) {
    all.push_back({std::string(topic.name), std::string(topic.text), topic.parts(program)});
  }
  return all;
}

std::vector<std::string> topic_names() {
  std::vector<std::string> names;
  for (const Topic& topic : topics) names.emplace_back(topic.name);
  return names;
}

std::optional<DescribedTopic> reason_topic(std::string_view name) {
  for (const ReasonText& reason : reason_texts) {
    const std::string number = std::to_string(static_cast<unsigned>(reason.reason));
    if (reason.name != name && number != name) continue;
    Parts parts;
    say(parts, "Reason " + number + ": " + std::string(reason.text) + ".");
    say(parts, "What to do: " + std::string(reason.to_do) + ".");
    for (const RiskKey& key : risk_keys) {
      if (key.reason != reason.reason) continue;
      say(parts, "In a rehearsal of own orders it comes from risk in the file of --scenario (" +
                     std::string(key.keys) + "), and from nowhere else: allot help scenarios.");
    }
    return DescribedTopic{
        std::string(reason.name),
        "a reason; advice: " +
            std::string(enum_names<Advice>[static_cast<std::size_t>(reason.advice)]),
        std::move(parts)};
  }
  for (const files::OrderReasonText& reason : files::order_reason_texts) {
    if (reason.name != name) continue;
    Parts parts;
    say(parts,
        "Rows of a file of orders are left out for it; the summary names the first of them.");
    say(parts, "What to do: " + std::string(reason.advice) + ".");
    return DescribedTopic{std::string(reason.name), "a reason of rows that are left out",
                          std::move(parts)};
  }
  return std::nullopt;
}

}  // namespace allot::program
