// The lines of the choice at hand: what each wants, what there is for it at each candidate, and
// what it needs. Whether a line is short is asked here and nowhere else.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "catalogue/catalogue.hpp"
#include "ledger/stock.hpp"
#include "sourcing/routes.hpp"
#include "waiting/waiting_lines.hpp"

namespace allot {

// A line of the choice at hand, from 0.
struct ChoiceLine {
  std::uint32_t value{};
};

// What was found for one line.
struct LineNeed {
  SkuId sku;
  LineNumber number;  // in its order
  Units wanted;
  Units need;        // taken now
  Units before;      // of its SKU, what lines before it need
  UnitSum can_have;  // over all candidates, without what is claimed for others and lines before it
  bool claimed{};    // supply came back, and lines that wait for it go before
  bool is_short{};   // it cannot have all that it wants
  Reason dropped{};  // why the line is refused, ok when it is not

  [[nodiscard]] Units waits() const noexcept {
    return dropped == Reason::ok ? wanted - need : Units{};
  }
};

class ChoiceLines {
 public:
  explicit ChoiceLines(const Limits& limits);

  // Effects: there is no line; the candidates are those of the route, which is borrowed.
  void begin(const Route& route) noexcept {
    route_ = &route;
    count_ = 0;
    shares_ = false;
  }
  // Effects: several lines may have one SKU, and share what there is of it: in their order each has
  //          what those before it leave. Requires: there is no line.
  void share() noexcept { shares_ = true; }
  // Effects: for the search, what lines of one SKU need is needed by the first of them.
  void fold();
  // Effects: it is needed by each again. `units`: of a plan, line by line, `stride` each; what the
  //          first has is dealt to all of them, in their order, from node to node in that of
  //          `filled`.
  void unfold(PageArray<Units>* units, std::uint32_t stride, std::span<const std::uint32_t> filled);
  // Returns: what a plan gives lines of its SKU before the line at one of its nodes. `units`: as
  //          above, from that node on.
  [[nodiscard]] Units given_before(ChoiceLine line, std::span<const Units> units,
                                   std::uint32_t stride) const;
  // Requires: begin(), fewer than lines_per_order_max lines. Effects: one more, as in Sourcing.
  ChoiceLine add(const Stock& stock, const WaitingLines* claims, LineNumber number, SkuId sku,
                 Units wanted);
  void need(ChoiceLine line, Units units);
  void drop(ChoiceLine line, Reason why);
  void need_nothing();

  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  [[nodiscard]] const LineNeed& operator[](ChoiceLine line) const {
    ALLOT_CHECK(line.value < count_);
    return needs_[line.value];
  }
  [[nodiscard]] Units reach(ChoiceLine line, std::uint32_t nodes);

  [[nodiscard]] const Route& route() const noexcept { return *route_; }
  [[nodiscard]] std::uint32_t candidates() const noexcept {
    return static_cast<std::uint32_t>(route_->candidates.size());
  }
  // Returns: the units of the line at each candidate, in their order.
  [[nodiscard]] const Units* base(ChoiceLine line) const noexcept {
    return &base_[std::size_t{line.value} * candidates()];
  }
  [[gnu::noinline, gnu::cold]] void tell(SourcingTrace& trace) const;

  template <class Visit>
  friend void visit_pages(ChoiceLines& lines, Visit& visit) {
    visit_pages_of(visit, lines.needs_, lines.base_, lines.shared_);
  }

 private:
  // Of lines that share: the first of the SKU, what it and all behind it need, and what a line
  // needs itself while the first needs it for all.
  struct Shared {
    std::uint32_t first;
    Units all;
    Units own;
    UnitSum there;  // what it could have if those before it needed nothing
  };

  [[nodiscard]] std::uint32_t first_of(SkuId sku) const;
  // Effects: the same of what there is at each candidate, for a channel with a margin.
  [[gnu::noinline]] UnitSum fill_sellable(const Stock& stock, SkuId sku, Units* out) const;

  const Route* route_{};
  std::uint32_t count_{};
  bool shares_{};
  PageArray<LineNeed> needs_;
  PageArray<Shared> shared_;
  PageArray<Units> base_;  // line by line, one entry per candidate
  std::vector<Units> scratch_;
};

}  // namespace allot
