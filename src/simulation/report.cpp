#include "simulation/report.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "files/local_clock.hpp"
#include "files/row_account.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"
#include "json/share.hpp"

namespace allot {

namespace {

using Json = nlohmann::ordered_json;

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

void add_rows(Json& json, const FileReport& file) {
  json["left_out"] = Json::array();
  for (const LeftOut& left : file.left_out) {
    json["left_out"].push_back({{"reason", left.reason},
                                {"rows", left.rows},
                                {"line", left.line},
                                {"column", left.column},
                                {"text", left.text},
                                {"advice", left.advice}});
  }
  json["notes"] = Json::array();
  for (const InputNote& note : file.notes) {
    json["notes"].push_back({{"name", note.name},
                             {"count", note.count},
                             {"text", note.text},
                             {"assumed", note.assumed}});
  }
}

Json input_json(const InputReport& input) {
  Json json{{"source", input.source}, {"rows", input.rows},
            {"used", input.used},     {"skipped", input.skipped},
            {"orders", input.orders}, {"guest_orders", input.guest_orders},
            {"skus", input.skus},     {"zones", input.zones}};
  if (input.source == "generator") return json;
  json["map"] = input.map;
  json["form"] = input.form;
  json["time_zone"] = input.time_zone.empty() ? "UTC" : input.time_zone;
  json["first_at"] = json::time_text(input.first_at);
  json["last_at"] = json::time_text(input.last_at);
  json["first_day"] = input.first_day;
  json["last_day"] = input.last_day;
  json["busiest_day"] = input.busiest_day;
  json["busiest_day_orders"] = input.busiest_day_orders;
  json["days"] = input.days;
  add_rows(json, input);
  return json;
}

Json files_json(const std::vector<FileReport>& files) {
  Json json = Json::array();
  for (const FileReport& file : files) {
    Json one{{"kind", file.kind}, {"source", file.source}, {"form", file.form},
             {"rows", file.rows}, {"used", file.used},     {"skipped", file.skipped}};
    add_rows(one, file);
    json.push_back(std::move(one));
  }
  return json;
}

Json latency_json(const LatencyReport& latency) {
  return {{"p50", latency.p50}, {"p99", latency.p99},     {"p999", latency.p999},
          {"max", latency.max}, {"count", latency.count}, {"from", latency.from}};
}

Json fulfilment_json(const FulfilmentCounts& counts) {
  return {{"orders_shipped", counts.orders_shipped},
          {"parcels_shipped", counts.parcels_shipped},
          {"units_shipped", counts.units_shipped},
          {"orders_delivered", counts.orders_delivered},
          {"parcels_delivered", counts.parcels_delivered},
          {"units_delivered", counts.units_delivered},
          {"to_shipment_p50_s", counts.to_shipment_p50_s},
          {"to_shipment_p95_s", counts.to_shipment_p95_s},
          {"cancelled_before", counts.cancelled_before},
          {"lines_lost", counts.lines_lost},
          {"units_lost", counts.units_lost},
          {"exceptions", counts.exceptions},
          {"orders_in_time", counts.orders_in_time},
          {"orders_late", counts.orders_late},
          {"orders_overdue", counts.orders_overdue},
          {"parcels_in_time", counts.parcels_in_time},
          {"parcels_late", counts.parcels_late}};
}

Json returns_json(const ReturnCounts& counts) {
  return {{"requested", counts.requested},
          {"units_requested", counts.units_requested},
          {"completed", counts.completed},
          {"lapsed", counts.lapsed},
          {"units_restocked", counts.units_restocked},
          {"units_quarantined", counts.units_quarantined},
          {"units_scrapped", counts.units_scrapped},
          {"exceptions", counts.exceptions},
          {"to_receipt_p50_s", counts.to_receipt_p50_s},
          {"to_receipt_p95_s", counts.to_receipt_p95_s}};
}

Json refunds_json(const RefundCounts& counts) {
  return {{"count", counts.count},
          {"value", counts.value},
          {"other_currency", counts.other_currency},
          {"of_returns", counts.of_returns},
          {"returns_value", counts.returns_value},
          {"returns_other_currency", counts.returns_other_currency},
          {"to_refund_p50_s", counts.to_refund_p50_s},
          {"to_refund_p95_s", counts.to_refund_p95_s}};
}

Json services_json(const std::vector<ServiceReport>& services) {
  Json json = Json::array();
  for (const ServiceReport& service : services) {
    json.push_back({{"channel", service.channel},
                    {"kind", service.kind},
                    {"kept", service.kept},
                    {"broken", service.broken},
                    {"warned", service.warned},
                    {"parcels_in_time", service.parcels_in_time},
                    {"parcels_late", service.parcels_late}});
  }
  return json;
}

Json ended_json(const EndedStockReport& ended) {
  Json json{{"skus", ended.skus},
            {"units", ended.units},
            {"before", ended.before},
            {"listed", Json::array()}};
  for (const EndedSku& sku : ended.listed) {
    json["listed"].push_back({{"sku", sku.sku},
                              {"units", sku.units},
                              {"before", sku.before},
                              {"first_at", json::time_text(sku.first_at)},
                              {"last_at", json::time_text(sku.last_at)}});
  }
  return json;
}

// Those that cost most, as the page lists them.
Json ran_short_json(const RunFigures& figures) {
  constexpr std::size_t listed_max = 100;
  Json json{{"skus", figures.skus_short}, {"listed", Json::array()}};
  for (const Shortfall& row : figures.shortfalls) {
    if (json["listed"].size() == listed_max) break;
    json["listed"].push_back({{"sku", row.sku},
                              {"first_at", json::time_text(row.first_at)},
                              {"asked", row.asked},
                              {"received", row.received},
                              {"withheld", row.withheld},
                              {"lacking", row.needed},
                              {"no_stock_row", row.no_stock_row}});
  }
  return json;
}

Json verdict_json(const Verdict& verdict) {
  Json json{{"level", name_of(verdict.level)},
            {"refused_by", nullptr},
            {"orders_lost", verdict.orders_lost},
            {"going_by", Json::array()}};
  if (!verdict.refused_by.empty()) json["refused_by"] = verdict.refused_by;
  for (const Verdict::Doubt doubt : verdict.going_by) json["going_by"].push_back(name_of(doubt));
  return json;
}

// What a run did: the counts, and what proves them.
void add_outcome(Json& json, const RunReport& run) {
  const OrderCounts& orders = run.orders;
  json["orders"] = {{"submitted", orders.submitted},
                    {"accepted", orders.accepted},
                    {"refused", orders.refused},
                    {"in_review", orders.in_review},
                    {"backordered", orders.backordered},
                    {"expired", orders.expired},
                    {"busy_retries", orders.busy_retries},
                    {"cancelled", orders.cancelled},
                    {"rejected", orders.rejected},
                    {"allocated", orders.allocated},
                    {"ended", orders.ended},
                    {"unsettled", orders.unsettled},
                    {"partly_paid", orders.partly_paid}};
  json["lines"] = run.lines;
  const UnitCounts& units = run.units;
  json["units"] = {{"requested", units.requested}, {"held", units.held},
                   {"allocated", units.allocated}, {"backordered", units.backordered},
                   {"refused", units.refused},     {"at_once", units.at_once},
                   {"waited", units.waited}};
  json["parcels"] = run.parcels;
  json["split_orders"] = run.split_orders;
  json["fulfilment"] = fulfilment_json(run.fulfilment);
  json["returns"] = returns_json(run.returns);
  json["refunds"] = refunds_json(run.returns.refunds);
  json["services"] = services_json(run.fulfilment.services);
  json["ended_stock"] = ended_json(run.ended_stock);
  json["reasons"] = run.reasons;
  json["refused_units"] = run.refused_units;
  for (const auto& [type, updates] : run.updates) {
    json["updates"][type] = {
        {"rows", updates.rows}, {"refused", updates.refused}, {"reasons", updates.reasons}};
  }
}

void add_proof(Json& json, const RunReport& run) {
  json["oversold_units"] = run.oversold_units;
  json["conservation"] = run.conservation;
  if (!run.conservation) json["conservation_fault"] = run.conservation_fault;
  json["digest"] = run.digest;
  json["journal"] = {{"bytes", run.journal.bytes},
                     {"records", run.journal.records},
                     {"segments", run.journal.segments},
                     {"durability", run.journal.durability},
                     {"directory", run.journal.directory}};
  json["replay"] = nullptr;
  if (!run.replayed()) return;
  json["replay"] = {{"digest", run.replay.digest},
                    {"orders_per_second", run.replay.orders_per_second}};
}

Json stopped_json(const StopReport& stopped) {
  Json json{{"mode", stopped.mode},
            {"during", name_of(stopped.during)},
            {"orders", stopped.orders},
            {"of", stopped.of}};
  json["at"] = json::time_text(stopped.at);
  return json;
}

Json run_json(const RunReport& run) {
  Json json;
  if (run.stopped) json["interrupted"] = stopped_json(*run.stopped);
  add_outcome(json, run);
  json["commands"] = run.commands;
  json["producers"] = run.producers;
  json["elapsed_s"] = run.elapsed_s;
  json["speed"] = run.speed;
  json["orders_per_second"] = run.orders_per_second;
  json["latency_ns"] = latency_json(run.latency_ns);
  add_proof(json, run);
  if (!run.hgrm_fault.empty()) json["hgrm_fault"] = run.hgrm_fault;
  return json;
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

std::string to_json(const SimulationReport& report, json::PrintForm form) {
  Json json;
  json["version"] = report.version;
  json["seed"] = json::encode_integer(report.seed, form);
  json["scenario"] = report.scenario;
  json["scale"] = report.scale;
  json["compress"] = report.compress;
  if (report.stopped) json["interrupted"] = stopped_json(*report.stopped);
  json["run"] = inputs_json(report.inputs);
  json["input"] = input_json(report.input);
  if (!report.files.empty()) json["files"] = files_json(report.files);
  if (report.virtual_time || report.live) {
    json["verdict"] = verdict_json(report.verdict());
    const RunReport& first = report.virtual_time ? *report.virtual_time : *report.live;
    const RunReport& clocked = report.live ? *report.live : *report.virtual_time;
    add_outcome(json, first);
    if (first.figures) json["ran_short"] = ran_short_json(*first.figures);
    json["orders_per_second"] = clocked.orders_per_second;
    json["latency_ns"] = latency_json(clocked.latency_ns);
    add_proof(json, first);
    json["sound"] = report.sound();
  }
  json["synthetic"] = report.synthetic;
  json["modes"] = Json::object();
  if (report.virtual_time) json["modes"]["virtual_time"] = run_json(*report.virtual_time);
  if (report.live) json["modes"]["live"] = run_json(*report.live);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
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
