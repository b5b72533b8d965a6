#include "allot/engine.hpp"

#include <thread>
#include <utility>

#include "driver/shard-inl.hpp"

namespace allot {

template class Driver<Core>;
template class LogRunner<Core>;
template class Pipeline<Core>;
template class Shard<Core>;

struct Engine::Impl {
  std::unique_ptr<Shard<Core>> shard;
};

struct Producer::State {
  std::shared_ptr<ProducerSlot> slot;
};

struct Consumer::State {
  std::shared_ptr<EventRing> events;
  std::shared_ptr<Gate> gate;
  std::size_t place;
  StreamStart stream;
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

std::size_t Producer::poll_answers(std::span<Answer> into) noexcept {
  return state_->slot->poll(into);
}

// ---- Consumer ----

Consumer::Consumer(std::shared_ptr<State> state) noexcept : state_(std::move(state)) {}
Consumer::Consumer(Consumer&&) noexcept = default;

Consumer& Consumer::operator=(Consumer&& other) noexcept {
  if (this != &other) {
    if (state_) state_->events->close(state_->place);
    state_ = std::move(other.state_);
  }
  return *this;
}

Consumer::~Consumer() {
  if (state_) state_->events->close(state_->place);
}

std::size_t Consumer::poll(std::span<Event> into, std::chrono::nanoseconds timeout) noexcept {
  if (!state_->gate->here()) return 0;
  EventRing& events = *state_->events;
  std::size_t count = events.poll(state_->place, into);
  if (count != 0 || timeout.count() <= 0 || into.empty()) return count;
  const auto begun = std::chrono::steady_clock::now();
  // Whoever waits for ever asks for the longest time there is, which must not run over.
  const auto longest = std::chrono::steady_clock::time_point::max() - begun;
  const auto until = begun + std::min<std::chrono::nanoseconds>(timeout, longest);
  for (unsigned tries = 0; count == 0; ++tries) {
    if (events.detached(state_->place) || state_->gate->finished()) {
      return events.poll(state_->place, into);
    }
    const auto now = std::chrono::steady_clock::now();
    if (now >= until) break;
    if (tries < 16) {
      std::this_thread::yield();
    } else {
      const auto nap = std::chrono::microseconds(tries < 64 ? 20 : 200);
      std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(nap, until - now));
    }
    count = events.poll(state_->place, into);
  }
  return count;
}

bool Consumer::acknowledge(Sequence sequence) noexcept {
  return state_->gate->here() && state_->events->acknowledge(state_->place, sequence);
}

Sequence Consumer::acknowledged() const noexcept {
  return std::as_const(*state_->events).acknowledged(state_->place);
}

bool Consumer::detached() const noexcept {
  return !state_->gate->here() || state_->events->detached(state_->place);
}

StreamStart Consumer::stream() const noexcept { return state_->stream; }

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
  return Producer(std::move(state));
}

Result<Consumer> Engine::open_consumer(ConsumeFrom from) {
  Result<std::size_t> place = impl_->shard->open_consumer(from == ConsumeFrom::oldest);
  if (!place.ok()) return place.status();
  auto state = std::make_shared<Consumer::State>();
  state->events = impl_->shard->state().events;
  state->gate = impl_->shard->state().gate;
  state->place = place.value();
  state->stream = impl_->shard->state().stream.get();
  return Consumer(std::move(state));
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
