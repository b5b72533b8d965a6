// The catalogue of a Core as the names of the JSON form. Borrows the Core; cold look-ups.
#pragma once

#include "allot/core/core.hpp"
#include "json/named_order.hpp"
#include "json/names.hpp"

namespace allot::json {

class CoreNames final : public Names {
 public:
  explicit CoreNames(const Core& core) noexcept : core_(core) {}

  [[nodiscard]] std::optional<std::uint32_t> find(NameKind kind,
                                                  std::string_view code) const override {
    return core_.find(kind, code);
  }
  [[nodiscard]] std::string_view code(NameKind kind, std::uint32_t id) const override {
    return core_.code(kind, id);
  }
  [[nodiscard]] std::string_view order_number(const OrderKey& key) const override {
    return core_.order_number(key);
  }

 private:
  const Core& core_;
};

// Those behind a step: an order that its command asked for is named by the command's number also
// where it was refused. Borrows both.
class StepNames final : public Names {
 public:
  StepNames(const Core& core, const Command& command) noexcept : core_(core), command_(command) {}

  [[nodiscard]] std::optional<std::uint32_t> find(NameKind kind,
                                                  std::string_view code) const override {
    return core_.find(kind, code);
  }
  [[nodiscard]] std::string_view code(NameKind kind, std::uint32_t id) const override {
    return core_.code(kind, id);
  }
  [[nodiscard]] std::string_view order_number(const OrderKey& key) const override {
    const std::string_view asked = number_of(command_);
    return !asked.empty() && order_key_of(command_, *this) == key ? asked : core_.order_number(key);
  }

 private:
  const Core& core_;
  const Command& command_;
};

}  // namespace allot::json
