# What each channel is told of what is for sale in it: all of it when its feed is opened, then what changes, and once
# when something is sold out or back.

story: A shop that opens its feed is told all that is for sale, and then what changes
  sku TEAPOT @15.00 LEEDS x4
  sku CUP @3.00 LEEDS x0
  feed WEB                        -> for sale TEAPOT channel WEB 4 units, for sale CUP channel WEB 0 units
                                  -> feed complete channel WEB 2 skus
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS, for sale TEAPOT channel WEB 1 unit
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, sold out TEAPOT channel WEB

story: A shop without a feed is told nothing of all that
  sku TEAPOT @15.00 LEEDS x4
  place A1 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS
  receive TEAPOT LEEDS x2
  sellable TEAPOT: 2

story: What a hold sold out is back when the hold is not paid in time, and each is told once
  sku TEAPOT @15.00 LEEDS x4
  feed WEB                        -> for sale TEAPOT channel WEB 4 units, feed complete channel WEB
  place A1 TEAPOT x4              -> placed pay by 09:15, TEAPOT x4 held at LEEDS, sold out TEAPOT channel WEB
  09:10                           -> nothing
  09:15                           -> A1 expired 4 units, back in stock TEAPOT channel WEB 4 units
  09:20                           -> nothing

story: A receipt brings an article back, and the next one only makes it more
  sku TEAPOT @15.00 LEEDS x1
  feed WEB                        -> for sale TEAPOT channel WEB 1 unit, feed complete channel WEB
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, sold out TEAPOT channel WEB
  receive TEAPOT LEEDS x5         -> back in stock TEAPOT channel WEB 5 units
  receive TEAPOT LEEDS x2         -> for sale TEAPOT channel WEB 7 units

story: An article that was never had is for sale first, and not back
  feed WEB                        -> feed complete channel WEB 0 skus
  sku TEAPOT @15.00 LEEDS x0
  receive TEAPOT LEEDS x5         -> for sale TEAPOT channel WEB 5 units

story: A count that finds fewer takes off sale what is missing
  sku TEAPOT @15.00 LEEDS x5
  feed WEB                        -> for sale TEAPOT channel WEB 5 units, feed complete channel WEB
  adjust TEAPOT LEEDS delta=-2    -> for sale TEAPOT channel WEB 3 units
  adjust TEAPOT LEEDS delta=-3    -> sold out TEAPOT channel WEB
  adjust TEAPOT LEEDS delta=1     -> back in stock TEAPOT channel WEB 1 unit

story: A count below what is promised leaves nothing for sale, and what is found first pays what is missing
  sku TEAPOT @15.00 LEEDS x3
  feed WEB                        -> for sale TEAPOT channel WEB 3 units, feed complete channel WEB
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS, for sale TEAPOT channel WEB 1 unit
  adjust TEAPOT LEEDS delta=-2    -> stock deficit TEAPOT at LEEDS 1 deficit, sold out TEAPOT channel WEB
                                  -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting
  adjust TEAPOT LEEDS delta=1     -> A1 TEAPOT x1 held at LEEDS waited
  adjust TEAPOT LEEDS delta=1     -> back in stock TEAPOT channel WEB 1 unit

story: What a node keeps back is not for sale
  sku TEAPOT @15.00 LEEDS x5
  feed WEB                        -> for sale TEAPOT channel WEB 5 units, feed complete channel WEB
  safety_stock TEAPOT LEEDS 2     -> for sale TEAPOT channel WEB 3 units
  safety_stock TEAPOT LEEDS 5     -> sold out TEAPOT channel WEB
  safety_stock TEAPOT LEEDS 4     -> back in stock TEAPOT channel WEB 1 unit

story: What a channel keeps back itself is not for sale in it, and is in the other
  sku TEAPOT @15.00 LEEDS x5
  channel SHOP
  feed WEB                        -> for sale TEAPOT channel WEB 5 units, feed complete channel WEB
  feed SHOP                       -> for sale TEAPOT channel SHOP 5 units, feed complete channel SHOP
  channel SHOP safety_stock=3     -> for sale TEAPOT channel SHOP 2 units
  channel SHOP safety_stock=5     -> sold out TEAPOT channel SHOP
  place A1 TEAPOT x5              -> placed, TEAPOT x5 held at LEEDS, sold out TEAPOT channel WEB
  channel SHOP                    -> nothing

story: A node that serves a channel no more takes its goods off sale there
  sku TEAPOT @15.00 LEEDS x5 YORK x2
  channel SHOP
  feed WEB                        -> for sale TEAPOT channel WEB 7 units, feed complete channel WEB
  feed SHOP                       -> for sale TEAPOT channel SHOP 7 units, feed complete channel SHOP
  network SHOP LEEDS serves=no    -> for sale TEAPOT channel SHOP 2 units
  network SHOP YORK serves=no     -> sold out TEAPOT channel SHOP
  network SHOP YORK               -> back in stock TEAPOT channel SHOP 2 units

story: Two channels that sell from one node are both told what one of them sold
  sku TEAPOT @15.00 LEEDS x2
  channel SHOP
  feed WEB                        -> for sale TEAPOT channel WEB 2 units, feed complete channel WEB
  feed SHOP                       -> for sale TEAPOT channel SHOP 2 units, feed complete channel SHOP
  place A1 SHOP TEAPOT x1         -> placed, TEAPOT x1 held at LEEDS
                                  -> for sale TEAPOT channel WEB 1 unit, for sale TEAPOT channel SHOP 1 unit
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
                                  -> sold out TEAPOT channel WEB, sold out TEAPOT channel SHOP
  cancel A1                       -> cancelled 1 unit
                                  -> back in stock TEAPOT channel WEB 1 unit
                                  -> back in stock TEAPOT channel SHOP 1 unit

story: The end of sale of a lot takes it off sale at that instant
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day1 10:00"
  feed WEB                        -> for sale MILK channel WEB 5 units, feed complete channel WEB
  10:00 -> stock expired MILK at LEEDS lot 1 0 available 5 unavailable expires at 10:00, sold out MILK channel WEB

story: A command at the instant at which a lot ends is told after that
  sku MILK @1.20 LEEDS x5 lot=1 expires_at="day1 10:00"
  receive MILK LEEDS x3 lot=2
  feed WEB                        -> for sale MILK channel WEB 8 units, feed complete channel WEB
  & 10:00 place A1 MILK x2 -> stock expired MILK at LEEDS lot 1 3 available 5 unavailable
                           -> placed, MILK x2 held at LEEDS lot 2, for sale MILK channel WEB 1 unit

story: An order that is refused changes nothing of what is for sale
  sku TEAPOT @15.00 LEEDS x2
  feed WEB                        -> for sale TEAPOT channel WEB 2 units, feed complete channel WEB
  place A1 TEAPOT x3              -> refused stock_insufficient TEAPOT
  sellable TEAPOT: 2

story: What came back and is owed to who waits is not told to be for sale
  sku TEAPOT @15.00 LEEDS x0
  feed WEB                        -> for sale TEAPOT channel WEB 0 units, feed complete channel WEB
  place A1 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  receive TEAPOT LEEDS x2         -> A1 TEAPOT x2 held at LEEDS waited
  receive TEAPOT LEEDS x1         -> back in stock TEAPOT channel WEB 1 unit

story: The nightly sync tells all of it once more, and the same
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x7
  feed WEB                        -> for sale TEAPOT channel WEB 2 units, for sale CUP channel WEB 7 units
                                  -> feed complete channel WEB 2 skus
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS, sold out TEAPOT channel WEB
  confirm_payment A1              -> paid, allocated
  day2 00:00 feed WEB             -> for sale TEAPOT channel WEB 0 units, for sale CUP channel WEB 7 units
                                  -> feed complete channel WEB 2 skus

story: A shop that asks only for crossings is told the figures in its picture, and then ends and beginnings alone
  sku TEAPOT @15.00 LEEDS x3
  feed WEB crossings              -> for sale TEAPOT channel WEB 3 units, feed complete channel WEB
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, sold out TEAPOT channel WEB
  receive TEAPOT LEEDS x9         -> back in stock TEAPOT channel WEB 9 units
  receive TEAPOT LEEDS x9         -> nothing

story: A feed that is closed tells nothing, and one that is opened again goes on from what it told last
  sku TEAPOT @15.00 LEEDS x3
  feed WEB                        -> for sale TEAPOT channel WEB 3 units, feed complete channel WEB
  feed WEB nothing                -> nothing
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  feed WEB                        -> sold out TEAPOT channel WEB, feed complete channel WEB

story: A picture that is asked for while another is told begins again
  start skus_max=50 work_units=1
  sku TEAPOT @15.00 LEEDS x3
  feed WEB                        -> for sale TEAPOT channel WEB 3 units, feed complete channel WEB
  feed WEB                        -> for sale TEAPOT channel WEB 3 units, feed complete channel WEB

story: There are only so many feeds
  start feeds_max=1
  sku TEAPOT @15.00 LEEDS x3
  channel SHOP
  feed WEB nothing                -> nothing
  feed SHOP                       -> refused catalogue_full
  feed WEB                        -> for sale TEAPOT channel WEB 3 units, feed complete channel WEB

story: Only a channel that there is can have a feed
  sku TEAPOT @15.00 LEEDS x3
  feed channel=9                  -> refused channel_unknown
