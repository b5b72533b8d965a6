# Payments: in time, late, heard of too late, on their way, failed, on delivery.

story: A payment made in time counts although the news comes late, if the goods are still there
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  09:15                           -> A1 expired 6 units
  09:20 confirm_payment A1 09:14  -> paid, retaken, TEAPOT x6 allocated at LEEDS, allocated
  order A1: open, paid, 6 allocated

story: A payment made in time whose goods are sold meanwhile is owed back
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  09:15                           -> A1 expired 6 units
  09:16 place A2 TEAPOT x1        -> placed, TEAPOT x1 held at LEEDS
  09:20 confirm_payment A1 09:14  -> paid, refund due 90.00
  order A1: expired, paid

story: A payment made too late takes the goods again where they are still there
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  09:20 confirm_payment A1 09:16  -> A1 expired 6 units, paid paid_too_late, retaken
                                  -> TEAPOT x6 allocated at LEEDS, allocated
  order A1: open, paid

story: A payment made too late whose goods are gone is owed back
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x6              -> placed, TEAPOT x6 held at LEEDS
  09:15 place A2 TEAPOT x1        -> A1 expired 6 units, placed, TEAPOT x1 held at LEEDS
  09:20 confirm_payment A1        -> paid paid_too_late, refund due 90.00 paid_too_late

story: A payment is recorded twice and counts once
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  09:01 confirm_payment A1        -> paid already_paid
  order A1: paid, 1 allocated, version 2

story: A payment for a cancelled order is owed back
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  cancel A1                       -> cancelled 2 units
  09:05 confirm_payment A1        -> paid, refund due 30.00

story: A payment made before the order was placed is not this order's
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  09:05 confirm_payment A1 08:50  -> payment unassigned paid_before_placed paid at 08:50
  order A1: open, unpaid

story: While the provider works on a payment the hold waits, once
  channel WEB pending_ttl=1h
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:10 payment_pending A1        -> payment pending pay by 10:15
  order A1: pending
  09:30                           -> nothing
  09:40 confirm_payment A1        -> paid, allocated

story: A failed payment gives the frozen time back
  channel WEB pending_ttl=1h
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:10 payment_pending A1        -> payment pending pay by 10:15
  # 10 of the 60 minutes were used: what was left at 09:10, five minutes, is left again.
  09:20 fail_payment A1           -> payment failed pay by 09:25
  09:21 payment_pending A1        -> payment pending pay by 09:25
  09:25                           -> A1 expired 1 unit

story: A payment that stays pending does not hold for ever
  channel WEB pending_ttl=1h
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:10 payment_pending A1        -> payment pending pay by 10:15
  10:15                           -> A1 expired 1 unit

story: Where a channel gives no time for it, pending changes nothing about the deadline
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  payment_pending A1              -> payment pending pay by 09:15
  09:15                           -> A1 expired 1 unit

story: News of a payment of an order that is paid or ended is recorded and changes nothing
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  payment_pending A1              -> payment pending already_paid
  fail_payment A1                 -> payment failed already_paid
  cancel A1                       -> cancelled 1 unit, refund due 15.00
  fail_payment A1                 -> payment failed order_ended
  payment_pending A9              -> refused order_unknown
  fail_payment A9                 -> refused order_unknown

story: Cash on delivery is firm at once and does not expire
  channel WEB cash_on_delivery
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed, TEAPOT x2 allocated at LEEDS, allocated
  order A1: open, on_delivery, pay by never
  day3 09:00                      -> nothing
  confirm_payment A1              -> paid
  cancel A1                       -> cancelled 2 units, refund due 30.00

story: A deadline that has come cannot be paid away
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  # The payment is of the very instant at which the window ends, so it is too late.
  09:15 confirm_payment A1        -> A1 expired 2 units, paid paid_too_late, retaken
                                  -> TEAPOT x2 allocated at LEEDS, allocated

story: What was paid in time may wait again for what is gone
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x3 backorder    -> placed pay by 09:15, TEAPOT x2 held at LEEDS, TEAPOT x1 waiting
  09:15                           -> A1 expired 2 units
  09:16 place A2 TEAPOT x1        -> placed, TEAPOT x1 held at LEEDS
  09:20 confirm_payment A1 09:10  -> paid, retaken, TEAPOT x1 allocated at LEEDS, TEAPOT x2 waiting
                                  -> allocated
  waiting TEAPOT: A1

story: A payment needs a time
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1 paid_at=never -> refused field_out_of_range
  confirm_payment 0               -> refused order_key_missing
  order A1: unpaid

story: A payment in the second in which the order was placed is its own
  sku TEAPOT @15.00 LEEDS x6
  09:00:30 place A1 TEAPOT        -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1 09:00:29     -> payment unassigned paid_before_placed
  confirm_payment A1 09:00:30     -> paid, allocated

story: What a pending payment pays is firm when it arrives
  channel WEB pending_ttl=1h remind_before=5m
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:05 payment_pending A1        -> payment pending pay by 10:15
  # The reminder moves with the deadline.
  09:10                           -> nothing
  10:10                           -> A1 reminder pay by 10:15
  10:12 confirm_payment A1 10:11  -> paid, allocated
  10:15                           -> nothing

story: A line that was dropped stays dropped when a late payment takes the rest again
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x0
  place A1 refuse_line TEAPOT CUP -> placed, TEAPOT x1 held at LEEDS, CUP x1 refused stock_insufficient
  09:15                           -> A1 expired 1 unit
  receive CUP LEEDS x5
  confirm_payment A1 09:05        -> paid, retaken, TEAPOT x1 allocated at LEEDS, allocated
  order A1: 1 allocated, 1 refused
  sellable CUP: 5

story: A late payment is taken from other nodes where the first has none left
  sku TEAPOT @15.00 LEEDS x2 YORK x1
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  09:15                           -> A1 expired 2 units
  place A2 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1 09:05        -> paid, retaken 2 parcels, TEAPOT x1 allocated at LEEDS
                                  -> TEAPOT x1 allocated at YORK, allocated

story: An order that was to be reviewed is still reviewed when a late payment takes it again
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS, in review value_review
  09:15                           -> A1 expired 1 unit
  10:00 confirm_payment A1 09:05  -> paid, retaken, TEAPOT x1 held at LEEDS
                                  -> in review value_review review by day2 10:00
  review_decision A1 approve      -> review approved, allocated

story: What has its shipment taken back after the end waits with the whole order when that is paid
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  place A1 ship_complete backorder TEAPOT x4 CUP x4 -> placed pay by 09:15, TEAPOT x4 waiting, CUP x4 waiting
  09:05 ship A1 sku=CUP node=LEEDS quantity=4 -> CUP x4 shipped at LEEDS
                                  -> shipment exception CUP at LEEDS 3 units not_on_hand
                                  -> shipment exception 4 units not_paid
  09:16 ship_undone A1 CUP LEEDS  -> expired 0 units, part shipped 4 units, CUP x4 unshipped at LEEDS
                                  -> shipment exception CUP at LEEDS 4 units order_ended
  09:20 confirm_payment A1 09:10  -> paid, retaken, TEAPOT x4 waiting, CUP x4 waiting, allocated
  order A1: open, TEAPOT 4 waiting, CUP 4 waiting
