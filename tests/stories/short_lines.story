# A request that is refused since stock is short names every line that is.

story: Each short line of a refused order is named
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x5
  sku BOWL @4.00 LEEDS x2
  place A1 TEAPOT x2 CUP x1 BOWL x3  -> BOWL x3 refused stock_insufficient
                                     -> refused stock_insufficient TEAPOT
  order A1: unknown

story: So it is with an order that ships complete
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  sku BOWL @4.00 LEEDS x9
  place A1 ship_complete TEAPOT x2 BOWL x1 CUP x2 -> CUP x2 refused stock_insufficient
                                                  -> refused stock_insufficient TEAPOT

story: What would wait is not short, and what would be dropped is
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  sku BOWL @4.00 LEEDS x1
  place A1 TEAPOT x2 refuse_line CUP x3 BOWL x2 backorder -> TEAPOT x2 refused stock_insufficient
                                                          -> refused stock_insufficient CUP

story: Where every line may be dropped, and is, the others are named, too
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  place A1 refuse_line TEAPOT x2 CUP x3 -> CUP x3 refused stock_insufficient
                                        -> refused stock_insufficient TEAPOT

story: A short line takes nothing from one of its SKU behind it
  sku CUP @3.00 LEEDS x2
  place A1 CUP x3 line_number=1 CUP x2 line_number=2 CUP x1 line_number=3 -> CUP x1 refused stock_insufficient
                                                                          -> refused stock_insufficient CUP

story: A change that needs more than there is names each line that does
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x5
  sku BOWL @4.00 LEEDS x1
  place A1 TEAPOT x1 CUP x1 BOWL x1   -> placed pay by 09:15, TEAPOT x1 held at LEEDS
                                      -> CUP x1 held at LEEDS, BOWL x1 held at LEEDS
  modify A1 TEAPOT x4 CUP x2 BOWL x3  -> BOWL x2 refused stock_insufficient
                                      -> refused stock_insufficient TEAPOT
  order A1: open, 3 held, value 22.00

story: Of the whole order only one reason is given
  sku TEAPOT @15.00 LEEDS x3 YORK x3
  sku CUP @3.00 LEEDS x1
  place A1 max_splits=0 TEAPOT x5 CUP x1 -> refused splits_exceeded
