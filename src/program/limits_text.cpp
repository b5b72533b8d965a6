#include "program/limits_text.hpp"

#include <charconv>
#include <string_view>
#include <type_traits>

#include "allot/messages/limits_rules.hpp"
#include "json/enum_names.hpp"

namespace allot::program {
namespace {

// Reads one setting into the field of its name.
class SettingReader {
 public:
  SettingReader(std::string_view name, std::string_view text) : name_(name), text_(text) {}

  template <class T>
  void operator()(std::string_view field, T& target) {
    known_ += (known_.empty() ? "" : ", ") + std::string(field);
    if (field != name_) return;
    found_ = true;
    if constexpr (std::is_enum_v<T>) {
      const auto value = json::enum_value<T>(text_);
      if (value) target = *value;
      fault_ = value ? "" : "give " + json::enum_choices<T>();
    } else {
      T value{};
      const char* end = text_.data() + text_.size();
      const auto [stop, error] = std::from_chars(text_.data(), end, value);
      const bool good = error == std::errc{} && stop == end && !text_.empty();
      if (good) target = value;
      fault_ = good ? "" : "give an integer within the field's range";
    }
  }

  [[nodiscard]] std::string fault() const {
    return found_ ? fault_ : "no such limit; the limits are " + known_;
  }

 private:
  std::string_view name_;
  std::string_view text_;
  std::string known_;
  std::string fault_;
  bool found_{};
};

}  // namespace

Status set_limits(const std::vector<std::string>& settings, Limits& limits) {
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos) {
      return {StatusCode::invalid_argument,
              "--limits " + setting + ": write field=value, such as orders_max=1000"};
    }
    const std::string_view whole = setting;
    SettingReader reader(whole.substr(0, equals), whole.substr(equals + 1));
    Limits::fields(limits, reader);
    if (const std::string fault = reader.fault(); !fault.empty()) {
      return {StatusCode::invalid_argument, "--limits " + setting + ": " + fault};
    }
  }
  if (const std::string_view fault = limits_fault(limits); !fault.empty()) {
    return {StatusCode::invalid_argument, "--limits: " + std::string(fault)};
  }
  return {};
}

Durability durability_from(const std::string& text) {
  if (text == "none") return Durability::none;
  return text == "async" ? Durability::async : Durability::sync;
}

}  // namespace allot::program
