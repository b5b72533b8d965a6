# What somebody has to look after: raised, taken, resolved, solved by itself, overdue.

story: Nothing is raised until the shop says which kinds it keeps
  sku TEAPOT @15.00 LEEDS x1
  import A1 TEAPOT x3           -> imported, TEAPOT x1 allocated at LEEDS, TEAPOT x2 short
                                -> allocated

story: An imported sale that is short is somebody's matter, and no more when the goods come
  sku TEAPOT @15.00 LEEDS x1
  exception_rule goods_missing
  import A1 TEAPOT x3           -> imported, TEAPOT x1 allocated at LEEDS, TEAPOT x2 short
                                -> allocated
                                -> exception raised kind goods_missing TEAPOT 1 exception 2 units stock_insufficient
  09:10 receive TEAPOT LEEDS x1 -> A1 TEAPOT x1 allocated at LEEDS waited
  09:20 receive TEAPOT LEEDS x1 -> A1 TEAPOT x1 allocated at LEEDS waited
                                -> A1 exception solved kind goods_missing 1 exception

story: A sale that is cancelled is short of nothing any more
  sku TEAPOT @15.00 LEEDS x0
  exception_rule
  import A1 TEAPOT x3 unpaid    -> imported pay by 09:15 to be paid, TEAPOT x3 short
                                -> exception raised kind goods_missing TEAPOT 1 exception 3 units stock_insufficient
  cancel A1                     -> cancelled 0 units
                                -> exception solved kind goods_missing 1 exception

story: What a customer paid for a cancelled order is due back until the shop has given it back
  sku TEAPOT @15.00 LEEDS x5
  exception_rule refund
  place A1 TEAPOT x2            -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  confirm_payment A1            -> paid, allocated
  cancel A1                     -> cancelled 2 units, refund due 30.00
                                -> exception raised kind refund 1 exception 30.00
  payment A1 R1 10.00 refunded  -> refunded 10.00, balance refund due 20.00
  payment A1 R2 20.00 refunded  -> refunded 20.00, balance
                                -> exception solved kind refund 1 exception

story: Somebody takes an exception, and is told when it solves itself
  sku TEAPOT @15.00 LEEDS x0
  exception_rule goods_missing
  import A1 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
                                -> exception raised kind goods_missing TEAPOT 1 exception 1 unit stock_insufficient
  assign_exceptions 1 owner=42  -> A1 exception assigned kind goods_missing 1 exception 42 owner
  receive TEAPOT LEEDS x1       -> A1 TEAPOT x1 allocated at LEEDS waited
                                -> A1 exception solved kind goods_missing 1 exception 42 owner

story: Several are given to somebody, and resolved, with one command each
  sku TEAPOT @15.00 LEEDS x5
  exception_rule shipment
  place A1 TEAPOT x1            -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  ship A1 sku=TEAPOT node=LEEDS quantity=3 -> TEAPOT x1 shipped at LEEDS
                                           -> shipment exception TEAPOT at LEEDS 2 units not_ordered
                                           -> shipment exception 3 units not_paid
                                           -> order shipped 1 unit
                                           -> exception raised kind shipment TEAPOT 1 exception 2 units not_ordered
                                           -> exception raised kind shipment 2 exception 3 units not_paid
  assign_exceptions 2 1 owner=7 -> A1 exception assigned kind shipment 2 exception 7 owner
                                -> A1 exception assigned kind shipment 1 exception 7 owner
  resolve_exceptions 1 2 written_off reference=1234 -> A1 exception resolved kind shipment 1 exception outcome written_off 1234 reference
                                                    -> A1 exception resolved kind shipment 2 exception outcome written_off 1234 reference

story: Two clerks who resolve the same one both succeed, and the second is told
  sku TEAPOT @15.00 LEEDS x5
  exception_rule shipment
  place A1 TEAPOT x1            -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  ship A1 sku=TEAPOT node=LEEDS quantity=2 -> TEAPOT x1 shipped at LEEDS
                                           -> shipment exception TEAPOT at LEEDS 1 unit not_ordered
                                           -> shipment exception 2 units not_paid
                                           -> order shipped 1 unit
                                           -> exception raised kind shipment TEAPOT 1 exception 1 unit not_ordered
                                           -> exception raised kind shipment 2 exception 2 units not_paid
  resolve_exceptions 1 no_action -> A1 exception resolved kind shipment 1 exception outcome no_action
  resolve_exceptions 1 2        -> exception resolved 1 exception outcome settled exception_closed
                                -> A1 exception resolved kind shipment 2 exception outcome settled
  assign_exceptions 1 owner=7   -> exception assigned 1 exception 7 owner exception_closed

story: A number that was never given is the caller's mistake, and nothing is done
  sku TEAPOT @15.00 LEEDS x0
  exception_rule goods_missing
  import A1 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
                                -> exception raised kind goods_missing TEAPOT 1 exception 1 unit stock_insufficient
  resolve_exceptions 1 2        -> refused exception_unknown
  assign_exceptions 0           -> refused exception_unknown
  resolve_exceptions            -> refused field_out_of_range

story: A deadline that passes is told once
  sku TEAPOT @15.00 LEEDS x0
  exception_rule goods_missing within=2h
  import A1 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
                                -> exception raised kind goods_missing TEAPOT 1 exception 1 unit due at 11:00 stock_insufficient
  assign_exceptions 1 owner=42  -> A1 exception assigned kind goods_missing 1 exception 42 owner
  10:59                         -> nothing
  11:00                         -> A1 exception overdue kind goods_missing TEAPOT 1 exception 42 owner due at 11:00
  15:00                         -> nothing
  receive TEAPOT LEEDS x1       -> A1 TEAPOT x1 allocated at LEEDS waited
                                -> A1 exception solved kind goods_missing 1 exception 42 owner

story: What is resolved in time is not overdue
  sku TEAPOT @15.00 LEEDS x0
  exception_rule goods_missing within=2h
  import A1 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
                                -> exception raised kind goods_missing TEAPOT 1 exception 1 unit due at 11:00 stock_insufficient
  10:00 resolve_exceptions 1 passed_on -> A1 exception resolved kind goods_missing 1 exception outcome passed_on
  11:00                         -> nothing

story: An order that left unpaid is somebody's matter until it is paid
  sku TEAPOT @15.00 LEEDS x5
  exception_rule shipment
  place A1 TEAPOT x2            -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  ship A1 sku=TEAPOT node=LEEDS quantity=1 -> TEAPOT x1 shipped at LEEDS
                                           -> shipment exception 1 unit not_paid
                                           -> exception raised kind shipment 1 exception 1 unit not_paid
  ship A1                       -> TEAPOT x1 shipped at LEEDS, shipment exception 1 unit not_paid
                                -> order shipped 2 units
  confirm_payment A1            -> paid, exception solved kind shipment 1 exception

story: An imported sale that must not be shipped is so until that is decided
  sku TEAPOT @15.00 LEEDS x5
  exception_rule ship_stop within=4h
  list block customer 42
  import A1 customer=42 TEAPOT x1 -> imported, TEAPOT x1 held at LEEDS, ship stop listed
                                  -> exception raised kind ship_stop 1 exception due at 13:00 listed
  review_decision A1 approve    -> review approved, allocated
                                -> exception solved kind ship_stop 1 exception

story: News that never found its order is somebody's matter, with its amount
  exception_rule news
  payment A1 P1 40.00 captured  -> news kept until day8 09:00
  day9 09:00                    -> A1 news unclaimed 40.00
                                -> A1 exception raised kind news 1 exception 40.00
  resolve_exceptions 1 settled  -> A1 exception resolved kind news 1 exception outcome settled

story: A payment that is from before the order is nobody's
  sku TEAPOT @15.00 LEEDS x5
  exception_rule payment
  09:10 place A1 TEAPOT x1      -> placed pay by 09:25, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured at=09:05 -> captured 15.00 paid_before_placed
                                        -> exception raised kind payment 1 exception 15.00 paid_before_placed
  confirm_payment A1 09:05      -> payment unassigned paid_before_placed
                                -> exception raised kind payment 2 exception paid_before_placed

story: Goods that nobody announced are somebody's matter
  sku TEAPOT @15.00 LEEDS x5
  exception_rule goods_back
  receive_return A1 TEAPOT LEEDS quantity=1 -> return restocked TEAPOT at LEEDS 1 unit
                                            -> return exception TEAPOT at LEEDS 1 unit order_unknown
                                            -> exception raised kind goods_back TEAPOT 1 exception 1 unit order_unknown

story: A promise that was lost is kept again by what comes in
  sku TEAPOT @15.00 LEEDS x2
  exception_rule goods_missing
  place A1 TEAPOT x2            -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  adjust TEAPOT LEEDS delta=-1  -> stock deficit TEAPOT at LEEDS 1 deficit -1 delta
                                -> A1 TEAPOT x1 lost at LEEDS counted_short, A1 TEAPOT x1 waiting
                                -> A1 exception raised kind goods_missing TEAPOT 1 exception 1 unit counted_short
  receive TEAPOT LEEDS x1       -> A1 TEAPOT x1 held at LEEDS waited
                                -> A1 exception solved kind goods_missing 1 exception

story: A full queue says how many found no room, and keeps those that it has
  start exceptions_max=1
  sku TEAPOT @15.00 LEEDS x0
  exception_rule
  import A1 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
                                -> exception raised kind goods_missing TEAPOT 1 exception 1 unit stock_insufficient
  import A2 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
                                -> exceptions missed 1 missed 1 missed ever
  cancel A1                     -> cancelled 0 units, refund due 15.00
                                -> exception solved kind goods_missing 1 exception
                                -> exception raised kind refund 2 exception 15.00
  resolve_exceptions 1          -> exception resolved 1 exception outcome settled exception_closed

story: A rule that is taken back raises no more, and what is open goes on
  sku TEAPOT @15.00 LEEDS x0
  exception_rule goods_missing
  import A1 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
                                -> exception raised kind goods_missing TEAPOT 1 exception 1 unit stock_insufficient
  exception_rule goods_missing kept=no
  import A2 TEAPOT x1           -> imported, TEAPOT x1 short, allocated
  receive TEAPOT LEEDS x1       -> A1 TEAPOT x1 allocated at LEEDS waited
                                -> A1 exception solved kind goods_missing 1 exception

story: A rule of a deadline that is too long is refused
  exception_rule within=20000d  -> refused field_out_of_range

story: What was heard of an order before it came can solve what it would raise
  sku TEAPOT @15.00 LEEDS x0
  exception_rule goods_missing
  cancel A1                     -> news kept until day8 09:00
  import A1 TEAPOT x1 unpaid    -> imported pay by 09:15 to be paid, TEAPOT x1 short
                                -> cancelled 0 units
