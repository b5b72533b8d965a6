// What happened, as one JSON object.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json/encode.hpp"
#include "json/scalar_text.hpp"
#include "simulation/report.hpp"

namespace allot {

namespace {

using Json = nlohmann::ordered_json;

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
          {"sales", counts.sales},
          {"sales_returned", counts.sales_returned},
          {"orders_in_other_currency", counts.orders_in_other_currency},
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

}  // namespace

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

}  // namespace allot
