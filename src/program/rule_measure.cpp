#include "program/rule_measure.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include "allot/messages/all_events.hpp"
#include "allot/messages/reason.hpp"
#include "json/core_names.hpp"
#include "json/decode_command.hpp"
#include "json/named_order.hpp"
#include "program/interruption.hpp"
#include "program/line_reader.hpp"
#include "program/log_session.hpp"
#include "program/progress_line.hpp"
#include "program/session_names.hpp"
#include "ruleset/codec.hpp"

namespace allot::program {
namespace {

constexpr std::string_view labels_header = "order_key,class,kind,honest";
constexpr std::uint64_t lines_between_looks = 1'024;

struct Label {
  std::size_t of{};  // in RuleMeasure::classes
  std::string kind;
};
struct OfKey {
  std::size_t operator()(const OrderKey& key) const noexcept {
    return std::hash<std::uint64_t>{}(key.low ^ key.high);
  }
};
using Labels = std::unordered_map<OrderKey, Label, OfKey>;

std::string at_line(const LineReader& reader) {
  return reader.name() + ':' + std::to_string(reader.line()) + ": ";
}
Status bad_line(const LineReader& reader, const std::string& why) {
  return {StatusCode::invalid_argument, at_line(reader) + why};
}

class Measuring {
 public:
  explicit Measuring(const rules::RuleSet& set)
      : set_(set), names_(session_), decoder_(names_), line_("reading the labels") {
    measure_.set = set.name.text();
    for (const rules::RuleEntry& rule : set.rules) {
      MeasuredRule& row = measure_.rules.emplace_back();
      row.id = rule.id.text();
      row.phase = rule.phase;
      row.is_shadow = rule.shadow;
    }
  }

  Result<RuleMeasure> run(const std::string& traffic, const std::string& labels) {
    Status status = read_labels(labels);
    if (status.ok()) status = read_traffic(traffic);
    line_.end();
    if (!status.ok()) return status;
    for (MeasuredClass& one : measure_.classes) {
      for (const auto& [kind, orders] : one.kinds) one.all.add(orders);
      (one.is_honest ? measure_.honest : measure_.fraud).add(one.all);
    }
    std::ranges::sort(measure_.classes, [](const MeasuredClass& a, const MeasuredClass& b) {
      return a.is_honest != b.is_honest ? a.is_honest : a.name < b.name;
    });
    return std::move(measure_);
  }

 private:
  // Effects: says how far it is. Returns: why it does not go on.
  Status look(const LineReader& reader) {
    line_.show(reader.done());
    if (reader.line() % lines_between_looks != 0 || !Interruption::came()) return {};
    return stopped(reader);
  }
  static Status stopped(const LineReader& reader) {
    return {StatusCode::invalid_argument,
            "interrupted while " + reader.name() + " was read; nothing is measured"};
  }
  // Returns: a line; nothing at the end.
  static Result<std::optional<std::string_view>> next(LineReader& reader) {
    Result<std::optional<std::string_view>> line = reader.next();
    if (line.ok() && !line.value() && Interruption::came()) return stopped(reader);
    return line;
  }

  Status read_labels(const std::string& file) {
    LineReader reader;
    if (Status status = reader.open(file); !status.ok()) return status;
    line_.begin("reading the labels");
    for (;;) {
      const Result<std::optional<std::string_view>> line = next(reader);
      if (!line.ok()) return line.status();
      if (!line.value()) break;
      if (reader.line() == 1) {
        if (*line.value() == labels_header) continue;
        return bad_line(reader, "labels begin with the line " + std::string(labels_header));
      }
      if (Status status = read_label(*line.value(), reader); !status.ok()) return status;
      if (Status status = look(reader); !status.ok()) return status;
    }
    if (labels_.empty()) {
      return {StatusCode::invalid_argument, file + ": says of no order who it is of"};
    }
    return {};
  }

  Status read_label(std::string_view line, const LineReader& reader) {
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find(',', at), line.size());
      cells.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    if (cells.size() != 4) {
      return bad_line(reader, "a label has four cells: " + std::string(labels_header));
    }
    OrderKey key;
    const char* const last = cells[0].data() + cells[0].size();
    const auto read = std::from_chars(cells[0].data(), last, key.low);
    if (read.ec != std::errc() || read.ptr != last || !key.present()) {
      return bad_line(reader, "an order_key is a whole number from 1 on");
    }
    if (cells[3] != "yes" && cells[3] != "no") {
      return bad_line(reader, "whether an order is honest is yes or no");
    }
    if (cells[1].empty()) return bad_line(reader, "an order is of a class");
    const std::size_t of = class_of(cells[1], cells[3] == "yes");
    if (measure_.classes[of].is_honest != (cells[3] == "yes")) {
      return bad_line(reader, "a class is honest, or it is not");
    }
    if (!labels_.try_emplace(key, Label{of, std::string(cells[2])}).second) {
      return bad_line(reader, "this order has a label already");
    }
    return {};
  }

  std::size_t class_of(std::string_view name, bool is_honest) {
    std::vector<MeasuredClass>& all = measure_.classes;
    const auto found = std::ranges::find(all, name, &MeasuredClass::name);
    if (found == all.end()) {
      all.push_back({std::string(name), is_honest, {}, {}});
      return all.size() - 1;
    }
    return static_cast<std::size_t>(found - all.begin());
  }

  Status read_traffic(const std::string& file) {
    LineReader reader;
    if (Status status = reader.open(file); !status.ok()) return status;
    line_.begin("measuring");
    line_.show(reader.done());
    for (;;) {
      const Result<std::optional<std::string_view>> line = next(reader);
      if (!line.ok()) return line.status();
      if (!line.value()) break;
      if (line.value()->find_first_not_of(" \t") == std::string_view::npos) continue;
      if (Status status = take(*line.value(), reader); !status.ok()) return status;
      if (Status status = look(reader); !status.ok()) return status;
    }
    if (measure_is_empty()) {
      return {StatusCode::invalid_argument, file + ": no order of it has a label"};
    }
    return {};
  }
  [[nodiscard]] bool measure_is_empty() const {
    return std::ranges::all_of(measure_.classes,
                               [](const MeasuredClass& one) { return one.kinds.empty(); });
  }

  Status take(std::string_view text, const LineReader& reader) {
    Result<json::DecodedCommand> decoded = decoder_.decode(text, {reader.name(), reader.line()});
    if (!decoded.ok()) return decoded.status();
    Command& command = decoded.value().command;
    time_ = decoded.value().time.value_or(time_);
    if (!session_.started()) {
      const auto* const start = std::get_if<Start>(&command);
      if (Status status = begin(start != nullptr ? start->limits : Limits{}); !status.ok()) {
        return status;
      }
      if (start != nullptr) return {};
    }
    const OrderKey key = json::order_key_of(command, names_);
    const bool asks = std::holds_alternative<Place>(command);
    if (!asks && key.present() && refused_.contains(key)) return {};
    if (!decoded.value().has_command_key) json::set_command_key(command, next_key());
    if (Status status = session_.step(command, time_); !status.ok()) {
      return {status.code(), at_line(reader) + status.message()};
    }
    if (asks) return note(key, reader);
    const Reason reason = session_.answer().reason;
    if (!key.present() && reason != Reason::ok) {
      return bad_line(reader, "is refused: " + std::string(name(reason)));
    }
    return {};
  }

  // Effects: the set judges from the first command on.
  Status begin(const Limits& limits) {
    EngineOptions without_log;
    Status status = session_.open(without_log);
    if (status.ok()) status = session_.start(limits, time_);
    if (!status.ok()) return status;
    const std::vector<std::byte> bytes = rules::encode(set_);
    const auto* const first = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const std::span<const std::uint8_t> all(first, bytes.size());
    const std::size_t size = limits.rule_part_bytes_max;
    const std::size_t parts = (all.size() + size - 1) / size;
    if (parts > 0xffff) return {StatusCode::invalid_argument, "the set is too large for the log"};
    for (std::size_t part = 0; part < parts; ++part) {
      LoadRules load;
      load.command_key = next_key();
      load.part = static_cast<std::uint16_t>(part + 1);
      load.parts = static_cast<std::uint16_t>(parts);
      load.body = all.subspan(part * size, std::min(size, all.size() - part * size));
      if (status = decide(load); !status.ok()) return status;
    }
    return decide(ActivateRules{next_key(), session_.answer().id, RulesMode::live});
  }
  Status decide(const Command& command) {
    if (Status status = session_.step(command, time_); !status.ok()) return status;
    const Reason reason = session_.answer().reason;
    if (reason == Reason::ok) return {};
    return {StatusCode::invalid_argument,
            "the log does not take the set: " + std::string(name(reason))};
  }
  // High halves of keys that hosts give are 0, or a key space.
  CommandKey next_key() noexcept { return {++keys_, ~std::uint64_t{0}}; }

  Status note(const OrderKey& key, const LineReader& reader) {
    const auto label = labels_.find(key);
    if (label == labels_.end()) return bad_line(reader, "this order has no label");
    MeasuredClass& of = measure_.classes[label->second.of];
    MeasuredOrders& count = of.kinds[label->second.kind];
    ++count.orders;
    for (const Event& event : session_.events()) {
      if (event.type == EventType::rule_hit) note_hit(event, of, label->second.kind);
      if (event.type == EventType::in_review && event.order_key == key &&
          event.reason == Reason::rule_review) {
        ++count.reviewed;
      }
    }
    const Reason reason = session_.answer().reason;
    if (reason == Reason::ok) return {};
    refused_.insert({key, {}});
    if (reason == Reason::rule_limit) {
      ++count.limited;
    } else if (reason == Reason::rule_block) {
      ++count.blocked;
    } else {
      ++count.otherwise;
    }
    return {};
  }
  void note_hit(const Event& event, const MeasuredClass& of, const std::string& kind) {
    const auto hit = event.as<events::RuleHit>();
    MeasuredRule& rule = measure_.rules[hit.rule];
    if (hit.error != RuleError::none) {
      ++rule.errors;
    } else if (of.is_honest) {
      ++rule.honest[kind];
    } else {
      ++rule.fraud;
    }
  }

  const rules::RuleSet& set_;
  RuleMeasure measure_;
  Labels labels_;
  std::unordered_map<OrderKey, std::monostate, OfKey> refused_;
  LogSession session_;
  SessionNames names_;
  json::CommandDecoder decoder_;
  ProgressLine line_;
  TimeNs time_{};
  std::uint64_t keys_{};
};

}  // namespace

void MeasuredOrders::add(const MeasuredOrders& other) noexcept {
  orders += other.orders;
  limited += other.limited;
  blocked += other.blocked;
  reviewed += other.reviewed;
  otherwise += other.otherwise;
}

std::uint64_t MeasuredRule::honest_hits() const noexcept {
  std::uint64_t sum = 0;
  for (const auto& [kind, hits] : honest) sum += hits;
  return sum;
}

Result<RuleMeasure> measure_rules(const rules::RuleSet& set, const std::string& traffic,
                                  const std::string& labels) {
  return Measuring(set).run(traffic, labels);
}

}  // namespace allot::program
