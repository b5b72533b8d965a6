// Published views: what each event changes, what is forgotten, and reading while they change.
#include "events/views.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <random>
#include <thread>
#include <vector>

namespace allot {
namespace {

Limits small() {
  Limits limits;
  limits.skus_max = 10;
  limits.nodes_max = 3;
  limits.orders_max = 4;
  limits.closed_orders_max = 2;
  return limits;
}

Event event(EventType type, std::uint64_t order, Sequence sequence) {
  Event made;
  made.type = type;
  made.order_key = {.low = order, .high = 0};
  made.sequence = sequence;
  return made;
}

void apply(Views& views, const Event& event) { views.apply({&event, 1}); }
void show(Views& views, const CellTouch& cell) { views.set_available({&cell, 1}); }

OrderKey key(std::uint64_t order) { return {.low = order, .high = 0}; }

// A number that is 64 above another one's is not read as that one.
TEST(Views, EventsOfHighNumbersSayNothingOfOrders) {
  Views views(small());
  for (const EventType type : {EventType::placed, EventType::imported}) {
    const auto number = static_cast<std::uint8_t>(type) + 64U;
    apply(views, event(static_cast<EventType>(number), 1, 1));
    EXPECT_FALSE(views.order(key(1)).has_value()) << "event " << number;
  }
  apply(views, event(EventType::placed, 1, 2));
  apply(views,
        event(static_cast<EventType>(static_cast<std::uint8_t>(EventType::cancelled) + 64U), 1, 3));
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::open);
}

TEST(Views, ManyEventsAtOnceAreTheSameAsOneByOne) {
  constexpr std::uint64_t orders = 100;
  Limits limits = small();
  limits.orders_max = 200;
  limits.closed_orders_max = 30;
  std::vector<Event> events;
  Sequence sequence = 0;
  for (std::uint64_t order = 1; order <= orders; ++order) {
    events.push_back(event(EventType::placed, order, ++sequence));
    events.push_back(event(EventType::line_held, order, sequence));
    events.push_back(event(EventType::refused, order, ++sequence));
    // Soon after, so that both are on their way at the same time.
    if (order % 3 == 0) events.push_back(event(EventType::paid, order, ++sequence));
    if (order % 2 == 0) events.push_back(event(EventType::cancelled, order - 1, ++sequence));
    if (order % 8 == 0) events.push_back(event(EventType::placed, order - 1, ++sequence));
  }
  Views at_once(limits);
  at_once.apply(events);
  Views one_by_one(limits);
  for (const Event& single : events) apply(one_by_one, single);
  std::uint64_t known = 0;
  for (std::uint64_t order = 1; order <= orders; ++order) {
    const std::optional<OrderView> view = at_once.order(key(order));
    const std::optional<OrderView> expected = one_by_one.order(key(order));
    ASSERT_EQ(view.has_value(), expected.has_value()) << "order " << order;
    if (!view) continue;
    ++known;
    EXPECT_EQ(view->changed, expected->changed);
    EXPECT_EQ(view->status, expected->status);
    EXPECT_EQ(view->paid, expected->paid);
    EXPECT_EQ(view->version, expected->version);
  }
  EXPECT_GT(known, 60U);
  EXPECT_LT(known, orders);
}

// Few buckets and many orders that come, end, come again and are forgotten, against a plain list.
TEST(Views, KnowTheOrdersThatAPlainListKnows) {
  Limits limits = small();
  limits.orders_max = 12;
  limits.closed_orders_max = 3;
  Views views(limits);
  std::map<std::uint64_t, bool> open;  // by order: false when it ended
  std::vector<std::uint64_t> ended;    // oldest first
  std::mt19937_64 random(11);
  for (Sequence sequence = 1; sequence <= 20'000; ++sequence) {
    const std::uint64_t order = 1 + random() % 40;
    const auto known = open.find(order);
    if (known != open.end() && known->second) {
      apply(views, event(EventType::cancelled, order, sequence));
      known->second = false;
      ended.push_back(order);
      if (ended.size() > limits.closed_orders_max) {
        open.erase(ended.front());
        ended.erase(ended.begin());
      }
    } else if (open.size() - ended.size() < limits.orders_max) {
      apply(views, event(EventType::placed, order, sequence));
      open[order] = true;
      std::erase(ended, order);
    }
    for (std::uint64_t each = 1; each <= 40; ++each) {
      const std::optional<OrderView> view = views.order(key(each));
      ASSERT_EQ(view.has_value(), open.contains(each)) << "order " << each << " at " << sequence;
      if (!view) continue;
      ASSERT_EQ(view->status == OrderStatus::open, open.at(each));
    }
  }
}

TEST(Views, AnOfferIsThePaymentWindowUntilItIsWithdrawn) {
  Views views(small());
  Event placed = event(EventType::placed, 1, 5);
  placed.time = 0;
  apply(views, placed);
  Event offered = event(EventType::offered, 1, 6);
  offered.time = 77;
  apply(views, offered);
  ASSERT_TRUE(views.order(key(1)).has_value());
  EXPECT_EQ(views.order(key(1))->pay_by, 77);
  EXPECT_EQ(views.order(key(1))->changed, 6U);
  Event withdrawn = event(EventType::offer_withdrawn, 1, 7);
  withdrawn.time = 77;
  apply(views, withdrawn);
  EXPECT_EQ(views.order(key(1))->pay_by, 0);
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::open);
}

TEST(Views, AnExtendedHoldMayBePaidLongerAndHasAnotherVersion) {
  Views views(small());
  Event placed = event(EventType::placed, 1, 5);
  placed.time = 77;
  apply(views, placed);
  Event extended = event(EventType::extended, 1, 6);
  extended.quantity = 2;
  extended.time = 99;
  apply(views, extended);
  const std::optional<OrderView> view = views.order(key(1));
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->changed, 6U);
  EXPECT_EQ(view->version, 2U);
  EXPECT_EQ(view->pay_by, 99);
  EXPECT_EQ(view->status, OrderStatus::open);
}

TEST(Views, AnOrderThatIsChangedHasAnotherVersionAndGoesOn) {
  Views views(small());
  Event placed = event(EventType::placed, 1, 5);
  placed.time = 77;
  apply(views, placed);
  Event changed = event(EventType::order_changed, 1, 6);
  changed.quantity = 2;
  changed.time = 55;
  apply(views, changed);
  const std::optional<OrderView> view = views.order(key(1));
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->changed, 6U);
  EXPECT_EQ(view->version, 2U);
  EXPECT_EQ(view->pay_by, 55);
  EXPECT_EQ(view->status, OrderStatus::open);
}

// A number that has no meaning yet, or none for orders, is not read as one that is 64 below.
TEST(Views, EventsThatSayNothingOfAnOrderChangeNothing) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 5));
  for (unsigned number = 60; number < 256; ++number) {
    if (number == static_cast<unsigned>(EventType::shipped_elsewhere)) continue;
    if (number == static_cast<unsigned>(EventType::order_shipped)) continue;
    if (number == static_cast<unsigned>(EventType::order_reopened)) continue;
    if (number == static_cast<unsigned>(EventType::unpaid)) continue;
    if (number == static_cast<unsigned>(EventType::offered)) continue;
    if (number == static_cast<unsigned>(EventType::offer_withdrawn)) continue;
    if (number == static_cast<unsigned>(EventType::payment_authorised)) continue;
    if (number == static_cast<unsigned>(EventType::deposit_paid)) continue;
    if (number == static_cast<unsigned>(EventType::order_changed)) continue;
    if (number == static_cast<unsigned>(EventType::taken_over)) continue;
    if (number == static_cast<unsigned>(EventType::extended)) continue;
    if (number == static_cast<unsigned>(EventType::order_merged)) continue;
    if (number == static_cast<unsigned>(EventType::order_split)) continue;
    Event other = event(static_cast<EventType>(number), 1, 6);
    other.quantity = 9;
    apply(views, other);
    const std::optional<OrderView> view = views.order(key(1));
    ASSERT_TRUE(view.has_value()) << number;
    ASSERT_EQ(view->changed, 5U) << number;
    ASSERT_EQ(view->status, OrderStatus::open) << number;
    apply(views, event(static_cast<EventType>(number), 2, 6));
    ASSERT_FALSE(views.order(key(2)).has_value()) << number;
  }
}

TEST(Views, APartOfAnOrderIsOneOfItsOwn) {
  Views views(small());
  Event part = event(EventType::order_split, 1, 5);
  part.time = 3;  // the sequence of the other order, which is no time
  apply(views, part);
  ASSERT_TRUE(views.order(key(1)).has_value());
  EXPECT_TRUE(views.order(key(1))->paid);
  EXPECT_EQ(views.order(key(1))->pay_by, 0);
  part = event(EventType::order_split, 2, 6);
  part.flags = EventFlags::to_be_paid;
  apply(views, part);
  Event changed = event(EventType::order_changed, 2, 6);
  changed.quantity = 1;
  changed.time = 77;
  apply(views, changed);
  ASSERT_TRUE(views.order(key(2)).has_value());
  EXPECT_FALSE(views.order(key(2))->paid);
  EXPECT_EQ(views.order(key(2))->pay_by, 77);
  EXPECT_EQ(views.order(key(2))->version, 1U);
}

TEST(Views, ASaleIsPaidUnlessItSaysOtherwise) {
  Views views(small());
  apply(views, event(EventType::imported, 1, 5));
  EXPECT_TRUE(views.order(key(1))->paid);
  Event unpaid = event(EventType::imported, 2, 6);
  unpaid.flags = EventFlags::to_be_paid;
  unpaid.time = 900;
  apply(views, unpaid);
  EXPECT_FALSE(views.order(key(2))->paid);
  EXPECT_EQ(views.order(key(2))->pay_by, 900);
}

// It counts among the ended ones from the first event on.
TEST(Views, WhatOthersShipHasEndedAtOnce) {
  Views views(small());
  Event elsewhere = event(EventType::shipped_elsewhere, 1, 5);
  elsewhere.time = 900;
  apply(views, elsewhere);
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::elsewhere);
  EXPECT_TRUE(views.order(key(1))->paid);
  EXPECT_EQ(views.order(key(1))->pay_by, 0);
  for (std::uint64_t order = 2; order <= 3; ++order) {
    apply(views, event(EventType::shipped_elsewhere, order, 4 + order));
  }
  EXPECT_FALSE(views.order(key(1)).has_value()) << "two are remembered";
  EXPECT_TRUE(views.order(key(2)).has_value());
}

TEST(Views, AnOrderOfWhichAllHasLeftHasEnded) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 5));
  apply(views, event(EventType::line_shipped, 1, 6));
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::open);
  apply(views, event(EventType::order_shipped, 1, 6));
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::shipped);
  EXPECT_EQ(views.order(key(1))->changed, 6U);
}

TEST(Views, AnOrderThatDidNotLeaveAfterAllGoesOn) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 5));
  apply(views, event(EventType::order_shipped, 1, 6));
  Event reopened = event(EventType::order_reopened, 1, 7);
  reopened.time = 900;
  apply(views, reopened);
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::open);
  EXPECT_EQ(views.order(key(1))->pay_by, 900);
  for (std::uint64_t order = 2; order <= 4; ++order) {
    apply(views, event(EventType::shipped_elsewhere, order, 6 + order));
  }
  EXPECT_TRUE(views.order(key(1)).has_value()) << "it is none of the ended ones any more";
}

TEST(Views, FollowAnOrderThroughItsLife) {
  Views views(small());
  EXPECT_FALSE(views.order(key(1)).has_value());
  Event placed = event(EventType::placed, 1, 5);
  placed.time = 900;
  apply(views, placed);
  views.publish(5);
  std::optional<OrderView> view = views.order(key(1));
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->as_of, 5U);
  EXPECT_EQ(view->pay_by, 900);
  EXPECT_EQ(view->version, 1U);
  EXPECT_FALSE(view->paid);

  Event pending = event(EventType::payment_pending, 1, 6);
  pending.quantity = 2;
  pending.time = 1'000;
  apply(views, pending);
  EXPECT_TRUE(views.order(key(1))->payment_pending);
  EXPECT_EQ(views.order(key(1))->pay_by, 1'000);

  Event paid = event(EventType::paid, 1, 7);
  paid.quantity = 3;
  apply(views, paid);
  apply(views, event(EventType::allocated, 1, 7));
  view = views.order(key(1));
  EXPECT_TRUE(view->paid);
  EXPECT_TRUE(view->allocated);
  EXPECT_FALSE(view->payment_pending);
  EXPECT_EQ(view->version, 3U);
  EXPECT_EQ(view->changed, 7U);

  Event again = event(EventType::paid, 1, 8);
  again.reason = Reason::already_paid;
  again.quantity = 3;
  apply(views, again);
  EXPECT_EQ(views.order(key(1))->changed, 7U) << "nothing changed";

  apply(views, event(EventType::cancelled, 1, 9));
  view = views.order(key(1));
  EXPECT_EQ(view->status, OrderStatus::cancelled);
  EXPECT_FALSE(view->allocated);
}

TEST(Views, AnOrderIsNotPaidAnyMoreWhenItsMoneyWent) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 1));
  apply(views, event(EventType::paid, 1, 2));
  apply(views, event(EventType::allocated, 1, 2));
  Event unpaid = event(EventType::unpaid, 1, 3);
  unpaid.quantity = 3;
  unpaid.time = 2'000;
  apply(views, unpaid);
  const auto view = views.order(key(1));
  EXPECT_FALSE(view->paid);
  EXPECT_FALSE(view->allocated);
  EXPECT_EQ(view->version, 3U);
  EXPECT_EQ(view->pay_by, 2'000);
  EXPECT_EQ(view->changed, 3U);
  // Amounts change nothing that a view shows.
  apply(views, event(EventType::captured, 1, 4));
  apply(views, event(EventType::balance, 1, 4));
  EXPECT_EQ(views.order(key(1))->changed, 3U);
}

TEST(Views, AnOrderThatIsAuthorisedIsAllocatedUntilThatLapses) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 1));
  apply(views, event(EventType::payment_pending, 1, 2));
  Event authorised = event(EventType::payment_authorised, 1, 3);
  authorised.quantity = 3;
  authorised.time = 2'000;
  apply(views, authorised);
  apply(views, event(EventType::allocated, 1, 3));
  auto view = views.order(key(1));
  EXPECT_TRUE(view->allocated);
  EXPECT_FALSE(view->paid);
  EXPECT_FALSE(view->payment_pending);
  EXPECT_EQ(view->version, 3U);
  EXPECT_EQ(view->pay_by, 2'000) << "what was set aside lapses then";
  Event unpaid = event(EventType::unpaid, 1, 4);
  unpaid.quantity = 4;
  unpaid.time = 3'000;
  apply(views, unpaid);
  EXPECT_FALSE(views.order(key(1))->allocated);
  EXPECT_EQ(views.order(key(1))->pay_by, 3'000);
  apply(views, event(EventType::paid, 1, 5));
  apply(views, event(EventType::allocated, 1, 5));
  EXPECT_EQ(views.order(key(1))->pay_by, 0);
}

TEST(Views, ADepositHasABalanceWindowUntilAllIsPaid) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 1));
  apply(views, event(EventType::payment_pending, 1, 2));
  Event deposit = event(EventType::deposit_paid, 1, 3);
  deposit.quantity = 3;
  deposit.time = 2'000;
  apply(views, deposit);
  apply(views, event(EventType::allocated, 1, 3));
  const auto view = views.order(key(1));
  EXPECT_TRUE(view->allocated);
  EXPECT_FALSE(view->paid);
  EXPECT_FALSE(view->payment_pending);
  EXPECT_EQ(view->version, 3U);
  EXPECT_EQ(view->pay_by, 2'000) << "the balance is to be paid by then";
  apply(views, event(EventType::paid, 1, 4));
  EXPECT_TRUE(views.order(key(1))->paid);
  EXPECT_EQ(views.order(key(1))->pay_by, 0);
  EXPECT_TRUE(views.order(key(1))->allocated);
}

TEST(Views, AnOrderThatIsTakenAgainIsAuthorisedForAsLongAsThatSays) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 1));
  apply(views, event(EventType::expired, 1, 2));
  Event authorised = event(EventType::payment_authorised, 1, 3);
  authorised.time = 2'000;
  apply(views, authorised);
  Event retaken = event(EventType::retaken, 1, 3);
  retaken.time = 2'000;
  apply(views, retaken);
  apply(views, event(EventType::allocated, 1, 3));
  EXPECT_EQ(views.order(key(1))->pay_by, 2'000);
  EXPECT_TRUE(views.order(key(1))->allocated);
}

TEST(Views, AnExpiredOrderCanBeTakenAgain) {
  Views views(small());
  apply(views, event(EventType::placed, 1, 1));
  apply(views, event(EventType::expired, 1, 2));
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::expired);
  apply(views, event(EventType::paid, 1, 3));
  apply(views, event(EventType::retaken, 1, 3));
  apply(views, event(EventType::allocated, 1, 3));
  EXPECT_EQ(views.order(key(1))->status, OrderStatus::open);
  EXPECT_TRUE(views.order(key(1))->allocated);
  // Open again, it is not forgotten when others end.
  for (std::uint64_t order = 2; order <= 9; ++order) {
    apply(views, event(EventType::placed, order, order));
    apply(views, event(EventType::cancelled, order, order));
  }
  EXPECT_TRUE(views.order(key(1)).has_value());
}

TEST(Views, ForgetTheOldestEndedOrderOnly) {
  Views views(small());
  for (std::uint64_t order = 1; order <= 4; ++order) {
    apply(views, event(EventType::placed, order, order));
  }
  for (std::uint64_t order = 1; order <= 3; ++order) {
    apply(views, event(EventType::cancelled, order, 10 + order));
  }
  EXPECT_FALSE(views.order(key(1)).has_value()) << "closed_orders_max is 2";
  EXPECT_TRUE(views.order(key(2)).has_value());
  EXPECT_TRUE(views.order(key(4)).has_value());
  // The same key again, after it ended.
  apply(views, event(EventType::placed, 2, 20));
  EXPECT_EQ(views.order(key(2))->status, OrderStatus::open);
  views.clear();
  EXPECT_FALSE(views.order(key(2)).has_value());
  EXPECT_FALSE(views.order(key(4)).has_value());
}

TEST(Views, AvailabilityIsPerCell) {
  Views views(small());
  show(views, {.sku = SkuId{10}, .node = NodeId{3}, .available = 77});
  show(views, {.sku = SkuId{11}, .node = NodeId{3}, .available = 1});  // out of range
  views.publish(3);
  EXPECT_EQ(views.availability(SkuId{10}, NodeId{3})->available, 77U);
  EXPECT_EQ(views.availability(SkuId{10}, NodeId{3})->as_of, 3U);
  EXPECT_EQ(views.availability(SkuId{10}, NodeId{2})->available, 0U);
  EXPECT_FALSE(views.availability(SkuId{11}, NodeId{3}).has_value());
  EXPECT_FALSE(views.availability(SkuId{0}, NodeId{1}).has_value());
}

// Every order is written so that its fields follow from one number; a torn read would show.
TEST(Views, AReaderNeverSeesHalfAChange) {
  Limits limits = small();
  limits.orders_max = 64;
  limits.closed_orders_max = 16;
  Views views(limits);
  std::atomic<bool> stop{false};
  std::atomic<std::uint64_t> torn{0};
  std::atomic<std::uint64_t> found{0};
  std::vector<std::thread> readers;
  for (int r = 0; r < 2; ++r) {
    readers.emplace_back([&] {
      std::uint64_t order = 0;
      while (!stop.load(std::memory_order_relaxed)) {
        order = order % 100 + 1;
        const std::optional<OrderView> view = views.order(key(order));
        if (!view) continue;
        found.fetch_add(1, std::memory_order_relaxed);
        const bool whole = view->order_key == key(order) &&
                           view->pay_by == static_cast<TimeNs>(view->changed) * 3 &&
                           view->version == static_cast<std::uint32_t>(view->changed);
        if (!whole) torn.fetch_add(1, std::memory_order_relaxed);
      }
    });
  }
  Event pending = event(EventType::payment_pending, 0, 0);
  for (Sequence sequence = 1; sequence < 200'000 || found.load() == 0; ++sequence) {
    const std::uint64_t order = sequence % 50 + 1;
    pending.order_key = key(order);
    pending.sequence = sequence;
    pending.quantity = static_cast<std::uint32_t>(sequence);
    pending.time = static_cast<TimeNs>(sequence) * 3;
    if (!views.order(key(order))) {
      Event placed = event(EventType::placed, order, 1);
      placed.time = 3;
      apply(views, placed);
    }
    apply(views, pending);
    if (sequence % 7 == 0) {
      Event ended = event(EventType::cancelled, order, sequence);
      apply(views, ended);
    }
  }
  stop.store(true);
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(torn.load(), 0U);
}

}  // namespace
}  // namespace allot
