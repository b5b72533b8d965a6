// Reads what a row says of its order: time, zone, channel, customer, status. What a row leaves
// blank, an earlier row of the order may have said.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "files/customer_key.hpp"
#include "files/look_ahead.hpp"
#include "files/row_fields.hpp"
#include "files/source_orders.hpp"
#include "files/times.hpp"

namespace allot::files {

// What is known of an order, whether or not a row of it was used. Texts are numbers of OrderReader.
struct KnownOrder {
  static constexpr std::uint32_t none = TextIndex::none;
  static constexpr std::uint32_t outside = none - 1;

  TimeNs time{-1};
  std::uint32_t book{none};  // its place, once a row was used; outside: of the window
  std::uint32_t zone{none};
  std::uint32_t channel{none};
  std::uint32_t customer{none};
  std::uint32_t status{none};
  std::uint32_t currency{none};
  std::uint32_t left_out{none};  // the rule of the map that leaves out the order whole
  std::uint8_t told{};           // says() of the rows up to the last one that was used

  enum Says : std::uint8_t { says_zone = 1, says_channel = 2, says_customer = 4 };
  // Returns: what some row of it says.
  [[nodiscard]] std::uint8_t says() const noexcept {
    return static_cast<std::uint8_t>((zone == none ? 0 : says_zone) |
                                     (channel == none ? 0 : says_channel) |
                                     (customer == none ? 0 : says_customer));
  }
};

// The texts of several columns of statuses that rows have together, one of each column:
// KnownOrder::status is the number of such a set.
class StatusSets {
 public:
  // Effects: keeps in `known`, the set of an order, what the row says of columns of which no
  // earlier row has said anything. Returns: the row's set, with what it leaves blank as the order
  // has it.
  std::uint32_t remember(const RowFields& fields, TextIndex& texts, std::uint32_t& known);
  // Of each column the number of its text; TextIndex::none where nothing stands.
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t set) const { return sets_[set]; }

 private:
  std::uint32_t number_of(const std::vector<std::uint32_t>& set);

  std::vector<std::vector<std::uint32_t>> sets_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers_;
};

class OrderReader {
 public:
  OrderReader(RowFields& fields, TimeReader times, const std::optional<CustomerKey>& key,
              bool skip_guests);

  // Effects: keeps what the row says and no earlier one has said.
  void remember(KnownOrder& order);

  // Effects: takes the row's status, or the order's, and says in `order` whether it is paid.
  // Returns: whether the row is to be used; otherwise it is accounted for.
  [[nodiscard]] bool read_status(const KnownOrder& known, SourceOrder& order);

  // Effects: reads time (only of a new order), zone, channel and customer into `order`; zones and
  //          channels that are new go into `book`.
  // Returns: whether they can be used; otherwise the row is accounted for.
  [[nodiscard]] bool read(const KnownOrder& known, SourceOrders& book, SourceOrder& order);

  // Effects: notes what is to be known of the statuses that were met: which count as sales because
  //          a map of somebody's own says nothing of them, or a guess has no word for them, and
  //          which it names and none is; and how many orders a guess takes for sold, or leaves out,
  //          as their goods or their money went back. `orders`: all of the file.
  void note_statuses(std::span<const KnownOrder> orders) const;

  // Effects: `ahead` fetches what the customers of coming records need.
  void show_customers(LookAhead& ahead) const {
    ahead.add(fields_.first_column(Role::customer), customers_.raws(), &customer_values_);
  }
  [[nodiscard]] const TimeReader& times() const noexcept { return times_; }

 private:
  struct Meaning {
    bool leave{};
    bool unpaid{};
    std::size_t reason{};
    std::uint64_t rows{};  // whose status, or whose order's, it was
  };

  [[nodiscard]] Meaning meaning_of(std::string_view status) const;
  [[nodiscard]] std::vector<std::string_view> unnamed_statuses() const;
  [[nodiscard]] std::string_view meant_by(const std::string& text) const;
  void note_unknown_statuses() const;
  [[nodiscard]] std::uint32_t raw_of(Role role, Codes& codes) const;
  [[nodiscard]] bool read_time(const KnownOrder& known, TimeNs& time);
  void advise_of(std::string_view time) const;
  [[nodiscard]] bool code_in(std::uint32_t raw, Codes& codes, const CodeRule& rule,
                             std::vector<std::string>& names, std::uint32_t& id) const;
  [[nodiscard]] bool customer_of(std::uint32_t raw, std::uint64_t& customer);
  [[nodiscard]] std::uint64_t customer_number(std::string_view plain) const;

  RowFields& fields_;
  TimeReader times_;
  const std::optional<CustomerKey>& key_;
  bool skip_guests_;
  std::vector<std::size_t> leave_reasons_;  // of each entry of the map's leave_out
  Codes zones_;
  Codes channels_;
  Codes customers_;
  TextIndex people_;
  LargeVector<std::uint64_t> customer_values_;
  TextIndex statuses_;
  std::vector<Meaning> meanings_;  // of each status
  StatusSets sets_;                // where several columns are statuses
  std::uint32_t row_status_{KnownOrder::none};
};

}  // namespace allot::files
