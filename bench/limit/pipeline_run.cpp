#include "limit/pipeline_run.hpp"

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "limit/clock.hpp"
#include "limit/null_storage.hpp"
#include "limit/processors.hpp"

namespace allot::bench {

namespace {

constexpr std::size_t submit_max = 64;

// Lets the engine have the machine for about a microsecond. A loop of system calls instead would
// take half the core from the decision thread where two processors are two threads of one core.
void rest() noexcept {
#if defined(__x86_64__)
  for (int i = 0; i < 64; ++i) __builtin_ia32_pause();
#else
  std::this_thread::yield();
#endif
}

void require(const Status& status, const char* what) {
  if (!status.ok()) throw std::runtime_error(std::string(what) + ": " + status.message());
}

}  // namespace

PipelineRun::PipelineRun(const Workload& workload, std::uint32_t segment, Threading threading,
                         const std::string& directory)
    : workload_(workload),
      segment_(segment),
      threading_(threading),
      lines_(segment),
      events_read_(4'096) {
  if (directory.empty()) {
    storage_ = std::make_unique<NullStorage>();
  } else {
    auto opened = open_posix_storage(directory);
    require(opened.status(), "the log's directory");
    storage_ = std::move(opened.value());
  }
  EngineOptions options;
  options.limits = workload.limits(2 * segment);
  options.storage = storage_.get();
  options.durability = Durability::async;
  options.threading = threading;
  options.producers_max = 1;
  options.consumers_max = 1;
  options.answers_max = 65'536;
  if (threading == Threading::own_thread) {
    const ProcessorPair pair = processor_pair();
    options.decision_cpu = pair.decides;
    options.log_cpu = pair.feeds;
  }
  auto engine = Engine::open(options);
  require(engine.status(), "opening the engine");
  engine_ = std::move(engine.value());
  auto consumer = engine_->open_consumer();
  require(consumer.status(), "opening a consumer");
  consumer_.push_back(std::move(consumer.value()));
  auto producer = engine_->open_producer();
  require(producer.status(), "opening a producer");
  producer_.push_back(std::move(producer.value()));
  batch_.reserve(segment);
  answers_.resize(segment);
  set_up();
}

void PipelineRun::set_up() {
  workload_.set_up([this](const Command& command) { send(command); });
  if (!batch_.empty()) (void)run_prepared();
  while (standing_ < workload_.size().open_orders) {
    prepare_places();
    (void)run_prepared();
    check_places();
  }
  while (oldest_ < workload_.ended_first()) (void)next_segment();
}

// Gathers set-up commands into batches. They carry no lines, so nothing is borrowed.
void PipelineRun::send(const Command& command) {
  batch_.push_back({command, workload_.time(0)});
  if (batch_.size() < segment_) return;
  (void)run_prepared();
  for (std::size_t i = 0; i < batch_.size(); ++i) {
    if (answers_[i].reason != Reason::ok) throw std::runtime_error("a set-up command was refused");
  }
  batch_.clear();
}

void PipelineRun::prepare_places() {
  batch_.clear();
  for (std::uint32_t i = 0; i < segment_; ++i) {
    const auto order = next_order_ + i;
    batch_.push_back({workload_.place(order, lines_[i]), workload_.time(order)});
  }
}

void PipelineRun::prepare_cancels() {
  batch_.clear();
  while (standing_ > workload_.size().open_orders && batch_.size() < segment_) {
    const auto order = oldest_++;
    if (workload_.expectation(order) != Expectation::accepted) continue;
    batch_.push_back({workload_.cancel(order), workload_.time(next_order_)});
    --standing_;
  }
}

// Returns: how many answers and events were read.
std::size_t PipelineRun::poll() {
  const std::span<Answer> rest{answers_.data() + answered_, batch_.size() - answered_};
  const auto answers = rest.empty() ? 0 : producer_[0].poll_answers(rest);
  answered_ += answers;
  const auto events = consumer_[0].poll(events_read_);
  events_ += events;
  return answers + events;
}

// Returns: whether anything was admitted.
bool PipelineRun::submit_some() {
  const auto count = std::min(submit_max, batch_.size() - submitted_);
  if (count == 0) return false;
  const auto admission = producer_[0].submit(std::span(batch_).subspan(submitted_, count));
  submitted_ += admission.accepted;
  if (!admission.ok() && admission.reason != Reason::busy) {
    throw std::runtime_error("the engine takes nothing in; reason " +
                             std::to_string(static_cast<unsigned>(admission.reason)));
  }
  return admission.accepted != 0;
}

// Returns: nanoseconds for each command of the batch.
double PipelineRun::run_prepared() {
  // The decision thread may have gone to sleep while the batch was made; waking it is not what is
  // measured here.
  require(engine_->wait_idle(), "waiting for the engine");
  submitted_ = answered_ = 0;
  std::uint64_t in_steps = 0;
  const auto start = ticks();
  while (answered_ < batch_.size()) {
    bool moved = submit_some();
    if (threading_ == Threading::host_steps) {
      const auto before = ticks();
      (void)engine_->step();
      in_steps += ticks() - before;
    }
    moved = poll() != 0 || moved;
    if (!moved) rest();
  }
  while (poll() != 0) {
  }
  const auto taken = threading_ == Threading::host_steps ? in_steps : ticks() - start;
  commands_ += batch_.size();
  return static_cast<double>(taken) * ns_per_tick() / static_cast<double>(batch_.size());
}

void PipelineRun::check_places() {
  for (std::size_t i = 0; i < batch_.size(); ++i) {
    const auto expected = workload_.expectation(next_order_ + i);
    if (!as_expected(expected, answers_[i])) {
      throw std::runtime_error("order " + std::to_string(next_order_ + i) +
                               " was not decided as the workload says");
    }
    standing_ += expected == Expectation::accepted;
    accepted_ += expected == Expectation::accepted;
  }
  next_order_ += batch_.size();
}

ChunkTime PipelineRun::next_segment() {
  ChunkTime time;
  prepare_places();
  time.place_ns = run_prepared();
  check_places();
  prepare_cancels();
  if (!batch_.empty()) {
    time.cancel_ns = run_prepared();
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      if (answers_[i].reason != Reason::ok) {
        throw std::runtime_error("cancelling an open order was refused");
      }
    }
  }
  return time;
}

std::string PipelineRun::finish(bool replayed) {
  const auto state = engine_->conservation();
  const auto digest = replayed ? engine_->digest() : Digest{};
  require(engine_->stop(), "stopping the engine");
  if (!state.holds) return "conservation does not hold: " + state.fault;
  if (state.oversold_units != 0) {
    return std::to_string(state.oversold_units) + " units were promised that are not there";
  }
  if (!replayed) return {};
  auto again = replay(*storage_);
  require(again.status(), "replaying the log");
  if (again.value().digest == digest) return {};
  return "the log replays to " + again.value().digest.hex() + ", the engine had " + digest.hex();
}

}  // namespace allot::bench
