// allot explain: replays a log with tracing and tells one order's story.
#include <iostream>
#include <nlohmann/json.hpp>

#include "allot/replay/replay.hpp"
#include "json/core_names.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/explanation.hpp"
#include "program/failure.hpp"
#include "program/open_log.hpp"
#include "program/verbs.hpp"
#include "types/key_text.hpp"

namespace allot::program {
namespace {

std::optional<OrderKey> parse_order_key(const std::string& text) {
  const std::optional<KeyHalves> key = parse_key(text);
  if (!key) return std::nullopt;
  return OrderKey{key->low, key->high};
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

  OrderHistory history(*key);
  OrderTrace trace(*key);
  allot::ReplayOptions how;
  how.up_to = options.up_to;
  how.trace = &trace;
  how.on_step = [&](const Sequenced& in, std::span<const Event> events) {
    history.observe(in, events, trace);
  };
  Result<allot::ReplayReport> replayed = allot::replay(*storage.value(), how);
  if (!replayed.ok()) return stop(replayed.status(), found_problem);
  if (history.steps().empty()) {
    return stop({StatusCode::not_found, "no command up to sequence " +
                                            std::to_string(replayed.value().last_sequence) +
                                            " names order " + options.order_key},
                found_problem);
  }
  const Core& core = *replayed.value().core;
  const json::CoreNames names(core);
  const Explanation explanation{
      *key, history, names, core.find_order(*key), core.last_sequence(), options.keys};
  if (options.json) {
    std::cout << json::line_text(to_json(explanation)) << '\n';
  } else {
    print_text(explanation, std::cout);
  }
  if (!options.up_to || core.last_sequence() >= *options.up_to) return all_well;
  std::cerr << "allot explain: the log ends at sequence " << core.last_sequence() << ", before "
            << *options.up_to << "\n";
  return found_problem;
}

}  // namespace allot::program
