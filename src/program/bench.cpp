// allot bench: a built-in load through the whole live engine for a few seconds, with its answers
// checked. Each order is placed, and cancelled some thousand orders later, so that stock and open
// orders stay as they are for as long as it runs.
#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>
#include <vector>

#include "allot/engine.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/limits_text.hpp"
#include "program/progress_line.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"
#include "program/version.hpp"
#include "simulation/refusal.hpp"

namespace allot::program {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t open_orders = 4'096;  // of each producer, before the oldest is cancelled
constexpr std::uint32_t lines_most = 16;
constexpr std::uint32_t stock_units = 1'000'000;  // of each SKU at each node
constexpr std::size_t batch_orders = 32;

// SplitMix64 (Steele, Lea, Flood), which is good enough to spread orders over SKUs.
class Random {
 public:
  explicit Random(std::uint64_t seed) noexcept : state_(seed) {}
  std::uint64_t operator()() noexcept {
    std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15U);
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9U;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBU;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_;
};

struct Counts {
  std::uint64_t orders{};   // admitted
  std::uint64_t cancels{};  // admitted
  std::uint64_t answers{};
  std::uint64_t not_ok{};
  Reason last_not_ok{Reason::ok};
  Reason refusal{Reason::ok};  // why the engine takes in, or decides, nothing more

  void add(const Counts& other) noexcept {
    orders += other.orders;
    cancels += other.cancels;
    answers += other.answers;
    not_ok += other.not_ok;
    if (other.not_ok != 0) last_not_ok = other.last_not_ok;
    if (other.refusal != Reason::ok) refusal = other.refusal;
  }
};

// One producer's thread: submits, and takes its answers back.
class Load {
 public:
  Load(Producer producer, const BenchOptions& options, std::uint64_t number)
      : producer_(std::move(producer)), options_(options), number_(number), random_(number) {}

  // Effects: goes on until `stop`, and sets it for all when the engine takes nothing more.
  void run(std::atomic<bool>& stop) {
    while (!stop.load(std::memory_order_relaxed) && goes_on()) {
      fill();
      submit();
    }
    // The orders that are still open are cancelled too, so that the books end as they began.
    batch_.clear();
    const std::uint64_t first = next_ > open_orders ? next_ - open_orders : 0;
    for (std::uint64_t i = first; i < next_ && goes_on(); ++i) add_cancel(i);
    submit();
    while (goes_on() && counts_.answers < counts_.orders + counts_.cancels) {
      if (take_answers() == 0) pause();
    }
    if (!goes_on()) stop.store(true, std::memory_order_relaxed);
  }
  [[nodiscard]] const Counts& counts() const noexcept { return counts_; }

 private:
  [[nodiscard]] bool goes_on() const noexcept { return counts_.refusal == Reason::ok; }
  // It sleeps, because producers that only yield keep the engine from a processor when there are
  // many of them.
  static void pause() { std::this_thread::sleep_for(std::chrono::microseconds(200)); }

  [[nodiscard]] OrderKey order_key(std::uint64_t i) const noexcept { return {i + 1, number_}; }

  void add_cancel(std::uint64_t i) {
    batch_.push_back(
        {Cancel{.command_key = {i + 1, 2 * number_ + 1}, .order_key = order_key(i)}, 0});
  }

  void fill() {
    batch_.clear();
    for (std::size_t i = 0; i < batch_orders; ++i, ++next_) {
      std::array<OrderLine, lines_most>& lines = lines_[i];
      for (std::uint32_t l = 0; l < options_.lines; ++l) {
        const auto sku = static_cast<std::uint32_t>(random_() % options_.skus + 1);
        lines[l] = OrderLine{SkuId{sku}, 1, 100, Shortage::by_order};
      }
      Place place;
      place.command_key = {next_ + 1, 2 * number_};
      place.order_key = order_key(next_);
      place.channel = ChannelId{1};
      place.zone = ZoneId{1};
      place.tokens.customer = random_() | 1U;
      place.lines = std::span(lines).first(options_.lines);
      batch_.push_back({place, 0});
      if (next_ >= open_orders) add_cancel(next_ - open_orders);
    }
  }

  void submit() {
    std::span<const Submission> rest = batch_;
    while (!rest.empty() && goes_on()) {
      const Admission admission = producer_.submit(rest);
      count(rest.first(admission.accepted));
      rest = rest.subspan(admission.accepted);
      if (!admission.ok() && admission.reason != Reason::busy) counts_.refusal = admission.reason;
      if (take_answers() == 0 && admission.accepted == 0) pause();
    }
  }

  void count(std::span<const Submission> admitted) noexcept {
    for (const Submission& one : admitted) {
      ++(std::holds_alternative<Place>(one.command) ? counts_.orders : counts_.cancels);
    }
  }

  // Returns: how many there were.
  std::size_t take_answers() {
    const std::size_t count = producer_.poll_answers(answers_);
    counts_.answers += count;
    for (const Answer& answer : std::span(answers_).first(count)) {
      if (answer.reason == Reason::ok && !answer.duplicate) continue;
      ++counts_.not_ok;
      counts_.last_not_ok = answer.reason;
      if (answer.sequence == 0) counts_.refusal = answer.reason;
    }
    return count;
  }

  Producer producer_;
  const BenchOptions& options_;
  std::uint64_t number_;
  Random random_;
  std::uint64_t next_{};
  Counts counts_;
  std::vector<Submission> batch_;
  std::array<std::array<OrderLine, lines_most>, batch_orders> lines_{};
  std::array<Answer, 256> answers_{};
};

Limits limits_of(const BenchOptions& options) {
  Limits limits;
  limits.skus_max = options.skus;
  limits.nodes_max = options.nodes;
  limits.channels_max = 1;
  limits.zones_max = 1;
  limits.lots_max = options.skus * options.nodes;
  // Between its oldest open order and its newest a producer has at most a batch.
  limits.orders_max = options.producers * static_cast<std::uint32_t>(open_orders + batch_orders);
  limits.closed_orders_max = 100'000;
  limits.lines_per_order_max = lines_most;
  limits.lines_max = (limits.orders_max + limits.closed_orders_max) * lines_most;
  return limits;
}

Code code_of(std::string_view prefix, std::uint32_t number) {
  return *Code::from(std::string(prefix) + std::to_string(number));
}

// Puts the catalogue and the stock in, one producer, before the clock runs.
class World {
 public:
  World(const Engine& engine, Producer& producer, const std::string& place)
      : engine_(engine), producer_(producer), place_(place) {}

  Status make(const BenchOptions& options) {
    put(DefineZone{.command_key = key(), .code = code_of("Z", 1)});
    DefineChannel channel;
    channel.command_key = key();
    channel.code = code_of("C", 1);
    channel.hold_ttl_ns = 3'600'000'000'000;
    channel.review_ttl_ns = 3'600'000'000'000;
    put(channel);
    for (std::uint32_t n = 1; n <= options.nodes; ++n) {
      put(DefineNode{.command_key = key(), .code = code_of("N", n)});
      put(DefineNetwork{.command_key = key(), .channel = ChannelId{1}, .node = NodeId{n}});
      DefineLane lane{.command_key = key(), .node = NodeId{n}, .zone = ZoneId{1}};
      lane.parcel_cost = 300 + 10 * n;
      lane.unit_cost = 20 - n % 20;
      put(lane);
    }
    ProgressLine progress("putting the stock in");
    for (std::uint32_t s = 1; s <= options.skus; ++s) {
      if (!progress.goes_on(static_cast<double>(s) / options.skus)) break;
      put(DefineSku{.command_key = key(), .code = code_of("S", s), .list_price = 100});
      for (std::uint32_t n = 1; n <= options.nodes; ++n) {
        Receive receive{.command_key = key(), .sku = SkuId{s}, .node = NodeId{n}};
        receive.quantity = stock_units;
        put(receive);
      }
    }
    while (answered_ < submitted_ && status_.ok()) take_answers();
    if (status_.ok() && Interruption::came()) {
      return {StatusCode::io_error, "interrupted before the load began; nothing was measured"};
    }
    return status_;
  }

 private:
  CommandKey key() { return {++keys_, ~0ULL}; }

  void put(const Command& command) {
    while (status_.ok()) {
      const Admission admission = producer_.submit(command);
      take_answers();
      if (admission.accepted == 1) {
        ++submitted_;
        return;
      }
      if (admission.reason != Reason::busy) {
        status_ = simulation::refusal(engine_, admission.reason, place_);
      }
    }
  }
  void take_answers() {
    std::array<Answer, 256> answers;
    const std::size_t count = producer_.poll_answers(answers);
    answered_ += count;
    for (const Answer& answer : std::span(answers).first(count)) {
      if (answer.reason == Reason::ok || !status_.ok()) continue;
      status_ = answer.sequence == 0 ? simulation::refusal(engine_, answer.reason, place_)
                                     : stock_refused(answer.reason);
    }
  }
  static Status stock_refused(Reason reason) {
    return {StatusCode::invalid_argument,
            "the load's own stock was refused: " + simulation::in_words(reason)};
  }

  const Engine& engine_;
  Producer& producer_;
  const std::string& place_;
  Status status_;
  std::uint64_t keys_{};
  std::uint64_t submitted_{};
  std::uint64_t answered_{};
};

struct Measured {
  Counts counts;
  double seconds{};
  bool interrupted{};  // before it was as long as it should be
  Conservation books;
  std::uint64_t units_expected{};
  EngineStatistics statistics;

  [[nodiscard]] std::string fault() const {
    if (counts.not_ok != 0) {
      return std::to_string(counts.not_ok) + " commands were not answered ok, the last of them " +
             simulation::in_words(counts.last_not_ok);
    }
    if (!books.holds) return books.fault;
    if (books.oversold_units != 0) return "units were oversold";
    if (books.available != units_expected || books.held != 0) {
      return "the stock at the end is not the stock at the beginning";
    }
    return {};
  }
};

Result<Measured> measure(Engine& engine, const BenchOptions& options) {
  Measured measured;
  std::vector<std::unique_ptr<Load>> loads;
  for (std::uint64_t i = 0; i < options.producers; ++i) {
    Result<Producer> producer = engine.open_producer();
    if (!producer.ok()) return producer.status();
    loads.push_back(std::make_unique<Load>(std::move(producer.value()), options, i + 1));
  }
  std::atomic<bool> stop{false};
  const auto begin = Clock::now();
  std::vector<std::thread> threads;
  for (const auto& load : loads) threads.emplace_back([&load, &stop] { load->run(stop); });
  const auto end = begin + std::chrono::duration<double>(options.seconds);
  ProgressLine progress("measuring");
  while (!stop.load(std::memory_order_relaxed) && Clock::now() < end && !Interruption::came()) {
    std::this_thread::sleep_for(
        std::min<std::chrono::duration<double>>(std::chrono::milliseconds(20), end - Clock::now()));
    const std::chrono::duration<double> passed = Clock::now() - begin;
    progress.show(std::min(1.0, passed.count() / options.seconds));
  }
  progress.wipe();
  measured.interrupted = Interruption::came();
  stop.store(true, std::memory_order_relaxed);
  for (std::thread& thread : threads) thread.join();
  measured.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  for (const auto& load : loads) measured.counts.add(load->counts());
  if (measured.counts.refusal != Reason::ok) {
    return simulation::refusal(engine, measured.counts.refusal, options.journal);
  }
  if (Status status = engine.wait_idle(); !status.ok()) return status;
  measured.books = engine.conservation();
  measured.units_expected = std::uint64_t{options.skus} * options.nodes * stock_units;
  measured.statistics = engine.statistics();
  return measured;
}

std::string log_text(const BenchOptions& options, const Measured& measured) {
  if (options.journal.empty()) return "no log";
  return absl::StrFormat("log of %.1f MB in %s, durability %s",
                         static_cast<double>(measured.statistics.journal.bytes) / 1e6,
                         options.journal, options.durability);
}

void print(const BenchOptions& options, const Measured& measured) {
  const double orders_per_second = static_cast<double>(measured.counts.orders) / measured.seconds;
  const double ns_per_order = 1e9 / orders_per_second;
  const std::string fault = measured.fault();
  if (options.json) {
    nlohmann::ordered_json object{
        {"sound", fault.empty()},
        {"orders_per_second", static_cast<std::uint64_t>(orders_per_second)},
        {"ns_per_order", static_cast<std::uint64_t>(ns_per_order)},
        {"orders", measured.counts.orders},
        {"cancels", measured.counts.cancels},
        {"seconds", measured.seconds},
        {"lines_per_order", options.lines},
        {"skus", options.skus},
        {"nodes", options.nodes},
        {"producers", options.producers},
        {"journal", nullptr},
        {"durability", nullptr},
        {"journal_bytes", measured.statistics.journal.bytes},
        {"processors", std::thread::hardware_concurrency()},
        {"compiler", compiler()},
        {"build", build_type()},
        {"version", program_version()}};
    if (!options.journal.empty()) {
      object["journal"] = options.journal;
      object["durability"] = options.durability;
    }
    if (measured.interrupted) object["interrupted"] = true;
    if (!fault.empty()) object["fault"] = fault;
    std::cout << json::line_text(object) << '\n';
    return;
  }
  std::ostringstream out;
  out << json::grouped(static_cast<std::uint64_t>(orders_per_second)) << " orders/s, "
      << json::grouped(static_cast<std::uint64_t>(ns_per_order))
      << " ns/order, each order placed and later cancelled\n"
      << "conditions: " << json::counted(options.lines, "line") << " an order, "
      << json::counted(options.skus, "SKU") << " x " << json::counted(options.nodes, "node")
      << ", uniform demand, " << json::counted(options.producers, "producer") << ", "
      << log_text(options, measured) << ", " << json::counted(measured.counts.orders, "order")
      << absl::StrFormat(" in %.1f s, ", measured.seconds)
      << json::counted(std::thread::hardware_concurrency(), "processor") << ", " << compiler()
      << ", " << build_type() << "\n"
      << "answers: " << (fault.empty() ? "all ok, the books add up and the stock is back" : fault)
      << "\n";
  std::cout << fitted(out.str(), line_columns());
}

}  // namespace

int bench(const BenchOptions& options) {
  const auto stop = [&options](const Status& why, int result) {
    return fail("bench", options.json, why, result);
  };
  EngineOptions how;
  how.limits = limits_of(options);
  how.directory = options.journal;
  how.durability = options.journal.empty() ? Durability::none : durability_from(options.durability);
  how.producers_max = options.producers + 1;
  how.views = false;
  if (const std::string_view fault = limits_fault(*how.limits); !fault.empty()) {
    return stop({StatusCode::invalid_argument, std::string(fault)}, bad_input);
  }
  Result<std::unique_ptr<Engine>> engine = Engine::open(how);
  if (!engine.ok()) return stop(engine.status(), exit_status_of(engine.status()));
  if (engine.value()->statistics().decided_sequence > 1) {
    return stop({StatusCode::invalid_argument,
                 options.journal + " holds a log already; give a new directory"},
                bad_input);
  }
  Result<Producer> producer = engine.value()->open_producer();
  Status status = producer.status();
  if (status.ok()) {
    status = World(*engine.value(), producer.value(), options.journal).make(options);
  }
  Result<Measured> measured = status.ok() ? measure(*engine.value(), options) : status;
  if (!measured.ok() && Interruption::came()) {
    return fail_interrupted("bench", options.json, measured.status().message());
  }
  if (!measured.ok()) return stop(measured.status(), found_problem);
  if (const Status stopped = engine.value()->stop(); !stopped.ok()) {
    return stop(stopped, found_problem);
  }
  print(options, measured.value());
  if (measured.value().interrupted) {
    std::cerr << "allot bench: interrupted after " << measured.value().seconds
              << " s; these are the results so far\n";
    return was_interrupted;
  }
  return measured.value().fault().empty() ? all_well : found_problem;
}

}  // namespace allot::program
