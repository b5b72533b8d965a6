# Orders that somebody looks at before they go on.

story: A large order is reviewed, and goes on when it is approved and paid
  risk_limits review_value_min=100.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x6              -> placed pay by 09:15, TEAPOT x6 held at LEEDS
  place A2 TEAPOT x4 @25.00       -> placed pay by 09:15, TEAPOT x4 held at LEEDS, in review value_review
  09:05 review_decision A2 approve -> review approved pay by 09:20
  09:10 confirm_payment A2        -> paid, allocated
  09:15                           -> A1 expired 6 units

story: An order that is paid while it is reviewed is firm when it is approved
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, in review value_review
  confirm_payment A1              -> paid
  order A1: in review, paid, review by day2 09:00
  review_decision A1 approve      -> review approved, allocated

story: An order that a review rejects gives everything back
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, in review value_review
  confirm_payment A1              -> paid
  review_decision A1 reject       -> review rejected 1 unit, refund due 15.00
  stock TEAPOT: 10 available
  order A1: rejected

story: When nobody decides, the deadline does as the channel says
  risk_limits review_value_min=10.00
  channel SHOP approve
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, in review value_review
  place A2 SHOP TEAPOT x1         -> placed, TEAPOT x1 held at LEEDS, in review value_review
  confirm_payment A1              -> paid
  confirm_payment A2              -> paid
  day2 09:00                      -> A1 review rejected 1 unit, A1 refund due 15.00
                                  -> A2 review approved, A2 allocated

story: A review may stop the clock of the payment
  channel WEB review_pauses_payment
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, in review value_review review by day2 09:00
  11:00 review_decision A1 approve -> review approved pay by 11:15
  11:15                           -> A1 expired 1 unit

story: An unpaid order under review still has to be paid in time
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed pay by 09:15, TEAPOT x1 held at LEEDS, in review value_review
  09:15                           -> A1 expired 1 unit
  review_decision A1 approve      -> refused order_ended

story: A decision about an order that has changed since is refused
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, in review value_review
  confirm_payment A1              -> paid
  review_decision A1 approve version=1 -> refused version_stale
  review_decision A1 approve version=2 -> review approved, allocated
  review_decision A1 approve      -> refused not_in_review
  review_decision A9 approve      -> refused order_unknown

story: Cash on delivery is firm only after its review
  channel WEB cash_on_delivery
  risk_limits review_value_min=10.00
  sku TEAPOT @15.00 LEEDS x10
  place A1 TEAPOT x1              -> placed, TEAPOT x1 held at LEEDS, in review value_review review by day2 09:00
  review_decision A1 approve      -> review approved, allocated
  stock TEAPOT: 1 allocated
