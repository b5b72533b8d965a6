# Who waits for stock, and who is served when it comes.

story: Who waits is served before newcomers, first come first
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  place A3 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  waiting TEAPOT: A2, A3
  09:05 receive TEAPOT LEEDS x1   -> A2 TEAPOT x1 held at LEEDS waited
  place A4 TEAPOT x1              -> refused stock_insufficient TEAPOT
  waiting TEAPOT: A3
