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
  sellable TEA: 2
  2026-11-01T00:02:00Z place A1 TEA x2 -> placed, TEA x2 held at N1
  sellable TEA: 0
  2026-11-01T00:03:00Z confirm_payment A1 -> paid, allocated
  sellable TEA: 0
  2026-11-02T00:00:00Z            -> nothing
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
