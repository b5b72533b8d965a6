# What makes an order firm: that it is paid, that its money was set aside, or that it is paid at the door.

story: An order is firm when its money is set aside, and is to be captured when the goods leave
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  09:05 payment A1 P1 30.00 authorised -> authorised 30.00, payment authorised pay by day8 09:05, allocated
                                  -> balance open 30.00
  order A1: open, payment authorised, 2 allocated, pay by day8 09:05
  09:15                           -> nothing
  day2 10:00 ship A1              -> TEAPOT x2 shipped at LEEDS, order shipped 2 units, capture due 30.00
  day2 10:01 payment A1 P1 30.00 captured -> captured 30.00, paid, balance
  order A1: shipped, paid
  day8 09:05                      -> nothing

story: Where the channel does not say so, money that is set aside makes nothing firm
  sku TEAPOT @15.00 LEEDS x6
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised until=day8 -> authorised 15.00, balance open 15.00
  09:15                           -> A1 expired 1 unit, A1 balance

story: An authorisation that lapses makes the order one that is to be paid, with a window of its own
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised pay by day8 09:00, allocated, balance open 15.00
  day8 09:00                      -> A1 authorisation lapsed 15.00, A1 unpaid pay by day8 09:15
  stock TEAPOT LEEDS: 1 held, 0 allocated
  day8 09:15                      -> A1 expired 1 unit, A1 balance

story: It may be authorised anew while it waits to be paid
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised pay by day8 09:00, allocated, balance open 15.00
  day8 09:10 payment A1 P2 15.00 authorised -> A1 authorisation lapsed lapsed at day8 09:00, A1 unpaid pay by day8 09:25
                                  -> authorised 15.00, payment authorised pay by day15 09:10, allocated, balance open 15.00

story: An amount that suffices all by itself takes the place of the one before it, if it counts for longer
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised pay by day8 09:00, allocated, balance open 15.00
  day6 09:00 payment A1 P2 15.00 authorised -> authorised 15.00, payment authorised pay by day13 09:00, balance open 15.00
  day6 10:00 payment A1 P3 15.00 authorised until=day7 -> authorised 15.00, balance open 15.00
  day8 09:00                      -> nothing
  day13 09:00                     -> A1 authorisation lapsed 15.00, A1 unpaid pay by day13 09:15

story: Money on two cards counts as long as both do
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  payment A1 P1 10.00 authorised until=day5 -> authorised 10.00, balance open 15.00
  order A1: open, unpaid, pay by 09:15
  payment A1 P2 5.00 authorised until=day3 -> authorised 5.00, payment authorised pay by day3, allocated
                                  -> balance open 15.00
  day3                            -> A1 authorisation lapsed 15.00, A1 unpaid pay by day3 00:15

story: What one card has paid and another has set aside makes it firm
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 10.00 captured    -> captured 10.00, balance open 5.00
  payment A1 P2 5.00 authorised   -> authorised 5.00, payment authorised, allocated, balance open 5.00
  order A1: open, payment authorised, pay by never
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit, capture due 5.00

story: Of an order that leaves in parts each part is to be captured, and the rest with the last one
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  sku MUG @4.00 LEEDS x1
  place A1 shipping=3.00 TEAPOT MUG -> placed, TEAPOT x1 held at LEEDS, MUG x1 held at LEEDS
  payment A1 P1 22.00 authorised  -> authorised 22.00, payment authorised, allocated, balance open 22.00
  ship A1 sku=MUG node=LEEDS      -> MUG x1 shipped at LEEDS, capture due 4.00
  payment A1 P1 4.00 captured     -> captured 4.00, balance open 18.00
  order A1: open, payment authorised
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 2 units, capture due 18.00

story: Money that is captured early is not due again
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised, allocated, balance open 15.00
  payment A1 P1 15.00 captured    -> captured 15.00, paid, balance
  order A1: open, paid, 1 allocated, pay by never
  day8 09:00                      -> nothing
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit

story: An authorisation that is heard of when it is over counts for nothing
  channel WEB firm_when=authorised authorisation_ttl=1m
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:05 payment A1 P1 15.00 authorised at=09:01 -> authorised 15.00 authorisation_lapsed, balance open 15.00
  order A1: open, unpaid

story: An authorisation made in time takes back what expired before it was heard of
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:15                           -> A1 expired 1 unit
  09:20 payment A1 P1 15.00 authorised at=09:14 -> authorised 15.00, payment authorised
                                  -> retaken pay by day8 09:14, TEAPOT x1 allocated at LEEDS, allocated, balance open 15.00
  order A1: open, payment authorised, pay by day8 09:14

story: An authorisation of goods that are sold meanwhile owes nothing back, since nothing came in
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:16 place A2 TEAPOT           -> A1 expired 1 unit, placed, TEAPOT x1 held at LEEDS
  09:20 payment A1 P1 15.00 authorised -> authorised 15.00, payment authorised paid_too_late, balance
  order A1: expired, payment authorised
  stock TEAPOT LEEDS: 1 held

story: An order that is cancelled owes back what was captured, and nothing of what was set aside
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 authorised  -> authorised 30.00, payment authorised, allocated, balance open 30.00
  payment A1 P1 10.00 captured    -> captured 10.00, balance open 20.00
  cancel A1                       -> cancelled 2 units, refund due 10.00, balance refund due 10.00
  payment A1 P2 30.00 authorised  -> authorised 30.00, balance refund due 10.00
  order A1: cancelled, payment authorised

story: A part that the bank takes back leaves too little
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 authorised  -> authorised 30.00, payment authorised, allocated, balance open 30.00
  payment A1 P1 10.00 captured    -> captured 10.00, balance open 20.00
  09:10 payment A1 P1 10.00 reversed -> reversed 10.00, unpaid pay by 09:25, balance open 30.00
  stock TEAPOT LEEDS: 2 held, 0 allocated

story: An order in review is firm when it is approved, and lapses in review as elsewhere
  channel WEB firm_when=authorised authorisation_ttl=10m
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS, in review value_review
  place A2 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS, in review value_review
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised pay by 09:10, balance open 15.00
  payment A2 P2 15.00 authorised  -> authorised 15.00, payment authorised pay by 09:10, balance open 15.00
  09:05 review_decision A1 approve -> review approved pay by 09:10, allocated
  09:10                           -> A1 authorisation lapsed 15.00, A1 unpaid pay by 09:25
                                  -> A2 authorisation lapsed 15.00, A2 unpaid pay by 09:25

story: Goods that left before their money was set aside are to be captured as soon as it is
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  ship A1                         -> TEAPOT x1 shipped at LEEDS, shipment exception 1 unit not_paid, order shipped 1 unit
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised, capture due 15.00, balance open 15.00

story: An order that is shipped after its authorisation has lapsed is one that is not paid
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised, allocated, balance open 15.00
  & day8 09:00 ship A1            -> A1 authorisation lapsed 15.00, A1 unpaid pay by day8 09:15, TEAPOT x1 shipped at LEEDS
                                  -> shipment exception 1 unit not_paid, order shipped 1 unit

story: A shipment that is taken back is authorised for as long as it was
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised, allocated, balance open 15.00
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit, capture due 15.00
  ship_undone A1 TEAPOT LEEDS     -> TEAPOT x1 unshipped at LEEDS, order reopened pay by day8 09:00, allocated
                                  -> TEAPOT x1 allocated at LEEDS
  day8 09:00                      -> A1 authorisation lapsed 15.00, A1 unpaid pay by day8 09:15

story: An authorisation that is heard of before its order waits for it
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  payment A1 P1 15.00 authorised until=day3 -> news kept
  place A1 TEAPOT                 -> placed pay by 09:15, TEAPOT x1 held at LEEDS, authorised 15.00
                                  -> payment authorised pay by day3, allocated, balance open 15.00

story: What is pending or fails does not touch an order that is authorised
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised, allocated, balance open 15.00
  payment_pending A1              -> payment pending already_paid
  fail_payment A1                 -> payment failed already_paid

story: Who pays at the door is firm at once, and what arrives is to be paid
  channel WEB firm_when=on_delivery
  sku TEAPOT @15.00 LEEDS x2
  place A1 shipping=3.00 TEAPOT x2 -> placed, TEAPOT x2 allocated at LEEDS, allocated
  order A1: open, on_delivery, pay by never
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  deliver A1                      -> TEAPOT x2 delivered, capture due 33.00
  confirm_payment A1              -> paid
  order A1: shipped, paid

story: Parcels are paid one by one where they arrive one by one, the charges with the last
  channel WEB firm_when=on_delivery
  sku TEAPOT @15.00 LEEDS x2
  place A1 shipping=3.00 TEAPOT x2 -> placed, TEAPOT x2 allocated at LEEDS, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  deliver A1 sku=TEAPOT quantity=1 -> TEAPOT x1 delivered, capture due 15.00
  payment A1 P1 15.00 captured    -> captured 15.00, balance open 18.00
  deliver A1                      -> TEAPOT x1 delivered, capture due 18.00

story: What was paid before is not asked for at the door
  channel WEB firm_when=on_delivery
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 allocated at LEEDS, allocated
  payment A1 P1 5.00 captured     -> captured 5.00, balance open 10.00
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  deliver A1                      -> TEAPOT x1 delivered, capture due 10.00

story: What has not left cannot be asked for at the door
  channel WEB firm_when=on_delivery
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 allocated at LEEDS, allocated
  deliver A1                      -> shipment exception 0 units not_shipped

story: Cash on delivery alone asks for nothing at the door
  channel WEB cash_on_delivery
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 allocated at LEEDS, allocated
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  deliver A1                      -> TEAPOT x1 delivered

story: A channel that is paid at the door waits for no authorisation
  channel WEB cash_on_delivery firm_when=authorised -> refused field_out_of_range
  channel WEB firm_when=authorised authorisation_ttl=20000d -> refused field_out_of_range
  channel WEB firm_when=on_delivery hold_ttl=0s
  channel WEB firm_when=authorised hold_ttl=0s -> refused field_out_of_range

story: Only what is authorised says until when, and no time before there was any
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured until=day3 -> refused field_out_of_range
  payment A1 P1 15.00 authorised until=never -> authorised 15.00, payment authorised, allocated, balance open 15.00

story: What is let go before it is captured counts no more
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 authorised  -> authorised 30.00, payment authorised, allocated, balance open 30.00
  09:10 payment A1 P1 30.00 voided -> voided 30.00, unpaid pay by 09:25, balance open 30.00
  stock TEAPOT LEEDS: 2 held, 0 allocated
  09:25                           -> A1 expired 2 units, A1 balance

story: A part that is let go leaves too little, unless more was set aside than is due
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 40.00 authorised  -> authorised 40.00, payment authorised, allocated, balance open 30.00
  payment A1 P1 10.00 voided      -> voided 10.00, balance open 30.00
  order A1: open, payment authorised
  payment A1 P1 10.00 voided      -> voided 10.00 payment_known
  payment A1 V2 0.01 voided       -> voided 0.01, balance open 30.00
  order A1: open, payment authorised
  sku CUP @15.00 LEEDS x2
  place A2 CUP x2                 -> placed, CUP x2 held at LEEDS
  payment A2 P3 40.00 authorised  -> authorised 40.00, payment authorised, allocated, balance open 30.00
  payment A2 P3 10.01 voided      -> voided 10.01, unpaid, balance open 30.00

story: Who authorises anew may let go of the amount before, and stays firm
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised pay by day8 09:00, allocated, balance open 15.00
  day6 09:00 payment A1 P2 15.00 authorised -> authorised 15.00, payment authorised pay by day13 09:00, balance open 15.00
  payment A1 P1 15.00 voided      -> voided 15.00, balance open 15.00
  order A1: open, payment authorised, 1 allocated
  payment A1 P2 15.00 voided      -> voided 15.00, unpaid, balance open 15.00

story: Of two cards one lets go of its part
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 10.00 authorised  -> authorised 10.00, balance open 15.00
  payment A1 P2 5.00 authorised   -> authorised 5.00, payment authorised, allocated, balance open 15.00
  payment A1 P2 5.00 voided       -> voided 5.00, unpaid, balance open 15.00
  payment A1 P3 5.00 authorised   -> authorised 5.00, payment authorised, allocated, balance open 15.00

story: What is left of an authorisation that was captured in part may be let go
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 40.00 authorised  -> authorised 40.00, payment authorised, allocated, balance open 30.00
  payment A1 P1 30.00 captured    -> captured 30.00, paid, balance
  payment A1 P1 10.00 voided      -> voided 10.00, balance
  order A1: open, paid, 2 allocated

story: Money of goods that have left is to be captured before it lapses, and somebody is told if it was not
  channel WEB firm_when=authorised authorisation_ttl=7d
  exception_rule capture kept=true
  sku TEAPOT @15.00 LEEDS x4
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 authorised  -> authorised 30.00, payment authorised, allocated, balance open 30.00
  payment A2 P2 30.00 authorised  -> authorised 30.00, payment authorised, allocated, balance open 30.00
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units, capture due 30.00
                                  -> exception raised kind capture 1 exception amount 30.00 due at day8 09:00
  ship A2                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units, capture due 30.00
                                  -> exception raised kind capture 2 exception amount 30.00 due at day8 09:00
  day3 payment A1 P1 30.00 captured -> captured 30.00, paid, balance, exception solved kind capture 1 exception
  day3 payment A2 P2 10.00 captured -> captured 10.00, balance open 20.00
  day8 09:00                      -> A2 exception overdue kind capture 2 exception due at day8 09:00
  payment A2 P3 20.00 captured    -> captured 20.00, paid, balance, exception solved kind capture 2 exception

story: Who authorises anew without saying until when may let go of the amount before, too
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 authorised  -> authorised 15.00, payment authorised, allocated, balance open 15.00
  day6 09:00 payment A1 P2 15.00 authorised -> authorised 15.00, balance open 15.00
  payment A1 P1 15.00 voided      -> voided 15.00, balance open 15.00
  order A1: open, payment authorised, 1 allocated
  payment A1 P2 15.00 voided      -> voided 15.00, unpaid, balance open 15.00

story: What was authorised and not needed takes the place of what is let go
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 20.00 authorised  -> authorised 20.00, balance open 30.00
  payment A1 P2 20.00 authorised  -> authorised 20.00, payment authorised pay by never, allocated, balance open 30.00
  payment A1 P3 20.00 authorised until=day7 -> authorised 20.00, balance open 30.00
  payment A1 P2 20.00 voided      -> voided 20.00, payment authorised pay by day7, balance open 30.00
  payment A1 P1 20.00 voided      -> voided 20.00, unpaid, balance open 30.00

story: What is let go before it is heard that it was authorised does not count when that is heard
  channel WEB firm_when=authorised
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT                 -> placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 voided      -> voided 15.00, balance open 15.00
  payment A1 P1 15.00 authorised  -> authorised 15.00, balance open 15.00
  order A1: open, unpaid, 1 held
  payment A1 P2 15.00 authorised  -> authorised 15.00, payment authorised, allocated, balance open 15.00
  payment A1 P3 15.00 voided      -> voided 15.00, balance open 15.00
  payment A1 P3 15.00 authorised  -> authorised 15.00, balance open 15.00
  order A1: open, payment authorised, 1 allocated

story: Too little is set aside, and the goods leave all the same: what is there is asked for, the rest is open
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku CUP @3.00 LEEDS x5
  exception_rule capture
  exception_rule shipment
  place A1 CUP x2                -> placed pay by 09:15, CUP x2 held at LEEDS
  payment A1 P1 5.00 authorised  -> authorised 5.00, balance open 6.00
  ship A1                        -> CUP x2 shipped at LEEDS, shipment exception 2 units not_paid
                                 -> order shipped 2 units, capture due 5.00
                                 -> exception raised kind shipment 1 exception 2 units not_paid
                                 -> exception raised kind capture 2 exception amount 6.00 due at day8 09:00
  day9 receive CUP LEEDS x1      -> A1 exception overdue kind capture 2 exception due at day8 09:00

story: What is set aside besides when the goods have left is asked for, too
  channel WEB firm_when=authorised authorisation_ttl=7d
  sku CUP @3.00 LEEDS x5
  place A1 CUP x2                -> placed pay by 09:15, CUP x2 held at LEEDS
  payment A1 P1 3.00 authorised  -> authorised 3.00, balance open 6.00
  ship A1                        -> CUP x2 shipped at LEEDS, shipment exception 2 units not_paid
                                 -> order shipped 2 units, capture due 3.00
  payment A1 P2 2.00 authorised  -> authorised 2.00, capture due 2.00, balance open 6.00
  payment A1 P3 1.00 authorised  -> authorised 1.00, payment authorised pay by day8 09:00
                                 -> capture due 1.00, balance open 6.00
  payment A1 C1 6.00 captured    -> captured 6.00, paid, balance

story: What lapsed is not asked for
  channel WEB firm_when=authorised authorisation_ttl=5m hold_ttl=15m
  sku CUP @3.00 LEEDS x5
  place A1 CUP x2                -> placed pay by 09:15, CUP x2 held at LEEDS
  payment A1 P1 5.00 authorised  -> authorised 5.00, balance open 6.00
  09:10 ship A1                  -> CUP x2 shipped at LEEDS, shipment exception 2 units not_paid
                                 -> order shipped 2 units
