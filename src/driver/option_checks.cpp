#include "driver/option_checks.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "allot/core/core.hpp"
#include "driver/processors.hpp"
#include "intake/ring.hpp"
#include "sequencing/command_slot.hpp"

namespace allot {

namespace {

constexpr std::size_t events_default = 65'536;

Status bad(std::string text) { return {StatusCode::invalid_argument, std::move(text)}; }

}  // namespace

std::size_t ring_bytes_min(const Limits& limits) noexcept {
  return 2 * ByteRing::footprint(command_slot_bytes_max(limits));
}

std::size_t events_min(const Limits& limits) noexcept { return 2 * Core::step_events_max(limits); }

Status check_options(const EngineOptions& options) {
  if (options.limits) {
    if (const std::string_view fault = limits_fault(*options.limits); !fault.empty()) {
      return bad("limits: " + std::string(fault));
    }
  }
  const bool logged = options.storage != nullptr || !options.directory.empty();
  if (!logged && options.durability != Durability::none) {
    return bad("durability async and sync need a log: set storage or directory, or ask for none");
  }
  if (!logged && (options.must_exist || options.at_least)) {
    return bad("must_exist and at_least need a log: set storage or directory");
  }
  if (options.damaged_end > DamagedEnd::drop) return bad("damaged_end must be refuse or drop");
  if (options.durability > Durability::sync) return bad("durability must be none, async or sync");
  if (options.producers_max < 1 || options.producers_max > 1'024) {
    return bad("producers_max must be 1 to 1,024, not " + std::to_string(options.producers_max));
  }
  if (options.answers_max < 1 || options.answers_max > 1U << 20U) {
    return bad("answers_max must be 1 to 1,048,576, not " + std::to_string(options.answers_max));
  }
  if (options.batch_commands_max < 1 || options.batch_commands_max > 4'096) {
    return bad("batch_commands_max must be 1 to 4,096, not " +
               std::to_string(options.batch_commands_max));
  }
  if (options.consumers_max > 64) {
    return bad("consumers_max must be at most 64, not " + std::to_string(options.consumers_max));
  }
  if (options.slow_consumer > SlowConsumer::detach) {
    return bad("slow_consumer must be busy or detach");
  }
  if (options.threading > Threading::host_steps) {
    return bad("threading must be own_thread or host_steps");
  }
  if (options.gather_bytes != 0 &&
      (options.durability != Durability::none || options.threading != Threading::host_steps)) {
    return bad("gather_bytes is for durability none under host_steps only; leave it 0");
  }
  if (options.threading == Threading::host_steps &&
      (options.decision_cpu != any_cpu || options.log_cpu != any_cpu)) {
    return bad(
        "decision_cpu and log_cpu are for threads of the engine's own; leave them -1 under "
        "host_steps");
  }
  if (Status status = check_cpu("decision_cpu", options.decision_cpu); !status.ok()) return status;
  return check_cpu("log_cpu", options.log_cpu);
}

Status check_sizes(const EngineOptions& options, const Limits& limits,
                   std::size_t step_events_max) {
  if (const std::size_t least = ring_bytes_min(limits); options.ring_bytes < least) {
    return bad("ring_bytes is " + std::to_string(options.ring_bytes) +
               ", but a command of lines_per_order_max lines, or of sku_set_skus_max SKUs, needs " +
               std::to_string(least / 2) + " bytes and a ring twice that: at least " +
               std::to_string(least));
  }
  if (options.ring_bytes > std::size_t{1} << 32U) return bad("ring_bytes must be at most 2^32");
  if (options.events_max != 0 && options.events_max < 2 * step_events_max) {
    return bad("events_max is " + std::to_string(options.events_max) + ", but one step can make " +
               std::to_string(step_events_max) +
               " events with these limits: at least twice that, or 0 to have it chosen");
  }
  if (options.events_max > std::size_t{1} << 28U) return bad("events_max must be at most 2^28");
  return {};
}

Status check_limits(const Limits& wanted, const Limits& logged, Semantics semantics) {
  Limits asked = wanted;
  if (asked.max_step_ns == Limits{}.max_step_ns)
    asked.max_step_ns = semantics.max_step_default_ns();
  if (asked == logged) return {};
  std::string text;
  Limits::fields(asked, [&](std::string_view name, const auto& value) {
    Limits::fields(logged, [&](std::string_view logged_name, const auto& logged_value) {
      if (name != logged_name || !text.empty()) return;
      const auto a = static_cast<std::int64_t>(value);
      const auto b = static_cast<std::int64_t>(logged_value);
      if (a == b) return;
      text = "limits." + std::string(name) + " is " + std::to_string(a) +
             ", but the log was begun with " + std::to_string(b) +
             "; leave limits out to take the log's, or begin a new log";
    });
  });
  return bad(std::move(text));
}

std::size_t events_capacity(const EngineOptions& options, std::size_t step_events_max) noexcept {
  return std::max({options.events_max, 2 * step_events_max,
                   options.events_max == 0 ? events_default : std::size_t{0}});
}

}  // namespace allot
