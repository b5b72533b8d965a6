// Decides the commands of a table through the C++ interface; prints every event, then the digest.
// usage: table_digest_cpp TABLE
#include <array>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "allot/engine.hpp"

namespace {

// The fields of one line of the table, taken one after the other.
class Fields {
 public:
  explicit Fields(std::string line) : words_(std::move(line)) {}
  template <class T>
  T next() {
    if constexpr (std::is_enum_v<T> || (sizeof(T) == 1 && std::is_integral_v<T>)) {
      return static_cast<T>(next<int>());
    } else if constexpr (requires(T key) { key.low; }) {
      return {next<std::uint64_t>(), 0};
    } else if constexpr (requires(T id) { id.value; }) {
      return {next<std::uint32_t>()};
    } else {
      T value{};
      words_ >> value;
      return value;
    }
  }

 private:
  std::istringstream words_;
};

template <class C>
allot::Command read(Fields& fields, std::vector<allot::OrderLine>& lines) {
  C command;
  C::fields(command, [&](std::string_view, auto& field) {
    using T = std::decay_t<decltype(field)>;
    if constexpr (std::is_same_v<T, allot::Code>) {
      field = allot::Code::from(fields.next<std::string>()).value_or(allot::Code{});
    } else if constexpr (std::is_same_v<T, std::span<const allot::OrderLine>>) {
      lines.resize(fields.next<std::size_t>());
      for (allot::OrderLine& line : lines) {
        line.sku = fields.next<allot::SkuId>();
        line.quantity = fields.next<std::uint32_t>();
        line.price = fields.next<allot::MoneyMinor>();
        line.shortage = fields.next<allot::Shortage>();
      }
      field = lines;
    } else {
      field = fields.next<T>();
    }
  });
  return command;
}

template <class C, class... Rest>
allot::Command read_named(const std::string& name, Fields& fields,
                          std::vector<allot::OrderLine>& lines) {
  if (name == C::name) return read<C>(fields, lines);
  if constexpr (sizeof...(Rest) > 0) return read_named<Rest...>(name, fields, lines);
  std::cerr << "unknown command " << name << '\n';
  std::exit(2);
}

void print(const allot::Event& event) {
  std::cout << event.sequence << ' ' << event.epoch << ' ' << event.ordinal << ' '
            << int{static_cast<std::uint8_t>(event.type)} << ' ' << int{event.flags} << ' '
            << event.order_key.low << ' ' << event.order_key.high << ' ' << event.sku << ' '
            << event.node << ' ' << event.quantity << ' ' << event.line << ' '
            << static_cast<std::uint16_t>(event.reason) << ' ' << event.amount << ' ' << event.time
            << '\n';
}

void print_events(allot::Consumer& consumer) {
  std::array<allot::Event, 256> events;
  while (const std::size_t count = consumer.poll(events)) {
    for (std::size_t i = 0; i < count; ++i) print(events[i]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream table(argc == 2 ? argv[1] : "");
  if (!table) {
    std::cerr << "usage: table_digest_cpp TABLE\n";
    return 2;
  }
  allot::EngineOptions options;
  options.limits = allot::Limits{.skus_max = 1'000,
                                 .lots_max = 10'000,
                                 .orders_max = 10'000,
                                 .closed_orders_max = 1'000,
                                 .lines_max = 50'000,
                                 .lines_per_order_max = 100,
                                 .holds_max = 10'000,
                                 .command_keys_max = 10'000,
                                 .attempts_max = 10'000,
                                 .time_source = allot::TimeSource::host};
  options.durability = allot::Durability::none;
  options.threading = allot::Threading::host_steps;
  auto engine = allot::Engine::open(options);
  if (!engine.ok()) {
    std::cerr << engine.status().message() << '\n';
    return 1;
  }
  auto producer = engine.value()->open_producer();
  auto consumer = engine.value()->open_consumer();
  if (!producer.ok() || !consumer.ok()) return 1;

  std::vector<allot::OrderLine> lines;
  std::array<allot::Answer, 16> answers;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line[0] == '#') continue;
    Fields fields(line);
    const auto time = fields.next<allot::TimeNs>();
    const auto name = fields.next<std::string>();
    const allot::Command command =
        read_named<allot::Tick, allot::DefineSku, allot::DefineNode, allot::DefineZone,
                   allot::DefineChannel, allot::DefineNetwork, allot::DefineLane, allot::SetList,
                   allot::SetRiskLimits, allot::Receive, allot::Adjust, allot::SetSafetyStock,
                   allot::Place, allot::Import, allot::Cancel, allot::ConfirmPayment,
                   allot::PaymentPending, allot::FailPayment, allot::ReviewDecision>(name, fields,
                                                                                     lines);
    if (!producer.value().submit(command, time).ok()) {
      std::cerr << "not admitted: " << line << '\n';
      return 1;
    }
    engine.value()->step();
    while (producer.value().poll_answers(answers) > 0) {
    }
    print_events(consumer.value());
  }
  std::cout << engine.value()->digest().hex() << '\n';
}
