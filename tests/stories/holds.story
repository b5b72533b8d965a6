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
