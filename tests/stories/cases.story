# What happened to real shops and is told in public bug reports, with what the merchant expected. Only
# those that hold are here; the name of the report stands in the title.

story: Four sales with a quiet weekend between them are all recorded (ecint379b)
  2026-11-01T00:00:00Z node N1
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x9
  2026-11-01T12:00:00Z import M1 TEA -> imported, TEA x1 allocated at N1, allocated
  2026-11-04T09:00:00Z import M2 TEA -> imported, TEA x1 allocated at N1, allocated
  2026-11-04T10:00:00Z import M3 TEA -> imported, TEA x1 allocated at N1, allocated
  2026-11-04T10:30:00Z import M4 TEA -> imported, TEA x1 allocated at N1, allocated
  2026-11-04T11:00:00Z receive TEA N1 x1
  stock TEA: 10 on hand, 6 available, 4 allocated

story: What is sold and not yet delivered is not offered again by the nightly sync (woofusion170)
  2026-11-01T00:00:00Z node N1
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x2
  feed WEB -> for sale TEA channel WEB 2 units, feed complete channel WEB
  2026-11-01T00:02:00Z place A1 TEA x2 -> placed, TEA x2 held at N1, sold out TEA channel WEB 0 units
  2026-11-01T00:03:00Z confirm_payment A1 -> paid, allocated
  2026-11-02T00:00:00Z            -> nothing
  feed WEB -> for sale TEA channel WEB 0 units, feed complete channel WEB
  stock TEA: 2 on hand, 2 allocated
  sellable TEA: 0

story: What a waiting list offers and is not paid in time is offered to the next (pretix1163)
  2026-11-01T00:00:00Z node N1
  channel WEB hold_ttl=48h review_ttl=24h pay_when_served
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x1
  2026-11-01T00:02:00Z place A1 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:03:00Z confirm_payment A1 -> paid, allocated
  2026-11-01T10:00:00Z place A2 backorder TEA -> placed, TEA x1 waiting
  2026-11-01T11:00:00Z place A3 backorder TEA -> placed, TEA x1 waiting
  2026-11-02T00:00:00Z            -> nothing
  2026-11-03T00:00:00Z            -> nothing
  2026-11-04T00:00:00Z            -> nothing
  2026-11-05T00:00:00Z            -> nothing
  2026-11-05T08:00:00Z cancel A1  -> cancelled 1 unit, refund due 10.00, A2 TEA x1 held at N1 waited
                                  -> A2 offered pay by 2026-11-07T08:00:00Z
  2026-11-05T08:01:00Z            -> nothing
  2026-11-05T08:02:00Z place A4 TEA -> refused stock_insufficient TEA
  2026-11-06T08:02:00Z            -> nothing
  2026-11-07T08:02:00Z            -> A2 expired 1 unit, A3 TEA x1 held at N1 waited
                                  -> A3 offered pay by 2026-11-09T08:02:00Z
  2026-11-08T08:02:00Z            -> nothing
  order A3: open, unpaid, 1 held
  waiting TEA: nobody

story: An order is changed before it is paid: more of one article, and the other dropped (cubecart4260)
  sku TEA @10.00 LEEDS x6
  sku POT @30.00 LEEDS x2
  place A1 TEA x1 POT x1          -> placed pay by 09:15, TEA x1 held at LEEDS, POT x1 held at LEEDS
  place A2 TEA x3                 -> placed, TEA x3 held at LEEDS
  09:01 modify A1 TEA x3          -> TEA x3 changed 0 gave back, POT x0 changed 1 gave back
                                  -> order changed pay by 09:15, TEA x2 held at LEEDS
  order A1: open, unpaid, pay by 09:15, value 30.00, TEA x3 held at LEEDS
  stock POT LEEDS: 2 available, 0 held
  # More than there is: the old promise stands.
  modify A1 TEA x4                -> refused stock_insufficient TEA
  order A1: open, unpaid, pay by 09:15, value 30.00, TEA x3 held at LEEDS
  09:20                           -> A1 expired 3 units, A2 expired 3 units

# APPLE of October 10 and APPLE of October 12 are told apart by the numbers that lines have; the sum
# that the merchant has in mind is taken.
story: Two lines of one SKU have a delivery date and a price each, and together they are fifteen (vendure1028)
  2026-11-01T00:00:00Z node N1
  sku APPLE @10.00
  2026-11-01T00:01:00Z receive APPLE N1 x20
  2026-11-01T00:02:00Z place A1 APPLE x10 @10.00 line_number=1 wanted_at=2026-10-10T00:00:00Z APPLE x5 @5.00 line_number=2 wanted_at=2026-10-12T00:00:00Z -> placed
      -> APPLE x10 named 1 line_number wanted_at 2026-10-10T00:00:00Z, APPLE x10 held at N1
      -> APPLE x5 named 2 line_number wanted_at 2026-10-12T00:00:00Z, APPLE x5 held at N1
  2026-11-01T00:03:00Z confirm_payment A1 -> paid 125.00, allocated
  stock APPLE: 20 on hand, 5 available, 15 allocated
  order A1: open, paid, value 125.00
  order A1: APPLE line 1 x10 allocated price 10.00 wanted_at 2026-10-10T00:00:00Z
  order A1: APPLE line 2 x5 allocated price 5.00 wanted_at 2026-10-12T00:00:00Z
  2026-11-01T00:04:00Z place A2 APPLE x6 -> refused stock_insufficient APPLE

story: A shopper who checks out once more has the last one still, and her first order ends (woo67354)
  2026-11-01T00:00:00Z node N1
  channel WEB hold_ttl=15m review_ttl=24h own_hold=taken_over
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x1
  2026-11-01T00:02:00Z place A1 customer=42 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:03:00Z place A2 customer=42 TEA -> A1 taken over 1 unit, placed, TEA x1 held at N1
  order A1: cancelled, unpaid, refund due 0.00
  2026-11-01T00:04:00Z cancel A1  -> refused order_ended
  2026-11-01T00:04:01Z place A3 customer=77 TEA -> refused stock_insufficient TEA
  2026-11-01T00:04:02Z place A4 customer=42 TEA -> A2 taken over 1 unit, placed, TEA x1 held at N1
  2026-11-01T00:30:00Z            -> A4 expired 1 unit
  stock TEA: 1 on hand, 1 available

story: Where it is not taken over, the refusal names the order that holds it (woo67354)
  2026-11-01T00:00:00Z node N1
  channel WEB hold_ttl=15m review_ttl=24h own_hold=told
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x1
  2026-11-01T00:02:00Z place A1 customer=42 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:03:00Z place A2 customer=42 TEA -> A1 own hold told TEA 1 quantity, refused stock_insufficient TEA
  2026-11-01T00:04:00Z cancel A1  -> cancelled 1 unit
  2026-11-01T00:04:01Z place A3 customer=77 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:04:02Z place A4 customer=42 TEA -> refused stock_insufficient TEA
  2026-11-01T00:30:00Z            -> A3 expired 1 unit

story: A cancellation and a payment that are heard before their orders are not lost (cargo190)
  2026-11-01T00:00:00Z node N1
  channel WEB hold_ttl=15m review_ttl=24h
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x2
  2026-11-01T00:02:00Z cancel A1  -> news kept until day7 00:02
  2026-11-01T00:02:01Z import A1 TEA x1 @10.00 -> imported, TEA x1 allocated at N1, allocated
                                               -> cancelled 1 unit, refund due 10.00
  2026-11-01T00:03:00Z confirm_payment A2 2026-11-01T00:03:00Z -> news kept until day7 00:03
  2026-11-01T00:03:01Z place A2 TEA x1 @10.00 -> placed pay by 00:18:01, TEA x1 held at N1, paid
                                              -> allocated
  2026-11-01T00:30:00Z            -> nothing
  order A1: cancelled
  order A2: open, paid
  stock TEA: 2 on hand, 1 available, 1 allocated

story: A payment in time is owed back though its order is forgotten, and a cancelled sale is not sold twice (dujiaonext108b)
  2026-11-01T00:00:00Z start closed_orders_max=2
  node N1
  channel WEB hold_ttl=15m review_ttl=24h
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x5
  2026-11-01T00:02:00Z place A1 TEA -> placed pay by 00:17, TEA x1 held at N1
  place A2 TEA                    -> placed pay by 00:17, TEA x1 held at N1
  place A3 TEA                    -> placed pay by 00:17, TEA x1 held at N1
  place A4 TEA                    -> placed pay by 00:17, TEA x1 held at N1
  2026-11-01T00:17:00Z            -> A1 expired 1 unit, A2 expired 1 unit, A3 expired 1 unit
                                  -> A4 expired 1 unit
  2026-11-01T00:18:00Z confirm_payment A1 2026-11-01T00:10:00Z -> payment unassigned order_forgotten
                                                               -> refund due 10.00 order_forgotten
  2026-11-01T00:18:01Z confirm_payment A4 2026-11-01T00:10:00Z -> paid, retaken
                                                               -> TEA x1 allocated at N1, allocated
  2026-11-01T00:19:00Z import A50 TEA -> imported, TEA x1 allocated at N1, allocated
  2026-11-01T00:19:01Z cancel A50 -> cancelled 1 unit, refund due 10.00
  2026-11-01T00:20:00Z import A60 TEA -> imported, TEA x1 allocated at N1, allocated
  2026-11-01T00:20:01Z cancel A60 -> cancelled 1 unit, refund due 10.00
  import A61 TEA                  -> imported, TEA x1 allocated at N1, allocated
  cancel A61                      -> cancelled 1 unit, refund due 10.00
  2026-11-01T00:21:00Z import A50 TEA -> refused order_exists
  import A61 TEA                  -> refused order_exists
  stock TEA: 5 on hand, 4 available, 1 allocated

story: Two of five and the pot have left, and the other three are not wanted: they are on sale again (erpnext52851)
  2026-11-01T00:00:00Z node N1
  channel WEB hold_ttl=15m review_ttl=24h
  sku TEA @10.00
  sku POT @30.00
  2026-11-01T00:01:00Z receive TEA N1 x5
  receive POT N1 x1
  2026-11-01T00:02:00Z place A1 TEA x5 @10.00 POT x1 @30.00 -> placed pay by 00:17
                                                            -> TEA x5 held at N1, POT x1 held at N1
  2026-11-01T00:03:00Z confirm_payment A1 -> paid, allocated
  ship A1 sku=TEA node=N1 quantity=2 -> TEA x2 shipped at N1
  ship A1 sku=POT                 -> POT x1 shipped at N1
  2026-11-01T00:04:00Z cancel_line A1 TEA quantity=3 -> cancelled 3 units, part shipped 3 units
                                                     -> refund due 30.00
  order A1: cancelled, paid, clear, 6 ordered, 3 shipped units, captured 80.00, refund due 30.00
  2026-11-01T00:05:00Z place A2 TEA x3 @10.00 -> placed pay by 00:20, TEA x3 held at N1

story: A sale of an article that nobody knows is recorded, and its line is repaired when it is known (openlinker235)
  2026-11-01T00:00:00Z node N1
  channel WEB hold_ttl=15m review_ttl=24h
  exception_rule sku_unknown within=24h
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x5
  2026-11-01T00:02:00Z name_sku CUSTOM-ENGRAVING -> sku named CUSTOM-ENGRAVING
                                                 -> exception raised kind sku_unknown CUSTOM-ENGRAVING 1 exception due at day1 00:02
  2026-11-01T00:02:00Z import A1 TEA x1 @10.00 CUSTOM-ENGRAVING x1 @5.00 -> imported
                                                                         -> TEA x1 allocated at N1
                                                                         -> CUSTOM-ENGRAVING x1 short
                                                                         -> allocated
  2026-11-01T00:03:00Z sku CUSTOM-ENGRAVING @5.00 -> exception solved kind sku_unknown 1 exception
  receive CUSTOM-ENGRAVING N1 x1 -> A1 CUSTOM-ENGRAVING x1 allocated at N1 waited
  2026-11-01T00:04:00Z import A1 TEA x1 @10.00 CUSTOM-ENGRAVING x1 @5.00 -> refused order_exists
  2026-11-01T00:05:00Z place A2 TEA x5 -> refused stock_insufficient TEA
  place A3 TEA x4 -> placed pay by 00:20, TEA x4 held at N1

story: Ham is sold by the gram, and settled at what was weighed (ucp597)
  2026-11-01T00:00:00Z node N1
  channel WEB hold_ttl=15m review_ttl=24h
  sku HAM-1G @0.00
  2026-11-01T00:01:00Z receive HAM-1G N1 x5000
  2026-11-01T00:02:00Z place A1 HAM-1G x1500 total=19.35 -> placed pay by 00:17
                                                         -> HAM-1G x1500 held at N1
  order A1: open, unpaid, value 19.35, HAM-1G x1500 held at N1
  2026-11-01T00:03:00Z confirm_payment A1 -> paid, allocated
  2026-11-01T00:04:00Z modify A1 HAM-1G x1480 total=19.09 -> HAM-1G x1480 changed 20 gave back
                                                          -> order changed, refund due 0.26
                                                          -> balance refund due 0.26
  ship A1                         -> HAM-1G x1480 shipped at N1, order shipped 1480 units
  order A1: shipped, paid, value 19.09, refund due 0.26
  stock HAM-1G: 3520 on hand, 3520 available
