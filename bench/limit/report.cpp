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

// `wanted`: how many repetitions there should be; a figure of fewer says so.
void append_figure(std::string& text, const Figure& figure, int wanted) {
  append(text, "  %-53s %8.1f ns  (%.1f to %.1f)", figure.name.c_str(), figure.ns.median,
         figure.ns.low, figure.ns.high);
  const bool both = figure.held_against == HeldAgainst::floor_both;
  if (figure.held_against != HeldAgainst::nothing) {
    append(text, "  %.2f x floor %s (%.2f to %.2f) of %.1f", figure.ratio.median,
           both ? "at work" : "alone", figure.ratio.low, figure.ratio.high, figure.floor_ns);
  }
  if (both) {
    append(text, ", %.2f x floor alone of %.1f", figure.ratio_alone.median, figure.floor_alone_ns);
  }
  if (figure.repetitions < wanted) append(text, ", %d repetitions ONLY", figure.repetitions);
  append(text, "\n");
}

void append_spread_line(std::string& text, const char* name, const Spread& spread) {
  append(text, "  %-53s %8.2f ns  (%.2f to %.2f)\n", name, spread.median, spread.low, spread.high);
}

// What the machine was, as far as two processors are concerned.
void append_machine(std::string& text, const StateReport& state) {
  const auto& machine = state.machine;
  if (machine.looks != 0) {
    append_spread_line(text, "floor at work: best of these, the other one busy too",
                       machine.floor_both);
    append(text, "  %-53s %8.2f     (%.2f to %.2f)\n",
           "neighbour factor: floor at work / floor alone", machine.neighbour_factor.median,
           machine.neighbour_factor.low, machine.neighbour_factor.high);
    append_spread_line(text, "a line to the other processor and back", machine.round_trip);
  }
  append(text, "  %s\n", in_words(machine).c_str());
  if (state.repetitions_left_out != 0) {
    append(
        text,
        "  %d repetitions left out: beside them another machine had a part of a core or kept the "
        "memory busy, or a line took more than %.0f ns to the other processor and back\n",
        state.repetitions_left_out, far_apart_ns);
  }
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

void append_texts(std::string& text, const char* name, const std::vector<std::string>& texts) {
  append(text, "\"%s\": [", name);
  for (std::size_t i = 0; i < texts.size(); ++i) text += (i == 0 ? "" : ", ") + quoted(texts[i]);
  text += ']';
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
    if (figure.held_against != HeldAgainst::nothing) {
      append(text, ", \"repetitions\": %d, \"held_against\": \"%s\", \"floor_ns\": %.3f",
             figure.repetitions,
             figure.held_against == HeldAgainst::floor_both ? "floor, both processors at work"
                                                            : "floor alone",
             figure.floor_ns);
      append(text, ", \"ratio\": %.3f, \"ratio_min\": %.3f, \"ratio_max\": %.3f",
             figure.ratio.median, figure.ratio.low, figure.ratio.high);
      append(text, ", \"floor_alone_ns\": %.3f, \"ratio_to_floor_alone\": %.3f, \"limited\": %s",
             figure.floor_alone_ns, figure.ratio_alone.median, figure.limited ? "true" : "false");
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
  append_spread(text, "floor_share", state.floor_share);
  append(text, ", ");
  append_figures(text, "floor", state.floor);
  append(text, ", ");
  append_spread(text, "floor_both_ns", state.machine.floor_both);
  append(text, ", ");
  append_spread(text, "neighbour_factor", state.machine.neighbour_factor);
  append(text, ", ");
  append_spread(text, "round_trip_ns", state.machine.round_trip);
  append(text, ", \"machine\": %s, \"looks\": %d, ", quoted(in_words(state.machine)).c_str(),
         state.machine.looks);
  append(text, "\"looks_shared_core\": %d, \"looks_far_apart\": %d, \"looks_disturbed\": %d, ",
         state.machine.shared_core, state.machine.far_apart, state.machine.disturbed);
  append(text, "\"repetitions\": %d, \"repetitions_left_out\": %d, ", state.repetitions,
         state.repetitions_left_out);
  append(text, "\"engine_state\": %s, ", quoted(state.engine_state).c_str());
  append_figures(text, "engine", state.engine);
  append(text, ", \"orders\": %llu, \"accepted\": %llu, \"events_per_order\": %.3f}",
         static_cast<unsigned long long>(state.orders),
         static_cast<unsigned long long>(state.accepted), state.events_per_order);
}

}  // namespace

std::string to_text(const Report& report) {
  std::string text;
  append(text, "clock %.2f GHz, other programs took %.0f %% of the machine%s\n", report.clock_ghz,
         report.other_load_percent, report.other_load_percent > 7 ? ": NOISY, do not quote" : "");
  if (report.smoke) append(text, "smoke run: small and short, its times mean nothing\n");
  for (const auto& state : report.states) {
    append(
        text, "\n%s: floor over %.1f MB, %.0f %% of it on 2 MB pages, %llu orders a run\n",
        state.name.c_str(), static_cast<double>(state.bytes) / 1e6,
        100.0 * static_cast<double>(state.bytes_on_large_pages) / static_cast<double>(state.bytes),
        static_cast<unsigned long long>(state.floor_orders));
    if (state.floor.empty()) {
      append(text, "  no look found the core undisturbed\n");
    } else {
      append_spread_line(text, "a random line, independent, prefetched", state.line_cost);
      for (const auto& figure : state.floor) append_figure(text, figure, 0);
      append(text,
             "  floor (the best of these at each look) %.1f ns, allowed %.1f ns; within a look "
             "%.3f of "
             "what is allowed (%.3f to %.3f), result hash %08x\n",
             state.floor_ns, state.floor_bound_ns, state.floor_share.median, state.floor_share.low,
             state.floor_share.high, state.floor_hash);
    }
    append_machine(text, state);
    if (state.engine.empty()) continue;
    append(text, "%s engine: %s, %d repetitions\n", state.name.c_str(), state.engine_state.c_str(),
           state.repetitions);
    for (const auto& figure : state.engine) append_figure(text, figure, state.repetitions);
    append(text, "  %llu orders placed, %llu accepted, %.2f events per command\n",
           static_cast<unsigned long long>(state.orders),
           static_cast<unsigned long long>(state.accepted), state.events_per_order);
  }
  append(text, "\n");
  for (const auto& fault : report.faults) append(text, "FAULT: %s\n", fault.c_str());
  for (const auto& run : report.unfit) append(text, "UNFIT: %s\n", run.c_str());
  if (report.faults.empty() && report.unfit.empty()) {
    append(text, "all answers right, all limits held\n");
  }
  return text;
}

std::string to_json(const Report& report) {
  std::string text = "{";
  append(text, "\"smoke\": %s, \"clock_ghz\": %.3f, ", report.smoke ? "true" : "false",
         report.clock_ghz);
  append(text, "\"other_load_percent\": %.1f, \"ratio_limit\": %.1f, \"states\": [",
         report.other_load_percent, report.ratio_limit);
  for (std::size_t i = 0; i < report.states.size(); ++i) {
    if (i != 0) text += ", ";
    append_state(text, report.states[i]);
  }
  text += "], ";
  append_texts(text, "faults", report.faults);
  text += ", ";
  append_texts(text, "unfit", report.unfit);
  return text + "}\n";
}

}  // namespace allot::bench
