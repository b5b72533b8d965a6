# Carriers: who takes what from where, and what goes to the floor for them together.

story: A wave of a carrier takes what its lanes take, from each node
  carrier DHL
  carrier DPD
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 YORK x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  lane YORK GB 4.00 0.10 carrier=DPD
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  import A2 CUP x3                -> imported, CUP x3 allocated at YORK, allocated
  release_wave 7 carrier=DHL      -> wave begun 7 wave key, A1 TEAPOT x2 released at LEEDS
                                  -> wave released 1 order 7 wave key
  order A2: CUP 0 to pick
  release_wave 8 carrier=DPD      -> wave begun 8 wave key, A2 CUP x3 released at YORK
                                  -> wave released 1 order 8 wave key

story: Of an order that two carriers take, a wave of one takes its part
  carrier DHL
  carrier DPD
  sku TEAPOT @15.00 LEEDS x2
  sku CUP @3.00 YORK x6
  lane LEEDS GB 4.00 0.10 carrier=DHL
  lane YORK GB 4.00 0.10 carrier=DPD
  import A1 TEAPOT x2 CUP x6      -> imported, TEAPOT x2 allocated at LEEDS
                                  -> CUP x6 allocated at YORK, allocated
  release_wave 7 carrier=DPD      -> wave begun 7 wave key, A1 CUP x6 released at YORK
                                  -> wave released 1 order 7 wave key
  order A1: TEAPOT 0 to pick, CUP 6 to pick
  release_wave 8 carrier=DHL      -> wave begun 8 wave key, A1 TEAPOT x2 released at LEEDS
                                  -> wave released 1 order 8 wave key

story: One node has a carrier for each zone, and a wave of one leaves the others alone
  carrier DHL
  carrier POSTNORD
  zone SE
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  lane LEEDS SE 9.00 0.50 carrier=POSTNORD
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  import A2 zone=SE TEAPOT x3     -> imported, TEAPOT x3 allocated at LEEDS, allocated
  release_wave 7 carrier=POSTNORD -> wave begun 7 wave key, A2 TEAPOT x3 released at LEEDS
                                  -> wave released 1 order 7 wave key
  order A1: TEAPOT 0 to pick

story: A carrier goes with node, zone, channel and cutoff: all of them have to fit
  carrier DHL
  channel SHOP
  zone SE
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  lane LEEDS SE 4.00 0.10 carrier=DHL
  import A1 ship_by=12:00 TEAPOT x1 -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A2 ship_by=12:00 zone=SE TEAPOT x1 -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A3 ship_by=18:00 TEAPOT x1 -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A4 SHOP ship_by=12:00 TEAPOT x1 -> imported, TEAPOT x1 allocated at LEEDS, allocated
  release_wave 7 carrier=DHL node=LEEDS zone=GB channel=WEB cutoff=12:00 -> wave begun 7 wave key, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 7 wave key

story: A lane that names nobody is no carrier's, and a wave of none takes all
  carrier DHL
  sku TEAPOT @15.00 LEEDS x10
  import A1 TEAPOT x2             -> imported, TEAPOT x2 allocated at LEEDS, allocated
  release_wave 7 carrier=DHL      -> wave begun 7 wave key, wave released 0 orders 7 wave key
  release_wave 8                  -> wave begun 8 wave key, A1 TEAPOT x2 released at LEEDS
                                  -> wave released 1 order 8 wave key

story: Who takes it is looked up when it is the order's turn: what another takes by then is passed over
  start work_units=1
  carrier DHL
  carrier DPD
  sku TEAPOT @15.00 LEEDS x10
  sku CUP @3.00 YORK x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  lane YORK GB 4.00 0.10 carrier=DHL
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  import A2 CUP x1                -> imported, CUP x1 allocated at YORK, allocated
  release_wave 7 carrier=DHL      -> wave begun 7 wave key
  & lane LEEDS GB 4.00 0.10 carrier=DPD -> A2 CUP x1 released at YORK
                                  -> wave released 1 order 1 passed over 7 wave key
  release_wave 8 carrier=DPD      -> wave begun 8 wave key, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 8 wave key

story: A lane that a wave's carrier takes only later is not in it, and in the next one
  carrier DHL
  carrier DPD
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  release_wave 7 carrier=DPD      -> wave begun 7 wave key, wave released 0 orders 7 wave key
  lane LEEDS GB 4.00 0.10 carrier=DPD
  release_wave 8 carrier=DPD      -> wave begun 8 wave key, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 8 wave key

story: What is on the floor stays there when another takes the lane
  carrier DHL
  carrier DPD
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  release_wave 7 carrier=DHL      -> wave begun 7 wave key, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 7 wave key
  lane LEEDS GB 4.00 0.10 carrier=DPD
  order A1: TEAPOT 1 to pick
  release_wave 8 carrier=DPD      -> wave begun 8 wave key, wave released 0 orders 8 wave key
  pick A1 TEAPOT LEEDS            -> TEAPOT x1 picked at LEEDS

story: A lane that is told again without a carrier has none
  carrier DHL
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  lane LEEDS GB 5.00 0.10
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  release_wave 7 carrier=DHL      -> wave begun 7 wave key, wave released 0 orders 7 wave key

story: What was sold over a lane that is out of use now still goes with its carrier
  carrier DHL
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  lane LEEDS GB 4.00 0.10 serviceable=no carrier=DHL
  place A2 TEAPOT x1              -> refused unserviceable
  release_wave 7 carrier=DHL      -> wave begun 7 wave key, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 7 wave key

story: An order that is changed to a zone of another carrier while its wave runs is passed over
  start work_units=1
  carrier DHL
  carrier DPD
  zone SE
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=DHL
  lane LEEDS SE 4.00 0.10 carrier=DPD
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  release_wave 7 carrier=DHL      -> wave begun 7 wave key
  & modify A1 zone=SE TEAPOT      -> order changed
                                  -> wave released 0 orders 1 passed over 7 wave key

story: A carrier that is told again is the one that it was
  carrier DHL
  carrier DPD
  carrier DHL
  sku TEAPOT @15.00 LEEDS x10
  lane LEEDS GB 4.00 0.10 carrier=2
  import A1 TEAPOT x1             -> imported, TEAPOT x1 allocated at LEEDS, allocated
  release_wave 7 carrier=DPD      -> wave begun 7 wave key, A1 TEAPOT x1 released at LEEDS
                                  -> wave released 1 order 7 wave key

story: A carrier that nobody has defined takes no lane, and has no wave
  carrier DHL
  sku TEAPOT @15.00 LEEDS x1
  lane LEEDS GB 4.00 0.10 carrier=2 -> refused carrier_unknown
  release_wave 7 carrier=2        -> refused carrier_unknown

story: There are so many carriers as the log was started for, and a known one can be told again
  start carriers_max=1
  carrier DHL
  carrier DPD                     -> refused catalogue_full
  carrier DHL
