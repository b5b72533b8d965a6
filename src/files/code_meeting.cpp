#include "files/code_meeting.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "files/characters.hpp"
#include "files/column_traits.hpp"
#include "json/capitals.hpp"

namespace allot::files {

namespace {

// Units and ranks meet units everywhere. `is_called`: like a SKU, by its whole name: half of its
// rows may lack theirs.
bool could_hold_codes(const ColumnTraits& traits, bool is_called) {
  constexpr std::size_t digits_least = 3;
  if (traits.bytes_most < digits_least) return false;
  if (!is_called || traits.full()) return traits.could_name();
  return traits.filled * 2 >= traits.rows && !traits.times && !traits.clocks && !traits.addresses &&
         !traits.decimals;
}

// The texts of some columns, and in which of the others each was met.
class Meetings {
 public:
  Meetings(const ColumnLook& ours, std::vector<std::size_t> columns, bool capitals)
      : columns_(std::move(columns)), capitals_(capitals) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::vector<std::string_view> all = ours.texts(columns_[i]);
      for (const std::string_view text : std::set<std::string_view>(all.begin(), all.end())) {
        texts_[as_compared(text)].push_back(i);
      }
    }
    counts_.resize(columns_.size());
    for (const auto& [text, of] : texts_) {
      for (const std::size_t i : of) ++counts_[i];
    }
  }

  void look(std::size_t theirs, std::string_view text) {
    const auto known = texts_.find(as_compared(text));
    if (known == texts_.end()) return;
    if (!met_.emplace(known->first, theirs).second) return;
    for (const std::size_t i : known->second) ++met_of_[{columns_[i], theirs}];
  }

  [[nodiscard]] std::size_t met(std::size_t ours, std::size_t theirs) const {
    const auto found = met_of_.find({ours, theirs});
    return found == met_of_.end() ? 0 : found->second;
  }
  [[nodiscard]] std::size_t texts(std::size_t ours) const {
    const auto at = std::ranges::find(columns_, ours);
    return counts_[static_cast<std::size_t>(at - columns_.begin())];
  }

 private:
  [[nodiscard]] std::string as_compared(std::string_view text) const {
    return capitals_ ? json::in_capitals(text) : std::string(text);
  }

  std::vector<std::size_t> columns_;
  bool capitals_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> texts_;  // places in columns_
  std::vector<std::size_t> counts_;                                     // different texts of each
  std::set<std::pair<std::string_view, std::size_t>> met_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> met_of_;
};

}  // namespace

Result<std::optional<CodeMeeting>> meeting_of(const FileLook& orders, const FileLook& stock,
                                              const std::string& stock_path) {
  const ColumnLook ours(orders);
  const ColumnLook theirs(stock);
  std::vector<std::size_t> our_columns;
  std::vector<std::size_t> their_columns;
  std::map<std::size_t, ColumnTraits> our_traits;
  std::map<std::size_t, ColumnTraits> their_traits;
  for (std::size_t c = 0; c < ours.size(); ++c) {
    our_traits[c] = traits_of(ours, c);
    if (!could_hold_codes(our_traits[c], ours.is_whole(c, Role::sku))) continue;
    // How many were ordered meets any column of numbers.
    if (ours.is_whole(c, Role::quantity)) continue;
    if (our_traits[c].counts_up && !ours.is_whole(c, Role::sku)) continue;
    our_columns.push_back(c);
  }
  for (std::size_t c = 0; c < theirs.size(); ++c) {
    their_traits[c] = traits_of(theirs, c);
    if (!could_hold_codes(their_traits[c], theirs.is_whole(c, Role::sku))) continue;
    if (their_traits[c].counts_up && !theirs.is_whole(c, Role::sku)) continue;
    their_columns.push_back(c);
  }
  // Places and brands meet, too, but of them there are few.
  std::size_t most_different = 0;
  for (const std::size_t c : their_columns) {
    most_different = std::max(most_different, their_traits[c].distinct);
  }
  Meetings plain(ours, our_columns, false);
  Meetings capitals(ours, our_columns, true);
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(stock_path);
  if (!bytes.ok()) return bytes.status();
  Result<std::unique_ptr<RecordReader>> records = open_records(std::move(bytes.value()), {});
  if (!records.ok()) return records.status();
  for (bool more = true;;) {
    if (Status status = records.value()->next(more); !status.ok()) return status;
    if (!more) break;
    for (const std::size_t c : their_columns) {
      const std::string_view text = cell_text(records.value()->fields()[c]);
      if (text.empty()) continue;
      plain.look(c, text);
      capitals.look(c, text);
    }
  }
  const auto called = [](int rank) { return rank < 0 ? std::numeric_limits<int>::max() : rank; };
  std::optional<CodeMeeting> best;
  std::tuple<bool, std::size_t, bool, std::size_t, bool, bool, bool, int, int> best_rank{};
  for (const std::size_t our : our_columns) {
    for (const std::size_t their : their_columns) {
      const bool by_capitals =
          capitals.met(our, their) * plain.texts(our) > plain.met(our, their) * capitals.texts(our);
      const Meetings& meetings = by_capitals ? capitals : plain;
      const std::size_t met = meetings.met(our, their);
      const std::size_t texts = meetings.texts(our);
      // What one text meets may be chance.
      if (met * 2 < texts || (met < 2 && texts > 1)) continue;
      constexpr std::size_t parts = 10;
      constexpr std::size_t most_parts = 6;  // as orders ask for what the list lacks, too
      const std::size_t part = met * parts / texts;
      const ColumnTraits& names = our_traits[our];
      // Products of one name may have several codes.
      const bool is_code = !names.blanks || ours.is_whole(our, Role::sku);
      // Where nothing else tells, what is called a SKU is one: articles may have two codes.
      const std::tuple rank{their_traits[their].distinct * 2 >= most_different,
                            std::min(part, most_parts),
                            is_code,
                            part,
                            !by_capitals,
                            !names.blanks,
                            names.digits,
                            -called(ours.rank(our, Role::sku)),
                            -called(theirs.rank(their, Role::sku))};
      if (best && rank <= best_rank) continue;
      best_rank = rank;
      best = CodeMeeting{our, their, met, texts, by_capitals};
    }
  }
  return best;
}

}  // namespace allot::files
