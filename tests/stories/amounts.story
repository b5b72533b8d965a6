# Payments as amounts: in parts, too much, taken back, refunded; before and after everything else.

story: An order is paid when all of it has come in
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  payment A1 P1 40.00 captured    -> captured 40.00, balance open 50.00
  order A1: open, unpaid, 6 held, captured 40.00, open amount 50.00
  09:10 payment A1 P2 50.00 captured -> captured 50.00, paid, allocated, balance
  order A1: open, paid, 6 allocated, captured 90.00, open amount 0.00

story: A part payment holds nothing longer, and is due back when the order expires
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:05 payment A1 P1 40.00 captured -> captured 40.00, balance open 50.00
  09:15                           -> A1 expired 6 units, A1 refund due 40.00
                                  -> A1 balance refund due 40.00
  stock TEAPOT LEEDS: 10 available
  day2 09:00 payment A1 R1 40.00 refunded -> refunded 40.00, balance
  order A1: expired, unpaid, refund due 0.00

story: The same payment told twice counts once
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  payment A1 P1 40.00 captured    -> captured 40.00, balance open 50.00
  09:01 payment A1 P1 40.00 captured -> captured 40.00 payment_known
  09:02 payment A1 P1 45.00 captured -> captured 45.00 payment_conflict
  order A1: captured 40.00, unpaid
  # Another kind is another fact: the capture of what was authorised has the provider's one name.
  payment A1 P1 90.00 authorised  -> authorised 90.00, balance open 50.00

story: A confirmation is short for all that is missing
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  payment A1 P1 40.00 captured    -> captured 40.00, balance open 50.00
  confirm_payment A1              -> paid, allocated, balance
  order A1: captured 90.00, open amount 0.00
  confirm_payment A1              -> paid already_paid

story: What is paid too much is due back, and the refund closes it
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 20.00 captured    -> captured 20.00, paid, allocated, refund due 5.00
                                  -> balance refund due 5.00
  payment A1 R1 5.00 refunded     -> refunded 5.00, balance
  order A1: open, paid, 1 allocated, refund due 0.00

story: A second capture is due back
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  payment A1 P2 15.00 captured    -> captured 15.00, refund due 15.00, balance refund due 15.00
  payment A1 R2 10.00 refunded    -> refunded 10.00, balance refund due 5.00
  cancel A1                       -> cancelled 1 unit, refund due 15.00, balance refund due 20.00

story: A debit that the bank returns before shipping: the order is held again (killbill79)
  sku TEA @10.00 N1 x1
  place A1 TEA x1                 -> placed, TEA x1 held at N1
  09:01 confirm_payment A1        -> paid, allocated
  day6 00:30 payment A1 D1 10.00 reversed -> reversed 10.00, unpaid pay by day6 00:45
                                  -> balance open 10.00
  order A1: open, unpaid, 1 held, 0 allocated, pay by day6 00:45
  day6 00:31 place A2 TEA x1      -> refused stock_insufficient TEA
  # There is no money to give back.
  day6 00:32 cancel A1            -> cancelled 1 unit, balance
  order A1: cancelled, refund due 0.00, open amount 0.00

story: Who does not pay again after the bank took the money back loses the goods
  channel WEB remind_before=5m
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  day2 09:00 payment A1 D1 15.00 reversed -> reversed 15.00, unpaid pay by day2 09:15
                                  -> balance open 15.00
  day2 09:10                      -> A1 reminder pay by day2 09:15
  day2 09:15                      -> A1 expired 1 unit, A1 balance
  stock TEAPOT LEEDS: 1 available

story: Who pays again keeps the goods
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  day2 09:00 payment A1 D1 15.00 charged_back -> charged back 15.00, unpaid, balance open 15.00
  day2 09:05 payment A1 P2 15.00 captured -> captured 15.00, paid, allocated, balance
  order A1: open, paid, 1 allocated

story: Money taken back after shipping is open, and can be paid again
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  day3 09:00 payment A1 D1 15.00 charged_back -> charged back 15.00, unpaid, balance open 15.00
  order A1: shipped, unpaid, open amount 15.00
  day4 09:00 confirm_payment A1   -> paid, balance
  order A1: shipped, paid, captured 30.00, charged back 15.00, open amount 0.00

story: Where one pays at the door, money taken back is open and the order goes on
  channel WEB cash_on_delivery
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed, TEAPOT x1 allocated at LEEDS, allocated
  payment A1 P1 15.00 captured    -> captured 15.00, paid, balance
  payment A1 D1 15.00 reversed    -> reversed 15.00, unpaid, allocated, balance open 15.00
  order A1: open, on_delivery, 1 allocated, pay by never

story: A goodwill refund stops nothing
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  payment A1 R1 3.00 refunded     -> refunded 3.00, balance open 3.00
  order A1: open, paid, 2 allocated
  cancel A1                       -> cancelled 2 units, refund due 27.00, balance refund due 27.00

story: More given back than came in is told, and is open
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  cancel A1                       -> cancelled 2 units, refund due 30.00
  payment A1 R1 30.00 refunded    -> refunded 30.00, balance
  payment A1 R2 30.00 refunded    -> refunded 30.00 beyond_captured, balance open 30.00
  order A1: cancelled, captured 30.00, refunded 60.00, open amount 30.00, refund due 0.00

story: What was shipped of a cancelled order stays due
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  payment A1 P1 90.00 captured    -> captured 90.00, paid, allocated, balance
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x2 shipped at LEEDS
  cancel A1                       -> cancelled 4 units, part shipped 2 units, refund due 60.00
                                  -> balance refund due 60.00
  payment A1 R1 60.00 refunded    -> refunded 60.00, balance
  payment A1 D1 30.00 charged_back -> charged back 30.00, unpaid, balance open 30.00

story: A payment after the cancellation is due back, whatever its amount
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  cancel A1                       -> cancelled 2 units
  09:05 payment A1 P1 10.00 captured -> captured 10.00, refund due 10.00, balance refund due 10.00
  09:06 payment A1 P2 20.00 captured -> captured 20.00, paid, refund due 20.00
                                  -> balance refund due 30.00

story: The rest that comes in time takes an expired order again
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  payment A1 P1 10.00 captured    -> captured 10.00, balance open 20.00
  09:15                           -> A1 expired 2 units, A1 refund due 10.00
                                  -> A1 balance refund due 10.00
  09:20 payment A1 P2 20.00 captured at=09:14 -> captured 20.00, paid, retaken
                                  -> TEAPOT x2 allocated at LEEDS, allocated, balance
  order A1: open, paid, 2 allocated, refund due 0.00

story: The rest that comes too late for goods that are gone is due back with the first part
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  payment A1 P1 10.00 captured    -> captured 10.00, balance open 20.00
  09:15 place A2 TEAPOT x1        -> A1 expired 2 units, A1 refund due 10.00
                                  -> A1 balance refund due 10.00, placed, TEAPOT x1 held at LEEDS
  09:20 payment A1 P2 20.00 captured -> captured 20.00, paid paid_too_late
                                  -> refund due 20.00 paid_too_late, balance refund due 30.00

story: Authorised money holds nothing by itself
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, balance open 15.00
  order A1: open, unpaid, authorised 15.00, captured 0.00
  09:10 payment A1 P1 15.00 captured -> captured 15.00, paid, allocated, balance

story: Payments that are heard before their order wait for it
  sku TEAPOT @15.00 LEEDS x2
  payment A1 P1 10.00 captured    -> news kept
  payment A1 P2 5.00 captured     -> news kept
  payment A1 P2 5.00 captured     -> news kept
  09:10 place A1 TEAPOT x1        -> placed, TEAPOT x1 held at LEEDS
                                  -> captured 10.00, balance open 5.00
                                  -> captured 5.00, paid, allocated, balance
                                  -> captured 5.00 payment_known
  order A1: open, paid, captured 15.00

story: A payment whose order never comes is told with its amount
  start news_ttl_ns=1h
  sku TEAPOT @15.00 LEEDS x2
  payment A1 P1 10.00 captured    -> news kept
  10:00                           -> A1 news unclaimed 10.00

story: A payment of an order that is forgotten is recorded with its amount, once
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  cancel A1                       -> cancelled 1 unit
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  cancel A2                       -> cancelled 1 unit
  payment A1 P1 15.00 captured    -> captured 15.00 order_forgotten, refund due 15.00 order_forgotten
  payment A1 P1 15.00 captured    -> captured 15.00 payment_known
  payment A1 R1 15.00 refunded    -> refunded 15.00 order_forgotten

story: Goods that left unpaid are paid at last, also when their order is forgotten
  start closed_orders_max=1
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  ship A1                         -> TEAPOT x1 shipped at LEEDS, shipment exception 1 unit not_paid
                                  -> order shipped 1 unit
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  cancel A2                       -> cancelled 1 unit
  payment A1 P1 5.00 captured     -> captured 5.00 order_forgotten
  payment A1 P2 20.00 captured    -> captured 20.00 order_forgotten, paid order_forgotten
                                  -> refund due 5.00 order_forgotten

story: A payment made before the order was placed is not this order's, and its amount is told
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  09:05 payment A1 P1 15.00 captured at=08:50 -> captured 15.00 paid_before_placed
  order A1: open, unpaid, captured 0.00

story: Money that goes while an order is in review leaves it there, unpaid
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
                                  -> in review value_review
  payment A1 P1 15.00 captured    -> captured 15.00, paid, balance
  09:10 payment A1 D1 15.00 reversed -> reversed 15.00, unpaid pay by 09:25, balance open 15.00
  order A1: open, unpaid, in_review, 1 held
  09:25                           -> A1 expired 1 unit, A1 balance

story: What is not there cannot be recorded
  start payments_max=1
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 0.00 captured     -> refused field_out_of_range
  payment A1 0 5.00 captured      -> refused payment_key_missing
  payment A1 P1 5.00 captured     -> captured 5.00, balance open 10.00
  # The one payment that can be remembered is of an order that goes on.
  payment A1 P2 5.00 captured     -> refused payments_full
  order A1: captured 5.00

story: A sale of a marketplace that is paid has its money, and what comes besides is too much
  sku TEAPOT @15.00 LEEDS x2
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  order A1: paid, captured 15.00
  payment A1 P1 15.00 captured    -> captured 15.00, refund due 15.00, balance refund due 15.00
