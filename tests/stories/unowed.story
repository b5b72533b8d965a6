# What nobody owes: goods that came back, were lost or were refused, and that were never paid for.

story: Goods refused at the door were never paid for, and nobody owes them
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> ?
  ship A1                        -> ?
  delivery_exception A1 refused  -> ?
  receive_return A1 CUP LEEDS quantity=3 -> ?
  order A1: ?

story: Of three cups one is refused, and two are paid: the order is paid
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> ?
  ship A1                        -> ?
  deliver A1 sku=CUP quantity=2  -> ?
  delivery_exception A1 refused sku=CUP quantity=1 -> ?
  payment A1 P1 6.00 captured    -> ?
  order A1: ?

story: Two are paid before one is told as refused
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> ?
  ship A1                        -> ?
  deliver A1 sku=CUP quantity=2  -> ?
  payment A1 P1 6.00 captured    -> ?
  delivery_exception A1 refused sku=CUP quantity=1 -> ?
  order A1: ?

story: Shipping is collected once nothing is still to come, and not where nothing stays
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x9
  place A1 shipping=4.00 CUP x3  -> ?
  ship A1                        -> ?
  deliver A1 sku=CUP quantity=2  -> ?
  delivery_exception A1 refused sku=CUP quantity=1 -> ?
  place A2 shipping=4.00 CUP x1  -> ?
  ship A2                        -> ?
  delivery_exception A2 refused  -> ?

story: A lost parcel is not owed, until it turns up
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> ?
  ship A1                        -> ?
  deliver A1 sku=CUP quantity=2  -> ?
  payment A1 P1 6.00 captured    -> ?
  delivery_exception A1 lost     -> ?
  day5 deliver A1 sku=CUP quantity=1 -> ?
  payment A1 P2 3.00 captured    -> ?

story: Goods that left unpaid and came back are not owed, and who pays all the same has it back
  sku CUP @3.00 LEEDS x5
  exception_rule shipment
  place A1 CUP x2                -> ?
  ship A1                        -> ?
  request_return A1 5 until=day9 -> ?
  receive_return return_key=5 sku=CUP node=LEEDS quantity=1 -> ?
  receive_return return_key=5 sku=CUP node=LEEDS quantity=1 -> ?
  payment A1 P1 6.00 captured    -> ?

story: A part was paid before and given back, and nothing is open for the goods that came back
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> ?
  payment A1 P1 2.00 captured    -> ?
  ship A1                        -> ?
  delivery_exception A1 refused  -> ?
  payment A1 R1 2.00 refunded    -> ?
  receive_return A1 CUP LEEDS quantity=3 -> ?

story: What a bank takes back for goods that are back is not owed
  sku CUP @3.00 LEEDS x5
  place A1 CUP x2                -> ?
  payment A1 P1 6.00 captured    -> ?
  ship A1                        -> ?
  receive_return A1 CUP LEEDS quantity=2 -> ?
  payment A1 B1 6.00 charged_back -> ?

story: Goods of which too little was set aside come back, and it suffices for the rest
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> ?
  payment A1 P1 4.00 authorised  -> ?
  ship A1                        -> ?
  receive_return A1 CUP LEEDS quantity=2 -> ?

story: What waits still is due
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x2
  place A1 backorder CUP x3      -> ?
  ship A1                        -> ?
  delivery_exception A1 refused  -> ?
  cancel A1                      -> ?

story: A return of what was paid makes nothing due back
  channel WEB firm_when=on_delivery hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x3                -> ?
  ship A1                        -> ?
  deliver A1                     -> ?
  payment A1 P1 9.00 captured    -> ?
  receive_return A1 CUP LEEDS quantity=1 -> ?

story: What is refused after all has left is no money of an order that nobody knows
  sku CUP @3.00 LEEDS x5
  delivery_exception A9 refused sku=CUP quantity=1 -> ?
