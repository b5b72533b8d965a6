#include "options.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "sized_struct.hpp"

namespace allot::c {
namespace {

// The operating system takes no longer path, the NUL at its end included.
constexpr std::size_t path_bytes_max = 4'096;

Status bad(std::string text) { return {StatusCode::invalid_argument, std::move(text)}; }

template <class Enum>
Status read_enum(const char* name, std::uint8_t from, Enum last, Enum& into) {
  if (from > static_cast<std::uint8_t>(last)) {
    return bad(std::string(name) + " is " + std::to_string(from) + "; must be 0 to " +
               std::to_string(static_cast<unsigned>(last)));
  }
  into = static_cast<Enum>(from);
  return {};
}

Result<Limits> translate(const allot_limits& given) {
  allot_limits from{};
  if (Status status = read_sized(given, from, "allot_limits"); !status.ok()) return status;
  if (from.reserved[0] != 0 || from.reserved[1] != 0 || from.reserved[2] != 0) {
    return bad("allot_limits.reserved must be zero");
  }
  Limits limits;
  limits.skus_max = from.skus_max;
  limits.nodes_max = from.nodes_max;
  limits.channels_max = from.channels_max;
  limits.zones_max = from.zones_max;
  limits.lots_max = from.lots_max;
  limits.lots_per_cell_max = from.lots_per_cell_max;
  limits.orders_max = from.orders_max;
  limits.closed_orders_max = from.closed_orders_max;
  limits.lines_max = from.lines_max;
  limits.lines_per_order_max = from.lines_per_order_max;
  limits.holds_max = from.holds_max;
  limits.command_keys_max = from.command_keys_max;
  limits.attempts_max = from.attempts_max;
  limits.velocity_depth = from.velocity_depth;
  limits.list_entries_max = from.list_entries_max;
  limits.nodes_per_order_max = from.nodes_per_order_max;
  limits.sourcing_steps_max = from.sourcing_steps_max;
  limits.work_units = from.work_units;
  limits.max_step_ns = from.max_step_ns;
  Status status =
      read_enum("allot_limits.time_source", from.time_source, TimeSource::host, limits.time_source);
  if (!status.ok()) return status;
  return limits;
}

Result<std::string> read_directory(const allot_text& from) {
  if (from.size == 0) return std::string{};
  if (from.data == nullptr) {
    return bad("allot_engine_options.directory.data is NULL, but its size is not 0");
  }
  // The size is bounded before a byte is read: a wrong one reaches into memory that is not there.
  if (from.size >= path_bytes_max) {
    return bad("allot_engine_options.directory.size is " + std::to_string(from.size) +
               ", but a path has at most " + std::to_string(path_bytes_max - 1) + " bytes");
  }
  const std::string_view path(from.data, from.size);
  // The operating system would end the path there and make another directory.
  if (const std::size_t nul = path.find('\0'); nul != std::string_view::npos) {
    return bad("allot_engine_options.directory holds a NUL at byte " + std::to_string(nul) +
               "; a path has none, and `size` does not count the one that ends a C string");
  }
  return std::string(path);
}

}  // namespace

Result<EngineOptions> translate(const allot_engine_options& given) {
  allot_engine_options from{};
  if (Status status = read_sized(given, from, "allot_engine_options"); !status.ok()) return status;
  if (from.reserved[0] != 0 || from.reserved[1] != 0 || from.reserved[2] != 0) {
    return bad("allot_engine_options.reserved must be zero");
  }
  Result<std::string> directory = read_directory(from.directory);
  if (!directory.ok()) return directory.status();
  if (from.views > 1) return bad("allot_engine_options.views must be 0 or 1");
  if (from.prefault > 1) return bad("allot_engine_options.prefault must be 0 or 1");

  EngineOptions options;
  if (from.limits != nullptr) {
    Result<Limits> limits = translate(*from.limits);
    if (!limits.ok()) return limits.status();
    options.limits = limits.value();
  }
  options.shard = from.shard;
  options.directory = std::move(directory.value());
  options.views = from.views != 0;
  options.producers_max = from.producers_max;
  options.ring_bytes = from.ring_bytes;
  options.answers_max = from.answers_max;
  options.batch_commands_max = from.batch_commands_max;
  options.consumers_max = from.consumers_max;
  options.events_max = from.events_max;
  options.segment_bytes = from.segment_bytes;
  options.async_bound_ns = from.async_bound_ns;
  options.decision_cpu = from.decision_cpu;
  options.log_cpu = from.log_cpu;
  options.prefault = from.prefault != 0;
  for (const Status& status : {read_enum("allot_engine_options.durability", from.durability,
                                         Durability::sync, options.durability),
                               read_enum("allot_engine_options.threading", from.threading,
                                         Threading::host_steps, options.threading),
                               read_enum("allot_engine_options.slow_consumer", from.slow_consumer,
                                         SlowConsumer::detach, options.slow_consumer)}) {
    if (!status.ok()) return status;
  }
  return options;
}

namespace {

template <class Struct>
allot_status init(const Struct& from, Struct* into, std::size_t struct_size) noexcept {
  if (into == nullptr || !is_size_of<Struct>(struct_size)) return ALLOT_STATUS_INVALID_ARGUMENT;
  write_sized(from, into, struct_size);
  return ALLOT_STATUS_OK;
}

}  // namespace
}  // namespace allot::c

allot_status allot_limits_init(allot_limits* limits, size_t struct_size) {
  const allot::Limits from;
  allot_limits defaults{};
  defaults.skus_max = from.skus_max;
  defaults.nodes_max = from.nodes_max;
  defaults.channels_max = from.channels_max;
  defaults.zones_max = from.zones_max;
  defaults.lots_max = from.lots_max;
  defaults.lots_per_cell_max = from.lots_per_cell_max;
  defaults.orders_max = from.orders_max;
  defaults.closed_orders_max = from.closed_orders_max;
  defaults.lines_max = from.lines_max;
  defaults.lines_per_order_max = from.lines_per_order_max;
  defaults.holds_max = from.holds_max;
  defaults.command_keys_max = from.command_keys_max;
  defaults.attempts_max = from.attempts_max;
  defaults.velocity_depth = from.velocity_depth;
  defaults.list_entries_max = from.list_entries_max;
  defaults.nodes_per_order_max = from.nodes_per_order_max;
  defaults.sourcing_steps_max = from.sourcing_steps_max;
  defaults.work_units = from.work_units;
  defaults.time_source = static_cast<std::uint8_t>(from.time_source);
  defaults.max_step_ns = from.max_step_ns;
  return allot::c::init(defaults, limits, struct_size);
}

allot_status allot_engine_options_init(allot_engine_options* options, size_t struct_size) {
  const allot::EngineOptions from;
  allot_engine_options defaults{};
  defaults.shard = from.shard;
  defaults.durability = static_cast<std::uint8_t>(from.durability);
  defaults.threading = static_cast<std::uint8_t>(from.threading);
  defaults.slow_consumer = static_cast<std::uint8_t>(from.slow_consumer);
  defaults.views = from.views ? 1 : 0;
  defaults.producers_max = from.producers_max;
  defaults.ring_bytes = from.ring_bytes;
  defaults.events_max = from.events_max;
  defaults.segment_bytes = from.segment_bytes;
  defaults.async_bound_ns = from.async_bound_ns;
  defaults.answers_max = from.answers_max;
  defaults.batch_commands_max = from.batch_commands_max;
  defaults.consumers_max = from.consumers_max;
  defaults.decision_cpu = from.decision_cpu;
  defaults.log_cpu = from.log_cpu;
  defaults.prefault = from.prefault ? 1 : 0;
  return allot::c::init(defaults, options, struct_size);
}
