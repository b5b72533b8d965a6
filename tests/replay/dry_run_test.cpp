// A dry run tells what the command then does, and leaves the state as it was.
#include "allot/replay/dry_run.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "allot/engine.hpp"
#include "allot/intake/body_hash.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "generator/command_generator.hpp"
#include "message_text.hpp"
#include "sequencing/command_slot.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

// ---- random commands ----

// Returns: when to submit `in` so that it is decided as the generator wants it; nothing where no
//          host could have it decided so.
std::optional<TimeNs> stamp_of(const Sequenced& in, const Core& core) {
  const std::int64_t max_step = core.limits().max_step_ns;
  const auto* tick = std::get_if<Tick>(&in.command);
  const bool forced = tick != nullptr && tick->force;
  if (refusal_of(in.command, core.limits()) != Reason::ok) return std::nullopt;
  if (in.step_too_large) {
    if (forced || core.now() == 0 || core.now() > time_max_ns - max_step - 1) return std::nullopt;
    return core.now() + max_step + 1;
  }
  const bool too_far = core.now() != 0 && in.time - core.now() > max_step;
  return too_far && !forced ? std::nullopt : std::optional(in.time);
}

std::string texts(std::span<const Event> events) {
  std::string text;
  for (const Event& event : events) text += "  " + oracle::to_text(event) + '\n';
  return text;
}

bool equal(const Answer& a, const Answer& b) {
  return a.command_key == b.command_key && a.sequence == b.sequence &&
         a.first_sequence == b.first_sequence && a.reason == b.reason &&
         a.duplicate == b.duplicate && a.id == b.id;
}

// One random run, each of whose commands is dry-run first, one in so many times.
class RandomRun {
 public:
  explicit RandomRun(std::uint64_t seed)
      : random_(seed + 1),
        source_(seed),
        core_(source_.limits()),
        outcome_(Core::step_events_max(source_.limits())) {}

  void step(std::uint32_t one_in) {
    Sequenced in = source_.next();
    // The engine's own commands that are made in between have places in the order, too.
    in.sequence = core_.last_sequence() + 1;
    in.time = std::max(in.time, core_.now());
    const std::optional<TimeNs> stamp = stamp_of(in, core_);
    if (!stamp || !random_.one_in(one_in)) {
      apply(in);
      return;
    }
    const Digest before = core_.digest();
    const std::array commands{Submission{in.command, *stamp}};
    const Result<DryRunReport> told = dry_run(core_, commands, AfterCommands::work_is_done);
    ASSERT_TRUE(told.ok()) << told.status().message();
    ASSERT_EQ(core_.digest(), before) << "the dry run left something behind";
    ASSERT_EQ(told.value().admission.accepted, 1U);
    ASSERT_FALSE(told.value().steps.empty());
    check(in, told.value().steps.front());
    ASSERT_FALSE(::testing::Test::HasFatalFailure());
    ++dry_;
    // What is due then is done now and then, as an idle engine does it, or other commands come.
    if (told.value().steps.size() > 1 && random_.one_in(2)) {
      for (const DryStep& own : std::span(told.value().steps).subspan(1)) {
        ASSERT_TRUE(own.own);
        ASSERT_TRUE(core_.work_due(core_.now()));
        Sequenced advance{core_.last_sequence() + 1, core_.now(), false, 0, Advance{}};
        advance.body_hash = body_hash(advance.command);
        check(advance, own);
        ASSERT_FALSE(::testing::Test::HasFatalFailure());
        ++own_;
      }
    }
    if (told.value().steps.size() > 1 || !core_.work_due(core_.now())) return;
    FAIL() << "work was left that the dry run did not tell";
  }

  [[nodiscard]] std::uint64_t dry() const noexcept { return dry_; }
  [[nodiscard]] std::uint64_t own() const noexcept { return own_; }
  [[nodiscard]] const generator::RunProfile& profile() const noexcept { return source_.profile(); }

 private:
  Answer apply(const Sequenced& in) {
    const Answer answer = core_.apply(in, outcome_);
    source_.observe(outcome_.events());
    return answer;
  }

  void check(const Sequenced& in, const DryStep& told) {
    const Answer answer = apply(in);
    EXPECT_TRUE(equal(answer, told.answer)) << oracle::to_text(in);
    EXPECT_EQ(in.time, told.time);
    const std::span<const Event> real = outcome_.events();
    ASSERT_TRUE(std::ranges::equal(real, told.events)) << oracle::to_text(in) << "\ndry run:\n"
                                                       << texts(told.events) << "then:\n"
                                                       << texts(real);
  }

  generator::RandomSource random_;
  generator::CommandGenerator source_;
  Core core_;
  Outcome outcome_;
  std::uint64_t dry_{};
  std::uint64_t own_{};
};

TEST(DryRun, TellsWhatEachRandomCommandThenDoes) {
#ifdef ALLOT_SANITIZED  // where a copy of the process costs many times as much
  constexpr std::uint64_t least = 400;
#else
  constexpr std::uint64_t least = 4'000;
#endif
  generator::RandomSource seeds(20'261'130);
  std::uint64_t dry = 0;
  std::uint64_t own = 0;
  // Some commands leave nothing to do, so that few runs may have too little of it.
  while (dry < least || (own <= least / 20 && dry < 4 * least)) {
    const std::uint64_t seed = seeds.next();
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomRun run(seed);
    for (std::uint32_t i = 0; i < run.profile().commands; ++i) {
      run.step(10);
      if (::testing::Test::HasFailure()) FAIL() << "command " << i;
    }
    dry += run.dry();
    own += run.own();
  }
  EXPECT_GT(own, least / 20) << "too little work was left to do";
}

// ---- a host ----

class DryRunOfALog : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(directory_);
    auto engine =
        Engine::open({.limits = limits_, .directory = directory_, .durability = Durability::sync});
    ASSERT_TRUE(engine.ok()) << engine.status().message();
    engine_ = std::move(engine.value());
    producer_ = std::make_unique<Producer>(std::move(engine_->open_producer().value()));
    submit(DefineSku{.command_key = {1}, .code = Code::given("TEA")});
    submit(DefineNode{.command_key = {2}, .code = Code::given("LON")});
    submit(DefineZone{.command_key = {3}, .code = Code::given("UK")});
    submit(DefineChannel{.command_key = {4},
                         .code = Code::given("web"),
                         .hold_ttl_ns = 900'000'000'000,
                         .review_ttl_ns = 900'000'000'000});
    submit(DefineNetwork{.command_key = {5}, .channel = {1}, .node = {1}, .serves = true});
    submit(DefineLane{.command_key = {6}, .node = {1}, .zone = {1}, .serviceable = true});
    submit(Receive{.command_key = {7}, .sku = {1}, .node = {1}, .quantity = 10});
    ASSERT_TRUE(engine_->wait_idle().ok());
  }
  void TearDown() override {
    producer_.reset();
    engine_.reset();
    std::filesystem::remove_all(directory_);
  }

  void submit(const Command& command) {
    ASSERT_TRUE(producer_->submit(command, time_).ok());
    ASSERT_TRUE(engine_->wait_idle().ok());
    Answer answer;
    ASSERT_EQ(producer_->poll_answers({&answer, 1}), 1U);
    ASSERT_EQ(answer.reason, Reason::ok) << name_of(answer);
  }
  static std::string name_of(const Answer& answer) {
    return std::string(reason_text(answer.reason).name);
  }
  // Returns: an order for so many.
  static Place order(std::uint64_t number, const OrderLine& line) {
    return {.command_key = {number},
            .order_key = {number},
            .channel = {1},
            .zone = {1},
            .lines = std::span(&line, 1)};
  }
  // Returns: dry runs on the log as it is now, which the engine goes on writing.
  [[nodiscard]] DryRun state_of_log() const {
    const auto storage = open_posix_storage(directory_);
    Result<ReplayReport> report = replay(*storage.value());
    EXPECT_TRUE(report.ok()) << report.status().message();
    return DryRun(std::move(report.value().core));
  }

  std::string directory_ =
      (std::filesystem::temp_directory_path() / ("allot_dry_run_" + std::to_string(::getpid())))
          .string();
  Limits limits_{.skus_max = 10,
                 .nodes_max = 2,
                 .lots_max = 100,
                 .orders_max = 100,
                 .lines_max = 4'000,
                 .command_keys_max = 100,
                 .attempts_max = 100,
                 .time_source = TimeSource::host};
  TimeNs time_ = 1'700'000'000'000'000'000;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Producer> producer_;
};

TEST_F(DryRunOfALog, SeesWhatCameBeforeInACallAndNothingOfOtherCalls) {
  const DryRun dry = state_of_log();
  const OrderLine six{.sku = {1}, .quantity = 6, .price = 1'500};
  const std::array both{Submission{order(1001, six), time_}, Submission{order(1002, six), time_}};
  for (int again = 0; again < 2; ++again) {
    const auto told = dry.decide(both);
    ASSERT_TRUE(told.ok()) << told.status().message();
    ASSERT_EQ(told.value().steps.size(), 2U);
    EXPECT_TRUE(told.value().admission.ok());
    EXPECT_EQ(told.value().steps[0].answer.reason, Reason::ok);
    EXPECT_EQ(told.value().steps[1].answer.reason, Reason::stock_insufficient);
    const auto alone = dry.decide(std::span(both).subspan(1));
    ASSERT_EQ(alone.value().steps.size(), 1U);
    EXPECT_EQ(alone.value().steps[0].answer.reason, Reason::ok);
  }
  EXPECT_EQ(dry.core().digest(), engine_->digest());
  EXPECT_EQ(dry.core().available({1}, {1}), 10U);
}

TEST_F(DryRunOfALog, TellsWhoWouldLoseWhatACountTakes) {
  const OrderLine six{.sku = {1}, .quantity = 6, .price = 1'500};
  submit(order(1001, six));
  const DryRun dry = state_of_log();
  const std::array count{
      Submission{Adjust{.command_key = {9}, .sku = {1}, .node = {1}, .delta = -7}, time_}};
  const auto told = dry.decide(count);
  ASSERT_TRUE(told.ok()) << told.status().message();
  const std::vector<DryStep>& steps = told.value().steps;
  bool lost = false;
  for (const DryStep& step : steps) {
    for (const Event& event : step.events) {
      lost = lost || (event.type == EventType::line_lost && event.order_key == OrderKey{1001});
    }
  }
  EXPECT_TRUE(lost);
  ASSERT_GT(steps.size(), 1U);
  EXPECT_TRUE(steps.back().own);
  // Without the work behind it only the count itself is told.
  EXPECT_EQ(dry.decide(count, AfterCommands::nothing).value().steps.size(), 1U);
}

TEST_F(DryRunOfALog, RefusesWhatAnEngineRefuses) {
  const DryRun dry = state_of_log();
  const std::vector<OrderLine> many(limits_.lines_per_order_max + 1,
                                    {.sku = {1}, .quantity = 1, .price = 1});
  Place large = order(1001, many.front());
  large.lines = many;
  const std::array commands{Submission{Tick{}, time_}, Submission{large, time_},
                            Submission{Tick{}, time_}};
  const auto told = dry.decide(commands);
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told.value().admission.accepted, 1U);
  EXPECT_EQ(told.value().admission.reason, Reason::command_too_large);
  EXPECT_EQ(told.value().steps.size(), 1U);
  const std::array own{Submission{Advance{}, time_}};
  EXPECT_EQ(dry.decide(own).value().admission.reason, Reason::not_for_hosts);
  const Admission real = producer_->submit(commands);
  EXPECT_EQ(real.accepted, told.value().admission.accepted);
  EXPECT_EQ(real.reason, told.value().admission.reason);
  // Unknown codes and keys are refused by the step, in its words.
  const std::array unknown{Submission{FailPayment{.command_key = {9}, .order_key = {77}}, time_}};
  EXPECT_EQ(dry.decide(unknown).value().steps[0].answer.reason, Reason::order_unknown);
}

TEST_F(DryRunOfALog, GoesToTheTimeThatIsGiven) {
  const OrderLine six{.sku = {1}, .quantity = 6, .price = 1'500};
  submit(order(1001, six));
  const DryRun dry = state_of_log();
  constexpr std::int64_t day_ns = 86'400'000'000'000;
  const std::array tomorrow{Submission{Tick{}, time_ + day_ns}};
  const auto told = dry.decide(tomorrow);
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told.value().steps[0].time, time_ + day_ns);
  const auto& events = told.value().steps[0].events;
  EXPECT_TRUE(std::ranges::any_of(
      events, [](const Event& event) { return event.type == EventType::expired; }));
  // No time: that of the state.
  const std::array now{Submission{Tick{}}};
  EXPECT_EQ(dry.decide(now).value().steps[0].time, time_);
}

}  // namespace
}  // namespace allot
