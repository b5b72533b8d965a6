// A catalogue of a few fixed entries, for tests of the JSON form.
#pragma once

#include <array>

#include "json/names.hpp"

namespace allot::json {

// SKUs 85123A = 1, 22423 = 2; nodes LON = 1, LEEDS = 2; channel web = 1; zone GB = 1.
class SmallCatalogue final : public Names {
 public:
  [[nodiscard]] std::optional<std::uint32_t> find(NameKind kind,
                                                  std::string_view code) const override {
    for (const Entry& entry : entries) {
      if (entry.kind == kind && entry.code == code) return entry.id;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::string_view code(NameKind kind, std::uint32_t id) const override {
    for (const Entry& entry : entries) {
      if (entry.kind == kind && entry.id == id) return entry.code;
    }
    return {};
  }

 private:
  struct Entry {
    NameKind kind;
    std::uint32_t id;
    std::string_view code;
  };
  static constexpr std::array entries{
      Entry{NameKind::sku, 1, "85123A"},  Entry{NameKind::sku, 2, "22423"},
      Entry{NameKind::node, 1, "LON"},    Entry{NameKind::node, 2, "LEEDS"},
      Entry{NameKind::channel, 1, "web"}, Entry{NameKind::zone, 1, "GB"},
  };
};

}  // namespace allot::json
