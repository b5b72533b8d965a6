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

story: A shop stops selling a lot three days before its end, and others go on up to it
  channel SHOP hold_ttl=2h expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  2026-11-03T09:59:59.999999999Z place A1 SHOP MILK -> placed, MILK x1 held at LEEDS lot 1
  sellable MILK SHOP: 4
  & day2 10:00 place A2 SHOP MILK -> refused stock_insufficient MILK
  sellable MILK SHOP: 0
  sellable MILK: 4
  place A3 MILK x4 -> placed, MILK x4 held at LEEDS lot 1

story: What a shop promised before its margin stays promised up to the end of the lot
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  place A1 SHOP MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  day2 10:00 -> nothing
  order A1: open, unpaid, MILK x2 held at LEEDS
  confirm_payment A1 -> paid, allocated
  day5 10:00 -> stock expired MILK at LEEDS lot 1 0 available 3 unavailable
             -> A1 MILK x2 lost at LEEDS lot 1 lot_expired, A1 MILK x2 waiting

story: A shop with a margin takes the lot behind, and leaves the first to others
  channel SHOP hold_ttl=2h expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day3
  receive MILK LEEDS x5 lot=2 expires_at=day20
  sellable MILK SHOP: 5
  sellable MILK: 10
  place A1 SHOP MILK x2 -> placed, MILK x2 held at LEEDS lot 2
  place A2 MILK x3 -> placed, MILK x3 held at LEEDS lot 1
  place A3 SHOP MILK x4 -> refused stock_insufficient MILK
  stock MILK LEEDS lot 2: 3 available, 2 held

story: A lot without an end is sold with any margin
  channel SHOP hold_ttl=2h expiry_margin=3d
  sku CUP @3.00 LEEDS x5
  place A1 SHOP CUP x5 -> placed, CUP x5 held at LEEDS

story: An order of a shop with a margin goes to the node that has what it may sell
  channel SHOP hold_ttl=2h expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day3 YORK x5
  place A1 SHOP MILK -> placed, MILK x1 held at YORK
  place A2 MILK -> placed, MILK x1 held at LEEDS lot 1

story: A sale of a marketplace with a margin is short of what it may not have
  channel MARKET hold_ttl=2h expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day3
  receive MILK LEEDS x1 lot=2 expires_at=day20
  import M1 MARKET MILK x2 -> imported, MILK x1 allocated at LEEDS lot 2, MILK x1 short, allocated
  waiting MILK: M1
  sellable MILK: 5

story: Who may not have what comes is passed over for the next whose channel may
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x0
  place A1 SHOP backorder MILK -> placed, MILK x1 waiting
  place A2 backorder MILK -> placed, MILK x1 waiting
  waiting MILK: A1, A2
  receive MILK LEEDS x1 lot=1 expires_at=day3 -> A2 MILK x1 held at LEEDS lot 1 waited
  waiting MILK: A1
  receive MILK LEEDS x1 lot=2 expires_at=day20 -> A1 MILK x1 held at LEEDS lot 2 waited
  waiting MILK: nobody

story: Nobody waits behind a line that may not have what is there
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day3
  place A1 SHOP backorder MILK -> placed, MILK x1 waiting
  place A2 MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  waiting MILK: A1

story: What comes back to a lot within the margin of a shop is for those of others who wait
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day5 10:00"
  place A1 SHOP MILK -> placed, MILK x1 held at LEEDS lot 1
  place A2 SHOP backorder MILK -> placed, MILK x1 waiting
  day2 10:00 place A3 backorder MILK -> placed, MILK x1 waiting
  waiting MILK: A2, A3
  cancel A1 -> cancelled 1 unit, A3 MILK x1 held at LEEDS lot 1 waited
  waiting MILK: A2

story: A feed is told that a shop is sold out when its margin comes, though nobody does anything
  channel SHOP hold_ttl=2h expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  feed SHOP -> for sale MILK channel SHOP 5 units, feed complete channel SHOP
  feed WEB -> for sale MILK channel WEB 5 units, feed complete channel WEB
  day2 09:59 -> nothing
  day2 10:00 -> sold out MILK channel SHOP
  receive MILK LEEDS x2 lot=2 expires_at=day20 -> for sale MILK channel WEB 7 units
                                               -> back in stock MILK channel SHOP 2 units

story: What comes too late for a shop brings nothing back there
  channel SHOP hold_ttl=2h expiry_margin=3d
  sku MILK @1.20 LEEDS x0
  feed SHOP -> for sale MILK channel SHOP 0 units, feed complete channel SHOP
  receive MILK LEEDS x5 lot=1 expires_at=day3
  sellable MILK: 5
  day3 00:00 -> stock expired MILK at LEEDS lot 1 0 available 5 unavailable

story: Who waits is tried again when the margin of his shop becomes less
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x1 lot=1 expires_at=day3
  place A1 SHOP backorder MILK -> placed, MILK x1 waiting
  channel SHOP hold_ttl=10d expiry_margin=1d -> A1 MILK x1 held at LEEDS lot 1 waited

story: A margin that becomes greater counts from that moment, and its feed is told
  channel SHOP hold_ttl=2h expiry_margin=1d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day3
  feed SHOP -> for sale MILK channel SHOP 5 units, feed complete channel SHOP
  channel SHOP hold_ttl=2h expiry_margin=3d -> sold out MILK channel SHOP
  place A1 SHOP MILK -> refused stock_insufficient MILK

story: A promise moves to no lot that its channel may not sell
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day20 YORK x5 lot=7 expires_at=day3
  place A1 SHOP MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  move A1 MILK LEEDS YORK -> refused stock_insufficient MILK
  move A1 MILK LEEDS YORK to_lot=7 -> refused stock_insufficient MILK
  receive MILK YORK x2 lot=8 expires_at=day20
  move A1 MILK LEEDS YORK -> MILK x2 moved at LEEDS, MILK x2 held at YORK lot 8

story: An order that is changed has no more of a lot than its channel may sell now
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x3 lot=1 expires_at="day5 10:00"
  place A1 SHOP MILK -> placed, MILK x1 held at LEEDS lot 1
  day2 10:00 modify A1 MILK x2 -> refused stock_insufficient MILK
  order A1: open, MILK x1 held at LEEDS

story: A sale that is paid too late is not taken again from a lot within the margin
  channel SHOP hold_ttl=1h expiry_margin=3d
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day4 10:00"
  09:30 place A1 SHOP MILK -> placed, MILK x1 held at LEEDS lot 1
  10:30 -> A1 expired 1 unit
  confirm_payment A1 09:45 -> paid, refund due 1.20
  sellable MILK: 1

story: An order that is shipped whole waits where its channel may not have a part
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x1 lot=1 expires_at=day3
  sku CUP @3.00 LEEDS x1
  place A1 SHOP ship_complete backorder MILK CUP -> placed, MILK x1 waiting, CUP x1 waiting
  receive MILK LEEDS x1 lot=2 expires_at=day20 -> A1 MILK x1 held at LEEDS lot 2 waited
                                               -> A1 CUP x1 held at LEEDS waited

story: What is kept back is kept back of what a shop may sell
  channel SHOP hold_ttl=2h expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day3
  receive MILK LEEDS x3 lot=2 expires_at=day20
  safety_stock MILK LEEDS 2
  sellable MILK SHOP: 1
  sellable MILK: 6
  place A1 SHOP MILK x2 -> refused stock_insufficient MILK
  place A2 SHOP MILK x1 -> placed, MILK x1 held at LEEDS lot 2

story: Who loses what he was promised is not given what his channel may not sell
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day20 YORK x2 lot=7 expires_at=day3
  place A1 SHOP MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  adjust MILK LEEDS lot=1 -1 -> stock deficit MILK at LEEDS 1 deficit
                             -> A1 MILK x1 lost at LEEDS lot 1 counted_short, A1 MILK x1 waiting
  waiting MILK: A1
  receive MILK YORK x1 lot=8 expires_at=day20 -> A1 MILK x1 held at YORK lot 8 waited

story: What a node did not find is not taken from a lot within the margin
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x1 lot=1 expires_at=day20 YORK x2 lot=7 expires_at=day3
  place A1 SHOP MILK -> placed, MILK x1 held at LEEDS lot 1
  confirm_payment A1 -> paid, allocated
  release_order A1 -> MILK x1 released at LEEDS
  short_pick A1 MILK LEEDS -> MILK x1 short_picked at LEEDS counted_short, MILK x1 waiting
  waiting MILK: A1

story: A trim takes what the channel may have, and no more
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day3
  place A1 SHOP backorder MILK x2 -> placed, MILK x2 waiting
  trim A1 -> refused stock_insufficient MILK
  waiting MILK: A1

story: A shopper's new attempt has no part of what she holds of a lot within the margin
  channel SHOP hold_ttl=10d own_hold=taken_over expiry_margin=3d
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day5 10:00"
  place A1 SHOP customer=42 MILK -> placed, MILK x1 held at LEEDS lot 1
  day2 10:00 place A2 SHOP customer=42 MILK -> A1 own hold told MILK 1 quantity
                                            -> refused stock_insufficient MILK
  order A1: open, unpaid, MILK x1 held at LEEDS

story: A margin of more than the longest time is refused
  channel WEB expiry_margin=20000d -> refused field_out_of_range
  sku MILK @1.20 LEEDS x1 lot=1 expires_at=day3
  sellable MILK: 1

story: All channels together have at most eight margins, and may share them
  start channels_max=12
  channel S1 hold_ttl=2h expiry_margin=1d
  channel S2 hold_ttl=2h expiry_margin=2d
  channel S3 hold_ttl=2h expiry_margin=3d
  channel S4 hold_ttl=2h expiry_margin=4d
  channel S5 hold_ttl=2h expiry_margin=5d
  channel S6 hold_ttl=2h expiry_margin=6d
  channel S7 hold_ttl=2h expiry_margin=7d
  channel S8 hold_ttl=2h expiry_margin=8d
  channel S9 hold_ttl=2h expiry_margin=9d -> refused margins_full
  channel S9 hold_ttl=2h expiry_margin=8d
  channel S8 hold_ttl=2h expiry_margin=9d -> refused margins_full
  channel S7 hold_ttl=2h
  channel S8 hold_ttl=2h expiry_margin=9d

story: Two shops stop selling one lot at two times
  channel SHOP hold_ttl=10d expiry_margin=3d
  channel MARKET hold_ttl=10d expiry_margin=1d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  day2 10:00 -> nothing
  sellable MILK SHOP: 0
  sellable MILK MARKET: 5
  day4 10:00 -> nothing
  sellable MILK MARKET: 0
  place A1 MARKET MILK -> refused stock_insufficient MILK
  place A2 MILK -> placed, MILK x1 held at LEEDS lot 1

story: A hold is extended past the day on which its shop stops selling the lot
  channel SHOP hold_ttl=1d expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  place A1 SHOP MILK x2 -> placed pay by day2 09:00, MILK x2 held at LEEDS lot 1
  extend A1 day4 -> extended pay by day4 00:00 before day2 09:00
  day3 09:00 confirm_payment A1 -> paid, allocated
  ship A1 -> MILK x2 shipped at LEEDS lot 1, order shipped 2 units

story: A shipment that is undone is the order's again, though its shop sells the lot no more
  channel SHOP hold_ttl=1d expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  place A1 SHOP MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  confirm_payment A1 -> paid, allocated
  ship A1 -> MILK x2 shipped at LEEDS, order shipped 2 units
  day3 09:00 ship_undone A1 MILK LEEDS lot=1 -> MILK x2 unshipped at LEEDS lot 1, order reopened, allocated
                                             -> MILK x2 allocated at LEEDS lot 1
  order A1: open, paid, MILK x2 allocated at LEEDS

story: Nothing is exchanged for goods of a lot that the shop sells no more
  channel SHOP hold_ttl=1d expiry_margin=3d
  sku CUP @3.00 LEEDS x1
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  place A1 SHOP CUP -> placed, CUP x1 held at LEEDS
  confirm_payment A1 -> paid, allocated
  ship A1 -> CUP x1 shipped at LEEDS, order shipped 1 unit
  day3 09:00 exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 unwanted MILK -> refused stock_insufficient MILK
  receive MILK LEEDS x1 lot=2 expires_at=day20
  exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 unwanted MILK -> A2 placed, A2 MILK x1 held at LEEDS lot 2
                                  -> return requested CUP 1 unit, A2 exchanged credit 1.20
                                  -> A2 order changed pay by day9

story: What a part of an order gives back within the margin of its shop is for others
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x3 lot=1 expires_at="day5 10:00"
  place A1 SHOP MILK x3 -> placed, MILK x3 held at LEEDS lot 1
  day3 09:00 place A2 SHOP backorder MILK x2 -> placed, MILK x2 waiting
  confirm_part A1 MILK x1 -> MILK x2 cancelled 2 gave back, order changed, paid, allocated
  sellable MILK: 2
  sellable MILK SHOP: 0
  waiting MILK: A2

story: Two orders of a shop become one, which keeps what its shop sells no more
  channel SHOP hold_ttl=10d expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00"
  place A1 SHOP MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  place A2 SHOP MILK x1 -> placed, MILK x1 held at LEEDS lot 1
  day3 09:00 merge A1 other_key=A2 -> A2 order merged 1 unit, MILK x1 merged
                                   -> order changed pay by day11 09:00
  order A1: open, unpaid, MILK x3 held at LEEDS

story: What comes back to another node ends when its lot does
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day3 10:00" YORK x0
  place A1 MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  confirm_payment A1 -> paid, allocated
  ship A1 -> MILK x2 shipped at LEEDS, order shipped 2 units
  day2 09:00 receive_return A1 MILK YORK quantity=2 lot=1 -> return restocked MILK at YORK 2 units lot 1
                                                          -> return exception MILK at YORK 2 units not_requested
  sellable MILK: 5
  day3 10:00 -> stock expired MILK at LEEDS lot 1 0 available 3 unavailable
             -> stock expired MILK at YORK lot 1 0 available 2 unavailable expires at day3 10:00
  sellable MILK: 0

story: What comes back to another node after the end of its lot is not for sale
  sku MILK @1.20 LEEDS x2 lot=1 expires_at="day3 10:00" YORK x0
  place A1 MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  confirm_payment A1 -> paid, allocated
  ship A1 -> MILK x2 shipped at LEEDS, order shipped 2 units
  day3 10:00 -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable
  day4 09:00 receive_return A1 MILK YORK quantity=2 lot=1 -> return restocked MILK at YORK 2 units lot 1
                                                          -> return exception MILK at YORK 2 units not_requested
  stock MILK YORK lot 1: 2 on hand, 0 available, 2 unavailable
  sellable MILK: 0

story: What is carried to another node keeps its end, and goes before what ends later
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day3 10:00" YORK x0
  receive MILK YORK x5 lot=2 expires_at=day9
  adjust MILK LEEDS lot=1 -5
  adjust MILK YORK lot=1 5
  place A1 MILK x2 -> placed, MILK x2 held at YORK lot 1
  receive MILK YORK x1 lot=1 expires_at="day3 10:00"
  receive MILK YORK x1 lot=1 expires_at=day4 -> refused lot_expiry_conflict

story: Where nodes say several ends of a lot, what comes back to a third has the first of them
  sku MILK @1.20 LEEDS x1 lot=1 expires_at="day4 10:00" YORK x0
  node HULL
  receive MILK YORK x1 lot=1 expires_at="day3 10:00"
  receive MILK HULL x1 lot=2 expires_at=day9
  adjust MILK HULL lot=1 1
  day3 10:00 -> stock expired MILK at YORK lot 1 0 available 1 unavailable
             -> stock expired MILK at HULL lot 1 1 available 1 unavailable
  sellable MILK: 2

story: What comes back of a lot that nobody knows, of an article that ends, is told
  exception_rule goods_back
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day3 10:00"
  place A1 MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  confirm_payment A1 -> paid, allocated
  ship A1 -> MILK x2 shipped at LEEDS, order shipped 2 units
  request_return A1 5 until=day3 -> return requested 2 units 5 return key until day3
  receive_return A1 MILK LEEDS quantity=1 lot=7 -> lot end unknown MILK at LEEDS lot 7 1 unit
                                                -> return restocked MILK at LEEDS 1 unit lot 7 5 return key
                                                -> exception raised kind goods_back MILK 1 exception 1 unit lot_unknown
  receive_return A1 MILK LEEDS quantity=1 lot=8 quarantine -> lot end unknown MILK at LEEDS lot 8 1 unit
                                                -> return quarantined MILK at LEEDS 1 unit lot 8 5 return key
                                                -> return completed 2 units 5 return key
                                                -> exception raised kind goods_back MILK 2 exception 1 unit lot_unknown
  resolve_exceptions 1 settled -> exception resolved kind goods_back 1 exception outcome settled
  adjust MILK LEEDS lot=7 3
  day4 09:00 -> stock expired MILK at LEEDS lot 1 4 available 3 unavailable
  sellable MILK: 4

story: Of an article without an end nothing is told where a lot is new
  exception_rule goods_back
  sku CUP @3.00 LEEDS x5 lot=1 YORK x0
  adjust CUP YORK lot=7 2
  sellable CUP: 7

story: A parcel that did not leave from where it was said to has the end that its lot has
  node HULL
  sku MILK @1.20 LEEDS x2 lot=1 expires_at="day3 10:00" YORK x0
  place A1 MILK x2 -> placed, MILK x2 held at LEEDS lot 1
  confirm_payment A1 -> paid, allocated
  ship A1 -> MILK x2 shipped at LEEDS, order shipped 2 units
  ship_undone A1 MILK YORK lot=1 quantity=1 -> MILK x1 unshipped at YORK lot 1, order reopened, allocated
                                            -> MILK x1 allocated at YORK lot 1
  day3 10:00 -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable
             -> stock expired MILK at YORK lot 1 0 available 0 unavailable
             -> A1 MILK x1 lost at YORK lot 1 lot_expired, A1 MILK x1 waiting
  ship_undone A1 MILK HULL lot=1 -> MILK x1 unshipped at HULL lot 1, MILK x2 waiting
  stock MILK HULL lot 1: 1 on hand, 0 available, 1 unavailable

story: A shop with a margin has nothing of what comes back near its end
  channel SHOP hold_ttl=1d expiry_margin=3d
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day5 10:00" YORK x0
  day2 10:00 adjust MILK YORK lot=1 2
  sellable MILK: 7
  sellable MILK SHOP: 0
