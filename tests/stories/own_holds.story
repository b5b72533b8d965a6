# What a shopper holds herself when she asks for it again: taken over, or told.

story: A shopper who asks again has what she held, and her first order ends
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:05 place A2 customer=42 TEAPOT -> A1 taken over 1 unit, placed pay by 09:15, TEAPOT x1 held at LEEDS
  order A1: cancelled, unpaid
  order A2: open, unpaid, TEAPOT x1 held at LEEDS
  stock TEAPOT LEEDS: 0 available, 1 held
  cancel A1                       -> refused order_ended
  confirm_payment A2              -> paid, allocated

story: Nobody else gets what is taken over, nor takes it over
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=77 TEAPOT     -> refused stock_insufficient TEAPOT
  place A3 TEAPOT                 -> refused stock_insufficient TEAPOT
  place A4 customer=42 TEAPOT     -> A1 taken over, placed, TEAPOT x1 held at LEEDS
  place A5 customer=77 TEAPOT     -> refused stock_insufficient TEAPOT

story: A shop that does not say so keeps both orders apart
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=42 TEAPOT     -> refused stock_insufficient TEAPOT

story: A shop may only be told that the shopper is her own rival, and offer her to pay
  channel WEB own_hold=told
  sku TEAPOT @15.00 LEEDS x3
  place A1 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS
  place A2 customer=42 TEAPOT x2  -> A1 own hold told TEAPOT line 0 2 quantity value 30.00 pay by 09:15
                                  -> refused stock_insufficient TEAPOT
  place A3 customer=42 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  place A4 customer=42 TEAPOT x1  -> A3 own hold told TEAPOT 1 quantity, refused stock_insufficient TEAPOT
  order A1: open, unpaid, TEAPOT x2 held at LEEDS

story: She may have more than she held, but not more than there is
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x5
  place A1 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS
  place A2 customer=77 TEAPOT x1  -> placed, TEAPOT x1 held at LEEDS
  place A3 customer=42 TEAPOT x5  -> A1 own hold told TEAPOT 2 quantity, refused stock_insufficient TEAPOT
  order A1: open, unpaid, TEAPOT x2 held at LEEDS
  place A4 customer=42 TEAPOT x4  -> A1 taken over 2 units, placed, TEAPOT x4 held at LEEDS
  stock TEAPOT LEEDS: 0 available, 5 held

story: What she wants no more goes to who waits for it
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x3
  place A1 customer=42 TEAPOT x3  -> placed, TEAPOT x3 held at LEEDS
  place A2 customer=77 backorder TEAPOT x2 -> placed, TEAPOT x2 waiting
  09:05 place A3 customer=42 TEAPOT x1 -> A1 taken over 3 units, placed, TEAPOT x1 held at LEEDS
                                  -> A2 TEAPOT x2 held at LEEDS waited
  stock TEAPOT LEEDS: 0 available, 3 held

story: Who waits for an article does not get what she takes over
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x2
  place A1 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS
  place A2 customer=77 backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  09:05 place A3 customer=42 TEAPOT x2 -> A1 taken over, placed, TEAPOT x2 held at LEEDS
  waiting TEAPOT: A2
  receive TEAPOT LEEDS x1         -> A2 TEAPOT x1 held at LEEDS waited

story: Asking again does not keep goods from others for longer
  channel WEB own_hold=taken_over remind_before=5m
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:14 place A2 customer=42 TEAPOT -> A1 reminder, A1 taken over, placed pay by 09:15
                                  -> TEAPOT x1 held at LEEDS
  09:15                           -> A2 expired 1 unit
  place A3 customer=42 TEAPOT     -> placed pay by 09:30, TEAPOT x1 held at LEEDS

story: A shop may give her more time, from her first attempt on
  channel WEB own_hold=taken_over own_hold_ttl=20m
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:04 place A2 customer=42 TEAPOT -> A1 taken over, placed pay by 09:19, TEAPOT x1 held at LEEDS
  09:18 place A3 customer=42 TEAPOT -> A2 taken over, placed pay by 09:20, TEAPOT x1 held at LEEDS
  09:20                           -> A3 expired 1 unit

story: What is paid, or about to be, is not taken over
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  sku DISH @9.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, allocated
  place A2 customer=42 TEAPOT     -> refused stock_insufficient TEAPOT
  place A3 customer=42 CUP        -> placed, CUP x1 held at LEEDS
  payment_pending A3              -> payment pending
  place A4 customer=42 CUP        -> A3 own hold told CUP, refused stock_insufficient CUP
  fail_payment A3                 -> payment failed
  place A5 customer=42 CUP        -> A3 taken over, placed, CUP x1 held at LEEDS
  place A6 customer=42 DISH       -> placed, DISH x1 held at LEEDS
  payment A6 P1 1.00 captured     -> captured 1.00, balance open 8.00
  place A7 customer=42 DISH       -> refused stock_insufficient DISH

story: What somebody looks at is not taken over
  channel WEB own_hold=taken_over
  risk_limits review_value_min=20.00
  sku TEAPOT @15.00 LEEDS x2
  place A1 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS, in review value_review
  place A2 customer=42 TEAPOT x1  -> A1 own hold told TEAPOT, refused stock_insufficient TEAPOT
  review_decision A1 approve      -> review approved
  place A3 customer=42 TEAPOT x1  -> A1 taken over 2 units, placed, TEAPOT x1 held at LEEDS

story: What lies in a warehouse's box already is not taken over
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x2
  place A1 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS
  pick A1 TEAPOT LEEDS quantity=1 -> TEAPOT x1 picked at LEEDS, shipment exception 1 unit not_paid
  place A2 customer=42 TEAPOT x1  -> A1 own hold told TEAPOT 1 quantity, refused stock_insufficient TEAPOT

story: Nor what is kept in the grace, since her time is over
  channel WEB own_hold=taken_over payment_grace=30m
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  09:15                           -> A1 payment overdue let go at 09:45
  place A2 customer=42 TEAPOT     -> A1 own hold told TEAPOT pay by 09:15, refused stock_insufficient TEAPOT

story: A purchase cap does not count twice what she takes over
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x5
  cap TWO-EACH 2 customer
  place A1 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS
  place A2 customer=42 TEAPOT x2  -> A1 taken over, placed, TEAPOT x2 held at LEEDS
  cap TWO-EACH 42: 2 debited, 0 left
  place A3 customer=42 TEAPOT x3  -> A2 own hold told cap TWO-EACH 2 quantity
                                  -> refused cap_reached cap TWO-EACH left 2
  place A4 customer=42 TEAPOT x1  -> A2 taken over, placed, TEAPOT x1 held at LEEDS
  cap TWO-EACH 42: 1 debited, 1 left

story: What she had before a cap was lowered she may have again, but no more
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x9
  cap FEW-EACH 4 customer
  place A1 customer=42 TEAPOT x3  -> placed, TEAPOT x3 held at LEEDS
  cap FEW-EACH 1 customer
  place A2 customer=42 TEAPOT x4  -> A1 own hold told cap FEW-EACH 3 quantity
                                  -> refused cap_reached cap FEW-EACH left 3
  order A1: open, unpaid, TEAPOT x3 held at LEEDS
  place A3 customer=42 TEAPOT x3  -> A1 taken over, placed, TEAPOT x3 held at LEEDS
  cap FEW-EACH 42: 3 debited, 0 left
  place A4 customer=42 TEAPOT x1  -> A3 taken over, placed, TEAPOT x1 held at LEEDS
  place A5 customer=42 TEAPOT x2  -> A4 own hold told cap FEW-EACH 1 quantity
                                  -> refused cap_reached cap FEW-EACH left 1

story: A payment of what was taken over is due back
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=42 TEAPOT     -> A1 taken over, placed, TEAPOT x1 held at LEEDS
  confirm_payment A1              -> paid, refund due 15.00
  payment A2 P2 15.00 captured    -> captured 15.00, paid, allocated, balance
  order A1: cancelled, refund due 15.00

story: An amount for what was taken over is due back, too
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=42 TEAPOT     -> A1 taken over, placed, TEAPOT x1 held at LEEDS
  payment A1 P1 15.00 captured    -> captured 15.00, paid, refund due 15.00, balance refund due 15.00
  payment A1 P1 15.00 refunded    -> refunded 15.00, balance

story: What she does not ask for again goes back on sale, and an order for other things stays
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x4
  sku DISH @9.00 LEEDS x1
  place A1 customer=42 DISH       -> placed, DISH x1 held at LEEDS
  place A2 customer=42 TEAPOT CUP x4 -> placed, TEAPOT x1 held at LEEDS, CUP x4 held at LEEDS
  place A3 customer=42 TEAPOT     -> A2 taken over 5 units, placed, TEAPOT x1 held at LEEDS
  stock CUP LEEDS: 4 available, 0 held
  order A1: open, unpaid, DISH x1 held at LEEDS

story: One attempt takes over several orders, the latest first
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x2
  place A1 customer=42 TEAPOT     -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:02 place A2 customer=42 CUP x2 -> placed pay by 09:17, CUP x2 held at LEEDS
  09:05 place A3 customer=42 CUP x2 TEAPOT -> A2 taken over 2 units, A1 taken over 1 unit
                                  -> placed pay by 09:15, CUP x2 held at LEEDS, TEAPOT x1 held at LEEDS

story: A guest is known by her device, where the shop says so
  channel WEB own_hold=taken_over own_hold_per=device
  sku TEAPOT @15.00 LEEDS x1
  place A1 device=7 TEAPOT        -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=7 TEAPOT      -> refused stock_insufficient TEAPOT
  place A3 customer=42 device=7 TEAPOT -> A1 taken over, placed, TEAPOT x1 held at LEEDS

story: What she holds in another channel is not looked at, nor a sale that was made elsewhere
  channel WEB own_hold=taken_over
  channel SHOP hold_ttl=2h own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  place A1 SHOP customer=42 TEAPOT -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=42 TEAPOT     -> refused stock_insufficient TEAPOT
  import M1 customer=42 unpaid CUP -> imported, CUP x1 held at LEEDS
  place A3 customer=42 CUP        -> refused stock_insufficient CUP

story: Who waits for no more than before keeps her place
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 backorder TEAPOT x2 -> placed, TEAPOT x1 held at LEEDS, TEAPOT x1 waiting
  09:01 place A2 customer=77 backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  09:02 place A3 customer=42 backorder TEAPOT x2 -> A1 taken over 1 unit, placed, TEAPOT x1 held at LEEDS
                                  -> TEAPOT x1 waiting
  waiting TEAPOT: A3, A2
  receive TEAPOT LEEDS x1         -> A3 TEAPOT x1 held at LEEDS waited

story: Who wants to wait for more than before joins the end
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  place A1 customer=42 backorder TEAPOT x2 -> placed, TEAPOT x1 held at LEEDS, TEAPOT x1 waiting
  09:01 place A2 customer=77 backorder TEAPOT x1 -> placed, TEAPOT x1 waiting
  09:02 place A3 customer=42 backorder TEAPOT x3 -> A1 taken over 1 unit, placed, TEAPOT x1 held at LEEDS
                                  -> TEAPOT x2 waiting
  waiting TEAPOT: A2, A3

story: An order that has to wait for all of it takes nothing over
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x2
  place A1 customer=42 TEAPOT x2  -> placed, TEAPOT x2 held at LEEDS
  place A2 customer=42 ship_complete backorder TEAPOT x3 -> placed, TEAPOT x3 waiting
  order A1: open, unpaid, TEAPOT x2 held at LEEDS

story: A line that is dropped is told to be held by herself
  channel WEB own_hold=told
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=42 refuse_line CUP TEAPOT -> placed, CUP x1 held at LEEDS
                                  -> A1 own hold told TEAPOT line 1, TEAPOT x1 refused stock_insufficient

story: A dropped line leaves her first order what it holds
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x1
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=42 refuse_line CUP TEAPOT x2 -> placed, CUP x1 held at LEEDS
                                  -> A1 own hold told TEAPOT 1 quantity, TEAPOT x2 refused stock_insufficient
  order A1: open, unpaid, TEAPOT x1 held at LEEDS

story: An order that goes on keeps its places for holds, too
  start holds_max=1
  channel WEB own_hold=taken_over
  sku CUP @3.00 LEEDS x1 lot=1 LEEDS x1 lot=2
  sku MUG @5.00 LEEDS x1 lot=3 LEEDS x1 lot=4
  place A1 customer=42 CUP x2     -> placed, CUP x2 held at LEEDS
  place A2 customer=42 refuse_line CUP x3 MUG x2 -> refused holds_full
  order A1: open, unpaid, CUP x2 held at LEEDS
  place A3 customer=42 refuse_line CUP x1 MUG x2 -> A1 taken over 2 units, placed, CUP x1 held at LEEDS, MUG x2 held at LEEDS

story: A shop that is full has room for who asks again
  start orders_max=2
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x9
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A2 customer=77 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  place A3 customer=99 TEAPOT     -> refused orders_full
  place A4 customer=42 TEAPOT     -> A1 taken over, placed, TEAPOT x1 held at LEEDS

story: Four orders of a shopper are looked at, the latest
  channel WEB own_hold=taken_over
  sku TEAPOT @15.00 LEEDS x1
  sku CUP @3.00 LEEDS x9
  place A1 customer=42 TEAPOT     -> placed, TEAPOT x1 held at LEEDS
  channel WEB own_hold=told
  place A2 customer=42 CUP        -> placed, CUP x1 held at LEEDS
  place A3 customer=42 CUP        -> placed, CUP x1 held at LEEDS
  place A4 customer=42 CUP        -> placed, CUP x1 held at LEEDS
  place A5 customer=42 TEAPOT     -> A1 own hold told TEAPOT, refused stock_insufficient TEAPOT
  place A6 customer=42 CUP        -> placed, CUP x1 held at LEEDS
  place A7 customer=42 TEAPOT     -> refused stock_insufficient TEAPOT
  channel WEB own_hold=taken_over
  place A8 customer=42 CUP x8     -> A6 taken over, A4 taken over, A3 taken over, A2 taken over
                                  -> placed, CUP x8 held at LEEDS
