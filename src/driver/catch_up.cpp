#include "driver/catch_up.hpp"

#include <new>
#include <string>
#include <system_error>
#include <utility>

namespace allot {

CatchUp::~CatchUp() {
  if (gate_->here()) {
    stop();
    return;
  }
  // In a child of fork there is no thread, and what it waited on may not be waited for.
  ::new (&thread_) std::thread;
  queue_.forget();
}

Status CatchUp::start(const std::function<void(CatchUp&)>& work) {
  const std::lock_guard lock(thread_mutex_);
  try {
    thread_ = std::thread([this, work] { work(*this); });
  } catch (const std::system_error& error) {
    return {StatusCode::io_error,
            "cannot start the thread that catches up: " + std::string(error.what())};
  }
  return {};
}

void CatchUp::stop() {
  queue_.end();
  const std::lock_guard lock(thread_mutex_);
  if (thread_.joinable()) thread_.join();
}

void CatchUp::fail(Status why) {
  {
    const std::lock_guard lock(mutex_);
    fault_ = std::move(why);
  }
  queue_.end();
}

Status CatchUp::fault() const {
  const std::lock_guard lock(mutex_);
  return fault_;
}

void CatchUps::begin(Work work) {
  const std::lock_guard lock(mutex_);
  work_ = std::move(work);
}

Status CatchUps::refusal() const {
  if (ended_) {
    return {StatusCode::invalid_argument,
            "the engine was stopped; open the log again to read older events"};
  }
  if (!work_) {
    return {StatusCode::unsupported,
            "nothing is logged, so older events cannot be had again; open the engine with a "
            "directory or a storage"};
  }
  return {};
}

Status CatchUps::check() const {
  const std::lock_guard lock(mutex_);
  return refusal();
}

Result<std::shared_ptr<CatchUp>> CatchUps::start(std::size_t place, EventPoint from) {
  const std::lock_guard lock(mutex_);
  if (Status status = refusal(); !status.ok()) return status;
  std::erase_if(started_, [](const auto& known) { return known.expired(); });
  auto made = std::make_shared<CatchUp>(gate_, place, from);
  started_.push_back(made);
  if (Status status = made->start(work_); !status.ok()) return status;
  return made;
}

void CatchUps::end() {
  std::vector<std::weak_ptr<CatchUp>> all;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    all = started_;
  }
  for (const auto& known : all) {
    if (const std::shared_ptr<CatchUp> catch_up = known.lock()) catch_up->stop();
  }
}

}  // namespace allot
