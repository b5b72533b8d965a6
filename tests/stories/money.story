# What an order costs: totals, discounts, shipping, tax, currencies, and orders for which nothing is due.

story: Shipping is added and the order's discount is taken off
  sku TEAPOT @15.00 LEEDS x6
  place A1 shipping=4.90 discount=5.00 TEAPOT x2 -> placed, TEAPOT x2 held at LEEDS
  order A1: value 29.90
  confirm_payment A1              -> paid 29.90, allocated
  cancel A1                       -> cancelled 29.90 2 units, refund due 29.90

story: A line can say what its units cost together where no price of one unit is exact
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x3 total=40.00  -> placed, TEAPOT x3 held at LEEDS
  order A1: value 40.00

story: A line says a price or a total
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x3 @15.00 total=40.00 -> refused price_and_total TEAPOT

story: Discounts of lines are taken off before that of the order
  sku TEAPOT @15.00 LEEDS x6
  sku UGLY @9.00 LEEDS x6
  place A1 discount=2.00 TEAPOT x2 discount=3.00 UGLY -> placed, TEAPOT x2 held at LEEDS, UGLY x1 held at LEEDS
  order A1: value 34.00

story: No discount is more than what it is taken off
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1 discount=15.01 -> refused field_out_of_range TEAPOT
  place A2 discount=15.01 TEAPOT x1 -> refused discount_too_large
  # A coupon may pay for shipping, too.
  place A3 discount=20.00 shipping=5.00 TEAPOT x1 -> placed, TEAPOT x1 allocated at LEEDS, paid 0.00, allocated

story: Amounts are not less than nothing
  sku TEAPOT @15.00 LEEDS x6
  place A1 shipping=-1.00 TEAPOT  -> refused field_out_of_range
  place A1 TEAPOT tax=-0.01       -> refused field_out_of_range TEAPOT
  place A1 TEAPOT total=-1.00     -> refused price_out_of_range TEAPOT

story: Tax is due beside the prices where a channel's prices have none in them
  sku TEAPOT @15.00 LEEDS x6
  place A1 shipping=5.00 shipping_tax=1.00 TEAPOT x2 tax=6.00 -> placed, TEAPOT x2 held at LEEDS
  order A1: value 42.00

story: Tax that is in the prices is not due again
  channel WEB prices_include_tax
  sku TEAPOT @15.00 LEEDS x6
  place A1 shipping=5.00 shipping_tax=1.00 TEAPOT x2 tax=6.00 -> placed, TEAPOT x2 held at LEEDS
  order A1: value 35.00

story: An order keeps what it costs when its channel's prices change their kind
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2 tax=6.00     -> placed, TEAPOT x2 held at LEEDS
  channel WEB prices_include_tax
  order A1: value 36.00

story: Two lines of an article at two prices cost what they cost together
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1 @15.00 TEAPOT x2 @10.00 -> placed, TEAPOT x3 held at LEEDS
  order A1: value 35.00

story: An order that a coupon makes free is firm at once and does not expire (umbraco814)
  2026-11-01T00:00:00Z node N1
  sku TEA @10.00
  2026-11-01T00:01:00Z receive TEA N1 x2
  2026-11-01T00:02:00Z place A1 TEA @0.00 -> placed pay by never, TEA x1 allocated at N1, paid 0.00, allocated
  2026-11-01T00:18:00Z            -> nothing
  order A1: open, paid, 1 allocated

story: A free order that is cancelled is owed nothing
  sku TEAPOT @15.00 LEEDS x6
  place A1 discount=15.00 TEAPOT x1 -> placed, TEAPOT x1 allocated at LEEDS, paid 0.00, allocated
  cancel A1                       -> cancelled 0.00 1 unit
  stock TEAPOT: 6 available

story: A free order that finds nothing waits, and is firm meanwhile
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1 @0.00 -> placed, TEAPOT x1 waiting, paid 0.00, allocated
  09:30 receive TEAPOT LEEDS x1   -> A1 TEAPOT x1 allocated at LEEDS waited

story: A payment that is told of a free order is told to be one too many
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1 @0.00        -> placed, TEAPOT x1 allocated at LEEDS, paid 0.00, allocated
  confirm_payment A1              -> paid 0.00 already_paid

story: A free order is paid where others pay at the door, too
  channel WEB cash_on_delivery
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1 @0.00        -> placed, TEAPOT x1 allocated at LEEDS, paid 0.00, allocated
  place A2 TEAPOT x1              -> placed, TEAPOT x1 allocated at LEEDS, allocated
  order A1: paid
  order A2: on delivery

story: A free sale made elsewhere is paid, whatever its state was told to be
  sku TEAPOT @15.00 LEEDS x6
  import M1 unpaid TEAPOT x1 @0.00 -> imported pay by never, TEAPOT x1 allocated at LEEDS, allocated
  import M2 on_delivery TEAPOT x1 @0.00 -> imported, TEAPOT x1 allocated at LEEDS, allocated
  order M1: paid
  order M2: paid

story: A sale made elsewhere says what it cost
  sku TEAPOT @15.00 LEEDS x6
  import M1 shipping=4.90 discount=1.00 TEAPOT x2 total=29.99 -> imported, TEAPOT x2 allocated at LEEDS, allocated
  cancel M1                       -> cancelled 33.89 2 units, refund due 33.89

story: What is due for an order is refunded when it is paid after it was forgotten
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  place A1 shipping=4.90 TEAPOT x1 -> placed, TEAPOT x1 held at LEEDS
  cancel A1                       -> cancelled 19.90 1 unit
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  cancel A2                       -> cancelled 15.00 1 unit
  order A1: unknown
  confirm_payment A1              -> payment unassigned order_forgotten, refund due 19.90 order_forgotten

story: A channel keeps its currency
  channel WEB currency=EUR
  channel WEB currency=EUR hold_ttl=30m
  channel WEB currency=USD        -> refused currency_conflict
  channel WEB                     -> refused currency_conflict
  channel SHOP currency=eur       -> refused field_out_of_range

story: Limits in one currency are not compared with amounts in another
  channel WEB currency=EUR
  channel JP currency=JPY
  sku TEAPOT @15.00 LEEDS x6
  risk_limits order_value_max=20.00 currency=EUR
  place A1 TEAPOT x2              -> refused order_value_exceeded
  place A2 JP TEAPOT x2 @1600.00  -> placed, TEAPOT x2 held at LEEDS

story: A price band looks at what a line costs before discounts
  sku TEAPOT @15.00 LEEDS x6
  risk_limits price_low_bp=5000
  place A1 TEAPOT x2 discount=20.00 -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x2 total=14.99  -> refused price_out_of_band TEAPOT
