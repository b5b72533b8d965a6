// allot explain: decides a log again with tracing, as far as one order goes, and tells its story.
#include <iostream>
#include <nlohmann/json.hpp>

#include "inspection/log_walk.hpp"
#include "journal/journal_reader.hpp"
#include "json/core_names.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/explanation.hpp"
#include "program/failure.hpp"
#include "program/open_log.hpp"
#include "program/progress_line.hpp"
#include "program/verbs.hpp"
#include "types/key_text.hpp"

namespace allot::program {
namespace {

std::optional<OrderKey> parse_order_key(const std::string& text) {
  const std::optional<KeyHalves> key = parse_key(text);
  if (!key) return std::nullopt;
  return OrderKey{key->low, key->high};
}

// Returns: the last sequence up to `up_to` whose command names the order; 0 when none does. Reads
// the log and decides nothing.
Result<Sequence> last_command_of(Storage& storage, const OrderKey& key,
                                 std::optional<Sequence> up_to, Sequence& log_end) {
  auto reader = JournalReader::open(storage);
  if (!reader.ok()) return reader.status();
  Sequence last = 0;
  LogRecord record;
  for (;;) {
    const Result<bool> more = reader.value()->next(record);
    if (!more.ok()) return more.status();
    if (!more.value() || (up_to && record.command.sequence > *up_to)) break;
    log_end = record.command.sequence;
    if (order_key_of(record.command.command) == key) last = record.command.sequence;
  }
  return last;
}

// Follows one order until nothing more can become of it.
class OrderWalk final : public inspection::StepVisitor {
 public:
  OrderWalk(const OrderKey& key, Sequence last_command)
      : key_(key), last_command_(last_command), history_(key), trace_(key) {}

  void step(const inspection::Step& step) override {
    history_.observe(step.in, step.events, trace_);
    if (step.in.sequence < last_command_) return;
    // An open order may still expire, or get what it waits for, in other orders' steps; and news
    // may wait in vain.
    const std::optional<OrderInspection> order = step.core.find_order(key_);
    settled_ = order ? order->status != OrderStatus::open : step.core.find_news(key_).empty();
  }
  [[nodiscard]] bool enough() const override { return settled_; }

  [[nodiscard]] const OrderHistory& history() const noexcept { return history_; }
  [[nodiscard]] OrderTrace& trace() noexcept { return trace_; }

 private:
  OrderKey key_;
  Sequence last_command_;
  OrderHistory history_;
  OrderTrace trace_;
  bool settled_{};
};

int say_unnamed(const ExplainOptions& options, Sequence last) {
  return fail("explain", options.json,
              {StatusCode::not_found, "no command up to sequence " + std::to_string(last) +
                                          " names order " + options.order_key},
              found_problem);
}

// Tells the story of an order that some command names, which is the last to do so.
int tell(const ExplainOptions& options, const OrderKey& key, Storage& storage,
         Sequence last_command) {
  OrderWalk told(key, last_command);
  ProgressLine progress("deciding again");
  inspection::WalkOptions how;
  how.to.sequence = options.up_to;
  how.trace = &told.trace();
  how.on_progress = [&progress](std::optional<double> done) {
    progress.show(done);
    return true;
  };
  inspection::LogWalk walk(storage, how, told);
  const Result<inspection::WalkEnd> end = walk.run();
  progress.wipe();
  if (!end.ok()) return fail("explain", options.json, end.status(), found_problem);
  if (told.history().steps().empty()) {
    return say_unnamed(options, walk.core() != nullptr ? walk.core()->last_sequence() : 0);
  }
  const Core& core = *walk.core();
  const json::CoreNames names(core);
  const Explanation explanation{key,
                                told.history(),
                                names,
                                core.find_order(key),
                                core.find_stub(key),
                                core.find_news(key),
                                core.last_sequence(),
                                options.form};
  if (options.json) {
    std::cout << json::line_text(to_json(explanation)) << '\n';
  } else {
    print_text(explanation, std::cout);
  }
  return all_well;
}

}  // namespace

int explain(const ExplainOptions& options) {
  const auto stop = [&options](const Status& why, int result) {
    return fail("explain", options.json, why, result);
  };
  const std::optional<OrderKey> key = parse_order_key(options.order_key);
  if (!key || !key->present()) {
    const std::string why =
        key ? ": no order has the key 0" : ": no order key; give " + std::string(key_text_form);
    return stop({StatusCode::invalid_argument, options.order_key + why}, bad_input);
  }
  Result<std::unique_ptr<Storage>> storage = open_log(options.directory);
  if (!storage.ok()) return stop(storage.status(), bad_input);
  Sequence log_end = 0;
  const Result<Sequence> last = last_command_of(*storage.value(), *key, options.up_to, log_end);
  if (!last.ok()) return stop(last.status(), found_problem);
  if (log_end == 0) {
    return stop({StatusCode::not_found, "there is no log in " + storage.value()->place()},
                found_problem);
  }
  if (last.value() == 0) return say_unnamed(options, log_end);
  const int told = tell(options, *key, *storage.value(), last.value());
  if (told != all_well || !options.up_to || log_end >= *options.up_to) return told;
  std::cerr << "allot explain: the log ends at sequence " << log_end << ", before "
            << *options.up_to << "\n";
  return found_problem;
}

}  // namespace allot::program
