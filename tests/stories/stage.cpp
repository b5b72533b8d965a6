#include "stage.hpp"

#include <utility>

#include "allot/intake/body_hash.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "message_text.hpp"

namespace allot::stories {
namespace {

constexpr std::uint64_t smallest_segment = 64ULL << 10U;
constexpr unsigned idle_steps_max = 10'000;

std::string list_of(std::string_view who, const std::vector<Event>& events) {
  std::string text = "\n  " + std::string(who) + " tells:";
  if (events.empty()) text += " nothing";
  for (const Event& event : events) text += "\n    " + oracle::to_text(event);
  return text;
}

void check_books(std::string_view who, const Conservation& books) {
  if (!books.holds)
    throw Disagreement(std::string(who) + ": the books do not add up: " + books.fault);
  if (books.oversold_units != 0) {
    throw Disagreement(std::string(who) + ": " + std::to_string(books.oversold_units) +
                       " units are sold that are not there");
  }
}

// Returns: the order that the command is about, which it names first.
OrderKey order_of(const Command& command) {
  OrderKey order;
  std::visit(
      [&order](const auto& c) {
        std::decay_t<decltype(c)>::fields(c, [&order]<class T>(const Field&, const T& value) {
          if constexpr (std::is_same_v<T, OrderKey>) {
            if (!order.present()) order = value;
          }
        });
      },
      command);
  return order;
}

// Returns: the message of a line that was not read, without the place in front of it.
Status without_place(const Status& status) {
  constexpr std::string_view place = "story:1: ";
  const std::string_view text = status.message();
  if (!text.starts_with(place)) return status;
  return {status.code(), std::string(text.substr(place.size()))};
}

}  // namespace

Stage::Stage() : directory_("story") {
  EngineOptions options;
  options.directory = directory_.path();
  options.durability = Durability::none;
  options.segment_bytes = smallest_segment;
  if (const Status status = session_.open(options); !status.ok()) {
    throw Disagreement(std::string(status.message()));
  }
}

Status Stage::line(const std::string& text) {
  const json::NoNames nobody;
  json::CommandDecoder first(nobody);
  json::CommandDecoder& decoder = decoder_ ? *decoder_ : first;
  Result<json::DecodedCommand> decoded = decoder.decode(text, {"story", 1});
  if (!decoded.ok()) return without_place(decoded.status());
  lines_.push_back(text);
  time_ = decoded.value().time.value_or(time_);
  Command& command = decoded.value().command;
  order_key_ = order_of(command);
  if (const auto* start = std::get_if<Start>(&command)) {
    if (Status status = session_.start(start->limits, time_); !status.ok()) return status;
    names_.emplace(session_.core());
    decoder_.emplace(*names_);
    oracle_.emplace(start->limits, Semantics{}.version());
    compare(command, time_);
    return {};
  }
  // Far from the keys that stories name.
  constexpr std::uint64_t own_keys = std::uint64_t{1} << 60U;
  if (!decoded.value().has_command_key) {
    json::set_command_key(command, {own_keys + lines_.size(), 0});
  }
  for (const Code& code : decoded.value().unknown_skus) {
    constexpr std::uint64_t keys_of_names = std::uint64_t{1} << 61U;
    if (Status status = decide(NameSku{{keys_of_names + lines_.size(), code.size}, code}, time_);
        !status.ok())
      return status;
  }
  if (!decoded.value().unknown_skus.empty()) {
    const CommandKey key = command_key_of(command);
    decoded = decoder.decode(text, {"story", 1});
    if (!decoded.ok()) return without_place(decoded.status());
    json::set_command_key(decoded.value().command, key);
  }
  return decide(decoded.value().command, time_);
}

Status Stage::decide(const Command& command, TimeNs time) {
  if (Status status = session_.step(command, time); !status.ok()) return status;
  compare(command, time);
  return {};
}

// Effects: gives the oracle the same step, and holds both to one another.
void Stage::compare(const Command& command, TimeNs stamp) {
  const oracle::State& before = oracle_->state();
  Sequenced in;
  in.command = command;
  in.sequence = session_.answer().sequence;
  in.body_hash = body_hash(command);
  const auto* tick = std::get_if<Tick>(&command);
  in.step_too_large = before.now != 0 && stamp - before.now > before.limits.max_step_ns;
  const bool crosses = !in.step_too_large || (tick != nullptr && tick->force);
  in.time = crosses ? std::max(stamp, before.now) : before.now;

  std::vector<Event> expected;
  const Answer answer = oracle_->apply(in, expected);
  const std::vector<Event> told(session_.events().begin(), session_.events().end());
  std::vector<Event> plain = told;
  for (Event& event : plain) event.epoch = 0;
  const bool agree = plain == expected && answer.reason == session_.answer().reason &&
                     oracle_->encode_state() == session_.core().encode_state();
  if (!agree) {
    throw Disagreement("the engine and the oracle disagree about " + oracle::to_text(in) +
                       list_of("the engine", plain) + list_of("the oracle", expected));
  }
  check_books("engine", session_.core().conservation());
  check_books("oracle", oracle_->conservation());
  events_.insert(events_.end(), plain.begin(), plain.end());
}

void Stage::idle() {
  for (unsigned steps = 0; session_.core().work_due(session_.core().now()); ++steps) {
    if (steps == idle_steps_max) throw Disagreement("work that is due does not come to an end");
    const Status status = decide(Advance{}, session_.core().now());
    if (!status.ok()) throw Disagreement(std::string(status.message()));
  }
}

std::vector<Event> Stage::take_events() { return std::exchange(events_, {}); }

void Stage::finish() {
  if (!started()) return;
  const std::string digest = session_.core().digest().hex();
  if (const Status status = session_.close(); !status.ok()) {
    throw Disagreement(std::string(status.message()));
  }
  Result<std::unique_ptr<Storage>> storage = open_posix_storage(directory_.path());
  if (!storage.ok()) throw Disagreement(std::string(storage.status().message()));
  const Result<ReplayReport> replayed = replay(*storage.value());
  if (!replayed.ok()) throw Disagreement(std::string(replayed.status().message()));
  const ReplayReport& report = replayed.value();
  if (report.digest.hex() != digest || report.poison) {
    throw Disagreement("the log of this story does not replay to the same state");
  }
}

}  // namespace allot::stories
