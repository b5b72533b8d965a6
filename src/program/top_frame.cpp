#include "program/top_frame.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "inspection/text_table.hpp"
#include "journal/position_file.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"
#include "json/share.hpp"
#include "json/time_units.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;
using inspection::OrderFlow;
using inspection::TextTable;

constexpr std::size_t runs_out_shown = 10;

double per_second(std::uint64_t count, std::int64_t ns) {
  return ns <= 0 ? 0.0 : static_cast<double>(count) * ns_per_second / static_cast<double>(ns);
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "-";
  const std::uint64_t tenths = json::tenths_of(part, whole);
  return absl::StrFormat("%d.%d %%", tenths / 10, tenths % 10);
}

// A unit of time, for rates by it and for durations in it.
struct TimeUnit {
  std::string_view name;
  double seconds{1};
};
constexpr std::array time_units{TimeUnit{"s", 1}, TimeUnit{"min", 60}, TimeUnit{"h", 3'600},
                                TimeUnit{"d", 86'400}};

// Returns: the least unit by which the least rate, but for zeros, is a tenth at least: one for all
//          rates of a table.
TimeUnit rate_unit(const std::vector<double>& rates_a_second) {
  double least = 0;
  for (const double rate : rates_a_second) {
    if (rate > 0 && (least == 0 || rate < least)) least = rate;
  }
  for (const TimeUnit& unit : time_units) {
    if (least == 0 || least * unit.seconds >= 0.1) return unit;
  }
  return time_units.back();
}

std::string rate(double a_second, TimeUnit unit) {
  const double value = a_second * unit.seconds;
  const std::string number = value >= 100 ? json::grouped(static_cast<std::uint64_t>(value + 0.5))
                                          : absl::StrFormat("%.1f", value);
  return number + '/' + std::string(unit.name);
}

// Returns: the greatest unit of which the shortest is a tenth at least.
TimeUnit duration_unit(std::int64_t shortest_ns) {
  TimeUnit fits = time_units.front();
  for (const TimeUnit& unit : time_units) {
    if (static_cast<double>(shortest_ns) >= unit.seconds * ns_per_second / 10) fits = unit;
  }
  return fits;
}

// Says enough: whole ones, and tenths of what is less than one.
std::string rough_duration(std::int64_t ns, TimeUnit unit) {
  const double value = static_cast<double>(ns) / (unit.seconds * ns_per_second);
  const std::string number = value < 1 ? absl::StrFormat("%.1f", std::floor(value * 10) / 10)
                                       : json::grouped(static_cast<std::uint64_t>(value));
  return number + ' ' + std::string(unit.name);
}

std::vector<ConsumerLag> consumers_of(Storage& storage, Sequence last) {
  std::vector<ConsumerLag> found;
  const Result<std::vector<std::string>> names = PositionFile::names(storage);
  if (!names.ok()) return found;
  for (const std::string& name : names.value()) {
    ConsumerLag consumer{name, 0, 0, {}};
    if (const Result<ConsumerPosition> at = PositionFile::read(storage, name); at.ok()) {
      consumer.sequence = at.value().sequence;
      consumer.behind = last > consumer.sequence ? last - consumer.sequence : 0;
    } else {
      consumer.fault = at.status().message();
    }
    found.push_back(std::move(consumer));
  }
  return found;
}

// As much of a long path as fits: its end, by which directories differ.
std::string directory_text(const std::string& path, std::size_t columns) {
  std::string text = json::without_controls(path);
  if (inspection::display_width(text) + 1 <= columns) return text;
  std::size_t from = 0;
  while (from < text.size() && inspection::display_width(text.substr(from)) + 2 > columns) {
    do ++from;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U);
  }
  return "…" + text.substr(from);
}

std::string flow_text(const TopFrame& frame, std::size_t columns) {
  const std::string window = "LAST " + json::duration_text(frame.window_ns);
  TextTable table(
      {{"ORDERS", 0, false, false}, {window, 0, true}, {"RATE", 1, true}, {"IN ALL", 2, true}},
      columns);
  std::vector<double> rates;
  for (const auto field :
       {&OrderFlow::placed, &OrderFlow::imported, &OrderFlow::refused, &OrderFlow::units}) {
    rates.push_back(per_second(frame.recent.*field, frame.recent_ns));
  }
  const TimeUnit unit = rate_unit(rates);
  const auto row = [&](const char* name, std::uint64_t OrderFlow::* field) {
    table.add({name, json::grouped(frame.recent.*field),
               rate(per_second(frame.recent.*field, frame.recent_ns), unit),
               json::grouped(frame.all.*field)});
  };
  row("accepted", &OrderFlow::placed);
  if (frame.all.imported > 0) row("imported", &OrderFlow::imported);
  row("refused", &OrderFlow::refused);
  row("units asked for", &OrderFlow::units);
  const auto shares = [&](const char* name, std::uint64_t OrderFlow::* field) {
    table.add({name, share(frame.recent.*field, frame.recent.units), "",
               share(frame.all.*field, frame.all.units)});
  };
  shares("  promised at once", &OrderFlow::at_once);
  shares("  had to wait", &OrderFlow::waiting);
  shares("  refused", &OrderFlow::units_refused);
  return table.take();
}

std::string reasons_text(const TopFrame& frame, std::size_t columns, std::size_t rows) {
  if (frame.all.reasons.empty()) return {};
  std::vector<std::pair<Reason, std::uint64_t>> reasons(frame.all.reasons.begin(),
                                                        frame.all.reasons.end());
  const auto recent = [&](Reason reason) {
    const auto found = frame.recent.reasons.find(reason);
    return found == frame.recent.reasons.end() ? std::uint64_t{0} : found->second;
  };
  std::sort(reasons.begin(), reasons.end(), [&](const auto& a, const auto& b) {
    const std::uint64_t a_now = recent(a.first);
    const std::uint64_t b_now = recent(b.first);
    return a_now != b_now         ? a_now > b_now
           : a.second != b.second ? a.second > b.second
                                  : a.first < b.first;
  });
  TextTable table({{"REFUSED FOR", 0, false, true},
                   {"LAST " + json::duration_text(frame.window_ns), 0, true},
                   {"IN ALL", 1, true}},
                  columns);
  for (std::size_t at = 0; at < std::min(rows, reasons.size()); ++at) {
    table.add({std::string(name(reasons[at].first)), json::grouped(recent(reasons[at].first)),
               json::grouped(reasons[at].second)});
  }
  return table.take();
}

std::string queues_text(const TopFrame& frame, std::size_t columns) {
  const inspection::Queues& queues = frame.queues;
  const auto n = [](std::uint64_t count, const char* one, const char* several) {
    return json::counted(count, one, several);
  };
  return inspection::broken("Not settled: " + n(queues.open_orders, "open order", "open orders") +
                                ", " + n(queues.unpaid_orders, "unpaid", "unpaid") + ", " +
                                n(queues.held_units, "unit held", "units held") + ", " +
                                n(queues.in_review, "in review", "in review") + "; " +
                                n(queues.waiting_lines, "line waits", "lines wait") + " for " +
                                n(queues.waiting_units, "unit", "units"),
                            columns) +
         '\n';
}

std::string consumers_text(const TopFrame& frame, std::size_t columns, std::size_t rows) {
  if (frame.consumers.empty()) return {};
  TextTable table({{"CONSUMER", 0, false, true}, {"BEHIND", 0, true, true}, {"AT", 1, true}},
                  columns);
  for (std::size_t at = 0; at < std::min(rows, frame.consumers.size()); ++at) {
    const ConsumerLag& each = frame.consumers[at];
    if (each.fault.empty()) {
      table.add({each.name, json::grouped(each.behind), json::grouped(each.sequence)});
    } else {
      table.add({each.name, "unreadable", ""});
    }
  }
  return table.take();
}

std::string runs_out_text(const TopFrame& frame, std::size_t columns, std::size_t rows) {
  if (frame.runs_out.empty()) return {};
  TextTable table({{"RUNS OUT NEXT", 0, false, true},
                   {"IN ABOUT", 0, true},
                   {"LEFT", 1, true},
                   {"RATE", 2, true}},
                  columns);
  const std::size_t shown = std::min(rows, frame.runs_out.size());
  std::vector<double> rates;
  std::int64_t shortest_ns = frame.runs_out.front().how.in_ns;
  for (std::size_t at = 0; at < shown; ++at) {
    rates.push_back(per_second(frame.runs_out[at].how.taken, frame.recent_ns));
    shortest_ns = std::min(shortest_ns, frame.runs_out[at].how.in_ns);
  }
  const TimeUnit by = rate_unit(rates);
  const TimeUnit in = duration_unit(shortest_ns);
  for (std::size_t at = 0; at < shown; ++at) {
    const NamedRunsOut& each = frame.runs_out[at];
    table.add({each.sku, rough_duration(each.how.in_ns, in), json::grouped(each.how.left),
               rate(rates[at], by)});
  }
  return table.take();
}

std::string gone_text(const TopFrame& frame, std::size_t columns) {
  if (frame.gone == 0) return {};
  return inspection::broken(json::counted(frame.gone, "SKU") + " asked for lately " +
                                std::string(json::of_count(frame.gone, "has", "have")) +
                                " nothing left",
                            columns) +
         '\n';
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

Json flow_json(const OrderFlow& flow) {
  Json json{{"placed", flow.placed},
            {"imported", flow.imported},
            {"refused", flow.refused},
            {"units", flow.units},
            {"units_at_once", flow.at_once},
            {"units_waiting", flow.waiting},
            {"units_refused", flow.units_refused},
            {"reasons", Json::object()}};
  for (const auto& [reason, count] : flow.reasons)
    json["reasons"][std::string(name(reason))] = count;
  return json;
}

}  // namespace

TopFrame top_frame(const inspection::LogPulse& pulse, const Core& core, Storage& storage,
                   std::int64_t window_ns) {
  TopFrame frame;
  frame.directory = storage.place();
  frame.sequence = core.last_sequence();
  frame.time = core.now();
  frame.window_ns = window_ns;
  frame.recent = pulse.recent();
  frame.recent_ns = pulse.recent_ns();
  frame.all = pulse.all();
  frame.queues = pulse.queues();
  frame.consumers = consumers_of(storage, frame.sequence);
  for (const inspection::RunsOut& how : pulse.runs_out(core)) {
    if (frame.runs_out.size() == runs_out_shown) break;
    const std::string_view code = core.code(IdKind::sku, how.sku.value);
    frame.runs_out.push_back(
        {code.empty() ? std::to_string(how.sku.value) : std::string(code), how});
  }
  frame.gone = pulse.gone(core);
  return frame;
}

std::string top_text(const TopFrame& frame, std::size_t columns, std::size_t lines) {
  std::string text =
      inspection::broken(directory_text(frame.directory, columns) +
                             (frame.live ? ", being written" : ", nobody writes it") +
                             ", sequence " + json::grouped(frame.sequence) + ", " +
                             json::time_text(frame.time),
                         columns) +
      "\n\n" + flow_text(frame, columns) + '\n' + queues_text(frame, columns);
  // Lists give up rows where there is no room: what runs out is told last and matters most.
  std::size_t rows = runs_out_shown;
  for (;; --rows) {
    std::string lists;
    for (const std::string& list :
         {reasons_text(frame, columns, rows), consumers_text(frame, columns, rows),
          runs_out_text(frame, columns, rows), gone_text(frame, columns)}) {
      if (!list.empty()) lists += '\n' + list;
    }
    if (lines_of(text) + lines_of(lists) <= lines || rows <= 1) {
      text += lists;
      break;
    }
  }
  while (lines_of(text) > lines) text.erase(text.rfind('\n', text.size() - 2) + 1);
  return text;
}

Json top_json(const TopFrame& frame, json::PrintForm form) {
  Json json{{"sequence", json::encode_integer(frame.sequence, form)}};
  json::put_time(json, "time", frame.time, form);
  json["live"] = frame.live;
  json["window_s"] = static_cast<double>(frame.recent_ns) / ns_per_second;
  json["orders_per_second"] = per_second(frame.recent.orders(), frame.recent_ns);
  json["recent"] = flow_json(frame.recent);
  json["all"] = flow_json(frame.all);
  const inspection::Queues& queues = frame.queues;
  json["queues"] = {
      {"open_orders", queues.open_orders},       {"unpaid_orders", queues.unpaid_orders},
      {"held_units", queues.held_units},         {"in_review", queues.in_review},
      {"waiting_orders", queues.waiting_orders}, {"waiting_lines", queues.waiting_lines},
      {"waiting_units", queues.waiting_units}};
  json["consumers"] = Json::array();
  for (const ConsumerLag& each : frame.consumers) {
    Json one{{"name", each.name}};
    if (each.fault.empty()) {
      one["sequence"] = json::encode_integer(each.sequence, form);
      one["behind"] = each.behind;
    } else {
      one["fault"] = each.fault;
    }
    json["consumers"].push_back(std::move(one));
  }
  json["runs_out_next"] = Json::array();
  for (const NamedRunsOut& each : frame.runs_out) {
    json["runs_out_next"].push_back(
        {{"sku", each.sku},
         {"left", each.how.left},
         {"taken", each.how.taken},
         {"in_s", static_cast<double>(each.how.in_ns) / ns_per_second}});
  }
  json["skus_gone"] = frame.gone;
  return json;
}

}  // namespace allot::program
