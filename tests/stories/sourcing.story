# Which nodes an order is shipped from.

story: The cheapest single parcel wins
  sku TEAPOT @15.00 LEEDS x9 YORK x9
  lane YORK GB 3.00 0.10
  place A1 TEAPOT x2              -> placed 1 parcel cost 3.20, TEAPOT x2 held at YORK

story: Where two nodes cost the same the one that was defined first ships
  sku TEAPOT @15.00 LEEDS x9 YORK x9
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS

story: An order is split over two nodes when none has all of it
  sku TEAPOT @15.00 LEEDS x3 YORK x3
  place A1 TEAPOT x5              -> placed 2 parcels cost 8.50, TEAPOT x3 held at LEEDS
                                  -> TEAPOT x2 held at YORK

story: One parcel that costs more than another is still cheaper than two
  sku TEAPOT @15.00 LEEDS x3 YORK x9
  sku CUP @3.00 LEEDS x3 YORK x9
  lane YORK GB 5.00 0.20
  place A1 TEAPOT x4 CUP x1       -> placed 1 parcel cost 6.00, TEAPOT x4 held at YORK, CUP x1 held at YORK

story: The cheapest choice may be two parcels, where the policy asks for few parcels it is one
  channel SHOP fewest_parcels
  sku TEAPOT @15.00 LEEDS x3 YORK x3 HULL x9
  lane HULL GB 20.00 0.10
  place A1 TEAPOT x4              -> placed 2 parcels cost 8.40, TEAPOT x3 held at LEEDS, TEAPOT x1 held at YORK
  cancel A1                       -> cancelled 4 units
  place A2 SHOP TEAPOT x4         -> placed 1 parcel cost 20.40, TEAPOT x4 held at HULL

story: A channel that prefers nodes ships from the preferred one, whatever it costs
  channel WEB node_priority
  node LEEDS priority=2
  node YORK priority=1
  sku TEAPOT @15.00 LEEDS x9 YORK x9
  lane YORK GB 30.00 0.10
  place A1 TEAPOT x1              -> placed cost 30.10, TEAPOT x1 held at YORK

story: An order that may not be split waits for nobody and is refused
  sku TEAPOT @15.00 LEEDS x3 YORK x3
  place A1 max_splits=0 TEAPOT x5 -> refused splits_exceeded
  place A2 max_splits=1 TEAPOT x5 -> placed 2 parcels, TEAPOT x3 held at LEEDS, TEAPOT x2 held at YORK

story: What may be split only once waits for the rest
  sku TEAPOT @15.00 LEEDS x3 YORK x2 HULL x1
  place A1 max_splits=1 backorder TEAPOT x6 -> placed 2 parcels
                                  -> TEAPOT x3 held at LEEDS, TEAPOT x2 held at YORK, TEAPOT x1 waiting

story: A zone that no node reaches cannot be served
  zone IE
  sku TEAPOT @15.00 LEEDS x3
  lane LEEDS IE serviceable=no
  place A1 IE TEAPOT x1           -> refused unserviceable
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS

story: A channel sells from its own nodes only
  channel SHOP
  sku TEAPOT @15.00 LEEDS x2 YORK x5
  network SHOP LEEDS serves=no
  network WEB YORK serves=no
  sellable TEAPOT: 2
  sellable TEAPOT SHOP: 5
  place A1 TEAPOT x3              -> refused stock_insufficient TEAPOT
  place A2 SHOP TEAPOT x3         -> placed, TEAPOT x3 held at YORK

story: Safety stock is not sold, and a channel may keep more of it
  channel SHOP safety_stock=4
  sku TEAPOT @15.00 LEEDS x10
  safety_stock TEAPOT LEEDS 1
  sellable TEAPOT: 9
  sellable TEAPOT SHOP: 6
  place A1 SHOP TEAPOT x7         -> refused stock_insufficient TEAPOT
  place A2 TEAPOT x9              -> placed, TEAPOT x9 held at LEEDS
  place A3 TEAPOT x1              -> refused stock_insufficient TEAPOT

story: Safety stock below what is promised breaks no promise
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x8              -> placed, TEAPOT x8 held at LEEDS
  safety_stock TEAPOT LEEDS 5
  sellable TEAPOT: 0
  confirm_payment A1              -> paid, allocated
  order A1: 8 allocated

story: Of equally cheap ways the one with fewer parcels wins
  sku TEAPOT @15.00 LEEDS x1 YORK x1 HULL x2
  lane LEEDS GB 2.00 0.10
  lane YORK GB 2.00 0.10
  place A1 TEAPOT x2              -> placed 1 parcel cost 4.20, TEAPOT x2 held at HULL

story: Three nodes may have to give
  sku TEAPOT @15.00 LEEDS x1 YORK x1 HULL x1
  place A1 TEAPOT x3              -> placed 3 parcels cost 12.30, TEAPOT x1 held at LEEDS
                                  -> TEAPOT x1 held at YORK, TEAPOT x1 held at HULL

story: Two articles that lie together are shipped together
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  sku CUP @3.00 YORK x5
  place A1 TEAPOT CUP             -> placed 1 parcel, TEAPOT x1 held at YORK, CUP x1 held at YORK

story: A lane that gets dearer sends new orders another way
  sku TEAPOT @15.00 LEEDS x5 YORK x5
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  lane LEEDS GB 5.00 0.10
  place A2 TEAPOT                 -> placed, TEAPOT x1 held at YORK
  confirm_payment A1              -> paid, allocated
  order A1: TEAPOT x1 allocated at LEEDS
