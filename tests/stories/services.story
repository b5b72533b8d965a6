# What a shop promises: how soon orders leave, arrive and come back; who is warned, and what is kept.

story: An order that leaves within a day keeps what the shop promises
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h warn_before=4h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  09:10 confirm_payment A1        -> paid, allocated
  15:00 ship A1 tracking=7        -> TEAPOT x2 shipped at LEEDS tracking 7, order shipped 2 units
                                  -> parcel in time kind processing channel WEB 2 units tracking 7 due at day2 09:10
                                  -> service kept kind processing channel WEB taken 5h50m due at day2 09:10

story: An order that lies too long is urged, and then its promise is broken
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h warn_before=4h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  09:10 confirm_payment A1        -> paid, allocated
  day2 05:09                      -> nothing
  day2 05:10                      -> A1 service warning kind processing due at day2 09:10
  day2 09:09                      -> nothing
  day2 09:10                      -> A1 service breached kind processing due at day2 09:10
  day3 09:00                      -> nothing
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> parcel late kind processing 2 units due at day2 09:10

story: What leaves at the last moment is too late, whether anybody had looked or not
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  & day2 09:00 ship A1            -> A1 service breached kind processing due at day2 09:00
                                  -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> parcel late kind processing 2 units

story: A minute before that it is in time
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  day2 08:59 ship A1              -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> parcel in time kind processing 2 units, service kept kind processing taken 23h59m

story: The clock begins when the order is paid and cleared, not when it is placed
  risk_limits review_value_min=50.00
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  place A1 TEAPOT x4              -> placed, TEAPOT x4 held at LEEDS, in review value_review
  confirm_payment A1              -> paid
  12:00 review_decision A1 approve -> review approved, allocated
  day2 11:00 ship A1              -> TEAPOT x4 shipped at LEEDS, order shipped 4 units
                                  -> parcel in time kind processing due at day2 12:00
                                  -> service kept kind processing taken 23h due at day2 12:00

story: An order that is cancelled has neither kept nor broken a promise
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h warn_before=1h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  10:00 cancel A1                 -> cancelled 2 units, refund due 30.00
  day3 09:00                      -> nothing

story: What can leave has left: the rest is promised anew when its goods are there
  sku TEAPOT @15.00 LEEDS x2
  service_level WEB processing within=24h
  place A1 backorder TEAPOT x5    -> placed, TEAPOT x2 held at LEEDS, TEAPOT x3 waiting
  confirm_payment A1              -> paid, allocated
  12:00 ship A1                   -> TEAPOT x2 shipped at LEEDS
                                  -> parcel in time kind processing 2 units due at day2 09:00
                                  -> service kept kind processing taken 3h
  day4 09:00                      -> nothing
  receive TEAPOT LEEDS x3         -> A1 TEAPOT x3 allocated at LEEDS waited
  day4 10:00 ship A1              -> TEAPOT x3 shipped at LEEDS, order shipped 5 units
                                  -> parcel in time kind processing 3 units due at day5 09:00
                                  -> service kept kind processing taken 1h

story: Of two parcels one leaves in time, and the other late
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 YORK x6
  service_level WEB processing within=2h
  place A1 TEAPOT x2 CUP x6       -> placed 2 parcels, TEAPOT x2 held at LEEDS, CUP x6 held at YORK
  confirm_payment A1              -> paid, allocated
  10:00 ship A1 node=YORK tracking=5 -> CUP x6 shipped at YORK tracking 5
                                  -> parcel in time kind processing 6 units tracking 5 due at 11:00
  11:00                           -> A1 service breached kind processing due at 11:00
  11:30 ship A1 tracking=6        -> TEAPOT x2 shipped at LEEDS tracking 6, order shipped 8 units
                                  -> parcel late kind processing 2 units tracking 6 due at 11:00

story: The time by which a sale has to leave is urged, and kept
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB ship_by warn_before=2h
  import A1 ship_by=18:00 TEAPOT x2 -> imported, TEAPOT x2 allocated at LEEDS, allocated
  16:00                           -> A1 service warning kind ship_by due at 18:00
  17:00 ship A1                   -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> parcel in time kind ship_by 2 units due at 18:00
                                  -> service kept kind ship_by taken 8h due at 18:00

story: A sale that one hears of too late is broken at once, and one that is nearly due is urged at once
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB ship_by warn_before=2h
  import A1 ship_by=08:00 TEAPOT x1 -> imported, TEAPOT x1 allocated at LEEDS, allocated
                                  -> service breached kind ship_by due at 08:00
  import A2 ship_by=10:00 TEAPOT x1 -> imported, TEAPOT x1 allocated at LEEDS, allocated
                                  -> service warning kind ship_by due at 10:00
  10:00                           -> A2 service breached kind ship_by due at 10:00

story: Goods that are missing do not excuse the time by which all has to leave
  sku TEAPOT @15.00 LEEDS x1
  service_level WEB ship_by
  import A1 ship_by=18:00 TEAPOT x2 -> imported, TEAPOT x1 allocated at LEEDS, TEAPOT x1 short, allocated
  12:00 ship A1                   -> TEAPOT x1 shipped at LEEDS
                                  -> parcel in time kind ship_by 1 unit due at 18:00
  18:00                           -> A1 service breached kind ship_by due at 18:00

story: A customer who asks for another day gets that one
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB ship_by
  import A1 ship_by=18:00 TEAPOT x2 -> imported, TEAPOT x2 allocated at LEEDS, allocated
  modify A1 ship_by=2026-11-03T18:00:00Z max_splits=255 TEAPOT x2 -> order changed
  18:00                           -> nothing
  day2 18:00                      -> A1 service breached kind ship_by due at day2 18:00

story: Of both promises a parcel is measured by the one that comes first
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  service_level WEB ship_by
  import A1 ship_by=11:00 TEAPOT x2 -> imported, TEAPOT x2 allocated at LEEDS, allocated
  11:00                           -> A1 service breached kind ship_by due at 11:00
  12:00 ship A1                   -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> parcel late kind ship_by 2 units due at 11:00
                                  -> service kept kind processing taken 3h

story: What left has to arrive within two days
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB delivery within=48h warn_before=12h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  10:00 ship A1                   -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  day2 15:00 deliver A1           -> TEAPOT x2 delivered, service kept kind delivery taken 29h
  place A2 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A2              -> paid, allocated
  ship A2                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  day4 03:00                      -> A2 service warning kind delivery due at day4 15:00
  day4 15:00                      -> A2 service breached kind delivery due at day4 15:00
  deliver A2                      -> TEAPOT x2 delivered

story: What is lost on its way is not promised any more
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB delivery within=48h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  delivery_exception A1 lost      -> delivery exception TEAPOT 2 units parcel_lost
  day5 09:00                      -> nothing

story: A return is done within two days of its request
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB returns within=48h warn_before=8h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  10:00 request_return A1 return_key=3 quantity=2 until=2026-11-16T09:00:00Z -> return requested 2 units
  day2 12:00 receive_return return_key=3 sku=TEAPOT node=LEEDS quantity=2 -> A1 return restocked TEAPOT at LEEDS 2 units
                                  -> A1 return completed 2 units, A1 service kept kind returns taken 26h
  request_return A1 return_key=4 quantity=1 until=2026-11-16T09:00:00Z -> refused not_returnable

story: A return that takes longer is urged and broken, and one that the customer never sends is neither
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB returns within=48h warn_before=8h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  request_return A1 return_key=3 sku=TEAPOT quantity=1 until=2026-11-16T09:00:00Z -> return requested TEAPOT 1 unit
  request_return A1 return_key=4 quantity=1 until=2026-11-03T09:00:00Z -> return requested 1 unit
  day2 09:00                      -> A1 return lapsed 1 unit
  day3 01:00                      -> A1 service warning kind returns TEAPOT due at day3 09:00
  day3 09:00                      -> A1 service breached kind returns TEAPOT due at day3 09:00
  day4 09:00 receive_return return_key=3 sku=TEAPOT node=LEEDS quantity=1 -> A1 return restocked TEAPOT at LEEDS 1 unit
                                  -> A1 return completed TEAPOT 1 unit

story: What was promised stays promised when the shop promises something else
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  10:00 service_level WEB processing within=2h
  import A2 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  service_level WEB processing promised=no
  import A3 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  12:00                           -> A2 service breached kind processing due at 12:00
  13:00 ship A3                   -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
                                  -> parcel in time kind processing due at day2 09:00
                                  -> service kept kind processing taken 4h

story: Channels promise different things
  sku TEAPOT @15.00 LEEDS x10
  channel SHOP hold_ttl=2h review_ttl=24h
  service_level SHOP processing within=1h
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A2 SHOP TEAPOT x1        -> imported, TEAPOT x1 allocated at LEEDS, allocated
  10:00                           -> A2 service breached kind processing channel SHOP due at 10:00

story: A parcel that had not left after all is promised once more
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  12:00 ship A1                   -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
                                  -> parcel in time kind processing, service kept kind processing taken 3h
  13:00 ship_undone A1 sku=TEAPOT node=LEEDS -> TEAPOT x2 unshipped at LEEDS, order reopened
                                  -> allocated, TEAPOT x2 allocated at LEEDS
  day2 13:00                      -> A1 service breached kind processing due at day2 13:00

story: A debit that comes back stops the clock, and it begins anew when the order is paid again
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  place A1 TEAPOT x2              -> placed, TEAPOT x2 held at LEEDS
  payment A1 P1 30.00 captured    -> captured 30.00, paid, allocated, balance
  12:00 payment A1 P1 30.00 reversed -> reversed 30.00, unpaid pay by 12:15, balance open 30.00
  12:10 payment A1 P2 30.00 captured -> captured 30.00, paid, allocated, balance
  day2 12:10                      -> A1 service breached kind processing due at day2 12:10

story: A promise without a time, a warning after its end, or of an unknown channel is none
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing    -> refused field_out_of_range
  service_level WEB processing within=24h warn_before=24h -> refused field_out_of_range
  service_level WEB ship_by within=24h -> refused field_out_of_range
  service_level WEB returns warn_before=1h -> refused field_out_of_range
  service_level 99 processing within=24h -> refused channel_unknown

story: More is promised than there is room for, and that is told
  start promises_max=1
  sku TEAPOT @15.00 LEEDS x10
  service_level WEB processing within=24h
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A2 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
                                  -> promises missed missed 1 missed ever 1
  ship A1                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit, parcel in time kind processing
                                  -> service kept kind processing
  import A3 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
