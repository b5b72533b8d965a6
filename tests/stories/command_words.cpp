#include "command_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "ruleset/surroundings.hpp"
#include "story_time.hpp"

namespace allot::stories {
namespace {

using Json = nlohmann::ordered_json;

// Values of fields that are needed and that a story may leave out.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> usual_values{{
    {"channel", "WEB"},
    {"zone", "GB"},
    {"hold_ttl_ns", "15m"},
    {"review_ttl_ns", "24h"},
    {"parcel_cost", "4.00"},
    {"unit_cost", "0.10"},
}};

// What an order says of itself for rules: "with:ip_country=GB".
constexpr std::string_view attribute_prefix = "with:";

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Returns: the integer; nothing for a text that is none, or one of more than 64 bits.
std::optional<Json> whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const char* const end = text.data() + text.size();
  std::int64_t with_sign = 0;
  if (const auto [at, error] = std::from_chars(text.data(), end, with_sign);
      error == std::errc{} && at == end) {
    return Json(with_sign);
  }
  std::uint64_t without = 0;
  if (const auto [at, error] = std::from_chars(text.data(), end, without);
      error == std::errc{} && at == end) {
    return Json(without);
  }
  return {};
}

class Filling {
 public:
  Filling(const CommandForm& form, Speech& speech, const Defaults& defaults)
      : form_(form), speech_(speech), defaults_(defaults) {
    for (const ValueForm& field : form_.fields) {
      // What a line stands for is the first list that a command has.
      if (field.kind == ValueKind::list && list_ == nullptr) list_ = &field;
      if (field.kind == ValueKind::order_key && order_ == nullptr) order_ = &field;
    }
    names_order_ = order_ != nullptr;
  }

  // Effects: no word names the order by its place, for it is named by its number.
  void name_by_number() { order_ = nullptr; }

  void take(const Word& word) {
    const std::size_t equals = word.text.find('=');
    if (equals != std::string::npos && equals > 0) return take_named(word, equals);
    if (takes_count(word) || takes_price(word)) return;
    if (order_ != nullptr && !is_set(order_->name)) {
      return set(*order_, word, word.text);
    }
    if (takes_choice(word)) return;
    if (list_ != nullptr && !list_->parts.empty()) return take_line(word);
    take_in_place(word);
  }

  // Returns: the fields, with what was left out.
  Json finish() {
    for (const ValueForm& field : form_.fields) {
      if (!field.needed || is_set(field.name) || field.kind == ValueKind::list) continue;
      if (const auto usual = usual_of(field)) {
        fields_[field.name] = *usual;
      }
    }
    if (list_ == nullptr) return fields_;
    for (Json& line : lines_) complete(line);
    if (list_->needed || has_line()) fields_[list_->name] = lines_;
    return fields_;
  }

 private:
  [[nodiscard]] bool is_set(std::string_view field) const {
    return fields_.contains(std::string(field));
  }
  [[nodiscard]] bool has_line() const { return !lines_.empty(); }

  void set(const ValueForm& field, const Word& word, const std::string& text) {
    if (is_set(field.name)) refuse(word, "'" + field.name + "' is given twice");
    fields_[field.name] = value_of(field, word, text);
  }
  void set_in_line(const ValueForm& part, const Word& word, const std::string& text) {
    Json& line = lines_.back();
    if (line.contains(part.name)) refuse(word, "'" + part.name + "' is given twice for this line");
    line[part.name] = value_of(part, word, text);
  }

  // Returns: the field of this name; a duration may be named without its unit.
  static const ValueForm* named(const std::vector<ValueForm>& fields, const std::string& name) {
    const auto at = std::ranges::find_if(fields, [&name](const ValueForm& field) {
      return field.name == name || field.name == name + "_ns";
    });
    return at == fields.end() ? nullptr : &*at;
  }

  // Behind a SKU a word is about its line, where a line has such a field.
  void take_named(const Word& word, std::size_t equals) {
    const std::string name = word.text.substr(0, equals);
    const std::string text = word.text.substr(equals + 1);
    if (list_ != nullptr && has_line() && !list_->parts.empty()) {
      if (const ValueForm* part = named(list_->parts, name)) return set_in_line(*part, word, text);
    }
    if (name.starts_with(attribute_prefix)) return take_attribute(word, name, text);
    if (const ValueForm* field = named(form_.fields, name); field != nullptr) {
      if (field->kind == ValueKind::list) {
        refuse(word, "write the " + name + " one behind the other, without '='");
      }
      return set(*field, word, text);
    }
    std::vector<std::string> names;
    for (const ValueForm& field : form_.fields) names.push_back(field.name);
    if (list_ != nullptr) {
      for (const ValueForm& part : list_->parts) names.push_back(part.name);
    }
    refuse_name({name, word.line, word.column}, "field of " + form_.name, names);
  }

  // A number, yes or no, a length of time, a time, or any other word, whose token it is.
  void take_attribute(const Word& word, const std::string& name, const std::string& text) {
    if (form_.field("attributes") == nullptr)
      refuse(word, "a " + form_.name + " has no attributes");
    Json value;
    if (const auto number = whole_number(text)) {
      value = *number;
    } else if (text == "yes" || text == "no") {
      value = text == "yes" ? 1 : 0;
    } else if (const auto duration = json::parse_duration(text)) {
      value = *duration;
    } else if (const auto time = parse_story_time(text, speech_.now)) {
      value = *time;
    } else {
      value = static_cast<std::int64_t>(rules::token_of(text));
    }
    fields_["attributes"].push_back(
        {{"name", name.substr(attribute_prefix.size())}, {"value", value}});
  }

  // "x6"
  bool takes_count(const Word& word) {
    if (word.text.size() < 2 || word.text.front() != 'x' || !all_digits(word.text.substr(1))) {
      return false;
    }
    return take_marked("quantity", word, "give a SKU before its number of units");
  }
  // "@15.00"
  bool takes_price(const Word& word) {
    if (word.text.size() < 2 || word.text.front() != '@') return false;
    const std::vector<ValueForm>& fields =
        list_ != nullptr && !list_->parts.empty() ? list_->parts : form_.fields;
    const auto money = std::ranges::find(fields, ValueKind::money, &ValueForm::kind);
    if (money == fields.end()) refuse(word, form_.name + " has no price");
    return take_marked(money->name, word, "give a SKU before its price");
  }
  bool take_marked(const std::string& name, const Word& word, const std::string& if_no_line) {
    const std::string text = word.text.substr(1);
    if (list_ != nullptr) {
      if (const ValueForm* part = named(list_->parts, name)) {
        if (!has_line()) refuse(word, if_no_line);
        set_in_line(*part, word, text);
        return true;
      }
    }
    const ValueForm* field = named(form_.fields, name);
    if (field == nullptr) return false;
    set(*field, word, text);
    return true;
  }

  // A word that is one of the choices of a field, or the name of what can be yes or no.
  bool takes_choice(const Word& word) {
    const auto means = [&word](const ValueForm& field) {
      if (field.kind == ValueKind::truth) return field.name == word.text;
      return field.kind == ValueKind::choice && is_one_of(word.text, field.choices);
    };
    const auto text_for = [&word](const ValueForm& field) {
      return field.kind == ValueKind::truth ? std::string("yes") : word.text;
    };
    if (list_ != nullptr && has_line()) {
      for (const ValueForm& part : list_->parts) {
        if (!means(part)) continue;
        set_in_line(part, word, text_for(part));
        return true;
      }
    }
    for (const ValueForm& field : form_.fields) {
      if (!means(field) || is_set(field.name)) continue;
      set(field, word, text_for(field));
      return true;
    }
    return false;
  }

  // A channel or a zone may stand before the first SKU.
  void take_line(const Word& word) {
    const bool is_sku = speech_.find(IdKind::sku, word.text).has_value();
    for (const ValueForm& field : form_.fields) {
      if (is_sku || has_line() || field.kind != ValueKind::id || is_set(field.name)) continue;
      if (speech_.find(field.id_kind, word.text)) return set(field, word, word.text);
    }
    const auto sku = std::ranges::find(list_->parts, ValueKind::id, &ValueForm::kind);
    if (sku == list_->parts.end()) refuse(word, "a " + form_.name + " takes no such word");
    lines_.push_back(Json::object());
    set_in_line(*sku, word, word.text);
  }

  // The fields that are needed stand in their order; those that have a usual value come last.
  void take_in_place(const Word& word) {
    for (const bool usual : {false, true}) {
      for (const ValueForm& field : form_.fields) {
        const bool open = field.needed && !is_set(field.name) && field.kind != ValueKind::list;
        if (open && has_usual(field) == usual) return set(field, word, word.text);
      }
    }
    if (list_ == nullptr) {
      std::string text = "'" + word.text + "' is one word too many for " + form_.name;
      std::vector<std::string> names;
      for (const ValueForm& field : form_.fields) {
        if (field.kind != ValueKind::key) names.push_back(field.name);
      }
      refuse(word, text + "; what it can say by NAME=VALUE: " + choices_text(names));
    }
    ValueForm element = *list_;
    element.kind = ValueKind::id;
    lines_.push_back(value_of(element, word, word.text));
  }

  [[nodiscard]] bool has_usual(const ValueForm& field) const {
    if (field.kind == ValueKind::time) return true;
    if (field.name == "version") return names_order_;
    const bool of_shop = field.name == "channel" || field.name == "zone";
    if (of_shop) return names_order_;
    return std::ranges::find(usual_values, field.name,
                             &decltype(usual_values)::value_type::first) != usual_values.end();
  }
  [[nodiscard]] std::optional<Json> usual_of(const ValueForm& field) {
    if (!has_usual(field)) return {};
    if (field.kind == ValueKind::time) return Json(speech_.now);
    if (field.name == "version") return Json(defaults_.version(order_name_));
    const auto usual =
        std::ranges::find(usual_values, field.name, &decltype(usual_values)::value_type::first);
    return value_of(field, {}, std::string(usual->second));
  }
  // A line without a number is one unit, and without a price has the price of the list.
  void complete(Json& line) const {
    if (!line.is_object()) return;
    const bool has_price = line.contains("price") || line.contains("total");
    if (named(list_->parts, "quantity") != nullptr && !line.contains("quantity")) {
      line["quantity"] = 1;
    }
    if (named(list_->parts, "price") != nullptr && !has_price) {
      const Json& sku = line["sku"];
      line["price"] = sku.is_string() ? defaults_.list_price(sku.get<std::string>()) : 0;
    }
  }

  Json value_of(const ValueForm& field, const Word& word, const std::string& text) {
    switch (field.kind) {
      case ValueKind::whole: {
        if (const auto number = whole_number(text)) return *number;
        refuse(word, "'" + text + "' is no whole number, which '" + field.name + "' takes");
      }
      case ValueKind::money: {
        if (const auto amount = parse_amount(text)) return *amount;
        refuse(word, "'" + text + "' is no amount; write it with two decimals, like 15.00");
      }
      case ValueKind::time: {
        if (text == "never") return 0;
        if (const auto time = parse_story_time(text, speech_.now)) return *time;
        refuse(word, "'" + text + "' is no time; give " + std::string(story_time_form));
      }
      case ValueKind::duration: {
        if (json::parse_duration(text)) return text;
        refuse(word, "'" + text + "' is no length of time; give one like 15m, 24h or 3d");
      }
      case ValueKind::truth: {
        if (text == "yes" || text == "true") return true;
        if (text == "no" || text == "false") return false;
        refuse(word, "'" + field.name + "' takes yes or no");
      }
      case ValueKind::choice: {
        if (!is_one_of(text, field.choices)) {
          refuse_name({text, word.line, word.column}, field.name, field.choices);
        }
        return text;
      }
      case ValueKind::order_key: return order_key(word, text);
      case ValueKind::key: return key_json(speech_.commands.key(text));
      case ValueKind::id: {
        // A number is an id where no code has these digits. An unknown code is the decoder's
        // matter.
        if (!speech_.find(field.id_kind, text) && all_digits(text)) return *whole_number(text);
        return text;
      }
      default: return text;
    }
  }

  Json order_key(const Word& word, const std::string& text) {
    if (speech_.find(IdKind::sku, text)) {
      refuse(word, "'" + text + "' is a SKU; " + form_.name + " needs the name of an order first");
    }
    order_name_ = text;
    return key_json(speech_.orders.key(text));
  }
  static Json key_json(KeyHalves key) {
    if (key.high == 0) return key.low;
    return hex_text(key.high, key.low);
  }

  const CommandForm& form_;
  Speech& speech_;
  const Defaults& defaults_;
  const ValueForm* list_{};
  const ValueForm* order_{};  // the field that a word names by its place; null: none does
  bool names_order_{};
  std::string order_name_;
  Json fields_ = Json::object();
  Json lines_ = Json::array();
};

}  // namespace

Json read_command(const Words& words, Speech& speech, const Defaults& defaults) {
  const CommandForm* form = command_form(words.front().text);
  if (form == nullptr) refuse_name(words.front(), "command", command_names());
  Filling filling(*form, speech, defaults);
  const auto is_number = [](const Word& word) { return word.text.starts_with("order_number="); };
  if (std::ranges::any_of(words, is_number)) filling.name_by_number();
  for (std::size_t i = 1; i < words.size(); ++i) filling.take(words[i]);
  Json line = Json::object();
  line[form->name] = filling.finish();
  return line;
}

}  // namespace allot::stories
