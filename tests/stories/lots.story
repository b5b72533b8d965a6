# Lots, their end of sale, and what counts find.

story: The lot that ends first is sold first
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day9
  receive MILK LEEDS x5 lot=2 expires_at=day4
  receive MILK LEEDS x5 lot=3
  place A1 MILK x7                -> placed, MILK x7 held at LEEDS lot 2 several lots
  stock MILK LEEDS lot 2: 0 available, 5 held
  stock MILK LEEDS lot 1: 3 available, 2 held
  stock MILK LEEDS lot 3: 5 available

story: Of two lots that end alike the one received first is sold first
  sku MILK @1.20 LEEDS x5 lot=7
  receive MILK LEEDS x5 lot=2
  place A1 MILK x1                -> placed, MILK x1 held at LEEDS lot 7

story: Goods that come after their end of sale are there and not for sale
  sku MILK @1.20 LEEDS x2
  receive MILK LEEDS x5 lot=1 expires_at="day1 08:00"
  stock MILK LEEDS: 7 on hand, 2 available, 5 unavailable
  sellable MILK: 2

story: A lot keeps its end of sale
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day4
  receive MILK LEEDS x5 lot=1 expires_at=day5  -> refused lot_expiry_conflict
  receive MILK LEEDS x5 lot=1 expires_at=day4
  stock MILK LEEDS lot 1: 10 available

story: What is given back lies in its lot again
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day4
  receive MILK LEEDS x5 lot=2 expires_at=day9
  place A1 MILK x7                -> placed, MILK x7 held at LEEDS lot 1
  stock MILK LEEDS lot 1: 0 available
  cancel A1                       -> cancelled 7 units
  stock MILK LEEDS lot 1: 5 available
  stock MILK LEEDS lot 2: 5 available

story: A count that finds fewer takes them from what is for sale
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS
  adjust TEAPOT LEEDS -3          -> stock adjusted available 3
  stock TEAPOT: 7 on hand, 3 available, 4 held

story: A count below what is promised is told, and goods that come fill the gap first
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x8              -> placed, TEAPOT x8 held at LEEDS
  confirm_payment A1              -> paid, allocated
  adjust TEAPOT LEEDS -5          -> stock deficit TEAPOT at LEEDS 3 deficit
                                  -> A1 TEAPOT x3 lost at LEEDS counted_short, A1 TEAPOT x3 waiting
  stock TEAPOT: 5 on hand, 0 available, 5 allocated, 0 deficit
  receive TEAPOT LEEDS x4         -> A1 TEAPOT x3 allocated at LEEDS waited
  stock TEAPOT: 9 on hand, 1 available, 8 allocated, 0 deficit

story: A count cannot find fewer than none
  sku TEAPOT @15.00 LEEDS x3
  adjust TEAPOT LEEDS -4          -> refused quantity_out_of_range
  adjust TEAPOT LEEDS 0           -> refused quantity_out_of_range
  adjust TEAPOT LEEDS lot=5 -1    -> refused lot_unknown
  adjust TEAPOT LEEDS -3
  stock TEAPOT: 0 on hand

story: A count that finds more in a lot that nobody knew makes the lot
  sku TEAPOT @15.00 LEEDS x3
  adjust TEAPOT LEEDS lot=5 2
  stock TEAPOT LEEDS lot 5: 2 available
  sellable TEAPOT: 5

story: No node can have more than the books can count
  sku TEAPOT @15.00 LEEDS x2147483647
  receive TEAPOT LEEDS x1         -> refused stock_full
  adjust TEAPOT LEEDS +1          -> refused stock_full
