// Codes of one kind of catalogue entry, and the ids that they were given.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "allot/types/code.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"

namespace allot {

// Codes of one kind, numbered from 1 in the order they came.
class CodeTable {
 public:
  CodeTable() = default;
  explicit CodeTable(std::uint32_t codes_max) : codes_(codes_max), index_(codes_max) {}

  // Returns: one without codes.
  [[nodiscard]] static const CodeTable& none() {
    static const CodeTable empty;
    return empty;
  }

  [[nodiscard]] std::uint32_t find(std::string_view code) const;  // 0 when unknown
  [[nodiscard]] std::uint32_t add(const Code& code);              // 0 when full
  // The same; the code is pending until it is settled.
  [[nodiscard]] std::uint32_t add_pending(const Code& code);
  void settle(std::uint32_t id);
  // Returns: ids of those that are pending, ascending.
  [[nodiscard]] std::span<const std::uint32_t> pending() const noexcept { return pending_; }
  [[nodiscard]] bool is_pending(std::uint32_t id) const noexcept {
    return std::ranges::binary_search(pending_, id);
  }
  [[nodiscard]] const Code& code(std::uint32_t id) const noexcept { return codes_[id - 1]; }
  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  [[nodiscard]] bool known(std::uint32_t id) const noexcept { return id - 1 < count_; }

  template <class Visit>
  friend void visit_pages(CodeTable& table, Visit& visit) {
    visit_pages_of(visit, table.codes_, table.index_);
  }

 private:
  PageArray<Code> codes_;
  KeyIndex index_;
  std::uint32_t count_{};
  std::vector<std::uint32_t> pending_;
};

}  // namespace allot
