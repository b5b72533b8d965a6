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
