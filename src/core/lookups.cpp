// What tools read out of a state: copies, for cold use.
#include "allocation/telling.hpp"
#include "core/core-state.hpp"

namespace allot {
namespace {

LineState state_of(const Order& order, const Line& line) noexcept {
  if (!order.open() || !line.ordered.present()) return LineState::ended;
  if (line.refused) return LineState::refused;
  if (line.waiting.present()) return LineState::waiting;
  return order.firm() ? LineState::allocated : LineState::held;
}

// Returns: what the line and its companion, or null, say of it.
LineInspection line_of(const Order& order, const Line& line, const ShippedLine* kept) {
  LineInspection seen;
  seen.sku = line.sku;
  seen.line_number = line.own_number;
  seen.state = state_of(order, line);
  seen.ordered = line.ordered.value;
  seen.waiting = order.open() ? line.waiting.value : 0;
  seen.refused = line.refused ? line.ordered.value : 0;
  seen.shipped = shipped_of(order, line, kept).value;
  seen.price = line.price;
  if (kept == nullptr) return seen;
  seen.shipped_beyond = kept->beyond.value;
  seen.delivered = kept->delivered.value;
  seen.returned = kept->returned.value;
  seen.lost = kept->lost.value;
  seen.turned_away = kept->turned_away.value;
  seen.home = kept->home.value;
  return seen;
}

// Effects: where the order with the key went into another, it is said in which it is now.
template <class Inspection>
void say_where(const OrderBook& book, const OrderKey& key, Inspection& result) {
  const GoneOrder* const gone = book.keys().find_gone(key);
  if (gone == nullptr) return;
  const GoneOrder& last = last_step(book.keys(), *gone);
  result.merged_into = last.into;
  result.merged_sequence = last.into_sequence;
}

}  // namespace

std::optional<OrderInspection> Core::find_order(const OrderKey& key) const {
  const OrderBook& book = state_->tables.book;
  const OrderSlot slot = find_any(book.keys(), key);
  if (!slot.present()) return std::nullopt;
  const Order& order = book[slot];
  const MoneySlot money = book.companions().money(order);
  const bool says_more = book.companions().moneys().says_more(money);
  const OrderCharges charges =
      says_more ? book.companions().moneys()[money].charges : OrderCharges{};
  const PaymentSums sums = book.companions().sums_of(order);
  const MoneyBalance stands = book.companions().balance(book.lines(), order);
  OrderInspection result{
      .order_key = order.key,
      .order_number = std::string(state_->tables.numbers.of(order, slot)),
      .as_of = state_->last_sequence,
      .sequence = order.sequence,
      .channel = order.origin.channel(),
      .zone = order.origin.zone(),
      .value = order.value,
      .discount = charges.discount,
      .shipping = charges.shipping,
      .shipping_tax = charges.shipping_tax,
      .tax_included = charges.tax_included,
      .payments = {.authorised = sums.authorised,
                   .captured = sums.captured,
                   .refunded = sums.refunded,
                   .reversed = sums.reversed,
                   .charged_back = sums.charged_back,
                   .open = told_money(stands.open),
                   .refund_due = told_money(stands.refund_due),
                   .credit = book.companions().moneys().credit_of(money),
                   .recorded = book.companions().payments(order) != nullptr},
      .status = order.status,
      .payment = order.payment,
      .review = order.review,
      .ship_stop = order.ship_stop,
      .version = order.version,
      .pay_by = order.pay_by,
      .remind_at = order.remind_at,
      .review_by = order.review_by,
      .ship_by = order.ship_by,
      .sold_at = std::int64_t{order.origin.second} * 1'000'000'000,
      .ship_complete = order.ship_complete,
      .imported = order.imported,
      .asked_back = order.open() && state_->tables.floor.asked_back(order),
      .merged_into = {},
      .merged_sequence = 0,
      .lines = {},
      .cap_debits = {},
  };
  say_where(book, key, result);
  ShippedLines::Look companions = book.companions().shipped(order);
  book.lines().visit(order, [&](const Line& line, LineNumber number) {
    LineInspection seen = line_of(order, line, companions.find(number));
    state_->tables.hold_chains.visit(line, [&](const Stock::Debit& debit) {
      const Lot& lot = state_->tables.stock.lot(debit.lot);
      seen.holds.push_back({lot.node, lot.code, debit.units.value});
      seen.held += debit.units.value;
    });
    state_->tables.floor.visit(order, [&](const FloorPart& part) {
      if (part.line != number) return;
      seen.to_pick += part.to_pick.value;
      (part.packed() ? seen.packed : seen.picked) += part.picked.value;
    });
    result.lines.push_back(std::move(seen));
  });
  if (money.present()) {
    book.companions().moneys().visit_lines(money, [&](const LineMoney& said) {
      LineInspection& line = result.lines[said.line.value];
      line.total = said.total;
      line.discount = said.discount;
      line.tax = said.tax;
      line.wanted_at = said.wanted_at;
    });
  }
  book.companions().debits().visit(order, [&](const Caps::Debit& debit) {
    result.cap_debits.push_back({debit.cap, debit.token,
                                 state_->catalogue.caps()[debit.cap].begin_of(debit.window),
                                 debit.units.value, debit.excess});
  });
  return result;
}

std::optional<StubInspection> Core::find_stub(const OrderKey& key) const {
  const Stub* stub = find_any_stub(state_->tables.book.keys(), key);
  if (stub == nullptr) return std::nullopt;
  StubInspection result{.order_key = stub->key,
                        .as_of = state_->last_sequence,
                        .sequence = stub->sequence,
                        .value = stub->value,
                        .status = stub->status,
                        .payment = stub->payment,
                        .imported = stub->imported,
                        .retired_at = stub->retired_at,
                        .merged_into = {},
                        .merged_sequence = 0};
  say_where(state_->tables.book, key, result);
  return result;
}

std::vector<NewsInspection> Core::find_news(const OrderKey& key) const {
  const News& news = state_->tables.news;
  std::vector<NewsInspection> all;
  news.visit_oldest_first([&](const NewsItem& item) {
    if (item.key == key) all.push_back({item.command, item.sequence, item.paid_at, item.until});
  });
  return all;
}

std::vector<ExceptionInspection> Core::find_exceptions() const {
  std::vector<ExceptionInspection> all;
  state_->tables.exceptions.visit_oldest_first([&all](const ExceptionItem& item) {
    all.push_back({.number = item.number,
                   .kind = item.kind,
                   .reason = item.reason,
                   .order_key = item.key,
                   .sku = item.sku,
                   .units = item.units,
                   .amount = item.amount,
                   .sequence = item.sequence,
                   .raised_at = item.raised_at,
                   .due_at = item.due_at,
                   .overdue = item.overdue,
                   .owner = item.owner});
  });
  return all;
}

std::uint64_t Core::exceptions_missed() const noexcept {
  return state_->tables.exceptions.missed();
}

std::vector<PromiseInspection> Core::find_promises() const {
  std::vector<PromiseInspection> all;
  for (const Promise& promise : state_->tables.promises.sorted()) {
    all.push_back({.order_key = promise.key,
                   .kind = promise.kind,
                   .sku = promise.sku,
                   .channel = promise.channel,
                   .sequence = promise.sequence,
                   .began_at = promise.began_at,
                   .due_at = promise.due_at,
                   .warned = promise.warned,
                   .breached = promise.breached});
  }
  return all;
}

std::vector<ServiceInspection> Core::find_service_levels() const {
  const Promises& promises = state_->tables.promises;
  std::vector<ServiceInspection> all;
  for (ChannelId channel{1}; state_->catalogue.known(channel); ++channel.value) {
    for (std::size_t number = 0; number < service_kinds; ++number) {
      const auto kind = static_cast<ServiceKind>(number);
      const ServiceLevel& level = promises.level(channel, kind);
      const ServiceCounts& counts = promises.counts(channel, kind);
      if (!level.promised && counts.begun == 0) continue;
      all.push_back({.channel = channel,
                     .kind = kind,
                     .promised = level.promised,
                     .within_ns = level.within_ns,
                     .warn_before_ns = level.warn_before_ns,
                     .begun = counts.begun,
                     .warned = counts.warned,
                     .kept = counts.kept,
                     .breached = counts.breached,
                     .in_time = counts.in_time,
                     .late = counts.late});
    }
  }
  return all;
}

std::uint64_t Core::promises_missed() const noexcept { return state_->tables.promises.missed(); }

std::string_view Core::order_number(const OrderKey& key) const {
  const Tables& t = state_->tables;
  if (!t.numbers.any()) return {};
  const OrderSlot slot = find_any(t.book.keys(), key);
  return slot.present() ? t.numbers.of(t.book[slot], slot) : std::string_view{};
}

std::optional<std::uint32_t> Core::find(IdKind kind, std::string_view code) const {
  const std::uint32_t id = state_->catalogue.codes(kind).find(code);
  if (id == 0) return std::nullopt;
  return id;
}

std::string_view Core::code(IdKind kind, std::uint32_t id) const {
  const CodeTable& codes = state_->catalogue.codes(kind);
  return codes.known(id) ? codes.code(id).text() : std::string_view{};
}

std::uint32_t Core::count(IdKind kind) const noexcept {
  return state_->catalogue.codes(kind).count();
}

std::optional<AvailableInspection> Core::find_available(ChannelId channel, ZoneId zone,
                                                        SkuId sku) const {
  const Catalogue& catalogue = state_->catalogue;
  if (!catalogue.known(channel) || !catalogue.known(sku)) return std::nullopt;
  if (zone.present() && !catalogue.known(zone)) return std::nullopt;
  const Stock& stock = state_->tables.stock;
  const WaitingLines& waiting = state_->tables.waiting;
  const Channel& sells = catalogue.channel(channel);
  AvailableInspection result{.sku = sku,
                             .as_of = state_->last_sequence,
                             .can_have = 0,
                             .claimed = waiting.claimed(sku),
                             .at = {}};
  UnitSum total;
  for (const NodeId node : sells.network) {
    if (zone.present() && !catalogue.lanes_of(zone)[node.value - 1].serviceable) continue;
    const Units units =
        Stock::base(stock.sellable(sku, node, sells.settings.expiry_margin_ns),
                    stock.safety(sku)[node.value - 1], Units{sells.settings.safety_stock});
    result.at.push_back({node, units.value});
    total += units;
  }
  result.can_have = unclaimed(state_->tables, sells, sku, total).value;
  return result;
}

std::vector<FeedInspection> Core::find_feeds() const {
  std::vector<FeedInspection> all;
  for (const Feed& feed : state_->tables.feeds.all()) {
    all.push_back({feed.channel, feed.tells, feed.picture.present()});
  }
  return all;
}

std::optional<ToldInspection> Core::find_told(ChannelId channel, SkuId sku) const {
  const Feed* feed = state_->tables.feeds.find(channel);
  if (feed == nullptr || !state_->catalogue.known(sku)) return std::nullopt;
  const ToldForSale& told = feed->told[sku.value - 1];
  if (!told.ever()) return std::nullopt;
  return ToldInspection{.sku = sku, .for_sale = told.units, .version = told.version};
}

bool Core::in_sku_set(SkuSetId set, SkuId sku) const {
  const SkuSets& sets = state_->catalogue.sku_sets();
  return sets.known(set) && state_->catalogue.known(sku) && sets.contains(set, sku);
}

std::uint64_t Core::available(SkuId sku, NodeId node, TimeNs margin) const {
  if (!state_->catalogue.known(sku) || !state_->catalogue.known(node)) return 0;
  const Stock& stock = state_->tables.stock;
  const Units units =
      margin == 0 ? stock.settled_available(sku, node) : stock.sellable(sku, node, margin);
  return units.value;
}

std::optional<CapInspection> Core::find_cap_account(CapId id, Token token, TimeNs time) const {
  if (!state_->catalogue.caps().known(id) || token == 0) return std::nullopt;
  const Cap& cap = state_->catalogue.caps()[id];
  const Caps& ledger = state_->tables.cap_debits.ledger();
  const Caps::Account account = ledger.account(id, cap.window_at(time), token);
  return CapInspection{.window_begin = cap.begin_of(account.window),
                       .window_end = cap.end_of(account.window),
                       .at_most = cap.at_most.value,
                       .debited = ledger.debited(account).value,
                       .left = ledger.free(account).value,
                       .excess = ledger.excess(account).value};
}

}  // namespace allot
