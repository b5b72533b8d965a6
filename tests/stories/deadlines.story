# Until when an order may be paid: from when it is served on, and for a grace in which it keeps what it holds.

story: Who waits has nothing to pay yet, and as long as others once the goods are there
  channel WEB pay_when_served remind_before=5m
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  order A1: open, unpaid, pay by never
  day3 09:00                      -> nothing
  day3 10:00 receive TEAPOT LEEDS x1 -> A1 TEAPOT x1 held at LEEDS waited, A1 offered pay by day3 10:15
  order A1: open, unpaid, pay by day3 10:15
  day3 10:10                      -> A1 reminder pay by day3 10:15
  day3 10:14 confirm_payment A1   -> paid, allocated

story: What is offered and not paid is offered to the next in line, and to no newcomer
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  place A2 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  place A3 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  10:00 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 held at LEEDS waited, A1 offered pay by 10:15
  10:05 cancel A2                 -> cancelled 0 units
  10:14 place A4 TEAPOT           -> refused stock_insufficient TEAPOT
  10:15 place A5 TEAPOT           -> A1 expired 1 unit, A3 TEAPOT x1 held at LEEDS waited, A3 offered pay by 10:30
                                  -> refused stock_insufficient TEAPOT
  10:16 confirm_payment A3        -> paid, allocated
  waiting TEAPOT: nobody

story: Where the channel does not say so, who waits has to pay as soon as others
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT       -> placed pay by 09:15, TEAPOT x1 waiting
  09:15                           -> A1 expired 0 units

story: Who has a part of it at once pays for all of it as others do
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x1
  place A1 backorder TEAPOT x3    -> placed pay by 09:15, TEAPOT x1 held at LEEDS, TEAPOT x2 waiting
  09:10 receive TEAPOT LEEDS x2   -> A1 TEAPOT x2 held at LEEDS waited
  09:15                           -> A1 expired 3 units

story: The first goods that come begin the window, the next ones do not begin it anew
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x3    -> placed, TEAPOT x3 waiting
  10:00 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 held at LEEDS waited, A1 offered pay by 10:15
  10:10 receive TEAPOT LEEDS x2   -> A1 TEAPOT x2 held at LEEDS waited
  10:15                           -> A1 expired 3 units

story: An order that is shipped whole is offered when all of it is there
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x1
  sku MUG @4.00 LEEDS x0
  place A1 backorder ship_complete TEAPOT MUG -> placed, TEAPOT x1 waiting, MUG x1 waiting
  10:00 receive MUG LEEDS x1      -> A1 TEAPOT x1 held at LEEDS waited, A1 MUG x1 held at LEEDS waited
                                  -> A1 offered pay by 10:15

story: Who pays while waiting has paid, and gets the goods when they come
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  09:30 confirm_payment A1        -> paid, allocated
  10:00 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 allocated at LEEDS waited

story: An offer of goods that are not there after all is taken back, and made again
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  10:00 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 held at LEEDS waited, A1 offered pay by 10:15
  10:05 adjust TEAPOT LEEDS -1    -> stock deficit TEAPOT at LEEDS 1 deficit
                                  -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting
                                  -> A1 offer withdrawn pay by 10:15
  order A1: open, unpaid, pay by never
  10:15                           -> nothing
  11:00 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 held at LEEDS waited, A1 offered pay by 11:15

story: A sale that was imported keeps the deadline that it was made with
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x0
  import M1 unpaid TEAPOT         -> imported pay by 09:15, TEAPOT x1 short
  09:15                           -> M1 expired 0 units

story: A review that pauses payment ends before an offer begins
  channel WEB pay_when_served review_pauses_payment
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT       -> placed, TEAPOT x1 waiting, in review value_review
  09:30 review_decision A1 approve -> review approved
  order A1: open, unpaid, pay by never
  10:00 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 held at LEEDS waited, A1 offered pay by 10:15

story: After the customer's deadline the goods are kept for a grace, and a reminder is told before each end
  channel WEB remind_before=5m payment_grace=30m grace_remind_before=10m
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A2 backorder TEAPOT       -> placed pay by 09:15, TEAPOT x1 waiting
  cancel A2                       -> cancelled 0 units
  09:10                           -> A1 reminder pay by 09:15
  09:15                           -> A1 payment overdue let go at 09:45
  stock TEAPOT LEEDS: 0 available, 1 held
  09:35                           -> A1 overdue reminder let go at 09:45
  09:45                           -> A1 expired 1 unit pay by 09:15
  stock TEAPOT LEEDS: 1 available, 0 held

story: A payment in the grace pays the order, since the goods are still there
  channel WEB payment_grace=30m
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:20 confirm_payment A1        -> A1 payment overdue let go at 09:45, paid, allocated
  09:45                           -> nothing
  order A1: open, paid, 1 allocated

story: An order that is overdue gets nothing more until it is paid
  channel WEB payment_grace=30m
  sku TEAPOT @15.00 LEEDS x1
  place A1 backorder TEAPOT x2    -> placed pay by 09:15, TEAPOT x1 held at LEEDS, TEAPOT x1 waiting
  09:15                           -> A1 payment overdue let go at 09:45
  09:20 receive TEAPOT LEEDS x1   -> nothing
  stock TEAPOT LEEDS: 1 available, 1 held
  09:30 confirm_payment A1        -> paid, allocated, A1 TEAPOT x1 allocated at LEEDS waited

story: A payment that is refused for being late ends the order, and is due back
  channel WEB payment_grace=30m late_payment=refuse
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:15                           -> A1 payment overdue let go at 09:45
  09:30 confirm_payment A1 09:16  -> expired 1 unit, paid paid_too_late, refund due 15.00 paid_too_late
  stock TEAPOT LEEDS: 1 available, 0 held
  order A1: expired, paid

story: The grace is for news of payments that were made in time
  channel WEB payment_grace=30m late_payment=refuse
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:15                           -> A1 payment overdue let go at 09:45
  09:40 confirm_payment A1 09:14  -> paid, allocated

story: Where late payments are refused nothing is taken again, although it is there
  channel WEB late_payment=refuse
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:20 confirm_payment A1        -> A1 expired 1 unit, paid paid_too_late, refund due 15.00 paid_too_late
  stock TEAPOT LEEDS: 1 available

story: Where the grace counts, a payment in it is in time, also when it is heard of later
  channel WEB payment_grace=30m late_payment=in_grace
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A2 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:15                           -> A1 payment overdue let go at 09:45, A2 payment overdue let go at 09:45
  09:45                           -> A1 expired 1 unit, A2 expired 1 unit
  09:50 confirm_payment A1 09:44  -> paid, retaken, TEAPOT x1 allocated at LEEDS, allocated
  09:50 confirm_payment A2 09:45  -> paid paid_too_late, refund due 15.00 paid_too_late

story: A part that is paid too late is due back, with the part that was paid in time
  channel WEB payment_grace=30m late_payment=refuse
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:10 payment A1 P1 10.00 captured -> captured 10.00, balance open 5.00
  09:20 payment A1 P2 5.00 captured  -> A1 payment overdue let go at 09:45
                                  -> expired 1 unit, refund due 10.00, balance refund due 10.00
                                  -> captured 5.00, paid paid_too_late, refund due 5.00 paid_too_late, balance refund due 15.00

story: A payment that is pending does not keep the deadline away for ever
  channel WEB pending_ttl=1h payment_grace=30m
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:10 payment_pending A1        -> payment pending pay by 10:15
  10:15                           -> A1 payment overdue let go at 10:45
  10:20 fail_payment A1           -> payment failed pay by 10:15
  10:21 payment_pending A1        -> payment pending pay by 10:15
  10:45                           -> A1 expired 1 unit

story: Who is approved in the grace has a window of his own again
  channel WEB payment_grace=30m
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS, in review value_review
  09:15                           -> A1 payment overdue let go at 09:45
  09:20 review_decision A1 approve -> review approved pay by 09:35
  09:35                           -> A1 payment overdue let go at 10:05
  10:05                           -> A1 expired 1 unit

story: A grace, and the time of its reminder, are no longer than thirty years
  channel WEB payment_grace=20000d -> refused field_out_of_range
  channel WEB grace_remind_before=20000d -> refused field_out_of_range
