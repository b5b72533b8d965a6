# How much one customer may have.

story: One customer gets no more than the cap allows
  sku TEAPOT @15.00 LEEDS x10
  cap TWO-EACH 2 customer
  place A1 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=42 TEAPOT x2  -> refused cap_reached cap TWO-EACH left 1
  place A3 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  cap TWO-EACH 42: 2 debited, 0 left
  place A4 customer=43 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS

story: What is cancelled or expires no longer counts
  sku TEAPOT @15.00 LEEDS x10
  cap ONE-EACH 1 customer
  place A1 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  cancel A1                       -> cancelled 1 unit
  place A2 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  09:15                           -> A2 expired 1 unit
  place A3 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  cap ONE-EACH 42: 1 debited, 0 left

story: A cap over some articles does not count others
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  sku_set SCARCE TEAPOT
  cap ONE-EACH 1 customer sku_set=SCARCE
  place A1 customer=42 TEAPOT x1 CUP x5 -> placed, TEAPOT x1 held at LEEDS, CUP x5 held at LEEDS
  place A2 customer=42 CUP x5     -> placed, CUP x5 held at LEEDS
  place A3 customer=42 TEAPOT x1  -> refused cap_reached cap ONE-EACH left 0

story: A cap of one a day begins again the next day
  sku TEAPOT @15.00 LEEDS x10
  cap DAILY 1 customer window=1d
  place A1 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 customer=42 TEAPOT x1  -> refused cap_reached next window at day2 00:00
  day2 00:00 place A3 customer=42 TEAPOT x1 -> placed, TEAPOT x1 held at LEEDS

story: A cap may count orders instead of units
  sku TEAPOT @15.00 LEEDS x10
  cap ONE-ORDER 1 device orders
  place A1 device=7 TEAPOT x5     -> placed, TEAPOT x5 held at LEEDS
  place A2 device=7 TEAPOT x1     -> refused cap_reached cap ONE-ORDER left 0

story: A cap may ask who it is
  sku TEAPOT @15.00 LEEDS x10
  cap ONE-EACH 1 customer token_required
  place A1 TEAPOT x1              -> refused token_required
  place A2 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS

story: A cap that does not ask lets through whom it does not know
  sku TEAPOT @15.00 LEEDS x10
  cap ONE-EACH 1 customer
  place A1 TEAPOT x5              -> placed, TEAPOT x5 held at LEEDS

story: A sale made elsewhere beyond the cap is recorded, told and stopped
  sku TEAPOT @15.00 LEEDS x10
  cap TWO-EACH 2 customer
  import M1 customer=42 TEAPOT x3 -> imported, TEAPOT x3 held at LEEDS
                                  -> cap exceeded cap TWO-EACH 1 excess 2 debited cap_reached
                                  -> ship stop cap_reached
  cap TWO-EACH 42: 2 debited, 0 left, 1 excess
  place A1 customer=42 TEAPOT x1  -> refused cap_reached left 0

story: A late payment whose cap is used up meanwhile is owed back
  sku TEAPOT @15.00 LEEDS x10
  cap ONE-EACH 1 customer
  place A1 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  09:15                           -> A1 expired 1 unit
  place A2 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  09:20 confirm_payment A1 09:05  -> paid, refund due 15.00 cap_reached

story: A cap keeps what it counts, and its number may change
  sku TEAPOT @15.00 LEEDS x10
  cap ONE-EACH 1 customer
  cap ONE-EACH 1 device           -> refused cap_conflict
  place A1 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  cap ONE-EACH 3 customer
  place A2 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS

story: Only so many customers can be counted at once
  start cap_accounts_max=1
  sku TEAPOT @15.00 LEEDS x10
  cap TWO-EACH 2 customer
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=43 TEAPOT     -> refused cap_accounts_full cap TWO-EACH
  place A3 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  cancel A1                       -> cancelled 1 unit
  cancel A3                       -> cancelled 1 unit
  place A2 customer=43 TEAPOT     -> placed, TEAPOT x1 held at LEEDS

story: Only so many debits can be remembered
  start debits_max=1
  sku TEAPOT @15.00 LEEDS x10
  cap TWO-EACH 2 customer
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=43 TEAPOT     -> refused debits_full cap TWO-EACH
  place A3 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS

story: What waits counts like what is held
  sku TEAPOT @15.00 LEEDS x0
  cap TWO-EACH 2 customer
  place A1 customer=42 backorder TEAPOT x2 -> placed, TEAPOT x2 waiting
  place A2 customer=42 backorder TEAPOT x1 -> refused cap_reached left 0
  cap TWO-EACH 42: 2 debited

story: A line that was dropped does not count
  sku TEAPOT @15.00 LEEDS x0
  sku CUP @3.00 LEEDS x5
  cap TWO-EACH 2 customer
  place A1 customer=42 refuse_line TEAPOT x2 CUP x1 -> placed, TEAPOT x2 refused stock_insufficient
                                  -> CUP x1 held at LEEDS
  cap TWO-EACH 42: 1 debited, 1 left

story: Two caps count apart, and the first that is full refuses
  sku TEAPOT @15.00 LEEDS x9
  cap BY-CUSTOMER 3 customer
  cap BY-DEVICE 2 device
  place A1 customer=42 device=7 TEAPOT x2 -> placed, TEAPOT x2 held at LEEDS
  place A2 customer=43 device=7 TEAPOT x1 -> refused cap_reached cap BY-DEVICE left 0
  place A3 customer=42 device=8 TEAPOT x2 -> refused cap_reached cap BY-CUSTOMER left 1
  cap BY-DEVICE 8: 0 debited
