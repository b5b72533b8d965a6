#include "simulation/refunds.hpp"

#include <algorithm>

#include "allot/messages/reason.hpp"
#include "json/time_units.hpp"

namespace allot::simulation {

namespace {

__extension__ using WideAmount = __int128;

constexpr unsigned number_bits = 32;

std::uint64_t place_of(const Errand& errand) noexcept {
  return (std::uint64_t{errand.order} << number_bits) | errand.parcel;
}

}  // namespace

Refunds::Refunds(const World& world, const TimeMap& map)
    : world_(world),
      map_(map),
      pays_(world.scenario().refunds.pays),
      paid_(world.timeline().arrivals.size()) {}

std::optional<Errand> Refunds::see(const Event& event, std::uint32_t order, TimeNs now) {
  switch (event.type) {
    // What another shop or a market sold has been paid to it.
    case EventType::paid:
    case EventType::imported: {
      const bool is_first = !paid_[order];
      paid_[order] = true;
      if (is_first && is_told(order) && states_[order].numbered == 0) {
        return plan(order, world_.book_order(order).refunded, now, false);
      }
      break;
    }
    case EventType::unpaid: paid_[order] = false; break;
    case EventType::refunded: count(event, order); break;
    case EventType::refund_due:
      if (!is_told(order)) return plan(order, event.amount, now, false);
      break;
    case EventType::return_restocked:
    case EventType::return_quarantined:
    case EventType::return_scrapped: {
      if (!paid_[order] || is_told(order)) break;
      const TimeNs received = states_[order].received;
      return plan(order, paid_for(order, event.sku, event.quantity), received == 0 ? now : received,
                  true);
    }
    default: break;
  }
  return std::nullopt;
}

void Refunds::count(const Event& event, std::uint32_t order) {
  // A payment that was reported before went back once.
  if (event.reason == Reason::payment_known || event.reason == Reason::payment_conflict) return;
  ++counts_.count;
  if (world_.book().amounts != files::Amounts::of_one_currency) return;
  if (world_.book_order(order).other_currency)
    ++counts_.other_currency;
  else
    counts_.value += event.amount;
}

bool Refunds::is_of_updates(std::uint32_t order) const noexcept {
  const OwnShop* const own = world_.own();
  return own != nullptr && own->payments.tell(world_.timeline().arrivals[order].order);
}

std::optional<Errand> Refunds::plan(std::uint32_t order, MoneyMinor amount, TimeNs from,
                                    bool of_goods) {
  if (!pays_ || amount <= 0 || is_of_updates(order)) return std::nullopt;
  const std::uint32_t number = ++states_[order].numbered;
  const std::uint64_t seed = world_.random_of(order, Purpose::refunded).next();
  Random random(seed, Purpose::refunded, number);
  const TimeNs time = from + draw_delay(world_.scenario().refunds.delay_quantiles, random, map_);
  const Errand errand{time, order, number, KeyKind::refund};
  planned_[place_of(errand)] = {amount, of_goods ? from : 0};
  return errand;
}

// The engine adds up the lines of a SKU, so that nobody can tell which of them came back.
MoneyMinor Refunds::paid_for(std::uint32_t order, std::uint32_t sku, std::uint32_t units) const {
  const files::SourceOrders& book = world_.book();
  const files::SourceOrder& asked = world_.book_order(order);
  const bool adds_tax = !book.money_of(world_.channel_index(order)).prices_include_tax;
  WideAmount goods = 0;
  WideAmount of_sku = 0;
  WideAmount tax_of_sku = 0;
  WideAmount ordered = 0;
  std::size_t at = asked.first_line;
  for (const files::SourceLine& line : book.lines_of(asked)) {
    goods += line.total();
    if (line.sku + 1 == sku) {
      of_sku += line.total();
      if (adds_tax) tax_of_sku += book.tax_of(at);
      ordered += line.quantity;
    }
    ++at;
  }
  if (ordered == 0) return 0;
  const WideAmount back = std::min<WideAmount>(units, ordered);
  const WideAmount cost = of_sku * back / ordered;
  // What is more than the goods cost is off the shipping, which is not given back.
  const WideAmount off_goods = std::min<WideAmount>(asked.discount, goods);
  // Its share is rounded up, so that all goods together are not given back for more than was paid.
  const WideAmount share = goods == 0 ? 0 : (off_goods * cost + goods - 1) / goods;
  const WideAmount paid = cost - share + tax_of_sku * back / ordered;
  return static_cast<MoneyMinor>(std::clamp<WideAmount>(paid, 0, book.due(asked)));
}

Command Refunds::command(const Errand& errand) const {
  const CommandKey key = make_key(errand.kind, errand.order + std::uint64_t{1}, errand.parcel);
  RecordPayment payment;
  payment.command_key = key;
  payment.order_key = world_.keys().key(errand.order);
  payment.payment_key = {key.low, key.high};
  payment.amount = planned_.find(place_of(errand))->second.amount;
  payment.kind = PaymentKind::refunded;
  payment.at = errand.time;
  return payment;
}

void Refunds::finish(const Errand& errand) {
  const auto found = planned_.find(place_of(errand));
  const Planned planned = found->second;
  planned_.erase(found);
  if (planned.received == 0) return;
  ++counts_.of_returns;
  if (world_.book().amounts == files::Amounts::of_one_currency) {
    if (world_.book_order(errand.order).other_currency)
      ++counts_.returns_other_currency;
    else
      counts_.returns_value += planned.amount;
  }
  until_refunded_ns_.record(
      static_cast<std::uint64_t>(std::max<std::int64_t>(0, errand.time - planned.received)) *
      static_cast<std::uint64_t>(map_.durations_divided_by));
}

RefundCounts Refunds::report() const {
  RefundCounts counts = counts_;
  constexpr std::uint32_t half = 500'000;
  constexpr std::uint32_t most = 950'000;
  counts.to_refund_p50_s = until_refunded_ns_.percentile(half) / std::uint64_t{second_ns};
  counts.to_refund_p95_s = until_refunded_ns_.percentile(most) / std::uint64_t{second_ns};
  return counts;
}

}  // namespace allot::simulation
