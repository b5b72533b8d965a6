#include "orders/exceptions.hpp"

namespace allot {

ExceptionSlot Exceptions::find(ExceptionId number) const {
  const std::uint32_t slot = by_number_.find(spread(number.value), [&](std::uint32_t at) {
    return items_[ExceptionSlot{at}].number == number;
  });
  return slot == KeyIndex::none ? ExceptionSlot{} : ExceptionSlot{slot};
}

ExceptionSlot Exceptions::first_of(const OrderKey& group) const {
  const std::uint32_t slot = by_order_.find(
      spread(group), [&](std::uint32_t at) { return items_[ExceptionSlot{at}].group() == group; });
  return slot == KeyIndex::none ? ExceptionSlot{} : ExceptionSlot{slot};
}

ExceptionSlot Exceptions::add(const ExceptionItem& item) {
  const ExceptionSlot slot = items_.take();
  ExceptionItem& added = items_[slot];
  added = item;
  added.number = {++raised_};
  by_number_.insert(spread(added.number.value), slot.value);
  added.older = newest_;
  (newest_.present() ? items_[newest_].newer : oldest_) = slot;
  newest_ = slot;
  if (may_solve_itself(added.kind, added.reason)) join_those_of_order(slot);
  // By number among those of one deadline, which is the order in which they were raised.
  if (added.due_at != 0) {
    deadlines_.insert({added.due_at, added.number.value, OrderSlot{slot.value}}, moved());
  }
  return slot;
}

void Exceptions::remove(ExceptionSlot slot) {
  const ExceptionItem& item = items_[slot];
  by_number_.erase(spread(item.number.value), slot.value);
  (item.older.present() ? items_[item.older].newer : oldest_) = item.newer;
  (item.newer.present() ? items_[item.newer].older : newest_) = item.older;
  if (may_solve_itself(item.kind, item.reason)) leave_those_of_order(slot);
  if (item.due_at != 0 && !item.overdue) deadlines_.remove(item.place, moved());
  items_.give(slot);
}

void Exceptions::pass_deadline(ExceptionSlot slot) {
  deadlines_.remove(items_[slot].place, moved());
  items_[slot].overdue = true;
}

void Exceptions::join_those_of_order(ExceptionSlot slot) {
  ExceptionSlot last = first_of(items_[slot].group());
  if (!last.present()) return by_order_.insert(spread(items_[slot].group()), slot.value);
  while (items_[last].next.present()) last = items_[last].next;
  items_[last].next = slot;
}

void Exceptions::leave_those_of_order(ExceptionSlot slot) {
  const ExceptionItem& item = items_[slot];
  const ExceptionSlot first = first_of(item.group());
  if (first != slot) {
    ExceptionSlot before = first;
    while (items_[before].next != slot) before = items_[before].next;
    items_[before].next = item.next;
  } else if (item.next.present()) {
    by_order_.replace(spread(item.group()), slot.value, item.next.value);
  } else {
    by_order_.erase(spread(item.group()), slot.value);
  }
}

}  // namespace allot
