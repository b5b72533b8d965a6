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

story: One more of what is there: the rest of the order keeps what it holds
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  place A1 TEAPOT x2 CUP x4       -> placed, TEAPOT x2 held at LEEDS, CUP x4 held at LEEDS
  modify A1 TEAPOT x3 CUP x4      -> TEAPOT x3 changed 0 gave back, order changed pay by 09:15
                                  -> TEAPOT x1 held at LEEDS
  order A1: open, unpaid, pay by 09:15, value 57.00, TEAPOT x3 held at LEEDS, CUP x4 held at LEEDS
  stock TEAPOT LEEDS: 7 available, 3 held

story: Fewer of one article, and of the other none
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  place A1 TEAPOT x6 CUP x4       -> placed, TEAPOT x6 held at LEEDS, CUP x4 held at LEEDS
  modify A1 TEAPOT x2             -> TEAPOT x2 changed 4 gave back, CUP x0 changed 4 gave back
                                  -> order changed pay by 09:15
  order A1: open, value 30.00, TEAPOT x2 held at LEEDS
  stock CUP LEEDS: 10 available, 0 held
  stock TEAPOT LEEDS: 8 available, 2 held

story: The green one in place of the blue one, in one step
  sku BLUE @15.00 LEEDS x1
  sku GREEN @15.00 LEEDS x1
  place A1 BLUE x1                -> placed, BLUE x1 held at LEEDS
  place A2 backorder BLUE x1      -> placed, BLUE x1 waiting
  modify A1 GREEN x1              -> BLUE x0 changed 1 gave back, GREEN x1 changed 0 gave back
                                  -> order changed pay by 09:15, GREEN x1 held at LEEDS
                                  -> A2 BLUE x1 held at LEEDS waited
  order A1: open, value 15.00, GREEN x1 held at LEEDS
  order A2: open, BLUE x1 held at LEEDS

story: Where the other colour is not there, what was promised stands
  sku BLUE @15.00 LEEDS x1
  sku GREEN @15.00 LEEDS x0
  place A1 BLUE x1                -> placed, BLUE x1 held at LEEDS
  modify A1 BLUE x1 GREEN x1      -> refused stock_insufficient GREEN
  modify A1 GREEN x1              -> refused stock_insufficient GREEN
  order A1: open, unpaid, pay by 09:15, value 15.00, BLUE x1 held at LEEDS

story: Only the price is another
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  modify A1 shipping=4.00 TEAPOT x2 @12.00 -> TEAPOT x2 changed 0 gave back
                                           -> order changed pay by 09:15
  order A1: open, value 28.00, TEAPOT x2 held at LEEDS
  payment A1 P1 28.00 captured    -> captured 28.00, paid, allocated, balance

story: An order that goes elsewhere gets its goods from a node that reaches there
  zone FR
  sku TEAPOT @15.00 LEEDS x10 YORK x10
  lane YORK GB serviceable=no
  lane LEEDS FR serviceable=no
  lane YORK FR 9.00 0.50
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  modify A1 zone=FR TEAPOT x2     -> TEAPOT x2 changed 2 gave back, order changed pay by 09:15
                                  -> TEAPOT x2 held at YORK
  order A1: open, TEAPOT x2 held at YORK
  stock TEAPOT LEEDS: 10 available, 0 held

story: An order that no node can bring there stays where it was
  zone FR
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS FR serviceable=no
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  modify A1 zone=FR TEAPOT x2     -> refused unserviceable
  order A1: open, TEAPOT x2 held at LEEDS

story: After a part has left, the rest can be changed, and what left cannot
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=4 -> TEAPOT x4 shipped at LEEDS
  modify A1 TEAPOT x3             -> refused already_left TEAPOT
  modify A1 TEAPOT x6 @10.00      -> refused already_left TEAPOT
  modify A1 TEAPOT x5             -> TEAPOT x5 changed 1 gave back, order changed, refund due 15.00
                                  -> balance refund due 15.00
  order A1: open, paid, value 75.00, TEAPOT x1 allocated at LEEDS
  # Whoever wants no more than what has left has an order that was shipped.
  modify A1 TEAPOT x4             -> TEAPOT x4 changed 1 gave back, order changed, refund due 15.00
                                  -> balance refund due 30.00, order shipped 4 units
  order A1: shipped, value 60.00, refund due 30.00
  modify A1 TEAPOT x4             -> refused order_shipped

story: What was picked stays, and while it lies on the floor the order goes nowhere else
  zone FR
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x6 released at LEEDS
  pick A1 TEAPOT LEEDS quantity=4 -> TEAPOT x4 picked at LEEDS
  modify A1 TEAPOT x3             -> refused on_the_floor TEAPOT
  modify A1 zone=FR TEAPOT x6     -> refused on_the_floor
  modify A1 TEAPOT x5             -> TEAPOT x5 changed 1 gave back, order changed, refund due 15.00
                                  -> balance refund due 15.00
  order A1: open, TEAPOT x1 allocated at LEEDS
  cancel A1                       -> cancel requested 5 units
  modify A1 TEAPOT x6             -> refused cancel_pending

story: Who has had all that a cap allows can swap, and cannot have more
  sku BLUE @15.00 LEEDS x10
  sku GREEN @15.00 LEEDS x10
  cap FOUR-EACH 4 customer
  place A1 customer=42 BLUE x4    -> placed, BLUE x4 held at LEEDS
  modify A1 BLUE x2 GREEN x2      -> BLUE x2 changed 2 gave back, GREEN x2 changed 0 gave back
                                  -> order changed pay by 09:15, GREEN x2 held at LEEDS
  cap FOUR-EACH 42: 4 debited, 0 left
  # It is known who he is, said or not.
  modify A1 BLUE x2 GREEN x3      -> refused cap_reached cap FOUR-EACH left 0
  modify A1 BLUE x2               -> GREEN x0 changed 2 gave back, order changed pay by 09:15
  cap FOUR-EACH 42: 2 debited, 2 left
  modify A1 BLUE x4               -> BLUE x4 changed 0 gave back, order changed pay by 09:15
                                  -> BLUE x2 held at LEEDS
  cap FOUR-EACH 42: 4 debited, 0 left

story: Who has bought too often once is not counted twice when he changes his order
  risk_limits velocity_count=1 velocity_window=1h
  sku TEAPOT @15.00 LEEDS x10
  place A1 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  modify A1 customer=42 TEAPOT x2 -> TEAPOT x2 changed 0 gave back, order changed pay by 09:15
                                  -> TEAPOT x1 held at LEEDS
  place A2 customer=42 TEAPOT x1  -> refused velocity_exceeded

story: A paid order that becomes dearer is unpaid until the rest has come
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  10:00 modify A1 TEAPOT x3       -> TEAPOT x3 changed 0 gave back, order changed
                                  -> unpaid pay by 10:15, TEAPOT x1 held at LEEDS
                                  -> balance open 15.00
  order A1: open, unpaid, pay by 10:15, value 45.00, TEAPOT x3 held at LEEDS, open amount 15.00
  payment A1 P2 15.00 captured    -> captured 15.00, paid, allocated, balance
  order A1: open, paid, TEAPOT x3 allocated at LEEDS

story: A paid order that becomes cheaper is owed the difference
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  modify A1 TEAPOT x3 @10.00      -> TEAPOT x3 changed 0 gave back, order changed, refund due 15.00
                                  -> balance refund due 15.00
  order A1: open, paid, value 30.00, TEAPOT x3 allocated at LEEDS, refund due 15.00

story: What has come in in part is enough for what the order is now
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  payment A1 P1 30.00 captured    -> captured 30.00, balance open 15.00
  modify A1 TEAPOT x2             -> TEAPOT x2 changed 1 gave back, order changed pay by 09:15
                                  -> paid, allocated, balance
  order A1: open, paid, TEAPOT x2 allocated at LEEDS

story: Who waits keeps his place when he wants less, and another order passes nobody to have more
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x5
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  place A2 backorder TEAPOT x4    -> placed, TEAPOT x1 held at LEEDS, TEAPOT x3 waiting
  place A3 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  modify A2 TEAPOT x2 CUP x1      -> TEAPOT x2 changed 0 gave back, CUP x1 changed 0 gave back
                                  -> order changed pay by 09:15, CUP x1 held at LEEDS
  waiting TEAPOT: A2, A3
  modify A1 TEAPOT x2             -> refused stock_insufficient TEAPOT
  cancel A1                       -> cancelled 1 unit, A2 TEAPOT x1 held at LEEDS waited
  waiting TEAPOT: A3

story: What comes in belongs to who waits, before an order that wants more
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  receive TEAPOT LEEDS 1
  & modify A1 TEAPOT x2           -> A2 TEAPOT x1 held at LEEDS waited
                                  -> refused stock_insufficient TEAPOT
  order A2: open, TEAPOT x1 held at LEEDS

story: An order with another priority stands elsewhere in the queue
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  modify A2 priority=1 TEAPOT x1  -> order changed pay by 09:15
  waiting TEAPOT: A2, A1

story: Who changes his order when his time is up has none any more
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  & 09:15 modify A1 TEAPOT x2     -> expired 1 unit, refused order_ended
  stock TEAPOT LEEDS: 10 available, 0 held

story: What left while somebody changed the order is told so
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  modify A1 TEAPOT x1             -> refused order_shipped
  modify A2 TEAPOT x1             -> refused order_unknown

story: Who looked at an order before somebody else changed it cannot change it back
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  modify A1 version=1 TEAPOT x3   -> TEAPOT x3 changed 0 gave back, order changed pay by 09:15
                                  -> TEAPOT x1 held at LEEDS
  modify A1 version=1 TEAPOT x2   -> refused version_stale

story: An order that becomes dear is looked at, and one that becomes cheap is not
  risk_limits review_value_min=50.00 line_quantity_max=8
  sku TEAPOT @15.00 LEEDS x20
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  modify A1 TEAPOT x9             -> refused line_quantity_exceeded TEAPOT
  modify A1 TEAPOT x4             -> TEAPOT x4 changed 0 gave back, order changed pay by 09:15
                                  -> TEAPOT x2 held at LEEDS
                                  -> in review value_review review by day2 09:00
  order A1: open, in review, value 60.00, TEAPOT x4 held at LEEDS

story: More than a line can hold, or nothing, is no order
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  modify A1 TEAPOT x0             -> refused quantity_out_of_range TEAPOT
  modify A1 discount=40.00 TEAPOT x2 -> refused discount_too_large
  modify A1 TEAPOT x3 backorder   -> refused field_out_of_range TEAPOT
  order A1: open, value 30.00, TEAPOT x2 held at LEEDS

story: A change that ends an order which was asked back ends the question, too
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pick A1 TEAPOT LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS
  cancel A1                       -> cancel requested 1 unit
  ship A1 sku=TEAPOT node=LEEDS quantity=1 -> TEAPOT x1 shipped at LEEDS
  modify A1 TEAPOT x1             -> TEAPOT x1 changed 1 gave back, order changed, refund due 15.00
                                  -> balance refund due 15.00, order shipped 1 unit
  ship_undone A1 TEAPOT LEEDS quantity=1 -> TEAPOT x1 unshipped at LEEDS, order reopened, allocated
                                  -> TEAPOT x1 allocated at LEEDS
  cancel A1                       -> cancelled 1 unit, refund due 15.00, balance refund due 30.00

story: Ham is weighed again when a part of it has left
  sku HAM @0.02 LEEDS x2000
  place A1 HAM x1500 total=19.35  -> placed pay by 09:15, HAM x1500 held at LEEDS
  payment A1 P1 19.35 captured    -> captured 19.35, paid, allocated, balance
  ship A1 sku=HAM node=LEEDS quantity=500 -> HAM x500 shipped at LEEDS
  modify A1 HAM x1480 total=19.09 -> HAM x1480 changed 20 gave back, order changed, refund due 0.26
                                  -> balance refund due 0.26
  ship A1                         -> HAM x980 shipped at LEEDS, order shipped 1480 units

story: What has left of the ham costs what it did
  sku HAM @0.02 LEEDS x2000
  place A1 HAM x1500 total=19.35  -> placed pay by 09:15, HAM x1500 held at LEEDS
  payment A1 P1 19.35 captured    -> captured 19.35, paid, allocated, balance
  ship A1 sku=HAM node=LEEDS quantity=500 -> HAM x500 shipped at LEEDS
  modify A1 HAM x1480 total=18.00 -> refused already_left HAM
  modify A1 HAM x480 total=6.19   -> refused already_left HAM
