# What an order was promised comes from another node, or lot, by command.

story: A promise moves to another node, and what it gives up is for sale there
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  move A1 TEAPOT LEEDS YORK       -> TEAPOT x3 moved at LEEDS, TEAPOT x3 held at YORK
  stock TEAPOT LEEDS: 5 available, 0 held
  stock TEAPOT YORK: 2 available, 3 held
  order A1: open, unpaid, TEAPOT x3 held at YORK

story: A part of a promise moves, and a firm one stays firm
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  move A1 TEAPOT LEEDS YORK quantity=1 -> TEAPOT x1 moved at LEEDS, TEAPOT x1 allocated at YORK
  stock TEAPOT LEEDS: 3 available, 2 allocated
  stock TEAPOT YORK: 4 available, 1 allocated
  move A1 TEAPOT LEEDS YORK quantity=3 -> refused not_held_there TEAPOT
  order A1: open, paid

story: A promise moves to another lot of its node
  sku MILK @1.20 LEEDS x5 lot=1 expires_at=day3
  receive MILK LEEDS x5 lot=2 expires_at=day9
  place A1 MILK x3                -> placed, MILK x3 held at LEEDS lot 1
  move A1 MILK LEEDS LEEDS to_lot=2 -> MILK x3 moved at LEEDS lot 1, MILK x3 held at LEEDS lot 2
  stock MILK LEEDS lot 1: 5 available
  stock MILK LEEDS lot 2: 2 available, 3 held
  move A1 MILK LEEDS LEEDS        -> refused field_out_of_range
  move A1 MILK LEEDS LEEDS from_lot=2 to_lot=2 -> refused field_out_of_range
  move A1 MILK LEEDS LEEDS from_lot=1 to_lot=2 -> refused not_held_there MILK
  move A1 MILK LEEDS LEEDS to_lot=7 -> refused lot_unknown MILK

story: What is not there in full does not move at all
  sku TEAPOT @15.00 LEEDS x5 YORK x2
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  move A1 TEAPOT LEEDS YORK       -> refused stock_insufficient TEAPOT
  order A1: open, TEAPOT x3 held at LEEDS
  move A1 TEAPOT LEEDS YORK quantity=2 -> TEAPOT x2 moved at LEEDS, TEAPOT x2 held at YORK
  move A1 TEAPOT LEEDS YORK quantity=1 -> refused stock_insufficient TEAPOT

story: What a node withholds is not moved to, and within a node nothing is less than before
  sku MILK @1.20 LEEDS x5 lot=1 YORK x5
  receive MILK LEEDS x5 lot=2
  safety_stock MILK YORK 4
  safety_stock MILK LEEDS 7
  place A1 MILK x3                -> placed, MILK x3 held at LEEDS lot 1
  move A1 MILK LEEDS YORK         -> refused stock_insufficient MILK
  move A1 MILK LEEDS YORK quantity=1 -> MILK x1 moved at LEEDS lot 1, MILK x1 held at YORK
  move A1 MILK LEEDS LEEDS to_lot=2 -> MILK x2 moved at LEEDS lot 1, MILK x2 held at LEEDS lot 2

story: Nothing moves to where no lane leads, or the channel does not sell
  sku TEAPOT @15.00 LEEDS x5 YORK x5 BATH x5
  lane YORK GB serviceable=no
  network WEB BATH serves=no
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  move A1 TEAPOT LEEDS YORK       -> refused unserviceable TEAPOT
  move A1 TEAPOT LEEDS BATH       -> refused unserviceable TEAPOT

story: Who waits has what a promise gives up
  zone IE
  sku TEAPOT @15.00 LEEDS x2 YORK x2
  lane YORK IE serviceable=no
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 IE backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  move A1 TEAPOT LEEDS YORK       -> TEAPOT x2 moved at LEEDS, TEAPOT x2 held at YORK
                                  -> A2 TEAPOT x1 held at LEEDS waited
  stock TEAPOT LEEDS: 1 available, 1 held

story: What came for those who wait is not moved to before they have had it
  start work_units=1
  sku TEAPOT @15.00 LEEDS x1 YORK x0
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  place A2 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  place A3 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  receive TEAPOT YORK x2          -> nothing
  & move A1 TEAPOT LEEDS YORK     -> A2 TEAPOT x1 held at YORK waited, refused stock_pending TEAPOT
                                  -> A3 TEAPOT x1 held at YORK waited

story: What a warehouse is to pick stays where it is
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1 node=LEEDS     -> TEAPOT x3 released at LEEDS
  move A1 TEAPOT LEEDS YORK       -> refused on_the_floor TEAPOT
  move A1 TEAPOT LEEDS YORK quantity=3 -> refused on_the_floor TEAPOT
  move A1 TEAPOT LEEDS YORK quantity=4 -> refused not_held_there TEAPOT

story: What is left of an order that is picked in part may move
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pick A1 sku=TEAPOT node=LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS
  move A1 TEAPOT LEEDS YORK       -> TEAPOT x2 moved at LEEDS, TEAPOT x2 allocated at YORK
  stock TEAPOT LEEDS: 4 available, 1 picked

story: Of lines of one SKU the one that is meant moves
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  place A1 TEAPOT x1 line_number=1 TEAPOT x2 line_number=2 -> placed, TEAPOT x1 named 1 line number, TEAPOT x1 held at LEEDS
                                  -> TEAPOT x2 named 2 line number, TEAPOT x2 held at LEEDS
  move A1 TEAPOT LEEDS YORK       -> refused line_number_missing TEAPOT
  move A1 TEAPOT LEEDS YORK line_number=2 -> TEAPOT x2 moved at LEEDS, TEAPOT x2 held at YORK
  move A1 TEAPOT LEEDS YORK line_number=3 -> refused not_in_order

story: An order that has ended, or that nobody knows, moves nothing
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  sku CUP @3.00 LEEDS x5
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  move A1 CUP LEEDS YORK          -> refused not_in_order
  move A2 TEAPOT LEEDS YORK       -> refused order_unknown
  cancel A1                       -> cancelled 1 unit
  move A1 TEAPOT LEEDS YORK       -> refused order_ended
  place A3 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A3              -> paid, allocated
  ship A3                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  move A3 TEAPOT LEEDS YORK       -> refused order_shipped

story: A hold that is over moves nowhere
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  & 09:15 move A1 TEAPOT LEEDS YORK -> A1 expired 1 unit, refused order_ended

story: A promise leaves a lot before it ends, and loses nothing then
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day1 10:00" YORK x5
  place A1 MILK x3                -> placed, MILK x3 held at LEEDS lot 1
  confirm_payment A1              -> paid, allocated
  09:59 move A1 MILK LEEDS YORK   -> MILK x3 moved at LEEDS lot 1, MILK x3 allocated at YORK
  10:00                           -> stock expired MILK at LEEDS lot 1 0 available 5 unavailable

story: What a count did not find is lost first, and what is left may move
  sku TEAPOT @15.00 LEEDS x3 YORK x5
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  adjust TEAPOT LEEDS delta=-1    -> stock deficit TEAPOT at LEEDS 1 deficit
  & move A1 TEAPOT LEEDS YORK     -> TEAPOT x1 lost at LEEDS counted_short, TEAPOT x1 waiting
                                  -> TEAPOT x1 held at YORK waited
                                  -> TEAPOT x2 moved at LEEDS, TEAPOT x2 held at YORK
  order A1: open, TEAPOT x3 held at YORK
  stock TEAPOT LEEDS: 2 available, 0 deficit

story: What several lots have may come from one, and go to several
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day3 YORK x0
  receive MILK LEEDS x2 lot=2 expires_at=day4
  receive MILK YORK x1 lot=5 expires_at=day5
  receive MILK YORK x5 lot=6 expires_at=day6
  place A1 MILK x4                -> placed, MILK x4 held at LEEDS several lots
  move A1 MILK LEEDS YORK quantity=3 -> MILK x3 moved at LEEDS lot 1 several lots
                                     -> MILK x3 held at YORK lot 5 several lots
  move A1 MILK LEEDS YORK to_lot=6 from_lot=2 -> MILK x1 moved at LEEDS lot 2, MILK x1 held at YORK lot 6

story: A channel that sells from one of both nodes is told what it has to sell then
  sku TEAPOT @15.00 LEEDS x3 YORK x3
  channel SHOP
  network SHOP YORK serves=no
  feed SHOP                       -> for sale TEAPOT channel SHOP 3 units, feed complete channel SHOP
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS, for sale TEAPOT channel SHOP 1 unit
  move A1 TEAPOT LEEDS YORK       -> TEAPOT x2 moved at LEEDS, TEAPOT x2 held at YORK
                                  -> for sale TEAPOT channel SHOP 3 units
