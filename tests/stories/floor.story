# The floor of a warehouse: what is to be picked, what was, what is not there, and what may still be stopped.

story: A paid order goes to the floor, is picked, and leaves
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x6 released at LEEDS
  stock TEAPOT LEEDS: 4 available, 6 allocated, 0 picked
  order A1: open, TEAPOT 6 allocated 6 to pick
  pick A1 TEAPOT LEEDS            -> TEAPOT x6 picked at LEEDS
  stock TEAPOT LEEDS: 10 on hand, 4 available, 0 allocated, 6 picked
  order A1: open, TEAPOT 6 picked
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units
  stock TEAPOT LEEDS: 4 on hand, 4 available, 0 picked
  order A1: shipped

story: What is not paid, or not cleared, does not go to the floor
  risk_limits review_value_min=50.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  release_order A1                -> refused not_paid
  place A2 TEAPOT x4              -> placed pay by 09:15, TEAPOT x4 held at LEEDS
                                  -> in review value_review
  confirm_payment A2              -> paid
  release_order A2                -> refused still_in_review
  review_decision A2 approve      -> review approved, allocated
  release_order A2                -> TEAPOT x4 released at LEEDS
  release_order A2                -> refused nothing_to_release
  release_order A3                -> refused order_unknown

story: Each node gets its part, when it is its turn
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 YORK x6
  place A1 TEAPOT x2 CUP x6       -> placed 2 parcels pay by 09:15, TEAPOT x2 held at LEEDS
                                  -> CUP x6 held at YORK
  confirm_payment A1              -> paid, allocated
  release_order A1 node=YORK      -> CUP x6 released at YORK
  order A1: TEAPOT 0 to pick, CUP 6 to pick
  release_order A1                -> TEAPOT x2 released at LEEDS
  order A1: TEAPOT 2 to pick, CUP 6 to pick

story: What waits goes to the floor when it has come
  sku TEAPOT @15.00 LEEDS x4
  import A1 TEAPOT x6             -> imported, TEAPOT x4 allocated at LEEDS, TEAPOT x2 short
                                  -> allocated
  release_order A1                -> TEAPOT x4 released at LEEDS
  pick A1 TEAPOT LEEDS            -> TEAPOT x4 picked at LEEDS
  receive TEAPOT LEEDS x5         -> A1 TEAPOT x2 allocated at LEEDS waited
  order A1: TEAPOT 2 allocated 4 picked 0 to pick
  ship A1                         -> TEAPOT x6 shipped at LEEDS, order shipped 6 units

story: What lies in a tote is lost by no count
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  release_order A2                -> TEAPOT x1 released at LEEDS
  pick A2 TEAPOT LEEDS            -> TEAPOT x1 picked at LEEDS
  adjust TEAPOT LEEDS -1          -> stock deficit TEAPOT at LEEDS 1 deficit -1 delta
                                  -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting
  order A1: 1 waiting
  order A2: TEAPOT 1 picked
  adjust TEAPOT LEEDS -1          -> stock deficit TEAPOT at LEEDS 1 deficit -1 delta
  stock TEAPOT LEEDS: 0 on hand, 1 picked, 1 deficit
  ship A2                         -> TEAPOT x1 shipped at LEEDS, order shipped 1 unit
  stock TEAPOT LEEDS: 0 on hand, 0 picked, 0 deficit

story: What was only released is lost by a count, and is to be picked no more
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x2 released at LEEDS
  adjust TEAPOT LEEDS -1          -> stock deficit TEAPOT at LEEDS 1 deficit -1 delta
                                  -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting
  order A1: open, paid, clear, 2 ordered, 1 allocated, 1 waiting, 1 to pick, value 30.00, captured 30.00, version 2

story: What ends its sale in a tote still leaves
  sku MILK @1.20 LEEDS x3 lot=1 expires_at=day3
  place A1 MILK x3                -> placed pay by 09:15, MILK x3 held at LEEDS lot 1
  confirm_payment A1              -> paid, allocated
  release_order A1                -> MILK x3 released at LEEDS lot 1
  pick A1 MILK LEEDS quantity=2   -> MILK x2 picked at LEEDS lot 1
  day3 00:00                      -> stock expired MILK at LEEDS lot 1 0 available 0 unavailable expires at 00:00
                                  -> A1 MILK x1 lost at LEEDS lot 1 lot_expired, A1 MILK x1 waiting
  order A1: MILK 2 picked 1 waiting
  ship A1                         -> MILK x2 shipped at LEEDS lot 1

story: What the picker does not find is fetched from elsewhere
  sku TEAPOT @15.00 LEEDS x3 YORK x1
  place A1 TEAPOT x3              -> placed pay by 09:15, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x3 released at LEEDS
  pick A1 TEAPOT LEEDS quantity=2 -> TEAPOT x2 picked at LEEDS
  short_pick A1 TEAPOT LEEDS      -> TEAPOT x1 short_picked at LEEDS counted_short
                                  -> TEAPOT x1 waiting, TEAPOT x1 allocated at YORK waited
  stock TEAPOT LEEDS: 2 on hand, 0 available, 2 picked, 0 deficit
  order A1: TEAPOT 2 picked 1 allocated

story: What is missing waits at its old rank, before those who came later
  sku TEAPOT @15.00 LEEDS x1
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 backorder TEAPOT x1    -> placed pay by 09:15, TEAPOT x1 waiting
  release_order A1                -> TEAPOT x1 released at LEEDS
  short_pick A1 TEAPOT LEEDS      -> TEAPOT x1 short_picked at LEEDS counted_short
                                  -> TEAPOT x1 waiting
  waiting TEAPOT: A1, A2
  receive TEAPOT LEEDS x1         -> A1 TEAPOT x1 allocated at LEEDS waited
  waiting TEAPOT: A2

story: What the picker finds broken is not for sale, and not gone
  sku TEAPOT @15.00 LEEDS x3
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x2 released at LEEDS
  short_pick A1 TEAPOT LEEDS quantity=1 why=damaged -> TEAPOT x1 short_picked at LEEDS goods_damaged
                                                    -> TEAPOT x1 waiting
                                                    -> TEAPOT x1 allocated at LEEDS waited
  stock TEAPOT LEEDS: 3 on hand, 0 available, 1 unavailable, 2 allocated

story: An order that is shipped whole gives back what it holds, not what was picked
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 LEEDS x2
  sku TRAY @9.00 LEEDS x1
  place A1 ship_complete shortage=backorder TEAPOT x1 CUP x1 TRAY x1 -> placed pay by 09:15
                                                                     -> TEAPOT x1 held at LEEDS
                                                                     -> CUP x1 held at LEEDS
                                                                     -> TRAY x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x1 released at LEEDS, CUP x1 released at LEEDS
                                  -> TRAY x1 released at LEEDS
  pick A1 CUP LEEDS               -> CUP x1 picked at LEEDS
  short_pick A1 TRAY LEEDS        -> TRAY x1 short_picked at LEEDS counted_short, TEAPOT x1 waiting
                                  -> TRAY x1 waiting
  stock TEAPOT LEEDS: 2 available
  order A1: CUP 1 picked
  receive TRAY LEEDS x1           -> A1 TEAPOT x1 allocated at LEEDS waited
                                  -> A1 TRAY x1 allocated at LEEDS waited
  ship A1                         -> TEAPOT x1 shipped at LEEDS, CUP x1 shipped at LEEDS
                                  -> TRAY x1 shipped at LEEDS, order shipped 3 units

story: A cancel after release is a question: the node agrees
  sku TEAPOT @15.00 LEEDS x4
  place A1 TEAPOT x3              -> placed pay by 09:15, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x3 released at LEEDS
  pick A1 TEAPOT LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS
  cancel A1                       -> cancel requested 3 units
  order A1: open, asked_back
  stock TEAPOT LEEDS: 1 available
  cancel A1                       -> refused cancel_pending
  release_order A1                -> refused cancel_pending
  answer_cancel A1 agreed         -> cancel agreed, TEAPOT x1 put_back at LEEDS, cancelled 3 units
                                  -> refund due 45.00
  stock TEAPOT LEEDS: 4 on hand, 4 available, 0 picked
  order A1: cancelled

story: A cancel after release is a question: it is too late
  sku TEAPOT @15.00 LEEDS x4
  place A1 TEAPOT x3              -> placed pay by 09:15, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  answer_cancel A1 agreed         -> refused no_cancel_pending
  release_order A1                -> TEAPOT x3 released at LEEDS
  cancel A1                       -> cancel requested 3 units
  answer_cancel A1 too_late       -> cancel refused
  answer_cancel A1 too_late       -> refused no_cancel_pending
  ship A1                         -> TEAPOT x3 shipped at LEEDS, order shipped 3 units
  order A1: shipped

story: Each node of an order that is asked back has to answer
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 YORK x6
  place A1 TEAPOT x2 CUP x6       -> placed 2 parcels pay by 09:15, TEAPOT x2 held at LEEDS
                                  -> CUP x6 held at YORK
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x2 released at LEEDS, CUP x6 released at YORK
  pick A1 CUP YORK                -> CUP x6 picked at YORK
  cancel A1                       -> cancel requested 8 units
  answer_cancel A1 agreed node=YORK  -> cancel agreed at YORK, CUP x6 put_back at YORK
  order A1: open, CUP 6 allocated 0 to pick, TEAPOT 2 to pick
  answer_cancel A1 agreed node=LEEDS -> cancel agreed at LEEDS, cancelled 8 units, refund due 48.00
  order A1: cancelled
  stock CUP YORK: 6 available

story: What left while it was asked back has left, and the rest is stopped
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 YORK x6
  place A1 TEAPOT x2 CUP x6       -> placed 2 parcels pay by 09:15, TEAPOT x2 held at LEEDS
                                  -> CUP x6 held at YORK
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x2 released at LEEDS, CUP x6 released at YORK
  cancel A1                       -> cancel requested 8 units
  ship A1 node=YORK               -> CUP x6 shipped at YORK
  answer_cancel A1 agreed         -> cancel agreed, cancelled 2 units, part shipped 6 units
                                  -> refund due 30.00
  order A1: cancelled

story: What was picked before it was paid is not taken back by a timer
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  pick A1 TEAPOT LEEDS quantity=2 -> TEAPOT x2 picked at LEEDS, shipment exception 2 units not_paid
  09:15                           -> A1 cancel requested 2 units not_paid
  stock TEAPOT LEEDS: 0 available, 2 picked
  confirm_payment A1 09:16        -> paid, allocated
  answer_cancel A1 too_late       -> cancel refused
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units

story: What was picked before it was paid, and is not paid, goes back on the shelf
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  pick A1 TEAPOT LEEDS quantity=2 -> TEAPOT x2 picked at LEEDS, shipment exception 2 units not_paid
  09:15                           -> A1 cancel requested 2 units not_paid
  answer_cancel A1 agreed         -> cancel agreed, TEAPOT x2 put_back at LEEDS, cancelled 2 units
  stock TEAPOT LEEDS: 2 available

story: The picker takes another lot than was promised
  sku MILK @1.20 LEEDS x3 lot=1 expires_at=day5
  receive MILK LEEDS x3 lot=2 expires_at=day9
  place A1 MILK x2                -> placed pay by 09:15, MILK x2 held at LEEDS lot 1
  confirm_payment A1              -> paid, allocated
  release_order A1                -> MILK x2 released at LEEDS lot 1
  pick A1 MILK LEEDS quantity=2 lot=2 -> MILK x2 picked at LEEDS lot 2
  stock MILK LEEDS lot 1: 3 available, 0 allocated
  stock MILK LEEDS lot 2: 1 available, 2 picked
  order A1: MILK 2 picked 0 to pick

story: The picker takes what was promised to another, who is told
  sku TEAPOT @15.00 LEEDS x2 YORK x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at YORK
  confirm_payment A2              -> paid, allocated
  pick A2 TEAPOT LEEDS quantity=2 -> TEAPOT x2 picked at LEEDS
                                  -> shipment exception TEAPOT at LEEDS 2 units promised_elsewhere
                                  -> A1 TEAPOT x2 lost at LEEDS counted_short, A1 TEAPOT x2 waiting
                                  -> A1 TEAPOT x2 allocated at YORK waited
  order A2: TEAPOT 2 picked

story: More is picked than is ordered, or than there is, and nothing is made up
  sku TEAPOT @15.00 LEEDS x2 YORK x0
  sku CUP @3.00 LEEDS x1
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pick A1 TEAPOT LEEDS quantity=3 -> TEAPOT x2 picked at LEEDS
                                  -> shipment exception TEAPOT at LEEDS 1 unit not_ordered
  pick A1 CUP LEEDS quantity=1    -> shipment exception CUP at LEEDS 1 unit not_ordered
  pick A1 TEAPOT LEEDS            -> shipment exception TEAPOT at LEEDS 0 units nothing_to_pick
  short_pick A1 TEAPOT LEEDS quantity=1 -> shipment exception TEAPOT at LEEDS 1 unit nothing_to_pick
  order A1: TEAPOT 2 picked
  place A2 backorder TEAPOT x1    -> placed pay by 09:15, TEAPOT x1 waiting
  confirm_payment A2              -> paid, allocated
  pick A2 TEAPOT YORK quantity=1  -> shipment exception TEAPOT at YORK 1 unit not_on_hand
  order A2: 1 waiting
  ship A1                         -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  pick A1 TEAPOT LEEDS quantity=1 -> shipment exception TEAPOT at LEEDS 1 unit order_ended

story: What was picked leaves before what was not
  sku MILK @1.20 LEEDS x2 lot=1 expires_at=day5
  receive MILK LEEDS x2 lot=2 expires_at=day9
  place A1 MILK x4                -> placed pay by 09:15, MILK x4 held at LEEDS lot 1 several lots
  confirm_payment A1              -> paid, allocated
  pick A1 MILK LEEDS quantity=2 lot=2 -> MILK x2 picked at LEEDS lot 2
  ship A1 sku=MILK node=LEEDS quantity=2 -> MILK x2 shipped at LEEDS lot 2
  order A1: MILK 2 shipped 2 allocated 0 picked

story: What was picked in vain, since it came from elsewhere, is for sale again
  sku TEAPOT @15.00 LEEDS x2 YORK x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x2 released at LEEDS
  pick A1 TEAPOT LEEDS            -> TEAPOT x2 picked at LEEDS
  ship A1 sku=TEAPOT node=YORK quantity=2 -> TEAPOT x2 shipped at YORK, order shipped 2 units
  stock TEAPOT LEEDS: 2 available, 0 picked
  order A1: shipped
