// allot orders, stock, waiting, exceptions, services, feed, history: how things stand in a log, or
// stood at a moment of it.
#include <unistd.h>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "inspection/sku_history.hpp"
#include "inspection/state_sheets.hpp"
#include "json/encode.hpp"
#include "json/near_name.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/kept_run.hpp"
#include "program/log_progress.hpp"
#include "program/open_log.hpp"
#include "program/order_choice.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

using inspection::LogWalk;
using inspection::Sheet;
using inspection::WalkEnd;

// One of these commands while it runs.
class Look {
 public:
  Look(std::string verb, const StateOptions& options) : verb_(std::move(verb)), options_(options) {}

  [[nodiscard]] int fail(const Status& why, int status) const {
    return program::fail(verb_, options_.json || options_.format == "json", why, status);
  }

  // Effects: finds the order that is asked for, if one is, and puts its key into `key`.
  [[nodiscard]] int find_order(OrderKey& key) {
    const OrderName& order = options_.order;
    if (order.text.empty()) return all_well;
    if (const int status = open(); status != all_well) return status;
    const Result<OrderChoice> choice =
        choose_order(*storage_, order, options_.at.sequence, progress_);
    progress_.wipe();
    if (!choice.ok() && Interruption::came()) return interrupted();
    if (!choice.ok()) {
      const bool input = choice.status().code() == StatusCode::invalid_argument;
      return fail(choice.status(), input ? bad_input : found_problem);
    }
    key = choice.value().key;
    if (choice.value().last_command != 0) return all_well;
    return fail({StatusCode::not_found, "no command up to sequence " +
                                            std::to_string(choice.value().log_end) +
                                            " names order " + order.text},
                found_problem);
  }

  // Effects: walks to the moment that is asked for. Returns: all_well, or the exit status, said
  // why.
  // `tells_parts`: what was shown by then says something when Ctrl-C ends the walk.
  [[nodiscard]] int walk(inspection::StepVisitor& visitor, bool tells_parts = false,
                         SourcingTrace* trace = nullptr) {
    if (storage_ == nullptr) {
      if (const int status = open(); status != all_well) return status;
    }
    inspection::WalkOptions how;
    how.to = options_.at;
    how.trace = trace;
    how.on_progress = [this](const inspection::WalkProgress& now) { return progress_.walks(now); };
    walk_ = std::make_unique<LogWalk>(*storage_, how, visitor);
    const Result<WalkEnd> end = walk_->run();
    progress_.wipe();
    if (!end.ok()) return fail(end.status(), found_problem);
    stopped_ = end.value() == WalkEnd::stopped;
    if (stopped_ && (!tells_parts || walk_->core() == nullptr)) return interrupted();
    if (walk_->core() == nullptr) return fail(nothing_there(), found_problem);
    if (end.value() == WalkEnd::poison) problem_ = walk_->poison()->text;
    const Sequence last = core().last_sequence();
    if (!stopped_ && options_.at.sequence && last < *options_.at.sequence) {
      problem_ = "the log ends at sequence " + std::to_string(last) + ", before " +
                 std::to_string(*options_.at.sequence);
    }
    return all_well;
  }
  [[nodiscard]] const Core& core() const { return *walk_->core(); }

  // Returns: the id of a code; 0 for an empty one. Nothing when the catalogue has none such, said.
  [[nodiscard]] std::optional<std::uint32_t> find(IdKind kind, const std::string& code) const {
    if (code.empty()) return 0;
    if (const auto id = core().find(kind, code)) return id;
    return std::nullopt;
  }
  [[nodiscard]] int unknown(IdKind kind, const std::string& code) const {
    std::vector<std::string> codes;
    for (std::uint32_t id = 1; id <= core().count(kind); ++id) {
      codes.emplace_back(core().code(kind, id));
    }
    return fail(
        {StatusCode::not_found, code + ": the log knows no such " + std::string(name(kind)) +
                                    json::suggestion(code, codes)},
        found_problem);
  }

  [[nodiscard]] int print(const Sheet& sheet) const {
    if (options_.json || options_.format == "json") {
      std::cout << json::line_text(inspection::sheet_json(sheet, options_.form)) << '\n';
    } else if (options_.format == "csv") {
      std::cout << inspection::sheet_csv(sheet);
    } else {
      std::cout << inspection::sheet_table(sheet, shown_of(options_.directory, options_.currency),
                                           table_columns(), takes_colour(STDOUT_FILENO));
    }
    if (stopped_) {
      std::cerr << "allot " << verb_ << ": " << progress_.how_far()
                << "; what came behind that is not shown\n";
      return was_interrupted;
    }
    if (problem_.empty()) return all_well;
    std::cerr << "allot " << verb_ << ": " << problem_ << '\n';
    return found_problem;
  }

 private:
  [[nodiscard]] int open() {
    Result<std::unique_ptr<Storage>> storage = open_log(options_.directory);
    if (!storage.ok()) return fail(storage.status(), bad_input);
    storage_ = std::move(storage.value());
    return all_well;
  }
  // How things stood on the way is no answer to how they stand at its end.
  [[nodiscard]] int interrupted() const {
    return fail_interrupted(
        verb_, options_.json || options_.format == "json",
        progress_.how_far() + ", before what was asked for was reached; nothing is shown");
  }
  [[nodiscard]] Status nothing_there() const {
    if (options_.at.time) {
      return {StatusCode::not_found, options_.directory + ": the log begins later than --at"};
    }
    return {StatusCode::not_found, options_.directory + ": the log holds no record yet"};
  }

  std::string verb_;
  const StateOptions& options_;
  std::unique_ptr<Storage> storage_;
  std::unique_ptr<LogWalk> walk_;
  LogProgress progress_;
  bool stopped_{};
  std::string problem_;
};

using MakeSheet = Sheet (*)(const Core&, const inspection::Known&, const inspection::StateOptions&);

int show_state(const char* verb, const StateOptions& options, MakeSheet make) {
  Look look(verb, options);
  OrderKey order;
  if (const int status = look.find_order(order); status != all_well) return status;
  inspection::Known known;
  if (const int status = look.walk(known); status != all_well) return status;
  const auto sku = look.find(IdKind::sku, options.sku);
  if (!sku) return look.unknown(IdKind::sku, options.sku);
  const auto channel = look.find(IdKind::channel, options.channel);
  if (!channel) return look.unknown(IdKind::channel, options.channel);
  return look.print(make(look.core(), known,
                         {options.state, SkuId{*sku}, ChannelId{*channel}, order, options.form}));
}

}  // namespace

int orders(const StateOptions& options) {
  return show_state("orders", options, inspection::orders_sheet);
}

int stock(const StateOptions& options) {
  return show_state("stock", options, inspection::stock_sheet);
}

int waiting(const StateOptions& options) {
  return show_state("waiting", options, inspection::waiting_sheet);
}

int exceptions(const StateOptions& options) {
  return show_state("exceptions", options, inspection::exceptions_sheet);
}

int services(const StateOptions& options) {
  return show_state("services", options, inspection::services_sheet);
}

int feed(const StateOptions& options) {
  return show_state("feed", options, inspection::feed_sheet);
}

int history(const StateOptions& options) {
  Look look("history", options);
  OrderKey order;
  if (const int status = look.find_order(order); status != all_well) return status;
  inspection::SkuHistory history(options.sku, options.node, options.form);
  history.only(order);
  if (const int status = look.walk(history, true, &history.trace()); status != all_well)
    return status;
  if (!history.sku_found()) return look.unknown(IdKind::sku, options.sku);
  if (!history.node_found()) return look.unknown(IdKind::node, options.node);
  return look.print(history.sheet(look.core()));
}

}  // namespace allot::program
