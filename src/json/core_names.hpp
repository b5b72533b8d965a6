// The catalogue of a Core as the names of the JSON form. Borrows the Core; cold look-ups.
#pragma once

#include "allot/core/core.hpp"
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

 private:
  const Core& core_;
};

}  // namespace allot::json
