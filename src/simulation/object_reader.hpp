// Takes values out of a JSON object by name, within stated ranges, and refuses what nobody asked
// for.
//
// The first fault is kept in a Status shared by all readers of one text; after it, reads do
// nothing. A key that is missing leaves the value as it was.
#pragma once

#include <absl/strings/str_join.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"
#include "simulation/positioned_json.hpp"

namespace allot::simulation {

class ObjectReader {
 public:
  // `what` names the object in errors, such as "nodes[2]".
  ObjectReader(const std::string& file, const PositionedJson& object, std::string what,
               Status& fault)
      : file_(file), object_(object), what_(std::move(what)), fault_(fault) {
    if (object.kind != PositionedJson::Kind::object) fail(object.at, what_ + " must be an object");
  }

  // Returns: the member, noted as asked for; null when it is missing or something failed before.
  [[nodiscard]] const PositionedJson* take(std::string_view key) {
    bool noted = false;
    for (const std::string_view known : asked_) noted = noted || known == key;
    if (!noted) asked_.emplace_back(key);
    return fault_.ok() ? object_.find(key) : nullptr;
  }

  template <class Integer>
  void number(std::string_view key, std::int64_t least, std::int64_t most, Integer& value) {
    const PositionedJson* found = take(key);
    if (found == nullptr) return;
    PositionedJson number = *found;
    if (key.ends_with("_s") && !read_duration(number, key)) return;
    if (in_range(number, key, least, most)) value = static_cast<Integer>(number.integer);
  }

  void flag(std::string_view key, bool& value) {
    const PositionedJson* found = take(key);
    if (found == nullptr) return;
    if (found->kind != PositionedJson::Kind::boolean) {
      fail(found->at, path(key) + " must be true or false");
      return;
    }
    value = found->boolean;
  }

  // A text of 1 to 40 bytes without NUL, as codes are.
  void code(std::string_view key, std::string& value) {
    const PositionedJson* found = take(key);
    if (found == nullptr) return;
    if (is_code(*found, path(key))) value = found->text;
  }

  // One of `names`; the value becomes the enumerator of its position.
  template <class Enum>
  void choice(std::string_view key, std::span<const std::string_view> names, Enum& value) {
    const PositionedJson* found = take(key);
    if (found == nullptr) return;
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (found->kind == PositionedJson::Kind::text && found->text == names[i]) {
        value = static_cast<Enum>(i);
        return;
      }
      all += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + std::string(names[i]);
    }
    fail(found->at, path(key) + " must be " + all);
  }

  // 2 to 256 whole numbers that do not fall.
  void quantiles(std::string_view key, std::int64_t least, std::int64_t most,
                 std::vector<std::int64_t>& value) {
    const PositionedJson* found = array(key, 2, 256);
    if (found == nullptr) return;
    std::vector<std::int64_t> read;
    for (const PositionedJson& item : found->items) {
      if (!in_range(item, key, least, most)) return;
      if (!read.empty() && item.integer < read.back()) {
        fail(item.at, path(key) + " must not fall: " + std::to_string(item.integer) + " after " +
                          std::to_string(read.back()));
        return;
      }
      read.push_back(item.integer);
    }
    value = std::move(read);
  }

  // Returns: the array of that name with a fitting number of items, null otherwise.
  [[nodiscard]] const PositionedJson* array(std::string_view key, std::size_t least,
                                            std::size_t most) {
    const PositionedJson* found = take(key);
    if (found == nullptr) return nullptr;
    if (found->kind != PositionedJson::Kind::array) {
      fail(found->at, path(key) + " must be an array");
      return nullptr;
    }
    if (found->items.size() < least || found->items.size() > most) {
      fail(found->at, path(key) + " must have " + std::to_string(least) + " to " +
                          std::to_string(most) + " items, it has " +
                          std::to_string(found->items.size()));
      return nullptr;
    }
    return found;
  }

  // For objects inside arrays, where no value stands to fall back on.
  void require(std::span<const std::string_view> keys) {
    for (const std::string_view key : keys) {
      if (fault_.ok() && object_.find(key) == nullptr) {
        fail(object_.at, what_ + " lacks " + std::string(key));
      }
    }
  }

  // Call it last: everything that was not asked for is unknown.
  void finish() {
    for (const PositionedJson::Member& member : object_.members) {
      if (std::ranges::find(asked_, member.key) != asked_.end()) continue;
      const std::string meant = json::suggestion(member.key, asked_);
      fail(member.at, "unknown key '" + member.key + "' in " + what_ +
                          (meant.empty() ? "; known are " + absl::StrJoin(asked_, ", ") : meant));
    }
  }

  void fail(TextPosition at, std::string_view cause) {
    if (fault_.ok()) fault_ = fault_at(file_, at, cause);
  }
  [[nodiscard]] TextPosition at() const noexcept { return object_.at; }
  [[nodiscard]] std::string path(std::string_view key) const {
    return what_ + "." + std::string(key);
  }

  // Effects: makes a text that is a duration the number of its seconds.
  bool read_duration(PositionedJson& value, std::string_view key) {
    if (value.kind != PositionedJson::Kind::text) return true;
    const auto duration = json::parse_duration(value.text);
    if (!duration || *duration % second_ns != 0) {
      fail(value.at, path(key) + " must be seconds, or " + std::string(json::duration_wanted));
      return false;
    }
    value.kind = PositionedJson::Kind::integer;
    value.integer = *duration / second_ns;
    return true;
  }

  bool in_range(const PositionedJson& found, std::string_view key, std::int64_t least,
                std::int64_t most) {
    const bool number = found.kind == PositionedJson::Kind::integer;
    if (number && found.integer >= least && found.integer <= most) return true;
    fail(found.at, path(key) + " must be a whole number from " + std::to_string(least) + " to " +
                       std::to_string(most) +
                       (number ? ", not " + std::to_string(found.integer) : ""));
    return false;
  }

  bool is_code(const PositionedJson& found, const std::string& name) {
    if (found.kind == PositionedJson::Kind::text && !found.text.empty() &&
        found.text.size() <= 40 && found.text.find('\0') == std::string::npos) {
      return true;
    }
    fail(found.at, name + " must be a text of 1 to 40 bytes");
    return false;
  }

 private:
  const std::string& file_;
  const PositionedJson& object_;
  std::string what_;
  Status& fault_;
  std::vector<std::string> asked_;
};

}  // namespace allot::simulation
