// The full scan behind Core::conservation() (docs/rules.md §10).
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/core-state.hpp"

namespace allot {
namespace {

struct Promised {
  UnitSum held;
  UnitSum allocated;
  UnitSum picked;
};

class Scan {
 public:
  Scan(const Tables& tables, const Catalogue& catalogue)
      : tables_(tables),
        catalogue_(catalogue),
        promised_(tables.stock.lots().fresh()),
        waiting_(catalogue.codes(IdKind::sku).count() + 1) {}

  Conservation run() {
    const OrderBook& book = tables_.book;
    for (const OrderSlot slot : book.open_by_sequence()) scan_open(book[slot]);
    for (const OrderSlot slot : book.closed_oldest_first()) scan_closed(book[slot]);
    if (tables_.semantics.keeps_amounts_of_merged_lines()) {
      for (const OrderSlot slot : known_orders(book)) scan_money(book[slot]);
    }
    for (LotSlot slot{1}; slot.value < promised_.size(); ++slot.value) scan_lot(slot);
    for (std::uint32_t sku = 1; sku <= catalogue_.codes(IdKind::sku).count(); ++sku)
      scan_row(SkuId{sku});
    scan_margins();
    scan_sku_sets();
    scan_caps();
    scan_news();
    scan_returns();
    scan_own();
    scan_payments();
    scan_gone();
    scan_promises();
    scan_parcels();
    return result_;
  }

 private:
  void fault(std::string text) {
    if (!result_.holds) return;
    result_.holds = false;
    result_.fault = std::move(text);
  }
  static std::string name(const Order& order, LineNumber line) {
    return "order placed at sequence " + std::to_string(order.sequence) + ", line " +
           std::to_string(line.value);
  }

  void scan_open(const Order& order) {
    const OrderBook& book = tables_.book;
    ShippedLines::Look companions = book.companions().shipped(order);
    book.lines().visit(order, [&](const Line& line, LineNumber number) {
      ++result_.lines;
      result_.waiting += line.waiting.value;
      if (line.entry.present()) waiting_[line.sku.value] += line.waiting;
      UnitSum parts;
      tables_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
        parts += debit.units;
        Promised& promised = promised_[debit.lot.value];
        (order.firm() ? promised.allocated : promised.held) += debit.units;
        if (tables_.stock.lot(debit.lot).sku != line.sku) {
          fault(name(order, number) + ": holds a lot of another SKU");
        }
      });
      const ShippedLine* const kept = companions.find(number);
      const Units shipped = shipped_of(order, line, kept);
      const Units picked = scan_floor(order, line, number);
      if (parts + picked + line.waiting + shipped + (line.refused ? line.ordered : Units{}) !=
          line.ordered) {
        fault(name(order, number) +
              ": ordered is not held + allocated + picked + packed + waiting + shipped + refused");
      }
      scan_shipped(order, line, number, kept);
    });
  }
  // Returns: units that were picked for the line, packed or not. No more is to be picked than it
  // holds.
  Units scan_floor(const Order& order, const Line& line, LineNumber number) {
    Units picked;
    tables_.floor.visit(order, [&](const FloorPart& part) {
      if (part.line != number) return;
      if (part.packed()) ++packed_[part.parcel][order.key];
      picked += part.picked;
      promised_[part.lot.value].picked += part.picked;
      Units held;
      tables_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
        if (debit.lot == part.lot) held = debit.units;
      });
      if (part.to_pick > (part.packed() ? Units{} : held) || !part.any()) {
        fault(name(order, number) + ": more is to be picked than it holds, or nothing");
      }
    });
    return picked;
  }
  void scan_closed(const Order& order) {
    if (tables_.floor.has(order)) {
      fault("order placed at sequence " + std::to_string(order.sequence) +
            ": it has ended, and is on the floor");
    }
    ShippedLines::Look companions = tables_.book.companions().shipped(order);
    tables_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      ++result_.lines;
      const bool remembers = order.status == OrderStatus::expired;
      if (line.first.lot.present() || line.entry.present() ||
          (line.waiting.present() && !remembers)) {
        fault(name(order, number) + ": an ended order still holds or waits");
      }
      scan_shipped(order, line, number, companions.find(number));
    });
  }
  // What is due for an order must be what its parts come to.
  void scan_money(const Order& order) {
    __extension__ using Wide = __int128;
    const OrderBook& book = tables_.book;
    Wide due = 0;
    book.lines().visit(order, [&due](const Line& line, LineNumber) {
      due += Wide{line.price} * line.ordered.value;
    });
    if (const MoneySlot money = book.companions().money(order); money.present()) {
      const OrderCharges& charges = book.companions().moneys()[money].charges;
      Wide taxes = charges.shipping_tax;
      due += Wide{charges.shipping} - charges.discount;
      book.companions().moneys().visit_lines(money, [&](const LineMoney& line) {
        due += Wide{line.total} - line.discount;
        taxes += line.tax;
      });
      if (!charges.tax_included) due += taxes;
    }
    if (due == order.value) return;
    fault("order placed at sequence " + std::to_string(order.sequence) +
          ": its value is not what its lines, discounts, shipping and taxes come to");
  }
  // More cannot have been shipped than was ordered, nor have arrived than was shipped.
  void scan_shipped(const Order& order, const Line& line, LineNumber number,
                    const ShippedLine* kept) {
    const Units shipped = shipped_of(order, line, kept);
    if (shipped > (line.refused ? Units{} : line.ordered)) {
      fault(name(order, number) + ": more was shipped than was ordered, and not told apart");
    }
    if (kept != nullptr && kept->ended() > kept->sent(shipped)) {
      fault(name(order, number) + ": more arrived, was lost or turned away than was shipped");
    }
    if (kept != nullptr && UnitSum(kept->home) > kept->returned) {
      fault(name(order, number) + ": more of what had not arrived came back than came back");
    }
    if (kept != nullptr && kept->returned > kept->beyond + shipped) {
      fault(name(order, number) + ": more came back than was shipped");
    }
    if (kept != nullptr && kept->returned + kept->lost + kept->turned_away > kept->sent(shipped)) {
      fault(name(order, number) + ": what came back is lost or turned away as well");
    }
  }
  void scan_lot(LotSlot slot) {
    const Lot lot = tables_.stock.settled_lot(slot);
    ++result_.lots;
    result_.on_hand += lot.on_hand.value;
    result_.available += lot.available.value;
    result_.held += lot.held.value;
    result_.allocated += lot.allocated.value;
    result_.picked += lot.picked.value;
    result_.unavailable += lot.unavailable.value;
    result_.deficit += lot.deficit.value;
    const UnitSum books = UnitSum(lot.on_hand) + lot.deficit;
    // What the orders themselves say that they were promised, not what the lot says.
    const Promised& by_orders = promised_[slot.value];
    const UnitSum promised = by_orders.held + by_orders.allocated;
    if (promised > books) result_.oversold_units += (promised - books).value;
    const std::string where = "lot " + std::to_string(lot.code) + " of SKU " +
                              std::to_string(lot.sku.value) + " at node " +
                              std::to_string(lot.node.value);
    if (books != UnitSum(lot.available) + lot.held + lot.allocated + lot.picked + lot.unavailable) {
      fault(where +
            ": on_hand + deficit is not available + held + allocated + picked + unavailable");
    }
    if (by_orders.held != lot.held || by_orders.allocated != lot.allocated ||
        by_orders.picked != lot.picked) {
      fault(where + ": held, allocated and picked are not what its orders have");
    }
    scan_end(slot, where);
  }

  // When every end was told, nothing of an ended lot is left for sale, and whoever was promised it
  // has lost it or is looked for.
  void scan_end(LotSlot slot, const std::string& where) {
    const Stock& stock = tables_.stock;
    if (stock.end_is_due()) return;
    const Lot& lot = stock.lot(slot);
    if (lot.available != stock.settled_lot(slot).available) {
      fault(where + ": it has ended and is for sale");
    }
    const Loss loss = stock.loss_of(slot, lot.held + lot.allocated);
    if (loss.units.present() && !tables_.waiting.work().lose_item().present()) {
      fault(where + ": it does not have what was promised, and nobody loses it");
    }
  }

  // The sums that decisions read must be those of the lots and of the lines.
  void scan_row(SkuId sku) {
    const Stock& stock = tables_.stock;
    UnitSum available;
    UnitSum held;
    for (std::uint32_t node = 1; node <= catalogue_.codes(IdKind::node).count(); ++node) {
      UnitSum in_cell;
      for (LotSlot slot = stock.first_lot(sku, NodeId{node}); slot.present();
           slot = stock.lot(slot).next) {
        in_cell += stock.lot(slot).available;
        held += stock.lot(slot).held;
      }
      if (in_cell != stock.available(sku)[node - 1]) {
        fault("SKU " + std::to_string(sku.value) + " at node " + std::to_string(node) +
              ": available is not the sum of its lots");
      }
      available += in_cell;
    }
    const SkuRow& row = stock.row(sku);
    if (row.available != available || row.held != held || row.waiting != waiting_[sku.value]) {
      fault("SKU " + std::to_string(sku.value) +
            ": its totals are not the sums of its lots and waiting lines");
    }
  }

  // For each margin of a channel a timer runs for every lot that is sold until its instant comes.
  void scan_margins() {
    const Stock& stock = tables_.stock;
    if (!tables_.semantics.lots_end()) return;
    std::map<TimeNs, std::uint64_t> sold;
    for (const TimeNs margin : catalogue_.margins()) {
      for (LotSlot slot{1}; slot.value < promised_.size(); ++slot.value) {
        const Lot& lot = stock.lot(slot);
        if (lot.expires_at != 0 && stock.may_sell(lot, margin)) ++sold[margin];
      }
    }
    std::map<TimeNs, std::uint64_t> timed;
    stock.margin_ends().visit([&](TimeNs margin, const LotEnd& end) {
      if (end.time - margin > tables_.step.now) ++timed[margin];
    });
    if (sold != timed) fault("a lot that a channel will sell no more before its end has no timer");
  }

  // The bits by which decisions ask must be those of the members.
  void scan_sku_sets() {
    const SkuSets& sets = catalogue_.sku_sets();
    for (SkuSetId set{1}; sets.known(set); ++set.value) {
      const std::span<const SkuId> members = sets.members(set);
      for (SkuId sku{1}; catalogue_.known(sku); ++sku.value) {
        if (sets.contains(set, sku) == std::ranges::binary_search(members, sku)) continue;
        fault("SKU " + std::to_string(sku.value) + " in set " + std::to_string(set.value) +
              ": its bit is not what the members say");
      }
    }
  }

  // What was debited of each account must be what its open orders debited, and no more than the
  // cap.
  void scan_caps() {
    std::map<std::tuple<CapId, CapWindow, Token>, std::pair<UnitSum, UnitSum>> by_orders;
    for (const OrderSlot slot : known_orders(tables_.book)) {
      const Order& order = tables_.book[slot];
      if (!tables_.book.companions().counts_for_caps(order)) continue;
      tables_.book.companions().debits().visit(order, [&](const Caps::Debit& debit) {
        auto& [debited, excess] = by_orders[{debit.cap, debit.window, debit.token}];
        (debit.excess ? excess : debited) += debit.units;
      });
    }
    std::size_t named = 0;
    for (const CapRow& row : tables_.cap_debits.ledger().sorted()) {
      const std::string where =
          "token " + std::to_string(row.token) + " of cap " + std::to_string(row.cap.value) + ": ";
      if (row.debited > catalogue_.caps()[row.cap].most_ever)
        fault(where + "more was debited than it allows");
      const auto found = by_orders.find({row.cap, row.window, row.token});
      if (found == by_orders.end()) continue;
      ++named;
      const auto& [debited, excess] = found->second;
      // What shipped orders debited that are forgotten stays, with nobody to name it.
      if (debited > row.debited || excess > row.excess) {
        fault(where + "its orders debited more than was debited");
      }
    }
    if (named != by_orders.size()) fault("an order debited an account that there is not");
  }

  // Whoever is waited for has not come, and whoever waited longest is the first whose time is up.
  void scan_news() {
    TimeNs before = 0;
    tables_.news.visit_oldest_first([&](const NewsItem& item) {
      const std::string where = "news of sequence " + std::to_string(item.sequence) + ": ";
      if (tables_.book.keys().contain(item.key))
        fault(where + "it waits for an order that is known");
      if (item.until < before) fault(where + "its time is up before that of the one before it");
      before = item.until;
    });
  }

  // Of each return that is waited for something is still missing, and its window lies ahead or is
  // due.
  void scan_returns() {
    for (const ReturnRequest& request : tables_.returns.sorted()) {
      const std::string where =
          "the return requested at sequence " + std::to_string(request.sequence) + ": ";
      if (request.received >= request.quantity) fault(where + "all of it came back");
      if (tables_.returns.next().time > request.until) fault(where + "it lapses before the first");
      if (request.exchanged.present()) scan_exchange(tables_.returns.exchanged(request.exchanged));
    }
  }
  // What is to be credited still is not asked of the order that was placed for it, where it counts.
  void scan_exchange(const Exchanged& exchanged) {
    const std::string where =
        "order placed in exchange at sequence " + std::to_string(exchanged.sequence) + ": ";
    if (exchanged.rest < 0) fault(where + "more was credited than was to be");
    const OrderBook& book = tables_.book;
    const OrderSlot slot = find_any(book.keys(), exchanged.key);
    if (!slot.present() || book[slot].sequence != exchanged.sequence) return;
    if (exchanged.counts != CreditWhen::at_once) return;
    const Companions& companions = book.companions();
    if (companions.moneys().credit_of(companions.money(book[slot])) < exchanged.rest) {
      fault(where + "it is asked for what is credited to it");
    }
  }
  // What was promised of an order that is to leave is waited for, and each promise that began was
  // kept, breached, ended without, or runs.
  void scan_promises() {
    std::map<std::pair<ChannelId, ServiceKind>, std::uint64_t> running;
    for (const Promise& promise : tables_.promises.sorted()) {
      const std::string where =
          "the promise that began at sequence " + std::to_string(promise.sequence) + ": ";
      if (!promise.breached) ++running[{promise.channel, promise.kind}];
      if (!promise.breached && tables_.promises.next().time > promise.timer()) {
        fault(where + "its time comes before the first");
      }
      if (promise.kind != ServiceKind::processing && promise.kind != ServiceKind::ship_by) continue;
      const OrderSlot slot = tables_.book.find(promise.key);
      const Order* const order = slot.present() ? &tables_.book[slot] : nullptr;
      const bool is_ready = order != nullptr && order->sequence == promise.order_sequence &&
                            order->open() && order->review == Review::clear &&
                            !owes_before_leaving(order->payment);
      if (!is_ready) fault(where + "its order is not to leave");
    }
    for (ChannelId channel{1}; catalogue_.known(channel); ++channel.value) {
      for (std::size_t number = 0; number < service_kinds; ++number) {
        const auto kind = static_cast<ServiceKind>(number);
        const ServiceCounts& counts = tables_.promises.counts(channel, kind);
        const std::uint64_t over = counts.kept + counts.breached;
        if (counts.begun < over + running[{channel, kind}] || counts.warned > counts.begun) {
          fault("channel " + std::to_string(channel.value) + ": more promises ended than began");
        }
      }
    }
  }

  // What is somebody's is to be paid, and nobody has paid any of it.
  void scan_own() {
    const Companions& companions = tables_.book.companions();
    for (const OrderSlot slot : known_orders(tables_.book)) {
      const Order& order = tables_.book[slot];
      const OwnSlot own = own_of(companions, order);
      if (!own.present()) continue;
      const std::string where = "order of sequence " + std::to_string(order.sequence) + ": ";
      if (companions.moneys().own()[own].order != slot)
        fault(where + "what is said of it is another's");
      if (!order.open() || order.imported || !awaits_payment(order.payment) ||
          companions.payments(order) != nullptr || companions.any_shipped(order)) {
        fault(where + "it is somebody's, and not an open order that is to be paid");
      }
    }
  }
  using SinglePayments = std::map<PaymentKind, WideMoney>;
  // What the payments of an order come to must be what the single ones say, and how its money
  // stands must follow: captured + open = due + refund_due + refunded + reversed + charged_back.
  void scan_payments() {
    // Those of orders that are not known any more may stand together, and come to any sum.
    std::map<Sequence, SinglePayments> by_order;
    tables_.payments.visit_oldest_first([&](const KnownPayment& known) {
      by_order[known.order_sequence][known.kind] += known.amount;
    });
    for (const OrderSlot slot : known_orders(tables_.book)) {
      const Order& order = tables_.book[slot];
      const PaymentSums* const sums = tables_.book.companions().payments(order);
      if (sums != nullptr) scan_sums(order, *sums, by_order[order.sequence]);
      const Companions& companions = tables_.book.companions();
      const MoneyMinor credit = companions.moneys().credit_of(companions.money(order));
      const MoneyMinor given = given_of(companions.moneys(), companions.money(order));
      if (given < 0 || given > credit || (given != 0 && !misses_goods(order))) {
        fault("order placed at sequence " + std::to_string(order.sequence) +
              ": it is not asked for goods that the customer has");
      }
      if (credit < 0 || (credit != 0 && sums == nullptr)) {
        fault("order placed at sequence " + std::to_string(order.sequence) +
              ": its credit is negative, or its payments are not counted");
      }
    }
  }
  // Returns: whether anything that left is not with the customer.
  [[nodiscard]] bool misses_goods(const Order& order) const {
    const Companions& companions = tables_.book.companions();
    bool any = false;
    companions.shipped_lines().visit(
        companions.debits().shipped(order), [&any](const ShippedLine& line) {
          any = any || line.returned + line.lost + line.turned_away != UnitSum{};
        });
    return any;
  }
  void scan_sums(const Order& order, const PaymentSums& sums, SinglePayments& single) {
    const std::string where = "order placed at sequence " + std::to_string(order.sequence) + ": ";
    if (sums.authorised != single[PaymentKind::authorised] ||
        WideMoney{sums.captured} - sums.unnamed != single[PaymentKind::captured] ||
        sums.refunded != single[PaymentKind::refunded] ||
        sums.reversed != single[PaymentKind::reversed] ||
        sums.charged_back != single[PaymentKind::charged_back]) {
      fault(where + "its payments do not come to what the single ones say");
    }
    if (std::min({sums.authorised, sums.captured, sums.refunded, sums.reversed,
                  sums.charged_back}) < 0) {
      fault(where + "a sum of payments is negative");
    }
    const OrderBook& book = tables_.book;
    const MoneyBalance stands = book.companions().balance(book.lines(), order);
    const WideMoney due = book.companions().amount_due(book.lines(), order);
    if (sums.captured + stands.open != due + stands.refund_due + sums.gone_back() ||
        std::min(stands.open, stands.refund_due) < 0) {
      fault(where + "its money does not add up");
    }
    if (sums.set_aside < 0 || sums.set_aside > sums.authorised) {
      fault(where + "more is set aside than was authorised");
    }
    if (order.open() && order.payment == Payment::authorised && order.pay_by != sums.lapses_at) {
      fault(where + "it is authorised until another time than what is set aside for it");
    }
    const MoneyMinor kept = book.companions().moneys().kept_deposit(book.companions().money(order));
    const bool goes_on = order.open() && !tables_.floor.asked_back(order);
    if (kept < 0 || (kept != 0 && goes_on)) {
      fault(where + "a deposit is kept of it that is none, or not lapsed");
    }
    const MoneyMinor asked = asked_of(book.companions(), order);
    if (order.payment != Payment::paid && asked != 0 && sums.stayed() >= asked) {
      fault(where + "all of its money is there, and it is not paid");
    }
  }

  // An order that went into another is known, and so is the one in which it is now.
  void scan_gone() {
    const OrderBook& book = tables_.book;
    const OrderKeys& keys = book.keys();
    std::map<OrderKey, std::uint32_t> others;
    keys.gone().visit_oldest_first([&](const GoneOrder& gone) {
      const std::string where = "order of sequence " + std::to_string(gone.sequence) + ": ";
      const Stub* const stub = gone.slot.present() ? nullptr : find_any_stub(keys, gone.key);
      const bool known = gone.slot.present()
                             ? book[gone.slot].key == gone.key && !book[gone.slot].open()
                             : stub != nullptr && stub->key == gone.key && stub->went;
      if (!known) fault(where + "it went into another, and is not known to have ended");
      if (gone.open < 0) fault(where + "more came in for it than was to");
      const OrderKey& into = last_step(keys, gone).into;
      if (!book.find(into).present() && keys.find_stub(into) == nullptr) {
        fault(where + "the order in which it is now is not known");
      }
      ++others[into];
    });
    for (const OrderSlot slot : known_orders(book)) {
      const std::uint32_t most =
          book.companions().moneys().others_of(book.companions().money(book[slot]));
      const auto found = others.find(book[slot].key);
      if (found != others.end() && found->second > most) {
        fault("order of sequence " + std::to_string(book[slot].sequence) +
              ": more orders went into it than are counted");
      }
    }
  }

  // Of each parcel it is known which orders have units in it, and of nothing else.
  void scan_parcels() {
    for (const auto& [key, orders] : packed_) {
      const std::string where = "parcel " + std::to_string(key) + ": ";
      const Parcel* const parcel = tables_.floor.parcels().find(key);
      if (parcel == nullptr || parcel->count != orders.size()) {
        fault(where + "not as many orders are known to lie in it as do");
        continue;
      }
      for (const Parcel::Member& member : parcel->members()) {
        const auto found = orders.find(member.order);
        if (found == orders.end() || found->second != member.parts) {
          fault(where + "an order has not the parts in it that are known");
        }
      }
    }
    if (packed_.size() != tables_.floor.parcels().count()) fault("a parcel is known to be empty");
  }

  const Tables& tables_;
  const Catalogue& catalogue_;
  std::vector<Promised> promised_;
  std::vector<UnitSum> waiting_;  // by SKU
  std::map<Token, std::map<OrderKey, std::uint32_t>> packed_;
  Conservation result_;
};

}  // namespace

Conservation Core::conservation() const { return Scan(state_->tables, state_->catalogue).run(); }

}  // namespace allot
