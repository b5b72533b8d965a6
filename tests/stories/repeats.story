# The same command twice, and gaps of time.

story: The same command sent twice is done once
  sku TEAPOT @15.00 LEEDS x10
  place A1 command_key=K1 TEAPOT x2 -> placed, TEAPOT x2 held at LEEDS
  place A1 command_key=K1 TEAPOT x2 -> duplicate
  sellable TEAPOT: 8

story: A refusal is answered alike when it is asked for again
  sku TEAPOT @15.00 LEEDS x1
  place A1 command_key=K1 TEAPOT x2 -> refused stock_insufficient TEAPOT
  receive TEAPOT LEEDS x1
  place A1 command_key=K1 TEAPOT x2 -> duplicate stock_insufficient
  place A1 command_key=K2 TEAPOT x2 -> placed, TEAPOT x2 held at LEEDS

story: A key that was used for something else is a mistake
  sku TEAPOT @15.00 LEEDS x10
  place A1 command_key=K1 TEAPOT x2 -> placed, TEAPOT x2 held at LEEDS
  place A1 command_key=K1 TEAPOT x3 -> refused command_key_conflict
  cancel A1 command_key=K1        -> refused command_key_conflict
  cancel A1 command_key=0         -> refused command_key_missing
  order A1: open

story: A receipt sent twice is received once
  sku TEAPOT @15.00 LEEDS x1
  receive TEAPOT LEEDS x5 command_key=K1
  receive TEAPOT LEEDS x5 command_key=K1 -> duplicate
  stock TEAPOT: 6 on hand

story: A quiet weekend is no mistake
  sku TEAPOT @15.00 LEEDS x10
  import M1 TEAPOT                -> imported, TEAPOT x1 allocated at LEEDS, allocated
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  day4 08:00 import M2 TEAPOT     -> A1 expired 1 unit, imported, TEAPOT x1 allocated at LEEDS, allocated
  day60 08:00 place A2 TEAPOT     -> placed pay by day60 08:15, TEAPOT x1 held at LEEDS

story: A clock far ahead is taken for a mistake, but a fact is recorded all the same
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  2030-01-01T00:00:00Z place A2 TEAPOT -> refused step_too_large
  receive TEAPOT LEEDS x1         -> time kept receive time 2026-11-02T09:00:00Z
  tick                            -> refused step_too_large
  tick force                      -> A1 expired 1 unit
  place A3 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
