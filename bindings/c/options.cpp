#include "options.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "form.hpp"
#include "generated/forms.hpp"
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

allot_limits default_limits() noexcept {
  const Limits from;
  allot_limits defaults{};
  Form<Limits>::fields(defaults, from, ToC{});
  return defaults;
}

Result<Limits> limits_from_c(const allot_limits& given) {
  allot_limits from = default_limits();
  Status status = read_sized(given, from, "allot_limits", limits_first_size);
  if (!status.ok()) return status;
  const Fault fault = FaultFinder::find<Limits>(from, Limits{});
  if (fault.member != nullptr) return bad("allot_limits." + fault.text());
  Limits limits;
  ListRoom none(std::span<std::byte>{});
  Form<Limits>::fields(from, limits, ToCpp(none, limits));
  return limits;
}

allot_engine_options default_options() {
  const EngineOptions from;
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
  defaults.must_exist = from.must_exist ? 1 : 0;
  defaults.damaged_end = static_cast<std::uint8_t>(from.damaged_end);
  return defaults;
}

std::optional<LogPoint> read_point(const allot_log_point& from) {
  const LogPoint point{.sequence = from.sequence,
                       .chain = {.low = from.chain_low, .high = from.chain_high}};
  return point == LogPoint{} ? std::nullopt : std::optional(point);
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
  allot_engine_options from = default_options();
  if (Status status = read_sized(given, from, "allot_engine_options"); !status.ok()) return status;
  const auto is_set = [](std::uint8_t byte) { return byte != 0; };
  if (std::ranges::any_of(from.reserved, is_set) || std::ranges::any_of(from.reserved2, is_set)) {
    return bad("allot_engine_options.reserved and reserved2 must be zero");
  }
  Result<std::string> directory = read_directory(from.directory);
  if (!directory.ok()) return directory.status();
  if (from.views > 1) return bad("allot_engine_options.views must be 0 or 1");
  if (from.prefault > 1) return bad("allot_engine_options.prefault must be 0 or 1");
  if (from.must_exist > 1) return bad("allot_engine_options.must_exist must be 0 or 1");

  EngineOptions options;
  if (from.limits != nullptr) {
    Result<Limits> limits = limits_from_c(*from.limits);
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
  options.must_exist = from.must_exist != 0;
  options.at_least = read_point(from.at_least);
  for (const Status& status : {read_enum("allot_engine_options.durability", from.durability,
                                         Durability::sync, options.durability),
                               read_enum("allot_engine_options.threading", from.threading,
                                         Threading::host_steps, options.threading),
                               read_enum("allot_engine_options.slow_consumer", from.slow_consumer,
                                         SlowConsumer::detach, options.slow_consumer),
                               read_enum("allot_engine_options.damaged_end", from.damaged_end,
                                         DamagedEnd::drop, options.damaged_end)}) {
    if (!status.ok()) return status;
  }
  return options;
}

namespace {

template <class Struct>
allot_status init(const Struct& from, Struct* into, std::size_t struct_size,
                  std::size_t first = first_size<Struct>) noexcept {
  if (into == nullptr || !is_size_of(struct_size, first)) return ALLOT_STATUS_INVALID_ARGUMENT;
  write_sized(from, into, struct_size);
  return ALLOT_STATUS_OK;
}

}  // namespace
}  // namespace allot::c

allot_status allot_limits_init(allot_limits* limits, size_t struct_size) {
  return allot::c::init(allot::c::default_limits(), limits, struct_size,
                        allot::c::limits_first_size);
}

allot_status allot_engine_options_init(allot_engine_options* options, size_t struct_size) {
  return allot::c::init(allot::c::default_options(), options, struct_size);
}
