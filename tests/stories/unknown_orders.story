# Orders that are not known: news that comes before them, and what is left when they are forgotten.

story: A payment that is heard before its order pays it when it comes
  sku TEAPOT @15.00 LEEDS x6
  confirm_payment A1              -> news kept
  09:01 place A1 TEAPOT x2        -> placed, TEAPOT x2 held at LEEDS, paid, allocated
  order A1: open, paid, 2 allocated
  day2 09:00                      -> nothing

story: A cancellation that is heard before its sale ends it when that is imported
  sku TEAPOT @15.00 LEEDS x6
  cancel A1                       -> news kept
  09:01 import A1 TEAPOT x2       -> imported, TEAPOT x2 allocated at LEEDS, allocated
                                  -> cancelled 2 units, refund due 30.00
  stock TEAPOT LEEDS: 6 available

story: What was heard is done in the order in which it was heard
  sku TEAPOT @15.00 LEEDS x6
  cancel A1                       -> news kept
  confirm_payment A1              -> news kept
  09:01 place A1 TEAPOT x2        -> placed, TEAPOT x2 held at LEEDS, cancelled 2 units, paid
                                  -> refund due 30.00

story: The same news twice is kept once
  sku TEAPOT @15.00 LEEDS x6
  confirm_payment A1 08:50        -> news kept paid at 08:50
  confirm_payment A1 08:55        -> news kept news_known paid at 08:55
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, paid paid at 08:50, allocated

story: News waits on where its order is refused
  sku TEAPOT @15.00 LEEDS x1
  confirm_payment A1              -> news kept
  place A1 TEAPOT x2              -> refused stock_insufficient TEAPOT
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, paid, allocated

story: News whose order never comes is told after a week
  confirm_payment A1 08:59        -> news kept until day8 09:00
  cancel A2                       -> news kept
  day8 08:59                      -> nothing
  day8 09:00                      -> A1 news unclaimed paid at day1 08:59, A2 news unclaimed

story: News beyond what may wait has to be sent again
  start news_max=1
  sku TEAPOT @15.00 LEEDS x6
  confirm_payment A1              -> news kept
  confirm_payment A2              -> refused news_full
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, paid, allocated
  confirm_payment A2              -> news kept

story: Other news of an order that nobody knows is refused
  payment_pending A1              -> refused order_unknown
  fail_payment A1                 -> refused order_unknown

story: The payment of an order that was forgotten is owed back, once
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  09:15                           -> A1 expired 2 units, A2 expired 2 units
  order A1: unknown
  09:20 confirm_payment A1 09:10  -> payment unassigned order_forgotten paid at 09:10
                                  -> refund due 30.00 order_forgotten
  09:25 confirm_payment A1 09:10  -> payment unassigned already_paid

story: What was owed back when an order was cancelled is not owed again when it is forgotten
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  cancel A1                       -> cancelled 2 units, refund due 30.00
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  cancel A2                       -> cancelled 2 units
  confirm_payment A1              -> payment unassigned already_paid

story: A sale that a marketplace tells again is not sold twice, though it is forgotten
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  cancel A1                       -> cancelled 2 units, refund due 30.00
  import A2 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  cancel A2                       -> cancelled 2 units, refund due 30.00
  import A1 TEAPOT x2             -> refused order_exists
  cancel A1                       -> refused order_ended

story: An order is forgotten for good when its time is over and others have come
  start closed_orders_max=1 stub_ttl=1h
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  cancel A1                       -> cancelled 2 units
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  cancel A2                       -> cancelled 2 units
  10:00 place A1 TEAPOT x2        -> refused order_exists
  place A3 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  cancel A3                       -> cancelled 2 units
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS

story: A cancellation that is heard before a sale which somebody else ships is told, since nothing here can stop that
  sku TEAPOT @15.00 LEEDS x5
  cancel A1                       -> news kept
  import A1 elsewhere TEAPOT x2   -> shipped elsewhere 2 units, news unclaimed
  stock TEAPOT LEEDS: 5 available
