# Rule sets: rules/*.rules next to this file, compiled and loaded by `rules NAME`, and made to judge by `live`.

story: A limit refuses an order, and nothing is held
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  place A1 TEAPOT x1 -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A2 TEAPOT x34 -> rule hit 0 rule phase limit outcome decided
                      -> rule hit 1 rule phase review outcome outranked, refused rule_limit
  stock TEAPOT LEEDS: 100 on hand, 99 available, 1 held
  order A2: unknown

story: A review keeps the goods while somebody looks
  sku TEAPOT @15.00 LEEDS x20
  rules amounts live
  place A1 TEAPOT x14 -> rule hit 1 rule phase review outcome decided, placed pay by 09:15
                      -> TEAPOT x14 held at LEEDS, in review rule_review
  stock TEAPOT LEEDS: 20 on hand, 6 available, 14 held
  order A1: open, unpaid, in_review, 14 ordered, 14 held, value 210.00, open amount 210.00, version 1, pay by 09:15
  review_decision A1 approve -> review approved pay by 09:15
  confirm_payment A1 -> paid, allocated

story: A review that says no gives the goods back
  sku TEAPOT @15.00 LEEDS x20
  rules amounts live
  place A1 TEAPOT x14 -> rule hit 1 rule phase review outcome decided, placed pay by 09:15
                      -> TEAPOT x14 held at LEEDS, in review rule_review
  review_decision A1 reject -> review rejected 14 units
  stock TEAPOT LEEDS: 20 on hand, 20 available

story: Who is on a list is blocked, and is not when taken off
  sku TEAPOT @15.00 LEEDS x20
  rules cards live
  set_list_member stolen 7
  place A1 customer=1 card=7 TEAPOT -> rule hit 2 rule phase block outcome decided
                                    -> refused rule_block
  place A2 customer=1 card=8 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  set_list_member stolen 7 member=no
  place A3 customer=1 card=7 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS

story: A friend of the house passes blocks and reviews, but no limit
  sku TEAPOT @15.00 LEEDS x200
  rules cards live
  set_list_member vip 1
  set_list_member stolen 7
  place A1 customer=1 card=7 TEAPOT -> rule hit 1 rule phase allow outcome allows
                                    -> rule hit 2 rule phase block outcome suppressed
                                    -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A2 customer=1 TEAPOT x20 -> rule hit 1 rule phase allow outcome allows
                                 -> rule hit 3 rule phase review outcome suppressed
                                 -> placed pay by 09:15, TEAPOT x20 held at LEEDS
  place A3 customer=1 TEAPOT x40 -> rule hit 0 rule phase limit outcome decided
                                 -> rule hit 1 rule phase allow outcome allows
                                 -> rule hit 3 rule phase review outcome suppressed
                                 -> refused rule_limit
  place A4 customer=2 TEAPOT x20 -> rule hit 3 rule phase review outcome decided
                                 -> placed pay by 09:15, TEAPOT x20 held at LEEDS
                                 -> in review rule_review

story: Who hurries is blocked until the window is over
  sku TEAPOT @15.00 LEEDS x20
  rules hurry live
  place A1 customer=1 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  09:01 place A2 customer=1 TEAPOT -> placed pay by 09:16, TEAPOT x1 held at LEEDS
  09:02 place A3 customer=1 TEAPOT -> rule hit 0 rule phase block outcome decided
                                   -> refused rule_block
  09:02 place A4 customer=2 TEAPOT -> placed pay by 09:17, TEAPOT x1 held at LEEDS
  09:02 place A5 TEAPOT -> placed pay by 09:17, TEAPOT x1 held at LEEDS
  09:11 place A6 customer=1 TEAPOT -> placed pay by 09:26, TEAPOT x1 held at LEEDS
  09:11 place A7 customer=1 TEAPOT -> rule hit 0 rule phase block outcome decided
                                   -> refused rule_block

story: Who was forgotten is not refused for what nobody knows
  sku TEAPOT @15.00 LEEDS x20
  rules crowded live
  place A1 customer=1 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A2 customer=2 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A3 customer=1 TEAPOT -> rule hit 0 rule phase block outcome decided error partial_feature
                             -> placed pay by 09:15, TEAPOT x1 held at LEEDS, in review rule_review

story: A card whose payments fail is tried no more
  sku TEAPOT @15.00 LEEDS x20
  rules failures live
  place A1 card=7 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  fail_payment A1 -> payment failed pay by 09:15
  place A2 card=7 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  fail_payment A2 -> payment failed pay by 09:15
  place A3 card=7 TEAPOT -> rule hit 0 rule phase block outcome decided, refused rule_block
  place A4 card=8 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS

story: Rules ask for what only the shop knows
  sku TEAPOT @15.00 LEEDS x20
  rules attributes live
  place A1 TEAPOT -> refused attribute_missing
  place A2 with:account_age=2d with:country=GB TEAPOT -> placed pay by 09:15
                                                      -> TEAPOT x1 held at LEEDS
  place A3 with:account_age=2d with:country=FR TEAPOT -> rule hit 0 rule phase block outcome decided
                                                      -> refused rule_block
  place A4 with:account_age=1h with:country=GB TEAPOT -> rule hit 1 rule phase review outcome decided
                                                      -> placed pay by 09:15
                                                      -> TEAPOT x1 held at LEEDS
                                                      -> in review rule_review
  place A5 with:account_age=2d with:account_age=2d TEAPOT -> refused attribute_invalid

story: A rule that has no value does what it says it does then
  sku TEAPOT @15.00 LEEDS x20
  rules attributes live
  place A1 with:account_age=2d TEAPOT -> rule hit 0 rule phase block outcome decided error no_such_field
                                      -> refused rule_block
  rules careless live
  place A2 TEAPOT -> rule hit 0 rule phase allow outcome allows error no_such_field
                  -> rule hit 1 rule phase block outcome suppressed error no_such_field
                  -> rule hit 2 rule phase score outcome skipped error no_such_field
                  -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  place A3 with:country=US TEAPOT -> rule hit 1 rule phase block outcome decided
                                  -> refused rule_block
  place A4 with:country=AU TEAPOT -> rule hit 2 rule phase score outcome decided 30 score
                                  -> placed pay by 09:15, TEAPOT x1 held at LEEDS

story: Suspicions add up
  sku TEAPOT @15.00 LEEDS x20
  rules scores live
  place A1 customer=1 TEAPOT x2 -> rule hit 0 rule phase score outcome decided 30 score
                                -> placed pay by 09:15, TEAPOT x2 held at LEEDS
  place A2 customer=1 TEAPOT x5 -> rule hit 0 rule phase score outcome decided 30 score
                                -> rule hit 1 rule phase score outcome decided 30 score
                                -> placed pay by 09:15, TEAPOT x5 held at LEEDS
                                -> in review rule_review
  place A3 TEAPOT x5 -> rule hit 0 rule phase score outcome decided 30 score
                     -> rule hit 1 rule phase score outcome decided 30 score
                     -> rule hit 2 rule phase score outcome decided 40 score, refused rule_block

story: A set that is tried tells what it would do, and does nothing
  sku TEAPOT @15.00 LEEDS x100
  rules amounts shadow
  place A1 TEAPOT x34 -> rule hit 0 rule phase limit outcome shadow
                      -> rule hit 1 rule phase review outcome shadow, placed pay by 09:15
                      -> TEAPOT x34 held at LEEDS
  activate_rules 1 live
  place A2 TEAPOT x34 -> rule hit 0 rule phase limit outcome decided
                      -> rule hit 1 rule phase review outcome outranked, refused rule_limit

story: A rule that is tried alone tells, and does nothing
  sku TEAPOT @15.00 LEEDS x100
  rules tried live
  place A1 TEAPOT -> rule hit 1 rule phase review outcome shadow, placed pay by 09:15
                  -> TEAPOT x1 held at LEEDS
  place A2 TEAPOT x34 -> rule hit 0 rule phase block outcome decided, refused rule_block

story: Off is the switch for when rules are wrong
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  place A1 TEAPOT x34 -> rule hit 0 rule phase limit outcome decided
                      -> rule hit 1 rule phase review outcome outranked, refused rule_limit
  activate_rules 1 off
  place A2 TEAPOT x34 -> placed pay by 09:15, TEAPOT x34 held at LEEDS

story: A set that is changed in the middle goes on with what was counted
  sku TEAPOT @15.00 LEEDS x20
  rules hurry live
  place A1 customer=1 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS
  rules hurry_less live
  place A2 customer=1 TEAPOT -> rule hit 0 rule phase review outcome decided, placed pay by 09:15
                             -> TEAPOT x1 held at LEEDS, in review rule_review
  activate_rules 1 live
  place A3 customer=1 TEAPOT -> rule hit 0 rule phase block outcome decided, refused rule_block

story: A set comes in many parts, and is there when the last one is
  start rule_part_bytes_max=300
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  place A1 TEAPOT x34 -> rule hit 0 rule phase limit outcome decided
                      -> rule hit 1 rule phase review outcome outranked, refused rule_limit

story: What is no rule set is refused, and what is not whole is forgotten
  load_rules body=QUJDREVGR0g= -> refused rules_invalid
  load_rules part=2 parts=3 body=QUJDREVGR0g= -> refused rules_incomplete
  load_rules part=1 parts=3 body=QUJDREVGR0g= -> nothing
  load_rules part=3 parts=3 body=QUJDREVGR0g= -> refused rules_incomplete
  load_rules part=4 parts=3 body=QUJDREVGR0g= -> refused field_out_of_range
  activate_rules 1 live -> refused rules_unknown
  sku TEAPOT @15.00 LEEDS x100
  place A1 TEAPOT -> placed pay by 09:15, TEAPOT x1 held at LEEDS

story: A list that is full takes nobody more
  start rule_members_max=1
  set_list_member vip 1
  set_list_member vip 1
  set_list_member stolen 7 -> refused rule_members_full
  set_list_member vip 1 member=no
  set_list_member stolen 7

story: A sale that was made elsewhere is stopped, not refused
  sku TEAPOT @15.00 LEEDS x100
  rules amounts live
  import A1 TEAPOT x34 -> rule hit 0 rule phase limit outcome decided
                       -> rule hit 1 rule phase review outcome outranked, imported
                       -> TEAPOT x34 held at LEEDS, ship stop rule_limit

story: What the shop refuses of itself is judged as well, and stays refused for that
  sku TEAPOT @15.00 LEEDS x100
  risk_limits order_value_max=400.00
  rules amounts live
  place A1 TEAPOT x34 -> rule hit 0 rule phase limit outcome decided
                      -> rule hit 1 rule phase review outcome outranked
                      -> refused order_value_exceeded
