#include "limit/report.hpp"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

namespace allot::bench {

namespace {

[[gnu::format(printf, 2, 3)]] void append(std::string& text, const char* format, ...) {
  char line[512];
  va_list arguments;
  va_start(arguments, format);
  const int size = std::vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  if (size > 0) text.append(line, std::min(static_cast<std::size_t>(size), sizeof line - 1));
}

void append_figure(std::string& text, const Figure& figure) {
  append(text, "  %-44s %8.1f ns  (%.1f to %.1f)", figure.name.c_str(), figure.ns.median,
         figure.ns.low, figure.ns.high);
  if (figure.floor_ns > 0) append(text, "  %.2f x floor of %.1f", figure.ratio(), figure.floor_ns);
  append(text, "\n");
}

// Names in reports are our own words; quotes and backslashes can come from paths in faults only.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

void append_spread(std::string& text, const char* name, const Spread& spread) {
  append(text, "\"%s\": {\"median\": %.3f, \"min\": %.3f, \"max\": %.3f}", name, spread.median,
         spread.low, spread.high);
}

void append_figures(std::string& text, const char* name, const std::vector<Figure>& figures) {
  append(text, "\"%s\": [", name);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto& figure = figures[i];
    append(text, "%s{\"name\": %s, ", i == 0 ? "" : ", ", quoted(figure.name).c_str());
    append_spread(text, "ns_per_order", figure.ns);
    if (figure.floor_ns > 0) {
      append(text, ", \"floor_ns\": %.3f, \"ratio\": %.3f, \"limited\": %s", figure.floor_ns,
             figure.ratio(), figure.limited ? "true" : "false");
    }
    append(text, "}");
  }
  append(text, "]");
}

void append_state(std::string& text, const StateReport& state) {
  append(text, "{\"name\": %s, \"floor_bytes\": %zu, \"floor_bytes_on_large_pages\": %zu, ",
         quoted(state.name).c_str(), state.bytes, state.bytes_on_large_pages);
  append(text, "\"floor_orders\": %llu, ", static_cast<unsigned long long>(state.floor_orders));
  append_spread(text, "line_cost_ns", state.line_cost);
  append(text, ", \"floor_ns\": %.3f, \"floor_bound_ns\": %.3f, \"floor_hash\": \"%08x\", ",
         state.floor_ns, state.floor_bound_ns, state.floor_hash);
  append_figures(text, "floor", state.floor);
  append(text, ", \"engine_state\": %s, ", quoted(state.engine_state).c_str());
  append_spread(text, "round_trip_ns", state.round_trip);
  append(text, ", ");
  append_figures(text, "engine", state.engine);
  append(text, ", \"orders\": %llu, \"accepted\": %llu, \"events_per_order\": %.3f}",
         static_cast<unsigned long long>(state.orders),
         static_cast<unsigned long long>(state.accepted), state.events_per_order);
}

}  // namespace

std::string to_text(const Report& report) {
  std::string text;
  append(text, "clock %.2f GHz, %d repetitions, other programs took %.0f %% of the machine%s\n",
         report.clock_ghz, report.repetitions, report.other_load_percent,
         report.other_load_percent > 7 ? ": NOISY, do not quote" : "");
  if (report.smoke) append(text, "smoke run: small and short, its times mean nothing\n");
  for (const auto& state : report.states) {
    append(text, "\n%s: floor over %.1f MB, %.0f %% of it on 2 MB pages, %llu orders a run\n",
           state.name.c_str(), static_cast<double>(state.bytes) / 1e6,
           100.0 * static_cast<double>(state.bytes_on_large_pages) /
               static_cast<double>(state.bytes),
           static_cast<unsigned long long>(state.floor_orders));
    append(text, "  %-44s %8.2f ns  (%.2f to %.2f)\n", "a random line, independent, prefetched",
           state.line_cost.median, state.line_cost.low, state.line_cost.high);
    for (const auto& figure : state.floor) append_figure(text, figure);
    append(text, "  floor %.1f ns, allowed at most %.1f ns, result hash %08x\n", state.floor_ns,
           state.floor_bound_ns, state.floor_hash);
    if (state.engine.empty()) continue;
    append(text, "%s engine: %s\n", state.name.c_str(), state.engine_state.c_str());
    append(text, "  %-44s %8.1f ns  (%.1f to %.1f)\n", "a line to the other processor and back",
           state.round_trip.median, state.round_trip.low, state.round_trip.high);
    for (const auto& figure : state.engine) append_figure(text, figure);
    append(text, "  %llu orders placed, %llu accepted, %.2f events per command\n",
           static_cast<unsigned long long>(state.orders),
           static_cast<unsigned long long>(state.accepted), state.events_per_order);
  }
  append(text, "\n");
  for (const auto& fault : report.faults) append(text, "FAULT: %s\n", fault.c_str());
  if (report.faults.empty()) append(text, "all answers right, all limits held\n");
  return text;
}

std::string to_json(const Report& report) {
  std::string text = "{";
  append(text, "\"smoke\": %s, \"repetitions\": %d, \"clock_ghz\": %.3f, ",
         report.smoke ? "true" : "false", report.repetitions, report.clock_ghz);
  append(text, "\"other_load_percent\": %.1f, \"ratio_limit\": %.1f, \"states\": [",
         report.other_load_percent, report.ratio_limit);
  for (std::size_t i = 0; i < report.states.size(); ++i) {
    if (i != 0) text += ", ";
    append_state(text, report.states[i]);
  }
  text += "], \"faults\": [";
  for (std::size_t i = 0; i < report.faults.size(); ++i) {
    text += (i == 0 ? "" : ", ") + quoted(report.faults[i]);
  }
  return text + "]}\n";
}

}  // namespace allot::bench
