// allot traffic: orders with the fraud of a shop among them, and who they are of.
#include "simulation/traffic.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <nlohmann/json.hpp>

#include "json/counted.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/terminal.hpp"
#include "program/text_file.hpp"
#include "program/verbs.hpp"

namespace allot::program {

int traffic(const TrafficOptions& options) {
  using simulation::traffic_class_names;
  const auto fail_with = [&options](const Status& why) {
    return fail("traffic", options.json, why, bad_input);
  };
  simulation::TrafficSpec spec = options.spec;
  if (const std::string fault = simulation::set_traffic_shares(options.shares, spec);
      !fault.empty()) {
    return fail_with({StatusCode::invalid_argument, "--shares: " + fault});
  }
  if (options.commands == options.labels) {
    return fail_with(
        {StatusCode::invalid_argument, options.commands + ": commands and labels are two files"});
  }
  const simulation::Traffic made = simulation::make_traffic(spec);
  Status status = write_text_file(options.commands, made.commands);
  if (status.ok()) status = write_text_file(options.labels, simulation::labels_csv(made));
  if (!status.ok()) return fail_with(status);

  std::array<std::uint64_t, simulation::traffic_classes> counts{};
  for (const simulation::TrafficLabel& label : made.labels) {
    ++counts[static_cast<std::size_t>(label.of)];
  }
  if (options.json) {
    nlohmann::ordered_json classes;
    for (std::size_t i = 0; i < counts.size(); ++i) classes[traffic_class_names[i]] = counts[i];
    const nlohmann::ordered_json all{
        {"commands", options.commands},      {"labels", options.labels},
        {"seed", std::to_string(spec.seed)}, {"days", spec.days},
        {"orders", made.labels.size()},      {"classes", std::move(classes)}};
    std::cout << all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
    return all_well;
  }
  std::string out = options.commands + ": " + json::counted(made.labels.size(), "order") + " in " +
                    json::counted(spec.days, "day") + ", seed " + std::to_string(spec.seed) + "\n" +
                    options.labels + ": who they are of\n";
  for (std::size_t i = 0; i < counts.size(); ++i) {
    out += absl::StrFormat("  %-14s %9s\n", traffic_class_names[i], json::grouped(counts[i]));
  }
  std::cout << fitted(out, line_columns());
  return all_well;
}

}  // namespace allot::program
