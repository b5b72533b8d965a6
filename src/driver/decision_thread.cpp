#include "driver/decision_thread.hpp"

#include <chrono>
#include <new>
#include <string>
#include <system_error>

#include "driver/processors.hpp"

namespace allot {

DecisionThread::~DecisionThread() {
  if (gate_->here()) return;
  // In a child of fork there is no thread, and destroying what it waited on would wait for it.
  ::new (&thread_) std::thread;
  static_cast<void>(requests_done_.release());
}

Status DecisionThread::start(std::int32_t cpu) {
  own_ = true;
  try {
    thread_ = std::thread([this, cpu] {
      stay_on_cpu(cpu);
      take_turns();
    });
  } catch (const std::system_error& error) {
    own_ = false;
    return {StatusCode::io_error, "cannot start the decision thread: " + std::string(error.what())};
  }
  return {};
}

void DecisionThread::take_turns() {
  unsigned idle = 0;
  while (!quit_.load(std::memory_order_acquire)) {
    const bool progressed = turns_.turn();
    serve();
    if (progressed) {
      idle = 0;
      continue;
    }
    // Two cores are enough for this engine: a thread with nothing to do gets out of the way.
    if (++idle < 64) {
      std::this_thread::yield();
    } else {
      turns_.rest();
      gate_->sleep(std::chrono::microseconds(idle < 256 ? 100 : 1'000));
    }
  }
  finish();
}

Status DecisionThread::stop() {
  const std::lock_guard stopping(stop_mutex_);
  if (gate_->finished()) return ended_;
  gate_->set_refusal(Reason::stopped);
  if (thread_.joinable()) {
    quit_.store(true, std::memory_order_release);
    gate_->ring();
    thread_.join();
  } else {
    finish();
  }
  return ended_;
}

void DecisionThread::finish() {
  ended_ = turns_.finish();
  {
    // Whoever asks from now on is served by itself.
    const std::lock_guard lock(requests_mutex_);
    gate_->finish();
  }
  serve();
}

void DecisionThread::run(const std::function<void()>& task) {
  if (!gate_->here()) return;
  {
    std::unique_lock lock(requests_mutex_);
    if (own_ && !gate_->finished()) {
      Request request{&task};
      requests_.push_back(&request);
      has_requests_.store(true, std::memory_order_release);
      gate_->ring();
      requests_done_->wait(lock, [&] { return request.done; });
      if (request.thrown) std::rethrow_exception(request.thrown);
      return;
    }
  }
  const std::lock_guard inline_tasks(inline_mutex_);
  task();
}

void DecisionThread::serve() {
  if (!has_requests_.load(std::memory_order_acquire)) return;
  turns_.rest();  // a question may take long, and the log does not wait for it
  const std::lock_guard lock(requests_mutex_);
  for (Request* request : requests_) {
    try {
      (*request->task)();
    } catch (...) {
      request->thrown = std::current_exception();
    }
    request->done = true;
  }
  requests_.clear();
  has_requests_.store(false, std::memory_order_release);
  requests_done_->notify_all();
}

}  // namespace allot
