# Goods leave and arrive. What has happened is recorded, whatever was promised.

story: An order that is shipped leaves the shelf, and has ended
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 tracking=77             -> TEAPOT x6 shipped at LEEDS tracking 77, order shipped 6 units
  stock TEAPOT LEEDS: 4 on hand, 4 available
  order A1: shipped, paid

story: The clerk ships from another shelf than was promised (nop3792)
  sku TEAPOT @10.00 LEEDS x100 YORK x150
  place A1 TEAPOT x10             -> placed, TEAPOT x10 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=5 -> TEAPOT x5 shipped at LEEDS
  order A1: open, 5 allocated, TEAPOT 5 shipped
  ship A1 sku=TEAPOT node=YORK quantity=5  -> TEAPOT x5 shipped at YORK, order shipped 10 units
  stock TEAPOT LEEDS: 95 on hand, 95 available, 0 allocated
  stock TEAPOT YORK: 145 on hand, 145 available, 0 allocated
  order A1: shipped

story: A parcel takes what lies in one place
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 YORK x6
  place A1 TEAPOT x2 CUP x6       -> placed 2 parcels, TEAPOT x2 held at LEEDS, CUP x6 held at YORK
  confirm_payment A1              -> paid, allocated
  ship A1 node=YORK tracking=5    -> CUP x6 shipped at YORK tracking 5
  order A1: open, TEAPOT 2 allocated, CUP 6 shipped
  ship A1 tracking=6              -> TEAPOT x2 shipped at LEEDS tracking 6, order shipped 8 units

story: What was not there when the rest left still waits
  sku TEAPOT @15.00 LEEDS x4
  import A1 TEAPOT x6             -> imported, TEAPOT x4 allocated at LEEDS, TEAPOT x2 short
                                  -> allocated
  ship A1                         -> TEAPOT x4 shipped at LEEDS
  order A1: open, TEAPOT 4 shipped 2 waiting
  receive TEAPOT LEEDS x5         -> A1 TEAPOT x2 allocated at LEEDS waited
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 6 units
  stock TEAPOT LEEDS: 3 on hand, 3 available

story: A cancellation takes the rest, and what was shipped is not paid back
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS
  cancel A1                       -> cancelled 4 units, part shipped 2 units, refund due 60.00
  stock TEAPOT LEEDS: 4 on hand, 4 available
  order A1: cancelled, TEAPOT 2 shipped

story: Of a line that left in part, its share of the discount and of the tax is kept
  sku TEAPOT @15.00 LEEDS x6
  sku CUP @5.00 LEEDS x6
  sku PLATE @8.00 LEEDS x6
  sku SPOON @2.00 LEEDS x6
  place A1 TEAPOT x4 discount=6.00 CUP x2 SPOON x5 discount=1.00 PLATE x3 discount=3.00 tax=6.00 -> placed, TEAPOT x4 held at LEEDS, CUP x2 held at LEEDS, SPOON x5 held at LEEDS, PLATE x3 held at LEEDS
  confirm_payment A1              -> paid 100.00, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS
  ship A1 sku=CUP                 -> CUP x2 shipped at LEEDS
  ship A1 sku=PLATE node=LEEDS quantity=1 -> PLATE x1 shipped at LEEDS
  cancel A1                       -> cancelled 9 units, part shipped 5 units, refund due 54.00

story: What has left cannot be cancelled
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  cancel A1                       -> refused order_shipped

story: Shipped before it was paid is told, and paid at last
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  ship A1                         -> TEAPOT x6 shipped at LEEDS
                                  -> shipment exception 6 units not_paid, order shipped 6 units
  09:30                           -> nothing
  confirm_payment A1 09:20        -> paid
  order A1: shipped, paid

story: More than was ordered leaves, and somebody is told
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=8 -> TEAPOT x6 shipped at LEEDS
                                           -> shipment exception TEAPOT at LEEDS 2 units not_ordered
                                           -> order shipped 6 units
  stock TEAPOT LEEDS: 2 on hand, 2 available
  order A1: shipped, TEAPOT 6 shipped 2 beyond

story: What was promised to another order leaves with this one
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=3 -> TEAPOT x2 shipped at LEEDS
                                           -> shipment exception TEAPOT at LEEDS 1 unit not_ordered
                                           -> shipment exception TEAPOT at LEEDS 1 unit promised_elsewhere
                                           -> order shipped 2 units
                                           -> A2 TEAPOT x1 lost at LEEDS counted_short
                                           -> A2 TEAPOT x1 waiting
  stock TEAPOT LEEDS: 3 on hand, 3 held

story: More leaves than the books have
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=5 -> TEAPOT x2 shipped at LEEDS
                                           -> shipment exception TEAPOT at LEEDS 3 units not_ordered
                                           -> shipment exception TEAPOT at LEEDS 3 units not_on_hand
                                           -> order shipped 2 units
  stock TEAPOT LEEDS: 0 on hand

story: Something that nobody ordered is in the parcel
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=CUP node=LEEDS quantity=1 -> shipment exception CUP at LEEDS 1 unit not_ordered
  stock CUP LEEDS: 1 on hand, 1 available
  order A1: open, TEAPOT 2 allocated

story: Who waits for the units that came from elsewhere waits no more
  sku TEAPOT @15.00 LEEDS x2 YORK x2
  network WEB YORK serves=no
  place A1 backorder TEAPOT x4    -> placed, TEAPOT x2 held at LEEDS, TEAPOT x2 waiting
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=YORK quantity=2 -> TEAPOT x2 shipped at YORK
  order A1: open, TEAPOT 2 allocated 2 shipped
  waiting TEAPOT: nobody

story: What lies elsewhere for an order that was served from here is free again
  sku TEAPOT @15.00 LEEDS x4 YORK x4
  place A1 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS
  confirm_payment A1              -> paid, allocated
  network WEB YORK serves=no
  place A2 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  ship A1 sku=TEAPOT node=YORK quantity=4 -> TEAPOT x4 shipped at YORK, order shipped 4 units
                                          -> A2 TEAPOT x2 held at LEEDS waited
  stock TEAPOT LEEDS: 4 on hand, 2 held, 2 available

story: A shipment that is heard before its order counts when that comes
  sku TEAPOT @15.00 LEEDS x6
  ship A1 sku=TEAPOT node=LEEDS quantity=1 -> news kept until day8 09:00
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> news kept until day8 09:00
  import A1 TEAPOT x3             -> imported, TEAPOT x3 allocated at LEEDS, allocated
                                  -> TEAPOT x1 shipped at LEEDS, TEAPOT x2 shipped at LEEDS
                                  -> order shipped 3 units
  stock TEAPOT LEEDS: 3 on hand, 3 available

story: A shipment whose order never comes is told after a week
  sku TEAPOT @15.00 LEEDS x6
  ship A1 sku=TEAPOT node=LEEDS quantity=1 -> news kept until day8 09:00
  day8 09:00                      -> A1 news unclaimed

story: A shipment of an order that was forgotten leaves the shelf all the same
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  cancel A1                       -> cancelled 2 units
  cancel A2                       -> cancelled 2 units
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> shipment exception TEAPOT at LEEDS 2 units order_forgotten
  stock TEAPOT LEEDS: 4 on hand, 4 available

story: Goods paid on delivery are paid after their order was forgotten
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  channel WEB cash_on_delivery
  place A1 TEAPOT x2              -> placed, TEAPOT x2 allocated at LEEDS, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  place A2 TEAPOT x2              -> placed, TEAPOT x2 allocated at LEEDS, allocated
  ship A2                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  order A1: unknown
  confirm_payment A1              -> paid order_forgotten
  confirm_payment A1              -> payment unassigned already_paid

story: An order that expired and was shipped all the same is not taken again
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  09:15                           -> A1 expired 6 units
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS
                                           -> shipment exception 2 units order_ended
  confirm_payment A1 09:10        -> paid, refund due 60.00
  stock TEAPOT LEEDS: 4 on hand, 4 available

story: What was shipped arrives
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 tracking=9              -> TEAPOT x6 shipped at LEEDS tracking 9, order shipped 6 units
  deliver A1 sku=TEAPOT quantity=2 tracking=9 -> TEAPOT x2 delivered tracking 9
  deliver A1                      -> TEAPOT x4 delivered
  order A1: shipped, 6 delivered

story: What was never shipped cannot have arrived
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  deliver A1                      -> shipment exception 0 units not_shipped
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS
                                           -> shipment exception 2 units not_paid
  deliver A1 sku=TEAPOT quantity=3 -> TEAPOT x2 delivered
                                   -> shipment exception TEAPOT 1 unit not_shipped

story: A shipment that says too little or what does not exist is refused
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  ship A1 sku=TEAPOT quantity=2   -> refused node_unknown
  ship A1 node=LEEDS quantity=2   -> refused field_out_of_range
  ship A1 sku=99                  -> refused sku_unknown
  deliver A1 quantity=2           -> refused field_out_of_range

story: Nothing of an order lies where it is said to leave from
  sku TEAPOT @15.00 LEEDS x6 YORK x1
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 node=YORK               -> shipment exception 0 units nothing_to_ship

story: Who has had his one has had it, also after it was shipped and forgotten
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  cap ONE-EACH 1 customer
  channel WEB cash_on_delivery
  place A1 customer=42 TEAPOT x1  -> placed, TEAPOT x1 allocated at LEEDS, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  place A2 customer=42 TEAPOT x1  -> refused cap_reached cap ONE-EACH left 0
  place A3 customer=43 TEAPOT x1  -> placed, TEAPOT x1 allocated at LEEDS, allocated
  cancel A3                       -> cancelled 1 unit
  order A1: unknown
  place A4 customer=42 TEAPOT x1  -> refused cap_reached cap ONE-EACH left 0
