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

story: A newcomer who comes at once with the goods does not overtake who waits
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  place A2 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  receive TEAPOT LEEDS x4
  & place A3 TEAPOT x1            -> A1 TEAPOT x2 held at LEEDS waited, A2 TEAPOT x2 held at LEEDS waited
                                  -> refused stock_insufficient TEAPOT

story: What comes back from a hold that ended goes to who waits
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  09:05 place A2 backorder TEAPOT x1 -> placed pay by 09:20, TEAPOT x1 waiting
  09:15                           -> A1 expired 1 unit, A2 TEAPOT x1 held at LEEDS waited

story: What a cancelled order gives back goes to who waits
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  cancel A1                       -> cancelled 2 units, A2 TEAPOT x1 held at LEEDS waited
  sellable TEAPOT: 1

story: An order takes what is there and waits for the rest
  sku TEAPOT @15.00 LEEDS x2
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x2 held at LEEDS, TEAPOT x3 waiting
  receive TEAPOT LEEDS x2         -> A1 TEAPOT x2 held at LEEDS waited
  order A1: TEAPOT x4 held, TEAPOT x1 waiting
  receive TEAPOT LEEDS x9         -> A1 TEAPOT x1 held at LEEDS waited
  waiting TEAPOT: nobody
  sellable TEAPOT: 8

story: What a paid order waited for is firm at once
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  confirm_payment A1              -> paid, allocated
  receive TEAPOT LEEDS x1         -> A1 TEAPOT x1 allocated at LEEDS waited

story: The more urgent class is served first
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1                -> placed, TEAPOT x1 waiting
  place A2 backorder priority=10 TEAPOT x1    -> placed, TEAPOT x1 waiting
  waiting TEAPOT: A2, A1
  receive TEAPOT LEEDS x1         -> A2 TEAPOT x1 held at LEEDS waited

story: Of one class the earlier ship date is served first, and no date comes last
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1                -> placed, TEAPOT x1 waiting
  place A2 backorder ship_by=day5 TEAPOT x1   -> placed, TEAPOT x1 waiting
  place A3 backorder ship_by=day3 TEAPOT x1   -> placed, TEAPOT x1 waiting
  waiting TEAPOT: A3, A2, A1
  receive TEAPOT LEEDS x2         -> A3 TEAPOT x1 held at LEEDS waited, A2 TEAPOT x1 held at LEEDS waited

story: Who needs more than there is does not keep a smaller order waiting
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder ship_complete TEAPOT x5  -> placed, TEAPOT x5 waiting
  place A2 backorder TEAPOT x1                -> placed, TEAPOT x1 waiting
  # A1 wants all or nothing, and three are nothing to it.
  receive TEAPOT LEEDS x3         -> A2 TEAPOT x1 held at LEEDS waited
  waiting TEAPOT: A1
  receive TEAPOT LEEDS x3         -> A1 TEAPOT x5 held at LEEDS waited

story: An order that ships complete holds nothing until it can have everything
  sku TEAPOT @15.00 LEEDS x5
  sku CUP @3.00 LEEDS x0
  place A1 backorder ship_complete TEAPOT x2 CUP x2 -> placed, TEAPOT x2 waiting, CUP x2 waiting
  stock TEAPOT: 5 available
  place A2 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  receive CUP LEEDS x2            -> A1 TEAPOT x2 held at LEEDS waited, A1 CUP x2 held at LEEDS waited
  stock TEAPOT: 0 available, 5 held

story: An order that ships complete and may not wait is refused when a line is short
  sku TEAPOT @15.00 LEEDS x5
  sku CUP @3.00 LEEDS x1
  place A1 ship_complete TEAPOT x2 CUP x2     -> refused stock_insufficient CUP
  place A2 ship_complete TEAPOT x2 CUP x1     -> placed, TEAPOT x2 held at LEEDS, CUP x1 held at LEEDS

story: Who waits and cancels is not served
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  cancel A1                       -> cancelled 0 units
  waiting TEAPOT: A2
  receive TEAPOT LEEDS x1         -> A2 TEAPOT x1 held at LEEDS waited

story: A node that opens serves who waits
  sku TEAPOT @15.00 LEEDS x0 YORK x3
  network WEB YORK serves=no
  place A1 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  place A2 TEAPOT x1              -> refused stock_insufficient TEAPOT
  network WEB YORK                -> A1 TEAPOT x2 held at YORK waited

story: A lane that opens serves who waits
  sku TEAPOT @15.00 LEEDS x0 YORK x3
  lane YORK GB serviceable=no
  place A1 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  lane YORK GB                    -> A1 TEAPOT x2 held at YORK waited

story: Safety stock that is released goes to who waits
  sku TEAPOT @15.00 LEEDS x3
  safety_stock TEAPOT LEEDS 2
  sellable TEAPOT: 1
  place A1 backorder TEAPOT x2    -> placed, TEAPOT x1 held at LEEDS, TEAPOT x1 waiting
  safety_stock TEAPOT LEEDS 0     -> A1 TEAPOT x1 held at LEEDS waited
  sellable TEAPOT: 1

story: A count that finds more serves who waits
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  adjust TEAPOT LEEDS 1           -> A1 TEAPOT x1 held at LEEDS waited
  waiting TEAPOT: A1

story: While those who wait are being served newcomers are asked to try again
  start work_units=1
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  place A3 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  receive TEAPOT LEEDS x4
  # One was served before this was decided, two still have a right to theirs: one is left.
  & place A4 TEAPOT x2            -> A1 TEAPOT x1 held at LEEDS waited, refused stock_pending TEAPOT
                                  -> A2 TEAPOT x1 held at LEEDS waited, A3 TEAPOT x1 held at LEEDS waited
  place A5 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS

story: Who waits is served from wherever the goods arrive
  sku TEAPOT @15.00 LEEDS x0 YORK x0
  place A1 backorder TEAPOT x3    -> placed, TEAPOT x3 waiting
  receive TEAPOT YORK x2          -> A1 TEAPOT x2 held at YORK waited
  receive TEAPOT LEEDS x2         -> A1 TEAPOT x1 held at LEEDS waited
  stock TEAPOT LEEDS: 1 available, 1 held

story: An order that waits unpaid ends when its time is up
  sku TEAPOT @15.00 LEEDS x1
  place A1 backorder TEAPOT x3    -> placed pay by 09:15, TEAPOT x1 held at LEEDS, TEAPOT x2 waiting
  09:15                           -> A1 expired 1 unit
  waiting TEAPOT: nobody
  receive TEAPOT LEEDS x3         -> nothing
  sellable TEAPOT: 4

story: Two lines of one order wait each for their own article
  sku TEAPOT @15.00 LEEDS x0
  sku CUP @3.00 LEEDS x0
  place A1 backorder TEAPOT x1 CUP x2 -> placed, TEAPOT x1 waiting, CUP x2 waiting
  receive CUP LEEDS x2            -> A1 CUP x2 held at LEEDS waited
  waiting TEAPOT: A1
  waiting CUP: nobody
  confirm_payment A1              -> paid, allocated
  receive TEAPOT LEEDS x1         -> A1 TEAPOT x1 allocated at LEEDS waited

story: A line may wait where the rest of the order may not
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x0
  place A1 TEAPOT x1 CUP x2 backorder -> placed, TEAPOT x1 held at LEEDS, CUP x2 waiting
  place A2 TEAPOT x1 CUP x2 backorder -> refused stock_insufficient TEAPOT

story: A sale made elsewhere has no more right than who waited before it
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  import M1 TEAPOT x1             -> imported, TEAPOT x1 short, allocated
  waiting TEAPOT: A1, M1
  receive TEAPOT LEEDS x1         -> A1 TEAPOT x1 held at LEEDS waited
