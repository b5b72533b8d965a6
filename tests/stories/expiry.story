# The end of sale of a lot: from that instant on nothing of it is sold, and who was promised it is told.

story: A lot is for sale up to the last nanosecond, and not at its end
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day1 10:00"
  2026-11-02T09:59:59.999999999Z place A1 MILK -> placed, MILK x1 held at LEEDS
  sellable MILK: 4
  & 10:00 place A2 MILK -> stock expired MILK at LEEDS lot 1 0 available 4 unavailable
                        -> A1 MILK x1 lost at LEEDS lot 1 lot_expired, A1 MILK x1 waiting
                        -> refused stock_insufficient MILK
  sellable MILK: 0
  stock MILK: 5 on hand, 5 unavailable

story: At the end of a lot its rest is told to be unavailable
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day1 10:00"
  receive MILK LEEDS x3 lot=2
  10:00 -> stock expired MILK at LEEDS lot 1 3 available 5 unavailable expires at 10:00
  stock MILK LEEDS lot 1: 5 on hand, 0 available, 5 unavailable
  sellable MILK: 3

story: The same lot at the same instant has one answer, what lay there and what comes (wavesync238)
  2026-11-01T00:00:00Z node N1
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x5 lot=1 expires_at=2026-11-03T00:00:00Z
  2026-11-02T00:00:00Z -> nothing
  & 2026-11-03T00:00:00Z receive TEA N1 x4 lot=1 expires_at=2026-11-03T00:00:00Z -> stock expired TEA
  sellable TEA: 0
  stock TEA N1 lot 1: 9 on hand, 9 unavailable
  2026-11-03T00:01:00Z place A1 TEA x9 -> refused stock_insufficient TEA
  2026-11-03T00:02:00Z place A2 TEA x5 -> refused stock_insufficient TEA

story: What was promised from a lot that ends is taken from another lot
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day1 10:00" YORK x5
  place A1 MILK x3 -> placed, MILK x3 held at LEEDS lot 1
  confirm_payment A1 -> paid, allocated
  10:00 -> stock expired MILK at LEEDS lot 1 0 available 2 unavailable expires at 10:00
        -> A1 MILK x3 lost at LEEDS lot 1 lot_expired, A1 MILK x3 waiting
        -> A1 MILK x3 allocated at YORK waited
  order A1: open, paid, MILK x3 allocated at YORK

story: Who lost what he was promised waits at his old rank, before those who came later
  sku MILK @1.20 LEEDS x2 lot=1 expires_at="day1 10:00"
  place A1 MILK x2 -> placed, MILK x2 held at LEEDS
  confirm_payment A1 -> paid, allocated
  place A2 backorder MILK -> placed, MILK x1 waiting
  confirm_payment A2 -> paid, allocated
  10:00 -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable
        -> A1 MILK x2 lost at LEEDS lot 1 lot_expired, A1 MILK x2 waiting
  waiting MILK: A1, A2
  receive MILK LEEDS x2 lot=2 expires_at=day9 -> A1 MILK x2 allocated at LEEDS lot 2 waited
  waiting MILK: A2

story: Of those who lose, the first in rank has what is left elsewhere
  sku MILK @1.20 LEEDS x4 lot=1 expires_at="day1 10:00" YORK x2
  place A1 MILK x2 -> placed, MILK x2 held at LEEDS
  confirm_payment A1 -> paid, allocated
  place A2 MILK x2 -> placed, MILK x2 held at LEEDS
  confirm_payment A2 -> paid, allocated
  10:00 -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable expires at 10:00
        -> A2 MILK x2 lost at LEEDS lot 1 lot_expired, A2 MILK x2 waiting
        -> A1 MILK x2 lost at LEEDS lot 1 lot_expired, A1 MILK x2 waiting
        -> A1 MILK x2 allocated at YORK waited
  waiting MILK: A2

story: A unit that comes back to a lot that has ended is not for sale
  sku MILK @1.20 LEEDS x2 lot=1 expires_at="day1 09:10"
  place A1 MILK -> placed, MILK x1 held at LEEDS
  & 09:10 cancel A1 -> stock expired MILK at LEEDS lot 1 0 available 1 unavailable
                    -> MILK x1 lost at LEEDS lot 1 lot_expired, MILK x1 waiting, cancelled 0 units
  stock MILK: 2 on hand, 0 available, 0 held, 2 unavailable

story: A hold whose time is up with its lot comes back to nobody
  channel WEB hold_ttl=10m
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day1 09:10"
  place A1 MILK -> placed, MILK x1 held at LEEDS
  place A2 backorder MILK -> placed, MILK x1 waiting
  09:10 -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable
        -> A1 expired 1 unit, A2 expired 0 units
  stock MILK: 1 on hand, 0 available, 1 unavailable
  order A1: expired, unpaid

story: What a count finds in a lot that has ended is not for sale
  sku MILK @1.20 LEEDS x2 lot=1 expires_at="day1 10:00"
  10:00 -> stock expired MILK at LEEDS lot 1 0 available 2 unavailable
  adjust MILK LEEDS lot=1 3
  stock MILK: 5 on hand, 0 available, 5 unavailable
  adjust MILK LEEDS lot=1 -5
  stock MILK: 0 on hand, 0 unavailable

story: An order that is shipped whole gives back what else it holds, and has it again when all is there
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day1 10:00"
  sku CUP @3.00 LEEDS x1
  place A1 ship_complete backorder MILK CUP -> placed, MILK x1 held at LEEDS lot 1, CUP x1 held at LEEDS
  confirm_payment A1 -> paid, allocated
  10:00 -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable
        -> A1 MILK x1 lost at LEEDS lot 1 lot_expired, A1 MILK x1 waiting, A1 CUP x1 waiting
  order A1: open, paid, MILK x1 waiting, CUP x1 waiting
  receive MILK LEEDS x1 lot=2 -> A1 MILK x1 allocated at LEEDS lot 2 waited
                              -> A1 CUP x1 allocated at LEEDS waited
  order A1: MILK x1 allocated at LEEDS, CUP x1 allocated at LEEDS

story: A sale of a marketplace that loses its goods is owed them
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day1 10:00"
  import M1 MILK -> imported, MILK x1 allocated at LEEDS, allocated
  10:00 -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable
        -> M1 MILK x1 lost at LEEDS lot 1 lot_expired, M1 MILK x1 short
  order M1: open, paid

story: Nobody who waits is served from a lot at its end
  sku MILK @1.20 LEEDS x0
  place A1 backorder MILK -> placed, MILK x1 waiting
  & 09:05 receive MILK LEEDS x1 lot=1 expires_at="day1 09:05" -> nothing
  waiting MILK: A1
  receive MILK LEEDS x1 lot=2 expires_at="day1 09:06" -> A1 MILK x1 held at LEEDS lot 2 waited

story: A lot that has ended does not bring back a sale that is paid late
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day1 09:20"
  place A1 MILK -> placed, MILK x1 held at LEEDS
  09:15 -> A1 expired 1 unit
  & 09:20 confirm_payment A1 09:14 -> stock expired MILK at LEEDS lot 1 0 available 1 unavailable
                                   -> paid, refund due 1.20
