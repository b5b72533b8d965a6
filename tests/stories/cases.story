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
