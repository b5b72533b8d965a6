#include "simulation/report.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "files/local_clock.hpp"
#include "files/row_account.hpp"
#include "json/counted.hpp"
#include "json/scalar_text.hpp"
#include "json/share.hpp"

namespace allot {

namespace {

using json::counted;
using json::grouped;
using json::of_count;

double percent(std::uint64_t part, std::uint64_t whole) {
  return static_cast<double>(json::tenths_of(part, whole)) / 10;
}

// Returns: per cent, in tenths but beside a limit that the verdict goes by.
std::string promised_text(const UnitCounts& units) {
  const auto hundredths = hundredths_beside_a_limit(units.at_once, units.requested);
  if (!hundredths) return absl::StrFormat("%.1f", percent(units.at_once, units.requested));
  return absl::StrFormat("%d.%02d", *hundredths / 100, *hundredths % 100);
}

std::vector<Verdict::Doubt> assumed_of(const SimulationReport& report) {
  std::vector<Verdict::Doubt> doubts;
  const auto assumed = [&report](bool quantity) {
    const auto is_so = [quantity](const InputNote& note) {
      return note.assumed && (note.name == files::quantity_assumed) == quantity;
    };
    return std::ranges::any_of(report.input.notes, is_so) ||
           std::ranges::any_of(report.files, [&is_so](const FileReport& file) {
             return std::ranges::any_of(file.notes, is_so);
           });
  };
  if (assumed(true)) doubts.push_back(Verdict::Doubt::quantity);
  if (assumed(false)) doubts.push_back(Verdict::Doubt::columns);
  const bool has_stock = std::ranges::any_of(
      report.files, [](const FileReport& file) { return file.kind == "stock"; });
  if (!has_stock) doubts.push_back(Verdict::Doubt::stock);
  // Where much of the list was left out, what lies there is hardly known. Of some rows the list
  // itself says that they are no stock.
  const bool has_few_rows = std::ranges::any_of(report.files, [](const FileReport& file) {
    static constexpr std::array<std::string_view, 5> no_stock{
        "not_stocked", "not_sellable", "no_item", "row_of_totals", "row_of_subtotals"};
    constexpr std::uint64_t part = 5;  // more than one row in so many, and more than one
    std::uint64_t most = 0;
    std::uint64_t passed_over = 0;
    for (const auto& [reason, rows] : file.skipped) {
      if (std::ranges::find(no_stock, reason) != no_stock.end()) {
        passed_over += rows;
      } else {
        most = std::max(most, rows);
      }
    }
    const std::uint64_t rows = file.rows - passed_over;
    return file.kind == "stock" &&
           ((most > 1 && most * part > rows) || file.used < rows - file.used);
  });
  if (has_few_rows) doubts.push_back(Verdict::Doubt::stock_rows);
  return doubts;
}

// What was left out and why, and what the engine is not told.
std::string rows_text(const FileReport& file, std::size_t columns) {
  std::string text;
  std::vector<files::RowReason> reasons;
  for (const LeftOut& left : file.left_out) {
    reasons.push_back({left.reason, left.advice, left.rows, left.line, left.column, left.text});
  }
  text += files::reasons_text(reasons, reasons.size(), "  ", columns);
  for (const InputNote& note : file.notes) {
    if (!note.assumed) continue;
    text += files::wrapped("Assumed, to be confirmed: " + note.text + ".", "  ", columns);
  }
  for (const InputNote& note : file.notes) {
    if (note.assumed) continue;
    const std::size_t colon = note.text.find(':');
    std::string said = "Note: " + note.text + ".";
    if (note.count > 0 && colon != std::string::npos) {
      said.insert(std::string("Note: ").size() + colon, " (" + grouped(note.count) + ")");
    }
    text += files::wrapped(said, "  ", columns);
  }
  return text;
}

// Returns: which part of the orders was asked for, as a sentence goes on; empty: all of them.
std::string window_text(const RunInputs& inputs) {
  std::string text;
  if (!inputs.from.empty()) text += ", from " + inputs.from + " on";
  if (!inputs.until.empty()) text += ", before " + inputs.until;
  return text;
}

// Returns: which days the orders are of, as a sentence goes on.
std::string days_text(const InputReport& input) {
  if (input.days == 0) return {};
  if (input.days == 1) return ", of " + input.first_day;
  return ", of " + grouped(input.days) + " days, " + input.first_day + " to " + input.last_day;
}

std::string input_text(const InputReport& input, const RunInputs& inputs, std::size_t columns) {
  std::string text =
      files::wrapped("Orders: " + grouped(input.orders) + " from " + input.source +
                         window_text(inputs) + days_text(input) + "; " + grouped(input.used) +
                         " of " + counted(input.rows, "row") + " used.",
                     "", columns);
  if (input.days > 1 && inputs.from.empty() && inputs.until.empty()) {
    text += files::wrapped("All of these days are one run; --day " + input.busiest_day +
                               " plays one of them alone, with the stock of its morning: the one "
                               "with most orders, " +
                               grouped(input.busiest_day_orders) + ".",
                           "  ", columns);
  }
  text += files::wrapped("Read as " + input.form + "; map: " + input.map + ".", "  ", columns);
  if (input.suspicious) {
    text += files::wrapped(
        "MORE THAN HALF of the rows could not be understood: is the map right? "
        "Write it down with allot map " +
            input.source + ", and mend it.",
        "  ", columns);
  }
  return text + rows_text(input, columns);
}

std::string file_text(const FileReport& file, std::size_t columns) {
  std::string kind = file.kind;
  kind[0] = static_cast<char>(kind[0] - 32);
  return files::wrapped(kind + ": " + grouped(file.used) + " of " + counted(file.rows, "row") +
                            " of " + file.source + " used (" + file.form + ").",
                        "", columns) +
         rows_text(file, columns);
}

std::string_view measured_from(const RunReport& run) {
  if (run.latency_ns.from == "intended_arrival") return "intended arrival";
  return run.latency_ns.from == "first_attempt" ? "the first attempt" : "submission to the engine";
}

// All three in one unit, so that they can be compared at a glance.
std::string latencies_text(const LatencyReport& latency) {
  const json::DurationUnit unit = json::unit_of(latency.p50);
  const auto told = [unit](std::uint64_t ns) { return json::duration_in(ns, unit); };
  return "p50 " + told(latency.p50) + ", p99 " + told(latency.p99) + ", max " + told(latency.max);
}

std::string updates_text(const std::map<std::string, UpdateCounts>& updates) {
  std::string text;
  for (const auto& [type, counts] : updates) {
    text += (text.empty() ? "Updates that ran: " : ", ") + grouped(counts.rows) + ' ' + type;
    if (counts.refused == 0) continue;
    text += " (" + grouped(counts.refused) + " refused";
    for (const auto& [reason, rows] : counts.reasons) {
      text +=
          (reason == counts.reasons.begin()->first ? ": " : ", ") + grouped(rows) + ' ' + reason;
    }
    text += ')';
  }
  return text + '.';
}

std::string rate_text(double a_second) {
  return grouped(static_cast<std::uint64_t>(std::llround(std::max(0.0, a_second))));
}

std::string shipped_text(const FulfilmentCounts& counts) {
  if (counts.parcels_shipped == 0) return "Nothing was shipped.";
  return absl::StrFormat(
      "%s %s shipped whole; %s left in %s, half of them within %s of their order, 95 %% within "
      "%s. %s (%s) %s delivered.",
      counted(counts.orders_shipped, "order"), of_count(counts.orders_shipped, "was", "were"),
      counted(counts.units_shipped, "unit"), counted(counts.parcels_shipped, "parcel"),
      seconds_text(counts.to_shipment_p50_s), seconds_text(counts.to_shipment_p95_s),
      counted(counts.orders_delivered, "order"), counted(counts.parcels_delivered, "parcel"),
      of_count(counts.orders_delivered, "was", "were"));
}

std::string not_shipped_text(const FulfilmentCounts& counts) {
  std::string text = absl::StrFormat("%s %s cancelled before anything left.",
                                     counted(counts.cancelled_before, "order"),
                                     of_count(counts.cancelled_before, "was", "were"));
  if (counts.lines_lost > 0) {
    text += absl::StrFormat(" %s lost %s promised to %s: lots ended or were counted short.",
                            counted(counts.lines_lost, "line"), counted(counts.units_lost, "unit"),
                            of_count(counts.lines_lost, "it", "them"));
  }
  if (counts.exceptions > 0) {
    text += ' ' + counted(counts.exceptions, "shipment or delivery", "shipments or deliveries") +
            " did not fit the books.";
  }
  return text;
}

// How what had to leave by a time did; empty where nothing had to.
std::string in_time_text(const FulfilmentCounts& counts) {
  const std::uint64_t orders = counts.orders_in_time + counts.orders_late + counts.orders_overdue;
  if (orders == 0) return {};
  return absl::StrFormat(
      "Of %s that had to leave by a time %.1f %% did, %s left later, and %s %s still waited for. "
      "Of "
      "%s %s left late.",
      counted(orders, "order"), percent(counts.orders_in_time, orders), grouped(counts.orders_late),
      grouped(counts.orders_overdue), of_count(counts.orders_overdue, "was", "were"),
      counted(counts.parcels_in_time + counts.parcels_late, "parcel"),
      grouped(counts.parcels_late));
}

// Requires: something was to come back.
std::string returned_text(const ReturnCounts& counts, std::uint64_t units_delivered) {
  std::string text = absl::StrFormat(
      "%s %s announced, of %s, %.1f %% of what was delivered; %s arrived",
      counted(counts.requested, "return"), of_count(counts.requested, "was", "were"),
      counted(counts.units_requested, "unit"), percent(counts.units_requested, units_delivered),
      grouped(counts.completed));
  if (counts.completed > 0) {
    text += absl::StrFormat(
        ", half of them within %s, 95 %% within %s: %s back for sale, %s kept apart, %s thrown "
        "away",
        seconds_text(counts.to_receipt_p50_s), seconds_text(counts.to_receipt_p95_s),
        counted(counts.units_restocked, "unit"), grouped(counts.units_quarantined),
        grouped(counts.units_scrapped));
  }
  text += '.';
  if (const std::uint64_t open = counts.requested - counts.completed; open > 0) {
    text +=
        absl::StrFormat(" %s never came, or not before the run was over.", counted(open, "return"));
  }
  if (counts.exceptions > 0) {
    text += ' ' + counted(counts.exceptions, "return") + " did not fit the books.";
  }
  return text;
}

// Requires: some ended. `zone`: by whose clock days are told.
std::string ended_text(const EndedStockReport& ended, const std::string& zone) {
  constexpr std::size_t named = 3;
  const files::LocalClock clock(zone);
  std::string text;
  const std::size_t listed = std::min(ended.listed.size(), named);
  for (std::size_t at = 0; at < listed; ++at) {
    const EndedSku& sku = ended.listed[at];
    const std::string first = clock.last_day(sku.first_at);
    const std::string last = clock.last_day(sku.last_at);
    text += (at == 0 ? "" : ", ") + counted(sku.units, "unit") + " of " + sku.sku +
            (first == last ? " ended on " + first : " ended from " + first + " to " + last);
    if (sku.before == sku.units) {
      text += " before the first order";
    } else if (sku.before > 0) {
      text += " (" + grouped(sku.before) + " before the first order)";
    }
  }
  if (ended.skus > listed) {
    text += ", and more of " + counted(ended.skus - listed, "other SKU");
  }
  return "Unsold when its last day was over: " + text + '.';
}

std::string run_text(const RunReport& run, const InputReport& input, std::size_t columns) {
  const std::string how = run.mode == "live"
                              ? "Live, from " + counted(run.producers, "producer thread")
                              : "In virtual time";
  std::string text = files::wrapped(
      absl::StrFormat("%s: %s with %s in %.1f s, %s orders/s.", how,
                      counted(run.orders.submitted, "order"), counted(run.lines, "line"),
                      run.elapsed_s, rate_text(run.orders_per_second)),
      "", columns);
  const auto add = [&text, columns](const std::string& line) {
    text += files::wrapped(line, "  ", columns);
  };
  add(latencies_text(run.latency_ns) + " from " + std::string(measured_from(run)) + '.');
  if (run.latency_ns.from == "first_attempt") {
    add("Orders came as fast as they were taken, ahead of the clock by which lots end, deliveries "
        "come and customers pay: before most of that, unlike in virtual time.");
  }
  if (run.speed > 1) {
    add("Orders came, and lots ended, " + grouped(static_cast<std::uint64_t>(run.speed)) +
        " times as fast; payments, reviews and parcels go by another clock (live in a scenario), "
        "and nobody waits for parcels: fewer are paid and sent by the end than in virtual time.");
  }
  add(absl::StrFormat(
      "%s accepted, %s refused. Of the accepted, and one may count twice: %s backordered, %s "
      "reviewed, %s expired unpaid, %s cancelled.",
      grouped(run.orders.accepted), grouped(run.orders.refused), grouped(run.orders.backordered),
      grouped(run.orders.in_review), grouped(run.orders.expired), grouped(run.orders.cancelled)));
  if (run.orders.partly_paid > 0) {
    add(grouped(run.orders.partly_paid) + " were paid in part only, which leaves an order unpaid.");
  }
  add(absl::StrFormat(
      "Of %s asked for, %s %% were promised at once, %.1f %% had to wait (%.1f %% of "
      "those were served), %.1f %% were refused.",
      counted(run.units.requested, "unit"), promised_text(run.units),
      percent(run.units.backordered, run.units.requested),
      percent(run.units.waited, run.units.backordered),
      percent(run.units.refused, run.units.requested)));
  add(absl::StrFormat("%s; %s %s split.", counted(run.parcels, "parcel"),
                      counted(run.split_orders, "order"),
                      of_count(run.split_orders, "was", "were")));
  add(shipped_text(run.fulfilment));
  if (const std::string said = sales_text(run.fulfilment, input); !said.empty()) add(said);
  add(not_shipped_text(run.fulfilment));
  if (const std::string said = in_time_text(run.fulfilment); !said.empty()) add(said);
  if (run.returns.requested > 0) add(returned_text(run.returns, run.fulfilment.units_delivered));
  if (const std::string said = refunds_text(run.returns.refunds, input); !said.empty()) add(said);
  if (const std::string said = services_text(run.fulfilment.services); !said.empty()) add(said);
  if (run.ended_stock.units > 0) add(ended_text(run.ended_stock, input.time_zone));
  if (!run.updates.empty()) add(updates_text(run.updates));
  add(absl::StrFormat("%s; %s oversold.",
                      run.conservation ? "Every unit is accounted for by a full scan"
                                       : "CONSERVATION IS BROKEN: " + run.conservation_fault,
                      counted(run.oversold_units, "unit")));
  add(absl::StrFormat("Log: %s (%s, %.1f MB, durability %s).", run.journal.directory,
                      counted(run.journal.records, "record"),
                      static_cast<double>(run.journal.bytes) / 1e6, run.journal.durability));
  add("Digest " + run.digest + ".");
  if (!run.replayed()) {
    add("The log was not replayed, as the run was interrupted.");
    return text;
  }
  add(absl::StrFormat(
      "The log replayed at %s orders/s to %s", rate_text(run.replay.orders_per_second),
      run.digests_equal() ? "the same digest." : "ANOTHER digest: " + run.replay.digest));
  return text;
}

}  // namespace

std::vector<std::string> SimulationReport::assumptions() const {
  std::vector<std::string> texts;
  const auto add = [&texts](const FileReport& file) {
    for (const InputNote& note : file.notes) {
      if (note.assumed) texts.push_back(note.text);
    }
  };
  add(input);
  for (const FileReport& file : files) add(file);
  return texts;
}

std::uint64_t InputReport::rows_asked_for() const {
  const auto outside = skipped.find("outside_window");
  return rows - (outside == skipped.end() ? 0 : outside->second);
}

Verdict SimulationReport::verdict() const {
  const RunReport& run = virtual_time ? *virtual_time : *live;
  VerdictFacts facts;
  facts.units = run.units.requested;
  facts.at_once = run.units.at_once;
  facts.refused = run.units.refused;
  facts.refused_units = run.refused_units;
  facts.accepted = run.orders.accepted;
  facts.lost = run.orders.ended + run.orders.unsettled;
  facts.interrupted = run.stopped && run.stopped->during == StopReport::During::orders;
  if (input.source != "generator") {  // whose orders are all made up, as stands above the verdict
    facts.rows = input.rows_asked_for();
    facts.rows_used = input.used;
    facts.assumed = assumed_of(*this);
  }
  return verdict_of(facts);
}

bool SimulationReport::sound() const {
  const auto run_sound = [](const std::optional<RunReport>& run) {
    return !run || (run->conservation && run->oversold_units == 0 &&
                    (run->digests_equal() || !run->replayed()));
  };
  return (virtual_time || live) && run_sound(virtual_time) && run_sound(live);
}

std::string_view name_of(StopReport::During during) noexcept {
  switch (during) {
    case StopReport::During::orders: return "orders";
    case StopReport::During::replay: return "replay";
    case StopReport::During::begin: return "begin";
  }
  return {};
}

std::string stopped_text(const StopReport& stopped) {
  const std::string run = stopped.mode == "live" ? "the live run" : "the run in virtual time";
  switch (stopped.during) {
    case StopReport::During::orders: break;
    case StopReport::During::replay:
      return "interrupted when " + run + " was over and its log was replayed";
    case StopReport::During::begin: return "interrupted before " + run + ", which was not made";
  }
  return "interrupted at " + json::time_text(stopped.at) + " in " + run + ", " +
         grouped(stopped.orders) + " of " + counted(stopped.of, "order");
}

std::string summary_text(const SimulationReport& report, std::size_t columns) {
  const InputReport& input = report.input;
  std::string text;
  if (report.stopped) {
    std::string said = stopped_text(*report.stopped);
    said[0] = 'I';
    text += files::wrapped(said + "; what follows is what there was by then.", "", columns);
  }
  if (input.source == "generator") {
    text += files::wrapped("Orders: " + grouped(input.orders) +
                               " made by the built-in generator (synthetic; its shape is fitted "
                               "to the UCI Online Retail data).",
                           "", columns);
  } else {
    text += input_text(input, report.inputs, columns);
  }
  for (const FileReport& file : report.files) text += file_text(file, columns);
  text += "Synthetic:\n";
  for (const std::string& part : report.synthetic) {
    text += files::wrapped("- " + part, "  ", columns);
  }
  const std::string faster = report.compress == 1
                                 ? "arrivals as fast as they came"
                                 : absl::StrFormat("arrivals %d times as fast", report.compress);
  text += files::wrapped(absl::StrFormat("Scenario %s, seed %d, scale %d, %s.", report.scenario,
                                         report.seed, report.scale, faster),
                         "", columns);
  if (report.virtual_time) text += run_text(*report.virtual_time, input, columns);
  if (report.live) text += run_text(*report.live, input, columns);
  return text;
}

}  // namespace allot
