// The canonical encoding of the whole state (docs/rules.md §10): field by field, little-endian,
// every collection in an order that names something, never in that of memory.
#include <algorithm>
#include <tuple>

#include "core/core-state.hpp"
#include "core/identity_codec.hpp"
#include "core/line_sections.hpp"
#include "core/returns_codec.hpp"
#include "core/rules_codec.hpp"
#include "core/state_sections.hpp"
#include "core/state_writer.hpp"
#include "core/watch_codec.hpp"

namespace allot {
namespace {

using Writer = StateWriter;

constexpr std::uint8_t u8(bool value) noexcept { return value ? 1 : 0; }

void put_catalogue(Writer& out, const Catalogue& catalogue, const Limits& limits) {
  const CodeTable& skus = catalogue.codes(IdKind::sku);
  out.section(3, skus.count());
  for (std::uint32_t id = 1; id <= skus.count(); ++id) {
    out.put_code(skus.code(id));
    out.put(catalogue.list_price(SkuId{id}));
  }
  const CodeTable& nodes = catalogue.codes(IdKind::node);
  out.section(4, nodes.count());
  for (std::uint32_t id = 1; id <= nodes.count(); ++id) {
    out.put_code(nodes.code(id));
    out.put(catalogue.priority(NodeId{id}));
  }
  const CodeTable& zones = catalogue.codes(IdKind::zone);
  out.section(5, zones.count());
  for (std::uint32_t id = 1; id <= zones.count(); ++id) out.put_code(zones.code(id));

  const CodeTable& channels = catalogue.codes(IdKind::channel);
  out.section(6, channels.count());
  for (std::uint32_t id = 1; id <= channels.count(); ++id) {
    const Channel& channel = catalogue.channel(ChannelId{id});
    const DefineChannel& settings = channel.settings;
    out.put_code(channels.code(id));
    out.put(settings.hold_ttl_ns, settings.remind_before_ns, settings.pending_ttl_ns,
            settings.review_ttl_ns, settings.safety_stock, settings.policy, settings.review_outcome,
            u8(settings.cash_on_delivery), u8(settings.review_pauses_payment));
    out.put(static_cast<std::uint32_t>(channel.network.size()));
    for (const NodeId node : channel.network) out.put(node.value);
  }

  std::vector<std::tuple<std::uint32_t, std::uint32_t, const Lane*>> lanes;
  for (std::uint32_t zone = 1; zone <= zones.count(); ++zone) {
    const Lane* row = catalogue.lanes_of(ZoneId{zone});
    for (std::uint32_t node = 1; node <= std::min(limits.nodes_max, nodes.count()); ++node) {
      if (row[node - 1].defined) lanes.emplace_back(node, zone, &row[node - 1]);
    }
  }
  std::sort(lanes.begin(), lanes.end());
  out.section(7, lanes.size());
  for (const auto& [node, zone, lane] : lanes) {
    out.put(node, zone, lane->parcel_cost, lane->unit_cost, lane->transit_ns, lane->serviceable);
  }
}

// A section that came later: it is there only where it says something, so that the digests of
// states without sets stay what they were.
void put_sku_sets(Writer& out, const SkuSets& sets) {
  const CodeTable& codes = sets.codes();
  if (codes.count() == 0) return;
  out.section(16, codes.count());
  for (std::uint32_t id = 1; id <= codes.count(); ++id) {
    const std::span<const SkuId> members = sets.members(SkuSetId{id});
    out.put_code(codes.code(id));
    out.put(static_cast<std::uint32_t>(members.size()));
    for (const SkuId sku : members) out.put(sku.value);
  }
}

void put_risk(Writer& out, const Risk& risk) {
  const std::vector<Lists::Entry> entries = risk.lists().sorted();
  out.section(8, entries.size());
  for (const Lists::Entry& entry : entries) out.put(entry.list, entry.kind, entry.token);
}

void put_stock(Writer& out, const Stock& stock, const Catalogue& catalogue) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> safety;
  for (std::uint32_t sku = 1; sku <= catalogue.codes(IdKind::sku).count(); ++sku) {
    const Units* row = stock.safety(SkuId{sku});
    for (std::uint32_t node = 1; node <= catalogue.codes(IdKind::node).count(); ++node) {
      if (row[node - 1].present()) safety.emplace_back(sku, node, row[node - 1].value);
    }
  }
  out.section(9, safety.size());
  for (const auto& [sku, node, quantity] : safety) out.put(sku, node, quantity);

  std::vector<Lot> lots;
  for (LotSlot slot{1}; slot.value < stock.lots().fresh(); ++slot.value) {
    lots.push_back(stock.settled_lot(slot));
  }
  std::sort(lots.begin(), lots.end(), [](const Lot& a, const Lot& b) {
    return std::tuple(a.sku, a.node, a.code) < std::tuple(b.sku, b.node, b.code);
  });
  out.section(10, lots.size());
  for (const Lot& lot : lots) {
    out.put(lot.sku.value, lot.node.value, lot.code, lot.expires_at, lot.received_sequence,
            lot.on_hand.value, lot.available.value, lot.held.value, lot.allocated.value,
            lot.picked.value, lot.unavailable.value, lot.deficit.value);
  }
}

// Sections that came later: lots whose end has come and was not told yet, and who was found to
// lose.
void put_ends(Writer& out, const Stock& stock, TimeNs now) {
  std::vector<LotEnd> due;
  stock.ends().visit([&due, now](const LotEnd& end) {
    if (end.time <= now) due.push_back(end);
  });
  if (due.empty()) return;
  std::sort(due.begin(), due.end(), [](const LotEnd& a, const LotEnd& b) {
    return std::tuple(a.time, a.sequence) < std::tuple(b.time, b.sequence);
  });
  out.section(34, due.size());
  for (const LotEnd& end : due) {
    const Lot& lot = stock.lot(end.lot);
    out.put(lot.sku.value, lot.node.value, lot.code);
  }
}

void put_losers(Writer& out, const Losers& losers) {
  if (losers.count() == 0) return;
  out.section(35, losers.count());
  losers.visit_last_first(
      [&out](const Rank& rank, bool firm) { out.put(rank.sequence, rank.line().value, u8(firm)); });
}

void put_line(Writer& out, const Tables& tables, const Line& line) {
  out.put(line.sku.value, line.ordered.value, line.waiting.value,
          line.refused ? line.ordered.value : std::uint32_t{0}, line.price,
          u8(line.entry.present()));
  std::vector<std::tuple<std::uint32_t, std::uint64_t, std::uint32_t>> parts;
  tables.hold_chains.visit(line, [&](const Stock::Debit& debit) {
    const Lot& lot = tables.stock.lot(debit.lot);
    parts.emplace_back(lot.node.value, lot.code, debit.units.value);
  });
  std::sort(parts.begin(), parts.end());
  out.put(static_cast<std::uint32_t>(parts.size()));
  for (const auto& [node, code, quantity] : parts) out.put(node, code, quantity);
}

void put_order(Writer& out, const Tables& tables, const Order& order) {
  out.put(order.key.low, order.key.high, order.sequence, order.origin.channel().value,
          order.origin.zone().value, order.value, order.status, order.payment, order.review,
          u8(order.ship_stop), order.version, order.pay_by, order.remind_at, order.review_by,
          order.frozen_at, order.granted, order.freeze, order.priority, order.max_splits,
          u8(order.ship_complete), u8(order.imported), order.ship_by,
          std::uint32_t{order.line_count});
  tables.book.lines().visit(order,
                            [&](const Line& line, LineNumber) { put_line(out, tables, line); });
}

void put_orders(Writer& out, const Tables& tables) {
  const OrderBook& book = tables.book;
  const std::vector<OrderSlot> open = book.open_by_sequence();
  out.section(11, open.size());
  for (const OrderSlot slot : open) put_order(out, tables, book[slot]);
  const std::vector<OrderSlot> closed = book.closed_oldest_first();
  out.section(12, closed.size());
  for (const OrderSlot slot : closed) put_order(out, tables, book[slot]);
}

// Sections that came later, as those of sets.
void put_caps(Writer& out, const CapTable& caps, const Tables& tables) {
  if (caps.empty()) return;
  out.section(17, caps.codes().count());
  for (CapId id{1}; caps.known(id); ++id.value) {
    const Cap& cap = caps[id];
    out.put_code(caps.codes().code(id.value));
    out.put(cap.measure, cap.at_most.value, cap.per, cap.sku_set.value, cap.window_ns, cap.origin,
            u8(cap.token_required));
  }
  const std::vector<CapRow> rows = tables.cap_debits.ledger().sorted();
  if (!rows.empty()) out.section(18, rows.size());
  for (const CapRow& row : rows) {
    out.put(row.cap.value, caps[row.cap].begin_of(row.window), row.token, row.debited.value,
            row.excess.value);
  }
}

// Its section came later, too.
void put_asked_for(Writer& out, const HoldChains& holds) {
  if (holds.asked_for() == 0) return;
  out.section(20, 1);
  out.put(holds.asked_for());
}

// And this one.
void put_stubs(Writer& out, const Stubs& stubs) {
  if (stubs.count() == 0) return;
  out.section(24, stubs.count());
  stubs.visit_oldest_first([&out](const Stub& stub) {
    out.put(stub.key.low, stub.key.high, stub.sequence, stub.value, stub.retired_at, stub.status,
            stub.payment, u8(stub.imported));
  });
}

void put_news(Writer& out, const News& news) {
  std::uint64_t count = 0;
  news.visit_oldest_first([&count](const NewsItem&) { ++count; });
  if (count == 0) return;
  out.section(25, count);
  news.visit_oldest_first([&out](const NewsItem& item) {
    out.put(item.key.low, item.key.high, item.command, item.sequence, item.paid_at, item.until);
  });
}

// Its section came later, too: of known orders, those that were sold before the second in which
// they were recorded.
void put_sold(Writer& out, const OrderBook& book) {
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&book](OrderSlot slot) { return !book[slot].sold_earlier; });
  if (slots.empty()) return;
  out.section(23, slots.size());
  for (const OrderSlot slot : slots) out.put(book[slot].sequence, book[slot].origin.second);
}

// Sections that came later: what orders say of their money besides prices; the currencies of
// channels and of the risk limits.
void put_money(Writer& out, const OrderBook& book) {
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&book](OrderSlot slot) {
    const MoneySlot money = book.companions().money(book[slot]);
    return !book.companions().moneys().says_more(money);
  });
  if (slots.empty()) return;
  out.section(22, slots.size());
  for (const OrderSlot slot : slots) {
    const MoneySlot money = book.companions().money(book[slot]);
    const OrderCharges& charges = book.companions().moneys()[money].charges;
    std::vector<LineMoney> lines;
    book.companions().moneys().visit_lines(money, [&lines](const LineMoney& line) {
      if (line.says_money()) lines.push_back(line);
    });
    out.put(book[slot].sequence, charges.discount, charges.shipping, charges.shipping_tax,
            u8(charges.tax_included), static_cast<std::uint32_t>(lines.size()));
    for (const LineMoney& line : lines) {
      out.put(line.line.value, line.total, line.discount, line.tax);
    }
  }
}

// A section that came later: which payments are what is set aside for their orders.
void put_parts_aside(Writer& out, const OrderBook& book, const Payments& payments) {
  const auto is_part = [&book](const KnownPayment& known) {
    const bool is_known = known.aside_number != 0 && known.order.present() &&
                          book[known.order].sequence == known.order_sequence;
    if (!is_known) return false;
    const Order& order = book[known.order];
    const OrderMoney& money = book.companions().moneys()[book.companions().money(order)];
    return money.aside_number == known.aside_number &&
           book.companions().payments(order)->set_aside != 0;
  };
  std::uint64_t count = 0;
  payments.visit_oldest_first(
      [&](const KnownPayment& known) { count += is_part(known) ? 1U : 0U; });
  if (count == 0) return;
  out.section(54, count);
  payments.visit_oldest_first([&](const KnownPayment& known) {
    if (is_part(known)) out.put(known.order_sequence, known.key.low, known.key.high);
  });
}

// A section that came later: until when what was authorised counts, of orders of which more than
// one amount was, the last that was heard of first.
void put_authorised(Writer& out, const OrderBook& book, const Payments& payments) {
  const auto visit = [&](OrderSlot order, auto&& each) {
    const MoneySlot money = book.companions().money(book[order]);
    if (!money.present()) return;
    PaymentSlot at = book.companions().moneys()[money].last_payment;
    for (; at.present(); at = payments[at].earlier) {
      if (payments[at].counted) each(payments[at]);
    }
  };
  const auto count = [&visit](OrderSlot order) {
    std::uint32_t known = 0;
    visit(order, [&known](const KnownPayment&) { ++known; });
    return known;
  };
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&count](OrderSlot order) { return count(order) < 2; });
  if (slots.empty()) return;
  out.section(56, slots.size());
  for (const OrderSlot order : slots) {
    out.put(book[order].sequence, count(order));
    visit(order, [&out](const KnownPayment& known) {
      out.put(known.key.low, known.key.high, known.lapses_at);
    });
  }
}

// What payments come to, of orders of which a command payment was recorded, and which are known.
void put_payments(Writer& out, const OrderBook& book, const Payments& payments) {
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(
      slots, [&book](OrderSlot slot) { return book.companions().payments(book[slot]) == nullptr; });
  if (!slots.empty()) out.section(28, slots.size());
  for (const OrderSlot slot : slots) {
    const PaymentSums& sums = *book.companions().payments(book[slot]);
    out.put(book[slot].sequence, sums.authorised, sums.captured, sums.refunded, sums.reversed,
            sums.charged_back, sums.unnamed);
  }
  std::uint64_t count = 0;
  payments.visit_oldest_first([&count](const KnownPayment&) { ++count; });
  if (count == 0) return;
  out.section(29, count);
  payments.visit_oldest_first([&out](const KnownPayment& known) {
    out.put(known.order_sequence, known.key.low, known.key.high, known.kind, known.amount);
  });
}

// Of news, what that of amounts says of them.
void put_news_of_payments(Writer& out, const News& news) {
  std::uint64_t count = 0;
  news.visit_oldest_first(
      [&](const NewsItem& item) { count += item.command == CommandType::payment ? 1 : 0; });
  if (count == 0) return;
  out.section(36, count);
  news.visit_oldest_first([&](const NewsItem& item) {
    if (item.command != CommandType::payment) return;
    const NewsAmount& money = item.money;
    out.put(item.sequence, money.payment_key.low, money.payment_key.high, item.kind, money.amount);
    if (money.until != 0) out.put(money.until);
  });
}

void put_currencies(Writer& out, const Catalogue& catalogue, const SetRiskLimits& limits) {
  std::vector<ChannelId> channels;
  for (ChannelId id{1}; catalogue.known(id); ++id.value) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    if (settings.currency.size != 0 || settings.prices_include_tax) channels.push_back(id);
  }
  if (!channels.empty()) out.section(26, channels.size());
  for (const ChannelId id : channels) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    out.put(id.value);
    out.put_code(settings.currency);
    out.put(u8(settings.prices_include_tax));
  }
  if (limits.currency.size == 0) return;
  out.section(27, 1);
  out.put_code(limits.currency);
}

// A section that came later: the second deadlines of channels that have any.
void put_deadlines(Writer& out, const Catalogue& catalogue) {
  const auto says = [&catalogue](ChannelId id) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    return settings.pay_when_served || settings.payment_grace_ns != 0 ||
           settings.late_payment != LatePayment::take_again || settings.grace_remind_before_ns != 0;
  };
  std::vector<ChannelId> channels;
  for (ChannelId id{1}; catalogue.known(id); ++id.value) {
    if (says(id)) channels.push_back(id);
  }
  if (channels.empty()) return;
  out.section(37, channels.size());
  for (const ChannelId id : channels) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    out.put(id.value, settings.payment_grace_ns, settings.grace_remind_before_ns,
            settings.late_payment, u8(settings.pay_when_served));
  }
}

// Sections that came later: when orders of channels are firm, and what is set aside for orders.
void put_firmness(Writer& out, const Catalogue& catalogue) {
  const auto says = [&catalogue](ChannelId id) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    return settings.firm_when != FirmWhen::captured || settings.authorisation_ttl_ns != 0;
  };
  std::vector<ChannelId> channels;
  for (ChannelId id{1}; catalogue.known(id); ++id.value) {
    if (says(id)) channels.push_back(id);
  }
  if (channels.empty()) return;
  out.section(38, channels.size());
  for (const ChannelId id : channels) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    out.put(id.value, settings.firm_when, settings.authorisation_ttl_ns);
  }
}

void put_set_aside(Writer& out, const OrderBook& book) {
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&book](OrderSlot slot) {
    const PaymentSums* const sums = book.companions().payments(book[slot]);
    return sums == nullptr || (sums->set_aside == 0 && sums->lapses_at == 0);
  });
  if (slots.empty()) return;
  out.section(39, slots.size());
  for (const OrderSlot slot : slots) {
    const PaymentSums& sums = *book.companions().payments(book[slot]);
    out.put(book[slot].sequence, sums.set_aside, sums.lapses_at);
  }
}

// Sections that came later: deposits of channels that say anything of them, and what orders say of
// theirs, and what shops keep of them.
void put_deposits(Writer& out, const Catalogue& catalogue, const OrderBook& book) {
  const auto says = [&catalogue](ChannelId id) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    return settings.deposit_bp != 0 || settings.balance_ttl_ns != 0 ||
           settings.balance_remind_before_ns != 0 ||
           settings.lapsed_deposit != LapsedDeposit::due_back;
  };
  std::vector<ChannelId> channels;
  for (ChannelId id{1}; catalogue.known(id); ++id.value) {
    if (says(id)) channels.push_back(id);
  }
  if (!channels.empty()) out.section(52, channels.size());
  for (const ChannelId id : channels) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    out.put(id.value, settings.deposit_bp, settings.balance_ttl_ns,
            settings.balance_remind_before_ns, settings.lapsed_deposit);
  }
  const OrderMoneys& moneys = book.companions().moneys();
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&](OrderSlot slot) {
    const MoneySlot money = book.companions().money(book[slot]);
    const bool any = (moneys.deposit_said(money) | moneys.kept_deposit(money)) != 0;
    return !any && book[slot].payment != Payment::deposited;
  });
  if (slots.empty()) return;
  out.section(53, slots.size());
  for (const OrderSlot slot : slots) {
    const MoneySlot money = book.companions().money(book[slot]);
    const bool firm = book[slot].payment == Payment::deposited;
    out.put(book[slot].sequence, moneys.deposit_said(money), moneys.kept_deposit(money),
            firm ? moneys[money].firm_by : 0);
  }
}

// Those of the open orders by sequence, then of the closed ones, oldest first.
void put_debits(Writer& out, const CapTable& caps, const Tables& tables) {
  const OrderBook& book = tables.book;
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(
      slots, [&book](OrderSlot slot) { return book.companions().debits().count(book[slot]) == 0; });
  if (slots.empty()) return;
  out.section(19, slots.size());
  for (const OrderSlot slot : slots) {
    std::vector<Caps::Debit> debits;
    book.companions().debits().visit(book[slot],
                                     [&](const Caps::Debit& debit) { debits.push_back(debit); });
    out.put(book[slot].sequence, static_cast<std::uint32_t>(debits.size()));
    for (const Caps::Debit& debit : debits) {
      out.put(debit.cap.value, caps[debit.cap].begin_of(debit.window), debit.token,
              debit.units.value, u8(debit.excess));
    }
  }
}

// What was shipped and arrived of lines, those of the orders in the same order. Of an order that
// ended as shipped it goes without saying that all that it was owed has left.
void put_shipped(Writer& out, const OrderBook& book) {
  const auto says = [&book](OrderSlot slot) {
    std::vector<ShippedLine> lines;
    const bool all = book[slot].status == OrderStatus::shipped;
    book.companions().shipped_lines().visit(
        book.companions().debits().shipped(book[slot]), [&](ShippedLine line) {
          if (all) line.shipped = {};
          if (line.shipped.present() || line.beyond != UnitSum{} || line.delivered != UnitSum{}) {
            lines.push_back(line);
          }
        });
    return lines;
  };
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&says](OrderSlot slot) { return says(slot).empty(); });
  if (slots.empty()) return;
  out.section(30, slots.size());
  for (const OrderSlot slot : slots) {
    const std::vector<ShippedLine> lines = says(slot);
    out.put(book[slot].sequence, static_cast<std::uint32_t>(lines.size()));
    for (const ShippedLine& line : lines) {
      out.put(line.line.value, line.shipped.value, line.beyond.value, line.delivered.value);
    }
  }
}

// Sections that came later: what of open orders is on the floor of warehouses, and which of them
// are asked back.
void put_floor(Writer& out, const Tables& tables) {
  const auto put_parts = [&](std::uint8_t section, std::vector<OrderSlot> slots, bool in_parcels) {
    const auto count_of = [&](OrderSlot slot) {
      std::uint32_t count = 0;
      tables.floor.visit(tables.book[slot], [&](const FloorPart& part) {
        if (part.packed() == in_parcels) ++count;
      });
      return count;
    };
    std::erase_if(slots, [&](OrderSlot slot) { return count_of(slot) == 0; });
    if (!slots.empty()) out.section(section, slots.size());
    for (const OrderSlot slot : slots) {
      out.put(tables.book[slot].sequence, count_of(slot));
      tables.floor.visit(tables.book[slot], [&](const FloorPart& part) {
        if (part.packed() != in_parcels) return;
        const Lot& lot = tables.stock.lot(part.lot);
        out.put(part.line.value, lot.node.value, lot.code);
        in_parcels ? out.put(part.parcel) : out.put(part.to_pick.value);
        out.put(part.picked.value);
      });
    }
  };
  std::vector<OrderSlot> asked = tables.book.open_by_sequence();
  put_parts(46, asked, false);
  put_parts(51, asked, true);
  std::erase_if(asked, [&](OrderSlot slot) { return !tables.floor.asked_back(tables.book[slot]); });
  if (asked.empty()) return;
  out.section(47, asked.size());
  for (const OrderSlot slot : asked) out.put(tables.book[slot].sequence);
}

// Of news, what that of goods says of them.
void put_news_of_goods(Writer& out, const News& news) {
  std::uint64_t count = 0;
  news.visit_oldest_first([&](const NewsItem& item) { count += item.of_goods() ? 1 : 0; });
  if (count == 0) return;
  out.section(31, count);
  news.visit_oldest_first([&](const NewsItem& item) {
    if (!item.of_goods()) return;
    out.put(item.sequence, item.sku.value, item.node.value, item.lot, item.quantity, item.tracking);
    if (item.command == CommandType::ship_undone) out.put(item.to);
    if (item.command == CommandType::delivery_exception) out.put(item.trouble, item.money.until);
    if (item.line_number != 0) out.put(item.line_number);
  });
}

}  // namespace

std::vector<std::byte> Core::encode_state() const {
  const State& state = *state_;
  Writer out;
  out.section(1, 1);
  out.put(state.now, state.last_sequence);
  out.section(2, 1);
  SetRiskLimits::fields(state.risk.limits(), [&out](std::string_view name, const auto& value) {
    if constexpr (std::is_integral_v<std::decay_t<decltype(value)>>) out.put(value);
    (void)name;
  });
  put_catalogue(out, state.catalogue, state.limits);
  put_risk(out, state.risk);
  put_stock(out, state.tables.stock, state.catalogue);
  put_orders(out, state.tables);

  out.section(13, state.keys.count());
  state.keys.visit_oldest_first([&out](const CommandKeys::Entry& entry) {
    out.put(entry.key.low, entry.key.high, entry.sequence, entry.reason, entry.body_hash);
  });
  out.section(14, state.risk.attempts().count());
  state.risk.attempts().visit_oldest_first(
      [&out](const Attempts::Attempt& attempt) { out.put(attempt.time, attempt.customer); });
  out.section(15, state.tables.waiting.work().count());
  const Tables& tables = state.tables;
  tables.waiting.work().visit([&out, &tables](const WorkItem& item) {
    const std::uint32_t next = item.kind == WorkItem::Kind::lose ? tables.losers.next_place().value
                               : item.kind == WorkItem::Kind::wave
                                   ? tables.floor.wave().next_place().value
                                   : item.sku.value;
    const Rank cursor = item.has_cursor ? item.cursor : Rank{};
    const auto how = static_cast<std::uint8_t>(u8(item.has_cursor) | u8(item.again) << 1U);
    out.put(item.kind, next, how, cursor.priority, cursor.ship_by, cursor.sequence,
            cursor.line().value);
  });
  put_sku_sets(out, state.catalogue.sku_sets());
  put_caps(out, state.catalogue.caps(), state.tables);
  put_debits(out, state.catalogue.caps(), state.tables);
  put_asked_for(out, state.tables.hold_chains);
  put_numbers(out, state.tables);
  put_money(out, state.tables.book);
  put_sold(out, state.tables.book);
  put_stubs(out, state.tables.book.keys().stubs());
  put_news(out, state.tables.news);
  put_currencies(out, state.catalogue, state.risk.limits());
  put_payments(out, state.tables.book, state.tables.payments);
  put_shipped(out, state.tables.book);
  put_news_of_goods(out, state.tables.news);
  put_returns(out, state.tables.returns);
  put_returned(out, state.tables.book);
  put_ends(out, state.tables.stock, state.now);
  put_losers(out, state.tables.losers);
  put_news_of_payments(out, state.tables.news);
  put_deadlines(out, state.catalogue);
  put_firmness(out, state.catalogue);
  put_set_aside(out, state.tables.book);
  put_deposits(out, state.catalogue, state.tables.book);
  put_parts_aside(out, state.tables.book, state.tables.payments);
  put_exceptions(out, state.tables.exceptions);
  const std::span<const std::uint32_t> pending = state.catalogue.codes(IdKind::sku).pending();
  if (!pending.empty()) out.section(45, pending.size());
  for (const std::uint32_t sku : pending) out.put(sku);
  put_floor(out, state.tables);
  put_troubles(out, state.tables.book);
  put_wave(out, state.tables.floor.wave());
  put_authorised(out, state.tables.book, state.tables.payments);
  put_promises(out, state.tables.promises, state.catalogue);
  put_feeds(out, state.tables.feeds);
  put_named_lines(out, state.tables.book);
  put_credits(out, state.tables.book, state.tables.returns);
  put_own_holds(out, state.tables);
  if (state.semantics.doubts_old_sales()) {
    put_newest_forgotten(out, state.tables.book.keys().stubs());
  }
  put_carriers(out, state.catalogue, state.tables.floor.wave());
  put_parcels(out, state.tables);
  put_margins(out, state.tables, state.now);
  put_gone(out, state.tables.book);
  put_rules(out, state.rules);
  return out.take();
}

Digest Core::digest() const { return Digest::of(encode_state()); }

}  // namespace allot
