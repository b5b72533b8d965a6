#include "allocation/changing.hpp"

#include "allocation/ending.hpp"
#include "allocation/paying.hpp"
#include "allocation/shipping.hpp"
#include "allot/types/order_key.hpp"
#include "orders/cap_changes.hpp"

namespace allot {
namespace {

// What is said of a line besides which it is, how many units are meant, and what one costs.
bool says_more(const OrderLine& line) noexcept {
  OrderLine plain{};
  plain.sku = line.sku;
  plain.quantity = line.quantity;
  plain.price = line.price;
  plain.line_number = line.line_number;
  return !(plain == line);
}

}  // namespace

Decision Changing::fault_of_named(std::span<const OrderLine> lines) const {
  if (lines.empty()) return Reason::no_lines;
  if (lines.size() > t_.scratch.supply_grew.size()) return Reason::too_many_lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const OrderLine& line = lines[i];
    if (!t_.catalogue.known(line.sku)) return {Reason::sku_unknown, i, line.sku};
    if (line.quantity == 0 || line.quantity > units_max) {
      return {Reason::quantity_out_of_range, i, line.sku};
    }
    if (says_more(line)) return {Reason::field_out_of_range, i, line.sku};
  }
  return {};
}

OrderKey Changing::key_of(const Order& old, const OrderKey& key, const Code& number) const {
  if (!number.present()) return key;
  const CodeTable& channels = t_.catalogue.codes(IdKind::channel);
  return order_key_of(channels.code(old.origin.channel().value).text(), number.text());
}

Reason Changing::fault_of_new(const OrderKey& key, const Code& number) const {
  if (!t_.book.keys().contain(key)) return Reason::ok;
  const OrderSlot known = find_any(t_.book.keys(), key);
  const bool conflict =
      number.present() && known.present() && t_.numbers.of(t_.book[known], known) != number.text();
  return conflict ? Reason::order_key_conflict : Reason::order_exists;
}

Reason Changing::fault(const Catalogue& catalogue, const CancelLine& request) noexcept {
  if (!catalogue.known(request.sku)) return Reason::sku_unknown;
  if (request.node.present() && !catalogue.known(request.node)) return Reason::node_unknown;
  return request.quantity > units_max ? Reason::quantity_out_of_range : Reason::ok;
}

Decision Changing::cancel(OrderSlot slot, const CancelLine& request) {
  Order& order = t_.book[slot];
  if (request.version != 0 && request.version != order.version) return Reason::version_stale;
  const LineBlocks::Found found = t_.book.lines().find(order, {request.sku, request.line_number});
  Line* const line = found.line;
  const LineNumber number = found.number;
  if (line == nullptr) return Reason::not_in_order;
  // They may cost different amounts: only who asks knows which of them is meant.
  if (found.several) return {Reason::line_number_missing, number.value, line->sku};
  const Owed owed = this->owed(*line, request.node);
  const Units units = request.quantity != 0 ? Units{request.quantity} : owed.there;
  if (!units.present() || units > owed.there) {
    const bool elsewhere = units.present() ? UnitSum(units) <= owed.all : owed.all != UnitSum{};
    const bool left = t_.book.companions().shipped_of(order, *line, number).present();
    const Reason why = elsewhere ? Reason::not_held_there
                       : left    ? Reason::already_left
                                 : Reason::not_in_order;
    return {why, number.value, line->sku};
  }
  if (is_all(order, units)) {
    Ending(t_).stop(slot, OrderStatus::cancelled);
    return {};
  }
  const LineCut gone = cut_of(order, *line, number, units);
  if (gone.less > order.value) return Reason::discount_too_large;

  // What has come in of a paid order stays what it was, whatever is due for it from now on.
  if (order.payment == Payment::paid && gone.less != 0) {
    (void)t_.book.companions().begin_payments(order);
  }
  const WideMoney before = Balances(t_).counts(order) ? Balances(t_).of(order).refund_due : 0;
  const Units held = cut(slot, gone, request.node);
  ++order.version;
  if (held.present()) Ending(t_).withdraw_offer(slot);
  if (order.ship_complete) try_whole_again(slot);
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
  tell_changed(slot, before);
  return {};
}

LineCut Changing::cut_of(const Order& order, const Line& line, LineNumber number,
                         Units units) const {
  const Units kept = line.ordered - units;
  const LineMoney said = said_of(order, number);
  const auto stays = [kept, &line](MoneyMinor amount) {
    return static_cast<MoneyMinor>(share_of(amount, kept, line.ordered));
  };
  const LineMoney now{.total = stays(said.total),
                      .discount = stays(said.discount),
                      .tax = stays(said.tax),
                      .line = number,
                      .next = {},
                      .wanted_at = said.wanted_at};
  Line after = line;
  after.ordered = kept;
  return {number, units, now, due_of(order, line, said) - due_of(order, after, now)};
}

Units Changing::cut(OrderSlot slot, const LineCut& cut, NodeId at) {
  Order& order = t_.book[slot];
  Companions& companions = t_.book.companions();
  const auto less = static_cast<MoneyMinor>(cut.less);
  const Units held = Shipping(t_).release(order, cut.number, cut.units, at);
  if (t_.floor.has(order)) t_.floor.trim(t_.book.lines(), order);
  Line& line = t_.book.lines().at(order, cut.number);
  line.ordered -= cut.units;
  if (companions.money(order).present()) {
    companions.moneys().change(companions.money(order), cut.stays);
  }
  order.value -= less;
  CapChanges(t_.cap_debits).give_back_units(order, t_.book.lines(), line.sku, cut.units);
  t_.step.out->tell(events::LineCancelled{.order_key = order.key,
                                          .line = static_cast<std::uint16_t>(cut.number.value),
                                          .sku = line.sku,
                                          .node = at,
                                          .quantity = cut.units.value,
                                          .value = less,
                                          .gave_back = held.value});
  return held;
}

Changing::Owed Changing::owed(const Line& line, NodeId node) const {
  Owed owed;
  owed.all = line.waiting;
  if (!node.present()) owed.there = line.waiting;
  t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
    owed.all += debit.units;
    if (!node.present() || t_.stock.lot(debit.lot).node == node) owed.there += debit.units;
  });
  return owed;
}

// Returns: whether the order has no more than so many units that have not left.
bool Changing::is_all(const Order& order, Units units) const {
  UnitSum all;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber) { all += owed(line, {}).all; });
  return all + t_.floor.picked(order) == UnitSum(units);
}

LineMoney Changing::said_of(const Order& order, LineNumber number) const {
  const Companions& companions = t_.book.companions();
  const LineMoney* const said =
      OrderMoneys::Look(companions.moneys(), companions.money(order)).find(number);
  return said != nullptr ? *said : LineMoney{};
}

// Returns: what is to be paid for the line.
WideMoney Changing::due_of(const Order& order, const Line& line, const LineMoney& said) const {
  const Companions& companions = t_.book.companions();
  const MoneySlot money = companions.money(order);
  const bool tax_included = money.present() && companions.moneys()[money].charges.tax_included;
  const WideMoney due = WideMoney{line.price} * line.ordered.value + said.total - said.discount;
  return due + (tax_included ? 0 : said.tax);
}

// Effects: an order that is shipped whole and waits has its turn, since less may be there by now.
void Changing::try_whole_again(OrderSlot slot) {
  Order& order = t_.book[slot];
  bool queued = false;
  t_.book.lines().visit(
      order, [&](const Line& line, LineNumber) { queued = queued || line.entry.present(); });
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (!queued && line.waiting.present()) {
      queued = true;
      line.entry = t_.waiting.join(line.sku, rank_of(order, number), slot, line.waiting);
    }
    if (line.entry.present()) t_.waiting.try_too(line.sku, rank_of(order, number));
  });
}

void Changing::tell_changed(OrderSlot slot, WideMoney refund_before) {
  const Order& order = t_.book[slot];
  tell(order);
  Paying(t_).heed_less_due(slot);
  if (Balances(t_).counts(order)) Balances(t_).tell_change(order, refund_before, Reason::ok);
}

void Changing::tell(const Order& order) const {
  t_.step.out->tell(events::OrderChanged{.order_key = order.key,
                                         .lines = order.line_count,
                                         .version = order.version,
                                         .value = order.value,
                                         .pay_by = order.pay_by});
}

void Changing::end_if_complete(OrderSlot slot, WideMoney to_capture) {
  const Order& order = t_.book[slot];
  if (t_.floor.has(order)) return;
  bool complete = true;
  UnitSum units;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber) {
    complete = complete && !line.waiting.present() && !line.first.lot.present();
    if (!line.refused) units += line.ordered;
  });
  if (!complete) return;
  const OrderKey key = order.key;
  Ending(t_).end_shipped(slot, units, to_capture);
  // All that has left may be back already.
  const OrderSlot ended = find_any(t_.book.keys(), key);
  if (ended.present()) {
    heed_goods(t_, ended, Balances(t_).to_capture(t_.book[ended]));
  }
}

}  // namespace allot
