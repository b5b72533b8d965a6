# What cannot be done, and the reason that is given.

story: An order names what there is
  sku TEAPOT @15.00 LEEDS x10
  place 0 TEAPOT                  -> refused order_key_missing
  place A1                        -> refused no_lines
  place A1 TEAPOT x1 99 x1        -> refused sku_unknown line 1
  place A1 channel=9 TEAPOT       -> refused channel_unknown
  place A1 zone=9 TEAPOT          -> refused zone_unknown
  place A1 TEAPOT x0              -> refused quantity_out_of_range TEAPOT
  place A1 TEAPOT @-1.00          -> refused price_out_of_range TEAPOT
  place A1 TEAPOT x2000000000 @92233720368547.00 -> refused order_value_overflow TEAPOT
  receive TEAPOT 9 x1             -> refused node_unknown
  order A1: unknown

story: An order's name stays taken when its lines are forgotten
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  place A1 TEAPOT x2              -> refused order_exists
  cancel A1                       -> cancelled 1 unit
  place A1 TEAPOT                 -> refused order_exists
  place A2 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  cancel A2                       -> cancelled 1 unit
  order A1: unknown
  cancel A1                       -> refused order_ended
  place A1 TEAPOT                 -> refused order_exists

story: A refused order may be asked for again
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x2              -> refused stock_insufficient TEAPOT
  receive TEAPOT LEEDS x1
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS

story: An order that ships complete has no rule of its own for a line
  sku TEAPOT @15.00 LEEDS x10
  place A1 ship_complete TEAPOT x1 backorder -> refused line_policy_conflict TEAPOT
  place A1 ship_complete refuse_line TEAPOT -> refused line_policy_conflict

story: When the shop has as many open orders as it can take, the next one has to try again
  start orders_max=1
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  place A2 TEAPOT                 -> refused orders_full
  cancel A1                       -> cancelled 1 unit
  place A3 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS

story: An order may have too many lines
  start lines_per_order_max=2
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT TEAPOT TEAPOT   -> refused too_many_lines
  place A2 TEAPOT TEAPOT          -> placed, TEAPOT x2 held at LEEDS

story: A catalogue that is full takes changes and nothing new
  start skus_max=1 zones_max=1
  sku TEAPOT @15.00
  sku CUP @3.00                   -> refused catalogue_full
  zone IE                         -> refused catalogue_full
  sku TEAPOT @16.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  order A1: value 16.00

story: Lots are kept, so they run out
  start lots_per_cell_max=1
  sku MILK @1.20 LEEDS x5 lot=1
  receive MILK LEEDS lot=2 x5     -> refused lots_full
  receive MILK LEEDS lot=1 x5
  sellable MILK: 10

story: A list that is full takes nobody else
  start list_entries_max=1
  list block customer 42
  list block customer 43          -> refused lists_full
  list block customer 42 present=no
  list block customer 43

story: Values that make no sense are refused
  sku TEAPOT @15.00 LEEDS x1
  sku TEAPOT @-1.00               -> refused price_out_of_range
  channel WEB hold_ttl=0s         -> refused field_out_of_range
  channel WEB hold_ttl=0s cash_on_delivery
  risk_limits velocity_count=2    -> refused field_out_of_range
  list block customer 0           -> refused field_out_of_range
  safety_stock TEAPOT LEEDS 3000000000 -> refused quantity_out_of_range
  cap NONE 0 customer             -> refused field_out_of_range
  cap SOME 1 customer sku_set=9   -> refused sku_set_unknown
