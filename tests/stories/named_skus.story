# Articles that facts name by a code before anybody has defined them.

story: A sale of what the catalogue does not have is recorded, and owed
  sku TEAPOT @15.00 LEEDS x5
  exception_rule sku_unknown within=4h
  import M1 TEAPOT x1 ENGRAVING x1 @5.00 -> sku named ENGRAVING
                                         -> exception raised kind sku_unknown ENGRAVING 1 exception due at 13:00
                                         -> imported, TEAPOT x1 allocated at LEEDS
                                         -> ENGRAVING x1 short, allocated
  waiting ENGRAVING: M1
  sku ENGRAVING @5.00                    -> exception solved kind sku_unknown 1 exception

story: Nobody is told of it where the shop keeps no such exceptions, but the code has an id
  import M1 ENGRAVING x1 @5.00 -> sku named ENGRAVING, imported, ENGRAVING x1 short, allocated

story: Goods that come under a code that is only named go to who waits, by rank
  sku TEAPOT @15.00 LEEDS x5
  import M1 ENGRAVING x2 @5.00 sold_at=2026-11-01T09:00:00Z -> sku named ENGRAVING, imported
                                                            -> ENGRAVING x2 short, allocated
  import M2 ENGRAVING x1 @5.00 sold_at=2026-10-30T09:00:00Z -> imported, ENGRAVING x1 short
                                                            -> allocated
  receive ENGRAVING LEEDS x2 -> M2 ENGRAVING x1 allocated at LEEDS waited
                             -> M1 ENGRAVING x1 allocated at LEEDS waited
  waiting ENGRAVING: M1

story: A code that was named twice is one article, and one matter
  exception_rule sku_unknown
  name_sku ENGRAVING -> sku named ENGRAVING
                     -> exception raised kind sku_unknown ENGRAVING 1 exception
  name_sku ENGRAVING -> sku named ENGRAVING
  sku ENGRAVING @5.00 -> exception solved kind sku_unknown 1 exception

story: A code that is defined is only told
  sku TEAPOT @15.00 LEEDS x5
  exception_rule sku_unknown
  name_sku TEAPOT -> sku named TEAPOT

story: A sale of an article that nobody has defined is no second one when it is sent again
  import M1 ENGRAVING x1 @5.00 -> sku named ENGRAVING, imported, ENGRAVING x1 short, allocated
  import M1 ENGRAVING x1 @5.00 -> refused order_exists

story: A code for which there is no room is refused
  start skus_max=1
  name_sku ENGRAVING -> sku named ENGRAVING
  name_sku STAND -> refused catalogue_full
