#include "program/limits_text.hpp"

#include <charconv>
#include <string_view>
#include <type_traits>

#include "allot/messages/field.hpp"
#include "allot/messages/limits_rules.hpp"
#include "json/enum_names.hpp"
#include "json/near_name.hpp"
#include "json/scalar_text.hpp"

namespace allot::program {
namespace {

// Reads one setting into the field of its name.
class SettingReader {
 public:
  SettingReader(std::string_view name, std::string_view text) : name_(name), text_(text) {}

  template <class T>
  void operator()(const Field& field, T& target) {
    known_.emplace_back(field.name);
    if (field.name != name_) return;
    found_ = true;
    if constexpr (std::is_enum_v<T>) {
      const auto value = json::enum_value<T>(text_);
      if (value) target = *value;
      fault_ = value ? "" : "give " + json::enum_choices<T>();
    } else {
      T value{};
      const char* end = text_.data() + text_.size();
      const auto [stop, error] = std::from_chars(text_.data(), end, value);
      bool good = error == std::errc{} && stop == end && !text_.empty();
      if constexpr (std::is_same_v<T, std::int64_t>) {
        const auto duration = json::parse_duration(text_);
        if (field.form == FieldForm::duration && duration) {
          value = *duration;
          good = true;
        }
      }
      if (good) target = value;
      if (good) return;
      fault_ = field.form == FieldForm::duration
                   ? "give nanoseconds or " + std::string(json::duration_wanted)
                   : "give an integer within the field's range";
    }
  }

  [[nodiscard]] std::string fault() const {
    if (found_) return fault_;
    std::string text = "no such limit" + json::suggestion(name_, known_);
    if (text.back() == '?') return text;
    text += "; the limits are";
    for (std::size_t i = 0; i < known_.size(); ++i) text += (i == 0 ? " " : ", ") + known_[i];
    return text;
  }

 private:
  std::string_view name_;
  std::string_view text_;
  std::vector<std::string> known_;
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
