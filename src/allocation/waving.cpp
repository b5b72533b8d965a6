#include "allocation/waving.hpp"

#include "allocation/picking.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

// A stretch of places ends when so many have been looked at, or so many lines of open orders and
// pairs of them on the floor.
constexpr std::uint32_t wave_stretch = 64;
// What costs as much as releasing one line: to look whether so many fit.
constexpr std::uint32_t looks_per_release = 16;

}  // namespace

Reason Waving::fault(const ReleaseWave& request) const {
  if (request.wave_key == 0) return Reason::wave_key_missing;
  if (request.node.present() && !t_.catalogue.known(request.node)) return Reason::node_unknown;
  if (request.zone.present() && !t_.catalogue.known(request.zone)) return Reason::zone_unknown;
  if (request.channel.present() && !t_.catalogue.known(request.channel)) {
    return Reason::channel_unknown;
  }
  if (request.carrier.present() && !t_.catalogue.known(request.carrier)) {
    return Reason::carrier_unknown;
  }
  const bool in_range = request.cutoff >= 0 && request.cutoff <= time_max_ns;
  if (!in_range) return Reason::field_out_of_range;
  return t_.floor.wave().runs() ? Reason::wave_running : Reason::ok;
}

Decision Waving::begin(const ReleaseWave& request) {
  if (const Reason wrong = fault(request); wrong != Reason::ok) return wrong;
  t_.floor.wave().begin(request);
  t_.waiting.work().push_wave();
  t_.step.out->tell(events::WaveBegun{.wave_key = request.wave_key});
  return {};
}

// A wave is never urgent: whatever else is queued has its turn between two units of it.
std::uint32_t Waving::do_unit() {
  t_.waiting.work().pop();
  const std::uint32_t weight = do_next();
  if (t_.floor.wave().runs()) t_.waiting.work().push_wave();
  return weight;
}

std::uint32_t Waving::do_next() {
  if (t_.floor.wave().next_place().present()) return look();
  if (t_.floor.wave().found() == 0) {
    t_.step.out->tell(events::WaveReleased{.orders = t_.floor.wave().released(),
                                           .passed_over = t_.floor.wave().passed_over(),
                                           .wave_key = t_.floor.wave().asked().wave_key});
    t_.floor.wave().end();
    return 1;
  }
  const WaitingEntry found = t_.floor.wave().take_first();
  const std::uint32_t weight = weight_of(found);
  t_.floor.wave().count(release(found));
  return weight;
}

// Returns: what it weighs to release the order, or to find that it cannot be: it is looked at line
//          by line.
std::uint32_t Waving::weight_of(const WaitingEntry& found) const {
  const Order& order = t_.book[found.order];
  if (order.sequence != found.rank.sequence || !order.open()) return 1;
  return order.line_count + t_.floor.parts(order) / looks_per_release;
}

// Effects: of the orders in the next places those are found that fit.
std::uint32_t Waving::look() {
  const std::uint32_t end = places_end(t_.book);
  OrderSlot place = t_.floor.wave().next_place();
  std::uint32_t places = 0;
  std::uint32_t lines = 0;
  for (; place.value < end && places < wave_stretch && lines < wave_stretch;
       ++place.value, ++places) {
    Order& order = t_.book[place];
    // A free place has no sequence.
    if (order.sequence == 0 || !order.open()) continue;
    lines += order.line_count + t_.floor.parts(order);
    if (fits(order)) t_.floor.wave().add(rank_of(order, {}), place);
  }
  t_.floor.wave().look_from(place.value < end ? place : OrderSlot{});
  return 1 + (places + lines) / looks_per_release;
}

// Requires: open.
bool Waving::fits(Order& order) {
  const ReleaseWave& asked = t_.floor.wave().asked();
  if (asked.channel.present() && order.origin.channel() != asked.channel) return false;
  if (asked.zone.present() && order.origin.zone() != asked.zone) return false;
  if (asked.cutoff != 0 && (order.ship_by == 0 || order.ship_by > asked.cutoff)) return false;
  Picking picking(t_);
  return picking.may_release(order) == Reason::ok &&
         picking.releasable(order, ToRelease(asked)).any;
}

// What is due of it is for its timer to do: until then it is passed over.
bool Waving::release(const WaitingEntry& found) {
  Order& order = t_.book[found.order];
  if (order.sequence != found.rank.sequence || !order.open() || !fits(order)) return false;
  if (order.pay_by != 0 && order.pay_by <= t_.step.now) return false;
  return Picking(t_).decide(found.order, ToRelease(t_.floor.wave().asked())) == Reason::ok;
}

}  // namespace allot
