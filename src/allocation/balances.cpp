#include "allocation/balances.hpp"

namespace allot {

void Balances::tell_change(const Order& order, WideMoney before, Reason why) const {
  const MoneyBalance now = of(order);
  if (now.refund_due > before) {
    t_.step.out->tell(events::RefundDue{
        .order_key = order.key, .value = told_money(now.refund_due - before), .reason = why});
  }
  t_.step.out->tell(events::Balance{.order_key = order.key,
                                    .open = told_money(now.open),
                                    .refund_due = told_money(now.refund_due)});
}

}  // namespace allot
