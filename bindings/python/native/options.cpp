#include "options.hpp"

#include <nanobind/stl/tuple.h>

#include <optional>
#include <tuple>

#include "text_value.hpp"

namespace allot::python {

// Choices of options, beside those of commands: their classes in allot.
template <>
struct ChoiceOf<Durability> {
  static constexpr std::string_view name = "Durability";
  static constexpr std::uint8_t last = 2;
};
template <>
struct ChoiceOf<Threading> {
  static constexpr std::string_view name = "Threading";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<SlowConsumer> {
  static constexpr std::string_view name = "SlowConsumer";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<DamagedEnd> {
  static constexpr std::string_view name = "DamagedEnd";
  static constexpr std::uint8_t last = 1;
};

namespace {

// Reads options by name, so that a name that we do not know is an error too.
class OptionReader {
 public:
  OptionReader(const nb::dict& from, const char* kind) : from_(from), kind_(kind) {}
  template <class T>
  void operator()(std::string_view name, T& into) {
    const Where kind(kind_);
    const Where where(kind, name);
    read_field(value(where, name), where, into);
  }
  // A duration may be given in each of its forms.
  template <class T>
  void operator()(const Field& field, T& into) {
    if (field.form != FieldForm::duration) {
      (*this)(field.name, into);
      return;
    }
    const Where kind(kind_);
    const Where where(kind, field.name);
    read_value(value(where, field.name), field, where, into);
  }
  void expect_no_more() const {
    if (from_.size() != known_) {
      raise("InvalidArgument", std::string(kind_) + " has a name that is not known");
    }
  }

 private:
  nb::object value(const Where& where, std::string_view name) {
    const nb::str key(name.data(), name.size());
    ++known_;
    if (!from_.contains(key)) raise("InvalidArgument", where.text() + " is missing");
    return from_[key];
  }

  const nb::dict& from_;
  const char* kind_;
  std::size_t known_{0};
};

template <class Options, class Visit>
void option_fields(Options& options, Visit&& visit) {
  visit("shard", options.shard);
  visit("durability", options.durability);
  visit("must_exist", options.must_exist);
  visit("damaged_end", options.damaged_end);
  visit("segment_bytes", options.segment_bytes);
  visit(Field{.name = "async_bound_ns", .form = FieldForm::duration}, options.async_bound_ns);
  visit("threading", options.threading);
  visit("decision_cpu", options.decision_cpu);
  visit("log_cpu", options.log_cpu);
  visit("prefault", options.prefault);
  visit("producers_max", options.producers_max);
  visit("ring_bytes", options.ring_bytes);
  visit("answers_max", options.answers_max);
  visit("batch_commands_max", options.batch_commands_max);
  visit("consumers_max", options.consumers_max);
  visit("events_max", options.events_max);
  visit("slow_consumer", options.slow_consumer);
  visit("views", options.views);
}

// All numbers of a struct by their names.
class NumberWriter {
 public:
  template <class T>
  void operator()(std::string_view name, const T& from) {
    if constexpr (std::is_enum_v<T>) {
      numbers_[nb::str(name.data(), name.size())] = static_cast<unsigned>(from);
    } else {
      numbers_[nb::str(name.data(), name.size())] = from;
    }
  }
  nb::dict take() { return std::move(numbers_); }

 private:
  nb::dict numbers_;
};

std::optional<LogPoint> read_point(const nb::object& from) {
  if (from.is_none()) return std::nullopt;
  const auto [sequence, low, high] =
      nb::cast<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>>(from);
  return LogPoint{.sequence = sequence, .chain = {.low = low, .high = high}};
}

}  // namespace

EngineOptions read_options(const nb::dict& from, const nb::object& limits) {
  EngineOptions options;
  nb::dict numbers;
  numbers.update(from);
  const auto directory = nb::cast<nb::bytes>(numbers["directory"]);
  options.directory.assign(directory.c_str(), directory.size());
  nb::del(numbers["directory"]);
  options.at_least = read_point(numbers["at_least"]);
  nb::del(numbers["at_least"]);
  OptionReader read(numbers, "EngineOptions");
  option_fields(options, read);
  read.expect_no_more();
  if (!limits.is_none()) {
    const auto given = nb::cast<nb::dict>(limits);
    OptionReader read_limit(given, "Limits");
    options.limits.emplace();
    Limits::fields(*options.limits, read_limit);
    read_limit.expect_no_more();
  }
  return options;
}

nb::dict default_options() {
  const EngineOptions options;
  NumberWriter write;
  option_fields(options, write);
  return write.take();
}

nb::dict default_limits() {
  const Limits limits;
  NumberWriter write;
  Limits::fields(limits, write);
  return write.take();
}

}  // namespace allot::python
