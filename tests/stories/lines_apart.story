# Lines of one SKU that stay apart: each has a number of the shop's, a price and a date of its own.

story: Two lines of one SKU with numbers of their own stay apart, each with its price and its date
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x10 @10.00 line_number=1 wanted_at=day9 APPLE x5 @5.00 line_number=2 wanted_at=day11 -> placed 1 parcel
      -> APPLE x10 named 1 line_number wanted_at day9, APPLE x10 held at LEEDS
      -> APPLE x5 named 2 line_number wanted_at day11, APPLE x5 held at LEEDS
  order A1: open, 15 ordered, value 125.00, APPLE line 1 x10 held at LEEDS
  order A1: APPLE line 1 price 10.00 wanted_at day9, APPLE line 2 x5 held price 5.00 wanted_at day11
  stock APPLE LEEDS: 5 available, 15 held
  place A2 APPLE x6               -> refused stock_insufficient APPLE

story: Lines without a number are summed, as they always were
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x10 APPLE x5     -> placed, APPLE x15 held at LEEDS
  order A1: value 150.00, APPLE x15 held at LEEDS

story: Lines of one SKU and one number are summed, and another number stays apart
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x2 line_number=7 APPLE x3 APPLE x4 line_number=7 APPLE x1 -> placed
      -> APPLE x6 named 7 line_number, APPLE x6 held at LEEDS, APPLE x4 held at LEEDS
  order A1: value 100.00, APPLE line 7 x6 held, APPLE line 0 x4 held

story: Two dates for what is summed are refused, and numbers are the way out
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x2 wanted_at=day9 APPLE x3 wanted_at=day11 -> refused wanted_at_conflict APPLE line 1
  place A1 APPLE x2 line_number=3 wanted_at=day9 APPLE x3 line_number=3 -> refused wanted_at_conflict APPLE line 1
  place A1 APPLE x2 wanted_at=day9 APPLE x3 wanted_at=day11 line_number=1 -> placed
      -> APPLE x2 named wanted_at day9, APPLE x2 held at LEEDS
      -> APPLE x3 named 1 line_number wanted_at day11, APPLE x3 held at LEEDS

story: Together two lines never take more than there is
  sku APPLE @10.00 LEEDS x6 YORK x3
  place A1 APPLE x6 line_number=1 APPLE x6 line_number=2 -> refused stock_insufficient APPLE line 1
  place A2 APPLE x6 line_number=1 APPLE x6 line_number=2 refuse_line -> placed
      -> APPLE x6 named 1 line_number, APPLE x6 held at LEEDS
      -> APPLE x6 named 2 line_number, APPLE x6 refused stock_insufficient
  place A3 backorder APPLE x2 line_number=1 APPLE x6 line_number=2 -> placed
      -> APPLE x2 named 1 line_number, APPLE x2 held at YORK
      -> APPLE x6 named 2 line_number, APPLE x1 held at YORK, APPLE x5 waiting
  stock APPLE: 0 available, 9 held

story: Two lines are planned as one: the nodes are those of the sum, and the first line takes first
  sku APPLE @10.00 LEEDS x4 YORK x4
  lane YORK GB 4.00 0.50
  place A1 APPLE x3 line_number=1 APPLE x3 line_number=2 -> placed 2 parcels cost 9.40
      -> APPLE x3 named 1 line_number, APPLE x3 held at LEEDS
      -> APPLE x3 named 2 line_number, APPLE x1 held at LEEDS, APPLE x2 held at YORK

story: What is shipped whole waits whole, until both lines can be had together
  sku APPLE @10.00 LEEDS x6
  place A1 ship_complete backorder APPLE x4 line_number=1 APPLE x4 line_number=2 -> placed
      -> APPLE x4 named 1 line_number, APPLE x4 waiting, APPLE x4 named 2 line_number, APPLE x4 waiting
  place A2 ship_complete APPLE x4 line_number=1 APPLE x4 line_number=2 -> refused stock_insufficient APPLE line 1
  09:05 receive APPLE LEEDS x1    -> nothing
  09:06 receive APPLE LEEDS x1    -> A1 APPLE x4 held at LEEDS waited, A1 APPLE x4 held at LEEDS waited

story: A limit of units holds for both lines together
  risk_limits line_quantity_max=5
  cap TWO-EACH units customer 6
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x3 line_number=1 APPLE x3 line_number=2 -> refused line_quantity_exceeded APPLE line 1
  risk_limits
  place A2 customer=42 APPLE x4 line_number=1 APPLE x4 line_number=2 -> refused cap_reached 6 left
  place A3 customer=42 APPLE x3 line_number=1 APPLE x3 line_number=2 -> placed
      -> APPLE x3 named 1 line_number, APPLE x3 held at LEEDS
      -> APPLE x3 named 2 line_number, APPLE x3 held at LEEDS
  cap TWO-EACH 42: 6 debited, 0 left

story: Who cancels a part says of which line, for they cost different amounts
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x10 @10.00 line_number=1 APPLE x5 @5.00 line_number=2 -> placed
      -> APPLE x10 named 1 line_number, APPLE x10 held at LEEDS
      -> APPLE x5 named 2 line_number, APPLE x5 held at LEEDS
  confirm_payment A1              -> paid 125.00, allocated
  cancel_line A1 APPLE quantity=2 -> refused line_number_missing APPLE
  cancel_line A1 APPLE quantity=2 line_number=3 -> refused not_in_order
  cancel_line A1 APPLE quantity=6 line_number=2 -> refused not_in_order APPLE line 1
  cancel_line A1 APPLE quantity=2 line_number=2 -> APPLE x2 cancelled line 1 value 10.00, order changed value 115.00
                                  -> refund due 10.00, balance refund due 10.00
  order A1: value 115.00, APPLE line 1 x10 allocated, APPLE line 2 x3 allocated
  stock APPLE LEEDS: 7 available

story: Where only one line has the SKU it needs no number
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x10 line_number=4 -> placed, APPLE x10 named 4 line_number, APPLE x10 held at LEEDS
  cancel_line A1 APPLE quantity=2 -> APPLE x2 cancelled, order changed
  cancel_line A1 APPLE quantity=2 line_number=4 -> APPLE x2 cancelled, order changed
  cancel_line A1 APPLE quantity=2 line_number=5 -> refused not_in_order

story: A change finds its lines by SKU and number, moves a date, and adds a line beside
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x4 @10.00 line_number=1 wanted_at=day9 -> placed
      -> APPLE x4 named 1 line_number wanted_at day9, APPLE x4 held at LEEDS
  modify A1 APPLE x4 @10.00 line_number=1 wanted_at=day10 APPLE x2 @5.00 line_number=2 -> APPLE x4 named 1 line_number wanted_at day10
      -> APPLE x2 changed value 10.00, APPLE x2 named 2 line_number
      -> order changed value 50.00, APPLE x2 held at LEEDS line 1
  order A1: APPLE line 1 x4 held wanted_at day10, APPLE line 2 x2 held
  # Without its number it is another line: the first two are not wanted any more.
  modify A1 APPLE x3 @10.00       -> APPLE x0 changed 4 gave back, APPLE x0 changed 2 gave back
      -> APPLE x3 changed, order changed value 30.00 3 lines, APPLE x3 held at LEEDS line 2
  modify A1 APPLE x30 @10.00 line_number=1 APPLE x1 @10.00 line_number=2 -> refused stock_insufficient APPLE

story: What left goes to the lines in their order, unless it names one
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x10 line_number=1 APPLE x5 line_number=2 -> placed
      -> APPLE x10 named 1 line_number, APPLE x10 held at LEEDS
      -> APPLE x5 named 2 line_number, APPLE x5 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1 sku=APPLE node=LEEDS quantity=2 line_number=2 -> APPLE x2 shipped at LEEDS line 1
  ship A1 sku=APPLE node=LEEDS quantity=11 -> APPLE x10 shipped at LEEDS line 0, APPLE x1 shipped at LEEDS line 1
  order A1: open, APPLE line 1 10 shipped, APPLE line 2 3 shipped 2 allocated
  deliver A1 sku=APPLE quantity=11 -> APPLE x10 delivered line 0, APPLE x1 delivered line 1
  # More than both have to have is told, and counts for the first.
  ship A1 sku=APPLE node=LEEDS quantity=3 -> APPLE x2 shipped at LEEDS line 1
                                  -> shipment exception APPLE at LEEDS 1 unit not_ordered, order shipped 15 units
  order A1: shipped, APPLE line 1 1 beyond
  ship A1 sku=APPLE node=LEEDS quantity=1 line_number=9 -> shipment exception APPLE at LEEDS 1 unit not_ordered
                                  -> shipment exception 1 unit order_ended

story: A number without a SKU names nothing
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x1 line_number=1 -> placed, APPLE x1 named 1 line_number, APPLE x1 held at LEEDS
  ship A1 line_number=1           -> refused field_out_of_range
  deliver A1 line_number=1        -> refused field_out_of_range
  pack A1 7 LEEDS line_number=1   -> refused field_out_of_range
  delivery_exception A1 lost line_number=1 -> refused field_out_of_range

story: Pickers say a SKU and a quantity, and each line gets its part
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x4 line_number=1 APPLE x3 line_number=2 -> placed
      -> APPLE x4 named 1 line_number, APPLE x4 held at LEEDS
      -> APPLE x3 named 2 line_number, APPLE x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  release_order A1                -> APPLE x4 released at LEEDS, APPLE x3 released at LEEDS
  pick A1 APPLE LEEDS quantity=5  -> APPLE x4 picked at LEEDS line 0, APPLE x1 picked at LEEDS line 1
  pick A1 APPLE LEEDS quantity=1 line_number=2 -> APPLE x1 picked at LEEDS line 1
  short_pick A1 APPLE LEEDS       -> APPLE x1 short_picked at LEEDS line 1 counted_short
                                  -> APPLE x1 waiting line 1, APPLE x1 allocated at LEEDS waited line 1
  pack A1 7 LEEDS sku=APPLE quantity=5 -> APPLE x4 packed 7 parcel_key line 0, APPLE x1 packed 7 parcel_key line 1
  order A1: APPLE line 1 4 packed, APPLE line 2 1 packed 1 picked 1 allocated

story: Goods that come back, and shipments that did not leave, find their lines alike
  sku APPLE @10.00 LEEDS x20
  place A1 APPLE x4 line_number=1 APPLE x3 line_number=2 -> placed
      -> APPLE x4 named 1 line_number, APPLE x4 held at LEEDS
      -> APPLE x3 named 2 line_number, APPLE x3 held at LEEDS
  confirm_payment A1              -> paid, allocated
  ship A1                         -> APPLE x4 shipped at LEEDS, APPLE x3 shipped at LEEDS, order shipped 7 units
  ship_undone A1 APPLE LEEDS quantity=5 to=stock -> APPLE x4 unshipped at LEEDS line 0, APPLE x1 unshipped at LEEDS line 1
                                  -> order reopened, allocated, APPLE x4 waiting, APPLE x1 waiting
                                  -> APPLE x4 allocated at LEEDS waited, APPLE x1 allocated at LEEDS waited
  order A1: APPLE line 1 4 allocated 0 shipped, APPLE line 2 1 allocated 2 shipped
  ship A1                         -> APPLE x4 shipped at LEEDS, APPLE x1 shipped at LEEDS, order shipped 7 units
  deliver A1                      -> APPLE x4 delivered, APPLE x3 delivered
  receive_return A1 sku=APPLE node=LEEDS quantity=2 line_number=2 -> return restocked APPLE at LEEDS 2 units
                                  -> return exception APPLE at LEEDS 2 units not_requested
  receive_return A1 sku=APPLE node=LEEDS quantity=5 -> return restocked APPLE at LEEDS 5 units
                                  -> return exception APPLE at LEEDS 5 units not_requested
  order A1: APPLE line 1 4 returned, APPLE line 2 3 returned
  receive_return A1 sku=APPLE node=LEEDS quantity=1 line_number=2 -> return restocked APPLE at LEEDS 1 unit
                                  -> return exception APPLE at LEEDS 1 unit not_returnable

story: News of a line that left before its order was known finds that line
  sku APPLE @10.00 LEEDS x20
  ship A1 sku=APPLE node=LEEDS quantity=2 line_number=2 -> news kept ship
  import A1 APPLE x4 line_number=1 APPLE x3 line_number=2 -> imported
      -> APPLE x4 named 1 line_number, APPLE x4 allocated at LEEDS
      -> APPLE x3 named 2 line_number, APPLE x3 allocated at LEEDS, allocated
      -> APPLE x2 shipped at LEEDS line 1
  order A1: APPLE line 1 4 allocated, APPLE line 2 2 shipped 1 allocated

story: What was sold elsewhere has its numbers and dates, too
  sku APPLE @10.00 LEEDS x20
  import A1 state=elsewhere APPLE x4 line_number=1 wanted_at=day9 APPLE x3 line_number=2 -> shipped elsewhere 2 lines
      -> APPLE x4 named 1 line_number wanted_at day9, APPLE x3 named 2 line_number
  import A2 APPLE x4 wanted_at=day9 APPLE x3 -> refused wanted_at_conflict APPLE line 1

story: An expired order that is paid comes back with both its lines
  sku APPLE @10.00 LEEDS x7
  place A1 APPLE x4 line_number=1 APPLE x3 line_number=2 -> placed pay by 09:15
      -> APPLE x4 named 1 line_number, APPLE x4 held at LEEDS
      -> APPLE x3 named 2 line_number, APPLE x3 held at LEEDS
  09:15                           -> A1 expired 7 units
  09:16 confirm_payment A1        -> paid paid_too_late, retaken, APPLE x4 allocated at LEEDS
                                  -> APPLE x3 allocated at LEEDS, allocated
