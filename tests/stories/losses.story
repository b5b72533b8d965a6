# A count finds less than was promised: who loses, and what he gets then.

story: Of those who were promised, unpaid holds lose first, then the newest paid order (litus272)
  2026-11-01T00:00:00Z node N1
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x10
  2026-11-01T00:02:00Z place A1 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:02:30Z confirm_payment A1 -> paid, allocated
  2026-11-01T00:03:00Z place A2 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:03:30Z confirm_payment A2 -> paid, allocated
  2026-11-01T00:04:00Z place A3 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:04:30Z confirm_payment A3 -> paid, allocated
  2026-11-01T00:05:00Z place A4 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:05:30Z confirm_payment A4 -> paid, allocated
  2026-11-01T00:07:00Z place A5 TEA -> placed, TEA x1 held at N1
  2026-11-01T00:08:00Z adjust TEA N1 -7 -> stock deficit TEA at N1 2 deficit
                                        -> A5 TEA x1 lost at N1 counted_short, A5 TEA x1 waiting
                                        -> A4 TEA x1 lost at N1 counted_short, A4 TEA x1 waiting
  stock TEA: 3 on hand, 0 available, 3 allocated, 0 deficit
  waiting TEA: A4, A5
  2026-11-01T00:40:00Z -> A5 expired 0 units
  2026-11-01T00:41:00Z receive TEA N1 x1 -> A4 TEA x1 allocated at N1 waited

story: Who loses by a count is served from elsewhere
  sku TEAPOT @15.00 LEEDS x2 YORK x1
  place A1 TEAPOT x2 -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1 -> paid, allocated
  adjust TEAPOT LEEDS -1 -> stock deficit TEAPOT at LEEDS 1 deficit
                         -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting
                         -> A1 TEAPOT x1 allocated at YORK waited
  order A1: TEAPOT x1 allocated at LEEDS, TEAPOT x1 allocated at YORK

story: Of two paid orders the less urgent one loses, whenever it was placed
  sku TEAPOT @15.00 LEEDS x2
  place A1 ship_by=day9 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1 -> paid, allocated
  place A2 ship_by=day3 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A2 -> paid, allocated
  adjust TEAPOT LEEDS -1 -> stock deficit TEAPOT at LEEDS 1 deficit
                         -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting

story: A shortage that is smaller than what a line holds takes no more than it is
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x5 -> placed, TEAPOT x5 held at LEEDS
  adjust TEAPOT LEEDS -2 -> stock deficit TEAPOT at LEEDS 2 deficit
                         -> A1 TEAPOT x2 lost at LEEDS counted_short, A1 TEAPOT x2 waiting
  order A1: open, unpaid, TEAPOT x3 held at LEEDS, TEAPOT x2 waiting

story: What lies in the same place for nobody is lost before what was promised
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x3 -> placed, TEAPOT x3 held at LEEDS
  adjust TEAPOT LEEDS -2
  stock TEAPOT: 3 on hand, 0 available, 3 held

story: A sale of a marketplace loses by its rank like any other, and is owed what it lost
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1 -> paid, allocated
  import M1 TEAPOT -> imported, TEAPOT x1 allocated at LEEDS, allocated
  adjust TEAPOT LEEDS -1 -> stock deficit TEAPOT at LEEDS 1 deficit
                         -> M1 TEAPOT x1 lost at LEEDS counted_short, M1 TEAPOT x1 short

story: An order that is shipped whole and loses a unit waits whole, and keeps nothing from others
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  place A1 ship_complete TEAPOT CUP -> placed, TEAPOT x1 held at LEEDS, CUP x1 held at LEEDS
  confirm_payment A1 -> paid, allocated
  adjust TEAPOT LEEDS -1 -> stock deficit TEAPOT at LEEDS 1 deficit
                         -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting
                         -> A1 CUP x1 waiting
  stock CUP: 1 available
  receive TEAPOT LEEDS x1 -> A1 TEAPOT x1 allocated at LEEDS waited, A1 CUP x1 allocated at LEEDS waited
