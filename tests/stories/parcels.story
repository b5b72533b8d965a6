# Parcels: what lies in one, what it weighs, whose it may be, and how all of it leaves at once.

story: A parcel of two orders leaves by one command, and says what it weighs
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  import A2 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pick A1 TEAPOT LEEDS quantity=2 -> TEAPOT x2 picked at LEEDS
  pick A2 TEAPOT LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS
  pack A1 parcel_key=17 node=LEEDS weight_g=1600 -> TEAPOT x2 packed at LEEDS 17 parcel key 1600 weight g
  pack A2 parcel_key=17 node=LEEDS weight_g=2300 -> TEAPOT x1 packed at LEEDS 17 parcel key 2300 weight g
  ship_parcel 17 tracking=9       -> A1 TEAPOT x2 shipped at LEEDS tracking 9, A1 order shipped 2 units
                                  -> A2 TEAPOT x1 shipped at LEEDS tracking 9
                                  -> parcel shipped 17 parcel key 2300 weight g, A2 order shipped 1 unit
  order A1: shipped
  order A2: shipped
  stock TEAPOT LEEDS: 7 on hand, 7 available, 0 picked

story: Only what lies in the parcel leaves with it
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  import A1 TEAPOT x2 CUP x4      -> imported, TEAPOT x2 allocated at LEEDS, CUP x4 allocated at LEEDS
                                  -> allocated
  pick A1 CUP LEEDS quantity=3    -> CUP x3 picked at LEEDS
  pack A1 parcel_key=17 node=LEEDS sku=CUP quantity=2 -> CUP x2 packed at LEEDS 17 parcel key
  ship_parcel 17                  -> A1 CUP x2 shipped at LEEDS, parcel shipped 17 parcel key
  order A1: open, TEAPOT 2 allocated, CUP 1 allocated 1 picked 2 shipped
  ship_parcel 17                  -> parcel unassigned 17 parcel key parcel_unknown

story: Orders of a parcel leave one by one, and it has left with the last
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  import A2 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2 weight_g=1600 -> TEAPOT x2 picked at LEEDS
                                  -> TEAPOT x2 packed at LEEDS 17 parcel key 1600 weight g
  pack A2 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  ship A1 parcel_key=17           -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  ship A2 parcel_key=17           -> TEAPOT x1 shipped at LEEDS
                                  -> parcel shipped 17 parcel key 1600 weight g, order shipped 1 unit

story: The weight that was told last is what the parcel weighs, and a packing that says none leaves it
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x3             -> imported, TEAPOT x3 allocated at LEEDS, allocated
  pick A1 TEAPOT LEEDS quantity=3 -> TEAPOT x3 picked at LEEDS
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 weight_g=800 -> TEAPOT x1 packed at LEEDS 17 parcel key 800 weight g
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 weight_g=1500 -> TEAPOT x1 packed at LEEDS 17 parcel key 1500 weight g
  pack A1 parcel_key=17 node=LEEDS -> TEAPOT x1 packed at LEEDS 17 parcel key
  pack A1 parcel_key=17 node=LEEDS weight_g=2250 -> shipment exception at LEEDS 0 units nothing_to_pack
  ship_parcel 17                  -> A1 TEAPOT x3 shipped at LEEDS, parcel shipped 17 parcel key 2250 weight g
                                  -> A1 order shipped 3 units

story: A parcel that has left is forgotten: its key may be another's, and weighs nothing yet
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 weight_g=800 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key 800 weight g
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  import A2 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pack A2 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  ship_parcel 17                  -> A2 TEAPOT x1 shipped at LEEDS, parcel shipped 17 parcel key 0 weight g
                                  -> A2 order shipped 1 unit

story: What goes elsewhere, or is another channel's, does not go into the parcel
  channel SHOP
  zone SE
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A2 zone=SE TEAPOT x1     -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A3 SHOP TEAPOT x1        -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  pack A2 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> refused parcel_of_another
  pack A3 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> refused parcel_of_another
  order A2: TEAPOT 1 allocated, 0 picked, 0 packed
  pack A2 parcel_key=18 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 18 parcel key

story: A parcel has so many orders as leave by one command, and one of them can have more in it
  start lines_per_order_max=8
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  import A2 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A3 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  pack A2 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  pack A3 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> refused parcel_full
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key

story: There are no more parcels than the log was started for, until one has left
  start parcels_max=1
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  pack A1 parcel_key=18 node=LEEDS sku=TEAPOT quantity=1 -> refused parcels_full
  ship_parcel 17                  -> A1 TEAPOT x1 shipped at LEEDS, parcel shipped 17 parcel key
  pack A1 parcel_key=18 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 18 parcel key

story: What is amiss with an order of a parcel that has left is told of it, and the others leave
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  import A2 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2 -> TEAPOT x2 picked at LEEDS
                                  -> shipment exception 2 units not_paid
                                  -> TEAPOT x2 packed at LEEDS 17 parcel key
  pack A2 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  ship_parcel 17                  -> A1 TEAPOT x2 shipped at LEEDS, A1 shipment exception 2 units not_paid
                                  -> A1 order shipped 2 units, A2 TEAPOT x1 shipped at LEEDS
                                  -> parcel shipped 17 parcel key, A2 order shipped 1 unit

story: An order that was asked back and left in a parcel all the same has left
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2 -> TEAPOT x2 picked at LEEDS
                                  -> TEAPOT x2 packed at LEEDS 17 parcel key
  cancel A1                       -> cancel requested 2 units
  ship_parcel 17                  -> A1 TEAPOT x2 shipped at LEEDS, parcel shipped 17 parcel key
                                  -> A1 order shipped 2 units
  answer_cancel A1 agreed         -> refused order_shipped

story: Whether each order of a parcel left in time is told of each
  service_level WEB processing within=24h
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  09:30 import A2 TEAPOT x1       -> imported, TEAPOT x1 allocated at LEEDS, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2 -> TEAPOT x2 picked at LEEDS
                                  -> TEAPOT x2 packed at LEEDS 17 parcel key
  pack A2 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  10:00 ship_parcel 17            -> A1 TEAPOT x2 shipped at LEEDS, A1 order shipped 2 units
                                  -> A2 TEAPOT x1 shipped at LEEDS, parcel shipped 17 parcel key
                                  -> A2 order shipped 1 unit
                                  -> A1 parcel in time kind processing channel WEB 2 units due at day2 09:00
                                  -> A2 parcel in time kind processing channel WEB 1 unit due at day2 09:30
                                  -> A1 service kept kind processing channel WEB taken ns 1h due at day2 09:00
                                  -> A2 service kept kind processing channel WEB taken ns 30m due at day2 09:30

story: A parcel of which nothing is known is refused, and so is one without a key
  ship_parcel 17                  -> parcel unassigned 17 parcel key parcel_unknown
  ship_parcel 0                   -> refused parcel_key_missing

story: A parcel of which nothing is known has left all the same, and somebody looks after it
  sku TEAPOT @15.00 LEEDS x10
  exception_rule shipment within=24h
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  ship_parcel 17 tracking=9       -> parcel unassigned 17 parcel key tracking 9 parcel_unknown
                                  -> exception raised kind shipment 1 exception due at day2 09:00 parcel_unknown
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2 -> TEAPOT x2 picked at LEEDS
                                                         -> TEAPOT x2 packed at LEEDS 17 parcel key
  ship_parcel 17 tracking=9       -> A1 TEAPOT x2 shipped at LEEDS tracking 9
                                  -> parcel shipped 17 parcel key, A1 order shipped 2 units
  order A1: shipped, paid, clear, 2 ordered, 2 shipped units, value 30.00, captured 30.00, version 1

story: A parcel lies at one node: another's with its number is refused, and ships nothing of the first
  sku TEAPOT @15.00 LEEDS x1 YORK x5
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A2 TEAPOT x2             -> imported, TEAPOT x2 allocated at YORK, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                                         -> TEAPOT x1 packed at LEEDS 17 parcel key
  pack A2 parcel_key=17 node=YORK sku=TEAPOT quantity=2 -> refused parcel_of_another
  pack A2 parcel_key=18 node=YORK sku=TEAPOT quantity=2 -> TEAPOT x2 picked at YORK
                                                        -> TEAPOT x2 packed at YORK 18 parcel key
  ship_parcel 17                  -> A1 TEAPOT x1 shipped at LEEDS, parcel shipped 17 parcel key
                                  -> A1 order shipped 1 unit
  order A2: open, paid, clear, 2 ordered, 2 packed, value 30.00, captured 30.00, version 1
