#include "command_generator.hpp"

#include <algorithm>
#include <string>

#include "allot/intake/body_hash.hpp"
#include "allot/types/order_key.hpp"
#include "generator/ranges.hpp"

namespace allot::generator {
namespace {

using ranges::second;
using ranges::time_max;
using ranges::ttl_max;
constexpr std::size_t sent_max = 24;

// Whether the member for the time has the token of a parcel or of a return, or something else that
// is none.
constexpr bool tells_token(EventType type) {
  return type == EventType::line_shipped || type == EventType::shipment_exception ||
         type == EventType::line_delivered || type == EventType::line_packed ||
         type == EventType::parcel_shipped || type == EventType::line_unshipped ||
         type == EventType::exchanged || type == EventType::order_merged ||
         type == EventType::line_merged || type == EventType::order_split ||
         type == EventType::line_split || type == EventType::credit_moved ||
         type == EventType::credit_lapsed ||
         (type >= EventType::return_restocked && type <= EventType::return_exception);
}
// Whether it has an amount, or a time that has passed.
constexpr bool tells_money(EventType type) {
  return type == EventType::paid || type == EventType::delivery_exception ||
         (type >= EventType::authorised && type <= EventType::balance);
}

}  // namespace

CommandGenerator::CommandGenerator(std::uint64_t seed)
    : random_(seed), profile_(random_), now_(profile_.time_origin) {}

Sequenced CommandGenerator::next() {
  Sequenced in;
  in.sequence = ++sequence_;
  if (sequence_ == 1) {
    in.command = Start{profile_.limits};
  } else {
    in.command = draw();
    if (!merged_.empty()) name_merged(in.command);
    // A stamp too far ahead leaves time where it was.
    in.step_too_large = random_.one_in(150);
    if (!in.step_too_large) move_time();
  }
  in.time = now_;
  in.body_hash = body_hash(in.command);
  sent_.push_back(in.command);
  if (sent_.size() > sent_max) sent_.pop_front();
  return in;
}

void CommandGenerator::move_time() {
  if (sequence_ < profile_.time_stands_until) return;
  if (sequence_ == profile_.time_stands_until) {
    now_ = std::min(time_max, now_ + std::min(ttl_max, 3 * profile_.ttl_ns));
    return;
  }
  if (random_.below(8) < profile_.still_of_8) return;
  std::int64_t step = random_.between(0, std::max<std::int64_t>(1, profile_.ttl_ns / 16));
  if (!due_.empty() && random_.one_in(3)) {
    TimeNs due = random_.pick(due_);
    // Step by step past what channels stop selling, and not over all of it.
    if (profile_.margins) due = std::min({due, random_.pick(due_), random_.pick(due_)});
    due += random_.between(-1, 1);
    if (due >= now_) step = due - now_;
  } else if (profile_.jumps && random_.one_in(20)) {
    step = random_.between(0, std::min(ttl_max, 6 * profile_.ttl_ns));
  } else if (random_.one_in(6)) {
    step = random_.between(0, profile_.ttl_ns);
  }
  now_ = std::min(time_max, now_ + step);
  std::erase_if(due_, [this](TimeNs due) { return due + 1 < now_; });
}

Command CommandGenerator::draw() {
  const std::uint32_t places = profile_.nodes * (profile_.zones + profile_.channels);
  const std::uint32_t setup_steps = profile_.skus + profile_.nodes + profile_.zones +
                                    profile_.channels + profile_.carriers + places;
  if (setup_step_ < setup_steps) return draw_setup();
  std::uint64_t sum = 0;
  for (const std::uint32_t weight : profile_.weights) sum += weight;
  std::uint64_t drawn = random_.below(sum);
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    if (drawn < profile_.weights[kind]) return draw_kind(static_cast<Kind>(kind));
    drawn -= profile_.weights[kind];
  }
  return Advance{};
}

// Walks through the catalogue once, so that the run has something to sell, leaving out a little.
Command CommandGenerator::draw_setup() {
  std::uint32_t step = setup_step_++;
  const auto within = [&step](std::uint32_t count) {
    if (step < count) return true;
    step -= count;
    return false;
  };
  const auto code = [&step](char prefix) { return *Code::from(prefix + std::to_string(step + 1)); };
  if (within(profile_.skus)) {
    return DefineSku{new_key(), code('S'), random_.pick<MoneyMinor>({0, 100, 100, 1'000})};
  }
  if (within(profile_.nodes)) return DefineNode{new_key(), code('N'), random_.u32(0, 3)};
  if (within(profile_.zones)) return DefineZone{new_key(), code('Z')};
  if (within(profile_.channels)) {
    DefineChannel channel = std::get<DefineChannel>(draw_channel());
    channel.code = code('C');
    return channel;
  }
  if (within(profile_.carriers)) return DefineCarrier{new_key(), code('H')};
  if (random_.one_in(24)) return draw_receive();
  if (within(profile_.nodes * profile_.zones)) {
    DefineLane lane = std::get<DefineLane>(draw_lane());
    lane.node = {step % profile_.nodes + 1};
    lane.zone = {step / profile_.nodes + 1};
    return lane;
  }
  return DefineNetwork{
      new_key(), {step / profile_.nodes + 1}, {step % profile_.nodes + 1}, !random_.one_in(12)};
}

Command CommandGenerator::draw_kind(Kind kind) {
  if (kind == repeat) return draw_repeat();
  Command command = draw_new(kind);
  if (profile_.lines_apart) draw_line_numbers(command);
  return command;
}

Command CommandGenerator::draw_new(Kind kind) {
  switch (kind) {
    case Kind::tick: return Tick{random_.one_in(2)};
    case Kind::advance: return Advance{};
    case Kind::skip: return Skip{random_.below(sequence_), random_.next()};
    case Kind::sku:
      return DefineSku{
          new_key(), draw_code('S', profile_.skus, 3),
          fault() ? -1 : random_.pick<MoneyMinor>({0, 100, 1'000, 1'000'000'000'000'000'000})};
    case Kind::node:
      return DefineNode{new_key(), draw_code('N', profile_.nodes, 2), random_.u32(0, 3)};
    case Kind::zone: return DefineZone{new_key(), draw_code('Z', profile_.zones, 2)};
    case Kind::carrier: return DefineCarrier{new_key(), draw_code('H', profile_.carriers, 2)};
    case Kind::channel: return draw_channel();
    case Kind::network:
      return DefineNetwork{
          new_key(), {id(profile_.channels)}, {id(profile_.nodes)}, !random_.one_in(3)};
    case Kind::lane: return draw_lane();
    case Kind::list:
      return SetList{new_key(), static_cast<ListKind>(fault() ? 2 : random_.below(2)),
                     static_cast<TokenKind>(fault() ? 6 : random_.below(6)),
                     fault() ? 0 : random_.below(profile_.customers) + 1, !random_.one_in(3)};
    case Kind::sku_set: return draw_sku_set();
    case Kind::cap: return draw_cap();
    case Kind::risk_limits: return draw_risk_limits();
    case Kind::receive: return draw_receive();
    case Kind::adjust: return draw_adjust();
    case Kind::safety_stock:
      return SetSafetyStock{
          new_key(),
          {id(profile_.skus)},
          {id(profile_.nodes)},
          fault() ? 2'147'483'648U : random_.u32(0, profile_.receipt_quantity_max / 2)};
    case Kind::feed: return draw_feed();
    case Kind::place: return draw_place();
    case Kind::import: return draw_import();
    case Kind::modify: return draw_modify();
    case Kind::merge: return draw_merge();
    case Kind::split: return draw_split();
    case Kind::cancel_line: return draw_cancel_line();
    case Kind::extend: return draw_extend();
    case Kind::confirm_part: return draw_confirm_part();
    case Kind::trim: return draw_trim();
    case Kind::move: return draw_move();
    case Kind::cancel: return Cancel{new_key(), known_or_coming_order_key()};
    case Kind::confirm_payment: return draw_payment();
    case Kind::payment: return draw_amount();
    case Kind::payment_pending: return draw_pending();
    case Kind::fail_payment: return FailPayment{new_key(), known_order_key()};
    case Kind::review_decision: return draw_review();
    case Kind::ship: return draw_ship();
    case Kind::deliver: return draw_deliver();
    case Kind::delivery_exception: return draw_delivery_exception();
    case Kind::ship_undone: return draw_ship_undone();
    case Kind::release_order: return draw_release();
    case Kind::pick: return draw_pick();
    case Kind::short_pick: return draw_short_pick();
    case Kind::release_wave: return draw_wave();
    case Kind::ship_parcel: return draw_ship_parcel();
    case Kind::pack: return draw_pack();
    case Kind::answer_cancel: return draw_answer();
    case Kind::request_return: return draw_request_return();
    case Kind::receive_return: return draw_receive_return();
    case Kind::exchange: return draw_exchange();
    case Kind::name_sku: return NameSku{new_key(), draw_code('S', profile_.skus, 6)};
    case Kind::exception_rule: return draw_exception_rule();
    case Kind::assign_exceptions: return draw_assign_exceptions();
    case Kind::resolve_exceptions: return draw_resolve_exceptions();
    case Kind::service_level: return draw_service_level();
    case Kind::load_rules: return draw_load_rules();
    case Kind::activate_rules: return draw_activate_rules();
    case Kind::set_list_member: return draw_list_member();
    case Kind::start: break;
  }
  return Advance{};
}

// An earlier command again: as it was, or its key on another body.
Command CommandGenerator::draw_repeat() {
  Command earlier = sent_[random_.below(sent_.size())];
  if (std::holds_alternative<Start>(earlier)) return Advance{};
  if (!random_.one_in(4)) return earlier;
  const CommandKey key = {random_.below(last_command_key_ + 1), 0};
  Command other = draw_kind(random_.pick({Kind::place, Kind::cancel, Kind::receive, Kind::sku}));
  std::visit(
      [key](auto& c) {
        if constexpr (requires { c.command_key; }) c.command_key = key;
      },
      other);
  return other;
}

Command CommandGenerator::draw_receive() {
  Receive receive;
  receive.command_key = new_key();
  receive.sku = {id(profile_.skus)};
  receive.node = {id(profile_.nodes)};
  receive.lot = random_.below(profile_.lots);
  receive.quantity = random_.u32(1, profile_.receipt_quantity_max);
  const TimeNs apart = profile_.margins ? 2 * profile_.least_margin() : profile_.ttl_ns / 8;
  if (profile_.perishable && profile_.margins) {
    // Lots that come are of those whose end is still to come, all the time.
    receive.lot += static_cast<std::uint64_t>((now_ - profile_.time_origin) / apart);
  }
  // The expiry follows from the lot, so that most receipts of a lot agree on it.
  const auto lot = static_cast<std::int64_t>(receive.lot);
  receive.expires_at = lot % 3 == 0 ? 0 : profile_.time_origin + lot % 4 * profile_.ttl_ns;
  if (profile_.perishable && lot % 3 != 0) {
    receive.expires_at = std::min(time_max, profile_.time_origin + (1 + lot) * apart);
  }
  // Some lots end at each node at a time of its own.
  if (lot % 4 == 1 && receive.expires_at != 0 && receive.expires_at < time_max) {
    receive.expires_at += receive.node.value % 2;
  }
  if (receive.expires_at > now_ && due_.size() < 64) due_.push_back(receive.expires_at);
  // When channels stop selling it, too: by the least of their margins.
  const TimeNs before = receive.expires_at - profile_.least_margin();
  if (profile_.margins && before > now_ && due_.size() < 64) due_.push_back(before);
  if (fault()) receive.expires_at = random_.pick<TimeNs>({-1, 77});
  if (fault()) receive.quantity = random_.pick<std::uint32_t>({0, 2'147'483'647, 2'147'483'648U});
  return receive;
}

Command CommandGenerator::draw_adjust() {
  Adjust adjust;
  adjust.command_key = new_key();
  adjust.sku = {id(profile_.skus)};
  adjust.node = {id(profile_.nodes)};
  adjust.lot = random_.below(profile_.lots);
  const auto most = std::int64_t{profile_.receipt_quantity_max};
  adjust.delta = static_cast<std::int32_t>(random_.one_in(3) ? random_.between(1, most)
                                                             : -random_.between(1, most));
  if (fault()) {
    adjust.delta =
        random_.pick<std::int32_t>({0, 2'147'483'647, -2'147'483'647, -2'147'483'647 - 1});
  }
  return adjust;
}

std::span<const OrderLine> CommandGenerator::draw_lines() {
  const std::uint32_t most = profile_.limits.lines_per_order_max;
  std::uint32_t count = random_.u32(1, std::min(most, profile_.wide_lines ? most : 3));
  if (fault()) count = random_.pick<std::uint32_t>({0, most + 1});
  std::vector<OrderLine>& lines = lines_.emplace_back();
  for (std::uint32_t i = 0; i < count; ++i) {
    OrderLine line;
    line.sku = {id(profile_.skus)};
    line.quantity = random_.u32(1, profile_.order_quantity_max);
    line.price = random_.pick<MoneyMinor>({0, 50, 100, 100, 200, 1'000});
    if (random_.one_in(4)) line.shortage = static_cast<Shortage>(random_.below(4));
    if (profile_.moneyed) draw_money(line);
    if (fault()) {
      switch (random_.below(5)) {
        case 0: line.quantity = random_.pick<std::uint32_t>({0, 2'147'483'648U}); break;
        case 1:
          line.quantity = random_.pick<std::uint32_t>({2'147'483'647U, 1'500'000'000U});
          break;
        case 2: line.price = random_.pick<MoneyMinor>({-1, 9'223'372'036'854'775'807}); break;
        case 3: line.price = 4'611'686'018'427'387'904; break;
        default: line.shortage = static_cast<Shortage>(4 + random_.below(252)); break;
      }
    }
    lines.push_back(line);
  }
  return lines;
}

// What a line says of its money besides a price.
void CommandGenerator::draw_money(OrderLine& line) {
  if (random_.one_in(3)) {
    line.total = random_.between(0, 300) * line.quantity;
    line.total += random_.between(0, 5);
    // Of little money rounding is much.
    if (random_.one_in(2)) line.total = random_.between(1, 6);
    if (!fault()) line.price = 0;
  }
  const MoneyMinor amount = line.total != 0 ? line.total : line.price * MoneyMinor{line.quantity};
  if (random_.one_in(3)) line.discount = random_.one_in(3) ? amount : random_.between(0, amount);
  if (random_.one_in(3)) line.tax = random_.between(0, 50);
  if (!fault()) return;
  switch (random_.below(4)) {
    case 0: line.total = random_.pick<MoneyMinor>({-1, 9'223'372'036'854'775'807}); break;
    case 1: line.discount = random_.pick<MoneyMinor>({-1, amount + 1}); break;
    case 2: line.tax = random_.pick<MoneyMinor>({-1, 9'223'372'036'854'775'807}); break;
    default: line.total = line.price = 7; break;
  }
}

// What the whole order says of it.
template <class C>
void CommandGenerator::draw_charges(C& order) {
  order.deposit = draw_deposit();
  if (!profile_.moneyed) return;
  if (random_.one_in(3)) order.discount = random_.between(0, random_.one_in(4) ? 2'000 : 100);
  if (random_.one_in(3)) order.shipping = random_.between(0, 500);
  if (random_.one_in(3)) order.shipping_tax = random_.between(0, 50);
  if (!fault()) return;
  MoneyMinor& one = random_.one_in(2) ? order.discount : order.shipping;
  one = random_.pick<MoneyMinor>({-1, 9'223'372'036'854'775'807, 4'611'686'018'427'387'904});
}

OrderTokens CommandGenerator::draw_tokens() {
  OrderTokens tokens;
  const auto token = [this] {
    return random_.one_in(2) ? 0 : random_.below(profile_.customers) + 1;
  };
  tokens.customer = random_.one_in(6) ? 0 : random_.below(profile_.customers) + 1;
  tokens.device = token();
  tokens.card = token();
  tokens.address = token();
  tokens.phone = token();
  tokens.recipient = token();
  return tokens;
}

Command CommandGenerator::draw_place() {
  Place place;
  place.command_key = new_key();
  place.channel = {id(profile_.channels)};
  name(place.order_key, place.order_number, place.channel);
  place.zone = {id(profile_.zones)};
  place.tokens = draw_tokens();
  place.ship_by = draw_ship_by();
  place.priority = random_.pick<std::uint8_t>({0, 1, 128, 128, 255});
  place.max_splits = random_.pick<std::uint8_t>({0, 1, 2, 3, 255, 255});
  place.ship_complete = random_.below(8) < profile_.complete_of_8;
  place.shortage = static_cast<Shortage>(random_.below(place.ship_complete ? 2 : 3));
  if (random_.below(8) < profile_.backorder_of_8) place.shortage = Shortage::backorder;
  if (fault()) place.shortage = static_cast<Shortage>(2 + random_.below(3));
  place.lines = draw_lines();
  draw_charges(place);
  if (place.ship_complete && !fault()) {
    for (OrderLine& line : lines_.back()) line.shortage = Shortage::by_order;
  }
  if (profile_.own_holds) ask_again(place);
  if (profile_.merges) place_alike(place);
  if (profile_.rule_sets) place.attributes = draw_attributes();
  return place;
}

Command CommandGenerator::draw_import() {
  if (!doubted_.empty() && random_.one_in(3)) return draw_again(doubted_.back());
  Import import;
  import.command_key = new_key();
  import.channel = {id(profile_.channels)};
  name(import.order_key, import.order_number, import.channel);
  import.zone = {id(profile_.zones)};
  import.tokens = draw_tokens();
  import.ship_by = draw_ship_by();
  import.priority = random_.pick<std::uint8_t>({0, 128, 255});
  import.lines = draw_lines();
  draw_charges(import);
  draw_state(import);
  if (profile_.merges) place_alike(import);
  if (profile_.rule_sets) import.attributes = draw_attributes();
  return import;
}

// Somebody has made sure, or it is told once more.
Command CommandGenerator::draw_again(Import import) {
  import.command_key = new_key();
  import.known_new = !random_.one_in(4);
  if (random_.one_in(2)) doubted_.pop_back();
  return import;
}

// How the sale stands: paid and made now, if nothing else is said.
void CommandGenerator::draw_state(Import& import) {
  if (random_.one_in(2)) {
    import.state = random_.pick({ImportState::unpaid, ImportState::unpaid, ImportState::on_delivery,
                                 ImportState::elsewhere});
  }
  if (import.state == ImportState::unpaid && random_.one_in(2)) {
    import.pay_by = now_ + random_.between(-1, profile_.ttl_ns);
    import.pay_by = std::clamp<TimeNs>(import.pay_by, 0, time_max);
  }
  if (random_.one_in(2)) {
    const std::int64_t back =
        random_.one_in(2) ? random_.between(0, 3) * second : std::min(ttl_max, 2 * profile_.ttl_ns);
    import.sold_at = std::max<TimeNs>(0, now_ - back);
    if (random_.one_in(8)) import.sold_at = now_ + random_.between(0, profile_.ttl_ns);
    if (profile_.old_sales) import.known_new = random_.one_in(6);
  }
  if (!fault()) return;
  switch (random_.below(4)) {
    case 0: import.state = static_cast<ImportState>(4 + random_.below(252)); break;
    case 1: import.pay_by = random_.pick<TimeNs>({-1, time_max + 1}); break;
    case 2: import.sold_at = -1; break;
    default: import.pay_by = now_ + 1; break;
  }
}

Command CommandGenerator::draw_review() {
  ReviewDecision decision{new_key(), known_order_key(), random_.u32(1, 3), ReviewOutcome::reject};
  const KnownOrder* order = some_order([](const KnownOrder& o) { return o.reviewed && !o.ended; });
  if (order != nullptr && !random_.one_in(10)) {
    decision.order_key = order->key;
    decision.version = order->version - (random_.one_in(8) ? 1 : 0);
  }
  decision.outcome = static_cast<ReviewOutcome>(fault() ? 2 : random_.below(2));
  return decision;
}

Code CommandGenerator::draw_code(char prefix, std::uint32_t known, std::uint32_t spare) {
  if (fault()) {
    Code code;
    code.size = random_.pick<std::uint8_t>({0, 3, 41, 255});  // of three NUL bytes: invalid too
    return code;
  }
  const std::uint32_t number = random_.u32(1, random_.one_in(4) ? known + spare : known);
  return *Code::from(prefix + std::to_string(number));
}

CommandKey CommandGenerator::new_key() {
  if (fault()) return {};
  const std::uint64_t key = ++last_command_key_;
  return key % 7 == 0 ? CommandKey{0, key} : CommandKey{key, 0};
}

namespace {
OrderKey order_key_of(std::uint64_t number) {
  return number % 5 == 0 ? OrderKey{number, number} : OrderKey{number, 0};
}
}  // namespace

// One of the next orders that are placed, mostly.
OrderKey CommandGenerator::coming_order_key() {
  return order_key_of(last_order_key_ + random_.u32(1, 3));
}

OrderKey CommandGenerator::known_or_coming_order_key() {
  return random_.one_in(12) ? coming_order_key() : known_order_key();
}

OrderKey CommandGenerator::new_order_key() {
  if (fault()) return {};
  if (random_.one_in(40)) return known_order_key();
  if (const KnownOrder* ended = random_.one_in(60) ? some_order() : nullptr) return ended->key;
  return order_key_of(++last_order_key_);
}

void CommandGenerator::name(OrderKey& key, Code& number, ChannelId channel) {
  const bool numbered = random_.below(8) < profile_.numbered_of_8;
  if (!numbered || fault()) key = new_order_key();
  if (!numbered) return;
  // Some come again: in the same channel, or in another, where they are other orders.
  const std::uint64_t count = ++last_number_;
  std::string text = '#' + std::to_string(random_.one_in(6) ? random_.below(count) + 1 : count);
  if (random_.one_in(5)) text.resize(Code::size_max, '-');
  number = *Code::from(text);
  if (fault()) number.size = random_.pick<std::uint8_t>({0, 41, 255});
  if (fault()) number.bytes[1] = 0;
  if (random_.one_in(16)) {  // somebody names it by the key that its number has
    key = allot::order_key_of("C" + std::to_string(channel.value), number.text());
    if (random_.one_in(4)) return;
    number = {};
    last_number_ = count - 1;  // the number itself comes soon
  }
}

OrderKey CommandGenerator::known_order_key() {
  if (fault()) return {};
  const KnownOrder* order = some_order([](const KnownOrder& o) { return !o.ended; });
  if (order == nullptr || random_.one_in(60)) return {random_.next() | 1, 0};
  return order->key;
}

// Mostly a recent one.
CommandGenerator::KnownOrder* CommandGenerator::some_order() {
  if (orders_.empty()) return nullptr;
  const std::size_t recent = std::min<std::size_t>(orders_.size(), 12);
  const std::size_t back = random_.below(random_.one_in(4) ? orders_.size() : recent);
  return &orders_[orders_.size() - 1 - back];
}

std::uint32_t CommandGenerator::id(std::uint32_t count) {
  if (fault()) return random_.pick<std::uint32_t>({0, count + 5, 4'294'967'295U});
  const std::uint64_t one = random_.below(count);
  const std::uint64_t other = random_.below(count);
  return static_cast<std::uint32_t>(std::min(one, other) + 1);
}

std::int64_t CommandGenerator::ttl() {
  return std::max<std::int64_t>(1, random_.between(profile_.ttl_ns / 4, profile_.ttl_ns * 2));
}

void CommandGenerator::remember_doubted() {
  if (!profile_.old_sales) return;
  if (const Import* import = std::get_if<Import>(&sent_.back())) doubted_.push_back(*import);
  if (doubted_.size() > 8) doubted_.pop_front();
}

void CommandGenerator::observe(std::span<const Event> events) {
  for (const Event& event : events) {
    const bool elsewhere = event.type == EventType::shipped_elsewhere;
    if (event.type == EventType::placed || event.type == EventType::imported || elsewhere) {
      const bool paid =
          event.type != EventType::placed && (event.flags & EventFlags::to_be_paid) == 0;
      orders_.push_back({event.order_key, 1, event.time, elsewhere, false, paid, false});
      if (event.order_key == asked_alike_.key) alike_.push_back(asked_alike_);
      if (alike_.size() > 16) alike_.pop_front();
    }
    if (event.type == EventType::order_split) remember_part(event);
    const bool is_time = !tells_money(event.type) && !tells_token(event.type);
    if (event.time > 0 && event.time >= now_ && is_time) {
      if (due_.size() < 64) due_.push_back(event.time);
      if (random_.one_in(4)) due_.push_back(now_ + (event.time - now_) / 2);
    }
    remember_goods(event);
    if (event.type == EventType::sale_maybe_known) remember_doubted();
    if (event.type == EventType::exception_raised) last_exception_ = event.node;
    const bool loads = event.type == EventType::defined &&
                       event.amount == static_cast<std::int64_t>(CommandType::load_rules);
    if (loads && event.quantity != 0) last_rules_ = event.quantity;
    for (auto order = orders_.rbegin(); order != orders_.rend(); ++order) {
      if (order->key != event.order_key) continue;
      switch (event.type) {
        case EventType::in_review:
        case EventType::ship_stop:
          order->reviewed = true;
          order->version = event.quantity;
          break;
        case EventType::offered:
          order->pay_by = event.time;
          order->offered = true;
          break;
        case EventType::offer_withdrawn: order->offered = false; break;
        case EventType::order_changed: order->version = event.quantity; break;
        case EventType::payment_overdue: order->let_go_at = event.time; break;
        case EventType::extended:
        case EventType::payment_pending:
        case EventType::payment_failed:
        case EventType::payment_authorised:
        case EventType::deposit_paid:
        case EventType::review_approved:
          order->pay_by = event.time;
          order->version = event.quantity;
          break;
        case EventType::paid:
          order->version = event.quantity;
          order->paid = true;
          order->open = 0;
          break;
        case EventType::unpaid:
          order->version = event.quantity;
          order->paid = false;
          order->pay_by = event.time;
          break;
        case EventType::balance:
          order->open = event.amount;
          order->refund = event.time;
          break;
        case EventType::refund_due: order->refund = event.amount; break;
        case EventType::review_rejected:
        case EventType::order_shipped:
        case EventType::cancelled:
        case EventType::order_merged:
          merged_.push_back({event.order_key, merged_into_});
          if (merged_.size() > 16) merged_.pop_front();
          order->ended = true;
          break;
        case EventType::taken_over: order->ended = true; break;
        case EventType::expired: order->ended = order->expired = true; break;
        case EventType::order_reopened: order->ended = false; break;
        case EventType::retaken: order->ended = order->expired = false; break;
        default: break;
      }
      break;
    }
  }
}

}  // namespace allot::generator
