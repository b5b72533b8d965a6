# What is not sold, whoever could be served.

story: A blocked customer, device or card is refused
  sku TEAPOT @15.00 LEEDS x10
  list block customer 42
  list block card 7
  place A1 customer=42 TEAPOT     -> refused listed
  place A2 customer=43 card=7 TEAPOT -> refused listed
  place A3 customer=43 card=8 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  list block customer 42 present=no
  place A4 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS

story: Who is on the allow list is neither blocked nor reviewed
  sku TEAPOT @15.00 LEEDS x10
  risk_limits review_value_min=10.00
  list block card 7
  list allow customer 42
  place A1 customer=42 card=7 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  place A2 card=7 TEAPOT          -> refused listed

story: A limit binds those on the allow list, too
  sku TEAPOT @15.00 LEEDS x10
  risk_limits order_value_max=20.00
  list allow customer 42
  place A1 customer=42 TEAPOT x2  -> refused order_value_exceeded
  place A2 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS

story: Nobody gets more of one article than the limit, however many lines ask for it
  sku TEAPOT @15.00 LEEDS x10
  risk_limits line_quantity_max=3
  place A1 TEAPOT x4              -> refused line_quantity_exceeded TEAPOT
  place A2 TEAPOT x2 TEAPOT x2    -> refused line_quantity_exceeded TEAPOT
  place A3 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS

story: A price far from the list is refused
  sku TEAPOT @15.00 LEEDS x10
  sku UGLY LEEDS x10
  # At least half of the list price, at most twice.
  risk_limits price_low_bp=5000 price_high_bp=20000
  place A1 TEAPOT @7.49           -> refused price_out_of_band TEAPOT
  place A2 TEAPOT @30.01          -> refused price_out_of_band TEAPOT
  place A3 TEAPOT @7.50           -> placed, TEAPOT x1 held at LEEDS
  place A4 TEAPOT @30.00          -> placed, TEAPOT x1 held at LEEDS
  place A5 UGLY @0.01             -> placed, UGLY x1 held at LEEDS

story: Too many attempts of one customer in a short time are refused
  sku TEAPOT @15.00 LEEDS x10
  risk_limits velocity_count=2 velocity_window=10m
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  09:05 place A2 customer=42 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  09:06 place A3 customer=42 TEAPOT -> refused velocity_exceeded
  09:06 place A4 customer=43 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  # The refused attempt counts, too; that of 09:00 has left the window, and then that of 09:05.
  09:10 place A5 customer=42 TEAPOT -> refused velocity_exceeded
  09:17 place A6 customer=42 TEAPOT -> placed, TEAPOT x1 held at LEEDS, and more

story: When too many attempts are remembered nobody's can be judged
  start attempts_max=1
  sku TEAPOT @15.00 LEEDS x10
  risk_limits velocity_count=2 velocity_window=10m
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=43 TEAPOT     -> refused attempts_full
  place A3 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  09:10 place A4 customer=43 TEAPOT -> placed, TEAPOT x1 held at LEEDS

story: A limit that is switched off lets everything through
  sku TEAPOT @15.00 LEEDS x10
  risk_limits line_quantity_max=1
  place A1 TEAPOT x2              -> refused line_quantity_exceeded TEAPOT
  risk_limits
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
