// An explanation as text for a person, in lines that fit a terminal.
#include <absl/strings/str_format.h>
#include <absl/strings/str_join.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <type_traits>
#include <variant>

#include "inspection/event_columns.hpp"
#include "inspection/money_text.hpp"
#include "inspection/tone.hpp"
#include "json/encode.hpp"
#include "json/enum_names.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"
#include "program/explanation.hpp"
#include "program/terminal.hpp"

namespace allot::program {
namespace {

using inspection::shown_money;
using Json = nlohmann::ordered_json;

// Printed as a space at which no line is broken.
constexpr char bound = '\x1f';

// Returns: the names of fields of commands, lines and events that are amounts.
const std::set<std::string, std::less<>>& money_fields() {
  static const std::set<std::string, std::less<>> names = [] {
    std::set<std::string, std::less<>> found;
    const auto note = [&found](const Field& field, const auto&) {
      if (field.form == FieldForm::money) found.emplace(field.name);
    };
    const auto note_all =
        [&note]<class... Commands>(std::type_identity<std::variant<Commands...>>) {
          const auto of = [&note]<class C>(C command) { C::fields(command, note); };
          (of(Commands{}), ...);
        };
    note_all(std::type_identity<Command>{});
    OrderLine line;
    OrderLine::fields(line, note);
    for (const inspection::RowColumn& row : inspection::event_columns()) {
      if (row.column.kind == inspection::ColumnKind::money) found.emplace(row.column.name);
    }
    return found;
  }();
  return names;
}

MoneyMinor amount_of(const Json& value) {
  return value.is_string() ? std::stoll(value.get<std::string>()) : value.get<MoneyMinor>();
}

// What its payments come to, and what follows.
std::string payments_of(const OrderInspection& order, const inspection::Currency& currency) {
  std::string text = "captured " + shown_money(order.payments.captured, currency);
  const auto add = [&](std::string_view name, MoneyMinor amount) {
    if (amount != 0) text += ", " + std::string(name) + ' ' + shown_money(amount, currency);
  };
  add("authorised", order.payments.authorised);
  add("refunded", order.payments.refunded);
  add("reversed", order.payments.reversed);
  add("charged back", order.payments.charged_back);
  add("open", order.payments.open);
  add("refund due", order.payments.refund_due);
  add("credit", order.payments.credit);
  return text;
}

// What its value is made of besides lines.
std::string charges_of(const OrderInspection& order, const inspection::Currency& currency) {
  return absl::StrFormat(
      "discount %s, shipping %s, tax on it %s (%s)", shown_money(order.discount, currency),
      shown_money(order.shipping, currency), shown_money(order.shipping_tax, currency),
      order.tax_included ? "included" : "added");
}

std::string heard_words(const NewsInspection& item, const inspection::Clock& clock) {
  switch (item.command) {
    case CommandType::cancel: return "cancelled";
    case CommandType::ship: return "shipped";
    case CommandType::deliver: return "delivered";
    case CommandType::ship_undone: return "not shipped after all";
    case CommandType::delivery_exception: return "late, damaged, refused or lost";
    default: return "paid at " + clock.text(item.paid_at);
  }
}

static std::string value_words(const Json& value) {
  if (value.is_string()) return json::without_controls(value.get<std::string>());
  return json::line_text(value);
}

// Returns: the text with its bound words apart where a line of so many columns has no room for them
//          together.
std::string unbound(std::string text, std::size_t room) {
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    if (to - from > room) {
      std::replace(text.begin() + static_cast<std::ptrdiff_t>(from),
                   text.begin() + static_cast<std::ptrdiff_t>(to), bound, ' ');
    }
    from = to + 1;
  }
  return text;
}

// Returns: whether all units that it had have left.
bool has_left(const OrderInspection& order) {
  bool shipped = false;
  for (const LineInspection& line : order.lines) {
    if (!line.holds.empty()) return false;
    shipped |= line.shipped != 0;
  }
  return shipped;
}

// Returns: one paragraph, broken at spaces; what follows is indented further.
std::string broken_lines(std::size_t indent, const std::string& whole, std::size_t columns) {
  const std::string text = unbound(whole, columns - std::min(columns, indent + 4));
  std::size_t column = indent;
  std::string out(indent, ' ');
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    const std::size_t word = to - from;
    if (from != 0 && column + 1 + word > columns) {
      column = indent + 4;
      out += '\n' + std::string(column, ' ');
    } else if (from != 0) {
      ++column;
      out += ' ';
    }
    for (const char c : std::string_view(text).substr(from, word)) out += c == bound ? ' ' : c;
    column += word;
    from = to + 1;
  }
  return out + '\n';
}

// What stands in the way, when it is something else than what is left.
std::string cap_fault(const CapFinding& finding) {
  if (finding.reason == Reason::ok) return {};
  return finding.reason == Reason::cap_reached ? "OVER, "
                                               : std::string(reason_name(finding.reason)) + ", ";
}

// "; withheld as safety stock: 3 in LON, 1 in YORK".
std::string units_kept(std::string_view why, const std::vector<NodeUnits>& units,
                       const json::Names& names) {
  std::string text;
  for (const NodeUnits& at : units) {
    const std::string_view node = names.code(json::NameKind::node, at.node.value);
    absl::StrAppendFormat(&text, "%s %d in %s", text.empty() ? "" : ",", at.units,
                          json::without_controls(node));
  }
  return text.empty() ? text : "; " + std::string(why) + ":" + text;
}

// Units that are there and not for sale; empty when none are.
std::string withheld_words(const LineTold& told, const json::Names& names) {
  return units_kept("withheld as safety stock", told.withheld, names) +
         units_kept("too near the end for the channel", told.near_end, names);
}

// Of what became of it: refused, or ended without its goods, is bad; goods that are missing are to
// be looked at.
inspection::Tone tone_of(const Explanation& it) {
  using inspection::Tone;
  if (it.stub || !it.news.empty()) return Tone::plain;
  if (!it.order) return Tone::bad;
  switch (it.order->status) {
    case OrderStatus::cancelled:
    case OrderStatus::rejected:
    case OrderStatus::expired: return Tone::bad;
    case OrderStatus::open: break;
    default: return Tone::plain;
  }
  const bool waits = std::ranges::any_of(
      it.order->lines, [](const LineInspection& line) { return line.waiting != 0; });
  return waits || it.order->review == Review::in_review ? Tone::look : Tone::plain;
}

std::string code_of(const json::Names& names, json::NameKind kind, std::uint32_t id) {
  const std::string_view text = names.code(kind, id);
  return text.empty() ? "id " + std::to_string(id) : json::without_controls(text);
}

// A time of a command or event, as json::put_time() wrote it.
std::string field_time(const Json& value, const inspection::Clock& clock) {
  const std::string text = value_words(value);
  const std::optional<TimeNs> at = json::parse_time(text);
  return at ? clock.text(*at) : text;
}

// "; times in Europe/Budapest, amounts in HUF": what is not to be seen by itself.
std::string how_shown(const inspection::Shown& shown) {
  std::string text;
  if (!shown.clock.is_utc()) text = "; times in " + shown.clock.zone();
  if (!shown.currency.code.empty()) {
    text += (text.empty() ? "; " : ", ") + ("amounts in " + shown.currency.code);
  }
  return text;
}

std::string_view why_refused(const OrderHistory& history, std::size_t line) {
  for (const HistoryStep& step : history.steps()) {
    // Of a request that was refused whole they are what was short.
    const bool refused = std::ranges::any_of(
        step.events, [](const Event& event) { return event.type == EventType::refused; });
    if (refused) continue;
    for (const Event& event : step.events) {
      if (event.type == EventType::line_refused && event.line == line) {
        return reason_name(event.reason);
      }
    }
  }
  return {};
}

// "; refused 2 of GIFT-BOX (stock_insufficient)": what of the order was dropped; nothing when
// nothing was.
std::string refused_of(const Explanation& it) {
  std::vector<std::string> refused;
  for (std::size_t i = 0; i < it.order->lines.size(); ++i) {
    const LineInspection& line = it.order->lines[i];
    if (line.refused == 0) continue;
    const std::string_view why = why_refused(it.history, i);
    refused.push_back(absl::StrFormat("%d of %s", line.refused,
                                      code_of(it.names, json::NameKind::sku, line.sku.value)) +
                      (why.empty() ? "" : absl::StrFormat(" (%s)", why)));
  }
  return refused.empty() ? "" : "; refused " + absl::StrJoin(refused, ", ");
}

// A rehearsal has to give a window to channels that let go of nothing: the longest there is, whose
// end is decades ahead and no date that anybody meant.
bool has_end(const OrderInspection& order) {
  constexpr TimeNs ten_years = 3'652LL * 24 * 3'600 * second_ns;
  return order.pay_by != 0 && order.pay_by - order.sold_at < ten_years;
}

// The other order that an event of that type of this one is about; absent where there is none.
OrderKey other_by(const Explanation& it, EventType type) {
  for (const HistoryStep& step : it.history.steps()) {
    for (const Event& event : step.events) {
      const bool is_this = event.order_key == it.order_key;
      if (is_this && event.type == type) return step.other;
    }
  }
  return {};
}

// "; the same shopper's order 7 holds 2": nothing where none does.
std::string own_hold(const Explanation& it, const HistoryStep& step) {
  for (const Event& event : step.events) {
    if (event.type != EventType::own_hold_told || event.order_key == it.order_key) continue;
    const OrderKey& key = event.order_key;
    return absl::StrFormat(
        "; the same shopper's order %s %s",
        value_words(json::encode_key(key.high, key.low, it.form)),
        event.sku != 0 ? absl::StrFormat("holds %d", event.quantity) : "is not paid, and counts");
  }
  return {};
}

// "; also 2 of CUP (stock_insufficient)": the further lines that were short when it was refused.
std::string also_short(const Explanation& it, const HistoryStep& step) {
  std::string text;
  for (const Event& event : step.events) {
    if (event.type != EventType::line_refused || event.order_key != it.order_key) continue;
    text += absl::StrFormat("%s%d of %s (%s)", text.empty() ? "; also " : ", ", event.quantity,
                            code_of(it.names, json::NameKind::sku, event.sku),
                            reason_name(event.reason));
  }
  return text;
}

class TextPrinter {
 public:
  TextPrinter(const Explanation& explanation, std::size_t columns, bool colour, std::ostream& out)
      : it_(explanation), columns_(columns), colour_(colour), out_(out) {}

  void print() {
    const OrderKey whole = other_by(it_, EventType::order_split);
    const std::string part = whole.present() ? "; split off order " + key_text(whole) : "";
    print_line(0, sentence() + part, tone_of(it_));
    const std::string number = number_of(it_);
    print_line(0,
               absl::StrFormat("Order %s, as of sequence %d%s",
                               (number.empty() ? "" : json::without_controls(number) + ", key ") +
                                   key_text(it_.order_key),
                               it_.last_sequence, how_shown(it_.shown)));
    if (!it_.left_out.empty()) print_line(0, it_.left_out);
    print_order();
    for (const HistoryStep& step : it_.history.steps()) print_step(step);
    if (it_.history.passed_over() == 0) return;
    out_ << '\n';
    print_line(0, absl::StrFormat("Waiting, it had its turn %d more times and could not be served.",
                                  it_.history.passed_over()));
  }

 private:
  void print_line(std::size_t indent, const std::string& whole,
                  inspection::Tone tone = inspection::Tone::plain) {
    out_ << inspection::toned(broken_lines(indent, whole, columns_), tone, colour_);
  }

  std::string code(json::NameKind kind, std::uint32_t id) const {
    return code_of(it_.names, kind, id);
  }
  std::string cap(CapId id) const { return code(json::NameKind::cap, id.value); }
  std::string node(std::uint32_t id) const { return code(json::NameKind::node, id); }
  std::string node(NodeId id) const { return node(id.value); }

  std::string key_text(const OrderKey& key) const {
    return value_words(json::encode_key(key.high, key.low, it_.form));
  }

  // "sku A, quantity 6": the fields of an object but those that are said beside it.
  std::string fields(const Json& object, std::initializer_list<std::string_view> but) const {
    std::vector<std::string> told;
    for (const auto& [name, value] : object.items()) {
      if (std::ranges::find(but, name) != but.end()) continue;
      // A time is told by the clock.
      if (name.ends_with("_ns") && object.contains(name.substr(0, name.size() - 3))) continue;
      const bool is_money = !it_.shown.currency.code.empty() && money_fields().contains(name);
      told.push_back(name + bound +
                     (is_money ? shown_money(amount_of(value), it_.shown.currency)
                      : object.contains(name + "_ns") ? field_time(value, it_.shown.clock)
                                                      : value_words(value)));
    }
    return absl::StrJoin(told, ", ");
  }

  void print_command(const HistoryStep& step, const std::string& head) {
    Command command = step.command;
    std::visit(
        [&step](auto& c) {
          if constexpr (requires { c.lines; }) c.lines = step.lines;
        },
        command);
    const Json object = json::encode(command, it_.names, it_.form);
    const std::string& name = object.begin().key();
    out_ << fitted(head + name + '\n', columns_);
    const Json& body = object.at(name);
    print_line(4, fields(body, {"order_key", "order_number", "lines"}));
    if (!body.contains("lines")) return;
    std::size_t number = 0;
    for (const Json& line : body.at("lines")) {
      print_line(4, "line " + std::to_string(number++) + ": " + fields(line, {}));
    }
  }

  void print_step(const HistoryStep& step) {
    const std::string head =
        '\n' + std::to_string(step.sequence) + "  " + it_.shown.clock.text(step.time) + "  ";
    // These name a return, or a parcel, in place of the orders that they are of.
    const bool of_belongings = std::holds_alternative<ReceiveReturn>(step.command) ||
                               std::holds_alternative<ShipParcel>(step.command);
    if (step.names_order || of_belongings) {
      print_command(step, head);
    } else if (step.other.present()) {
      const bool splits = std::holds_alternative<Split>(step.command);
      const std::string why = splits ? "split off order " : "the same shopper's order ";
      out_ << fitted(head + why + key_text(step.other) + '\n', columns_);
    } else {
      out_ << fitted(head + "work due for it, in another's step\n", columns_);
    }
    print_rules(step.rules);
    const bool refused = std::ranges::any_of(
        step.events, [](const Event& event) { return event.type == EventType::refused; });
    for (const Choice& choice : step.choices) print_choice(choice, refused);
    for (const CapFinding& finding : step.caps) {
      print_line(4, "cap " + cap(finding.cap) + ": " + cap_fault(finding) +
                        cap_words(finding, it_.shown.clock));
    }
    for (const Event& event : step.events) {
      const Json object = json::encode(event, it_.names, it_.form);
      const std::string words =
          fields(object, {"sequence", "ordinal", "epoch", "event", "order_key", "order_number",
                          "sku_id", "node_id", "cap_id", "reason_number", "command"});
      const bool others = event.order_key.present() && event.order_key != it_.order_key;
      print_line(4, "-> " + (others ? "order " + key_text(event.order_key) + " " : std::string()) +
                        object.at("event").get<std::string>() + (words.empty() ? "" : ": ") +
                        words);
    }
  }

  // What is off is one line, however many rules that are.
  void print_rules(const RulesTold& rules) {
    std::vector<std::string> off;
    for (const RiskFinding& finding : rules.findings) {
      const std::string name(rule_name(finding));
      if (finding.outcome == RuleOutcome::off) {
        off.push_back(name);
        continue;
      }
      std::string mark;
      if (finding.outcome == RuleOutcome::decided) mark = "HIT and decided, ";
      if (finding.outcome == RuleOutcome::hit) mark = "HIT, ";
      if (finding.outcome == RuleOutcome::suppressed) mark = "HIT but suppressed, ";
      print_line(
          4, "rule " + name + ": " + mark + rule_words(finding, rules.limits, it_.shown.currency),
          mark.empty() ? inspection::Tone::plain : inspection::Tone::look);
    }
    if (!off.empty()) print_line(4, "rules that are off: " + absl::StrJoin(off, ", "));
  }

  std::string line_words(const LineTold& told) const {
    const LineFinding& finding = told.finding;
    std::string text = wants(told);
    if (finding.reason != Reason::ok) {
      text += ", " + std::string(reason_name(finding.reason));
    } else {
      text += ", needs now " + std::to_string(finding.need);
    }
    if (finding.waits != 0) text += ", " + std::to_string(finding.waits) + " wait";
    return text + stock(told);
  }

  std::string wants(const LineTold& told) const {
    const LineFinding& finding = told.finding;
    std::string text =
        absl::StrFormat("line %d %s: wants %d, can have %d%s", finding.line,
                        code(json::NameKind::sku, finding.sku.value), finding.wanted,
                        finding.can_have, finding.claimed ? " (lines that wait go before)" : "");
    if (finding.before != 0) {
      absl::StrAppendFormat(&text, " (lines before it need %d)", finding.before);
    }
    return text;
  }

  std::string stock(const LineTold& told) const {
    std::string text = "; stock";
    for (const NodeUnits& at : told.at) {
      absl::StrAppendFormat(&text, " %s%c%d", node(at.node), bound, at.units);
    }
    return text + withheld_words(told, it_.names);
  }

  std::string nodes(const std::vector<std::uint32_t>& ids) const {
    return absl::StrJoin(ids, " + ",
                         [this](std::string* out, std::uint32_t id) { *out += node(id); });
  }

  void print_fallback(const Choice& choice) {
    std::string round;
    for (std::size_t i = 0; i < choice.fallback.size(); ++i) {
      const CoverTold& cover = choice.fallback[i];
      const bool first = i == 0 || choice.fallback[i - 1].round != cover.round;
      const bool last =
          i + 1 == choice.fallback.size() || choice.fallback[i + 1].round != cover.round;
      if (first) round = absl::StrFormat("fallback round %d: covers", cover.round);
      absl::StrAppendFormat(&round, " %s%c%d", node(cover.node), bound, cover.units);
      if (cover.taken) round += std::string(1, bound) + "(taken)";
      if (last) print_line(6, round);
    }
  }

  // `refused`: what was chosen was not taken, for another cause.
  void print_choice(const Choice& choice, bool refused) {
    const auto policy = static_cast<std::size_t>(choice.policy);
    print_line(4, absl::StrFormat("nodes by %s, %d in the network; %d sets looked at, %d can serve",
                                  enum_names<SourcingPolicy>[policy], choice.network_nodes,
                                  choice.sets_looked_at, choice.sets_that_serve));
    for (const auto& [id, why] : choice.excluded) print_line(6, node(id) + ": left out, " + why);
    for (const LineTold& line : choice.lines) print_line(6, line_words(line));
    print_fallback(choice);
    for (const NodeId id : candidates_of(choice)) {
      const std::string why = verdict(choice, id, it_.shown.currency);
      if (!why.empty()) print_line(6, node(id) + ": " + why);
    }
    if (choice.given_up) {
      print_line(6,
                 absl::StrFormat("given up, %s: nothing is taken", reason_name(*choice.given_up)));
    } else if (choice.chosen && !choice.chosen->nodes.empty()) {
      print_line(6, absl::StrFormat("%s: %s at cost %s%s", refused ? "would take" : "taken",
                                    nodes(choice.chosen->nodes),
                                    shown_money(choice.chosen->cost, it_.shown.currency),
                                    choice.bounded ? ", by the bounded fallback" : ""));
    } else {
      print_line(6, "taken: nothing");
    }
  }

  // Why there is no such order, in one sentence, when the last command that asked for it says so.
  std::string refusal() const {
    for (auto step = it_.history.steps().rbegin(); step != it_.history.steps().rend(); ++step) {
      const bool asks = step->names_order && (std::holds_alternative<Place>(step->command) ||
                                              std::holds_alternative<Import>(step->command));
      if (!asks) continue;
      bool repeated = false;
      for (const Event& event : step->events) {
        if (event.type == EventType::refused) {
          return refusal(*step, event) + also_short(it_, *step) + own_hold(it_, *step);
        }
        if (event.type == EventType::sale_maybe_known) {
          return "Not taken: it may have been recorded before and be forgotten; once somebody has "
                 "made sure, import it again with known_new and another command_key";
        }
        repeated = repeated || event.type == EventType::duplicate;
      }
      // What was sent again was not decided again.
      if (!repeated) return {};
    }
    return {};
  }
  std::string refusal(const HistoryStep& step, const Event& event) const {
    std::string text = "Refused: " + std::string(reason_name(event.reason));
    for (const RiskFinding& finding : step.rules.findings) {
      if (finding.outcome == RuleOutcome::decided && finding.reason == event.reason) {
        return text + ": " + rule_words(finding, step.rules.limits, it_.shown.currency);
      }
    }
    for (const CapFinding& finding : step.caps) {
      if (finding.reason == event.reason && finding.cap.value == event.node) {
        return text + ": cap " + cap(finding.cap) + ", " + cap_words(finding, it_.shown.clock);
      }
    }
    for (const Choice& choice : step.choices) {
      for (const LineTold& line : choice.lines) {
        if (line.finding.line == event.line && line.finding.reason == event.reason) {
          return "Refused: " + short_of(line);
        }
      }
    }
    return text + ", " + std::string(reason_text(event.reason).text);
  }

  // "SKU 22423, wanted 50, 9 in LON".
  std::string short_of(const LineTold& told) const {
    const LineFinding& finding = told.finding;
    std::vector<std::string> there;
    for (const NodeUnits& at : told.at) {
      if (at.units != 0) there.push_back(absl::StrFormat("%d in %s", at.units, node(at.node)));
    }
    const std::string kept = withheld_words(told, it_.names);
    const std::string_view none = kept.empty() ? "none is there" : "none is for sale";
    return absl::StrFormat("SKU %s, wanted %d, %s%s%s",
                           code(json::NameKind::sku, finding.sku.value), finding.wanted,
                           there.empty() ? std::string(none) : absl::StrJoin(there, ", "),
                           finding.claimed ? ", of which lines that wait go before" : "", kept);
  }

  // What became of the order, before anything else is told.
  std::string sentence() const {
    if (it_.stub) return stub_sentence(*it_.stub);
    if (!it_.news.empty()) return news_sentence();
    if (!it_.order) {
      const std::string why = refusal();
      return why.empty() ? "Unknown: no such order is known (never asked for, or retired)" : why;
    }
    const OrderInspection& order = *it_.order;
    switch (order.status) {
      case OrderStatus::cancelled: {
        if (order.merged_into.present()) {
          return "Merged into order " + key_text(order.merged_into) +
                 ": what it held and was paid is there, and what is told of it is told of that";
        }
        const OrderKey by = other_by(it_, EventType::taken_over);
        return by.present() ? "Taken over by the same shopper's order " + key_text(by) +
                                  ": it holds nothing any more"
                            : "Cancelled: it holds nothing any more";
      }
      case OrderStatus::rejected: return "Rejected by its review: it holds nothing any more";
      case OrderStatus::expired:
        return "Expired: it was not paid in time, and holds nothing any more";
      case OrderStatus::elsewhere: return "Shipped elsewhere: it takes nothing of the own stock";
      case OrderStatus::shipped: {
        const std::string refused = refused_of(it_);
        return refused.empty() ? "Shipped: all that it was owed has left"
                               : "Shipped in part" + refused + "; all else has left";
      }
      case OrderStatus::open: break;
    }
    if (has_left(order)) return "Shipped in part: " + goods_of(order);
    const std::string goods = goods_of(order);
    if (order.review == Review::in_review) return "In review: " + goods;
    const bool paid = order.payment != Payment::unpaid && order.payment != Payment::pending;
    if (paid) return "Allocated: " + goods;
    const std::string end = has_end(order)      ? " until " + it_.shown.clock.text(order.pay_by)
                            : order.pay_by != 0 ? " until it is paid or cancelled"
                                                : "";
    return "Held" + end + ": " + goods;
  }

  std::string stub_sentence(const StubInspection& stub) const {
    const std::string text =
        absl::StrFormat("Forgotten: it ended %s, was worth %s and is %s; its lines are not known",
                        status_name(stub.status), shown_money(stub.value, it_.shown.currency),
                        payment_name(stub.payment));
    if (!stub.merged_into.present()) return text;
    return text + "; it went into order " + key_text(stub.merged_into) +
           ", of which is told what is told of it";
  }

  std::string news_sentence() const {
    std::vector<std::string> heard;
    for (const NewsInspection& item : it_.news) {
      heard.push_back(heard_words(item, it_.shown.clock) + " (waits until " +
                      it_.shown.clock.text(item.until) + ")");
    }
    return "Not here yet: one has heard that it was " + absl::StrJoin(heard, " and ");
  }

  // "6 of 85123A in LON, 1 of 22423 in LON; shipped 3 of 21730; waiting for 2 of 22423".
  std::string goods_of(const OrderInspection& order) const {
    std::vector<std::string> held, waiting, shipped;
    for (const LineInspection& line : order.lines) {
      const std::string sku = code(json::NameKind::sku, line.sku.value);
      std::map<NodeId, std::uint64_t> at;
      for (const HoldInspection& hold : line.holds) at[hold.node] += hold.quantity;
      for (const auto& [id, units] : at) {
        held.push_back(absl::StrFormat("%d of %s in %s", units, sku, node(id)));
      }
      if (line.picked != 0) held.push_back(absl::StrFormat("%d of %s, picked", line.picked, sku));
      if (line.waiting != 0) waiting.push_back(absl::StrFormat("%d of %s", line.waiting, sku));
      if (line.shipped != 0) shipped.push_back(absl::StrFormat("%d of %s", line.shipped, sku));
    }
    if (held.empty() && !shipped.empty()) held.swap(shipped);
    std::string text = held.empty() ? "nothing" : absl::StrJoin(held, ", ");
    if (!shipped.empty()) text += "; shipped " + absl::StrJoin(shipped, ", ");
    if (!waiting.empty()) text += "; waiting for " + absl::StrJoin(waiting, ", ");
    return text + refused_of(it_);
  }

  void print_order() {
    if (!it_.order) return;
    const OrderInspection& order = *it_.order;
    std::string text =
        absl::StrFormat("Now: %s, %s, %s, version %d, value %s", status_name(order.status),
                        payment_name(order.payment), review_name(order), order.version,
                        shown_money(order.value, it_.shown.currency));
    if (has_end(order)) text += ", pay_by " + it_.shown.clock.text(order.pay_by);
    if (order.review_by != 0) text += ", review_by " + it_.shown.clock.text(order.review_by);
    if (order.asked_back) text += ", asked back";
    print_line(0, text);
    if ((order.discount | order.shipping | order.shipping_tax) != 0) {
      print_line(2, charges_of(order, it_.shown.currency));
    }
    if (order.payments.recorded) print_line(2, payments_of(order, it_.shown.currency));
    for (std::size_t i = 0; i < order.lines.size(); ++i) print_line(2, line_now(i, order.lines[i]));
    for (const CapDebitInspection& debit : order.cap_debits) {
      print_line(2,
                 absl::StrFormat("cap %s: %d %s token %d%s", cap(debit.cap), debit.units,
                                 order.status == OrderStatus::open ? "debited of" : "given back to",
                                 debit.token, debit.excess ? ", beyond it" : ""));
    }
  }

  std::string line_now(std::size_t number, const LineInspection& line) const {
    std::string text = absl::StrFormat("line %d %s: ordered %d", number,
                                       code(json::NameKind::sku, line.sku.value), line.ordered);
    if (line.line_number != 0) absl::StrAppendFormat(&text, ", line_number %d", line.line_number);
    if (line.wanted_at != 0) text += ", wanted_at " + it_.shown.clock.text(line.wanted_at);
    for (const HoldInspection& hold : line.holds) {
      absl::StrAppendFormat(&text, ", %d at %s", hold.quantity, node(hold.node));
      if (hold.lot != 0) absl::StrAppendFormat(&text, " lot %d", hold.lot);
    }
    if (line.to_pick != 0) absl::StrAppendFormat(&text, ", %d to pick", line.to_pick);
    if (line.picked != 0) absl::StrAppendFormat(&text, ", %d picked", line.picked);
    if (line.packed != 0) absl::StrAppendFormat(&text, ", %d packed", line.packed);
    if (line.waiting != 0) absl::StrAppendFormat(&text, ", %d waiting", line.waiting);
    if (line.refused != 0) absl::StrAppendFormat(&text, ", %d refused", line.refused);
    if (line.total != 0) text += ", total " + shown_money(line.total, it_.shown.currency);
    if (line.discount != 0) text += ", discount " + shown_money(line.discount, it_.shown.currency);
    if (line.tax != 0) text += ", tax " + shown_money(line.tax, it_.shown.currency);
    if (line.shipped != 0) absl::StrAppendFormat(&text, ", %d shipped", line.shipped);
    if (line.shipped_beyond != 0) {
      absl::StrAppendFormat(&text, ", %d shipped beyond that", line.shipped_beyond);
    }
    if (line.delivered != 0) absl::StrAppendFormat(&text, ", %d delivered", line.delivered);
    if (line.returned != 0) absl::StrAppendFormat(&text, ", %d returned", line.returned);
    if (line.lost != 0) absl::StrAppendFormat(&text, ", %d lost on the way", line.lost);
    if (line.turned_away != 0) {
      absl::StrAppendFormat(&text, ", %d refused at the door", line.turned_away);
    }
    return text;
  }

  const Explanation& it_;
  std::size_t columns_;
  bool colour_;
  std::ostream& out_;
};

}  // namespace

void print_text(const Explanation& explanation, std::size_t columns, bool colour,
                std::ostream& out) {
  TextPrinter(explanation, columns, colour, out).print();
}

}  // namespace allot::program
