# What of an order's money becomes of goods that came back, or never arrived, and were refunded.

story: Goods that came back and were refunded are not owed
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 captured    -> captured 30.00, paid, allocated, balance
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  request_return A1 5 until=day9  -> return requested 2 units
  receive_return return_key=5 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit 5 return key
  payment A1 R1 15.00 refunded    -> refunded 15.00, balance
  receive_return return_key=5 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit 5 return key
                                                               -> A1 return completed 2 units 5 return key
  payment A1 R2 15.00 refunded    -> refunded 15.00, balance
  order A1: shipped, paid, clear, 2 ordered, 2 shipped units, 2 returned, value 30.00, captured 30.00, refunded 30.00, credit 30.00, version 2

story: What is given back before the goods are back is open until they are
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 captured    -> captured 30.00, paid, allocated, balance
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  request_return A1 5 until=day9  -> return requested 2 units
  payment A1 R1 30.00 refunded    -> refunded 30.00, balance open 30.00
  receive_return return_key=5 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit 5 return key
                                                               -> A1 balance open 15.00
  receive_return return_key=5 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit 5 return key
                                                               -> A1 return completed 2 units 5 return key
                                                               -> A1 balance

story: The shop gives back less, and the rest is its own
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  receive_return A1 TEAPOT LEEDS quantity=1 scrap -> return scrapped TEAPOT at LEEDS 1 unit
                                                  -> return exception TEAPOT at LEEDS 1 unit not_requested
  payment A1 R1 12.00 refunded    -> refunded 12.00, balance
  payment A1 R2 3.00 refunded     -> refunded 3.00, balance

story: Shipping is given back with the last of the goods
  sku TEAPOT @15.00 LEEDS x5
  place A1 shipping=4.00 TEAPOT x2 -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 34.00 captured    -> captured 34.00, paid, allocated, balance
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  request_return A1 5 until=day9  -> return requested 2 units
  receive_return return_key=5 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit 5 return key
  payment A1 R1 19.00 refunded    -> refunded 19.00, balance open 4.00
  receive_return return_key=5 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit 5 return key
                                                               -> A1 return completed 2 units 5 return key
                                                               -> A1 balance
  payment A1 R2 15.00 refunded    -> refunded 15.00, balance

story: What is given back for goods that the customer keeps is open
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 captured    -> captured 30.00, paid, allocated, balance
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  payment A1 R1 5.00 refunded     -> refunded 5.00, balance open 5.00

story: A return alone makes nothing due back: the shop decides what it gives
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured    -> captured 15.00, paid, allocated, balance
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  receive_return A1 TEAPOT LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                            -> return exception TEAPOT at LEEDS 1 unit not_requested

story: A lost parcel that was refunded is not owed, until it turns up
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured    -> captured 15.00, paid, allocated, balance
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  delivery_exception A1 lost      -> delivery exception TEAPOT 1 unit parcel_lost
  payment A1 R1 15.00 refunded    -> refunded 15.00, balance
  day5 deliver A1                 -> TEAPOT x1 delivered, balance open 15.00

story: A parcel that was refused at the door and refunded is not owed
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured    -> captured 15.00, paid, allocated, balance
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  payment A1 R1 15.00 refunded    -> refunded 15.00, balance open 15.00
  delivery_exception A1 refused   -> delivery exception TEAPOT 1 unit parcel_refused, balance
  receive_return A1 TEAPOT LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit

story: Who pays once more for goods that are back has money due back
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured    -> captured 15.00, paid, allocated, balance
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  receive_return A1 TEAPOT LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                            -> return exception TEAPOT at LEEDS 1 unit not_requested
  payment A1 R1 15.00 refunded    -> refunded 15.00, balance
  payment A1 P2 15.00 captured    -> captured 15.00, refund due 15.00, balance refund due 15.00

story: What the bank takes back besides is owed
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 captured    -> captured 30.00, paid, allocated, balance
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  receive_return A1 TEAPOT LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                            -> return exception TEAPOT at LEEDS 1 unit not_requested
  payment A1 R1 15.00 refunded    -> refunded 15.00, balance
  payment A1 B1 15.00 charged_back -> charged back 15.00, unpaid, balance open 15.00
  payment A1 P2 15.00 captured    -> captured 15.00, paid, balance

story: What came back in exchange is credited once, and a refund of it is owed
  sku SHIRT-M @20.00 LEEDS x2
  sku SHIRT-L @20.00 LEEDS x2
  place A1 SHIRT-M x1             -> placed, SHIRT-M x1 held at LEEDS
  payment A1 P1 20.00 captured    -> captured 20.00, paid, allocated, balance
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 return_key=7 until=day9 new_key=A2 SHIRT-L x1 -> A2 placed pay by 09:15
                                                            -> A2 SHIRT-L x1 held at LEEDS
                                                            -> return requested why other 1 unit 7 return key until day9 00:00
                                                            -> A2 exchanged counts on_receipt credit 20.00 7 return key
                                                            -> A2 order changed pay by day9 00:00
  receive_return return_key=7 sku=SHIRT-M node=LEEDS quantity=1 -> A1 return restocked SHIRT-M at LEEDS 1 unit 7 return key
                                                                -> A2 credit moved 20.00 7 return key ok
                                                                -> A1 balance, A2 paid
                                                                -> A2 allocated, A2 balance
                                                                -> A1 return completed 1 unit 7 return key
  payment A1 R1 20.00 refunded    -> refunded 20.00 beyond_captured, balance open 20.00

story: Of an order that goes on, what came back and was refunded stays with it when the rest is split off
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x5
  place A1 backorder CUP x1 TEAPOT x2 -> placed, CUP x1 held at LEEDS, TEAPOT x1 held at LEEDS, TEAPOT x1 waiting
  payment A1 P1 33.00 captured    -> captured 33.00, paid, allocated, balance
  ship A1 sku=TEAPOT node=LEEDS quantity=1 -> TEAPOT x1 shipped at LEEDS
  receive_return A1 TEAPOT LEEDS quantity=1 quarantine -> return quarantined TEAPOT at LEEDS 1 unit
                                                       -> return exception TEAPOT at LEEDS 1 unit not_requested
  payment A1 R1 15.00 refunded    -> refunded 15.00, balance
  split A1 new_key=A2 CUP x1      -> A2 order split 1 unit 11 from sequence
                                  -> A2 CUP x1 split 0 waiting, A2 allocated, A2 order changed
                                  -> A2 balance, CUP x0 changed 0 gave back, order changed, balance

story: A part that was shipped of an order that was cancelled came back and was refunded
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 captured    -> captured 30.00, paid, allocated, balance
  ship A1 sku=TEAPOT node=LEEDS quantity=1 -> TEAPOT x1 shipped at LEEDS
  cancel A1                       -> cancelled 1 unit, part shipped 1 unit, refund due 15.00
                                  -> balance refund due 15.00
  payment A1 R1 15.00 refunded    -> refunded 15.00, balance
  receive_return A1 TEAPOT LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                            -> return exception TEAPOT at LEEDS 1 unit not_requested
  payment A1 R2 15.00 refunded    -> refunded 15.00, balance
