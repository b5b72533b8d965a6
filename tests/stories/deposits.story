# Orders that are firm by a deposit, and have until a day of their own to pay the balance.

story: A deposit makes an order firm, and its balance is paid within a window of its own
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d balance_remind_before=2d
  sku SOFA @800.00 LEEDS x2
  place A1 SOFA                   -> placed pay by 09:15, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid deposit 240.00 pay by day15 09:05, allocated
                                  -> balance open 560.00
  order A1: open, payment deposited, 1 allocated, pay by day15 09:05
  09:15                           -> nothing
  day13 09:05                     -> A1 reminder pay by day15 09:05
  day13 10:00 payment A1 P2 560.00 captured -> captured 560.00, paid, balance
  order A1: open, paid, 1 allocated, pay by never
  day15 09:05                     -> nothing
  release_order A1                -> SOFA x1 released
  ship A1                         -> SOFA x1 shipped at LEEDS, order shipped 1 unit

story: An order says its own deposit where the channel's share is not meant
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x2
  place A1 deposit=100.00 SOFA    -> placed, SOFA x1 held at LEEDS
  payment A1 P1 99.99 captured    -> captured 99.99, balance open 700.01
  order A1: open, unpaid, 1 held
  payment A1 P2 0.01 captured     -> captured 0.01, deposit paid 100.00, allocated, balance open 700.00

story: The share of a deposit is rounded up
  channel WEB firm_when=deposit deposit_bp=3333 balance_ttl=14d
  sku CUP @0.10 LEEDS x2
  place A1 CUP                    -> placed, CUP x1 held at LEEDS
  payment A1 P1 0.03 captured     -> captured 0.03, balance open 0.07
  payment A1 P2 0.01 captured     -> captured 0.01, deposit paid 0.04, allocated, balance open 0.06

story: Without a share, an order that says no deposit is firm when all of it is paid
  channel WEB firm_when=deposit balance_ttl=14d
  sku SOFA @800.00 LEEDS x2
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  payment A1 P1 799.99 captured   -> captured 799.99, balance open 0.01
  order A1: open, unpaid
  payment A1 P2 0.01 captured     -> captured 0.01, paid, allocated, balance

story: A balance that is not paid in time ends the order, and its deposit is due back
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  place A2 shortage=backorder SOFA -> placed, SOFA x1 waiting
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  09:10 payment A2 P2 240.00 captured -> captured 240.00, deposit paid pay by never, allocated, balance open 560.00
  day15 09:05                     -> A1 balance lapsed pay by day15 09:05, A1 expired 1 unit, A1 refund due 240.00
                                  -> A1 balance refund due 240.00, A2 SOFA x1 allocated at LEEDS
                                  -> A2 offered pay by day29 09:05
  order A1: expired, payment deposited
  payment A1 P1 240.00 refunded   -> refunded 240.00, balance

story: Where the shop keeps the deposit, only what was paid beyond it is due back
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 300.00 captured -> captured 300.00, deposit paid 240.00, allocated, balance open 500.00
  day15 09:05                     -> A1 balance lapsed kept 240.00 pay by day15 09:05, A1 expired 1 unit, A1 refund due 60.00
                                  -> A1 balance refund due 60.00
  payment A1 P1 60.00 refunded    -> refunded 60.00, balance

story: A kept deposit that the bank takes back is open
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  day15 09:05                     -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 balance
  payment A1 P1 240.00 charged_back -> charged back 240.00, unpaid, balance open 240.00

story: A balance that comes too late takes the order again, and the kept deposit is a part of it
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  day15 10:00 payment A1 P2 560.00 captured -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 balance
                                  -> captured 560.00, paid paid_too_late, retaken, SOFA x1 allocated at LEEDS
                                  -> allocated, balance
  cancel A1                       -> cancelled 1 unit, refund due 800.00, balance refund due 800.00

story: Where a late balance is refused it is due back, and the deposit stays kept
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept late_payment=refuse
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  day15 10:00 payment A1 P2 560.00 captured -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 balance
                                  -> captured 560.00, paid paid_too_late, refund due 560.00 paid_too_late
                                  -> balance refund due 560.00

story: Who has the deposit but not the balance is not released, and if it is shipped what is open is told
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  exception_rule shipment kept=true
  sku SOFA @800.00 LEEDS x2
  place A1 SOFA x2                -> placed, SOFA x2 held at LEEDS
  payment A1 P1 480.00 captured   -> captured 480.00, deposit paid, allocated, balance open 1120.00
  release_order A1                -> refused not_paid
  ship A1 sku=SOFA node=LEEDS quantity=1 -> SOFA x1 shipped at LEEDS
                                  -> shipment exception 1 unit open 1120.00 not_paid
                                  -> exception raised kind shipment 1 exception 1 unit 1120.00 not_paid
  payment A1 P2 120.00 captured   -> captured 120.00, balance open 1000.00
  payment A1 P3 1000.00 captured  -> captured 1000.00, paid, balance, exception solved kind shipment 1 exception
  ship A1                         -> SOFA x1 shipped at LEEDS, order shipped 2 units

story: What is picked without its balance is told, and asked back when that lapses
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  pick A1 SOFA LEEDS quantity=1   -> SOFA x1 picked at LEEDS, shipment exception 1 unit open 560.00 not_paid
  day15 09:05                     -> A1 balance lapsed 240.00, A1 cancel requested 1 unit not_paid
  answer_cancel A1 agreed         -> cancel agreed, SOFA x1 put_back at LEEDS, cancelled 1 unit, balance

story: What was kept is a part of what is paid, also for goods that left meanwhile and come back
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  pick A1 SOFA LEEDS quantity=1   -> SOFA x1 picked at LEEDS, shipment exception 1 unit open 560.00 not_paid
  day15 09:05                     -> A1 balance lapsed 240.00, A1 cancel requested 1 unit not_paid
  ship A1                         -> SOFA x1 shipped at LEEDS, shipment exception 1 unit open 560.00 not_paid
                                  -> order shipped 1 unit
  payment A1 P2 560.00 captured   -> captured 560.00, paid, balance
  ship_undone A1 SOFA LEEDS quantity=1 -> SOFA x1 unshipped at LEEDS, order reopened, allocated, SOFA x1 allocated at LEEDS
  cancel A1                       -> cancelled 1 unit, refund due 800.00, balance refund due 800.00

story: A deposit that the bank takes back leaves an order that is to be paid
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  payment A1 P1 240.00 captured   -> captured 240.00, deposit paid, allocated, balance open 560.00
  09:10 payment A1 P1 240.00 reversed -> reversed 240.00, unpaid pay by 09:25, balance open 800.00
  stock SOFA LEEDS: 1 held, 0 allocated
  09:25                           -> A1 expired 1 unit, A1 balance

story: A balance that the bank takes back leaves the deposit, and its window begins again
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  payment A1 P1 240.00 captured   -> captured 240.00, deposit paid, allocated, balance open 560.00
  payment A1 P2 560.00 captured   -> captured 560.00, paid, balance
  day3 payment A1 P2 560.00 reversed -> reversed 560.00, unpaid, deposit paid deposit 240.00 pay by day17, allocated
                                  -> balance open 560.00

story: Who makes a paid order dearer has the deposit, and pays the rest as a balance
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x2
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  payment A1 P1 800.00 captured   -> captured 800.00, paid, allocated, balance
  modify A1 SOFA x2               -> SOFA x2 changed 0 gave back, order changed, unpaid, SOFA x1 held at LEEDS
                                  -> deposit paid deposit 480.00 pay by day15 09:00, allocated, balance open 800.00

story: A deposit made in time takes back what had expired before it was heard of
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed pay by 09:15, SOFA x1 held at LEEDS
  09:15                           -> A1 expired 1 unit
  09:20 payment A1 P1 240.00 captured at=09:14 -> captured 240.00, deposit paid 240.00
                                  -> retaken pay by day15 09:20, SOFA x1 allocated at LEEDS, allocated, balance open 560.00

story: A customer who cancels has the deposit back
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  payment A1 P1 240.00 captured   -> captured 240.00, deposit paid, allocated, balance open 560.00
  cancel A1                       -> cancelled 1 unit, refund due 240.00, balance refund due 240.00

story: A deposit that is more than what is due, or makes nothing firm, is a mistake
  sku SOFA @800.00 LEEDS x1
  place A1 deposit=100.00 SOFA    -> refused field_out_of_range
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  place A2 deposit=800.01 SOFA    -> refused field_out_of_range
  place A3 deposit=800.00 SOFA    -> placed, SOFA x1 held at LEEDS
  payment A3 P1 800.00 captured   -> captured 800.00, paid, allocated, balance

story: A balance paid in time is heard after it lapsed and the goods are sold: all that came in is due back
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  place A2 backorder SOFA         -> placed, SOFA x1 waiting
  payment A2 Q1 800.00 captured   -> captured 800.00, paid, allocated, balance
  day15 09:05                     -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 balance, A2 SOFA x1 allocated at LEEDS
  day15 09:06 payment A1 P2 560.00 captured at="day15 09:00" -> captured 560.00, paid, refund due 800.00
                                  -> balance refund due 800.00
  order A1: expired, paid

story: A deposit that was kept is not kept again once the order is firm by another
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  day15 09:05                     -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 balance
  payment A1 P1 240.00 charged_back -> charged back 240.00, unpaid, balance open 240.00
  payment A1 P2 240.00 captured   -> captured 240.00, deposit paid paid_too_late, retaken, SOFA x1 allocated at LEEDS
                                  -> allocated, balance open 560.00
  cancel A1                       -> cancelled 1 unit, refund due 240.00, balance refund due 240.00

story: Whose node answers that it is too late goes on, and keeps nothing of the deposit
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  pick A1 SOFA LEEDS quantity=1   -> SOFA x1 picked at LEEDS, shipment exception 1 unit open 560.00 not_paid
  day15 09:05                     -> A1 balance lapsed 240.00, A1 cancel requested 1 unit not_paid
  answer_cancel A1 too_late       -> cancel refused
  payment A1 P2 100.00 captured   -> captured 100.00, balance open 460.00
  order A1: open, payment deposited, pay by never
  cancel A1                       -> cancel requested 1 unit
  answer_cancel A1 agreed         -> cancel agreed, SOFA x1 put_back at LEEDS, cancelled 1 unit, refund due 340.00
                                  -> balance refund due 340.00

story: A shop that gives a kept deposit back after all has nothing open
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 300.00 captured -> captured 300.00, deposit paid, allocated, balance open 500.00
  day15 09:05                     -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 refund due 60.00
                                  -> A1 balance refund due 60.00
  payment A1 P1 100.00 refunded   -> refunded 100.00, balance
  payment A1 R2 200.00 refunded   -> refunded 200.00, balance

story: What is taken back of an order that lapsed owes its money back, as far as that came in
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x2
  place A1 SOFA x2                -> placed, SOFA x2 held at LEEDS
  09:05 payment A1 P1 480.00 captured -> captured 480.00, deposit paid, allocated, balance open 1120.00
  ship A1 sku=SOFA node=LEEDS quantity=1 -> SOFA x1 shipped at LEEDS, shipment exception 1 unit open 1120.00 not_paid
  day15 09:05                     -> A1 balance lapsed, A1 expired 1 unit, A1 part shipped 1 unit, A1 balance open 320.00
  ship_undone A1 SOFA LEEDS quantity=1 -> SOFA x1 unshipped at LEEDS, refund due 480.00, balance refund due 480.00
                                  -> shipment exception 1 unit order_ended

story: The balance of goods that are not there is not due: its window begins when the order is served
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x0
  place A1 backorder SOFA         -> placed, SOFA x1 waiting
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid pay by never, allocated, balance open 560.00
  day15 09:05                     -> nothing
  order A1: open, payment deposited, 1 waiting, pay by never
  day20 09:00 receive SOFA LEEDS 1 -> stock received, A1 SOFA x1 allocated at LEEDS, A1 offered pay by day34 09:00
  day34 09:00                     -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 balance

story: A count that takes the goods of a deposited order takes its window back
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 backorder SOFA         -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid pay by day15 09:05, allocated, balance open 560.00
  day2 adjust SOFA LEEDS -1       -> stock deficit, A1 SOFA x1 lost at LEEDS counted_short, A1 SOFA x1 waiting
                                  -> A1 offer withdrawn pay by day15 09:05
  day15 09:05                     -> nothing
  order A1: open, payment deposited, 1 waiting

story: A review that pauses payment pauses the balance, too: its window begins with the approval
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=1h lapsed_deposit=kept review_pauses_payment review_ttl=24h
  risk_limits review_value_min=100.00
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS, in review value_review
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid pay by never, balance open 560.00
  10:05                           -> nothing
  12:00 review_decision A1 approve -> review approved pay by 13:00, allocated
  13:00                           -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 balance

story: What is taken back into stock of a deposited order leaves it without a window until it is served
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 240.00 captured -> captured 240.00, deposit paid, allocated, balance open 560.00
  ship A1                         -> SOFA x1 shipped at LEEDS, shipment exception 1 unit open 560.00 not_paid
                                  -> order shipped 1 unit
  ship_undone A1 SOFA LEEDS quantity=1 to=stock -> SOFA x1 unshipped at LEEDS, order reopened, allocated, SOFA x1 waiting
                                  -> offer withdrawn, SOFA x1 allocated at LEEDS, offered

story: What is kept is the deposit that made the order firm, whatever the channel says by then
  channel WEB firm_when=deposit deposit_bp=1000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 300.00 captured -> captured 300.00, deposit paid deposit 80.00, allocated, balance open 500.00
  channel WEB firm_when=deposit deposit_bp=5000 balance_ttl=14d lapsed_deposit=kept
  day15 09:05                     -> A1 balance lapsed 80.00, A1 expired 1 unit, A1 refund due 220.00
                                  -> A1 balance refund due 220.00

story: A deposit that the bank takes back is missed also where the channel asks for none any more
  channel WEB firm_when=deposit deposit_bp=1000 balance_ttl=14d
  sku SOFA @800.00 LEEDS x1
  place A1 SOFA                   -> placed, SOFA x1 held at LEEDS
  09:05 payment A1 P1 80.00 captured -> captured 80.00, deposit paid deposit 80.00, allocated, balance open 720.00
  channel WEB firm_when=captured
  09:10 payment A1 P1 80.00 reversed -> reversed 80.00, unpaid pay by 09:25, balance open 800.00
  release_order A1                -> refused not_paid

story: What is left of a deposited order after a line is cancelled has the deposit that its value asks for
  channel WEB firm_when=deposit deposit_bp=3000 balance_ttl=14d lapsed_deposit=kept
  sku SOFA @800.00 LEEDS x2
  place A1 SOFA x2                -> placed, SOFA x2 held at LEEDS
  09:05 payment A1 P1 480.00 captured -> captured 480.00, deposit paid deposit 480.00, allocated, balance open 1120.00
  cancel_line A1 SOFA quantity=1  -> SOFA x1 cancelled, order changed, balance open 320.00
  day15 09:05                     -> A1 balance lapsed 240.00, A1 expired 1 unit, A1 refund due 240.00
                                  -> A1 balance refund due 240.00
