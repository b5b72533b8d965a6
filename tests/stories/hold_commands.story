# A hold lasts longer, is paid in part, or an order stops waiting for the rest.

story: A customer who asks for an hour more has it
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:10 extend A1 10:15           -> extended pay by 10:15 before 09:15
  09:15                           -> nothing
  order A1: open, unpaid, pay by 10:15, 6 held
  10:15                           -> A1 expired 6 units

story: An approval does not end a hold earlier than it was extended to
  risk_limits review_value_min=50.00
  channel SHOP hold_ttl=15m remind_before=5m pending_ttl=30m
  sku TEAPOT @15.00 LEEDS x20
  place A1 SHOP TEAPOT x6         -> placed pay by 09:15, TEAPOT x6 held at LEEDS
                                  -> in review value_review
  extend A1 12:00                 -> extended pay by 12:00 before 09:15
  09:20 review_decision A1 approve -> review approved pay by 12:00
  11:55                           -> A1 reminder pay by 12:00
  place A2 SHOP TEAPOT x6         -> placed pay by 12:10, TEAPOT x6 held at LEEDS
                                  -> in review value_review
  extend A2 14:00                 -> extended pay by 14:00 before 12:10
  12:00 payment_pending A2        -> A1 expired 6 units, payment pending pay by 14:30
  12:10 review_decision A2 approve -> review approved pay by 14:10
  14:10                           -> A2 reminder pay by 14:10, A2 expired 6 units

story: A hold whose time is over is not extended any more, swept or not
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  & 09:15 extend A1 10:15         -> expired 6 units, refused order_ended
  stock TEAPOT LEEDS: 10 available

story: In the grace after its time a hold is due, and is not extended
  sku TEAPOT @15.00 LEEDS x10
  channel WEB payment_grace=1h
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:15                           -> A1 payment overdue let go at 10:15
  09:20 extend A1 12:00           -> refused hold_due
  10:15                           -> A1 expired

story: The grace and its reminder follow the time that is asked for
  sku TEAPOT @15.00 LEEDS x10
  channel WEB payment_grace=1h grace_remind_before=10m
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:10 extend A1 10:00           -> extended pay by 10:00
  10:00                           -> A1 payment overdue let go at 11:00
  10:50                           -> A1 overdue reminder let go at 11:00
  11:00                           -> A1 expired 6 units

story: Who was reminded is reminded again before the later time
  sku TEAPOT @15.00 LEEDS x10
  channel WEB remind_before=5m
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:10                           -> A1 reminder pay by 09:15
  09:12 extend A1 09:45           -> extended pay by 09:45
  09:40                           -> A1 reminder pay by 09:45
  09:45                           -> A1 expired

story: A hold is not shortened by being extended
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  extend A1 09:15                 -> refused pay_by_not_later
  extend A1 09:05                 -> refused pay_by_not_later
  extend A1 09:15:01              -> extended pay by 09:15:01

story: What is paid, or is paid at the door, has no hold to extend
  sku TEAPOT @15.00 LEEDS x10
  channel DOOR cash_on_delivery
  network DOOR LEEDS
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  extend A1 10:00                 -> refused already_paid
  place A2 DOOR TEAPOT x1         -> placed, TEAPOT x1 allocated at LEEDS, allocated
  extend A2 10:00                 -> refused already_paid

story: What is firm by money that was set aside has no hold to extend
  sku TEAPOT @15.00 LEEDS x10
  channel WEB firm_when=authorised
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised until=day3 -> authorised 15.00, payment authorised pay by day3
                                  -> allocated, balance open 15.00
  extend A1 day4                  -> refused already_paid

story: Who waits without a window has none to extend, and has one when she is served
  sku TEAPOT @15.00 LEEDS x0
  channel WEB pay_when_served
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  extend A1 10:00                 -> refused no_payment_window
  09:05 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 held at LEEDS waited, A1 offered pay by 09:20
  extend A1 10:00                 -> extended pay by 10:00

story: A hold is extended while its payment is pending, and a failure takes nothing back
  sku TEAPOT @15.00 LEEDS x10
  channel WEB pending_ttl=1h
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:05 payment_pending A1        -> payment pending pay by 10:15
  09:10 extend A1 10:10           -> refused pay_by_not_later
  09:10 extend A1 10:30           -> extended pay by 10:30 before 10:15
  09:20 fail_payment A1           -> payment failed pay by 10:30
  order A1: open, unpaid, pay by 10:30
  payment_pending A1              -> payment pending pay by 10:30
  10:30                           -> A1 expired 6 units

story: A payment that is pending later stops the extended time, too
  sku TEAPOT @15.00 LEEDS x10
  channel WEB pending_ttl=1h
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  extend A1 09:45                 -> extended pay by 09:45
  09:30 payment_pending A1        -> payment pending pay by 10:45
  09:40 fail_payment A1           -> payment failed pay by 09:55

story: Orders that are not there, have ended, or have changed since are not extended
  sku TEAPOT @15.00 LEEDS x10
  extend A9 10:00                 -> refused order_unknown
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  extend A1 10:00 version=1       -> extended pay by 10:00
  extend A1 11:00 version=1       -> refused version_stale
  extend A1 11:00 version=2       -> extended pay by 11:00
  extend A1 never                 -> refused field_out_of_range
  extend A1 2100-01-01T00:00:00Z  -> refused field_out_of_range
  cancel A1                       -> cancelled
  extend A1 12:00                 -> refused order_ended

story: What she pays for she has, and the rest goes back on sale
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x3
  place A1 TEAPOT x6 UGLY x3      -> placed, TEAPOT x6 held at LEEDS, UGLY x3 held at LEEDS
  09:10 confirm_part A1 TEAPOT x4 -> TEAPOT x2 cancelled value 30.00, UGLY x3 cancelled value 7.50
                                  -> order changed value 60.00 pay by 09:15, paid 60.00, allocated
  stock TEAPOT LEEDS: 6 available, 0 held, 4 allocated
  stock UGLY LEEDS: 3 available
  order A1: open, paid, value 60.00, pay by never, TEAPOT x4 allocated

story: What is let go serves who waits before anybody else
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  place A2 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  & confirm_part A1 TEAPOT x3     -> TEAPOT x3 cancelled, order changed, paid, allocated
  & place A3 TEAPOT x2            -> A2 TEAPOT x2 held at LEEDS waited, refused stock_insufficient TEAPOT
  place A4 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS

story: What waits is let go first, and what is held stays
  sku TEAPOT @15.00 LEEDS x3
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x3 held at LEEDS, TEAPOT x2 waiting
  confirm_part A1 TEAPOT x3       -> TEAPOT x2 cancelled 0 gave back, order changed value 45.00
                                  -> paid, allocated
  waiting TEAPOT: nobody
  order A1: open, paid, TEAPOT x3 allocated

story: All of an order is confirmed as if its payment were
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_part A1 TEAPOT x2 TEAPOT x4 keep -> paid 90.00, allocated
  confirm_part A1 TEAPOT x6       -> refused already_paid

story: A part that is not in the order is not confirmed, and nothing is done
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x3
  sku CUP @3.00 LEEDS x3
  place A1 TEAPOT x6 UGLY x3      -> placed, TEAPOT x6 held at LEEDS, UGLY x3 held at LEEDS
  confirm_part A1 TEAPOT x7       -> refused not_in_order TEAPOT
  confirm_part A1 TEAPOT x4 TEAPOT x3 -> refused not_in_order TEAPOT line 1
  confirm_part A1 TEAPOT x1 CUP   -> refused not_in_order CUP
  confirm_part A1                 -> refused no_lines
  confirm_part A1 TEAPOT x0       -> refused quantity_out_of_range TEAPOT
  confirm_part A1 TEAPOT x1 backorder -> refused field_out_of_range TEAPOT
  confirm_part A9 TEAPOT x1       -> refused order_unknown
  confirm_part A1 TEAPOT x1 version=7 -> refused version_stale
  order A1: open, unpaid, value 97.50, TEAPOT x6 held at LEEDS, UGLY x3 held at LEEDS

story: A price that is not the order's is a misunderstanding
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6 @12.00       -> placed, TEAPOT x6 held at LEEDS
  confirm_part A1 TEAPOT x4 @15.00 -> refused field_out_of_range TEAPOT
  confirm_part A1 TEAPOT x4 @12.00 -> TEAPOT x2 cancelled value 24.00, order changed, paid 48.00
                                  -> allocated

story: Lines of one SKU are confirmed by their numbers
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2 line_number=1 TEAPOT x3 line_number=2 -> placed
                                  -> TEAPOT x2 named 1 line_number, TEAPOT x2 held at LEEDS
                                  -> TEAPOT x3 named 2 line_number, TEAPOT x3 held at LEEDS
  confirm_part A1 TEAPOT x2       -> refused line_number_missing TEAPOT
  confirm_part A1 TEAPOT x2 line_number=3 -> refused not_in_order TEAPOT
  confirm_part A1 TEAPOT x2 line_number=2 -> TEAPOT x2 cancelled 2 gave back
                                  -> TEAPOT x1 cancelled 1 gave back, order changed value 30.00, paid
                                  -> allocated
  order A1: TEAPOT line 1 x0 held, TEAPOT line 2 x2 allocated

story: An order that is shipped whole is confirmed whole
  sku TEAPOT @15.00 LEEDS x10
  place A1 ship_complete TEAPOT x6 -> placed, TEAPOT x6 held at LEEDS
  confirm_part A1 TEAPOT x4       -> refused whole_order_only
  confirm_payment A1              -> paid, allocated

story: A part is not confirmed for goods that have left without it
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x3
  place A1 TEAPOT x6 UGLY x3      -> placed, TEAPOT x6 held at LEEDS, UGLY x3 held at LEEDS
  ship A1 sku=UGLY node=LEEDS quantity=2 -> UGLY x2 shipped at LEEDS, shipment exception 2 units not_paid
  confirm_part A1 TEAPOT x6       -> refused already_left UGLY
  pick A1 TEAPOT LEEDS x3         -> TEAPOT x3 picked at LEEDS, shipment exception 3 units not_paid
  confirm_part A1 TEAPOT x2 UGLY x2 -> refused on_the_floor TEAPOT
  confirm_part A1 TEAPOT x3 UGLY x2 -> TEAPOT x3 cancelled, UGLY x1 cancelled
                                  -> order changed value 50.00, paid 50.00, allocated

story: Where she pays for what has left, the order is done
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS, shipment exception 2 units not_paid
  confirm_part A1 TEAPOT x2       -> TEAPOT x4 cancelled, order changed value 30.00, paid 30.00
                                  -> allocated, order shipped 2 units
  stock TEAPOT LEEDS: 8 available, 8 on hand
  order A1: shipped, paid

story: What came in before counts, and what is too much goes back
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  payment A1 P1 60.00 captured    -> captured 60.00, balance open 30.00
  confirm_part A1 TEAPOT x3       -> TEAPOT x3 cancelled value 45.00, order changed value 45.00
                                  -> paid 45.00, allocated, refund due 15.00, balance refund due 15.00
  order A1: captured 60.00, refund due 15.00

story: The rest may stay held until it is paid, too
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x4
  place A1 TEAPOT x2 UGLY x4      -> placed pay by 09:15, TEAPOT x2 held at LEEDS, UGLY x4 held at LEEDS
  09:10 confirm_part A1 TEAPOT x2 keep -> captured 30.00, balance open 10.00
  order A1: open, unpaid, pay by 09:15, value 40.00, captured 30.00, TEAPOT x2 held, UGLY x4 held
  09:12 confirm_part A1 UGLY x4 keep -> captured 10.00, paid 40.00, allocated, balance

story: What stays and is not paid in time takes all of it with it, and the money is due back
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x4
  place A1 TEAPOT x2 UGLY x4      -> placed pay by 09:15, TEAPOT x2 held at LEEDS, UGLY x4 held at LEEDS
  09:10 confirm_part A1 TEAPOT x2 keep -> captured 30.00, balance open 10.00
  09:15                           -> A1 expired 6 units, A1 refund due 30.00, A1 balance refund due 30.00

story: Before the time of the rest is over, it may be let go after all
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x4
  place A1 TEAPOT x2 UGLY x4      -> placed pay by 09:15, TEAPOT x2 held at LEEDS, UGLY x4 held at LEEDS
  09:10 confirm_part A1 TEAPOT x2 keep -> captured 30.00, balance open 10.00
  09:14 confirm_part A1 TEAPOT x2 -> UGLY x4 cancelled, order changed value 30.00, paid 30.00, allocated
                                  -> balance
  stock UGLY LEEDS: 4 available

story: What is told of a part twice is no more than what is missing
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS
  confirm_part A1 TEAPOT x3 keep  -> captured 45.00, balance open 15.00
  confirm_part A1 TEAPOT x3 keep  -> captured 15.00, paid, allocated, balance

story: A deposit may come in as a part
  sku TEAPOT @15.00 LEEDS x10
  channel WEB firm_when=deposit deposit_bp=5000 balance_ttl=24h
  place A1 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS
  confirm_part A1 TEAPOT x1 keep  -> captured 15.00, balance open 45.00
  confirm_part A1 TEAPOT x1 keep  -> captured 15.00, deposit paid deposit 30.00 pay by day2 09:00
                                  -> allocated, balance open 30.00
  confirm_part A1 TEAPOT x4       -> refused already_paid

story: A part that was paid before the order was placed, or too late in its grace, is refused
  sku TEAPOT @15.00 LEEDS x10
  channel WEB payment_grace=1h late_payment=refuse
  place A1 TEAPOT x4              -> placed pay by 09:15, TEAPOT x4 held at LEEDS
  09:10 confirm_part A1 TEAPOT x1 paid_at=08:59 -> refused paid_before_placed
  09:15                           -> A1 payment overdue
  09:20 confirm_part A1 TEAPOT x1 -> refused paid_too_late
  confirm_part A1 TEAPOT x1 paid_at=09:14 -> TEAPOT x3 cancelled, order changed, paid, allocated

story: A purchase cap has back what is let go
  sku TEAPOT @15.00 LEEDS x10
  cap FOUR-EACH units 4 customer
  place A1 customer=42 TEAPOT x4  -> placed, TEAPOT x4 held at LEEDS
  confirm_part A1 TEAPOT x1       -> TEAPOT x3 cancelled, order changed, paid, allocated
  cap FOUR-EACH 42: 1 debited, 3 left

story: An order that waits takes what is there and drops the rest
  sku TEAPOT @15.00 LEEDS x3
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x3 held at LEEDS, TEAPOT x2 waiting
  trim A1                         -> TEAPOT x2 cancelled value 30.00, order changed value 45.00
  order A1: open, unpaid, value 45.00, TEAPOT x3 held
  waiting TEAPOT: nobody
  trim A1                         -> refused nothing_waits

story: An order that is shipped whole takes what is there now
  sku TEAPOT @15.00 LEEDS x3
  sku UGLY @2.50 LEEDS x4
  place A1 ship_complete backorder TEAPOT x5 UGLY x2 -> placed, TEAPOT x5 waiting, UGLY x2 waiting
  stock TEAPOT LEEDS: 3 available
  trim A1                         -> TEAPOT x3 held at LEEDS waited, TEAPOT x2 cancelled value 30.00
                                  -> UGLY x2 held at LEEDS waited, order changed value 50.00
  order A1: open, unpaid, TEAPOT x3 held, UGLY x2 held

story: Where nothing is there, nothing is trimmed, and who waits goes on waiting
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x5 waiting
  place A2 ship_complete backorder TEAPOT x2 -> placed, TEAPOT x2 waiting
  trim A1                         -> refused stock_insufficient TEAPOT
  trim A2                         -> refused stock_insufficient TEAPOT
  waiting TEAPOT: A1, A2
  receive TEAPOT LEEDS x5         -> A1 TEAPOT x5 held at LEEDS waited

story: Money that was paid for what nobody has is due back
  sku TEAPOT @15.00 LEEDS x3
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x3 held at LEEDS, TEAPOT x2 waiting
  confirm_payment A1              -> paid 75.00, allocated
  trim A1                         -> TEAPOT x2 cancelled value 30.00, order changed value 45.00
                                  -> refund due 30.00, balance refund due 30.00
  order A1: open, paid, refund due 30.00, TEAPOT x3 allocated

story: What came in may be enough for what is there
  sku TEAPOT @15.00 LEEDS x3
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x3 held at LEEDS, TEAPOT x2 waiting
  payment A1 P1 45.00 captured    -> captured 45.00, balance open 30.00
  trim A1                         -> TEAPOT x2 cancelled, order changed, paid 45.00, allocated, balance

story: When all that there was has left, the order is done without the rest
  sku TEAPOT @15.00 LEEDS x3
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x3 held at LEEDS, TEAPOT x2 waiting
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS
  trim A1                         -> TEAPOT x2 cancelled, order changed value 45.00, refund due 30.00
                                  -> balance refund due 30.00, order shipped 3 units
  order A1: shipped, paid

story: Nobody who waits is passed by an order that is trimmed
  sku TEAPOT @15.00 LEEDS x0
  sku UGLY @2.50 LEEDS x0
  place A1 ship_complete backorder TEAPOT x3 UGLY x1 -> placed, TEAPOT x3 waiting, UGLY x1 waiting
  place A2 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  & receive TEAPOT LEEDS x2       -> nothing
  & trim A1                       -> A2 TEAPOT x2 held at LEEDS waited, refused stock_insufficient TEAPOT

story: Who is to pay when he is served may pay for what he took
  sku TEAPOT @15.00 LEEDS x2
  channel WEB pay_when_served
  place A1 ship_complete backorder TEAPOT x3 -> placed, TEAPOT x3 waiting
  09:30 trim A1                   -> TEAPOT x2 held at LEEDS waited, TEAPOT x1 cancelled
                                  -> offered pay by 09:45, order changed pay by 09:45
  09:45                           -> A1 expired 2 units

story: What lies in more places than may ship is not trimmed to one of them
  sku TEAPOT @15.00 LEEDS x2
  sku UGLY @2.50 YORK x4
  sku CUP @3.00 LEEDS x0
  place A1 ship_complete backorder max_splits=0 TEAPOT x2 UGLY x2 CUP x1 -> placed
                                  -> TEAPOT x2 waiting, UGLY x2 waiting, CUP x1 waiting
  trim A1                         -> refused splits_exceeded
  order A1: open, TEAPOT x2 waiting, UGLY x2 waiting, CUP x1 waiting

story: Orders that are not there, have ended, or have changed since are not trimmed
  sku TEAPOT @15.00 LEEDS x3
  trim A9                         -> refused order_unknown
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x3 held at LEEDS, TEAPOT x2 waiting
  trim A1 version=2               -> refused version_stale
  cancel A1                       -> cancelled 3 units
  trim A1                         -> refused order_ended

story: A hold is released by a cancel, and a part of it by a cancelled line
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  cancel_line A1 TEAPOT x2        -> TEAPOT x2 cancelled, order changed
  stock TEAPOT LEEDS: 6 available, 4 held
  cancel A1                       -> cancelled 4 units
  stock TEAPOT LEEDS: 10 available, 0 held

story: Goods that have arrived for her are hers also when she would have the rest dropped before her turn
  start work_units=1
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x0
  place B1 backorder CUP x1       -> placed pay by 09:15, CUP x1 waiting
  place A1 backorder TEAPOT x2    -> placed pay by 09:15, TEAPOT x1 held at LEEDS
                                  -> TEAPOT x1 waiting
  confirm_payment A1              -> paid, allocated
  place A2 backorder TEAPOT x1    -> placed pay by 09:15, TEAPOT x1 waiting
  & receive CUP LEEDS x1          -> nothing
  & receive TEAPOT LEEDS x1       -> B1 CUP x1 held at LEEDS waited
  & trim A1                       -> refused stock_pending TEAPOT
                                  -> TEAPOT x1 allocated at LEEDS waited
  09:01                           -> nothing
  order A1: open, paid, clear, 2 ordered, 2 allocated, value 30.00, captured 30.00, version 2
