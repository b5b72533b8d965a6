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
    switch (kind) {
      case NameKind::sku: return value(core_.find_sku(code));
      case NameKind::node: return value(core_.find_node(code));
      case NameKind::channel: return value(core_.find_channel(code));
      case NameKind::zone: return value(core_.find_zone(code));
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string_view code(NameKind kind, std::uint32_t id) const override {
    switch (kind) {
      case NameKind::sku: return core_.sku_code(SkuId{id});
      case NameKind::node: return core_.node_code(NodeId{id});
      case NameKind::channel: return core_.channel_code(ChannelId{id});
      case NameKind::zone: return core_.zone_code(ZoneId{id});
    }
    return {};
  }

 private:
  template <class Tag>
  [[nodiscard]] static std::optional<std::uint32_t> value(std::optional<Id<Tag>> id) {
    if (!id) return std::nullopt;
    return id->value;
  }

  const Core& core_;
};

}  // namespace allot::json
