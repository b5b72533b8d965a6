# Orders that change: a line, or a part of one, is not wanted any more.

story: One article of two is cancelled, and the other goes on
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  place A1 TEAPOT x2 CUP x4       -> placed pay by 09:15, TEAPOT x2 held at LEEDS, CUP x4 held at LEEDS
  cancel_line A1 CUP              -> CUP x4 cancelled value 12.00, order changed value 30.00 pay by 09:15
  order A1: open, unpaid, pay by 09:15, value 30.00, TEAPOT x2 held at LEEDS
  stock CUP LEEDS: 10 available, 0 held
  confirm_payment A1              -> paid 30.00, allocated

story: A part of a line is cancelled, and a paid order is owed what it was worth
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  cancel_line A1 TEAPOT quantity=2 -> TEAPOT x2 cancelled value 30.00, order changed value 60.00 version 3
                                   -> refund due 30.00, balance refund due 30.00
  order A1: open, paid, value 60.00, TEAPOT x4 allocated at LEEDS, captured 90.00, refund due 30.00
  payment A1 R1 30.00 refunded    -> refunded 30.00, balance
  ship A1                         -> TEAPOT x4 shipped at LEEDS, order shipped 4 units
  order A1: shipped, refund due 0.00

story: What is cancelled goes to who waits, before newcomers and in the same step
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  place A2 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  cancel_line A1 TEAPOT quantity=3 -> TEAPOT x3 cancelled gave back 3, order changed pay by 09:15
  & place A3 TEAPOT x2            -> A2 TEAPOT x2 held at LEEDS waited
                                  -> refused stock_insufficient TEAPOT
  place A4 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS

story: What waits is cancelled first, what is held stays
  sku TEAPOT @15.00 LEEDS x4
  place A1 backorder TEAPOT x6    -> placed, TEAPOT x4 held at LEEDS, TEAPOT x2 waiting
  cancel_line A1 TEAPOT quantity=2 -> TEAPOT x2 cancelled gave back 0, order changed pay by 09:15
  waiting TEAPOT: nobody
  order A1: open, value 60.00, TEAPOT x4 held at LEEDS

story: Who cancels a part of what waits keeps his place
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x3    -> placed, TEAPOT x3 waiting
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  cancel_line A1 TEAPOT quantity=2 -> TEAPOT x2 cancelled gave back 0, order changed pay by 09:15
  waiting TEAPOT: A1, A2
  09:05 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 held at LEEDS waited

story: What one node holds is cancelled there, and no more than that
  sku TEAPOT @15.00 LEEDS x3 YORK x3
  place A1 TEAPOT x5              -> placed, TEAPOT x3 held at LEEDS, TEAPOT x2 held at YORK
  cancel_line A1 TEAPOT quantity=3 node=YORK -> refused not_held_there TEAPOT
  cancel_line A1 TEAPOT node=YORK -> TEAPOT x2 cancelled at YORK gave back 2
                                  -> order changed pay by 09:15
  stock TEAPOT YORK: 3 available, 0 held
  order A1: open, value 45.00, TEAPOT x3 held at LEEDS
  cancel_line A1 TEAPOT node=YORK -> refused not_held_there TEAPOT

story: Who cancels the last line has cancelled the order
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  place A1 TEAPOT x2 CUP x4       -> placed, TEAPOT x2 held at LEEDS, CUP x4 held at LEEDS
  confirm_payment A1              -> paid, allocated
  cancel_line A1 CUP              -> CUP x4 cancelled gave back 4, order changed, refund due 12.00
                                  -> balance refund due 12.00
  cancel_line A1 TEAPOT quantity=2 -> cancelled 2 units, refund due 30.00, balance refund due 42.00
  order A1: cancelled, refund due 42.00
  cancel_line A1 TEAPOT           -> refused order_ended

story: What has left stays as it is
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=4 -> TEAPOT x4 shipped at LEEDS
  cancel_line A1 TEAPOT quantity=3 -> refused already_left TEAPOT
  cancel_line A1 TEAPOT quantity=1 -> TEAPOT x1 cancelled gave back 1, order changed
                                   -> refund due 15.00, balance refund due 15.00
  order A1: open, value 75.00, TEAPOT x1 allocated at LEEDS
  # What is left after that is nothing: the order ends, and keeps what it shipped.
  cancel_line A1 TEAPOT           -> cancelled 1 unit, part shipped 4 units, refund due 15.00
                                  -> balance refund due 30.00
  cancel_line A1 TEAPOT           -> refused order_ended

story: An order that was shipped whole has nothing to cancel
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  cancel_line A1 TEAPOT           -> refused order_shipped

story: More than the order has is refused, and so is what it never had
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  place A1 TEAPOT x2 CUP x1       -> placed, TEAPOT x2 held at LEEDS, CUP x1 held at LEEDS
  cancel_line A1 CUP              -> CUP x1 cancelled gave back 1, order changed pay by 09:15
  cancel_line A1 CUP              -> refused not_in_order CUP
  cancel_line A1 TEAPOT quantity=3 -> refused not_in_order TEAPOT
  cancel_line A2 TEAPOT           -> refused order_unknown
  order A1: open, value 30.00, TEAPOT x2 held at LEEDS

story: Who looked at the order before it changed is told so
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  cancel_line A1 TEAPOT quantity=1 version=1 -> TEAPOT x1 cancelled gave back 1
                                             -> order changed pay by 09:15
  cancel_line A1 TEAPOT quantity=1 version=1 -> refused version_stale
  cancel_line A1 TEAPOT quantity=1 version=2 -> TEAPOT x1 cancelled gave back 1
                                             -> order changed pay by 09:15

story: A review decides about the order as it is now
  risk_limits review_value_min=50.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS, in review value_review
  cancel_line A1 TEAPOT quantity=1 -> TEAPOT x1 cancelled gave back 1, order changed pay by 09:15
  review_decision A1 approve      -> review approved pay by 09:15

story: What a customer cancels no longer counts for a cap
  sku TEAPOT @15.00 LEEDS x10
  cap FOUR-EACH 4 customer
  place A1 customer=42 TEAPOT x4  -> placed, TEAPOT x4 held at LEEDS
  place A2 customer=42 TEAPOT x1  -> refused cap_reached cap FOUR-EACH left 0
  cancel_line A1 TEAPOT quantity=1 -> TEAPOT x1 cancelled gave back 1, order changed pay by 09:15
  cap FOUR-EACH 42: 3 debited, 1 left
  place A3 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS

story: What has come in in part is enough for what is left
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  payment A1 P1 40.00 captured    -> captured 40.00, balance open 50.00
  cancel_line A1 TEAPOT quantity=2 -> TEAPOT x2 cancelled gave back 2, order changed pay by 09:15
                                   -> balance open 20.00
  cancel_line A1 TEAPOT quantity=2 -> TEAPOT x2 cancelled gave back 2, order changed pay by 09:15
                                   -> paid, allocated, refund due 10.00, balance refund due 10.00
  order A1: open, paid, value 30.00, TEAPOT x2 allocated at LEEDS, refund due 10.00

story: What was set aside is enough for what is left
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  payment A1 P1 60.00 authorised  -> authorised 60.00, balance open 90.00
  cancel_line A1 TEAPOT quantity=2 -> TEAPOT x2 cancelled gave back 2, order changed pay by 09:15
                                   -> payment authorised pay by day8 09:00, allocated
                                   -> balance open 60.00

story: When only what is free is left, nothing is to be paid
  sku TEAPOT @15.00 LEEDS x10
  sku CARD @1.00 LEEDS x10
  place A1 TEAPOT x1 CARD x1 @0.00 -> placed, TEAPOT x1 held at LEEDS, CARD x1 held at LEEDS
  cancel_line A1 TEAPOT           -> TEAPOT x1 cancelled gave back 1, order changed pay by 09:15
                                  -> paid, allocated
  order A1: open, paid, value 0.00

story: Of totals, discounts and taxes the units that stay keep their share, down to whole cents
  sku TEAPOT @15.00 LEEDS x10
  place A1 shipping=4.00 TEAPOT x3 total=40.00 discount=10.00 tax=2.00 -> placed, TEAPOT x3 held at LEEDS
  order A1: value 36.00
  cancel_line A1 TEAPOT quantity=1 -> TEAPOT x1 cancelled value 10.67
                                   -> order changed value 25.33 pay by 09:15

story: A discount on the order is not worth more than what it leaves
  sku TEAPOT @15.00 LEEDS x10
  place A1 discount=50.00 TEAPOT x4 -> placed, TEAPOT x4 held at LEEDS
  cancel_line A1 TEAPOT quantity=1 -> refused discount_too_large
  order A1: value 10.00, TEAPOT x4 held at LEEDS

story: An order that is shipped whole is served when what is left of it is there
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x2
  place A1 ship_complete backorder TEAPOT x3 CUP x1 -> placed, TEAPOT x3 waiting, CUP x1 waiting
  stock TEAPOT LEEDS: 2 available
  cancel_line A1 TEAPOT quantity=1 -> TEAPOT x1 cancelled gave back 0, order changed pay by 09:15
                                   -> TEAPOT x2 held at LEEDS waited, CUP x1 held at LEEDS waited
  order A1: open, TEAPOT x2 held at LEEDS, CUP x1 held at LEEDS

story: Who cancels what he was offered has no window for what still waits
  channel WEB pay_when_served
  sku TEAPOT @15.00 LEEDS x0
  sku CUP @3.00 LEEDS x0
  place A1 backorder TEAPOT x1 CUP x1 -> placed, TEAPOT x1 waiting, CUP x1 waiting
  10:00 receive CUP LEEDS x1      -> A1 CUP x1 held at LEEDS waited, A1 offered pay by 10:15
  10:05 cancel_line A1 CUP        -> CUP x1 cancelled gave back 1, offer withdrawn pay by 10:15
                                  -> order changed
  order A1: open, unpaid, TEAPOT x1 waiting

story: An imported sale can lose a line, too
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x5
  import A1 TEAPOT x2 CUP x1      -> imported, TEAPOT x1 allocated at LEEDS, TEAPOT x1 short
                                  -> CUP x1 allocated at LEEDS, allocated
  cancel_line A1 TEAPOT quantity=1 -> TEAPOT x1 cancelled gave back 0, order changed
                                   -> refund due 15.00, balance refund due 15.00
  cancel_line A1 CUP              -> CUP x1 cancelled gave back 1, order changed, refund due 3.00
                                  -> balance refund due 18.00
