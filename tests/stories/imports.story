# Sales made elsewhere: they are facts, and recorded.

story: A sale made elsewhere is paid and takes its goods at once
  sku TEAPOT @15.00 LEEDS x10
  import M1 TEAPOT x6             -> imported, TEAPOT x6 allocated at LEEDS, allocated
  order M1: open, paid, pay by never, value 90.00
  sellable TEAPOT: 4

story: A sale made elsewhere of what is not there is owed, and served first
  sku TEAPOT @15.00 LEEDS x2
  import M1 TEAPOT x3             -> imported, TEAPOT x2 allocated at LEEDS, TEAPOT x1 short, allocated
  waiting TEAPOT: M1
  receive TEAPOT LEEDS x2         -> M1 TEAPOT x1 allocated at LEEDS waited
  sellable TEAPOT: 1

story: A sale made elsewhere is recorded even where no node can serve it
  zone IE
  sku TEAPOT @15.00 LEEDS x3
  lane LEEDS IE serviceable=no
  import M1 IE TEAPOT x1          -> imported, TEAPOT x1 short, allocated
  lane LEEDS IE                   -> M1 TEAPOT x1 allocated at LEEDS waited

story: A sale made elsewhere by somebody who is blocked is stopped from shipping
  sku TEAPOT @15.00 LEEDS x3
  list block customer 42
  import M1 customer=42 TEAPOT x1 -> imported, TEAPOT x1 held at LEEDS, ship stop listed
  order M1: paid, in review, ship stop
  review_decision M1 approve      -> review approved, allocated

story: A sale made elsewhere that a review rejects is owed back
  sku TEAPOT @15.00 LEEDS x3
  risk_limits order_value_max=10.00
  import M1 TEAPOT x1             -> imported, TEAPOT x1 held at LEEDS, ship stop order_value_exceeded
  # A ship-stop has no deadline: it waits for somebody to decide.
  day9 09:00                      -> nothing
  review_decision M1 reject       -> review rejected 1 unit, refund due 15.00
  stock TEAPOT: 3 available

story: The same sale is recorded once
  sku TEAPOT @15.00 LEEDS x3
  import M1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import M1 TEAPOT x1             -> refused order_exists
  cancel M1                       -> cancelled 1 unit, refund due 15.00
  import M1 TEAPOT x1             -> refused order_exists

story: A sale made elsewhere that is too large for the rules is recorded and stopped
  sku TEAPOT @15.00 LEEDS x9
  risk_limits line_quantity_max=3 price_low_bp=5000
  import M1 TEAPOT x4             -> imported, TEAPOT x4 held at LEEDS, ship stop line_quantity_exceeded
  import M2 TEAPOT @1.00          -> imported, TEAPOT x1 held at LEEDS, ship stop price_out_of_band
  import M3 TEAPOT x3             -> imported, TEAPOT x3 allocated at LEEDS, allocated

story: A sale made elsewhere still has to name what there is
  sku TEAPOT @15.00 LEEDS x9
  import M1                       -> refused no_lines
  import M1 99                    -> refused sku_unknown line 0
  import M1 TEAPOT x0             -> refused quantity_out_of_range TEAPOT
  import M1 channel=9 TEAPOT      -> refused channel_unknown

story: A sale made elsewhere that is stopped still holds its goods, and waits for the rest of them
  sku TEAPOT @15.00 LEEDS x1
  list block customer 42
  import M1 customer=42 TEAPOT x2 -> imported, TEAPOT x1 held at LEEDS, TEAPOT x1 short, ship stop listed
  receive TEAPOT LEEDS x1         -> M1 TEAPOT x1 held at LEEDS waited
  review_decision M1 approve      -> review approved, allocated
  order M1: 2 allocated, ship stop

story: A sale made elsewhere that is not paid yet holds its goods until its own deadline
  sku TEAPOT @15.00 LEEDS x9
  import M1 unpaid pay_by="day3 09:00" TEAPOT x2 -> imported pay by day3 09:00 to be paid
                                  -> TEAPOT x2 held at LEEDS
  day2 09:00                      -> nothing
  day3 09:00                      -> M1 expired 2 units
  sellable TEAPOT: 9

story: A sale made elsewhere without a deadline has the channel's
  sku TEAPOT @15.00 LEEDS x9
  import M1 unpaid TEAPOT         -> imported pay by 09:15 to be paid, TEAPOT x1 held at LEEDS
  09:10 confirm_payment M1        -> paid, allocated
  import M2 TEAPOT pay_by=10:00   -> refused field_out_of_range

story: A sale made elsewhere that is paid at the door is firm, and has no deadline
  sku TEAPOT @15.00 LEEDS x9
  import M1 on_delivery TEAPOT    -> imported to be paid, TEAPOT x1 allocated at LEEDS, allocated
  day5 09:00                      -> nothing
  order M1: open, on delivery

story: A sale that somebody else ships takes nothing, and its name is known
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere TEAPOT x4   -> shipped elsewhere 4 units 60.00
  sellable TEAPOT: 9
  order M1: elsewhere, paid
  import M1 TEAPOT x4             -> refused order_exists
  cancel M1                       -> refused order_ended

story: Of sales that wait the one that was made first is served first, whenever it is heard of
  sku TEAPOT @15.00 LEEDS x0
  place A1 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  10:00 import M1 sold_at=08:30 TEAPOT -> A1 expired 0 units, imported, TEAPOT x1 short, allocated
  import M2 sold_at=08:10 TEAPOT  -> imported, TEAPOT x1 short, allocated
  place A2 backorder TEAPOT       -> placed, TEAPOT x1 waiting
  import M3 sold_at=11:00 TEAPOT  -> imported, TEAPOT x1 short, allocated
  waiting TEAPOT: M2, M1, A2, M3
  receive TEAPOT LEEDS x1         -> M2 TEAPOT x1 allocated at LEEDS waited

story: An unpaid sale made elsewhere that was stopped is still stopped when a late payment takes it again
  sku TEAPOT @15.00 LEEDS x9
  list block customer 42
  import M1 unpaid customer=42 TEAPOT -> imported to be paid, TEAPOT x1 held at LEEDS, ship stop listed
  09:15                           -> M1 expired 1 unit
  confirm_payment M1 09:05        -> paid, retaken, TEAPOT x1 held at LEEDS, ship stop
  order M1: open, paid, in review, ship stop

story: A sale that is forgotten is not sold twice when its platform tells it again
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 sold_at=08:00 TEAPOT x2  -> imported, TEAPOT x2 allocated at LEEDS, allocated
  cancel M1                          -> cancelled 2 units, refund due 30.00
  import M2 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M1 sold_at=08:00 TEAPOT x2  -> sale maybe known 1 line 2 units value 30.00 sold at 08:00
  sellable TEAPOT: 9
  order M1: unknown

story: An old sale is taken when somebody has made sure that it is new
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30 TEAPOT -> shipped elsewhere
  import M4 sold_at=08:00 TEAPOT x2  -> sale maybe known 2 units
  import M4 sold_at=08:00 known_new TEAPOT x2 -> imported, TEAPOT x2 allocated at LEEDS, allocated
  import M4 sold_at=08:00 known_new TEAPOT x2 -> refused order_exists
  sellable TEAPOT: 7

story: A sale that was made after all that is forgotten is taken at once
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=08:10:00 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20:00 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30:00 TEAPOT -> shipped elsewhere
  import M4 sold_at=08:10:00 TEAPOT  -> sale maybe known sold at 08:10
  import M5 sold_at=08:10:01 TEAPOT  -> imported, TEAPOT x1 allocated at LEEDS, allocated

story: However old a sale is, it is taken while nothing is forgotten
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 sold_at=2024-05-01T00:00:00Z TEAPOT -> imported, TEAPOT x1 allocated at LEEDS, allocated

story: A sale that does not say when it was made is made now
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere TEAPOT         -> shipped elsewhere
  import M2 elsewhere TEAPOT         -> shipped elsewhere
  import M3 elsewhere TEAPOT         -> shipped elsewhere
  import M4 TEAPOT                   -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import M5 sold_at=09:00 TEAPOT     -> sale maybe known sold at 09:00
  import M6 sold_at=11:00 TEAPOT     -> sale maybe known sold at 09:00

story: What somebody else ships takes nothing, and is recorded however old it is
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30 TEAPOT -> shipped elsewhere
  import M4 elsewhere sold_at=07:00 TEAPOT x2 -> shipped elsewhere 2 units

story: A sale of which a stub is known is no doubt, but the same one
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:05 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:00 TEAPOT -> shipped elsewhere
  import M2 sold_at=08:05 TEAPOT     -> refused order_exists
  import M3 sold_at=08:00 TEAPOT     -> refused order_exists
  import M1 sold_at=08:10 TEAPOT     -> sale maybe known

story: Somebody has to look after an old sale, and it is solved when it is taken
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  exception_rule old_sale within=1h
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30 TEAPOT -> shipped elsewhere
  import M4 sold_at=08:00 TEAPOT x2  -> sale maybe known 2 units value 30.00
                                     -> exception raised kind old_sale 1 exception 2 units amount 30.00 due at 10:00
  assign_exceptions 1 owner=42       -> M4 exception assigned kind old_sale 1 exception 42 owner
  10:00                              -> M4 exception overdue kind old_sale 1 exception 42 owner
  import M4 sold_at=08:00 known_new TEAPOT x2 -> imported, TEAPOT x2 allocated at LEEDS, allocated
                                     -> exception solved kind old_sale 1 exception 42 owner

story: An old sale that its platform tells every hour is one matter, not many
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  exception_rule
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30 TEAPOT -> shipped elsewhere
  import M4 sold_at=08:00 TEAPOT     -> sale maybe known, exception raised kind old_sale 1 exception 1 unit 15.00
  10:00 import M4 sold_at=08:00 TEAPOT -> sale maybe known
  import M5 sold_at=08:00 TEAPOT x3  -> sale maybe known, exception raised kind old_sale 2 exception 3 units 45.00
  sellable TEAPOT: 9

story: An old sale that was recorded before is dropped by hand
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  exception_rule old_sale
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30 TEAPOT -> shipped elsewhere
  import M1 sold_at=08:10 TEAPOT     -> sale maybe known, exception raised kind old_sale 1 exception 1 unit 15.00
  resolve_exceptions 1 no_action     -> M1 exception resolved kind old_sale 1 exception outcome no_action
  order M1: unknown
  import M1 sold_at=08:10 TEAPOT     -> sale maybe known, exception raised kind old_sale 2 exception 1 unit 15.00

story: A payment that was heard of an old sale waits until somebody has made sure
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30 TEAPOT -> shipped elsewhere
  payment M4 P1 15.00 captured       -> news kept
  import M4 unpaid sold_at=08:00 TEAPOT -> sale maybe known value 15.00
  import M4 unpaid sold_at=08:00 known_new TEAPOT -> imported to be paid, TEAPOT x1 held at LEEDS
                                     -> captured 15.00, paid, allocated, balance

story: An old sale that is named by its number is known by it
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=08:10 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=08:20 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=08:30 TEAPOT -> shipped elsewhere
  import order_number=A-17 sold_at=08:00 TEAPOT -> sale maybe known
  import order_number=A-17 sold_at=08:00 known_new TEAPOT -> imported, TEAPOT x1 allocated at LEEDS, allocated

story: An old sale that is wrong is refused, and an order that is asked for is no old sale
  start closed_orders_max=1 stubs_max=1
  sku TEAPOT @15.00 LEEDS x9
  import M1 elsewhere sold_at=09:00 TEAPOT -> shipped elsewhere
  import M2 elsewhere sold_at=09:00 TEAPOT -> shipped elsewhere
  import M3 elsewhere sold_at=09:00 TEAPOT -> shipped elsewhere
  import M4 sold_at=08:00 TEAPOT x0  -> refused quantity_out_of_range TEAPOT
  place M1 TEAPOT                    -> placed, TEAPOT x1 held at LEEDS
