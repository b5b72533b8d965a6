// Codes and ids of SKUs, nodes, channels, zones and sets of SKUs, as the JSON form needs them.
//
// JSON refers to catalogue entries by code (a string) or by id (an integer). Whoever decodes or
// prints lines brings the catalogue: a Core (CoreNames), or none (NoNames: integers only).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/types/ids.hpp"

namespace allot::json {

using NameKind = IdKind;

[[nodiscard]] constexpr std::string_view name_of(NameKind kind) noexcept {
  return enum_names<NameKind>[static_cast<std::size_t>(kind)];
}

class Names {
 public:
  virtual ~Names() = default;
  // Returns: the id that the catalogue gave to this code; nothing when it has no such code.
  [[nodiscard]] virtual std::optional<std::uint32_t> find(NameKind kind,
                                                          std::string_view code) const = 0;
  // Returns: the code of this id; empty when the catalogue has no such id.
  [[nodiscard]] virtual std::string_view code(NameKind kind, std::uint32_t id) const = 0;
  // Returns: the number by which the order of this key is known; empty when it is known by none.
  [[nodiscard]] virtual std::string_view order_number(const OrderKey&) const { return {}; }
};

// For input and output without a catalogue.
class NoNames final : public Names {
 public:
  [[nodiscard]] std::optional<std::uint32_t> find(NameKind, std::string_view) const override {
    return std::nullopt;
  }
  [[nodiscard]] std::string_view code(NameKind, std::uint32_t) const override { return {}; }
};

}  // namespace allot::json
