# Other goods for some that are sent back: the new ones are held at once, and what the old ones cost
# is credited to them.

story: A shirt is exchanged for another size, which is held until the old one is back
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  day2 09:00 exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 unwanted SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 order changed pay by day9 00:00
  order A2: open, unpaid, pay by day9, value 20.00, SHIRT-L x1 held at LEEDS
  stock SHIRT-L LEEDS: 0 available, 1 held
  day5 09:00 receive_return return_key=7 sku=SHIRT-M node=LEEDS quantity=1 -> A1 return restocked SHIRT-M at LEEDS 1 unit
                                  -> A2 credit moved 20.00, A1 balance, A2 paid, A2 allocated, A2 balance
                                  -> A1 return completed SHIRT-M 1 unit
  order A1: shipped, paid, captured 0.00, open amount 0.00, refund due 0.00
  order A2: open, paid, captured 20.00, open amount 0.00, SHIRT-L x1 allocated at LEEDS
  ship A2                         -> SHIRT-L x1 shipped at LEEDS, order shipped 1 unit
  stock SHIRT-M LEEDS: 1 available

story: Who is trusted has the new goods before the old ones are back
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 at_once SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 paid, A2 allocated, A2 balance
  order A2: open, paid, captured 0.00, open amount 0.00, SHIRT-L x1 allocated at LEEDS
  ship A2                         -> SHIRT-L x1 shipped at LEEDS, order shipped 1 unit
  day5 09:00 receive_return return_key=7 sku=SHIRT-M node=LEEDS quantity=1 -> A1 return restocked SHIRT-M at LEEDS 1 unit
                                  -> A2 credit moved 20.00, A1 balance, A2 balance
                                  -> A1 return completed SHIRT-M 1 unit
  order A1: shipped, paid, captured 0.00, open amount 0.00, refund due 0.00
  order A2: shipped, paid, captured 20.00, open amount 0.00, refund due 0.00

story: The new goods are not there, and nothing is done
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 SHIRT-L x2 -> refused stock_insufficient SHIRT-L
  order A2: unknown
  stock SHIRT-L LEEDS: 1 available
  request_return A1 return_key=7 sku=SHIRT-M until=day9 -> return requested SHIRT-M 1 unit

story: What was not shipped, or is waited for already, is not exchanged
  sku CUP @3.00 LEEDS x10
  sku MUG @3.00 LEEDS x10
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 MUG -> refused not_returnable
  ship A1                         -> CUP x2 shipped at LEEDS, order shipped 2 units
  exchange A1 new_key=A2 return_key=7 sku=CUP quantity=3 until=day9 MUG -> refused not_returnable
  exchange A1 new_key=A2 return_key=7 sku=MUG until=day9 MUG -> refused not_returnable
  request_return A1 return_key=7 sku=CUP quantity=1 until=day9 -> return requested CUP 1 unit
  exchange A1 new_key=A2 return_key=8 sku=CUP quantity=1 until=day9 MUG -> refused return_exists
  exchange A9 new_key=A2 return_key=8 sku=CUP until=day9 MUG -> refused order_unknown
  stock MUG LEEDS: 10 available

story: The new order needs a name that nobody has, and lines that are there now
  sku CUP @3.00 LEEDS x10
  sku MUG @3.00 LEEDS x10
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> CUP x2 shipped at LEEDS, order shipped 2 units
  exchange A1 return_key=7 sku=CUP until=day9 MUG -> refused order_key_missing
  exchange A1 new_key=A1 return_key=7 sku=CUP until=day9 MUG -> refused order_exists
  exchange A1 new_key=A2 new_number=2 return_key=7 sku=CUP until=day9 MUG -> refused order_key_and_number
  exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 MUG backorder -> refused field_out_of_range MUG
  exchange A1 new_key=A2 return_key=7 sku=CUP until=09:00 MUG -> refused field_out_of_range
  exchange A1 new_key=A2 sku=CUP until=day9 return_key=0 MUG -> refused return_key_missing

story: The new goods cost more, and the difference is paid
  sku SHIRT @20.00 LEEDS x1
  sku COAT @50.00 LEEDS x1
  place A1 SHIRT                  -> placed, SHIRT x1 held at LEEDS
  payment A1 P1 20.00 captured    -> captured 20.00, paid, allocated, balance
  ship A1                         -> SHIRT x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT until=day9 at_once COAT -> A2 placed pay by 09:15
                                  -> A2 COAT x1 held at LEEDS, return requested SHIRT 1 unit
                                  -> A2 exchanged credit 20.00, A2 balance open 30.00
  order A2: open, unpaid, pay by 09:15, captured 0.00, open amount 30.00, COAT x1 held at LEEDS
  payment A2 P2 30.00 captured    -> captured 30.00, paid, allocated, balance
  order A2: open, paid, captured 30.00, open amount 0.00, COAT x1 allocated at LEEDS
  day5 09:00 receive_return return_key=7 sku=SHIRT node=LEEDS quantity=1 -> A1 return restocked SHIRT at LEEDS 1 unit
                                  -> A2 credit moved 20.00, A1 balance, A2 balance
                                  -> A1 return completed SHIRT 1 unit
  order A1: shipped, paid, captured 0.00, open amount 0.00, refund due 0.00
  order A2: open, paid, captured 50.00, open amount 0.00, refund due 0.00

story: The difference is not paid, and what comes back is refunded
  sku SHIRT @20.00 LEEDS x1
  sku COAT @50.00 LEEDS x1
  place A1 SHIRT                  -> placed, SHIRT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT until=day9 at_once COAT -> A2 placed pay by 09:15
                                  -> A2 COAT x1 held at LEEDS, return requested SHIRT 1 unit
                                  -> A2 exchanged credit 20.00, A2 balance open 30.00
  09:15                           -> A2 expired 1 unit, A2 balance
  stock COAT LEEDS: 1 available
  day5 09:00 receive_return return_key=7 sku=SHIRT node=LEEDS quantity=1 -> A1 return restocked SHIRT at LEEDS 1 unit
                                  -> A1 refund due 20.00, A1 balance refund due 20.00, A2 balance
                                  -> A1 return completed SHIRT 1 unit
  order A1: shipped, paid, captured 20.00, refund due 20.00

story: The new goods cost less, and the rest is due back when the old ones have come
  sku COAT @50.00 LEEDS x1
  sku SHIRT @20.00 LEEDS x1
  place A1 COAT                   -> placed, COAT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> COAT x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=COAT until=day9 at_once SHIRT -> A2 placed pay by 09:15
                                  -> A2 SHIRT x1 held at LEEDS, return requested COAT 1 unit
                                  -> A2 exchanged credit 20.00, A2 paid, A2 allocated, A2 balance
  order A1: shipped, paid, refund due 0.00
  order A2: open, paid, captured 0.00, open amount 0.00
  day5 09:00 receive_return return_key=7 sku=COAT node=LEEDS quantity=1 -> A1 return restocked COAT at LEEDS 1 unit
                                  -> A2 credit moved 20.00, A1 refund due 30.00, A1 balance refund due 30.00
                                  -> A2 balance, A1 return completed COAT 1 unit
  order A1: shipped, captured 30.00, refund due 30.00
  order A2: captured 20.00, open amount 0.00
  payment A1 P9 30.00 refunded    -> refunded 30.00, balance

story: The old goods never come back, and the new ones, which have left, are to be paid
  exception_rule capture
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 at_once SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 paid, A2 allocated, A2 balance
  ship A2                         -> SHIRT-L x1 shipped at LEEDS, order shipped 1 unit
  day9 00:00                      -> A1 return lapsed SHIRT-M 1 unit, A2 credit lapsed 20.00, A2 unpaid
                                  -> A2 balance open 20.00, A2 exception raised kind capture 1 exception 20.00
  order A2: shipped, unpaid, open amount 20.00
  order A1: shipped, paid, open amount 0.00, refund due 0.00
  payment A2 P2 20.00 captured    -> captured 20.00, paid, balance, exception solved kind capture 1 exception
  order A2: shipped, paid, open amount 0.00

story: The old goods never come back, and the new ones, which have not left, go back on sale
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 order changed pay by day9 00:00
  day9 00:00                      -> A1 return lapsed SHIRT-M 1 unit, A2 credit lapsed 20.00, A2 expired 1 unit
  stock SHIRT-L LEEDS: 1 available, 0 held
  order A1: shipped, paid, refund due 0.00

story: An order that had its credit at once, and has not left, has to be paid when the old goods stay away
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 at_once SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 paid, A2 allocated, A2 balance
  day9 00:00                      -> A1 return lapsed SHIRT-M 1 unit, A2 credit lapsed 20.00
                                  -> A2 unpaid pay by 00:15, A2 balance open 20.00
  order A2: open, unpaid, pay by day9 00:15, open amount 20.00, SHIRT-L x1 held at LEEDS
  day9 00:15                      -> A2 expired 1 unit, A2 balance
  stock SHIRT-L LEEDS: 1 available

story: The new order is cancelled, and what comes back is refunded
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 at_once SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 paid, A2 allocated, A2 balance
  cancel A2                       -> cancelled 1 unit, balance
  stock SHIRT-L LEEDS: 1 available
  day5 09:00 receive_return return_key=7 sku=SHIRT-M node=LEEDS quantity=1 -> A1 return restocked SHIRT-M at LEEDS 1 unit
                                  -> A1 refund due 20.00, A1 balance refund due 20.00, A2 balance
                                  -> A1 return completed SHIRT-M 1 unit
  order A1: shipped, captured 20.00, refund due 20.00
  order A2: cancelled, open amount 0.00, refund due 0.00

story: What comes back is worn, and less is credited for it
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 at_once SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 paid, A2 allocated, A2 balance
  ship A2                         -> SHIRT-L x1 shipped at LEEDS, order shipped 1 unit
  day5 09:00 receive_return return_key=7 sku=SHIRT-M node=LEEDS quantity=1 disposition=quarantine deduct=5.00 -> A1 return quarantined SHIRT-M at LEEDS 1 unit
                                  -> A2 credit moved 15.00, A1 balance, A2 balance, A2 credit lapsed 5.00
                                  -> A2 unpaid, A2 balance open 5.00, A1 return completed SHIRT-M 1 unit
  order A1: shipped, paid, captured 5.00, open amount 0.00, refund due 0.00
  order A2: shipped, unpaid, captured 15.00, open amount 5.00
  stock SHIRT-M LEEDS: 1 unavailable

story: Nothing can be deducted of what does not come back in exchange
  sku CUP @3.00 LEEDS x2
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> CUP x2 shipped at LEEDS, order shipped 2 units
  request_return A1 return_key=7 sku=CUP until=day9 -> return requested CUP 2 units
  receive_return return_key=7 sku=CUP node=LEEDS quantity=1 deduct=1.00 -> A1 return restocked CUP at LEEDS 1 unit
                                  -> A1 return exception CUP at LEEDS 0 units nothing_credited
  receive_return return_key=7 sku=CUP node=LEEDS quantity=1 deduct=-1.00 -> refused field_out_of_range

story: A part of what was to come back comes, and then its window is over
  sku CUP @3.00 LEEDS x2
  sku MUG @3.00 LEEDS x2
  place A1 CUP x2                 -> placed, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> CUP x2 shipped at LEEDS, order shipped 2 units
  exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 at_once MUG x2 -> A2 placed pay by 09:15
                                  -> A2 MUG x2 held at LEEDS, return requested CUP 2 units
                                  -> A2 exchanged credit 6.00, A2 paid, A2 allocated, A2 balance
  day5 09:00 receive_return return_key=7 sku=CUP node=LEEDS quantity=1 -> A1 return restocked CUP at LEEDS 1 unit
                                  -> A2 credit moved 3.00, A1 balance, A2 balance
  order A2: open, paid, captured 3.00, open amount 0.00
  day9 00:00                      -> A1 return lapsed CUP 1 unit, A2 credit lapsed 3.00, A2 unpaid pay by 00:15
                                  -> A2 balance open 3.00
  order A1: captured 3.00, open amount 0.00, refund due 0.00
  order A2: open, unpaid, captured 3.00, open amount 3.00

story: What was never paid is not credited
  channel WEB cash_on_delivery
  sku CUP @3.00 LEEDS x1
  sku MUG @3.00 LEEDS x1
  place A1 CUP                    -> placed, CUP x1 allocated at LEEDS, allocated
  ship A1                         -> CUP x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 at_once MUG -> A2 placed, A2 MUG x1 allocated at LEEDS
                                  -> A2 allocated, return requested CUP 1 unit, A2 exchanged credit 0.00
  order A2: open, on_delivery, MUG x1 allocated at LEEDS

story: The money of the old order is taken back before its goods come, and the new ones are to be paid
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed, SHIRT-M x1 held at LEEDS
  payment A1 P1 20.00 captured    -> captured 20.00, paid, allocated, balance
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 at_once SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, return requested SHIRT-M 1 unit
                                  -> A2 exchanged credit 20.00, A2 paid, A2 allocated, A2 balance
  payment A1 P2 20.00 charged_back -> charged back 20.00, unpaid, balance open 20.00
  day5 09:00 receive_return return_key=7 sku=SHIRT-M node=LEEDS quantity=1 -> A1 return restocked SHIRT-M at LEEDS 1 unit
                                  -> A2 credit lapsed 20.00, A1 balance, A2 unpaid pay by 09:15
                                  -> A2 balance open 20.00, A1 return completed SHIRT-M 1 unit
  order A1: shipped, open amount 0.00, refund due 0.00
  order A2: open, unpaid, open amount 20.00

story: One of two is exchanged, and what the other costs stays with its order
  sku CUP @3.00 LEEDS x1
  sku JUG @9.00 LEEDS x1
  sku VASE @9.00 LEEDS x1
  place A1 CUP JUG                -> placed, CUP x1 held at LEEDS, JUG x1 held at LEEDS
  payment A1 P1 12.00 captured    -> captured 12.00, paid, allocated, balance
  ship A1                         -> CUP x1 shipped at LEEDS, JUG x1 shipped at LEEDS, order shipped 2 units
  exchange A1 new_key=A2 return_key=7 sku=JUG until=day9 VASE -> A2 placed pay by 09:15
                                  -> A2 VASE x1 held at LEEDS, return requested JUG 1 unit
                                  -> A2 exchanged credit 9.00, A2 order changed pay by day9 00:00
  receive_return return_key=7 sku=JUG node=LEEDS quantity=1 -> A1 return restocked JUG at LEEDS 1 unit
                                  -> A2 credit moved 9.00, A1 balance, A2 paid, A2 allocated, A2 balance
                                  -> A1 return completed JUG 1 unit
  order A1: captured 3.00, open amount 0.00, refund due 0.00
  order A2: paid, captured 9.00

story: What was exchanged is exchanged once more
  sku M @20.00 LEEDS x1
  sku L @20.00 LEEDS x1
  sku S @20.00 LEEDS x1
  place A1 M                      -> placed, M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=M until=day9 L -> A2 placed pay by 09:15, A2 L x1 held at LEEDS
                                  -> return requested M 1 unit, A2 exchanged credit 20.00
                                  -> A2 order changed pay by day9 00:00
  receive_return return_key=7 sku=M node=LEEDS quantity=1 -> A1 return restocked M at LEEDS 1 unit
                                  -> A2 credit moved 20.00, A1 balance, A2 paid, A2 allocated, A2 balance
                                  -> A1 return completed M 1 unit
  ship A2                         -> L x1 shipped at LEEDS, order shipped 1 unit
  exchange A2 new_key=A3 return_key=8 sku=L until=day9 S -> A3 placed pay by 09:15, A3 S x1 held at LEEDS
                                  -> return requested L 1 unit, A3 exchanged credit 20.00
                                  -> A3 order changed pay by day9 00:00
  receive_return return_key=8 sku=L node=LEEDS quantity=1 -> A2 return restocked L at LEEDS 1 unit
                                  -> A3 credit moved 20.00, A2 balance, A3 paid, A3 allocated, A3 balance
                                  -> A2 return completed L 1 unit
  order A2: captured 0.00, open amount 0.00, refund due 0.00
  order A3: open, paid, captured 20.00, S x1 allocated at LEEDS

story: Of a forgotten order nobody knows what it cost, and nothing is exchanged
  start closed_orders_max=1
  sku CUP @3.00 LEEDS x2
  sku MUG @3.00 LEEDS x1
  place A1 CUP                    -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> CUP x1 shipped at LEEDS, order shipped 1 unit
  place A2 CUP                    -> placed, CUP x1 held at LEEDS
  cancel A2                       -> cancelled 1 unit
  exchange A1 new_key=A3 return_key=7 sku=CUP quantity=1 until=day9 MUG -> refused order_forgotten
  order A3: unknown

story: The number that the new order has in the shop leads to it
  sku CUP @3.00 LEEDS x1
  sku MUG @3.00 LEEDS x1
  place A1 CUP                    -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> CUP x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_number=1002 return_key=7 sku=CUP until=day9 at_once MUG -> 1002 placed pay by 09:15
                                  -> 1002 MUG x1 held at LEEDS, return requested CUP 1 unit
                                  -> 1002 exchanged credit 3.00, 1002 paid, 1002 allocated, 1002 balance

story: A new order that has to be reviewed is held for that, and its credit counts all the same
  risk_limits review_value_min=10.00
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  place A1 SHIRT-M                -> placed pay by 09:15, SHIRT-M x1 held at LEEDS, in review value_review
  review_decision A1 approve      -> review approved pay by 09:15
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 at_once SHIRT-L -> A2 placed pay by 09:15
                                  -> A2 SHIRT-L x1 held at LEEDS, A2 in review value_review
                                  -> return requested SHIRT-M 1 unit, A2 exchanged credit 20.00, A2 paid
                                  -> A2 balance
  review_decision A2 approve      -> review approved, allocated

story: The new order is forgotten before the old goods come back, and its credit was used
  start closed_orders_max=1
  sku CUP @3.00 LEEDS x1
  sku JUG @9.00 LEEDS x1
  sku MUG @3.00 LEEDS x1
  sku PLATE @1.00 LEEDS x1
  place A1 CUP JUG                -> placed, CUP x1 held at LEEDS, JUG x1 held at LEEDS
  payment A1 P1 12.00 captured    -> captured 12.00, paid, allocated, balance
  ship A1 sku=CUP node=LEEDS      -> CUP x1 shipped at LEEDS
  exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 at_once MUG -> A2 placed pay by 09:15
                                  -> A2 MUG x1 held at LEEDS, return requested CUP 1 unit
                                  -> A2 exchanged credit 3.00, A2 paid, A2 allocated, A2 balance
  ship A2                         -> MUG x1 shipped at LEEDS, order shipped 1 unit
  place A3 PLATE                  -> placed, PLATE x1 held at LEEDS
  cancel A3                       -> cancelled 1 unit
  receive_return return_key=7 sku=CUP node=LEEDS quantity=1 -> A1 return restocked CUP at LEEDS 1 unit
                                  -> A2 credit moved 3.00 order_forgotten, A1 balance
                                  -> A1 return completed CUP 1 unit
  order A1: open, paid, captured 9.00, open amount 0.00, refund due 0.00

story: The new order was cancelled and is forgotten, and what comes back is refunded
  start closed_orders_max=1
  sku CUP @3.00 LEEDS x1
  sku JUG @9.00 LEEDS x1
  sku MUG @3.00 LEEDS x1
  sku PLATE @1.00 LEEDS x1
  place A1 CUP JUG                -> placed, CUP x1 held at LEEDS, JUG x1 held at LEEDS
  payment A1 P1 12.00 captured    -> captured 12.00, paid, allocated, balance
  ship A1 sku=CUP node=LEEDS      -> CUP x1 shipped at LEEDS
  exchange A1 new_key=A2 return_key=7 sku=CUP until=day9 at_once MUG -> A2 placed pay by 09:15
                                  -> A2 MUG x1 held at LEEDS, return requested CUP 1 unit
                                  -> A2 exchanged credit 3.00, A2 paid, A2 allocated, A2 balance
  cancel A2                       -> cancelled 1 unit, balance
  place A3 PLATE                  -> placed, PLATE x1 held at LEEDS
  cancel A3                       -> cancelled 1 unit
  receive_return return_key=7 sku=CUP node=LEEDS quantity=1 -> A1 return restocked CUP at LEEDS 1 unit
                                  -> A1 refund due 3.00, A1 balance refund due 3.00
                                  -> A1 return completed CUP 1 unit
  order A1: open, paid, captured 12.00, refund due 3.00
