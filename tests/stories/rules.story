# Rule sets: rules/*.rules next to this file, compiled and loaded by `rules NAME`, and made to judge by `live`.

story: A limit refuses an order, and nothing is held
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  place A1 TEAPOT x1 -> ?
  place A2 TEAPOT x34 -> ?
  stock TEAPOT LEEDS: ?
  order A2: unknown

story: A review keeps the goods while somebody looks
  sku TEAPOT @15.00 LEEDS x20
  rules amounts live
  place A1 TEAPOT x14 -> ?
  stock TEAPOT LEEDS: ?
  order A1: ?
  review_decision A1 approve -> ?
  confirm_payment A1 -> ?

story: A review that says no gives the goods back
  sku TEAPOT @15.00 LEEDS x20
  rules amounts live
  place A1 TEAPOT x14 -> ?
  review_decision A1 reject -> ?
  stock TEAPOT LEEDS: ?

story: Who is on a list is blocked, and is not when taken off
  sku TEAPOT @15.00 LEEDS x20
  rules cards live
  set_list_member stolen 7
  place A1 customer=1 card=7 TEAPOT -> ?
  place A2 customer=1 card=8 TEAPOT -> ?
  set_list_member stolen 7 member=no
  place A3 customer=1 card=7 TEAPOT -> ?

story: A friend of the house passes blocks and reviews, but no limit
  sku TEAPOT @15.00 LEEDS x200
  rules cards live
  set_list_member vip 1
  set_list_member stolen 7
  place A1 customer=1 card=7 TEAPOT -> ?
  place A2 customer=1 TEAPOT x20 -> ?
  place A3 customer=1 TEAPOT x40 -> ?
  place A4 customer=2 TEAPOT x20 -> ?

story: Who hurries is blocked until the window is over
  sku TEAPOT @15.00 LEEDS x20
  rules hurry live
  place A1 customer=1 TEAPOT -> ?
  09:01 place A2 customer=1 TEAPOT -> ?
  09:02 place A3 customer=1 TEAPOT -> ?
  09:02 place A4 customer=2 TEAPOT -> ?
  09:02 place A5 TEAPOT -> ?
  09:10 place A6 customer=1 TEAPOT -> ?
  09:11 place A7 customer=1 TEAPOT -> ?
  09:12 place A8 customer=1 TEAPOT -> ?

story: Who was forgotten is not refused for what nobody knows
  sku TEAPOT @15.00 LEEDS x20
  rules crowded live
  place A1 customer=1 TEAPOT -> ?
  place A2 customer=2 TEAPOT -> ?
  place A3 customer=1 TEAPOT -> ?

story: A card whose payments fail is tried no more
  sku TEAPOT @15.00 LEEDS x20
  rules failures live
  place A1 card=7 TEAPOT -> ?
  fail_payment A1 -> ?
  place A2 card=7 TEAPOT -> ?
  fail_payment A2 -> ?
  place A3 card=7 TEAPOT -> ?
  place A4 card=8 TEAPOT -> ?

story: Rules ask for what only the shop knows
  sku TEAPOT @15.00 LEEDS x20
  rules attributes live
  place A1 TEAPOT -> ?
  place A2 with:account_age=2d with:country=GB TEAPOT -> ?
  place A3 with:account_age=2d with:country=FR TEAPOT -> ?
  place A4 with:account_age=1h with:country=GB TEAPOT -> ?
  place A5 with:account_age=2d with:account_age=2d TEAPOT -> ?

story: A rule that has no value does what it says it does then
  sku TEAPOT @15.00 LEEDS x20
  rules attributes live
  place A1 with:account_age=2d TEAPOT -> ?
  rules careless live
  place A2 TEAPOT -> ?
  place A3 with:country=US TEAPOT -> ?
  place A4 with:country=AU TEAPOT -> ?

story: Suspicions add up
  sku TEAPOT @15.00 LEEDS x20
  rules scores live
  place A1 customer=1 TEAPOT x2 -> ?
  place A2 customer=1 TEAPOT x5 -> ?
  place A3 TEAPOT x5 -> ?

story: A set that is tried tells what it would do, and does nothing
  sku TEAPOT @15.00 LEEDS x100
  rules amounts shadow
  place A1 TEAPOT x34 -> ?
  activate_rules 1 live
  place A2 TEAPOT x34 -> ?

story: A rule that is tried alone tells, and does nothing
  sku TEAPOT @15.00 LEEDS x100
  rules tried live
  place A1 TEAPOT -> ?
  place A2 TEAPOT x34 -> ?

story: Off is the switch for when rules are wrong
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  place A1 TEAPOT x34 -> ?
  activate_rules 1 off
  place A2 TEAPOT x34 -> ?

story: A set that is changed in the middle goes on with what was counted
  sku TEAPOT @15.00 LEEDS x20
  rules hurry live
  place A1 customer=1 TEAPOT -> ?
  rules hurry_less live
  place A2 customer=1 TEAPOT -> ?
  activate_rules 1 live
  place A3 customer=1 TEAPOT -> ?

story: A set comes in many parts, and is there when the last one is
  start rule_part_bytes_max=300
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  place A1 TEAPOT x34 -> ?

story: What is no rule set is refused, and what is not whole is forgotten
  load_rules body=QUJDREVGR0g= -> ?
  load_rules part=2 parts=3 body=QUJDREVGR0g= -> ?
  load_rules part=1 parts=3 body=QUJDREVGR0g= -> ?
  load_rules part=3 parts=3 body=QUJDREVGR0g= -> ?
  load_rules part=4 parts=3 body=QUJDREVGR0g= -> ?
  activate_rules 1 live -> ?
  sku TEAPOT @15.00 LEEDS x100
  place A1 TEAPOT -> ?

story: A list that is full takes nobody more
  start rule_members_max=1
  set_list_member vip 1
  set_list_member vip 1
  set_list_member stolen 7 -> ?
  set_list_member vip 1 member=no
  set_list_member stolen 7

story: A sale that was made elsewhere is stopped, not refused
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  import A1 TEAPOT x34 -> ?

story: What the shop refuses of itself is judged as well, and stays refused for that
  sku TEAPOT @15.00 LEEDS x100
  risk_limits order_value_max=400.00
  rules amounts live
  place A1 TEAPOT x34 -> ?
