// Purchase caps as they are defined: what each counts, for whom, of which SKUs and in which windows
// of time (docs/rules.md §12). What was debited is the ledger's (ledger/caps.hpp).
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/reason.hpp"
#include "catalogue/code_table.hpp"
#include "catalogue/units.hpp"

namespace allot {

// A window of a cap, numbered from the one that time 0 lies in. Windows are a second or longer, so
// that the number fits.
struct CapWindow {
  std::uint32_t value{};

  friend constexpr auto operator<=>(CapWindow, CapWindow) noexcept = default;
};

struct Cap {
  std::int64_t window_ns{};  // 0: one window for ever
  TimeNs origin{};           // where one of the windows begins
  Units at_most;
  Units most_ever;   // the greatest that at_most ever was
  SkuSetId sku_set;  // none: all SKUs
  TokenKind per{};
  CapMeasure measure{};
  bool token_required{};

  [[nodiscard]] CapWindow window_at(TimeNs time) const noexcept {
    if (window_ns == 0) return {};
    return {static_cast<std::uint32_t>((time + before_zero()) / window_ns)};
  }
  // Returns: when the window begins and ends; 0 for the one that lasts for ever.
  [[nodiscard]] TimeNs begin_of(CapWindow window) const noexcept {
    return window_ns == 0 ? 0 : std::int64_t{window.value} * window_ns - before_zero();
  }
  [[nodiscard]] TimeNs end_of(CapWindow window) const noexcept {
    return window_ns == 0 ? 0 : begin_of(window) + window_ns;
  }

 private:
  // Returns: how much of the window that time 0 lies in was before.
  [[nodiscard]] std::int64_t before_zero() const noexcept {
    return (window_ns - origin % window_ns) % window_ns;
  }
};

class CapTable {
 public:
  explicit CapTable(const Limits& limits);

  // Returns: whether every field but the code and the set is one that a cap can have.
  [[nodiscard]] static bool in_range(const DefineCap& command) noexcept;
  struct Put {
    Reason reason{Reason::ok};  // cap_conflict or catalogue_full
    CapId id;
  };
  // Requires: a valid code, in_range(), a known set where there is one.
  // Effects:  adds the cap, or changes what may change of the one with this code.
  [[nodiscard]] Put put(const DefineCap& command);

  [[nodiscard]] bool empty() const noexcept { return codes_.count() == 0; }
  [[nodiscard]] bool known(CapId id) const noexcept { return codes_.known(id.value); }
  [[nodiscard]] const Cap& operator[](CapId id) const noexcept { return caps_[id.value - 1]; }
  [[nodiscard]] const CodeTable& codes() const noexcept { return codes_; }

  // Returns: the caps over all SKUs, ascending.
  [[nodiscard]] std::span<const CapId> over_all() const noexcept { return by_set_[0]; }
  // Visits the caps over the sets of an SKU. `sets`: a bit for each set, the first in bit 0.
  template <class Visitor>
  void visit_over(std::span<const std::uint32_t> sets, Visitor&& visit) const {
    for (std::size_t word = 0; word < sets.size(); ++word) {
      for (std::uint32_t in = sets[word] & capped_[word]; in != 0; in &= in - 1) {
        const std::size_t set = word * 32 + static_cast<std::size_t>(std::countr_zero(in)) + 1;
        for (const CapId cap : by_set_[set]) visit(cap);
      }
    }
  }

  template <class Visit>
  friend void visit_pages(CapTable& table, Visit& visit) {
    visit_pages_of(visit, table.codes_);
  }

 private:
  void list(CapId id, SkuSetId under);
  void unlist(CapId id, SkuSetId under);

  CodeTable codes_;
  std::vector<Cap> caps_;
  std::vector<std::vector<CapId>> by_set_;  // of each set, ascending; first those over all SKUs
  std::vector<std::uint32_t> capped_;       // a bit for each set that some cap is over
};

}  // namespace allot
