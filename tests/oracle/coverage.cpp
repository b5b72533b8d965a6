#include "coverage.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <set>
#include <sstream>

#include "coverage_rows.hpp"
#include "message_text.hpp"

namespace allot::oracle {
namespace {

// Said by the driver before a command is sequenced, never by a step; and what no run is long enough
// for, to which merge_scenario_test leads.
constexpr std::array unsequenced{
    Reason::busy,          Reason::stopped,       Reason::poisoned,     Reason::command_too_large,
    Reason::not_for_hosts, Reason::other_process, Reason::storage_full, Reason::too_many_orders};

// No std::array: clang counts no more than 256 elements of one that it is to find the size of.
constexpr std::string_view ways[]{extended_frozen,
                                  confirmed_part,
                                  confirmed_whole,
                                  confirmed_sums,
                                  confirmed_shipped,
                                  kept_part,
                                  kept_part_paid,
                                  trimmed_whole,
                                  trimmed_took,
                                  trimmed_firm,
                                  trimmed_paid,
                                  trimmed_shipped,
                                  own_taken,
                                  margin_skipped,
                                  margin_others,
                                  margin_passed,
                                  margin_told,
                                  merged_joined,
                                  merged_waiting,
                                  merged_claimed,
                                  merged_place,
                                  merged_window,
                                  merged_part_paid,
                                  merged_debits,
                                  split_waiting,
                                  split_whole,
                                  split_claimed,
                                  split_part_paid,
                                  split_debits,
                                  split_own,
                                  split_floor,
                                  split_shipped,
                                  split_lots,
                                  given_whole,
                                  given_part,
                                  given_less,
                                  given_after,
                                  given_before,
                                  weighed_up,
                                  aside_asked,
                                  unowed_whole,
                                  unowed_part,
                                  unowed_paid,
                                  unowed_turned_up,
                                  unowed_taken_back,
                                  came_with_end,
                                  came_with_ends,
                                  came_ended,
                                  split_promised,
                                  merged_payments,
                                  merged_promises,
                                  merged_chained,
                                  told_on,
                                  told_confirmed,
                                  told_part,
                                  told_again,
                                  told_payments,
                                  told_known,
                                  asked_of_merged,
                                  own_many,
                                  own_again,
                                  own_beyond,
                                  own_waited,
                                  own_shortened,
                                  own_kept,
                                  own_told,
                                  own_pending,
                                  own_reviewed,
                                  own_on_floor,
                                  own_over,
                                  own_too_few,
                                  own_capped,
                                  own_paid,
                                  shipped_apart,
                                  delivered_apart,
                                  undone_apart,
                                  returned_apart,
                                  picked_apart,
                                  short_apart,
                                  cut_numbered,
                                  named_anew,
                                  split_up,
                                  sku_in_two,
                                  feeds_held_back,
                                  looks_on,
                                  pictures_on,
                                  told_claimed,
                                  promises_ended,
                                  promises_ended_before,
                                  promises_found_late,
                                  promises_late_at_once,
                                  promises_urgent_at_once,
                                  promises_of_old,
                                  promises_over,
                                  promises_moved,
                                  promises_undelivered,
                                  promises_reopened,
                                  voided_parts,
                                  voided_others,
                                  voided_unpaid,
                                  authorised_less,
                                  reserves_used,
                                  balances_offered,
                                  balances_withdrawn,
                                  balances_paused,
                                  deposits_paid,
                                  deposits_ended,
                                  deposits_shipped,
                                  deposits_back,
                                  deposits_lost,
                                  deposits_left,
                                  balances_paid,
                                  balances_lapsed,
                                  balances_asked,
                                  deposits_kept,
                                  kept_paid,
                                  left_with_balance,
                                  short_with_others,
                                  changed_others,
                                  changed_more,
                                  changed_unpaid,
                                  changed_zone,
                                  changed_reviewed,
                                  changed_shipped,
                                  debits_grown,
                                  debits_added,
                                  picked_unreleased,
                                  short_whole,
                                  asked_unpaid,
                                  asked_reviewed,
                                  put_back_waiting,
                                  agreed_partly,
                                  picked_shipped,
                                  picked_freed,
                                  skus_defined,
                                  exceptions_joined,
                                  exceptions_passed,
                                  exceptions_of_stubs,
                                  cut_to_nothing,
                                  cut_shipped,
                                  cut_whole,
                                  cut_paid,
                                  debits_back,
                                  excess_back,
                                  authorised_parts,
                                  authorised_anew,
                                  authorised_ended,
                                  authorised_shipped,
                                  authorised_back,
                                  authorised_reviewed,
                                  authorised_lost,
                                  aside_over,
                                  lapsed_waiting,
                                  captured_aside,
                                  collected_parts,
                                  offers_reviewed,
                                  offers_pending,
                                  withdrawn_frozen,
                                  grace_frozen,
                                  served_after_grace,
                                  refused_late,
                                  approved_waiting,
                                  approved_later,
                                  unpaid_waiting,
                                  offered_undone,
                                  placed_waiting,
                                  late_kept_out,
                                  late_in_grace,
                                  news_counted,
                                  payments_kept,
                                  payments_gone,
                                  unpaid_firm,
                                  unpaid_ended,
                                  unpaid_reviewed,
                                  paid_in_parts,
                                  payment_twice,
                                  ends_untold,
                                  lost_held,
                                  lost_firm,
                                  lost_whole,
                                  losers_ended,
                                  sold_before,
                                  for_holds,
                                  under_all,
                                  once_more,
                                  paid_in_time,
                                  stub_exists,
                                  stub_aged,
                                  stub_pushed,
                                  surely_new,
                                  doubts_ended,
                                  news_paid,
                                  news_ended,
                                  news_early,
                                  news_both,
                                  news_stayed,
                                  news_settled,
                                  news_shipped,
                                  news_delivered,
                                  news_undone,
                                  undone_held,
                                  undone_whole,
                                  undone_ended,
                                  returns_settled,
                                  news_troubled,
                                  lost_found,
                                  turned_taken,
                                  turned_lost,
                                  turned_home,
                                  turned_asked,
                                  lost_home,
                                  packed_unpicked,
                                  packed_shipped,
                                  packed_freed,
                                  parcels_shared,
                                  parcels_together,
                                  parcels_weighed,
                                  packed_back,
                                  waves_cut,
                                  waves_passed,
                                  waves_in_order,
                                  waves_of_carriers,
                                  waves_in_part,
                                  credit_paid,
                                  credit_part,
                                  credit_held,
                                  credit_came,
                                  credit_unpaid,
                                  credit_unpaid_left,
                                  credit_gone,
                                  credit_unneeded,
                                  credit_forgotten,
                                  credit_of_forgotten,
                                  credit_short,
                                  credit_short_of_money,
                                  credit_deducted,
                                  credit_open,
                                  exchanged_again,
                                  rule_decided_limit,
                                  rule_decided_block,
                                  rule_decided_review,
                                  rule_scores,
                                  rule_outranked,
                                  rule_suppressed,
                                  rule_allows,
                                  rule_skipped,
                                  rule_shadow,
                                  rule_error,
                                  rule_overflow,
                                  rule_zero,
                                  rule_absent,
                                  rule_partial,
                                  rule_score_sum,
                                  rules_carried,
                                  rules_partial,
                                  fed_accepted,
                                  fed_paid,
                                  fed_payment_failed,
                                  fed_cancelled,
                                  fed_expired,
                                  fed_returned,
                                  fed_refused,
                                  fed_charged_back};

// Calls `visit(name, count)` for everything that a step can say.
template <class Types, class Reasons, class Flags, class Visit>
void each(const Types& types, const Reasons& reasons, const Flags& flags, Visit visit) {
  const auto found = [](const auto& counts, auto key) {
    const auto it = counts.find(key);
    return it == counts.end() ? std::uint64_t{0} : it->second;
  };
  for (int number = 1; number < 256; ++number) {
    const auto type = static_cast<EventType>(number);
    if (!event_name(type).empty()) visit(event_name(type), found(types, type));
  }
  for (const ReasonText& text : reason_texts) {
    if (text.reason == Reason::ok) continue;
    if (std::find(unsequenced.begin(), unsequenced.end(), text.reason) != unsequenced.end())
      continue;
    visit(text.name, found(reasons, text.reason));
  }
  for (const FlagName& flag : EventFlags::names) visit(flag.name, found(flags, flag.mask));
}

// Which count of the state is that of which way.
struct CountedWay {
  std::string_view way;
  std::uint64_t WaysGone::* count;
};
constexpr CountedWay counted_ways[] = {
    {stub_exists, &WaysGone::stubs_named},
    {stub_aged, &WaysGone::stubs_aged},
    {stub_pushed, &WaysGone::stubs_pushed},
    {surely_new, &WaysGone::surely_new},
    {doubts_ended, &WaysGone::doubts_ended},
    {news_paid, &WaysGone::news_paid},
    {news_ended, &WaysGone::news_ended},
    {news_early, &WaysGone::news_early},
    {news_shipped, &WaysGone::news_shipped},
    {news_delivered, &WaysGone::news_delivered},
    {news_undone, &WaysGone::news_undone},
    {news_troubled, &WaysGone::news_troubled},
    {lost_found, &WaysGone::lost_found},
    {turned_taken, &WaysGone::turned_taken},
    {turned_lost, &WaysGone::turned_lost},
    {turned_home, &WaysGone::turned_home},
    {turned_asked, &WaysGone::turned_asked},
    {lost_home, &WaysGone::lost_home},
    {undone_held, &WaysGone::undone_held},
    {undone_whole, &WaysGone::undone_whole},
    {undone_ended, &WaysGone::undone_ended},
    {returns_settled, &WaysGone::returns_settled},
    {news_both, &WaysGone::news_both},
    {news_stayed, &WaysGone::news_stayed},
    {news_settled, &WaysGone::news_settled},
    {news_counted, &WaysGone::news_counted},
    {payments_kept, &WaysGone::payments_kept},
    {payments_gone, &WaysGone::payments_gone},
    {unpaid_firm, &WaysGone::unpaid_firm},
    {unpaid_ended, &WaysGone::unpaid_ended},
    {unpaid_reviewed, &WaysGone::unpaid_reviewed},
    {paid_in_parts, &WaysGone::paid_in_parts},
    {payment_twice, &WaysGone::duplicate_payments},
    {ends_untold, &WaysGone::ends_untold},
    {lost_held, &WaysGone::lost_held},
    {lost_firm, &WaysGone::lost_firm},
    {lost_whole, &WaysGone::lost_whole},
    {losers_ended, &WaysGone::losers_ended},
    {offers_reviewed, &WaysGone::offers_reviewed},
    {offers_pending, &WaysGone::offers_pending},
    {withdrawn_frozen, &WaysGone::withdrawn_frozen},
    {grace_frozen, &WaysGone::grace_frozen},
    {served_after_grace, &WaysGone::served_after_grace},
    {refused_late, &WaysGone::refused_late},
    {approved_waiting, &WaysGone::approved_waiting},
    {approved_later, &WaysGone::approved_later},
    {unpaid_waiting, &WaysGone::unpaid_waiting},
    {offered_undone, &WaysGone::offered_undone},
    {placed_waiting, &WaysGone::placed_waiting},
    {late_kept_out, &WaysGone::late_kept_out},
    {late_in_grace, &WaysGone::late_in_grace},
    {authorised_parts, &WaysGone::authorised_parts},
    {authorised_anew, &WaysGone::authorised_anew},
    {authorised_ended, &WaysGone::authorised_ended},
    {authorised_shipped, &WaysGone::authorised_shipped},
    {authorised_back, &WaysGone::authorised_back},
    {authorised_reviewed, &WaysGone::authorised_reviewed},
    {authorised_lost, &WaysGone::authorised_lost},
    {deposits_paid, &WaysGone::deposits_paid},
    {deposits_ended, &WaysGone::deposits_ended},
    {deposits_shipped, &WaysGone::deposits_shipped},
    {deposits_back, &WaysGone::deposits_back},
    {deposits_lost, &WaysGone::deposits_lost},
    {deposits_left, &WaysGone::deposits_left},
    {balances_paid, &WaysGone::balances_paid},
    {balances_lapsed, &WaysGone::balances_lapsed},
    {balances_asked, &WaysGone::balances_asked},
    {balances_offered, &WaysGone::balances_offered},
    {balances_withdrawn, &WaysGone::balances_withdrawn},
    {balances_paused, &WaysGone::balances_paused},
    {deposits_kept, &WaysGone::deposits_kept},
    {kept_paid, &WaysGone::kept_paid},
    {left_with_balance, &WaysGone::left_with_balance},
    {voided_parts, &WaysGone::voided_parts},
    {voided_others, &WaysGone::voided_others},
    {voided_unpaid, &WaysGone::voided_unpaid},
    {authorised_less, &WaysGone::authorised_less},
    {reserves_used, &WaysGone::reserves_used},
    {aside_over, &WaysGone::aside_over},
    {lapsed_waiting, &WaysGone::lapsed_waiting},
    {captured_aside, &WaysGone::captured_aside},
    {collected_parts, &WaysGone::collected_parts},
    {cut_to_nothing, &WaysGone::cut_to_nothing},
    {cut_shipped, &WaysGone::cut_shipped},
    {cut_whole, &WaysGone::cut_whole},
    {cut_paid, &WaysGone::cut_paid},
    {debits_back, &WaysGone::debits_back},
    {excess_back, &WaysGone::excess_back},
    {skus_defined, &WaysGone::skus_defined},
    {exceptions_joined, &WaysGone::exceptions_joined},
    {exceptions_passed, &WaysGone::exceptions_passed},
    {exceptions_of_stubs, &WaysGone::exceptions_of_stubs},
    {picked_unreleased, &WaysGone::picked_unreleased},
    {short_whole, &WaysGone::short_whole},
    {asked_unpaid, &WaysGone::asked_unpaid},
    {asked_reviewed, &WaysGone::asked_reviewed},
    {put_back_waiting, &WaysGone::put_back_waiting},
    {agreed_partly, &WaysGone::agreed_partly},
    {picked_shipped, &WaysGone::picked_shipped},
    {picked_freed, &WaysGone::picked_freed},
    {packed_unpicked, &WaysGone::packed_unpicked},
    {waves_cut, &WaysGone::waves_cut},
    {waves_passed, &WaysGone::waves_passed},
    {waves_in_order, &WaysGone::waves_in_order},
    {waves_of_carriers, &WaysGone::waves_of_carriers},
    {waves_in_part, &WaysGone::waves_in_part},
    {packed_shipped, &WaysGone::packed_shipped},
    {packed_freed, &WaysGone::packed_freed},
    {parcels_shared, &WaysGone::parcels_shared},
    {parcels_together, &WaysGone::parcels_together},
    {parcels_weighed, &WaysGone::parcels_weighed},
    {packed_back, &WaysGone::packed_back},
    {short_with_others, &WaysGone::short_with_others},
    {changed_others, &WaysGone::changed_others},
    {changed_more, &WaysGone::changed_more},
    {changed_unpaid, &WaysGone::changed_unpaid},
    {changed_zone, &WaysGone::changed_zone},
    {changed_reviewed, &WaysGone::changed_reviewed},
    {changed_shipped, &WaysGone::changed_shipped},
    {debits_grown, &WaysGone::debits_grown},
    {debits_added, &WaysGone::debits_added},
    {promises_ended, &WaysGone::promises_ended},
    {promises_ended_before, &WaysGone::promises_ended_before},
    {promises_found_late, &WaysGone::promises_found_late},
    {promises_late_at_once, &WaysGone::promises_late_at_once},
    {promises_urgent_at_once, &WaysGone::promises_urgent_at_once},
    {promises_of_old, &WaysGone::promises_of_old},
    {promises_over, &WaysGone::promises_over},
    {promises_moved, &WaysGone::promises_moved},
    {promises_undelivered, &WaysGone::promises_undelivered},
    {promises_reopened, &WaysGone::promises_reopened},
    {feeds_held_back, &WaysGone::feeds_held_back},
    {looks_on, &WaysGone::looks_on},
    {pictures_on, &WaysGone::pictures_on},
    {told_claimed, &WaysGone::told_claimed},
    {shipped_apart, &WaysGone::shipped_apart},
    {delivered_apart, &WaysGone::delivered_apart},
    {undone_apart, &WaysGone::undone_apart},
    {returned_apart, &WaysGone::returned_apart},
    {picked_apart, &WaysGone::picked_apart},
    {short_apart, &WaysGone::short_apart},
    {cut_numbered, &WaysGone::cut_numbered},
    {named_anew, &WaysGone::named_anew},
    {split_up, &WaysGone::split_up},
    {credit_paid, &WaysGone::credit_paid},
    {credit_part, &WaysGone::credit_part},
    {credit_held, &WaysGone::credit_held},
    {credit_came, &WaysGone::credit_came},
    {credit_unpaid, &WaysGone::credit_unpaid},
    {credit_unpaid_left, &WaysGone::credit_unpaid_left},
    {credit_gone, &WaysGone::credit_gone},
    {credit_unneeded, &WaysGone::credit_unneeded},
    {credit_forgotten, &WaysGone::credit_forgotten},
    {credit_of_forgotten, &WaysGone::credit_of_forgotten},
    {credit_short, &WaysGone::credit_short},
    {credit_short_of_money, &WaysGone::credit_short_of_money},
    {credit_deducted, &WaysGone::credit_deducted},
    {credit_open, &WaysGone::credit_open},
    {exchanged_again, &WaysGone::exchanged_again},
    {extended_frozen, &WaysGone::extended_frozen},
    {confirmed_part, &WaysGone::confirmed_part},
    {confirmed_whole, &WaysGone::confirmed_whole},
    {confirmed_sums, &WaysGone::confirmed_sums},
    {confirmed_shipped, &WaysGone::confirmed_shipped},
    {kept_part, &WaysGone::kept_part},
    {kept_part_paid, &WaysGone::kept_part_paid},
    {trimmed_whole, &WaysGone::trimmed_whole},
    {trimmed_took, &WaysGone::trimmed_took},
    {trimmed_firm, &WaysGone::trimmed_firm},
    {trimmed_paid, &WaysGone::trimmed_paid},
    {trimmed_shipped, &WaysGone::trimmed_shipped},
    {own_taken, &WaysGone::own_taken},
    {margin_skipped, &WaysGone::margin_skipped},
    {margin_others, &WaysGone::margin_others},
    {margin_passed, &WaysGone::margin_passed},
    {margin_told, &WaysGone::margin_told},
    {own_many, &WaysGone::own_many},
    {own_again, &WaysGone::own_again},
    {own_beyond, &WaysGone::own_beyond},
    {own_waited, &WaysGone::own_waited},
    {own_shortened, &WaysGone::own_shortened},
    {own_kept, &WaysGone::own_kept},
    {own_told, &WaysGone::own_told},
    {own_pending, &WaysGone::own_pending},
    {own_reviewed, &WaysGone::own_reviewed},
    {own_on_floor, &WaysGone::own_on_floor},
    {own_over, &WaysGone::own_over},
    {own_too_few, &WaysGone::own_too_few},
    {own_capped, &WaysGone::own_capped},
    {own_paid, &WaysGone::own_paid},
    {merged_joined, &WaysGone::merged_joined},
    {merged_waiting, &WaysGone::merged_waiting},
    {merged_claimed, &WaysGone::merged_claimed},
    {merged_place, &WaysGone::merged_place},
    {merged_window, &WaysGone::merged_window},
    {merged_part_paid, &WaysGone::merged_part_paid},
    {merged_debits, &WaysGone::merged_debits},
    {split_waiting, &WaysGone::split_waiting},
    {split_whole, &WaysGone::split_whole},
    {split_claimed, &WaysGone::split_claimed},
    {split_part_paid, &WaysGone::split_part_paid},
    {split_debits, &WaysGone::split_debits},
    {split_own, &WaysGone::split_own},
    {split_floor, &WaysGone::split_floor},
    {split_shipped, &WaysGone::split_shipped},
    {split_lots, &WaysGone::split_lots},
    {given_whole, &WaysGone::given_whole},
    {given_part, &WaysGone::given_part},
    {given_less, &WaysGone::given_less},
    {given_after, &WaysGone::given_after},
    {given_before, &WaysGone::given_before},
    {weighed_up, &WaysGone::weighed_up},
    {aside_asked, &WaysGone::aside_asked},
    {unowed_whole, &WaysGone::unowed_whole},
    {unowed_part, &WaysGone::unowed_part},
    {unowed_paid, &WaysGone::unowed_paid},
    {unowed_turned_up, &WaysGone::unowed_turned_up},
    {unowed_taken_back, &WaysGone::unowed_taken_back},
    {came_with_end, &WaysGone::came_with_end},
    {came_with_ends, &WaysGone::came_with_ends},
    {came_ended, &WaysGone::came_ended},
    {split_promised, &WaysGone::split_promised},
    {merged_payments, &WaysGone::merged_payments},
    {merged_promises, &WaysGone::merged_promises},
    {merged_chained, &WaysGone::merged_chained},
    {told_on, &WaysGone::told_on},
    {told_confirmed, &WaysGone::told_confirmed},
    {told_part, &WaysGone::told_part},
    {told_again, &WaysGone::told_again},
    {told_payments, &WaysGone::told_payments},
    {told_known, &WaysGone::told_known},
    {asked_of_merged, &WaysGone::asked_of_merged},
    {rule_score_sum, &WaysGone::bands_decided},
    {rules_carried, &WaysGone::features_carried},
    {rules_partial, &WaysGone::features_partial},
};

struct FedBy {
  std::string_view way;
  FeatureFeed feed;
};
constexpr std::array fed_by{FedBy{fed_accepted, FeatureFeed::accepted},
                            FedBy{fed_paid, FeatureFeed::paid},
                            FedBy{fed_payment_failed, FeatureFeed::payment_failed},
                            FedBy{fed_cancelled, FeatureFeed::cancelled},
                            FedBy{fed_expired, FeatureFeed::expired},
                            FedBy{fed_returned, FeatureFeed::returned},
                            FedBy{fed_refused, FeatureFeed::refused_on_delivery},
                            FedBy{fed_charged_back, FeatureFeed::charged_back}};

// What came of rules, as far as one event tells it.
std::vector<std::string_view> ways_of_rule(const Event& event) {
  std::vector<std::string_view> gone;
  const auto add = [&gone](std::string_view way, bool is_so) {
    if (is_so) gone.push_back(way);
  };
  const auto outcome = static_cast<HitOutcome>(event.reason);
  const auto phase = static_cast<RulePhase>(event.quantity);
  const auto error = static_cast<RuleError>(event.sku);
  const bool decides = outcome == HitOutcome::decided;
  const bool holds = error == RuleError::none;
  add(rule_decided_limit, decides && holds && phase == RulePhase::limit);
  add(rule_decided_block, decides && holds && phase == RulePhase::block);
  add(rule_decided_review, decides && holds && phase == RulePhase::review);
  add(rule_scores, decides && holds && phase == RulePhase::score);
  add(rule_error, decides && !holds);
  add(rule_outranked, outcome == HitOutcome::outranked);
  add(rule_suppressed, outcome == HitOutcome::suppressed);
  add(rule_allows, outcome == HitOutcome::allows);
  add(rule_skipped, outcome == HitOutcome::skipped);
  add(rule_shadow, outcome == HitOutcome::shadow);
  add(rule_overflow, error == RuleError::overflow);
  add(rule_zero, error == RuleError::divide_by_zero);
  add(rule_absent, error == RuleError::no_such_field);
  add(rule_partial, error == RuleError::partial_feature);
  return gone;
}

}  // namespace

void Coverage::count(std::span<const Event> events) {
  std::uint64_t& most_events = deepest_["events of one step"];
  most_events = std::max<std::uint64_t>(most_events, events.size());
  bool retaken = false;
  for (const Event& event : events) {
    retaken = retaken || event.type == EventType::retaken;
    if (retaken && event.type == EventType::line_waiting) ++ways_[paid_in_time];
    ++types_[event.type];
    if (event.type == EventType::rule_hit) {
      for (const std::string_view way : ways_of_rule(event)) ++ways_[way];
      continue;
    }
    ++reasons_[event.reason];
    for (const FlagName& flag : EventFlags::names) {
      if ((event.flags & flag.mask) != 0) ++flags_[flag.mask];
    }
  }
}

void Coverage::count(const State& state) {
  const auto deepest = [this](std::string_view name, std::size_t value) {
    std::uint64_t& most = deepest_[name];
    most = std::max<std::uint64_t>(most, value);
  };
  for (const CountedWay& counted : counted_ways) ways_[counted.way] += state.gone.*counted.count;
  for (const FedBy& fed : fed_by) {
    const auto found = state.gone.rule_feeds.find(static_cast<std::uint16_t>(fed.feed));
    if (found != state.gone.rule_feeds.end()) ways_[fed.way] += found->second;
  }
  ways_[for_holds] += state.holds_asked_for > 0 ? 1 : 0;
  for (const WorkItem& item : state.work) ways_[once_more] += item.again ? 1 : 0;
  std::size_t entries = 0;
  std::size_t lots_of_line = 0;
  for (const auto& [sequence, order] : state.open) {
    std::size_t of_order = 0;
    std::set<std::uint32_t> held;
    for (const Line& line : order.lines) {
      ways_[sku_in_two] += !line.parts.empty() && !held.insert(line.sku).second ? 1 : 0;
      of_order += line.queued ? 1 : 0;
      lots_of_line = std::max(lots_of_line, line.parts.size());
    }
    entries += of_order;
    const bool earlier = Order::second_of(order.sold_at) < Order::second_of(order.placed_at);
    ways_[sold_before] += order.imported && earlier && of_order > 0 ? 1 : 0;
    ways_[under_all] += order.ship_complete && of_order > 1 ? 1 : 0;
  }
  deepest("open orders", state.open.size());
  deepest("closed orders", state.closed.size());
  deepest("stubs", state.stubs.size());
  deepest("news", state.news.size());
  deepest("returns", state.returns.size());
  deepest("payments", state.payments.size());
  deepest("waiting entries", entries);
  deepest("lots of one line", lots_of_line);
  deepest("lots", state.lots.size());
  deepest("work items", state.work.size());
  deepest("exceptions", state.exceptions.size());
  deepest("losers", state.losers.size());
  deepest("promises", state.promises.size());
  deepest("attempts", state.attempts.size());
  deepest("caps", state.caps.size());
  std::size_t debits = 0;
  for (const auto& [sequence, order] : state.open) debits += order.debits.size();
  deepest("debits of caps", debits);
  deepest("carriers", state.carriers.size());
  deepest("sets of SKUs", state.sku_sets.size());
  for (const SkuSet& set : state.sku_sets) deepest("SKUs of one set", set.members.size());
}

std::string Coverage::table() const {
  std::ostringstream out;
  each(types_, reasons_, flags_, [&out](std::string_view name, std::uint64_t count) {
    out << "  " << std::left << std::setw(24) << name << std::right << std::setw(12) << count
        << '\n';
  });
  for (const std::string_view name : ways) {
    const auto found = ways_.find(name);
    out << "  " << std::left << std::setw(24) << name << std::right << std::setw(12)
        << (found == ways_.end() ? 0 : found->second) << '\n';
  }
  out << "at most:\n";
  for (const auto& [name, most] : deepest_) {
    out << "  " << std::left << std::setw(24) << name << std::right << std::setw(12) << most
        << '\n';
  }
  return out.str();
}

std::vector<std::string> Coverage::missing() const {
  std::vector<std::string> names;
  each(types_, reasons_, flags_, [&names](std::string_view name, std::uint64_t count) {
    if (count == 0) names.emplace_back(name);
  });
  for (const std::string_view name : ways) {
    const auto found = ways_.find(name);
    if (found == ways_.end() || found->second == 0) names.emplace_back(name);
  }
  return names;
}

}  // namespace allot::oracle
