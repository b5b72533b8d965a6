# Shipments that were reported and have not left, and goods that customers send back.

story: A shipment that was reported wrongly is taken back, and the order has its goods again
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  ship_undone A1 TEAPOT LEEDS     -> TEAPOT x6 unshipped at LEEDS, order reopened, allocated
                                  -> TEAPOT x6 allocated at LEEDS
  order A1: open, paid, 6 allocated
  stock TEAPOT LEEDS: 10 on hand, 4 available, 6 allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  stock TEAPOT LEEDS: 4 on hand, 4 available

story: A part of a shipment did not leave
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  ship_undone A1 TEAPOT LEEDS quantity=2 tracking=7 -> TEAPOT x2 unshipped at LEEDS tracking 7
                                  -> order reopened, allocated
                                  -> TEAPOT x2 allocated at LEEDS
  order A1: open, TEAPOT 2 allocated 4 shipped
  cancel A1                       -> cancelled 2 units, part shipped 4 units, refund due 30.00
  stock TEAPOT LEEDS: 6 on hand, 6 available

story: What was taken back lies on another shelf, and the order has it there
  sku TEAPOT @15.00 LEEDS x6 YORK x1
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  ship_undone A1 TEAPOT YORK quantity=1 -> TEAPOT x1 unshipped at YORK, order reopened, allocated
                                        -> TEAPOT x1 allocated at YORK
  stock TEAPOT YORK: 2 on hand, 1 allocated, 1 available

story: Taken back to stock, the order waits at its old rank and is served before newcomers
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 backorder TEAPOT x2    -> placed, TEAPOT x2 waiting
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  ship_undone A1 TEAPOT LEEDS quantity=1 to=stock -> TEAPOT x1 unshipped at LEEDS, order reopened
                                  -> allocated, TEAPOT x1 waiting
                                  -> TEAPOT x1 allocated at LEEDS waited
  order A1: open, TEAPOT 1 allocated 1 shipped
  waiting TEAPOT: A2

story: What was taken back is past its end of sale, and the order waits
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day2
  place A1 MILK x2                -> placed, MILK x2 held at LEEDS lot 1
  confirm_payment A1              -> paid, allocated
  ship A1                         -> MILK x2 shipped at LEEDS lot 1, order shipped 2 units
  day2 09:00                      -> stock expired MILK
  ship_undone A1 MILK LEEDS lot=1 -> MILK x2 unshipped at LEEDS lot 1, order reopened, allocated
                                  -> MILK x2 waiting
  stock MILK LEEDS: 2 on hand, 2 unavailable, 0 available
  order A1: open, 2 waiting

story: An order that is shipped whole holds all that it has to have, or nothing
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x4
  place A1 ship_complete TEAPOT x2 CUP x4 -> placed, TEAPOT x2 held at LEEDS, CUP x4 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=CUP node=LEEDS      -> CUP x4 shipped at LEEDS
  ship_undone A1 CUP LEEDS quantity=1 to=stock -> CUP x1 unshipped at LEEDS, TEAPOT x2 waiting
                                  -> CUP x1 waiting
                                  -> TEAPOT x2 allocated at LEEDS waited
                                  -> CUP x1 allocated at LEEDS waited
  order A1: open, TEAPOT 2 allocated, CUP 1 allocated 3 shipped

story: A shipment that was not paid is taken back, and the customer has time to pay again
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  ship A1                         -> TEAPOT x6 shipped at LEEDS
                                  -> shipment exception 6 units not_paid, order shipped 6 units
  10:00 ship_undone A1 TEAPOT LEEDS -> TEAPOT x6 unshipped at LEEDS, order reopened pay by 10:15
                                    -> TEAPOT x6 held at LEEDS
  10:15                           -> A1 expired 6 units
  stock TEAPOT LEEDS: 6 available

story: More is taken back than was shipped
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship_undone A1 TEAPOT LEEDS     -> shipment exception TEAPOT at LEEDS 0 units not_shipped
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS
  ship_undone A1 TEAPOT LEEDS quantity=5 -> TEAPOT x2 unshipped at LEEDS
                                           -> TEAPOT x2 allocated at LEEDS
                                           -> shipment exception TEAPOT at LEEDS 3 units not_shipped
  order A1: open, 6 allocated

story: What has arrived had left
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  deliver A1 sku=TEAPOT quantity=4 -> TEAPOT x4 delivered
  ship_undone A1 TEAPOT LEEDS     -> TEAPOT x2 unshipped at LEEDS, order reopened, allocated
                                  -> TEAPOT x2 allocated at LEEDS
  order A1: open, TEAPOT 2 allocated 4 shipped 4 delivered

story: Of a cancelled order what did not leave goes back on sale, and its money is due
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS
  cancel A1                       -> cancelled 4 units, part shipped 2 units, refund due 60.00
  ship_undone A1 TEAPOT LEEDS     -> TEAPOT x2 unshipped at LEEDS, refund due 30.00
                                  -> shipment exception TEAPOT at LEEDS 2 units order_ended
  stock TEAPOT LEEDS: 6 on hand, 6 available

story: What was beyond the order did not leave either
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=TEAPOT node=LEEDS quantity=8 -> TEAPOT x6 shipped at LEEDS
                                           -> shipment exception TEAPOT at LEEDS 2 units not_ordered
                                           -> order shipped 6 units
  ship_undone A1 TEAPOT LEEDS quantity=2 -> TEAPOT x2 unshipped at LEEDS
  order A1: shipped, TEAPOT 6 shipped 0 beyond
  stock TEAPOT LEEDS: 4 on hand, 4 available

story: A shipment and its correction are heard before the order
  sku TEAPOT @15.00 LEEDS x6
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> news kept until day8 09:00
  ship_undone A1 TEAPOT LEEDS quantity=1 -> news kept until day8 09:00
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
                                  -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> TEAPOT x1 unshipped at LEEDS, order reopened, allocated
                                  -> TEAPOT x1 allocated at LEEDS
  order A1: open, TEAPOT 1 allocated 1 shipped

story: There is no room for one more open order
  start orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  ship_undone A1 TEAPOT LEEDS     -> refused orders_full
  cancel A2                       -> cancelled 2 units
  ship_undone A1 TEAPOT LEEDS     -> TEAPOT x2 unshipped at LEEDS, order reopened, allocated
                                  -> TEAPOT x2 allocated at LEEDS

story: A customer asks to send goods back, and they are for sale again
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  request_return A1 501 until=day15 sku=TEAPOT quantity=2 unwanted -> return requested why unwanted 501 return key
  day5 receive_return return_key=501 sku=TEAPOT node=LEEDS quantity=2 -> A1 return restocked TEAPOT at LEEDS 2 units 501 return key
                                  -> A1 return completed TEAPOT 2 units
  order A1: shipped, TEAPOT 6 shipped 2 returned
  stock TEAPOT LEEDS: 2 on hand, 2 available

story: Who waits is served by what comes back, by rank
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  place A2 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  place A3 backorder TEAPOT x1    -> placed, TEAPOT x1 waiting
  request_return A1 501 until=day15 -> return requested 2 units
  receive_return A1 TEAPOT LEEDS 1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> A2 TEAPOT x1 held at LEEDS waited
  waiting TEAPOT: A3

story: What has to be looked at, or thrown away, or sent on, is not for sale
  sku TEAPOT @15.00 LEEDS x6 YORK x0
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  request_return A1 501 until=day15 defective -> return requested why defective 6 units
  receive_return A1 TEAPOT LEEDS 1 return_key=501 lot=9 quarantine -> return quarantined TEAPOT at LEEDS 1 unit lot 9
  receive_return A1 TEAPOT LEEDS 2 return_key=501 scrap -> return scrapped TEAPOT at LEEDS 2 units
  receive_return A1 TEAPOT LEEDS 3 return_key=501 other_node -> return forwarded TEAPOT at LEEDS 3 units
                                  -> return completed 6 units
  stock TEAPOT LEEDS: 1 on hand, 1 unavailable, 0 available
  order A1: TEAPOT 6 returned
  receive TEAPOT YORK x3          -> nothing
  stock TEAPOT YORK: 3 available

story: A return that does not come is told when its window is over
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  request_return A1 501 quantity=3 until=day15 -> return requested 3 units
  receive_return A1 TEAPOT LEEDS 1 -> return restocked TEAPOT at LEEDS 1 unit
  day14 23:59                     -> nothing
  day15                           -> A1 return lapsed 2 units until 00:00
  day16 receive_return A1 TEAPOT LEEDS 2 -> return restocked TEAPOT at LEEDS 2 units
                                  -> return exception TEAPOT at LEEDS 2 units not_requested

story: A return that comes in the moment in which its window is over comes too late
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  request_return A1 501 quantity=1 until=day15 -> return requested 1 unit
  day15 receive_return A1 TEAPOT LEEDS 1 -> return lapsed 1 unit until 00:00
                                  -> return restocked TEAPOT at LEEDS 1 unit
                                  -> return exception TEAPOT at LEEDS 1 unit not_requested

story: Nobody announced it, and the shelf has it all the same
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  receive_return A1 TEAPOT LEEDS 1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> return exception TEAPOT at LEEDS 1 unit not_requested
  stock TEAPOT LEEDS: 1 on hand, 1 available

story: The same parcel is reported twice, and more comes back than was shipped
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  request_return A1 501 until=day15 -> return requested 2 units
  receive_return A1 TEAPOT LEEDS 2 return_key=501 command_key=K1 -> return restocked TEAPOT at LEEDS 2 units
                                  -> return completed 2 units
  receive_return A1 TEAPOT LEEDS 2 return_key=501 command_key=K1 -> duplicate ok
  receive_return A1 TEAPOT LEEDS 2 return_key=501 -> return restocked TEAPOT at LEEDS 2 units
                                  -> return exception TEAPOT at LEEDS 2 units not_returnable
  order A1: TEAPOT 2 shipped 2 returned

story: The customer sends back what was never in the order
  sku TEAPOT @15.00 LEEDS x6
  sku CUP @3.00 LEEDS x1
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  receive_return A1 CUP LEEDS 1 quarantine -> return quarantined CUP at LEEDS 1 unit
                                  -> return exception CUP at LEEDS 1 unit not_ordered

story: A return of an order that was forgotten is stock again, and told
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x6
  channel WEB cash_on_delivery
  place A1 TEAPOT x2              -> placed, TEAPOT x2 allocated at LEEDS, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  place A2 TEAPOT x2              -> placed, TEAPOT x2 allocated at LEEDS, allocated
  ship A2                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  order A1: unknown
  request_return A1 501 until=day15 -> refused order_forgotten
  request_return A1 501 sku=TEAPOT quantity=1 until=day15 -> return requested TEAPOT 1 unit
  receive_return return_key=501 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit
                                  -> A1 return exception TEAPOT at LEEDS 1 unit order_forgotten
                                  -> A1 return completed TEAPOT 1 unit
  stock TEAPOT LEEDS: 3 on hand, 3 available

story: Nobody knows whose it is
  sku TEAPOT @15.00 LEEDS x6
  receive_return A1 TEAPOT LEEDS 1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> return exception TEAPOT at LEEDS 1 unit order_unknown
  receive_return return_key=77 sku=TEAPOT node=LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                  -> return exception TEAPOT at LEEDS 1 unit order_unknown
  stock TEAPOT LEEDS: 8 on hand, 8 available

story: What comes back past its end of sale is not for sale
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day2
  place A1 MILK x2                -> placed, MILK x2 held at LEEDS lot 1
  confirm_payment A1              -> paid, allocated
  ship A1                         -> MILK x2 shipped at LEEDS lot 1, order shipped 2 units
  day3 receive_return A1 MILK LEEDS 1 lot=1 -> stock expired MILK
                                  -> return restocked MILK at LEEDS 1 unit lot 1
                                  -> return exception MILK at LEEDS 1 unit not_requested
  stock MILK LEEDS: 1 on hand, 1 unavailable, 0 available

story: A return that cannot be is refused
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  request_return A1 501 until=day15 -> refused not_returnable
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  request_return A1 501 quantity=3 until=day15 -> refused not_returnable
  request_return A1 501 until=day1 -> refused field_out_of_range
  request_return A9 501 until=day15 -> refused order_unknown
  request_return A1 0 until=day15 -> refused return_key_missing
  request_return A1 501 until=day15 -> return requested 2 units
  request_return A1 502 until=day15 -> refused return_exists
  receive_return sku=TEAPOT node=LEEDS quantity=1   -> refused order_key_missing
  receive_return A1 TEAPOT LEEDS 0 -> refused quantity_out_of_range
  receive_return A1 TEAPOT LEEDS 1 lot=9 scrap -> refused field_out_of_range

story: No more returns can be waited for
  start returns_max=1
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  confirm_payment A2              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  ship A2                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  request_return A1 501 until=day15 -> return requested 2 units
  request_return A2 502 until=day15 -> refused returns_full
