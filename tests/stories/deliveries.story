# What left does not arrive as it should: it is late, damaged, refused at the door, or lost.

story: A late parcel is somebody's matter until it has arrived
  sku TEAPOT @15.00 LEEDS x6
  sku CUP @3.00 LEEDS x6
  exception_rule delivery within=2h
  place A1 TEAPOT x2 CUP x3       -> placed, TEAPOT x2 held at LEEDS, CUP x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 tracking=9              -> TEAPOT x2 shipped at LEEDS tracking 9
                                  -> CUP x3 shipped at LEEDS tracking 9, order shipped 5 units
  delivery_exception A1 late tracking=9 -> delivery exception 5 units tracking 9 parcel_late
                                  -> exception raised kind delivery 1 exception 5 units due at 11:00 parcel_late
  deliver A1 sku=CUP              -> CUP x3 delivered
  11:00                           -> A1 exception overdue kind delivery 1 exception due at 11:00
  deliver A1                      -> TEAPOT x2 delivered, exception solved kind delivery 1 exception
  order A1: 5 delivered, 0 lost

story: A parcel that is told to be late twice is one exception
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  delivery_exception A1 late      -> delivery exception 2 units parcel_late
                                  -> exception raised kind delivery 1 exception 2 units parcel_late
  delivery_exception A1 late      -> delivery exception 2 units parcel_late
  delivery_exception A1 lost      -> delivery exception TEAPOT 2 units parcel_lost
                                  -> exception solved kind delivery 1 exception
                                  -> exception raised kind delivery 2 exception 2 units 30.00 parcel_lost

story: What was lost is worth what the customer paid for it, and turns up after all
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x3 discount=6.00 -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 lost sku=TEAPOT quantity=2 -> delivery exception TEAPOT 2 units parcel_lost
                                  -> exception raised kind delivery 1 exception 2 units 26.00 parcel_lost
  order A1: shipped, 2 lost, 0 delivered
  deliver A1                      -> TEAPOT x1 delivered
  deliver A1                      -> shipment exception 0 units not_shipped
  deliver A1 sku=TEAPOT quantity=1 -> TEAPOT x1 delivered
  order A1: 1 lost, 2 delivered
  deliver A1 sku=TEAPOT quantity=1 -> TEAPOT x1 delivered, exception solved kind delivery 1 exception
  order A1: 0 lost, 3 delivered

story: What was refused at the door comes back without being asked for
  sku TEAPOT @15.00 LEEDS x6
  exception_rule
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 refused   -> delivery exception TEAPOT 3 units parcel_refused
                                  -> exception raised kind delivery 1 exception 3 units 45.00 parcel_refused
  order A1: 3 turned away
  receive_return A1 sku=TEAPOT node=LEEDS quantity=2 quarantine -> return quarantined TEAPOT at LEEDS 2 units
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> exception solved kind delivery 1 exception
  order A1: 0 turned away, 3 returned
  stock TEAPOT LEEDS: 6 on hand, 4 available, 2 unavailable

story: More comes back than was refused at the door
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 refused sku=TEAPOT quantity=1 -> delivery exception TEAPOT 1 unit parcel_refused
  deliver A1                      -> TEAPOT x2 delivered
  receive_return A1 sku=TEAPOT node=LEEDS quantity=3 -> return restocked TEAPOT at LEEDS 3 units
                                  -> return exception TEAPOT at LEEDS 2 units not_requested

story: The customer takes in at the second attempt what nobody took in at the first
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 refused   -> delivery exception TEAPOT 3 units parcel_refused
                                  -> exception raised kind delivery 1 exception 3 units 45.00 parcel_refused
  deliver A1 sku=TEAPOT quantity=3 -> TEAPOT x3 delivered, exception solved kind delivery 1 exception

story: What was refused is lost on its way back
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 refused   -> delivery exception TEAPOT 3 units parcel_refused
                                  -> exception raised kind delivery 1 exception 3 units 45.00 parcel_refused
  delivery_exception A1 lost      -> delivery exception TEAPOT 3 units parcel_lost
                                  -> exception solved kind delivery 1 exception
                                  -> exception raised kind delivery 2 exception 3 units 45.00 parcel_lost
  order A1: 3 lost, 0 turned away

story: What arrived damaged is looked after by hand
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  deliver A1                      -> TEAPOT x3 delivered
  delivery_exception A1 damaged sku=TEAPOT quantity=1 -> delivery exception TEAPOT 1 unit parcel_damaged
                                  -> exception raised kind delivery TEAPOT 1 exception 1 unit parcel_damaged
  delivery_exception A1 damaged   -> delivery exception 3 units parcel_damaged
                                  -> exception raised kind delivery 2 exception 3 units parcel_damaged
  resolve_exceptions 1 2          -> A1 exception resolved kind delivery 1 exception outcome settled
                                  -> A1 exception resolved kind delivery 2 exception outcome settled

story: What has not left is not late, and what was lost has left
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  delivery_exception A1 late      -> shipment exception 0 units not_shipped
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 lost sku=TEAPOT quantity=5 -> delivery exception TEAPOT 3 units parcel_lost
                                  -> shipment exception TEAPOT 2 units not_shipped
  ship_undone A1 TEAPOT LEEDS     -> shipment exception TEAPOT at LEEDS 0 units not_shipped
  delivery_exception A1 refused   -> shipment exception 0 units not_shipped

story: A shipment that never left was not lost either
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 late      -> delivery exception 3 units parcel_late
                                  -> exception raised kind delivery 1 exception 3 units parcel_late
  ship_undone A1 TEAPOT LEEDS     -> TEAPOT x3 unshipped at LEEDS, order reopened, allocated
                                  -> TEAPOT x3 allocated at LEEDS
                                  -> exception solved kind delivery 1 exception

story: What is wrong with a delivery is heard before the order
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  ship A1                         -> news kept until day8 09:00
  delivery_exception A1 lost      -> news kept until day8 09:00
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
                                  -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> delivery exception TEAPOT 2 units parcel_lost
                                  -> exception raised kind delivery 1 exception 2 units 30.00 parcel_lost

story: A parcel of an order that was forgotten is told, and not counted
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  channel WEB cash_on_delivery
  place A1 TEAPOT x1              -> placed, TEAPOT x1 allocated at LEEDS, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  place A2 TEAPOT x1              -> placed, TEAPOT x1 allocated at LEEDS, allocated
  ship A2                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  delivery_exception A1 lost      -> shipment exception 0 units order_forgotten

story: What came back is neither late, nor refused, nor lost
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> return exception TEAPOT at LEEDS 1 unit not_requested
  delivery_exception A1 refused   -> shipment exception 0 units not_shipped
  delivery_exception A1 lost      -> shipment exception 0 units not_shipped
  delivery_exception A1 late      -> shipment exception 0 units not_shipped
  deliver A1                      -> TEAPOT x1 delivered
  order A1: 1 returned, 0 lost, 0 turned away, 1 delivered
  stock TEAPOT LEEDS: 6 on hand, 6 available

story: What was asked for, and refused at the door, is back
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  request_return A1 return_key=7 why=unwanted until=day9 -> return requested unwanted 1 unit 7 return key until day9 00:00
  delivery_exception A1 refused   -> delivery exception TEAPOT 1 unit parcel_refused
                                  -> exception raised kind delivery 1 exception 1 unit 15.00 parcel_refused
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 return_key=7 -> return restocked TEAPOT at LEEDS 1 unit 7 return key
                                  -> return completed 1 unit 7 return key
                                  -> exception solved kind delivery 1 exception
  delivery_exception A1 lost      -> shipment exception 0 units not_shipped
  order A1: 1 returned, 0 turned away, 0 lost

story: What was asked for had arrived, and what was refused is still to come
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  delivery_exception A1 refused sku=TEAPOT quantity=1 -> delivery exception TEAPOT 1 unit parcel_refused
  deliver A1                      -> TEAPOT x1 delivered
  request_return A1 return_key=7 why=unwanted until=day9 quantity=1 -> return requested unwanted 1 unit 7 return key until day9 00:00
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 return_key=7 -> return restocked TEAPOT at LEEDS 1 unit 7 return key
                                  -> return completed 1 unit 7 return key
  order A1: 1 returned, 1 turned away
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
  order A1: 2 returned, 0 turned away

story: A parcel that was late comes back, and is late no more
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  delivery_exception A1 late      -> delivery exception 1 unit parcel_late
                                  -> exception raised kind delivery 1 exception 1 unit parcel_late
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> return exception TEAPOT at LEEDS 1 unit not_requested
                                  -> exception solved kind delivery 1 exception

story: A parcel that was lost comes back without being asked for
  sku TEAPOT @15.00 LEEDS x1
  exception_rule
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  delivery_exception A1 lost      -> delivery exception TEAPOT 1 unit parcel_lost
                                  -> exception raised kind delivery 1 exception 1 unit 15.00 parcel_lost
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> exception solved kind delivery 1 exception
  order A1: 0 lost, 1 returned
  stock TEAPOT LEEDS: 1 on hand, 1 available

story: What left besides is lost, and all of it comes back
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=3 -> TEAPOT x1 shipped at LEEDS
                                  -> shipment exception TEAPOT at LEEDS 2 units not_ordered, order shipped 1 unit
  delivery_exception A1 lost sku=TEAPOT quantity=2 -> delivery exception TEAPOT 2 units parcel_lost
  receive_return A1 sku=TEAPOT node=LEEDS quantity=3 -> return restocked TEAPOT at LEEDS 3 units
                                  -> return exception TEAPOT at LEEDS 1 unit not_requested
  order A1: 3 returned, 0 lost
  ship_undone A1 TEAPOT LEEDS     -> shipment exception TEAPOT at LEEDS 0 units not_shipped

story: What was refused comes back at once, asked for and not
  sku TEAPOT @15.00 LEEDS x6
  exception_rule delivery
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 refused   -> delivery exception TEAPOT 3 units parcel_refused
                                  -> exception raised kind delivery 1 exception 3 units 45.00 parcel_refused
  request_return A1 return_key=7 why=unwanted until=day9 quantity=1 -> return requested unwanted 1 unit 7 return key until day9 00:00
  receive_return A1 sku=TEAPOT node=LEEDS quantity=3 -> return restocked TEAPOT at LEEDS 3 units 7 return key
                                  -> return completed 1 unit 7 return key
                                  -> exception solved kind delivery 1 exception
  order A1: 3 returned, 0 turned away
  delivery_exception A1 lost      -> shipment exception 0 units not_shipped

story: What was sent twice and came back once cannot be taken back as never sent, nor lost twice
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x3              -> placed, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  receive_return A1 sku=TEAPOT node=LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> return exception TEAPOT at LEEDS 1 unit not_requested
  delivery_exception A1 lost sku=TEAPOT quantity=3 -> delivery exception TEAPOT 2 units parcel_lost
                                  -> shipment exception TEAPOT 1 unit not_shipped
  ship_undone A1 TEAPOT LEEDS     -> shipment exception TEAPOT at LEEDS 0 units not_shipped
  deliver A1                      -> TEAPOT x1 delivered

story: A parcel that was told to be lost arrives whole
  sku TEAPOT @15.00 LEEDS x4
  sku CUP @3.00 LEEDS x4
  exception_rule delivery
  place A1 TEAPOT x2 CUP x1       -> placed, TEAPOT x2 held at LEEDS, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, CUP x1 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 lost sku=TEAPOT -> delivery exception TEAPOT 2 units parcel_lost
                                  -> exception raised kind delivery 1 exception 2 units 30.00 parcel_lost
  delivery_exception A1 refused sku=CUP -> delivery exception CUP 1 unit parcel_refused
                                  -> exception raised kind delivery 2 exception 1 unit 3.00 parcel_refused
  deliver A1                      -> TEAPOT x2 delivered, CUP x1 delivered
                                  -> exception solved kind delivery 1 exception
                                  -> exception solved kind delivery 2 exception
  deliver A1                      -> shipment exception 0 units not_shipped

story: A failed delivery that says too little or what does not exist is refused
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  delivery_exception A1 lost quantity=2 -> refused field_out_of_range
  delivery_exception A1 lost sku=99 -> refused sku_unknown
  delivery_exception A1 lost sku=TEAPOT quantity=2147483648 -> refused quantity_out_of_range
