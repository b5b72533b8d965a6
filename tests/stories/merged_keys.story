# What is told, or asked, under the key of an order that went into another one.

story: A payment, a refund and a shipment told under the key of the order that went are of the one that stays
  sku TEAPOT @15.00 LEEDS x3
  sku CUP @3.00 LEEDS x4
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured    -> captured 15.00, paid, allocated, balance
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  payment A2 P2 6.00 captured     -> captured 6.00, paid, allocated, balance
  merge A1 other_key=A2           -> A2 order merged 2 units, A2 balance
                                  -> CUP x2 merged, order changed, balance
  payment A2 P2 6.00 captured     -> A1 captured 6.00 payment_known
  payment A1 P2 6.00 captured     -> captured 6.00 payment_known
  payment A2 R1 3.00 refunded     -> A1 refunded 3.00, A1 balance open 3.00
  payment A2 C1 6.00 charged_back -> A1 charged back 6.00, A1 unpaid pay by 09:15
                                  -> A1 balance open 9.00
  order A1: open, unpaid, clear, 3 ordered, 3 held, value 21.00, captured 21.00, refunded 3.00, charged back 6.00, open amount 9.00, version 4, pay by 09:15
  order A2: cancelled, paid, clear, 2 ordered, value 6.00, version 2
  ship A2 tracking=7              -> A1 TEAPOT x1 shipped at LEEDS tracking 7
                                  -> A1 CUP x2 shipped at LEEDS tracking 7
                                  -> A1 shipment exception 3 units tracking 7 not_paid
                                  -> A1 order shipped 3 units
  deliver A2                      -> A1 TEAPOT x1 delivered, A1 CUP x2 delivered
  order A1: shipped, unpaid, clear, 3 ordered, 3 shipped units, 3 delivered, value 21.00, captured 21.00, refunded 3.00, charged back 6.00, open amount 9.00, version 4, pay by 09:15

story: An order that went paid by its old key pays what was asked of it, once
  sku TEAPOT @15.00 LEEDS x3
  sku CUP @3.00 LEEDS x4
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  merge A1 other_key=A2           -> A2 order merged 2 units
                                  -> CUP x2 merged, order changed pay by 09:15
  confirm_payment A2              -> A1 captured 6.00, A1 balance open 15.00
  confirm_payment A2              -> A1 captured 0.00 already_paid
  order A1: open, unpaid, clear, 3 ordered, 3 held, value 21.00, captured 6.00, open amount 15.00, version 2, pay by 09:15
  confirm_payment A1              -> paid, allocated, balance
  confirm_payment A2              -> A1 paid already_paid
  order A1: open, paid, clear, 3 ordered, 3 allocated, value 21.00, captured 21.00, version 3

story: What went into an order that went is of the one where that is now
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  place A3 CUP x3                 -> placed, CUP x3 held at LEEDS
  merge A2 other_key=A3           -> A3 order merged 3 units
                                  -> CUP x3 merged, order changed pay by 09:15
  merge A1 other_key=A2           -> A2 order merged 5 units
                                  -> CUP x5 merged, order changed pay by 09:15
  confirm_payment A3              -> A1 captured 9.00, A1 balance open 9.00
  confirm_payment A2              -> A1 captured 6.00, A1 balance open 3.00
  payment A3 P3 3.00 captured     -> A1 captured 3.00, A1 paid, A1 allocated, A1 balance
  order A1: open, paid, clear, 6 ordered, 6 allocated, value 18.00, captured 18.00, version 3
  ship A3                         -> A1 CUP x6 shipped at LEEDS, A1 order shipped 6 units
  request_return A2 501 until=day15 sku=CUP quantity=2 -> A1 return requested why other CUP 2 units 501 return key until day15 00:00
  receive_return A3 CUP LEEDS 2    -> A1 return restocked CUP at LEEDS 2 units 501 return key
                                   -> A1 return completed CUP 2 units 501 return key

story: What is asked of an order that went is refused, and its key is not free
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  place A3 CUP x2                 -> placed, CUP x2 held at LEEDS
  merge A1 other_key=A2           -> A2 order merged 2 units
                                  -> CUP x2 merged, order changed pay by 09:15
  cancel A2                       -> refused order_merged
  cancel_line A2 CUP quantity=1   -> refused order_merged
  modify A2 CUP x1                -> refused order_merged
  extend A2 pay_by=10:00          -> refused order_merged
  merge A2 other_key=A3           -> refused order_merged
  merge A3 other_key=A2           -> refused order_merged
  review_decision A2 approve version=1 -> refused order_merged
  release_order A2                -> refused order_merged
  trim A2                         -> refused order_merged
  place A2 CUP x1                 -> refused order_exists
  import A2 CUP x1                -> refused order_exists
  payment_pending A2              -> A1 payment pending pay by 09:15
  fail_payment A2                 -> A1 payment failed pay by 09:15

story: A payment of both orders is one of both amounts
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  payment A1 P1 3.00 captured     -> captured 3.00, paid, allocated, balance
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  payment A2 P1 6.00 captured     -> captured 6.00, paid, allocated, balance
  merge A1 other_key=A2           -> A2 order merged 2 units, A2 balance
                                  -> CUP x2 merged, order changed, balance
  order A1: open, paid, clear, 3 ordered, 3 allocated, value 9.00, captured 9.00, version 3
  payment A2 P1 9.00 captured     -> A1 captured 9.00 payment_known
  payment A2 P1 6.00 captured     -> A1 captured 6.00 payment_conflict
  order A1: open, paid, clear, 3 ordered, 3 allocated, value 9.00, captured 9.00, version 3

story: What was paid after either was placed is of the merged order
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  09:05 place A2 CUP x2           -> placed, CUP x2 held at LEEDS
  merge A2 other_key=A1           -> A1 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  payment A1 P1 3.00 captured at=09:02 -> A2 captured 3.00, A2 balance open 6.00
  payment A2 P2 3.00 captured at=09:02 -> captured 3.00, balance open 3.00
  payment A2 P3 3.00 captured at=08:59 -> captured 3.00 paid_before_placed
  order A2: open, unpaid, clear, 3 ordered, 3 held, value 9.00, captured 6.00, open amount 3.00, version 2, pay by 09:15

story: An order that went is forgotten as any, and its key with it
  start closed_orders_max=1 stubs_max=1
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x1                 -> placed, CUP x1 held at LEEDS
  place B1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place B2 CUP x1                 -> placed, CUP x1 held at LEEDS
  merge A1 other_key=A2           -> A2 order merged 1 unit
                                  -> CUP x1 merged, order changed pay by 09:15
  cancel B1                       -> cancelled 1 unit
  payment A2 P1 1.00 captured     -> A1 captured 1.00, A1 balance open 5.00
  cancel A2                       -> refused order_merged
  cancel B2                       -> cancelled 1 unit
  payment A2 P2 1.00 captured     -> news kept until day8 09:00
  order A1: open, unpaid, clear, 2 ordered, 2 held, value 6.00, captured 1.00, open amount 5.00, version 2, pay by 09:15

story: Money of an order that went is due back where the one in which it is now has ended
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  merge A1 other_key=A2           -> A2 order merged 2 units
                                  -> CUP x2 merged, order changed pay by 09:15
  cancel A1                       -> cancelled 3 units
  confirm_payment A2              -> A1 captured 6.00, A1 refund due 6.00
                                  -> A1 balance refund due 6.00
  order A1: cancelled, unpaid, clear, 3 ordered, value 9.00, captured 6.00, refund due 6.00, version 2, pay by 09:15

story: Warehouses report what they do under the key of an order that went
  sku CUP @3.00 LEEDS x9
  sku TEAPOT @15.00 LEEDS x3
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 CUP x2 TEAPOT x1       -> placed, CUP x2 held at LEEDS, TEAPOT x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  merge A1 other_key=A2           -> A2 order merged 3 units, A2 balance
                                  -> CUP x2 merged, TEAPOT x1 merged, order changed, balance
  release_order A1                -> CUP x3 released at LEEDS, TEAPOT x1 released at LEEDS
  pick A2 TEAPOT LEEDS            -> A1 TEAPOT x1 picked at LEEDS
  short_pick A2 CUP LEEDS quantity=1 -> A1 CUP x1 short_picked at LEEDS counted_short
                                  -> A1 CUP x1 waiting, A1 CUP x1 allocated at LEEDS waited
  ship A2 sku=TEAPOT node=LEEDS quantity=1 -> A1 TEAPOT x1 shipped at LEEDS
  cancel A1                       -> cancel requested 2 units
  answer_cancel A2 node=LEEDS agreed -> A1 cancel agreed at LEEDS, A1 cancelled 3 units
                                  -> A1 part shipped 1 unit, A1 refund due 9.00
                                  -> A1 balance refund due 9.00

story: What was asked of an order that went may be all that is missing
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed, CUP x1 held at LEEDS
  payment A1 P1 2.00 captured     -> captured 2.00, balance open 1.00
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  merge A1 other_key=A2           -> A2 order merged 2 units, A2 balance
                                  -> CUP x2 merged, order changed pay by 09:15
                                  -> balance open 7.00
  payment A1 P2 1.00 captured     -> captured 1.00, balance open 6.00
  confirm_payment A2              -> A1 captured 6.00, A1 paid, A1 allocated, A1 balance
  order A1: open, paid, clear, 3 ordered, 3 allocated, value 9.00, captured 9.00, version 3

story: What is confirmed under the old key counts whole, also where more came in than is due
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed pay by 09:15, CUP x2 held at LEEDS
  merge A1 other_key=A2           -> A2 order merged 2 units 9 into sequence
                                  -> CUP x2 merged 0 waiting, order changed pay by 09:15
  payment A1 P1 5.00 captured     -> captured 5.00, balance open 4.00
  confirm_payment A2              -> A1 captured 6.00, A1 paid, A1 allocated, A1 refund due 2.00
                                  -> A1 balance refund due 2.00
  order A1: open, paid, clear, 3 ordered, 3 allocated, value 9.00, captured 11.00, refund due 2.00, version 3

story: The same of an order that was cancelled, or is less by then
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed pay by 09:15, CUP x2 held at LEEDS
  merge A1 other_key=A2           -> A2 order merged 2 units 9 into sequence
                                  -> CUP x2 merged 0 waiting, order changed pay by 09:15
  cancel_line A1 CUP quantity=2   -> CUP x2 cancelled 2 gave back, order changed pay by 09:15
  confirm_payment A2              -> A1 captured 6.00, A1 paid, A1 allocated, A1 refund due 3.00
                                  -> A1 balance refund due 3.00
  place B1 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  place B2 CUP x2                 -> placed pay by 09:15, CUP x2 held at LEEDS
  merge B1 other_key=B2           -> B2 order merged 2 units 14 into sequence
                                  -> CUP x2 merged 0 waiting, order changed pay by 09:15
  cancel B1                       -> cancelled 3 units
  confirm_payment B2              -> B1 captured 6.00, B1 refund due 6.00
                                  -> B1 balance refund due 6.00

story: What was taken back of an order that went is asked again under its key
  sku CUP @3.00 LEEDS x9
  place A1 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  place A2 CUP x2                 -> placed pay by 09:15, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  confirm_payment A2              -> paid, allocated
  merge A1 other_key=A2           -> A2 order merged 2 units 9 into sequence, A2 balance
                                  -> CUP x2 merged 0 waiting, order changed, balance
  payment A2 X1 6.00 reversed     -> A1 reversed 6.00, A1 unpaid pay by 09:15, A1 balance open 6.00
  confirm_payment A2              -> A1 captured 6.00, A1 paid, A1 allocated, A1 balance
  order A1: open, paid, clear, 3 ordered, 3 allocated, value 9.00, captured 15.00, reversed 6.00, version 5

story: Whatever key a merged order is named by, it was placed when the first of its orders was
  sku CUP @3.00 LEEDS x9
  place A3 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  09:05 place A2 CUP x2           -> placed pay by 09:20, CUP x2 held at LEEDS
  09:06 place A1 CUP x3           -> placed pay by 09:21, CUP x3 held at LEEDS
  merge A2 other_key=A3           -> A3 order merged 1 unit 10 into sequence
                                  -> CUP x1 merged 0 waiting, order changed pay by 09:15
  merge A1 other_key=A2           -> A2 order merged 3 units 11 into sequence
                                  -> CUP x3 merged 0 waiting, order changed pay by 09:15
  payment A2 P1 1.00 captured at=09:02 -> A1 captured 1.00, A1 balance open 17.00
  payment A3 P2 1.00 captured at=09:02 -> A1 captured 1.00, A1 balance open 16.00
  payment A1 P3 1.00 captured at=09:02 -> captured 1.00, balance open 15.00

story: What comes back of an order that went into another is of the one that it was sent for
  sku CUP @3.00 LEEDS x9
  place A1 CUP x2                 -> placed pay by 09:15, CUP x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> CUP x2 shipped at LEEDS, order shipped 2 units
  exchange A1 return_key=5 sku=CUP quantity=2 until=day20 new_key=A2 CUP x1 -> A2 placed pay by 09:15
                                                                            -> A2 CUP x1 held at LEEDS
                                                                            -> return requested why other CUP 2 units 5 return key until day20 00:00
                                                                            -> A2 exchanged counts on_receipt credit 3.00 5 return key
                                                                            -> A2 order changed pay by day20 00:00
  ship_undone A1 CUP LEEDS order  -> CUP x2 unshipped at LEEDS, order reopened, allocated
                                  -> CUP x2 allocated at LEEDS
  place A3 CUP x1                 -> placed pay by 09:15, CUP x1 held at LEEDS
  confirm_payment A3              -> paid, allocated
  merge A3 other_key=A1           -> A1 order merged 2 units 14 into sequence, A1 balance
                                  -> CUP x2 merged 0 waiting, order changed, balance
  receive_return return_key=5 sku=CUP node=LEEDS quantity=2 -> A1 return restocked CUP at LEEDS 2 units 5 return key
                                                            -> A1 return exception CUP at LEEDS 2 units 5 return key not_returnable
                                                            -> A1 balance
                                                            -> A2 credit lapsed 3.00 5 return key
                                                            -> A1 return completed CUP 2 units 5 return key

story: What was placed in exchange goes into another order, and what comes back is credited to that
  channel SHOP hold_ttl=20d
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  sku CUP @3.00 LEEDS x5
  place A1 SHOP SHIRT-M           -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 unwanted SHIRT-L -> A2 placed pay by day21 09:00
                                                                              -> A2 SHIRT-L x1 held at LEEDS
                                                                              -> return requested why unwanted SHIRT-M 1 unit 7 return key until day9 00:00
                                                                              -> A2 exchanged counts on_receipt credit 20.00 7 return key
  place A3 SHOP CUP x1            -> placed, CUP x1 held at LEEDS
  merge A3 other_key=A2           -> A2 order merged 1 unit 19 into sequence
                                  -> SHIRT-L x1 merged 0 waiting, order changed pay by day21 09:00
  day5 09:00 receive_return return_key=7 sku=SHIRT-M node=LEEDS quantity=1 -> A1 return restocked SHIRT-M at LEEDS 1 unit 7 return key
                                                                           -> A3 credit moved 20.00 7 return key ok
                                                                           -> A1 balance
                                                                           -> A3 balance open 3.00
                                                                           -> A1 return completed SHIRT-M 1 unit 7 return key
  confirm_payment A2              -> A3 captured 0.00 already_paid
  confirm_payment A3              -> paid, allocated, balance

story: What was placed in exchange went into another order, and nothing comes back
  channel SHOP hold_ttl=20d
  sku SHIRT-M @20.00 LEEDS x1
  sku SHIRT-L @20.00 LEEDS x1
  sku CUP @3.00 LEEDS x5
  place A1 SHOP SHIRT-M           -> placed, SHIRT-M x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> SHIRT-M x1 shipped at LEEDS, order shipped 1 unit
  exchange A1 new_key=A2 return_key=7 sku=SHIRT-M until=day9 unwanted SHIRT-L -> A2 placed pay by day21 09:00
                                                                              -> A2 SHIRT-L x1 held at LEEDS
                                                                              -> return requested why unwanted SHIRT-M 1 unit 7 return key until day9 00:00
                                                                              -> A2 exchanged counts on_receipt credit 20.00 7 return key
  place A3 SHOP CUP x1            -> placed, CUP x1 held at LEEDS
  merge A3 other_key=A2           -> A2 order merged 1 unit 19 into sequence
                                  -> SHIRT-L x1 merged 0 waiting, order changed pay by day21 09:00
  day9                            -> A1 return lapsed SHIRT-M 1 unit 7 return key until 00:00
                                  -> A3 credit lapsed 20.00 7 return key
