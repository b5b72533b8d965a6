#include "program/brief_summary.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "files/local_clock.hpp"
#include "files/row_account.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"

namespace allot::program {
namespace {

using json::counted;
using json::grouped;

// Notes that say how things are, and of which nobody has to do or doubt anything.
constexpr std::array<std::string_view, 8> calm_notes{
    "risk_rules", "one_channel", "unknown_columns", "one_node", "node_columns",
    "for_sale",   "gtin",        "stock_time"};
// Notes of what counts otherwise than may be thought, which stand in any summary.
constexpr std::array<std::string_view, 4> sure_notes{"repeated_orders", "repeated", "unpaid",
                                                     "other_currency"};
// Notes of what makes many an answer another one, where it is a mistake, the weightiest first.
constexpr std::array<std::string_view, 9> weighty_notes{
    "unordered",  "statuses_unmet", "unstocked",       "negative_stock", "alike",
    "no_product", "total_differs",  "columns_lacking", "repeated_lines"};
// A summary of files with many doubts is to have about so many lines of 80 columns; of what is
// doubted besides what was assumed at least so many.
constexpr std::size_t lines_wanted = 34;
constexpr std::size_t doubt_lines_min = 5;

const RunReport& run_of(const SimulationReport& report) {
  return report.virtual_time ? *report.virtual_time : *report.live;
}

// Returns: `text` in one line, cut between words where it is longer.
std::string one_line(const std::string& text, std::size_t columns) {
  std::size_t shown = 0;
  std::size_t last_space = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0U) == 0x80U) continue;  // goes on with a character
    if (byte == ' ' && shown + 4 <= columns) last_space = at;
    if (++shown > columns) return text.substr(0, last_space) + " ...\n";
  }
  return text + '\n';
}

std::string days_text(const allot::InputReport& input) {
  if (input.days == 0) return {};
  if (input.days == 1) return " of " + input.first_day;
  return " of " + counted(input.days, "day") + ", " + input.first_day + " to " + input.last_day +
         ",";
}

std::string read_text(const SimulationReport& report, std::size_t columns) {
  const allot::InputReport& input = report.input;
  const std::uint64_t rows = input.rows_asked_for();
  std::string text = files::wrapped("Orders: " + grouped(input.orders) + days_text(input) +
                                        " from " + input.source + "; " + grouped(input.used) +
                                        " of " + counted(rows, "row") + " used.",
                                    "", columns);
  if (input.days > 1 && report.inputs.from.empty() && report.inputs.until.empty()) {
    text += files::wrapped("All of these days are one run; --day " + input.busiest_day +
                               " plays one of them alone: the one with most orders, " +
                               grouped(input.busiest_day_orders) + ".",
                           "  ", columns);
  }
  if (input.suspicious) {
    text += files::wrapped(
        "MORE THAN HALF of the rows could not be understood: is the map right? Write it down with "
        "allot map " +
            input.source + ", and mend it.",
        "  ", columns);
  }
  for (const FileReport& file : report.files) {
    std::string kind = file.kind;
    kind[0] = static_cast<char>(kind[0] - 'a' + 'A');
    if (file.kind == "stock") kind += " before these orders";
    text += files::wrapped(kind + ": " + grouped(file.used) + " of " + counted(file.rows, "row") +
                               " of " + file.source + " used.",
                           "", columns);
  }
  return text;
}

std::string outcome_text(const RunReport& run, const allot::InputReport& input,
                         std::size_t columns) {
  const UnitCounts& units = run.units;
  std::string text = "Of " + counted(units.requested, "unit") + " asked for, " +
                     grouped(units.at_once) +
                     std::string(json::of_count(units.at_once, " was", " were")) +
                     " promised at once, " + grouped(units.backordered) + " had to wait";
  if (units.waited > 0) text += " (" + grouped(units.waited) + " of them got it later)";
  text += ", " + grouped(units.refused) +
          std::string(json::of_count(units.refused, " was", " were")) + " refused";
  if (run.orders.refused > 0) {
    text += ", with " + counted(run.orders.refused, "order") + " refused whole";
  }
  text += '.';
  const std::array<std::pair<std::uint64_t, const char*>, 3> ends{
      {{run.orders.expired, " expired unpaid."},
       {run.orders.cancelled, " cancelled."},
       {run.orders.partly_paid, " paid in part only."}}};
  for (const auto& [orders, what] : ends) {
    if (orders > 0) text += ' ' + counted(orders, "order") + what;
  }
  for (const auto& [type, counts] : run.updates) {
    if (counts.refused == 0) continue;
    text += ' ' + grouped(counts.refused) + " of " + counted(counts.rows, "row") + " of " + type +
            " refused.";
  }
  if (const std::string said = refunds_text(run.returns.refunds, input); !said.empty()) {
    text += ' ' + said;
  }
  return files::wrapped(text, "", columns);
}

// By the clock of the shop; with the day where there are several.
std::string moment_text(files::LocalClock& clock, TimeNs time, bool has_days) {
  const std::string text = json::time_text(time + clock.ahead(time));
  return has_days ? text.substr(0, 10) + ' ' + text.substr(11, 5) : text.substr(11, 5);
}

// Whether somebody's choices were dealt at random, so that other orders could have been first.
bool has_made_up_choices(const SimulationReport& report) {
  return std::ranges::any_of(report.synthetic, [](const std::string& part) {
    return part.find("shortage choices") != std::string::npos;
  });
}

// Returns: what there was of it, so that what is lacking adds up.
std::string there_text(const Shortfall& row) {
  if (row.no_stock_row) return ", no row of stock";
  std::string text = ", " + grouped(row.received) + " in stock";
  if (row.withheld > 0) text += ", " + grouped(row.withheld) + " withheld";
  return text;
}

// By whose clock times are told.
std::string clock_text(const allot::InputReport& input) {
  if (input.times_as_in_file) return "times as in the file";
  const bool is_offset = input.time_zone.starts_with('+') || input.time_zone.starts_with('-');
  return input.time_zone.empty() || is_offset ? "UTC" + input.time_zone : input.time_zone;
}

std::string shortages_text(const SimulationReport& report, const SimulateOptions& options,
                           std::size_t columns) {
  constexpr std::size_t named = 5;
  const RunFigures& figures = *run_of(report).figures;
  if (figures.skus_short == 0) return "Nothing ran short.\n";
  const allot::InputReport& input = report.input;
  files::LocalClock clock(input.time_zone);
  std::vector<Shortfall> rows = figures.shortfalls;
  std::ranges::sort(rows, [](const Shortfall& a, const Shortfall& b) {
    return a.first_at != b.first_at ? a.first_at < b.first_at : a.sku < b.sku;
  });
  std::string text = files::wrapped(
      grouped(figures.skus_short) + " of " + counted(input.skus, "SKU") + " ran short, first (" +
          (has_made_up_choices(report)
               ? "under made-up choices of customers, " + clock_text(input)
               : clock_text(input) + (input.times_as_in_file
                                          ? ", orders in their order"
                                          : ", orders in the order of their times")) +
          "):",
      "", columns);
  for (std::size_t at = 0; at < std::min(named, rows.size()); ++at) {
    const Shortfall& row = rows[at];
    text += one_line("  " + moment_text(clock, row.first_at, input.days != 1) + "  " +
                         json::without_controls(row.sku) + ": " + grouped(row.needed) +
                         " lacking of " + grouped(row.asked) + " asked for" + there_text(row),
                     columns);
  }
  if (figures.skus_short > named) {
    text += "  and " + grouped(figures.skus_short - named) + " more: " +
            (options.report_file.empty() ? "--report FILE has them" : options.report_file) + '\n';
  }
  return text;
}

// What somebody may want to do something about before believing the rest.
struct Doubt {
  enum class Weight : std::uint8_t { assumed, sure, left_out, weighty, other };

  Weight weight{};
  std::size_t rank{};    // among those of its weight, the least first
  std::string text;      // in lines
  std::string in_short;  // the same in fewer; empty: there is nothing shorter
};

std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

// Returns: a note without how a map would say it, which --details tells.
std::string_view without_cure(std::string_view note) {
  const std::size_t at = note.find("; ");
  if (at == std::string_view::npos) return note;
  const std::string_view cure = note.substr(at);
  const bool is_cure =
      cure.find("map") != std::string_view::npos || cure.find('[') != std::string_view::npos;
  return is_cure ? note.substr(0, at) : note;
}

std::string note_text(const InputNote& note, std::size_t columns) {
  std::string said = "Note: " + note.text + (note.text.ends_with('?') ? "" : ".");
  const std::size_t colon = note.text.find(':');
  if (note.count > 0 && colon != std::string::npos) {
    said.insert(std::string_view("Note: ").size() + colon, " (" + grouped(note.count) + ")");
  }
  return files::wrapped(said, "", columns);
}

// Returns: why rows of the file were left out, each reason with the first of them, a line each.
std::string left_out_text(const FileReport& file, std::size_t columns) {
  std::string text;
  for (const LeftOut& left : file.left_out) {
    if (left.reason == "outside_window") continue;
    std::string line = counted(left.rows, "row") + " of " + file.kind +
                       " left out: " + left.reason + " (line " + std::to_string(left.line);
    if (!left.column.empty()) line += ", " + left.column + " '" + left.text + "'";
    text += one_line(line + ')', columns);
  }
  return text;
}

// Returns: the same in one sentence; nothing where no row was left out.
std::string left_out_sentence(const FileReport& file, std::size_t columns) {
  std::uint64_t rows = 0;
  std::string reasons;
  for (const LeftOut& left : file.left_out) {
    if (left.reason == "outside_window") continue;
    rows += left.rows;
    reasons += (reasons.empty() ? ": " : ", ") + grouped(left.rows) + ' ' + left.reason;
  }
  if (rows == 0) return {};
  return files::wrapped(counted(rows, "row") + " of " + file.kind + " left out" + reasons + '.', "",
                        columns);
}

void add_doubts(const FileReport& file, std::size_t columns, std::vector<Doubt>& doubts) {
  using Weight = Doubt::Weight;
  if (std::string text = left_out_text(file, columns); !text.empty()) {
    const bool is_one = count_lines(text) == 1;
    std::string in_short = is_one ? text : left_out_sentence(file, columns);
    doubts.push_back({Weight::left_out, 0, std::move(text), std::move(in_short)});
  }
  for (const InputNote& note : file.notes) {
    if (note.assumed) {
      const std::string text =
          "Assumed, to be confirmed: " + std::string(without_cure(note.text)) + '.';
      doubts.push_back({Weight::assumed, 0, files::wrapped(text, "", columns), {}});
    } else if (const auto sure = std::ranges::find(sure_notes, note.name);
               sure != sure_notes.end()) {
      doubts.push_back({Weight::sure,
                        static_cast<std::size_t>(sure - sure_notes.begin()),
                        note_text(note, columns),
                        {}});
    } else if (std::ranges::find(calm_notes, note.name) == calm_notes.end()) {
      const auto weight = std::ranges::find(weighty_notes, note.name);
      const bool is_weighty = weight != weighty_notes.end();
      doubts.push_back({is_weighty ? Weight::weighty : Weight::other,
                        static_cast<std::size_t>(weight - weighty_notes.begin()),
                        note_text(note, columns),
                        {}});
    }
  }
}

// What of the doubts is told, and how many notes are left to --details.
struct ToldDoubts {
  std::string text;
  std::uint64_t notes{};
};

// Returns: notes whole or not at all, the weightiest first, in about so many lines; what was
//          assumed, what stands in any summary, and for what rows were left out, in any case.
ToldDoubts told_doubts(const SimulationReport& report, std::size_t lines, std::size_t columns) {
  using Weight = Doubt::Weight;
  std::vector<Doubt> doubts;
  add_doubts(report.input, columns, doubts);
  for (const FileReport& file : report.files) add_doubts(file, columns, doubts);
  std::ranges::stable_sort(doubts, {},
                           [](const Doubt& doubt) { return std::pair(doubt.weight, doubt.rank); });
  ToldDoubts told;
  std::size_t used = 0;
  std::size_t weighty = 0;  // lines that those want which may be mistakes
  for (const Doubt& doubt : doubts) {
    weighty += doubt.weight == Weight::weighty ? count_lines(doubt.text) : 0;
  }
  for (const Doubt& doubt : doubts) {
    const bool is_sure = doubt.weight == Weight::assumed || doubt.weight == Weight::sure;
    const std::size_t behind = doubt.weight == Weight::left_out ? weighty : 0;
    const bool fits = used + count_lines(doubt.text) + behind <= lines;
    if (!fits && !is_sure && doubt.weight != Weight::left_out) {
      ++told.notes;
      continue;
    }
    const std::string& text = fits || is_sure ? doubt.text : doubt.in_short;
    told.text += text;
    used += count_lines(text);
    // Whatever was assumed, some of the others are told.
    if (is_sure) lines = std::max(lines, used + doubt_lines_min);
  }
  return told;
}

std::string ending_text(const RunReport& run, const ToldDoubts& told, std::size_t columns) {
  std::string more;
  if (told.notes > 0) more += counted(told.notes, "more note") + ", ";
  return files::wrapped("Log: " + run.journal.directory +
                            "; every unit is accounted for, none oversold. --details tells " +
                            more + "what was made up, latencies and digests.",
                        "", columns);
}

}  // namespace

bool is_told_briefly(const SimulationReport& report, const SimulateOptions& options) {
  return report.input.source != "generator" && !options.details && !report.stopped &&
         report.sound() && run_of(report).figures.has_value();
}

std::string brief_summary(const SimulationReport& report, const SimulateOptions& options,
                          const std::string& advice, std::size_t columns) {
  const RunReport& run = run_of(report);
  std::string text = read_text(report, columns) + outcome_text(run, report.input, columns) +
                     shortages_text(report, options, columns) + advice;
  if (run.ended_stock.units > 0) {
    text += files::wrapped(counted(run.ended_stock.units, "unit") + " of " +
                               counted(run.ended_stock.skus, "SKU") +
                               " ended unsold with the last day of their lots.",
                           "", columns);
  }
  if (const std::string kept = services_text(run.fulfilment.services); !kept.empty()) {
    text += files::wrapped(kept, "", columns);
  }
  // Beside it stand the headline, where the log is, the report, and where the logs stay.
  constexpr std::size_t lines_around = 7;
  const std::size_t lines = std::max(
      doubt_lines_min, lines_wanted - std::min(lines_wanted, count_lines(text) + lines_around));
  const ToldDoubts told = told_doubts(report, lines, columns);
  return text + told.text + ending_text(run, told, columns);
}

}  // namespace allot::program
