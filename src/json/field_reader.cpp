#include "json/field_reader.hpp"

#include <algorithm>
#include <charconv>

#include "json/base64.hpp"
#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "types/key_text.hpp"
#include "types/name_token.hpp"

namespace allot::json {
namespace {

// A text of the input is quoted inside a message, and cut so that the message stays one line.
std::string in_quotes(std::string_view text) {
  constexpr std::size_t shown_max = 60;
  if (text.size() <= shown_max) return '"' + without_controls(text) + '"';
  return '"' + without_controls(text.substr(0, shown_max)) + "...\"";
}

std::optional<std::int64_t> digits_of(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

// Returns: ", or B" where another field may name what this one does.
std::string instead_of(const Field& field, const std::vector<std::string_view>& known) {
  if (!field.unless.empty()) return ", or " + std::string(field.unless);
  const bool numbered = std::ranges::find(known, "order_number") != known.end();
  return field.name == "order_key" && numbered ? ", or order_number and channel" : "";
}

// Returns: " (did you mean "GB"?)", or nothing when no code that is known is near.
std::string meant(const Names& names, NameKind kind, std::string_view code) {
  // Of a catalogue of millions not all are looked at, for each line that is wrong.
  constexpr std::uint32_t looked_at_max = 50'000;
  NearestName nearest(code);
  for (std::uint32_t id = 1; id <= looked_at_max; ++id) {
    const std::string_view known = names.code(kind, id);
    if (known.empty()) break;
    nearest.offer(known);
  }
  if (nearest.found().empty()) return {};
  return " (did you mean " + in_quotes(nearest.found()) + "?)";
}

}  // namespace

std::optional<std::vector<std::uint8_t>> bytes_of(const Value& value) {
  if (value.kind != Value::Kind::text) return std::nullopt;
  return base64_bytes(value.text);
}

std::optional<Token> token_of_name(const Field& field, const Value& value) {
  if (field.name != "name" || value.kind != Value::Kind::text) return std::nullopt;
  const std::string_view text = value.text;
  const bool is_number = text.starts_with("hex:") ||
                         (!text.empty() && text.find_first_not_of("0123456789") == text.npos);
  return is_number ? std::nullopt : std::optional(name_token(text));
}

void FieldReader::refuse(const Field& field, std::string cause) {
  if (!fault_) fault_ = Fault{path_ + std::string(field.name), std::move(cause)};
}

void FieldReader::refuse_missing(const Field& field) {
  missing_.push_back(field.name);
  if (missing_.size() > 1) return;
  refuse(field, "missing; it has no default, so give it" + instead_of(field, known_));
}

void FieldReader::refuse_kind(const Field& field, const Value& value, std::string_view wanted) {
  refuse(field, std::string(describe(value.kind)) + "; give " + std::string(wanted));
}

std::optional<Fault> FieldReader::finish() {
  if (fault_ && missing_.empty()) return fault_;
  if (missing_.size() > 1) {
    fault_->cause += missing_.size() == 2 ? "; so is " : "; so are ";
    fault_->cause += list_text({missing_.begin() + 1, missing_.end()});
  }
  std::optional<Fault> unknown;
  for (const auto& [name, value] : object_.members) {
    if (std::ranges::find(known_, name) != known_.end() ||
        std::ranges::find(times_in_ns_, name) != times_in_ns_.end()) {
      continue;
    }
    // A field that is missing may stand there under a name that was mistyped.
    const std::string meant =
        suggestion(name, std::vector<std::string>(known_.begin(), known_.end()));
    if (!missing_.empty() && meant.empty()) continue;
    unknown = Fault{path_ + name, "no such field" + (meant.empty() ? known_fields() : meant)};
    break;
  }
  return unknown ? unknown : fault_;
}

std::string FieldReader::known_fields() const {
  if (known_.empty()) return "; this command has none";
  std::string text = "; the fields are";
  for (std::size_t i = 0; i < known_.size(); ++i) {
    text += (i == 0 ? " " : ", ") + std::string(known_[i]);
  }
  return text;
}

void FieldReader::read(const Field& field, const Value& value, bool& target) {
  if (value.kind != Value::Kind::boolean) return refuse_kind(field, value, "true or false");
  target = value.truth;
}

void FieldReader::read(const Field& field, const Value& value, Code& target) {
  std::string what{field.name};
  std::ranges::replace(what, '_', ' ');
  const std::string one = (what.starts_with('o') ? "an " : "a ") + what;
  if (value.kind != Value::Kind::text) return refuse_kind(field, value, one + " as a string");
  const std::optional<Code> code = Code::from(value.text);
  if (!code) {
    return refuse(field,
                  in_quotes(value.text) + " is no " + what + "; give 1 to 40 bytes without NUL");
  }
  target = *code;
}

std::string FieldReader::list_text(const std::vector<std::string_view>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

std::string FieldReader::unknown_choice(const Value& value,
                                        std::span<const std::string_view> choices) {
  if (value.kind != Value::Kind::text) return std::string(describe(value.kind));
  NearestName nearest(value.text);
  for (const std::string_view choice : choices) nearest.offer(choice);
  return in_quotes(value.text) + " is not a choice" +
         (nearest.found().empty() ? "" : " (did you mean " + in_quotes(nearest.found()) + "?)");
}

void FieldReader::read_id(const Field& field, const Value& value, NameKind kind,
                          std::uint32_t& target) {
  if (value.kind != Value::Kind::text) {
    constexpr auto id_max = std::numeric_limits<std::uint32_t>::max();
    const std::optional<std::uint64_t> id = read_integer(field, value, 0, id_max, false);
    if (id) target = static_cast<std::uint32_t>(*id);
    return;
  }
  if (kind == NameKind::exception) {
    return refuse(field, in_quotes(value.text) + " is no number of an exception; give an integer");
  }
  const std::optional<std::uint32_t> id = names_.find(kind, value.text);
  if (!id) {
    return refuse(field, "no " + std::string(name_of(kind)) + " has the code " +
                             in_quotes(value.text) + meant(names_, kind, value.text) +
                             "; define it on an earlier line");
  }
  target = *id;
}

void FieldReader::read_key(const Field& field, const Value& value, std::uint64_t& high,
                           std::uint64_t& low) {
  if (value.kind == Value::Kind::natural) {
    high = 0;
    low = value.number;
    return;
  }
  const auto key = value.kind == Value::Kind::text ? parse_key(value.text) : std::nullopt;
  if (!key) {
    const bool is_text = value.kind == Value::Kind::text;
    return refuse(
        field,
        (is_text ? in_quotes(value.text) + " is no key" : std::string(describe(value.kind))) +
            "; give an integer from 0 to 2^64-1, or a string: " + std::string(key_text_form) +
            (is_text && !instead_of(field, known_).empty() ? "; give other text as order_number"
                                                           : ""));
  }
  high = key->high;
  low = key->low;
}

void FieldReader::read_time(const Field& field, std::int64_t& target) {
  const std::string& name_in_ns = times_in_ns_.emplace_back(std::string(field.name) + "_ns");
  if (fault_ && missing_.empty()) return;
  const Value* value = object_.member(field.name);
  const Value* in_ns = object_.member(name_in_ns);
  if (value == nullptr && in_ns == nullptr && field.needed) return refuse_missing(field);
  if (fault_) return;
  if (value != nullptr) read(field, *value, target);
  if (in_ns == nullptr || fault_) return;
  Field alone = field;
  alone.name = name_in_ns;
  alone.form = FieldForm::plain;
  std::int64_t nanoseconds = 0;
  read(alone, *in_ns, nanoseconds);
  if (!fault_ && value != nullptr && target != nanoseconds) {
    refuse(alone, "another time than \"" + std::string(field.name) + "\"; keep one of them");
  }
  target = nanoseconds;
}

std::optional<std::int64_t> FieldReader::read_text_form(const Field& field, const Value& value) {
  if (field.form == FieldForm::time) {
    if (const auto time = parse_time(value.text)) return time;
    refuse(field, in_quotes(value.text) + " is no time from 1970 to 2262; give nanoseconds or " +
                      std::string(time_wanted));
  } else if (field.form == FieldForm::duration) {
    if (const auto duration = parse_duration(value.text)) return duration;
    refuse(field, in_quotes(value.text) + " is no duration; give nanoseconds or " +
                      std::string(duration_wanted));
  } else {
    refuse_kind(field, value, "an integer without quotes");
  }
  return std::nullopt;
}

std::optional<std::uint64_t> FieldReader::read_integer(const Field& field, const Value& value,
                                                       std::int64_t low, std::uint64_t high,
                                                       bool takes_key_text) {
  if (value.kind == Value::Kind::text) {
    if (takes_key_text) {
      const auto key = parse_key(value.text);
      if (key && key->high == 0) return key->low;
      refuse(field,
             in_quotes(value.text) +
                 " is no 64-bit number; give an integer, its digits, or \"hex:\" and 16 digits");
      return std::nullopt;
    }
    const bool has_form = field.form == FieldForm::time || field.form == FieldForm::duration;
    const bool takes_digits = !has_form && low == std::numeric_limits<std::int64_t>::min();
    const std::optional<std::int64_t> read =
        takes_digits ? digits_of(value.text) : read_text_form(field, value);
    if (read) return static_cast<std::uint64_t>(*read);
    // Says nothing where something was said already.
    refuse(field, in_quotes(value.text) + " is no 64-bit number; give an integer, or its digits");
    return std::nullopt;
  }
  const bool inside =
      (value.kind == Value::Kind::natural && value.number <= high) ||
      (value.kind == Value::Kind::negative && static_cast<std::int64_t>(value.number) >= low);
  if (inside) return value.number;
  const bool whole = value.kind == Value::Kind::natural || value.kind == Value::Kind::negative ||
                     value.kind == Value::Kind::too_wide;
  const std::string range = std::to_string(low) + " to " + std::to_string(high);
  if (whole) {
    refuse(field, "the integer lies outside its range; give " + range);
  } else {
    refuse_kind(field, value, "an integer from " + range);
  }
  return std::nullopt;
}

}  // namespace allot::json
