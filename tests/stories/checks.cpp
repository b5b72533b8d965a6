#include "checks.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "expectation.hpp"
#include "story_time.hpp"

namespace allot::stories {
namespace {

// What is looked at, as named values.
class Facts {
 public:
  void add(std::string_view name, ValueKind kind, std::int64_t number, std::string text,
           std::vector<std::string> choices = {}) {
    forms_.push_back({std::string(name), kind, false, {}, std::move(choices), {}});
    values_.emplace_back(number, std::move(text));
  }
  void units(std::string_view name, std::int64_t number) {
    add(name, ValueKind::whole, number, std::to_string(number));
  }
  void time(std::string_view name, TimeNs time, TimeNs now) {
    add(name, ValueKind::time, time, time == 0 ? "never" : story_time_text(time, now));
  }
  template <class E>
  void choice(std::string_view name, E value) {
    std::vector<std::string> choices(enum_names<E>.begin(), enum_names<E>.end());
    add(name, ValueKind::choice, 1, choices[static_cast<std::size_t>(value)], choices);
  }

  [[nodiscard]] const std::vector<ValueForm>& forms() const { return forms_; }
  [[nodiscard]] Fact fact(const ValueForm& form) const {
    const auto at = static_cast<std::size_t>(&form - forms_.data());
    return {&form, values_[at].first, values_[at].second};
  }
  // Returns: all that is not 0.
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const ValueForm& form : forms_) {
      const Fact one = fact(form);
      if (one.number == 0) continue;
      if (!text.empty()) text += ", ";
      if (form.kind == ValueKind::whole && form.name != "version") {
        text += one.text + ' ' + spoken(form.name);
      } else if (form.kind == ValueKind::choice) {
        text += one.text;
      } else {
        text += spoken(form.name) + ' ' + one.text;
      }
    }
    return text;
  }

 private:
  std::vector<ValueForm> forms_;
  std::vector<std::pair<std::int64_t, std::string>> values_;
};

std::optional<std::string> difference_of(const Facts& facts, const std::vector<Detail>& details) {
  for (const Detail& detail : details) {
    const Fact fact = facts.fact(*detail.field);
    if (agrees(detail, &fact)) continue;
    const std::string name = spoken(detail.field->name);
    return detail.field->kind == ValueKind::whole ? "there are " + fact.text + ' ' + name
                                                  : name + " is " + fact.text;
  }
  return {};
}

Looked compare(const Facts& facts, const std::vector<Words>& right, const std::string& what,
               const Speech& speech) {
  Looked looked{{}, facts.text()};
  const DetailReader reader(facts.forms(), what, speech);
  for (const Words& words : right) {
    const auto found = difference_of(facts, reader.read(words, 0));
    if (found && !looked.difference) looked.difference = found;
  }
  return looked;
}

std::uint32_t id_of(const Word& word, IdKind kind, const Speech& speech) {
  if (const auto id = speech.find(kind, word.text)) return *id;
  refuse_name(word, std::string(enum_names<IdKind>[static_cast<std::size_t>(kind)]),
              speech.codes(kind));
}

const Word& word_at(const Words& left, std::size_t at, const std::string& wanted) {
  if (at >= left.size()) refuse(left.front(), "'" + left.front().text + "' needs " + wanted);
  return left[at];
}

// ---- stock SKU [NODE] [lot NUMBER] ----

Looked look_at_stock(const Words& left, const std::vector<Words>& right, const Stage& stage,
                     const Speech& speech) {
  const std::uint32_t sku = id_of(word_at(left, 1, "a SKU"), IdKind::sku, speech);
  std::size_t next = 2;
  std::uint32_t node = 0;
  if (next < left.size() && left[next].text != "lot") {
    node = id_of(left[next++], IdKind::node, speech);
  }
  std::optional<KeyHalves> lot;
  if (next < left.size() && left[next].text == "lot") {
    const Word& number = word_at(left, ++next, "the number of the lot");
    lot = parse_key(number.text);
    if (!lot) refuse(number, "'" + number.text + "' is no number of a lot");
    ++next;
  }
  if (next < left.size()) refuse(left[next], "'" + left[next].text + "' is one word too many");

  oracle::Lot sum;
  for (const auto& [key, one] : stage.state().lots) {
    const bool is_meant = key.sku == sku && (node == 0 || key.node == node) &&
                          (!lot || (lot->high == 0 && key.lot == lot->low));
    if (!is_meant) continue;
    sum.on_hand += one.on_hand;
    sum.available += one.available;
    sum.held += one.held;
    sum.allocated += one.allocated;
    sum.picked += one.picked;
    sum.unavailable += one.unavailable;
    sum.deficit += one.deficit;
  }
  Facts facts;
  facts.units("on_hand", sum.on_hand);
  facts.units("available", sum.available);
  facts.units("held", sum.held);
  facts.units("allocated", sum.allocated);
  facts.units("picked", sum.picked);
  facts.units("unavailable", sum.unavailable);
  facts.units("deficit", sum.deficit);
  Looked looked = compare(facts, right, "stock", speech);
  if (looked.is.empty()) looked.is = "0 on hand";
  return looked;
}

// ---- order NAME ----

Facts order_facts(const OrderInspection& order, const Speech& speech) {
  std::int64_t ordered = 0;
  std::int64_t taken = 0;
  std::int64_t waiting = 0;
  std::int64_t refused = 0;
  std::int64_t shipped = 0;
  std::int64_t delivered = 0;
  std::int64_t returned = 0;
  std::int64_t lost = 0;
  std::int64_t turned_away = 0;
  std::int64_t to_pick = 0;
  std::int64_t picked = 0;
  std::int64_t packed = 0;
  for (const LineInspection& line : order.lines) {
    ordered += line.ordered;
    taken += line.held;
    waiting += line.waiting;
    refused += line.refused;
    shipped += line.shipped;
    delivered += static_cast<std::int64_t>(line.delivered);
    returned += static_cast<std::int64_t>(line.returned);
    lost += line.lost;
    turned_away += line.turned_away;
    to_pick += line.to_pick;
    picked += line.picked;
    packed += line.packed;
  }
  const bool is_firm = order.payment != Payment::unpaid && order.payment != Payment::pending &&
                       order.review == Review::clear;
  Facts facts;
  facts.choice("status", order.status);
  facts.choice("payment", order.payment);
  facts.choice("review", order.review);
  facts.add("stop", ValueKind::choice, order.ship_stop ? 1 : 0,
            order.ship_stop ? "ship_stop" : "may ship", {"ship_stop"});
  facts.units("ordered", ordered);
  facts.units("held", is_firm ? 0 : taken);
  facts.units("allocated", is_firm ? taken : 0);
  facts.units("waiting", waiting);
  facts.units("refused", refused);
  facts.units("shipped_units", shipped);
  facts.units("delivered", delivered);
  facts.units("returned", returned);
  facts.units("lost", lost);
  facts.units("turned_away", turned_away);
  facts.units("to_pick", to_pick);
  facts.units("picked", picked);
  facts.units("packed", packed);
  facts.add("asked", ValueKind::choice, order.asked_back ? 1 : 0,
            order.asked_back ? "asked_back" : "goes on", {"asked_back"});
  facts.add("value", ValueKind::money, order.value, amount_text(order.value));
  const auto money = [&facts](const char* name, MoneyMinor amount) {
    facts.add(name, ValueKind::money, amount, amount_text(amount));
  };
  money("authorised", order.payments.authorised);
  money("captured", order.payments.captured);
  money("refunded", order.payments.refunded);
  money("reversed", order.payments.reversed);
  money("charged_back", order.payments.charged_back);
  money("open_amount", order.payments.open);
  money("refund_due", order.payments.refund_due);
  money("credit", order.payments.credit);
  facts.units("version", order.version);
  facts.time("pay_by", order.pay_by, speech.now);
  facts.time("remind_at", order.remind_at, speech.now);
  facts.time("review_by", order.review_by, speech.now);
  facts.time("ship_by", order.ship_by, speech.now);
  return facts;
}

// "TEAPOT x6 held at LEEDS", "TEAPOT x1 waiting"
std::optional<std::string> line_difference(const Words& words, const OrderInspection& order,
                                           const Speech& speech) {
  const SkuId sku{id_of(words[0], IdKind::sku, speech)};
  // "TEAPOT line 2 x6 held": the line that the shop knows by that number.
  const bool is_numbered = words.size() > 2 && words[1].text == "line";
  const std::string name = words[0].text + (is_numbered ? " line " + words[2].text : "");
  const auto line = std::ranges::find_if(order.lines, [&](const LineInspection& one) {
    return one.sku == sku && (!is_numbered || std::to_string(one.line_number) == words[2].text);
  });
  if (line == order.lines.end()) return "the order has no " + name;
  Facts facts;
  facts.units("ordered", line->ordered);
  std::uint32_t node = 0;
  if (words.size() > 4 && words[words.size() - 2].text == "at") {
    node = id_of(words.back(), IdKind::node, speech);
  }
  std::int64_t taken = 0;
  for (const HoldInspection& hold : line->holds) {
    if (node == 0 || hold.node.value == node) taken += hold.quantity;
  }
  facts.units("held", line->state == LineState::allocated ? 0 : taken);
  facts.units("allocated", line->state == LineState::allocated ? taken : 0);
  facts.units("waiting", line->waiting);
  facts.units("refused", line->refused);
  facts.units("shipped", line->shipped);
  facts.units("beyond", static_cast<std::int64_t>(line->shipped_beyond));
  facts.units("delivered", static_cast<std::int64_t>(line->delivered));
  facts.units("returned", static_cast<std::int64_t>(line->returned));
  facts.units("lost", line->lost);
  facts.units("turned_away", line->turned_away);
  facts.units("to_pick", line->to_pick);
  facts.units("picked", line->picked);
  facts.units("packed", line->packed);
  facts.add("price", ValueKind::money, line->price, amount_text(line->price));
  facts.add("discount", ValueKind::money, line->discount, amount_text(line->discount));
  facts.add("tax", ValueKind::money, line->tax, amount_text(line->tax));
  facts.time("wanted_at", line->wanted_at, speech.now);
  Words told(words.begin() + (is_numbered ? 3 : 1), words.end() - (node == 0 ? 0 : 2));
  if (!told.empty() && told[0].text.starts_with('x')) told[0].text.erase(0, 1);
  const DetailReader reader(facts.forms(), "a line", speech);
  auto found = difference_of(facts, reader.read(told, 0));
  if (found) *found += " of " + name;
  return found;
}

Looked look_at_order(const Words& left, const std::vector<Words>& right, const Stage& stage,
                     const Speech& speech) {
  const Word& name = word_at(left, 1, "the name of an order");
  if (left.size() > 2) refuse(left[2], "'" + left[2].text + "' is one word too many");
  if (!speech.orders.knows(name.text)) refuse_name(name, "order", speech.orders.names());
  KeyNames names = speech.orders;
  const KeyHalves key = names.key(name.text);
  const auto order = stage.core().find_order({key.low, key.high});
  const bool wants_none = right.size() == 1 && join(right[0]) == "unknown";
  if (!order) {
    if (wants_none) return {{}, "unknown"};
    return {name.text + " is not known, or not any more", "unknown"};
  }
  const Facts facts = order_facts(*order, speech);
  if (wants_none) return {name.text + " is known", facts.text()};
  Looked looked{{}, facts.text()};
  for (const Words& words : right) {
    const bool of_line = speech.find(IdKind::sku, words[0].text).has_value();
    const DetailReader reader(facts.forms(), "an order", speech);
    const auto found = of_line ? line_difference(words, *order, speech)
                               : difference_of(facts, reader.read(words, 0));
    if (found && !looked.difference) looked.difference = found;
  }
  return looked;
}

// ---- waiting SKU ----

Looked look_at_waiting(const Words& left, const std::vector<Words>& right, const Stage& stage,
                       const Speech& speech) {
  const std::uint32_t sku = id_of(word_at(left, 1, "a SKU"), IdKind::sku, speech);
  std::vector<std::pair<oracle::Rank, std::string>> queue;
  for (const auto& [sequence, order] : stage.state().open) {
    for (std::uint32_t i = 0; i < order.lines.size(); ++i) {
      if (order.lines[i].sku != sku || !order.lines[i].queued) continue;
      queue.emplace_back(oracle::rank_of(order, i),
                         speech.orders.name({.high = order.key.high, .low = order.key.low}));
    }
  }
  std::ranges::sort(queue, {}, &std::pair<oracle::Rank, std::string>::first);
  std::string is;
  for (const auto& [rank, name] : queue) is += (is.empty() ? "" : ", ") + name;
  if (is.empty()) is = "nobody";
  std::string wanted;
  for (const Words& words : right) wanted += (wanted.empty() ? "" : ", ") + join(words);
  if (wanted == is) return {{}, is};
  return {"who waits for " + left[1].text + ", in this order: " + is, is};
}

// ---- sellable SKU [CHANNEL] [ZONE] ----

Looked look_at_sellable(const Words& left, const std::vector<Words>& right, const Stage& stage,
                        const Speech& speech) {
  const std::uint32_t sku = id_of(word_at(left, 1, "a SKU"), IdKind::sku, speech);
  std::uint32_t channel = speech.find(IdKind::channel, "WEB").value_or(1);
  std::uint32_t zone = speech.find(IdKind::zone, "GB").value_or(1);
  for (std::size_t i = 2; i < left.size(); ++i) {
    const bool is_zone = speech.find(IdKind::zone, left[i].text).has_value();
    (is_zone ? zone : channel) = id_of(left[i], is_zone ? IdKind::zone : IdKind::channel, speech);
  }
  const auto offer = stage.core().find_available({channel}, {zone}, {sku});
  const std::string is = std::to_string(offer ? offer->can_have : 0);
  if (right.size() == 1 && join(right[0]) == is) return {{}, is};
  return {"the channel can sell " + is, is};
}

// ---- cap CODE TOKEN ----

Looked look_at_cap(const Words& left, const std::vector<Words>& right, const Stage& stage,
                   const Speech& speech) {
  const std::uint32_t cap = id_of(word_at(left, 1, "the code of a cap"), IdKind::cap, speech);
  const Word& token = word_at(left, 2, "a token, such as the number of a customer");
  const auto number = parse_key(token.text);
  if (!number) refuse(token, "'" + token.text + "' is no token; a token is a number");
  const auto account = stage.core().find_cap_account({cap}, number->low, speech.now);
  Facts facts;
  facts.units("debited", account ? account->debited : 0);
  facts.units("left", account ? account->left : 0);
  facts.units("excess", account ? static_cast<std::int64_t>(account->excess) : 0);
  return compare(facts, right, "a cap", speech);
}

}  // namespace

const std::vector<std::string>& check_words() {
  static const std::vector<std::string> words{"stock", "order", "waiting", "sellable", "cap"};
  return words;
}

Looked look(const Words& left, const std::vector<Words>& right, const Stage& stage,
            const Speech& speech) {
  const std::string& what = left.front().text;
  if (what == "stock") return look_at_stock(left, right, stage, speech);
  if (what == "order") return look_at_order(left, right, stage, speech);
  if (what == "waiting") return look_at_waiting(left, right, stage, speech);
  if (what == "sellable") return look_at_sellable(left, right, stage, speech);
  return look_at_cap(left, right, stage, speech);
}

}  // namespace allot::stories
