// allot explain: decides a log again with tracing, as far as one order goes, and tells its story.
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "inspection/log_walk.hpp"
#include "inspection/safety_stock.hpp"
#include "json/core_names.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/explanation.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/kept_run.hpp"
#include "program/log_progress.hpp"
#include "program/moment_sequences.hpp"
#include "program/open_log.hpp"
#include "program/order_choice.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

// Follows one order until nothing more can become of it.
class OrderWalk final : public inspection::StepVisitor {
 public:
  OrderWalk(const OrderKey& key, Sequence last_command)
      : key_(key), last_command_(last_command), history_(key), trace_(key) {}

  void step(const inspection::Step& step) override {
    safety_.see(step);
    history_.observe(step, trace_, safety_);
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
  inspection::SafetyStock safety_;
  bool settled_{};
};

// Returns: "; order 20035 is there", where the log has an order by the number with or without the
//          sign that shops print before it; else nothing.
std::string other_number(const ExplainOptions& options, Storage& storage,
                         std::optional<Sequence> up_to, LogProgress& progress) {
  OrderName other = options.order;
  other.text = other.text.starts_with('#') ? other.text.substr(1) : '#' + other.text;
  if (other.text.empty()) return {};
  const Result<OrderChoice> choice = choose_order(storage, other, up_to, progress);
  progress.wipe();
  if (!choice.ok() || choice.value().last_command == 0) return {};
  return "; order " + other.text + " is there";
}

int say_unnamed(const ExplainOptions& options, Sequence last, const std::string& other = {}) {
  const std::string rows = left_out_of(options.directory, options.order.text);
  const std::string window =
      other.empty() && rows.empty() ? window_of(options.directory) : std::string();
  return fail(
      "explain", options.json,
      {StatusCode::not_found,
       "no command up to sequence " + std::to_string(last) + " names order " + options.order.text +
           other + (rows.empty() ? "" : "; " + rows) + (window.empty() ? "" : "; " + window)},
      found_problem);
}

// Tells the story of an order that some command names, which is the last to do so.
int tell(const ExplainOptions& options, const OrderKey& key, Storage& storage,
         std::optional<Sequence> up_to, Sequence last_command, LogProgress& progress) {
  OrderWalk told(key, last_command);
  inspection::WalkOptions how;
  how.to.sequence = up_to;
  how.trace = &told.trace();
  how.on_progress = [&progress](const inspection::WalkProgress& now) {
    return progress.walks(now);
  };
  inspection::LogWalk walk(storage, how, told);
  const Result<inspection::WalkEnd> end = walk.run();
  progress.wipe();
  if (!end.ok()) return fail("explain", options.json, end.status(), found_problem);
  const bool stopped = end.value() == inspection::WalkEnd::stopped;
  if (stopped && (walk.core() == nullptr || walk.core()->last_sequence() < last_command)) {
    return fail_interrupted("explain", options.json,
                            progress.how_far() + ", before the order's last command (sequence " +
                                std::to_string(last_command) + "); nothing is told of it");
  }
  if (told.history().steps().empty()) {
    return say_unnamed(options, walk.core() != nullptr ? walk.core()->last_sequence() : 0);
  }
  const Core& core = *walk.core();
  const json::CoreNames names(core);
  Explanation explanation{key,
                          told.history(),
                          names,
                          core.find_order(key),
                          core.find_stub(key),
                          core.find_news(key),
                          core.last_sequence(),
                          options.form,
                          shown_of(options.directory, options.currency),
                          {}};
  explanation.left_out = left_out_of(options.directory, number_of(explanation));
  if (options.json) {
    std::cout << json::line_text(to_json(explanation)) << '\n';
  } else {
    print_text(explanation, table_columns(), takes_colour(STDOUT_FILENO), std::cout);
  }
  if (!stopped) return all_well;
  std::cerr << "allot explain: " << progress.how_far()
            << "; what became of the order behind that is not told\n";
  return was_interrupted;
}

}  // namespace

int explain(const ExplainOptions& options) {
  const auto stop = [&options](const Status& why, int result) {
    return fail("explain", options.json, why, result);
  };
  if (options.order.text == "0" && !options.order.is_number) {
    return stop({StatusCode::invalid_argument, "0: no order has the key 0"}, bad_input);
  }
  Result<std::unique_ptr<Storage>> storage = open_log(options.directory);
  if (!storage.ok()) return stop(storage.status(), bad_input);
  const Result<std::optional<Sequence>> to = last_sequence_of(*storage.value(), options.to);
  if (!to.ok()) return fail_moment("explain", options.json, to.status());
  const std::optional<Sequence> up_to = to.value();
  LogProgress progress;
  const Result<OrderChoice> choice = choose_order(*storage.value(), options.order, up_to, progress);
  progress.wipe();
  if (!choice.ok() && Interruption::came()) {
    return fail_interrupted("explain", options.json,
                            progress.how_far() + " for the order; nothing is told of it");
  }
  if (!choice.ok()) {
    const bool input = choice.status().code() == StatusCode::invalid_argument;
    return stop(choice.status(), input ? bad_input : found_problem);
  }
  const auto& [key, last_command, log_end] = choice.value();
  if (log_end == 0) {
    return stop({StatusCode::not_found, "there is no log in " + storage.value()->place()},
                found_problem);
  }
  if (last_command == 0) {
    return say_unnamed(options, log_end, other_number(options, *storage.value(), up_to, progress));
  }
  const int told = tell(options, key, *storage.value(), up_to, last_command, progress);
  if (told != all_well || !up_to || log_end >= *up_to) return told;
  std::cerr << "allot explain: the log ends at sequence " << log_end << ", before " << *up_to
            << "\n";
  return found_problem;
}

}  // namespace allot::program
