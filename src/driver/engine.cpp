#include "allot/engine.hpp"

#include <utility>

#include "driver/busy_cause.hpp"
#include "driver/shard-inl.hpp"

namespace allot {

template class Driver<Core>;
template class LogRunner<Core>;
template class Pipeline<Core>;
template class EventReplay<Core>;
template class Shard<Core>;

struct Engine::Impl {
  std::unique_ptr<Shard<Core>> shard;
};

struct Producer::State {
  std::shared_ptr<ProducerSlot> slot;
  std::shared_ptr<ConsumerList> consumers;
};

// ---- Producer ----

Producer::Producer(std::shared_ptr<State> state) noexcept : state_(std::move(state)) {}
Producer::Producer(Producer&&) noexcept = default;

Producer& Producer::operator=(Producer&& other) noexcept {
  if (this != &other) {
    if (state_) state_->slot->close();
    state_ = std::move(other.state_);
  }
  return *this;
}

Producer::~Producer() {
  if (state_) state_->slot->close();
}

Admission Producer::submit(const Command& command, TimeNs time) noexcept {
  ProducerSlot& slot = *state_->slot;
  const Reason reason = slot.put(command, time);
  if (reason != Reason::ok) return {0, reason};
  slot.publish();
  return {1, Reason::ok};
}

Admission Producer::submit(std::span<const Submission> batch) noexcept {
  ProducerSlot& slot = *state_->slot;
  Admission admission;
  for (const Submission& submission : batch) {
    admission.reason = slot.put(submission.command, submission.time);
    if (admission.reason != Reason::ok) break;
    ++admission.accepted;
  }
  if (admission.accepted != 0) slot.publish();
  return admission;
}

std::size_t Producer::poll_answers(std::span<Answer> into,
                                   std::chrono::nanoseconds timeout) noexcept {
  ProducerSlot& slot = *state_->slot;
  return timeout.count() <= 0 ? slot.poll(into) : slot.wait(into, deadline(timeout));
}

BusyCause Producer::busy_cause() const { return busy_cause_of(*state_->slot, *state_->consumers); }

Result<int> Producer::wait_descriptor() { return state_->slot->wait_descriptor(); }

// ---- Engine ----

Engine::Engine(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions& options) {
  Result<std::unique_ptr<Shard<Core>>> shard = Shard<Core>::open(options);
  if (!shard.ok()) return shard.status();
  auto impl = std::make_unique<Impl>();
  impl->shard = std::move(shard.value());
  return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

Result<Producer> Engine::open_producer() {
  Result<std::shared_ptr<ProducerSlot>> slot = impl_->shard->open_producer();
  if (!slot.ok()) return slot.status();
  auto state = std::make_shared<Producer::State>();
  state->slot = std::move(slot.value());
  state->consumers = impl_->shard->consumers().list();
  return Producer(std::move(state));
}

Result<Consumer> Engine::open_consumer(ConsumeFrom from) {
  return open_consumer(ConsumerOptions{.from = from});
}

Result<Consumer> Engine::open_consumer(const ConsumerOptions& options) {
  Result<std::shared_ptr<ConsumerSlot>> slot = impl_->shard->consumers().open(options);
  if (!slot.ok()) return slot.status();
  return Consumer(std::move(slot.value()));
}

std::vector<ConsumerFigures> Engine::consumers() const {
  if (!process_status().ok()) return {};
  return impl_->shard->consumers().list()->figures();
}
Result<std::vector<KeptConsumer>> Engine::kept_consumers() const {
  if (Status status = process_status(); !status.ok()) return status;
  return impl_->shard->consumers().kept()->kept_consumers();
}
Status Engine::forget_consumer(const std::string& name) {
  if (Status status = process_status(); !status.ok()) return status;
  return impl_->shard->consumers().kept()->forget_consumer(name);
}

std::size_t Engine::step() noexcept { return impl_->shard->step(); }
Status Engine::wait_idle() { return impl_->shard->wait_idle(); }
Status Engine::stop() { return impl_->shard->stop(); }
Status Engine::process_status() const { return impl_->shard->state().process_status(); }

void Engine::inspect(const std::function<void(const Core&)>& look) {
  impl_->shard->run_on_decision_thread([&] { look(impl_->shard->core()); });
}

Digest Engine::digest() {
  Digest digest;
  inspect([&](const Core& core) { digest = core.digest(); });
  return digest;
}

Conservation Engine::conservation() {
  Conservation conservation;
  if (const Status status = process_status(); !status.ok()) {
    conservation.holds = false;
    conservation.fault = status.message();
  }
  inspect([&](const Core& core) { conservation = core.conservation(); });
  return conservation;
}

namespace {

// Returns: null when views are off.
const Views* views_of(const Shard<Core>& shard) noexcept {
  return shard.state().gate->here() ? shard.state().views.get() : nullptr;
}

}  // namespace

std::optional<OrderView> Engine::order(const OrderKey& order_key) const noexcept {
  const Views* views = views_of(*impl_->shard);
  return views != nullptr ? views->order(order_key) : std::nullopt;
}

std::optional<AvailabilityView> Engine::availability(SkuId sku, NodeId node) const noexcept {
  const Views* views = views_of(*impl_->shard);
  return views != nullptr ? views->availability(sku, node) : std::nullopt;
}

EngineStatistics Engine::statistics() const noexcept { return impl_->shard->statistics(); }
const Limits& Engine::limits() const noexcept { return impl_->shard->limits(); }
StreamStart Engine::stream() const noexcept {
  if (!impl_->shard->state().gate->here()) return {};
  return impl_->shard->state().stream.get();
}
LogPoint Engine::log_point() const noexcept { return impl_->shard->log_point(); }
Sequence Engine::acknowledged() const noexcept {
  if (!impl_->shard->state().gate->here()) return 0;
  return std::as_const(*impl_->shard->state().events).acknowledged();
}
std::optional<Poison> Engine::poison() const {
  const EngineState& state = impl_->shard->state();
  if (!state.gate->here()) return Poison{.text = state.gate->other_process().message()};
  return state.poison.get();
}
Status Engine::skip(Sequence sequence, std::uint64_t hash) {
  return impl_->shard->skip(sequence, hash);
}

}  // namespace allot
