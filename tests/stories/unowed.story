# What nobody owes: goods that came back, were lost or were refused, and that were never paid for.

story: Goods refused at the door were never paid for, and nobody owes them
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> placed, CUP x3 allocated at LEEDS, allocated
  ship A1                        -> CUP x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 refused  -> delivery exception CUP 3 units parcel_refused, balance
  receive_return A1 CUP LEEDS quantity=3 -> return restocked CUP at LEEDS 3 units
  order A1: shipped, on_delivery, clear, 3 ordered, 3 shipped units, 3 returned, value 9.00, credit 9.00, version 1

story: Of three cups one is refused, and two are paid: the order is paid
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> placed, CUP x3 allocated at LEEDS, allocated
  ship A1                        -> CUP x3 shipped at LEEDS, order shipped 3 units
  deliver A1 sku=CUP quantity=2  -> CUP x2 delivered, capture due 6.00
  delivery_exception A1 refused sku=CUP quantity=1 -> delivery exception CUP 1 unit parcel_refused
                                                   -> balance open 6.00
  payment A1 P1 6.00 captured    -> captured 6.00, paid, balance
  order A1: shipped, paid, clear, 3 ordered, 3 shipped units, 2 delivered, 1 turned away, value 9.00, captured 6.00, credit 3.00, version 2

story: Two are paid before one is told as refused
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> placed, CUP x3 allocated at LEEDS, allocated
  ship A1                        -> CUP x3 shipped at LEEDS, order shipped 3 units
  deliver A1 sku=CUP quantity=2  -> CUP x2 delivered, capture due 6.00
  payment A1 P1 6.00 captured    -> captured 6.00, balance open 3.00
  delivery_exception A1 refused sku=CUP quantity=1 -> delivery exception CUP 1 unit parcel_refused
                                                   -> paid, balance
  order A1: shipped, paid, clear, 3 ordered, 3 shipped units, 2 delivered, 1 turned away, value 9.00, captured 6.00, credit 3.00, version 2

story: Shipping is collected once nothing is still to come, and not where nothing stays
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x9
  place A1 shipping=4.00 CUP x3  -> placed, CUP x3 allocated at LEEDS, allocated
  ship A1                        -> CUP x3 shipped at LEEDS, order shipped 3 units
  deliver A1 sku=CUP quantity=2  -> CUP x2 delivered, capture due 6.00
  delivery_exception A1 refused sku=CUP quantity=1 -> delivery exception CUP 1 unit parcel_refused
                                                   -> balance open 10.00, capture due 4.00
  place A2 shipping=4.00 CUP x1  -> placed, CUP x1 allocated at LEEDS, allocated
  ship A2                        -> CUP x1 shipped at LEEDS, order shipped 1 unit
  delivery_exception A2 refused  -> delivery exception CUP 1 unit parcel_refused, balance

story: A lost parcel is not owed, until it turns up
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> placed, CUP x3 allocated at LEEDS, allocated
  ship A1                        -> CUP x3 shipped at LEEDS, order shipped 3 units
  deliver A1 sku=CUP quantity=2  -> CUP x2 delivered, capture due 6.00
  payment A1 P1 6.00 captured    -> captured 6.00, balance open 3.00
  delivery_exception A1 lost     -> delivery exception CUP 1 unit parcel_lost, paid, balance
  day5 deliver A1 sku=CUP quantity=1 -> CUP x1 delivered, unpaid, balance open 3.00
  payment A1 P2 3.00 captured    -> captured 3.00, paid, balance

story: Goods that left unpaid and came back are not owed, and who pays all the same has it back
  sku CUP @3.00 LEEDS x5
  exception_rule shipment
  place A1 CUP x2                -> placed pay by 09:15, CUP x2 held at LEEDS
  ship A1                        -> CUP x2 shipped at LEEDS, shipment exception 2 units not_paid
                                 -> order shipped 2 units
                                 -> exception raised kind shipment 1 exception 2 units not_paid
  request_return A1 5 until=day9 -> return requested why other 2 units 5 return key until day9 00:00
  receive_return return_key=5 sku=CUP node=LEEDS quantity=1 -> A1 return restocked CUP at LEEDS 1 unit 5 return key
                                                            -> A1 balance open 3.00
  receive_return return_key=5 sku=CUP node=LEEDS quantity=1 -> A1 return restocked CUP at LEEDS 1 unit 5 return key
                                                            -> A1 return completed 2 units 5 return key
                                                            -> A1 balance
                                                            -> A1 exception solved kind shipment 1 exception
  payment A1 P1 6.00 captured    -> captured 6.00, paid, refund due 6.00, balance refund due 6.00

story: A part was paid before and given back, and nothing is open for the goods that came back
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> placed, CUP x3 allocated at LEEDS, allocated
  payment A1 P1 2.00 captured    -> captured 2.00, balance open 7.00
  ship A1                        -> CUP x3 shipped at LEEDS, order shipped 3 units
  delivery_exception A1 refused  -> delivery exception CUP 3 units parcel_refused, paid, balance
  payment A1 R1 2.00 refunded    -> refunded 2.00, balance
  receive_return A1 CUP LEEDS quantity=3 -> return restocked CUP at LEEDS 3 units

story: What a bank takes back for goods that are back is not owed
  sku CUP @3.00 LEEDS x5
  place A1 CUP x2                -> placed pay by 09:15, CUP x2 held at LEEDS
  payment A1 P1 6.00 captured    -> captured 6.00, paid, allocated, balance
  ship A1                        -> CUP x2 shipped at LEEDS, order shipped 2 units
  receive_return A1 CUP LEEDS quantity=2 -> return restocked CUP at LEEDS 2 units
                                         -> return exception CUP at LEEDS 2 units not_requested
  payment A1 B1 6.00 charged_back -> charged back 6.00, balance

story: Goods of which too little was set aside come back, and it suffices for the rest
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> placed pay by 09:15, CUP x3 held at LEEDS
  payment A1 P1 4.00 authorised  -> authorised 4.00, balance open 9.00
  ship A1                        -> CUP x3 shipped at LEEDS, shipment exception 3 units not_paid
                                 -> order shipped 3 units, capture due 4.00
  receive_return A1 CUP LEEDS quantity=2 -> return restocked CUP at LEEDS 2 units
                                         -> return exception CUP at LEEDS 2 units not_requested
                                         -> payment authorised pay by day8 09:00, balance open 3.00

story: What waits still is due
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x2
  place A1 backorder CUP x3      -> placed, CUP x2 allocated at LEEDS, CUP x1 waiting, allocated
  ship A1                        -> CUP x2 shipped at LEEDS
  delivery_exception A1 refused  -> delivery exception CUP 2 units parcel_refused
                                 -> balance open 3.00
  cancel A1                      -> cancelled 0 units, part shipped 2 units, balance

story: A return of what was paid makes nothing due back
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> placed, CUP x3 allocated at LEEDS, allocated
  ship A1                        -> CUP x3 shipped at LEEDS, order shipped 3 units
  deliver A1                     -> CUP x3 delivered, capture due 9.00
  payment A1 P1 9.00 captured    -> captured 9.00, paid, balance
  receive_return A1 CUP LEEDS quantity=1 -> return restocked CUP at LEEDS 1 unit
                                         -> return exception CUP at LEEDS 1 unit not_requested

story: What is refused of an order that nobody knows waits for it
  sku CUP @3.00 LEEDS x5
  delivery_exception A9 refused sku=CUP quantity=1 -> news kept until day8 09:00
