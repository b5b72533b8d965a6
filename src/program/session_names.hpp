// Codes in lines of JSON, while a session takes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "json/core_names.hpp"
#include "program/log_session.hpp"

namespace allot::program {

// The codes of a core that may not exist yet: before `start` no code is known.
class SessionNames final : public json::Names {
 public:
  explicit SessionNames(const LogSession& session) : session_(session) {}
  [[nodiscard]] std::optional<std::uint32_t> find(json::NameKind kind,
                                                  std::string_view code) const override {
    if (!session_.started()) return std::nullopt;
    return json::CoreNames(session_.core()).find(kind, code);
  }
  [[nodiscard]] std::string_view code(json::NameKind kind, std::uint32_t id) const override {
    if (!session_.started()) return {};
    return json::CoreNames(session_.core()).code(kind, id);
  }

 private:
  const LogSession& session_;
};

}  // namespace allot::program
