# One order becomes two: a part of it has a key of its own, and lies where it lay.

story: A part of an unpaid order is an order of its own, to be paid as long
  sku TEAPOT @15.00 LEEDS x3
  sku CUP @3.00 YORK x4
  place A1 TEAPOT x2 CUP x3       -> placed pay by 09:15, TEAPOT x2 held at LEEDS, CUP x3 held at YORK
  09:05 split A1 new_key=A2 TEAPOT x1 CUP x1 -> A2 order split 2 units value 18.00, A2 TEAPOT x1 split
                                  -> A2 CUP x1 split, A2 order changed pay by 09:15, TEAPOT x1 changed, CUP x2 changed
                                  -> order changed pay by 09:15
  order A1: open, unpaid, pay by 09:15, value 21.00, TEAPOT x1 held at LEEDS, CUP x2 held at YORK
  order A2: open, unpaid, pay by 09:15, value 18.00, TEAPOT x1 held at LEEDS, CUP x1 held at YORK
  stock TEAPOT LEEDS: 1 available, 2 held
  stock CUP YORK: 1 available, 3 held
  confirm_payment A2              -> paid, allocated
  09:15                           -> A1 expired 3 units
  order A2: open, paid, TEAPOT x1 allocated at LEEDS
  stock TEAPOT LEEDS: 2 available, 1 allocated

story: Of a paid order both parts are paid, and each leaves for itself
  sku TEAPOT @15.00 LEEDS x3
  sku CUP @3.00 LEEDS x4
  place A1 TEAPOT x2 CUP x1       -> placed, TEAPOT x2 held at LEEDS, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  split A1 new_key=A2 TEAPOT x1   -> A2 order split 1 unit, A2 TEAPOT x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, TEAPOT x1 changed, order changed, balance
  order A1: open, paid, value 18.00, captured 18.00, open amount 0.00, refund due 0.00
  order A2: open, paid, value 15.00, captured 15.00, open amount 0.00, TEAPOT x1 allocated at LEEDS
  ship A2                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  ship A1                         -> TEAPOT x1 shipped at LEEDS, CUP x1 shipped at LEEDS, order shipped 2 units

story: What goes is taken by node and by lot, and lies where it lay
  sku MILK @1.20 LEEDS x2 lot=1 YORK x3 lot=2
  place A1 MILK x5                -> placed, MILK x2 held at LEEDS, MILK x3 held at YORK
  split A1 new_key=A2 MILK x3     -> A2 order split 3 units, A2 MILK x3 split, A2 order changed, MILK x2 changed
                                  -> order changed
  order A1: open, value 2.40, MILK x2 held at YORK
  order A2: open, value 3.60, MILK x3 held
  stock MILK LEEDS lot 1: 0 available, 2 held
  stock MILK YORK lot 2: 0 available, 3 held
  cancel A2                       -> cancelled 3 units
  stock MILK LEEDS lot 1: 2 available, 0 held
  stock MILK YORK lot 2: 1 available, 2 held

story: What is held goes first, and what waits keeps its place behind the old order
  sku CUP @3.00 LEEDS x2
  place A1 backorder CUP x5       -> placed, CUP x2 held at LEEDS, CUP x3 waiting
  09:01 place A3 backorder CUP x1 -> placed, CUP x1 waiting
  09:02 split A1 new_key=A2 CUP x3 -> A2 order split 3 units, A2 CUP x3 split 1 waiting, A2 order changed
                                  -> CUP x2 changed, order changed
  order A1: open, 2 waiting
  order A2: open, 2 held, 1 waiting
  waiting CUP: A1, A2, A3
  09:05 receive CUP LEEDS x3      -> A1 CUP x2 held at LEEDS waited, A2 CUP x1 held at LEEDS waited
  waiting CUP: A3

story: Where somebody of the same second waits between, only what is held is split off
  sku CUP @3.00 LEEDS x2
  place A1 backorder CUP x5       -> placed, CUP x2 held at LEEDS, CUP x3 waiting
  place A3 backorder CUP x1       -> placed, CUP x1 waiting
  split A1 new_key=A2 CUP x3      -> refused ranks_differ
  order A2: unknown
  order A1: open, 2 held, 3 waiting
  split A1 new_key=A2 CUP x2      -> A2 order split 2 units, A2 CUP x2 split, A2 order changed, CUP x3 changed
                                  -> order changed
  waiting CUP: A1, A3

story: Discounts and taxes of a line go with its units, and no cent is lost
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3 @3.00 discount=1.00 tax=0.50 -> placed, CUP x3 held at LEEDS
  order A1: value 8.50
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit value 2.83, A2 CUP x1 split, A2 order changed
                                  -> CUP x2 changed, order changed
  order A1: open, value 5.67
  order A2: open, value 2.83

story: A total is shared out by units, and the new order has the rest
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3 total=10.00     -> placed, CUP x3 held at LEEDS
  split A1 new_key=A2 CUP x1 @0.00 -> A2 order split 1 unit, A2 CUP x1 split value 3.34, A2 order changed
                                  -> CUP x2 changed, order changed
  order A1: open, value 6.66
  order A2: open, value 3.34
  cancel_line A1 CUP quantity=1   -> CUP x1 cancelled 1 gave back, order changed pay by 09:15

story: Of shipping and of what is taken off the order as much goes along as is said
  sku CUP @3.00 LEEDS x9
  place A1 shipping=4.00 discount=2.00 shipping_tax=0.80 CUP x4 -> placed, CUP x4 held at LEEDS
  order A1: value 14.80
  split A1 new_key=A2 shipping=4.01 CUP x1 -> refused charges_exceeded
  split A1 new_key=A2 discount=2.01 CUP x1 -> refused charges_exceeded
  split A1 new_key=A2 shipping_tax=0.81 CUP x1 -> refused charges_exceeded
  split A1 new_key=A2 shipping=1.00 discount=0.50 shipping_tax=0.20 CUP x1 -> A2 order split 1 unit value 3.70
                                  -> A2 CUP x1 split, A2 order changed, CUP x3 changed, order changed
  order A1: open, value 11.10
  order A2: open, value 3.70
  split A1 new_key=A3 discount=1.50 CUP x1 -> A3 order split 1 unit value 1.50, A3 CUP x1 split, A3 order changed
                                  -> CUP x2 changed, order changed

story: More is not taken off the new order than it costs
  sku CUP @3.00 LEEDS x9
  place A1 discount=5.00 CUP x4   -> placed, CUP x4 held at LEEDS
  split A1 new_key=A2 discount=3.01 CUP x1 -> refused discount_too_large
  split A1 new_key=A2 discount=3.00 CUP x1 -> A2 order split 1 unit value 0.00, A2 CUP x1 split, A2 order changed
                                  -> A2 paid, A2 allocated, CUP x3 changed, order changed value 7.00
  order A2: open, paid, value 0.00, CUP x1 allocated at LEEDS

story: What came in of an unpaid order is first for what stays
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3                 -> placed, CUP x3 held at LEEDS
  payment A1 P1 5.00 captured     -> captured 5.00, balance open 4.00
  split A1 new_key=A2 CUP x2      -> A2 order split 2 units, A2 CUP x2 split, A2 order changed, A2 balance open 4.00
                                  -> CUP x1 changed, order changed, paid, allocated, balance
  order A1: open, paid, value 3.00, captured 3.00, open amount 0.00, CUP x1 allocated at LEEDS
  order A2: open, unpaid, pay by 09:15, value 6.00, captured 2.00, open amount 4.00
  payment A2 P2 4.00 captured     -> captured 4.00, paid, allocated, balance

story: What is due back stays with the old order
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3                 -> placed, CUP x3 held at LEEDS
  payment A1 P1 10.00 captured    -> captured 10.00, paid, allocated, refund due 1.00, balance refund due 1.00
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x2 changed, order changed, balance refund due 1.00
  order A1: open, paid, captured 7.00, refund due 1.00
  order A2: open, paid, captured 3.00, refund due 0.00
  payment A1 P2 1.00 refunded     -> refunded 1.00, balance
  cancel A2                       -> cancelled 1 unit, refund due 3.00, balance refund due 3.00

story: Both parts of an order that is paid on delivery are
  channel COD cash_on_delivery
  sku CUP @3.00 LEEDS x9
  place A1 COD CUP x3             -> placed, CUP x3 allocated at LEEDS, allocated
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> CUP x2 changed, order changed
  order A1: open, value 6.00, CUP x2 allocated at LEEDS
  order A2: open, value 3.00, CUP x1 allocated at LEEDS

story: Money that is on its way, or set aside, is not shared
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3                 -> placed, CUP x3 held at LEEDS
  payment_pending A1              -> payment pending
  split A1 new_key=A2 CUP x1      -> refused money_in_between
  payment A1 P1 9.00 authorised   -> authorised 9.00, payment authorised pay by day8 09:00, allocated
                                  -> balance open 9.00
  split A1 new_key=A2 CUP x1      -> refused money_in_between

story: A deposit is not shared
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku CUP @3.00 LEEDS x9
  place A1 CUP x5                 -> placed, CUP x5 held at LEEDS
  payment A1 P1 4.50 captured     -> captured 4.50, deposit paid deposit 4.50, allocated, balance open 10.50
  split A1 new_key=A2 CUP x1      -> refused money_in_between

story: An order in review is not split
  risk_limits review_value_min=100.00
  sku CUP @30.00 LEEDS x9
  place A1 CUP x4                 -> placed, CUP x4 held at LEEDS, in review value_review
  split A1 new_key=A2 CUP x1      -> refused money_in_between

story: An order in its grace is not split
  channel WEB payment_grace=30m
  sku CUP @3.00 LEEDS x9
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  09:15                           -> A1 payment overdue let go at 09:45
  split A1 new_key=A2 CUP x1      -> refused money_in_between

story: What is on the floor stays, and the rest of the order may go
  sku CUP @3.00 LEEDS x4
  sku MUG @5.00 YORK x4
  place A1 CUP x2 MUG x2          -> placed, CUP x2 held at LEEDS, MUG x2 held at YORK
  confirm_payment A1              -> paid, allocated
  release_order A1 node=LEEDS     -> CUP x2 released at LEEDS
  split A1 new_key=A2 CUP x1      -> refused on_the_floor CUP
  split A1 new_key=A2 MUG x2      -> A2 order split 2 units, A2 MUG x2 split, A2 allocated, A2 order changed
                                  -> A2 balance, MUG x0 changed, order changed, balance
  order A1: open, paid, value 6.00, CUP 2 to pick
  order A2: open, paid, value 10.00, MUG x2 allocated at YORK
  pick A1 CUP LEEDS quantity=2    -> CUP x2 picked at LEEDS
  split A1 new_key=A3 CUP x1      -> refused on_the_floor CUP

story: What has left stays, and is not named
  sku CUP @3.00 LEEDS x4
  place A1 CUP x4                 -> placed, CUP x4 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=CUP node=LEEDS quantity=2 -> CUP x2 shipped at LEEDS
  split A1 new_key=A2 CUP x3      -> refused already_left CUP
  split A1 new_key=A2 CUP x2      -> refused nothing_stays
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x3 changed, order changed, balance
  order A1: open, value 9.00, CUP 2 shipped 1 allocated
  ship A1                         -> CUP x1 shipped at LEEDS, order shipped

story: Something that has not left yet stays of an order
  sku CUP @3.00 LEEDS x4
  sku MUG @5.00 LEEDS x4
  place A1 CUP x1 MUG x1          -> placed, CUP x1 held at LEEDS, MUG x1 held at LEEDS
  split A1 new_key=A2 CUP x1 MUG x1 -> refused nothing_stays
  split A1 new_key=A2 CUP x2      -> refused not_in_order CUP
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed, CUP x0 changed
                                  -> order changed
  order A1: open, value 5.00, MUG x1 held at LEEDS
  split A1 new_key=A3 CUP x1      -> refused not_in_order CUP

story: The new order has a key, or a number, that nobody else has
  sku CUP @3.00 LEEDS x9
  place A1 CUP x4                 -> placed, CUP x4 held at LEEDS
  place A3 CUP x1                 -> placed, CUP x1 held at LEEDS
  split A1 new_key=A3 CUP x1      -> refused order_exists
  split A1 new_key=A1 CUP x1      -> refused order_exists
  split A1 CUP x1                 -> refused order_key_missing
  split A1 new_key=A2 new_number=W-17 CUP x1 -> refused order_key_and_number
  split A1 new_number=W-17 CUP x1 -> W-17 order split 1 unit, W-17 CUP x1 split, W-17 order changed, CUP x3 changed
                                  -> order changed
  split A1 new_number=W-17 CUP x1 -> refused order_exists

story: An order that is as it was seen is split, and no other
  sku CUP @3.00 LEEDS x9
  sku MUG @3.00 LEEDS x9
  place A1 CUP x4                 -> placed, CUP x4 held at LEEDS
  split A1 new_key=A2 version=2 CUP x1 -> refused version_stale
  split A1 new_key=A2 version=1 MUG x1 -> refused not_in_order MUG
  split A1 new_key=A2 version=1 CUP x1 @2.00 -> refused field_out_of_range CUP
  split A1 new_key=A2 version=1 CUP x1 @3.00 -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed
                                  -> CUP x3 changed, order changed
  split A9 new_key=A8 CUP x1      -> refused order_unknown
  cancel A1                       -> cancelled 3 units
  split A1 new_key=A8 CUP x1      -> refused order_ended

story: A line that shares its article with others is named by its number
  sku CUP @3.00 LEEDS x9
  place A1 CUP x2 line_number=1 CUP x3 @2.00 line_number=2 -> placed, CUP x2 named 1 line_number, CUP x2 held at LEEDS
                                  -> CUP x3 named 2 line_number, CUP x3 held at LEEDS
  split A1 new_key=A2 CUP x1      -> refused line_number_missing CUP
  split A1 new_key=A2 CUP x1 @2.00 line_number=2 -> A2 order split 1 unit, A2 CUP x1 split
                                  -> A2 CUP x1 named 2 line_number, A2 order changed, CUP x2 changed, order changed
  order A1: open, value 10.00, CUP line 1 x2 held, CUP line 2 x2 held
  order A2: open, value 2.00, CUP line 2 x1 held

story: There is room for one order more, and for its lines
  start orders_max=2 lines_max=4 lines_per_order_max=3
  sku CUP @3.00 LEEDS x9
  sku MUG @3.00 LEEDS x9
  sku JUG @3.00 LEEDS x9
  place A1 CUP x2 MUG x2 JUG x2   -> placed, CUP x2 held at LEEDS, MUG x2 held at LEEDS, JUG x2 held at LEEDS
  split A1 new_key=A2 CUP x1 MUG x1 -> refused lines_full
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed, CUP x1 changed
                                  -> order changed
  split A1 new_key=A3 CUP x1      -> refused orders_full
  order A1: open, value 15.00

story: What was counted of a purchase cap is counted of the part that it was for
  sku CUP @3.00 LEEDS x20
  cap FIVE 5 customer
  place A1 customer=42 CUP x5     -> placed, CUP x5 held at LEEDS
  split A1 new_key=A2 CUP x2      -> A2 order split 2 units, A2 CUP x2 split, A2 order changed, CUP x3 changed
                                  -> order changed
  cap FIVE 42: 5 debited, 0 left
  cancel A2                       -> cancelled 2 units
  cap FIVE 42: 3 debited, 2 left
  cancel A1                       -> cancelled 3 units
  cap FIVE 42: 0 debited, 5 left

story: An order that was counted as one is so as long as what stays of it counts
  sku CUP @3.00 LEEDS x20
  sku MUG @3.00 LEEDS x20
  sku_set MUGS MUG
  cap ONE-ORDER 1 customer orders sku_set=MUGS
  place A1 customer=42 CUP x1 MUG x2 -> placed, CUP x1 held at LEEDS, MUG x2 held at LEEDS
  split A1 new_key=A2 MUG x1      -> A2 order split 1 unit, A2 MUG x1 split, A2 order changed, MUG x1 changed
                                  -> order changed
  cancel A2                       -> cancelled 1 unit
  cap ONE-ORDER 42: 1 debited, 0 left
  split A1 new_key=A3 MUG x1      -> A3 order split 1 unit, A3 MUG x1 split, A3 order changed, MUG x0 changed
                                  -> order changed
  cancel A1                       -> cancelled 1 unit
  cap ONE-ORDER 42: 1 debited, 0 left
  cancel A3                       -> cancelled 1 unit
  cap ONE-ORDER 42: 0 debited, 1 left

story: No more debits are remembered than there may be
  start debits_max=1
  sku CUP @3.00 LEEDS x20
  cap FIVE 5 customer
  place A1 customer=42 CUP x5     -> placed, CUP x5 held at LEEDS
  split A1 new_key=A2 CUP x2      -> refused debits_full

story: A shopper's own hold is two of hers, and her next attempt takes both over
  channel WEB own_hold=taken_over
  sku CUP @3.00 LEEDS x4
  place A1 customer=42 CUP x4     -> placed, CUP x4 held at LEEDS
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed, CUP x3 changed
                                  -> order changed
  09:01 place A3 customer=42 CUP x4 -> A2 taken over 1 unit, A1 taken over 3 units, placed, CUP x4 held at LEEDS
  order A2: cancelled

story: What was promised of an order goes on for both parts of it, from when it began
  service_level WEB processing within=24h warn_before=4h
  sku CUP @3.00 LEEDS x9
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  21:00 split A1 new_key=A2 CUP x1 -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x1 changed, order changed, balance
  22:00 ship A2                   -> CUP x1 shipped at LEEDS, order shipped 1 unit
                                  -> parcel in time kind processing 1 unit
                                  -> service kept kind processing taken 13h due at day2 09:00
  day2 05:00                      -> A1 service warning kind processing due at day2 09:00
  day2 09:00                      -> A1 service breached kind processing due at day2 09:00

story: What was urgent is so of a part at once, and what is late is late
  service_level WEB processing within=24h warn_before=4h
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3                 -> placed, CUP x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  day2 05:00                      -> A1 service warning kind processing due at day2 09:00
  day2 06:00 split A1 new_key=A2 CUP x1 -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x2 changed, order changed, balance
                                  -> A2 service warning kind processing due at day2 09:00
  day2 09:00                      -> A1 service breached kind processing, A2 service breached kind processing
  day2 10:00 split A1 new_key=A3 CUP x1 -> A3 order split 1 unit, A3 CUP x1 split, A3 allocated, A3 order changed
                                  -> A3 balance, CUP x1 changed, order changed, balance
                                  -> A3 service breached kind processing due at day2 09:00

story: A part of an order that is shipped whole is whole sooner
  sku CUP @3.00 LEEDS x2
  sku MUG @3.00 LEEDS x0
  place A1 ship_complete backorder CUP x2 MUG x1 -> placed, CUP x2 waiting, MUG x1 waiting
  split A1 new_key=A2 CUP x2      -> A2 order split 2 units, A2 CUP x2 split 2 waiting, A2 order changed
                                  -> CUP x0 changed, order changed, A2 CUP x2 held at LEEDS waited
  order A1: open, MUG x1 waiting
  order A2: open, CUP x2 held at LEEDS
  receive MUG LEEDS x1            -> A1 MUG x1 held at LEEDS waited

story: Who pays when he is served pays for the part that is there
  channel WEB pay_when_served remind_before=5m
  sku CUP @3.00 LEEDS x1
  sku MUG @3.00 LEEDS x0
  place A1 backorder CUP x1 MUG x1 -> placed pay by 09:15, CUP x1 held at LEEDS, MUG x1 waiting
  split A1 new_key=A2 MUG x1      -> A2 order split 1 unit, A2 MUG x1 split 1 waiting, A2 offer withdrawn pay by 09:15
                                  -> A2 order changed, MUG x0 changed, order changed pay by 09:15
  order A1: open, unpaid, pay by 09:15
  order A2: open, unpaid, MUG x1 waiting
  09:10                           -> A1 reminder pay by 09:15
  09:12 receive MUG LEEDS x1      -> A2 MUG x1 held at LEEDS waited, A2 offered pay by 09:27

story: The old order may be the one that waits, and is not to be paid then
  channel WEB pay_when_served
  sku CUP @3.00 LEEDS x1
  sku MUG @3.00 LEEDS x0
  place A1 backorder CUP x1 MUG x1 -> placed pay by 09:15, CUP x1 held at LEEDS, MUG x1 waiting
  09:05 split A1 new_key=A2 CUP x1 -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed pay by 09:15
                                  -> CUP x0 changed, offer withdrawn pay by 09:15, order changed
  order A1: open, unpaid, MUG x1 waiting
  order A2: open, unpaid, pay by 09:15
  09:15                           -> A2 expired 1 unit

story: Both parts are reminded to pay
  channel WEB remind_before=5m
  sku CUP @3.00 LEEDS x4
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed, CUP x1 changed
                                  -> order changed
  09:10                           -> A1 reminder pay by 09:15, A2 reminder pay by 09:15

story: Goods that are missing stay with who waits for them, until somebody has looked
  exception_rule goods_missing
  sku CUP @3.00 LEEDS x1
  import A1 paid CUP x3           -> imported, CUP x1 allocated at LEEDS, CUP x2 short, allocated
                                  -> exception raised kind goods_missing CUP 1 exception 2 units stock_insufficient
  split A1 new_key=A2 CUP x2      -> refused goods_are_missing
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x2 changed, order changed, balance
  resolve_exceptions 1 no_action  -> A1 exception resolved kind goods_missing 1 exception outcome no_action
  split A1 new_key=A3 CUP x1      -> A3 order split 1 unit, A3 CUP x1 split 1 waiting, A3 allocated, A3 order changed
                                  -> A3 balance, CUP x1 changed, order changed, balance

story: What comes back of an order comes back of the old one
  sku CUP @3.00 LEEDS x9
  place A1 CUP x4                 -> placed, CUP x4 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=CUP node=LEEDS quantity=2 -> CUP x2 shipped at LEEDS
  request_return A1 return_key=7 sku=CUP quantity=1 until=day9 -> return requested CUP 1 unit
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x3 changed, order changed, balance
  receive_return return_key=7 sku=CUP node=LEEDS quantity=1 -> A1 return restocked CUP at LEEDS 1 unit, and more

story: An order that is asked back is not split
  sku CUP @3.00 LEEDS x9
  place A1 CUP x4                 -> placed, CUP x4 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> CUP x4 released at LEEDS
  cancel A1                       -> cancel requested 4 units
  split A1 new_key=A2 CUP x1      -> refused cancel_pending

story: What was paid for the new order before it was there is its
  sku CUP @3.00 LEEDS x9
  place A1 CUP x4                 -> placed, CUP x4 held at LEEDS
  payment A2 P1 3.00 captured     -> news kept, and more
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed, CUP x3 changed
                                  -> order changed, and more
  order A2: open, paid

story: A split that is sent again is done once
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3                 -> placed, CUP x3 held at LEEDS
  split A1 new_key=A2 CUP x1 command_key=K1 -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed
                                  -> CUP x2 changed, order changed
  split A1 new_key=A2 CUP x1 command_key=K1 -> duplicate ok
  order A1: open, CUP x2 held

story: What was split is merged again
  sku CUP @3.00 LEEDS x9
  place A1 CUP x3                 -> placed, CUP x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x2 changed, order changed, balance
  merge A1 other_key=A2                  -> A2 order merged 1 unit, A2 balance, CUP x1 merged, order changed, balance
  order A1: open, paid, value 9.00, captured 9.00, open amount 0.00, CUP x3 allocated at LEEDS

story: What waits of a new order goes on where the old one is merged into it
  sku CUP @3.00 LEEDS x1
  place A1 backorder CUP x4       -> placed, CUP x1 held at LEEDS, CUP x3 waiting
  09:01 split A1 new_key=A2 CUP x2 -> A2 order split 2 units, A2 CUP x2 split 1 waiting, A2 order changed
                                  -> CUP x2 changed, order changed
  merge A1 other_key=A2           -> refused ranks_differ
  merge A2 other_key=A1           -> A1 order merged 0 units, CUP x2 merged 2 waiting, order changed
  order A2: open, 1 held, 3 waiting, value 12.00, pay by 09:15
  waiting CUP: A2
  receive CUP LEEDS x3            -> A2 CUP x3 held at LEEDS waited

story: A line is shared out three times and merged again, and no cent is lost or made
  sku CUP @3.00 LEEDS x9
  place A1 CUP x4 total=10.00 discount=1.00 tax=0.33 -> placed, CUP x4 held at LEEDS
  order A1: value 9.33
  split A1 new_key=A2 CUP x2 @0.00 -> A2 order split 2 units, A2 CUP x2 split, A2 order changed
                                  -> CUP x2 changed, order changed
  split A1 new_key=A3 CUP x1 @0.00 -> A3 order split 1 unit, A3 CUP x1 split, A3 order changed
                                  -> CUP x1 changed, order changed
  split A2 new_key=A4 CUP x1 @0.00 -> A4 order split 1 unit, A4 CUP x1 split, A4 order changed
                                  -> A2 CUP x1 changed, A2 order changed
  order A1: value 2.33
  order A2: value 2.33
  order A3: value 2.33
  order A4: value 2.34
  merge A1 other_key=A2           -> A2 order merged 1 unit, CUP x1 merged, order changed
  merge A1 other_key=A3           -> A3 order merged 1 unit, CUP x1 merged, order changed
  merge A1 other_key=A4           -> A4 order merged 1 unit, CUP x1 merged, order changed
  order A1: open, value 9.33, 4 ordered, 4 held

story: An order that was given more time is two that have it
  channel WEB remind_before=5m
  sku CUP @3.00 LEEDS x9
  place A1 CUP x2                 -> placed pay by 09:15, CUP x2 held at LEEDS
  extend A1 pay_by=10:00          -> extended pay by 10:00
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed pay by 10:00
                                  -> CUP x1 changed, order changed pay by 10:00
  09:15                           -> nothing
  09:55                           -> A1 reminder pay by 10:00, A2 reminder pay by 10:00
  10:00                           -> A1 expired 1 unit, A2 expired 1 unit

story: A part of a sale that was made elsewhere is of that sale, and waits where it does
  sku CUP @3.00 LEEDS x3
  import A1 paid CUP x4 sold_at=08:00 -> imported, CUP x3 allocated at LEEDS, CUP x1 short, allocated
  split A1 new_key=A2 CUP x2      -> A2 order split 2 units, A2 CUP x2 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x2 changed, order changed, balance
  order A1: open, paid, 1 allocated, 1 waiting, value 6.00, captured 6.00
  order A2: open, paid, 2 allocated, value 6.00, captured 6.00
  merge A1 other_key=A2           -> refused orders_differ
  cancel A2                       -> cancelled 2 units, refund due 6.00, balance refund due 6.00
                                  -> A1 CUP x1 allocated at LEEDS waited

story: What is left of an order may need no more than the deposit that is there
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku CUP @3.00 LEEDS x9
  place A1 CUP x5                 -> placed pay by 09:15, CUP x5 held at LEEDS
  payment A1 P1 4.00 captured     -> captured 4.00, balance open 11.00
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed pay by 09:15
                                  -> A2 balance open 3.00, CUP x4 changed, order changed pay by 09:15
                                  -> deposit paid deposit 3.60 pay by day15 09:00, allocated, balance open 8.00
  order A1: open, deposited, value 12.00, captured 4.00, 4 allocated
  order A2: open, unpaid, value 3.00, captured 0.00, 1 held

story: No more is taken off one of both than it costs
  sku CUP @3.00 LEEDS x9
  place A1 shipping=4.00 discount=12.00 CUP x4 -> placed, CUP x4 held at LEEDS
  order A1: value 4.00
  split A1 new_key=A2 shipping=4.00 CUP x2 -> refused discount_too_large
  split A1 new_key=A2 discount=6.01 CUP x2 -> refused discount_too_large
  split A1 new_key=A2 shipping=4.00 discount=10.00 CUP x2 -> A2 order split 2 units value 0.00, A2 CUP x2 split
                                  -> A2 order changed, A2 paid, A2 allocated, CUP x2 changed, order changed
  order A1: open, unpaid, value 4.00
  order A2: open, paid, value 0.00

story: While it is looked for who loses, nobody is split
  start work_units=1
  sku CUP @3.00 LEEDS x4
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  adjust CUP LEEDS -4             -> stock deficit CUP at LEEDS 4 deficit
  & split A1 new_key=A3 CUP x1    -> refused stock_pending, A2 CUP x2 lost at LEEDS counted_short
                                  -> A2 CUP x2 waiting, A1 CUP x2 lost at LEEDS counted_short, A1 CUP x2 waiting
  split A1 new_key=A3 CUP x1      -> refused ranks_differ

story: Both parts expire, and each is taken again when it is paid late
  sku CUP @3.00 LEEDS x4
  place A1 CUP x3                 -> placed pay by 09:15, CUP x3 held at LEEDS
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 order changed, CUP x2 changed
                                  -> order changed
  09:15                           -> A1 expired 2 units, A2 expired 1 unit
  confirm_payment A2              -> paid paid_too_late, retaken, CUP x1 allocated at LEEDS, allocated
  split A1 new_key=A3 CUP x1      -> refused order_ended

story: The key of an order that has ended is not a new one's
  sku CUP @3.00 LEEDS x9
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  cancel A2                       -> cancelled 1 unit
  place A1 CUP x3                 -> placed, CUP x3 held at LEEDS
  split A1 new_key=A2 CUP x1      -> refused order_exists

story: Both parts are to leave when the order was
  service_level WEB ship_by warn_before=1h
  sku CUP @3.00 LEEDS x9
  place A1 ship_by=day2 CUP x3    -> placed, CUP x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x2 changed, order changed, balance
  day2                            -> A1 service warning kind ship_by, A2 service warning kind ship_by
                                  -> A1 service breached kind ship_by, A2 service breached kind ship_by

story: A part of each of several lots needs a place for a hold
  start holds_max=1
  channel COD cash_on_delivery
  sku CUP @3.00 LEEDS x1 lot=1 YORK x1 lot=2
  place A1 COD CUP x2             -> placed, CUP x1 allocated at LEEDS, CUP x1 allocated at YORK, allocated
  release_order A1                -> CUP x2 released
  receive CUP LEEDS x1 lot=1      -> nothing
  receive CUP YORK x1 lot=2       -> nothing
  modify A1 CUP x4 @3.00          -> CUP x4 changed, order changed, CUP x1 allocated at LEEDS, CUP x1 allocated at YORK
  split A1 new_key=A2 CUP x2      -> refused holds_full
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit, A2 CUP x1 split, A2 allocated, A2 order changed
                                  -> CUP x3 changed, order changed
  order A1: open, value 9.00, CUP 3 allocated 2 to pick
  order A2: open, value 3.00, CUP x1 allocated at LEEDS

story: An order of which an amount is authorised is not split before that has come in
  sku CUP @3.00 LEEDS x9
  place A1 CUP x4                 -> placed pay by 09:15, CUP x4 held at LEEDS
  payment A1 P1 12.00 authorised  -> authorised 12.00, balance open 12.00
  split A1 new_key=A2 CUP x3      -> refused money_in_between
  payment A1 P1 12.00 captured    -> captured 12.00, paid, allocated, balance
  split A1 new_key=A2 CUP x3      -> A2 order split 3 units 9 from sequence
                                  -> A2 CUP x3 split 0 waiting, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x1 changed 0 gave back, order changed, balance
