# Two orders of one customer become one: what was held lies where it lay, and who waits keeps the place.

story: Two unpaid orders are one, with the goods where they lie and less time to pay
  sku TEAPOT @15.00 LEEDS x3
  sku CUP @3.00 YORK x4
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:05 place A2 CUP x2           -> placed pay by 09:20, CUP x2 held at YORK
  merge A2 other_key=A1                     -> A1 order merged 1 unit 15 into sequence
                                  -> TEAPOT x1 merged, order changed pay by 09:15
  order A1: cancelled, unpaid
  order A2: open, unpaid, pay by 09:15, value 21.00, CUP x2 held at YORK, TEAPOT x1 held at LEEDS
  stock TEAPOT LEEDS: 2 available, 1 held
  stock CUP YORK: 2 available, 2 held
  09:15                           -> A2 expired 3 units
  stock TEAPOT LEEDS: 3 available, 0 held

story: Two paid orders are one parcel's worth, and their money is one sum
  sku TEAPOT @15.00 LEEDS x3
  sku CUP @3.00 LEEDS x4
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  payment A2 P2 6.00 captured     -> captured 6.00, paid, allocated, balance
  merge A1 other_key=A2                     -> A2 order merged 2 units, A2 balance
                                  -> CUP x2 merged, order changed, balance
  order A1: open, paid, value 21.00, captured 21.00, open amount 0.00, TEAPOT x1 allocated at LEEDS, CUP x2 allocated at LEEDS
  order A2: cancelled, paid, captured 0.00, open amount 0.00, refund due 0.00
  ship A1                         -> TEAPOT x1 shipped at LEEDS, CUP x2 shipped at LEEDS, order shipped 3 units

story: Lines of one article at one price become one line, from all lots that they hold
  sku MILK @1.20 LEEDS x2 lot=1 YORK x3 lot=2
  place A1 MILK x2                -> placed, MILK x2 held at LEEDS
  place A2 MILK x3                -> placed, MILK x3 held at YORK
  merge A1 other_key=A2                     -> A2 order merged 3 units
                                  -> MILK x3 merged, order changed pay by 09:15
  order A1: open, value 6.00, MILK x5 held
  stock MILK LEEDS lot 1: 0 available, 2 held
  stock MILK YORK lot 2: 0 available, 3 held
  cancel A1                       -> cancelled 5 units
  stock MILK: 5 available, 0 held

story: Lines of one article at two prices cost together what they cost apart
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1 @3.00           -> placed, CUP x1 held at LEEDS
  place A2 CUP x2 @2.50           -> placed, CUP x2 held at LEEDS
  merge A1 other_key=A2                     -> A2 order merged 2 units
                                  -> CUP x2 merged, order changed pay by 09:15
  order A1: open, value 8.00, CUP x3 held at LEEDS
  cancel_line A1 CUP quantity=1   -> CUP x1 cancelled 1 gave back, order changed pay by 09:15
  order A1: open, CUP x2 held at LEEDS

story: Lines that have numbers stay apart, unless they have the same one
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1 line_number=1   -> placed, CUP x1 named 1 line_number, CUP x1 held at LEEDS
  place A2 CUP x2 line_number=2 CUP x3 line_number=1 -> placed, CUP x2 named 2 line_number, CUP x2 held at LEEDS
                                  -> CUP x3 named 1 line_number, CUP x3 held at LEEDS
  merge A1 other_key=A2                     -> A2 order merged 5 units
                                  -> CUP x2 merged, CUP x2 named 2 line number
                                  -> CUP x3 merged, order changed pay by 09:15
  order A1: open, value 18.00, CUP line 1 x4 held, CUP line 2 x2 held

story: A line that is wanted on another day needs a number
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1 wanted_at=day3  -> placed, CUP x1 named wanted_at day3, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  merge A1 other_key=A2                     -> refused wanted_at_conflict CUP
  order A2: open, CUP x2 held at LEEDS

story: Discounts, shipping and taxes are summed
  channel SHOP prices_include_tax=no
  sku CUP @3.00 LEEDS x9
  sku TEAPOT @15.00 LEEDS x3
  place A1 SHOP discount=1.00 shipping=4.00 shipping_tax=0.80 CUP x2 discount=0.50 tax=1.10 -> placed pay by 09:15
                                                                                            -> CUP x2 held at LEEDS
  place A2 SHOP shipping=2.00 TEAPOT x1 tax=3.00 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  merge A1 other_key=A2                     -> A2 order merged 1 unit
                                  -> TEAPOT x1 merged, order changed pay by 09:15
  order A1: open, value 30.40

story: Who waits keeps the place when the order that stays came later and waits for nothing
  sku TEAPOT @15.00 LEEDS x0
  sku CUP @3.00 LEEDS x9
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  09:01 place B1 backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  09:02 place A2 CUP x1           -> placed, CUP x1 held at LEEDS
  waiting TEAPOT: A1, B1
  merge A2 other_key=A1                     -> A1 order merged 0 units
                                  -> TEAPOT x1 merged 1 waiting, order changed pay by 09:15
  waiting TEAPOT: A2, B1
  receive TEAPOT LEEDS x1         -> A2 TEAPOT x1 held at LEEDS waited
  waiting TEAPOT: B1

story: Nobody gets a better place by merging
  sku TEAPOT @15.00 LEEDS x0
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  09:01 place B1 backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  09:02 place A2 backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  merge A1 other_key=A2                     -> refused ranks_differ
  merge A2 other_key=A1                     -> A1 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  waiting TEAPOT: B1, A2

story: Both wait for one article: they wait in the later place
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  09:01 place B1 backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  09:02 place A2 backorder TEAPOT x2 -> placed, TEAPOT x2 waiting
  merge A2 other_key=A1                     -> A1 order merged 0 units
                                  -> TEAPOT x1 merged 1 waiting, order changed pay by 09:15
  waiting TEAPOT: B1, A2
  receive TEAPOT LEEDS x2         -> B1 TEAPOT x1 held at LEEDS waited, A2 TEAPOT x1 held at LEEDS waited
  order A2: open, 1 held, 2 waiting

story: No newcomer comes in between
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  place B1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  sku CUP @3.00 LEEDS x1
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A2 other_key=A1                     -> A1 order merged 1 unit
                                  -> TEAPOT x1 merged, order changed pay by 09:15
  waiting TEAPOT: B1
  stock TEAPOT LEEDS: 0 available, 1 held
  place B2 TEAPOT x1              -> refused stock_insufficient TEAPOT
  cancel A2                       -> cancelled 2 units, B1 TEAPOT x1 held at LEEDS waited

story: An order is not merged into itself, nor with one that nobody knows
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A1                     -> refused same_order
  merge A1 other_key=A9                     -> refused order_unknown
  merge A9 other_key=A1                     -> refused order_unknown
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  cancel A2                       -> cancelled 1 unit
  merge A1 other_key=A2                     -> refused order_ended
  merge A2 other_key=A1                     -> refused order_ended

story: What has left goes into no other order, nor does anything go into it
  sku CUP @3.00 LEEDS x9
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  confirm_payment A2              -> paid, allocated
  ship A1 sku=CUP node=LEEDS quantity=1 -> CUP x1 shipped at LEEDS
  merge A1 other_key=A2                     -> refused already_left
  merge A2 other_key=A1                     -> refused already_left
  ship A1                         -> CUP x1 shipped at LEEDS, order shipped 2 units
  merge A2 other_key=A1                     -> refused order_shipped

story: What is on the floor of a warehouse stays what it is
  sku CUP @3.00 LEEDS x9
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  confirm_payment A2              -> paid, allocated
  release_order A1                -> CUP x2 released at LEEDS
  merge A1 other_key=A2                     -> refused on_the_floor
  merge A2 other_key=A1                     -> refused on_the_floor

story: Orders of two channels, zones or kinds stay two
  channel SHOP
  zone FR
  sku CUP @3.00 LEEDS x20
  lane LEEDS FR 9.00 0.50
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 SHOP CUP x1            -> placed, CUP x1 held at LEEDS
  place A3 FR CUP x1              -> placed, CUP x1 held at LEEDS
  place A4 priority=2 CUP x1      -> placed, CUP x1 held at LEEDS
  place A5 ship_by=day3 CUP x1    -> placed, CUP x1 held at LEEDS
  place A6 max_splits=0 CUP x1    -> placed, CUP x1 held at LEEDS
  place A7 ship_complete CUP x1   -> placed, CUP x1 held at LEEDS
  import A8 unpaid CUP x1         -> imported, CUP x1 held at LEEDS
  merge A1 other_key=A2                     -> refused orders_differ
  merge A1 other_key=A3                     -> refused orders_differ
  merge A1 other_key=A4                     -> refused orders_differ
  merge A1 other_key=A5                     -> refused orders_differ
  merge A1 other_key=A6                     -> refused orders_differ
  merge A1 other_key=A7                     -> refused orders_differ
  merge A1 other_key=A8                     -> refused orders_differ

story: What a change makes alike is merged
  sku CUP @3.00 LEEDS x20
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 ship_by=day3 CUP x1    -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A2                     -> refused orders_differ
  modify A2 CUP x1                -> order changed pay by 09:15
  merge A1 other_key=A2                     -> A2 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  order A1: open, value 6.00, CUP x2 held at LEEDS

story: A paid and an unpaid order stay two until both are paid
  sku CUP @3.00 LEEDS x20
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  merge A1 other_key=A2                     -> refused payments_differ
  merge A2 other_key=A1                     -> refused payments_differ
  confirm_payment A2              -> paid, allocated
  merge A2 other_key=A1                     -> A1 order merged 1 unit, A1 balance
                                  -> CUP x1 merged, order changed, balance
  order A2: open, paid, captured 9.00, open amount 0.00, CUP x3 allocated at LEEDS

story: Where money is due back of the order that goes, it is given back first
  sku CUP @3.00 LEEDS x20
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  payment A1 P1 3.00 captured     -> captured 3.00, paid, allocated, balance
  payment A2 P2 8.00 captured     -> captured 8.00, paid, allocated, refund due 2.00, balance refund due 2.00
  merge A1 other_key=A2                     -> refused payments_differ
  payment A2 R1 2.00 refunded     -> refunded 2.00, balance
  merge A1 other_key=A2                     -> A2 order merged 2 units, A2 balance
                                  -> CUP x2 merged, order changed, balance
  order A1: captured 11.00, refunded 2.00, open amount 0.00, refund due 0.00
  order A2: captured 0.00, refunded 0.00, open amount 0.00, refund due 0.00

story: What has come in of two unpaid orders counts for both
  sku CUP @3.00 LEEDS x20
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  payment A2 P2 4.00 captured     -> captured 4.00, balance open 2.00
  merge A1 other_key=A2                     -> A2 order merged 2 units, A2 balance
                                  -> CUP x2 merged, order changed pay by 09:15
                                  -> balance open 5.00
  order A1: open, unpaid, captured 4.00, open amount 5.00
  payment A1 P3 5.00 captured     -> captured 5.00, paid, allocated, balance

story: What is paid for an order that went into another is of the one in which it is now
  sku CUP @3.00 LEEDS x20
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  merge A1 other_key=A2                     -> A2 order merged 2 units
                                  -> CUP x2 merged, order changed pay by 09:15
  payment A2 P2 6.00 captured     -> A1 captured 6.00, A1 balance open 3.00
  order A1: open, unpaid, captured 6.00

story: An order in review is not merged
  risk_limits review_value_min=10.00
  sku CUP @3.00 LEEDS x20
  place A1 CUP x5                 -> placed, CUP x5 held at LEEDS, in review value_review
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A2                     -> refused payments_differ
  merge A2 other_key=A1                     -> refused payments_differ

story: Money that is set aside, a grace or a pending payment keeps orders apart
  channel WEB firm_when=authorised payment_grace=1h
  sku CUP @3.00 LEEDS x20
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A3 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A4 CUP x1                 -> placed, CUP x1 held at LEEDS
  payment A2 P2 1.00 authorised   -> authorised 1.00, balance open 3.00
  payment_pending A3              -> payment pending pay by 09:15
  merge A1 other_key=A2                     -> refused payments_differ
  merge A1 other_key=A3                     -> refused payments_differ
  merge A1 other_key=A4                     -> A4 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  09:16                           -> A1 payment overdue let go at 10:15
                                  -> A2 payment overdue let go at 10:15
                                  -> A3 payment overdue let go at 10:15
  merge A1 other_key=A2                     -> refused payments_differ

story: An order that is held for a shopper is hers, and no other's
  channel WEB own_hold=told
  sku CUP @3.00 LEEDS x20
  place A1 customer=42 CUP x1     -> placed, CUP x1 held at LEEDS
  place A2 customer=77 CUP x1     -> placed, CUP x1 held at LEEDS
  place A3 customer=42 CUP x1     -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A2                     -> refused orders_differ
  merge A1 other_key=A3                     -> A3 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15

story: What orders had of a purchase cap the merged one has
  sku CUP @3.00 LEEDS x20
  cap FIVE customer at_most=5
  place A1 customer=42 CUP x2     -> placed, CUP x2 held at LEEDS
  place A2 customer=42 CUP x3     -> placed, CUP x3 held at LEEDS
  place A3 customer=77 CUP x1     -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A3                     -> refused orders_differ
  merge A1 other_key=A2                     -> A2 order merged 3 units
                                  -> CUP x3 merged, order changed pay by 09:15
  cap FIVE 42: 5 debited, 0 left
  cancel_line A1 CUP quantity=1   -> CUP x1 cancelled 1 gave back, order changed pay by 09:15
  cap FIVE 42: 4 debited, 1 left
  cancel A1                       -> cancelled 4 units
  cap FIVE 42: 0 debited, 5 left

story: Goods that are missing, and that somebody looks after, are no other order's at once
  exception_rule goods_missing
  sku CUP @3.00 LEEDS x2
  place A1 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  place A2 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  confirm_payment A2              -> paid, allocated
  adjust CUP LEEDS delta=-1       -> stock deficit CUP at LEEDS 1 deficit -1 delta
                                  -> A2 CUP x1 lost at LEEDS counted_short, A2 CUP x1 waiting
                                  -> A2 exception raised kind goods_missing CUP 1 exception 1 unit counted_short
  merge A1 other_key=A2           -> refused goods_are_missing
  resolve_exceptions 1 no_action  -> A2 exception resolved kind goods_missing 1 exception outcome no_action
  merge A1 other_key=A2           -> refused ranks_differ
  merge A2 other_key=A1           -> A1 order merged 1 unit 11 into sequence, A1 balance
                                  -> CUP x1 merged 0 waiting, order changed, balance
  order A2: open, paid, clear, 2 ordered, 1 allocated, 1 waiting, value 6.00, captured 6.00, version 3

story: What lost its goods is looked at before it is merged
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day2
  sku CUP @3.00 LEEDS x9
  place A1 MILK x1                -> placed, MILK x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  day2                            -> stock expired MILK at LEEDS lot 1 0 available 1 unavailable expires at 00:00
                                  -> A1 MILK x1 lost at LEEDS lot 1 lot_expired, A1 MILK x1 waiting
  merge A2 other_key=A1                     -> A1 order merged 0 units, A1 balance
                                  -> MILK x1 merged 1 waiting, order changed, balance

story: An order as it was seen is merged, and no other
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A2 version=2           -> refused version_stale
  merge A1 other_key=A2 other_version=2     -> refused version_stale
  merge A1 other_key=A2 version=1 other_version=1 -> A2 order merged 1 unit
                                        -> CUP x1 merged, order changed pay by 09:15

story: An order that is shipped whole goes with one that is, too, and waits for nothing
  sku CUP @3.00 LEEDS x2
  sku MUG @3.00 LEEDS x0
  place A1 ship_complete CUP x1   -> placed, CUP x1 held at LEEDS
  place A2 ship_complete CUP x1   -> placed, CUP x1 held at LEEDS
  place A3 ship_complete backorder MUG x1 -> placed, MUG x1 waiting
  merge A1 other_key=A3                     -> refused orders_differ
  merge A3 other_key=A1                     -> refused orders_differ
  merge A1 other_key=A2                     -> A2 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15

story: Lines that were refused are dropped before orders are merged
  sku CUP @3.00 LEEDS x2
  sku MUG @3.00 LEEDS x0
  place A1 refuse_line CUP x1 MUG x1 -> placed, CUP x1 held at LEEDS, MUG x1 refused stock_insufficient
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A2 other_key=A1                     -> refused orders_differ
  modify A1 CUP x1                -> MUG x0 changed 0 gave back, order changed pay by 09:15
  merge A2 other_key=A1                     -> A1 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  order A2: open, value 6.00, CUP x2 held at LEEDS

story: No order has more lines than orders may have
  start lines_per_order_max=2
  sku CUP @3.00 LEEDS x2
  sku MUG @3.00 LEEDS x2
  sku JUG @3.00 LEEDS x2
  place A1 CUP x1 MUG x1          -> placed, CUP x1 held at LEEDS, MUG x1 held at LEEDS
  place A2 JUG x1                 -> placed, JUG x1 held at LEEDS
  place A3 MUG x1                 -> placed, MUG x1 held at LEEDS
  merge A1 other_key=A2                     -> refused too_many_lines JUG
  merge A1 other_key=A3                     -> A3 order merged 1 unit
                                  -> MUG x1 merged, order changed pay by 09:15

story: What a shop promised of the order that goes is promised of the other where that is earlier
  service_level WEB processing within=24h
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  10:00 place A2 CUP x1           -> placed, CUP x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  11:00 merge A2 other_key=A1               -> A1 order merged 1 unit, A1 balance
                                  -> CUP x1 merged, order changed, balance
  day2 09:30                      -> A2 service breached kind processing channel WEB due at 09:00
  day2 10:00                      -> nothing

story: A merge that other_key=is sent again is done once
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A2 command_key=K1      -> A2 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  merge A1 other_key=A2 command_key=K1      -> duplicate ok

story: Three orders are one by two merges
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A3 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A2                     -> A2 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  merge A3 other_key=A1                     -> A1 order merged 2 units
                                  -> CUP x2 merged, order changed pay by 09:15
  order A3: open, value 9.00, CUP x3 held at LEEDS
  merge A3 other_key=A2                     -> refused order_merged

story: Of two promises that orders are processed the earlier one is that of the merged order
  service_level WEB processing promised within=24h
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  10:00 place A2 CUP x2           -> placed, CUP x2 held at LEEDS
  confirm_payment A2              -> paid, allocated
  merge A2 other_key=A1           -> A1 order merged 1 unit, A1 balance
                                  -> CUP x1 merged, order changed, balance
  day2 09:00                      -> A2 service breached kind processing channel WEB due at 09:00
  day2 10:00                      -> nothing
  ship A2                         -> CUP x3 shipped at LEEDS, order shipped 3 units
                                  -> parcel late kind processing channel WEB 3 units due at 09:00

story: A promise that is later ends with the order that goes
  service_level WEB processing promised within=24h
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  10:00 place A2 CUP x2           -> placed, CUP x2 held at LEEDS
  confirm_payment A2              -> paid, allocated
  merge A1 other_key=A2           -> A2 order merged 2 units, A2 balance
                                  -> CUP x2 merged, order changed, balance
  day2 08:00 ship A2              -> A1 CUP x3 shipped at LEEDS, A1 order shipped 3 units
                                  -> A1 parcel in time kind processing channel WEB 3 units due at 09:00
                                  -> A1 service kept kind processing channel WEB taken ns 23h due at 09:00
  day2 10:00                      -> nothing
