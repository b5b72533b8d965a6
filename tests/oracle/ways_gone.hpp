// What random runs must reach and no event tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

namespace allot::oracle {

// How often the state went ways that no event tells; nothing is decided by it.
struct WaysGone {
  std::uint64_t stubs_aged{};      // stubs that went with time
  std::uint64_t stubs_pushed{};    // stubs that went for another
  std::uint64_t stubs_named{};     // orders that were refused for a stub
  std::uint64_t surely_new{};      // old sales of which somebody made sure
  std::uint64_t doubts_ended{};    // exceptions of old sales whose key an order has now
  std::uint64_t news_paid{};       // payments that found their order
  std::uint64_t news_ended{};      // cancellations that did
  std::uint64_t news_early{};      // payments among them that were made before it was placed
  std::uint64_t news_both{};       // orders of which both were heard
  std::uint64_t news_stayed{};     // orders that were refused, so that news waits on
  std::uint64_t news_shipped{};    // shipments that found their order
  std::uint64_t news_delivered{};  // deliveries that did
  std::uint64_t news_settled{};    // news whose time was up when its order came, or was named again
  std::uint64_t news_undone{};     // shipments taken back that did
  std::uint64_t news_troubled{};   // deliveries that failed that did
  std::uint64_t lost_found{};      // units that arrived after they were lost
  std::uint64_t turned_taken{};    // or after they were refused at the door
  std::uint64_t turned_lost{};     // units that were lost on the way back
  std::uint64_t turned_home{};     // that came back
  std::uint64_t turned_asked{};    // that did, and were asked for as what had arrived
  std::uint64_t lost_home{};       // units that came back after they were lost
  // Facts that named no line, and were shared out to several of the SKU; and what else is said of
  // numbered lines.
  std::uint64_t shipped_apart{};
  std::uint64_t delivered_apart{};
  std::uint64_t undone_apart{};
  std::uint64_t returned_apart{};
  std::uint64_t picked_apart{};
  std::uint64_t short_apart{};
  std::uint64_t cut_numbered{};     // lines that were cancelled by their number
  std::uint64_t named_anew{};       // lines that a change gave a number, or another date
  std::uint64_t split_up{};         // orders that had too many of a SKU in several lines
  std::uint64_t returns_settled{};  // windows that were over when a return was named
  std::uint64_t undone_held{};      // shipments taken back that the order holds again
  std::uint64_t undone_whole{};     // of orders that are shipped whole, and wait for all then
  std::uint64_t undone_ended{};     // of ended orders, of which nothing has left now
  std::uint64_t ends_untold{};      // commands that came when an end of sale was due and not told
  std::uint64_t lost_held{};        // units of holds that were lost
  std::uint64_t lost_firm{};        // units that were allocated
  std::uint64_t lost_whole{};       // orders that are shipped whole and lost all
  std::uint64_t news_counted{};     // amounts that found their order
  std::uint64_t payments_kept{};    // that were the oldest, of orders that are known
  std::uint64_t payments_gone{};    // that were forgotten for others
  std::uint64_t unpaid_firm{};      // orders that were firm and are held again
  std::uint64_t unpaid_ended{};     // that had ended when the money went
  std::uint64_t unpaid_reviewed{};  // that were held for a review
  std::uint64_t paid_in_parts{};    // orders that were paid by more than one payment
  std::uint64_t duplicate_payments{};
  std::uint64_t offers_reviewed{};      // orders that were served, and have to be reviewed first
  std::uint64_t offers_pending{};       // that had been pending before they were served
  std::uint64_t withdrawn_frozen{};     // offers that were withdrawn while payment was pending
  std::uint64_t grace_frozen{};         // orders that were pending when their pay_by came
  std::uint64_t served_after_grace{};   // lines that have their turn again
  std::uint64_t refused_late{};         // orders that ended in their grace by a late payment
  std::uint64_t approved_later{};       // approved, and their window would have ended later
  std::uint64_t approved_waiting{};     // approved, and to be paid when they are served
  std::uint64_t unpaid_waiting{};       // unpaid again, and to be paid when they are served
  std::uint64_t offered_undone{};       // that hold what came back, and had not been served
  std::uint64_t placed_waiting{};       // to be paid when they are served
  std::uint64_t late_kept_out{};        // that had ended, and are not taken again for being late
  std::uint64_t late_in_grace{};        // that had ended, and were paid in their grace
  std::uint64_t authorised_parts{};     // orders that were authorised by more than one amount
  std::uint64_t authorised_anew{};      // that are authorised until another time than they were
  std::uint64_t authorised_ended{};     // that had expired, and were taken again
  std::uint64_t authorised_shipped{};   // that had left and were not paid
  std::uint64_t authorised_back{};      // that had left, and go on
  std::uint64_t authorised_reviewed{};  // that are held for a review
  std::uint64_t authorised_lost{};      // of which captured money went back
  std::uint64_t deposits_paid{};        // orders whose deposit came in
  std::uint64_t deposits_ended{};       // that had expired, and were taken again
  std::uint64_t deposits_shipped{};     // that had left and were not paid
  std::uint64_t deposits_back{};        // that had left, and go on
  std::uint64_t deposits_lost{};        // whose deposit went back
  std::uint64_t deposits_left{};        // that were paid, of which a deposit is left
  std::uint64_t balances_paid{};        // whose balance came in
  std::uint64_t balances_lapsed{};      // whose balance was not paid in time
  std::uint64_t balances_asked{};       // of which something was on the floor then
  std::uint64_t balances_offered{};     // whose window begins since they hold something
  std::uint64_t balances_withdrawn{};   // that hold nothing any more
  std::uint64_t balances_paused{};      // whose window begins when they are approved
  std::uint64_t deposits_kept{};        // whose deposit the shop keeps
  std::uint64_t kept_paid{};            // which are paid after all, and taken again
  std::uint64_t left_with_balance{};    // of which something left while the balance was open
  std::uint64_t voided_parts{};         // parts of what is set aside that were let go
  std::uint64_t voided_others{};        // amounts that other money had taken the place of
  std::uint64_t voided_unpaid{};        // orders that are authorised no more by that
  std::uint64_t authorised_less{};    // amounts of which a part had gone before they were heard of
  std::uint64_t reserves_used{};      // orders firm by what was authorised and not needed before
  std::uint64_t aside_over{};         // amounts whose time was over when the next one came
  std::uint64_t lapsed_waiting{};     // orders that lapsed while lines of them waited
  std::uint64_t captured_aside{};     // captures of a part of what is set aside
  std::uint64_t collected_parts{};    // parts that arrive, and are paid then
  std::uint64_t cut_to_nothing{};     // orders that a cancelled line ended
  std::uint64_t cut_shipped{};        // lines cut of orders that have shipped a part
  std::uint64_t cut_whole{};          // of orders that are shipped whole, and wait
  std::uint64_t cut_paid{};           // of orders that are paid or authorised by it
  std::uint64_t debits_back{};        // debits of caps that were looked at then
  std::uint64_t short_with_others{};  // short lines of refused orders, besides the one named
  std::uint64_t changed_others{};     // the same of changes
  std::uint64_t changed_more{};       // orders that have more lines than before
  std::uint64_t changed_unpaid{};     // that are not paid or authorised any more
  std::uint64_t changed_zone{};       // holds that went back since nothing goes from there
  std::uint64_t changed_reviewed{};   // orders that are held for a review
  std::uint64_t changed_shipped{};    // of which all had left
  std::uint64_t debits_grown{};       // debits of caps that became more
  std::uint64_t debits_added{};       // that came to be
  std::uint64_t excess_back{};        // and excess
  std::uint64_t exceptions_joined{};  // shipments that an open exception took in
  std::uint64_t exceptions_passed{};  // that were solved in the step that would have raised them
  std::uint64_t skus_defined{};       // that facts had named before
  std::uint64_t exceptions_of_stubs{};      // refunds of forgotten orders
  std::uint64_t picked_unreleased{};        // picks of units that the order did not have
  std::uint64_t short_whole{};              // short picks of orders that are shipped whole
  std::uint64_t asked_unpaid{};             // orders that were asked back since they were not paid
  std::uint64_t asked_reviewed{};           // since they were rejected
  std::uint64_t put_back_waiting{};         // units put back that their line could not hold
  std::uint64_t agreed_partly{};            // nodes that agreed while others have to answer
  std::uint64_t picked_shipped{};           // shipments of what was picked
  std::uint64_t picked_freed{};             // units that were picked in vain
  std::uint64_t waves_cut{};                // orders that a wave had no place for
  std::uint64_t waves_passed{};             // that had changed when it was their turn
  std::uint64_t waves_of_carriers{};        // orders that a wave of a carrier took
  std::uint64_t waves_in_part{};            // of which it left what others take
  std::uint64_t waves_in_order{};           // that went before one that was placed earlier
  std::uint64_t packed_unpicked{};          // that were packed, and not picked before
  std::uint64_t packed_shipped{};           // parcels that were shipped by their key
  std::uint64_t parcels_shared{};           // packed to what another order has in the parcel
  std::uint64_t parcels_together{};         // parcels of several orders that left by one command
  std::uint64_t parcels_weighed{};          // that left, and it was known what they weigh
  std::uint64_t packed_freed{};             // units that were packed in vain
  std::uint64_t packed_back{};              // that were packed, and put back
  std::uint64_t promises_ended{};           // neither kept nor breached
  std::uint64_t promises_ended_before{};    // that, and their timer found it first
  std::uint64_t promises_found_late{};      // breached when they ended, before their timer ran
  std::uint64_t promises_late_at_once{};    // that began too late
  std::uint64_t promises_urgent_at_once{};  // that began when somebody was to be warned
  std::uint64_t promises_of_old{};          // kept, and nobody would promise so now
  std::uint64_t promises_over{};            // breached before, and over now
  std::uint64_t promises_moved{};           // of orders that have to leave by another time
  std::uint64_t promises_undelivered{};     // of goods that did not arrive
  std::uint64_t promises_reopened{};        // of orders that had left, and go on
  std::uint64_t feeds_behind{};             // steps that had more to tell than they may
  std::uint64_t feeds_held_back{};     // that told nothing, for an end of sale was to be told first
  std::uint64_t looks_again{};         // looks at all SKUs that were to begin again
  std::uint64_t looks_on{};            // that went on in the next step
  std::uint64_t pictures_on{};         // pictures that did
  std::uint64_t told_claimed{};        // figures less what lines that wait have claimed
  std::uint64_t credit_paid{};         // orders that are paid by a credit
  std::uint64_t credit_part{};         // of which something is to be paid besides
  std::uint64_t credit_held{};         // that wait for it, and may be paid longer
  std::uint64_t credit_came{};         // that are paid by money of another order
  std::uint64_t credit_unpaid{};       // that are not paid any more since goods did not come back
  std::uint64_t credit_unpaid_left{};  // of which something had left
  std::uint64_t credit_gone{};         // that are not, since its money had gone when they came
  std::uint64_t credit_unneeded{};     // whose credit came when nothing was to be paid any more
  std::uint64_t credit_forgotten{};    // that were forgotten before it came
  std::uint64_t credit_of_forgotten{};  // for goods of forgotten orders
  std::uint64_t credit_short{};         // credits that were more than goods that came back brought
  std::uint64_t credit_short_of_money{};  // since their money had gone
  std::uint64_t credit_deducted{};        // of which something was taken off
  std::uint64_t credit_open{};            // for goods of orders that go on
  std::uint64_t exchanged_again{};        // goods of orders that were placed in exchange
  std::uint64_t margin_skipped{};         // lots that a channel with a margin left to others
  std::uint64_t margin_others{};          // lots taken from that another channel may not sell
  std::uint64_t margin_passed{};          // lines passed over, and others might have what is there
  std::uint64_t margin_told{};            // figures told when a margin's instant had come
  std::uint64_t own_taken{};              // orders that were taken over
  std::uint64_t own_many{};               // of which one order took several
  std::uint64_t own_again{};              // that had taken others over themselves
  std::uint64_t own_beyond{};             // that had more of a cap than it allows now
  std::uint64_t own_waited{};             // in whose place another waits
  std::uint64_t own_shortened{};          // whose limit is the deadline of another
  std::uint64_t own_kept{};               // that might have been, and of which nothing was taken
  std::uint64_t own_told{};               // that only are told
  std::uint64_t own_pending{};            // that are not taken over since their payment is pending
  std::uint64_t own_reviewed{};           // since they are in review
  std::uint64_t own_on_floor{};           // since they are on the floor
  std::uint64_t own_over{};               // since their time is over
  std::uint64_t own_too_few{};            // since they hold too few
  std::uint64_t own_capped{};             // told, since a cap refuses
  std::uint64_t own_paid{};               // that were paid after they had been taken over
  std::uint64_t extended_frozen{};        // holds that last longer while their payment is pending
  std::uint64_t confirmed_part{};         // orders of which a part was paid, and the rest let go
  std::uint64_t confirmed_whole{};        // of which all was named
  std::uint64_t confirmed_sums{};         // that had payments before
  std::uint64_t confirmed_shipped{};      // of which all that was paid had left
  std::uint64_t kept_part{};              // of which a part was paid, and the rest stayed
  std::uint64_t kept_part_paid{};         // that were paid by that
  std::uint64_t trimmed_whole{};          // orders that are shipped whole, and waited
  std::uint64_t trimmed_took{};           // that took some of what they waited for
  std::uint64_t trimmed_firm{};           // that did, and are firm
  std::uint64_t trimmed_paid{};           // that are paid by what is due no more
  std::uint64_t trimmed_shipped{};        // of which all had left
  std::uint64_t merged_joined{};          // lines that another order's were added to
  std::uint64_t merged_waiting{};         // that wait, and went to another order
  std::uint64_t merged_claimed{};         // while their SKU was being dealt out
  std::uint64_t merged_place{};      // orders that wait in the place of one that went into them
  std::uint64_t merged_window{};     // that may be paid no longer than one that did
  std::uint64_t merged_part_paid{};  // that have a part of their money from one
  std::uint64_t merged_debits{};     // debits of one account that became one
  std::uint64_t split_waiting{};     // lines that wait, and were split off
  std::uint64_t split_whole{};       // of orders that are shipped whole
  std::uint64_t split_claimed{};     // while their SKU was being dealt out
  std::uint64_t split_part_paid{};   // orders that were split, and had a part of their money
  std::uint64_t split_debits{};      // debits that went along
  std::uint64_t split_own{};         // that are the shopper's
  std::uint64_t split_floor{};       // of which something was on the floor
  std::uint64_t split_shipped{};     // of which something had left
  std::uint64_t came_with_end{};     // lots made for what came back, which end as elsewhere
  std::uint64_t came_with_ends{};    // and of which nodes say several ends
  std::uint64_t came_ended{};        // and whose end has come
  std::uint64_t given_whole{};       // orders of which nothing is kept, and that are asked less
  std::uint64_t given_part{};        // of which a part is not kept, and that are
  std::uint64_t given_less{};        // that are asked more, since goods turned up
  std::uint64_t given_after{};       // that were given money back after the goods had come
  std::uint64_t given_before{};      // and before they came
  std::uint64_t weighed_up{};        // paid orders that are picked, and cost more by their weight
  std::uint64_t aside_asked{};       // captures that are asked of too little that is set aside
  std::uint64_t unowed_whole{};      // that are asked nothing, for nobody paid and nothing is kept
  std::uint64_t unowed_part{};       // that are asked less, for a part that nobody paid is not kept
  std::uint64_t unowed_paid{};       // that are paid, or authorised, by that
  std::uint64_t unowed_turned_up{};  // that are not paid any more, since goods turned up
  std::uint64_t unowed_taken_back{};  // whose money a bank took back, for goods that were back
  std::uint64_t split_lots{};         // with a line of several lots
  std::uint64_t split_promised{};     // promises that began as those of the whole
  std::uint64_t merged_payments{};    // that are another order's now
  std::uint64_t merged_promises{};    // promises that are another order's now
  std::uint64_t merged_chained{};     // orders that had others, and went
  std::uint64_t told_on{};            // facts told under the key of an order that went into another
  std::uint64_t told_confirmed{};     // of those, that it was paid
  std::uint64_t told_part{};          // of those, where more is to come in
  std::uint64_t told_again{};         // of those, that had come in before
  std::uint64_t told_payments{};      // payments
  std::uint64_t told_known{};         // of those, that were known
  std::uint64_t asked_of_merged{};    // what is not asked of an order that went
  std::map<std::uint16_t, std::uint64_t> rule_feeds;  // of orders that rules know, by feed
  std::uint64_t features_carried{};                   // from one rule set to the next
  std::uint64_t features_partial{};  // values of features that have forgotten what could count
  std::uint64_t bands_decided{};     // orders that are refused or reviewed for their score
  std::uint64_t losers_ended{};  // lines that had nothing to lose any more when it was their turn
};

}  // namespace allot::oracle
