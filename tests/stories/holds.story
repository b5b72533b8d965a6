# What an unpaid order holds, and for how long.

story: A hold that is not paid in time goes back on sale
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  stock TEAPOT LEEDS: 4 available, 6 held
  09:14                           -> nothing
  09:15                           -> A1 expired 6 units
  stock TEAPOT LEEDS: 10 available, 0 held
  order A1: expired, unpaid

story: What is held for one customer is not sold to another
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  sellable TEAPOT: 4
  place A2 TEAPOT x5              -> refused stock_insufficient TEAPOT
  place A3 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS
  sellable TEAPOT: 0

story: A payment makes the hold firm
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:10 confirm_payment A1        -> paid, allocated
  stock TEAPOT LEEDS: 4 available, 0 held, 6 allocated
  order A1: open, paid, pay by never
  day2 09:00                      -> nothing
  order A1: open, paid, 6 allocated

story: A cancelled order gives everything back
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x3
  place A1 TEAPOT x6 UGLY x3      -> placed, TEAPOT x6 held at LEEDS, UGLY x3 held at LEEDS
  09:05 cancel A1                 -> cancelled 9 units
  stock TEAPOT: 10 available
  stock UGLY: 3 available
  order A1: cancelled
  cancel A1                       -> refused order_ended

story: When a paid order is cancelled the money is owed back
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  cancel A1                       -> cancelled 6 units, refund due 90.00
  stock TEAPOT: 10 available

story: One line that is short refuses the whole order, unless the shop says otherwise
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x1
  place A1 TEAPOT x2 UGLY x3      -> refused stock_insufficient UGLY
  stock TEAPOT: 10 available
  order A1: unknown
  place A1 TEAPOT x2 UGLY x1      -> placed, TEAPOT x2 held at LEEDS, UGLY x1 held at LEEDS

story: A line that may be dropped does not stop the others
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY @2.50 LEEDS x1
  place A1 TEAPOT x2 UGLY x3 refuse_line -> placed, TEAPOT x2 held at LEEDS
                                  -> UGLY x3 refused stock_insufficient
  order A1: open, 2 held, 3 refused, TEAPOT x2 held at LEEDS, UGLY x3 refused
  stock UGLY: 1 available

story: When every line is dropped there is no order
  sku UGLY @2.50 LEEDS x1
  place A1 refuse_line UGLY x3    -> refused stock_insufficient UGLY
  order A1: unknown

story: The same article on two lines is one line
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2 TEAPOT x3    -> placed lines 1, TEAPOT x5 held at LEEDS
  order A1: 5 ordered, value 75.00

story: The customer is reminded before the hold ends
  channel WEB hold_ttl=30m remind_before=10m
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:30, TEAPOT x1 held at LEEDS
  09:19                           -> nothing
  09:20                           -> A1 reminder pay by 09:30
  09:25                           -> nothing
  09:30                           -> A1 expired 1 unit

story: Who has paid is not reminded
  channel WEB hold_ttl=30m remind_before=10m
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  09:30                           -> nothing

story: Two holds end at their own times
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:05 place A2 TEAPOT x2        -> placed pay by 09:20, TEAPOT x2 held at LEEDS
  09:15                           -> A1 expired 1 unit
  stock TEAPOT: 2 held
  09:20                           -> A2 expired 2 units
  stock TEAPOT: 0 held, 10 available

story: Each channel has its own time to pay
  channel SHOP hold_ttl=2h
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A2 SHOP TEAPOT x1         -> placed pay by 11:00, TEAPOT x1 held at LEEDS

story: Stock on its way back from ended holds is worth another try at once
  start work_units=1
  sku TEAPOT @15.00 LEEDS x4
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  # Both holds end; the engine has given back the first of them when A3 is decided.
  09:15 place A3 TEAPOT x4        -> A1 expired 2 units, refused stock_pending TEAPOT
                                  -> A2 expired 2 units
  place A4 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS

story: What is for sale counts every node, what is held counts where it lies
  sku TEAPOT @15.00 LEEDS x2 YORK x3
  sellable TEAPOT: 5
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at YORK
  stock TEAPOT YORK: 0 available, 3 held
  stock TEAPOT LEEDS: 2 available, 0 held
  stock TEAPOT: 5 on hand, 2 available, 3 held

story: A changed time to pay is for orders that come after it
  sku TEAPOT @15.00 LEEDS x9
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  channel WEB hold_ttl=1h
  place A2 TEAPOT                 -> placed pay by 10:00, TEAPOT x1 held at LEEDS
  09:15                           -> A1 expired 1 unit

story: A new list price changes nothing about orders that were placed
  sku TEAPOT @15.00 LEEDS x9
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  sku TEAPOT @18.00
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  order A1: value 30.00
  order A2: value 36.00

story: A line from two lots takes a second place, and places can run out
  start holds_max=1
  sku MILK @1.20 LEEDS x2 lot=1
  receive MILK LEEDS x2 lot=2
  receive MILK LEEDS x2 lot=3
  place A1 MILK x3                -> placed, MILK x3 held at LEEDS lot 1
  place A2 MILK x2                -> refused holds_full
  place A3 MILK x1                -> placed, MILK x1 held at LEEDS lot 2
  cancel A1                       -> cancelled 3 units
  place A2 MILK x3                -> placed, MILK x3 held at LEEDS lot 1

story: Lines of ended orders make room for new ones
  start lines_max=2 lines_per_order_max=2
  sku TEAPOT @15.00 LEEDS x9
  sku CUP @3.00 LEEDS x9
  place A1 TEAPOT CUP             -> placed, TEAPOT x1 held at LEEDS, CUP x1 held at LEEDS
  place A2 TEAPOT                 -> refused lines_full
  cancel A1                       -> cancelled 2 units
  order A1: cancelled
  place A2 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  order A1: unknown
