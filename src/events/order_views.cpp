#include "events/order_views.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <initializer_list>

#include "containers/key_index.hpp"

namespace allot {

namespace {
constexpr std::uint8_t mark_paid = 1;
constexpr std::uint8_t mark_pending = 2;
constexpr std::uint8_t mark_in_review = 4;
constexpr std::uint8_t mark_allocated = 8;
constexpr std::uint8_t mark_authorised = 16;
constexpr std::uint8_t mark_deposited = 32;
}  // namespace

// Every word is atomic, so that a reader that meets a write reads old or new words, never an
// undefined one; the version tells whether they belong together. Loads are acquire and stores are
// release instead of fences, which the thread sanitizer does not understand.
struct alignas(64) OrderViews::Entry {
  std::atomic<std::uint64_t> guard{0};  // odd while being written
  std::atomic<std::uint64_t> key_low{0};
  std::atomic<std::uint64_t> key_high{0};
  std::atomic<Sequence> changed{0};
  std::atomic<TimeNs> pay_by{0};
  std::atomic<std::uint64_t> rest{0};     // version << 32 | status << 8 | marks
  std::atomic<std::uint32_t> next{none};  // in the bucket
  std::uint32_t ended_next{none};         // the writer's own
  std::uint32_t ended_before{none};
  bool ended{false};

  [[nodiscard]] Fields read() const noexcept {
    Fields fields;
    fields.key.low = key_low.load(std::memory_order_acquire);
    fields.key.high = key_high.load(std::memory_order_acquire);
    fields.changed = changed.load(std::memory_order_acquire);
    fields.pay_by = pay_by.load(std::memory_order_acquire);
    const std::uint64_t packed = rest.load(std::memory_order_acquire);
    fields.version = static_cast<std::uint32_t>(packed >> 32U);
    fields.status = static_cast<OrderStatus>((packed >> 8U) & 0xFFU);
    fields.marks = static_cast<std::uint8_t>(packed & 0xFFU);
    return fields;
  }
  void write(const Fields& fields) noexcept {
    const std::uint64_t before = guard.load(std::memory_order_relaxed);
    guard.store(before + 1, std::memory_order_relaxed);
    key_low.store(fields.key.low, std::memory_order_release);
    key_high.store(fields.key.high, std::memory_order_release);
    changed.store(fields.changed, std::memory_order_release);
    pay_by.store(fields.pay_by, std::memory_order_release);
    rest.store(std::uint64_t{fields.version} << 32U |
                   static_cast<std::uint64_t>(fields.status) << 8U | fields.marks,
               std::memory_order_release);
    guard.store(before + 2, std::memory_order_release);
  }
};

OrderViews::OrderViews(const Limits& limits)
    : orders_max_(limits.orders_max),
      closed_max_(limits.closed_orders_max),
      bucket_mask_(std::bit_ceil(std::size_t{orders_max_} + closed_max_) - 1),
      buckets_(make_block<std::atomic<std::uint64_t>>(bucket_mask_ + 1, std::uint64_t{none})),
      // There is one more than can be known at a time, because an order is added before the oldest
      // ended one goes.
      entries_(make_block<Entry>(std::size_t{orders_max_} + closed_max_ + 1)),
      free_(std::make_unique<std::uint32_t[]>(std::size_t{orders_max_} + closed_max_ + 1)) {}

OrderViews::~OrderViews() = default;

OrderViews::Home OrderViews::home_of(const OrderKey& key) const noexcept {
  const std::uint64_t hash = spread(key);
  return {static_cast<std::size_t>(hash) & bucket_mask_, std::uint64_t{1} << (32U + (hash >> 59U))};
}

std::uint32_t OrderViews::first_in(std::uint64_t bucket, const Home& home) noexcept {
  return (bucket & home.tag) != 0 ? static_cast<std::uint32_t>(bucket) : none;
}

std::uint32_t OrderViews::index_of(const OrderKey& key, const Home& home) const noexcept {
  std::uint32_t index = first_in(buckets_[home.bucket].load(std::memory_order_relaxed), home);
  while (index != none) {
    const Entry& entry = entries_[index];
    if (entry.key_low.load(std::memory_order_relaxed) == key.low &&
        entry.key_high.load(std::memory_order_relaxed) == key.high) {
      return index;
    }
    index = entry.next.load(std::memory_order_relaxed);
  }
  return none;
}

// Returns: an entry that no bucket leads to.
std::uint32_t OrderViews::take_entry() noexcept {
  if (free_count_ == 0) {
    if (unused_ <= orders_max_ + closed_max_) return unused_++;
    // No step makes more orders than the limits allow. If it happens all the same, the oldest ended
    // one gives way.
    if (ended_first_ == none) return none;
    remove(ended_first_);
  }
  const std::uint32_t index = free_[--free_count_];
  // Nothing that is known leads to the entries that the next orders will take, so they are
  // prefetched here.
  constexpr std::uint32_t ahead = 4;
  if (free_count_ >= ahead) __builtin_prefetch(&entries_[free_[free_count_ - ahead]], 1);
  return index;
}

// Effects: takes the entry out of its bucket, so that no look-up finds it any more.
void OrderViews::unlink(std::uint32_t index, const Home& home) noexcept {
  const std::uint32_t next = entries_[index].next.load(std::memory_order_relaxed);
  std::atomic<std::uint64_t>& bucket = buckets_[home.bucket];
  const std::uint64_t word = bucket.load(std::memory_order_relaxed);
  auto before = static_cast<std::uint32_t>(word);
  if (before == index) {
    // Tags of orders that are gone stay until the bucket is empty, which makes a walk in vain now
    // and then, and spares a count of orders for each tag.
    bucket.store(next == none ? none : (word & ~std::uint64_t{none}) | next,
                 std::memory_order_release);
    return;
  }
  while (entries_[before].next.load(std::memory_order_relaxed) != index) {
    before = entries_[before].next.load(std::memory_order_relaxed);
  }
  entries_[before].next.store(next, std::memory_order_release);
}

void OrderViews::remove(std::uint32_t index) noexcept {
  Entry& entry = entries_[index];
  if (entry.ended) leave_ended(index);
  const Fields fields = entry.read();
  const std::uint64_t removals = removals_.load(std::memory_order_relaxed);
  removals_.store(removals + 1, std::memory_order_relaxed);
  unlink(index, home_of(fields.key));
  entry.write({});
  free_[free_count_++] = index;
  removals_.store(removals + 2, std::memory_order_release);
}

void OrderViews::note_ended(std::uint32_t index) noexcept {
  Entry& entry = entries_[index];
  if (entry.ended) return;
  entry.ended = true;
  entry.ended_next = none;
  entry.ended_before = ended_last_;
  (ended_last_ == none ? ended_first_ : entries_[ended_last_].ended_next) = index;
  ended_last_ = index;
  if (++ended_count_ > closed_max_) remove(ended_first_);
}

void OrderViews::leave_ended(std::uint32_t index) noexcept {
  Entry& entry = entries_[index];
  if (!entry.ended) return;
  entry.ended = false;
  const std::uint32_t before = entry.ended_before;
  const std::uint32_t next = entry.ended_next;
  (before == none ? ended_first_ : entries_[before].ended_next) = next;
  (next == none ? ended_last_ : entries_[next].ended_before) = before;
  --ended_count_;
}

namespace {

void set_mark(std::uint8_t& marks, std::uint8_t mark, bool on) noexcept {
  marks = static_cast<std::uint8_t>(on ? marks | mark : marks & ~mark);
}

// What an event means to the views. Most speak of a line: they mean nothing.
enum class Meaning : std::uint8_t {
  nothing,
  beginning,  // of an order
  change,
  payment,  // a change, unless the reason says that nothing changed
};

// By number, for all that a byte can hold: a number that comes later means nothing until it is said
// here.
constexpr std::array<Meaning, 256> meanings = [] {
  using enum EventType;
  std::array<Meaning, 256> by_number{};
  const auto set = [&by_number](Meaning meaning, std::initializer_list<EventType> types) {
    for (const EventType type : types) by_number[static_cast<std::size_t>(type)] = meaning;
  };
  set(Meaning::beginning, {placed, imported, shipped_elsewhere});
  set(Meaning::change, {in_review,       ship_stop,       allocated,      cancelled,
                        taken_over,      expired,         retaken,        review_approved,
                        review_rejected, order_shipped,   order_reopened, unpaid,
                        offered,         offer_withdrawn, extended,       payment_authorised,
                        deposit_paid,    order_changed,   order_merged,   order_split});
  set(Meaning::payment, {paid, payment_pending, payment_failed});
  return by_number;
}();

// A part of an order begins as a sale does, and until when it may be paid order_changed tells. Few
// orders do, so that all others have no question more.
[[nodiscard]] Event as_sale(Event part) noexcept {
  part.type = EventType::imported;
  part.time = 0;
  return part;
}

[[nodiscard]] Meaning meaning_of(const Event& event) noexcept {
  return meanings[static_cast<std::size_t>(event.type)];
}

// Whether the views have to know an event.
[[nodiscard]] bool speaks_of_order(const Event& event) noexcept {
  const Meaning meaning = meaning_of(event);
  if (meaning != Meaning::payment) return meaning != Meaning::nothing;
  return event.type == EventType::paid ? event.reason != Reason::already_paid
                                       : event.reason == Reason::ok;
}

}  // namespace

void OrderViews::prefetch_entry(const Home& home) const noexcept {
  const std::uint32_t index = first_in(buckets_[home.bucket].load(std::memory_order_relaxed), home);
  if (index != none) __builtin_prefetch(&entries_[index], 1);
}

// Three places in one queue: an event comes in and its bucket is asked for, some events later the
// entry that the bucket leads to, some later it is applied.
void OrderViews::apply(std::span<const Event> events) noexcept {
  constexpr std::size_t ahead = 16;
  constexpr std::size_t entry_ahead = 8;
  std::array<Coming, ahead> queue;
  std::size_t count = 0;
  for (const Event& event : events) {
    if (!speaks_of_order(event)) continue;
    Coming& place = queue[count % ahead];
    if (count >= ahead) apply(*place.event, place.home);
    place = {&event, home_of(event.order_key)};
    __builtin_prefetch(&buckets_[place.home.bucket], 1);
    if (count >= ahead - entry_ahead) {
      prefetch_entry(queue[(count - (ahead - entry_ahead)) % ahead].home);
    }
    ++count;
  }
  for (std::size_t i = count > ahead ? count - ahead : 0; i != count; ++i) {
    apply(*queue[i % ahead].event, queue[i % ahead].home);
  }
}

void OrderViews::apply(const Event& event, const Home& home) noexcept {
  if (meaning_of(event) == Meaning::beginning) {
    begin_order(event, home);
    if (event.type == EventType::shipped_elsewhere) [[unlikely]]
      end_at_once(event.order_key, home);
  } else {
    change_order(event, home);
  }
}

void OrderViews::begin_order(const Event& event, const Home& home) noexcept {
  const bool elsewhere = event.type == EventType::shipped_elsewhere;
  const bool paid = elsewhere || (event.type == EventType::imported &&
                                  (event.flags & EventFlags::to_be_paid) == 0);
  const Fields fields{.key = event.order_key,
                      .changed = event.sequence,
                      .pay_by = paid ? 0 : event.time,
                      .version = 1,
                      .status = elsewhere ? OrderStatus::elsewhere : OrderStatus::open,
                      .marks = paid ? mark_paid : std::uint8_t{0}};
  std::uint32_t index = index_of(event.order_key, home);
  if (index != none) {  // an order_key that is used again
    leave_ended(index);
    entries_[index].write(fields);
    return;
  }
  index = take_entry();
  if (index == none) return;
  Entry& entry = entries_[index];
  entry.write(fields);
  std::atomic<std::uint64_t>& bucket = buckets_[home.bucket];
  const std::uint64_t word = bucket.load(std::memory_order_relaxed);
  entry.next.store(static_cast<std::uint32_t>(word), std::memory_order_release);
  bucket.store((word & ~std::uint64_t{none}) | home.tag | index, std::memory_order_release);
}

void OrderViews::end_at_once(const OrderKey& key, const Home& home) noexcept {
  if (const std::uint32_t index = index_of(key, home); index != none) note_ended(index);
}

void OrderViews::change_order(const Event& event, const Home& home) noexcept {
  const std::uint32_t index = index_of(event.order_key, home);
  if (index == none) {  // retired here already, or new
    if (event.type == EventType::order_split) begin_order(as_sale(event), home);
    return;
  }
  Entry& entry = entries_[index];
  Fields fields = entry.read();
  fields.changed = event.sequence;
  switch (event.type) {
    case EventType::in_review:
    case EventType::ship_stop:
      set_mark(fields.marks, mark_in_review, true);
      set_mark(fields.marks, mark_allocated, false);
      fields.version = event.quantity;
      break;
    case EventType::allocated:
      set_mark(fields.marks, mark_allocated, true);
      if ((fields.marks & (mark_authorised | mark_deposited)) == 0) fields.pay_by = 0;
      break;
    case EventType::cancelled:
    case EventType::order_merged:
    case EventType::taken_over: fields.status = OrderStatus::cancelled; break;
    case EventType::order_split: return begin_order(as_sale(event), home);  // a key comes again
    case EventType::expired: fields.status = OrderStatus::expired; break;
    case EventType::order_shipped: fields.status = OrderStatus::shipped; break;
    case EventType::review_rejected:
      fields.status = OrderStatus::rejected;
      set_mark(fields.marks, mark_in_review, false);
      break;
    case EventType::retaken:
      fields.status = OrderStatus::open;
      fields.pay_by = event.time;
      break;
    case EventType::offered: fields.pay_by = event.time; break;
    case EventType::offer_withdrawn: fields.pay_by = 0; break;
    case EventType::order_reopened:
      fields.status = OrderStatus::open;
      fields.pay_by = event.time;
      break;
    case EventType::paid:
      set_mark(fields.marks, mark_paid, true);
      set_mark(fields.marks, mark_pending, false);
      set_mark(fields.marks, mark_authorised, false);
      set_mark(fields.marks, mark_deposited, false);
      fields.version = event.quantity;
      if (fields.status == OrderStatus::open) fields.pay_by = 0;
      break;
    case EventType::payment_authorised:
      set_mark(fields.marks, mark_authorised, true);
      set_mark(fields.marks, mark_pending, false);
      fields.version = event.quantity;
      if (fields.status == OrderStatus::open) fields.pay_by = event.time;
      break;
    case EventType::deposit_paid:
      set_mark(fields.marks, mark_deposited, true);
      set_mark(fields.marks, mark_pending, false);
      fields.version = event.quantity;
      if (fields.status == OrderStatus::open) fields.pay_by = event.time;
      break;
    case EventType::unpaid:
      set_mark(fields.marks, mark_paid, false);
      set_mark(fields.marks, mark_authorised, false);
      set_mark(fields.marks, mark_deposited, false);
      set_mark(fields.marks, mark_allocated, false);
      fields.version = event.quantity;
      if (fields.status == OrderStatus::open) fields.pay_by = event.time;
      break;
    case EventType::order_changed:
    case EventType::extended:
      fields.version = event.quantity;
      fields.pay_by = event.time;
      break;
    case EventType::payment_pending:
    case EventType::payment_failed:
      set_mark(fields.marks, mark_pending, event.type == EventType::payment_pending);
      fields.version = event.quantity;
      fields.pay_by = event.time;
      break;
    case EventType::review_approved:
      set_mark(fields.marks, mark_in_review, false);
      fields.version = event.quantity;
      fields.pay_by = event.time;
      break;
    default: break;
  }
  if (fields.status != OrderStatus::open) set_mark(fields.marks, mark_allocated, false);
  entry.write(fields);
  if (fields.status == OrderStatus::open) {
    leave_ended(index);
  } else {
    note_ended(index);
  }
}

void OrderViews::clear() noexcept {
  while (ended_first_ != none) remove(ended_first_);
  for (std::uint32_t i = 0; i < unused_; ++i) {
    if (entries_[i].read().key.present()) remove(i);
  }
}

std::optional<OrderView> OrderViews::find(const OrderKey& order_key,
                                          const std::atomic<Sequence>& published) const noexcept {
  if (!order_key.present()) return std::nullopt;
  const std::uint32_t steps_max = orders_max_ + closed_max_ + 1;
  const Home home = home_of(order_key);
  for (;;) {
    const Sequence as_of = published.load(std::memory_order_acquire);
    const std::uint64_t removals = removals_.load(std::memory_order_acquire);
    std::uint32_t index = first_in(buckets_[home.bucket].load(std::memory_order_acquire), home);
    // A chain that changes under the reader could lead it in circles; the count ends that.
    for (std::uint32_t steps = 0; index != none && steps < steps_max; ++steps) {
      const Entry& entry = entries_[index];
      const std::uint64_t guard = entry.guard.load(std::memory_order_acquire);
      const Fields fields = entry.read();
      const std::uint32_t next = entry.next.load(std::memory_order_acquire);
      if ((guard & 1U) != 0 || entry.guard.load(std::memory_order_relaxed) != guard) continue;
      if (fields.key == order_key) {
        return OrderView{.order_key = order_key,
                         .as_of = as_of,
                         .changed = fields.changed,
                         .status = fields.status,
                         .paid = (fields.marks & mark_paid) != 0,
                         .payment_pending = (fields.marks & mark_pending) != 0,
                         .in_review = (fields.marks & mark_in_review) != 0,
                         .allocated = (fields.marks & mark_allocated) != 0,
                         .version = fields.version,
                         .pay_by = fields.pay_by};
      }
      index = next;
    }
    const bool settled = index == none && (removals & 1U) == 0 &&
                         removals_.load(std::memory_order_relaxed) == removals;
    if (settled) return std::nullopt;
  }
}

}  // namespace allot
