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

story: What was picked is packed, and the parcel leaves
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 LEEDS x10
  place A1 TEAPOT x2 CUP x6       -> placed pay by 09:15, TEAPOT x2 held at LEEDS, CUP x6 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x2 released at LEEDS, CUP x6 released at LEEDS
  pick A1 TEAPOT LEEDS            -> TEAPOT x2 picked at LEEDS
  pick A1 CUP LEEDS               -> CUP x6 picked at LEEDS
  pack A1 parcel_key=17 node=LEEDS sku=CUP quantity=4 weight_g=900 -> CUP x4 packed at LEEDS 17 parcel key 900 weight g
  order A1: TEAPOT 2 picked, CUP 2 picked 4 packed
  pack A1 parcel_key=18 node=LEEDS weight_g=1850 -> TEAPOT x2 packed at LEEDS 18 parcel key 1850 weight g
                                  -> CUP x2 packed at LEEDS 18 parcel key 1850 weight g
  order A1: 0 picked, 8 packed
  stock CUP LEEDS: 10 on hand, 4 available, 6 picked
  ship A1 parcel_key=18 tracking=9 -> TEAPOT x2 shipped at LEEDS tracking 9
                                   -> CUP x2 shipped at LEEDS tracking 9
                                   -> parcel shipped 18 parcel key 1850 weight g
  order A1: open, CUP 4 packed 2 shipped
  stock CUP LEEDS: 8 on hand, 4 available, 4 picked
  ship A1 parcel_key=17           -> CUP x4 shipped at LEEDS
                                  -> parcel shipped 17 parcel key 900 weight g
                                  -> order shipped 8 units
  order A1: shipped, 0 packed

story: Two orders of a customer lie in one parcel, and each leaves with it
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2 -> TEAPOT x2 picked at LEEDS, TEAPOT x2 packed at LEEDS 17 parcel key
  pack A2 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 weight_g=2300 -> TEAPOT x1 picked at LEEDS
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key 2300 weight g
  ship A1 parcel_key=17           -> TEAPOT x2 shipped at LEEDS, order shipped 2 units
  ship A2 parcel_key=17           -> TEAPOT x1 shipped at LEEDS
                                  -> parcel shipped 17 parcel key 2300 weight g
                                  -> order shipped 1 unit

story: A parcel leaves while the rest of the order waits
  sku TEAPOT @15.00 LEEDS x2
  import A1 TEAPOT x3             -> imported, TEAPOT x2 allocated at LEEDS, TEAPOT x1 short, allocated
  pick A1 TEAPOT LEEDS quantity=2 -> TEAPOT x2 picked at LEEDS
  pack A1 parcel_key=17 node=LEEDS -> TEAPOT x2 packed at LEEDS 17 parcel key
  ship A1 parcel_key=18           -> shipment exception 0 units nothing_to_ship
  ship A1 parcel_key=17           -> TEAPOT x2 shipped at LEEDS, parcel shipped 17 parcel key
  order A1: open, 1 waiting

story: A node that agrees to a cancel unpacks the parcel
  sku TEAPOT @15.00 LEEDS x3
  place A1 TEAPOT x3              -> placed pay by 09:15, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pick A1 TEAPOT LEEDS quantity=3 -> TEAPOT x3 picked at LEEDS
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2 -> TEAPOT x2 packed at LEEDS 17 parcel key
  cancel A1                       -> cancel requested 3 units
  pack A1 parcel_key=17 node=LEEDS -> TEAPOT x1 packed at LEEDS 17 parcel key
  answer_cancel A1 agreed         -> cancel agreed, TEAPOT x3 put_back at LEEDS
                                  -> cancelled 3 units, refund due 45.00
  stock TEAPOT LEEDS: 3 available, 0 picked

story: What is packed is lost by no count, and not found short
  sku TEAPOT @15.00 LEEDS x2
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> TEAPOT x2 released at LEEDS
  pick A1 TEAPOT LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS
  pack A1 parcel_key=17 node=LEEDS -> TEAPOT x1 packed at LEEDS 17 parcel key
  short_pick A1 TEAPOT LEEDS      -> TEAPOT x1 short_picked at LEEDS counted_short, TEAPOT x1 waiting
  adjust TEAPOT LEEDS -1          -> stock deficit TEAPOT at LEEDS 1 deficit -1 delta
  order A1: 1 packed, 1 waiting
  ship A1                         -> TEAPOT x1 shipped at LEEDS

story: More is packed than the order has to have
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=3 -> TEAPOT x2 picked at LEEDS
                                  -> shipment exception TEAPOT at LEEDS 1 unit not_ordered
                                  -> TEAPOT x2 packed at LEEDS 17 parcel key

story: What is packed for an order that is not paid, or has ended, is told
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS
                                  -> shipment exception 1 unit not_paid
                                  -> TEAPOT x1 packed at LEEDS 17 parcel key
  ship A1                         -> TEAPOT x2 shipped at LEEDS, shipment exception 2 units not_paid
                                  -> order shipped 2 units
  pack A1 parcel_key=17 node=LEEDS -> shipment exception at LEEDS 0 units order_ended

story: Nothing there was picked, or it lies in a parcel already
  sku TEAPOT @15.00 LEEDS x5
  sku CUP @3.00 LEEDS x5
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pack A1 parcel_key=17 node=LEEDS -> shipment exception at LEEDS 0 units nothing_to_pack
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT -> shipment exception TEAPOT at LEEDS 0 units nothing_to_pack
  pack A1 parcel_key=17 node=LEEDS sku=CUP -> shipment exception CUP at LEEDS 0 units nothing_to_pack
  pack A1 parcel_key=17 node=LEEDS sku=CUP quantity=1 -> shipment exception CUP at LEEDS 1 unit not_ordered

story: A packing, or a parcel, that is named wrongly is refused
  sku TEAPOT @15.00 LEEDS x5
  place A1 TEAPOT x2              -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  pack A1 parcel_key=0 node=LEEDS -> refused parcel_key_missing
  pack A1 parcel_key=17 node=99   -> refused node_unknown
  pack A1 parcel_key=17 node=LEEDS sku=99 -> refused sku_unknown
  pack A1 parcel_key=17 node=LEEDS quantity=2 -> refused field_out_of_range
  pack A1 parcel_key=17 node=LEEDS sku=TEAPOT quantity=2147483648 -> refused quantity_out_of_range
  pack A2 parcel_key=17 node=LEEDS -> refused order_unknown
  ship A1 parcel_key=17 node=LEEDS -> refused field_out_of_range
  ship A1 parcel_key=17 sku=TEAPOT -> refused field_out_of_range

story: A parcel leaves before its order is known, and has nothing of it
  sku TEAPOT @15.00 LEEDS x5
  ship A1 parcel_key=17           -> news kept until day8 09:00
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
                                  -> shipment exception 0 units nothing_to_ship

story: All that is paid goes to the floor at once, the most urgent first
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 ship_by=12:00 TEAPOT x2 -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A2              -> paid, allocated
  place A3 TEAPOT x3              -> placed pay by 09:15, TEAPOT x3 held at LEEDS
  release_wave 7                  -> wave begun 7 wave key
                                  -> A2 TEAPOT x2 released at LEEDS, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 2 orders 7 wave key
  order A3: TEAPOT 0 to pick
  confirm_payment A3              -> paid, allocated
  release_wave 8                  -> wave begun 8 wave key, A3 TEAPOT x3 released at LEEDS
                                  -> wave released 1 order 8 wave key

story: A wave takes what has to leave by then, and no more than it may
  sku TEAPOT @15.00 LEEDS x10
  place A1 ship_by=12:00 TEAPOT x1 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 ship_by=11:00 TEAPOT x1 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  place A3 ship_by=14:00 TEAPOT x1 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A3              -> paid, allocated
  place A4 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A4              -> paid, allocated
  release_wave 7 cutoff=12:00 orders_max=1 -> wave begun 7 wave key, A2 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 7 wave key
  release_wave 8 cutoff=12:00     -> wave begun 8 wave key, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 8 wave key
  release_wave 9 cutoff=12:00     -> wave begun 9 wave key, wave released 0 orders 9 wave key

story: A wave of a lane leaves other lanes alone
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 YORK x6
  place A1 TEAPOT x2 CUP x1       -> placed 2 parcels pay by 09:15, TEAPOT x2 held at LEEDS
                                  -> CUP x1 held at YORK
  confirm_payment A1              -> paid, allocated
  release_wave 7 node=YORK zone=GB -> wave begun 7 wave key, A1 CUP x1 released at YORK
                                  -> wave released 1 order 7 wave key
  order A1: TEAPOT 0 to pick, CUP 1 to pick
  release_wave 8 channel=WEB      -> wave begun 8 wave key, A1 TEAPOT x2 released at LEEDS
                                  -> wave released 1 order 8 wave key

story: What has changed when it is its turn is passed over
  start work_units=1
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  release_wave 7                  -> wave begun 7 wave key
  & cancel A1                     -> cancelled 1 unit, refund due 15.00, A2 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 1 passed over 7 wave key

story: One wave at a time, and of what there is
  start work_units=1
  sku TEAPOT @15.00 LEEDS x10
  release_wave 7                  -> wave begun 7 wave key
  & release_wave 8                -> refused wave_running, wave released 0 orders 7 wave key
  release_wave 0                  -> refused wave_key_missing
  release_wave 9 node=99          -> refused node_unknown
  release_wave 9 zone=99          -> refused zone_unknown
  release_wave 9 channel=99       -> refused channel_unknown

story: An order that was changed, and fits a wave no longer, is passed over
  start work_units=1
  zone FR
  node LEEDS
  lane LEEDS FR 4.00 0.10
  sku TEAPOT @15.00 LEEDS x10
  place A1 ship_by=12:00 TEAPOT x1 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 ship_by=12:00 TEAPOT x1 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  release_wave 7 zone=GB cutoff=12:00 -> wave begun 7 wave key
  & modify A1 zone=FR ship_by=day5 TEAPOT -> order changed, A2 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 1 passed over 7 wave key

story: A wave holds nobody up: what has expired is for sale between two units of it
  start work_units=1
  sku TEAPOT @15.00 LEEDS x4
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A2              -> paid, allocated
  place A3 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  confirm_payment A3              -> paid, allocated
  place A4 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:14:59 release_wave 7         -> wave begun 7 wave key
  & 09:15:00 place A5 TEAPOT x1   -> refused stock_pending TEAPOT
  & place A6 TEAPOT x1            -> A4 expired 1 unit, placed pay by 09:30, TEAPOT x1 held at LEEDS
                                  -> A1 TEAPOT x1 released at LEEDS, A2 TEAPOT x1 released at LEEDS
                                  -> A3 TEAPOT x1 released at LEEDS
                                  -> wave released 3 orders 7 wave key

story: What a parcel takes from the floor makes room for it there
  start lines_max=2 holds_max=1 lines_per_order_max=2
  sku TEAPOT @15.00 LEEDS x100
  place A1 TEAPOT x5              -> placed pay by 09:15, TEAPOT x5 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pack A1 parcel_key=1 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS, TEAPOT x1 packed at LEEDS 1 parcel key
  pack A1 parcel_key=2 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS, TEAPOT x1 packed at LEEDS 2 parcel key
  pick A1 TEAPOT LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS
  pack A1 parcel_key=3 node=LEEDS sku=TEAPOT quantity=2 -> TEAPOT x1 picked at LEEDS, TEAPOT x2 packed at LEEDS 3 parcel key
  pack A1 parcel_key=4 node=LEEDS sku=TEAPOT quantity=1 -> refused floor_full
  order A1: 4 packed, 0 picked, 1 allocated

story: All that was picked is packed on a full floor
  start lines_max=2 holds_max=1 lines_per_order_max=2
  sku TEAPOT @15.00 LEEDS x100
  place A1 TEAPOT x3              -> placed pay by 09:15, TEAPOT x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  pack A1 parcel_key=1 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS, TEAPOT x1 packed at LEEDS 1 parcel key
  pack A1 parcel_key=2 node=LEEDS sku=TEAPOT quantity=1 -> TEAPOT x1 picked at LEEDS, TEAPOT x1 packed at LEEDS 2 parcel key
  pick A1 TEAPOT LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS
  pack A1 parcel_key=3 node=LEEDS -> TEAPOT x1 packed at LEEDS 3 parcel key
  ship A1 parcel_key=3            -> TEAPOT x1 shipped at LEEDS, parcel shipped 3 parcel key
  order A1: open, 2 packed

story: Melons weigh more than was paid: they stay picked, and the difference is open
  sku MELON @2.00 LEEDS x5
  place A1 MELON x2 total=4.00    -> placed pay by 09:15, MELON x2 held at LEEDS
  payment A1 P1 4.00 captured     -> captured 4.00, paid, allocated, balance
  release_order A1                -> MELON x2 released at LEEDS
  pick A1 MELON LEEDS             -> MELON x2 picked at LEEDS
  modify A1 MELON x2 total=4.50   -> MELON x2 changed 0 gave back, order changed, balance open 0.50
  order A1: open, paid, clear, 2 ordered, 2 picked, value 4.50, captured 4.00, open amount 0.50, version 3
  ship A1                         -> MELON x2 shipped at LEEDS, order shipped 2 units
  payment A1 P2 0.50 captured     -> captured 0.50, balance

story: More melons than were paid are not weighed, but bought
  sku MELON @2.00 LEEDS x5
  place A1 MELON x2 total=4.00    -> placed pay by 09:15, MELON x2 held at LEEDS
  payment A1 P1 4.00 captured     -> captured 4.00, paid, allocated, balance
  release_order A1                -> MELON x2 released at LEEDS
  modify A1 MELON x3 total=6.50   -> MELON x3 changed 0 gave back, order changed
                                  -> unpaid pay by 09:15, MELON x1 held at LEEDS, balance open 2.50
